"""A card edited from a session, in its file: the history follows, the mark goes, the session knows it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from quiz.commands.desk import Desk, session_of
from quiz.house import House, Streams
from quiz.study.session import Answer, Continue, Overrule
from quiz.terminal.evening import Evening

DECK = """\
deck: d
cards:
  - question: Which country?
    answer: United States  # not America
    accept:
      - the States  # learned 2025-01-01
  - question: Which year?
    date: 1789
    reverse: true
"""


@pytest.fixture
def path(decks: Path) -> Path:
    """A deck in the learner's folder."""
    written = decks / "d.yaml"
    written.write_text(DECK, encoding="utf-8")
    return written


@pytest.fixture
def evening(own_home: Path, path: Path) -> Evening:
    """An evening with all its cards."""
    assert path.exists()
    environ = {"QUIZ_HOME": str(own_home), "QUIZ_NOW": "2026-11-21T22:00:00+01:00", "LANG": "C.UTF-8"}
    house = House(Streams(io.StringIO(), io.StringIO(), io.StringIO()), environ)
    library = house.library()
    library.refresh()
    library.sync(house.journal())
    order = tuple(library.kinds())
    yield Evening(session_of(library, order, "seed", house), Desk(library, order, house))
    house.close()


def test_a_reworded_card_keeps_its_evening(evening: Evening, path: Path) -> None:
    """Answered, marked, reworded, overruled, answered again: all of it is the history of the card as it is now."""
    world = evening.world
    assert isinstance(world, Desk)
    identity = evening.session.queue[0]
    evening.do(Answer("USA", others=world.others(identity)))
    assert evening.mend()
    was = world.written(identity)
    assert isinstance(was, str)

    assert evening.rewrite(identity, was, was.replace("Which country?", "Which state?")) == ()

    assert path.read_text(encoding="utf-8") == DECK.replace("Which country?", "Which state?")
    assert evening.session.cards[identity].question == "Which state?"
    assert evening.session.doubted == frozenset()
    new = next(one for one in world.library.kinds() if world.library.front(one).question == "Which state?")
    assert new != identity
    journal = world.house.journal()
    assert journal.memory(new).reviews == 1
    assert journal.to_mend() == frozenset()
    evening.do(Overrule("wrong"))
    evening.do(Continue())
    assert journal.memory(new).again
    assert world.teach(identity, "Amerika") is None
    assert "Amerika" in path.read_text(encoding="utf-8")
    assert [event.kind for event in journal.events(new)] == ["renamed"]
    assert world.house.err.getvalue() == ""


def test_a_card_reworded_before_its_first_answer(evening: Evening) -> None:
    """Reworded while it is asked for the first time, then answered: the answer is that of the card as it is now."""
    world = evening.world
    assert isinstance(world, Desk)
    identity = evening.session.queue[0]
    was = world.written(identity)
    assert isinstance(was, str)
    assert evening.rewrite(identity, was, was.replace("Which country?", "Which state?")) == ()

    evening.do(Answer("United States", others=world.others(identity)))

    new = next(one for one in world.library.kinds() if world.library.front(one).question == "Which state?")
    journal = world.house.journal()
    assert journal.memory(new).reviews == 1
    assert journal.orphans(set(world.library.kinds())) == []
    assert world.outlook().met == 1


def test_the_other_side_is_edited_with_its_card(evening: Evening, path: Path) -> None:
    """From either side the card that its author wrote is edited; both histories follow."""
    world = evening.world
    side = next(one for one in evening.session.queue if one.endswith("/reverse"))
    was = world.written(side)
    assert isinstance(was, str)

    assert evening.rewrite(side, was, was.replace("Which year?", "Which year was it?")) == ()

    assert "Which year was it?" in path.read_text(encoding="utf-8")
    assert evening.session.cards[side].answer.text == "Which year was it?"
    assert evening.session.cards[side].identity == side


def test_what_is_refused_leaves_everything(evening: Evening, path: Path) -> None:
    """An unsound card, a card that was changed meanwhile, a read-only file."""
    world = evening.world
    identity = evening.session.queue[0]
    was = world.written(identity)
    assert isinstance(was, str)

    assert [one.code for one in evening.rewrite(identity, was, "question: x\n")] == ["no-answer"]
    path.write_text(DECK.replace("not America", "not it"), encoding="utf-8")
    assert [one.code for one in evening.rewrite(identity, was, was + "hint: x\n")] == ["card-changed"]
    path.chmod(0o444)
    assert getattr(world.written(identity), "code", "") == "deck-read-only"
    assert evening.session.cards[identity].question == "Which country?"
