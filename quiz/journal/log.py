"""Events as lines of the log, and back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from quiz.journal import schema
from quiz.memory.event import EVENT_KINDS, Event, canonical
from quiz.memory.recall import standing

_COLUMNS: Final = 'id, at, "offset", device, kind, card, rating, verdict, typed, first_ms, took_ms, rest'
_INSERT: Final = (
    f"INSERT INTO log ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), ?, ?, ?) "  # noqa: S608
    "ON CONFLICT (id) DO NOTHING"
)
_PAGE: Final = 1000
#: So many new lines are many, and may be most of the log.
_MANY: Final = 20_000
_CACHE_KB: Final = 64_000
#: What reviews ask of the rest: without these words in it, it need not be read.
_TOLD: Final = ("gave-up", "relative_error", "confused_with")
#: The columns of a `Line`.
LINE: Final = """
    id, at, "offset", kind, card, rating, verdict, first_ms, took_ms, CASE
        WHEN kind IN ('undone', 'regraded') THEN json_extract(rest, '$.of')
        WHEN kind = 'renamed' THEN json_extract(rest, '$.from') END,
    CASE WHEN kind = 'reviewed' THEN rest END
"""
_START: Final = (-(2**63), "")


class Line(NamedTuple):
    """What recall and reviews need of an event: the journal reads a thousand of these where it reads one event.

    `about` is the event that an undoing or a regrading names, and the identity that a renaming names; `said` is the
    rest of a review, as it is written.
    """

    id: str
    at: int
    offset: int
    kind: str
    card: str
    rating: int | None
    verdict: str | None
    first_ms: int | None
    took_ms: int | None
    about: str | None
    said: str | None

    @property
    def rest(self) -> Mapping[str, Any]:
        """As an `Event` has it, as far as recall and reviews ask."""
        said = self.said
        if said is None:
            return {"of": self.about, "from": self.about}
        if any(name in said for name in _TOLD):
            rest = json.loads(said)
            return rest if isinstance(rest, dict) else {}
        return {}


def written(event: Event) -> tuple[object, ...]:
    """An event as a line."""
    return (
        event.id,
        event.at,
        event.offset,
        event.device,
        event.kind,
        event.card,
        event.rating,
        event.verdict,
        _bytes(event.typed),
        event.first_ms,
        event.took_ms,
        _json(event.rest),
    )


class Writing:
    """Lines at the end of the log, in a transaction: `add` them, then `close`.

    Where so many come that they are most of the log, the two indexes that every line is in are taken away and made
    again at the end, which is several times quicker; so is the guard against lines that are there already, which other
    programs may write over.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.bulk = False
        self.fresh = 0

    def add(self, events: Iterable[Event]) -> int:
        """Write these; how many were not there yet."""
        changed = self._connection.executemany(_INSERT, [written(event) for event in events]).rowcount
        self.fresh += changed
        if not self.bulk and self.fresh >= _MANY:
            before = self._connection.execute("SELECT count(*) FROM log").fetchone()[0] - self.fresh
            if before <= self.fresh:
                for name in (*schema.HEAVY, schema.GUARD):
                    self._connection.execute(f"DROP {name}")
                self._connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
                self.bulk = True
        return changed

    def close(self) -> None:
        """Make again what was taken away."""
        if self.bulk:
            for statement in (*schema.HEAVY.values(), schema.GUARD_MADE):
                self._connection.execute(statement)
            self._connection.execute("PRAGMA cache_size = -2000")


def lines(connection: sqlite3.Connection, card: str) -> list[Line]:
    """The events of one identity, as recall needs them."""
    rows = connection.execute(f"SELECT {LINE} FROM log WHERE card = ?", (card,))  # noqa: S608 - columns of ours
    return [Line(*row) for row in rows.fetchall()]


def by_card(connection: sqlite3.Connection) -> Iterator[tuple[str, list[Line]]]:
    """Every identity with its events, in one pass over the log. What is read here must not be written meanwhile."""
    rows = connection.execute(f"SELECT {LINE} FROM log WHERE card <> '' ORDER BY card, at, id")  # noqa: S608
    lines: list[Line] = []
    for row in rows:
        line = Line._make(row)
        if lines and lines[0].card != line.card:
            yield lines[0].card, lines
            lines = []
        lines.append(line)
    if lines:
        yield lines[0].card, lines


def heirs(connection: sqlite3.Connection, card: str) -> Iterator[str]:
    """The identities that some renaming gave the history of `card`, directly or not, perhaps undone since."""
    seen, names = {card}, [card]
    while names:
        found = connection.execute(
            "SELECT card FROM log WHERE kind = 'renamed' AND json_extract(rest, '$.from') = ?", (names.pop(),)
        )
        for (heir,) in found.fetchall():
            if heir not in seen:
                seen.add(heir)
                names.append(heir)
                yield heir


def events(connection: sqlite3.Connection, card: str | None, since: int | None) -> Iterator[Event]:
    """The events in the order of (at, id), of one card or of all, from a moment on.

    Read in pages, so that a reader who takes his time holds up no writer.
    """
    for row in rows(connection, card, since):
        yield event(row)


def rows(connection: sqlite3.Connection, card: str | None, since: int | None) -> Iterator[tuple[Any, ...]]:
    """The lines as they are written, in the order of (at, id); see `event`."""
    whose = "card = :card AND" if card is not None else ""
    query = f"SELECT {_COLUMNS} FROM log WHERE {whose} (at, id) > (:at, :id) ORDER BY at, id LIMIT {_PAGE}"  # noqa: S608
    at, last = _START if since is None else (since, "")
    while page := connection.execute(query, {"card": card, "at": at, "id": last}).fetchall():
        yield from page
        last, at = page[-1][:2]


def reviewed_since(connection: sqlite3.Connection, at: int) -> bool:
    """Whether there is a review at this moment or later."""
    query = "SELECT 1 FROM log WHERE at >= ? AND kind = 'reviewed' LIMIT 1"
    return connection.execute(query, (at,)).fetchone() is not None


def one(connection: sqlite3.Connection, key: str) -> Event | None:
    """The event with this id."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM log WHERE id = ?", (key,)).fetchone()  # noqa: S608
    return None if row is None else event(row)


def last_undoable(connection: sqlite3.Connection, device: str | None) -> Event | None:
    """The newest event that can be undone and is not, of one device or of all."""
    kinds = ", ".join(f"'{kind}'" for kind, undoable in EVENT_KINDS.items() if undoable)
    whose = "AND device = :device" if device is not None else ""
    query = (
        f"SELECT id, at, card FROM log WHERE (at, id) < (:at, :id) AND kind IN ({kinds}) {whose} "  # noqa: S608
        "ORDER BY at DESC, id DESC LIMIT 20"
    )
    at, last = 2**63 - 1, "~"
    while page := connection.execute(query, {"device": device, "at": at, "id": last}).fetchall():
        for key, _, card in page:
            if any(line.id == key for line in standing(lines(connection, card))):
                return one(connection, key)
        last, at, _ = page[-1]
    return None


def event(row: tuple[Any, ...]) -> Event:
    """The event that a line says, whatever its id.

    Raises:
        ValueError: the line is damaged.
    """
    _, at, offset, device, kind, card, rating, verdict, typed, first_ms, took_ms, rest = row
    return Event(at, offset, device, kind, card, rating, verdict, typed, first_ms, took_ms, json.loads(rest))


def _bytes(typed: str | None) -> bytes | None:
    return None if typed is None else typed.encode("utf-8", "surrogatepass")


def _json(rest: Mapping[str, Any]) -> str:
    if not rest:
        return "{}"
    written = canonical(dict(rest))
    try:
        written.encode()
    except UnicodeEncodeError:  # a lone surrogate: written as an escape
        return json.dumps(dict(rest), sort_keys=True)
    return written
