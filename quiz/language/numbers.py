"""Numbers and percents: `17 500`, `quatre-vingt-dix-sept`, `-5`, `10 %`, `3 points de pourcentage`, `entre 5 et 10 %`.

`parse` reads a whole text, in either language, with the unit that follows the number. `find` looks for counts and
percents in running text, in the text's language, and is careful: what is part of a name (GPT-4, COVID-19, version 2),
of a date, a year standing alone, an amount of money, a duration or a clock time is not a count.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Final

from quiz.language.bounds import Bound, bound_after, bound_before
from quiz.language.magnitudes import may_begin, openings
from quiz.language.number_context import is_count, ranges
from quiz.language.number_grammar import MINUS, RANGE_OPENINGS, Number, ReadNumber, read_number
from quiz.language.number_words import STARTS, tongues
from quiz.language.rates import Rate, rate_at
from quiz.language.reading import Reading
from quiz.language.tokens import Token, bag, led, tokens

__all__ = ["Number", "find", "parse", "readings"]

Line = tuple[Token, ...]

_ARTICLES: Final = frozenset(
    {"le", "la", "les", "l", "'", "the", "de", "d", "of", "un", "total", "a", "soit", "c", "est", "it", "s", "is", "="}
)
#: Words that cannot stand in the name of a unit: a second number, or a doubt.
_NO_UNIT: Final = bag(
    "or ou not pas non vs versus but mais million millions milliard milliards billion billions thousand"
)
_COUNTING: Final = (STARTS["fr"] | STARTS["en"]) - {"un", "une", "neuf", "one"}
_ORDINALS: Final = frozenset({"st", "nd", "rd", "th", "e", "er", "re", "eme", "ieme", "nde"})


def _readings(number: Number, others: tuple[tuple[Fraction, str], ...], start: int, end: int) -> list[Reading[Number]]:
    kind = "percent" if number.unit in ("%", "pp") else "number"
    sure = 1.0 if not others else 0.8
    first = Reading(start, end, kind, number, sure)
    return [first, *(Reading(start, end, kind, number._replace(value=value), 0.2, (note,)) for value, note in others)]


# --- parse ------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=8192)
def readings(text: str, language: str) -> tuple[Reading[Number], ...]:
    """`parse`, remembered."""
    line = tokens(text)
    for words in tongues(line, language):
        found = _whole(line, text, language, words)
        if found:
            return tuple(found)
    return ()


def parse(text: str, language: str) -> list[Reading[Number]]:
    """The readings of a whole text as a number, a percent or a range, the likeliest first; none if it is not one.

    Number words are read in either language; `1.200`, `1,200` and *billion* as `language` ("fr" or "en") has them,
    with the other value after it (notes "other-grouping", "other-scale").
    """
    return list(readings(text, language))


def _whole(line: Line, text: str, language: str, words: str) -> list[Reading[Number]]:
    length = len(line) - 3
    for at in range(min(length, 9)):
        if not (may_begin(line[at], words) or line[at].text in MINUS or line[at].text == "+"):
            continue
        # What stands before is looked at first: that takes less than reading, and forbids most places.
        before = bound_before(line, at)
        first = before.place if before else at
        opened = first - 1 if first and line[first - 1].text in RANGE_OPENINGS else first
        if opened and not led(line[:opened], _ARTICLES):
            continue
        read = read_number(line, at, language, text, words)
        if read is None or (read.number.high is None and opened < first and not led(line[opened:first], _ARTICLES)):
            continue
        tail = _tail(line, read.end, text)
        if tail is None:
            continue
        bound, unit, rate = tail
        number = read.number
        bound = before.bound if before else bound if bound != "exact" else number.bound
        number = number._replace(bound=bound, unit=number.unit or unit, rate=rate)
        return _readings(number, read.others, 0, len(text))
    return []


def _tail(line: Line, at: int, text: str) -> tuple[Bound, str, str] | None:
    """What follows a number up to the end: a bound, the words of a unit, a rate."""
    bound: Bound = "exact"
    rate: Rate | None = None
    unit_start = unit_end = -1
    words = 0
    while line[at].kind != "end":
        token = line[at]
        if token.text in _ORDINALS and line[at - 1].kind == "digits" and line[at - 1].end == token.start:
            return None
        if (after := bound_after(line, at)) is not None:
            bound, at = after.bound, after.place
        elif rate is None and (found := rate_at(line, at)) is not None:
            rate, at = found, found.end
        elif token.kind == "word" and words < 8 and token.text not in _NO_UNIT and token.text not in _COUNTING:
            unit_start = token.start if unit_start < 0 else unit_start
            unit_end, at, words = token.end, at + 1, words + 1
        elif (token.text in ("'", "-") and words) or (token.text in (".", "!") and line[at + 1].kind == "end"):
            at += 1
        else:
            return None
    unit = text[unit_start:unit_end] if unit_start >= 0 else ""
    return bound, unit, rate.unit if rate else ""


# --- find -------------------------------------------------------------------------------------------------------------


def find(text: str, language: str) -> list[Reading[Number]]:
    """The counts and percents in a running text, in order, without overlaps, with their bounds and ranges.

    The likeliest reading of each; what is counted stays outside the span (`17 500` of `17 500 articles`), a percent
    sign or a measure is within.
    """
    line = tokens(text)
    found: list[Reading[Number]] = []
    since = passed = 0
    for at in openings(text):
        token = line[at]
        if at < passed or not may_begin(token, language):
            continue
        start = at
        if token.kind == "digits" and at > since and _signed(line, at):
            start = at - 1
        read = read_number(line, start, language, text, language)
        if read is None:
            continue
        scaled = not line[at].text.isdigit() if token.kind == "digits" else False
        scaled = scaled or read.scaled or read.shape == "fraction" or read.number.bound == "about"
        if read.number.high is not None and not read.number.unit and not ranges(line, at, read.end):
            continue
        if not is_count(line, start, read.end, language, text, unit=bool(read.number.unit), scaled=scaled) or (
            read.shape == "fraction" and not _is_share(line, at, read)
        ):
            if token.kind != "digits" or read.number.high is None:
                passed = read.end
            continue
        first = start
        before = bound_before(line, start, since=since)
        if before is not None:
            first = before.place
        if read.number.high is not None and first > since and line[first - 1].text in RANGE_OPENINGS:
            first -= 1
        end = read.end
        after = bound_after(line, end) if before is None else None
        if after is not None and line[end].text in ("min", "max", "+") and line[end - 1].end != line[end].start:
            after = None
        end = after.place if after else end
        bound = before.bound if before else after.bound if after else read.number.bound
        found.extend(
            _readings(read.number._replace(bound=bound), read.others, line[first].start, line[end - 1].end)[:1]
        )
        passed = since = end
    return found


def _signed(line: Line, at: int) -> bool:
    """Whether a minus or plus before figures is their sign: close to them and apart from what stands before it."""
    sign = line[at - 1]
    if sign.text not in ("-", "+") or (at > 1 and line[at - 2].end == sign.start and line[at - 2].text not in "(["):
        return False
    return sign.end == line[at].start or (at > 1 and line[at - 2].text in ("(", "a", "to"))


def _is_share(line: Line, at: int, read: ReadNumber) -> bool:
    """Whether a fraction in running text is a share: two thirds, un tiers de, one in three; not the third quarter."""
    if line[at].kind == "digits":
        if line[at + 1].text == "/":
            under = int(line[at + 2].text)
            return under <= 10 and read.number.value < 1
        return True
    if (
        line[read.end - 1].text in ("moitie", "half", "demi", "demie", "quart", "quarter", "third", "tiers")
        and read.end - at <= 2
    ):
        return line[at].text not in ("half", "demi", "demie") and line[read.end].text in ("de", "des", "d", "of", "du")
    return True
