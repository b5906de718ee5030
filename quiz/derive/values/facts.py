"""The fact that a reading becomes: what is the same for a date, a sum, a count, a percent and a duration."""

from __future__ import annotations

from typing import Final

from quiz.derive.document import Scene
from quiz.derive.fact import Fact, FactKind, Span
from quiz.derive.values.claims import attribution, hedged
from quiz.derive.values.place import Place

_TRAILING: Final = " \u00a0\u202f,.;:"


def fact(scene: Scene, place: Place, kind: FactKind, value: str, *, last: int = 0, first: int = -1) -> Fact:
    """The fact of a value in its place, its words those of its tokens, or of the tokens from `first` to `last`."""
    span = place.span(place.first if first < 0 else first, last or place.last)
    words = place.passage.words(span)
    span = Span(span.start, span.end - (len(words) - len(words.rstrip(_TRAILING))))
    return Fact(
        kind,
        span.start,
        span.end,
        place.passage.words(span),
        place.passage.number,
        place.sentence,
        value,
        article=scene.document.key,
        reading=place.reading,
        hedged=hedged(place),
        attribution=attribution(scene, place),
        summary=place.passage.part == "summary",
    )
