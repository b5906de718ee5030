"""Study days. A study day begins at 4 in the morning, local wall time, and is an integer.

`NamedTuple`, not a dataclass: this room is on the way to the first question (see docs/decisions).
"""

from __future__ import annotations

from typing import NamedTuple


class Moment(NamedTuple):
    """A point in time as a person lived it: milliseconds since 1970 UTC, and the offset in minutes east of UTC."""

    at: int
    offset: int


def study_day(moment: Moment, rollover_hour: int = 4) -> int:
    """The study day of a moment: days since 1970-01-01 of (local wall time - rollover_hour)."""
    minutes = moment.at // 60_000 + moment.offset - rollover_hour * 60
    return minutes // (24 * 60)
