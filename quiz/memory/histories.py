"""Whose a history is: a card that was renamed goes on under its new identity, and each answer is counted once.

A renaming says that what happened under one identity goes on under another. Both then remember it, so that a card that
comes back under its first identity is no stranger; but it is *counted* for one, the heir. Where one identity was given
to several, the last of them has it; where cards were renamed in a circle, the one that was renamed last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from quiz.memory.recall import Lived, standing
from quiz.memory.review import Answered, Review, reviews


class _Answered(Answered, Protocol):
    """An event with all that this room asks of it."""


E = TypeVar("E", bound=Lived)


def heirs(renamings: Iterable[Lived]) -> dict[str, str]:
    """For each identity that was given up, the one that has its history now.

    Args:
        renamings: the `renamed` events that stand, in any order; others are left out.
    """
    following: dict[str, str] = {}
    for event in sorted(renamings, key=lambda event: (event.at, event.id)):
        before = str(event.rest.get("from") or "")
        if event.kind == "renamed" and before and event.card and before != event.card:
            following[before] = event.card
            following.pop(event.card, None)  # it is in use again: nobody follows it any more, and no circle can close
    return {card: _last(card, following) for card in following}


def _last(card: str, following: Mapping[str, str]) -> str:
    while card in following:
        card = following[card]
    return card


def gathered(card: str, own: Callable[[str], Sequence[E]]) -> list[E]:
    """The events of a card: its own, and those of the identities whose history it took over, by renamings that stand.

    Args:
        card: the identity.
        own: the events under one identity.
    """
    found: list[E] = []
    seen: set[str] = set()
    names = [card]
    while names:
        name = names.pop()
        if name not in seen:
            seen.add(name)
            events = own(name)
            found += events
            if any(event.kind == "renamed" for event in events):
                names += [str(e.rest["from"]) for e in standing(events) if e.kind == "renamed" and e.rest.get("from")]
    return found


def all_reviews(
    events: Iterable[_Answered],
    *,
    rollover_hour: int = 4,
    in_force: Callable[[int], Sequence[float]] | None = None,
) -> Iterator[Review]:
    """The reviews of every card, card by card, each answer once. The arguments are those of `reviews`."""
    own: dict[str, dict[str, _Answered]] = {}
    for event in events:
        own.setdefault(event.card, {})[event.id] = event
    named = {card: list(lived.values()) for card, lived in own.items() if card}
    moved = heirs(
        event
        for lived in named.values()
        if any(event.kind == "renamed" for event in lived)
        for event in standing(lived)
    )
    for card in sorted(named):
        lived = gathered(card, lambda name: named.get(name, []))
        mine = {event.id for event in lived if moved.get(event.card, event.card) == card}
        found = reviews(lived, card=card, rollover_hour=rollover_hour, in_force=in_force)
        yield from (review for review in found if review.event in mine)
