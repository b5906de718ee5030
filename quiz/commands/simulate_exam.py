"""`quiz simulate --exam`: how many new cards and how much time a day, so that a deck is known on a day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from quiz.house import House

#: What "a week later" is.
WEEK = 7
#: More reviews a day than anybody can do.
NO_LIMIT = 1_000_000


def run_exam(options: Namespace, retentions: Sequence[float], target: float | None, house: House) -> int:
    """Look for a plan, and for the one of a week later, and tell them."""
    from quiz.commands.simulate import paper, show, stands, write_csv
    from quiz.stats.simulation.exam import attempt, plan
    from quiz.stats.simulation.told import Exam, exam_table, exam_to_json
    from quiz.terminal.simulated_exam import draw

    day = exam_day(options.exam, house)
    present = stands(options, house)
    days = day - present.wishes.today
    wishes = replace(present.wishes, days=days, new_today=None, reviews_today=None)
    if retentions:
        wishes = replace(wishes, retention=retentions[0])
    memories, new, seed = present.memories, present.new, options.seed
    wanted = wishes.retention if target is None else target
    found = later = as_set = without_limit = None
    if days and (memories or new):
        found = plan(memories, new, wishes, wanted, seed)
        if not found.reached and found.left_over:
            without_limit = plan(memories, new, replace(wishes, reviews_per_day=NO_LIMIT), wanted, seed)
        as_set = attempt(memories, new, wishes, house.settings.new_per_day, wanted, seed)
        if days > WEEK:
            later = plan(memories, new, replace(wishes, today=wishes.today + WEEK, days=days - WEEK), wanted, seed)
    told = Exam(day, wishes, wanted, tuple(memories), new, present.decks, found, later, as_set, without_limit)
    if options.json:
        from quiz.commands.printed import write_json

        write_json(exam_to_json(told) | {"seed": seed}, house)
    elif options.csv:
        write_csv(exam_table(told), house)
    else:
        sheet = paper(options, house)
        show(draw(told, house.words, sheet), sheet, house)
    return 0


def exam_day(text: str, house: House) -> int:
    """The study day that is meant. `Failure`: "exam-unreadable", "exam-past", "exam-far"."""
    from quiz.commands.simulate import DAYS_MAX
    from quiz.stats.ahead import ahead
    from quiz.stats.days import iso

    today = house.today()
    day = ahead(text, today, house.language)
    if day is None:
        raise Failure(Problem("exam-unreadable", facts={"text": text}), exit_code=2)
    if day < today:
        raise Failure(Problem("exam-past", facts={"day": iso(day)}), exit_code=2)
    if day - today > DAYS_MAX:
        raise Failure(Problem("exam-far", facts={"day": iso(day), "years": DAYS_MAX // 365}), exit_code=2)
    return day
