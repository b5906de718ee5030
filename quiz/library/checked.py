"""What `quiz check` found in each file, kept until the file, the rules or what is allowed change.

A disposable SQLite file in the cache, of its own, so that the way to the first question never meets it. Whatever is
wrong with it (damaged, of another version, read-only, held by another program) costs time and nothing else.
"""

from __future__ import annotations

import json
import time
from array import array
from hashlib import blake2b
from typing import TYPE_CHECKING, Final, NamedTuple

from quiz.deck.signs import Signs
from quiz.library.folder import Found, Stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quiz.deck.card import Deck
    from quiz.deck.lint import Entry
    from quiz.problem import Problem

#: Within this time after its last change, a file may change again and keep its stamp on a coarse clock.
RECENT_NS: Final = 2_000_000_000


class Head(NamedTuple):
    """Of a deck what is said of it when it is checked."""

    id: str
    title: str
    language: str
    cards: int


class Rest(NamedTuple):
    """What is kept of the cards of a file: each entry as a line of JSON without its line, these lines, their signs.

    `standing` is that of a large deck, packed: see `quiz/deck/lint/again.py`.
    """

    entries: str
    lines: array[int]
    signs: Signs
    standing: bytes


class Kept(NamedTuple):
    """One file as it was checked: `problems` is JSON, without the path; `rest` is None until it is asked for."""

    path: str
    hash: bytes
    settled: bool
    stamp: Stamp
    head: Head | None
    problems: str
    rest: Rest | None

    def told(self, path: str) -> tuple[Problem, ...]:
        """The problems, in the file as it is called here."""
        if self.problems == "[]":
            return ()
        from quiz.problem import Place, Problem

        return tuple(
            Problem(
                code,
                Place(path, *at) if at else None,
                {name: tuple(value) if isinstance(value, list) else value for name, value in facts.items()},
            )
            for code, at, facts in json.loads(self.problems)
        )


def chosen(head: Head, rest: Rest, positions: Iterable[int], path: str) -> Iterator[Entry]:
    """The entries at these positions of a deck, in the file as it is called here."""
    from quiz.deck.lint import Entry
    from quiz.problem import Place

    rows = rest.entries.split("\n")
    for position in positions:
        column, card, kind, words, content, special, answer, allow = json.loads(rows[position])
        yield Entry(
            Place(path, rest.lines[position], column),
            card,
            head.id,
            head.language,
            kind,
            tuple(words.split()),
            frozenset(content.split()),
            frozenset(special.split()),
            answer,
            frozenset(allow),
        )


def hashed(data: bytes) -> bytes:
    """What tells the bytes of a file from others."""
    return blake2b(data, digest_size=16).digest()


def is_settled(stamp: Stamp) -> bool:
    """Whether a file was changed so long ago that its stamp tells of any other change."""
    return not -RECENT_NS < time.time_ns() - stamp.mtime_ns < RECENT_NS


def to_keep(
    found: Found, digest: bytes, settled: bool, deck: Deck | None, problems: Iterable[Problem], standing: bytes = b""
) -> Kept:
    """One file that was just checked, so that it can be kept."""
    from quiz.deck.lint.between import each_entry

    told = [[one.code, one.place[1:] if one.place else None, dict(one.facts)] for one in problems]
    head = Head(deck.id, deck.title, deck.language, len(deck.cards)) if deck else None
    return Kept(
        found.path, digest, settled, found.stamp, head, pack(told), rest_of(each_entry(deck) if deck else (), standing)
    )


#: JSON without spaces.
pack: Final = json.JSONEncoder(separators=(",", ":")).encode


def rest_of(entries: Iterable[Entry], standing: bytes = b"") -> Rest:
    """What is kept of these entries."""
    from quiz.deck.lint.signs import signs

    rows: list[str] = []
    lines = array("I")

    def noted() -> Iterator[Entry]:
        for one in entries:
            rows.append(
                pack(
                    [
                        one.place.column,
                        one.card,
                        one.kind,
                        " ".join(one.words),
                        " ".join(sorted(one.content)),
                        " ".join(sorted(one.special)),
                        one.answer,
                        sorted(one.allow),
                    ]
                )
            )
            lines.append(one.place.line)
            yield one

    numbers = signs(noted())
    return Rest("\n".join(rows), lines, numbers, standing)
