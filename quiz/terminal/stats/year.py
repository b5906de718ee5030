"""A year as seven lines of weeks, and the names of its months above them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from quiz.stats.days import WEEK, as_date, monday
from quiz.terminal.paint import MARGIN, Fragment, Line, cells
from quiz.terminal.stats.paper import Paper, pad

if TYPE_CHECKING:
    from quiz.stats.count import Count
    from quiz.words import Words

WEEKS: Final = 53
#: The lines of a year: one for the months.
LINES: Final = 8


def width(words: Words, weeks: int = WEEKS) -> int:
    """The columns that a year takes, without a margin."""
    return _names(words) + 1 + weeks


def year(
    days: Mapping[int, Count], last: int, words: Words, paper: Paper, weeks: int = WEEKS, since: int | None = None
) -> list[Line]:
    """The weeks up to the day `last`, without a margin: the darker, the more answers, in quarters of the busy days.

    What was before the day `since` is left blank.
    """
    first = monday(last) - (weeks - 1) * WEEK
    begun = first if since is None else max(first, since)
    bounds = quarters([one.answers for day, one in days.items() if begun <= day <= last])
    wide = _names(words)
    lines: list[Line] = [(("dim", " " * (wide + 1) + months(first, weeks, words)),)]
    for row in range(WEEK):
        name = words.say(f"stats.weekday-{row}") if row % 2 == 0 else ""
        line: list[Fragment] = [("dim", pad(name, wide + 1))]
        for week in range(weeks):
            day = first + week * WEEK + row
            if day > last:
                break
            one = days.get(day)
            level = sum(one.answers > bound for bound in bounds) if one is not None else 0
            style, sign = ("bar", paper.signs.shades[level]) if level else ("dim", paper.signs.shades[0])
            if day < begun:
                style, sign = "dim", " "
            if line[-1][0] == style:
                line[-1] = (style, line[-1][1] + sign)
            else:
                line.append((style, sign))
        lines.append(tuple(line))
    return lines


def quarters(answers: list[int]) -> tuple[float, ...]:
    """The bounds above which a day is in the first, second, third and last quarter of the days with answers."""
    busy = sorted(count for count in answers if count)
    if not busy:
        return (0, 0, 0, 0)
    return (0, *(busy[min(len(busy) - 1, len(busy) * part // 4)] - 0.5 for part in (1, 2, 3)))


def months(first: int, weeks: int, words: Words) -> str:
    """The names of the months above the weeks in which they begin."""
    line = ""
    for week in range(weeks):
        days = [as_date(first + week * WEEK + day) for day in range(WEEK)]
        begun = next((day for day in days if day.day == 1), None)
        if begun is None or len(line) > week:
            continue
        name = words.say(f"stats.month-{begun.month:02}")
        if week + cells(name) <= weeks:
            line = f"{line:<{week}}{name} "
    return line.rstrip()


def scale(words: Words, paper: Paper) -> list[Fragment]:
    """What the shades mean."""
    return [
        ("dim", f"{words.say('stats.less')} "),
        ("bar", paper.signs.shades),
        ("dim", f" {words.say('stats.more')}"),
    ]


def indented(lines: list[Line]) -> list[Line]:
    """The lines behind a margin."""
    return [(("", MARGIN), *line) for line in lines]


def _names(words: Words) -> int:
    return max(cells(words.say(f"stats.weekday-{row}")) for row in range(WEEK))
