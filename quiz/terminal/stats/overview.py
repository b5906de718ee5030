"""`quiz stats`: everything at a glance, on one screen, in as many columns and lines as there are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from quiz.stats.as_json import to_json as figures_to_json
from quiz.stats.days import iso
from quiz.stats.figures import YEAR_DAYS, in_days
from quiz.terminal.paint import MARGIN, Line, cells, flow
from quiz.terminal.stats import rows, said
from quiz.terminal.stats.paper import (
    HIGHEST,
    WIDEST,
    Paper,
    beside,
    clipped,
    joined,
    pad,
    sentences,
)
from quiz.terminal.stats.weeks import chart
from quiz.terminal.stats.year import LINES, WEEKS, indented, scale, width, year

if TYPE_CHECKING:
    from quiz.stats.told import Told
    from quiz.words import Words

#: From so many columns and lines on, graphs stand beside the words.
TWO_COLUMNS: Final = 118
TALL: Final = 32
GAP: Final = 3


def to_json(told: Told) -> dict[str, Any]:
    """All the figures."""
    return figures_to_json(told.figures)


def table(told: Told) -> Iterable[tuple[object, ...]]:
    """The days of the period."""
    figures = told.figures
    yield "day", "answers", "new", "seconds", "spaced", "recalled", "predicted"
    first = max(figures.since, min(figures.days, default=figures.day))
    for day, one in in_days(figures, first, figures.day):
        predicted = round(one.predicted, 4)
        yield iso(day), one.answers, one.new, one.milliseconds / 1000, one.spaced, one.recalled, predicted


def draw(told: Told, words: Words, paper: Paper) -> list[Line]:
    """The whole screen; without the prompt's line."""
    empty = said.begin(told, words)
    if empty:
        return [(), *sentences(empty, paper.width), ()]
    paper = paper._replace(width=min(paper.width, WIDEST), height=min(paper.height, HIGHEST))
    if not paper.drawn:
        return _plain(told, words, paper)
    if paper.width >= TWO_COLUMNS and paper.height >= TALL:
        return clipped(_wide(told, words, paper), paper.width)
    return clipped(_narrow(told, words, paper), paper.width)


def _plain(told: Told, words: Words, paper: Paper) -> list[Line]:
    """Numbers alone, a fact a line, for pipes and screen readers."""
    found = [row for group in rows.groups(told, words, paper, 10_000) for row in group]
    found += [rows.year_row(told, words)]
    found += (
        rows.hardest(told, words, 10_000, 5) + rows.confused(told, words, paper, 10_000, 5) + rows.verdicts(told, words)
    )
    lines: list[Line] = []
    name = ""
    for label, content in found:
        name = label or name
        text = "".join(text for style, text in content if style != "bar").replace("\u00a0", " ").strip()
        if text:
            lines.append((("", f"{name}{paper.colon}{text}"),))
    return lines


def _narrow(told: Told, words: Words, paper: Paper) -> list[Line]:
    """One column: words, the year, what is hard; blank lines where there is room for them."""
    wide = rows.label_width(words)
    room = paper.width - wide - len(MARGIN) - GAP
    groups = rows.groups(told, words, paper, room)
    last = [
        *rows.hardest(told, words, room, 1),
        *rows.confused(told, words, paper, room, 1),
        *rows.verdicts(told, words),
    ]
    least = sum(map(len, groups)) + len(last)
    middle = []
    if paper.height - 1 - least >= LINES and paper.width >= width(words, 26) + len(MARGIN):
        middle = _year(told, words, paper)
    else:
        groups.append([rows.year_row(told, words)])
    left = paper.height - 1 - len(middle) - sum(len(_row(row, wide, paper.width)) for row in _all(*groups, last))
    most = 0
    if left < 0:  # rather cut than scrolled away
        left, most = paper.height - 1 - len(middle) - len(_all(*groups, last)), 1
    ends = [last]
    more = min(8, left - 5)
    if more > 0:
        ends = [
            [
                *rows.hardest(told, words, room, 1 + more * 2 // 3),
                *rows.confused(told, words, paper, room, 1 + more // 3),
            ],
            rows.verdicts(told, words),
        ]
        left -= len(_all(*ends)) - len(last)

    def block(group: list[rows.Row]) -> list[Line]:
        return [line for row in group for line in _row(row, wide, paper.width, most=most)]

    blocks = [*map(block, groups), middle, *map(block, ends)]
    return _spaced([one for one in blocks if one], left)


def _all(*groups: list[rows.Row]) -> list[rows.Row]:
    return [row for group in groups for row in group]


def _wide(told: Told, words: Words, paper: Paper) -> list[Line]:
    """Two columns: words on the left, graphs on the right."""
    graph = max(width(words), min(72, paper.width // 2 - 8))
    left_width = paper.width - graph - len(MARGIN) - GAP
    wide = rows.label_width(words)
    room = left_width - wide - GAP
    groups = rows.groups(told, words, paper, room * 2, graphs=False)
    most = paper.height - 2

    def column(hardest: int, confused: int) -> list[Line]:
        hard = [
            rows.hardest(told, words, room, hardest),
            rows.confused(told, words, paper, room, confused),
            rows.verdicts(told, words),
        ]
        found = [[line for row in group for line in _row(row, wide, left_width, "")] for group in (*groups, *hard)]
        return _spaced([block for block in found if block], most)

    left = next((found for n in (8, 6, 4, 3, 2) if len(found := column(n, n - 1)) <= most), column(1, 1))[1:most]
    # Two charts with headings and a line of months, the year with two lines of numbers, blank lines around each.
    tall = max(4, min(14, (paper.height - 1 - 2 - (LINES + 3) - 2 - 3) // 2))
    right = _spaced(
        [
            chart(told, words, paper, graph, tall),
            _ahead_chart(told, words, paper, graph, tall),
            [
                *year(told.figures.days, told.figures.day, words, paper, since=told.figures.day - YEAR_DAYS + 1),
                (),
                (("", joined(rows.year_said(told, words), graph, " · ")),),
                tuple(scale(words, paper)),
            ],
        ],
        2,
    )
    return [(), *indented(beside(left, right, left_width)), ()]


def _spaced(blocks: list[list[Line]], left: int) -> list[Line]:
    """Blocks with blank lines between them, above and below, as far as there is room: between comes first."""
    lines: list[Line] = []
    for place, block in enumerate(blocks):
        if place and left > 0:
            lines.append(())
            left -= 1
        lines += block
    if left > 0:
        lines.insert(0, ())
        left -= 1
    return [*lines, ()] if left > 0 else lines


def _row(row: rows.Row, wide: int, width_: int, margin: str = MARGIN, most: int = 0) -> list[Line]:
    """A row as lines; where it may have but one, a sign tells that there is more."""
    name, content = row
    label = pad(name, wide).replace(" ", "\u00a0")
    hanging = margin + " " * (wide + GAP)
    lines = flow([("dim", label + "\u00a0" * GAP), *content], width_ - most, margin, hanging)
    return [(*lines[0], ("", "…"))] if most and len(lines) > most else lines


def _year(told: Told, words: Words, paper: Paper) -> list[Line]:
    """The year, with its numbers on the right where there is room."""
    weeks = min(WEEKS, paper.width - len(MARGIN) - width(words, 0))
    left = year(told.figures.days, told.figures.day, words, paper, weeks, told.figures.day - YEAR_DAYS + 1)
    taken = width(words, weeks)
    numbers = rows.year_said(told, words)
    space = paper.width - len(MARGIN) - taken - GAP
    if space < max(map(cells, numbers)):
        return indented(left)
    right: list[Line] = [(), *((("", text),) for text in numbers), (), tuple(scale(words, paper))]
    return indented(beside(left, right, taken))


def _ahead_chart(told: Told, words: Words, paper: Paper, graph: int, lines: int) -> list[Line]:
    ahead = told.figures.ahead
    days = [ahead.now, *ahead.days[1 : graph - 5]]
    if not any(days):
        return []
    head = words.say("stats.chart-ahead", days=len(days), most=max(days))
    return [(("dim", head),), *_axis(paper.chart(days, lines), str(max(days)), "0")]


def _axis(rows: list[str], high: str, low: str) -> list[Line]:
    names = [high, *[""] * (len(rows) - 2), low]
    return [(("dim", f"{name:>4} "), ("bar", row)) for name, row in zip(names, rows, strict=True)]
