"""`quiz stats`: how memory grows; `--json` for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from quiz.house import House
    from quiz.words import Words

DEFAULTS: Final[dict[str, Any]] = {"json": False}


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz stats`."""
    parser.add_argument("--json", action="store_true", help=words.say("help.json"))


def run(options: Namespace, house: House) -> int:
    """Fold the log into figures and show them."""
    from quiz.commands.shelf import opened
    from quiz.stats.figures import figures
    from quiz.stats.tally import CORRECTIONS

    library = opened((), house, read_only=True).library
    journal = house.journal(read_only=True)
    told = figures(
        journal.events(),
        {memory.card: memory for memory in journal.changed_since(0)},
        library.kinds(),
        house.now(),
        corrections=(event for event in journal.events() if event.kind in CORRECTIONS),
        weights=journal.weights,
        wanted=house.settings.retention,
        rollover_hour=house.settings.rollover_hour,
    )
    if options.json:
        import json

        from quiz.stats.as_json import to_json

        json.dump(to_json(told), house.out, ensure_ascii=False, indent=2)
        house.out.write("\n")
        return 0
    from quiz.terminal import figures as drawn
    from quiz.terminal.paint import ansi, colour_wanted, plain, screen_width

    fronts = {one.card: library.front(one.card) for one in told.hardest}
    questions = {card: front.question for card, front in fronts.items() if front is not None}
    lines = drawn.figures(told, questions, house.words, screen_width())
    colour = house.out.isatty() and colour_wanted(house.environ, house.settings.color)
    house.out.write(ansi(lines, colour).replace("\r\n", "\n") if house.out.isatty() else plain(lines))
    return 0
