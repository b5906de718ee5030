"""Two foretellings of the same reviews compared, with the interval in which their true difference lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

#: The normal quantile for 95 of 100 intervals to hold the true difference.
_Z: Final = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Difference:
    """A mean difference, review by review, with the interval of 95 % that it lies in. Of losses, below 0 is better."""

    value: float
    low: float
    high: float

    @property
    def sure(self) -> bool:
        """Whether the interval leaves no doubt about the sign."""
        return self.low > 0 or self.high < 0


def difference(new: Sequence[float], old: Sequence[float], days: Sequence[int]) -> Difference:
    """How much more the new ones are, on the mean, with an interval.

    The comparison is paired. Reviews of one day share the learner's state of that day, so the spread is that of the
    days' sums, or that of the single reviews where it is larger.
    """
    count = len(new)
    each = [a - b for a, b in zip(new, old, strict=True)]
    mean = sum(each) / count
    sums: dict[int, float] = {}
    for day, one in zip(days, each, strict=True):
        sums[day] = sums.get(day, 0.0) + one - mean
    single = sum((one - mean) ** 2 for one in each)
    together = sum(one * one for one in sums.values())
    if len(sums) > 1:
        together *= len(sums) / (len(sums) - 1)
    reach = _Z * sqrt(max(single, together)) / count
    return Difference(mean, mean - reach, mean + reach)
