"""`quiz undo`: take back the last thing done, whichever session did it; an event itself, so nothing is ever erased."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from quiz.house import House
    from quiz.words import Words

DEFAULTS: Final[dict[str, Any]] = {}


def arguments(parser: ArgumentParser, words: Words) -> None:
    """`quiz undo` has no options."""


def run(_options: Namespace, house: House) -> int:
    """Take back the newest event that can be taken back."""
    from quiz.commands.shelf import opened
    from quiz.memory.event import Event

    journal = house.journal()
    last = journal.last_undoable()
    if last is None:
        raise Failure(Problem("nothing-to-undo"), exit_code=1)
    now = house.now()
    journal.append([Event(now.at, now.offset, house.device, "undone", last.card, rest={"of": last.id})])
    library = opened((), house).library
    front = library.front(last.card)
    kind = "gave-up" if last.kind == "reviewed" and not last.typed else last.kind
    question = front.question if front is not None else house.words.say("undo.elsewhere")
    print(house.words.say(f"undo.{kind}", question=question, typed=last.typed or ""), file=house.out)
    return 0
