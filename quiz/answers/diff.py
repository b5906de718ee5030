"""What is the same, what is missing and what is too much, in pieces that a person takes in at a glance."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    atoms, typed_atoms = _ATOMS.findall(right), _ATOMS.findall(typed)
    return _diff(atoms, typed_atoms, _keys(atoms, right), _keys(typed_atoms, typed), 3)


@lru_cache(maxsize=2048)
def words(right: str, typed: str) -> tuple[Piece, ...]:
    """The difference word by word; () where too little is common to help."""
    row, typed_row = _WORDS.findall(right), _WORDS.findall(typed)
    bare, typed_bare = ([fold(word).strip(_EDGES) for word in one] for one in (row, typed_row))
    return _diff(row, typed_row, bare, typed_bare, 1)


def _keys(atoms: list[str], text: str) -> list[str]:
    """The atoms as they are compared; of plain characters only the case differs."""
    return [atom.lower() for atom in atoms] if text.isascii() else [fold(atom) or atom for atom in atoms]


def _diff(right: list[str], typed: list[str], keys: list[str], typed_keys: list[str], least: int) -> tuple[Piece, ...]:
    """The pieces; runs in the middle shorter than `least` are no common ground (they would be confetti)."""
    if not right or not typed or max(len(right), len(typed)) > _LONGEST:
        return ()
    # One character for each atom: common runs are then looked for by `str.find`, not atom by atom.
    signs: dict[str, str] = {}
    rights, typeds = ("".join([signs.setdefault(key, chr(len(signs))) for key in row]) for row in (keys, typed_keys))
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


def _longest(rights: str, typeds: str, low: int, high: int, left: int, end: int) -> tuple[int, int, int]:
    """The longest common run of two stretches: where it starts in the right one, its size, where in the typed one.

    Of several the first in the right one, and of these the first in the typed one.
    """
    start, size, place = low, 0, left
    at = low
    while at + size < high:
        found = typeds.find(rights[at : at + size + 1], left, end)
        if found < 0:
            at += 1
        else:
            start, size, place = at, size + 1, found
    return start, size, place


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].state == piece.state:
            joined[-1] = Piece(joined[-1].text + piece.text, piece.state)
        else:
            joined.append(piece)
    return tuple(joined)
