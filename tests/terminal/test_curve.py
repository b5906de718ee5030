"""A curve of forgetting drawn with characters."""

from __future__ import annotations

import pytest

from quiz.terminal.curve import Plot, Point, curve
from quiz.terminal.paint import cells, plain


def plot(*points: Point, last: float = 100, today: float = 50) -> Plot:
    """A memory that fades evenly from 100 % to 60 % on the last day."""
    days = [(0.0, "first"), (today, "today"), (last, "last")]
    return Plot(0, last, today, 0.9, lambda day: 1 - 0.4 * day / last, points, days)


@pytest.mark.parametrize(("width", "height"), [(80, 12), (60, 6), (30, 8), (92, 40), (10, 1)])
def test_a_curve_stays_in_its_room(width: int, height: int) -> None:
    """No line is wider than asked for (down to what can be read), and no more rows are taken than there are."""
    lines = curve(plot(), width, height)

    assert max(sum(cells(text) for _, text in line) for line in lines) <= max(width, 34)
    assert len(lines) <= max(height, 6) + 1


def test_marks_stand_at_their_day_and_chance() -> None:
    """A review stands where the memory stood: right at the top left, wrong where it had fallen to 60 % at the end."""
    lines = plain(curve(plot(Point(0, 1.0, "right"), Point(100, 0.6, "wrong")), 80, 12)).splitlines()

    assert lines[0].split("┤")[1].startswith("✓")
    (row,) = [line for line in lines if "✗" in line]
    assert row.strip().startswith("60")
    assert row.endswith("✗")


def test_what_is_wanted_is_a_line_across() -> None:
    """The row of 90 % has its name and dots from end to end, but where the curve crosses it."""
    lines = plain(curve(plot(), 80, 12)).splitlines()

    (row,) = [line for line in lines if "┈" in line]
    assert row.strip().startswith("90")
    assert row.count("┈") > 60


def test_the_curve_falls_without_gaps() -> None:
    """Every column has ink, and no column's is above that of the one before."""
    rows = [line[len("  100 % ┤") :].ljust(80) for line in plain(curve(plot(), 80, 12)).splitlines()]
    braille = [[n for n, row in enumerate(rows) if 0x2800 < ord(row[column]) <= 0x28FF] for column in range(60)]

    assert all(braille)
    tops = [min(column) for column in braille]
    assert tops == sorted(tops)


def test_words_below_the_axis_do_not_touch() -> None:
    """Where two names would touch, the one that comes first is written."""
    lines = plain(curve(plot(today=99), 60, 8)).splitlines()

    assert "first" in lines[-1]
    assert "today" in lines[-1]
    assert "last" not in lines[-1]
