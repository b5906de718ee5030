"""Whole days between reviews, spread a little, so that cards learnt together do not come back together for ever.

The chance is no chance: it is drawn from the card's identity and its number of reviews, so that every device and
every replay agrees.
"""

from __future__ import annotations

import hashlib
from typing import Final

INTERVAL_MAX: Final = 36_500

#: From so many days, to so many, this share of them is spread to either side (beside one day).
_WIDTHS: Final = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, float("inf"), 0.05))
_SMALL: Final = _WIDTHS[0][0]


def seed(card: str, reviews: int) -> float:
    """A number in [0, 1) which is this card's alone at this number of reviews."""
    said = f"{card}\n{reviews}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.sha256(said).digest()[:6], "big") / 2**48


def spread(days: float, chance: float) -> int:
    """Whole days near `days`: rounded when small, else anywhere in a window around them, at the share `chance` of it.

    Monotonic in `days` for one `chance`. The window is a day and 15 % of what lies between 2.5 and 7 days, 10 % up to
    20 and 5 % beyond, on either side: 10 days become 8 to 12, 100 become 93 to 107.
    """
    if days < _SMALL:
        return max(1, int(days + 0.5))
    beyond = 0.0  # added up by hand: sum() rounds floats otherwise from Python 3.12 on, and devices must agree
    for low, high, share in _WIDTHS:
        if days > low:
            beyond += share * (min(days, high) - low)
    half = 1 + beyond
    first = int(days - half + 0.5)
    last = min(int(days + half + 0.5), INTERVAL_MAX)
    return min(first + int(chance * (last - first + 1)), last) if first < last else last


def intervals(hard: float, good: float, easy: float, chance: float) -> tuple[int, int, int]:
    """The whole days after Hard, Good and Easy, spread by one `chance` and strictly in this order.

    Good keeps its place, for it is the rating of most reviews; Hard gives way downwards and Easy upwards. So an easier
    recall is never seen sooner, even on a day on which the model makes no difference (a second Hard and a second Good
    both keep the stability). At least 1, 2 and 3 days, at most 36,500.
    """
    middle = min(max(spread(good, chance), 2), INTERVAL_MAX - 1)
    return (
        min(spread(hard, chance), middle - 1),
        middle,
        min(max(spread(easy, chance), middle + 1), INTERVAL_MAX),
    )
