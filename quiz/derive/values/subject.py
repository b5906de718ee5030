"""What a value is said of: the noun phrase that governs it, where it is sure."""

from __future__ import annotations

from quiz.derive.fact import Span
from quiz.derive.values.place import Place


def subject(place: Place) -> Span | None:  # noqa: ARG001
    """The words that name what a value is said of, or None where that is not sure."""
    return None
