"""After "I was right" both faces offer to let the deck accept what was typed, and do it once."""

from __future__ import annotations

import io

import pytest

from quiz.answers.verdict import Other
from quiz.problem import Problem
from quiz.terminal.lines import Lines
from quiz.words import load

ENTER = "\r"
OFFER = "accept from now on"
DONE = "accepted from now on"
REFUSED = Problem("deck-read-only", facts={"path": "d.yaml"})


@pytest.fixture
def speak(evening):
    """Play an evening about the animals a and b in plain lines; what was said."""

    def spoken(*lines: str, language: str = "en") -> str:
        sink = io.StringIO()
        begun = evening("ab")
        Lines(begun, load(language), io.StringIO("".join(f"{line}\n" for line in lines)), sink, prompt=False).run()
        return sink.getvalue()

    return spoken


@pytest.mark.parametrize(
    ("steps", "offered"),
    [
        (("adder", ENTER), False),
        (("adder", ENTER, "r"), True),
        (("adder", ENTER, "r", "a"), False),
        (("anaconda", ENTER), False),
        (("anaconda", ENTER, "r"), False),
        (("\x07", "r"), False),
        (("basilisk", ENTER, "r"), False),
        (("adder / asp", ENTER, "r"), False),
    ],
    ids=lambda steps: " ".join(steps) if isinstance(steps, tuple) else None,
)
def test_it_is_offered_where_there_is_something_to_accept(steps, offered, evening, play, world):
    """Only what was typed, judged not right and counted right; never another card's answer."""
    begun = evening("ab")
    world.answers = tuple(Other(name, card.question, card.answer) for name, card in begun.session.cards.items())

    seen = play(begun, *steps, between=lambda _step: None, columns=160)

    assert (OFFER in seen.texts[len(steps) - 1].splitlines()[-1]) is offered


def test_the_drawn_face_teaches_once(evening, play, world):
    """One key: it is said, the key goes, and asked again in this session the answer is right."""
    seen = play(evening("ab"), "adder", ENTER, "r", "a", "a", "u", "u", "adder", ENTER, columns=160)

    assert world.taught == [("a", "adder")]
    assert DONE in seen.texts[3]
    assert seen.texts[-2].count("✓ right") == 1


def test_a_deck_that_cannot_be_written_is_told_and_the_key_stays(evening, play, world):
    """The verdict stays, the reason stands below it, and the key may be pressed again."""
    world.unteachable = REFUSED

    seen = play(evening("ab"), "adder", ENTER, "r", "a", columns=160)

    assert world.taught == []
    assert "d.yaml is read-only" in seen.texts[3]
    assert OFFER in seen.texts[3].splitlines()[-1]
    assert seen.phases[3] == "judged"


def test_the_plain_face_teaches_the_verdict_before_the_question(speak, world):
    """The next question is asked already; the command means the answer that was overruled."""
    said = speak("adder", ":right", ":accept", ":accept", "basilisk")

    assert world.taught == [("a", "adder")]
    assert said.index(":accept lets") < said.index(DONE) < said.index("the deck accepts it already")
    assert said.count("Right. ") + said.count("Right.\n") >= 1


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ((":accept",), "once you have counted an answer right"),
        (("adder", ":accept"), "once you have counted an answer right"),
        (("anaconda", ":accept"), "once you have counted an answer right"),
        (("", ":right", ":accept"), "the deck cannot hold this answer"),
    ],
)
def test_the_plain_face_says_when_there_is_nothing_to_accept(lines, why, speak, world):
    """Before any verdict, without an overruling, and where nothing was typed."""
    assert why in speak(*lines)
    assert world.taught == []


def test_the_plain_face_tells_what_cannot_be_written(speak, world):
    """In French too."""
    world.unteachable = REFUSED

    assert "d.yaml est en lecture seule" in speak("adder", ":juste", ":accepter", language="fr")
