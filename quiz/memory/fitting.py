"""The weights of the model fitted to a person: the likeliest ones, given the reviews and what people are like.

What is known beforehand is the published weights, and how far a person may be from them: a normal distribution along
each of the `DIRECTIONS`, most of them on a logarithmic scale. The weights with the highest probability after the
reviews (maximum a posteriori) are found by Fisher scoring: each step solves the linear equations made of how much every
prediction changes with each direction, and is halved until it gains. What the reviews say little of stays where it was.

Beyond `WHOLE` spaced reviews a part of the cards is taken; `package.py` reads all of them where it is installed.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, sqrt
from operator import mul
from typing import Final, NamedTuple

from quiz.memory import fsrs
from quiz.memory.replay import History, foretold, losses, recalled

#: So many spaced reviews are fitted as a whole; of more, a part of the cards.
WHOLE: Final = 6_000
#: The first steps are done on so many: they only have to find the neighbourhood.
COARSE: Final = 2_000
#: With this many reviews the fit goes half of the way from the published weights that the reviews ask for.
HALF: Final = 300

#: A step that promises less than this (in nats, over all reviews) is the last: chance moves each weight by as much.
ENOUGH: Final = 0.5

_STEP: Final = 1e-4  # of a derivative
_EDGE: Final = 1e-3  # chances nearer to 0 or 1 weigh no more than these


class Direction(NamedTuple):
    """One way in which people differ: the weights that move together, how, and how far is usual (standard deviation).

    A logarithmic direction multiplies its weights by e^x, another one adds x.
    """

    weights: tuple[int, ...]
    usual: float
    logarithmic: bool = True


#: How far apart people are is ours to say: chosen wide, and held to logs of learners who are no FSRS at all
#: (docs/decisions/fitting.md). w7 is so small in effect that no log shows it.
DIRECTIONS: Final = (
    Direction((0, 1, 2, 3), 1.0),
    *(Direction((n,), 0.6) for n in range(4)),
    Direction((4,), 0.1), Direction((5,), 0.3), Direction((6,), 0.25),
    Direction((8,), 0.4, logarithmic=False), Direction((9,), 0.6), Direction((10,), 0.4),
    Direction((11,), 0.3), Direction((12,), 0.6), Direction((13,), 0.4), Direction((14,), 0.35),
    Direction((15,), 0.4), Direction((16,), 0.4),
    Direction((17,), 0.5), Direction((18,), 0.7), Direction((19,), 0.7),
    Direction((20,), 0.7),
)  # fmt: skip
NOWHERE: Final = (0.0,) * len(DIRECTIONS)


def moved(along: Sequence[float]) -> tuple[float, ...]:
    """The published weights, moved so far along each of the `DIRECTIONS`, within their published range."""
    weights = list(fsrs.DEFAULTS)
    for direction, far in zip(DIRECTIONS, along, strict=True):
        for n in direction.weights:
            weights[n] = weights[n] * exp(min(max(far, -9.0), 9.0)) if direction.logarithmic else weights[n] + far
    return tuple(min(max(weight, low), high) for weight, (low, high) in zip(weights, fsrs.BOUNDS, strict=True))


def fitted(histories: Sequence[History], start: Sequence[float] = NOWHERE) -> tuple[float, ...]:
    """How far along each direction these reviews say that the person is; `moved(shrunk(…))` makes weights of it.

    `start`: where to begin, an earlier answer for nearly the same reviews; the end is the same, sooner.
    """
    spaced = len(recalled(histories))
    along = tuple(start)
    if start == NOWHERE and spaced > COARSE:
        along = _scored(part(histories, COARSE, spaced), along, steps=8)
    return _scored(part(histories, WHOLE, spaced), along, steps=8 if spaced <= COARSE else 3)


def shrunk(along: Sequence[float], reviews: int) -> tuple[float, ...]:
    """The same, but only as far as so many reviews can be believed: n / (n + `HALF`) of the way."""
    believed = reviews / (reviews + HALF)
    return tuple(far * believed for far in along)


def part(histories: Sequence[History], wanted: int, spaced: int) -> Sequence[History]:
    """Every so many-th card, so that about `wanted` spaced reviews are left of `spaced`: no chance in it."""
    if spaced <= wanted:
        return histories
    every = spaced / wanted
    return [histories[int(n * every)] for n in range(int(len(histories) / every))]


def _scored(histories: Sequence[History], along: tuple[float, ...], steps: int) -> tuple[float, ...]:
    came = recalled(histories)
    pull = [1 / direction.usual**2 for direction in DIRECTIONS]

    def cost(along: Sequence[float], chances: Sequence[float]) -> float:
        held = sum(one * far * far for one, far in zip(pull, along, strict=True)) / 2
        return sum(losses(chances, came)) + held

    chances = foretold(moved(along), histories)
    least = cost(along, chances)
    for _ in range(steps if came else 0):
        information, downhill = _equations(histories, along, chances, came, pull)
        there = _solved(information, downhill)
        promised = sum(map(mul, downhill, there)) / 2
        share = 1.0
        while share > 0.01:
            tried = tuple(far + share * more for far, more in zip(along, there, strict=True))
            chances_tried = foretold(moved(tried), histories)
            cost_tried = cost(tried, chances_tried)
            if cost_tried < least:
                break
            share /= 3
        else:
            break
        along, chances, least = tried, chances_tried, cost_tried
        if promised < ENOUGH:
            break
    return along


def _equations(
    histories: Sequence[History],
    along: Sequence[float],
    chances: Sequence[float],
    came: Sequence[bool],
    pull: Sequence[float],
) -> tuple[list[list[float]], list[float]]:
    """The Fisher information of the directions with what was known beforehand, and the slope downhill."""
    safe = [min(max(chance, _EDGE), 1 - _EDGE) for chance in chances]
    weigh = [1 / sqrt(chance * (1 - chance)) for chance in safe]
    off = [(chance - one) * by for chance, one, by in zip(safe, came, weigh, strict=True)]
    slopes: list[list[float]] = []
    for n in range(len(DIRECTIONS)):
        beside = foretold(moved([far + _STEP * (n == m) for m, far in enumerate(along)]), histories)
        slopes.append([(a - b) / _STEP * by for a, b, by in zip(beside, chances, weigh, strict=True)])
    information = [[sum(map(mul, one, other)) for other in slopes[: n + 1]] for n, one in enumerate(slopes)]
    for n, one in enumerate(pull):
        information[n][n] += one
    downhill = [-sum(map(mul, slope, off)) - one * far for slope, one, far in zip(slopes, pull, along, strict=True)]
    return information, downhill


def _solved(lower: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """The solution of a symmetric, positive definite system, of which the lower half is given (Cholesky)."""
    size = len(right)
    root: list[list[float]] = []
    for n, given in enumerate(lower):
        row: list[float] = []
        for m in range(n + 1):
            rest = given[m] - sum(map(mul, row, root[m] if m < n else row))
            row.append(sqrt(max(rest, 1e-12)) if m == n else rest / root[m][m])
        root.append(row)
    down: list[float] = []
    for n in range(size):
        down.append((right[n] - sum(map(mul, root[n], down))) / root[n][n])
    found = [0.0] * size
    for n in reversed(range(size)):
        found[n] = (down[n] - sum(root[m][n] * found[m] for m in range(n + 1, size))) / root[n][n]
    return found
