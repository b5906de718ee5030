"""A course of days: small ones worked out by hand, larger ones against another simulator, and its laws."""

from __future__ import annotations

from dataclasses import replace
from math import isclose
from statistics import mean

import fsrs_rs_python
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quiz.memory import fsrs
from quiz.memory.day import Moment
from quiz.memory.memory import Memory
from quiz.memory.recall import futures
from quiz.stats.simulation.course import Wishes, live
from quiz.stats.simulation.habits import Habits

TODAY = 20_000
DAY_MS = 86_400_000
#: A learner whose recalls are always Good, and who knows a failed card at the first repetition.
STEADY = Habits((10.0, 8.0, 6.0, 4.0), (0, 0, 1, 0), (0, 1, 0), (0, 0, 1, 0))
#: Weights by which a memory can be as good as gone: the curve of forgetting is the steepest there is.
STEEP = (*fsrs.DEFAULTS[:20], 0.8)


def memory(card: str = "c", *, stability: float = 10.0, due_in: int = 0, interval: int = 10, **more: int) -> Memory:
    """A card that is due in so many days."""
    due = TODAY + due_in
    return Memory(card, stability, 5.0, 0, due - interval, due, interval, reviews=3, **more)


def library(count: int) -> list[Memory]:
    """Cards of many ages, as a year of study leaves them."""
    cards = []
    for n in range(count):
        interval = 2 + (n * 37) % 90
        cards.append(memory(f"c{n}", stability=float(interval), due_in=n % interval, interval=interval))
    return cards


# --- worked out by hand ----------------------------------------------------------------------------------------------


def test_a_card_that_cannot_be_forgotten_is_asked_once() -> None:
    """Stability 36,500 days, due today: one answer, Good, 6 seconds; known; not due again for years."""
    course = live([memory(stability=36_500.0, interval=1)], 0, Wishes(TODAY, 30, habits=STEADY), 1)

    assert course.answers == (1.0, *[0.0] * 29)
    assert course.seconds == (6.0, *[0.0] * 29)
    assert isclose(course.known[-1], fsrs.retrievability(fsrs.DEFAULTS, 36_500, 30))


def test_a_card_that_cannot_be_remembered_is_failed_and_asked_again_on_the_same_day() -> None:
    """Stability 0.001 days after 20,000 days by the steepest curve: Again, then Good: two answers, 10 + 6 seconds."""
    gone = memory(stability=0.001, interval=20_000)
    wishes = Wishes(TODAY, 1, weights=STEEP, habits=STEADY)

    course = live([gone], 0, wishes, 1)

    assert fsrs.retrievability(STEEP, 0.001, 20_000) < 1e-5
    assert (course.answers, course.seconds) == ((2.0,), (16.0,))
    failed = fsrs.step(STEEP, 0.001, 5.0, 1, 20_000)
    known = fsrs.step(STEEP, *failed, 3, 0)
    assert isclose(course.known[-1], fsrs.retrievability(STEEP, known[0], 1))


def test_the_expected_answers_of_one_card_due_today() -> None:
    """Recalled with chance 0.9, else repeated until a repetition of chance 0.8 succeeds: 1 + 0.1 / 0.8 = 1.125."""
    habits = replace(STEADY, retried=(0.2, 0, 0.8, 0))
    card = memory(stability=10.0, interval=10)

    answers = [live([card], 0, Wishes(TODAY, 1, habits=habits), seed).answers[0] for seed in range(8_000)]

    assert mean(answers) == pytest.approx(1.125, abs=0.012)  # three standard errors


def test_the_expected_first_answers_of_a_new_card() -> None:
    """Met with Again in 3 of 10 cases, and known at each repetition: 1.3 answers; 6 s and, in 3 of 10, 10 s more."""
    habits = replace(STEADY, first=(0.3, 0, 0.7, 0))

    courses = [live([], 1, Wishes(TODAY, 1, habits=habits), seed) for seed in range(10_000)]

    assert mean(course.answers[0] for course in courses) == pytest.approx(1.3, abs=0.015)
    assert mean(course.seconds[0] for course in courses) == pytest.approx(9.0, abs=0.15)
    assert {course.met for course in courses} == {(1.0,)}


def test_limits_of_the_first_day_and_of_the_others() -> None:
    """Three new cards are left for today and five a day after: 12 cards are met on days 3, 5, 4."""
    course = live([], 12, Wishes(TODAY, 5, new_per_day=5, new_today=3, habits=STEADY), 1)

    assert course.met == (3.0, 5.0, 4.0, 0.0, 0.0)
    assert course.waiting == 0


def test_a_limit_of_reviews_leaves_the_rest_for_tomorrow() -> None:
    """Ten cards due, four a day: six wait, then two, then none."""
    cards = [memory(f"c{n}", stability=36_500.0) for n in range(10)]

    course = live(cards, 0, Wishes(TODAY, 3, reviews_per_day=4, habits=STEADY), 1)

    assert course.answers == (4.0, 4.0, 2.0)
    assert course.late == (6.0, 2.0, 0.0)


def test_the_relatively_most_overdue_is_asked_first() -> None:
    """Two days late after two days is later than ten days late after a hundred: one review a day takes it first."""
    fresh = memory("fresh", stability=36_500.0, due_in=-2, interval=2)
    old = memory("old", stability=0.001, due_in=-10, interval=100)
    wishes = Wishes(TODAY, 1, reviews_per_day=1, weights=STEEP, habits=STEADY)

    assert live([old, fresh], 0, wishes, 1).answers == (1.0,)
    assert live([old], 0, wishes, 1).answers == (2.0,)


def test_another_retention_moves_the_days_of_the_cards_in_memory() -> None:
    """Due in 30 days at 90 %: for 80 % later than that, for 97 % sooner, and at once where it is past."""
    card = memory(stability=36_500.0, due_in=30, interval=60)

    def first_day(retention: float) -> int:
        wishes = Wishes(TODAY, 400, retention=retention, scheduled_for=0.9, habits=STEADY)
        return live([card], 0, wishes, 1).answers.index(1.0)

    assert first_day(0.9) == 30
    assert 100 < first_day(0.8) < 300
    assert first_day(0.97) == 0


def test_a_buried_card_waits_for_tomorrow() -> None:
    """Buried today: asked on the second day."""
    card = memory(stability=36_500.0, buried_on=TODAY)

    assert live([card], 0, Wishes(TODAY, 2, habits=STEADY), 1).answers == (0.0, 1.0)


def test_a_card_failed_before_on_the_first_day_is_a_repetition() -> None:
    """Failed this morning, due again today: no recall is foretold of it, it is repeated by the person's habits."""
    card = Memory("c", 1.0, 5.0, 0, TODAY, TODAY, 0, again=True, reviews=3)
    knows, fails_once = STEADY, replace(STEADY, retried=(0.5, 0, 0.5, 0))

    assert live([card], 0, Wishes(TODAY, 1, habits=knows), 1).answers == (1.0,)
    assert mean(live([card], 0, Wishes(TODAY, 1, habits=fails_once), n).answers[0] for n in range(4_000)) == (
        pytest.approx(2, abs=0.07)
    )


# --- the rules of the scheduler --------------------------------------------------------------------------------------


@settings(max_examples=20, deadline=None)
@given(
    stability=st.floats(0.05, 400),
    elapsed=st.integers(1, 60),
    rating=st.sampled_from((2, 3, 4)),
    retention=st.sampled_from((0.7, 0.8, 0.9, 0.97)),
)
def test_a_card_comes_back_when_the_scheduler_says(
    stability: float, elapsed: int, rating: int, retention: float
) -> None:
    """The day of the second review is one that the scheduler gives this card, under some name, after this rating."""
    recalled = tuple(float(rating == other) for other in (2, 3, 4))
    habits = replace(STEADY, recalled=recalled)
    card = memory(stability=stability, interval=elapsed)
    wishes = Wishes(TODAY, 400, retention=retention, scheduled_for=retention, weights=fsrs.DEFAULTS, habits=habits)
    came = set()
    for seed in range(25):
        course = live([card], 0, wishes, seed)
        if course.answers[0] == 1:  # recalled at once
            came.add(next((day for day, answers in enumerate(course.answers) if day and answers), 400))

    now = Moment(TODAY * DAY_MS + 12 * 3_600_000, 0)
    foretold = {
        min(400, futures(card._replace(card=f"{n}"), now, retention=retention)[rating].interval) for n in range(250)
    }
    assert came <= foretold


# --- laws ------------------------------------------------------------------------------------------------------------


def test_the_same_call_gives_the_same_days() -> None:
    """Chance is an argument: one seed, one course; another seed, another."""
    cards, wishes = library(60), Wishes(TODAY, 120, weights=fsrs.DEFAULTS)

    assert live(cards, 40, wishes, 7) == live(cards, 40, wishes, 7)
    assert live(cards, 40, wishes, 7) != live(cards, 40, wishes, 8)


def test_the_numbers_are_those_of_every_machine() -> None:
    """A course worked out elsewhere: whole numbers and few operations, so that no processor differs."""
    course = live(library(20), 10, Wishes(TODAY, 30, new_per_day=1), 42)

    assert [int(answers) for answers in course.answers] == PINNED


PINNED = [2, 3, 5, 3, 3, 3, 4, 3, 4, 6, 2, 3, 1, 4, 1, 1, 4, 3, 3, 4, 0, 1, 1, 0, 1, 4, 0, 2, 1, 2]


@settings(max_examples=25, deadline=None)
@given(
    cards=st.integers(0, 30),
    new=st.integers(0, 30),
    days=st.integers(0, 60),
    a_day=st.integers(0, 12),
    limit=st.integers(0, 20),
    retention=st.floats(0.7, 0.97),
    seed=st.integers(0, 2**64 - 1),
)
@example(cards=1, new=0, days=0, a_day=0, limit=0, retention=0.9375, seed=0)  # overdue, and no day to come
def test_what_is_always_so(
    cards: int, new: int, days: int, a_day: int, limit: int, retention: float, seed: int
) -> None:
    """No more is known than was met, no more is met than waits or is wished for, and nothing is negative."""
    course = live(
        library(cards),
        new,
        Wishes(TODAY, days, retention=retention, new_per_day=a_day, reviews_per_day=limit),
        seed,
        range(0, days, 7),
    )

    met = sum(course.met)
    assert met == min(new, a_day * days)
    assert course.waiting == new - met
    assert len(course.answers) == len(course.seconds) == len(course.late) == days
    assert len(course.known) == len(course.mornings)
    assert all(0 <= known <= cards + new for known in course.known)
    assert course.known[-1] <= cards + met
    assert min((*course.answers, *course.seconds, *course.late), default=0.0) >= 0


def test_no_new_cards_no_first_meetings() -> None:
    """Without new cards a day none is met, whatever waits."""
    course = live(library(10), 500, Wishes(TODAY, 60, new_per_day=0), 1)

    assert sum(course.met) == 0
    assert course.waiting == 500


def test_to_want_more_never_means_fewer_reviews() -> None:
    """On average over the seeds, from .70 to .97, each higher retention asks for more and knows more."""
    cards = library(80)
    answers, known = [], []
    for retention in (0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.97):
        wishes = Wishes(TODAY, 365, retention=retention, reviews_per_day=10_000)
        courses = [live(cards, 60, wishes, seed) for seed in range(4)]
        answers.append(mean(sum(course.answers) for course in courses))
        known.append(mean(course.known[-1] for course in courses))

    assert answers == sorted(answers)
    assert known == sorted(known)


# --- against another simulator ---------------------------------------------------------------------------------------


def test_the_same_order_of_magnitude_as_another_simulator() -> None:
    """fsrs-rs with the same weights, ratings and limits: answers within 30 %, cards known within 10 %, one order.

    A rough oracle: it repeats cards by its own steps, spreads nothing, and its day has no 4 in the morning.
    """
    new, a_day, days = 600, 10, 180
    first, recalled, retried = (0.25, 0.1, 0.6, 0.05), (0.12, 0.8, 0.08), (0.15, 0.05, 0.79, 0.01)
    config = fsrs_rs_python.SimulatorConfig(
        deck_size=new,
        learn_span=days,
        max_cost_perday=1e9,
        max_ivl=36_500.0,
        first_rating_prob=list(first),
        review_rating_prob=list(recalled),
        learn_limit=a_day,
        review_limit=9_999,
        new_cards_ignore_review_limit=True,
        learning_step_transitions=[list(retried)] * 3,
        relearning_step_transitions=[list(retried)] * 3,
        state_rating_costs=[[1.0] * 4] * 3,
        learning_step_count=1,
        relearning_step_count=1,
    )
    theirs, ours = {}, {}
    for retention in (0.75, 0.85, 0.95):
        told = fsrs_rs_python.simulate(list(fsrs.DEFAULTS), retention, config, 1)
        theirs[retention] = sum(told.cost_per_day), told.memorized_cnt_per_day[-1]
        wishes = Wishes(
            TODAY, days, retention=retention, new_per_day=a_day, reviews_per_day=9_999,
            habits=Habits((1.0,) * 4, first, recalled, retried),
        )  # fmt: skip
        course = live([], new, wishes, 1)
        ours[retention] = sum(course.seconds), course.known[-1]

    for retention, (answers, known) in theirs.items():
        assert ours[retention][0] == pytest.approx(answers, rel=0.3), (ours, theirs)
        assert ours[retention][1] == pytest.approx(known, rel=0.1), (ours, theirs)
    assert sorted(ours.values()) == list(ours.values())
    assert sorted(theirs.values()) == list(theirs.values())
