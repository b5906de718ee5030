"""The tables of the journal, how a database comes to have them, and how to tell that one does."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING, Any, Final

from quiz.journal.faults import fail

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

#: "quiz" in ASCII, in the header of the file: `file` and we know it by that.
APPLICATION_ID: Final = 0x7175697A
#: The number of migrations below: the schema that this program reads and writes.
VERSION: Final = 4
#: The first release of quiz that reads each schema. A file carries its own, so that an older quiz can name it.
NEEDS: Final = ("", "0.1.0", "0.1.0", "0.1.0", "0.1.0")

#: What costs most where many lines are written at once; see `log.Writing`.
HEAVY: Final = {
    "INDEX log_card": "CREATE INDEX log_card ON log (card, at, id)",
    "INDEX log_at": "CREATE INDEX log_at ON log (at, id)",
}
GUARD: Final = "TRIGGER log_once"
GUARD_MADE: Final = """
    CREATE TRIGGER log_once BEFORE INSERT ON log WHEN EXISTS (SELECT 1 FROM log WHERE id = NEW.id)
    BEGIN SELECT RAISE(IGNORE); END
    """

_FIRST: Final = (
    # The log: what happened. Nothing in it ever changes; the id is the hash of the rest (quiz/memory/event.py).
    """
    CREATE TABLE log (
        id TEXT PRIMARY KEY,
        at INTEGER NOT NULL,
        "offset" INTEGER NOT NULL,
        device TEXT NOT NULL,
        kind TEXT NOT NULL,
        card TEXT NOT NULL,
        rating INTEGER,
        verdict TEXT,
        typed TEXT,
        first_ms INTEGER,
        took_ms INTEGER,
        rest TEXT NOT NULL CHECK (json_valid(rest))
    ) STRICT
    """,
    *HEAVY.values(),
    "CREATE INDEX log_renamed ON log (json_extract(rest, '$.from')) WHERE kind = 'renamed'",
    GUARD_MADE,
    """
    CREATE TRIGGER log_never_changes BEFORE UPDATE ON log
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END
    """,
    """
    CREATE TRIGGER log_never_shrinks BEFORE DELETE ON log
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END
    """,
    # What follows from the log, kept to be quick: the memory of each card, and each card's reviews by study day.
    """
    CREATE TABLE memory (
        card TEXT PRIMARY KEY,
        stability REAL NOT NULL,
        difficulty REAL NOT NULL,
        last_at INTEGER NOT NULL,
        last_day INTEGER NOT NULL,
        due INTEGER,
        "interval" INTEGER NOT NULL,
        again INTEGER NOT NULL,
        reviews INTEGER NOT NULL,
        lapses INTEGER NOT NULL,
        suspended INTEGER NOT NULL,
        buried_on INTEGER,
        changed INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX memory_changed ON memory (changed)",
    """
    CREATE TABLE lived (
        card TEXT NOT NULL,
        day INTEGER NOT NULL,
        introduced INTEGER NOT NULL,
        reviews INTEGER NOT NULL,
        PRIMARY KEY (card, day)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX lived_day ON lived (day, introduced, reviews)",
    # identity, needs, counter, tunings, projection (what the kept memories were folded with).
    "CREATE TABLE stamp (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID",
)

_SECOND: Final = (
    # The few answers that were another card's, found without reading the rest (quiz/journal/recent.py).
    """
    CREATE INDEX log_confused ON log (at)
    WHERE kind = 'reviewed' AND json_extract(rest, '$.confused_with') IS NOT NULL
    """,
    # The cards whose answers may not stand as they were.
    "CREATE INDEX log_corrected ON log (card) WHERE kind IN ('undone', 'regraded')",
    # A name, given by chance, for what the memories were at each of the last counts: two copies of a journal that
    # were parted come to the same count, but not to the same name.
    "CREATE TABLE mark (counter INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT",
)

_THIRD: Final = (
    # The reviews as they stand, corrections made, each once, with what was foretold (quiz/memory/review.py). `place` is
    # the review's place in the card's life. What is counted most stands first: less of each row is read. `off` is the
    # logarithm of an estimate of about the right size over the right amount.
    """
    CREATE TABLE review (
        card TEXT NOT NULL,
        place INTEGER NOT NULL,
        day INTEGER NOT NULL,
        rating INTEGER NOT NULL,
        predicted REAL,
        by_default REAL,
        number INTEGER NOT NULL,
        tried INTEGER NOT NULL,
        took_ms INTEGER,
        off REAL,
        verdict TEXT,
        judged TEXT,
        age INTEGER NOT NULL,
        elapsed INTEGER NOT NULL,
        at INTEGER NOT NULL,
        "offset" INTEGER NOT NULL,
        first_ms INTEGER,
        error REAL,
        taken_for TEXT,
        event TEXT NOT NULL,
        PRIMARY KEY (card, place)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX review_day ON review (day)",
    "CREATE INDEX review_overruled ON review (day) WHERE verdict IS NOT judged",
    "CREATE INDEX review_taken_for ON review (day) WHERE taken_for IS NOT NULL",
    # What the reviews add up to, by study day, hour of the wall and age of the card (quiz/stats/count.py): whole
    # numbers, the sums of fractions in billionths, so that what is taken away again leaves nothing behind.
    """
    CREATE TABLE counted (
        day INTEGER NOT NULL,
        hour INTEGER NOT NULL,
        age INTEGER NOT NULL,
        answers INTEGER NOT NULL,
        new INTEGER NOT NULL,
        milliseconds INTEGER NOT NULL,
        spaced INTEGER NOT NULL,
        recalled INTEGER NOT NULL,
        predicted INTEGER NOT NULL,
        tried INTEGER NOT NULL,
        to_right INTEGER NOT NULL,
        to_wrong INTEGER NOT NULL,
        estimates INTEGER NOT NULL,
        error INTEGER NOT NULL,
        squares INTEGER NOT NULL,
        PRIMARY KEY (day, hour, age)
    ) STRICT, WITHOUT ROWID
    """,
    # What people read with other programs (docs/log.md). No clock in any of them: study days depend on where one is.
    """
    CREATE VIEW reviews AS
    SELECT
        date(review.day * 86400, 'unixepoch') AS day,
        strftime('%Y-%m-%dT%H:%M:%S', review.at / 1000 + review."offset" * 60, 'unixepoch') AS time,
        review.card,
        review.number + 1 AS number,
        review.elapsed AS days,
        CASE review.rating WHEN 1 THEN 'again' WHEN 2 THEN 'hard' WHEN 3 THEN 'good' ELSE 'easy' END AS rating,
        review.rating > 1 AS recalled,
        review.predicted IS NOT NULL AS spaced,
        round(100 * review.predicted, 1) AS predicted,
        review.verdict,
        review.judged,
        log.typed,
        review.took_ms / 1000.0 AS seconds,
        review.taken_for,
        review.event
    FROM review LEFT JOIN log ON log.id = review.event
    """,
    """
    CREATE VIEW due AS
    SELECT
        card,
        date(due * 86400, 'unixepoch') AS due,
        date(asof * 86400, 'unixepoch') AS as_of,
        max(0, asof - due) AS overdue,
        "interval",
        date(last_day * 86400, 'unixepoch') AS last,
        round(stability, 1) AS stability,
        round(difficulty, 1) AS difficulty,
        reviews,
        lapses
    FROM memory CROSS JOIN (SELECT max(day) AS asof FROM lived)
    WHERE due IS NOT NULL AND NOT suspended AND (
        EXISTS (SELECT 1 FROM review WHERE review.card = memory.card) OR NOT EXISTS (
            SELECT 1 FROM log WHERE kind = 'renamed' AND json_extract(rest, '$.from') = memory.card))
    """,
    """
    CREATE VIEW retention_by_day AS
    SELECT
        date(day * 86400, 'unixepoch') AS day,
        sum(answers) AS reviews,
        sum(new) AS new,
        round(sum(milliseconds) / 60000.0, 1) AS minutes,
        sum(spaced) AS spaced,
        sum(recalled) AS recalled,
        round(100.0 * sum(recalled) / nullif(sum(spaced), 0), 1) AS share,
        round(sum(predicted) / 1e7 / nullif(sum(spaced), 0), 1) AS predicted
    FROM counted GROUP BY counted.day
    """,
    """
    CREATE VIEW hard_cards AS
    SELECT card, lapses, reviews, difficulty, stability, "interval", last, due, overdue
    FROM due WHERE lapses > 0 ORDER BY lapses DESC, difficulty DESC, card
    """,
)

_FOURTH: Final = (
    # What the reviews of each card add up to over its life, and its first and last study day: of a card that was lived
    # within a period no review need be read (quiz/journal/counting.py).
    """
    CREATE TABLE life (
        card TEXT PRIMARY KEY,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL,
        answers INTEGER NOT NULL,
        milliseconds INTEGER NOT NULL,
        spaced INTEGER NOT NULL,
        recalled INTEGER NOT NULL,
        predicted REAL NOT NULL,
        tried INTEGER NOT NULL,
        to_right INTEGER NOT NULL,
        to_wrong INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)


def lay_out(connection: sqlite3.Connection) -> None:
    """Make the tables of an empty journal."""
    for statement in (*_FIRST, *_SECOND, *_THIRD, *_FOURTH):
        connection.execute(statement)
    connection.execute("INSERT INTO stamp VALUES ('counter', 0)")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an open journal, or an empty database, to the schema of this program, in one transaction."""
    from sqlite_utils import Database

    connection.execute("BEGIN IMMEDIATE")
    try:
        _migrations().apply(Database(connection, recursive_triggers=False))
        sign(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def sign(connection: sqlite3.Connection) -> None:
    """Write down that this is a journal of ours, of this schema."""
    connection.execute("INSERT OR REPLACE INTO stamp VALUES ('needs', ?)", (NEEDS[VERSION],))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def pending(connection: sqlite3.Connection, path: str) -> bool:
    """Whether an open file is a journal that has migrations to come. Costs two reads of the file's header.

    Raises:
        Failure: the file is not a journal, or a later quiz made it.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise fail("journal-not-ours", path)
    if version > VERSION:
        raise fail("journal-newer", path, needs=_needs(connection))
    return bool(version < VERSION)


def _needs(connection: sqlite3.Connection) -> str:
    try:
        row: tuple[Any, ...] | None = connection.execute("SELECT value FROM stamp WHERE name = 'needs'").fetchone()
    except sqlite3.OperationalError:  # a schema that we cannot know
        row = None
    return str(row[0]) if row else "?"


def _migrations() -> Migrations:
    from sqlite_utils import Migrations

    steps = Migrations("journal")

    @steps(name="1 log, memory, lived, stamp")
    def first(db: Database) -> None:
        for statement in _FIRST:
            db.conn.execute(statement)
        db.conn.execute("INSERT INTO stamp VALUES ('counter', 0), ('identity', ?)", (os.urandom(16).hex(),))

    @steps(name="2 confusions, marks")
    def second(db: Database) -> None:
        for statement in _SECOND:
            db.conn.execute(statement)
        (counter,) = db.conn.execute("SELECT value FROM stamp WHERE name = 'counter'").fetchone()
        db.conn.execute("INSERT INTO mark VALUES (?, ?)", (counter, os.urandom(8).hex()))

    @steps(name="3 reviews, counted")
    def third(db: Database) -> None:
        for statement in _THIRD:
            db.conn.execute(statement)

    @steps(name="4 lives")
    def fourth(db: Database) -> None:
        from quiz.journal.reviewed import LIVES

        for statement in (*_FOURTH, LIVES):
            db.conn.execute(statement)

    return steps
