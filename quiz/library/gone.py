"""The cards with a history that leave their files, and those that come into any: noted while the files are read."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from sqlite3 import Connection
from typing import Final

from quiz.deck.card import Card
from quiz.deck.identity import REVERSE
from quiz.library import aside
from quiz.library.front import question_of
from quiz.library.index import POSITIONS
from quiz.library.likeness import Side, side

#: Of so many that left at once it is looked what became of each.
FEW: Final = 20
#: A card where it stands: identity, deck, path, question, and what its `back` holds.
SIDE: Final = (
    "SELECT card.identity, file.deck, file.path, text.question, text.back FROM card"
    " JOIN file ON file.id = card.file JOIN text ON text.id = card.id"
)


class Gone:
    """The cards with history that left their files during a refresh, and the cards that came into any."""

    def __init__(self) -> None:
        self.left: set[str] = set()
        #: Of those that left without a history, a few: a session that began before may still be asking them.
        self.unasked: list[Side] = []
        self.came: dict[int, frozenset[str]] = {}

    def leaves(self, connection: Connection, file: int, staying: Collection[str], *, well: bool = True) -> None:
        """Note the cards with history of a file that will not be in it any more; in the index, so that none is lost.

        In a file that is not `well` they are missing until it is.
        """
        rows = connection.execute(
            "SELECT card.identity FROM card JOIN memory ON memory.identity = card.identity"
            " WHERE card.id >= ? AND card.id < ?",
            rows_of(file),
        )
        names = {name.removesuffix(REVERSE) for (name,) in rows.fetchall()}
        if well:
            self.unasked += _unasked(connection, file, {*staying, *names})
        missing = {row[0]: row for row in aside.with_history(connection, file) if row[0] not in staying}
        for name in names.difference(staying):
            query = f"{SIDE} WHERE card.identity = ? AND card.file = ?"
            row = connection.execute(query, (name, file)).fetchone()
            if row is not None:
                missing[name] = (name, row[3], as_bytes(answer_of(row[4])))
        if well and missing:
            self.left.update(missing)
            place = connection.execute("SELECT deck, path FROM file WHERE id = ?", (file,)).fetchone()
            connection.executemany(
                "INSERT OR REPLACE INTO gone VALUES (?, ?, ?, ?, ?, 0)",
                [(name, *place, question, answer) for name, question, answer in missing.values()],
            )
        aside.keep(connection, file, aside.MISSING, () if well else missing.values())

    def enters(
        self, connection: Connection, file: int, cards: Iterable[str], unasked: Iterable[Card], *, well: bool
    ) -> None:
        """Note the cards that were not in a file before, before they are in the index; `unasked` nobody is asked."""
        rows = connection.execute("SELECT identity FROM card WHERE id >= ? AND id < ?", rows_of(file))
        known = {name for (name,) in rows.fetchall()}
        before = aside.unasked(connection, file)
        now = {card.identity: _said(card) for card in unasked}
        came = {*cards, *(name for name in now if name not in before)} - known
        waited = aside.came(connection, file)
        self.came[file] = frozenset(came | waited if well else came)
        aside.keep(connection, file, aside.CAME, () if well else [(name, b"", b"") for name in came | waited])
        aside.keep(connection, file, aside.UNASKED, now.values())


def _unasked(connection: Connection, file: int, known: Collection[str]) -> list[Side]:
    rows = connection.execute("SELECT identity FROM card WHERE id >= ? AND id < ?", rows_of(file)).fetchall()
    names = [name for (name,) in rows if name not in known and not name.endswith(REVERSE)]
    found = []
    for name in names if len(names) <= FEW else ():
        query = f"{SIDE} WHERE card.identity = ? AND card.file = ?"
        for identity, deck, path, question, back in connection.execute(query, (name, file)):
            found.append(side(identity, deck, path, question_of(question), answer_of(back)))
    return found


def answer_of(back: bytes) -> str:
    """The answer in the `back` of a row."""
    text, items, *_ = json.loads(back)[0]
    return _joined(text, items)


def _joined(text: str, items: Sequence[str]) -> str:
    return " / ".join(items or (text,))  # of a sentence with gaps, what stands in them


def _said(card: Card) -> aside.Aside:
    return card.identity, as_bytes(card.question), as_bytes(_joined(card.answer.text, card.answer.items))


def as_bytes(text: str) -> bytes:
    """A text as the index holds it."""
    return text.encode("utf-8", "surrogatepass")


def rows_of(file: int) -> tuple[int, int]:
    """The first row number of a file, and that of the next one."""
    return file << POSITIONS, (file + 1) << POSITIONS
