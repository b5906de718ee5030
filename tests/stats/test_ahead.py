"""A day to come, as a person writes it."""

from __future__ import annotations

from datetime import date

import pytest

from quiz.stats.ahead import ahead
from quiz.stats.days import iso, of_date

TODAY = of_date(date(2026, 11, 22))  # a Sunday


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("2027-06-14", "en", "2027-06-14"),
        ("14 juin", "fr", "2027-06-14"),
        ("le 14 juin", "fr", "2027-06-14"),
        ("14 juin 2028", "fr", "2028-06-14"),
        ("June 14", "en", "2027-06-14"),
        ("June 14, 2027", "en", "2027-06-14"),
        ("14 June", "en", "2027-06-14"),
        ("14 juin", "en", "2027-06-14"),  # the other language is read too
        ("June 14", "fr", "2027-06-14"),
        ("1er décembre", "fr", "2026-12-01"),
        ("December 1", "en", "2026-12-01"),
        ("November 21", "en", "2027-11-21"),  # yesterday's date means next year's
        ("November 22", "en", "2026-11-22"),
        ("29 février", "fr", "2028-02-29"),
        ("demain", "fr", "2026-11-23"),
        ("tomorrow", "en", "2026-11-23"),
        ("today", "en", "2026-11-22"),
        ("dans trois semaines", "fr", "2026-12-13"),
        ("in 10 days", "en", "2026-12-02"),
        ("2020-01-01", "en", "2020-01-01"),  # past: whoever asked says so
        ("yesterday", "en", "2026-11-21"),
    ],
)
def test_a_day_is_read(text: str, language: str, day: str) -> None:
    """Dates in both languages; without a year the next one."""
    found = ahead(text, TODAY, language)

    assert found is not None
    assert iso(found) == day


@pytest.mark.parametrize("text", ["", "soon", "2027", "June 2027", "2027-02-30", "from 3 to 5 June 2027", "mid-June"])
def test_what_is_no_single_day_is_not_read(text: str) -> None:
    """A year, a month, a range, a day that does not exist: none of them is a day to study for."""
    assert ahead(text, TODAY, "en") is None
