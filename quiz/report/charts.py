"""The drawings: columns, trends with their bands, ladders of shares, a year of days, foretold against observed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import sqrt
from typing import Final, NamedTuple
from unicodedata import east_asian_width

from quiz.report.canvas import CHARACTER, LINE, Box, Canvas
from quiz.report.markup import Markup
from quiz.report.scale import Scale, ticks

HEIGHT: Final = 210
#: The room for the names of levels, and below for those of days.
GUTTER: Final = 46
FOOT: Final = 26
HEAD: Final = 12
RUNG: Final = 42
#: More points than these have no dots of their own.
DOTTED: Final = 60
WEEK: Final = 7

Said = Callable[[float], str]


class Named(NamedTuple):
    """What a drawing is called, and what it says to those who do not see it."""

    title: str
    description: str


class Column(NamedTuple):
    """One column: the name below it ("" for none), its value, what it says; `late` is the lower part, told apart."""

    name: str
    value: float
    told: str
    late: float = 0.0


class Point(NamedTuple):
    """One point of a trend: what is below it, its value with the interval it is trusted to lie in, what it says.

    `other` is what was foretold. A value of None is a gap.
    """

    name: str
    value: float | None
    low: float
    high: float
    told: str
    other: float | None = None


class Rung(NamedTuple):
    """One row of a ladder: its name (a text of somebody else, perhaps), its share and interval, and that in words."""

    name: str
    value: float | None
    low: float
    high: float
    told: str


class Day(NamedTuple):
    """One day of a year: its level from 0 to 4, and what it says."""

    level: int
    told: str


class Bin(NamedTuple):
    """Reviews that were foretold about the same: what was foretold and observed, the interval, how many, in words."""

    foretold: float
    observed: float
    low: float
    high: float
    reviews: int
    told: str


def columns(named: Named, width: float, items: Sequence[Column], said: Said, *, whole: bool = True) -> Markup:
    """Columns side by side, from zero on."""
    canvas = Canvas(width, HEIGHT, *named)
    box = _box(width)
    marks = ticks(0, max((item.value for item in items), default=0), 5, whole=whole)
    across = Scale(0, marks[-1], box.bottom, box.top)
    canvas.levels(box, across, [(mark, said(mark)) for mark in marks])
    step = (box.right - box.left) / max(1, len(items))
    gap = min(4.0, step * 0.25)
    names = []
    for n, item in enumerate(items):
        x = box.left + n * step + gap / 2
        top, late = across.at(item.value), across.at(item.late)
        canvas.bar(x, top, step - gap, late - top, "bar", item.told)
        if item.late:
            canvas.bar(x, late, step - gap, box.bottom - late, "late", item.told)
        names.append((x + (step - gap) / 2, item.name))
    canvas.below(box, [(x, name) for x, name in names if name])
    return canvas.drawn()


def trend(
    named: Named,
    width: float,
    points: Sequence[Point],
    said: Said,
    *,
    goal: tuple[float, str] | None = None,
    ceiling: float | None = 1.0,
) -> Markup:
    """A line with its band. `goal` is what is wanted, with its name; `ceiling` the highest value there can be."""
    canvas = Canvas(width, HEIGHT, *named)
    box = _box(width)
    seen = [each for point in points if point.value is not None for each in (point.low, point.value, point.high)]
    seen += [point.other for point in points if point.other is not None] + ([goal[0]] if goal else [])
    marks = [
        mark for mark in ticks(min(seen, default=0), max(seen, default=1), 6) if ceiling is None or mark <= ceiling
    ]
    up = Scale(marks[0], marks[-1], box.bottom, box.top)
    canvas.levels(box, up, [(mark, said(mark)) for mark in marks])
    along = Scale(0, max(1, len(points) - 1), box.left + 8, box.right - 8)
    for run in _runs(points):
        canvas.band(
            [(along.at(n), up.at(points[n].high)) for n in run],
            [(along.at(n), up.at(points[n].low)) for n in run],
            "band",
        )
    for run in _runs(points, of=lambda point: point.other):
        canvas.path([(along.at(n), up.at(points[n].other or 0)) for n in run], "foretold")
    for run in _runs(points):
        canvas.path([(along.at(n), up.at(points[n].value or 0)) for n in run], "curve")
    for n, point in enumerate(points):
        if point.value is not None and len(points) <= DOTTED:
            canvas.dot(along.at(n), up.at(point.value), 2.5, "dot", point.told)
    if goal:
        canvas.wanted(box, up, *goal)
    canvas.below(box, [(along.at(n), point.name) for n, point in enumerate(points) if point.name])
    return canvas.drawn()


def ladder(named: Named, width: float, rungs: Sequence[Rung], said: Said, goal: tuple[float, str]) -> Markup:
    """Shares one below the other, each as a dot in its interval; what is wanted is a broken line through all."""
    lows = [rung.low for rung in rungs if rung.value is not None]
    low = min([*lows, goal[0]], default=0)
    marks = ticks(min(low, 0.9), 1.0, 6 if width > 400 else 4)
    height = len(rungs) * RUNG + FOOT + LINE
    canvas = Canvas(width, height, *named)
    box = Box(0, LINE + 4, width, height - FOOT)
    along = Scale(marks[0], 1.0, box.left + 2 * CHARACTER, box.right - 2.5 * CHARACTER)
    for mark in marks[1:]:
        if mark <= 1:
            canvas.line(along.at(mark), box.top, along.at(mark), box.bottom, "grid")
    canvas.below(box, [(along.at(mark), said(mark)) for mark in marks if mark <= 1])
    x = along.at(goal[0])
    canvas.line(x, box.top, x, box.bottom, "wanted")
    half = len(goal[1]) * CHARACTER / 2
    canvas.words(min(max(x, half), width - half), LINE - 2, goal[1], "goal", "middle")
    for n, rung in enumerate(rungs):
        y = box.top + n * RUNG + LINE
        canvas.words(box.left, y, fitting(rung.name, width - len(rung.told) * CHARACTER - 20), "name own")
        canvas.words(box.right, y, rung.told, "tick", "end")
        y += 13
        canvas.line(box.left, y, box.right, y, "rail")
        if rung.value is not None:
            canvas.bar(along.at(rung.low), y - 3, along.at(rung.high) - along.at(rung.low), 6, "reach")
            canvas.dot(along.at(rung.value), y, 4.5, "dot", rung.told)
    return canvas.drawn()


def year(
    named: Named, width: float, days: Sequence[Day | None], months: Sequence[tuple[int, str]], weekdays: Sequence[str]
) -> Markup:
    """Days as squares, a week a column from Monday on; where the width is small in two halves, one below the other.

    `months` are the weeks in which they begin, with their names; `weekdays` seven names, some of them empty.
    """
    weeks = -(-len(days) // WEEK)
    parts = 1 if width > 400 else 2
    each = -(-weeks // parts)
    left = max(len(name) for name in weekdays) * CHARACTER + 8
    size = min(14.0, (width - left) / each)
    tall = LINE + 4 + WEEK * size + 12
    canvas = Canvas(width, tall * parts, *named)
    for part in range(parts):
        top = part * tall
        free = 0.0
        for week, name in months:
            x = left + (week - part * each) * size
            if part * each <= week < (part + 1) * each and x >= free and x + len(name) * CHARACTER <= width:
                canvas.words(x, top + LINE - 3, name, "tick")
                free = x + (len(name) + 1) * CHARACTER
        for row, name in enumerate(weekdays):
            if name:
                canvas.words(left - 6, top + LINE + 4 + row * size + size * 0.78, name, "tick", "end")
        for week in range(part * each, min(weeks, (part + 1) * each)):
            for row, day in enumerate(days[week * WEEK : week * WEEK + WEEK]):
                if day is not None:
                    x, y = left + (week - part * each) * size, top + LINE + 4 + row * size
                    canvas.bar(x, y, size - 2, size - 2, f"day level-{day.level}", day.told)
    return canvas.drawn()


def reliability(named: Named, width: float, bins: Sequence[Bin], said: Said, axes: tuple[str, str]) -> Markup:
    """What was foretold (across) and what was observed (up): on the slope it came true. A dot's area is a count."""
    side = min(width, 420.0)
    canvas = Canvas(side, side, *named)
    low = min([value for one in bins for value in (one.foretold, one.low)], default=0.0)
    marks = [mark for mark in ticks(low, 1.0, 6) if mark <= 1]
    box = Box(GUTTER, HEAD + LINE, side - 10, side - FOOT - LINE)
    across, up = Scale(marks[0], 1, box.left, box.right), Scale(marks[0], 1, box.bottom, box.top)
    canvas.levels(box, up, [(mark, said(mark)) for mark in marks])
    canvas.below(box, [(across.at(mark), said(mark)) for mark in marks])
    canvas.words(0, LINE - 4, axes[1], "axis")
    canvas.words(box.right, side - 4, axes[0], "axis", "end")
    canvas.line(box.left, box.bottom, box.right, box.top, "wanted")
    most = max((one.reviews for one in bins), default=1)
    for one in bins:
        x = across.at(one.foretold)
        canvas.line(x, up.at(one.low), x, up.at(one.high), "whisker")
    for one in bins:
        canvas.dot(across.at(one.foretold), up.at(one.observed), 1.5 + 3.5 * sqrt(one.reviews / most), "dot", one.told)
    return canvas.drawn(class_="slope")


def fitting(text: str, room: float) -> str:
    """As much of a text as fits, an ellipsis for the rest. Wide characters count twice."""
    used = 0.0
    for place, char in enumerate(text):
        used += CHARACTER * (2 if east_asian_width(char) in "WF" else 1)
        if used > room:
            return text[: max(1, place - 1)].rstrip() + "…"
    return text


def _box(width: float) -> Box:
    return Box(GUTTER, HEAD, width - 4, HEIGHT - FOOT)


def _runs(points: Sequence[Point], of: Callable[[Point], float | None] = lambda point: point.value) -> list[list[int]]:
    """The places of points that follow one another without a gap."""
    runs: list[list[int]] = []
    for n, point in enumerate(points):
        if of(point) is None:
            continue
        if runs and runs[-1][-1] == n - 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    return runs
