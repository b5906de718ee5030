"""Figures of the cards as they are now, from their memories alone, in one pass over them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nlargest
from typing import Final

from quiz.memory import fsrs
from quiz.memory.memory import Memory

#: A card is mature from an interval of three weeks on.
MATURE_DAYS: Final = 21
#: The days for which dues are foretold.
AHEAD_DAYS: Final = 365
#: How many cards are named as the hardest.
HARDEST: Final = 20
#: The stabilities that are told apart: from so many days on.
STABILITIES: Final = (0, 1, 7, 30, 90, 180, 365)
#: The chances of recall that are told apart, from these on.
RECALLS: Final = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)

#: What is known of a card besides its history: the kind of its answer, and its deck.
Belongs = tuple[str, str]
#: What a card that is in no deck belongs to.
STRANGER: Final[Belongs] = ("", "")


@dataclass(frozen=True, slots=True)
class States:
    """The cards of the library, each in one state: new, failed last time, young (under 21 days), mature, suspended."""

    new: int
    learning: int
    young: int
    mature: int
    suspended: int


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is due: `backlog` was due before today; `days` are due today and on each of the days after it."""

    backlog: int
    days: tuple[int, ...]

    @property
    def now(self) -> int:
        """What is due today, with the backlog."""
        return self.backlog + self.days[0]


@dataclass(frozen=True, slots=True)
class Standing:
    """Some cards as they are: how many, how many ever asked, how many of those recalled today, how many due."""

    cards: int
    met: int
    recalled: float
    due: int


@dataclass(frozen=True, slots=True)
class Survey:
    """The cards as they are now.

    `recalls` are the cards that were met by their chance of recall today, each from the bound in `RECALLS` on;
    `stabilities` by their stability, from the days in `STABILITIES` on. `standing` is by kind and deck.
    """

    states: States
    ahead: Ahead
    recalls: tuple[int, ...]
    stabilities: tuple[int, ...]
    standing: Mapping[Belongs, Standing]


def survey(
    memories: Iterable[Memory], belongs: Mapping[str, Belongs], today: int, weights: tuple[float, ...] = ()
) -> Survey:
    """Look at every card once. Memories of cards that are not in `belongs` are history only."""
    decay = -(weights or fsrs.DEFAULTS)[20]
    factor = 0.9 ** (1 / decay) - 1
    recalls, stabilities = [0] * len(RECALLS), [0] * len(STABILITIES)
    last, step = len(RECALLS) - 1, len(RECALLS)
    ahead = [0] * AHEAD_DAYS
    backlog = learning = young = mature = suspended = known = 0
    tallies: dict[Belongs, list[float]] = {}
    for whose in belongs.values():
        if whose in tallies:
            tallies[whose][0] += 1
        else:
            tallies[whose] = [1, 0, 0.0, 0]
    for card, stability, _, _, last_day, due, interval, again, reviews, _, aside, buried_on in memories:
        whose = belongs.get(card, STRANGER)
        if whose is STRANGER:
            continue
        if aside:
            suspended += 1
            known += 1
        if not reviews:
            continue
        tally = tallies[whose]
        chance = (1 + factor * (today - last_day) / stability) ** decay if today > last_day else 1.0
        tally[1] += 1
        tally[2] += chance
        recalls[min(last, int(chance * step + 1e-9))] += 1
        stabilities[bisect_right(STABILITIES, stability) - 1] += 1
        if aside:
            continue
        known += 1
        if again:
            learning += 1
        elif interval < MATURE_DAYS:
            young += 1
        else:
            mature += 1
        if due is None:
            continue
        wait = due - today
        if wait <= 0 and buried_on == today:
            ahead[1] += 1
        elif wait < 0:
            backlog += 1
            tally[3] += 1
        elif wait < AHEAD_DAYS:
            ahead[wait] += 1
            tally[3] += wait == 0
    return Survey(
        States(len(belongs) - known, learning, young, mature, suspended),
        Ahead(backlog, tuple(ahead)),
        tuple(recalls),
        tuple(stabilities),
        {whose: Standing(int(a), int(b), c, int(d)) for whose, (a, b, c, d) in tallies.items()},
    )


def hardest_of(memories: Iterable[Memory], most: int = HARDEST) -> list[Memory]:
    """The cards that were forgotten most often, suspended ones left out."""
    forgotten = [memory for memory in memories if memory.lapses and not memory.suspended]
    if len(forgotten) > most:  # a few of perhaps many are put in order
        least = nlargest(most, [memory.lapses for memory in forgotten])[-1]
        forgotten = [memory for memory in forgotten if memory.lapses >= least]
    return sorted(forgotten, key=lambda memory: (-memory.lapses, -memory.difficulty, memory.card))[:most]
