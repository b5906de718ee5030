"""Study days. A study day begins at 4 in the morning, local wall time, and is an integer.

`NamedTuple`, not a dataclass: this room is on the way to the first question (see docs/decisions).
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

_DAY_MS: Final = 24 * 60 * 60 * 1000
_AHEAD_DAYS: Final = 30


class Moment(NamedTuple):
    """A point in time as a person lived it: milliseconds since 1970 UTC, and the offset in minutes east of UTC."""

    at: int
    offset: int


def study_day(moment: Moment, rollover_hour: int = 4) -> int:
    """The study day of a moment: days since 1970-01-01 of (local wall time - rollover_hour)."""
    minutes = moment.at // 60_000 + moment.offset - rollover_hour * 60
    return minutes // (24 * 60)


def elapsed(earlier: int, later: int) -> int:
    """The study days from one to another, never below 0: a flight east to west can end the day before it began."""
    return max(0, later - earlier)


def suspicious(at: int, *, card_last: int | None, newest: int | None) -> Literal["clock-behind", "clock-ahead"] | None:
    """Why the clock that gave `at` may be wrong, as the code of a problem to warn about; None when all looks well.

    Args:
        at: the moment of the event, milliseconds since 1970 UTC.
        card_last: the moment of the card's last review, if it has one.
        newest: the moment of the newest event of all, if there is one.

    A review before the card's last one: the clock was set back, or was ahead then. A review 30 days after everything
    else: it may be ahead now, or the learner was on holiday; so this is a warning, and the order stays as it is.
    """
    if card_last is not None and at < card_last:
        return "clock-behind"
    if newest is not None and at - newest > _AHEAD_DAYS * _DAY_MS:
        return "clock-ahead"
    return None
