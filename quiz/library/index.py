"""The index: a disposable SQLite cache of what the decks hold, joined with what the journal remembers.

Nothing in it is the truth: the decks are, and the log is. So there are no migrations. An index of another version, or
damaged, is dropped and made anew; where the cache cannot be written it lives in memory. After an update of the program
every file is read again, over what the last version had read, so that a card that left in between is missed.

Every question that is asked on the way to the first card is answered by an index of SQLite in the order in which it
is wanted, and every count is kept, so that nothing grows with the library:

- a card's row number is `file << 20 | position`: the cards of a file lie together, in their order;
- `card_due` and `card_due_in_file` hold what is scheduled, by day; `card_new` what was never asked, by file;
- `tally` counts the cards due on each day, file by file; `file` counts the others.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from quiz import __version__

APPLICATION: Final = 0x7175697A  # "quiz"
VERSION: Final = 9
#: How many cards a file can have: more than ten megabytes can hold.
POSITIONS: Final = 20
#: The edition of a file whose editions are not decided yet.
UNSETTLED: Final = "?"
#: How long one program waits for another's transaction, in seconds. A transaction is never longer than one file.
PATIENCE: Final = 10.0
#: How much of the index may stay in memory. With SQLite's two megabytes, filling a large one is slow.
CACHE_KB: Final = 32_000
#: The rooms that make a card out of text.
ROOMS: Final = ("deck", os.path.join("deck", "checks"), "answers", "language")

_SCHEMA: Final = f"""
CREATE TABLE state (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE file (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    rank INTEGER NOT NULL,           -- its place in the library
    mtime_ns INTEGER NOT NULL, size INTEGER NOT NULL, inode INTEGER NOT NULL,
    settled INTEGER NOT NULL,        -- 0: was changed so shortly before that its stamp cannot be trusted
    hash BLOB NOT NULL,
    deck TEXT NOT NULL, title TEXT NOT NULL, language TEXT NOT NULL,  -- '' while it never could be read
    sources TEXT NOT NULL,           -- of the deck, as JSON
    edition TEXT,                    -- '': asked · a language: asked by those who prefer it · NULL: not asked · '?'
    problems TEXT NOT NULL,          -- of reading, as JSON
    clashes TEXT NOT NULL,           -- with other files, as JSON
    cards INTEGER NOT NULL, new INTEGER NOT NULL, suspended INTEGER NOT NULL
);
CREATE TABLE card (
    id INTEGER PRIMARY KEY,          -- file << {POSITIONS} | position
    file INTEGER NOT NULL,
    identity TEXT NOT NULL,
    edition TEXT,                    -- that of the file
    topic TEXT NOT NULL,
    sibling TEXT,                    -- NULL: the identity itself
    kind TEXT NOT NULL,
    due INTEGER,                     -- NULL: never asked
    interval INTEGER NOT NULL, last_day INTEGER NOT NULL, last_at INTEGER NOT NULL, again INTEGER NOT NULL,
    suspended INTEGER NOT NULL, buried_on INTEGER
);
CREATE TABLE text (
    id INTEGER PRIMARY KEY,
    question BLOB NOT NULL,          -- UTF-8
    language TEXT NOT NULL, options TEXT NOT NULL, items INTEGER NOT NULL, ordered INTEGER NOT NULL,
    former TEXT NOT NULL,            -- what the answer was before it changed, as JSON; '' where it did not
    back BLOB NOT NULL               -- the rest of the card, as JSON
);
CREATE TABLE memory (                -- of every card that the journal knows, in a deck or not
    identity TEXT PRIMARY KEY,
    due INTEGER, interval INTEGER NOT NULL, last_day INTEGER NOT NULL, last_at INTEGER NOT NULL,
    again INTEGER NOT NULL, suspended INTEGER NOT NULL, buried_on INTEGER
) WITHOUT ROWID;
CREATE TABLE tally (file INTEGER, day INTEGER, cards INTEGER NOT NULL, PRIMARY KEY (file, day)) WITHOUT ROWID;
CREATE TABLE move (                  -- histories that follow, until the journal says that they did
    new TEXT, old TEXT, deck TEXT NOT NULL, old_question BLOB NOT NULL, new_question BLOB NOT NULL,
    how INTEGER NOT NULL,            -- 0: surely · 1: if the log says so · 2: perhaps
    PRIMARY KEY (new, old)
) WITHOUT ROWID;
CREATE TABLE gone (                  -- cards with history that left, and no other took it
    identity TEXT PRIMARY KEY, deck TEXT NOT NULL, path TEXT NOT NULL, question BLOB NOT NULL, answer BLOB NOT NULL,
    told INTEGER NOT NULL            -- whether the journal knows what they said
) WITHOUT ROWID;
CREATE TABLE aside (                 -- see `aside.py`
    file INTEGER, how INTEGER, identity TEXT, question BLOB NOT NULL, answer BLOB NOT NULL,
    PRIMARY KEY (file, how, identity)
) WITHOUT ROWID;
CREATE INDEX aside_identity ON aside (identity, how);
CREATE VIEW there AS                 -- the cards of the decks, asked or not
    SELECT identity FROM card UNION ALL SELECT identity FROM aside WHERE how = 0;
CREATE INDEX card_identity ON card (identity);
CREATE INDEX card_due ON card (  -- all that the queue wants to know: behind by thousands, no row is looked up
    edition, due, suspended, buried_on, file, identity, topic, sibling, interval, last_day, again, last_at
) WHERE due IS NOT NULL AND suspended = 0;
CREATE INDEX card_due_in_file ON card (file, due) WHERE due IS NOT NULL AND suspended = 0;
CREATE INDEX card_new ON card (file) WHERE due IS NULL AND suspended = 0;
CREATE INDEX card_buried ON card (buried_on) WHERE buried_on IS NOT NULL;
"""  # noqa: S608 - a number of ours


def connect(path: str) -> sqlite3.Connection:
    """The index at `path` ("" or ":memory:": in memory), made or made anew where it cannot be used as it is."""
    if path and path != ":memory:":
        for attempt in range(2):
            try:
                return _open(path)
            except sqlite3.OperationalError as error:
                if is_busy(error):
                    raise busy() from error
                break  # it cannot be opened or written here
            except sqlite3.DatabaseError:
                if attempt or not drop(path):
                    break
            except OSError:
                break
    return _open(":memory:")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of what is done in it, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another program held the index for longer than our patience."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def busy() -> Exception:
    """The failure to raise then."""
    from quiz.problem import Failure, Problem

    return Failure(Problem("index-busy"))


def drop(path: str) -> bool:
    """Remove a damaged index; False where that is not allowed."""
    try:
        for leftover in (f"{path}-journal", f"{path}-wal", f"{path}-shm", path):
            if os.path.lexists(leftover):
                os.unlink(leftover)
    except OSError:
        return False
    return True


def _open(path: str) -> sqlite3.Connection:
    if path != ":memory:" and not os.path.exists(path):
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600))
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        # A cache that a loss of power damages is made anew: no need to wait for the disk at each transaction.
        connection.execute("PRAGMA synchronous = OFF" if path == ":memory:" else "PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KB}")
        if not _usable(connection):
            connection.execute("BEGIN IMMEDIATE")
            if not _usable(connection):  # another program may have been faster
                _renew(connection) if _ours(connection) else _make(connection)
            connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def _ours(connection: sqlite3.Connection) -> bool:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return (application, version) == (APPLICATION, VERSION)


def _usable(connection: sqlite3.Connection) -> bool:
    if not _ours(connection):
        return False
    row = connection.execute("SELECT value FROM state WHERE name = 'reader'").fetchone()
    return row is not None and row[0] == reader()


def _renew(connection: sqlite3.Connection) -> None:
    """Let every file be read again; its cards stay until then."""
    connection.execute("UPDATE file SET hash = x'', mtime_ns = 0, size = -1, settled = 0")
    connection.execute("DROP TABLE IF EXISTS found")  # the words of a search (`search.py`)
    connection.execute("DROP TABLE IF EXISTS searched")
    connection.execute("INSERT OR REPLACE INTO state VALUES ('reader', ?)", (reader(),))


def _make(connection: sqlite3.Connection) -> None:
    connection.execute("DROP VIEW IF EXISTS there")
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " ORDER BY sql NOT LIKE 'CREATE VIRTUAL%'"  # which takes its own tables with it
    )
    for (name,) in tables.fetchall():
        connection.execute(f'DROP TABLE IF EXISTS "{name}"')
    for statement in _SCHEMA.split(";\n"):
        connection.execute(statement)
    connection.execute("INSERT INTO state VALUES ('reader', ?)", (reader(),))
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def reader() -> str:
    """What read the decks: the version of the program, and the stamps of the rooms that make a card out of text.

    So that after an update, or in a clone that is worked upon, no card stays as an older reader understood it.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    newest = count = 0
    try:
        for room in ROOMS:
            with os.scandir(os.path.join(package, room)) as listing:
                for entry in listing:
                    if entry.name.endswith(".py"):
                        newest = max(newest, entry.stat().st_mtime_ns)
                        count += 1
    except OSError:  # packed in an archive: the version alone must do
        pass
    return f"{__version__} {count} {newest}"
