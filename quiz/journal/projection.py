"""What follows from the log, kept beside it: the memory of each card, its reviews by study day and one by one.

Everything here is called within a writing transaction, except `gather` and `fold`.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Final, NamedTuple

from quiz.journal import log
from quiz.journal.reviewed import Reviewed, moved, plain_rows, rows, tied
from quiz.journal.reviewed import family as family_of
from quiz.memory import fsrs
from quiz.memory.day import Moment, study_day
from quiz.memory.histories import gathered
from quiz.memory.memory import Memory
from quiz.memory.plain import Plain
from quiz.memory.recall import recall, standing
from quiz.memory.review import Review
from quiz.memory.review import reviews as reviews_of

#: How many of the last counts have a name. Who was last here longer ago copies everything.
MARKS: Final = 10_000

_COLUMNS: Final = tuple(Memory._fields)
_NAMES: Final = ", ".join(f'"{name}"' for name in _COLUMNS)
_KEPT: Final = f"SELECT {_NAMES} FROM memory WHERE card = ?"  # noqa: S608 - names of ours
_KEEP: Final = f"INSERT OR REPLACE INTO memory ({_NAMES}, changed) VALUES ({', '.join('?' * len(_COLUMNS))}, ?)"  # noqa: S608
_IN_TIME: Final = itemgetter(1, 0)


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
    keeping = _Keeping(connection, by, Reviewed(connection))
    related: set[str] = set()
    for card in cards:
        if card in related:
            keeping.memory(card, gather(connection, card))
        elif len(family := family_of(connection, card)) > 1:
            related.update(family)
            keeping.memory(card, keeping.family(family)[card])
        else:
            keeping.alone(card, family[card])
    keeping.close()


def rebuild(connection: sqlite3.Connection, by: Folding, stamp: str, *, reviews: bool = True) -> None:
    """Fold every card anew, in one pass over the log; `reviews` is false where those are known to be as they were."""
    before = connection.execute("SELECT value FROM stamp WHERE name = 'projection'").fetchone()
    (empty,) = connection.execute("SELECT NOT EXISTS (SELECT 1 FROM review)").fetchone()
    # By other folds hardly a row will be the same.
    anew = empty or before is None or before[0].split()[:2] != stamp.split()[:2]
    keeping = _Keeping(connection, by, Reviewed(connection, all_=True, anew=anew) if reviews else None)
    related = set(tied(connection))
    for card, lines in log.by_card(connection):
        if card not in related:
            keeping.alone(card, lines)
    while related:
        card = min(related)
        family = family_of(connection, card)
        related.difference_update(family)
        everything = keeping.family(family)
        for card in family:
            if family[card]:
                keeping.memory(card, everything[card])
    keeping.close()
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


class _Keeping:
    """What follows from the log, brought up to date card by card; `close` then counts the change.

    `reviewed` is None where the reviews are known to be as they were.
    """

    def __init__(self, connection: sqlite3.Connection, by: Folding, reviewed: Reviewed | None) -> None:
        self._connection = connection
        self._by = by
        self._reviewed = reviewed
        self._in_force = by.in_force if by.current else None
        self._plain = Plain(by.current, by.retention, by.rollover_hour, self._in_force)
        (self._counter,) = connection.execute("SELECT value FROM stamp WHERE name = 'counter'").fetchone()
        self._changed = False

    def alone(self, card: str, lines: list[log.Line]) -> None:
        """Keep all that there is of a card that no renaming names."""
        if all(line.kind == "reviewed" and line.rating in fsrs.RATINGS for line in lines) and lines:
            lines.sort(key=_IN_TIME)
            life = self._plain.life(card, lines)
            self._keep(life.memory)
            days = dict.fromkeys(life.days, 0)
            for day in life.days:
                days[day] += 1
            self._keep_days(card, {day: (int(day == life.days[0]), times) for day, times in days.items()})
            if self._reviewed is not None:
                self._reviewed.keep(card, plain_rows(card, lines, life))
            return
        self.memory(card, lines)
        if self._reviewed is not None:
            self._reviewed.keep(card, rows(lines, self._reviews(card, lines)))

    def family(self, family: Mapping[str, Sequence[log.Line]]) -> dict[str, list[log.Line]]:
        """Keep the reviews of identities that renamings tie to each other; the events that each of them remembers."""
        found = {card: gathered(card, lambda name: family.get(name, ())) for card in family}
        if self._reviewed is not None:
            whose = moved(family)
            for card, lines in found.items():
                mine = {line.id for line in lines if whose.get(line.card, line.card) == card}
                self._reviewed.keep(card, rows(lines, (one for one in self._reviews(card, lines) if one.event in mine)))
        return found

    def memory(self, card: str, lines: Sequence[log.Line]) -> None:
        """Keep the memory of a card, and how many reviews of its own (not of an earlier name) each study day had."""
        self._keep(fold(card, lines, self._by))
        days: dict[int, tuple[int, int]] = {}
        reviews = [line for line in standing(lines) if line.kind == "reviewed" and line.rating in fsrs.RATINGS]
        for n, line in enumerate(reviews):
            if line.card == card:
                day = study_day(Moment(line.at, line.offset), self._by.rollover_hour)
                introduced, times = days.get(day, (0, 0))
                days[day] = introduced + (n == 0), times + 1
        self._keep_days(card, days)

    def close(self) -> None:
        """Give the new count a name, if there is one."""
        if self._reviewed is not None:
            self._reviewed.close()
        if self._changed:
            execute, counter = self._connection.execute, self._counter + 1
            execute("UPDATE stamp SET value = ? WHERE name = 'counter'", (counter,))
            execute("INSERT OR REPLACE INTO mark VALUES (?, ?)", (counter, os.urandom(8).hex()))
            execute("DELETE FROM mark WHERE counter < ?", (counter - MARKS,))

    def _reviews(self, card: str, lines: Sequence[log.Line]) -> list[Review]:
        return reviews_of(lines, card=card, rollover_hour=self._by.rollover_hour, in_force=self._in_force)

    def _keep(self, memory: Memory) -> None:
        kept = self._connection.execute(_KEPT, (memory.card,)).fetchone()
        if kept != tuple(memory):
            self._changed = True
            self._connection.execute(_KEEP, (*memory, self._counter + 1))

    def _keep_days(self, card: str, days: Mapping[int, tuple[int, int]]) -> None:
        rows = self._connection.execute("SELECT day, introduced, reviews FROM lived WHERE card = ?", (card,)).fetchall()
        kept = {day: (introduced, reviews) for day, introduced, reviews in rows}
        if kept == days:
            return
        for day in kept.keys() - days.keys():
            self._connection.execute("DELETE FROM lived WHERE card = ? AND day = ?", (card, day))
        changed = [(card, day, *counts) for day, counts in days.items() if kept.get(day) != counts]
        self._connection.executemany("INSERT OR REPLACE INTO lived VALUES (?, ?, ?, ?)", changed)
