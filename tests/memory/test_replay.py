"""Whole histories foretold at once, held to the formulas, to numbers worked out by hand, and to the package."""

from __future__ import annotations

from math import isclose, log

import fsrs_rs_python
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.memory import fsrs
from quiz.memory.replay import CERTAIN, History, foretold, loss, losses, recalled

LIVES = st.lists(
    st.tuples(st.sampled_from((-1, 0, 0, 1, 1, 2, 5, 30, 400)), st.sampled_from(fsrs.RATINGS)), min_size=1, max_size=12
)
WEIGHTS = st.tuples(*(st.floats(low, high) for low, high in fsrs.BOUNDS))


def history(life: list[tuple[int, int]]) -> History:
    """A history from (days since the review before, rating)."""
    days = [100]
    for since, _ in life[1:]:
        days.append(days[-1] + since)
    return History(days, [rating for _, rating in life])


@settings(max_examples=75)
@given(st.lists(LIVES, max_size=3), WEIGHTS | st.just(fsrs.DEFAULTS))
def test_a_replay_is_the_model_step_by_step(lives: list[list[tuple[int, int]]], weights: tuple[float, ...]) -> None:
    """The loop foretells what `fsrs.step` and `fsrs.retrievability` do, for any weights and any life."""
    expected = []
    for days, ratings in map(history, lives):
        stability, difficulty = fsrs.step(weights, None, None, ratings[0], 0)
        for n in range(1, len(days)):
            since = days[n] - days[n - 1]
            if since > 0:
                expected.append(fsrs.retrievability(weights, stability, since))
            stability, difficulty = fsrs.step(weights, stability, difficulty, ratings[n], since)

    found = foretold(weights, list(map(history, lives)))

    assert len(found) == len(expected)
    assert all(isclose(a, b, rel_tol=1e-9) for a, b in zip(found, expected, strict=True))


def test_the_package_foretells_the_same() -> None:
    """fsrs-rs-python, given the same days between, has the stability that our chance follows from."""
    lives = [
        [(0, 3), (1, 3), (4, 1), (0, 3), (1, 2), (6, 4), (20, 3)],
        [(0, 1), (0, 3), (1, 1), (1, 3), (300, 3)],
        [(0, 4), (15, 2), (30, 2), (0, 2), (3, 1), (2, 3)],
    ]
    model = fsrs_rs_python.FSRS(list(fsrs.DEFAULTS))
    expected = []
    for life in lives:
        for n in range(1, len(life)):
            if life[n][0]:
                lived = [fsrs_rs_python.FSRSReview(rating, since) for since, rating in life[:n]]
                state = model.memory_state(fsrs_rs_python.FSRSItem(lived))
                expected.append(fsrs.retrievability(fsrs.DEFAULTS, state.stability, life[n][0]))

    found = foretold(fsrs.DEFAULTS, [history(life) for life in lives])

    assert found == pytest.approx(expected, rel=1e-4)


def test_only_reviews_after_a_night_are_foretold_and_since_leaves_out_the_earlier_ones() -> None:
    """Days 10, 10, 12, 12, 20 hold two spaced reviews; from day 13 on, one, foretold as before."""
    lived = [History([10, 10, 12, 12, 20], [1, 3, 3, 1, 1])]

    assert len(foretold(fsrs.DEFAULTS, lived)) == 2
    assert recalled(lived) == [True, False]
    assert foretold(fsrs.DEFAULTS, lived, 13) == foretold(fsrs.DEFAULTS, lived)[1:]
    assert recalled(lived, 13) == [False]
    assert foretold(fsrs.DEFAULTS, [History([], [])]) == recalled([History([], [])]) == []


def test_the_log_loss_of_ten_reviews() -> None:
    """Worked out by hand: -ln of what was given to what happened, and never more than for a chance of 0.0001."""
    chances = [0.9, 0.9, 0.9, 0.8, 0.8, 0.5, 0.5, 0.99, 1.0, 1.0]
    came = [True, True, False, True, False, True, False, True, True, False]

    each = losses(chances, came)

    assert [round(one, 4) for one in each] == [
        0.1054, 0.1054, 2.3026, 0.2231, 1.6094, 0.6931, 0.6931, 0.0101, 0.0001, 9.2103,
    ]  # fmt: skip
    assert each[-1] == pytest.approx(-log(CERTAIN))
    assert loss(chances, came).mean == pytest.approx(1.4953, abs=1e-4)
    assert loss([], []).mean == 0.0
