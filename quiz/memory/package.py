"""The fit of the package fsrs-rs-python: it reads all of a hundred thousand reviews in half a second.

It is an extra (`quiz[fit]`); where it is missing, `fitting.py` fits a part of a long log. Its weights are blended with
the published ones, w = a·fitted + (1 - a)·published with a = n / (n + `HALF`), as no fit is to be believed wholly.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter
from typing import Any, Final, NamedTuple

from quiz.memory import fsrs
from quiz.memory.replay import History

HALF: Final = 500
#: With fewer spaced reviews than these the package is not asked: our own fit reads them all, and a choice between the
#: two by their last fifth would be one by chance. With more than `LONG`, it alone is: it is quicker.
ENOUGH: Final = 6_000
LONG: Final = 20_000
#: More is not read at once: every so many-th card of a longer log says the same, and memory stays bounded.
MOST: Final = 120_000


def installed() -> bool:
    """Whether the package is there."""
    try:
        import fsrs_rs_python  # noqa: F401
    except ImportError:
        return False
    return True


class Items(NamedTuple):
    """What the package reads: for each spaced review, in the order of the days, what was lived of its card."""

    days: list[int]
    items: list[Any]
    reviews: int


def items(histories: Sequence[History]) -> Items:
    """These histories as the package reads them.

    Raises:
        ImportError: the package is not installed.
    """
    from fsrs_rs_python import FSRSItem, FSRSReview

    single: dict[tuple[int, int], FSRSReview] = {}
    found: list[tuple[int, FSRSItem]] = []
    reviews = 0
    for history in histories:
        reviews += len(history.days)
        lived: list[FSRSReview] = []
        last = history.days[0] if history.days else 0
        for day, rating in zip(history.days, history.ratings, strict=True):
            since = max(0, day - last)
            last = day
            review = single.get((rating, since))
            if review is None:
                review = single[rating, since] = FSRSReview(rating, since)
            lived.append(review)
            if since:
                found.append((day, FSRSItem(lived)))
    found.sort(key=itemgetter(0))
    return Items([day for day, _ in found], [item for _, item in found], reviews)


def fitted(read: Items, until: int | None = None) -> tuple[float, ...] | None:
    """The weights that the package finds (before a study day), blended; None where it finds none."""
    from fsrs_rs_python import FSRS

    end = len(read.items) if until is None else bisect_left(read.days, until)
    if not end:  # the package panics where no review came a day or more after another
        return None
    try:
        found = FSRS(list(fsrs.DEFAULTS)).compute_parameters(read.items[:end])
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001 - a panic of Rust is no Exception, and no reason to end
        return None
    reviews = read.reviews * end / len(read.items)
    believed = reviews / (reviews + HALF)
    blended = tuple(
        min(max(believed * weight + (1 - believed) * published, low), high)
        for weight, published, (low, high) in zip(found, fsrs.DEFAULTS, fsrs.BOUNDS, strict=True)
    )
    return blended if fsrs.usable(blended) else None
