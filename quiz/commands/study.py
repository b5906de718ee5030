"""`quiz study`: what is due and a few new cards, asked until they are known.

The order of what happens here is the speed of the program: the first question is read from the index and printed
before the session, the graders and prompt_toolkit are loaded, while the person reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from quiz.study.queue import SECONDS_A_CARD, Limits, queue

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from quiz.commands.desk import Desk
    from quiz.house import House
    from quiz.journal import Journal
    from quiz.library import Library
    from quiz.study.queue import Candidate
    from quiz.study.session import Session
    from quiz.words import Words

#: What `quiz study` means without options; the parser is not loaded then.
DEFAULTS: Final[dict[str, Any]] = {"decks": [], "plain": False, "new": None, "limit": None}


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


class First(NamedTuple):
    """The first question, as much of it as is drawn (`draw.Asking`)."""

    deck_title: str
    topic: str
    number: int
    total: int
    seconds_left: float
    comes_back: bool
    question: str
    options: tuple[str, ...]


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
    order = queue(due, new, limits, today, seed, seen=_seen((*due, *new), journal, today))
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
    from quiz.terminal import draw
    from quiz.terminal.paint import ansi, colour_wanted, screen_width
    from quiz.terminal.quiet import quiet

    colour = colour_wanted(house.environ, settings.color(house.settings, house.environ))
    with quiet(house.stdin.fileno()):
        first = _first(plan)
        if first is not None:
            house.out.write(ansi(draw.question(first, house.words, screen_width()), colour))
            house.out.flush()
        return _drawn(plan, house, colour=colour, shown=first is not None)


def _first(plan: Plan) -> First | None:
    """The first question from the index alone; None where its shape needs the card (a choice's order)."""
    front = plan.library.front(plan.order[0])
    if front is None or front.kind == "choice":
        return None
    question = front.question
    if front.kind == "cloze":
        from quiz.study.question import gapped

        question = gapped(question)
    total = len(plan.order)
    title = front.deck_title or front.deck
    return First(title, front.topic, 1, total, SECONDS_A_CARD * total, comes_back=False, question=question, options=())


def _drawn(plan: Plan, house: House, *, colour: bool, shown: bool) -> int:
    from quiz.house import INTERRUPTED
    from quiz.terminal.evening import Evening
    from quiz.terminal.screen import Screen

    desk = _desk(plan, house)
    evening = Evening(_session(plan, house), desk)
    ended_by = Screen(evening, house.words, colour=colour, shown=shown, when_live=_load_readers).run()
    desk.close()
    return INTERRUPTED if ended_by is not None else 0


def _lines(plan: Plan, house: House) -> int:
    from quiz.terminal.evening import Evening
    from quiz.terminal.lines import Lines

    desk = _desk(plan, house)
    evening = Evening(_session(plan, house), desk)
    Lines(evening, house.words, house.stdin, house.out, prompt=house.stdin.isatty()).run()
    desk.close()
    return 0


def _load_readers() -> None:
    """Load what judges, while the person reads the first question."""
    import quiz.answers.kinds  # noqa: F401 - loading it is the purpose


def _desk(plan: Plan, house: House) -> Desk:
    from quiz.commands.desk import Desk

    return Desk(plan.library, plan.order, house)


def _session(plan: Plan, house: House) -> Session:
    from quiz.commands.desk import session_of

    return session_of(plan.library, plan.order, plan.seed, house)
