"""The reviews as they stand, kept beside the log, and what they add up to by day, hour and age.

Everything here is called within a writing transaction.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log as logarithm
from typing import Any, Final, NamedTuple

from quiz.journal import log
from quiz.memory.fsrs import HARD
from quiz.memory.histories import heirs
from quiz.memory.plain import Life
from quiz.memory.recall import standing
from quiz.memory.review import Review, error_of, was_tried
from quiz.stats.count import AGES, LONGEST_ANSWER_MS, OF_CARDS, WILDEST, Count

#: Sums of fractions are kept in whole billionths.
BILLION: Final = 10**9
#: The places of those sums in a `Count`.
FRACTIONS: Final = tuple(Count._fields.index(name) for name in ("predicted", "error", "squares"))

_WILD: Final = logarithm(WILDEST)
_BATCH: Final = 1000

_ROW: Final = f"INSERT OR REPLACE INTO review VALUES ({', '.join('?' * 20)})"  # noqa: S608 - marks
_KEPT: Final = "SELECT * FROM review WHERE card = ? ORDER BY place"
_KEY: Final = ("day", "hour", "age")
_ADD: Final = (
    f"INSERT INTO counted VALUES ({', '.join('?' * (len(_KEY) + len(Count._fields)))}) "  # noqa: S608 - names of ours
    f"ON CONFLICT DO UPDATE SET {', '.join(f'{name} = {name} + excluded.{name}' for name in Count._fields)}"
)

# The same in SQL, for all rows at once; `quiz.stats.count` is the reference. A CASE costs half of what min and max do.
_LONGEST: Final = f"WHEN took_ms > {LONGEST_ANSWER_MS} THEN {LONGEST_ANSWER_MS}"
_TERMS: Final = {
    "answers": "count(*)",
    "new": "sum(number = 0)",
    "milliseconds": f"sum(CASE WHEN took_ms BETWEEN 0 AND {LONGEST_ANSWER_MS} THEN took_ms {_LONGEST} ELSE 0 END)",
    "spaced": "count(predicted)",
    "recalled": f"sum(CASE WHEN predicted IS NULL THEN 0 ELSE rating >= {HARD} END)",
    "predicted": "total(predicted)",
    "tried": "sum(tried)",
    "to_right": "sum(CASE WHEN verdict IS NOT judged THEN tried AND verdict IS 'right' ELSE 0 END)",
    "to_wrong": "sum(CASE WHEN verdict IS NOT judged THEN tried AND verdict IS 'wrong' ELSE 0 END)",
    "estimates": "count(off)",
    "error": "total(off)",
    "squares": "total(off * off)",
}
#: A `Count` of some rows, its names in their order.
COUNT: Final = ", ".join(_TERMS[name] for name in Count._fields)
#: The same with only what is counted by card.
BY_CARD: Final = ", ".join(_TERMS[name] if name in OF_CARDS else "0" for name in Count._fields)
_LIFE: Final = f"INSERT OR REPLACE INTO life VALUES ({', '.join('?' * (3 + len(OF_CARDS)))})"  # noqa: S608 - marks
#: The lives of all reviews that are kept.
LIVES: Final = (
    "INSERT INTO life SELECT card, min(day), max(day), "  # noqa: S608 - terms of ours
    f"{', '.join(_TERMS[name] for name in OF_CARDS)} FROM review GROUP BY card"
)
#: The hour on the wall. Both sides of the division are above 0 whatever the year, as SQLite rounds towards 0.
HOUR: Final = '((at - day * 86400000 + 8640000000) / 60000 + "offset") / 60 % 24'
#: The place of a card's age in `AGES`.
AGE: Final = f"CASE {' '.join(f'WHEN age >= {AGES[n]} THEN {n}' for n in range(len(AGES) - 1, 0, -1))} ELSE 0 END"


class Row(NamedTuple):
    """A line of the table `review`, in the order of its columns."""

    card: str
    place: int
    day: int
    rating: int
    predicted: float | None
    by_default: float | None
    number: int
    tried: int
    took_ms: int | None
    off: float | None
    verdict: str | None
    judged: str | None
    age: int
    elapsed: int
    at: int
    offset: int
    first_ms: int | None
    error: float | None
    taken_for: str | None
    event: str

    def review(self) -> Review:
        """The review that the line tells of."""
        return Review(
            self.event, self.card, self.at, self.offset, self.day, self.number, self.elapsed, self.age, self.rating,
            self.verdict, self.judged, bool(self.tried), self.first_ms, self.took_ms, self.error, self.predicted,
            self.by_default,
        )  # fmt: skip


class Reviewed:
    """The table `review`, brought up to date card by card; `close` then brings `counted` up to date.

    Args:
        connection: the journal, in a writing transaction.
        all_: whether every card comes: then the sums are made from nothing too.
        anew: whether the rows are made from nothing, instead of being compared with those that are there.
    """

    def __init__(self, connection: sqlite3.Connection, *, all_: bool = False, anew: bool = False) -> None:
        self._connection = connection
        self._all = all_
        self._anew = anew
        self._sums: dict[tuple[int, int, int], list[int]] = {}
        self._new: list[Row] = []
        self._lives: list[tuple[Any, ...]] = []
        if anew:
            connection.execute("DELETE FROM review")
            connection.execute("DELETE FROM life")

    def keep(self, card: str, rows: Sequence[Row]) -> None:
        """Keep the reviews of a card, which are these."""
        if len(self._new) >= _BATCH:
            self._write()
        if self._all:
            for row in rows:
                self._add(row, 1)
        if self._anew:
            self._new += rows
            if rows:
                self._lives.append(_life(card, rows))
            return
        kept = self._connection.execute(_KEPT, (card,)).fetchall()
        if kept == rows:
            return
        if rows:
            self._lives.append(_life(card, rows))
        else:
            self._connection.execute("DELETE FROM life WHERE card = ?", (card,))
        for place, row in enumerate(rows):
            before = kept[place] if place < len(kept) else None
            if before != row:
                self._new.append(row)
                self._replace(row, before)
        if len(kept) > len(rows):
            self._connection.execute("DELETE FROM review WHERE card = ? AND place >= ?", (card, len(rows)))
            for gone in kept[len(rows) :]:
                self._replace(None, gone)

    def close(self) -> None:
        """Write what is left, and the sums."""
        self._write()
        sums = [(*key, *sums) for key, sums in self._sums.items() if any(sums)]
        if self._all:
            self._connection.execute("DELETE FROM counted")
        self._connection.executemany(_ADD, sums)
        if not self._all:
            where = "day = ? AND hour = ? AND age = ? AND answers = 0"
            self._connection.executemany(f"DELETE FROM counted WHERE {where}", [key[:3] for key in sums])  # noqa: S608

    def _replace(self, row: Row | None, before: tuple[Any, ...] | None) -> None:
        if not self._all:
            if row is not None:
                self._add(row, 1)
            if before is not None:
                self._add(before, -1)

    def _add(self, row: Sequence[Any], sign: int) -> None:
        """Add what `quiz.stats.count.counted` says of a review; this is asked a million times in a row."""
        _, _, day, rating, predicted, _, number, tried, took, off, verdict, judged, age, _, at, offset, *_ = row
        key = day, (at // 60_000 + offset) // 60 % 24, bisect(AGES, age) - 1
        sums = self._sums.get(key)
        if sums is None:
            sums = self._sums[key] = [0] * len(Count._fields)
        sums[0] += sign
        if not number:
            sums[1] += sign
        if took:
            sums[2] += sign * min(max(took, 0), LONGEST_ANSWER_MS)
        if predicted is not None:
            sums[3] += sign
            if rating >= HARD:
                sums[4] += sign
            sums[5] += sign * round(predicted * BILLION)
        if tried:
            sums[6] += sign
            if verdict != judged:
                sums[7] += sign * (verdict == "right")
                sums[8] += sign * (verdict == "wrong")
        if off is not None:
            sums[9] += sign
            sums[10] += sign * round(off * BILLION)
            sums[11] += sign * round(off * off * BILLION)

    def _write(self) -> None:
        self._connection.executemany(_ROW, self._new)
        self._connection.executemany(_LIFE, self._lives)
        self._new.clear()
        self._lives.clear()


def _life(card: str, rows: Sequence[Row]) -> tuple[Any, ...]:
    """The line of `life` for a card with these reviews."""
    days = [row.day for row in rows]
    milliseconds = spaced = recalled = tried = to_right = to_wrong = 0
    predicted = 0.0
    for _, _, _, rating, chance, _, _, typed, took, _, verdict, judged, *_ in rows:
        if took and took > 0:
            milliseconds += min(LONGEST_ANSWER_MS, took)
        if chance is not None:
            spaced += 1
            recalled += rating >= HARD
            predicted += chance
        if typed:
            tried += 1
            if verdict != judged:
                to_right += verdict == "right"
                to_wrong += verdict == "wrong"
    return card, min(days), max(days), len(rows), milliseconds, spaced, recalled, predicted, tried, to_right, to_wrong


def rows(lines: Sequence[log.Line], found: Iterable[Review]) -> list[Row]:
    """The lines of `review` for these reviews of a card; `lines` are its events."""
    taken = {line.id: _other(line.rest) for line in lines if line.said is not None and "confused_with" in line.said}
    return [
        Row(
            one.card, place, one.day, one.rating, one.predicted, one.by_default, one.number, one.tried, one.took_ms,
            _off(one.error), one.verdict, one.judged, one.age, one.elapsed, one.at, one.offset, one.first_ms,
            one.error, taken.get(one.event), one.event,
        )
        for place, one in enumerate(found)
    ]  # fmt: skip


def plain_rows(card: str, lines: Sequence[log.Line], life: Life) -> list[Row]:
    """The same for a plain life, of which `lines` are the reviews in the order lived."""
    found = []
    days = life.days
    first = last = days[0]
    for place, line in enumerate(lines):
        key, at, offset, _, _, rating, verdict, first_ms, took_ms, _, _ = line
        tried, error, other = True, None, None
        if rest := line.rest:
            tried, error, other = was_tried(rest), error_of(rest), _other(rest)
        day = days[place]
        found.append(
            Row(
                card, place, day, rating or 0, life.predicted[place], life.by_default[place], place, tried, took_ms,
                None if error is None else _off(error), verdict, verdict, day - first if day > first else 0,
                day - last if day > last else 0, at, offset, first_ms, error, other, key,
            )
        )  # fmt: skip
        last = day
    return found


def _other(rest: Mapping[str, object]) -> str | None:
    other = rest.get("confused_with")
    return other if isinstance(other, str) else None


def _off(error: float | None) -> float | None:
    """The logarithm of an estimate over the right amount, where it is about right."""
    off = None if error is None or error <= -1 else logarithm(1 + error)
    return off if off is not None and abs(off) <= _WILD else None


def family(connection: sqlite3.Connection, card: str) -> dict[str, list[log.Line]]:
    """This identity and those that renamings tie to it, undone or not, and the events under each."""
    found: dict[str, list[log.Line]] = {}
    names = [card]
    while names:
        name = names.pop()
        if name and name not in found:
            found[name] = log.lines(connection, name)
            names += [line.about for line in found[name] if line.kind == "renamed" and line.about]
            names += log.heirs(connection, name)
    return found


def tied(connection: sqlite3.Connection) -> Iterator[str]:
    """The identities that some renaming names, undone or not."""
    query = "SELECT card, json_extract(rest, '$.from') FROM log WHERE kind = 'renamed'"
    for names in connection.execute(query).fetchall():
        yield from (name for name in names if name and isinstance(name, str))


def moved(family: Mapping[str, Iterable[log.Line]]) -> dict[str, str]:
    """Which identities' answers are whose by now, within a family."""
    return heirs(
        line
        for lines in family.values()
        if any(line.kind == "renamed" for line in lines)
        for line in standing(lines)
        if line.kind == "renamed"
    )
