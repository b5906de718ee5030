"""How quickly a right answer came, within the person's own history."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.study.pace import ENOUGH, PAUSE_MS, QUICK_PERCENT, SLOW_PERCENT, Pace, pace_of, rating_of

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
PACE = Pace(quick_ms=1000, slow_ms=5000)


@pytest.mark.parametrize(
    ("mark", "hinted", "first_ms", "pace", "rating"),
    [
        ("right", False, None, None, GOOD),
        ("right", True, None, None, HARD),
        ("close", False, None, None, HARD),
        ("wrong", False, None, None, AGAIN),
        ("right", False, 500, None, GOOD),
        ("right", False, None, PACE, GOOD),
        ("right", False, 0, PACE, EASY),
        ("right", False, 999, PACE, EASY),
        ("right", False, 1000, PACE, GOOD),
        ("right", False, 5000, PACE, GOOD),
        ("right", False, 5001, PACE, HARD),
        ("right", False, PAUSE_MS, PACE, HARD),
        ("right", False, PAUSE_MS + 1, PACE, GOOD),
        ("right", False, -1, PACE, GOOD),
        ("right", True, 500, PACE, HARD),
        ("close", False, 500, PACE, HARD),
        ("close", True, 9000, PACE, HARD),
        ("wrong", False, 500, PACE, AGAIN),
        ("wrong", True, 500, PACE, AGAIN),
    ],
)
def test_ratings(mark, hinted, first_ms, pace, rating):
    """Only a right answer without a hint, timed and without a pause, is ranked."""
    assert rating_of(mark, hinted, first_ms, pace) == rating


@pytest.mark.parametrize(
    ("latencies", "pace"),
    [
        ([], None),
        (range(ENOUGH - 1), None),
        (range(1000, 1200), Pace(1050, 1169)),
        ([*range(1000, 1200), PAUSE_MS + 1, -5], Pace(1050, 1169)),
        ([*range(1000, 1199), PAUSE_MS + 1], None),
        ([700] * ENOUGH, Pace(700, 700)),
        ([*[100] * 100, *[900] * 100], Pace(100, 900)),
    ],
)
def test_paces(latencies, pace):
    """From two hundred times on: a quarter of them is quicker than quick, 15 % are slower than slow, pauses aside."""
    assert pace_of(tuple(latencies)) == pace


times = st.lists(st.integers(0, 5000), min_size=ENOUGH, max_size=2 * ENOUGH)


# The lists are long, so that few of them say much.
@settings(max_examples=30, deadline=None)
@given(times)
def test_never_more_are_quick_or_slow_than_the_shares(latencies):
    """Of one's own history at most a quarter is Easy and at most 15 % Hard; exactly so where no two are equal."""
    pace = pace_of(latencies)
    ratings = [rating_of("right", hinted=False, first_ms=ms, pace=pace) for ms in latencies]

    quick, slow = len(latencies) * QUICK_PERCENT // 100, len(latencies) * SLOW_PERCENT // 100
    assert ratings.count(EASY) <= quick
    assert ratings.count(HARD) <= slow
    if len(set(latencies)) == len(latencies):
        assert (ratings.count(EASY), ratings.count(HARD)) == (quick, slow)


@settings(max_examples=30, deadline=None)
@given(times, st.lists(st.integers(0, 6000), min_size=2, max_size=9))
def test_a_quicker_answer_is_never_rated_lower(latencies, answers):
    """Ratings fall as the time to the first key grows."""
    pace = pace_of(latencies)
    ratings = [rating_of("right", hinted=False, first_ms=ms, pace=pace) for ms in sorted(answers)]

    assert ratings == sorted(ratings, reverse=True)


@settings(max_examples=30, deadline=None)
@given(times, st.randoms(use_true_random=False))
def test_the_order_of_the_history_means_nothing(latencies, random):
    """The pace is that of the times, however they are told."""
    shuffled = list(latencies)
    random.shuffle(shuffled)

    assert pace_of(shuffled) == pace_of(latencies)
