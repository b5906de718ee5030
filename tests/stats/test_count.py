"""Reviews counted."""

from __future__ import annotations

from math import log

import pytest

from quiz.memory.review import Review
from quiz.stats.count import Count, add, age_place, count

DAY = 24 * 60 * 60 * 1000


def review(card: str, day: int, **said: object) -> Review:
    """A right first answer at nine in the morning of a place two hours east."""
    first = Review(
        f"{card}{day}", card, day * DAY + 7 * 3_600_000, 120, day, 0, 0, 0, 3, "right", "right", True, 900, 4000,  # noqa: FBT003
        None, None, None,
    )  # fmt: skip
    return first._replace(**said)  # type: ignore[arg-type]


def test_a_small_log_counted_by_hand() -> None:
    """Three answers on two days: every sum is the one that a pencil finds."""
    log_ = [
        review("a", 10),
        review("b", 12, number=1, elapsed=8, age=8, rating=1, verdict="wrong", judged="right", predicted=0.9,
               by_default=0.8, took_ms=900_000),
        review("a", 12, number=1, elapsed=2, age=2, verdict="right", judged="wrong", predicted=0.8, error=0.1),
    ]  # fmt: skip

    counts = count(log_, today=12, since=11)

    assert counts.days[10] == Count(answers=1, new=1, milliseconds=4000, tried=1)
    both = counts.days[12]
    assert (both.answers, both.new, both.milliseconds) == (2, 0, 124_000)
    assert (both.spaced, both.recalled, both.predicted) == (2, 1, pytest.approx(1.7))
    assert (both.tried, both.to_right, both.to_wrong) == (2, 1, 1)
    assert (both.estimates, both.error) == (1, pytest.approx(log(1.1)))
    assert both.squares == pytest.approx(log(1.1) ** 2)
    assert counts.cards_today == 2
    assert set(counts.cards) == {"a", "b"}
    assert counts.cards["a"].answers == 1, "the first answer was before the window"
    assert {place: one.answers for place, one in counts.ages.items()} == {0: 1, 1: 1}
    assert {hour: one.answers for hour, one in counts.hours.items()} == {9: 2}


def test_what_is_out_of_bounds_is_left_out() -> None:
    """Days after today, other cards, an estimate of a wrong scale and an untried answer add nothing there."""
    log_ = [
        review("a", 13),
        review("c", 12),
        review("a", 12, error=9.0, tried=False, verdict="wrong", judged="right"),
    ]

    counts = count(log_, today=12, since=0, cards={"a"})

    assert counts.days == {12: Count(answers=1, new=1, milliseconds=4000)}


@pytest.mark.parametrize(("age", "place"), [(0, 0), (6, 0), (7, 1), (29, 1), (30, 2), (364, 4), (365, 5), (9999, 5)])
def test_ages_have_bounds(age: int, place: int) -> None:
    """A card's age falls into the last of the bounds that it has reached."""
    assert age_place(age) == place


def test_counts_add_up() -> None:
    """The sum of two counts is a count."""
    assert add([Count(1, 1), Count(2, 0, 5)]) == Count(3, 1, 5)
