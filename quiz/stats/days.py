"""Study days as dates, weeks and months, and how long the runs of them are."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final

WEEK: Final = 7
_FIRST: Final = date(1970, 1, 1).toordinal()
#: The weekday of the first study day, a Thursday, counted from Monday.
_THURSDAY: Final = 3


def as_date(day: int) -> date:
    """The date of a study day."""
    return date.fromordinal(_FIRST + day)


def of_date(when: date) -> int:
    """The study day of a date."""
    return when.toordinal() - _FIRST


def iso(day: int) -> str:
    """A study day as an ISO date."""
    return as_date(day).isoformat()


def weekday(day: int) -> int:
    """The weekday of a study day: 0 is Monday."""
    return (day + _THURSDAY) % WEEK


def monday(day: int) -> int:
    """The study day that begins the week of this one."""
    return day - weekday(day)


def month(day: int) -> int:
    """The study day that begins the month of this one."""
    return of_date(as_date(day).replace(day=1))


def streak(days: Collection[int], today: int) -> int:
    """How many of these days are in a row up to `today`; a day that is not over yet does not break it."""
    last = today if today in days else today - 1
    length = 0
    while last - length in days:
        length += 1
    return length


def longest(days: Collection[int]) -> int:
    """The most of these days in a row."""
    best = length = 0
    before: int | None = None
    for day in sorted(days):
        length = length + 1 if before == day - 1 else 1
        best, before = max(best, length), day
    return best
