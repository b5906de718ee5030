"""How a number is written beyond its magnitude: sign, percent, measure and range; what amounts and durations share."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from quiz.language.bounds import Bound
from quiz.language.magnitudes import Magnitude, magnitude
from quiz.language.measures import measure_at
from quiz.language.tokens import Token

Line = tuple[Token, ...]


class Number(NamedTuple):
    """A number. `unit` is "" (none), "%", "pp" (percentage points), a measure's name, or the words that follow.

    `high` is the upper end of a range (`value` the lower). `rate` is an ISO duration or a thing counted by
    ("person"), or "". `fraction` is true of what was written as a part of a whole (un tiers, 3/4, one in three).
    """

    value: Fraction
    unit: str = ""
    bound: Bound = "exact"
    high: Fraction | None = None
    rate: str = ""
    fraction: bool = False


MINUS: Final = frozenset({"-", "moins", "minus", "negative"})
#: Words before the lower end of a range.
RANGE_OPENINGS: Final = frozenset({"entre", "between", "de", "d", "from"})
#: Plurals after "100m" that are run, swum or crossed.
_OVER_METRES: Final = frozenset(
    {"hurdles", "sprints", "races", "finals", "heats", "waves", "depths", "across", "towards"}
)
_PER_CENT: Final = {
    "%": "%", "percent": "%", "pourcent": "%", "pourcents": "%", "pct": "%", "pp": "pp", "‰": "‰", "percents": "%",
}  # fmt: skip


def sign_before(line: Line, at: int) -> tuple[int, int]:
    """The sign written at `at` (1 or -1), and the place of what it belongs to."""
    word = line[at].text
    if word in MINUS and line[at + 1].text not in ("de", "d"):
        return -1, at + 1
    if word == "+" or (word == "plus" and line[at + 1].kind == "digits"):
        return 1, at + 1
    return 1, at


def percent_at(line: Line, at: int) -> tuple[str, int] | None:
    """`%`, *pour cent*, *percentage points* at `at`: the unit and the first token after it."""
    word = line[at].text
    if (unit := _PER_CENT.get(word)) is not None:
        if unit == "%" and line[at + 1].text in ("point", "points"):
            return "pp", at + 2
        return unit, at + 1
    follow = line[at + 1].text
    if word == "pc" and line[at - 1].kind == "digits" and line[at - 1].end == line[at].start:
        return "%", at + 1
    if word == "p" and follow == "." and line[at + 2].text == "100":
        return "%", at + 3
    if word in ("pour", "per") and follow in ("cent", "mille", "mil"):
        return ("%" if follow == "cent" else "‰"), at + 2
    if word == "percentage" and follow in ("point", "points"):
        return "pp", at + 2
    if word in ("point", "points", "pt", "pts") and follow == "de" and line[at + 2].text in ("pourcentage", "%"):
        return "pp", at + 3
    if word == "-" and line[at - 1].end == line[at].start and follow in ("percent", "percentage"):
        return percent_at(line, at + 1)
    return None


def range_between(line: Line, at: int, opening: str, *, loose: bool) -> int | None:
    """The place of the upper end where a range's connector is at `at`. `opening` is the word before its lower end."""
    word = line[at].text
    if word in ("et", "and") and opening in ("entre", "between"):
        return at + 1
    if word in ("a", "to") and (opening in ("de", "from", "d") or loose):
        return at + 1
    if word == "jusqu" and line[at + 1].text == "'" and line[at + 2].text == "a":
        return at + 3
    if word == "-":
        return at + 1
    return None


def lower_end(low: Magnitude, high: Magnitude) -> Fraction:
    """The lower end of a range: it shares the upper end's scale if it has none and is the smaller count."""
    scale = high.written_scale
    if scale > 1 and low.written_scale == 1 and low.value < high.value / scale:
        return low.value * scale
    return low.value


def _millions(line: Line, at: int) -> bool:
    """Whether an English `m` joined to figures means millions, since what is counted follows: "2m people"."""
    word = line[at + 1].text
    if line[at].text != "m" or line[at].start != line[at - 1].end or line[at + 1].kind != "word":
        return False
    plural = len(word) > 3 and word.endswith("s") and not word.endswith("ss")
    return word in ("people", "men", "women", "children") or (plural and word not in _OVER_METRES)


class ReadNumber(NamedTuple):
    """A number as it was read, its other values, its tokens, and how it was written."""

    number: Number
    others: tuple[tuple[Fraction, str], ...]
    start: int
    end: int
    shape: str
    scaled: bool


def read_number(line: Line, at: int, language: str, text: str, words: str) -> ReadNumber | None:
    """The number, percent or range that begins at `at` with its sign, without bounds and free units."""
    sign, place = sign_before(line, at)
    low = magnitude(line, place, language, text, words=words, money=False)
    if low is None:
        return None
    end, value, others = low.end, low.value, low.others
    if sign < 0:
        value, others = -value, tuple((-other, note) for other, note in others)
    unit = percent_at(line, end)
    after = unit[1] if unit else end
    opening = line[at - 1].text if at else ""
    high: Fraction | None = None
    join = range_between(line, after, opening, loose=True)
    if join is not None:
        sign_high, second = sign_before(line, join)
        top = magnitude(line, second, language, text, words=words, money=False)
        if top is not None and not (low.shape == "words" and top.shape == "digits"):
            bottom, ceiling = lower_end(low, top) * sign, top.value * sign_high
            ending = percent_at(line, top.end)
            if bottom < ceiling and not (unit and (ending is None or ending[0] != unit[0])):
                value, high, others, after = bottom, ceiling, (), top.end
                unit = percent_at(line, after) or unit
                after = max(after, unit[1]) if unit else after
    elif opening in ("entre", "between") and (line[after].kind != "word" or line[after].text in ("et", "and", "a")):
        return None
    name = unit[0] if unit else ""
    if name == "‰":
        value, name, high = value / 10, "%", high / 10 if high is not None else None
        others = tuple((other / 10, note) for other, note in others)
    if not unit and words == "en" and _millions(line, after):
        value, high, after = value * 10**6, high * 10**6 if high is not None else None, after + 1
        others = ()
    elif not unit and (known := measure_at(line, after)) is not None:
        name, after = known
    number = Number(value, name, "about" if low.rough else "exact", high, "", low.shape == "fraction" and not unit)
    return ReadNumber(number, others, at, after, low.shape, low.written_scale > 1 or high is not None)
