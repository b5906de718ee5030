"""How a duration is written: counts and units, halves and quarters, from the largest unit to the smallest, ranges."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from quiz.language.bounds import Bound
from quiz.language.digits import plain
from quiz.language.magnitudes import Magnitude, magnitude
from quiz.language.number_grammar import range_between
from quiz.language.number_words import below_hundred
from quiz.language.tokens import Token, hyphen

Line = tuple[Token, ...]


class Duration(NamedTuple):
    """`iso` is the ISO 8601 text (of the lower end of a range). `exact` is false of *une quinzaine*, *environ*.

    `months` and `seconds` add up; `high` is the upper end of a range. `count` is the number as it was written, before
    its unit: what "under 10 no tolerance" looks at.
    """

    iso: str
    months: Fraction
    seconds: Fraction
    exact: bool = True
    bound: Bound = "exact"
    high: Duration | None = None
    count: Fraction = Fraction(0)  # type: ignore[assignment] # no one counts in a tuple of these


class Unit(NamedTuple):
    """A unit of time: so many months, or so many seconds."""

    months: int
    seconds: int


DAY: Final = 86_400
_UNITS: Final[dict[str, Unit]] = {
    name: unit
    for names, unit in {
        "millennium millennia millenaire millenaires": Unit(12_000, 0),
        "century centuries siecle siecles": Unit(1200, 0),
        "decade decades decennie decennies": Unit(120, 0),
        "year years yr yrs an ans annee annees": Unit(12, 0),
        "semester semesters semestre semestres": Unit(6, 0),
        "trimestre trimestres quarters": Unit(3, 0),
        "month months mois mo": Unit(1, 0),
        "fortnight fortnights": Unit(0, 14 * DAY),
        "week weeks wk wks semaine semaines": Unit(0, 7 * DAY),
        "day days jour jours journee journees j": Unit(0, DAY),
        "hour hours hr hrs h heure heures": Unit(0, 3600),
        "minute minutes min mins mn": Unit(0, 60),
        "second seconds sec secs seconde secondes s": Unit(0, 1),
    }.items()
    for name in names.split()
}
_MEAN_MONTH: Final = Fraction(30_436_875, 1_000_000) * DAY


def length(duration: Duration) -> Fraction:
    """Seconds, with a month of 365.2425 / 12 days: for comparing what has no exact conversion."""
    return duration.seconds + duration.months * _MEAN_MONTH


def iso(months: Fraction, seconds: Fraction) -> str:
    """The ISO 8601 text of months and seconds, in its largest units; weeks only where nothing else is said."""
    if not months and seconds and seconds % (7 * DAY) == 0:
        return f"P{seconds // (7 * DAY)}W"
    whole = months.numerator // months.denominator
    days, rest = divmod(seconds, DAY)
    hours, rest = divmod(rest, 3600)
    minutes, rest = divmod(rest, 60)
    date = "".join(f"{value}{sign}" for value, sign in ((whole // 12, "Y"), (whole % 12, "M"), (days, "D")) if value)
    if months != whole:
        date = f"{plain(months)}M" + (f"{days}D" if days else "")
    time = "".join(f"{value}{sign}" for value, sign in ((hours, "H"), (minutes, "M")) if value)
    time += f"{plain(rest)}S" if rest else ""
    return "P" + date + ("T" + time if time else "") if date or time else "PT0S"


def unit_named(word: str) -> Unit | None:
    """The unit of time that a levelled word names."""
    return _UNITS.get(word)


# --- the grammar ------------------------------------------------------------------------------------------------------


class _Part(NamedTuple):
    months: Fraction
    seconds: Fraction
    end: int
    rough: bool
    written: Fraction


def _unit_at(line: Line, at: int) -> Unit | None:
    return _UNITS.get(line[at].text) if line[at].kind == "word" else None


def _size(line: Line, at: int, language: str, text: str, words: str) -> Magnitude | None:
    """A magnitude, or the article that counts one (`un an`, `a year`, `half an hour` is a magnitude)."""
    size = magnitude(line, at, language, text, words=words, money=False)
    if size is None and line[at].text in (("un", "une") if words == "fr" else ("a", "an", "one")):
        return Magnitude(Fraction(1), (), at + 1, "words")
    return size


def _part(line: Line, at: int, language: str, text: str, words: str) -> _Part | None:
    """One count and its unit, with the half that may follow: `2 ans`, `un an et demi`, `half an hour`."""
    if line[at].text in ("demi", "demie") and (unit := _unit_at(line, hyphen(line, at + 1))) is not None:
        end = hyphen(line, at + 1) + 1
        return _Part(Fraction(unit.months, 2), Fraction(unit.seconds, 2), end, rough=False, written=Fraction(1, 2))
    size = _size(line, at, language, text, words)
    if size is None or size.value < 0:
        return None
    after = hyphen(line, size.end)
    if line[after].text in ("de", "d", "of"):
        after += 2 if line[after + 1].text == "'" else 1
    if size.shape == "fraction" and line[after].text in ("a", "an", "une", "un"):
        after += 1
    if line[after].text in ("demi", "demie") and size.value == 1:
        size, after = size._replace(value=Fraction(1, 2)), hyphen(line, after + 1)
    unit = _unit_at(line, after)
    if unit is None:
        return None
    if line[after].text == "h" and line[after + 1].text == "/":
        return None
    count, after = size.value, after + 1
    if line[after].text in ("et", "and") and (half := _half(line, after)) is not None:
        count, after = count + half[0], half[1]
    return _Part(count * unit.months, count * unit.seconds, after, size.rough, count)


def _half(line: Line, at: int) -> tuple[Fraction, int] | None:
    follow = [token.text for token in line[at + 1 : at + 3]]
    if follow[0] in ("demi", "demie"):
        return Fraction(1, 2), at + 2
    if (
        follow in (["a", "half"], ["a", "quarter"], ["un", "quart"])
        and _unit_at(line, at + 3) is None
        and line[at + 3].text != "d"
    ):
        return (Fraction(1, 2) if follow[1] == "half" else Fraction(1, 4)), at + 3
    return None


def _span(line: Line, at: int, language: str, text: str, words: str) -> _Part | None:
    """A whole duration: parts from the largest unit to the smallest, `2 ans et 3 mois`, `1h30`."""
    first = _part(line, at, language, text, words)
    if first is None:
        return None
    months, seconds, end, rough, count = first
    smallest = months + seconds / _MEAN_MONTH
    unit = line[end - 1].text
    while True:
        joined = end + 1 if line[end].text in ("et", "and", ",") else end
        if line[joined].text in ("et", "and"):
            joined += 1
        more = _part(line, joined, language, text, words)
        if more is None:
            break
        size = more.months + more.seconds / _MEAN_MONTH
        if not 0 < size < smallest or bool(more.months) > bool(months or seconds):
            break
        months, seconds, end, smallest = months + more.months, seconds + more.seconds, more.end, size
        unit = line[end - 1].text
        count = Fraction(0)
    token = line[end]
    if unit in ("h", "heure", "heures") and token.text.isdigit() and len(token.text) <= 2 and int(token.text) < 60:
        seconds, end, count = seconds + 60 * int(token.text), end + 1, Fraction(0)
    elif unit in ("heure", "heures") and (named := below_hundred(line, end, "fr")) is not None and named.value < 60:
        seconds, end, count = seconds + 60 * named.value, named.end, Fraction(0)
    return _Part(months, seconds, end, rough, count)


def read_duration(line: Line, at: int, language: str, text: str, words: str) -> tuple[Duration, int] | None:
    """The duration or range of durations that begins at `at`, and the first token after it."""
    opening = line[at - 1].text if at else ""
    part = _span(line, at, language, text, words)
    if part is None:
        return _shared_unit(line, at, language, text, words)
    low = _duration(part)
    join = range_between(line, part.end, opening, loose=True)
    if join is not None:
        top = _span(line, join, language, text, words)
        if top is not None and length(low) < length(_duration(top)):
            return low._replace(high=_duration(top)), top.end
    return low, part.end


def _shared_unit(line: Line, at: int, language: str, text: str, words: str) -> tuple[Duration, int] | None:
    """A range whose lower end borrows the unit: `3 à 5 ans`, `between 3 and 5 weeks`."""
    low = magnitude(line, at, language, text, words=words, money=False)
    if low is None:
        return None
    join = range_between(line, low.end, line[at - 1].text if at else "", loose=True)
    if join is None:
        return None
    top = _part(line, join, language, text, words)
    if top is None or not low.value < top.written:
        return None
    share = low.value / top.written
    bottom = _duration(_Part(top.months * share, top.seconds * share, top.end, low.rough, low.value))
    return bottom._replace(high=_duration(top)), top.end


def _duration(part: _Part) -> Duration:
    text = iso(part.months, part.seconds)
    bound: Bound = "about" if part.rough else "exact"
    return Duration(text, part.months, part.seconds, not part.rough, bound, None, part.written)
