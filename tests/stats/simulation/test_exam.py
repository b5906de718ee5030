"""What suffices by a day: the fewest new cards that meet all of them and bring the share that is wanted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quiz.memory.memory import Memory
from quiz.stats.simulation.course import Wishes
from quiz.stats.simulation.exam import attempt, plan

TODAY = 20_000


def strong(count: int) -> list[Memory]:
    """Cards that are known for years."""
    return [Memory(f"c{n}", 5_000.0, 5.0, 0, TODAY - 10, TODAY + 600, 610, reviews=9) for n in range(count)]


@pytest.mark.parametrize(
    ("new", "days", "number", "last_new"),
    [
        (100, 50, 2, 49),  # two a day, the last ones on the eve
        (101, 50, 3, 33),  # two a day would leave one out; three meet all on the 34th day
        (40, 200, 1, 39),
        (10, 1, 10, 0),  # tomorrow: all of them today
    ],
)
def test_the_fewest_new_cards_a_day(new: int, days: int, number: int, last_new: int) -> None:
    """Where the target is low, what decides is only that every card is met before the day."""
    found = plan([], new, Wishes(TODAY, days), 0.6, 1)

    assert found.reached
    assert (found.new_per_day, found.last_new) == (number, TODAY + last_new)
    assert found.retention == 0.9


def test_fewer_new_cards_a_day_would_not_do() -> None:
    """One new card a day less, for the same retention, misses a card or the target."""
    found = plan([], 120, Wishes(TODAY, 20), 0.93, 5)
    less = attempt([], 120, replace(found.prospect.wishes), found.new_per_day - 1, 0.93, 5)

    assert found.reached
    assert found.share >= 0.925
    assert not less.reached


def test_a_higher_target_takes_a_higher_retention() -> None:
    """90 % comes with what is wanted already; 96 % does not, and costs more."""
    modest = plan([], 100, Wishes(TODAY, 150), 0.90, 1)
    ambitious = plan([], 100, Wishes(TODAY, 150), 0.96, 1)

    assert modest.reached
    assert ambitious.reached
    assert modest.retention == 0.9 < ambitious.retention
    assert modest.prospect.hours < ambitious.prospect.hours


def test_what_cannot_be_reached_is_said() -> None:
    """99.9 % of cards met within three days: nothing reaches it, and the nearest plan still meets them all."""
    found = plan([], 60, Wishes(TODAY, 3), 0.999, 1)

    assert not found.reached
    assert found.all_met
    assert 0.7 < found.share < 0.99


def test_a_deck_that_is_known_needs_nothing_new() -> None:
    """No card waits: no new ones a day, no last one, and next to no time."""
    found = plan(strong(50), 0, Wishes(TODAY, 100), 0.9, 1)

    assert found.reached
    assert (found.new_per_day, found.last_new) == (0, None)
    assert found.prospect.minutes_a_day == 0
    assert found.share > 0.99


def test_too_few_a_day_leave_cards_unmet() -> None:
    """Two a day for ten days meet twenty of a hundred: not all, and at most a fifth recalled."""
    tried = attempt([], 100, Wishes(TODAY, 10), 2, 0.9, 1)

    assert not tried.all_met
    assert not tried.reached
    assert tried.share <= 0.2


def test_no_day_is_no_plan() -> None:
    """Today's exam cannot be planned for."""
    with pytest.raises(ValueError, match="a day away"):
        plan([], 10, Wishes(TODAY, 0), 0.9, 1)
