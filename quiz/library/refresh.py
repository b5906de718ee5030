"""Bring the index up to what the decks hold. Unchanged files are only looked at: nothing is opened, nothing imported.

What has to be read goes through `intake`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from sqlite3 import Connection
from typing import TYPE_CHECKING, NamedTuple

from quiz.library.folder import Found, Stamp, find
from quiz.library.index import UNSETTLED

if TYPE_CHECKING:
    from quiz.library.intake import Progress
    from quiz.library.moved import Left, Move
    from quiz.problem import Problem


class Refreshed(NamedTuple):
    """What a refresh found: how many files are new, changed and gone, which histories follow, what is wrong.

    `problems` are those of the paths, and of the files that were read this time: each is told once. `moved` are told
    until the journal knows of them, so that none is lost with a program that could not, or must not, write it; so are
    `left`, the cards that no deck has any more.
    """

    added: int = 0
    changed: int = 0
    removed: int = 0
    moved: tuple[Move, ...] = ()
    problems: tuple[Problem, ...] = ()
    left: tuple[Left, ...] = ()


class Work(NamedTuple):
    """What is to be done: files to read and files to move to another rank, files to forget, files left half done."""

    read: tuple[tuple[int, Found], ...]
    rank: tuple[tuple[int, int], ...]
    forget: tuple[int, ...]
    settle: tuple[int, ...]


def refresh(
    connection: Connection,
    paths: Iterable[str],
    progress: Progress | None = None,
    before: Callable[[Connection], None] | None = None,
) -> Refreshed:
    """Look at every deck under `paths` and read what changed. Never raises for what is in a deck.

    `progress` is told the path, the number and the total of the files that are read; `before` is called if there are
    any, to copy what the journal remembers: only so it is seen which cards leave with a history.
    """
    found, problems = find(paths)
    work = _work(connection, found)
    told = Refreshed(problems=tuple(problems))
    if any(work):
        from quiz.library.intake import intake

        if before:
            before(connection)
        told = intake(connection, work, problems, progress)
    waiting = "SELECT 1 FROM move JOIN memory ON memory.identity = move.old UNION ALL SELECT 1 FROM gone WHERE told = 0"
    if connection.execute(waiting).fetchone():
        from quiz.library.moved import left, pending

        told = told._replace(moved=pending(connection), left=left(connection))
    return told


def behind(connection: Connection, paths: Iterable[str]) -> int:
    """How many bytes a refresh would read."""
    return sum(file.stamp.size for _, file in _work(connection, find(paths)[0]).read)


def _work(connection: Connection, found: list[Found]) -> Work:
    known = {
        path: (file, rank, Stamp(*stamp), settled, edition)
        for path, file, rank, settled, edition, *stamp in connection.execute(
            "SELECT path, id, rank, settled, edition, mtime_ns, size, inode FROM file"
        )
    }
    read: list[tuple[int, Found]] = []
    moved: list[tuple[int, int]] = []
    left = [file for file, _, _, _, edition in known.values() if edition == UNSETTLED]
    for number, file in enumerate(found):
        if file.path not in known:
            read.append((number, file))
            continue
        identity, rank, stamp, settled, _ = known.pop(file.path)
        if stamp != file.stamp or not settled:
            read.append((number, file))
        if rank != number:
            moved.append((number, identity))
    return Work(tuple(read), tuple(moved), tuple(file for file, *_ in known.values()), tuple(left))
