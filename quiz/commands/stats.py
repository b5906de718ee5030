"""`quiz stats`: how memory grows; `--json` for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from quiz.house import House
    from quiz.words import Words

DEFAULTS: Final[dict[str, Any]] = {"deck": [], "tag": [], "since": "", "json": False}


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz stats`."""
    from quiz.commands import figures

    figures.arguments(parser, words)
    parser.add_argument("--json", action="store_true", help=words.say("help.json"))


def run(options: Namespace, house: House) -> int:
    """Fold the log into figures and show them."""
    from quiz.commands.figures import gathered, scoped

    named = gathered(scoped(options, house), house)
    told = named.figures
    if options.json:
        import json

        from quiz.stats.as_json import to_json

        json.dump(to_json(told), house.out, ensure_ascii=False, indent=2)
        house.out.write("\n")
        return 0
    from quiz.terminal import figures as drawn
    from quiz.terminal.paint import ansi, colour_wanted, plain, screen_width

    lines = drawn.figures(told, named.questions, house.words, screen_width())
    colour = house.out.isatty() and colour_wanted(house.environ, house.settings.color)
    house.out.write(ansi(lines, colour).replace("\r\n", "\n") if house.out.isatty() else plain(lines))
    return 0
