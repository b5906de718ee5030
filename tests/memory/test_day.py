"""Study days: local wall time, a rollover in the morning, whole days."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from quiz.memory.day import Moment, elapsed, study_day, suspicious

DAY = 24 * 60 * 60 * 1000


def moment(written, zone="UTC"):
    """The moment of a wall clock: "2025-03-29 23:00" in a zone."""
    local = datetime.fromisoformat(written).replace(tzinfo=ZoneInfo(zone))
    return Moment(round(local.timestamp() * 1000), local.utcoffset() // timedelta(minutes=1))


def day(written):
    """The number of a date."""
    return (date.fromisoformat(written) - date(1970, 1, 1)).days


@pytest.mark.parametrize(
    ("wall", "zone", "rollover", "expected"),
    [
        ("1970-01-01 04:00", "UTC", 4, "1970-01-01"),
        ("1970-01-01 03:59", "UTC", 4, "1969-12-31"),
        ("2025-01-14 23:59", "Europe/Paris", 4, "2025-01-14"),
        ("2025-01-15 00:30", "Europe/Paris", 4, "2025-01-14"),
        ("2025-01-15 03:59", "Europe/Paris", 4, "2025-01-14"),
        ("2025-01-15 04:00", "Europe/Paris", 4, "2025-01-15"),
        # half hours and quarters, the far ends of the map
        ("2025-01-15 04:00", "Asia/Kolkata", 4, "2025-01-15"),
        ("2025-01-15 03:59", "Asia/Kathmandu", 4, "2025-01-14"),
        ("2025-01-15 04:00", "Pacific/Kiritimati", 4, "2025-01-15"),
        ("2025-01-15 04:00", "Pacific/Pago_Pago", 4, "2025-01-15"),
        # the night that loses an hour, and the one that gains one: the wall clock alone counts
        ("2025-03-30 01:59", "Europe/Paris", 4, "2025-03-29"),
        ("2025-03-30 03:01", "Europe/Paris", 4, "2025-03-29"),
        ("2025-03-30 04:00", "Europe/Paris", 4, "2025-03-30"),
        ("2025-10-26 02:30", "Europe/Paris", 4, "2025-10-25"),
        ("2025-10-26 03:59", "Europe/Paris", 4, "2025-10-25"),
        ("2025-10-26 04:00", "Europe/Paris", 4, "2025-10-26"),
        ("2025-03-09 03:59", "America/New_York", 4, "2025-03-08"),
        ("2025-03-09 04:00", "America/New_York", 4, "2025-03-09"),
        ("2025-11-02 03:59", "America/New_York", 4, "2025-11-01"),
        ("2025-11-02 04:00", "America/New_York", 4, "2025-11-02"),
        # other hours to begin a day
        ("2025-01-15 00:00", "Europe/Paris", 0, "2025-01-15"),
        ("2025-01-14 23:59", "Europe/Paris", 0, "2025-01-14"),
        ("2025-01-15 11:59", "Europe/Paris", 12, "2025-01-14"),
        ("2025-01-15 22:59", "Europe/Paris", 23, "2025-01-14"),
    ],
)
def test_study_day(wall, zone, rollover, expected):
    """The study day is the date of the wall clock, some hours earlier."""
    assert study_day(moment(wall, zone), rollover) == day(expected)


@pytest.mark.parametrize(
    ("earlier", "later", "days"),
    [
        # every evening at eight, whatever the night does to the clocks
        (("2025-03-29 20:00", "Europe/Paris"), ("2025-03-30 20:00", "Europe/Paris"), 1),
        (("2025-10-25 20:00", "Europe/Paris"), ("2025-10-26 20:00", "Europe/Paris"), 1),
        (("2025-03-08 20:00", "America/New_York"), ("2025-03-09 20:00", "America/New_York"), 1),
        (("2025-11-01 20:00", "America/New_York"), ("2025-11-02 20:00", "America/New_York"), 1),
        # late, then early: nine hours are a day; early, then late: twenty-three are none
        (("2025-01-14 23:00", "Europe/Paris"), ("2025-01-15 08:00", "Europe/Paris"), 1),
        (("2025-01-14 04:30", "Europe/Paris"), ("2025-01-15 03:30", "Europe/Paris"), 0),
        # across the date line: Sunday evening in Tokyo, then Sunday morning in Honolulu, and even Saturday night
        (("2025-06-15 20:00", "Asia/Tokyo"), ("2025-06-15 09:00", "Pacific/Honolulu"), 0),
        (("2025-06-16 05:00", "Asia/Tokyo"), ("2025-06-15 12:00", "Pacific/Honolulu"), 0),
        (("2025-06-14 12:00", "Pacific/Honolulu"), ("2025-06-16 05:00", "Asia/Tokyo"), 2),
        # a clock set back
        (("2025-01-14 20:00", "Europe/Paris"), ("2025-01-10 20:00", "Europe/Paris"), 0),
    ],
)
def test_elapsed(earlier, later, days):
    """The days between two reviews are a difference of study days, and never negative."""
    assert elapsed(study_day(moment(*earlier)), study_day(moment(*later))) == days


@pytest.mark.parametrize(
    ("at", "card_last", "newest", "code"),
    [
        (5 * DAY, None, None, None),
        (5 * DAY, 4 * DAY, 5 * DAY, None),
        (5 * DAY, 5 * DAY, 6 * DAY, None),
        (5 * DAY - 1, 5 * DAY, 5 * DAY, "clock-behind"),
        (35 * DAY, 4 * DAY, 5 * DAY, None),
        (35 * DAY + 1, 4 * DAY, 5 * DAY, "clock-ahead"),
    ],
)
def test_suspicious(at, card_last, newest, code):
    """A review before the card's last one, or more than 30 days after all others, makes the clock suspicious."""
    assert suspicious(at, card_last=card_last, newest=newest) == code
