"""Which files are decks: folders walked in order, hidden ones left out, each file once, and a stamp of each.

Nothing is opened here. The stamp (time of last change, size, inode) tells an unchanged file from a changed one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from stat import S_ISDIR
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from quiz.problem import Problem

#: How the name of a deck ends, within a folder. A file that is named outright may have any name.
ENDINGS: Final = (".yaml", ".yml")


class Stamp(NamedTuple):
    """What changes when a file changes: modification time in nanoseconds, size in bytes, inode."""

    mtime_ns: int
    size: int
    inode: int


class Found(NamedTuple):
    """A deck file where it was found."""

    path: str
    stamp: Stamp


class _Walk:
    """One walk over several folders: what was met already (by device and inode), what was found, what is wrong."""

    def __init__(self) -> None:
        self.met: set[tuple[int, int]] = set()
        self.found: list[Found] = []
        self.problems: list[Problem] = []

    def once(self, status: os.stat_result) -> bool:
        """Whether this file or folder is met for the first time: links may lead to it twice, or in a circle."""
        key = (status.st_dev, status.st_ino)
        new = key not in self.met
        self.met.add(key)
        return new

    def add(self, path: str, status: os.stat_result) -> None:
        if self.once(status):
            self.found.append(Found(path, stamp_of(status)))

    def blame(self, code: str, path: str) -> None:
        from quiz.problem import Problem

        self.problems.append(Problem(code, facts={"path": path}))

    def folder(self, top: str) -> None:
        """Walk one folder: depth first, names sorted, so that a reader of the folder knows the order."""
        waiting = [top]
        while waiting:
            folder = waiting.pop()
            try:
                with os.scandir(folder) as listing:
                    entries = sorted(
                        (entry for entry in listing if not entry.name.startswith(".")), key=lambda entry: entry.name
                    )
            except OSError:
                self.blame("folder-unreadable", folder)
                continue
            inner: list[str] = []
            for entry in entries:
                named = entry.name.endswith(ENDINGS)
                try:
                    if entry.is_dir():
                        if self.once(entry.stat()):
                            inner.append(entry.path)
                    elif named:
                        self.add(entry.path, entry.stat())
                except OSError:  # a link to nowhere, or to itself
                    if named:
                        self.blame("path-missing", entry.path)
            waiting.extend(reversed(inner))


def find(paths: Iterable[str]) -> tuple[list[Found], list[Problem]]:
    """The deck files under `paths` (folders, or files by name), in that order, and every path that cannot be used.

    Of several links to one file the first counts. Paths are made absolute, so that the index does not depend on
    the folder in which the program is started.
    """
    walk = _Walk()
    for given in paths:
        path = os.path.abspath(given)
        try:
            status = os.stat(path)
        except OSError:
            walk.blame("path-missing", path)
            continue
        if not S_ISDIR(status.st_mode):
            walk.add(path, status)
        elif walk.once(status):
            walk.folder(path)
    return walk.found, walk.problems


def stamp_of(status: os.stat_result) -> Stamp:
    """The stamp in what `os.stat` says."""
    return Stamp(status.st_mtime_ns, status.st_size, status.st_ino)
