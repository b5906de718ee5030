"""An article's text → passages: which part of the page each paragraph is, its language, and its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from quiz.article import Article
from quiz.derive import datelines
from quiz.derive.document import TELLING, Document, Part, Passage
from quiz.derive.foreign import is_foreign
from quiz.derive.lines import Paragraph, paragraphs
from quiz.derive.parts import parts
from quiz.derive.sentences import sentences
from quiz.derive.unseen import seen
from quiz.language.which import which

_OTHER: Final = {"fr": "en", "en": "fr"}
#: The lines that say when a page was published.
_DATED: Final[frozenset[Part]] = frozenset(("byline", "legal"))


def document(article: Article, key: str, *, language: str, published: str = "") -> Document:
    """The document of an article. `language` is that of the whole text; `published` an ISO day or "".

    What the article does not say of itself (its title, its day) is read from the page's own lines.
    """
    found, told = _page(article.text, language, article.author)
    passages = tuple(
        Passage(
            one.number,
            one.start,
            one.text,
            part,
            _language(one.text, language, part),
            sentences(one.text, one.start),
        )
        for one, part in zip(found, told, strict=True)
    )
    day = published or article.published or _published(found, told, language)
    if not article.title:
        article = replace(article, title=_title(found, told))
    return Document(article, key, language, day, passages)


def title(article: Article, *, language: str) -> str:
    """The title of an article, by its own lines where it has none; "" where they say none."""
    return article.title or _title(*_page(seen(article.text)[0], language, article.author))


@lru_cache(maxsize=2)
def _page(text: str, language: str, author: str) -> tuple[tuple[Paragraph, ...], tuple[Part, ...]]:
    found = tuple(paragraphs(text))
    return found, tuple(parts(found, language, author))


def _language(text: str, language: str, part: Part) -> str:
    """The language of a paragraph: the article's, unless its small words are of the other."""
    if part not in TELLING or not is_foreign(text, language, certain=part != "post"):
        return language
    return which(text) or (_OTHER.get(language, language) if part == "post" else language)


def _published(found: Sequence[Paragraph], told: Sequence[Part], language: str) -> str:
    lines = [one.text for one, part in zip(found, told, strict=True) if part in _DATED and len(one.text) <= 200]
    day = datelines.published(lines, language)
    if day:
        return day
    body = next((one.text for one, part in zip(found, told, strict=True) if part in ("body", "lead")), "")
    return datelines.dateline_of(body, language)


def _title(found: Sequence[Paragraph], told: Sequence[Part]) -> str:
    """The first title of more than a few words (a section's name stands above it), else the first."""
    titles = [one.text.strip("#*_ ") for one, part in zip(found, told, strict=True) if part == "title"]
    return next((title for title in titles if len(title.split()) > 3), titles[0] if titles else "")
