"""Laws of the journal, whatever the events."""

import tempfile
from contextlib import ExitStack
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.journal import Journal
from quiz.memory.day import Moment, study_day
from quiz.memory.event import Event
from quiz.memory.memory import Memory
from quiz.memory.recall import recall, standing

HOUR = 60 * 60 * 1000
DAY = 24 * HOUR
CARDS = ("a", "b", "c")


def said(kind, day, hour, card, rating, device, rest):
    """An event at an hour of a study day (counted from 1970)."""
    at = day * DAY + hour * HOUR
    return Event(at=at, offset=60, device=device, kind=kind, card=card, rating=rating, rest=rest)


events = st.builds(
    said,
    st.sampled_from(["reviewed", "reviewed", "reviewed", "suspended", "resumed", "buried", "forgotten"]),
    st.integers(0, 20),
    st.integers(0, 23),
    st.sampled_from(CARDS),
    st.integers(1, 4),
    st.sampled_from(["here", "there"]),
    st.just({}),
)


@st.composite
def logs(draw):
    """Events of three cards: simple ones, renamings, and undoings and regradings of any of them."""
    found = draw(st.lists(events, max_size=8))
    for _ in range(draw(st.integers(0, 4))):
        kind = draw(st.sampled_from(["renamed", "undone", "undone", "regraded"]))
        if kind == "renamed":
            card, rest = draw(st.sampled_from(CARDS)), {"from": draw(st.sampled_from(CARDS))}
        elif found:
            target = draw(st.sampled_from(found))
            card, rest = target.card, {"of": target.id}
        else:
            continue
        day, hour, rating = draw(st.integers(0, 25)), draw(st.integers(0, 23)), draw(st.integers(1, 4))
        found.append(said(kind, day, hour, card, rating, "here", rest))
    return found


def everything(journal):
    """All that a journal knows."""
    return list(journal.events()), sorted(journal.changed_since(0)), journal.days(-10, 100)


@settings(max_examples=12, deadline=None)
@given(st.lists(logs(), min_size=3, max_size=3), st.randoms(use_true_random=False))
def test_merge_is_a_union(parts, random):
    """Parts of a log come to the same journal in any order, in any grouping, and however often."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        one, other, third = (stack.enter_context(Journal.open(Path(folder) / name)) for name in ("1", "2", "3"))
        new = sum(one.merge(part) for part in parts)
        shuffled = [event for part in parts for event in part] * 2
        random.shuffle(shuffled)
        for event in shuffled:
            other.append([event])
        third.merge(parts[2])
        third.merge([*parts[1], *parts[0]])
        assert new == len({event.id for part in parts for event in part})
        assert third.merge(one.events()) == 0
        assert everything(one) == everything(other) == everything(third)


@settings(max_examples=30, deadline=None)
@given(logs())
def test_what_is_kept_is_the_fold(found):
    """What is kept answer by answer is the fold of the whole log, and rebuilding it changes nothing."""
    with tempfile.TemporaryDirectory() as folder, Journal.open(Path(folder) / "journal.db") as journal:
        for event in found:
            journal.append([event])
        kept, counter = everything(journal), journal.counter
        journal.rebuild()
        assert (everything(journal), journal.counter) == (kept, counter)
        if not any(event.kind == "renamed" for event in found):
            own = {card: [event for event in found if event.card == card] for card in CARDS}
            assert journal.memories(CARDS) == {card: recall(own[card], card=card) for card in CARDS}
            assert journal.days(-10, 100) == counted(own)


def counted(own):
    """The new cards and the reviews of each study day, counted plainly."""
    days = {}
    for lived in own.values():
        reviews = [event for event in standing(lived) if event.kind == "reviewed"]
        for n, event in enumerate(reviews):
            introduced, done = days.get(day := study_day(Moment(event.at, event.offset)), (0, 0))
            days[day] = (introduced + (n == 0), done + 1)
    return days


@settings(max_examples=25, deadline=None)
@given(logs(), events)
def test_undoing_a_step(found, event):
    """An answer and its undoing leave every memory and every count as they were."""
    if any(event.id in (other.id, other.rest.get("of")) for other in found):
        return
    with tempfile.TemporaryDirectory() as folder, Journal.open(Path(folder) / "journal.db") as journal:
        journal.merge(found)
        before, days = journal.memories(CARDS), journal.days(-10, 100)
        journal.append([event])
        journal.append([said("undone", 30, 0, event.card, None, "here", {"of": event.id})])
        assert journal.memories(CARDS) == before
        assert journal.days(-10, 100) == days


def test_nothing_is_nothing():
    """An empty journal remembers new cards."""
    with tempfile.TemporaryDirectory() as folder, Journal.open(Path(folder) / "journal.db") as journal:
        assert journal.append([]) == ()
        assert journal.merge([]) == 0
        assert journal.memories(CARDS) == {card: Memory(card) for card in CARDS}
        assert journal.last_undoable() is None
        assert journal.newest is None
        assert journal.check() == ()
