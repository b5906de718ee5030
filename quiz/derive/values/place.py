"""Where a reading stands: its passage, its sentence and the words around it; and the fact that begins there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final, NamedTuple

from quiz.derive.document import Passage, Scene
from quiz.derive.fact import Span
from quiz.derive.values.said import Said, said
from quiz.language import bounds
from quiz.language.reading import Reading
from quiz.language.tokens import Token, tokens

Line = tuple[Token, ...]

#: Signs that part one clause from the next.
CLAUSE_ENDS: Final = frozenset({";", ":", "(", ")", "—", "–", "«", "»", "“", "”", '"', "!", "?"})


class Place(NamedTuple):
    """A reading among the tokens of its passage: `line[first:last]` are its own, their places count from the passage.

    `begins` and `ends` are the tokens between which its sentence stands; `said` is the stretch of speech around it.
    """

    reading: Reading[Any]
    passage: Passage
    sentence: Span
    line: Line
    first: int
    last: int
    begins: int
    ends: int
    said: Said | None = None

    @property
    def reading_first(self) -> int:
        """The first token of the reading with the words of its bound, which `first` leaves out."""
        start, at = self.reading.start - self.passage.start, self.first
        while at > self.begins and self.line[at - 1].start >= start:
            at -= 1
        return at

    def word(self, at: int) -> str:
        """The levelled word at a token of its sentence, "" beyond it."""
        return self.line[at].text if self.begins <= at < self.ends else ""

    def before(self, count: int) -> list[str]:
        """The last words before it in its sentence, the nearest first."""
        return [self.line[at].text for at in range(self.first - 1, max(self.begins, self.first - count) - 1, -1)]

    def after(self, count: int) -> list[str]:
        """The first words after it in its sentence."""
        return [token.text for token in self.line[self.last : min(self.ends, self.last + count)]]

    def capital(self, at: int) -> bool:
        """Whether the token at a place begins with a capital letter."""
        return self.passage.text[self.line[at].start].isupper()

    def span(self, first: int, last: int) -> Span:
        """The span in the article of the tokens from `first` up to `last`."""
        return Span(self.passage.start + self.line[first].start, self.passage.start + self.line[last - 1].end)

    def written(self, first: int, last: int) -> str:
        """The words of the tokens from `first` up to `last`, as they are written."""
        return self.passage.text[self.line[first].start : self.line[last - 1].end]


@lru_cache(maxsize=128)
def _starts(text: str) -> tuple[int, ...]:
    """Where the tokens of a text begin, the last three (its ends) beyond it."""
    return tuple(token.start for token in tokens(text))


def places(scene: Scene, *kinds: str) -> Iterator[Place]:
    """The readings of these kinds, in order, each in its place; those in passages that tell nothing are left out."""
    passages = scene.document.passages
    opens = [passage.start for passage in passages]
    speech = said(scene)
    for reading in scene.readings:
        if reading.kind not in kinds:
            continue
        index = bisect_right(opens, reading.start) - 1
        if index >= 0 and passages[index].telling and reading.end <= passages[index].end:
            found = place(reading, passages[index])
            around = (one for one in speech.get(found.passage.number, ()) if _within(reading, one.span))
            yield found._replace(said=next(around, None))


def _within(reading: Reading[Any], span: Span) -> bool:
    return span.start <= reading.start and reading.end <= span.end


def place(reading: Reading[Any], passage: Passage) -> Place:
    """A reading of a passage in its place; the words of a bound are not its own."""
    line, starts = tokens(passage.text), _starts(passage.text)
    first = bisect_left(starts, reading.start - passage.start)
    last = max(first + 1, bisect_left(starts, reading.end - passage.start))
    if reading.kind != "date":
        first, last = bounds.within(line, first, last)
    sentence = sentence_at(passage, reading.start)
    begins = bisect_left(starts, sentence.start - passage.start)
    ends = min(bisect_left(starts, sentence.end - passage.start), len(line) - 3)
    return Place(reading, passage, sentence, line, first, last, begins, ends)


def sentence_at(passage: Passage, start: int) -> Span:
    """The sentence of a passage in which the code point `start` of the article stands."""
    index = bisect_right(passage.sentences, start, key=attrgetter("start")) - 1
    return passage.sentences[max(0, index)] if passage.sentences else Span(passage.start, passage.end)
