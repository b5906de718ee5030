"""The whole life of a card."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.memory import fsrs
from quiz.memory.event import Event
from quiz.memory.recall import recall
from quiz.stats.life import Answer, Turn, chance, fades_on, life

DAY = 24 * 60 * 60 * 1000


def answer(day: int, rating: int, verdict: str = "right", **rest: Any) -> Event:
    """An answer at noon of a study day."""
    return Event(day * DAY + DAY // 2, 0, "d", "reviewed", "c", rating, verdict, "typed", 900, 4000, rest)


def other(kind: str, after: Event, later: int = 1, **more: Any) -> Event:
    """Something that was done after an answer."""
    rest = more.pop("rest", {"of": after.id} if kind in ("undone", "regraded") else {})
    return Event(after.at + later, 0, "d", kind, "c", rest=rest, **more)


def test_every_answer_is_there_and_says_how_it_stands() -> None:
    """An overruled answer has both words of it, an undone one is marked and foretells nothing."""
    first, wrong, slip = answer(100, 3), answer(103, 1, "wrong"), answer(110, 3)
    overruled = other("regraded", wrong, rating=3, verdict="right")

    told = life([slip, overruled, wrong, first, other("undone", slip)], card="c").answers

    assert [(one.judged, one.rated, one.verdict, one.rating) for one in told] == [
        ("right", 3, "right", 3),
        ("wrong", 1, "right", 3),
        ("right", 3, "right", 3),
    ]
    assert [(one.overruled, one.undone) for one in told] == [(False, False), (True, False), (False, True)]
    assert [one.elapsed for one in told] == [0, 3, 0]
    assert told[0].predicted is told[2].predicted is told[2].interval is None
    assert told[1].predicted == pytest.approx(fsrs.retrievability(fsrs.DEFAULTS, fsrs.DEFAULTS[2], 3))


def test_what_else_happened_is_told_in_its_place() -> None:
    """Suspensions, renamings and the rest stand among the answers; an undone one is marked."""
    first = answer(100, 3)
    renamed = other("renamed", first, 1, rest={"from": "old"})
    suspended = other("suspended", first, 2)
    taken_back = Event(first.at + 3, 0, "d", "undone", "c", rest={"of": suspended.id})

    told = life([taken_back, suspended, renamed, first], card="c").lines

    assert isinstance(told[0], Answer)
    rest = [one for one in told if isinstance(one, Turn)]
    assert [(one.kind, one.about, one.undone) for one in rest] == [("renamed", "old", False), ("suspended", "", True)]


histories = st.lists(
    st.tuples(st.integers(0, 40), st.sampled_from([1, 2, 3, 4]), st.booleans()), min_size=1, max_size=12
)


@given(histories)
@settings(max_examples=30, deadline=None)
def test_a_life_ends_in_what_is_remembered(history: list[tuple[int, int, bool]]) -> None:
    """The last answer that counts promised the day, and left the stability, that the memory has."""
    events, day = [], 100
    for n, (days, rating, undone) in enumerate(history):
        day += days
        events.append(answer(day, rating, n=n))
        if undone:
            events.append(other("undone", events[-1]))

    told = life(events, card="c")

    memory = recall(events, card="c")
    assert told.memory == memory
    standing = [one for one in told.answers if not one.undone]
    assert len(standing) == memory.reviews == len(told.stretches)
    if standing:
        # Answers of one moment stand in the order of their ids.
        last = max(standing, key=lambda one: (one.at, one.event))
        assert (last.interval, last.stability) == (memory.interval, pytest.approx(memory.stability))
        assert told.stretches[-1].stability == pytest.approx(memory.stability)


def test_the_curve_falls_from_each_review_to_the_next() -> None:
    """At once the chance is 1, after `stability` days 0.9; before the first review there is nothing to recall."""
    told = life([answer(100, 3), answer(110, 3)], card="c")
    first, second = told.stretches

    assert (first.day, first.until, second.until) == (100, 110, None)
    assert chance(told, 99) is None
    assert chance(told, 100) == chance(told, 110) == 1
    assert second.before == pytest.approx(chance(told, 110 - 1e-9))
    assert chance(told, 110 + second.stability) == pytest.approx(0.9)
    day = fades_on(told, 0.9)
    assert day is not None
    before, on = chance(told, day - 1), chance(told, day)
    assert before is not None
    assert on is not None
    assert before >= 0.9 > on


def test_a_card_that_was_forgotten_on_request_has_a_gap() -> None:
    """Between the request and the next review there is nothing to recall, and that review foretells nothing."""
    told = life([answer(100, 3), other("forgotten", answer(104, 3)), answer(110, 3)], card="c")

    assert chance(told, 103) is not None
    assert chance(told, 106) is None
    assert [one.before for one in told.stretches] == [None, None]


def test_the_weights_in_force_promised_the_days() -> None:
    """New weights draw the curve at once; what an earlier answer promised stays what it was."""
    tuned = (*fsrs.DEFAULTS[:2], 20.0, *fsrs.DEFAULTS[3:])
    events = [answer(100, 3), answer(110, 3)]

    told = life(events, card="c", weights=tuned, in_force=lambda at: tuned if at > events[0].at else ())

    by_default = life(events[:1], card="c").answers[0]
    by_tuned = life(events, card="c", weights=tuned).answers[1]
    assert told.answers[0].interval == by_default.interval
    assert told.answers[1].interval == by_tuned.interval
    assert told.stretches[0].stability == 20.0
