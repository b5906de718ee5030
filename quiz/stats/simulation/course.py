"""A course of days: each day what is due is asked, new cards are met, and what was failed comes back until it is known.

The rules are those of the scheduler (`memory/fsrs.py`, `memory/spread.py`) and of the queue (`study/queue.py`): new
cards up to the day's number, reviews up to the day's limit, behind it the relatively most overdue of the longest due
first, failed cards again on the same day and outside the limits. Whether a card is recalled is drawn with the chance
that the model foretells; how well, by the person's habits. One session a day, every day, to its end.

No object is made for a card or a review: the state is in lists by the card's place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from quiz.memory import fsrs, spread
from quiz.memory.memory import Memory
from quiz.stats.simulation.chance import INCREMENT, MASK, MULTIPLIER, UNIT, UNUSED_BITS, lines
from quiz.stats.simulation.habits import Habits

#: What the library hands to the queue, at most (`library/asking.py`).
FLOOD: Final = 2_000


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a learner wants of the days to come.

    `scheduled_for` is the retention for which the present due days were made: with another one the intervals of the
    cards in memory are stretched or shortened from the first day on, as the program does. `new_today` and
    `reviews_today` are what is left of the first day's limits; None is the whole. Behind by more than `flood`, the
    longest due are looked at and the rest waits its turn, as in the library.
    """

    today: int
    days: int = 365
    retention: float = 0.9
    scheduled_for: float = 0.9
    new_per_day: float = 10
    reviews_per_day: float = 200
    new_today: float | None = None
    reviews_today: float | None = None
    weights: tuple[float, ...] = fsrs.DEFAULTS
    flood: int = FLOOD
    habits: Habits = field(default_factory=Habits)


@dataclass(frozen=True, slots=True)
class Course:
    """What the days would hold. `answers`, `met` and `seconds` are of each day, `late` the cards left over at its end.

    `known` is the expected number of cards recalled on the mornings of `mornings`, which count days from the first;
    `waiting` are the cards that were never met.
    """

    answers: tuple[float, ...]
    met: tuple[float, ...]
    seconds: tuple[float, ...]
    late: tuple[float, ...]
    mornings: tuple[int, ...]
    known: tuple[float, ...]
    waiting: float


def live(memories: Sequence[Memory], new: int, wishes: Wishes, seed: int, mornings: Sequence[int] = ()) -> Course:
    """Live these days once.

    Args:
        memories: of the cards that were met before.
        new: how many cards wait to be met.
        wishes: how to live.
        seed: of all that is chance.
        mornings: the days, counted from the first, on which to ask what is known; the morning after the last is
            always asked.
    """
    weights, today, days = wishes.weights, wishes.today, wishes.days
    seconds_of = wishes.habits.seconds
    first_hard, first_good, first_easy = _steps(wishes.habits.first)
    retried_hard, retried_good, retried_easy = _steps(wishes.habits.retried)
    good_from, easy_from = _steps(wishes.habits.recalled)
    reach = fsrs.interval(weights, 1.0, wishes.retention)
    step, chance_of, spaced, spread_one = fsrs.step, fsrs.retrievability, spread.intervals, spread.spread
    longest = spread.INTERVAL_MAX - 1

    state = lines(seed, len(memories) + new)
    calendar: list[list[int]] = [[] for _ in range(days)]
    stability, difficulty, last, due, interval = _begun(memories, wishes, calendar)
    late = sorted(calendar[0], key=due.__getitem__) if days else []
    waiting = new
    new_left = review_left = 0.0
    asked_mornings = sorted({morning for morning in mornings if 0 <= morning < days} | {days})
    to_ask = list(reversed(asked_mornings))
    answers, met, spent, behind, known = [0.0] * days, [0.0] * days, [0.0] * days, [0.0] * days, list[float]()

    for day in range(days):
        now = today + day
        if to_ask[-1] == day:
            to_ask.pop()
            known.append(_known(weights, stability, last, now))
        new_left = new_left % 1 + (wishes.new_per_day if day or wishes.new_today is None else wishes.new_today)
        review_left = review_left % 1 + (
            wishes.reviews_per_day if day or wishes.reviews_today is None else wishes.reviews_today
        )
        if day:
            late += calendar[day]
            calendar[day] = []
        chosen, late = _chosen(late, int(review_left), wishes.flood, now, due, interval)
        behind[day] = len(late)
        fresh = min(int(new_left), waiting)
        waiting -= fresh
        answered, took = 0, 0.0
        for card in (*chosen, *range(len(stability), len(stability) + fresh)):
            x = (state[card] * MULTIPLIER + INCREMENT) & MASK
            u = (x >> UNUSED_BITS) * UNIT
            before: float | None = None
            hard: float | None = None
            elapsed = 0
            if card < len(stability):
                before, hard, elapsed = stability[card], difficulty[card], now - last[card]
                recall = chance_of(weights, before, elapsed)
                if elapsed <= 0:  # failed before on this first day
                    rating = 1 if u < retried_hard else 2 if u < retried_good else 3 if u < retried_easy else 4
                elif u >= recall:
                    rating = 1
                else:
                    u /= recall
                    rating = 2 if u < good_from else 3 if u < easy_from else 4
            else:
                rating = 1 if u < first_hard else 2 if u < first_good else 3 if u < first_easy else 4
                for state_of in (stability, difficulty):
                    state_of.append(0.0)
                for day_of in (last, due, interval):
                    day_of.append(0)
            after = step(weights, before, hard, rating, elapsed)
            answered += 1
            took += seconds_of[rating - 1]
            while rating == 1:
                before, hard = after
                elapsed = 0
                x = (x * MULTIPLIER + INCREMENT) & MASK
                u = (x >> UNUSED_BITS) * UNIT
                rating = 1 if u < retried_hard else 2 if u < retried_good else 3 if u < retried_easy else 4
                after = step(weights, before, hard, rating, 0)
                answered += 1
                took += seconds_of[rating - 1]
            x = (x * MULTIPLIER + INCREMENT) & MASK
            state[card] = x
            good = reach * after[0]
            u = (x >> UNUSED_BITS) * UNIT
            if rating == 3:  # most reviews: Good keeps its place whatever Hard and Easy would be
                apart = min(max(spread_one(good, u), 2), longest)
            else:
                # Hard and Easy give way to Good, so that what Good would have made has to be known.
                own, good = good, reach * step(weights, before, hard, 3, elapsed)[0]
                apart = spaced(own, good, good, u)[0] if rating == 2 else spaced(good, good, own, u)[2]
            stability[card], difficulty[card] = after
            last[card] = now
            due[card] = now + apart
            interval[card] = apart
            if day + apart < days:
                calendar[day + apart].append(card)
        answers[day], met[day], spent[day] = answered, fresh, took
    known.append(_known(weights, stability, last, today + days))
    return Course(tuple(answers), tuple(met), tuple(spent), tuple(behind), tuple(asked_mornings), tuple(known), waiting)


def _steps(shares: Sequence[float]) -> tuple[float, ...]:
    """Where each share but the first begins, when they lie side by side from 0 to 1."""
    total, sums = sum(shares), list[float]()
    for share in shares[:-1]:
        sums.append((sums[-1] if sums else 0.0) + share / total)
    return tuple(sums)


def _begun(
    memories: Sequence[Memory], wishes: Wishes, calendar: list[list[int]]
) -> tuple[list[float], list[float], list[int], list[int], list[int]]:
    """The cards in memory as they stand on the first morning, each on the day on which it is due."""
    weights = wishes.weights
    longer = 1.0
    if wishes.retention != wishes.scheduled_for:
        longer = fsrs.interval(weights, 1.0, wishes.retention) / fsrs.interval(weights, 1.0, wishes.scheduled_for)
    due, interval = list[int](), list[int]()
    for card, memory in enumerate(memories):
        apart = memory.interval if longer == 1.0 or memory.again else max(1, round(memory.interval * longer))
        day = memory.last_day + apart
        if memory.buried_on == wishes.today:
            day = max(day, wishes.today + 1)
        due.append(day)
        interval.append(apart)
        wait = max(0, day - wishes.today)
        if wait < wishes.days:
            calendar[wait].append(card)
    return (
        [memory.stability for memory in memories],
        [memory.difficulty for memory in memories],
        [memory.last_day for memory in memories],
        due,
        interval,
    )


def _chosen(
    late: list[int], left: int, flood: int, now: int, due: Sequence[int], interval: Sequence[int]
) -> tuple[list[int], list[int]]:
    """What is asked of what waits (the longest due first), and what is left over, in the same order."""
    if len(late) <= left:
        return late, []
    ranked = sorted(late[: max(flood, left)], key=lambda card: (due[card] - now) / max(1, interval[card]))
    chosen = set(ranked[:left])
    return ranked[:left], [card for card in late if card not in chosen]


def _known(weights: Sequence[float], stability: Sequence[float], last: Sequence[int], now: int) -> float:
    chance_of = fsrs.retrievability
    return sum([chance_of(weights, own, now - day) for own, day in zip(stability, last, strict=True)])
