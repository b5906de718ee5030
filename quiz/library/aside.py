"""Cards of a file that are not asked, and cards of which only the next good reading tells whether they came or left.

A draft and a card that is superseded are in their file like any other: reworded or moved meanwhile, they are known
again. While a file has errors, a card with history that is missing may be the one with the error: it has not left yet.
When the file is well again, what is missing still is compared with all that came since.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from sqlite3 import Connection
from typing import Final

#: In the file, and not asked.
UNASKED: Final = 0
#: With a history, and not to be found while the file has errors.
MISSING: Final = 1
#: Came while the file has errors.
CAME: Final = 2

#: A card that is not asked, and what it says: its identity, question and answer.
Aside = tuple[str, bytes, bytes]


def unasked(connection: Connection, file: int) -> dict[str, Aside]:
    """The cards of a file that are not asked, by their identity."""
    return {row[0]: row for row in _rows(connection, file, UNASKED)}


def with_history(connection: Connection, file: int) -> Iterator[Aside]:
    """Those of them that have a history, and the cards that were missing at the last reading."""
    yield from connection.execute(
        "SELECT identity, question, answer FROM aside WHERE file = ? AND how IN (?, ?)"
        " AND EXISTS (SELECT 1 FROM memory WHERE memory.identity = aside.identity)",
        (file, UNASKED, MISSING),
    ).fetchall()


def came(connection: Connection, file: int) -> frozenset[str]:
    """The cards that came while the file had errors."""
    return frozenset(identity for identity, _, _ in _rows(connection, file, CAME))


def keep(connection: Connection, file: int, how: int, rows: Iterable[Aside]) -> None:
    """Put these in the place of those that were kept so."""
    connection.execute("DELETE FROM aside WHERE file = ? AND how = ?", (file, how))
    connection.executemany("INSERT OR REPLACE INTO aside VALUES (?, ?, ?, ?, ?)", ((file, how, *row) for row in rows))


def forget(connection: Connection, file: int) -> None:
    """The file is gone."""
    connection.execute("DELETE FROM aside WHERE file = ?", (file,))


def _rows(connection: Connection, file: int, how: int) -> list[Aside]:
    query = "SELECT identity, question, answer FROM aside WHERE file = ? AND how = ?"
    return connection.execute(query, (file, how)).fetchall()
