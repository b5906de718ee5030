"""What a face is given of a session."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quiz.answers.verdict import Answer as Right
from quiz.answers.verdict import Former, Other
from quiz.deck.card import Card, Evidence, Source
from quiz.memory.day import Moment
from quiz.problem import Place
from quiz.study.pace import Pace
from quiz.study.session import Answer, Continue, GiveUp, Leave, Overrule, Settings, ShowHint, Skip, Suspend, Undo, start
from quiz.study.step import step
from quiz.study.view import Citation, Confused, EndView, Missed, QuestionView, VerdictView, view

NOW = Moment(1_700_000_000_000, 0)
ANSWERS = {"a": "anaconda", "b": "basilisk", "c": "crocodile", "d": "dromedary", "e": "elephant"}
OTHER_B = (Other("b", "Which animal is b?", Right("answer", "basilisk")),)


def card(identity: str) -> Card:
    """A card that asks for the animal of a letter."""
    answer = Right("answer", ANSWERS[identity])
    return Card(identity, f"Which animal is {identity}?", answer, "en", Place("d"), identity, tags=("zoo", "big"))


def session(queue: str, **cards: Card):
    """A session about the cards whose letters are in `queue`."""
    known = {identity: card(identity) for identity in ANSWERS} | cards
    sources = {"d": {"book": Source("book", "The Book", "Ann", url="https://example.org")}}
    titles, decks = {"d": "Animals"}, dict.fromkeys(known, "d")
    return start(known, {}, queue, titles, decks, Settings(seed="s"), NOW, sources)


def see(begun, *actions, after_ms: int = 0):
    """What is seen after these actions."""
    for action in actions:
        begun, _ = step(begun, action, NOW)
    return view(begun, NOW._replace(at=NOW.at + after_ms))


def right(identity: str, took_ms: int | None = None) -> Answer:
    """The right answer."""
    return Answer(ANSWERS[identity], took_ms=took_ms)


def counted(seen) -> tuple[int, int]:
    """How far the session is."""
    return seen.number, seen.total


def test_a_question_says_where_it_comes_from_and_how_far_the_session_is():
    """Deck, topic, kind, language, question, progress; the time left at twelve seconds a card."""
    assert see(session("abc")) == QuestionView(
        identity="a",
        deck="d",
        deck_title="Animals",
        topic="zoo",
        number=1,
        total=3,
        seconds_left=36.0,
        kind="answer",
        language="en",
        question="Which animal is a?",
        options=(),
        has_hint=True,
        hint=None,
        comes_back=False,
        can_undo=False,
    )


def test_a_hint_is_seen_when_it_was_asked_for():
    """Before, only that there is one."""
    assert see(session("abc"), ShowHint()).hint == "a…"


def test_a_deck_without_title_is_called_by_its_id():
    """There is always a name to show."""
    assert see(replace(session("a"), deck_titles={})).deck_title == "d"


def test_a_card_is_counted_when_it_is_done():
    """The number grows with each card that leaves the queue, the total stays."""
    begun = session("abc")

    assert counted(see(begun, right("a"))) == (1, 3)
    assert counted(see(begun, right("a"), Continue())) == (2, 3)
    assert counted(see(begun, right("a"), Continue(), right("b"), Continue(), right("c"))) == (3, 3)


def test_a_card_that_comes_back_makes_nothing_jump():
    """It is one card, done when it is done."""
    begun = session("ab")

    assert counted(see(begun, GiveUp(), Continue())) == (1, 2)
    assert counted(see(begun, GiveUp(), Continue(), right("b"), Continue())) == (2, 2)
    assert see(begun, GiveUp(), Continue(), right("b"), Continue()).comes_back


def test_skipping_and_undoing_do_not_count():
    """What was taken back is to do again."""
    begun = session("abc")

    assert counted(see(begun, Skip())) == (1, 3)
    assert counted(see(begun, right("a"), Continue(), Undo())) == (1, 3)


def test_a_suspended_card_leaves_the_total():
    """It is neither done nor left."""
    assert counted(see(session("abc"), Suspend())) == (1, 2)


def test_the_time_left_follows_the_pace_of_the_session():
    """After three answers the middle one says how long a card takes."""
    begun = session("abcde")
    three = [right("a", 2_000), Continue(), right("b", 90_000), Continue(), right("c", 4_000)]

    assert see(begun, *three).seconds_left == 8.0
    assert see(begun, *three, Continue()).seconds_left == 8.0


def test_a_verdict_says_why_and_what_follows():
    """The machine's verdict and the one that counts, the right answer, and when the card is asked again."""
    seen = see(session("abc"), right("a"))

    assert isinstance(seen, VerdictView)
    assert (seen.identity, seen.mark, seen.counted, seen.overruled, seen.rating) == ("a", "right", "right", False, 3)
    assert (seen.shown_answer, seen.typed, seen.gave_up) == ("anaconda", "anaconda", False)
    assert seen.again_in >= 1


def test_a_failed_card_is_asked_again_within_the_session():
    """Its distance is no day."""
    seen = see(session("abc"), GiveUp())

    assert (seen.mark, seen.gave_up, seen.rating, seen.again_in) == ("wrong", True, 1, 0)


@pytest.mark.parametrize(
    ("actions", "told"),
    [
        ([Answer("anaconda", first_ms=10)], "easy"),
        ([Answer("anaconda", first_ms=2000)], ""),
        ([Answer("anaconda", first_ms=9000)], "slow"),
        ([Answer("anaconda")], ""),
        ([ShowHint(), Answer("anaconda", first_ms=9000)], "hard"),
        ([Answer("anacoda", first_ms=10)], "hard"),
        ([Answer("zzz", first_ms=10)], ""),
        ([Answer("anaconda", first_ms=10), Overrule()], ""),
        ([Answer("zzz", first_ms=10), Overrule()], ""),
        ([Answer("anaconda", first_ms=9000), Overrule(), Overrule()], "slow"),
    ],
)
def test_a_rating_that_the_mark_does_not_say_is_told(actions, told):
    """Easy, and why it is Hard: for being slow, or for being close or after a hint."""
    begun = session("abc")
    begun = replace(begun, settings=replace(begun.settings, pace=Pace(1000, 5000)))

    assert see(begun, *actions).told_rating == told


def test_an_overruled_verdict_shows_both():
    """The machine's mark stays, the learner's counts."""
    seen = see(session("abc"), GiveUp(), Overrule())

    assert (seen.mark, seen.counted, seen.overruled, seen.rating) == ("wrong", "right", True, 3)
    assert seen.again_in >= 1
    assert see(session("abc"), GiveUp(), Overrule(), Overrule()).rating == 1


def test_a_confusion_names_the_other_question():
    """The question whose right answer was typed."""
    assert see(session("abc"), Answer("basilisk", others=OTHER_B)).confused == "Which animal is b?"


def test_a_verdict_cites_its_evidence_and_then_the_other_sources():
    """A source that the deck does not describe is cited by its key."""
    proof = Evidence("book", 4, "a long snake", Place("d"))
    seen = see(session("a", a=replace(card("a"), sources=("book", "film"), evidence=(proof,))), right("a"))

    assert seen.citations == (
        Citation("book", "The Book", "Ann", "https://example.org", 4, "a long snake"),
        Citation("film"),
    )


def test_the_end_adds_the_evening_up():
    """Answers by the verdict that counted, cards once, what was missed and what was confused."""
    seen = see(
        session("abcd"),
        Answer("basilisk", others=OTHER_B),
        Continue(),
        GiveUp(),
        Overrule(),
        Continue(),
        right("b"),
        Continue(),
        Leave(),
        after_ms=90_500,
    )

    assert seen == EndView(
        cards=3,
        answers=3,
        right=2,
        close=0,
        wrong=1,
        overruled=1,
        gave_up=1,
        learned=3,
        left=2,
        seconds=90.5,
        missed=(Missed("a", "Which animal is a?", "anaconda"),),
        confused=(Confused("a", "anaconda", "b", "basilisk"),),
        can_undo=True,
    )


@pytest.mark.parametrize(
    ("actions", "left"),
    [
        ((Leave(),), 3),
        ((right("a"), Leave()), 2),
        ((right("a"), Continue(), Leave()), 2),
        ((GiveUp(), Leave()), 3),
        ((GiveUp(), Overrule(), Leave()), 2),
    ],
)
def test_a_card_whose_verdict_is_seen_is_not_left_for_another_time(actions, left):
    """Whoever leaves at a verdict leaves as many cards as whoever goes on first; a failed one is one of them."""
    assert see(session("abc"), *actions).left == left


def test_an_evening_without_cards_ends_at_once():
    """All figures are zero."""
    assert see(session("")) == EndView(0, 0, 0, 0, 0, 0, 0, 0, 0, 0.0, (), (), can_undo=False)


def test_a_question_says_what_its_answer_was():
    """A card that supersedes another tells the old answer and its date; the old answer is judged out of date."""
    changed = replace(card("a"), former=Former(Right("answer", "aardvark"), "2023-04"))
    begun = session("a", a=changed)

    assert see(begun).former == ("aardvark", "2023-04")
    judged = see(begun, Answer("aardvark"))
    assert (judged.mark, [reason.code for reason in judged.reasons]) == ("wrong", ["outdated"])
