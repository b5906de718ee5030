"""Histories follow cards whose identity we changed ourselves: logged, so that `quiz undo` takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.house import House
    from quiz.library import Library


def follow(became: Mapping[str, str], library: Library, house: House, *, always: bool = False) -> int:
    """Log that each identity became another, of those that have a history; how many have.

    `always`: of the others too, because a session knows them by the identity that they had, and goes on. The index
    hears of it before it looks at the files again: it would find the same out by itself, and tell it.
    """
    from quiz.memory.event import Event

    journal = house.journal()
    now = house.now()
    moves = [
        (old, new)
        for old, new in became.items()
        if old != new and (always or next(journal.events(old), None) is not None)
    ]
    journal.append(
        tuple(
            Event(now.at, now.offset, house.device, "renamed", new, rest={"from": old})
            for old, new in moves
            if not any(one.kind == "renamed" and one.rest.get("from") == old for one in journal.events(new))
        )
    )
    library.sync(journal)
    return len(moves)


def look_again(library: Library, house: House) -> None:
    """Bring the index up to what was written; what it finds of cards that left, the log knows already."""
    from quiz.commands.histories import settle

    settle(library.refresh(), library, house)
    library.sync(house.journal())
