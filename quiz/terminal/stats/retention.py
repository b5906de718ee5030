"""`quiz stats retention`: what was kept, week by week, beside what was wanted and what was foretold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from quiz.stats.as_json import to_json as figures_to_json
from quiz.stats.days import iso
from quiz.terminal.stats import said
from quiz.terminal.stats.frame import framed, heading
from quiz.terminal.stats.grid import grid, kept_cells, kept_heads
from quiz.terminal.stats.paper import Paper, lead, percent
from quiz.terminal.stats.year import months

if TYPE_CHECKING:
    from quiz.stats.kept import Slice
    from quiz.stats.told import Told
    from quiz.terminal.paint import Fragment, Line
    from quiz.words import Words

LEAST_LINES: Final = 7
MOST_LINES: Final = 16
AXIS: Final = 7
#: The chart begins at this share, or lower where a week was worse.
MOST_FLOOR: Final = 0.8


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
        return words.say("stats.empty-month")
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
    shown = weeks[-max(1, min(len(weeks), paper.width - AXIS - 2)) :]
    each = max(1, min(3, (paper.width - AXIS - 2) // len(shown)))
    lines = max(LEAST_LINES, min(MOST_LINES, paper.height - 14))
    low = min(MOST_FLOOR, *(int((one.share.value or 0.0) * 20) / 20 for one in known))
    chart = _chart(shown, lines, low, told.figures.wanted, paper, reach=each > 1)
    drawn = []
    for place, row in enumerate(chart):
        value = {0: 1.0, lines - 1: low, _line(told.figures.wanted, low, lines): told.figures.wanted}.get(place)
        name = "" if value is None else f"{percent(value)} %"
        drawn.append((("dim", f"{lead(name, AXIS)} "), *_widened(row, each)))
    names = months(shown[0].first, len(shown), words) if each == 1 else months_wide(shown, each, words)
    head = words.say("stats.chart-kept", wanted=percent(told.figures.wanted))
    return [heading(head), *drawn, (("dim", " " * (AXIS + 1) + names),)]


def months_wide(shown: Sequence[Slice], each: int, words: Words) -> str:
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


def _chart(
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


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
