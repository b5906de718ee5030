"""Study days as dates, weeks and months; since when figures are wanted."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.stats.days import as_date, iso, longest, monday, month, of_date, streak, weekday
from quiz.stats.since import since

DAYS = st.integers(0, 40_000)
TODAY = of_date(date(2026, 11, 22))


@given(DAYS)
def test_days_and_dates_are_one(day: int) -> None:
    """A study day has one date, whose weekday, week and month are its own."""
    when = as_date(day)

    assert (of_date(when), iso(day), weekday(day)) == (day, when.isoformat(), when.weekday())
    assert (as_date(monday(day)).weekday(), day - monday(day)) == (0, when.weekday())
    assert as_date(month(day)) == when.replace(day=1)


@given(st.sets(st.integers(0, 40)), st.integers(0, 40))
def test_a_streak_is_no_longer_than_the_longest(days: set[int], today: int) -> None:
    """It ends today or yesterday, has no gap, and is the longest that ends there."""
    length = streak(days, today)
    end = today if today in days else today - 1

    assert all(end - n in days for n in range(length))
    assert end - length not in days
    assert length <= longest(days) <= len(days)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("2025", "2025-01-01"),
        ("2025-03", "2025-03-01"),
        ("2025-03-14", "2025-03-14"),
        (" 2025-3-4 ", "2025-03-04"),
        ("1d", "2026-11-22"),
        ("30d", "2026-10-24"),
        ("30J", "2026-10-24"),
        ("4w", "2026-10-26"),
        ("4 s", "2026-10-26"),
        ("6m", "2026-05-27"),
        ("1y", "2025-11-23"),
        ("1a", "2025-11-23"),
        ("2026-02-30", None),
        ("0d", None),
        ("30", None),
        ("30x", None),
        ("d", None),
        ("", None),
        ("99999y", None),
        ("9999999", None),
        ("tomorrow", None),
    ],
)
def test_people_say_since_when_in_their_way(text: str, first: str | None) -> None:
    """A day, a month, a year, or so many days with today; what is none of these is nothing."""
    found = since(text, TODAY)

    assert (None if found is None else iso(found)) == first
