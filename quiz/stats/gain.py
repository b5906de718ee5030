"""What other weights of the model mean: for the days until cards are asked, and in plain quantities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from quiz.memory import fsrs
from quiz.memory.replay import History

#: A quantity is worth a word when it changes by a tenth.
WORTH: Final = 0.1
#: So many cards say what is saved; of more, every so many-th is asked.
CARDS: Final = 2000


@dataclass(frozen=True, slots=True)
class Change:
    """A quantity that follows from the weights, before and after: days, or for `curve` a chance."""

    name: str
    before: float
    after: float

    @property
    def size(self) -> float:
        """How much it changes: 0 not at all, log 2 to the double or the half."""
        return abs(log(self.after / self.before))


@dataclass(frozen=True, slots=True)
class Saving:
    """What is saved at the same retention: the share of reviews, and that retention, as the new weights have it."""

    share: float
    kept: float


def changes(before: Sequence[float], after: Sequence[float]) -> tuple[Change, ...]:
    """What the weights say of typical cards, the largest change first.

    `again` to `easy`: the days until 9 of 10 are recalled after a first answer so rated. `recalled`, `recalled-…`:
    those days after a card of 10 days was recalled in time (with Good, Hard, Easy). `forgotten`: after one of 30 days
    was forgotten in time. `same-day`: after a card of 1 day was recalled once more on the same day. `curve`: the chance
    after four times the days until 9 of 10 are recalled.
    """
    found = [Change(name, _typical(before, name), _typical(after, name)) for name in _TYPICAL]
    return tuple(sorted(found, key=lambda one: -one.size))


def saving(
    histories: Sequence[History], before: Sequence[float], after: Sequence[float], retention: float
) -> Saving | None:
    """How many reviews fewer the new weights ask for, if they know the learner better, for the same retention.

    Each card is planned once more from where it stands: by the weights before at the retention that is wanted, and by
    the new ones at the retention that this plan has in truth, which is what the new weights foretell of its reviews.
    Reviews a day are the sum of one over each interval. None without a card.
    """
    every = max(1, len(histories) // CARDS)
    planned: list[tuple[float, float]] = []
    for history in histories[::every]:
        if history.days:
            known = _stability(after, history)
            days = max(1.0, fsrs.interval(before, _stability(before, history), retention))
            planned.append((days, known))
    if not planned:
        return None
    now = sum(1 / days for days, _ in planned)
    kept = sum(fsrs.retrievability(after, known, days) / days for days, known in planned) / now
    kept = min(max(kept, 0.01), 0.99)
    then = sum(1 / max(1.0, fsrs.interval(after, known, kept)) for _, known in planned)
    return Saving(1 - then / now, kept)


def _stability(weights: Sequence[float], history: History) -> float:
    stability = difficulty = None
    last = history.days[0]
    for day, rating in zip(history.days, history.ratings, strict=True):
        stability, difficulty = fsrs.step(weights, stability, difficulty, rating, day - last)
        last = day
    assert stability is not None
    return stability


_FIRST: Final = {"again": 1, "hard": 2, "good": 3, "easy": 4}
_THEN: Final = {
    "recalled": (10, fsrs.GOOD, 10),
    "recalled-hard": (10, fsrs.HARD, 10),
    "recalled-easy": (10, fsrs.EASY, 10),
    "forgotten": (30, fsrs.AGAIN, 30),
    "same-day": (1, fsrs.GOOD, 0),
}
_TYPICAL: Final = (*_FIRST, *_THEN, "curve")


def _typical(weights: Sequence[float], name: str) -> float:
    if name in _FIRST:
        return weights[_FIRST[name] - 1]
    if name == "curve":
        return fsrs.retrievability(weights, 1, 4)
    stability, rating, days = _THEN[name]
    difficulty = fsrs.step(weights, None, None, fsrs.GOOD, 0)[1]
    return fsrs.step(weights, stability, difficulty, rating, days)[0]
