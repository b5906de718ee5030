"""Recall: the events of a card, folded into what is remembered of it."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.memory import fsrs
from quiz.memory.day import Moment
from quiz.memory.event import Event
from quiz.memory.memory import Memory
from quiz.memory.recall import after, futures, recall, retrievability_now

HOUR = 60 * 60 * 1000
DAY = 24 * HOUR
NOON = 12 * HOUR
AGAIN, HARD, GOOD, EASY = fsrs.RATINGS


def said(kind, day, *, hour=12, rating=None, of=None, card="c", offset=0, **rest):
    """An event at an hour of a study day (counted from 1970)."""
    if of is not None:
        rest["of"] = of.id
    at = day * DAY + hour * HOUR
    return Event(at=at, offset=offset, device="d", kind=kind, card=card, rating=rating, rest=rest)


def reviewed(day, rating, **more):
    """A review at noon of a study day."""
    return said("reviewed", day, rating=rating, **more)


# --- what each event does -------------------------------------------------------------------------------------------


def test_nothing_is_a_new_card():
    """Without events a card is new."""
    assert recall([], card="c") == Memory("c")


@pytest.mark.parametrize(
    ("rating", "due", "again", "stability"),
    [(AGAIN, 10, True, 0.212), (HARD, 11, False, 1.2931), (GOOD, 12, False, 2.3065)],
)
def test_first_review(rating, due, again, stability):
    """Again makes the card due the same day; Hard and Good make it due some days later."""
    memory = recall([reviewed(10, rating)])
    assert (memory.due, memory.again, memory.interval) == (due, again, due - 10)
    assert memory.stability == pytest.approx(stability)
    assert (memory.reviews, memory.lapses, memory.last_day, memory.last_at) == (1, 0, 10, 10 * DAY + NOON)


def test_lapses():
    """A lapse is an Again on a card that was known: not the first time, and once however often it is repeated."""
    ratings = [AGAIN, AGAIN, GOOD, AGAIN, AGAIN, GOOD, AGAIN]
    memory = recall([reviewed(10 + n, rating) for n, rating in enumerate(ratings)])
    assert (memory.reviews, memory.lapses) == (7, 2)


def test_states_are_those_of_the_model():
    """The fold steps the model by study days: late one evening and early next morning are a day apart."""
    events = [reviewed(10, GOOD, hour=23), reviewed(11, GOOD, hour=7), reviewed(12, AGAIN, hour=2)]
    expected = fsrs.step(fsrs.DEFAULTS, None, None, GOOD, 0)
    expected = fsrs.step(fsrs.DEFAULTS, *expected, GOOD, 1)
    expected = fsrs.step(fsrs.DEFAULTS, *expected, AGAIN, 0)  # 2 in the morning still is day 11
    memory = recall(events)
    assert (memory.stability, memory.difficulty) == expected
    assert (memory.last_day, memory.due) == (11, 11)


def test_suspended_and_resumed():
    """A card is suspended until it is resumed, whatever is answered meanwhile."""
    events = [reviewed(10, GOOD), said("suspended", 11), reviewed(12, GOOD)]
    assert recall(events).suspended
    assert not recall([*events, said("resumed", 13)]).suspended


def test_buried():
    """A burial names its study day; a later one moves it."""
    assert recall([said("buried", 11, hour=3)]).buried_on == 10
    assert recall([said("buried", 11), said("buried", 14)]).buried_on == 14


def test_forgotten():
    """A forgotten card starts anew, but stays suspended if it was."""
    events = [reviewed(10, GOOD), said("suspended", 11), said("forgotten", 12)]
    assert recall(events) == Memory("c", suspended=True)
    again = recall([*events, reviewed(13, HARD)])
    assert (again.reviews, again.stability) == (1, pytest.approx(1.2931))


def test_undone():
    """What was undone did not happen; an undoing that was undone did not either."""
    review = reviewed(10, GOOD)
    undo = said("undone", 10, hour=13, of=review)
    redo = said("undone", 10, hour=14, of=undo)
    assert recall([review, undo], card="c") == Memory("c")
    assert recall([review, undo, redo]) == recall([review])
    assert recall([review, undo, redo, said("undone", 10, hour=15, of=redo)]) == Memory("c")


def test_undone_twice_by_two_devices():
    """Two devices may undo one event; taking back one of the undoings leaves the other."""
    review = reviewed(10, GOOD)
    here, there = (said("undone", 10, hour=hour, of=review) for hour in (13, 14))
    assert recall([review, here, there, said("undone", 10, hour=15, of=here)], card="c") == Memory("c")


def test_a_thousand_undoings_of_undoings():
    """A long chain of undoings ends, and its parity decides."""
    events = [reviewed(10, GOOD)]
    for minute in range(3000):
        last = events[-1]
        events.append(dataclasses.replace(said("undone", 10, of=last), at=last.at + minute))
    assert recall(events).reviews == 1
    assert recall(events[:-1]).reviews == 0


def test_regraded():
    """A review counts with the rating of its latest regrading, at its own moment."""
    first, second = reviewed(10, AGAIN), reviewed(12, GOOD)
    easy = said("regraded", 13, of=first, rating=EASY)
    good = said("regraded", 14, of=first, rating=GOOD)
    assert recall([first, second, easy]) == recall([reviewed(10, EASY), second])
    assert recall([good, first, second, easy]) == recall([reviewed(10, GOOD), second])
    assert recall([first, second, easy, good, said("undone", 15, of=good)]) == recall([reviewed(10, EASY), second])


def test_strangers_are_left_out():
    """Unknown kinds, unknown targets and reviews without a rating change nothing."""
    review = reviewed(10, GOOD)
    ghost = reviewed(9, GOOD)
    others = [
        said("dreamt", 11),
        said("undone", 11, of=ghost),
        said("regraded", 11, of=ghost, rating=AGAIN),
        said("regraded", 11, of=review, rating=None),
        said("undone", 11),
        reviewed(11, None),
        reviewed(11, 7),
    ]
    assert recall([review, *others]) == recall([review])


def test_flight_to_yesterday():
    """A review that ends up on an earlier study day than the last one counts as the same day."""
    tokyo = reviewed(10, GOOD, hour=-4, offset=9 * 60)  # five in the morning of day 10
    honolulu = reviewed(10, GOOD, hour=1, offset=-10 * 60)  # three in the afternoon of day 9
    memory = recall([tokyo, honolulu])
    state = fsrs.step(fsrs.DEFAULTS, None, None, GOOD, 0)
    assert (memory.stability, memory.difficulty) == fsrs.step(fsrs.DEFAULTS, *state, GOOD, 0)
    assert memory.last_day == 9
    assert memory.due == 9 + memory.interval > 9


def test_renamed_keeps_its_days():
    """The events of an earlier identity count, and moving them to a new one moves no day."""
    old = [reviewed(10, GOOD, card="old"), reviewed(12, GOOD, card="old"), reviewed(22, GOOD, card="old")]
    renamed = said("renamed", 23, card="new", **{"from": "old"})
    assert recall([*old, renamed]) == recall(old)._replace(card="new")


def test_new_weights_leave_the_day():
    """After a tuning, what is known changes at once, the day on which the card is due at its next review."""
    slower = (*fsrs.DEFAULTS[:8], 1.2, *fsrs.DEFAULTS[9:])
    events = [reviewed(10, GOOD), reviewed(12, GOOD), reviewed(22, GOOD)]
    tuned_at = 30 * DAY

    def scheduled_by(at):
        return fsrs.DEFAULTS if at < tuned_at else slower

    before, bare = recall(events), recall(events, weights=slower)
    tuned = recall(events, weights=slower, scheduled_by=scheduled_by)
    assert (tuned.due, tuned.interval) == (before.due, before.interval)
    assert (tuned.stability, tuned.difficulty) == (bare.stability, bare.difficulty)
    assert bare.due < before.due
    later = [*events, reviewed(50, GOOD)]
    assert recall(later, weights=slower, scheduled_by=scheduled_by) == recall(later, weights=slower)


def test_retrievability_now():
    """Remembered fully on the day itself, nine times of ten after `stability` days, and not at all before."""
    memory = Memory("c", stability=10.0, difficulty=5.0, last_day=100, reviews=3)
    assert retrievability_now(memory, 100) == 1.0
    assert retrievability_now(memory, 90) == 1.0
    assert retrievability_now(memory, 110) == pytest.approx(0.9)
    assert retrievability_now(Memory("c"), 100) == 0.0


def test_futures_are_what_reviews_become():
    """What is promised under the buttons is what the fold then says, in the order of the ratings."""
    events = [reviewed(10, GOOD), reviewed(12, GOOD)]
    found = futures(recall(events), Moment(20 * DAY + NOON, 0))
    assert found == {rating: recall([*events, reviewed(20, rating)]) for rating in fsrs.RATINGS}
    assert found[AGAIN].due == 20 < found[HARD].due < found[GOOD].due < found[EASY].due


@pytest.mark.parametrize("kind", ["undone", "regraded", "renamed"])
def test_after_cannot_look_back(kind):
    """An event about another event needs the others: a memory alone is refused."""
    with pytest.raises(ValueError, match=kind):
        after(Memory("c"), said(kind, 10, of=reviewed(9, GOOD), rating=GOOD))


# --- laws -----------------------------------------------------------------------------------------------------------

simple = st.builds(
    said,
    st.sampled_from(["reviewed", "reviewed", "reviewed", "suspended", "resumed", "buried", "forgotten"]),
    st.integers(0, 60),
    hour=st.integers(0, 23),
    rating=st.sampled_from(fsrs.RATINGS),
    offset=st.sampled_from([-600, 0, 60, 120, 540]),
)


@st.composite
def logs(draw):
    """The events of a card: simple ones, and undoings and regradings of any of them."""
    events = draw(st.lists(simple, min_size=1, max_size=10))
    for _ in range(draw(st.integers(0, 5))):
        target = draw(st.sampled_from(events))
        kind = draw(st.sampled_from(["undone", "regraded"]))
        rating = draw(st.sampled_from(fsrs.RATINGS))
        events.append(said(kind, draw(st.integers(0, 70)), hour=draw(st.integers(0, 23)), of=target, rating=rating))
    return events


@settings(max_examples=30, deadline=None)
@given(logs(), st.randoms(use_true_random=False))
def test_order_and_repetition_mean_nothing(events, random):
    """The same events in another order, some twice, come to the same memory."""
    mixed = events + random.choices(events, k=3)
    random.shuffle(mixed)
    assert recall(mixed, card="c") == recall(events, card="c")


@settings(max_examples=30, deadline=None)
@given(logs(), simple)
def test_after_is_the_fold(events, event):
    """One more event on top of a memory is the fold of them all, when it is the latest."""
    event = dataclasses.replace(event, at=max(e.at for e in events) + 1)
    before = recall(events, card="c")
    assert after(before, event) == recall([*events, event], card="c")


@settings(max_examples=30, deadline=None)
@given(logs(), simple, st.sampled_from(fsrs.RATINGS))
def test_regrading_the_last_review(events, event, rating):
    """A session can regrade its last review by itself: what came before, and the review with its new rating."""
    last = max(e.at for e in events) + 1
    review = dataclasses.replace(event, at=last, kind="reviewed")
    regraded = dataclasses.replace(said("regraded", 0, of=review, rating=rating), at=last + 1)
    before = recall(events, card="c")
    assert after(before, dataclasses.replace(review, rating=rating)) == recall([*events, review, regraded], card="c")


@settings(max_examples=30, deadline=None)
@given(logs(), simple)
def test_undoing_leaves_the_memory(events, event):
    """An event and its undoing together change nothing."""
    if any(e.rest.get("of") == event.id or e.id == event.id for e in events):
        return
    undo = said("undone", 90, of=event)
    assert recall([*events, event, undo], card="c") == recall(events, card="c")


@settings(max_examples=30, deadline=None)
@given(logs(), st.floats(0.5, 0.99))
def test_days_are_never_negative(events, retention):
    """Whatever the clocks said: due is the last day and the interval, which is 0 after Again and positive otherwise."""
    memory = recall(events, card="c", retention=retention)
    if memory.reviews:
        assert memory.due == memory.last_day + memory.interval
        assert memory.interval == 0 if memory.again else memory.interval >= 1
    else:
        assert (memory.due, memory.interval, memory.again) == (None, 0, False)
