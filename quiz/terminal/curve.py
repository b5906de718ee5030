"""A curve of forgetting drawn with characters: eight dots a cell, one point a review, a line for what is wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from quiz.terminal.draw import SIGNS
from quiz.terminal.paint import MARGIN, Fragment, Line, cells

if TYPE_CHECKING:
    from quiz.words import Words

#: The rows and columns that a curve takes at least and at most.
LEAST, MOST = 6, 20
NARROW: Final = 24
WIDEST: Final = 140
_BRAILLE: Final = 0x2800
_DOTS: Final = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
WANTED: Final = "┈"
TODAY: Final = "│"


@dataclass(frozen=True, slots=True)
class Point:
    """A review on the curve: its day, the chance at which the memory stood, its verdict."""

    day: float
    chance: float
    verdict: str


@dataclass(frozen=True, slots=True)
class Plot:
    """What is drawn: `chance` on each day from `first` to `last` (None: nothing to recall), and what stands on it.

    `days` are words below the axis, each at its day; the first of them that fit are written.
    """

    first: float
    last: float
    today: float
    wanted: float
    chance: Callable[[float], float | None]
    points: Sequence[Point]
    days: Sequence[tuple[float, str]]


def curve(plot: Plot, width: int, height: int) -> list[Line]:
    """The curve in at most `width` columns and `height` rows, its axes and what the signs mean."""
    rows = max(LEAST, min(height, MOST)) - 1
    low = _floor(plot)
    names = {_row(level, low, rows): _percent(level) for level in (low, plot.wanted, 1.0)}
    gutter = max(cells(name) for name in names.values())
    columns = max(NARROW, min(width, WIDEST) - len(MARGIN) - gutter - 2)
    inked = _ink(plot, low, rows, columns)
    grid = [[_cell(bits) for bits in row] for row in inked]
    now = _column(plot.today, plot, columns)
    wanted = _row(plot.wanted, low, rows)
    for row, line in enumerate(grid):
        for column, (_, char) in enumerate(line):
            if char == " " and row == wanted:
                line[column] = ("dim", WANTED)
            elif char == " " and column == now:
                line[column] = ("dim", TODAY)
            elif char != " " and column > now:
                line[column] = ("dim", char)  # what is foretold
    graver = {verdict: n for n, verdict in enumerate(SIGNS)}
    for point in sorted(plot.points, key=lambda one: graver.get(one.verdict, 0)):  # the gravest is seen
        row, column = _row(point.chance, low, rows), _column(point.day, plot, columns)
        grid[row][column] = (point.verdict, SIGNS.get(point.verdict, "·"))
    lines: list[Line] = []
    for row, line in enumerate(grid):
        name = names.get(row, "")
        label = " " * (gutter - cells(name)) + name
        lines.append((("", MARGIN), ("dim", f"{label} {'┤' if name else '│'}"), *_joined(line)))
    lines.append((("", MARGIN), ("dim", " " * gutter + " └" + "─" * columns)))
    lines.append((("", MARGIN), ("dim", " " * (gutter + 2) + _below(plot, columns))))
    return lines


def can_draw(encoding: str | None) -> bool:
    """Whether an encoding has the dots."""
    try:
        return bool(chr(_BRAILLE).encode(encoding or "ascii"))
    except (UnicodeEncodeError, LookupError):
        return False


def legend(words: Words, wanted: float) -> list[Fragment]:
    """What the signs on the curve mean."""
    told: list[Fragment] = []
    for verdict, sign in SIGNS.items():
        told += [(verdict, sign), ("dim", f"\u00a0{words.say(f'show.verdict-{verdict}')}   ")]
    return [
        *told,
        ("dim", f"{WANTED}{WANTED}\u00a0{words.say('card.wanted', percent=round(wanted * 100))}   "),
        ("dim", f"{TODAY}\u00a0{words.say('card.today')}"),
    ]


def _floor(plot: Plot) -> float:
    """The lowest chance on the axis: the ten percent below the lowest that is drawn, and below what is wanted."""
    steps = 240
    span = plot.last - plot.first
    seen = [plot.chance(plot.first + span * n / steps) for n in range(steps + 1)]
    drawn = [one for one in seen if one is not None] + [point.chance for point in plot.points]
    least = min([*drawn, plot.wanted])
    return max(0.0, min(int(least * 10 + 1e-6) / 10, 0.8))


def _percent(share: float) -> str:
    return f"{round(share * 100)}\u00a0%"


def _row(chance: float, low: float, rows: int) -> int:
    return min(rows - 1, max(0, round((1 - chance) / (1 - low) * (rows - 1))))


def _column(day: float, plot: Plot, columns: int) -> int:
    return min(columns - 1, max(0, round((day - plot.first) / (plot.last - plot.first) * (columns - 1))))


def _ink(plot: Plot, low: float, rows: int, columns: int) -> list[list[int]]:
    """The dots of the curve as bits, two a column and four a row, without a gap where it falls or rises steeply."""
    inked = [[0] * columns for _ in range(rows)]
    high = (rows - 1) * 4
    before: int | None = None
    for across in range(columns * 2):
        day = plot.first + (plot.last - plot.first) * across / (columns * 2 - 1)
        chance = plot.chance(day)
        if chance is None:
            before = None
            continue
        down = round((1 - chance) / (1 - low) * high) + 1  # a row's level is the middle of its cell
        down = min(max(down, 0), rows * 4 - 1)
        start = down if before is None else before + (1 if before < down else -1 if before > down else 0)
        for dot in range(min(start, down), max(start, down) + 1):
            inked[dot // 4][across // 2] |= _DOTS[dot % 4][across % 2]
        before = down
    return inked


def _cell(bits: int) -> Fragment:
    return ("bar", chr(_BRAILLE + bits)) if bits else ("", " ")


def _joined(line: Sequence[Fragment]) -> list[Fragment]:
    joined: list[Fragment] = []
    for style, char in line:
        if joined and joined[-1][0] == style:
            joined[-1] = (style, joined[-1][1] + char)
        else:
            joined.append((style, char))
    return joined


def _below(plot: Plot, columns: int) -> str:
    """The words below the axis, those that come first where two would touch."""
    written = [" "] * columns
    for day, name in plot.days:
        size = cells(name)
        start = min(max(0, _column(day, plot, columns) - size // 2), columns - size)
        free = written[max(0, start - 2) : start + size + 2]
        if start >= 0 and all(char == " " for char in free):
            written[start : start + size] = [name, *[""] * (size - 1)]
    return "".join(written).rstrip()
