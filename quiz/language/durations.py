"""Durations: `6 mois`, `un an et demi`, `2 h 30`, `three and a half years`, `une quinzaine de jours`, `P1Y6M`.

A duration is months and seconds apart, because the one has no exact length in the other: a year is exactly 12 months
and a week exactly 7 days, but a month is not 30 days (ISO 8601-1:2019, 5.5.2.2, nominal and accurate durations).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from quiz.language.bounds import Bound, bound_after, bound_before
from quiz.language.magnitudes import Magnitude, magnitude, plain
from quiz.language.number_words import STARTS, below_hundred
from quiz.language.numbers import RANGE_OPENINGS, range_between
from quiz.language.rates import rate_at
from quiz.language.reading import Reading
from quiz.language.tokens import Token, bag, hyphen, tokens

Line = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Duration:
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
    count: Fraction = Fraction(0)


class Unit(NamedTuple):
    """A unit of time: so many months, or so many seconds."""

    months: int
    seconds: int


_DAY: Final = 86_400
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
        "fortnight fortnights": Unit(0, 14 * _DAY),
        "week weeks wk wks semaine semaines": Unit(0, 7 * _DAY),
        "day days jour jours journee journees j": Unit(0, _DAY),
        "hour hours hr hrs h heure heures": Unit(0, 3600),
        "minute minutes min mins mn": Unit(0, 60),
        "second seconds sec secs seconde secondes s": Unit(0, 1),
    }.items()
    for name in names.split()
}
_ISO: Final = re.compile(
    r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.IGNORECASE
)
_ISO_UNITS: Final = (Unit(12, 0), Unit(1, 0), Unit(0, 7 * _DAY), Unit(0, _DAY), Unit(0, 3600), Unit(0, 60), Unit(0, 1))
#: Shortened units, which in running text must be joined to their digits or be followed by more figures.
_SHORT: Final = frozenset({"h", "j", "s", "mn", "mo", "min", "sec"})
_SMALL_TALK: Final = frozenset({"jour", "day", "minute", "second", "seconde", "heure", "hour"})
_CLOCK: Final = frozenset({"a", "vers", "des", "at", "by", "avant", "apres", "before", "after"})
_LEAD: Final = bag(
    "le la les l ' the de d of pendant durant for during en in dans une duree c est it s is soit apres pour"
)
_MEAN_MONTH: Final = Fraction(30_436_875, 1_000_000) * _DAY


def length(duration: Duration) -> Fraction:
    """Seconds, with a month of 365.2425 / 12 days: for comparing what has no exact conversion."""
    return duration.seconds + duration.months * _MEAN_MONTH


def iso(months: Fraction, seconds: Fraction) -> str:
    """The ISO 8601 text of months and seconds, in its largest units; weeks only where nothing else is said."""
    if not months and seconds and seconds % (7 * _DAY) == 0:
        return f"P{seconds // (7 * _DAY)}W"
    whole = months.numerator // months.denominator
    days, rest = divmod(seconds, _DAY)
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


def _read(line: Line, at: int, language: str, text: str, words: str) -> tuple[Duration, int] | None:
    opening = line[at - 1].text if at else ""
    part = _span(line, at, language, text, words)
    if part is None:
        return _shared_unit(line, at, language, text, words)
    low = _duration(part)
    join = range_between(line, part.end, opening, loose=True)
    if join is not None:
        top = _span(line, join, language, text, words)
        if top is not None and length(low) < length(_duration(top)):
            return replace(low, high=_duration(top)), top.end
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
    return replace(bottom, high=_duration(top)), top.end


def _duration(part: _Part) -> Duration:
    text = iso(part.months, part.seconds)
    bound: Bound = "about" if part.rough else "exact"
    return Duration(text, part.months, part.seconds, not part.rough, bound, None, part.written)


# --- parse ------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=8192)
def readings(text: str, language: str) -> tuple[Reading[Duration], ...]:
    """`parse`, remembered."""
    line = tokens(text)
    last = len(line) - 3
    if (match := _ISO.fullmatch(text.strip())) is not None and match.lastindex:
        return (Reading(0, len(text), "duration", _from_iso(match)),)
    for words in ("fr", "en") if language == "fr" else ("en", "fr"):
        for at in range(min(last, 7)):
            read = _read(line, at, language, text, words)
            if read is None:
                continue
            duration, end = read
            before = bound_before(line, at)
            first = before.place if before else at
            if duration.high is not None and first and line[first - 1].text in RANGE_OPENINGS:
                first -= 1
            if any(token.text not in _LEAD for token in line[:first]):
                continue
            after = bound_after(line, end)
            end = after.place if after else end
            if line[end].text in (".", "!"):
                end += 1
            if line[end].kind != "end":
                continue
            bound = before.bound if before else after.bound if after else duration.bound
            exact = duration.exact and bound != "about"
            return (Reading(0, len(text), "duration", replace(duration, bound=bound, exact=exact)),)
    return ()


def parse(text: str, language: str) -> list[Reading[Duration]]:
    """The reading of a whole text as a duration, in words of either language or in ISO 8601; none if it is not one."""
    return list(readings(text, language))


def _from_iso(match: re.Match[str]) -> Duration:
    months = seconds = Fraction(0)
    for figures, unit in zip(match.groups(), _ISO_UNITS, strict=True):
        if figures:
            months, seconds = months + int(figures) * unit.months, seconds + int(figures) * unit.seconds
    return Duration(iso(months, seconds), months, seconds)


# --- find -------------------------------------------------------------------------------------------------------------


def find(text: str, language: str) -> list[Reading[Duration]]:
    """The durations in a running text, in order, without overlaps, with their bounds and ranges.

    Clock times (`à 15 heures`), rates (`par 24 heures`) and idioms (*one day*, *un jour*) are not durations.
    """
    line = tokens(text)
    found: list[Reading[Duration]] = []
    at, since, last = 0, 0, len(line) - 3
    articles = ("un", "une", "demi") if language == "fr" else ("a", "an", "one", "half")
    while at < last:
        token = line[at]
        if not (token.kind == "digits" or token.text in STARTS[language] or token.text in articles):
            at += 1
            continue
        read = _read(line, at, language, text, language)
        if read is None or not _stands(line, at, read[1], language):
            at = at + 1 if read is None else read[1]
            continue
        duration, end = read
        first = at
        before = bound_before(line, at, since=since)
        if before is not None and line[before.place].text not in ("over", "around", "some"):
            first = before.place
        else:
            before = None
        if duration.high is not None and first > since and line[first - 1].text in RANGE_OPENINGS:
            first -= 1
        after = bound_after(line, end) if before is None else None
        bound = before.bound if before else after.bound if after else duration.bound
        end = after.place if after else end
        value = replace(duration, bound=bound, exact=duration.exact and bound != "about")
        found.append(Reading(line[first].start, line[end - 1].end, "duration", value))
        at = since = end
    return found


def _stands(line: Line, at: int, end: int, language: str) -> bool:
    """Whether what reads as a duration is one where it stands."""
    token, before = line[at], line[at - 1] if at else line[-1]
    unit = line[end - 1].text
    if token.kind == "digits" and before.end == token.start and before.text not in ("(", '"', "«", "'", "“", "-"):
        return False
    if before.text == "-" and at > 1 and line[at - 2].end == before.start and line[at - 2].kind == "word":
        return False
    if before.text in ("par", "per", "/", "$", "€", "£", "chaque", "every"):
        return False
    clock = unit in ("h", "heure", "heures") or (
        line[end - 1].kind == "digits" and line[end - 2].text in ("h", "heures")
    )
    if clock and (before.text in _CLOCK or (before.text == "'" and line[at - 2].text == "jusqu")):
        return False
    article = token.text in ("un", "une", "a", "an", "one")
    if article and end == at + 2 and (unit in _SMALL_TALK or before.kind in ("digits", "sign") or language == "en"):
        return token.text == "one" and unit not in _SMALL_TALK
    if unit in _SHORT and token.kind == "digits":
        return unit in ("min", "mn", "sec") or (unit == "h" and before.text not in _CLOCK)
    return rate_at(line, at) is None
