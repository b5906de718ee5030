"""Durations: `6 mois`, `un an et demi`, `2 h 30`, `three and a half years`, `une quinzaine de jours`, `P1Y6M`.

A duration is months and seconds apart, because the one has no exact length in the other: a year is exactly 12 months
and a week exactly 7 days, but a month is not 30 days (ISO 8601-1:2019, 5.5.2.2, nominal and accurate durations).
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Final

from quiz.language.bounds import bound_after, bound_before
from quiz.language.duration_grammar import DAY, Duration, Unit, iso, read_duration
from quiz.language.magnitudes import openings
from quiz.language.number_grammar import RANGE_OPENINGS
from quiz.language.number_words import STARTS, tongues
from quiz.language.pattern import pattern
from quiz.language.rates import rate_at
from quiz.language.reading import Reading
from quiz.language.tokens import Token, bag, hyphen, led, tokens

__all__ = ["Duration", "find", "parse", "readings"]

Line = tuple[Token, ...]

_ISO: Final = pattern(
    r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.IGNORECASE
)
_ISO_UNITS: Final = (Unit(12, 0), Unit(1, 0), Unit(0, 7 * DAY), Unit(0, DAY), Unit(0, 3600), Unit(0, 60), Unit(0, 1))
#: Shortened units, which in running text must be joined to their digits or be followed by more figures.
_SHORT: Final = frozenset({"h", "j", "s", "mn", "mo", "min", "sec"})
_SMALL_TALK: Final = frozenset({"jour", "day", "minute", "second", "seconde", "heure", "hour"})
#: What a hyphen may join to a unit of time: *six-month-old*; *year-round* is another word.
_AFTER_UNITS: Final = frozenset({"old", "olds", "long"})
_MORE: Final = bag("plus moins pres more less longer")
#: Nouns before *d'un an*, and words before *a year*, that speak of its length.
_LENGTHS: Final = bag(
    "bout delai duree peine periode espace issue bail sursis contrat suspension pause terme intervalle"
)
_SPENT: Final = bag(
    "for about nearly almost least spent spend spending served serve serving took take takes lasted lasts"
)
_CLOCK: Final = frozenset({"a", "vers", "des", "at", "by", "avant", "apres", "before", "after"})
_LEAD: Final = bag(
    "le la les l ' the de d of pendant durant for during en in dans une duree c est it s is soit apres pour"
)


# --- parse ------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=8192)
def readings(text: str, language: str) -> tuple[Reading[Duration], ...]:
    """`parse`, remembered."""
    line = tokens(text)
    last = len(line) - 3
    if (match := _ISO.fullmatch(text.strip())) is not None and match.lastindex:
        return (Reading(0, len(text), "duration", _from_iso(match)),)
    for words in tongues(line, language):
        for at in range(min(last, 7)):
            # What stands before is looked at first: that takes less than reading, and forbids most places.
            before = bound_before(line, at)
            first = before.place if before else at
            opened = first - 1 if first and line[first - 1].text in RANGE_OPENINGS else first
            if opened and not led(line[:opened], _LEAD):
                continue
            read = read_duration(line, at, language, text, words)
            if read is None:
                continue
            duration, end = read
            if duration.high is None and opened < first and not led(line[opened:first], _LEAD):
                continue
            after = bound_after(line, end)
            end = after.place if after else end
            if line[end].text in (".", "!"):
                end += 1
            if line[end].kind != "end":
                continue
            bound = before.bound if before else after.bound if after else duration.bound
            exact = duration.exact and bound != "about"
            return (Reading(0, len(text), "duration", duration._replace(bound=bound, exact=exact)),)
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
    since = passed = 0
    articles = ("un", "une", "demi") if language == "fr" else ("a", "an", "one", "half")
    for at in openings(text):
        token = line[at]
        if at < passed or not (token.kind == "digits" or token.text in STARTS[language] or token.text in articles):
            continue
        read = read_duration(line, at, language, text, language)
        if read is None or not _stands(line, at, read[1], language):
            passed = at + 1 if read is None else read[1]
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
        value = duration._replace(bound=bound, exact=duration.exact and bound != "about")
        found.append(Reading(line[first].start, line[end - 1].end, "duration", value))
        passed = since = end
    return found


def _hour(token: Token) -> bool:
    """Whether a number may be an hour of the day."""
    return not token.text.isdigit() or int(token.text) <= 24


def _led(line: Line, at: int, unit: str) -> bool:
    """Whether what stands before one unit with its article makes it a length: *plus d'un an*, *served a year*."""
    before = line[at - 1].text if at else ""
    if before == "'" and line[at - 2].text == "d":
        lead = line[at - 3].text
        return lead in _MORE or (lead in _LENGTHS and unit not in _SMALL_TALK)
    if before == "than":
        return line[at - 2].text in _MORE
    return before in _SPENT and unit not in _SMALL_TALK and line[at + 2].text not in ("'", "-", "ago")


def _stands(line: Line, at: int, end: int, language: str) -> bool:
    """Whether what reads as a duration is one where it stands."""
    token, before = line[at], line[at - 1] if at else line[-1]
    unit = line[end - 1].text
    if hyphen(line, end) != end and line[end + 1].text not in _AFTER_UNITS:
        return False
    if token.kind == "digits" and before.end == token.start and before.text not in ("(", '"', "«", "'", "“", "-"):
        return False
    if before.text == "-" and at > 1 and line[at - 2].end == before.start and line[at - 2].kind == "word":
        return False
    if before.text in ("par", "per", "/", "$", "€", "£", "chaque", "every"):
        return False
    clock = unit in ("h", "heure", "heures") or (
        line[end - 1].kind == "digits" and line[end - 2].text in ("h", "heures")
    )
    spent = before.text == "apres" and line[end].text in ("de", "d")
    if (
        clock
        and not spent
        and _hour(token)
        and (before.text in _CLOCK or (before.text == "'" and line[at - 2].text == "jusqu"))
    ):
        return False
    article = token.text in ("un", "une", "a", "an", "one")
    if article and end == at + 2 and _led(line, at, unit):
        return True
    if article and end == at + 2 and (unit in _SMALL_TALK or before.kind in ("digits", "sign") or language == "en"):
        return token.text == "one" and unit not in _SMALL_TALK
    if unit in _SHORT and token.kind == "digits":
        return unit in ("min", "mn", "sec") or (unit == "h" and before.text not in _CLOCK)
    return rate_at(line, at) is None
