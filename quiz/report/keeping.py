"""What was kept, week by week, by kind, by age, by deck and by hour; and what came of verdicts and of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quiz.report import charts, voice
from quiz.report.charts import Column, Named, Point, Rung
from quiz.report.markup import Markup, foreign
from quiz.report.page import table
from quiz.report.section import Section, figure, heading, paragraph
from quiz.report.voice import Voice
from quiz.stats.days import as_date, iso
from quiz.stats.figures import Figures, Group
from quiz.stats.kept import Kept, Slice
from quiz.stats.share import share
from quiz.stats.told import Told

#: Below so many reviews no opinion is given, below so many amounts no bias told.
FEW: Final = 20
FEW_AMOUNTS: Final = 5
FEW_IN_A_MONTH: Final = 3


def kept(told: Told, say: Voice) -> Section | None:
    """What is kept, against what was wanted."""
    figures = told.figures
    if not any(week.kept.share.count for week in figures.weeks):
        return None
    goal = figures.wanted, say.say("report.wanted", percent=voice.percent(figures.wanted))
    parts = [paragraph(_opinion(figures, say)), paragraph(say.say("report.kept-how"), "soft"), _weeks(told, goal, say)]
    kinds = [(say.say(f"kind.{one.name}"), one.kept) for one in figures.kinds]
    ages = [(say.say(f"report.age-{one.first}"), one.kept) for one in figures.ages]
    decks = [(told.title(one.name), one.kept) for one in figures.decks]
    for name, rows in (("kind", kinds), ("age", ages), ("deck", decks)):
        known = [(label, one) for label, one in rows if one.share.count]
        if len(known) > 1 or (known and name == "kind"):
            parts += [heading(say.say(f"report.by-{name}")), _ladder(f"by-{name}", known, goal, say)]
    return Section("kept", say.say("report.kept"), tuple(parts))


def hours(told: Told, say: Voice) -> Section | None:
    """When is answered, and what is kept at that hour."""
    figures = told.figures
    known = {one.first: one for one in figures.hours}
    if len(known) < 2:
        return None
    first, last = min(known), max(known)
    items, rows = [], []
    for hour in range(first, last + 1):
        one = known.get(hour)
        answers = one.answers if one else 0
        said = say.say("report.hour-told", hour=hour, count=answers)
        items.append(Column(say.say("report.hour", hour=hour), answers, said))
        if one:
            rows.append((say.say("report.hour", hour=hour), say.fact(answers), *_share_cells(one.kept, say)))
    named = Named(say.say("report.hours-title"), say.say("report.hours-desc", first=first, last=last + 1))
    head = [say.say(f"report.head-{name}") for name in ("hour", "answers", "kept", "reach", "foretold")]
    drawn = figure(lambda width: charts.columns(named, width, items, lambda n: voice.count(n, say)), head, rows, say)
    return Section("hours", say.say("report.hours-title"), (paragraph(say.say("report.hours-how"), "soft"), drawn))


def verdicts(told: Told, say: Voice) -> Section | None:
    """How often the examiner was overruled, by kind, and how often that was borne out."""
    over = told.figures.overruled
    if not over.verdicts.count:
        return None
    parts = [
        paragraph(
            say.say(
                "report.verdicts-told",
                hits=over.verdicts.hits,
                count=over.verdicts.count,
                right=over.to_right,
                wrong=over.to_wrong,
            )
        )
    ]
    if over.borne_out.count:
        parts.append(paragraph(say.say("report.borne-out", hits=over.borne_out.hits, count=over.borne_out.count)))
    rows = [
        (
            say.say(f"kind.{one.name}"),
            say.fact(one.overruled.count),
            say.fact(one.to_right),
            say.fact(one.to_wrong),
        )
        for one in told.figures.kinds
        if one.overruled.count
    ]
    head = [say.say(f"report.head-{name}") for name in ("kind", "verdicts", "to-right", "to-wrong")]
    return Section("verdicts", say.say("report.verdicts"), (*parts, table(head, rows)))


def numbers(told: Told, say: Voice) -> Section | None:
    """How far off typed amounts and numbers were, and how that changed."""
    whole = told.figures.estimates
    if whole.bias is None or whole.count < FEW_AMOUNTS:
        return None
    off = voice.percent(abs(whole.bias))
    key = "near" if abs(whole.bias) < 0.005 else "low" if whole.bias < 0 else "high"
    parts = [paragraph(say.say(f"report.numbers-{key}", percent=off, count=whole.count))]
    months = [one for one in told.figures.months if one.estimates.count >= FEW_IN_A_MONTH]
    points, rows = [], []
    for one in months:
        bias, spread = one.estimates.bias or 0.0, one.estimates.spread or 0.0
        low, high = (1 + bias) / (1 + spread) - 1, (1 + bias) * (1 + spread) - 1
        name = voice.month(one.first, say)
        said = say.say("report.month-told", month=name, percent=_signed(bias), count=one.estimates.count)
        points.append(Point(name, bias, low, high, said))
        year = as_date(one.first).year
        rows.append(
            (
                f"{name} {year}" if str(year) not in name else name,
                say.fact(one.estimates.count),
                _signed(bias),
                voice.percent(spread),
            )
        )
    if len(points) > 1:
        named = Named(say.say("report.numbers"), say.say("report.numbers-desc"))
        head = [say.say(f"report.head-{name}") for name in ("month", "answers", "bias", "spread")]
        goal = 0.0, say.say("report.on-the-mark")
        parts.append(
            figure(lambda width: charts.trend(named, width, points, _signed, goal=goal, ceiling=None), head, rows, say)
        )
    return Section("numbers", say.say("report.numbers"), tuple(parts))


def _opinion(figures: Figures, say: Voice) -> str:
    share = figures.month.share
    if share.value is None or share.low is None or share.high is None:
        return say.say("report.kept-none")
    key = "few" if share.count < FEW else "above" if share.low > figures.wanted else "as-wanted"
    if share.count >= FEW and share.high < figures.wanted:
        key = "below"
    facts = {
        "percent": voice.percent(share.value),
        "low": round(share.low * 100),
        "high": voice.percent(share.high),
        "count": share.count,
        "wanted": voice.percent(figures.wanted),
        "since": voice.date(figures.month_since, say),
    }
    return say.say(f"report.kept-{key}", **facts)


def _weeks(told: Told, goal: tuple[float, str], say: Voice) -> Markup:
    weeks = gathered(told.figures.weeks)
    points, rows, before = [], [], 0
    for one in weeks:
        name, kept_ = voice.date(one.first, say), one.kept.share
        month = as_date(one.first).month
        label, before = (voice.month(one.first, say) if month != before else ""), month
        said = f"{name}: {voice.share(one.kept, say)}"
        points.append(Point(label, kept_.value, kept_.low or 0, kept_.high or 0, said, one.kept.predicted))
        rows.append((iso(one.first), say.fact(one.answers), *_share_cells(one.kept, say)))
    named = Named(say.say("report.weeks-title"), say.say("report.weeks-desc", wanted=goal[1], count=len(weeks)))
    head = [say.say(f"report.head-{name}") for name in ("week", "answers", "kept", "reach", "foretold")]
    return figure(lambda width: charts.trend(named, width, points, voice.percent, goal=goal), head, rows, say)


def gathered(weeks: Sequence[Slice], least: int = FEW) -> list[Slice]:
    """Weeks with few reviews together with the next ones, until each point has so many.

    A share of three reviews tells nothing, and drawn it hides what the others tell.
    """
    found: list[Slice] = []
    for week in weeks:
        if not found or found[-1].kept.share.count >= least:
            found.append(week)
        else:
            found[-1] = _both(found[-1], week)
    if len(found) > 1 and found[-1].kept.share.count < least:
        last = found.pop()
        found[-1] = _both(found[-1], last)
    return found


def _both(one: Slice, other: Slice) -> Slice:
    a, b = one.kept, other.kept
    count = a.share.count + b.share.count
    foretold = (a.predicted or 0) * a.share.count + (b.predicted or 0) * b.share.count
    both = Kept(share(a.share.hits + b.share.hits, count), foretold / count if count else None)
    return Slice(one.first, one.answers + other.answers, one.seconds + other.seconds, both)


def _ladder(name: str, rows: Sequence[tuple[str, Kept]], goal: tuple[float, str], say: Voice) -> Markup:
    rungs = [
        Rung(label, one.share.value, one.share.low or 0, one.share.high or 1, voice.share(one, say))
        for label, one in rows
    ]
    named = Named(say.say(f"report.{name}"), say.say("report.ladder-desc", wanted=goal[1]))
    head = [say.say(f"report.head-{each}") for each in (name.removeprefix("by-"), "kept", "reach", "foretold")]
    cells = [(foreign(label), *_share_cells(one, say)) for label, one in rows]
    return figure(lambda width: charts.ladder(named, width, rungs, voice.percent, goal), head, cells, say)


def _share_cells(one: Kept, say: Voice) -> tuple[str, str, str]:
    return voice.share(one, say), voice.reach(one), voice.foretold(one)


def _signed(bias: float) -> str:
    return f"{'+' if bias > 0.0049 else '−' if bias < -0.0049 else ''}{voice.percent(abs(bias))}"


def groups(told: Told, say: Voice) -> Section | None:
    """The decks, each with its cards, what is known of them, and what is due."""
    decks: tuple[Group, ...] = told.figures.decks
    if not decks:
        return None
    rows = [
        (
            foreign(told.title(one.name)),
            say.fact(one.standing.cards),
            say.fact(one.standing.met),
            say.fact(round(one.standing.recalled)),
            say.fact(one.standing.due),
            say.fact(one.answers),
            voice.span(one.seconds, say),
        )
        for one in decks
    ]
    head = [say.say(f"report.head-{name}") for name in ("deck", "cards", "met", "known", "due", "answers", "time")]
    return Section("decks", say.say("report.decks"), (table(head, rows),))
