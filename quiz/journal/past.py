"""What is read of every review to calibrate and to fit, quickly: five numbers, card by card as they were lived."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any, Final

from quiz.stats.calibration import Past

_QUERY: Final = (
    "SELECT card, number, day, rating, predicted, by_default, place FROM review "
    "WHERE (card, place) > (?, ?) ORDER BY card, place LIMIT 10000"
)


def past(connection: sqlite3.Connection) -> Iterator[Past]:
    """All reviews. Read in pages, so that a reader who takes his time holds up no writer."""
    last: tuple[Any, ...] = "", -1
    while page := connection.execute(_QUERY, last).fetchall():
        yield from (Past._make(row[:-1]) for row in page)
        last = page[-1][0], page[-1][-1]


def answered(connection: sqlite3.Connection, until: int | None = None) -> int:
    """How many reviews there are, or were at a moment (milliseconds)."""
    if until is None:
        (count,) = connection.execute("SELECT ifnull(sum(answers), 0) FROM counted").fetchone()
    else:
        (count,) = connection.execute("SELECT count(*) FROM review WHERE at <= ?", (until,)).fetchone()
    return int(count)


def last_tuned(connection: sqlite3.Connection) -> tuple[int, int | None] | None:
    """The moment of the last `tuned` event, and how many reviews it says it was fitted to; None: never tuned."""
    row = connection.execute(
        "SELECT at, json_extract(rest, '$.reviews') FROM log WHERE kind = 'tuned' AND card = '' "
        "ORDER BY at DESC, id DESC LIMIT 1"
    ).fetchone()
    return None if row is None else (int(row[0]), row[1] if isinstance(row[1], int) else None)
