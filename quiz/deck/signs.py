"""Numbers by which cards that may have to do with one another are found among very many, without their words.

The rules between cards look up what a card says, whole and without each of its words in turn. Here each of these
texts is a number of 64 bits. Numbers are small and can be kept; where two of them are equal, the entries themselves
are fetched and compared (`compared`). Equal numbers of different texts cost a comparison and change no result.

This module is apart from the rules, which take longer to load than to look at the numbers of a large library.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple


class Signs(NamedTuple):
    """The numbers of the entries of one file, in their order; 0 is none.

    `fact` is the answer with the words of the question, `question` the question as it is worded; `sought` are the
    numbers of those that an entry would be told with, `counts` how many of them each entry has.
    """

    fact: array[int]
    question: array[int]
    sought: array[int]
    counts: array[int]


def meeting(files: Sequence[Signs]) -> list[list[int]]:
    """Of each file the positions of the entries that may have to do with another one, in the same file or elsewhere.

    What the rules between cards say of these entries is what they say of all.
    """
    facts: set[int] = set()
    met: set[int] = set()
    for one in files:
        own = set(one.fact)
        met |= facts & own
        if len(own) < len(one.fact):
            met.update(key for key, count in Counter(one.fact).items() if count > 1)
        facts |= own
    held = facts.union(*[one.question for one in files])
    held.discard(0)
    for one in files:
        met |= held.intersection(one.sought)
    met.discard(0)
    return [_met(one, met) for one in files]


def _met(one: Signs, met: set[int]) -> list[int]:
    if not met or (met.isdisjoint(one.fact) and met.isdisjoint(one.question) and met.isdisjoint(one.sought)):
        return []
    positions, at = [], 0
    for index, (fact, question, count) in enumerate(zip(one.fact, one.question, one.counts, strict=True)):
        if fact in met or question in met or not met.isdisjoint(one.sought[at : at + count]):
            positions.append(index)
        at += count
    return positions


def touching(files: Sequence[Signs], fresh: Sequence[int], before: Sequence[list[int]]) -> list[list[int]]:
    """`meeting`, where only the files at the indices `fresh` are new, and the positions `before` met in the others.

    Positions that meet no longer may be among them, which changes nothing.
    """
    new = [files[index] for index in fresh]
    facts = {number for one in new for number in one.fact}
    held = facts.union(*[one.question for one in new]) - {0}
    sought = {number for one in new for number in one.sought} - {0}
    facts.discard(0)
    found = list(before)
    met: set[int] = set()
    for index, one in enumerate(files):
        if index not in fresh:
            own = facts.intersection(one.fact) | held.intersection(one.sought)
            own |= sought.intersection(one.fact) | sought.intersection(one.question)
            if own:
                found[index] = sorted({*before[index], *_met(one, own)})
                met |= own
    for index, one, some in zip(fresh, new, meeting(new), strict=True):
        found[index] = sorted({*some, *_met(one, met)})
    return found


def spliced(signs: Signs, first: int, end: int, fresh: Signs) -> Signs:
    """The numbers with those of the entries from `first` up to `end` exchanged."""
    fact, question, sought, counts = signs
    low, high = sum(counts[:first]), sum(counts[:end])
    return Signs(
        fact[:first] + fresh.fact + fact[end:],
        question[:first] + fresh.question + question[end:],
        sought[:low] + fresh.sought + sought[high:],
        counts[:first] + fresh.counts + counts[end:],
    )
