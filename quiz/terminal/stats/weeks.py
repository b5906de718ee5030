"""Weeks as points: what was kept in each, on the line of what is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from quiz.terminal.stats import said
from quiz.terminal.stats.paper import Paper, lead, percent
from quiz.terminal.stats.year import months

if TYPE_CHECKING:
    from quiz.stats.kept import Slice
    from quiz.stats.told import Told
    from quiz.terminal.paint import Fragment, Line
    from quiz.words import Words

AXIS: Final = 5
#: The chart begins at this share, or lower where a week was worse.
MOST_FLOOR: Final = 0.8


def chart(told: Told, words: Words, paper: Paper, width: int, lines: int) -> list[Line]:
    """The last weeks in so many columns and lines, with a heading and the months below; nothing for fewer than two.

    Where weeks do not stand close each point has its interval, as a line above and below it.
    """
    weeks = told.figures.weeks
    known = [one.kept.share.value for one in weeks if one.kept.share.value is not None]
    if len(known) < 2:
        return []
    shown = weeks[-max(1, min(len(weeks), width - AXIS - 1)) :]
    each = max(1, min(3, (width - AXIS - 1) // len(shown)))
    low = min(MOST_FLOOR, *(int(value * 20) / 20 for value in known))
    wanted = told.figures.wanted
    values = {0: 1.0, lines - 1: low, _line(wanted, low, lines): wanted}
    drawn: list[Line] = []
    for place, row in enumerate(_signs(shown, lines, low, wanted, paper, reach=each > 1)):
        name = f"{percent(values[place])} %" if place in values else ""
        drawn.append((("dim", f"{lead(name, AXIS)} "), *_widened(row, each)))
    names = months(shown[0].first, len(shown), words) if each == 1 else _months(shown, each, words)
    head = words.say("stats.chart-kept", wanted=percent(wanted))
    return [(("dim", head),), *drawn, (("dim", " " * (AXIS + 1) + names),)]


def _months(shown: Sequence[Slice], each: int, words: Words) -> str:
    """The names of months above weeks that are several columns wide."""
    line = ""
    for place, name in _begun(shown, words):
        if len(line) <= place * each and place * each + len(name) <= len(shown) * each:
            line = f"{line:<{place * each}}{name} "
    return line.rstrip() or said.day(shown[0].first, words)


def _begun(shown: Sequence[Slice], words: Words) -> Iterable[tuple[int, str]]:
    for place, one in enumerate(shown):
        name = months(one.first, 5, words)[:5]
        if name and not name.startswith(" "):
            yield place, name.split(" ")[0]


def _signs(
    shown: Sequence[Slice], lines: int, low: float, wanted: float, paper: Paper, *, reach: bool
) -> list[list[Fragment]]:
    """The signs of the weeks, line by line; the reach of each interval only where weeks do not stand close."""

    def place(value: float) -> int:
        return _line(value, low, lines)

    chart: list[list[Fragment]] = [[] for _ in range(lines)]
    for one in shown:
        share = one.kept.share
        for line in range(lines):
            sign: Fragment = ("dim", paper.signs.wanted) if line == place(wanted) else ("", " ")
            if share.value is not None and share.low is not None and share.high is not None:
                if line == place(share.value):
                    sign = ("bar", paper.signs.dot)
                elif reach and place(share.high) <= line <= place(share.low):
                    sign = ("dim", paper.signs.reach)
            chart[line].append(sign)
    return chart


def _line(value: float, low: float, lines: int) -> int:
    """The line of a share in a chart that begins at `low`; the first line is 1."""
    return round((1 - max(low, value)) / (1 - low) * (lines - 1))


def _widened(row: Sequence[Fragment], each: int) -> list[Fragment]:
    """A row of single signs, each followed by spaces; neighbours of one style made one."""
    found: list[Fragment] = []
    for style, sign in row:
        text = sign + (sign if sign in "┄-" else " ") * (each - 1)
        if found and found[-1][0] == style:
            found[-1] = (style, found[-1][1] + text)
        else:
            found.append((style, text))
    return found
