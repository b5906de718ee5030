"""Intervals are spread without chance, and better ratings come back later."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.memory.spread import INTERVAL_MAX, intervals, seed, spread

chances = st.floats(0, 1, exclude_max=True)
days = st.floats(0, 1e9)


@pytest.mark.parametrize(
    ("wanted", "earliest", "latest"),
    [
        (0.0, 1, 1),
        (1.4, 1, 1),
        (1.5, 2, 2),
        (2.4, 2, 2),
        (2.5, 2, 4),
        (5.0, 4, 6),
        (10.0, 8, 12),
        (30.0, 27, 33),
        (100.0, 93, 107),
        (36_500.0, 34_673, 36_500),
        (1e9, 36_500, 36_500),
    ],
)
def test_windows(wanted, earliest, latest):
    """Small intervals are only rounded; larger ones fall in a window that grows slower than they do."""
    found = {spread(wanted, step / 2000) for step in range(2000)}
    assert (min(found), max(found)) == (earliest, latest)


def test_every_day_of_a_window_is_as_likely():
    """Each day of the window has the same share of the chances: none is rarer at the ends."""
    found = [spread(10.0, step / 1000) for step in range(1000)]
    assert [found.count(day) for day in range(8, 13)] == [200] * 5


@pytest.mark.parametrize(
    ("card", "reviews", "expected"),
    [("retraites-2025/1", 0, 0.722023), ("retraites-2025/1", 1, 0.818778), ("é", 3, 0.679279), ("\udcff", 0, 0.16526)],
)
def test_seed(card, reviews, expected):
    """The seed of a card at a number of reviews is the same for ever and everywhere."""
    assert seed(card, reviews) == pytest.approx(expected, abs=1e-6)


@settings(max_examples=75, deadline=None)
@given(st.lists(days, min_size=3, max_size=3), chances)
def test_hard_good_easy(wanted, chance):
    """Hard < Good < Easy, in whole days from 1 to 36,500, whatever the model wants."""
    hard, good, easy = intervals(*wanted, chance)
    assert 1 <= hard < good < easy <= INTERVAL_MAX


@settings(max_examples=75, deadline=None)
@given(days, days, chances)
def test_spread_keeps_order(one, other, chance):
    """With one chance, a longer interval is never spread to before a shorter one."""
    low, high = sorted((one, other))
    assert spread(low, chance) <= spread(high, chance)
