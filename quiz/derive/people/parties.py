"""The parties of an article: which names are one, and where they stand."""

from __future__ import annotations

from typing import Any

from quiz.derive.document import Document
from quiz.derive.fact import Span
from quiz.derive.people import Mention, Party, People
from quiz.language.reading import Reading


def people(document: Document, readings: tuple[Reading[Any], ...]) -> People:
    """Everybody who is named in the telling passages of a document."""
    mentions = []
    for one in readings:
        if one.kind in ("person", "organisation", "name"):
            name = document.words(Span(one.start, one.end))
            mentions.append(Mention(Span(one.start, one.end), Party(name, one.kind, (name,))))  # type: ignore[arg-type]
    return People(tuple(mentions))
