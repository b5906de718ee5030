"""What is remembered of one card: the result of folding its events.

`NamedTuple`, not a dataclass: this room is on the way to the first question (see docs/decisions).
"""

from __future__ import annotations

from typing import Final, NamedTuple

#: Grows whenever the same events come to another memory: what was kept of an earlier fold is then folded anew.
FOLD: Final = 1
#: The same for reviews as they stand (quiz/memory/review.py) and how they are counted (quiz/stats/count.py).
REVIEW_FOLD: Final = 1


class Memory(NamedTuple):
    """The memory of one card. Days are study days. `reviews == 0` is a new card (perhaps suspended or buried).

    `due` is the study day on which it is due (None: new). `again` is true while the last rating was Again: the card
    is due the same day and comes back within the session. `interval` is the scheduled distance in days from
    `last_day` to `due` (0 while `again`). `buried_on` is the study day on which it must not be asked, or None.
    """

    card: str
    stability: float = 0.0
    difficulty: float = 0.0
    last_at: int = 0
    last_day: int = 0
    due: int | None = None
    interval: int = 0
    again: bool = False
    reviews: int = 0
    lapses: int = 0
    suspended: bool = False
    buried_on: int | None = None
