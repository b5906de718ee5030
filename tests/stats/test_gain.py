"""What other weights mean: in plain quantities worked out by the model, and in reviews saved."""

from __future__ import annotations

import pytest

from quiz.memory import fsrs
from quiz.memory.replay import History
from quiz.stats.gain import WORTH, changes, saving

#: New things are kept half as long, and forgotten more steeply.
WEAK = (*(w / 2 for w in fsrs.DEFAULTS[:4]), *fsrs.DEFAULTS[4:20], 0.5)


def test_the_same_weights_change_nothing() -> None:
    """No quantity changes, and nothing is saved."""
    histories = [History([n, n + 2, n + 9], [3, 3, 3]) for n in range(50)]

    assert all(one.size == 0 for one in changes(fsrs.DEFAULTS, fsrs.DEFAULTS))
    same = saving(histories, fsrs.DEFAULTS, fsrs.DEFAULTS, 0.9)
    assert same is not None
    assert same.share == pytest.approx(0, abs=1e-9)
    assert same.kept == pytest.approx(0.9, abs=1e-9)


def test_what_moved_is_told_in_days() -> None:
    """Half the first stabilities are half the days; the curve after four times the days is the formula's."""
    found = {one.name: one for one in changes(fsrs.DEFAULTS, WEAK)}

    assert found["good"].after == pytest.approx(found["good"].before / 2)
    assert found["curve"].after == pytest.approx(fsrs.retrievability(WEAK, 1, 4))
    assert {one.name for one in changes(fsrs.DEFAULTS, WEAK) if one.size >= WORTH} >= {"again", "hard", "good", "easy"}
    sizes = [one.size for one in changes(fsrs.DEFAULTS, WEAK)]
    assert sizes == sorted(sizes, reverse=True)


def test_what_is_saved_is_at_the_retention_that_was() -> None:
    """Weights that think less of the learner say that less was kept than wanted; few reviews then look like many."""
    histories = [History([n, n + 2, n + 9], [3, 3, 3]) for n in range(50)]

    found = saving(histories, fsrs.DEFAULTS, WEAK, 0.9)

    assert found is not None
    assert found.kept < 0.9
    assert found.share == pytest.approx(0, abs=0.02)  # all cards are alike: there is nothing to distribute better


def test_unlike_cards_can_be_planned_better() -> None:
    """Where some cards were asked too soon and others too late, the same retention takes fewer reviews."""
    known = (*fsrs.DEFAULTS[:2], fsrs.DEFAULTS[2] * 6, *fsrs.DEFAULTS[3:])
    histories = [History([n], [rating]) for n, rating in enumerate([2, 3] * 50)]

    found = saving(histories, fsrs.DEFAULTS, known, 0.9)

    assert found is not None
    assert 0.03 < found.share < 0.6


def test_nothing_is_saved_without_cards() -> None:
    """There is nothing to tell."""
    assert saving([], fsrs.DEFAULTS, WEAK, 0.9) is None
