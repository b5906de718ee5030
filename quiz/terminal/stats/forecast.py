"""`quiz stats forecast`: what is late, and what will be due on each day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from quiz.stats.as_json import FORECAST_DAYS
from quiz.stats.as_json import to_json as figures_to_json
from quiz.stats.days import WEEK, iso, weekday
from quiz.stats.kept import total
from quiz.terminal.stats import said
from quiz.terminal.stats.frame import framed, heading, with_strangers
from quiz.terminal.stats.grid import grid
from quiz.terminal.stats.paper import Paper, lead

if TYPE_CHECKING:
    from quiz.stats.figures import Figures
    from quiz.stats.told import Told
    from quiz.terminal.paint import Fragment, Line
    from quiz.words import Words

AXIS: Final = 6
#: The days that the mean of a day is told of.
AHEAD: Final = 14
#: Seconds of an answer where none is known.
USUAL: Final = 10.0


def to_json(told: Told) -> dict[str, Any]:
    """The keys of the view."""
    return figures_to_json(told.figures, "forecast")


def table(told: Told) -> Iterable[tuple[object, ...]]:
    """The days; what is late stands in a line of its own, without a day."""
    figures = told.figures
    yield "day", "due"
    yield "", figures.ahead.backlog
    for wait, due in enumerate(figures.ahead.days[:FORECAST_DAYS]):
        yield iso(figures.day + wait), due


def draw(told: Told, words: Words, paper: Paper) -> list[Line]:
    """The sentence, the days, and the weeks in numbers."""
    return framed(
        told, words, paper, sentence(told, words), _days(told.figures, words, paper), _weeks(told.figures, words, paper)
    )


def sentence(told: Told, words: Words) -> str:
    """What waits, in plain words."""
    figures = told.figures
    ahead = figures.ahead
    if not ahead.now and not any(ahead.days):
        return with_strangers(words.say("stats.ahead-nothing"), told, words)
    mean = sum(ahead.days[1 : AHEAD + 1]) / AHEAD
    parts = [words.say("stats.ahead-now", today=ahead.days[0])]
    if ahead.backlog:
        parts.append(words.say("stats.ahead-late", late=ahead.backlog))
    time = said.span(mean * _seconds(figures), words)
    parts.append(words.say("stats.ahead-mean", days=AHEAD, mean=round(mean), time=time))
    return with_strangers(" ".join([*parts, words.say("stats.ahead-known")]), told, words)


def _seconds(figures: Figures) -> float:
    """The time of an answer, from those of the last days."""
    recent = total(one for day, one in figures.days.items() if day >= figures.month_since)
    return recent.milliseconds / recent.answers / 1000 if recent.milliseconds else USUAL


def _days(figures: Figures, words: Words, paper: Paper) -> list[Line]:
    """A column a day; what is late is the first column, apart from the others and in another shade."""
    ahead = figures.ahead
    if not paper.drawn or not any((ahead.backlog, *ahead.days)):
        return []
    late = 2 if ahead.backlog else 0
    shown = ahead.days[: max(7, min(FORECAST_DAYS, paper.width - AXIS - 2 - late))]
    each = max(1, min(2, (paper.width - AXIS - 2 - late) // len(shown)))
    most = max(ahead.backlog, *shown)
    lines = max(5, min(14, paper.height - 14))
    columns = [value for value in shown for _ in range(each)]
    backlog = paper.chart([ahead.backlog], lines, most)
    drawn: list[Line] = []
    for place, row in enumerate(paper.chart(columns, lines, most)):
        name = words.fact(most) if place == 0 else "0" if place == lines - 1 else ""
        line: list[Fragment] = [("dim", f"{lead(name, AXIS)} ")]
        if late:
            line.append(("dim", f"{backlog[place]} "))
        drawn.append((*line, ("bar", row)))
    week = words.say("stats.weekday-0")
    ticks = ""
    for place in range(len(shown)):
        if weekday(figures.day + place) == 0 and len(ticks) <= place * each <= len(columns) - len(week):
            ticks = f"{ticks:<{place * each}}{week} "
    head = words.say("stats.chart-ahead", days=len(shown), most=max(shown))
    if late:
        head = f"{head}, {words.say('stats.chart-late', count=ahead.backlog)}"
    return [heading(head), *drawn, (("dim", " " * (AXIS + 1 + late) + ticks.rstrip()),)]


def _weeks(figures: Figures, words: Words, paper: Paper) -> list[Line]:
    """The coming weeks, up to each Sunday."""
    rows, values = [], []
    first = 0
    for _ in range(8):
        end = first + WEEK - weekday(figures.day + first)
        due = sum(figures.ahead.days[first:end]) + (figures.ahead.backlog if not first else 0)
        time = said.span(due * _seconds(figures), words) if due else ""
        rows.append((said.day(figures.day + first, words), words.fact(due), time))
        values.append(due)
        first = end
    heads = (words.say("stats.head-from"), words.say("stats.head-due"), words.say("stats.head-time"))
    most = max(values)
    return grid(heads, rows, paper, shares=[due / most if most else None for due in values])
