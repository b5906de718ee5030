"""The figures of `quiz stats`: a log, the memories and the library's cards, as one value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp
from typing import Final

from quiz.memory.day import Moment, study_day
from quiz.memory.event import Event
from quiz.memory.memory import Memory
from quiz.memory.recall import retrievability_now
from quiz.stats.cards import States, due_ahead, hardest_of, states_of
from quiz.stats.share import Share, share
from quiz.stats.tally import Corrections, Tally, tally

#: The days of retention, of the kinds and of the calendar, up to today.
RETENTION_DAYS: Final = 30
YEAR_DAYS: Final = 365
WEEK_DAYS: Final = 7

_FIRST_DAY: Final = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Today:
    """What was done today: answers, cards, cards met for the first time, time; and the cards that are due still."""

    answers: int
    cards: int
    new: int
    seconds: float
    due: int


@dataclass(frozen=True, slots=True)
class KindFigures:
    """One kind of answer, over a year: what is recalled of it, and how often the learner overruled the machine.

    `overruled` is a share of the answers that the machine judged; `to_right` and `to_wrong` are its two directions.
    """

    kind: str
    retention: Share
    overruled: Share
    to_right: int
    to_wrong: int


@dataclass(frozen=True, slots=True)
class HardCard:
    """A card that was forgotten often: how often, and what is usually typed where it is wrong ("" if nothing is)."""

    card: str
    lapses: int
    usual: str


@dataclass(frozen=True, slots=True)
class Figures:
    """All there is to say. Days are study days, as ISO dates where they are shown.

    `due` are the cards due on each of the next 14 days, the first being today with all that is overdue; `due_week` is
    the sum of the first seven. `recalled` of `met` cards would be recalled now (the sum of their retrievabilities).
    `retention` is the share recalled of the reviews a day or more after the last one, in the last 30 days. `bias` is
    the mean relative error of typed amounts (-0.08: 8 % low), or None without `estimates`. `year` are the answers of
    each day of the last 365 on which there were any.
    """

    day: str
    today: Today
    due: tuple[int, ...]
    due_week: int
    streak: int
    longest_streak: int
    retention: Share
    wanted: float
    kinds: tuple[KindFigures, ...]
    states: States
    recalled: float
    met: int
    answers: int
    seconds_month: float
    seconds: float
    estimates: int
    bias: float | None
    hardest: tuple[HardCard, ...]
    year: Mapping[str, int]


def figures(
    events: Iterable[Event],
    memories: Mapping[str, Memory],
    kinds: Mapping[str, str],
    now: Moment,
    *,
    corrections: Iterable[Event] | None = None,
    weights: Sequence[float] = (),
    wanted: float = 0.9,
    rollover_hour: int = 4,
) -> Figures:
    """The figures at `now`.

    Args:
        events: the log, in the order of (at, id) where `corrections` are given, else in any order.
        memories: the memory of each card that has one.
        kinds: the kind of answer of each card of the library; cards that are not in it are history only.
        now: the present.
        corrections: the undone, regraded and renamed events of the log. With them `events` may be an iterator, and are
            counted in one pass without being kept; without them all events are read first, to find the corrections.
        weights: the weights of the model; () are the defaults.
        wanted: the retention that the learner asked for.
        rollover_hour: the hour at which a study day begins.
    """
    if corrections is None:
        corrections = events = _in_time(events)
    today = study_day(now, rollover_hour)
    living = {card: memory for card, memory in memories.items() if card in kinds}
    hardest = hardest_of(living.values())
    counted = tally(
        events,
        Corrections(corrections),
        today=today,
        rollover_hour=rollover_hour,
        kinds=kinds,
        window=RETENTION_DAYS,
        kind_window=YEAR_DAYS,
        watched={memory.card for memory in hardest},
    )
    due = due_ahead(living.values(), today)
    met = [memory for memory in living.values() if memory.reviews]
    days = counted.answers
    return Figures(
        day=_iso(today),
        today=Today(
            days[today], len(counted.cards_today), counted.new_today, counted.milliseconds[today] / 1000, due[0]
        ),
        due=due,
        due_week=sum(due[:WEEK_DAYS]),
        streak=_streak(days, today),
        longest_streak=_longest(days),
        retention=share(counted.recalled, counted.due),
        wanted=wanted,
        kinds=tuple(
            KindFigures(
                kind,
                share(one.recalled, one.due),
                share(one.to_right + one.to_wrong, one.graded),
                one.to_right,
                one.to_wrong,
            )
            for kind, one in sorted(counted.kinds.items())
        ),
        states=states_of(living, kinds),
        recalled=sum(retrievability_now(memory, today, weights=weights) for memory in met),
        met=len(met),
        answers=sum(days.values()),
        seconds_month=_sum_since(counted.milliseconds, today - RETENTION_DAYS) / 1000,
        seconds=sum(counted.milliseconds.values()) / 1000,
        estimates=counted.estimates,
        bias=exp(counted.error / counted.estimates) - 1 if counted.estimates else None,
        hardest=tuple(HardCard(memory.card, memory.lapses, _usual(counted, memory.card)) for memory in hardest),
        year={_iso(day): days[day] for day in sorted(days) if day > today - YEAR_DAYS and days[day]},
    )


def _in_time(events: Iterable[Event]) -> list[Event]:
    known = {event.id: event for event in events}
    return [event for _, event in sorted(known.items(), key=lambda one: (one[1].at, one[0]))]


def _usual(counted: Tally, card: str) -> str:
    return next((typed for typed, _ in counted.wrong_typed[card].most_common(1)), "")


def _streak(days: Mapping[int, int], today: int) -> int:
    """The days in a row with an answer, up to today; a day that is not over yet does not break it."""
    day = today if days.get(today) else today - 1
    length = 0
    while days.get(day - length):
        length += 1
    return length


def _longest(days: Mapping[int, int]) -> int:
    longest = length = 0
    before: int | None = None
    for day in sorted(day for day, answers in days.items() if answers):
        length = length + 1 if before == day - 1 else 1
        longest, before = max(longest, length), day
    return longest


def _sum_since(by_day: Mapping[int, int], day: int) -> int:
    return sum(amount for when, amount in by_day.items() if when > day)


def _iso(day: int) -> str:
    return date.fromordinal(_FIRST_DAY + day).isoformat()
