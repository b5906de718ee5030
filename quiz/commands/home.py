"""`quiz` alone: what is due, deck by deck, and an offer to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from quiz.study.queue import SECONDS_A_CARD

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from quiz.commands.study import Plan
    from quiz.house import House
    from quiz.words import Words

DEFAULTS: Final[dict[str, Any]] = {}


def arguments(parser: ArgumentParser, words: Words) -> None:
    """`quiz` alone has no options."""


def run(_options: Namespace, house: House) -> int:
    """Say what is due and, on a terminal, wait for Enter to begin."""
    from types import SimpleNamespace

    from quiz.commands import study
    from quiz.commands.nothing import say_what_waits
    from quiz.terminal.paint import ansi, colour_wanted, plain

    options: Any = SimpleNamespace(**study.DEFAULTS)
    plan = study.planned(options, house)
    if not plan.order:
        say_what_waits(plan.library, plan.today, house)
        return 0
    lines = _summary(plan, house)
    plainly = study.plain_wanted(asked=False, house=house)
    colour = colour_wanted(house.environ, house.settings.color)
    house.out.write(plain(lines) if plainly else ansi(lines, colour).replace("\r\n", "\n"))
    house.out.flush()
    if not (house.stdin.isatty() and house.out.isatty()):
        return 0
    if not _wants_to_begin(house, plainly):
        return 0
    return study.run(options, house)


def _summary(plan: Plan, house: House) -> list[Any]:
    from quiz.terminal.paint import cells

    say = house.words.say
    rows = [row for row in plan.library.decks(plan.today) if row.asked and (row.due or row.new)]
    due = {card.identity for card in plan.library.due(plan.today)}
    new = sum(identity not in due for identity in plan.order)
    minutes = max(1, round(len(plan.order) * SECONDS_A_CARD / 60))
    which = "home.due-old" if not new else "home.due-new" if new == len(plan.order) else "home.due"
    head = say(which, due=len(plan.order), new=new, minutes=minutes)
    lines: list[Any] = [(), (("", "  "), ("strong", head))]
    names = [house.words.fact(row.title or row.id) for row in rows]
    wide = max((cells(name) for name in names), default=0)
    counts = [
        [
            say(f"home.deck-{what}", **{what: count}) if count else ""
            for what, count in (("due", row.due), ("new", row.new))
        ]
        for row in rows
    ]
    widths = [max((cells(count) for count in column), default=0) for column in zip(*counts, strict=True)]
    for name, row_counts in zip(names, counts, strict=True):
        # Counts end in the same column; a column without any takes no place.
        told = [" " * (width - cells(count)) + count for width, count in zip(widths, row_counts, strict=True) if width]
        lines.append((("", f"  {name}{' ' * (wide - cells(name) + 3)}"), ("dim", "   ".join(told))))
    ask = "home.begin" if house.stdin.isatty() and house.out.isatty() else "home.begin-how"
    return [*lines, (), (("", "  "), ("dim", say(ask))), ()]


def _wants_to_begin(house: House, plainly: bool) -> bool:
    """Wait for one key: Enter begins, anything else leaves. In plain lines: an empty line begins."""
    if plainly:
        line = house.stdin.readline()
        return line in {"\n", "\r\n"}
    import os

    from quiz.terminal.quiet import quiet

    with quiet(house.stdin.fileno()):
        return os.read(house.stdin.fileno(), 32)[:1] in {b"\r", b"\n"}
