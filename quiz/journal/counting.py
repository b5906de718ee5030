"""What the kept reviews tell: counted by day, card, age and hour, and one by one. `quiz.stats.count` is the reference.

Cards are asked for by their identity now. What was undone is not there, and what was regraded has its new rating.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from operator import itemgetter
from typing import Any, Final, NamedTuple

from quiz.journal.reviewed import AGE, BILLION, BY_CARD, COUNT, FRACTIONS, HOUR, Row
from quiz.language.text import clean
from quiz.memory.fsrs import AGAIN, HARD
from quiz.memory.review import Review
from quiz.stats.count import OF_CARDS, Count, Counts

_PAGE: Final = 1000
_WIDE_PAGE: Final = 20_000

#: The same from the kept sums.
_KEPT: Final = ", ".join(f"sum({name})" for name in Count._fields)
_KEPT_LIFE: Final = ", ".join(name if name in OF_CARDS else "0" for name in Count._fields)
_WITHIN: Final = "first >= :since AND last <= :today"
_CHOSEN: Final = "card IN (SELECT value FROM json_each(:cards))"


#: What was foretold of a spaced review and what came: card, recalled (1 or 0), predicted, by_default, study day.
Prediction = tuple[str, int, float, float, int]


class Overruled(NamedTuple):
    """A review that the machine judged one way and the learner the other.

    `borne_out` is whether the next review of the card a day or more later succeeded; None: there was none yet.
    """

    event: str
    card: str
    day: int
    judged: str
    verdict: str
    typed: str
    borne_out: bool | None


def counts(connection: sqlite3.Connection, today: int, since: int, cards: Collection[str] | None) -> Counts:
    """The reviews counted, as `quiz.stats.count.count` counts them."""
    asked = {"today": today, "since": since, "cards": None if cards is None else json.dumps(sorted(cards))}
    with _plain(connection):
        if cards is None:
            days, ages, hours = _kept(connection, today, since)
        else:
            days, ages, hours = _chosen(connection, asked)
        by_card = _by_card(connection, asked, chosen=cards is not None)
        (met,) = connection.execute(_MET if cards is None else f"{_MET} AND {_CHOSEN}", asked).fetchone()
    return Counts(days, by_card, ages, hours, met)


# Those that were asked today, under their own name or by now under another.
_MET: Final = """
    SELECT count(DISTINCT card) FROM review WHERE day = :today
"""

_Sums = dict[int, Count]


def _kept(connection: sqlite3.Connection, today: int, since: int) -> tuple[_Sums, _Sums, _Sums]:
    def summed(key: str, first: int | None) -> _Sums:
        query = f"SELECT {key}, {_KEPT} FROM counted WHERE day <= ? {'AND day >= ?' if first is not None else ''}"  # noqa: S608
        rows = connection.execute(f"{query} GROUP BY {key}", (today, first) if first is not None else (today,))
        return {row[0]: _whole(row[1:]) for row in rows}

    return summed("day", None), summed("age", since), summed("hour", since)


def _chosen(connection: sqlite3.Connection, asked: dict[str, Any]) -> tuple[_Sums, _Sums, _Sums]:
    def summed(key: str, since: str) -> _Sums:
        query = f"SELECT {key} AS key, {COUNT} FROM review WHERE {_CHOSEN} AND day <= :today {since} GROUP BY key"  # noqa: S608
        return {row[0]: Count._make(row[1:]) for row in connection.execute(query, asked)}

    later = "AND day >= :since"
    return summed("day", ""), summed(AGE, later), summed(HOUR, later)


def _by_card(connection: sqlite3.Connection, asked: Mapping[str, Any], *, chosen: bool) -> dict[str, Count]:
    """Counts by card: kept ones of cards that were lived within the days; of the others, one review after the other."""
    which = f"AND {_CHOSEN}" if chosen else ""
    query = f"SELECT card, {_KEPT_LIFE} FROM life WHERE {_WITHIN} {which}"  # noqa: S608
    found = {row[0]: tuple.__new__(Count, row[1:]) for row in connection.execute(query, asked)}
    parted = f"SELECT card FROM life WHERE last >= :since AND first <= :today AND NOT ({_WITHIN}) {which}"  # noqa: S608
    # With a sign, the index by day is not used: reviews of a card lie together, those of a day do not.
    query = (
        f"SELECT card, {BY_CARD} FROM review "  # noqa: S608
        f"WHERE card IN ({parted}) AND +day BETWEEN :since AND :today GROUP BY card"
    )
    found.update((row[0], tuple.__new__(Count, row[1:])) for row in connection.execute(query, asked))
    return found


def _whole(sums: tuple[int, ...]) -> Count:
    return Count._make(value / BILLION if n in FRACTIONS else value for n, value in enumerate(sums))


def lived(connection: sqlite3.Connection, cards: Collection[str]) -> int:
    """How many of these cards have reviews of their own: those of a card that was renamed are its heir's."""
    query = f"SELECT count(*) FROM life WHERE {_CHOSEN}"  # noqa: S608
    (found,) = connection.execute(query, {"cards": json.dumps(sorted(cards))}).fetchone()
    return int(found)


def reviews(connection: sqlite3.Connection, card: str | None, since: int | None) -> Iterator[Review]:
    """The reviews of one card or of all, card by card as they were lived, from a study day on.

    Read in pages, so that a reader who takes his time holds up no writer.
    """
    which = "card = :card AND place > :place" if card is not None else "(card, place) > (:card, :place)"
    later = "AND day >= :since" if since is not None else ""
    query = f"SELECT * FROM review WHERE {which} {later} ORDER BY card, place LIMIT {_PAGE}"  # noqa: S608
    name, place = card or "", -1
    while True:
        with _plain(connection):
            page = connection.execute(query, {"card": name, "place": place, "since": since}).fetchall()
        yield from (Row._make(row).review() for row in page)
        if len(page) < _PAGE:
            return
        name, place = page[-1][:2]


def predictions(connection: sqlite3.Connection) -> Iterator[Prediction]:
    """What was foretold of every spaced review, and what came, card by card as they were lived.

    Read in pages of whole cards, so that a reader who takes his time holds up no writer.
    """
    query = (
        f"SELECT card, rating >= {HARD}, predicted, by_default, day FROM review "  # noqa: S608 - a number of ours
        "WHERE card >= ? AND predicted IS NOT NULL ORDER BY card, place LIMIT ?"
    )
    card, size = "", _WIDE_PAGE
    while True:
        with _plain(connection):
            page = connection.execute(query, (card, size)).fetchall()
        if len(page) < size:
            yield from page
            return
        last = page[-1][0]
        whole = bisect_left(page, last, key=itemgetter(0))
        if not whole:  # a card with more reviews than a page holds
            size *= 2
            continue
        del page[whole:]
        yield from page
        card = last


def confused(connection: sqlite3.Connection, since: int) -> list[tuple[str, str, int]]:
    """Cards, those whose right answer was typed for theirs, and how often, from a study day on: the most often first.

    Only answers that stand as Again.
    """
    query = (
        "SELECT card, taken_for, count(*) AS times FROM review "
        "WHERE taken_for IS NOT NULL AND day >= ? AND rating = ? GROUP BY card, taken_for "
        "ORDER BY times DESC, card, taken_for"
    )
    return connection.execute(query, (since, AGAIN)).fetchall()


def usual_wrong(connection: sqlite3.Connection, cards: Collection[str]) -> dict[str, str]:
    """What was typed most often of the answers to these cards that stand as Again; the earliest of equals."""
    found: dict[str, dict[str, int]] = {}
    query = (
        f"SELECT review.card, log.typed FROM json_each(?) JOIN review ON review.card = value "  # noqa: S608
        f"JOIN log ON log.id = review.event WHERE review.rating = {AGAIN} AND log.typed <> '' ORDER BY place"
    )
    for card, typed in connection.execute(query, (json.dumps(sorted(set(cards))),)):
        if said := clean(typed):
            times = found.setdefault(card, {})
            times[said] = times.get(said, 0) + 1
    return {card: max(times, key=lambda typed: times[typed]) for card, times in found.items()}


def overruled(connection: sqlite3.Connection, since: int, verdict: str) -> list[Overruled]:
    """The reviews that the learner gave this verdict against the machine's, from a study day on, in time's order."""
    query = f"""
        SELECT review.event, review.card, review.day, ifnull(review.judged, ''), review.verdict, ifnull(log.typed, ''),
            (SELECT CASE WHEN later.number > 0 THEN later.rating >= {HARD} END
             FROM review AS later WHERE later.card = review.card AND later.place > review.place
             AND (later.predicted IS NOT NULL OR later.number = 0) ORDER BY later.place LIMIT 1)
        FROM review JOIN log ON log.id = review.event
        WHERE review.verdict IS NOT review.judged AND review.verdict = ? AND review.day >= ? AND review.tried
        ORDER BY review.at, review.event
    """  # noqa: S608 - a number of ours
    rows = connection.execute(query, (verdict, since)).fetchall()
    return [Overruled._make((*row[:-1], None if row[-1] is None else bool(row[-1]))) for row in rows]


@contextmanager
def _plain(connection: sqlite3.Connection) -> Iterator[None]:
    """Read text as Python's own text, which is quicker: what is kept of reviews was always sound."""
    before = connection.text_factory
    connection.text_factory = str
    try:
        yield
    finally:
        connection.text_factory = before
