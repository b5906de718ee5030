"""What costs time is loaded when it is needed and not before. How long things take, `scripts/bench` measures."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from argparse import Namespace
from importlib import import_module
from pathlib import Path

import pytest

from quiz.cli import COMMANDS
from quiz.commands.parser import Parser
from quiz.journal import Journal
from quiz.words import load

DECK = """\
deck: rivers
cards:
  - question: Which river runs through Rouen?
    answer: the Seine
  - question: This card has no answer.
"""

#: Runs `quiz study` and notes what is loaded when the question is written, and when the line is first drawn.
PROBE = """
import sys
from quiz import cli
from quiz.terminal import paint

ansi = paint.ansi
noted = open(sys.argv.pop(), "w")

def noting(lines, colour=True):
    if "prompt_toolkit" not in sys.modules:
        print("question", *sys.modules, file=noted, flush=True)
        from prompt_toolkit.application import Application
        draw = Application._redraw
        def drawing(app, *args, **kwargs):
            draw(app, *args, **kwargs)
            print("live", *sys.modules, file=noted, flush=True)
            app.exit()
            Application._redraw = draw
        Application._redraw = drawing
    return ansi(lines, colour)

paint.ansi = noting
cli.main(["study"])
"""

#: Runs `quiz due --json` and tells what was loaded.
DUE = "import sys; from quiz.cli import main; main(['due', '--json']); print(*sys.modules, file=sys.stderr)"

#: What must not stand between the learner and the first question, and what not between the question and the line.
BEFORE_THE_QUESTION = {
    "argparse", "asyncio", "dataclasses", "inspect", "json", "pathlib", "prompt_toolkit", "sqlite_utils", "tomllib",
    "yaml", "quiz.problem", "quiz.answers.verdict", "quiz.deck.card", "quiz.study.session", "quiz.memory.fsrs",
}  # fmt: skip
BEFORE_THE_LINE = {
    "argparse", "sqlite_utils", "tomllib", "yaml", "quiz.answers.kinds", "quiz.deck.card", "quiz.study.session",
    "quiz.study.view", "quiz.language.dates", "quiz.memory.fsrs",
}  # fmt: skip


def test_the_question_comes_first_then_the_line_then_the_rest(own_home: Path, tmp_path: Path) -> None:
    """The first question is written before prompt_toolkit is loaded, and the line drawn before session and graders."""
    deck = own_home / "data" / "decks" / "rivers.yaml"
    deck.parent.mkdir(parents=True)
    deck.write_text(DECK)
    os.utime(deck, (1e9, 1e9))  # one just written is read again
    (own_home / "config").mkdir()
    (own_home / "config" / "settings.toml").write_text('shipped_decks = false\nlanguage = "en"\n')
    Journal.open(own_home / "data" / "journal.db").close()
    noted = tmp_path / "noted"
    environ = {**os.environ, "TERM": "xterm"}
    due = [sys.executable, "-c", DUE]
    subprocess.run(due, env=environ, check=True, capture_output=True)  # fills the index
    told = subprocess.run(due, env=environ, check=True, capture_output=True, text=True)
    ours, theirs = pty.openpty()
    try:
        command = [sys.executable, "-c", PROBE, str(noted)]
        subprocess.run(command, env=environ, stdin=theirs, stdout=theirs, stderr=theirs, timeout=60, check=False)
    finally:
        os.close(ours)
        os.close(theirs)
    loaded = {words[0]: set(words[1:]) for line in noted.read_text().splitlines() if (words := line.split())}

    assert set(told.stderr.split()) & (BEFORE_THE_QUESTION - {"json"}) == set()
    assert loaded["question"] & BEFORE_THE_QUESTION == set()
    assert loaded["live"] & BEFORE_THE_LINE == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_switches_mean_the_same_without_the_parser(command: str) -> None:
    """For a command line of switches alone argparse is not loaded; it would have found the same options."""
    room = import_module(COMMANDS[command])
    parser = Parser(command, load("en"))
    room.arguments(parser, load("en"))

    for name in [name for name, value in getattr(room, "DEFAULTS", {}).items() if value is False]:
        options = parser.parse_args([f"--{name.replace('_', '-')}"])
        assert Namespace(**{**room.DEFAULTS, name: True}, lang=None) == options
