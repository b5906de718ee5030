"""The same days with other wishes, side by side: what each would cost, and what would be known at the end.

A small library is lived several times and the mean told, a large one in a sample of its cards, with limits that are
smaller in the same proportion.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from quiz.memory.memory import Memory
from quiz.stats.simulation.chance import sample
from quiz.stats.simulation.course import Course, Wishes, live

#: So many cards over a year are lived one by one; of more, a sample of so many.
SAMPLE: Final = 3_000
#: No sample is smaller, however many days there are.
SMALLEST_SAMPLE: Final = 300
#: So many cards make one course steady enough; fewer are lived several times, at most so often.
STEADY: Final = 1_000
TIMES: Final = 20
#: The retentions that are compared when nothing else is asked for.
RETENTIONS: Final = (0.70, 0.75, 0.80, 0.85, 0.90, 0.95, 0.97)
#: How many days lie between two mornings on which is asked what is known.
MORNINGS_APART: Final = 14


@dataclass(frozen=True, slots=True)
class Prospect:
    """What days with these wishes would hold, on average.

    `cards` is how many there are, `sampled` how many of them were lived (all of them, mostly). What is told is that of
    all cards. `course` is the mean course.
    """

    wishes: Wishes
    course: Course
    cards: int
    sampled: int

    @property
    def answers_a_day(self) -> float:
        """Answers, first meetings and same-day repetitions among them."""
        return _mean(self.course.answers)

    @property
    def minutes_a_day(self) -> float:
        """Minutes, on average over all days."""
        return _mean(self.course.seconds) / 60

    @property
    def busiest_minutes(self) -> float:
        """The minutes of the longest week, a day."""
        seconds = self.course.seconds
        weeks = (_mean(seconds[start : start + 7]) for start in range(max(1, len(seconds) - 6)))
        return max(weeks, default=0.0) / 60

    @property
    def hours(self) -> float:
        """Hours in all."""
        return sum(self.course.seconds) / 3600

    @property
    def known(self) -> float:
        """The cards that would be recalled on the morning after the last day."""
        return self.course.known[-1]

    @property
    def met(self) -> float:
        """The cards that would have been met by then."""
        return self.cards - self.course.waiting

    @property
    def late(self) -> float:
        """The reviews that stay left over: as many as on the best day of the last week."""
        return min(self.course.late[-7:], default=0.0)

    @property
    def hours_per_thousand(self) -> float | None:
        """Hours of work for each thousand cards recalled at the end; None where nothing is."""
        return self.hours * 1000 / self.known if self.known >= 1 else None


def prospect(
    memories: Sequence[Memory],
    new: int,
    wishes: Wishes,
    seed: int,
    *,
    mornings: Sequence[int] = (),
    largest: int = SAMPLE,
    steady: int = STEADY,
) -> Prospect:
    """Live days with these wishes, and tell the mean."""
    cards = len(memories) + new
    wanted = max(SMALLEST_SAMPLE, min(largest, largest * 365 // max(1, wishes.days)))
    places = sample(cards, wanted, seed)
    share = len(places) / cards if cards else 1.0
    if share < 1:
        ordered = sorted(memories, key=lambda memory: (memory.stability, memory.card))
        memories = [ordered[place] for place in places if place < len(memories)]
        new = len(places) - len(memories)
    lived = _smaller(wishes, share)
    times = max(1, min(TIMES, -(-steady // max(1, len(places)))))
    courses = [live(memories, new, lived, seed + again, mornings) for again in range(times)]
    return Prospect(wishes, _mean_course(courses, share), cards, len(places))


def compare(
    memories: Sequence[Memory],
    new: int,
    wishes: Iterable[Wishes],
    seed: int,
    tell: Callable[[Wishes], None] = lambda _: None,
) -> list[Prospect]:
    """A prospect for each of these wishes, all with the same luck. `tell` is called before each."""
    found = []
    for one in wishes:
        tell(one)
        found.append(prospect(memories, new, one, seed, mornings=range(0, one.days, MORNINGS_APART)))
    return found


def _smaller(wishes: Wishes, share: float) -> Wishes:
    if share >= 1:
        return wishes

    def part(limit: float | None) -> float | None:
        return None if limit is None else limit * share

    return replace(
        wishes,
        new_per_day=wishes.new_per_day * share,
        reviews_per_day=wishes.reviews_per_day * share,
        new_today=part(wishes.new_today),
        reviews_today=part(wishes.reviews_today),
        flood=max(1, round(wishes.flood * share)),
    )


def _mean_course(courses: Sequence[Course], share: float) -> Course:
    many = len(courses) * share

    def days(of: Callable[[Course], Sequence[float]]) -> tuple[float, ...]:
        return tuple(sum(day) / many for day in zip(*(of(course) for course in courses), strict=True))

    return Course(
        days(lambda course: course.answers),
        days(lambda course: course.met),
        days(lambda course: course.seconds),
        days(lambda course: course.late),
        courses[0].mornings,
        days(lambda course: course.known),
        sum(course.waiting for course in courses) / many,
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
