"""What the journal remembers, copied into the index: only what changed, or everything where the two have parted."""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection
from typing import Final, Protocol

from quiz.library.index import POSITIONS
from quiz.memory.memory import Memory

#: From so many changed memories on, whole tables are joined instead of cards looked up one by one.
MANY: Final = 20_000

_COLUMNS: Final = "due, interval, last_day, last_at, again, suspended, buried_on"
_BLANK: Final = (None, 0, 0, 0, 0, 0, None)
_REMEMBER: Final = "INSERT OR REPLACE INTO memory VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_UPDATE: Final = f"UPDATE card SET ({_COLUMNS}) = (?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - names of ours
_Row = tuple[int | None, int, int, int, int, int, int | None]


class Remembers(Protocol):
    """What the index asks of the journal: who it is, how far it has come, and the memories that changed since."""

    @property
    def identity(self) -> str:
        """The name of this journal: another one has other memories."""

    @property
    def counter(self) -> int:
        """How many changes there were; never goes back within one journal."""

    def mark(self, counter: int) -> str:
        """The name of what was remembered at that counter: where the journal was replaced by an older copy of it
        that grew since, another one or "".
        """

    def changed_since(self, counter: int) -> Iterable[Memory]:
        """The memories that changed after that counter, as they are now; all of them since 0."""


def sync(connection: Connection, journal: Remembers) -> int:
    """Bring the index up to what the journal knows; how many memories were copied.

    Runs in one transaction: of two programs the second finds the work of the first done. A journal of another
    identity is copied whole, and so is one that was not, at the counter of the last copy, what it was then: it was
    restored from an older copy, and has perhaps grown since.
    """
    counter = journal.counter
    if _known(connection) == (journal.identity, counter, journal.mark(counter)):
        return 0
    connection.execute("BEGIN IMMEDIATE")
    try:
        name, counter, mark = _known(connection)
        now = journal.counter
        now_marked = journal.mark(now)
        same = name == journal.identity and counter <= now and journal.mark(counter) == mark
        memories = journal.changed_since(counter if same else 0)
        copied = _copy(connection, memories) if same else _replace(connection, memories)
        connection.executemany(
            "INSERT OR REPLACE INTO state VALUES (?, ?)",
            [("journal", journal.identity), ("counter", now), ("mark", now_marked)],
        )
        connection.execute("DELETE FROM move WHERE how != 1 AND new IN (SELECT identity FROM memory)")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
    return copied


def recount(connection: Connection, file: int) -> None:
    """Count the cards of a file again: those on each day, the new ones, the suspended ones."""
    low, high = file << POSITIONS, (file + 1) << POSITIONS
    connection.execute("DELETE FROM tally WHERE file = ?", (file,))
    connection.execute(
        "INSERT INTO tally SELECT file, due, count(*) FROM card"
        " WHERE id >= ? AND id < ? AND due IS NOT NULL AND suspended = 0 GROUP BY due",
        (low, high),
    )
    connection.execute(
        "UPDATE file SET (cards, new, suspended) = (SELECT count(*),"
        " total(due IS NULL AND suspended = 0), total(suspended) FROM card WHERE id >= ? AND id < ?) WHERE id = ?",
        (low, high, file),
    )


def _known(connection: Connection) -> tuple[str, int, str]:
    rows = dict(connection.execute("SELECT name, value FROM state").fetchall())
    return rows.get("journal", ""), rows.get("counter", 0), rows.get("mark", "")


def _row(memory: Memory) -> _Row:
    due = memory.due if memory.reviews else None
    return (
        due,
        memory.interval,
        memory.last_day,
        memory.last_at,
        int(memory.again),
        int(memory.suspended),
        memory.buried_on,
    )


def _nothing(row: _Row) -> bool:
    """Whether this is the memory of a card that nobody ever touched: new, neither suspended nor buried."""
    return row[0] is None and not row[5] and row[6] is None


def _copy(connection: Connection, memories: Iterable[Memory]) -> int:
    """Copy a few memories, and keep the counts by their differences."""
    deltas: dict[tuple[int, int | str], int] = {}
    copied = 0
    waiting = iter(memories)
    for memory in waiting:
        copied += 1
        if copied > MANY:
            copied += _store(connection, (memory, *waiting)) - 1
            _join(connection)
            return copied
        row = _row(memory)
        if _nothing(row):
            connection.execute("DELETE FROM memory WHERE identity = ?", (memory.card,))
        else:
            connection.execute(_REMEMBER, (memory.card, *row))
        found = connection.execute("SELECT id, file, due, suspended FROM card WHERE identity = ?", (memory.card,))
        for card, file, due, suspended in found.fetchall():
            for state, step in ((_state(due, suspended), -1), (_state(row[0], row[5]), 1)):
                deltas[file, state] = deltas.get((file, state), 0) + step
            connection.execute(f"{_UPDATE} WHERE id = ?", (*row, card))
    _tell(connection, deltas)
    return copied


def _state(due: int | None, suspended: int) -> int | str:
    return "suspended" if suspended else "new" if due is None else due


def _tell(connection: Connection, deltas: dict[tuple[int, int | str], int]) -> None:
    for (file, state), step in deltas.items():
        if not step:
            continue
        if isinstance(state, str):
            connection.execute(f"UPDATE file SET {state} = {state} + ? WHERE id = ?", (step, file))  # noqa: S608
        else:
            connection.execute(
                "INSERT INTO tally VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET cards = cards + excluded.cards",
                (file, state, step),
            )
            connection.execute("DELETE FROM tally WHERE file = ? AND day = ? AND cards = 0", (file, state))


def _replace(connection: Connection, memories: Iterable[Memory]) -> int:
    """Forget every memory and copy all of them."""
    connection.execute("DELETE FROM memory")
    copied = _store(connection, memories)
    _join(connection)
    return copied


def _store(connection: Connection, memories: Iterable[Memory]) -> int:
    before = connection.total_changes
    rows = ((memory.card, *row) for memory in memories for row in (_row(memory),))
    connection.executemany(_REMEMBER, rows)
    copied = connection.total_changes - before
    connection.execute("DELETE FROM memory WHERE due IS NULL AND suspended = 0 AND buried_on IS NULL")
    return copied


def _join(connection: Connection) -> None:
    """Give every card the memory of its identity, and count everything again."""
    blank = "due IS NOT NULL OR suspended != 0 OR buried_on IS NOT NULL"
    connection.execute(
        f"{_UPDATE} WHERE ({blank}) AND identity NOT IN (SELECT identity FROM memory)",  # noqa: S608
        _BLANK,
    )
    sources = ", ".join(f"memory.{name}" for name in _COLUMNS.split(", "))
    connection.execute(
        f"UPDATE card SET ({_COLUMNS}) = ({sources}) FROM memory WHERE memory.identity = card.identity"  # noqa: S608
    )
    for (file,) in connection.execute("SELECT id FROM file").fetchall():
        recount(connection, file)
