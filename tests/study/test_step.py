"""One step of a session: what each action does, and the laws that hold for all of them."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.answers.verdict import Answer as Right
from quiz.answers.verdict import Other
from quiz.deck.card import Card
from quiz.memory.day import Moment
from quiz.memory.memory import Memory
from quiz.memory.recall import recall
from quiz.problem import Place
from quiz.study.pace import Pace
from quiz.study.session import (
    Answer,
    Bury,
    Continue,
    GiveUp,
    Leave,
    Overrule,
    Refresh,
    Settings,
    ShowHint,
    Skip,
    Suspend,
    Undo,
    start,
)
from quiz.study.step import COME_BACK_AFTER, step

NOW = Moment(1_700_000_000_000, 60)
#: A card's identity is a letter; its answer is a word that begins with it.
ANSWERS = {
    "a": "anaconda",
    "b": "basilisk",
    "c": "crocodile",
    "d": "dromedary",
    "e": "elephant",
    "f": "flamingo",
    "g": "gazelle",
    "h": "hippopotamus",
}
RIGHT = {card: Answer(answer) for card, answer in ANSWERS.items()}
CLOSE = {card: Answer(answer[:2] + answer[3:]) for card, answer in ANSWERS.items()}
WRONG = Answer("zzz")


def card(identity: str, *, sibling: str = "", hint: str = "") -> Card:
    """A card that asks for the animal of a letter."""
    answer = Right("answer", ANSWERS[identity])
    return Card(identity, f"Which animal is {identity}?", answer, "en", Place("d"), sibling or identity, hint)


def session(queue: str, **memories: Memory):
    """A session about the cards whose letters are in `queue`; a and b are two sides of one thing if both are asked."""
    cards = {identity: card(identity) for identity in ANSWERS}
    return start(cards, memories, queue, {"d": "Animals"}, dict.fromkeys(cards, "d"), Settings(device="here"), NOW)


def play(begun, *actions):
    """The session after these actions, a second apart, and all events."""
    events = []
    for seconds, action in enumerate(actions):
        begun, happened = step(begun, action, NOW._replace(at=NOW.at + 1000 * seconds))
        events += happened
    return begun, tuple(events)


def said(events) -> list[tuple]:
    """What the events say, in short."""
    return [(event.kind, event.card, event.rating, event.verdict) for event in events]


# --- answering -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("action", "verdict", "rating"),
    [
        (RIGHT["a"], "right", 3),
        (CLOSE["a"], "close", 2),
        (WRONG, "wrong", 1),
        (Answer(""), "wrong", 1),
        (GiveUp(), "wrong", 1),
    ],
)
def test_a_verdict_proposes_the_rating(action, verdict, rating):
    """Right is Good, close is Hard, wrong and giving up are Again."""
    judged, events = play(session("abc"), action)

    assert said(events) == [("reviewed", "a", rating, verdict)]
    assert judged.phase == "judged"
    assert judged.queue == ("a", "b", "c")


def test_a_review_says_all_that_is_known_of_it():
    """What was typed, how long it took, where, and why the verdict is what it is."""
    others = (Other("b", "Which animal is b?", Right("answer", "basilisk")),)
    _, (event,) = play(session("abc"), Answer("basilisk", first_ms=800, took_ms=2000, others=others))

    assert (event.at, event.offset, event.device) == (NOW.at, 60, "here")
    assert (event.typed, event.first_ms, event.took_ms) == ("basilisk", 800, 2000)
    assert event.rest["confused_with"] == "b"
    assert event.rest["reasons"]
    assert "hint" not in event.rest


def test_right_after_a_hint_is_hard():
    """A hint is part of the answer: what was recalled with it was recalled with effort."""
    _, events = play(session("a"), ShowHint(), RIGHT["a"])

    assert said(events) == [("reviewed", "a", 2, "right")]
    assert events[0].rest["hint"] is True


def test_giving_up_is_a_review_without_words():
    """Nothing was typed, and the reason says so."""
    _, (event,) = play(session("a"), GiveUp(first_ms=None, took_ms=900))

    assert (event.typed, event.took_ms, event.rest) == ("", 900, {"reasons": ["gave-up"]})


def test_an_answer_is_remembered_at_once():
    """The memory in the session is what the log would be folded into."""
    judged, events = play(session("ab"), RIGHT["a"])

    assert judged.memories["a"] == recall(events)


# --- going on --------------------------------------------------------------------------------------------------------


def test_a_card_that_was_right_is_done():
    """It leaves the queue, and the next is asked."""
    moved, _ = play(session("abc"), RIGHT["a"], Continue())

    assert (moved.queue, moved.phase) == (("b", "c"), "asking")


def test_a_failed_card_comes_back_some_cards_later():
    """Others are asked between, as many as there are up to a handful."""
    moved, _ = play(session("abcdefgh"), WRONG, Continue())

    assert moved.queue.index("a") == COME_BACK_AFTER >= 3


@pytest.mark.parametrize(("queue", "after"), [("a", "a"), ("ab", "ba"), ("abc", "bca")])
def test_a_failed_card_comes_back_even_as_the_last(queue, after):
    """Where few others are left it comes after them."""
    moved, _ = play(session(queue), WRONG, Continue())

    assert "".join(moved.queue) == after


def test_the_second_answer_of_a_day_ends_the_card():
    """A card that failed and was then right is due on another day."""
    moved, events = play(session("a"), WRONG, Continue(), RIGHT["a"], Continue())

    assert moved.over
    assert moved.memories["a"] == recall(events)
    assert moved.memories["a"].interval >= 1


def test_the_card_that_was_confused_is_not_asked_next():
    """Its answer was just given for another's; another question comes between the two."""
    others = (Other("b", "Which animal is b?", Right("answer", "basilisk")),)
    moved, _ = play(session("abcd"), Answer("basilisk", others=others), Continue())

    assert "".join(moved.queue) == "cbda"


def test_a_failed_card_does_not_come_back_beside_one_that_it_was_confused_with():
    """Nor does that one beside it, when it fails in its turn."""
    others = (Other("g", "Which animal is g?", Right("answer", "gazelle")),)
    first, _ = play(session("abcdefgh"), Answer("gazelle", others=others), Continue())
    second, _ = play(first, *(step for card in "bcd" for step in (RIGHT[card], Continue())))
    third, _ = play(session("agbcde"), Answer("gazelle", others=others), Continue(), RIGHT["b"], Continue(), WRONG)

    assert "".join(first.queue) == "bcdefgha"
    assert "".join(second.queue) == "efgha"
    assert "".join(play(third, Continue())[0].queue) == "cdeag"


def test_cards_that_were_confused_are_not_asked_one_after_the_other_later():
    """When one of them is done, or the confusion is long past, the other is still not the next."""
    others = (Other("b", "Which animal is b?", Right("answer", "basilisk")),)
    confused, _ = play(session("acb"), Answer("basilisk", others=others), Continue(), RIGHT["c"], Continue())
    overruled, _ = play(session("abc"), Answer("basilisk", others=others), Overrule(), Continue())

    assert "".join(confused.queue) == "ba"
    assert "".join(overruled.queue) == "bc"


# --- the pace --------------------------------------------------------------------------------------------------------

PACE = Pace(quick_ms=1000, slow_ms=5000)


def paced(queue: str, **memories: Memory):
    """A session of somebody who begins a right answer after one to five seconds."""
    begun = session(queue, **memories)
    return replace(begun, settings=replace(begun.settings, pace=PACE))


def timed(action: Answer, first_ms: int | None) -> Answer:
    """The same answer, begun after so long."""
    return replace(action, first_ms=first_ms)


@pytest.mark.parametrize(
    ("action", "rating"),
    [
        (timed(RIGHT["a"], 999), 4),
        (timed(RIGHT["a"], 1000), 3),
        (timed(RIGHT["a"], 5000), 3),
        (timed(RIGHT["a"], 5001), 2),
        (timed(RIGHT["a"], None), 3),
        (timed(CLOSE["a"], 10), 2),
        (timed(WRONG, 10), 1),
        (GiveUp(first_ms=10), 1),
    ],
)
def test_a_right_answer_is_ranked_by_how_soon_it_began(action, rating):
    """Quick is Easy and slow is Hard; whatever is not right is not ranked, nor what was not timed."""
    judged, (event,) = play(paced("ab"), action)

    assert event.rating == rating
    assert judged.memories["a"] == recall([event])
    assert "pace" not in event.rest


def test_a_hint_takes_the_rank_away():
    """However quick it was."""
    _, events = play(paced("a"), ShowHint(), timed(RIGHT["a"], 10))

    assert said(events) == [("reviewed", "a", 2, "right")]


@pytest.mark.parametrize("first_ms", [10, 9000])
def test_the_second_answer_of_a_day_is_not_ranked(first_ms):
    """The card was just seen: in this session, or in another one today."""
    again = timed(RIGHT["a"], first_ms)
    _, events = play(paced("a"), WRONG, Continue(), again)
    met, _ = play(session("a"), WRONG)
    tomorrow = NOW._replace(at=NOW.at + 24 * 60 * 60 * 1000)

    assert events[1].rating == 3
    assert play(paced("a", **met.memories), again)[1][0].rating == 3
    assert step(paced("a", **met.memories), again, tomorrow)[1][0].rating == {10: 4, 9000: 2}[first_ms]


def test_what_the_learner_overrules_is_not_ranked():
    """Wrong that becomes right is Good, however quick; right again after it was turned to wrong is what it was."""
    _, up = play(paced("a"), timed(WRONG, 10), Overrule())
    _, back = play(paced("a"), timed(RIGHT["a"], 10), Overrule(), Overrule())

    assert [event.rating for event in up] == [1, 3]
    assert [event.rating for event in back] == [4, 1, 4]


def test_the_session_ends_with_its_last_card():
    """When nothing is left to ask, it is over."""
    moved, _ = play(session("a"), RIGHT["a"], Continue())

    assert moved.over


def test_an_empty_queue_is_over_from_the_beginning():
    """There is nothing to do, and nothing happens."""
    assert session("").over


def test_identities_without_a_card_are_not_asked():
    """What the library no longer holds leaves the queue, and nothing is asked twice."""
    begun = start({"a": card("a")}, {}, ("x", "a", "a"), {}, {}, Settings(), NOW)

    assert begun.queue == ("a",)


# --- overruling ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("action", "counted", "rating"),
    [(WRONG, "right", 3), (CLOSE["a"], "right", 3), (GiveUp(), "right", 3), (RIGHT["a"], "wrong", 1)],
)
def test_overruling_turns_the_verdict_round(action, counted, rating):
    """Wrong and close become right, right becomes wrong; the review stays in the log as it was."""
    judged, events = play(session("ab"), action, Overrule())

    assert said(events)[1] == ("regraded", "a", rating, counted)
    assert events[1].rest == {"of": events[0].id}
    assert judged.turn.counted == counted
    assert judged.memories["a"] == recall(events)


def test_overruling_twice_is_the_machines_verdict_again():
    """The last overruling of a round logs the first verdict and rating once more."""
    once, _ = play(session("ab"), WRONG)
    twice, events = play(session("ab"), WRONG, Overrule(), Overrule())

    assert said(events)[2] == ("regraded", "a", 1, "wrong")
    assert twice.memories == once.memories


def test_a_close_verdict_can_be_overruled_either_way():
    """The key goes from close to right, to wrong, and back to close."""
    once, _ = play(session("ab"), CLOSE["a"])
    round_, events = play(session("ab"), CLOSE["a"], Overrule(), Overrule(), Overrule())

    assert [event.verdict for event in events] == ["close", "right", "wrong", "close"]
    assert [event.rating for event in events] == [2, 3, 1, 2]
    assert round_.memories == once.memories
    assert not round_.turn.overruled


@pytest.mark.parametrize(
    ("action", "wanted", "logged"),
    [
        (CLOSE["a"], "wrong", [("regraded", "a", 1, "wrong")]),
        (CLOSE["a"], "right", [("regraded", "a", 3, "right")]),
        (CLOSE["a"], "close", []),
        (WRONG, "wrong", []),
        (WRONG, "close", [("regraded", "a", 2, "close")]),
        (RIGHT["a"], "wrong", [("regraded", "a", 1, "wrong")]),
    ],
)
def test_an_overruling_may_say_which_mark_is_wanted(action, wanted, logged):
    """The verdict then counts as that mark; where it does already, nothing happens."""
    judged, events = play(session("ab"), action, Overrule(wanted))

    assert said(events[1:]) == logged
    assert judged.turn.counted == wanted


def test_what_was_overruled_to_right_does_not_come_back():
    """The queue follows the verdict that counts."""
    right, _ = play(session("ab"), WRONG, Overrule(), Continue())
    wrong, _ = play(session("ab"), RIGHT["a"], Overrule(), Continue())

    assert (right.queue, wrong.queue) == (("b",), ("b", "a"))


# --- taking back -----------------------------------------------------------------------------------------------------


def test_undoing_an_answer_asks_again():
    """The question is on the screen as before it was answered."""
    begun = session("abc")
    undone, events = play(begun, WRONG, Continue(), Undo())

    assert [event.kind for event in events] == ["reviewed", "undone"]
    assert events[1].rest == {"of": events[0].id}
    assert (undone.turn, undone.memories) == (begun.turn, begun.memories)


def test_undoing_goes_back_through_an_overruling():
    """First the overruling, then the answer."""
    begun = session("abc")
    judged, _ = play(begun, WRONG)
    once, _ = play(begun, WRONG, Overrule(), Undo())
    twice, events = play(begun, WRONG, Overrule(), Undo(), Undo())

    assert (once.turn, once.memories) == (judged.turn, judged.memories)
    assert (twice.turn, twice.memories) == (begun.turn, begun.memories)
    assert [event.rest.get("of") for event in events[2:]] == [events[1].id, events[0].id]


def test_undo_brings_back_an_evening_that_ended():
    """The last answer can be taken back from the end."""
    undone, _ = play(session("a"), RIGHT["a"], Continue(), Undo())

    assert (undone.phase, undone.queue) == ("asking", ("a",))


def test_nothing_done_is_nothing_to_undo():
    """There is no event for it either."""
    begun = session("a")

    assert play(begun, Undo()) == (begun, ())


# --- skipping, suspending, burying -----------------------------------------------------------------------------------


def test_a_skipped_card_is_asked_last():
    """Nothing is logged."""
    moved, events = play(session("abc"), Skip())

    assert (moved.queue, events) == (("b", "c", "a"), ())


def test_when_all_that_is_left_was_skipped_the_session_ends():
    """An answer between begins the count anew."""
    assert play(session("ab"), Skip(), Skip())[0].over
    assert not play(session("abc"), Skip(), RIGHT["b"], Continue(), Skip())[0].over


def test_a_hint_stays_shown_though_its_card_is_skipped():
    """Who saw the hint, went on and came back has still seen it."""
    _, events = play(session("ab"), ShowHint(), Skip(), RIGHT["b"], Continue(), RIGHT["a"])

    assert said(events)[1] == ("reviewed", "a", 2, "right")


def test_a_suspended_card_is_not_asked_again():
    """While it is asked, and after its verdict: then it does not come back though it failed."""
    asked, asked_events = play(session("ab"), Suspend())
    judged, judged_events = play(session("ab"), WRONG, Suspend())

    assert asked.queue == judged.queue == ("b",)
    assert said(asked_events) == [("suspended", "a", None, None)]
    assert judged.memories["a"] == recall(judged_events)
    assert judged.memories["a"].suspended


def test_burying_takes_the_siblings_along():
    """Each card that asks the same thing is buried for today, and one undo brings all back."""
    begun = session("acb")
    begun = replace(begun, cards={**begun.cards, "a": card("a", sibling="s"), "b": card("b", sibling="s")})
    buried, events = play(begun, Bury())
    undone, all_events = play(begun, Bury(), Undo())

    assert buried.queue == ("c",)
    assert said(events) == [("buried", "a", None, None), ("buried", "b", None, None)]
    assert [event.rest["of"] for event in all_events[2:]] == [events[1].id, events[0].id]
    assert (undone.turn, undone.memories) == (begun.turn, begun.memories)


# --- other sessions --------------------------------------------------------------------------------------------------


def test_what_another_session_did_leaves_the_queue():
    """Cards answered, suspended or buried elsewhere are not asked here; unchanged ones stay."""
    begun = session("abcd")
    elsewhere, _ = play(session("abcd"), RIGHT["a"], Continue(), Suspend(), Bury())
    moved, events = play(begun, Refresh(elsewhere.memories))

    assert (moved.queue, events) == (("d",), ())


def test_undo_does_not_bring_back_what_another_session_did():
    """The card whose answer is undone comes back, the others stay away."""
    elsewhere, _ = play(session("b"), RIGHT["b"])
    moved, _ = play(session("abc"), RIGHT["a"], Continue(), Refresh({"b": elsewhere.memories["b"]}), Undo())

    assert moved.queue == ("a", "c")


def test_a_verdict_stays_on_the_screen_when_another_session_changes_its_card():
    """What is being read is not taken away."""
    elsewhere, _ = play(session("a"), GiveUp(), Overrule())
    moved, _ = play(session("ab"), WRONG, Refresh(elsewhere.memories))

    assert (moved.phase, moved.queue) == ("judged", ("a", "b"))


def test_leaving_ends_the_session():
    """At any time, without an event."""
    assert play(session("ab"), Leave())[0].over
    assert play(session("ab"), WRONG, Leave())[0].over


# --- laws ------------------------------------------------------------------------------------------------------------

PHASE_OF = {Continue(): "judged", Overrule(): "judged", ShowHint(): "asking", Skip(): "asking", GiveUp(): "asking"}


@pytest.mark.parametrize("action", [*PHASE_OF, Answer("x")])
def test_an_action_in_the_wrong_phase_does_nothing(action):
    """No change, no event."""
    wrong = PHASE_OF.get(action, "asking")
    scenes = [session("ab"), play(session("ab"), WRONG)[0], play(session("ab"), Leave())[0]]

    assert all(step(scene, action, NOW) == (scene, ()) for scene in scenes if scene.phase != wrong)


words = st.sampled_from([*ANSWERS.values(), *(action.typed for action in CLOSE.values()), "", "zzz"])
others = tuple(Other(card, f"Which animal is {card}?", Right("answer", answer)) for card, answer in ANSWERS.items())
actions = st.one_of(
    st.builds(Answer, words, took_ms=st.one_of(st.none(), st.integers(0, 9000)), others=st.sampled_from([(), others])),
    st.just(Continue()),
    st.just(Continue()),
    st.sampled_from([GiveUp(), Overrule(), Undo(), ShowHint(), Skip(), Suspend(), Bury(), Refresh({})]),
    st.sampled_from([Undo(), Overrule(), Continue(), Leave()]),
)
times = st.lists(st.integers(-5_000, 100_000), min_size=40, max_size=40)
queues = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=8, unique=True).map("".join)


@settings(max_examples=60, deadline=None)
@given(queues, st.lists(actions, max_size=40), times)
def test_the_laws_of_a_session(queue, chosen, passed):
    """Whatever is done: no card lost, no event twice, memories are the fold of the log, ratings follow verdicts."""
    now, current, log = NOW, session(queue), []
    for action, seconds in zip(chosen, passed, strict=False):
        now = now._replace(at=now.at + seconds)
        before = current
        current, events = step(before, action, now)
        log += events

        assert len(set(current.queue)) == len(current.queue)
        assert set(current.queue) <= set(queue)
        if not isinstance(action, Continue | Suspend | Bury | Undo):
            assert set(current.queue) == set(before.queue)
        if isinstance(action, Continue) and before.phase == "judged":
            lost = set(before.queue) - set(current.queue)
            assert lost == (set() if before.turn.counted == "wrong" else {before.queue[0]})
        if events and not isinstance(action, Undo):
            undone, back = step(current, Undo(), now)
            assert (undone.turn, undone.memories, undone.done) == (before.turn, before.memories, before.done)
            assert len(back) == len(events)
        for event in events:
            if event.kind == "reviewed":
                hinted = event.rest.get("hint", False)
                assert event.rating == {"right": 2 if hinted else 3, "close": 2, "wrong": 1}[event.verdict]

    assert len({event.id for event in log}) == len(log)
    assert [event.at for event in log] == sorted({event.at for event in log})
    for identity in queue:
        own = [event for event in log if event.card == identity]
        assert current.memories[identity] == (recall(own, card=identity) if own else Memory(identity))


memories = st.builds(
    Memory,
    st.just(""),
    due=st.one_of(st.none(), st.integers(19_600, 19_700)),
    again=st.booleans(),
    reviews=st.integers(0, 3),
    stability=st.just(1.0),
    difficulty=st.just(5.0),
    suspended=st.booleans(),
    buried_on=st.one_of(st.none(), st.integers(19_670, 19_680)),
)
refreshes = st.builds(Refresh, st.dictionaries(st.sampled_from("abcdefghxyz"), memories, max_size=4))


@settings(max_examples=60, deadline=None)
@given(queues, st.lists(st.one_of(actions, refreshes), max_size=40))
def test_another_session_never_upsets_this_one(queue, chosen):
    """Whatever was done elsewhere in between, every action is possible, and a question has a card."""
    current = session(queue)
    for action in chosen:
        before = current
        current, events = step(before, action, NOW)

        assert set(current.queue) <= set(queue)
        assert current.over or current.card is current.cards[current.queue[0]]
        assert (current.phase == "judged") == (current.turn.verdict is not None)
        if isinstance(action, Refresh):
            assert not events
            assert before.phase != "judged" or current.queue[0] == before.queue[0]


def test_the_readers_that_judge_are_loaded_with_the_first_answer():
    """A session can be begun and shown without them."""
    probe = "import sys, quiz.study.step, quiz.study.view; print(*sys.modules)"
    shown = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout.split()

    assert "quiz.study.view" in shown
    foot = {"quiz.language.text", "quiz.language.pattern"}
    assert not [name for name in shown if name.startswith("quiz.language.") and name not in foot]
    assert "quiz.answers.kinds" not in shown


@settings(max_examples=30, deadline=None)
@given(queues, st.lists(actions, max_size=20))
def test_every_session_ends(queue, chosen):
    """From wherever one is, right answers come to the end in two steps a card."""
    current, _ = play(session(queue), *chosen)
    steps = 0
    while not current.over and steps <= 2 * len(queue):
        identity = current.queue[0]
        action = RIGHT[identity] if current.phase == "asking" else Continue()
        current, _ = step(current, action, NOW._replace(at=NOW.at + 10**6 + steps))
        steps += 1

    assert current.over
