"""How a person answers, read from a few reviews and worked out by hand."""

from __future__ import annotations

import pytest

from quiz.memory.review import Review
from quiz.stats.simulation.habits import (
    USUAL_FIRST,
    USUAL_RECALLED,
    USUAL_RETRIED,
    USUAL_SECONDS,
    Habits,
    habits,
)


def review(rating: int, *, number: int = 1, elapsed: int = 3, took_ms: int | None = 10_000) -> Review:
    """An answer."""
    return Review(
        event="e",
        card="c",
        at=0,
        offset=0,
        day=0,
        number=number,
        elapsed=elapsed,
        age=elapsed,
        rating=rating,
        verdict="right",
        judged="right",
        tried=True,
        first_ms=None,
        took_ms=took_ms,
        error=None,
        predicted=None,
        by_default=None,
    )


def test_who_has_answered_nothing_is_like_everybody() -> None:
    """An empty log tells what is usual."""
    assert habits([]) == Habits(USUAL_SECONDS, USUAL_FIRST, USUAL_RECALLED, USUAL_RETRIED, 0)


def test_what_is_usual_weighs_as_much_as_fifty_reviews() -> None:
    """Fifty first meetings, all Good: half of the person, half of what is usual: (50 + 50 · 0.60) / 100."""
    told = habits([review(3, number=0, elapsed=0)] * 50)

    assert told.first == pytest.approx((0.125, 0.05, 0.80, 0.025))
    assert told.recalled == USUAL_RECALLED
    assert told.reviews == 50


def test_recalls_and_repetitions_are_told_apart() -> None:
    """A later day counts for recalls (its failures for nothing), the same day for repetitions."""
    told = habits([review(2)] * 50 + [review(1)] * 7 + [review(1, elapsed=0)] * 50)

    assert told.recalled == pytest.approx((0.56, 0.40, 0.04))
    assert told.retried == pytest.approx((0.575, 0.025, 0.395, 0.005))
    assert told.first == USUAL_FIRST


def test_seconds_are_means_that_add_up_to_the_time_spent() -> None:
    """9,000 answers of 4 s and 1,000 of 24 s, all Good, are 6 s each; a median would say 4 and lose a third."""
    told = habits([review(3, took_ms=4_000)] * 9_000 + [review(3, took_ms=24_000)] * 1_000)

    assert told.seconds[2] == pytest.approx(6.0, abs=0.01)


def test_a_pause_counts_two_minutes_and_an_unknown_time_for_nothing() -> None:
    """Half an hour away from the desk is two minutes; what nobody timed is no answer of no time."""
    away = habits([review(3, took_ms=1_800_000)] * 5_000 + [review(3, took_ms=None)] * 5_000)

    assert away.seconds[2] == pytest.approx(120.0, rel=0.02)


def test_a_quick_person_is_quick_with_rare_ratings_too() -> None:
    """Good in half the usual time, 10,000 times: Easy, never given, is half the usual time as well."""
    told = habits([review(3, took_ms=int(USUAL_SECONDS[2] * 500))] * 10_000)

    assert told.seconds[3] == pytest.approx(USUAL_SECONDS[3] / 2, rel=0.02)


def test_shares_are_shares() -> None:
    """Whatever was answered, shares are above 0 and sum to 1."""
    told = habits([review(1, number=0, elapsed=0)] * 3 + [review(4)] * 200 + [review(1, elapsed=0)] * 1_000)

    for shares in (told.first, told.recalled, told.retried):
        assert sum(shares) == pytest.approx(1)
        assert min(shares) > 0
