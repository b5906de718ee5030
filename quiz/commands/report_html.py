"""`quiz report`: all the figures as one page of HTML, for the browser, the printer, the drawer."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from quiz.house import House
    from quiz.library.folder import Stamp
    from quiz.words import Words

#: In the place of a file: the standard output.
STDOUT = "-"
_ENOUGH = 200


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz report`."""
    from quiz.commands import figures

    say = words.say
    parser.add_argument("--html", required=True, metavar="FILE", help=say("help.report-html"))
    parser.add_argument("--open", action="store_true", help=say("help.report-open"))
    parser.add_argument("--force", action="store_true", help=say("help.report-force"))
    figures.arguments(parser, words)


def run(options: Namespace, house: House) -> int:
    """Make the page, and put it where it is wanted."""
    from quiz.commands.figures import gathered, scoped
    from quiz.report.report import Narrowed, report
    from quiz.stats.calibration import calibration, foretold

    path = options.html
    if path == STDOUT and options.open:
        raise Failure(Problem("report-open-nothing"), exit_code=2)
    stamp = None if path == STDOUT else _stamp(path, force=options.force)
    scope = scoped(options, house)
    told = gathered(scope, house)
    kinds = {card: kind for card, (kind, _) in scope.belongs.items()}
    foretold_ = calibration(foretold(scope.journal.past(), scope.since), kinds, scope.cards)
    page = report(told, house.words, Narrowed(scope.decks, scope.tags, scope.since), foretold_)
    if path == STDOUT:
        house.out.write(page)
        return 0
    from quiz.library import file

    try:
        file.write(path, page.encode(), stamp)
    except Failure as failure:
        raise Failure(*failure.problems, exit_code=3) from failure
    print(house.words.say("report.written", path=path), file=house.err)
    if options.open:
        _open(path, house)
    return 0


def _stamp(path: str, *, force: bool) -> Stamp | None:
    """The stamp of the file that is to be written over; None where there is none yet.

    Raises `Failure`: "report-no-folder", "file-not-regular", "file-unreadable"; "report-not-ours" for a file that is no
    report, unless it is empty or `force` is given.
    """
    from stat import S_ISREG

    from quiz.library.folder import stamp_of
    from quiz.report.page import is_ours

    folder = os.path.dirname(os.path.abspath(path))
    try:
        if not os.path.isdir(folder):
            raise Failure(Problem("report-no-folder", facts={"path": folder}), exit_code=3)
        if not os.path.lexists(path):
            return None
        status = os.stat(path)
        if not S_ISREG(status.st_mode):
            raise Failure(Problem("file-not-regular", facts={"path": path}), exit_code=3)
        with open(path, "rb") as existing:
            beginning = existing.read(_ENOUGH)
    except (OSError, ValueError) as error:  # ValueError: a path with a null character
        name = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else "?"
        raise Failure(Problem("file-unreadable", facts={"path": path, "error": name}), exit_code=3) from error
    if beginning and not is_ours(beginning) and not force:
        raise Failure(Problem("report-not-ours", facts={"path": path}), exit_code=3)
    return stamp_of(status)


def _open(path: str, house: House) -> None:
    import webbrowser
    from pathlib import Path

    try:
        opened = webbrowser.open(Path(path).resolve().as_uri())
    except webbrowser.Error:
        opened = False
    if not opened:
        print(house.words.say("report.no-browser", path=path), file=house.err)
