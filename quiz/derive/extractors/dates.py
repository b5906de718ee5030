"""Dates: days, months, years and stretches of them, and the days that follow from the day of publication."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from quiz.derive import calendar
from quiz.derive.document import Scene
from quiz.derive.fact import Fact
from quiz.derive.values.claims import aim
from quiz.derive.values.facts import fact
from quiz.derive.values.listed import each, lent
from quiz.derive.values.place import Place, place, places
from quiz.language.date_value import Date
from quiz.language.dates import find
from quiz.language.months import ENGLISH_WEEKDAYS, FULL_WEEKDAYS, MONTHS
from quiz.language.tokens import bag

#: What is said of now and means no day: *aujourd'hui* is as often "these days".
_NOWADAYS: Final = bag("today aujourd tonight il dans in la l ce cet cette this a an")
_COMING: Final = bag("demain tomorrow")
#: After *the* these tell from another day than that of publication.
_TURNS: Final = bag("next last past previous")
_EVERY: Final = bag("chaque every each tous most usual les le du au")
_YEARS: Final = {
    "last": -1, "dernier": -1, "derniere": -1, "passe": -1, "passee": -1, "this": 0, "next": 1, "prochain": 1,
    "prochaine": 1,
}  # fmt: skip
_DAY_ENDS: Final = frozenset(MONTHS)
#: How far a date stands behind the day that it tells once more, and what may stand between.
_BESIDE: Final = 4
_BETWEEN: Final = bag(", ( le the")
#: After these a weekday comes back: *le premier dimanche du mois*, *the last Friday of each month*.
_OF_MONTH: Final = frozenset(
    {("du", "mois"), ("de", "chaque"), ("of", "the"), ("of", "each"), ("of", "every"), ("in", "the"), ("in", "each")}
)
#: Parts of a day, which belong to the weekday before them and make it no name of something else.
_OF_DAY: Final = bag("morning afternoon evening night soir matin midi apres-midi nuit")


def dates(scene: Scene) -> Iterator[Fact]:
    """Every date of an article with its ISO text; `implied` where the year is not written, `relative` where the day
    of publication is needed for more than the year.

    Of what is told from the day of publication only days, weeks and months are facts that a name or a unit of the
    calendar gives (*hier*, *mardi*, *last month*): *two years ago* and *this year* say too little of when.
    """
    published = scene.document.published
    quotes = tuple((one.start, one.end) for one in scene.readings if one.kind == "quote")
    anchor: Date | None = None
    paragraph = sentence = -1
    for whole, follow in _with_next(chain(places(scene, "date"), _signed(scene))):
        number = whole.passage.sentences.index(whole.sentence) if whole.sentence in whole.passage.sentences else 0
        if paragraph != whole.passage.number or number - sentence > 1:
            anchor = None
        paragraph = whole.passage.number
        if _stamp(whole):
            continue
        listed = each(whole)
        for one in listed:
            date = lent(one, follow) if one.last == whole.last else one.reading.value
            relative = "relative" in one.reading.notes
            if relative:
                if _dated_beside(one, follow):
                    continue
                said = _from_today(one, date, published, quoted=_within(quotes, one))
                if said is None:
                    continue
                date = said
            elif published and (year := _year_told(one, published)) and (date.inferred or date.year is None):
                date = date._replace(year=year, inferred=True)
            elif published:
                date = calendar.resolved(date, published, aim(listed[0]))
            elif anchor is not None:
                date = calendar.anchored(date, anchor)
            if not (text := calendar.iso(date)):
                continue
            found = fact(scene, one, "date", text, last=_without_time(one))
            implied = not relative and (date.inferred or (date.year is None and text.startswith("-")))
            yield replace(found, iso=text, high=calendar.ends(date)[1], implied=implied, relative=relative)
            if date.year is not None and date.month is not None and not relative:
                anchor, sentence = date, number


def _without_time(place: Place) -> int:
    """The token after the day, where a time of day is told after it: *6 février à 10 heures*."""
    if place.reading.value.hour is not None:
        for at in range(place.first + 1, place.last):
            if place.line[at].text in ("a", "at", "vers", "around", ",", "-") and place.line[at - 1].text in _DAY_ENDS:
                return at
            if place.line[at].text in ("a", "at", "vers") and place.line[at - 1].kind == "digits":
                return at
    return place.last


def _signed(scene: Scene) -> Iterator[Place]:
    """The dates beside the names of those who posted messages: *Jane Roe (@jroe) March 3, 2024*."""
    for passage in scene.document.passages:
        if passage.part == "attribution":
            for one in find(passage.text, passage.language, scene.document.published):
                yield place(one._replace(start=one.start + passage.start, end=one.end + passage.start), passage)


def _with_next(all_: Iterator[Place]) -> Iterator[tuple[Place, Place | None]]:
    """Each place with the one after it."""
    last: Place | None = None
    for one in all_:
        if last is not None:
            yield last, one
        last = one
    if last is not None:
        yield last, None


def _stamp(place: Place) -> bool:
    """Whether a date in brackets opens a paragraph, as agencies stamp what they send: *[16/04/2014 12:03]*."""
    return place.first == 1 and place.line[0].text in ("[", "(") and place.line[place.first].kind == "digits"


def _year_told(place: Place, published: str) -> int:
    """The year that follows a day or month as *of last year*, *de l'an prochain*; 0 where none does."""
    date: Date = place.reading.value
    after = place.after(6)
    if after[:1] in (["of"], ["de"]):
        del after[0]
    if after[:2] == ["l", "'"]:
        after = after[3:1:-1]
    elif after[:1] == ["cette"]:
        after = ["this", after[1]] if len(after) > 1 else []
    if date.month is None or date.end is not None or len(after) < 2 or after[1] not in ("year", "an", "annee"):
        return 0
    shift = _YEARS.get(after[0])
    return 0 if shift is None else int(published[:4]) + shift


def _dated_beside(place: Place, follow: Place | None) -> bool:
    """Whether the day that is told from today is told by its date too: *next Thursday, 2 March*."""
    if follow is None or follow.passage is not place.passage or not 0 < follow.first - place.last < _BESIDE:
        return False
    date: Date = follow.reading.value
    between = {token.text for token in place.line[place.last : follow.first]}
    return date.day is not None and date.month is not None and between <= _BETWEEN


def _within(quotes: tuple[tuple[int, int], ...], place: Place) -> bool:
    """Whether a place stands within a quotation, which was not said on the day of publication."""
    index = bisect_right(quotes, (place.reading.start, place.reading.end)) - 1
    return index >= 0 and place.reading.end <= quotes[index][1]


def _from_today(place: Place, date: Date, published: str, *, quoted: bool) -> Date | None:
    """The day that is told from the day of publication, or None where too little is told."""
    words = [token.text for token in place.line[place.first : place.last]]
    if words[0] in _NOWADAYS or words[-1] == "ago" or date.month is None:
        return None
    if words[0] in _COMING and quoted:
        return None
    if len(words) > 1 and (words[1] == "day" or (place.before(1) == ["the"] and words[0] in _TURNS)):
        return None
    if len(words) > 1 or words[0] not in FULL_WEEKDAYS:
        return date
    before, after = place.before(2), place.line[place.last]
    if not _EVERY.isdisjoint(before[:1]) or "tous" in before or (words[0] in ENGLISH_WEEKDAYS and before[:1] == ["a"]):
        return None
    if before[:1] == ["de"] and after.text == "a" and place.word(place.last + 1) in FULL_WEEKDAYS:
        return None
    if words[0] in ENGLISH_WEEKDAYS and after.kind == "word" and after.text not in _OF_DAY and _noun_after(place):
        return None
    if after.text == "week" or tuple(place.after(2)) in _OF_MONTH:
        return None
    side = aim(place)
    return calendar.weekday(FULL_WEEKDAYS[words[0]], published, "ahead" if side == "near" else side)


def _noun_after(place: Place) -> bool:
    """Whether an English weekday stands before a noun as its adjective: *a Saturday girl*."""
    before = place.before(2)
    return bool(before) and (before[0] in ("a", "an", "the") or before[0].endswith("old"))
