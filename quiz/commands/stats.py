"""`quiz stats`: how memory grows, at a glance; and its deeper views, drawn, as JSON or as CSV."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from types import ModuleType

    from quiz.house import House
    from quiz.terminal.stats.paper import Paper
    from quiz.words import Words


class View(NamedTuple):
    """Where a view comes from: `gather` has `gathered(scope, house)`, and what it gives is told by `draw`.

    `draw` has `draw(told, words, paper)`, `to_json(told)` and `table(told)`, whose first row names the columns.
    """

    draw: str
    gather: str = "quiz.commands.figures"


OVERVIEW: Final = View("quiz.terminal.stats.overview")
#: The deeper views, in the order in which the help names them.
VIEWS: Final[dict[str, View]] = {
    "retention": View("quiz.terminal.stats.retention"),
    "forecast": View("quiz.terminal.stats.forecast"),
    "calendar": View("quiz.terminal.stats.calendar"),
    "decks": View("quiz.terminal.stats.decks"),
    "cards": View("quiz.terminal.stats.cards"),
    "kinds": View("quiz.terminal.stats.kinds"),
    "hours": View("quiz.terminal.stats.hours"),
    "calibration": View("quiz.terminal.stats.calibration", "quiz.commands.calibrated"),
}

DEFAULTS: Final[dict[str, Any]] = {
    "view": None,
    "deck": [],
    "tag": [],
    "since": "",
    "json": False,
    "csv": False,
    "plain": False,
}


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz stats`."""
    from quiz.commands import figures

    say = words.say
    parser.add_argument("view", nargs="?", default=None, choices=[*VIEWS], metavar="view", help=say("help.stats-view"))
    figures.arguments(parser, words)
    parser.add_argument("--plain", action="store_true", help=say("help.stats-plain"))
    parser.add_argument("--json", action="store_true", help=say("help.json"))
    parser.add_argument("--csv", action="store_true", help=say("help.stats-csv"))


def run(options: Namespace, house: House) -> int:
    """Gather what is asked for, and tell it."""
    from quiz.commands.figures import scoped

    view = VIEWS[options.view] if options.view else OVERVIEW
    told: Any = import_module(view.gather).gathered(scoped(options, house), house)
    room = import_module(view.draw)
    if options.json:
        from quiz.commands.printed import write_json

        write_json(room.to_json(told), house)
    elif options.csv:
        _write_csv(room, told, house)
    else:
        _draw(room, told, _paper(options, house), house)
    return 0


def _paper(options: Namespace, house: House) -> Paper:
    from quiz.terminal.stats import paper

    if options.plain or house.settings.plain or not house.out.isatty() or house.environ.get("TERM", "") in {"", "dumb"}:
        return paper.Paper(drawn=False, colon=house.words.say("stats.row", name="", said=""))
    return paper.Paper(*paper.size(house.environ), signs=paper.fitting(house.out.encoding))


def _draw(room: ModuleType, told: object, paper: Paper, house: House) -> None:
    from quiz.terminal.paint import ansi, colour_wanted, plain, wrap
    from quiz.terminal.stats.paper import plainer, size

    lines = plainer(room.draw(told, house.words, paper), house.out.encoding or "ascii")
    if paper.drawn:
        house.out.write(ansi(lines, colour_wanted(house.environ, house.settings.color)).replace("\r\n", "\n"))
    else:
        text = plain(lines)
        if house.out.isatty():  # a terminal would break lines within words
            columns, _ = size(house.environ)
            text = "".join(f"{part}\n" for line in text.splitlines() for part in wrap(line, columns))
        house.out.write(text)


def _write_csv(room: ModuleType, told: object, house: House) -> None:
    import csv

    writer = csv.writer(house.out, lineterminator="\n")
    for row in room.table(told):
        writer.writerow(["" if value is None else value for value in row])
