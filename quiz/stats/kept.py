"""What was kept: counts turned into shares, each with what was foretold beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, sqrt

from quiz.stats.count import Count
from quiz.stats.share import Share, share


@dataclass(frozen=True, slots=True)
class Kept:
    """Of the reviews a day or more after the one before, the share recalled, and the mean chance foretold for them.

    `predicted` is None where there are none.
    """

    share: Share
    predicted: float | None = None


@dataclass(frozen=True, slots=True)
class Estimates:
    """Typed amounts and numbers: how many, how far off in the mean, and how widely they scatter.

    `bias` is the geometric mean of typed / right, less 1 (-0.08: 8 % low). `spread` is the standard deviation of the
    logarithm of that quotient, as a factor less 1 (0.2: two of three lie within 20 % of the learner's own mean). Errors
    beyond a factor of two are left out. What cannot be said is None: the bias of none, the spread of fewer than two.
    """

    count: int = 0
    bias: float | None = None
    spread: float | None = None


@dataclass(frozen=True, slots=True)
class Slice:
    """A week, an age or an hour: `first` is its first study day, its first day of age, or the hour itself."""

    first: int
    answers: int
    seconds: float
    kept: Kept


def kept(count: Count) -> Kept:
    """What was kept of these reviews."""
    return Kept(share(count.recalled, count.spaced), count.predicted / count.spaced if count.spaced else None)


def sliced(first: int, count: Count) -> Slice:
    """A slice of the reviews."""
    return Slice(first, count.answers, count.milliseconds / 1000, kept(count))


def overruled(count: Count) -> Share:
    """The share of verdicts that the learner overruled, of the answers that were tried."""
    return share(count.to_right + count.to_wrong, count.tried)


def estimates(count: Count) -> Estimates:
    """How far off the typed amounts were."""
    if not count.estimates:
        return Estimates()
    mean = count.error / count.estimates
    bias = exp(mean) - 1
    if count.estimates == 1:
        return Estimates(1, bias)
    variance = (count.squares - count.estimates * mean * mean) / (count.estimates - 1)
    return Estimates(count.estimates, bias, exp(sqrt(max(0.0, variance))) - 1)


def total(counts: Iterable[Count]) -> Count:
    """Several counts as one; quick for many."""
    columns = list(zip(*counts, strict=True))
    return Count(*map(sum, columns)) if columns else Count()
