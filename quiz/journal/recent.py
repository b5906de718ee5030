"""What was lately: how soon right answers began, and which cards were confused. Read from the end of the log.

Neither grows with the log. `confusions` is on the way to the first question: it loads what judges undoings only where
there are some.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

#: So many lines at the end of the log are looked at for one right answer that is wanted.
_LINES_AN_ANSWER: Final = 3

_LATEST: Final = """
    SELECT id, at, "offset", kind, card, rating, verdict IS 'right', first_ms,
        CASE WHEN first_ms IS NOT NULL THEN json_extract(rest, '$.hint') END,
        CASE WHEN kind IN ('undone', 'regraded') THEN json_extract(rest, '$.of') END
    FROM log ORDER BY at DESC, id DESC LIMIT ?
"""

# The conditions are word for word those of the indices, so that SQLite sees that it may use them.
_CONFUSED: Final = """
    SELECT id, card, json_extract(rest, '$.confused_with'), EXISTS (
        SELECT 1 FROM log AS later INDEXED BY log_corrected
        WHERE later.card = log.card AND later.kind IN ('undone', 'regraded'))
    FROM log INDEXED BY log_confused
    WHERE kind = 'reviewed' AND json_extract(rest, '$.confused_with') IS NOT NULL AND at >= ?
"""


class _Timed(NamedTuple):
    """An answer, or what became of one, as `latencies` needs it."""

    id: str
    at: int
    offset: int
    kind: str
    card: str
    rating: int | None
    right: bool
    first_ms: int | None
    hinted: bool | None
    about: str | None

    @property
    def rest(self) -> Mapping[str, Any]:
        """As an `Event` has it, as far as recall asks."""
        return {"of": self.about}


def latencies(connection: sqlite3.Connection, limit: int, rollover_hour: int) -> tuple[int, ...]:
    """How many milliseconds the last right answers took to their first key, the newest last.

    Of a card the first answer of a study day only: the next one is quick because the card was just seen. Without those
    that followed a hint, were undone or are not right as the learner graded them; looks at three times `limit` lines.
    """
    from quiz.memory.day import Moment, study_day
    from quiz.memory.recall import standing

    rows = connection.execute(_LATEST, (limit * _LINES_AN_ANSWER,)).fetchall()
    kept = standing([_Timed(*row) for row in rows])
    regraded = {event.about: event.right for event in kept if event.kind == "regraded"}
    asked: set[tuple[str, int]] = set()
    found: list[int] = []
    for event in kept:
        asking = event.card, study_day(Moment(event.at, event.offset), rollover_hour)
        if event.kind != "reviewed" or asking in asked:
            continue
        asked.add(asking)
        if event.first_ms is not None and not event.hinted and regraded.get(event.id, event.right):
            found.append(event.first_ms)
    return tuple(found[-limit:])


def confusions(connection: sqlite3.Connection, since: int) -> dict[str, frozenset[str]]:
    """Each card, and those that it was confused with since a moment: either one's answer was given for the other's.

    Without what was undone, and what the learner regraded to anything but Again.
    """
    pairs: dict[str, set[str]] = {}
    for key, card, other, doubted in connection.execute(_CONFUSED, (since,)).fetchall():
        if isinstance(other, str) and not (doubted and _taken_back(connection, card, key)):
            pairs.setdefault(card, set()).add(other)
            pairs.setdefault(other, set()).add(card)
    return {card: frozenset(others) for card, others in pairs.items()}


def _taken_back(connection: sqlite3.Connection, card: str, key: str) -> bool:
    """Whether the review with this id was undone, or is not Again as it was last regraded."""
    from quiz.journal import log
    from quiz.memory.fsrs import AGAIN
    from quiz.memory.recall import standing

    rating = AGAIN
    stands = False
    for line in standing(log.lines(connection, card)):
        stands |= line.id == key
        if line.kind == "regraded" and line.about == key and line.rating is not None:
            rating = line.rating
    return not stands or rating != AGAIN
