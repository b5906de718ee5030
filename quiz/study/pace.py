"""How quickly a right answer came, compared with the person's own: the one thing that makes an answer Easy.

What is timed is the way to the first key: thinking, not typing. On the logs of seven people, counting the quickest
quarter of right answers as Easy and the slowest 15 % as Hard predicts six of them better once the model is fitted to
the person, and nobody with the default weights; hence no ranks before `ENOUGH` answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from quiz.answers.verdict import Mark

AGAIN: Final = 1
HARD: Final = 2
GOOD: Final = 3
EASY: Final = 4

#: How many timed right answers make a history of one's own.
ENOUGH: Final = 200
#: The shares of one's own right answers that count as quick and as slow, in percent.
QUICK_PERCENT: Final = 25
SLOW_PERCENT: Final = 15
#: A first key that came later than this came after a pause: it says nothing of the memory.
PAUSE_MS: Final = 120_000


@dataclass(frozen=True, slots=True)
class Pace:
    """A person's own pace, in milliseconds to the first key: quicker than `quick_ms`, slower than `slow_ms`.

    Both are strict, so that of many equal times none is quick and none is slow.
    """

    quick_ms: int
    slow_ms: int


def pace_of(latencies: Sequence[int]) -> Pace | None:
    """The pace of a person whose right answers took `latencies` to their first key; None for too few to tell.

    At most `QUICK_PERCENT` of them are quick by it and at most `SLOW_PERCENT` slow; pauses are left out.
    """
    ordered = sorted(ms for ms in latencies if 0 <= ms <= PAUSE_MS)
    if len(ordered) < ENOUGH:
        return None
    return Pace(
        quick_ms=ordered[len(ordered) * QUICK_PERCENT // 100],
        slow_ms=ordered[-1 - len(ordered) * SLOW_PERCENT // 100],
    )


def rating_of(mark: Mark, hinted: bool, first_ms: int | None = None, pace: Pace | None = None) -> int:
    """What the scheduler hears of an answer.

    Wrong is Again, close is Hard, right is Good. A right answer is Hard after a hint or when it came slowly, and Easy
    when it came quickly. Without a time or without a pace nothing is quick and nothing is slow.
    """
    if mark == "wrong":
        return AGAIN
    if mark == "close" or hinted:
        return HARD
    if pace is None or first_ms is None or not 0 <= first_ms <= PAUSE_MS:
        return GOOD
    return EASY if first_ms < pace.quick_ms else HARD if first_ms > pace.slow_ms else GOOD
