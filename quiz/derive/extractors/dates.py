"""Dates: days, months, years and stretches of them, and the days that follow from the day of publication."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from quiz.derive import calendar
from quiz.derive.document import Scene
from quiz.derive.fact import Fact
from quiz.derive.values.claims import looks_ahead
from quiz.derive.values.facts import fact
from quiz.derive.values.place import Place, places
from quiz.language.date_value import Date
from quiz.language.months import FULL_WEEKDAYS

#: What is said of now and means no day: *aujourd'hui* is as often "these days".
_NOWADAYS: Final = frozenset({"today", "aujourd", "tonight"})


def dates(scene: Scene) -> Iterator[Fact]:
    """Every date of an article with its ISO text; `implied` where the year is not written, `relative` where the day
    of publication is needed for more than the year.
    """
    published = scene.document.published
    anchor: Date | None = None
    paragraph, sentence = -1, -1
    for place in places(scene, "date"):
        date: Date = place.reading.value
        number = place.passage.sentences.index(place.sentence) if place.sentence in place.passage.sentences else 0
        if paragraph != place.passage.number or number - sentence > 1:
            anchor = None
        paragraph = place.passage.number
        relative = "relative" in place.reading.notes
        if relative:
            if place.line[place.first].text in _NOWADAYS or spent(place):
                continue
            if (weekday := _weekday(place)) is not None:
                date = calendar.weekday_nearest(weekday, published, ahead=looks_ahead(place))
        elif published:
            date = calendar.resolved(date, published, ahead=looks_ahead(place))
        elif anchor is not None:
            date = calendar.anchored(date, anchor)
        text = calendar.iso(date)
        if not text:
            continue
        implied = not relative and (date.inferred or date.year is None)
        yield replace(
            fact(scene, place, "date", text),
            iso=text,
            high=calendar.ends(date)[1],
            implied=implied,
            relative=relative,
        )
        if date.year is not None and date.month is not None and not relative:
            anchor, sentence = date, number


def spent(place: Place) -> bool:
    """Whether *in three weeks* tells how long something took, not when it will be: no future stands in its clause."""
    return place.line[place.first].text == "in" and place.line[place.last].text != "'" and not looks_ahead(place)


def _weekday(place: Place) -> int | None:
    """The weekday where nothing else is said."""
    words = [token.text for token in place.line[place.first : place.last]]
    return FULL_WEEKDAYS.get(words[0]) if len(words) == 1 else None
