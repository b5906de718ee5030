"""What the library found of cards that moved or left, brought to the log: announced, and undone like anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from quiz.house import House
    from quiz.library import Library, Refreshed
    from quiz.library.moved import Move
    from quiz.problem import Problem

#: Of more moves than this only the first are told one by one.
TOLD: Final = 3


def settle(refreshed: Refreshed, library: Library, house: House) -> None:
    """Log the histories that follow, and the last words of the cards that left."""
    from quiz.deck.identity import REVERSE
    from quiz.memory.event import Event

    journal = house.journal()
    now = house.now()
    moves = [move for move in refreshed.moved if _is_new(move, house)]
    events = [
        Event(
            now.at,
            now.offset,
            house.device,
            "renamed",
            move.new,
            rest={"from": move.old, "question": move.old_question},
        )
        for move in moves
    ]
    for one in refreshed.left:
        rest = {"question": one.question, "answer": one.answer, "deck": one.deck}
        said = [event.rest for event in journal.events(one.identity) if event.kind == "left"]
        if not said or said[-1] != rest:
            events.append(Event(now.at, now.offset, house.device, "left", one.identity, rest=rest))
    journal.append(events)
    library.followed(refreshed)
    told = {(move.old.removesuffix(REVERSE), move.old_question, move.new_question): None for move in moves}
    say = house.words.say
    for _, before, after in list(told)[:TOLD]:
        key = "check.moved-same" if before == after else "check.moved"
        print(say(key if len(told) == 1 else f"{key}-one", before=before, after=after), file=house.err)
    if len(told) > TOLD:
        print(say("check.moved-more", count=len(told) - TOLD), file=house.err)
    if len(told) > 1:
        print(say("check.moved-undo"), file=house.err)


def doubts(library: Library, house: House) -> list[Problem]:
    """What is asked: which cards may be others that left, as long as no other card has their history."""
    from quiz.journal.orphans import inherited

    journal = house.journal(read_only=True)
    return [one for one in library.doubts() if not inherited(journal, str(one.facts["old"]))]


def _is_new(move: Move, house: House) -> bool:
    """Whether the log does not know of a move; and, where the new card has a history, that it is that of the old one.

    It is, if the old one had its history thence, or both had theirs from a third. What was undone is never done again
    by itself.
    """
    journal = house.journal()
    if any(one.kind == "renamed" and one.rest.get("from") == move.old for one in journal.events(move.new)):
        return False
    if not move.back or move.old in journal.heirs(move.new):
        return True
    from quiz.journal.orphans import akin

    return akin(journal, move.old, move.new)
