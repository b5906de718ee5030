"""Plain lives: what is found of them in one pass is what the two folds say."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.memory import fsrs
from quiz.memory.event import Event
from quiz.memory.plain import Plain
from quiz.memory.recall import recall
from quiz.memory.review import reviews

DAY = 24 * 60 * 60 * 1000
OTHERS = (*fsrs.DEFAULTS[:2], 20.0, *fsrs.DEFAULTS[3:8], 1.2, *fsrs.DEFAULTS[9:])

weights = st.tuples(*(st.floats(low, high) for low, high in fsrs.BOUNDS))
lives = st.lists(
    st.builds(
        lambda at, offset, rating: Event(at, offset, "d", "reviewed", "c", rating),
        st.integers(-DAY, 900 * DAY),
        st.sampled_from((-600, 0, 840)),
        st.integers(1, 4),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda event: event.id,
)


@settings(max_examples=150, deadline=None)
@given(weights, st.floats(0.001, 36_500), st.floats(1, 10), st.integers(1, 4), st.integers(0, 9999))
def test_the_stepper_steps_as_the_formulas_say(
    by: tuple[float, ...], stability: float, difficulty: float, rating: int, days: int
) -> None:
    """Whatever the weights and the state, it is the same to the last digit, and so is the chance of recall."""
    expected = fsrs.step(by, stability, difficulty, rating, days)
    chance = fsrs.retrievability(by, stability, days) if days else 1.0

    assert fsrs.stepper(by)(stability, difficulty, rating, days) == (*expected, chance)


@settings(max_examples=50, deadline=None)
@given(lives, st.sampled_from(((), OTHERS)), st.integers(0, 900), st.sampled_from((0, 4)), st.floats(0.7, 0.97))
def test_a_plain_life_is_what_the_folds_say(
    events: list[Event], now: tuple[float, ...], tuned: int, hour: int, retention: float
) -> None:
    """Memory, study days and chances are those of `recall` and `reviews`, also where weights came in between."""

    def in_force(at: int) -> tuple[float, ...]:
        return now if at >= tuned * DAY else ()

    events.sort(key=lambda event: (event.at, event.id))
    force = in_force if now else None
    life = Plain(now, retention, hour, force).life("c", events)
    found = reviews(events, card="c", rollover_hour=hour, in_force=force)

    assert life.memory == recall(
        events, card="c", weights=now, retention=retention, rollover_hour=hour, scheduled_by=force
    )
    assert life.days == [one.day for one in found]
    assert life.predicted == [one.predicted for one in found]
    assert life.by_default == [one.by_default for one in found]
