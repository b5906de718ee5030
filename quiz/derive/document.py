"""An article as the extractors see it: paragraphs with their part in the page, sentences, and the people in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import accumulate
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


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """An article in its passages. `key` names it among the sources of a deck; `published` is an ISO day or "".

    Every place is one of `article`, whose text is that which is seen; `original` is the article as it was read, where
    that has signs that nobody sees, and `dropped` says what follows them.

    A document is equal to itself only, so that what is worked out of it can be kept by it.
    """

    article: Article
    key: str
    language: str
    published: str
    passages: tuple[Passage, ...]
    original: Article | None = None
    dropped: tuple[int, ...] = ()
    _starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Note where the passages begin."""
        object.__setattr__(self, "_starts", tuple(passage.start for passage in self.passages))

    def passage_at(self, place: int) -> Passage:
        """The passage in which the code point `place` of the article stands. Raises `LookupError` where none does."""
        at = bisect_right(self._starts, place) - 1
        if at < 0 or place >= self.passages[at].end:
            raise LookupError(place)
        return self.passages[at]

    def sentence_at(self, place: int) -> Span:
        """The sentence in which the code point `place` stands."""
        sentences = self.passage_at(place).sentences
        return sentences[bisect_right(sentences, place, key=_start) - 1]

    @property
    def read(self) -> Article:
        """The article as it was read."""
        return self.original or self.article

    def as_read(self, span: Span) -> Span:
        """A span in the code points of the article as it was read."""
        start = span.start + bisect_right(self.dropped, span.start)
        return Span(start, max(start, span.end + bisect_left(self.dropped, span.end)))

    def as_seen(self, place: int) -> int:
        """A place of the article as it was read, where it is in the text that is seen."""
        return place - bisect_left(range(len(self.dropped)), place, key=lambda at: self.dropped[at] + at)

    def words(self, span: Span) -> str:
        """The article's words at a span of one passage, line ends as spaces."""
        return self.passage_at(span.start).words(span)


def _start(span: Span) -> int:
    return span.start


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """All that an extractor is given: the document, what the readers found in it, and who is in it.

    `readings` are those of `quiz.language.spans.find` in every telling passage, their offsets those of the article.
    """

    document: Document
    readings: tuple[Reading[Any], ...]
    people: People
    _starts: tuple[int, ...] = field(init=False, repr=False)
    _reach: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Note where the readings begin, and how far those up to each of them go."""
        object.__setattr__(self, "_starts", tuple(one.start for one in self.readings))
        object.__setattr__(self, "_reach", tuple(accumulate((one.end for one in self.readings), max)))

    def readings_in(self, start: int, end: int) -> list[Reading[Any]]:
        """The readings of which a part stands between two places, in the order of the text."""
        near = self.readings[bisect_right(self._reach, start) : bisect_left(self._starts, end)]
        return [one for one in near if one.end > start]


Extractor = Callable[[Scene], Iterable[Fact]]
