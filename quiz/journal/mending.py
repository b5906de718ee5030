"""Which cards wait for mending: marked by the learner, and neither mended nor let be since."""

from __future__ import annotations

import sqlite3

from quiz.journal import log
from quiz.journal.projection import gather
from quiz.memory.recall import standing


def to_mend(connection: sqlite3.Connection) -> frozenset[str]:
    """The identities whose last word on it is a `doubted` that stands; a history that moved takes its mark along."""
    rows = connection.execute("SELECT DISTINCT card FROM log WHERE kind = 'doubted'").fetchall()
    names = {name for (card,) in rows for name in (card, *log.heirs(connection, card))}
    return frozenset(name for name in names if _waits(connection, name))


def _waits(connection: sqlite3.Connection, card: str) -> bool:
    told = [line.kind for line in standing(gather(connection, card)) if line.kind in ("doubted", "mended")]
    return bool(told) and told[-1] == "doubted"
