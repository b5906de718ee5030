"""Scales, ticks and drawings."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.report import charts
from quiz.report.charts import Bin, Column, Day, Named, Point, Rung, fitting
from quiz.report.scale import Scale, ticks

NAMED = Named("what it is", "what it says")


@pytest.mark.parametrize(
    ("low", "high", "most", "whole", "expected"),
    [
        (0, 7, 5, True, [0, 2, 4, 6, 8]),
        (0, 1, 5, True, [0, 1]),
        (0, 137, 5, True, [0, 50, 100, 150]),
        (0.5, 1, 6, False, [0.5, 0.6, 0.7, 0.8, 0.9, 1.0]),
        (-0.2, 0.13, 5, False, [-0.2, -0.1, 0.0, 0.1, 0.2]),
        (0, 0, 4, True, [0, 1]),
    ],
)
def test_ticks_are_round(low: float, high: float, most: int, whole: bool, expected: list[float]) -> None:
    """Values on an axis are those that a person would have chosen."""
    assert ticks(low, high, most, whole=whole) == expected


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.integers(3, 9), st.booleans())
def test_ticks_hold_what_is_drawn(low: float, span: float, most: int, whole: bool) -> None:
    """The first tick is not above the lowest value, the last not below the highest, and there are not too many."""
    found = ticks(low, low + span, most, whole=whole)

    slack = span * 1e-6 + 1e-6
    assert found[0] <= low + slack
    assert found[-1] >= low + span - slack
    assert 2 <= len(found) <= most
    assert found == sorted(found)


def test_a_scale_keeps_what_is_outside_at_its_edge() -> None:
    """Half of the values is half of the way; what is beyond stays inside."""
    up = Scale(0, 10, 200, 100)

    assert [up.at(value) for value in (0, 5, 10, 20, -3)] == [200, 150, 100, 100, 200]


SVG = "{http://www.w3.org/2000/svg}"


def drawn(kind: str, width: float) -> ET.Element:
    """One drawing of each sort, read as XML."""
    percent = "{:.0%}".format
    days = [Day(n % 5, f"day {n}") for n in range(53 * 7 - 3)]
    made = {
        "columns": lambda: charts.columns(NAMED, width, [Column("a", 3, "3 a", 1), Column("", 0, "none")], str),
        "trend": lambda: charts.trend(
            NAMED, width,
            [Point("Jan", 0.8, 0.6, 0.9, "80 %", 0.85), Point("", None, 0, 0, ""), Point("Mar", 0.9, 0.7, 1, "", 0.9)],
            percent, goal=(0.9, "90 % wanted"),
        ),
        "ladder": lambda: charts.ladder(
            NAMED, width, [Rung("x" * 300, 0.8, 0.6, 0.9, "80 % of 5"), Rung("b", None, 0, 1, "—")], percent,
            (0.9, "90 %"),
        ),
        "year": lambda: charts.year(NAMED, width, [*days, *[None] * 3], [(0, "Jan"), (20, "Jun")], ["Mon", *[""] * 6]),
        "reliability": lambda: charts.reliability(
            NAMED, width, [Bin(0.7, 0.75, 0.6, 0.85, 40, "75 %"), Bin(0.9, 0.91, 0.88, 0.94, 400, "91 %")], percent,
            ("foretold", "observed"),
        ),
    }  # fmt: skip
    return ET.fromstring(made[kind]())


@pytest.mark.parametrize("width", [340.0, 680.0])
@pytest.mark.parametrize("kind", ["columns", "trend", "ladder", "year", "reliability"])
def test_every_mark_is_inside_its_drawing(kind: str, width: float) -> None:
    """A drawing is well-formed, named for those who do not see it, and nothing of it lies outside or has no number."""
    svg = drawn(kind, width)

    assert svg.get("role") == "img"
    assert [(child.tag, child.text) for child in svg][:2] == [("title", NAMED.title), ("desc", NAMED.description)]
    wide, high = map(float, svg.get("viewBox", "").split()[2:])
    marks = [one for one in svg.iter() if one.tag in ("rect", "circle", "line", "path", "text")]
    assert marks
    for one in marks:
        for name, value in one.attrib.items():
            if name in ("x", "x1", "x2", "cx"):
                assert -0.1 <= float(value) <= wide + 0.1, (one.tag, one.attrib)
            if name in ("y", "y1", "y2", "cy"):
                assert -0.1 <= float(value) <= high + 0.1, (one.tag, one.attrib)
            if name in ("width", "height", "r"):
                assert 0 <= float(value) <= max(wide, high), (one.tag, one.attrib)
        if one.tag == "path":
            assert re.fullmatch(r"(?:[ML]-?[\d.]+ -?[\d.]+)+Z?", one.get("d", ""))


def test_columns_are_as_high_as_their_values() -> None:
    """A column of 3 is three times as high as its late part of 1, and one of 0 has no height."""
    bars = list(drawn("columns", 680).iter("rect"))

    above, late, none = (float(bar.get("height", "")) for bar in bars)
    assert above == pytest.approx(2 * late, rel=0.01)
    assert none == 0


def test_a_gap_in_a_trend_is_not_bridged() -> None:
    """Where nothing was reviewed the line is interrupted."""
    curves = [one.get("d", "") for one in drawn("trend", 680).iter("path") if one.get("class") == "curve"]

    assert len(curves) == 2


def test_a_narrow_year_stands_in_two_halves() -> None:
    """Every day is drawn once at both widths; the narrow drawing is higher, its squares as large."""
    wide, narrow = drawn("year", 680), drawn("year", 340)

    assert len(list(wide.iter("rect"))) == len(list(narrow.iter("rect"))) == 53 * 7 - 3
    sizes = {float(rect.get("width", "")) for svg in (wide, narrow) for rect in svg.iter("rect")}
    assert min(sizes) > 8


@pytest.mark.parametrize(("text", "room", "expected"), [("short", 100, "short"), ("x" * 50, 73, "x" * 9 + "…")])
def test_a_name_that_is_too_long_is_cut(text: str, room: float, expected: str) -> None:
    """A long title ends in an ellipsis; the table below has all of it."""
    assert fitting(text, room) == expected
    assert fitting("漢" * 50, 73) == "漢" * 4 + "…"
