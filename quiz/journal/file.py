"""The file of the journal: made whole, opened so that what was written stays."""

# ruff: noqa: PTH
# pathlib costs more than opening the file does, and this is on the way to the first question.

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING, Final

from quiz.journal import schema
from quiz.journal.faults import fail, told

if TYPE_CHECKING:
    from pathlib import Path

#: Seconds to wait for another process that writes. A commit takes milliseconds, a rebuild perhaps seconds.
_PATIENCE: Final = 30.0


def open_(path: str, *, read_only: bool) -> sqlite3.Connection:
    """A connection to the file, which is made when it is missing, or to an empty journal in memory when `read_only`.

    Raises:
        Failure: the file is empty, or the disk refuses.
    """
    missing = not os.path.exists(path)
    if missing and not read_only:
        _create(path)
    with told(path):
        return _in_memory() if missing and read_only else _connect(path, read_only=read_only)


def _connect(path: str, *, read_only: bool) -> sqlite3.Connection:
    if os.path.getsize(path) == 0:
        raise fail("journal-empty", path)
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
        connection.text_factory = _text
        if read_only:
            connection.execute("PRAGMA query_only = ON")
        else:
            # A rollback journal and not WAL: the file can be copied, and lies well on any disk (docs/log.md).
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA synchronous = EXTRA")
            connection.execute("PRAGMA fullfsync = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _in_memory() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    schema.lay_out(connection)
    schema.sign(connection)
    return connection


def copied(connection: sqlite3.Connection) -> sqlite3.Connection:
    """The same database in memory, where it may change; the file is let go."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    copy.text_factory = _text
    connection.backup(copy)
    connection.close()
    return copy


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogatepass")


def _create(path: str) -> None:
    """Make a journal at `path`, for its owner's eyes only; if another process is quicker, its file stays.

    The file appears whole or not at all: it is made under another name beside its place. So an empty file at that
    place is never a journal half made.

    Raises:
        Failure: the folder or the file cannot be written.
    """
    from pathlib import Path

    place = Path(path).absolute()
    with told(path, writing=True):
        _make_folder(place.parent)
        new = place.with_name(f".{place.name}.{os.urandom(4).hex()}")
        descriptor = os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
        try:
            new.chmod(0o600)  # whatever the umask left of it
            connection = sqlite3.connect(new, isolation_level=None)
            try:
                connection.execute("PRAGMA journal_mode = MEMORY")
                schema.migrate(connection)
            finally:
                connection.close()
            os.fsync(descriptor)
            _put(new, place)
        finally:
            os.close(descriptor)
            new.unlink(missing_ok=True)


def _make_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    folder.chmod(0o700)


def _put(new: Path, place: Path) -> None:
    try:
        os.link(new, place)
    except FileExistsError:
        return
    except OSError:  # a file system without links
        if not place.exists():
            new.rename(place)
