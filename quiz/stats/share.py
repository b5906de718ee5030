"""A share of something that was counted, with the interval in which it can be trusted to lie."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Final

#: The normal quantile for 95 of 100 intervals to hold the true share.
_Z: Final = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Share:
    """`hits` of `count`. `value` is their quotient, `low` and `high` its Wilson interval; all None where count is 0."""

    hits: int
    count: int
    value: float | None = None
    low: float | None = None
    high: float | None = None


def share(hits: int, count: int) -> Share:
    """The share with its Wilson score interval of 95 %, which is sound for few reviews and near 0 and 1 too.

    Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22 (1927).
    """
    if count == 0:
        return Share(0, 0)
    value = hits / count
    square = _Z * _Z / count
    middle = (value + square / 2) / (1 + square)
    reach = _Z / (1 + square) * sqrt(value * (1 - value) / count + square / (4 * count))
    low = 0.0 if hits == 0 else max(0.0, middle - reach)
    high = 1.0 if hits == count else min(1.0, middle + reach)
    return Share(hits, count, value, low, high)
