"""The reviews as they stand, kept beside the log, and what they add up to by day, hour and age.

Everything here is called within a writing transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log as logarithm
from typing import Final, NamedTuple

from quiz.journal import log
from quiz.memory.fsrs import HARD
from quiz.memory.histories import heirs
from quiz.memory.plain import Life
from quiz.memory.recall import standing
from quiz.memory.review import Review, error_of, was_tried
from quiz.stats.count import AGES, LONGEST_ANSWER_MS, WILDEST, Count, age_place, counted, hour_of

#: Sums of fractions are kept in whole billionths.
BILLION: Final = 10**9
#: The places of those sums in a `Count`.
FRACTIONS: Final = tuple(Count._fields.index(name) for name in ("predicted", "error", "squares"))

_WILD: Final = logarithm(WILDEST)
_BATCH: Final = 1000

_ROW: Final = f"INSERT OR REPLACE INTO review VALUES ({', '.join('?' * 20)})"  # noqa: S608 - marks
_KEY: Final = ("day", "hour", "age")
_ADD: Final = (
    f"INSERT INTO counted VALUES ({', '.join('?' * (len(_KEY) + len(Count._fields)))}) "  # noqa: S608 - names of ours
    f"ON CONFLICT DO UPDATE SET {', '.join(f'{name} = {name} + excluded.{name}' for name in Count._fields)}"
)

# The same in SQL, for all rows at once; `quiz.stats.count` is the reference.
_TERMS: Final = {
    "answers": "1",
    "new": "number = 0",
    "milliseconds": f"min(max(ifnull(took_ms, 0), 0), {LONGEST_ANSWER_MS})",
    "spaced": "predicted IS NOT NULL",
    "recalled": f"predicted IS NOT NULL AND rating >= {HARD}",
    "predicted": "predicted",
    "tried": "tried",
    "to_right": "tried AND verdict IS NOT judged AND verdict IS 'right'",
    "to_wrong": "tried AND verdict IS NOT judged AND verdict IS 'wrong'",
    "estimates": "off IS NOT NULL",
    "error": "off",
    "squares": "off * off",
}
#: A `Count` of some rows, its names in their order.
COUNT: Final = ", ".join(
    f"total({_TERMS[name]})" if n in FRACTIONS else f"sum({_TERMS[name]})" for n, name in enumerate(Count._fields)
)
#: The same in the whole numbers of the table `counted`.
SUMS: Final = ", ".join(
    f"ifnull(sum(CAST(round({_TERMS[name]} * 1e9) AS INTEGER)), 0)" if n in FRACTIONS else f"sum({_TERMS[name]})"
    for n, name in enumerate(Count._fields)
)
#: The hour on the wall. Both sides of the division are above 0 whatever the year, as SQLite rounds towards 0.
HOUR: Final = '((at - day * 86400000 + 8640000000) / 60000 + "offset") / 60 % 24'
#: The place of a card's age in `AGES`.
AGE: Final = f"CASE {' '.join(f'WHEN age >= {AGES[n]} THEN {n}' for n in range(len(AGES) - 1, 0, -1))} ELSE 0 END"
_ADD_ALL: Final = f"INSERT INTO counted SELECT day, {HOUR}, {AGE}, {SUMS} FROM review GROUP BY 1, 2, 3"  # noqa: S608


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
        anew: whether the tables are to be filled from nothing.
    """

    def __init__(self, connection: sqlite3.Connection, *, anew: bool = False) -> None:
        self._connection = connection
        self._anew = anew
        self._sums: dict[tuple[int, int, int], list[int]] = {}
        self._new: list[tuple[object, ...]] = []
        if anew:
            connection.execute("DELETE FROM review")
            connection.execute("DELETE FROM counted")

    def keep(self, card: str, rows: Sequence[Row]) -> None:
        """Keep the reviews of a card, which are these."""
        if self._anew:
            self._new += rows
            if len(self._new) >= _BATCH:
                self._write()
            return
        kept = self._connection.execute("SELECT * FROM review WHERE card = ? ORDER BY place", (card,)).fetchall()
        for place, row in enumerate(rows):
            before = kept[place] if place < len(kept) else None
            if before != row:
                self._new.append(row)
                self._add(row, 1)
                if before is not None:
                    self._add(Row._make(before), -1)
        if len(kept) > len(rows):
            self._connection.execute("DELETE FROM review WHERE card = ? AND place >= ?", (card, len(rows)))
            for gone in kept[len(rows) :]:
                self._add(Row._make(gone), -1)

    def close(self) -> None:
        """Write what is left, and the sums."""
        self._write()
        if self._anew:
            self._connection.execute(_ADD_ALL)
            return
        changes = [(*key, *sums) for key, sums in self._sums.items() if any(sums)]
        self._connection.executemany(_ADD, changes)
        where = "day = ? AND hour = ? AND age = ? AND answers = 0"
        self._connection.executemany(f"DELETE FROM counted WHERE {where}", [change[:3] for change in changes])  # noqa: S608

    def _add(self, row: Row, sign: int) -> None:
        count = counted(row.review())
        sums = self._sums.setdefault((row.day, hour_of(row.at, row.offset), age_place(row.age)), [0] * len(count))
        for n, value in enumerate(count):
            if value:
                sums[n] += sign * (_billionths(value) if n in FRACTIONS else int(value))

    def _write(self) -> None:
        self._connection.executemany(_ROW, self._new)
        self._new.clear()


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


def _billionths(value: float) -> int:
    """As SQLite rounds: a half away from 0."""
    return int(value * BILLION + (0.5 if value >= 0 else -0.5))


def family(connection: sqlite3.Connection, card: str) -> dict[str, list[log.Line]]:
    """The identities that renamings tie to this one, undone or not, and the events under each. {}: there are none."""
    found: dict[str, list[log.Line]] = {}
    names = [card]
    while names:
        name = names.pop()
        if name and name not in found:
            found[name] = log.lines(connection, name)
            names += [line.about for line in found[name] if line.kind == "renamed" and line.about]
            names += log.heirs(connection, name)
    return found if len(found) > 1 else {}


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
