"""The reviews as they stand, kept beside the log: equal to those computed from all events, counted as in Python."""

import tempfile
from contextlib import contextmanager
from math import isclose
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.journal import Journal
from quiz.memory import fsrs
from quiz.memory.event import Event
from quiz.memory.histories import all_reviews
from quiz.memory.review import reviews
from quiz.stats.count import count

HOUR = 60 * 60 * 1000
DAY = 24 * HOUR
CARDS = ("a", "b", "c", "d")
WEIGHTS = [*fsrs.DEFAULTS[:2], 20.0, *fsrs.DEFAULTS[3:]]


def said(kind, day, card="a", *, hour=12, minutes=0, offset=0, device="d", **more):
    """An event at an hour of a day (counted from 1970)."""
    rest = more.pop("rest", {})
    return Event(day * DAY + hour * HOUR + minutes * 60_000, offset, device, kind, card, rest=rest, **more)


def answer(day, card="a", rating=3, verdict="right", **more):
    """An answer."""
    return said("reviewed", day, card, rating=rating, verdict=verdict, **more)


@contextmanager
def journal_of(*parts, **how):
    """A journal into which these parts of a log were merged one after the other."""
    with tempfile.TemporaryDirectory() as folder, Journal.open(Path(folder) / "journal.db", **how) as journal:
        for part in parts:
            journal.merge(part)
        yield journal


def same(one, other):
    """Whether two counts are the same but for the last digits of their sums."""
    assert one.keys() == other.keys()
    assert all(
        isclose(left, right, rel_tol=1e-9, abs_tol=1e-6)
        for key in one
        for left, right in zip(one[key], other[key], strict=True)
    ), (one, other)


def agree(journal, found, today, since, cards=None):
    """The journal's counts are those of Python."""
    counts, reference = journal.counts(today, since, cards), count(found, today=today, since=since, cards=cards)
    for name in ("days", "cards", "ages", "hours"):
        same(getattr(counts, name), getattr(reference, name))
    assert counts.cards_today == reference.cards_today


# --- whatever the events ----------------------------------------------------------------------------------------------


@st.composite
def logs(draw):
    """Reviews and resets of four cards anywhere on earth, by clocks that jump; corrections, renamings and tunings."""
    places = st.integers(-5, 400), st.sampled_from(CARDS)
    clock = {"hour": st.integers(-40, 40), "minutes": st.integers(0, 59), "offset": st.sampled_from((-600, 0, 60, 840))}
    rests = st.fixed_dictionaries(
        {},
        optional={
            "reasons": st.sampled_from((["gave-up"], ["another-card"], [])),
            "relative_error": st.sampled_from((-2, -1.0, -0.5, -0.2, 0, 0.1, 1.0, 1.001, 40)),
            "confused_with": st.sampled_from((*CARDS, None)),
        },
    )
    typing = {
        "rating": st.integers(1, 4),
        "verdict": st.sampled_from(("right", "close", "wrong", None)),
        "typed": st.sampled_from(("one", "Two", " two", "", None)),
        "took_ms": st.sampled_from((None, -1, 0, 4000, 120_000, 999_999)),
        "rest": rests,
    }
    one = st.one_of(
        *[st.builds(said, st.just("reviewed"), *places, **clock, **typing)] * 4,
        st.builds(said, st.sampled_from(("forgotten", "suspended")), *places, **clock),
    )
    found = draw(st.lists(one, max_size=14))
    for _ in range(draw(st.integers(0, 7))):
        kind = draw(st.sampled_from(("renamed", "renamed", "undone", "undone", "regraded", "tuned")))
        day, hour, rating = draw(st.integers(0, 420)), draw(st.integers(0, 23)), draw(st.integers(1, 4))
        if kind == "tuned":
            found.append(said(kind, day, "", hour=hour, rest={"parameters": WEIGHTS}))
        elif kind == "renamed":
            rest = {"from": draw(st.sampled_from(CARDS))}
            found.append(said(kind, day, draw(st.sampled_from(CARDS)), hour=hour, rest=rest))
        elif found:
            target = draw(st.sampled_from(found))
            verdict = draw(st.sampled_from(("right", "wrong", None)))
            if target.card:
                rest = {"of": target.id}
                found.append(said(kind, day, target.card, hour=hour, rating=rating, verdict=verdict, rest=rest))
    return found


def in_force(found):
    """The weights in force at a moment, by the tunings of a log."""
    tunings = sorted((event.at, event.id) for event in found if event.kind == "tuned")
    return lambda at: WEIGHTS if any(tuned <= at for tuned, _ in tunings) else ()


@settings(max_examples=150, deadline=None)
@given(logs(), st.integers(0, 3), st.integers(-2, 420), st.integers(-2, 420), st.sets(st.sampled_from(CARDS)))
def test_what_is_kept_is_what_stands(found, parts, today, since, cards):
    """Whatever is merged in whatever parts, the kept reviews and their counts are those of the whole log in Python."""
    pieces = [found[part :: parts + 1] for part in range(parts + 1)]
    whole = list(all_reviews(found, in_force=in_force(found)))

    with journal_of(*pieces) as journal:
        assert list(journal.reviews()) == whole
        agree(journal, whole, today, since)
        agree(journal, whole, today, since, cards)
        for card in CARDS:
            assert list(journal.reviews(card, since)) == [one for one in whole if one.card == card and one.day >= since]
        spaced = [
            (one.card, one.recalled, one.predicted, one.by_default, one.day)
            for one in whole
            if one.predicted is not None
        ]
        assert list(journal.predictions()) == spaced
        kept = journal._connection.execute("SELECT * FROM counted").fetchall()
        journal.rebuild()
        assert journal._connection.execute("SELECT * FROM counted").fetchall() == kept
        assert list(journal.reviews()) == whole


@settings(max_examples=60, deadline=None)
@given(logs())
def test_every_answer_counts_once(found):
    """However cards were renamed, each answer that stands is one card's; without renamings it is its own card's."""
    events = [event for event in found if event.kind != "undone"]
    lines = list(all_reviews(events))

    answers = {event.id for event in events if event.kind == "reviewed"}
    assert sorted(line.event for line in lines) == sorted(answers)
    own = [event for event in events if event.kind != "renamed"]
    one_by_one = [line for card in CARDS for line in reviews([e for e in own if e.card == card], card=card)]
    assert list(all_reviews(own)) == one_by_one
