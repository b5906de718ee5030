"""Read the files that changed into the index, one at a time.

- One transaction a file, so that memory stays bounded and another program never waits long.
- A file that cannot be read at all (a stray tab, in the middle of an edit) keeps the cards of its last good reading;
  of one that can be read in part, the good cards count. Either way its problems are told once, when it changed.
- A file changed less than two seconds before it was read may change again without a new time: its bytes are compared
  the next time.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from hashlib import blake2b
from sqlite3 import Connection
from typing import Final

from quiz.deck.card import Card, Deck
from quiz.deck.checks import examined
from quiz.deck.read import decode
from quiz.library import aside
from quiz.library.collector import paused
from quiz.library.editions import settle
from quiz.library.file import read as read_file
from quiz.library.folder import Found
from quiz.library.gone import Gone
from quiz.library.index import POSITIONS, UNSETTLED, transaction
from quiz.library.memories import recount
from quiz.library.moved import note_moves
from quiz.library.refresh import Refreshed, Work
from quiz.library.rows import problems_to_text, sources_to_text, text_of
from quiz.problem import Failure, Problem

#: Within this time after its last change, a file may change again and keep its stamp on a coarse clock.
RECENT_NS: Final = 2_000_000_000

Progress = Callable[[str, int, int], None]


class _Outcome:
    """What one refresh gathers on its way."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        self.read: set[int] = set()
        self.gone = Gone()
        self.added = self.changed = 0


def intake(connection: Connection, work: Work, problems: Iterable[Problem], progress: Progress | None) -> Refreshed:
    """Do the work that a look at the files has found; `problems` are those of the look."""
    outcome = _Outcome(problems)
    with paused():
        _forget(connection, work.forget, outcome)
        for number, (rank, file) in enumerate(work.read, 1):
            if progress:
                progress(file.path, number, len(work.read))
            _index(connection, rank, file, outcome)
        if outcome.read or work.forget or work.settle or work.rank:
            with transaction(connection):
                connection.executemany("UPDATE file SET rank = ? WHERE id = ?", work.rank)
                outcome.problems += settle(connection, {*outcome.read, *work.settle})
        with transaction(connection):
            outcome.problems += note_moves(connection, outcome.gone)
    return Refreshed(outcome.added, outcome.changed, len(work.forget), problems=tuple(outcome.problems))


def _forget(connection: Connection, files: Sequence[int], outcome: _Outcome) -> None:
    """Take files out of the index. What is remembered of their cards stays, should they come back."""
    for file in files:
        with transaction(connection):
            outcome.gone.leaves(connection, file, frozenset())
            aside.forget(connection, file)
            _empty(connection, file)
            row = connection.execute("DELETE FROM file WHERE id = ? RETURNING deck", (file,)).fetchone()
            if row:  # its other editions must be settled, even if this program ends here
                connection.execute("UPDATE file SET edition = ? WHERE deck = ?", (UNSETTLED, row[0]))


def _empty(connection: Connection, file: int) -> None:
    low, high = file << POSITIONS, (file + 1) << POSITIONS
    connection.execute("DELETE FROM card WHERE id >= ? AND id < ?", (low, high))
    connection.execute("DELETE FROM text WHERE id >= ? AND id < ?", (low, high))
    connection.execute("DELETE FROM tally WHERE file = ?", (file,))


def _index(connection: Connection, rank: int, file: Found, outcome: _Outcome) -> None:
    """Read one file and put what it holds into the index."""
    stamp, hashed, data = file.stamp, b"", b""
    problems: tuple[Problem, ...] = ()
    deck: Deck | None = None
    age = time.time_ns() - stamp.mtime_ns
    settled = int(not -RECENT_NS < age < RECENT_NS)
    try:
        data, stamp = read_file(file.path)
    except Failure as failure:
        problems = failure.problems
    else:
        hashed = blake2b(data, digest_size=16).digest()
    if hashed and _holds(connection, file.path, hashed):
        connection.execute(
            "UPDATE file SET mtime_ns = ?, size = ?, inode = ?, settled = ? WHERE path = ?",
            (*stamp, settled, file.path),
        )
        return
    if hashed:
        deck, problems = _deck(data, file.path)
    with transaction(connection):
        if hashed and _holds(connection, file.path, hashed):  # another program was faster
            return
        row = connection.execute("SELECT id FROM file WHERE path = ?", (file.path,)).fetchone()
        if row is None:
            outcome.added += 1
            row = connection.execute(
                "INSERT INTO file VALUES (NULL, ?, ?, 0, 0, 0, 0, x'', '', '', '', '[]', NULL, '[]', '[]', 0, 0, 0)"
                " RETURNING id",
                (file.path, rank),
            ).fetchone()
        else:
            outcome.changed += 1
        connection.execute(
            "UPDATE file SET rank = ?, mtime_ns = ?, size = ?, inode = ?, settled = ?, hash = ?, problems = ?"
            " WHERE id = ?",
            (rank, *stamp, settled, hashed, problems_to_text(problems), row[0]),
        )
        if deck is not None:
            _fill(connection, row[0], deck, problems, outcome)
    outcome.read.add(row[0])
    outcome.problems += problems


def _deck(data: bytes, path: str) -> tuple[Deck | None, tuple[Problem, ...]]:
    text = decode(data, path)
    return examined(text, path) if isinstance(text, str) else (None, (text,))


def _holds(connection: Connection, path: str, hashed: bytes) -> bool:
    """Whether the index holds this file with these bytes."""
    row = connection.execute("SELECT hash FROM file WHERE path = ?", (path,)).fetchone()
    return row is not None and row[0] == hashed


def _fill(connection: Connection, file: int, deck: Deck, problems: Sequence[Problem], outcome: _Outcome) -> None:
    """Put the cards of a deck in the place of those that the file had; each takes up what is remembered of it.

    Drafts stay aside: nobody is asked what nobody has accepted. So do cards that are superseded; neither has left.
    A card that is missing because it is misspelt at the moment has not left either.
    """
    base = file << POSITIONS
    well = not any(problem.severity == "error" for problem in problems)
    outcome.gone.leaves(connection, file, frozenset(card.identity for card in deck.cards), well=well)
    unasked = [card for card in deck.cards if card.draft or card.superseded_by]
    deck = replace(deck, cards=tuple(card for card in deck.cards if not (card.draft or card.superseded_by)))
    asked = frozenset(card.identity for card in deck.cards)
    mains = [card for card in unasked if card.identity == card.sibling]
    outcome.gone.enters(connection, file, asked, mains, well=well)
    _empty(connection, file)
    connection.execute(
        "UPDATE file SET deck = ?, title = ?, language = ?, sources = ?, edition = ? WHERE id = ?",
        (deck.id, _sound(deck.title), deck.language, sources_to_text(deck.sources), UNSETTLED, file),
    )
    cards = [(base | position, card) for position, card in enumerate(deck.cards)]
    connection.executemany(
        "INSERT INTO text VALUES (?, ?, ?, ?, ?, ?, ?, ?)", ((row, *text_of(card)) for row, card in cards)
    )
    connection.executemany(
        "INSERT INTO card SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, due, ifnull(interval, 0), ifnull(last_day, 0),"
        " ifnull(last_at, 0), ifnull(again, 0), ifnull(suspended, 0), buried_on"
        " FROM (SELECT 1) LEFT JOIN memory ON memory.identity = ?3",
        ((row, file, *_narrow(card)) for row, card in cards),
    )
    recount(connection, file)


def _narrow(card: Card) -> tuple[str, str, str, str | None, str]:
    topic = _sound(card.tags[0]) if card.tags else ""
    sibling = None if card.sibling == card.identity else card.sibling
    return card.identity, UNSETTLED, topic, sibling, card.answer.kind


def _sound(text: str) -> str:
    """`text` without half characters (lone surrogates), which SQLite cannot hold as text."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()
