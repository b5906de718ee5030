"""The reviews as they stand, kept beside the log, and what they add up to by day, hour and age.

Everything here is called within a writing transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import log as logarithm
from typing import Final, NamedTuple

from quiz.journal import log
from quiz.memory.histories import heirs
from quiz.memory.recall import standing
from quiz.memory.review import Review, reviews
from quiz.stats.count import Count, age_place, counted, hour_of

#: Sums of fractions are kept in whole billionths.
BILLION: Final = 10**9
#: The places of those sums in a `Count`.
FRACTIONS: Final = tuple(Count._fields.index(name) for name in ("predicted", "error", "squares"))

_ROW: Final = f"INSERT OR REPLACE INTO review VALUES ({', '.join('?' * 20)})"  # noqa: S608 - marks
_KEY: Final = ("day", "hour", "age")
_ADD: Final = (
    f"INSERT INTO counted VALUES ({', '.join('?' * (len(_KEY) + len(Count._fields)))}) "  # noqa: S608 - names of ours
    f"ON CONFLICT DO UPDATE SET {', '.join(f'{name} = {name} + excluded.{name}' for name in Count._fields)}"
)

#: The events of a card, whichever identities they come under.
Gather = Callable[[str], Sequence[log.Line]]


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
        rollover_hour: the hour at which a study day begins.
        in_force: the weights in force at a moment, or None where they are always the defaults.
        anew: whether the tables are to be filled from nothing.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        rollover_hour: int,
        in_force: Callable[[int], Sequence[float]] | None,
        *,
        anew: bool = False,
    ) -> None:
        self._connection = connection
        self._rollover_hour = rollover_hour
        self._in_force = in_force
        self._anew = anew
        self._sums: dict[tuple[int, int, int], list[int]] = {}
        self._new: list[Row] = []
        if anew:
            connection.execute("DELETE FROM review")
            connection.execute("DELETE FROM counted")

    def keep(self, card: str, lines: Sequence[log.Line], moved: Mapping[str, str] | None = None) -> None:
        """Keep the reviews of a card.

        Args:
            card: the identity.
            lines: the events of the card, as `quiz.memory.histories.gathered` finds them.
            moved: which identities' answers are whose by now; None where the card was never renamed.
        """
        rows = self._rows(card, lines, moved)
        if self._anew:
            self._new += rows
            for row in rows:
                self._add(row, 1)
            if len(self._new) >= 1000:
                self._write()
            return
        kept = [
            Row._make(row)
            for row in self._connection.execute(
                "SELECT * FROM review WHERE card = ? ORDER BY place", (card,)
            ).fetchall()
        ]
        for place, row in enumerate(rows):
            before = kept[place] if place < len(kept) else None
            if before != row:
                self._new.append(row)
                self._add(row, 1)
                if before is not None:
                    self._add(before, -1)
        if len(kept) > len(rows):
            self._connection.execute("DELETE FROM review WHERE card = ? AND place >= ?", (card, len(rows)))
            for row in kept[len(rows) :]:
                self._add(row, -1)

    def close(self) -> None:
        """Write what is left, and the sums."""
        self._write()
        changes = [(*key, *sums) for key, sums in self._sums.items() if any(sums)]
        self._connection.executemany(_ADD, changes)
        if not self._anew:
            emptied = ((day, hour, age) for day, hour, age, *_ in changes)
            where = "day = ? AND hour = ? AND age = ? AND answers = 0"
            self._connection.executemany(f"DELETE FROM counted WHERE {where}", emptied)  # noqa: S608

    def _rows(self, card: str, lines: Sequence[log.Line], moved: Mapping[str, str] | None) -> list[Row]:
        found = reviews(lines, card=card, rollover_hour=self._rollover_hour, in_force=self._in_force)
        if moved is not None:
            mine = {line.id for line in lines if moved.get(line.card, line.card) == card}
            found = [review for review in found if review.event in mine]
        taken = {}
        for line in lines:
            if line.said is not None and "confused_with" in line.said:
                other = line.rest.get("confused_with")
                taken[line.id] = other if isinstance(other, str) else None
        rows = []
        for place, one in enumerate(found):
            (
                _,
                _,
                at,
                offset,
                day,
                number,
                elapsed,
                age,
                rating,
                verdict,
                judged,
                tried,
                first,
                took,
                error,
                by,
                base,
            ) = one
            rows.append(
                Row(
                    card, place, day, rating, by, base, number, tried, took,
                    None if error is None or not counted(one).estimates else logarithm(1 + error),
                    verdict, judged, age, elapsed, at, offset, first, error, taken.get(one.event), one.event,
                )
            )  # fmt: skip
        return rows

    def _add(self, row: Row, sign: int) -> None:
        count = counted(row.review())
        sums = self._sums.setdefault((row.day, hour_of(row.at, row.offset), age_place(row.age)), [0] * len(count))
        for n, value in enumerate(count):
            if value:
                sums[n] += sign * (round(value * BILLION) if n in FRACTIONS else int(value))

    def _write(self) -> None:
        self._connection.executemany(_ROW, self._new)
        self._new.clear()


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
