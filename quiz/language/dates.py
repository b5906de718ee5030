"""The reader of dates: where they stand in running text, and what a whole text means as a date.

`find` is strict: a number of four digits is a year only where the language says so. `parse` is free: it is given a text
that ought to be a date. A day and month without a year get the nearest one to `reference`, a bare month the most recent
one, marked as inferred; relative words are read only against a reference.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from quiz.language.date_context import stands
from quiz.language.date_grammar import BEGINNERS, HEADS, NUMBER_WORDS, Grammar
from quiz.language.date_relative import FOLLOWERS, RELATIVE_STARTERS, Today, may_be_relative, relative
from quiz.language.date_value import Date, Qualifier, contradicts_weekday, exists
from quiz.language.date_words import Hit
from quiz.language.months import words
from quiz.language.reading import Reading
from quiz.language.text import clean
from quiz.language.tokens import said_in

_FILLERS: Final = words(
    "le la les l the c ce cet cette etait est fut s ' it this that was is were in on at en au aux a du de des d of for "
    "from entre between depuis since by jusqu until till pendant durant dans during , : ; ( [ ~ . year years an annee "
    "jour day date month mois vers environ env circa ca around about approximately roughly approximativement avant "
    "before apres after courant fiscal fy i think believe guess maybe perhaps probably je crois pense dirais que qu "
    "peut etre probablement sans doute"
) | {'"'}
#: With what a date may begin, other than figures and Roman numerals.
_STARTS: Final = BEGINNERS | NUMBER_WORDS | RELATIVE_STARTERS | frozenset("'qtsha")
_ROMAN_LETTERS: Final = frozenset("xvi")
#: No date is told without one of these: figures, or a word of the calendar.
_NEEDED: Final = BEGINNERS | HEADS | FOLLOWERS | {"0"}
_SOFTENERS: Final[dict[str, Qualifier]] = {
    "vers": "circa", "environ": "circa", "env": "circa", "circa": "circa", "ca": "circa", "around": "circa",
    "about": "circa", "approximately": "circa", "roughly": "circa", "approximativement": "circa", "~": "circa",
    "avant": "before", "before": "before", "apres": "after", "after": "after",
}  # fmt: skip
_SOME_DAY: Final = Today(2001, 1, 1)
_CLOSERS: Final = frozenset({".", "!", "?", ")", "]", '"', ",", ";", "environ", "approximately", "'"})


def find(text: str, language: str, reference: str = "") -> list[Reading[Date]]:
    """The dates in running text, in order and without overlaps. `reference` is an ISO day or ""."""
    if _NEEDED.isdisjoint(said_in(text)):
        return []
    grammar = Grammar(text, language, strict=True)
    today = Today.read(reference)
    found: list[Reading[Date]] = []
    after = 0
    for i in range(grammar.count):
        token = grammar.token(i)
        word = token.text
        # Nearly all words are passed over here.
        if i < after or not (token.digits or word in _STARTS or word[:1] in _ROMAN_LETTERS):
            continue
        hit = None
        if grammar.may_begin(i):
            hit = _longest(grammar, i)
        if today is not None and may_be_relative(grammar, i):
            said = relative(grammar, i, today)
            if said is not None and (hit is None or said.stop > hit.stop):
                hit = said
        if hit is not None:
            found.append(_reading(hit, token.start, grammar.token(hit.stop - 1).end, today))
            after = hit.stop
    return found


def parse(text: str, language: str, reference: str = "") -> list[Reading[Date]]:
    """What a whole text means as a date, the likeliest first; [] if it is none. `reference` is an ISO day or ""."""
    return list(_parse(text, language, reference))


def is_relative(text: str, language: str) -> bool:
    """Whether a text is a date only in relation to a day that it does not say: "yesterday", "il y a deux ans"."""
    if parse(text, language):
        return False
    cleaned = clean(text)
    if not cleaned or len(cleaned) > 200:
        return False
    if _said(Grammar(cleaned, language, strict=False)):
        return True
    if "(" not in cleaned:
        return False
    return _said(Grammar(clean(cleaned.replace("(", " ").replace(")", " ")), language, strict=False))


def _said(grammar: Grammar) -> bool:
    """Whether a whole text that is no date by itself is one on some day."""
    last = _end(grammar)
    for i in range(last):
        hit = relative(grammar, i, _SOME_DAY)
        if hit is not None and hit.stop >= last:
            return True
        if grammar.token(i).text not in _FILLERS:
            return False
    return False


def _end(grammar: Grammar) -> int:
    """The place after the last token that is no closing sign."""
    last = grammar.count
    while last and grammar.token(last - 1).text in _CLOSERS:
        last -= 1
    return last


@lru_cache(maxsize=4096)
def _parse(text: str, language: str, reference: str) -> tuple[Reading[Date], ...]:
    cleaned = clean(text)
    if not cleaned or len(cleaned) > 200:
        return ()
    found = _whole(Grammar(cleaned, language, strict=False), len(text), Today.read(reference))
    if not found and "(" in cleaned:
        cleaned = clean(cleaned.replace("(", " ").replace(")", " "))
        found = _whole(Grammar(cleaned, language, strict=False), len(text), Today.read(reference))
    return found


def _whole(grammar: Grammar, length: int, today: Today | None) -> tuple[Reading[Date], ...]:
    last = _end(grammar)
    softener: Qualifier = ""
    i = 0
    while i < last:
        hits: list[Hit] = []
        for hit in grammar.at(i):
            if hit.stop >= last:
                hits.append(hit)
                if hit.form == "date" and hit.sure == 1.0 and hit.date.year is not None:
                    break  # nothing can be likelier than a whole date that reads one way only
        if today is not None:
            said = relative(grammar, i, today)
            if said is not None and said.stop >= last:
                hits.append(said)
        if hits:
            return _ranked(hits, length, softener, today)
        word = grammar.token(i).text
        if word not in _FILLERS:
            return ()
        softener = _SOFTENERS.get(word, softener)
        if word == "c" and grammar.token(i + 1).text == ".":
            softener = "circa"
        i += 1
    return ()


def _ranked(hits: list[Hit], length: int, softener: Qualifier, today: Today | None) -> tuple[Reading[Date], ...]:
    readings: list[Reading[Date]] = []
    for hit in sorted(hits, key=lambda hit: -hit.sure):
        if softener and not hit.date.qualifier:
            hit = hit._replace(date=hit.date._replace(qualifier=softener))  # noqa: PLW2901
        reading = _reading(hit, 0, length, today)
        if all(reading.value != earlier.value for earlier in readings):
            readings.append(reading)
    return tuple(readings)


def _reading(hit: Hit, start: int, end: int, today: Today | None) -> Reading[Date]:
    date = hit.date
    if today is not None and not date.relative:
        date = _with_nearest_year(date, today)
    notes = hit.notes
    if date.relative:
        notes = (*notes, "relative")
    if contradicts_weekday(date):
        notes = (*notes, "weekday-contradicts")
    return Reading(start, end, "date", date, hit.sure, tuple(dict.fromkeys(notes)))


def _with_nearest_year(date: Date, today: Today) -> Date:
    """The date with the year that a reader on that day would understand, marked as inferred."""
    if date.year is not None or date.month is None:
        return date
    if date.day is None:
        year = today.year if date.month <= today.month else today.year - 1
    else:
        year = min(
            (year for year in range(today.year - 4, today.year + 5) if exists(year, date.month, date.day)),
            key=lambda year: abs(today.days_to(year, date.month or 1, date.day or 1)),
        )
    end = date.end
    if end is not None and end.year is None and end.month is not None:
        turned = (end.month, end.day or 0) < (date.month, date.day or 0)
        if turned and date.day is None:
            year = today.year - 1 if end.month <= today.month else today.year - 2
        end = end._replace(year=year + turned, inferred=True)
        if not exists(end.year, end.month, end.day):
            end = date.end
    return date._replace(year=year, inferred=True, end=end)


def _longest(grammar: Grammar, i: int) -> Hit | None:
    best: Hit | None = None
    for hit in grammar.at(i):
        if (best is None or hit.stop > best.stop) and stands(grammar, i, hit):
            best = hit
    return best
