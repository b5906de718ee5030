"""Counts: how many there are of what a noun names, and measures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from quiz.derive.document import Scene
from quiz.derive.fact import Fact
from quiz.derive.values.ends import parted
from quiz.derive.values.facts import fact
from quiz.derive.values.nouns import counted
from quiz.derive.values.place import Place, places
from quiz.language.digits import plain
from quiz.language.measures import measure
from quiz.language.tokens import bag

#: Words before figures that name and do not count, beyond those that the reader knows.
_NAMING: Final = bag("top big g f l u under moins match minute mile formule formula loto keno bac terminale cm ce p")
_FEWEST_NAMED: Final = 10


def counts(scene: Scene) -> Iterator[Fact]:
    """Every count with its noun as `unit`, and every measure with its unit."""
    for whole in places(scene, "number"):
        for place in parted(whole):
            number = place.reading.value
            if number.fraction or place.word(place.first - 1) in _NAMING:
                continue
            high = plain(number.high) if number.high is not None else ""
            if number.unit and measure(number.unit) is not None:
                found = fact(scene, place, "count", plain(number.value))
                yield replace(found, unit=_unit(place), bound=number.bound, high=high, rate=number.rate)
                continue
            noun = counted(place, place.passage.language)
            if noun is None or (place.line[place.first].kind == "word" and number.bound == "about" and _rough(place)):
                continue
            found = fact(scene, place, "count", plain(number.value), last=noun.last)
            yield replace(found, unit=noun.unit, bound=number.bound, high=high)


def _rough(place: Place) -> bool:
    """Whether a number in words is rough in itself: une dizaine, une centaine."""
    return any(token.text.endswith(("aine", "ieres", "millier")) for token in place.line[place.first : place.last])


def _unit(place: Place) -> str:
    """The unit of a measure as it is written."""
    at = place.first
    while at < place.last - 1 and (place.line[at].kind == "digits" or place.line[at].text in ("-", "a", "to", "et")):
        at += 1
    return place.written(at, place.last)
