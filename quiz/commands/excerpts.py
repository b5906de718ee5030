"""Evidence in its place: from the texts that are kept beside a deck to what a face can show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quiz.deck.card import Evidence, Source
    from quiz.derive.document import Document
    from quiz.derive.excerpt import Excerpt


def excerpts(
    deck_path: str, sources: Mapping[str, Source], evidence: Iterable[Evidence], language: str
) -> tuple[Excerpt | Problem, ...]:
    """The place of each piece of evidence in the text of its source; or why it cannot be shown.

    "source-text-missing", "source-text-changed", "evidence-not-found", or what is wrong with the file. A text that is
    not the one of the deck's digest is not shown: its words may stand there and mean something else.
    """
    from quiz.derive.excerpt import excerpt

    documents: dict[str, Document | Problem] = {}
    found: list[Excerpt | Problem] = []
    for one in evidence:
        if one.source not in documents:
            documents[one.source] = _document(deck_path, sources.get(one.source), one, language)
        document = documents[one.source]
        if isinstance(document, Problem):
            found.append(document)
        else:
            place = excerpt(document, one.paragraph, one.words)
            found.append(place or Problem("evidence-not-found", one.place, {"source": one.source}))
    return tuple(found)


def _document(deck_path: str, source: Source | None, evidence: Evidence, language: str) -> Document | Problem:
    from quiz.derive.passages import document
    from quiz.library.texts import text_of

    if source is None:
        return Problem("source-text-missing", evidence.place, {"source": evidence.source})
    article, problem = text_of(deck_path, source)
    if article is None or problem is not None:
        return problem or Problem("source-text-missing", evidence.place, {"source": source.key})
    return document(article, source.key, language=language, published=source.published)
