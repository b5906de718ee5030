"""What to ask today, and in which order."""

from __future__ import annotations

import itertools
import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.study.queue import AGAIN_GAP, Candidate, Limits, queue

TODAY = 20_000
PLENTY = Limits(new_left=1000, reviews_left=1000)


def due(name: str, topic: str = "", *, late: int = 0, interval: int = 10, sibling: str = "") -> Candidate:
    """A card that is due `late` days after the day it should have been asked."""
    return Candidate(name, "deck", topic, sibling or name, 0, TODAY - late, interval, TODAY - late - interval)


def failed(name: str, at: int = 1, topic: str = "") -> Candidate:
    """A card that was failed earlier today."""
    return Candidate(name, "deck", topic, name, 0, TODAY, 0, TODAY, again=True, last_at=at)


def new(name: str, position: int, topic: str = "", *, sibling: str = "") -> Candidate:
    """A card that was never asked."""
    return Candidate(name, "deck", topic, sibling or name, position)


def ask(reviews, fresh=(), limits=PLENTY, seed="s", **more) -> str:
    """The queue, its one-letter identities joined."""
    return "".join(queue(reviews, fresh, limits, TODAY, seed, **more))


def test_nothing_due_is_an_empty_queue():
    """Without cards there is nothing to ask."""
    assert queue([], [], PLENTY, TODAY, "s") == ()


def test_new_cards_alone_come_in_the_order_of_the_library():
    """New cards are asked as their author ordered them, whatever the order in which the index gives them."""
    assert ask([], [new("c", 3), new("a", 1), new("b", 2)]) == "abc"


def test_new_cards_are_spread_evenly_among_the_reviews():
    """Two new cards among eight reviews come after a quarter and after three quarters."""
    order = queue([due(f"r{n}") for n in range(8)], [new("n0", 0), new("n1", 1)], PLENTY, TODAY, "s")

    assert [place for place, card in enumerate(order) if card.startswith("n")] == [2, 7]


@pytest.mark.parametrize(
    ("limits", "reviews", "introduced"),
    [
        (Limits(2, 3), 3, 2),
        (Limits(0, 3), 3, 0),
        (Limits(2, 0), 0, 2),
        (Limits(-1, -5), 0, 0),
    ],
)
def test_the_days_limits_hold(limits, reviews, introduced):
    """No more reviews and no more new cards than are left of the day."""
    order = ask([due(x) for x in "abcdef"], [new(x, 0) for x in "UVWX"], limits)

    assert (reviews, introduced) == (sum(x.islower() for x in order), sum(x.isupper() for x in order))


def test_behind_the_most_overdue_for_its_interval_comes_first():
    """Two days late on an interval of one day is worse than twenty days late on a hundred."""
    cards = [due("a", late=20, interval=100), due("b", late=2, interval=1), due("c", late=5, interval=10), due("d")]

    assert ask(cards) == "bcad"


def test_behind_the_limit_keeps_the_most_overdue():
    """What does not fit into today is what can wait best."""
    cards = [due("a", late=1, interval=100), due("b", late=5, interval=5), due("c", late=3, interval=5)]

    assert ask(cards, limits=Limits(0, 2)) == "bc"


def test_an_interval_of_zero_days_does_not_divide():
    """A card failed on an earlier day has no interval, and counts as one day."""
    assert ask([due("a", late=1, interval=0), due("b", late=2, interval=1)]) == "ba"


def test_topics_alternate():
    """Two topics of equal size never come twice in a row."""
    order = ask([due(x, "one") for x in "abcd"] + [due(x, "two") for x in "WXYZ"])

    assert all(left.islower() != right.islower() for left, right in itertools.pairwise(order))


def test_decks_are_interleaved_where_cards_have_no_topic():
    """A card without a topic belongs to its deck."""
    cards = [due(x)._replace(deck="x" if x.islower() else "y") for x in "abcXYZ"]

    assert all(left.islower() != right.islower() for left, right in zip(ask(cards), ask(cards)[1:], strict=False))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from("abcd"), max_size=30), st.text(max_size=3))
def test_repeated_topics_are_as_few_as_they_can_be(topics, seed):
    """A topic follows itself only as often as its majority over all others makes it."""
    cards = [due(str(place), topic) for place, topic in enumerate(topics)]
    order = queue(cards, [], PLENTY, TODAY, seed)
    asked = [topics[int(card)] for card in order]
    most = max(Counter(topics).values(), default=0)

    assert max(0, most - (len(topics) - most) - 1) == sum(left == right for left, right in itertools.pairwise(asked))


def test_of_siblings_one_is_asked():
    """The other side of a card waits for another day; a review goes before a new card."""
    assert ask(
        [due("a", sibling="s")], [new("b", 0, sibling="s"), new("c", 1, sibling="t"), new("d", 2, sibling="t")]
    ) in (
        "ac",
        "ca",
    )


def test_siblings_asked_already_today_leave_the_rest_for_tomorrow():
    """A group that was seen today is done for today, but its failed card still comes back."""
    cards = [due("a", sibling="s"), due("b"), failed("c")]

    assert sorted(ask(cards, seen={"s", "c"})) == ["b", "c"]


def test_a_card_failed_today_comes_but_not_first():
    """Some others stand before it, where there are others."""
    order = ask([failed("X"), *(due(x) for x in "abcdef")])

    assert order.index("X") == AGAIN_GAP


def test_failed_cards_are_outside_the_limits():
    """A card failed today was counted when it was first asked."""
    assert ask([failed("X"), due("a")], limits=Limits(0, 0)) == "X"


def test_failed_cards_alone_come_in_the_order_of_their_failures():
    """Nothing else is left: the card failed longest ago is first."""
    assert ask([failed("b", 2), failed("a", 1)]) == "ab"


def test_a_failed_card_is_not_first_even_for_its_topic():
    """Interleaving does not bring a failed card to the front."""
    order = ask([failed("X", topic="big"), failed("Y", topic="big"), due("a", "small")])

    assert order[0] == "a"


@pytest.mark.parametrize("seed", [str(n) for n in range(20)])
def test_cards_confused_with_one_another_are_kept_apart(seed):
    """Between two cards that were confused there is at least one other."""
    order = ask([due(x) for x in "abcd"], seed=seed, apart={"a": frozenset("b")})

    assert "ab" not in order
    assert "ba" not in order


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from("xyz"), min_size=3, max_size=12), st.data())
def test_one_confusion_can_always_be_parted(topics, data):
    """Among three cards or more there is always one to stand between, whatever the topics."""
    one, other = data.draw(st.lists(st.integers(0, len(topics) - 1), min_size=2, max_size=2, unique=True))
    cards = [due(str(place), topic) for place, topic in enumerate(topics)]
    order = queue(cards, [], PLENTY, TODAY, "s", {str(one): frozenset([str(other)])})

    assert sorted(order) == sorted(card.identity for card in cards)
    assert abs(order.index(str(one)) - order.index(str(other))) > 1


def test_confused_cards_are_asked_though_they_are_alone():
    """Where nothing can stand between them they follow one another."""
    assert sorted(ask([due("a"), due("b")], apart={"a": frozenset("b"), "b": frozenset("a")})) == ["a", "b"]


def test_the_seed_is_the_only_chance():
    """The same seed gives the same queue in whatever order cards come in; some other seed gives another."""
    cards = [due(x) for x in "abcdefgh"]

    assert ask(cards) == ask(cards[::-1])
    assert len({ask(cards, seed=str(n)) for n in range(10)}) > 1


candidates = st.builds(
    Candidate,
    identity=st.just(""),
    deck=st.sampled_from(["d", "e"]),
    topic=st.sampled_from(["", "t", "u"]),
    sibling=st.sampled_from("ABCDEFGHIJKLMNOP"),
    position=st.integers(0, 50),
    due=st.integers(TODAY - 30, TODAY),
    interval=st.integers(0, 60),
    last_day=st.integers(TODAY - 60, TODAY),
    again=st.booleans(),
    last_at=st.integers(0, 9),
)


@settings(max_examples=50, deadline=None)
@given(
    st.lists(candidates, max_size=25),
    st.lists(candidates, max_size=10),
    st.builds(Limits, st.integers(-1, 12), st.integers(-1, 20)),
    st.dictionaries(st.integers(0, 34).map(str), st.frozensets(st.integers(0, 34).map(str), max_size=3), max_size=5),
)
def test_whatever_the_cards_the_queue_keeps_its_promises(reviews, fresh, limits, apart):
    """Each card at most once, none invented, limits and siblings respected, the same for the same cards."""
    reviews = [card._replace(identity=str(n)) for n, card in enumerate(reviews)]
    fresh = [
        card._replace(identity=str(len(reviews) + n), due=None, again=False, sibling=card.sibling + "n")
        for n, card in enumerate(fresh)
    ]
    order = queue(reviews, fresh, limits, TODAY, "seed", apart)
    known = {card.identity: card for card in (*reviews, *fresh)}
    failed_today = {card.identity for card in reviews if card.again and card.last_day >= TODAY}
    asked = [known[identity] for identity in order]
    groups = Counter(card.sibling for card in asked if card.identity not in failed_today)

    assert len(set(order)) == len(order)
    assert failed_today <= set(order)
    assert all(count == 1 for count in groups.values())
    assert sum(card.due is None for card in asked) <= max(0, limits.new_left)
    assert sum(card.due is not None and card.identity not in failed_today for card in asked) <= max(
        0, limits.reviews_left
    )
    assert not asked or asked[0].identity not in failed_today or set(order) == failed_today
    assert order == queue(reviews[::-1], fresh, limits, TODAY, "seed", apart)


def test_the_queue_loads_nothing_heavy():
    """On the way to the first question neither decks nor graders nor dataclasses are loaded."""
    probe = "import sys, quiz.study.queue; print(*sorted(sys.modules))"
    loaded = set(
        subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout.split()
    )

    assert "quiz.study.queue" in loaded
    assert loaded.isdisjoint({"dataclasses", "json", "sqlite3", "quiz.deck", "quiz.answers", "quiz.words"})
