"""Scales: a value's place on an axis, and the round values that are named there."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import Final, NamedTuple

#: What a step between two ticks may be, times a power of ten.
_STEPS: Final = (1, 2, 5)


class Scale(NamedTuple):
    """Values from `low` to `high`, drawn from `start` to `end`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a value is drawn; one outside stays at the edge."""
        inside = min(max(value, self.low), self.high)
        return self.start + (self.end - self.start) * (inside - self.low) / ((self.high - self.low) or 1)


def ticks(low: float, high: float, most: int, *, whole: bool = False) -> list[float]:
    """At most `most` (two at least) round values from the one below `low` to the one above `high`, evenly spaced.

    `whole`: no fractions, for things that are counted.
    """
    span = high - low
    if span <= 0:
        high, span = low + 1, 1
    power = 10.0 ** floor(log10(span / max(1, most - 1)))
    steps = [each * power * ten for ten in (1, 10) for each in _STEPS]
    if whole:
        steps = [1.0, *(step for step in steps if step > 1)]
    for step in steps:
        first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
        if last - first + 1 <= max(2, most):
            return [round(n * step, 10) for n in range(first, last + 1)]
    return [low, high]
