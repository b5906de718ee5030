"""`quiz undo`: take back the last thing done, whichever session did it; an event itself, so nothing is ever erased."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from quiz.house import House
    from quiz.journal import Journal
    from quiz.memory.event import Event
    from quiz.words import Words

DEFAULTS: Final[dict[str, Any]] = {"batch": False}
#: What is done to several cards at one moment: their histories follow, or are forgotten.
BATCHED: Final = ("renamed", "forgotten")


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz undo`."""
    parser.add_argument("--batch", action="store_true", help=words.say("help.undo-batch"))


def run(options: Namespace, house: House) -> int:
    """Take back the newest event that can be taken back; of a card with two sides, what was done to both."""
    from quiz.commands.shelf import opened
    from quiz.deck.identity import REVERSE
    from quiz.memory.event import Event

    journal = house.journal()
    last = journal.last_undoable()
    if last is None:
        raise Failure(Problem("nothing-to-undo"), exit_code=1)
    batch = _batch(last, journal)
    mains = {event.card.removesuffix(REVERSE) for event in batch}
    main = last.card.removesuffix(REVERSE) if last.kind in BATCHED else last.card
    wanted = mains if options.batch else {main}
    now = house.now()
    journal.append(
        [
            Event(now.at, now.offset, house.device, "undone", event.card, rest={"of": event.id})
            for event in batch
            if event is last or event.card.removesuffix(REVERSE) in wanted
        ]
    )
    library = opened((), house).library
    say = house.words.say
    if len(wanted) > 1:
        print(say(f"undo.{last.kind}-batch", count=len(wanted)), file=house.out)
        return 0
    front = library.front(main)
    kind = "gave-up" if last.kind == "reviewed" and not last.typed else last.kind
    question = front.question if front is not None else say("undo.elsewhere")
    print(say(f"undo.{kind}", question=question, typed=last.typed or ""), file=house.out)
    if left := len(mains - wanted):
        print(say(f"undo.{last.kind}-left", count=left), file=house.out)
    return 0


def _batch(last: Event, journal: Journal) -> list[Event]:
    """What was done at the same moment as this, and still stands; `last` among it."""
    if last.kind not in BATCHED:
        return [last]
    from quiz.memory.recall import standing

    alike = [
        event
        for event in journal.events(since=last.at)
        if (event.at, event.kind, event.device) == (last.at, last.kind, last.device) and event != last
    ]
    others = [event for event in alike if any(one.id == event.id for one in standing(journal.events(event.card)))]
    return [last, *others]
