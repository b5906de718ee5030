"""The plain life of a card: reviews and nothing else. Most lives are; its memory and its reviews are found in one pass.

`quiz.memory.recall` and `quiz.memory.review` say what is found here, for any life; this is quicker, for journals of a
million reviews. A test holds them together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from quiz.memory import fsrs
from quiz.memory.memory import Memory
from quiz.memory.recall import Lived, after

_MINUTE_MS: Final = 60_000
_DAY_MINUTES: Final = 24 * 60


class Life(NamedTuple):
    """What is found: the memory, the study day of each review, and what was foretold of it.

    `predicted` are the chances of recall by the weights in force at each review, `by_default` by the published ones;
    None where a review was the first, or the second on its day.
    """

    memory: Memory
    days: list[int]
    predicted: list[float | None]
    by_default: list[float | None]


class Plain:
    """The fold of plain lives, with what stays the same from card to card.

    Args:
        weights: the weights now; () are the defaults.
        retention: the share of recalls that are to succeed.
        rollover_hour: the hour at which a study day begins.
        in_force: the weights that were in force at a moment, () for the defaults; None where the defaults always were.
    """

    def __init__(
        self,
        weights: Sequence[float],
        retention: float,
        rollover_hour: int,
        in_force: Callable[[int], Sequence[float]] | None,
    ) -> None:
        self._weights = tuple(weights) or fsrs.DEFAULTS
        self._retention = retention
        self._rollover_hour = rollover_hour
        self._in_force = in_force
        self._steps = {fsrs.DEFAULTS: fsrs.stepper(fsrs.DEFAULTS)}

    def life(self, card: str, reviews: Sequence[Lived]) -> Life:
        """The life of one card, from its reviews (one or more, each with a rating) in the order of (at, id)."""
        shift = self._rollover_hour * 60
        days = [(one.at // _MINUTE_MS + one.offset - shift) // _DAY_MINUTES for one in reviews]
        ratings = [one.rating or 0 for one in reviews]
        states: dict[tuple[float, ...], _States] = {}

        def states_by(weights: tuple[float, ...]) -> _States:
            if weights not in states:
                if weights not in self._steps:
                    self._steps[weights] = fsrs.stepper(weights)
                states[weights] = _replayed(weights, self._steps[weights], days, ratings)
            return states[weights]

        by_default = states_by(fsrs.DEFAULTS).chances
        predicted = by_default
        if self._in_force is not None:
            forces = [tuple(self._in_force(one.at)) or fsrs.DEFAULTS for one in reviews]
            predicted = [states_by(weights).chances[n] for n, weights in enumerate(forces)]
        memory = self._scheduled(card, reviews, days, ratings, states_by(self._weights), self._weights)
        if self._in_force is not None and not memory.again:
            promised_by = forces[-1]
            if promised_by != self._weights:
                promised = self._scheduled(card, reviews, days, ratings, states_by(promised_by), promised_by)
                memory = memory._replace(due=promised.due, interval=promised.interval)
        return Life(memory, days, predicted, by_default)

    def _scheduled(
        self,
        card: str,
        reviews: Sequence[Lived],
        days: Sequence[int],
        ratings: Sequence[int],
        states: _States,
        weights: tuple[float, ...],
    ) -> Memory:
        """The memory after the last review: the state before it is known, and one step makes it whole."""
        before = Memory(card)
        if len(reviews) > 1:
            lapses = sum(ratings[n] == fsrs.AGAIN != ratings[n - 1] for n in range(1, len(ratings) - 1))
            before = Memory(
                card, states.stability, states.difficulty, reviews[-2].at, days[-2], None, 0,
                ratings[-2] == fsrs.AGAIN, len(reviews) - 1, lapses,
            )  # fmt: skip
        return after(before, reviews[-1], weights=weights, retention=self._retention, rollover_hour=self._rollover_hour)


class _States(NamedTuple):
    """The chance of recall at each review, and the state before the last one."""

    chances: list[float | None]
    stability: float
    difficulty: float


def _replayed(
    weights: tuple[float, ...],
    step: Callable[[float, float, int, int], tuple[float, float, float]],
    days: Sequence[int],
    ratings: Sequence[int],
) -> _States:
    chances: list[float | None] = [None]
    stability, difficulty = fsrs.step(weights, None, None, ratings[0], 0)
    before = stability, difficulty
    last = days[0]
    for day, rating in zip(days[1:], ratings[1:], strict=True):
        before = stability, difficulty
        stability, difficulty, recall = step(stability, difficulty, rating, day - last)
        chances.append(recall if day > last else None)
        last = day
    return _States(chances, *before)
