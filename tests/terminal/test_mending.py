"""A card edited or marked for mending in the midst of a session, in both faces."""

from __future__ import annotations

import io

import pytest

from quiz.problem import Problem
from quiz.study.session import Edited, Mend
from quiz.study.step import step
from quiz.terminal.lines import Lines
from quiz.words import load

ENTER, X = "\r", "\x18"
CHANGED = "question: What is long?\nanswer: adder\n"


def kinds(world) -> list[str]:
    """What was logged."""
    return [event.kind for event in world.events]


def test_the_session_goes_on_with_the_edited_card(evening, play, world):
    """While asking, the new question is put, and its new answer is right."""
    world.editor = lambda _text: CHANGED

    seen = play(evening("ab"), "half", X, "e", "adder", ENTER)

    assert world.rewritten == [("a", CHANGED)]
    assert "the card is changed in its deck" in seen.texts[2]
    assert seen.texts[2].rstrip().count("What is long?") == 1
    assert seen.lines[2] == ""
    assert "✓ right" in seen.texts[4]


def test_after_a_verdict_the_verdict_stays(evening, play, world):
    """The edit is told, the verdict can still be overruled, and the card comes back as it is now."""
    world.editor = lambda _text: CHANGED

    seen = play(evening("a"), "adder", ENTER, "e", ENTER, "adder", ENTER)

    assert seen.phases == ["asking", "judged", "judged", "asking", "asking", "judged"]
    assert "What is long?" in seen.texts[3]
    assert [event.verdict for event in world.events] == ["wrong", "right"]


def test_what_cannot_be_used_is_opened_again(evening, play, world):
    """Problems are shown, nothing is lost: the same key opens the text that was left, until it can be used."""
    world.unwritable = (Problem("no-answer", facts={"kinds": ("answer",)}),)
    opened: list[str] = []

    def editor(text: str) -> str:
        opened.append(text)
        if len(opened) > 1:
            world.unwritable = ()
        return CHANGED + "#\n" * len(opened)

    world.editor = editor
    seen = play(evening("ab"), "anaconda", ENTER, "e", "e", "e")

    assert "e opens your text again" in seen.texts[2]
    assert opened == [world.written("a"), CHANGED + "#\n", world.written("a")]
    assert len(world.rewritten) == 2


@pytest.mark.parametrize("left", ["", "\n", "question: Which animal is a?\nanswer: anaconda"])
def test_an_edit_that_changes_nothing(left, evening, play, world):
    """An empty file, and the card as it was, change nothing."""
    world.editor = lambda _text: left

    seen = play(evening("a"), "anaconda", ENTER, "e")

    assert world.rewritten == []
    assert "nothing was changed" in seen.texts[2]


def test_an_editor_that_fails_is_said(evening, play, world):
    """The session stays where it is."""
    world.editor = lambda _text: Problem("editor-failed", facts={"editor": "vi"})

    seen = play(evening("a"), "anaconda", ENTER, "e")

    assert 'the editor "vi" did not end well' in seen.texts[2]
    assert seen.phases[-1] == "judged"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_mark_is_set_and_taken_away(language, evening, play, world):
    """The same key twice; in both phases; the answer is not touched, and undo takes back the answer."""
    seen = play(evening("ab"), "ana", X, "m", "conda", ENTER, "m", "m", "u", language=language)

    assert seen.lines[2] == "ana"
    assert kinds(world) == ["doubted", "reviewed", "mended", "doubted", "undone"]
    assert {event.card for event in world.events} == {"a"}
    assert seen.phases[-1] == "asking"


def test_a_mark_that_cannot_be_written_is_not_set(evening, play, world, full):
    """The disk is full: that is said, and the mark is not there."""
    world.broken = full

    seen = play(evening("a"), X, "m")

    assert world.events == []
    assert seen.screen.evening.session.doubted == frozenset()


def test_in_plain_lines_the_last_card_is_meant(evening, world):
    """`:mend` goes for the card that was answered last, `:edit` opens it where a person sits at a terminal."""
    world.editor = lambda _text: CHANGED
    sink = io.StringIO()
    source = io.StringIO("anaconda\n:mend\n:edit\n:mend\n:quit\n")

    Lines(evening("ab"), load("en"), source, sink, prompt=True).run()

    assert [(event.kind, event.card) for event in world.events] == [
        ("reviewed", "a"),
        ("doubted", "a"),
        ("doubted", "a"),
    ]
    assert world.rewritten == [("a", CHANGED)]
    assert "Marked for mending: Which animal is a?" in sink.getvalue()
    assert "Marked for mending: What is long?" in sink.getvalue()


def test_both_actions_leave_the_session_as_it_is(evening, world):
    """Neither changes the queue, the turn, the memories or what can be undone; an unknown card changes nothing."""
    session = evening("ab").session
    now = world.now()

    marked, events = step(session, Mend(), now)
    edited, none = step(marked, Edited(session.cards["b"]), now)
    stranger, _ = step(edited, Edited(world.rewrite("c", world.written("c"), CHANGED)), now)

    assert ([event.kind for event in events], none) == (["doubted"], ())
    assert (marked.turn, marked.memories, marked.done) == (session.turn, session.memories, session.done)
    assert (edited.turn, edited.doubted) == (session.turn, {"a"})
    assert stranger == edited
    assert step(edited, Edited(session.cards["a"]), now)[0].doubted == frozenset()
