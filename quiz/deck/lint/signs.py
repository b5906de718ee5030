"""The numbers of a card by which others find it: see `quiz/deck/signs.py`."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import accumulate
from typing import Final

from quiz.deck.lint.between import Entry, is_fact, is_open, is_qualified, lacks_one, shorter_spans
from quiz.deck.signs import Signs

_MASK: Final = (1 << 64) - 1
#: An odd number without a pattern in its bits (Knuth, The Art of Computer Programming, 6.4).
_FACTOR: Final = 0x9E3779B97F4A7C15


class _Numbers(dict[str, int]):
    """The number of each text, worked out once."""

    def __missing__(self, text: str) -> int:
        digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        value = self[text] = int.from_bytes(digest, "big")
        return value


def signs(found: Iterable[Entry]) -> Signs:
    """The numbers of these entries: the same for the same entries, always and everywhere."""
    known = _Numbers()
    said = Signs(array("Q"), array("Q"), array("Q"), array("H"))
    for entry in found:
        fact = question = 0
        sought: list[int] = []
        if entry.answer:
            if is_fact(entry):
                total = known[f"{entry.language} {entry.answer}"] + sum([known[word] for word in entry.content])
                fact = total & _MASK or 1
                sought += _without(entry, total, known)
            base = known[f"{entry.language}/{entry.kind}"]
            qualified = is_qualified(entry)
            if is_open(entry) or qualified:
                words = [known[word] for word in entry.words]
                rows = list(accumulate(words, _row, initial=base))
                if is_open(entry):
                    question = rows[-1] or 1
                if qualified:
                    for start, end in shorter_spans(entry.words):
                        row = rows[end] if not start else list(accumulate(words[start:end], _row, initial=base))[-1]
                        sought.append(row or 1)
        said.fact.append(fact)
        said.question.append(question)
        said.sought.extend(sought)
        said.counts.append(len(sought))
    return said


def _without(entry: Entry, total: int, known: _Numbers) -> Iterator[int]:
    """The numbers of what `contents_without` gives, each less a number than the whole: sums know no order."""
    one, figures = lacks_one(entry)
    if one:
        yield from sorted([(total - known[word]) & _MASK or 1 for word in entry.content - entry.special])
    if figures:
        yield (total - sum([known[word] for word in figures])) & _MASK or 1


def _row(before: int, number: int) -> int:
    """A number that depends on the order of the words."""
    return (before * _FACTOR + number) & _MASK
