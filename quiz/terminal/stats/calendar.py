"""`quiz stats calendar`: every day of the year, and the time spent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from quiz.stats.as_json import to_json as figures_to_json
from quiz.stats.days import WEEK, as_date, iso, monday, month
from quiz.stats.kept import total
from quiz.terminal.paint import MARGIN
from quiz.terminal.stats import said
from quiz.terminal.stats.frame import framed
from quiz.terminal.stats.grid import grid
from quiz.terminal.stats.year import WEEKS, indented, scale, width, year

if TYPE_CHECKING:
    from quiz.stats.count import Count
    from quiz.stats.told import Told
    from quiz.terminal.paint import Line
    from quiz.terminal.stats.paper import Paper
    from quiz.words import Words

#: The most months that are told one by one.
MONTHS: Final = 24


def to_json(told: Told) -> dict[str, Any]:
    """The keys of the view."""
    return figures_to_json(told.figures, "calendar")


def table(told: Told) -> Iterable[tuple[object, ...]]:
    """The days with answers."""
    yield "day", "answers", "new", "seconds"
    for day, one in sorted(told.figures.days.items()):
        if day >= told.figures.since:
            yield iso(day), one.answers, one.new, one.milliseconds / 1000


def draw(told: Told, words: Words, paper: Paper) -> list[Line]:
    """The sentence, the years, and the months in numbers."""
    return framed(told, words, paper, sentence(told, words), *_years(told, words, paper), _months(told, words, paper))


def sentence(told: Told, words: Words) -> str:
    """How steadily one studies, in plain words."""
    figures = told.figures
    period = {day: one for day, one in figures.days.items() if day >= figures.since}
    whole = total(period.values())
    first = max(figures.since, min(figures.days, default=figures.day))
    text = words.say(
        "stats.calendar",
        days=len(period),
        all=figures.day - first + 1,
        answers=whole.answers,
        time=said.span(whole.milliseconds / 1000, words),
    )
    run = words.say("stats.runs", days=figures.streak, best=figures.longest_streak)
    return f"{text} {run}"


def _years(told: Told, words: Words, paper: Paper) -> list[list[Line]]:
    """As many bands of 53 weeks as the period has, the latest first."""
    figures = told.figures
    if not paper.drawn or not figures.days:
        return []
    weeks = max(4, min(WEEKS, paper.width - len(MARGIN) - width(words, 0)))
    first = max(figures.since, min(figures.days))
    bands: list[list[Line]] = []
    last = figures.day
    while not bands or last >= first:
        bands.append(indented(year(figures.days, last, words, paper, weeks, figures.since)))
        last = monday(last) - (weeks - 1) * WEEK - 1
        if weeks < WEEKS and len(bands) == 1 and figures.since == figures.day - 364:
            break
    bands[-1] = [*bands[-1], (("", MARGIN + " " * (width(words, 0))), *scale(words, paper))]
    return bands


def _months(told: Told, words: Words, paper: Paper) -> list[Line]:
    by_month: defaultdict[int, list[Count]] = defaultdict(list)
    for day, one in told.figures.days.items():
        if day >= told.figures.since:
            by_month[month(day)].append(one)
    sums = {first: total(several) for first, several in sorted(by_month.items())[-MONTHS:]}
    most = max((one.milliseconds for one in sums.values()), default=0)
    rows = [
        (
            words.say(
                "calendar.month",
                month=words.say(f"calendar.month-{as_date(first).month:02}"),
                year=str(as_date(first).year),
            ),
            words.fact(len(by_month[first])),
            words.fact(one.answers),
            words.fact(one.new),
            said.span(one.milliseconds / 1000, words),
        )
        for first, one in sums.items()
    ]
    heads = ("", *(words.say(f"stats.head-{name}") for name in ("days", "answers", "new", "time")))
    return grid(heads, rows, paper, shares=[one.milliseconds / most if most else None for one in sums.values()])
