"""FSRS-6 says what the published suites say, and what two independent packages say.

The vectors are facts from the test suites of fsrs-rs (`model_v6.rs`, `inference.rs`), ts-fsrs (`FSRS-6.test.ts`) and
py-fsrs (`test_basic.py`); they were computed in single precision by the first of them.
"""

from datetime import UTC, datetime, timedelta

import fsrs as py_fsrs
import fsrs_rs_python as rs_fsrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.memory import fsrs

AGAIN, HARD, GOOD, EASY = fsrs.RATINGS


def replayed(history, weights=fsrs.DEFAULTS):
    """The state after a history of (rating, elapsed days)."""
    state = (None, None)
    for rating, elapsed in history:
        state = fsrs.step(weights, *state, rating, elapsed)
    return state


@pytest.mark.parametrize(
    ("rating", "stability", "difficulty"),
    [
        (AGAIN, 0.212, 6.4133),
        (HARD, 1.2931, 5.11217071),
        (GOOD, 2.3065, 2.11810397),
        (EASY, 8.2956, 1.0),
    ],
)
def test_first_review(rating, stability, difficulty):
    """The first review sets stability from the weights and difficulty from its curve, clamped to 1."""
    assert fsrs.step(fsrs.DEFAULTS, None, None, rating, 0) == pytest.approx((stability, difficulty), abs=1e-7)


@pytest.mark.parametrize(
    ("first", "gap", "second", "stability", "difficulty"),
    [
        (AGAIN, 1, AGAIN, 0.10088589, 8.806304),
        (HARD, 1, HARD, 3.2494123, 6.7404594),
        (GOOD, 1, GOOD, 7.3153, 2.1112142),
        (EASY, 1, EASY, 18.014914, 1.0),
        (AGAIN, 2, AGAIN, 0.112798266, 8.806304),
        (HARD, 2, HARD, 4.4694576, 6.7404594),
    ],
)
def test_second_review(first, gap, second, stability, difficulty):
    """A second review a day or two later gives the published states."""
    assert replayed([(first, 0), (second, gap)]) == pytest.approx((stability, difficulty), rel=1e-5)


@pytest.mark.parametrize(
    ("rating", "difficulty"), [(AGAIN, 8.341763), (HARD, 6.6659956), (GOOD, 4.990228), (EASY, 3.3144615)]
)
def test_next_difficulty(rating, difficulty):
    """From a difficulty of 5, each rating moves by a damped step and a little back to the easiest."""
    assert fsrs.step(fsrs.DEFAULTS, 5.0, 5.0, rating, 1)[1] == pytest.approx(difficulty, rel=1e-6)


@pytest.mark.parametrize(("rating", "stability"), [(AGAIN, 1.596818), (HARD, 5.0), (GOOD, 5.0), (EASY, 8.12961)])
def test_same_day(rating, stability):
    """A second review on the same day: Again lowers stability, and no recall does, Hard neither."""
    assert fsrs.step(fsrs.DEFAULTS, 5.0, 5.0, rating, 0)[0] == pytest.approx(stability, rel=1e-6)


@pytest.mark.parametrize(
    ("elapsed", "stability", "recall"),
    [(0, 1, 1.0), (1, 2, 0.9403443), (2, 3, 0.9253786), (3, 4, 0.9185229), (4, 4, 0.9), (5, 2, 0.8261359)],
)
def test_forgetting_curve(elapsed, stability, recall):
    """The chance of a recall is 1 at once and 0.9 after `stability` days."""
    assert fsrs.retrievability(fsrs.DEFAULTS, stability, elapsed) == pytest.approx(recall, abs=1e-6)


def test_six_reviews():
    """Again, then Good after 0, 1, 3, 8 and 21 days, comes to the state that three suites publish."""
    history = list(zip([AGAIN, GOOD, GOOD, GOOD, GOOD, GOOD], [0, 0, 1, 3, 8, 21], strict=True))
    assert replayed(history) == pytest.approx((53.62691, 6.3574867), abs=1e-4)


def test_thirteen_intervals():
    """Reviewed when due, the intervals are those of py-fsrs and ts-fsrs (whose learning steps ask twice at first)."""
    ratings = [GOOD] * 6 + [AGAIN] * 2 + [GOOD] * 5
    due_in = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]
    state, gap, learning = (None, None), 0, True
    found = []
    for rating in ratings:
        state = fsrs.step(fsrs.DEFAULTS, *state, rating, gap)
        again = rating == AGAIN
        gap = 0 if again or (learning and not found) else max(1, round(fsrs.interval(fsrs.DEFAULTS, state[0], 0.9)))
        found.append(gap)
    assert found == due_in


histories = st.lists(st.tuples(st.sampled_from(fsrs.RATINGS), st.integers(0, 400)), min_size=1, max_size=30)
bounded = st.tuples(*(st.floats(low, high) for low, high in fsrs.BOUNDS))
# Weights within a tenth of the defaults: what fitting gives, away from the corners where single precision differs.
fitted = st.tuples(*(st.floats(max(low, w * 0.9), min(high, w * 1.1)) for w, (low, high) in
                     zip(fsrs.DEFAULTS, fsrs.BOUNDS, strict=True)))  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(histories, st.one_of(st.just(fsrs.DEFAULTS), fitted))
def test_agrees_with_py_fsrs(history, weights):
    """The package `fsrs`, without its learning steps and fuzz and asked at whole days, comes to the same states."""
    scheduler = py_fsrs.Scheduler(weights, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card = py_fsrs.Card(card_id=1)
    now = datetime(2020, 1, 1, tzinfo=UTC)
    state = (None, None)
    for n, (rating, gap) in enumerate(history):
        now += timedelta(days=gap if n else 0)
        card, _ = scheduler.review_card(card, py_fsrs.Rating(rating), now)
        # The package has no upper clamp: follow it only as far as a hundred years.
        if card.stability > fsrs.STABILITY_MAX:
            return
        state = fsrs.step(weights, *state, rating, gap if n else 0)
        assert state == pytest.approx((card.stability, card.difficulty), rel=1e-9)
        if state[0] < 30_000:
            whole = scheduler._next_interval(stability=card.stability)
            assert whole == pytest.approx(max(1, fsrs.interval(weights, state[0], 0.9)), abs=0.5 + 1e-9)


@settings(max_examples=30, deadline=None)
@given(histories)
def test_agrees_with_fsrs_rs(history):
    """The package `fsrs-rs-python`, which computes in single precision, comes to the same states."""
    history[0] = (history[0][0], 0)
    oracle = rs_fsrs.FSRS(list(fsrs.DEFAULTS))
    found = oracle.memory_state(rs_fsrs.FSRSItem([rs_fsrs.FSRSReview(*review) for review in history]), None)
    assert replayed(history) == pytest.approx((found.stability, found.difficulty), rel=1e-4, abs=1e-4)


@settings(max_examples=50, deadline=None)
@given(bounded, histories, st.floats(0.01, 0.99))
def test_stays_in_bounds(weights, history, retention):
    """With any usable weights, stability and difficulty stay in their ranges and intervals are positive."""
    assert fsrs.usable(weights)
    stability, difficulty = replayed(history, weights)
    assert fsrs.STABILITY_MIN <= stability <= fsrs.STABILITY_MAX
    assert fsrs.DIFFICULTY_MIN <= difficulty <= fsrs.DIFFICULTY_MAX
    assert 0 < fsrs.retrievability(weights, stability, 1000) < 1
    assert fsrs.interval(weights, stability, retention) > 0


@settings(max_examples=50, deadline=None)
@given(st.floats(0.001, 36_500), st.floats(0.05, 0.99))
def test_interval_solves_retrievability(stability, retention):
    """After its interval, the chance of a recall is the retention that was asked for."""
    days = fsrs.interval(fsrs.DEFAULTS, stability, retention)
    assert fsrs.retrievability(fsrs.DEFAULTS, stability, days) == pytest.approx(retention, rel=1e-9)


@settings(max_examples=50, deadline=None)
@given(st.floats(0.001, 36_500), st.floats(1, 10), st.integers(0, 5000))
def test_better_ratings_last_longer(stability, difficulty, elapsed):
    """With the defaults a better rating never leaves a lower stability, and a recall never lowers it."""
    after = [fsrs.step(fsrs.DEFAULTS, stability, difficulty, rating, elapsed)[0] for rating in fsrs.RATINGS]
    assert after == sorted(after)
    assert after[1] >= stability


@pytest.mark.parametrize("retention", [0, 1, 1.5, -0.1])
def test_retention_out_of_range(retention):
    """A retention that no interval can give is refused, where a package answers with a negative number of days."""
    with pytest.raises(ValueError, match="retention"):
        fsrs.interval(fsrs.DEFAULTS, 10.0, retention)


@pytest.mark.parametrize(
    "weights",
    [(), fsrs.DEFAULTS[:20], (*fsrs.DEFAULTS, 1.0), (-1.0, *fsrs.DEFAULTS[1:]), (*fsrs.DEFAULTS[:20], float("nan"))],
)
def test_unusable_weights(weights):
    """Too few weights, too many, one out of range or no number at all: not usable."""
    assert not fsrs.usable(weights)
    assert fsrs.usable(fsrs.DEFAULTS)
