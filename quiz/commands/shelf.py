"""Which decks a command means: those of the library, some of them by name, or files named on the command line."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.house import House
    from quiz.library import Library
    from quiz.problem import Problem


class Shelf(NamedTuple):
    """A library that is up to date with its files and with the journal, and the decks meant (None: all of them)."""

    library: Library
    decks: tuple[str, ...] | None


def opened(names: Sequence[str], house: House, *, read_only: bool = False) -> Shelf:
    """The library, or the files and folders named. Problems of decks are told on standard error and stop nothing.

    Raises `Failure` "no-such-deck" for a name that is neither a deck of the library nor a path.
    """
    paths = [name for name in names if _is_path(name)]
    wanted = [name for name in names if not _is_path(name)]
    if paths:
        library = _of_files([*paths, *_paths_of(wanted, house)], house)
        decks = None
    else:
        library = house.library()
        decks = tuple(wanted) or None
    refreshed = library.refresh()
    if refreshed.problems:
        from quiz.problem import Failure

        if paths and not any(row.cards for row in library.decks(house.today())):
            # Nothing of what was named can be used: that is the answer, not a remark before it.
            unread = all(problem.place is None for problem in refreshed.problems)
            raise Failure(*refreshed.problems, exit_code=3 if unread else 1)
        tell(refreshed.problems, house)
    if not paths and wanted:
        _known(wanted, library, house)
    journal = house.journal(read_only=read_only)
    if (refreshed.moved or refreshed.left) and not read_only:
        from quiz.commands.histories import settle

        settle(refreshed, library, house)
    library.sync(journal)
    return Shelf(library, decks)


def _is_path(name: str) -> bool:
    return os.sep in name or name.endswith((".yaml", ".yml")) or os.path.exists(name)


def _of_files(paths: list[str], house: House) -> Library:
    from quiz.library import IN_MEMORY, Library

    return Library(IN_MEMORY, paths, house.language)


def _paths_of(wanted: list[str], house: House) -> list[str]:
    if not wanted:
        return []
    library = house.library()
    library.refresh()
    _known(wanted, library, house)
    return [row.path for row in library.decks(house.today()) if row.id in wanted]


def _known(wanted: Sequence[str], library: Library, house: House) -> None:
    ids = {row.id for row in library.decks(house.today())}
    strangers = [name for name in wanted if name not in ids]
    if strangers:
        from quiz.problem import Failure, Problem

        raise Failure(*(Problem("no-such-deck", facts={"name": name}) for name in strangers), exit_code=2)


def tell(problems: Sequence[Problem], house: House) -> None:
    """The first problems of what was read anew, and how to see them all."""
    from quiz.commands.report import report

    errors = [problem for problem in problems if problem.severity == "error"]
    if not errors:
        return
    report(errors[:3], house)
    say = house.words.say
    print(say("check.more", count=len(errors) - 3) if len(errors) > 3 else say("check.others-usable"), file=house.err)
