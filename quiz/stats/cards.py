"""Figures of the cards as they are now, from their memories alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from quiz.memory.memory import Memory

#: A card is mature from an interval of three weeks on.
MATURE_DAYS: Final = 21
#: The days for which dues are foretold.
AHEAD_DAYS: Final = 14
#: How many cards are named as the hardest.
HARDEST: Final = 5


@dataclass(frozen=True, slots=True)
class States:
    """The cards of the library, each in one state: new, failed last time, young (under 21 days), mature, suspended."""

    new: int
    learning: int
    young: int
    mature: int
    suspended: int


def due_ahead(memories: Iterable[Memory], today: int, days: int = AHEAD_DAYS) -> tuple[int, ...]:
    """How many cards are due today (with what is overdue) and on each of the days after it.

    A card that is buried today is due tomorrow; suspended ones and new ones are due on no day.
    """
    due = [0] * days
    for memory in memories:
        if memory.due is None or memory.suspended:
            continue
        wait = max(memory.due - today, 1 if memory.buried_on == today else 0)
        if wait < days:
            due[wait] += 1
    return tuple(due)


def hardest_of(memories: Iterable[Memory]) -> list[Memory]:
    """The cards that were forgotten most often, suspended ones left out."""
    forgotten = [memory for memory in memories if memory.lapses and not memory.suspended]
    return sorted(forgotten, key=lambda memory: (-memory.lapses, -memory.difficulty, memory.card))[:HARDEST]


def states_of(memories: Mapping[str, Memory], kinds: Mapping[str, str]) -> States:
    """How many of the library's cards (the keys of `kinds`) are in each state."""
    new = learning = young = mature = suspended = 0
    for card in kinds:
        memory = memories.get(card)
        if memory is not None and memory.suspended:
            suspended += 1
        elif memory is None or not memory.reviews:
            new += 1
        elif memory.again:
            learning += 1
        elif memory.interval < MATURE_DAYS:
            young += 1
        else:
            mature += 1
    return States(new, learning, young, mature, suspended)
