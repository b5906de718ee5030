"""`quiz stats retention`: what was kept, week by week, beside what was wanted and what was foretold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from quiz.stats.as_json import to_json as figures_to_json
from quiz.stats.days import iso
from quiz.terminal.paint import MARGIN
from quiz.terminal.stats import said
from quiz.terminal.stats.frame import framed
from quiz.terminal.stats.grid import grid, kept_cells, kept_heads
from quiz.terminal.stats.paper import Paper, percent
from quiz.terminal.stats.weeks import chart
from quiz.terminal.stats.year import indented

if TYPE_CHECKING:
    from quiz.stats.told import Told
    from quiz.terminal.paint import Line
    from quiz.words import Words

LEAST_LINES: Final = 7
MOST_LINES: Final = 16


def to_json(told: Told) -> dict[str, Any]:
    """The keys of the view."""
    return figures_to_json(told.figures, "retention")


def table(told: Told) -> Iterable[tuple[object, ...]]:
    """The weeks."""
    yield "week", "answers", "count", "hits", "value", "low", "high", "predicted"
    for one in told.figures.weeks:
        share = one.kept.share
        row = (share.value, share.low, share.high, one.kept.predicted)
        yield iso(one.first), one.answers, share.count, share.hits, *(_rounded(value) for value in row)


def draw(told: Told, words: Words, paper: Paper) -> list[Line]:
    """The sentence, the weeks, and a table by kind, age and deck."""
    figures = told.figures
    groups = (
        said.kinds(figures, words),
        said.ages(figures, words, key="aged"),
        [(told.title(one.name), one.kept) for one in said.weakest_first(figures.decks)],
    )
    rows: list[tuple[str, ...]] = []
    for group in groups:
        found = [(name, *kept_cells(kept, words)) for name, kept in group if kept.share.count]
        rows += [*([("",) * 5] if rows and found else []), *found]
    table_ = grid(("", *kept_heads(words)), rows, paper)
    return framed(told, words, paper, sentence(told, words), _weeks(told, words, paper), table_)


def sentence(told: Told, words: Words) -> str:
    """What to think of it, in plain words."""
    figures = told.figures
    share = figures.month.share
    if share.value is None or share.low is None or share.high is None:
        return said.nothing_kept(figures, words, "empty-month", month=True)
    facts = {
        "percent": percent(share.value),
        "count": share.count,
        "wanted": percent(figures.wanted),
        "low": percent(share.low),
        "high": percent(share.high),
    }
    opinion = said.opinion(figures.month, figures.wanted)
    first = words.say(f"stats.recall-{opinion}", period=said.period(figures, words, month=True), **facts)
    predicted = figures.month.predicted
    if opinion == "few" or predicted is None:
        return first
    right = share.low <= predicted <= share.high
    return (
        f"{first} {words.say('stats.foretold-right' if right else 'stats.foretold-off', predicted=percent(predicted))}"
    )


def _weeks(told: Told, words: Words, paper: Paper) -> list[Line]:
    """A point a week in its interval, on the line of what is wanted."""
    weeks = told.figures.weeks
    known = [one.kept for one in weeks if one.kept.share.value is not None]
    if len(known) < 2:
        return []
    if not paper.drawn:
        rows = [(iso(one.first), *kept_cells(one.kept, words)) for one in weeks[-12:] if one.kept.share.count]
        return grid((words.say("stats.head-week"), *kept_heads(words)), rows, paper)
    lines = max(LEAST_LINES, min(MOST_LINES, paper.height - 14))
    return indented(chart(told, words, paper, paper.width - len(MARGIN), lines))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
