"""What `quiz check` found in each file, kept until the file, the rules or what is allowed change.

A disposable SQLite file in the cache, of its own, so that the way to the first question never meets it. Whatever is
wrong with it (damaged, of another version, read-only, held by another program) costs time and nothing else.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from array import array
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from quiz.deck.signs import Signs
from quiz.library.folder import Found, Stamp
from quiz.library.index import drop, is_busy, reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quiz.deck.lint import Entry
    from quiz.problem import Problem

VERSION: Final = 1
#: Another check that writes is not waited for longer than this, in seconds: what it keeps is the same.
PATIENCE: Final = 0.5
#: Within this time after its last change, a file may change again and keep its stamp on a coarse clock.
RECENT_NS: Final = 2_000_000_000
#: So many cards are checked between two moments at which what was found is kept.
BATCH: Final = 5_000

_COLUMNS: Final = (
    "path, allow, hash, settled, mtime_ns, size, inode, deck, title, language, cards, problems, entries, signs"
)
_SCHEMA: Final = f"CREATE TABLE file ({_COLUMNS}, PRIMARY KEY (path, allow)) WITHOUT ROWID"


class Head(NamedTuple):
    """Of a deck what is said of it when it is checked."""

    id: str
    title: str
    language: str
    cards: int


class Kept(NamedTuple):
    """One file as it was checked: `problems` and `entries` are JSON, without the path; `signs` those of the entries."""

    path: str
    hash: bytes
    settled: bool
    stamp: Stamp
    head: Head | None
    problems: str
    entries: str
    signs: Signs

    def told(self, path: str) -> tuple[Problem, ...]:
        """The problems, in the file as it is called here."""
        if self.problems == "[]":
            return ()
        from quiz.problem import Place, Problem

        return tuple(
            Problem(
                code,
                Place(path, *at) if at else None,
                {name: tuple(value) if isinstance(value, list) else value for name, value in facts.items()},
            )
            for code, at, facts in json.loads(self.problems)
        )

    def chosen(self, positions: Iterable[int], path: str) -> Iterator[Entry]:
        """The entries at these positions, in the file as it is called here."""
        if self.head is None:
            return
        from quiz.deck.lint import Entry
        from quiz.problem import Place

        entries = json.loads(self.entries)
        for position in positions:
            at, card, kind, words, content, special, answer, allow = entries[position]
            yield Entry(
                Place(path, *at),
                card,
                self.head.id,
                self.head.language,
                kind,
                tuple(words.split()),
                frozenset(content.split()),
                frozenset(special.split()),
                answer,
                frozenset(allow),
            )


def hashed(data: bytes) -> bytes:
    """What tells the bytes of a file from others."""
    return blake2b(data, digest_size=16).digest()


def is_settled(stamp: Stamp) -> bool:
    """Whether a file was changed so long ago that its stamp tells of any other change."""
    return not -RECENT_NS < time.time_ns() - stamp.mtime_ns < RECENT_NS


def to_keep(
    found: Found,
    digest: bytes,
    settled: bool,
    head: Head | None,
    problems: Iterable[Problem],
    entries: Iterable[Entry],
) -> Kept:
    """One file that was just checked, so that it can be kept."""
    from quiz.deck.lint.signs import signs

    listed = tuple(entries)
    told = [[one.code, one.place[1:] if one.place else None, dict(one.facts)] for one in problems]
    rows = [
        [
            one.place[1:],
            one.card,
            one.kind,
            " ".join(one.words),
            " ".join(sorted(one.content)),
            " ".join(sorted(one.special)),
            one.answer,
            sorted(one.allow),
        ]
        for one in listed
    ]
    pack = json.JSONEncoder(separators=(",", ":")).encode
    return Kept(found.path, digest, settled, found.stamp, head, pack(told), pack(rows), signs(listed))


class Kepts:
    """The files that were checked before with these rules off; `path` "" keeps nothing beyond this program."""

    def __init__(self, path: str, allow: Iterable[str] = ()) -> None:
        self._allow = ",".join(sorted(allow))
        self._files: dict[str, Kept] = {}
        self._fresh: dict[str, Kept] = {}
        self._cards = 0
        self._path = path
        #: Whether what is found outlasts this program.
        self.keeps = bool(path)
        if path:
            self._load()

    def __getitem__(self, path: str) -> Kept | None:
        return self._files.get(path)

    def put(self, kept: Kept) -> None:
        """Keep a file from now on; it is written when there is enough to write."""
        self._files[kept.path] = self._fresh[kept.path] = kept
        self._cards += kept.head.cards if kept.head else 1
        if self._cards >= BATCH:
            self.write()

    def write(self) -> None:
        """Write what is new; where that cannot be done, it is not done."""
        fresh, self._fresh, self._cards = self._fresh, {}, 0
        if not fresh or not self._path:
            return
        with suppress(sqlite3.Error, OSError):
            connection = self._open()
            try:
                connection.execute("BEGIN IMMEDIATE")
                gone = [path for path in self._files.keys() - fresh.keys() if not os.path.lexists(path)]
                connection.executemany("DELETE FROM file WHERE path = ?", [(os.fsencode(path),) for path in gone])
                for path in gone:
                    del self._files[path]
                marks = ", ".join("?" * (_COLUMNS.count(",") + 1))
                connection.executemany(
                    f"INSERT OR REPLACE INTO file VALUES ({marks})",  # noqa: S608 - nothing but question marks
                    (_row(kept, self._allow) for kept in fresh.values()),
                )
                connection.execute("COMMIT")
            finally:
                connection.close()

    def _load(self) -> None:
        if not os.path.exists(self._path):
            return
        try:
            connection = self._open()
            try:
                for row in connection.execute(f"SELECT {_COLUMNS} FROM file WHERE allow = ?", (self._allow,)):  # noqa: S608
                    kept = _kept(row)
                    self._files[kept.path] = kept
            finally:
                connection.close()
        except sqlite3.Error as error:
            self._files = {}
            if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
                self._mend(error)
        except (ValueError, TypeError, AttributeError, OverflowError):  # rows that no version of this program wrote
            self._files = {}
            drop(self._path)
        except OSError:
            self._files = {}

    def _mend(self, error: sqlite3.Error) -> None:
        if not is_busy(error):
            drop(self._path)

    def _open(self) -> sqlite3.Connection:
        """The cache, made where there is none; of other rules, it is emptied."""
        os.makedirs(os.path.dirname(self._path), mode=0o700, exist_ok=True)
        connection = sqlite3.connect(self._path, timeout=PATIENCE, isolation_level=None)
        try:
            connection.execute("PRAGMA synchronous = OFF")
            if not _usable(connection):
                connection.execute("BEGIN IMMEDIATE")
                if not _usable(connection):
                    connection.execute("DROP TABLE IF EXISTS file")
                    connection.execute("DROP TABLE IF EXISTS state")
                    connection.execute("CREATE TABLE state (rules TEXT)")
                    connection.execute("INSERT INTO state VALUES (?)", (rules(),))
                    connection.execute(_SCHEMA)
                connection.execute("COMMIT")
        except BaseException:
            connection.close()
            raise
        return connection


def _usable(connection: sqlite3.Connection) -> bool:
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'state'").fetchone():
        return False
    return connection.execute("SELECT rules FROM state").fetchall() == [(rules(),)]


def rules() -> str:
    """What checked the decks: the reader, and the stamps of the rules."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    newest = count = 0
    with suppress(OSError), os.scandir(os.path.join(package, "deck", "lint")) as listing:
        for entry in listing:
            if entry.name.endswith(".py"):
                newest = max(newest, entry.stat().st_mtime_ns)
                count += 1
    return f"{VERSION} {reader()} {count} {newest}"


def _row(kept: Kept, allow: str) -> tuple[Any, ...]:
    head = kept.head or Head("", "", "", 0)
    sound = [text.encode("utf-8", "surrogatepass") for text in head[:3]]
    fact, question, sought, counts = kept.signs
    packed = b"".join(one.tobytes() for one in (fact, question, sought, counts))
    known = (os.fsencode(kept.path), allow, kept.hash, kept.settled, *kept.stamp, *sound, head.cards)
    return *known, kept.problems, kept.entries, len(fact).to_bytes(4, "big") + packed


def _kept(row: tuple[Any, ...]) -> Kept:
    path, _, digest, settled, mtime, size, inode, deck, title, language, cards, problems, entries, packed = row
    head = Head(_text(deck), _text(title), _text(language), cards) if deck else None
    count = int.from_bytes(packed[:4], "big")
    ends = (4, 4 + 8 * count, 4 + 16 * count, len(packed) - 2 * count, len(packed))
    arrays = [array(code, packed[low:high]) for code, low, high in zip("QQQH", ends, ends[1:], strict=False)]
    return Kept(
        os.fsdecode(path), digest, bool(settled), Stamp(mtime, size, inode), head, problems, entries, Signs(*arrays)
    )


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")
