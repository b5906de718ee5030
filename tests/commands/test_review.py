"""`quiz derive --review` as a command: which decks, which face, exit codes; and however it ends, nothing is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from quiz import cli
from quiz.deck.read import read

CARDS = "".join(
    f"  - question: What is number {number}?\n    answer: thing {number}\n    draft: true\n    id: n{number}\n"
    for number in range(1, 31)
)
DECK = f"deck: many\nlanguage: en\ncards:\n  - question: Is it asked?\n    answer: it is\n    id: old\n{CARDS}"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A deck of thirty drafts."""
    deck = tmp_path / "many.yaml"
    deck.write_text(DECK, encoding="utf-8")
    return deck


def states(path: Path) -> tuple[list[str], list[str], tuple[str, ...]]:
    """The ids of accepted cards, of drafts, and of those that were rejected."""
    deck, problems = read(path.read_text(encoding="utf-8"), str(path))
    assert deck is not None
    assert problems == ()
    accepted = [card.written_id for card in deck.cards if not card.draft]
    return accepted, [card.written_id for card in deck.cards if card.draft], deck.rejected


def review(environ: dict[str, str], *arguments: object, typed: str = "") -> tuple[int, str, str]:
    """Run the command on a pipe."""
    run = subprocess.run(
        [sys.executable, "-P", "-m", "quiz", "derive", "--review", *map(str, arguments)],
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environ,
        check=False,
    )
    return run.returncode, run.stdout, run.stderr


def test_a_pipe_decides_in_lines(path: Path, environ: dict[str, str]) -> None:
    """A line a decision; at the end what can be done next, with the deck's path where the library has it not."""
    code, said, wrong = review(environ, path, typed="a\nr\ns\nA\ny\nq\n")

    assert (code, wrong) == (0, "")
    assert states(path) == (["old", "n1", *(f"n{number}" for number in range(4, 31))], ["n3"], ("n2",))
    assert "28 accepted · 1 rejected · 1 draft left" in said
    assert f"quiz study {path} asks what you accepted" in said
    assert f"quiz derive --review {path} goes on with the rest" in said


def test_a_deck_of_the_library_is_studied_by_its_name(own_home: Path, environ: dict[str, str]) -> None:
    """`quiz study` alone asks it; without a path, the drafts of the library are shown."""
    decks = own_home / "data" / "decks"
    decks.mkdir(parents=True)
    (decks / "many.yaml").write_text(DECK, encoding="utf-8")

    code, said, _ = review(environ, typed="A\ny\n")

    assert code == 0
    assert "30 accepted · no draft left\n  quiz study asks what you accepted\n" in said


def test_it_goes_on_where_it_was_left(path: Path, environ: dict[str, str]) -> None:
    """What is still a draft comes again, what was rejected does not."""
    review(environ, path, typed="a\nr\n")
    _, said, _ = review(environ, path)

    assert "Draft 1 of 28" in said
    assert "What is number 3?" in said


def test_nothing_to_decide(path: Path, environ: dict[str, str]) -> None:
    """It is said, and nothing is wrong."""
    path.write_text(DECK.replace("    draft: true\n", ""), encoding="utf-8")
    code, said, _ = review(environ, path)

    assert code == 0
    assert f"There are no drafts to decide on in {path}" in said


def test_decks_that_cannot_be_read(path: Path, tmp_path: Path, environ: dict[str, str]) -> None:
    """Each is told; the others are reviewed all the same; none at all is a failure."""
    broken = tmp_path / "broken.yaml"
    broken.write_text("deck: [", encoding="utf-8")

    code, said, wrong = review(environ, broken, path, typed="a\n")
    assert (code, "Draft 1 of 30" in said) == (0, True)
    assert f"{broken}:1:" in wrong

    code, _, wrong = review(environ, broken, tmp_path / "none.yaml")
    assert code == 3
    assert "there is no file" in wrong


def test_the_last_card_of_a_deck_stays(tmp_path: Path, environ: dict[str, str]) -> None:
    """A deck without cards is none: it says what to do instead."""
    path = tmp_path / "one.yaml"
    path.write_text(
        "deck: one\ncards:\n  - question: A?\n    answer: this\n    draft: true\n    id: a\n", encoding="utf-8"
    )
    code, said, _ = review(environ, path, typed="r\n")

    assert code == 0
    assert "no card would be left" in said
    assert "draft: true" in path.read_text(encoding="utf-8")


def test_a_deck_with_a_mark_and_other_line_ends(path: Path, environ: dict[str, str]) -> None:
    """A byte order mark and CR LF are as they were."""
    data = b"\xef\xbb\xbf" + DECK.replace("\n", "\r\n").encode()
    path.write_bytes(data)
    review(environ, path, typed="a\n")

    assert path.read_bytes() == data.replace(b"    draft: true\r\n    id: n1\r\n", b"    id: n1\r\n")


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_killed_at_any_moment_nothing_decided_is_lost(number: signal.Signals, path: Path, spawn) -> None:
    """Every decision that was shown is in the file, which is whole; the terminal is as it was (but after SIGKILL)."""
    terminal = spawn("derive", "--review", str(path))
    terminal.wait("1 of 30")
    for shown in range(2, 8):
        terminal.rest(0.12)
        terminal.send("r" if shown % 3 == 0 else "a")
        terminal.wait(f"{shown} of 30")
    os.kill(terminal.process.pid, number)
    code = terminal.end()

    accepted, drafts, rejected = states(path)
    assert (accepted[1:], rejected, len(drafts)) == (["n1", "n3", "n4", "n6"], ("n2", "n5"), 24)
    assert code == (-signal.SIGKILL if number == signal.SIGKILL else 130)
    assert terminal.as_before or number == signal.SIGKILL
    assert list(path.parent.glob(".*")) == []


def test_a_window_that_is_closed(path: Path, spawn) -> None:
    """The same; and it ends."""
    terminal = spawn("derive", "--review", str(path))
    terminal.wait("1 of 30")
    terminal.rest(0.12)
    terminal.send("a")
    terminal.wait("2 of 30")
    terminal.hang_up()
    terminal.process.wait(30)

    assert states(path)[0] == ["old", "n1"]
    assert terminal.said == ""


def test_a_dumb_terminal_is_given_lines(path: Path, spawn) -> None:
    """Nothing is drawn where nothing can be."""
    terminal = spawn("derive", "--review", str(path), TERM="dumb")
    terminal.wait("Decision:")
    terminal.send("a\n")
    terminal.wait("Accepted.")
    terminal.send("q\n")

    assert terminal.end() == 0
    assert b"\x1b" not in terminal.raw


def test_interrupted_it_says_so_by_its_exit_code(path: Path, spawn) -> None:
    """With the figures, as a session does."""
    terminal = spawn("derive", "--review", str(path))
    terminal.wait("1 of 30")
    terminal.send("\x03")
    code = terminal.end()

    assert code == 130
    assert "nothing was decided · 30 drafts left" in terminal.text
    assert terminal.as_before


def test_the_editor_has_the_terminal(path: Path, spawn, tmp_path: Path) -> None:
    """It can be typed into, its ^C is its own, and the review goes on when it ends."""
    editor = tmp_path / "editor"
    editor.write_text(
        f"#!{sys.executable}\nimport sys, time\n"
        "try:\n    print('EDITOR READY', flush=True)\n    time.sleep(60)\n"
        "except KeyboardInterrupt:\n    print('NOT SO FAST', flush=True)\n"
        "print('new answer:', flush=True)\nnew = input()\n"
        "text = open(sys.argv[1]).read().replace('thing 1', new)\nopen(sys.argv[1], 'w').write(text)\n",
        encoding="utf-8",
    )
    editor.chmod(0o755)
    terminal = spawn("derive", "--review", str(path), EDITOR=str(editor), PYTHONWARNINGS="ignore")
    terminal.wait("1 of 30")
    terminal.rest()
    terminal.send("E")
    terminal.wait("EDITOR READY")
    terminal.send("\x03")
    terminal.wait("NOT SO FAST")
    terminal.wait("new answer:")
    terminal.send("another\n")
    terminal.wait("accepted as you wrote it")
    terminal.wait("2 of 30")
    terminal.rest()  # what follows a card sooner than anybody can read is not taken for a decision
    terminal.send("q")

    assert terminal.end() == 0
    assert "    answer: another\n    id: n1\n" in path.read_text(encoding="utf-8")
    assert states(path)[0] == ["old", "n1"]
    assert terminal.as_before


def test_help_names_it(capsys: pytest.CaptureFixture[str]) -> None:
    """The switch is one of `quiz derive`."""
    with pytest.raises(SystemExit):
        cli.main(["derive", "--help"])

    assert "--review" in capsys.readouterr().out


POOR = "  - question: When was  she born\n    date: 7 November 1867\n    draft: true\n    id: poor\n    source: s\n"
HEAD = "deck: d\nlanguage: en\nsources:\n  s: {title: A source}\n"


@pytest.mark.parametrize(
    ("allow", "told"),
    [
        ("", {"advice  ", "two spaces", "stands for something"}),
        ("allow: [question-pronoun]\n", {"advice  ", "two spaces"}),
        ("allow: [question-pronoun, spaces-doubled]\n", set()),
    ],
    ids=["none", "one", "both"],
)
def test_what_check_will_say_is_said(tmp_path: Path, environ: dict[str, str], allow: str, told: set[str]) -> None:
    """A draft is shown with what `quiz check` says of it once it is accepted, which it can be all the same."""
    deck = tmp_path / "d.yaml"
    deck.write_text(f"{HEAD}{allow}cards:\n{POOR}", encoding="utf-8")

    code, said, _ = review(environ, deck, typed="a\n")
    checked = subprocess.run(
        [sys.executable, "-P", "-m", "quiz", "check", str(deck)],
        capture_output=True,
        text=True,
        env=environ,
        check=False,
    ).stdout

    assert code == 0
    assert states(deck)[0] == ["poor"]
    for text in ("advice  ", "two spaces", "stands for something"):
        assert (text in said, text in checked) == (text in told, text in told)


def test_what_the_learner_allows_is_not_said(tmp_path: Path, own_home: Path, environ: dict[str, str]) -> None:
    """The setting `check_allow` counts here too."""
    (own_home / "config").mkdir()
    settings = 'check_allow = ["question-pronoun", "spaces-doubled"]\n'
    (own_home / "config" / "settings.toml").write_text(settings, encoding="utf-8")
    deck = tmp_path / "d.yaml"
    deck.write_text(f"{HEAD}cards:\n{POOR}", encoding="utf-8")

    assert "advice" not in review(environ, deck, typed="a\n")[1]
