"""What is the same, what is missing and what is too much, in pieces that a person takes in at a glance."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from quiz.answers.verdict import Piece
from quiz.language.pattern import pattern
from quiz.language.text import fold

_ATOMS: Final = pattern(r"\d+(?:[.,'’\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?|\s+|.", re.DOTALL)
_WORDS: Final = pattern(r"\s*\S+")
_EDGES: Final = " .,;:!?…«»\"'“”„()\u00a0\u202f"
_LONGEST: Final = 400


@lru_cache(maxsize=2048)
def characters(right: str, typed: str) -> tuple[Piece, ...]:
    """The difference letter by letter, a number being one piece; () where too little is common to help."""
    return _diff(_ATOMS.findall(right), _ATOMS.findall(typed), lambda atom: fold(atom) or atom, 3)


@lru_cache(maxsize=2048)
def words(right: str, typed: str) -> tuple[Piece, ...]:
    """The difference word by word; () where too little is common to help."""
    return _diff(_WORDS.findall(right), _WORDS.findall(typed), lambda word: fold(word).strip(_EDGES), 1)


def _diff(right: list[str], typed: list[str], key: Callable[[str], str], least: int) -> tuple[Piece, ...]:
    """The pieces; runs in the middle shorter than `least` are no common ground (they would be confetti)."""
    if not right or not typed or max(len(right), len(typed)) > _LONGEST:
        return ()
    rights, typeds = [key(atom) for atom in right], [key(atom) for atom in typed]
    pieces: list[Piece] = []
    common = 0

    def say(atoms: Sequence[str], state: str) -> None:
        if atoms:
            pieces.append(Piece("".join(atoms), state))  # type: ignore[arg-type]

    def walk(low: int, high: int, left: int, end: int) -> None:
        nonlocal common
        start, size, at = _longest(rights, typeds, low, high, left, end)
        edge = start == low == 0 and at == left == 0
        edge = edge or (start + size == high == len(rights) and at + size == end == len(typeds))
        if not size or (size < least and not edge):
            say(right[low:high], "missing")
            say(typed[left:end], "extra")
            return
        walk(low, start, left, at)
        say(right[start : start + size], "same")
        common += size
        walk(start + size, high, at + size, end)

    walk(0, len(rights), 0, len(typeds))
    if common * 5 < max(len(rights), len(typeds)) * 2:
        return ()
    return _joined(pieces)


def _longest(rights: list[str], typeds: list[str], low: int, high: int, left: int, end: int) -> tuple[int, int, int]:
    """The longest common run of two stretches: where it starts in the right one, its size, where in the typed one."""
    best = (low, 0, left)
    row: dict[int, int] = {}
    places: dict[str, list[int]] = {}
    for at in range(left, end):
        places.setdefault(typeds[at], []).append(at)
    for index in range(low, high):
        fresh: dict[int, int] = {}
        for at in places.get(rights[index], ()):
            size = fresh[at] = row.get(at - 1, 0) + 1
            if size > best[1]:
                best = (index - size + 1, size, at - size + 1)
        row = fresh
    return best


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].state == piece.state:
            joined[-1] = Piece(joined[-1].text + piece.text, piece.state)
        else:
            joined.append(piece)
    return tuple(joined)
