"""Whole histories foretold at once: the arithmetic of `fsrs.py` in one loop, for a hundred thousand reviews and more.

Calibration and fitting ask the model for every review of a log, under several sets of weights. What depends on the
weights alone is worked out once here, so that a review costs about a microsecond; the formulas are those of `fsrs.py`,
and a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import exp, log
from typing import Final, NamedTuple

from quiz.memory import fsrs

#: No chance is taken for certain: a single surprise would cost infinitely much. The field's benchmarks cut here too.
CERTAIN: Final = 1e-4


class History(NamedTuple):
    """The reviews of one card since it was begun: for each, its study day and its rating, in the order lived."""

    days: Sequence[int]
    ratings: Sequence[int]


class Loss(NamedTuple):
    """How badly so many reviews were foretold: the sum of their log losses, in nats."""

    total: float
    reviews: int

    @property
    def mean(self) -> float:
        """The log loss of a review; 0 where there is none."""
        return self.total / self.reviews if self.reviews else 0.0


def foretold(weights: Sequence[float], histories: Iterable[History], since: int | None = None) -> list[float]:
    """The chance of recall at every spaced review, in the order of the histories.

    A review is spaced when it comes a day or more after the one before. With `since`, only those of that study day and
    later are listed; the earlier ones are replayed all the same, since they made the memory.
    """
    found: list[float] = []
    keep = found.append
    first = [
        (min(max(weights[rating], fsrs.STABILITY_MIN), fsrs.STABILITY_MAX), _first_difficulty(weights, rating + 1))
        for rating in range(4)
    ]
    low, high = fsrs.STABILITY_MIN, fsrs.STABILITY_MAX
    decay = -weights[20]
    factor = 0.9 ** (1 / decay) - 1
    growth, saturation, w10 = exp(weights[8]), -weights[9], weights[10]
    share = (0.0, 0.0, weights[15], 1.0, weights[16])
    w11, w12, w13, w14 = weights[11], -weights[12], weights[13], weights[14]
    ceiling = 1 / exp(weights[17] * weights[18])
    same = [exp(weights[17] * (rating - fsrs.GOOD + weights[18])) for rating in range(5)]
    w19 = -weights[19]
    easiest = weights[7] * (weights[4] - exp(weights[5] * 3) + 1)
    stays = 1 - weights[7]
    moves = [weights[6] * (rating - fsrs.GOOD) / 9 for rating in range(5)]
    for days, ratings in histories:
        if not ratings:
            continue
        stability, difficulty = first[ratings[0] - 1]
        last = days[0]
        for day, rating in zip(days[1:], ratings[1:], strict=True):
            if day > last:
                recall = (1 + factor * (day - last) / stability) ** decay
                if since is None or day >= since:
                    keep(recall)
                last = day
                if rating == 1:
                    after = w11 * difficulty**w12 * ((stability + 1) ** w13 - 1) * exp(w14 * (1 - recall))
                    stability = min(after, stability * ceiling)
                else:
                    stability *= (
                        1
                        + growth
                        * (11 - difficulty)
                        * stability**saturation
                        * (exp(w10 * (1 - recall)) - 1)
                        * share[rating]
                    )
            else:  # a flight east to west can end the day before it began: the same day
                grown = same[rating] * stability**w19
                stability *= grown if rating == 1 or grown > 1 else 1.0
                last = day
            if stability < low:
                stability = low
            elif stability > high:
                stability = high
            difficulty = easiest + stays * (difficulty - moves[rating] * (10 - difficulty))
            if difficulty < 1:
                difficulty = 1.0
            elif difficulty > 10:
                difficulty = 10.0
    return found


def recalled(histories: Iterable[History], since: int | None = None) -> list[bool]:
    """Whether each spaced review succeeded, in the order of `foretold`."""
    found: list[bool] = []
    for days, ratings in histories:
        last = days[0] if days else 0
        for day, rating in zip(days[1:], ratings[1:], strict=True):
            if day > last and (since is None or day >= since):
                found.append(rating > fsrs.AGAIN)
            last = day
    return found


def loss(chances: Iterable[float], outcomes: Iterable[bool]) -> Loss:
    """The log loss of these chances against what happened."""
    each = losses(chances, outcomes)
    return Loss(sum(each), len(each))


def losses(chances: Iterable[float], outcomes: Iterable[bool]) -> list[float]:
    """The log loss of each: -ln of the chance that was given to what happened."""
    low, high = CERTAIN, 1 - CERTAIN
    return [
        -log(chance if outcome else 1 - chance)
        for chance, outcome in zip([min(max(one, low), high) for one in chances], outcomes, strict=True)
    ]


def _first_difficulty(weights: Sequence[float], rating: int) -> float:
    found = weights[4] - exp(weights[5] * (rating - 1)) + 1
    return min(max(found, fsrs.DIFFICULTY_MIN), fsrs.DIFFICULTY_MAX)
