"""Slips of the finger in words: when two spellings are one word. Never in digits, numerals or single letters."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from quiz.language import opposites
from quiz.language.names import ROMAN
from quiz.language.text import edits, word_set

#: Prefixes that turn a word into its opposite, or into its sister: "inflation" is no slip of "deflation".
_OPPOSITES: Final = frozenset(
    frozenset(pair.split("/"))
    for pair in word_set(
        "/in /im /il /ir /un /non /dis /a /an /de /des /mal /anti /re in/de in/re de/re im/e in/ex im/ex "
        "hyper/hypo inter/intra non/for maj/min "
        "macro/micro pre/post endo/exo maxi/mini max/min pro/anti over/under sur/sous sub/super ante/anti mono/bi "
        "uni/bi bi/tri meta/para"
    )
)


def opposite(first: str, second: str) -> bool:
    """Whether two folded words differ by prefixes of opposite sense only."""
    same = 0
    while same < min(len(first), len(second)) and first[-1 - same] == second[-1 - same]:
        same += 1
    for end in range(same, 3, -1):
        if frozenset((first[: len(first) - end], second[: len(second) - end])) in _OPPOSITES:
            return True
    return False


def _figured(word: str) -> bool:
    return not word.isalpha() and any(char.isdigit() for char in word)


@lru_cache(maxsize=4096)
def slip(right: str, typed: str) -> int | None:
    """How many slips make the folded word `right` the word `typed`: 0, 1 (from 4 letters), 2 (from 8), else None."""
    if right == typed:
        return 0
    length = len(right)
    most = 2 if length >= 8 else 1
    if length < 4 or abs(length - len(typed)) > most or _figured(right) or _figured(typed):
        return None
    count = edits(right, typed, most)
    if count > most or ROMAN.fullmatch(right) or opposite(right, typed) or opposites.opposite(right, typed):
        return None
    return count


def slips(right: tuple[str, ...], typed: tuple[str, ...]) -> int | None:
    """How many slips lie between two rows of folded words; None where a word, or the whole, is another.

    One slip in all, two from 8 letters. A slip may also join or part two words.
    """
    if len(right) != len(typed):
        if abs(len(right) - len(typed)) > 1 or set(right) <= set(typed) or set(typed) <= set(right):
            return None
        one, two = "".join(right), "".join(typed)
        return None if _figured(one) or _figured(two) else slip(one, two)
    total = 0
    for one, two in zip(right, typed, strict=True):
        count = slip(one, two)
        if count is None:
            return None
        total += count
    return total if total <= (2 if sum(map(len, right)) >= 8 else 1) else None
