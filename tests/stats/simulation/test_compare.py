"""Days compared: means of small libraries, samples of large ones."""

from __future__ import annotations

from itertools import pairwise
from statistics import mean

import pytest

from quiz.memory.memory import Memory
from quiz.stats.simulation.chance import lines, sample
from quiz.stats.simulation.compare import compare, prospect
from quiz.stats.simulation.course import Wishes, live

TODAY = 20_000


def library(count: int) -> list[Memory]:
    """Cards of many ages, as a year of study leaves them."""
    cards = []
    for n in range(count):
        interval = 2 + (n * 37) % 90
        due = TODAY + n % interval
        cards.append(Memory(f"c{n}", float(interval), 5.0, 0, due - interval, due, interval, reviews=3))
    return cards


def test_a_small_library_is_lived_several_times() -> None:
    """What is told of ten cards is the mean of twenty courses."""
    cards, wishes = library(10), Wishes(TODAY, 60)

    told = prospect(cards, 5, wishes, 3)

    lived = [live(cards, 5, wishes, 3 + again) for again in range(20)]
    assert sum(told.course.answers) == pytest.approx(mean(sum(course.answers) for course in lived))
    assert told.known == pytest.approx(mean(course.known[-1] for course in lived))
    assert (told.cards, told.sampled, told.met) == (15, 15, 15)


@pytest.mark.parametrize("limit", [400, 60])
def test_a_sample_tells_what_the_whole_does(limit: int) -> None:
    """1,200 of 6,000 cards, with a fifth of the limits: what is told is within 5 % of the whole, behind or not."""
    cards, wishes = library(4_000), Wishes(TODAY, 90, new_per_day=15, reviews_per_day=limit)

    whole = prospect(cards, 2_000, wishes, 1, largest=10**9)
    part = prospect(cards, 2_000, wishes, 1, largest=1_200)

    assert (whole.sampled, part.sampled) == (6_000, 1_200)
    assert (whole.late > 1_000) == (limit == 60)
    for name in ("cards", "answers_a_day", "minutes_a_day", "known", "met"):
        assert getattr(part, name) == pytest.approx(getattr(whole, name), rel=0.05), name
    assert part.late == pytest.approx(whole.late, abs=0.05 * whole.cards)


def test_a_prospect_sums_up_its_course() -> None:
    """Means a day, the busiest week, hours, and hours for each thousand known: by hand from the course."""
    told = prospect(library(100), 20, Wishes(TODAY, 28, new_per_day=2), 1)
    seconds = told.course.seconds

    assert told.answers_a_day == pytest.approx(sum(told.course.answers) / 28)
    assert told.minutes_a_day == pytest.approx(sum(seconds) / 28 / 60)
    assert told.busiest_minutes == pytest.approx(max(sum(seconds[d : d + 7]) for d in range(22)) / 7 / 60)
    assert told.hours_per_thousand == pytest.approx(sum(seconds) / 3.6 / told.known)
    assert told.known <= told.met <= told.cards


def test_nothing_to_live() -> None:
    """No cards: no answers, nothing known, and no price for it."""
    told = prospect([], 0, Wishes(TODAY, 10), 1)

    assert (told.answers_a_day, told.minutes_a_day, told.known, told.late) == (0, 0, 0, 0)
    assert told.hours_per_thousand is None


def test_wishes_are_lived_in_their_order() -> None:
    """One prospect for each wish; before each it is told."""
    wishes = [Wishes(TODAY, 20, new_per_day=number) for number in (1, 5, 2)]
    heard = []

    told = compare(library(20), 50, wishes, 1, heard.append)

    assert heard == wishes == [one.wishes for one in told]
    assert [one.met for one in told] == [40, 70, 60]
    assert told[0].course.mornings == (0, 14, 20)


def test_a_sample_is_fair_and_even() -> None:
    """Of 1,000 places 300, each once, ascending, three or four apart; each place as likely as another."""
    places = sample(1_000, 300, 1)

    assert len(places) == 300
    assert {later - earlier for earlier, later in pairwise(places)} == {3, 4}
    assert 0 <= places[0] < 4
    assert 996 <= places[-1] < 1_000
    assert places != sample(1_000, 300, 2)
    assert sample(5, 9, 1) == [0, 1, 2, 3, 4]
    counts = [0] * 20
    for seed in range(2_000):
        for place in sample(20, 6, seed):
            counts[place] += 1
    assert all(500 < count < 700 for count in counts)  # 600, and nearly five standard deviations


def test_each_card_has_its_own_luck() -> None:
    """Lines of numbers begin at different places, and at others for another seed."""
    assert len({*lines(1, 1_000), *lines(2, 1_000)}) == 2_000
