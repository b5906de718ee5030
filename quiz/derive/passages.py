"""An article's text → passages: which part of the page each paragraph is, and its sentences."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from quiz.article import Article
from quiz.derive.document import Document, Passage
from quiz.derive.fact import Span

_LINE: Final = re.compile(r"[^\r\n]*\S[^\r\n]*")
_SENTENCE_END: Final = re.compile(r"[.!?…]+[\"»”’)\u00a0 ]*(?=\s+[\"«“A-ZÀ-Ý])")


def document(article: Article, key: str, *, language: str, published: str = "") -> Document:
    """The document of an article. `language` is that of the whole text; `published` an ISO day or ""."""
    passages = []
    for number, match in enumerate(_LINE.finditer(article.text), 1):
        text = match[0].rstrip()
        start = match.start() + len(text) - len(text.lstrip())
        text = text.lstrip()
        passages.append(Passage(number, start, text, "body", language, _sentences(start, text)))
    return Document(article, key, language, published, tuple(passages))


def _sentences(start: int, text: str) -> tuple[Span, ...]:
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    places = [0, *ends, len(text)]
    return tuple(Span(start + one, start + two) for one, two in pairwise(places) if one < two)
