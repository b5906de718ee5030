"""Shares and the interval in which they can be trusted."""

from __future__ import annotations

import pytest

from quiz.stats.share import Share, share


@pytest.mark.parametrize(
    ("hits", "count", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (81, 263, 0.2553, 0.3662),
        (1, 2, 0.0945, 0.9055),
    ],
)
def test_the_interval_is_wilsons(hits, count, low, high):
    """Against published values (81 of 263 is the example of R. G. Newcombe, Statistics in Medicine 17, 1998)."""
    seen = share(hits, count)

    assert (seen.low, seen.high) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))
    assert seen.value == hits / count


def test_of_nothing_there_is_no_share():
    """Not 0 %: nothing can be said."""
    assert share(0, 0) == Share(0, 0, None, None, None)
