"""What was done and what comes: the year, the time it took, the days ahead, the cards by strength, the hardest ones."""

from __future__ import annotations

from typing import Final

from quiz.report import charts, voice
from quiz.report.charts import Column, Day, Named
from quiz.report.markup import Markup, foreign
from quiz.report.page import table
from quiz.report.section import Section, figure, heading, paragraph
from quiz.report.voice import Voice
from quiz.stats.cards import RECALLS, STABILITIES
from quiz.stats.days import WEEK, as_date, iso, monday
from quiz.stats.figures import in_days
from quiz.stats.told import Told

WEEKS: Final = 53
#: The days ahead that are drawn.
AHEAD: Final = 30


def year(told: Told, say: Voice) -> Section | None:
    """The answers of each day of a year."""
    figures = told.figures
    first = monday(figures.day) - (WEEKS - 1) * WEEK
    shown = dict(in_days(figures, first, figures.day))
    busy = sorted(one.answers for one in shown.values() if one.answers)
    if not busy:
        return None
    bounds = [busy[min(len(busy) - 1, len(busy) * part // 4)] for part in (1, 2, 3)]
    days: list[Day | None] = []
    for day, one in shown.items():
        level = (1 + sum(one.answers >= bound for bound in bounds)) if one.answers else 0
        days.append(Day(level, say.say("report.day-told", day=iso(day), count=one.answers)))
    days += [None] * (WEEKS * WEEK - len(days))
    months = [
        (week, say.say(f"stats.month-{as_date(day).month:02}"))
        for week in range(WEEKS)
        for day in range(first + week * WEEK, first + week * WEEK + WEEK)
        if as_date(day).day == 1
    ]
    weekdays = [say.say(f"stats.weekday-{row}") if row in (0, 2, 4) else "" for row in range(WEEK)]
    total, lived = sum(busy), len(busy)
    named = Named(say.say("report.year"), say.say("report.year-desc", count=total, days=lived))
    head = [say.say("report.head-week"), *(say.say(f"stats.weekday-{row}") for row in range(WEEK))]
    rows = []
    for start in range(first, figures.day + 1, WEEK):
        week = [shown[day].answers if day in shown else None for day in range(start, start + WEEK)]
        if any(week):
            rows.append((iso(start), *("" if n is None else say.fact(n) for n in week)))
    told_ = paragraph(say.say("report.year-told", count=total, days=lived, best=figures.longest_streak))
    drawn = figure(lambda width: charts.year(named, width, days, months, weekdays), head, rows, say)
    return Section("year", say.say("report.year"), (told_, drawn))


def time(told: Told, say: Voice) -> Section | None:
    """The time it took, week by week."""
    figures = told.figures
    if not figures.seconds:
        return None
    items, rows, before = [], [], 0
    for one in figures.weeks:
        month = as_date(one.first).month
        label, before = (voice.month(one.first, say) if month != before else ""), month
        said = say.say("report.week-time", day=iso(one.first), time=voice.span(one.seconds, say))
        items.append(Column(label, one.seconds / 60, said))
        rows.append((iso(one.first), say.fact(one.answers), voice.span(one.seconds, say)))
    each = figures.seconds / figures.answers if figures.answers else 0
    spent = say.say(
        "report.time-told",
        month=voice.span(figures.seconds_month, say),
        all=voice.span(figures.seconds, say),
        seconds=round(each, 1),
    )
    named = Named(say.say("report.time-title"), say.say("report.time-desc"))
    head = [say.say(f"report.head-{name}") for name in ("week", "answers", "time")]
    drawn = figure(
        lambda width: charts.columns(named, width, items, lambda n: voice.span(n * 60, say)), head, rows, say
    )
    return Section("time", say.say("report.time-title"), (paragraph(spent), drawn))


def ahead(told: Told, say: Voice) -> Section | None:
    """What is due in the days that come, with what is late."""
    figures = told.figures
    due = figures.ahead
    if not figures.met:
        return None
    items, rows, sum_ = [], [], due.backlog
    for wait, count in enumerate(due.days[:AHEAD]):
        late = due.backlog if not wait else 0
        sum_ += count
        name = say.say("report.today") if not wait else say.say("report.in-days", days=wait) if wait % 7 == 0 else ""
        said = say.say("report.due-told", day=iso(figures.day + wait), count=count + late)
        items.append(Column(name, count + late, said, late))
        rows.append((iso(figures.day + wait), say.fact(count), say.fact(late), say.fact(sum_)))
    key = "report.ahead-late" if due.backlog else "report.ahead-told"
    told_ = say.say(key, today=due.now, late=due.backlog, week=due.backlog + sum(due.days[:WEEK]))
    named = Named(say.say("report.ahead"), say.say("report.ahead-desc", days=AHEAD))
    head = [say.say(f"report.head-{name}") for name in ("day", "due", "late", "sum")]
    drawn = figure(lambda width: charts.columns(named, width, items, lambda n: voice.count(n, say)), head, rows, say)
    how = [say.say("report.ahead-late-how")] if due.backlog else []
    how.append(say.say("report.ahead-how"))
    return Section("ahead", say.say("report.ahead"), (paragraph(told_), paragraph(" ".join(how), "soft"), drawn))


def strength(told: Told, say: Voice) -> Section | None:
    """The cards by the chance of a recall, and by how long they last."""
    figures = told.figures
    if not figures.met:
        return None
    states = figures.states
    facts = {name: getattr(states, name) for name in ("new", "learning", "young", "mature", "suspended")}
    parts = [paragraph(say.say("report.states", **facts))]
    recalls = [
        (f"{round(low * 100)}–{voice.percent(low + 0.1)}", count)
        for low, count in zip(RECALLS, figures.recalls, strict=True)
    ]
    lasting = [(say.say(f"report.lasts-{n}"), count) for n, count in enumerate(figures.stabilities)]
    lasts = [say.say(f"report.from-days-{days}") for days in STABILITIES]
    for name, counted, labels in (
        ("recalls", recalls, [str(round(low * 100)) for low in RECALLS]),
        ("lasting", lasting, lasts),
    ):
        items = [
            Column(label, count, say.say("report.cards-told", name=row, count=count))
            for (row, count), label in zip(counted, labels, strict=True)
        ]
        named = Named(say.say(f"report.{name}"), say.say(f"report.{name}-desc"))
        head = [say.say(f"report.head-{name}"), say.say("report.head-cards")]
        rows = [(row, say.fact(count)) for row, count in counted]
        parts += [heading(say.say(f"report.{name}")), _drawn(named, items, head, rows, say)]
    return Section("strength", say.say("report.strength"), tuple(parts))


def hard(told: Told, say: Voice) -> Section | None:
    """The cards that were forgotten most often, and those that were taken for one another."""
    figures = told.figures
    parts = []
    if figures.hardest:
        head = [say.say(f"report.head-{name}") for name in ("question", "lapses", "kept", "usual")]
        rows = [
            (foreign(told.question(one.card)), say.fact(one.lapses), voice.share(one.kept, say), one.usual)
            for one in figures.hardest
        ]
        parts.append(table(head, rows, own=(3,)))
    if figures.confusions:
        parts.append(heading(say.say("report.confused")))
        head = [say.say(f"report.head-{name}") for name in ("question", "taken-for", "times")]
        rows_ = [
            (foreign(told.question(one.card)), told.question(one.taken_for), say.fact(one.times))
            for one in figures.confusions
        ]
        parts.append(table(head, rows_, own=(1,)))
    return Section("hard", say.say("report.hard"), tuple(parts)) if parts else None


def _drawn(named: Named, items: list[Column], head: list[str], rows: list[tuple[str, str]], say: Voice) -> Markup:
    return figure(lambda width: charts.columns(named, width, items, lambda n: voice.count(n, say)), head, rows, say)
