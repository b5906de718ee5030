"""From what a text says of a day to the day: the year that is not written, the weekday, the coming month.

The day of publication resolves what is left out, as a reader of that day would: a day and month are the nearest such
day; a bare month is the most recent one, but the coming one where the sentence looks ahead and the nearest one after
words such as *by* and *avant*; a weekday is the last one, but the coming one where the sentence looks ahead. Without
a day of publication a full date in the same sentence or the one before it lends its year; where there is none the year
stays out, and the text is that of ISO 8601 with two hyphens in its place (`--04-25`).
"""

from __future__ import annotations

import datetime as dt
from typing import Final, Literal

from quiz.language.date_value import Date, contradicts_weekday, exists

#: How far from the day of publication a weekday that was said is looked for when the year is in doubt.
_YEARS_APART: Final = 3
_MONTHS: Final = 12

#: Where a sentence looks: ahead, back, to whichever is near, or nowhere that its words say.
Aim = Literal["", "ahead", "back", "near"]


def day(date: Date) -> dt.date | None:
    """The day of a date that says year, month and day, as far as the calendar of the library goes."""
    if date.year is None or date.month is None or date.day is None or date.year < 1:
        return None
    try:
        return dt.date(date.year, date.month, date.day)
    except ValueError:
        return None


def resolved(date: Date, published: str, aim: Aim = "") -> Date:
    """A date read against the day of publication, finished: see the module. `aim`: where its sentence looks."""
    if not published or date.year is None or not date.inferred:
        return date
    today = dt.date.fromisoformat(published[:10])
    if date.end is not None:
        return date
    if date.month is not None and (date.day is None or aim == "back"):
        later = (date.month, date.day or 0) > (today.month, today.day if date.day else 0)
        if aim == "ahead" or (aim == "near" and (date.month - today.month) % _MONTHS <= _MONTHS // 2):
            return date._replace(year=today.year + (date.month < today.month))
        return date._replace(year=today.year - later)
    if contradicts_weekday(date):
        for shift in range(1, _YEARS_APART + 1):
            for year in (date.year - shift, date.year + shift):
                other = date._replace(year=year)
                if exists(year, date.month, date.day) and not contradicts_weekday(other):
                    return other
    return date


def weekday(number: int, published: str, aim: Aim = "") -> Date:
    """The day that a weekday (Monday 0) means: the last one, the day itself included, or the coming one."""
    today = dt.date.fromisoformat(published[:10])
    forward = (number - today.weekday()) % 7
    shift = forward if aim == "ahead" or not forward else forward - 7
    found = today + dt.timedelta(days=shift)
    return Date(year=found.year, month=found.month, day=found.day, relative=True)


def anchored(date: Date, anchor: Date) -> Date:
    """A day and month, or a bare month, in the year that brings it nearest to a full date beside it."""
    if date.year is not None or date.month is None or anchor.year is None or anchor.month is None:
        return date
    base = anchor.year * _MONTHS + anchor.month
    year = min(
        (anchor.year + shift for shift in (0, 1, -1)),
        key=lambda year: abs(year * _MONTHS + (date.month or 1) - base),
    )
    if not exists(year, date.month, date.day):
        return date
    end = date.end
    if end is not None and end.year is None and end.month is not None:
        end = end._replace(year=year + ((end.month, end.day or 0) < (date.month, date.day or 0)), inferred=True)
    return date._replace(year=year, inferred=True, end=end)


def iso(date: Date) -> str:
    """A date as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, `--MM-DD` without its year, a range with a slash between its ends.

    Of a season, and of what is only nearly told, it is the year or the month that was said; a quarter or a half is the
    range of its months, a decade and a century that of its years. The time of day is left out.
    """
    low, high = ends(date)
    return f"{low}/{high}" if high else low


def ends(date: Date) -> tuple[str, str]:
    """The two ends of a date in ISO 8601; the second is "" where it is one day, month or year."""
    if date.end is not None:
        return _plain(date), _plain(date.end)
    if date.year is not None and date.month is None:
        if date.quarter:
            return f"{date.year:04d}-{3 * date.quarter - 2:02d}", f"{date.year:04d}-{3 * date.quarter:02d}"
        if date.half:
            return f"{date.year:04d}-{6 * date.half - 5:02d}", f"{date.year:04d}-{6 * date.half:02d}"
    years = date.years()
    if date.year is None and years is not None:
        first = years[0] + (date.century is not None and years[0] > 0 and years[0] % 100 == 0)
        return Date(year=first).iso(), Date(year=years[1]).iso()
    return _plain(date), ""


def _plain(date: Date) -> str:
    return Date(year=date.year, month=date.month, day=date.day).iso()
