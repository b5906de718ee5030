"""Authoring in a real terminal: a card asked field by field, and one edited in the midst of a session."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

DECK = """\
deck: rev
language: fr
cards:
  - question: Quand la Bastille fut-elle prise ?
    date: 14 juillet 1789
    tags: Paris
"""


@pytest.fixture
def path(decks: Path) -> Path:
    """A deck of one card."""
    written = decks / "rev.yaml"
    written.write_text(DECK, encoding="utf-8")
    return written


def test_a_card_is_asked_in_a_terminal(spawn: Callable[..., Any], path: Path) -> None:
    """What is wrong is said and mended where it stands; Tab completes; ^C leaves out the card that was begun."""
    terminal = spawn("add")
    terminal.wait("deck [rev]:")
    terminal.send("re\t")
    terminal.wait("deck [rev]: rev")
    terminal.send("\r")
    terminal.wait("question:")
    terminal.send("Quand tomba-t-elle ?\r")
    terminal.wait("answer:")
    terminal.send("14 juilet 1789\r")
    terminal.wait("kind [date]:")
    terminal.send("\r")
    terminal.wait("cannot be read")
    terminal.wait("write it as 25 avril 2023")
    terminal.wait("answer: 14 juilet 1789", times=2)
    terminal.send("\x7f" * 9 + "illet 1789\r")
    terminal.wait("kind [date]:", times=2)
    terminal.send("\r")
    terminal.wait("tags (-: none) [Paris]:")
    terminal.send("\r")
    terminal.wait("hint:")
    terminal.send("\r")
    terminal.wait("note:")
    terminal.send("\r")
    terminal.wait("rev.yaml:7")
    terminal.wait("question:", times=2)
    terminal.send("Qui ?\r")
    terminal.wait("answer:", times=3)
    terminal.send("\x03")
    terminal.wait("left out: Qui ?")
    terminal.wait("question:", times=3)
    terminal.send("\x03")

    assert terminal.end() == 0
    assert terminal.as_before
    assert path.read_text(encoding="utf-8") == (
        DECK + "  - question: Quand tomba-t-elle\u00a0?\n    date: 14 juillet 1789\n    tags: Paris\n"
    )


def test_a_card_is_edited_in_a_session(spawn: Callable[..., Any], path: Path, tmp_path: Path) -> None:
    """The editor has the terminal, ^C in it is its own; then the new question is asked and its answer is right."""
    program = tmp_path / "editor"
    program.write_text(
        "#!/bin/sh\nprintf 'editing'\ntrap 'printf caught' INT\nread key\n"
        "sed -i -e 's/Bastille fut-elle/Bastille donc fut-elle/' -e 's/14 juillet/15 juillet/' \"$1\"\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    terminal = spawn("study", VISUAL=str(program))
    terminal.wait("la Bastille")
    terminal.rest()
    terminal.send("\x18e")
    terminal.wait("editing")
    terminal.send("\r")
    terminal.wait("Bastille donc fut-elle")
    terminal.rest()
    terminal.send("15 juillet 1789\r")
    terminal.wait("✓")
    terminal.rest()
    terminal.send("m")
    terminal.wait("marked for mending")
    terminal.rest()
    terminal.send("q")

    assert terminal.end() == 0
    assert terminal.as_before
    assert path.read_text(encoding="utf-8") == DECK.replace("Bastille fut", "Bastille donc fut").replace("14", "15")
