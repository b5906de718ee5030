"""The plan for an exam drawn: what a day asks for, what comes of it, and what a week's delay costs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quiz.stats.days import iso
from quiz.stats.simulation.told import Exam
from quiz.terminal.paint import MARGIN, Fragment, Line, cells, flow
from quiz.terminal.simulated import GAP, number, squeezed, stretched
from quiz.terminal.stats.paper import Paper, pad, percent, sentences

if TYPE_CHECKING:
    from quiz.stats.simulation.exam import Plan
    from quiz.words import Words

#: The columns of a curve, where there is room.
CURVE: Final = 48

Row = tuple[str, list[Fragment]]


def draw(told: Exam, words: Words, paper: Paper) -> list[Line]:
    """Everything, a thing a line."""
    lines: list[Line] = [(), *_head(told, words, paper), ()]
    if told.found is None:
        return [*lines, *sentences(_without_days(told, words), paper.width), ()]
    rows = [*_plan(told, told.found, words), *_curves(told, told.found, words, paper), *_others(told, words)]
    wide = max(cells(name) for name, _ in rows)
    for name, content in rows:
        hanging = MARGIN + " " * (wide + GAP)
        lines += flow(content, paper.width, MARGIN, hanging, label=[("dim", pad(name, wide + GAP))])
    lines.append(())
    return [*lines, *sentences(_grounds(told, told.found, words), paper.width), ()]


def _head(told: Exam, words: Words, paper: Paper) -> list[Line]:
    days = told.day - told.wishes.today
    when = words.say("exam-day.today") if not days else words.say("exam-day.in-days", day=iso(told.day), days=days)
    cards = words.say("exam-day.cards", cards=told.cards, new=told.new)
    decks = [("", f" · {words.fact(told.decks)}")] if told.decks else []
    return flow([("strong", when), *decks, ("", f" · {cards}")], paper.width)


def _without_days(told: Exam, words: Words) -> str:
    if not told.cards:
        return words.say("simulate.nothing")
    known = words.say(
        "exam-day.now", known=round(told.today), cards=told.cards, percent=percent(told.today / told.cards)
    )
    return f"{known} {words.say('exam-day.too-late')}" if told.new else known


def _plan(told: Exam, found: Plan, words: Words) -> list[Row]:
    rows: list[Row] = []
    if not found.reached:
        rows.append((words.say("exam-day.impossible"), [("", _impossible(told, found, words))]))
    rows.append(
        (words.say("exam-day.a-day" if found.reached else "exam-day.nearest"), [("strong", _a_day(found, words))])
    )
    if found.last_new is not None:
        rows.append((words.say("exam-day.last-new"), [("", words.say("exam-day.by", day=iso(found.last_new)))]))
    else:
        rows.append((words.say("exam-day.last-new"), [("", words.say("exam-day.none-new"))]))
    rows.append((words.say("exam-day.on-the-day"), [("", _recalled(told, found, words))]))
    if found.retention != told.wishes.scheduled_for:
        wanted = words.say(
            "exam-day.want", percent=percent(found.retention), now=percent(told.wishes.scheduled_for),
            value=f"{found.retention:g}",
        )  # fmt: skip
        rows.append((words.say("exam-day.wanted"), [("", wanted)]))
    if round(found.left_over):
        left = words.say("exam-day.left-over", count=round(found.left_over), reviews=round(told.wishes.reviews_per_day))
        rows.append((words.say("exam-day.limit"), [("", left)]))
    if told.without_limit is not None:
        share = words.say("exam-day.share", percent=percent(told.without_limit.share))
        rows.append((words.say("exam-day.without-limit"), [("", f"{_a_day(told.without_limit, words)} · {share}")]))
    return rows


def _impossible(told: Exam, found: Plan, words: Words) -> str:
    key = "exam-day.nothing-brings" if found.all_met else "exam-day.not-all-met"
    if told.without_limit is not None and told.without_limit.reached:
        key = "exam-day.limit-in-the-way"
    return words.say(key, percent=percent(told.target), share=percent(found.share))


def _a_day(plan: Plan, words: Words) -> str:
    minutes, busiest = plan.prospect.minutes_a_day, plan.prospect.busiest_minutes
    time = words.say("exam-day.minutes", minutes=number(minutes))
    if number(busiest) > number(minutes):
        time = words.say("exam-day.minutes-busiest", minutes=number(minutes), busiest=number(busiest))
    return ", ".join([words.say("exam-day.new", count=plan.new_per_day), time] if plan.new_per_day else [time])


def _recalled(told: Exam, plan: Plan, words: Words) -> str:
    known = words.say(
        "exam-day.recall", known=round(plan.prospect.known), cards=told.cards, percent=percent(plan.share)
    )  # fmt: skip
    return f"{known} · {words.say('exam-day.target', percent=percent(told.target), now=round(told.today))}"


def _curves(told: Exam, found: Plan, words: Words, paper: Paper) -> list[Row]:
    course = found.prospect.course
    columns = min(CURVE, paper.width - 44, len(course.answers))
    if not paper.drawn or columns < 7:
        return []
    known = stretched(course.mornings, course.known, columns)
    minutes = [seconds / 60 for seconds in squeezed(course.seconds, columns)]
    first, last = round(course.known[0]), round(course.known[-1])
    return [
        (
            words.say("exam-day.curve-known"),
            [
                ("bar", paper.bars(known, float(told.cards))),
                ("", f" {words.fact(first)}\u00a0→\u00a0{words.fact(last)}"),
            ],
        ),
        (
            words.say("exam-day.curve-minutes"),
            [
                ("bar", paper.bars(minutes)),
                ("", f" {words.fact(number(minutes[0]))}\u00a0→\u00a0{words.fact(number(minutes[-1]))}"),
            ],
        ),
    ]


def _others(told: Exam, words: Words) -> list[Row]:
    rows: list[Row] = []
    later, as_set = told.later, told.as_set
    name = words.say("exam-day.later")
    if later is None:
        rows.append((name, [("", words.say("exam-day.later-over"))]))
    else:
        said = _a_day(later, words)
        if later.retention != told.wishes.scheduled_for:
            said += f", {words.say('exam-day.retention', percent=percent(later.retention))}"
        key = "exam-day.later-still" if later.reached else "exam-day.later-not"
        rows.append((name, [("", words.say(key, plan=said, percent=percent(later.share)))]))
    if as_set is not None:
        rows.append((words.say("exam-day.as-set"), [("", _as_set(told, as_set, words))]))
    return rows


def _as_set(told: Exam, plan: Plan, words: Words) -> str:
    said = [_a_day(plan, words)]
    if told.new and not plan.all_met:
        said.append(words.say("exam-day.unmet", count=round(plan.prospect.course.waiting)))
    elif plan.last_new is not None:
        said.append(words.say("exam-day.all-met", day=iso(plan.last_new)))
    said.append(words.say("exam-day.share", percent=percent(plan.share)))
    return " · ".join(said)


def _grounds(told: Exam, found: Plan, words: Words) -> str:
    said = [words.say("exam-day.expected")]
    if found.prospect.sampled < told.cards:
        said.append(words.say("simulate.sampled", sampled=found.prospect.sampled, cards=told.cards))
    return " ".join(said)
