"""Reviews as they stand."""

from __future__ import annotations

from typing import Any

import pytest

from quiz.memory import fsrs
from quiz.memory.event import Event
from quiz.memory.review import reviews

DAY = 24 * 60 * 60 * 1000


def answer(day: int, rating: int, verdict: str = "right", **rest: Any) -> Event:
    """An answer at noon of a study day."""
    return Event(day * DAY + DAY // 2, 0, "d", "reviewed", "c", rating, verdict, "typed", 900, 4000, rest)


def test_each_review_knows_what_was_foretold_of_it() -> None:
    """The first meeting and a second answer on the same day foretell nothing; a later day has the chance by FSRS."""
    first, again, later = answer(100, 1, "wrong"), answer(100, 3, "right", n=1), answer(104, 3)

    lines = reviews([later, first, again])

    assert [line.event for line in lines][-1] == later.id
    assert [(line.number, line.elapsed, line.age) for line in lines] == [(0, 0, 0), (1, 0, 0), (2, 4, 4)]
    assert [line.spaced for line in lines] == [False, False, True]
    stability, difficulty = fsrs.step(fsrs.DEFAULTS, None, None, lines[0].rating, 0)
    stability, difficulty = fsrs.step(fsrs.DEFAULTS, stability, difficulty, lines[1].rating, 0)
    assert lines[2].predicted == pytest.approx(fsrs.retrievability(fsrs.DEFAULTS, stability, 4))
    assert lines[2].by_default == lines[2].predicted


def test_corrections_have_been_made() -> None:
    """An undone answer is not there; an overruled one has the learner's rating, and what the machine said beside it."""
    wrong, right = answer(100, 1, "wrong"), answer(103, 3)
    overruled = Event(wrong.at + 1, 0, "d", "regraded", "c", 3, "right", rest={"of": wrong.id})
    undone = Event(right.at + 1, 0, "d", "undone", "c", rest={"of": right.id})

    (line,) = reviews([wrong, right, overruled, undone])

    assert (line.rating, line.verdict, line.judged, line.recalled) == (3, "right", "wrong", True)


def test_the_weights_in_force_foretell() -> None:
    """What is predicted comes from the weights in force at the review, by_default from the published ones."""
    tuned = (*fsrs.DEFAULTS[:2], 20.0, *fsrs.DEFAULTS[3:])
    events = [answer(100, 3), answer(110, 3), answer(140, 3)]

    lines = reviews(events, in_force=lambda at: tuned if at > events[1].at else ())

    assert lines[1].predicted == lines[1].by_default
    assert lines[2].predicted is not None
    assert lines[2].by_default is not None
    assert lines[2].predicted > lines[2].by_default
    stability, difficulty = fsrs.step(tuned, None, None, 3, 0)
    stability, _ = fsrs.step(tuned, stability, difficulty, 3, 10)
    assert lines[2].predicted == pytest.approx(fsrs.retrievability(tuned, stability, 30))


def test_a_forgotten_card_begins_anew() -> None:
    """After a reset the next answer is a first meeting again, and foretells nothing."""
    reset = Event(105 * DAY, 0, "d", "forgotten", "c")

    lines = reviews([answer(100, 3), answer(103, 3), reset, answer(110, 3), answer(112, 1, "wrong")])

    assert [(line.number, line.age, line.spaced) for line in lines] == [
        (0, 0, False), (1, 3, True), (0, 0, False), (1, 2, True),
    ]  # fmt: skip


def test_a_renamed_card_owns_its_earlier_answers() -> None:
    """Answers under the earlier identity are the card's own."""
    renamed = Event(101 * DAY, 0, "d", "renamed", "new", rest={"from": "c"})

    lines = reviews([answer(100, 3), renamed], card="new")

    assert [line.card for line in lines] == ["new"]
