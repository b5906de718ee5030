"""Where a piece of evidence stands: its sentence with the words marked, and the sentences on either side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quiz.deck.evidence import find
from quiz.derive.document import Document, Passage


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of an article in their place. `pieces` are the sentence or sentences that hold them, in parts: the text,
    and whether it is the words themselves. `before` and `after` are the neighbouring sentences, "" where there is none
    nearby; `apart_before` and `apart_after` say that they are of another paragraph. `paragraph` counts from 1.
    """

    paragraph: int
    pieces: tuple[tuple[str, bool], ...]
    before: str = ""
    after: str = ""
    apart_before: bool = False
    apart_after: bool = False


def excerpt(document: Document, paragraph: int, words: str) -> Excerpt | None:
    """The place of `words`, looked for in the paragraph of that number and then everywhere; None if there is none."""
    for passage in _nearest_first(document.passages, paragraph):
        place = find(words, passage.text)
        if place is not None:
            return _around(document, passage, *place)
    return None


def _nearest_first(passages: tuple[Passage, ...], paragraph: int) -> Iterable[Passage]:
    """The passage with that line first. A passage of several lines has the number of the first of them."""
    said = max((one.number for one in passages if one.number <= paragraph), default=0)
    yield from (one for one in passages if one.number == said)
    yield from (one for one in passages if one.number != said)


def _around(document: Document, passage: Passage, start: int, end: int) -> Excerpt:
    sentences = [(one.start - passage.start, one.end - passage.start) for one in passage.sentences]
    first = max((at for at, one in enumerate(sentences) if one[0] <= start), default=0)
    last = next((at for at, one in enumerate(sentences) if one[1] >= end), len(sentences) - 1)
    begin, stop = sentences[first][0], sentences[last][1]
    text = passage.text
    pieces = ((text[begin:start].lstrip(), False), (text[start:end], True), (text[end:stop].rstrip(), False))
    before = text[slice(*sentences[first - 1])].strip() if first else ""
    after = text[slice(*sentences[last + 1])].strip() if last + 1 < len(sentences) else ""
    at = document.passages.index(passage)
    outer_before = _telling(document.passages[at - 1 : at] if at else (), -1) if not before else ""
    outer_after = _telling(document.passages[at + 1 : at + 2], 0) if not after else ""
    return Excerpt(
        passage.number,
        tuple(piece for piece in pieces if piece[0]),
        before or outer_before,
        after or outer_after,
        bool(outer_before),
        bool(outer_after),
    )


def _telling(passages: tuple[Passage, ...], which: int) -> str:
    """The first or last sentence of the one passage, if it belongs to what the article tells."""
    for passage in passages:
        if passage.telling and passage.sentences:
            return passage.words(passage.sentences[which]).strip()
    return ""
