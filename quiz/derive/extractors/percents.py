"""Percents, and points of percentage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from quiz.derive.document import Scene
from quiz.derive.fact import Fact
from quiz.derive.values.ends import parted
from quiz.derive.values.facts import fact
from quiz.derive.values.place import Place, places
from quiz.language.digits import plain

_POINTS: Final = frozenset({"point", "points", "pt", "pts"})
#: More are points of an index.
_MOST: Final = 60
_NO_POINTS: Final = frozenset({"de", "d", "of", "clear", "behind", "ahead", "adrift", "par", "per"})


def percents(scene: Scene) -> Iterator[Fact]:
    """Every percent with its bound; of *from 5% to 6.5%* both. Bare points are those of a percentage where the same
    sentence speaks in percents.
    """
    for whole in places(scene, "percent", "number"):
        number = whole.reading.value
        if whole.reading.kind == "percent":
            for place in parted(whole):
                number = place.reading.value
                high = plain(number.high) if number.high is not None else ""
                found = fact(scene, place, "percent", plain(number.value))
                yield replace(found, unit=number.unit, bound=number.bound, high=high)
        elif not number.unit and whole.word(whole.last) in _POINTS and _of_percentage(whole):
            found = fact(scene, whole, "percent", plain(number.value), last=whole.last + 1)
            yield replace(found, unit="pp", bound=number.bound)


def _of_percentage(place: Place) -> bool:
    """Whether points after a number are of a percentage: a percent stands in the same sentence."""
    if place.word(place.last + 1) in _NO_POINTS or abs(place.reading.value.value) > _MOST:
        return False
    words = {token.text for token in place.line[place.begins : place.ends]}
    return "%" in words or "percent" in words or bool(words & {"pour", "per"} and "cent" in words)
