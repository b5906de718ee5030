"""What simulated days tell: for programs as JSON, for tables as rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from quiz.memory import fsrs
from quiz.memory.memory import Memory
from quiz.stats.days import iso
from quiz.stats.simulation.compare import Prospect
from quiz.stats.simulation.course import Wishes
from quiz.stats.simulation.exam import Plan

WEEK = 7


@dataclass(frozen=True, slots=True)
class Comparison:
    """Prospects side by side. `wishes` are what is wished for now, `begun` how many cards were met before."""

    wishes: Wishes
    prospects: Sequence[Prospect]
    begun: int

    @property
    def cards(self) -> int:
        """How many cards there are."""
        return self.prospects[0].cards

    def is_yours(self, one: Prospect) -> bool:
        """Whether a prospect is that of what is wished for now."""
        return (one.wishes.retention, one.wishes.new_per_day) == (self.wishes.retention, self.wishes.new_per_day)


@dataclass(frozen=True, slots=True)
class Exam:
    """Plans for a day. `found` is the least that suffices, `later` the same begun a week later, `as_set` what comes of
    the settings as they are, `without_limit` what would suffice if it were not for the day's limit of reviews; each is
    None where there are no days, or no cards, or where it would say nothing new.
    """

    day: int
    wishes: Wishes
    target: float
    memories: tuple[Memory, ...]
    new: int
    decks: tuple[str, ...]
    found: Plan | None
    later: Plan | None
    as_set: Plan | None
    without_limit: Plan | None = None

    @property
    def cards(self) -> int:
        """How many cards there are."""
        return len(self.memories) + self.new

    @property
    def today(self) -> float:
        """How many of them would be recalled today."""
        weights, today = self.wishes.weights, self.wishes.today
        return sum(fsrs.retrievability(weights, one.stability, today - one.last_day) for one in self.memories)


def weeks(days: Sequence[float], apart: int = WEEK) -> list[float]:
    """The mean of each seven days; of what is left at the end too."""
    parts = [days[start : start + apart] for start in range(0, len(days), apart)]
    return [sum(part) / len(part) for part in parts]


def to_json(compared: Comparison) -> dict[str, Any]:
    """Everything, the curves by week."""
    wishes = compared.wishes
    habits = wishes.habits
    return {
        "study_day": wishes.today,
        "days": wishes.days,
        "cards": compared.cards,
        "met_before": compared.begun,
        "sampled": compared.prospects[0].sampled,
        "reviews_per_day": wishes.reviews_per_day,
        "own_weights": wishes.weights != fsrs.DEFAULTS,
        "answers_known": habits.reviews,
        "seconds": dict(zip(("again", "hard", "good", "easy"), map(_short, habits.seconds), strict=True)),
        "courses": [
            _row(compared, one)
            | {
                "answers_by_week": list(map(_short, weeks(one.course.answers))),
                "minutes_by_week": [_short(seconds / 60) for seconds in weeks(one.course.seconds)],
                "known_on": [
                    {"day": iso(wishes.today + morning), "cards": _short(known)}
                    for morning, known in zip(one.course.mornings, one.course.known, strict=True)
                ],
            }
            for one in compared.prospects
        ],
    }


def table(compared: Comparison) -> Iterable[tuple[object, ...]]:
    """A row for each course."""
    rows = [_row(compared, one) for one in compared.prospects]
    yield tuple(rows[0])
    for row in rows:
        yield tuple(row.values())


def _row(compared: Comparison, one: Prospect) -> dict[str, Any]:
    price = one.hours_per_thousand
    return {
        "retention": one.wishes.retention,
        "new_per_day": round(one.wishes.new_per_day),
        "yours": compared.is_yours(one),
        "answers_a_day": _short(one.answers_a_day),
        "minutes_a_day": _short(one.minutes_a_day),
        "hours": _short(one.hours),
        "met": round(one.met),
        "known": _short(one.known),
        "hours_per_1000_known": None if price is None else _short(price),
        "left_over": round(one.late),
    }


def exam_to_json(told: Exam) -> dict[str, Any]:
    """The plans."""
    return {
        "exam": iso(told.day),
        "days": told.day - told.wishes.today,
        "decks": list(told.decks),
        "cards": told.cards,
        "new": told.new,
        "known_today": _short(told.today),
        "target": told.target,
        "plan": _plan(told.found),
        "a_week_later": _plan(told.later),
        "as_set": _plan(told.as_set),
        "without_limit": _plan(told.without_limit),
    }


def exam_table(told: Exam) -> Iterable[tuple[object, ...]]:
    """A row for each plan there is."""
    plans = (
        ("plan", told.found),
        ("a_week_later", told.later),
        ("as_set", told.as_set),
        ("without_limit", told.without_limit),
    )
    rows = [(name, row) for name, plan in plans if (row := _plan(plan)) is not None]
    if rows:
        yield "plan", *rows[0][1]
    for name, row in rows:
        yield name, *row.values()


def _plan(plan: Plan | None) -> dict[str, Any] | None:
    if plan is None:
        return None
    return {
        "begins": iso(plan.begins),
        "new_per_day": plan.new_per_day,
        "retention": plan.retention,
        "reached": plan.reached,
        "all_met": plan.all_met,
        "last_new": None if plan.last_new is None else iso(plan.last_new),
        "share": round(plan.share, 4),
        "known": _short(plan.prospect.known),
        "minutes_a_day": _short(plan.prospect.minutes_a_day),
        "busiest_minutes": _short(plan.prospect.busiest_minutes),
        "left_over": round(plan.left_over),
    }


def _short(value: float) -> float:
    return round(value, 2)
