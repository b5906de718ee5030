"""The file in the cache in which is kept what `quiz check` found.

A disposable SQLite file of its own, so that the way to the first question never meets it. Whatever is wrong with it
(damaged, of another version, read-only, held by another program) costs time and nothing else.
"""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from array import array
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

from quiz.deck.signs import Signs, meeting, touching
from quiz.library.checked import Head, Kept, Rest, pack
from quiz.library.folder import Stamp
from quiz.library.index import drop, is_busy, reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

VERSION: Final = 2
#: Another check that writes is not waited for longer than this, in seconds: what it keeps is the same.
PATIENCE: Final = 0.5
#: So many cards are checked between two moments at which what was found is kept.
BATCH: Final = 5_000
#: With more files changed than one in so many, all are compared anew: that takes less than looking for each.
FEW: Final = 5

_LIGHT: Final = "path, allow, hash, settled, mtime_ns, size, inode, deck, title, language, cards, problems"
_COLUMNS: Final = f"{_LIGHT}, entries, signs, standing"
_SCHEMA: Final = (
    f"CREATE TABLE file ({_COLUMNS}, PRIMARY KEY (path, allow)) WITHOUT ROWID",
    "CREATE TABLE met (allow PRIMARY KEY, files) WITHOUT ROWID",
)


class Kepts:
    """The files that were checked before with these rules off; `path` "" keeps nothing beyond this program."""

    def __init__(self, path: str, allow: Iterable[str] = ()) -> None:
        self._allow = ",".join(sorted(allow))
        self._files: dict[str, Kept] = {}
        self._fresh: dict[str, Kept] = {}
        #: Of each file that was compared its hash, and the entries that may have to do with others.
        self._met: dict[str, tuple[str, list[int]]] = {}
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

    def forget(self) -> None:
        """As if nothing had been checked before."""
        self._files, self._fresh, self._met = {}, {}, {}

    def rest(self, kept: Kept) -> Rest | None:
        """What is kept of the cards of a file; None if that is lost, or is no longer of this text."""
        if kept.rest is not None:
            return kept.rest
        found: list[Rest] = []
        with self.trusting(), self._connected() as connection:
            key = (os.fsencode(kept.path), self._allow, kept.hash)
            rows = connection.execute(
                "SELECT entries, signs, standing FROM file WHERE path = ? AND allow = ? AND hash = ?", key
            )
            found += [_rest(*row) for row in rows]
        return found[0] if found else None

    def met(self, files: Sequence[Kept]) -> list[list[int]] | None:
        """Of each file the positions of the entries that may have to do with others; None if what is kept is lost.

        What was compared before is not compared again: only with what is new.
        """
        old = [self._met.get(one.path) for one in files]
        same = [one if one and one[0] == kept.hash.hex() else None for one, kept in zip(old, files, strict=True)]
        fresh = [index for index, one in enumerate(same) if one is None]
        if fresh:
            signs = self._signs(files)
            if signs is None:
                return None
            if FEW * len(fresh) > len(files):
                found = meeting(signs)
            else:
                before = [one[1] if one else [] for one in same]
                found = touching(signs, fresh, before)
        else:
            found = [one[1] for one in same if one]
        if fresh:
            self._met = {kept.path: (kept.hash.hex(), some) for kept, some in zip(files, found, strict=True)}
            self._keep_met()
        return found

    def _signs(self, files: Sequence[Kept]) -> list[Signs] | None:
        """The numbers of the entries of these files."""
        wanted = {one.path: one for one in files if one.rest is None}
        found: dict[str, Signs] = {}
        if len(wanted) > 1:
            with self.trusting(), self._connected() as connection:
                rows = connection.execute("SELECT path, hash, signs FROM file WHERE allow = ?", (self._allow,))
                for path, digest, packed in rows:
                    one = wanted.get(os.fsdecode(path))
                    if one is not None and one.hash == digest:
                        found[one.path] = _unpacked(packed)[1]
        for path, one in wanted.items():
            if path not in found:
                rest = self.rest(one)
                if rest is None:
                    return None
                found[path] = rest.signs
        return [one.rest.signs if one.rest else found[one.path] for one in files]

    def write(self) -> None:
        """Write what is new; where that cannot be done, it is not done."""
        fresh, self._fresh, self._cards = self._fresh, {}, 0
        if not fresh or not self._path:
            return
        with suppress(sqlite3.Error, OSError), self._connected() as connection:
            connection.execute("BEGIN IMMEDIATE")
            gone = [path for path in self._files.keys() - fresh.keys() if not os.path.lexists(path)]
            connection.executemany("DELETE FROM file WHERE path = ?", [(os.fsencode(path),) for path in gone])
            for path in gone:
                del self._files[path]
            marks = ", ".join("?" * (_COLUMNS.count(",") + 1))
            connection.executemany(
                f"INSERT OR REPLACE INTO file VALUES ({marks})",  # noqa: S608 - nothing but question marks
                (_row(kept, rest, self._allow) for kept in fresh.values() if (rest := self.rest(kept))),
            )
            connection.execute("COMMIT")

    def _keep_met(self) -> None:
        with suppress(sqlite3.Error, OSError), self._connected() as connection:
            told = pack([[path.encode("utf-8", "surrogateescape").hex(), *one] for path, one in self._met.items()])
            connection.execute("INSERT OR REPLACE INTO met VALUES (?, ?)", (self._allow, told))

    def _load(self) -> None:
        if not os.path.exists(self._path):
            return
        files: dict[str, Kept] = {}
        with self.trusting(), self._connected() as connection:
            for row in connection.execute(f"SELECT {_LIGHT} FROM file WHERE allow = ?", (self._allow,)):  # noqa: S608
                kept = _kept(row)
                files[kept.path] = kept
            told = connection.execute("SELECT files FROM met WHERE allow = ?", (self._allow,)).fetchone()
            for path, digest, some in json.loads(told[0]) if told else ():
                self._met[bytes.fromhex(path).decode("utf-8", "surrogateescape")] = (digest, some)
            self._files = files

    @contextmanager
    def trusting(self) -> Iterator[None]:
        """Within, what is kept is used: whatever is wrong with it ends that, and a damaged cache is deleted."""
        try:
            yield
        except sqlite3.Error as error:
            damaged = isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)
            if damaged and not is_busy(error):
                drop(self._path)
        except (ValueError, TypeError, AttributeError, OverflowError, LookupError, zlib.error):
            drop(self._path)  # there are rows that no version of this wrote
        except OSError:
            pass

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        """The cache, made where there is none; of other rules, it is emptied."""
        if not self._path:
            raise OSError
        os.makedirs(os.path.dirname(self._path), mode=0o700, exist_ok=True)
        connection = sqlite3.connect(self._path, timeout=PATIENCE, isolation_level=None)
        try:
            connection.execute("PRAGMA synchronous = OFF")
            if not _usable(connection):
                connection.execute("BEGIN IMMEDIATE")
                if not _usable(connection):
                    for table in ("file", "state", "met"):
                        connection.execute(f"DROP TABLE IF EXISTS {table}")
                    connection.execute("CREATE TABLE state (rules TEXT)")
                    connection.execute("INSERT INTO state VALUES (?)", (rules(),))
                    for schema in _SCHEMA:
                        connection.execute(schema)
                connection.execute("COMMIT")
            yield connection
        finally:
            connection.close()


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


def _row(kept: Kept, rest: Rest, allow: str) -> tuple[Any, ...]:
    head = kept.head or Head("", "", "", 0)
    sound = [text.encode("utf-8", "surrogatepass") for text in head[:3]]
    known = (os.fsencode(kept.path), allow, kept.hash, kept.settled, *kept.stamp, *sound, head.cards)
    parts = (
        kept.problems.encode("ascii"),
        zlib.compress(rest.entries.encode("ascii"), 1),
        _packed(rest),
        rest.standing,
    )
    return *known, *map(_sealed, parts)


def _sealed(data: bytes) -> bytes:
    """Bytes behind a sum of them, so that nobody takes for ours what is not."""
    return zlib.crc32(data).to_bytes(4, "big") + data


def _opened(sealed: object) -> bytes:
    """The bytes that were sealed. Raises `ValueError`."""
    if not isinstance(sealed, bytes) or zlib.crc32(sealed[4:]).to_bytes(4, "big") != sealed[:4]:
        raise ValueError
    return sealed[4:]


def _packed(rest: Rest) -> bytes:
    fact, question, sought, counts = rest.signs
    arrays = (fact, question, sought, rest.lines, counts)
    return len(fact).to_bytes(4, "big") + b"".join(one.tobytes() for one in arrays)


def _unpacked(sealed: object) -> tuple[array[int], Signs]:
    packed = _opened(sealed)
    count, size = int.from_bytes(packed[:4], "big"), len(packed)
    ends = (4, 4 + 8 * count, 4 + 16 * count, size - 6 * count, size - 2 * count, size)
    fact, question, sought, lines, counts = (
        array(code, packed[low:high]) for code, low, high in zip("QQQIH", ends, ends[1:], strict=False)
    )
    return lines, Signs(fact, question, sought, counts)


def _rest(entries: object, packed: object, standing: object) -> Rest:
    return Rest(zlib.decompress(_opened(entries)).decode("ascii"), *_unpacked(packed), _opened(standing))


def _kept(row: tuple[Any, ...]) -> Kept:
    path, _, digest, settled, mtime, size, inode, deck, title, language, cards, problems = row
    head = Head(_text(deck), _text(title), _text(language), cards) if deck else None
    told = _opened(problems).decode("ascii")
    return Kept(os.fsdecode(path), digest, bool(settled), Stamp(mtime, size, inode), head, told, None)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")
