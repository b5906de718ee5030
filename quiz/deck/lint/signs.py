"""The numbers of a card by which others find it: see `quiz/deck/signs.py`."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from typing import Final

from quiz.deck.lint.between import Entry, contents_without, is_fact, is_open, is_qualified, shorter_questions
from quiz.deck.signs import Signs

_MASK: Final = (1 << 64) - 1
#: An odd number without a pattern in its bits (Knuth, The Art of Computer Programming, 6.4).
_FACTOR: Final = 0x9E3779B97F4A7C15
_Number = Callable[[str], int]


def signs(found: Iterable[Entry]) -> Signs:
    """The numbers of these entries: the same for the same entries, always and everywhere."""
    known: dict[str, int] = {}

    def number(text: str) -> int:
        value = known.get(text)
        if value is None:
            digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
            value = known[text] = int.from_bytes(digest, "big")
        return value

    said = Signs(array("Q"), array("Q"), array("Q"), array("H"))
    for entry in found:
        fact = question = count = 0
        if entry.answer:
            if is_fact(entry):
                base = number(f"{entry.language} {entry.answer}")
                fact = _set(base, entry.content, number)
                for less in contents_without(entry):
                    said.sought.append(_set(base, less, number))
                    count += 1
            base = number(f"{entry.language}/{entry.kind}")
            if is_open(entry):
                question = _row(base, entry.words, number)
            if is_qualified(entry):
                for shorter, _ in shorter_questions(entry.words):
                    said.sought.append(_row(base, shorter, number))
                    count += 1
        said.fact.append(fact)
        said.question.append(question)
        said.counts.append(count)
    return said


def _set(base: int, words: Iterable[str], number: _Number) -> int:
    """A number that does not depend on the order of the words."""
    for word in words:
        base += number(word)
    return (base & _MASK) or 1


def _row(base: int, words: Sequence[str], number: _Number) -> int:
    """A number that depends on their order."""
    for word in words:
        base = (base * _FACTOR + number(word)) & _MASK
    return base or 1
