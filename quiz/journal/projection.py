"""What follows from the log, kept beside it: the memory of each card, its reviews by study day and one by one.

Everything here is called within a writing transaction, except `gather` and `fold`.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from quiz.journal import log
from quiz.journal.reviewed import Reviewed, moved, tied
from quiz.journal.reviewed import family as family_of
from quiz.memory import fsrs
from quiz.memory.day import Moment, study_day
from quiz.memory.histories import gathered
from quiz.memory.memory import Memory
from quiz.memory.recall import recall, standing

#: How many of the last counts have a name. Who was last here longer ago copies everything.
MARKS: Final = 10_000

_COLUMNS: Final = tuple(Memory._fields)
_NAMES: Final = ", ".join(f'"{name}"' for name in _COLUMNS)
_MARKS: Final = ", ".join("?" * len(_COLUMNS))


class Folding(NamedTuple):
    """What a fold depends on besides the events of the card: the learner's own numbers.

    `tunings` are the weights that the log itself holds, each with its moment, the earliest first.
    """

    weights: tuple[float, ...]
    retention: float
    rollover_hour: int
    tunings: tuple[tuple[int, tuple[float, ...]], ...]

    @property
    def current(self) -> tuple[float, ...]:
        """The weights in force now: those given, else the last tuned, else the defaults (as ())."""
        return self.weights or (self.tunings[-1][1] if self.tunings else ())

    def in_force(self, at: int) -> tuple[float, ...]:
        """The weights in force at a moment."""
        if self.weights:
            return self.weights
        return next((weights for tuned_at, weights in reversed(self.tunings) if tuned_at <= at), ())


def gather(connection: sqlite3.Connection, card: str) -> list[log.Line]:
    """The events of a card: its own, and those of the identities whose history it took over."""
    return gathered(card, lambda name: log.lines(connection, name))


def fold(card: str, lines: Iterable[log.Line], by: Folding) -> Memory:
    """The memory of a card from what `gather` found."""
    return recall(
        lines,
        card=card,
        weights=by.current,
        retention=by.retention,
        rollover_hour=by.rollover_hour,
        scheduled_by=by.in_force if by.tunings else None,
    )


def refold(connection: sqlite3.Connection, cards: Iterable[str], by: Folding) -> None:
    """Fold these cards anew and keep what changed, under the next count."""
    kept = _Kept(connection, by)
    reviewed = Reviewed(connection, by.rollover_hour, by.in_force if by.current else None)
    related: set[str] = set()
    for card in cards:
        if card in related:
            kept.keep(card, gather(connection, card))
        elif family := family_of(connection, card):
            related.update(family)
            kept.keep(card, _keep_family(family, reviewed)[card])
        else:
            lines = log.lines(connection, card)
            kept.keep(card, lines)
            reviewed.keep(card, lines)
    reviewed.close()
    kept.close()


def rebuild(connection: sqlite3.Connection, by: Folding, stamp: str, *, reviews: bool = True) -> None:
    """Fold every card anew, in one pass over the log; `reviews` is false where those are known to be as they were."""
    kept = _Kept(connection, by)
    reviewed = (
        Reviewed(connection, by.rollover_hour, by.in_force if by.current else None, anew=True) if reviews else None
    )
    related = set(tied(connection))
    for card, lines in log.by_card(connection):
        if card not in related:
            kept.keep(card, lines)
            if reviewed is not None:
                reviewed.keep(card, lines)
    while related:
        card = min(related)
        family = family_of(connection, card) or {card: log.lines(connection, card)}
        related.difference_update(family)
        everything = _keep_family(family, reviewed)
        for card in family:
            if family[card]:
                kept.keep(card, everything[card])
    if reviewed is not None:
        reviewed.close()
    kept.close()
    connection.execute("INSERT OR REPLACE INTO stamp VALUES ('projection', ?)", (stamp,))


def read_tunings(connection: sqlite3.Connection) -> tuple[tuple[int, tuple[float, ...]], ...]:
    """The weights that the log holds, as kept in the stamp."""
    row = connection.execute("SELECT value FROM stamp WHERE name = 'tunings'").fetchone()
    return () if row is None else tuple((at, tuple(weights)) for at, weights in json.loads(row[0]))


def keep_tunings(connection: sqlite3.Connection) -> None:
    """Keep the weights that the log holds: those of its `tuned` events that FSRS-6 can use."""
    tunings = [
        (event.at, list(weights))
        for event in log.events(connection, "", None)
        if event.kind == "tuned" and isinstance(weights := event.rest.get("parameters"), list) and fsrs.usable(weights)
    ]
    connection.execute("INSERT OR REPLACE INTO stamp VALUES ('tunings', ?)", (json.dumps(tunings),))


def _keep_family(family: Mapping[str, Sequence[log.Line]], reviewed: Reviewed | None) -> dict[str, list[log.Line]]:
    """Keep the reviews of identities that renamings tie to each other; what each of them remembers."""
    found = {card: gathered(card, lambda name: family.get(name, ())) for card in family}
    if reviewed is not None:
        whose = moved(family)
        for card, lines in found.items():
            reviewed.keep(card, lines, whose)
    return found


class _Kept:
    """The tables `memory` and `lived`, brought up to date card by card; `close` then counts the change."""

    def __init__(self, connection: sqlite3.Connection, by: Folding) -> None:
        self._connection = connection
        self._by = by
        (self._counter,) = connection.execute("SELECT value FROM stamp WHERE name = 'counter'").fetchone()
        self._changed = False

    def keep(self, card: str, lines: Sequence[log.Line]) -> None:
        """Keep the memory of a card and the days on which it was lived."""
        self._changed |= _keep_memory(self._connection, fold(card, lines, self._by), self._counter + 1)
        _keep_days(self._connection, card, lines, self._by.rollover_hour)

    def close(self) -> None:
        """Give the new count a name, if there is one."""
        if self._changed:
            execute, counter = self._connection.execute, self._counter + 1
            execute("UPDATE stamp SET value = ? WHERE name = 'counter'", (counter,))
            execute("INSERT OR REPLACE INTO mark VALUES (?, ?)", (counter, os.urandom(8).hex()))
            execute("DELETE FROM mark WHERE counter < ?", (counter - MARKS,))


def _keep_memory(connection: sqlite3.Connection, memory: Memory, counter: int) -> bool:
    kept = connection.execute(f"SELECT {_NAMES} FROM memory WHERE card = ?", (memory.card,)).fetchone()  # noqa: S608
    if kept == tuple(memory):
        return False
    connection.execute(f"INSERT OR REPLACE INTO memory ({_NAMES}, changed) VALUES ({_MARKS}, ?)", (*memory, counter))  # noqa: S608
    return True


def _keep_days(connection: sqlite3.Connection, card: str, lines: Sequence[log.Line], rollover_hour: int) -> None:
    """Count the card's own reviews by study day: what was reviewed under an earlier identity is counted there."""
    days: dict[int, list[int]] = {}
    reviews = [line for line in standing(lines) if line.kind == "reviewed" and line.rating in fsrs.RATINGS]
    for n, line in enumerate(reviews):
        if line.card == card:
            counts = days.setdefault(study_day(Moment(line.at, line.offset), rollover_hour), [0, 0])
            counts[0] += n == 0
            counts[1] += 1
    rows = connection.execute("SELECT day, introduced, reviews FROM lived WHERE card = ?", (card,)).fetchall()
    kept: dict[int, Any] = {day: counts for day, *counts in rows}
    for day in kept.keys() - days.keys():
        connection.execute("DELETE FROM lived WHERE card = ? AND day = ?", (card, day))
    for day, counts in days.items():
        if kept.get(day) != counts:
            connection.execute("INSERT OR REPLACE INTO lived VALUES (?, ?, ?, ?)", (card, day, *counts))
