"""`quiz stats hours`: at what time of the day one studies, and when one recalls best."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from quiz.stats.as_json import to_json as figures_to_json
from quiz.terminal.stats import said
from quiz.terminal.stats.frame import compared, framed, heading
from quiz.terminal.stats.grid import grid, kept_cells, kept_heads
from quiz.terminal.stats.paper import Paper, lead

if TYPE_CHECKING:
    from quiz.stats.told import Told
    from quiz.terminal.paint import Line
    from quiz.words import Words

DAY: Final = 24
AXIS: Final = 6


def to_json(told: Told) -> dict[str, Any]:
    """The keys of the view."""
    return figures_to_json(told.figures, "hours")


def table(told: Told) -> Iterable[tuple[object, ...]]:
    """The hours with answers."""
    yield "hour", "answers", "seconds", "count", "hits", "value", "low", "high", "predicted"
    for one in told.figures.hours:
        share = one.kept.share
        rates = (share.value, share.low, share.high, one.kept.predicted)
        yield (
            one.first, one.answers, one.seconds, share.count, share.hits,
            *(None if rate is None else round(rate, 4) for rate in rates),
        )  # fmt: skip


def draw(told: Told, words: Words, paper: Paper) -> list[Line]:
    """The sentence, the hours as columns, and a table."""
    return framed(told, words, paper, sentence(told, words), _hours(told, words, paper), _table(told, words, paper))


def sentence(told: Told, words: Words) -> str:
    """When one studies and recalls, in plain words."""
    hours = told.figures.hours
    if not hours:
        return said.nothing_kept(told.figures, words, "empty-month")
    most = max(hours, key=lambda one: (one.answers, -one.first))
    whole = sum(one.answers for one in hours)
    text = words.say("stats.hour-most", hour=most.first, end=(most.first + 1) % DAY, answers=most.answers, all=whole)
    named = [(words.say("stats.hour", hour=one.first), one.kept) for one in hours]
    more = compared(named, words, "stats.best-hour")
    return f"{text} {more}" if more else text


def _hours(told: Told, words: Words, paper: Paper) -> list[Line]:
    answers = {one.first: one.answers for one in told.figures.hours}
    if not paper.drawn or not answers:
        return []
    each = max(1, min(4, (paper.width - AXIS - 2) // DAY))
    values = [answers.get(hour, 0) for hour in range(DAY) for _ in range(each)]
    lines = max(4, min(10, paper.height - 16))
    chart = paper.chart(values, lines)
    names = [words.fact(max(values)), *[""] * (lines - 2), "0"]
    drawn: list[Line] = [
        (("dim", f"{lead(name, AXIS)} "), ("bar", row)) for name, row in zip(names, chart, strict=True)
    ]
    ticks = "".join(f"{hour:<{3 * each}}" for hour in range(0, DAY, 3)).rstrip()
    return [heading(words.say("stats.chart-hours")), *drawn, (("dim", " " * (AXIS + 1) + ticks),)]


def _table(told: Told, words: Words, paper: Paper) -> list[Line]:
    rows = [
        (
            words.say("stats.hour", hour=one.first),
            words.fact(one.answers),
            said.span(one.seconds, words),
            *kept_cells(one.kept, words),
        )
        for one in told.figures.hours
    ]
    heads = ("", words.say("stats.head-answers"), words.say("stats.head-time"), *kept_heads(words))
    return grid(heads, rows, paper)
