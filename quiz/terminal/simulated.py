"""Simulated days drawn: a row for each wish, what it costs and what it brings, and how the year would go."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from quiz.memory.fsrs import DEFAULTS
from quiz.stats.days import iso
from quiz.stats.simulation.told import Comparison, weeks
from quiz.terminal.paint import MARGIN, Fragment, Line, cells, flow, wrap
from quiz.terminal.stats.paper import LOWEST, Paper, lead, pad, percent, sentences

if TYPE_CHECKING:
    from quiz.stats.simulation.compare import Prospect
    from quiz.words import Words

#: The columns between two figures, and those of the longest bar.
GAP: Final = 3
BAR: Final = 24
#: The columns of a line of a column's name, and where that is too wide.
HEADS: Final = (12, 9)
#: From so many lines on, every wish has its curves; below, the lowest, the present and the highest.
TALL: Final = 34
#: A curve has so many columns at least and at most, one for one or more weeks.
NARROW, WIDE = 12, 52


class Column(NamedTuple):
    """A column of figures: its name, and a figure for each row.

    Where there is no room, columns go that `may_go`, the last first.
    """

    name: str
    figures: Sequence[str]
    may_go: bool = False


def nothing(words: Words) -> list[Line]:
    """What is said where there is no card."""
    return [(), *flow([("", words.say("simulate.nothing"))], 80), ()]


def draw(compared: Comparison, words: Words, paper: Paper) -> list[Line]:
    """The table, the curves, and what they mean."""
    lines: list[Line] = [(), *_head(compared, words, paper), ()]
    lines += _table(compared, words, paper)
    lines.append(())
    if paper.drawn:
        lines += _curves(compared, words, paper)
        lines.append(())
    for told in (_trade(compared, words), _left_over(compared, words), _grounds(compared, words)):
        if told:
            lines += sentences(told, paper.width)
    return lines if paper.height <= LOWEST else [*lines, ()]


def number(value: float) -> int | float:
    """A figure as it is told: one decimal below ten, where it is not 0."""
    rounded = round(value, 1)
    return round(value) if rounded >= 10 or rounded == round(rounded) else rounded


def _head(compared: Comparison, words: Words, paper: Paper) -> list[Line]:
    wishes = compared.wishes
    said = [
        words.say("simulate.days", days=wishes.days),
        words.say("simulate.cards", cards=compared.cards, new=compared.cards - compared.begun),
        words.say("simulate.limits", new=round(wishes.new_per_day), reviews=round(wishes.reviews_per_day)),
    ]
    if len({one.wishes.new_per_day for one in compared.prospects}) > 1:
        said[-1] = words.say("simulate.limit", reviews=round(wishes.reviews_per_day))
    return flow([("strong", said[0]), ("", " · " + " · ".join(said[1:]))], paper.width)


# --- the table -------------------------------------------------------------------------------------------------------


def label(compared: Comparison, one: Prospect, words: Words) -> str:
    """What is wished for in a row."""
    told = []
    if len({other.wishes.new_per_day for other in compared.prospects}) > 1:
        told.append(words.say("simulate.new", count=round(one.wishes.new_per_day)))
    if len({other.wishes.retention for other in compared.prospects}) > 1 or not told:
        told.append(words.say("simulate.percent", percent=percent(one.wishes.retention)))
    return ", ".join(told)


def _columns(compared: Comparison, words: Words) -> list[Column]:
    say, rows = words.say, compared.prospects
    by_new = len({one.wishes.new_per_day for one in rows}) > 1

    def figures(values: Sequence[float | None]) -> list[str]:
        return ["–" if value is None else words.fact(number(value)) for value in values]

    both = by_new and len({one.wishes.retention for one in rows}) > 1
    wishes = [
        label(compared, one, words) if both or not by_new else words.fact(round(one.wishes.new_per_day)) for one in rows
    ]
    columns = [
        Column(say("simulate.head-new" if by_new else "simulate.head-wish"), wishes),
        Column(say("simulate.head-answers"), figures([one.answers_a_day for one in rows]), may_go=True),
        Column(say("simulate.head-minutes"), figures([one.minutes_a_day for one in rows])),
    ]
    if by_new:
        columns.append(
            Column(say("simulate.head-busiest"), figures([one.busiest_minutes for one in rows]), may_go=True)
        )
        columns.append(Column(say("simulate.head-met"), [words.fact(round(one.met)) for one in rows], may_go=True))
    columns.append(Column(say("simulate.head-known"), [words.fact(round(one.known)) for one in rows]))
    columns.append(Column(say("simulate.head-price"), figures([one.hours_per_thousand for one in rows]), may_go=True))
    return columns


def _table(compared: Comparison, words: Words, paper: Paper) -> list[Line]:
    columns = _columns(compared, words)
    yours = words.say("simulate.yours")
    mark = cells(yours) + 1 if any(map(compared.is_yours, compared.prospects)) else 0
    while True:
        for narrow in HEADS:
            heads = [wrap(column.name, narrow) for column in columns]
            widths = [
                max(*(cells(line) for line in head), *(cells(figure) for figure in column.figures))
                for head, column in zip(heads, columns, strict=True)
            ]
            taken = len(MARGIN) + sum(widths) + GAP * len(widths) + mark
            if taken <= paper.width:
                break
        gone = next((column for column in reversed(columns) if column.may_go), None)
        if taken <= paper.width or gone is None:
            break
        columns.remove(gone)
    high = max(map(len, heads))
    room = min(BAR, paper.width - taken) if paper.drawn else 0
    lines: list[Line] = []
    for row in range(high):
        parts = [
            (lead if place else pad)(head[row - high + len(head)] if row - high + len(head) >= 0 else "", width)
            for place, (head, width) in enumerate(zip(heads, widths, strict=True))
        ]
        first = parts[0] + " " * mark
        lines.append((("", MARGIN), ("dim", (" " * GAP).join([first, *parts[1:]]))))
    dearest = max((one.hours_per_thousand or 0.0 for one in compared.prospects), default=0.0)
    for place, one in enumerate(compared.prospects):
        mine = compared.is_yours(one)
        figures = [lead(column.figures[place], width) for column, width in zip(columns, widths, strict=True)]
        told = pad(f" {yours}" if mine else "", mark)
        line: list[Fragment] = [("", MARGIN), ("strong" if mine else "", f"{figures[0]}{told}")]
        line.append(("strong" if mine else "", " " * GAP + (" " * GAP).join(figures[1:])))
        if room >= 6 and dearest:
            line += [("", " " * GAP), ("bar", paper.length((one.hours_per_thousand or 0) / dearest, room).rstrip())]
        lines.append(tuple(line))
    return lines


# --- the curves ------------------------------------------------------------------------------------------------------


def chosen(compared: Comparison, paper: Paper) -> list[Prospect]:
    """The rows whose curves are drawn."""
    rows = list(compared.prospects)
    if paper.height >= TALL or len(rows) <= 3:
        return rows
    mine = next((row for row in rows if compared.is_yours(row)), rows[len(rows) // 2])
    return [row for row in rows if row in (rows[0], mine, rows[-1])]


def _curves(compared: Comparison, words: Words, paper: Paper) -> list[Line]:
    """Answers a day and cards known, side by side, a column for one or more weeks; the same scale in each row."""
    rows = chosen(compared, paper)
    names = [label(compared, one, words) for one in rows]
    wide = max(map(cells, names))
    days = compared.wishes.days
    numbers = [(_ends(weeks(one.course.answers), words), _ends(one.course.known, words)) for one in rows]
    beside = [max(cells(pair[place]) for pair in numbers) for place in (0, 1)]
    room = (paper.width - len(MARGIN) - wide - sum(beside) - 5 * GAP + 4) // 2
    if room < NARROW:
        return []
    columns = min(room, WIDE, max(2, -(-days // 7)))
    answers = [squeezed(one.course.answers, columns) for one in rows]
    known = [stretched(one.course.mornings, one.course.known, columns) for one in rows]
    most = max((max(values, default=0.0) for values in answers), default=0.0)
    least, greatest = (
        edge(edge(values) for values in known) for edge in (min, max)
    )  # from the least on, as all would look alike from 0 on
    first = words.say("simulate.curve-answers")
    last = words.say("simulate.curve-known", least=round(least), most=round(greatest))
    title = pad("", wide) + " " * GAP + pad(first, columns + 1 + beside[0]) + " " * GAP + last
    lines: list[Line] = [(("", MARGIN), ("dim", title))]
    for name, (work, knowledge), one, mine in zip(names, numbers, zip(answers, known, strict=True), rows, strict=True):
        lines.append(
            (
                ("", MARGIN),
                ("strong" if compared.is_yours(mine) else "", lead(name, wide) + " " * GAP),
                ("bar", paper.bars(one[0], most)),
                ("", " " + pad(work, beside[0]) + " " * GAP),
                ("bar", paper.bars([value - least + 1e-9 for value in one[1]], greatest - least)),
                ("", f" {knowledge}"),
            )
        )
    begin, end = (words.say("simulate.day", day=iso(compared.wishes.today + day)) for day in (0, days))
    lines.append((("", MARGIN + " " * (wide + GAP)), ("dim", words.say("simulate.from-to", first=begin, last=end))))
    return lines


def _ends(values: Sequence[float], words: Words) -> str:
    return f"{words.fact(round(values[0]))} → {words.fact(round(values[-1]))}"


def squeezed(days: Sequence[float], columns: int) -> list[float]:
    """The means of as many equal parts of the days as there are columns."""
    count = len(days)
    bounds = [place * count // columns for place in range(columns + 1)]
    return [sum(days[start:end]) / (end - start) if end > start else 0.0 for start, end in pairwise(bounds)]


def stretched(mornings: Sequence[int], known: Sequence[float], columns: int) -> list[float]:
    """What is known at equal steps from the first to the last morning, between two mornings as on a straight line."""
    last = mornings[-1]
    found, place = [], 0
    for column in range(columns):
        day = last * column / max(1, columns - 1)
        while place + 2 < len(mornings) and mornings[place + 1] < day:
            place += 1
        if len(mornings) == 1:
            found.append(known[0])
            continue
        share = (day - mornings[place]) / (mornings[place + 1] - mornings[place])
        found.append(known[place] + share * (known[place + 1] - known[place]))
    return found


# --- in words --------------------------------------------------------------------------------------------------------


def _trade(compared: Comparison, words: Words) -> str:
    """What a step up or down from the present wish would change. Which is worth it, nobody can say for somebody."""
    rows = list(compared.prospects)
    mine = next((place for place, one in enumerate(rows) if compared.is_yours(one)), None)
    if len({one.wishes.new_per_day for one in rows}) > 1:
        return words.say("simulate.sooner")
    if mine is None:
        return words.say("simulate.choice") if len(rows) > 1 else ""
    told = []
    for key, place in (("simulate.higher", mine + 1), ("simulate.lower", mine - 1)):
        if 0 <= place < len(rows):
            other, own = rows[place], rows[mine]
            minutes = abs(other.minutes_a_day - own.minutes_a_day)
            cards = round(other.known) - round(own.known)
            if key == "simulate.higher" and (cards < 0 or other.minutes_a_day < own.minutes_a_day):
                told.append(words.say("simulate.too-much", percent=percent(other.wishes.retention)))
                continue
            told.append(
                words.say(
                    key, percent=percent(other.wishes.retention), minutes=number(minutes), cards=abs(cards)
                )
            )  # fmt: skip
    return " ".join([*told, words.say("simulate.choice")]) if told else ""


def _left_over(compared: Comparison, words: Words) -> str:
    behind = [label(compared, one, words) for one in compared.prospects if round(one.late) > 0]
    if not behind:
        return ""
    return words.say("simulate.left-over", wishes=behind, reviews=round(compared.wishes.reviews_per_day))


def _grounds(compared: Comparison, words: Words) -> str:
    """What all this rests on."""
    wishes = compared.wishes
    told = [
        words.say("simulate.own-weights" if wishes.weights != DEFAULTS else "simulate.usual-weights")
        + words.say(
            "simulate.own-answers" if wishes.habits.reviews else "simulate.no-answers", count=wishes.habits.reviews
        )
    ]
    sampled = compared.prospects[0].sampled
    if sampled < compared.cards:
        told.append(words.say("simulate.sampled", sampled=sampled, cards=compared.cards))
    return " ".join(told)
