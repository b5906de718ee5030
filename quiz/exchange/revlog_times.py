"""What cells of other programs' logs say of when: moments, days, numbers of days, times of day."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Final, NamedTuple

from quiz.exchange.revlog_ratings import folded, number_of

DAY_MS: Final = 86_400_000
_FIRST_DAY: Final = date(1970, 1, 1).toordinal()
#: The year 2286 in seconds, and in milliseconds: what is larger has a finer unit.
_SECONDS: Final = 10**10
_MILLISECONDS: Final = 10**13
#: Seconds since 1970 are more than this: nobody kept such a log before 1973, but many count from the log's beginning.
EARLIEST_S: Final = 10**8
#: The year 2243 in days since 1970.
_LAST_DAY: Final = 10**5
#: No clock is further from UTC than this, in minutes.
FARTHEST: Final = 15 * 60
_EARLIEST: Final = -DAY_MS * 365 * 70
_LATEST: Final = DAY_MS * 365 * 130
_OFFSET: Final = re.compile(r"([+-]?)(\d{1,2}):?(\d\d)")
#: A day as people write it, with what follows.
WRITTEN: Final = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d\d)(?:,?[ T]+(.*))?", re.DOTALL)
_YEAR_FIRST: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:,?[ T]+(.*))?", re.DOTALL)
_WEEKDAY: Final = re.compile(r"[^\W\d]{2,9}\.?,? +(?=[^\W\d]|\d{1,2} +[^\W\d])")
_MONTH: Final = r"([^\W\d]{3,9})\.?"
_DAY_MONTH: Final = re.compile(rf"(\d{{1,2}})(?:er|st|nd|rd|th)? +{_MONTH},? +(\d{{4}})(?:,?[ T]+(.*))?", re.DOTALL)
_MONTH_DAY: Final = re.compile(rf"{_MONTH} +(\d{{1,2}})(?:st|nd|rd|th)?,? +(\d{{4}})(?:,?[ T]+(.*))?", re.DOTALL)
#: How the names of months begin in English and French, without accents.
_MONTHS: Final = (
    ("jan",), ("feb", "fev"), ("mar",), ("apr", "avr"), ("may", "mai"), ("jun", "juin"), ("jul", "juil"),
    ("aug", "aou"), ("sep",), ("oct",), ("nov",), ("dec",),
)  # fmt: skip
_ZONE: Final = re.compile(r"\s*(?:(Z|UTC|GMT)?([+-]\d\d:?\d\d)?)$")
#: A time of day.
CLOCK: Final = re.compile(r"(\d{1,2})[:h](\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*([AaPp])?\.?(?:[Mm]\.?)?")
_NAMED_ZONE: Final = re.compile(r"\s*(?:UTC|GMT)$")


class When(NamedTuple):
    """A moment (milliseconds since 1970 UTC) or a study day; `wall`: told by the clock on the wall, as if that went by
    UTC; `offset` in minutes east of UTC, None where it is not told.
    """

    at: int | None = None
    day: int | None = None
    wall: bool = False
    offset: int | None = None


def when(said: str, *, day_number: bool, day_first: bool) -> When | None:
    """What a cell says of when; None where that is nothing.

    Args:
        said: the cell.
        day_number: whether a number is that of a day.
        day_first: whether 3/4/2024 is in April.
    """
    number = number_of(said)
    if number is not None:
        size = abs(number)
        if day_number and size < EARLIEST_S:
            return _numbered(int(number))
        if size < EARLIEST_S:
            return None
        at = round(number * 1000) if size < _SECONDS else int(number) if size < _MILLISECONDS else int(number) // 1000
        return When(at) if _EARLIEST < at < _LATEST else None
    try:
        if len(said) <= 10 and "/" not in said and "." not in said:
            return When(day=date.fromisoformat(said).toordinal() - _FIRST_DAY, wall=True)
        moment = datetime.fromisoformat(_NAMED_ZONE.sub("+00:00", said))
    except ValueError:
        return _written(said, day_first=day_first)
    zone = moment.utcoffset()
    at = round((moment if zone is not None else moment.replace(tzinfo=UTC)).timestamp() * 1000)
    if not _EARLIEST < at < _LATEST:
        return None
    return When(at, None, zone is None, None if zone is None else round(zone.total_seconds() / 60))


def _numbered(number: int) -> When | None:
    """A day by its number: counted from the log's beginning or from 1970, or written as 20240314."""
    if abs(number) < _LAST_DAY:
        return When(day=number)
    try:
        found = date(number // 10_000, number // 100 % 100, number % 100)
    except ValueError:
        return None
    return When(day=found.toordinal() - _FIRST_DAY, wall=True)


def at_clock(found: When, said: str) -> When | None:
    """The same day, at a time of day that another cell tells; None where it tells none."""
    if found.day is None or (match := CLOCK.fullmatch(said.strip())) is None:
        return None
    milliseconds = _clock(match)
    return None if milliseconds is None else When(found.day * DAY_MS + milliseconds, wall=True)


def offset_of(said: str) -> int | None:
    """Minutes east of UTC: as `+02:00`, or a number of hours, minutes or seconds, told by its size."""
    said = said.strip()
    if match := _OFFSET.fullmatch(said) if ":" in said or (said[:1] in "+-" and len(said) == 5) else None:
        minutes = int(match[2]) * 60 + int(match[3])
        if minutes <= FARTHEST or ":" in said:  # +3600 are seconds
            return -minutes if match[1] == "-" else minutes
    number = number_of(said)
    if number is None:
        return None
    if abs(number) <= 14:
        return round(number * 60)
    return round(number) if abs(number) <= 840 else round(number / 60)


def _written(said: str, *, day_first: bool) -> When | None:
    """A day as people write it: 14/03/2024, 14.3.24, 2024/03/14, 3/14/2024 10:22 PM, Thu 14 Mar 2024 10:22 GMT."""
    if named := _WEEKDAY.match(said):
        said = said[named.end() :]
    if match := _DAY_MONTH.fullmatch(said):
        day, month, year = int(match[1]), _month(match[2]), int(match[3])
    elif match := _MONTH_DAY.fullmatch(said):
        day, month, year = int(match[2]), _month(match[1]), int(match[3])
    elif match := _YEAR_FIRST.fullmatch(said):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
    elif match := WRITTEN.fullmatch(said):
        day, month = (int(match[1]), int(match[2])) if day_first else (int(match[2]), int(match[1]))
        year = int(match[3]) if len(match[3]) == 4 else 2000 + int(match[3])
    else:
        return None
    try:
        found = When(day=date(year, month, day).toordinal() - _FIRST_DAY, wall=True)
    except ValueError:
        return None
    clock = (match[4] or "").strip()
    if not clock:
        return found
    zone = _ZONE.search(clock)
    moment = at_clock(found, clock[: zone.start()] if zone else clock)
    if moment is None or moment.at is None or zone is None or not zone[0].strip():
        return moment
    offset = offset_of(zone[2]) or 0 if zone[2] else 0
    return When(moment.at - offset * 60_000, offset=offset)


def _month(name: str) -> int:
    """The number of a month by its name or its beginning; 0 where it is none."""
    name = folded(name)
    return next((n for n, begins in enumerate(_MONTHS, 1) if name.startswith(begins)), 0)


def _clock(match: re.Match[str]) -> int | None:
    hour, minute, second, half = int(match[1]), int(match[2]), int(match[3] or 0), (match[4] or "").casefold()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (half == "p")
    if hour > 23 or minute > 59 or second > 59:
        return None
    return ((hour * 60 + minute) * 60 + second) * 1000
