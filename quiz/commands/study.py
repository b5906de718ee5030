"""`quiz study`: what is due and a few new cards, asked until they are known.

The order of what happens here is the speed of the program: the first question is read from the index and printed
before prompt_toolkit is loaded, and the line is live before the session and the graders are, while the person reads.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from quiz.house import INTERRUPTED
from quiz.study.queue import SECONDS_A_CARD, Limits, queue

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable

    from quiz.commands.fitting_apart import Apart
    from quiz.house import House
    from quiz.journal import Journal
    from quiz.library import Library
    from quiz.study.queue import Candidate
    from quiz.terminal.draw import First
    from quiz.terminal.evening import Evening
    from quiz.words import Words

#: What `quiz study` means without options; the parser is not loaded then.
DEFAULTS: Final[dict[str, Any]] = {"decks": [], "plain": False, "new": None, "limit": None}

#: How many days two cards are kept apart that were confused; and a day, in the milliseconds of the log.
APART_DAYS: Final = 30
DAY_MS: Final = 24 * 60 * 60 * 1000

#: What a session needs and the first question does not, in pieces that each load in some ten milliseconds.
LOADED_WHILE_READING: Final = (
    "quiz.answers.verdict",
    "quiz.memory.event",
    "quiz.deck.card",
    "quiz.study.session",
    "quiz.study.step",
    "quiz.study.view",
    "quiz.commands.desk",
    "quiz.answers.amount",
    "quiz.answers.money",
    "quiz.answers.number",
    "quiz.answers.date",
    "quiz.answers.person",
    "quiz.answers.kinds",
    "quiz.journal.projection",
)


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz study`."""
    from quiz.commands.parser import whole

    parser.add_argument("decks", nargs="*", help=words.say("help.decks"))
    parser.add_argument("--plain", action="store_true", help=words.say("help.study-plain"))
    parser.add_argument("--new", type=whole, metavar="N", help=words.say("help.study-new"))
    parser.add_argument("--limit", type=whole, metavar="N", help=words.say("help.study-limit"))


class Plan(NamedTuple):
    """What to ask, from which library, in which order."""

    library: Library
    order: tuple[str, ...]
    seed: str
    today: int


def run(options: Namespace, house: House) -> int:
    """Study."""
    plan = planned(options, house)
    if not plan.order:
        from quiz.commands.nothing import say_what_waits

        say_what_waits(plan.library, plan.today, house)
        return 0
    if plain_wanted(options.plain, house):
        return _lines(plan, house)
    return _screen(plan, house)


def plain_wanted(asked: bool, house: House) -> bool:
    """Whether to speak in plain lines: asked for, or the terminal is none, or one that cannot draw."""
    return (
        asked
        or house.settings.plain
        or not (house.stdin.isatty() and house.out.isatty())
        or house.environ.get("TERM", "") in {"", "dumb"}
    )


def planned(options: Namespace, house: House) -> Plan:
    """Look at the decks, copy what the journal remembers into their index, and queue."""
    from quiz.commands.shelf import opened

    shelf = opened(options.decks, house)
    today = house.today()
    journal = house.journal()
    _doubt_clock(journal, house)
    introduced, answered = journal.today(today)
    new_left = max(0, house.settings.new_per_day - introduced) if options.new is None else options.new
    limits = Limits(new_left, max(0, house.settings.reviews_per_day - (answered - introduced)))
    due = shelf.library.due(today, deck=shelf.decks)
    # Twice as many as are wanted: the other sides of cards that are asked today stay away.
    new = shelf.library.new(today, limits.new_left * 2, deck=shelf.decks)
    seed = f"{journal.identity} {today}"
    apart = journal.confusions((today - APART_DAYS) * DAY_MS)
    order = queue(due, new, limits, today, seed, apart, _seen((*due, *new), journal, today))
    return Plan(shelf.library, order[: options.limit] if options.limit is not None else order, seed, today)


def _doubt_clock(journal: Journal, house: House) -> None:
    """Warn where the clock and the log cannot both be right. The session goes on: time never runs backwards in it."""
    from quiz.memory.day import suspicious

    newest = journal.newest
    code = suspicious(house.now().at, card_last=newest, newest=newest)
    if code is not None:
        from quiz.commands.report import report
        from quiz.problem import Problem

        report([Problem(code)], house)


def _seen(candidates: tuple[Candidate, ...], journal: Journal, today: int) -> frozenset[str]:
    """The sibling groups of which a card was asked today already."""
    sides = {side: card.sibling for card in candidates for side in (card.sibling, f"{card.sibling}/reverse")}
    return frozenset(
        sides[side] for side, memory in journal.memories(sides).items() if memory.last_day == today and memory.reviews
    )


def _screen(plan: Plan, house: House) -> int:
    from quiz import settings
    from quiz.library.collector import paused
    from quiz.terminal import draw
    from quiz.terminal.paint import ansi, colour_wanted, screen_width
    from quiz.terminal.quiet import quiet, told_later

    colour = colour_wanted(house.environ, settings.color(house.settings, house.environ))
    with quiet(house.stdin.fileno()), paused() as collect:
        first = _first(plan)
        if first is not None:
            house.out.write(ansi(draw.question(first, house.words, screen_width()), colour))
            house.out.flush()
        with told_later():
            from quiz.terminal.screen import Screen

        load: list[Callable[[], object]] = [partial(import_module, room) for room in LOADED_WHILE_READING]
        apart = _apart(house)
        screen = Screen(
            lambda: _evening(plan, house),
            house.words,
            colour=colour,
            first=first,
            when_live=[*load, collect, lambda: apart().begin()],
        )
        ended_by = screen.run()
    plan.library.sync(house.journal())  # so that the next start finds it up to date
    if fitted := apart().end(write=ended_by is None):
        from quiz.terminal.paint import flow

        house.out.write(ansi([*flow([("dim", fitted)], screen_width()), ()], colour).replace("\r\n", "\n"))
    return INTERRUPTED if ended_by is not None else 0


def _apart(house: House) -> Callable[[], Apart]:
    """The fit that a session brings along, loaded when it is first asked for."""
    made: list[Apart] = []

    def apart() -> Apart:
        if not made:
            from quiz.commands.fitting_apart import Apart

            made.append(Apart(house))
        return made[0]

    return apart


def _first(plan: Plan) -> First | None:
    """The first question from the index alone. Only a choice needs its card, for the order of its options."""
    from quiz.terminal.draw import First

    front = plan.library.front(plan.order[0])
    if front is None:
        return None
    question = front.question
    options: tuple[str, ...] = ()
    has_hint = True
    if front.kind == "cloze":
        from quiz.study.question import gapped

        question = gapped(question)
    elif front.kind == "choice":
        from quiz.study import hint
        from quiz.study.question import options_shown

        card = plan.library.cards((front.identity,))[front.identity]
        options = options_shown(card, plan.seed)
        has_hint = hint.has_hint(card)
    return First(
        identity=front.identity,
        deck_title=front.deck_title or front.deck,
        topic=front.topic,
        number=1,
        total=len(plan.order),
        seconds_left=SECONDS_A_CARD * len(plan.order),
        kind=front.kind,
        language=front.language,
        question=question,
        options=options,
        has_hint=has_hint,
        former=front.former,
    )


def _lines(plan: Plan, house: House) -> int:
    from quiz.terminal.lines import Lines

    apart = _apart(house)()
    apart.begin()
    Lines(_evening(plan, house), house.words, house.stdin, house.out, prompt=house.stdin.isatty()).run()
    plan.library.sync(house.journal())
    if fitted := apart.end():
        print(fitted, file=house.out)
    return 0


def _evening(plan: Plan, house: House) -> Evening:
    from quiz.commands.desk import Desk, session_of
    from quiz.terminal.evening import Evening

    return Evening(session_of(plan.library, plan.order, plan.seed, house), Desk(plan.library, plan.order, house))
