"""An article as the extractors see it: paragraphs with their part in the page, sentences, and the people in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from quiz.article import Article
from quiz.derive.fact import Fact, Span
from quiz.language.reading import Reading

if TYPE_CHECKING:
    from quiz.derive.people import People

#: What a paragraph is in its page. Facts come from the first four only.
Part = Literal[
    "body", "lead", "summary", "post", "attribution", "title", "heading", "byline", "biography", "navigation",
    "caption", "legal",
]  # fmt: skip
TELLING: Final[frozenset[Part]] = frozenset(("body", "lead", "summary", "post"))


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: one non-empty line, or several where a sentence runs on over broken lines.

    `number` counts the article's non-empty lines from 1 and is that of the first line. `text` has exactly as many code
    points as the article between `start` and `end`; line ends within it are spaces, so that readers see running text.
    `language` is that of the passage itself: a post in English may stand in a French article. `sentences` cover it.
    """

    number: int
    start: int
    text: str
    part: Part
    language: str
    sentences: tuple[Span, ...]

    @property
    def end(self) -> int:
        """Where it ends in the article's text."""
        return self.start + len(self.text)

    @property
    def telling(self) -> bool:
        """Whether facts may come from it."""
        return self.part in TELLING

    def words(self, span: Span) -> str:
        """The words of a span of the article that lies in this passage."""
        return self.text[span.start - self.start : span.end - self.start]


@dataclass(frozen=True, slots=True)
class Document:
    """An article in its passages. `key` names it among the sources of a deck; `published` is an ISO day or ""."""

    article: Article
    key: str
    language: str
    published: str
    passages: tuple[Passage, ...]

    def passage_at(self, place: int) -> Passage:
        """The passage in which the code point `place` of the article stands."""
        return next(passage for passage in self.passages if passage.start <= place < passage.end)

    def sentence_at(self, place: int) -> Span:
        """The sentence in which the code point `place` stands."""
        passage = self.passage_at(place)
        return next(one for one in reversed(passage.sentences) if one.start <= place)

    def words(self, span: Span) -> str:
        """The article's words at a span of one passage, line ends as spaces."""
        return self.passage_at(span.start).words(span)


@dataclass(frozen=True, slots=True)
class Scene:
    """All that an extractor is given: the document, what the readers found in it, and who is in it.

    `readings` are those of `quiz.language.spans.find` in every telling passage, their offsets those of the article.
    """

    document: Document
    readings: tuple[Reading[Any], ...]
    people: People


Extractor = Callable[[Scene], Iterable[Fact]]
