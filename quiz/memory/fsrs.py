"""FSRS-6 as pure arithmetic: three functions, behind which another model could stand.

The model has two numbers for a card. *Stability* S is the number of days after which nine recalls of ten succeed;
*difficulty* D runs from 1 to 10. *Retrievability* R is the chance of a recall today.

Sources: the FSRS-6 section of "The Algorithm" (wiki of open-spaced-repetition/fsrs4anki) and J. Ye, J. Su, Y. Cao,
"A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition Scheduling", KDD 2022,
doi:10.1145/3534678.3539081. Weights are named w0 … w20 there and are `weights[0] … weights[20]` here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp, isfinite
from math import pow as power
from typing import Final

#: The published weights of FSRS-6: what is known of a learner of whom nothing is known.
DEFAULTS: Final[tuple[float, ...]] = (
    0.212, 1.2931, 2.3065, 8.2956,  # w0-w3    stability after a first Again, Hard, Good, Easy
    6.4133, 0.8334, 3.0194, 0.001,  # w4-w7    difficulty: first, its slope, its step, its way back
    1.8722, 0.1666, 0.796,          # w8-w10   growth of stability after a success
    1.4835, 0.0614, 0.2629, 1.6483, # w11-w14  stability after a failure
    0.6014, 1.8729,                 # w15-w16  Hard's share of the growth, Easy's
    0.5425, 0.0912, 0.0658,         # w17-w19  a second review on the same day
    0.1542,                         # w20      how the curve of forgetting flattens
)  # fmt: skip

#: The published range of each weight; outside of it the formulas say nothing, or overflow.
BOUNDS: Final[tuple[tuple[float, float], ...]] = (
    (0.001, 100), (0.001, 100), (0.001, 100), (0.001, 100),
    (1, 10), (0.001, 4), (0.001, 4), (0.001, 0.75),
    (0, 4.5), (0, 0.8), (0.001, 3.5),
    (0.001, 5), (0.001, 0.25), (0.001, 0.9), (0, 4),
    (0, 1), (1, 6),
    (0, 2), (0, 2), (0, 0.8),
    (0.1, 0.8),
)  # fmt: skip

STABILITY_MIN: Final = 0.001
STABILITY_MAX: Final = 36_500.0
DIFFICULTY_MIN: Final = 1.0
DIFFICULTY_MAX: Final = 10.0

AGAIN: Final = 1
HARD: Final = 2
GOOD: Final = 3
EASY: Final = 4
RATINGS: Final = (AGAIN, HARD, GOOD, EASY)


def step(
    weights: Sequence[float], stability: float | None, difficulty: float | None, rating: int, elapsed_days: int
) -> tuple[float, float]:
    """The stability and the difficulty of a card after a review.

    Args:
        weights: the 21 weights.
        stability: days, or None before the first review.
        difficulty: 1 to 10, or None before the first review.
        rating: 1 Again, 2 Hard, 3 Good, 4 Easy.
        elapsed_days: study days since the last review. 0 is a second review on the same day, which has a formula
            of its own; below 0 counts as 0.

    Returns:
        The stability, 0.001 to 36,500 days, and the difficulty, 1 to 10.
    """
    if stability is None or difficulty is None:
        first = weights[4] - exp(weights[5] * (rating - 1)) + 1
        return _within(weights[rating - 1], STABILITY_MIN, STABILITY_MAX), _within(
            first, DIFFICULTY_MIN, DIFFICULTY_MAX
        )
    if elapsed_days <= 0:
        after = _same_day(weights, stability, rating)
    elif rating == AGAIN:
        after = _forgotten(weights, stability, difficulty, retrievability(weights, stability, elapsed_days))
    else:
        after = _recalled(weights, stability, difficulty, retrievability(weights, stability, elapsed_days), rating)
    return _within(after, STABILITY_MIN, STABILITY_MAX), _next_difficulty(weights, difficulty, rating)


def retrievability(weights: Sequence[float], stability: float, elapsed_days: float) -> float:
    """The chance of a recall `elapsed_days` after the last review: 1 at once, 0.9 after `stability` days.

    R = (1 + factor · t / S)^-w20, with factor = 0.9^(-1 / w20) - 1.
    """
    decay = -weights[20]
    return power(1 + (power(0.9, 1 / decay) - 1) * max(0.0, elapsed_days) / stability, decay)


def interval(weights: Sequence[float], stability: float, retention: float) -> float:
    """The days until the chance of a recall has fallen to `retention`: `retrievability` solved for its days.

    A fraction on purpose: `spread.py` makes whole days of it, together with its neighbours'.

    Raises:
        ValueError: `retention` is not between 0 and 1.
    """
    if not 0 < retention < 1:
        raise ValueError(f"retention is between 0 and 1, not {retention}")
    decay = -weights[20]
    return stability * (power(retention, 1 / decay) - 1) / (power(0.9, 1 / decay) - 1)


def usable(weights: Sequence[float]) -> bool:
    """Whether these can be the weights of FSRS-6: 21 numbers, each in its published range."""
    return len(weights) == len(DEFAULTS) and all(
        isinstance(weight, int | float) and isfinite(weight) and low <= weight <= high
        for weight, (low, high) in zip(weights, BOUNDS, strict=True)
    )


def _same_day(weights: Sequence[float], stability: float, rating: int) -> float:
    """S' = S · e^(w17 · (G - 3 + w18)) · S^-w19, and no recall lowers S: Hard is a recall too."""
    growth = exp(weights[17] * (rating - GOOD + weights[18])) * power(stability, -weights[19])
    return stability * (growth if rating == AGAIN else max(growth, 1.0))


def _recalled(weights: Sequence[float], stability: float, difficulty: float, recall: float, rating: int) -> float:
    """S' = S · (1 + e^w8 · (11 - D) · S^-w9 · (e^(w10 · (1 - R)) - 1) · (w15 if Hard) · (w16 if Easy))."""
    growth = exp(weights[8]) * (11 - difficulty) * power(stability, -weights[9]) * (exp(weights[10] * (1 - recall)) - 1)
    if rating == HARD:
        growth *= weights[15]
    elif rating == EASY:
        growth *= weights[16]
    return stability * (1 + growth)


def _forgotten(weights: Sequence[float], stability: float, difficulty: float, recall: float) -> float:
    """S' = w11 · D^-w12 · ((S + 1)^w13 - 1) · e^(w14 · (1 - R)), at most S / e^(w17 · w18)."""
    after = (
        weights[11]
        * power(difficulty, -weights[12])
        * (power(stability + 1, weights[13]) - 1)
        * exp(weights[14] * (1 - recall))
    )
    return min(after, stability / exp(weights[17] * weights[18]))


def _next_difficulty(weights: Sequence[float], difficulty: float, rating: int) -> float:
    """D' = w7 · D0(Easy) + (1 - w7) · (D - w6 · (G - 3) · (10 - D) / 9): the nearer to 10, the smaller the steps."""
    moved = difficulty - weights[6] * (rating - GOOD) * (10 - difficulty) / 9
    easiest = weights[4] - exp(weights[5] * (EASY - 1)) + 1
    return _within(weights[7] * easiest + (1 - weights[7]) * moved, DIFFICULTY_MIN, DIFFICULTY_MAX)


def _within(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)


def stepper(weights: Sequence[float]) -> Callable[[float, float, int, int], tuple[float, float, float]]:
    """`step` for a card that has been reviewed, with what depends on the weights alone worked out once.

    Returns:
        A function of stability, difficulty, rating and elapsed days, to the new stability and difficulty and the
        chance that the recall had: to the last digit what `step` and `retrievability` say (1 on the same day).
    """
    decay = -weights[20]
    factor = power(0.9, 1 / decay) - 1
    growth, w9, w10 = exp(weights[8]), -weights[9], weights[10]
    w11, w12, w13, w14, w19 = weights[11], -weights[12], weights[13], weights[14], -weights[19]
    shares = {HARD: weights[15], EASY: weights[16]}
    ceiling = exp(weights[17] * weights[18])
    same = [exp(weights[17] * (rating - GOOD + weights[18])) for rating in range(EASY + 1)]
    moves = [weights[6] * (rating - GOOD) for rating in range(EASY + 1)]
    easiest = weights[7] * (weights[4] - exp(weights[5] * (EASY - 1)) + 1)
    stays = 1 - weights[7]

    def one(stability: float, difficulty: float, rating: int, days: int) -> tuple[float, float, float]:
        recall = 1.0
        if days > 0:
            recall = power(1 + factor * days / stability, decay)
            if rating == AGAIN:
                after = w11 * power(difficulty, w12) * (power(stability + 1, w13) - 1) * exp(w14 * (1 - recall))
                stability = min(after, stability / ceiling)
            else:
                grown = growth * (11 - difficulty) * power(stability, w9) * (exp(w10 * (1 - recall)) - 1)
                if rating in shares:
                    grown *= shares[rating]
                stability *= 1 + grown
        else:
            grown = same[rating] * power(stability, w19)
            if rating == AGAIN or grown > 1:
                stability *= grown
        difficulty = easiest + stays * (difficulty - moves[rating] * (10 - difficulty) / 9)
        return (
            STABILITY_MIN if stability < STABILITY_MIN else min(STABILITY_MAX, stability),
            DIFFICULTY_MIN if difficulty < DIFFICULTY_MIN else min(DIFFICULTY_MAX, difficulty),
            recall,
        )

    return one
