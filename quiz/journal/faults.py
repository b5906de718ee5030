"""What SQLite and the disk say, in the codes of the house."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from quiz.problem import Fact, Failure

#: Primary result codes of SQLite (sqlite.org/rescode.html) and what they mean for a journal.
_CODES: Final = {
    sqlite3.SQLITE_BUSY: "journal-busy",
    sqlite3.SQLITE_LOCKED: "journal-busy",
    sqlite3.SQLITE_CORRUPT: "journal-damaged",
    sqlite3.SQLITE_NOTADB: "journal-not-ours",
    sqlite3.SQLITE_FULL: "journal-full",
    sqlite3.SQLITE_READONLY: "journal-unwritable",
    sqlite3.SQLITE_CANTOPEN: "journal-unreadable",
    sqlite3.SQLITE_PERM: "journal-unreadable",
    sqlite3.SQLITE_AUTH: "journal-unreadable",
    sqlite3.SQLITE_IOERR: "journal-unreadable",
}
_SAY_WHY: Final = frozenset({"journal-unreadable", "journal-unwritable"})


@contextmanager
def told(path: str, *, writing: bool = False) -> Iterator[None]:
    """Turn what can go wrong in the world into a `Failure`; faults of our own (a wrong statement) pass as they are.

    While `writing`, a file that SQLite cannot open is its rollback journal: the folder cannot be written.
    """
    try:
        yield
    except sqlite3.Error as error:
        code = _CODES.get((getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF)
        if code is None:
            raise
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY_DBMOVED:
            code = "journal-gone"
        if writing and code == "journal-unreadable":
            code = "journal-unwritable"
        raise fail(code, path, **({"error": str(error)} if code in _SAY_WHY else {})) from error
    except OSError as error:
        code = "journal-unwritable" if writing else "journal-unreadable"
        raise fail(code, path, error=error.strerror or str(error)) from error


def fail(code: str, path: str, **facts: Fact) -> Failure:
    """The failure that says `code` of the journal at `path`."""
    from quiz.problem import Failure, Problem

    return Failure(Problem(code, facts={"path": path, **facts}))
