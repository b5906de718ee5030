"""A learner's evening, by keyboard, end to end: the real program in a real terminal, and the log afterwards."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.journal import Journal

ENTER = "\r"
QUIZ_STUDY = [sys.executable, "-P", "-m", "quiz", "study"]
NUMBERED = "".join(f"  - question: What is word {number}?\n    answer: word{number}\n" for number in range(1, 31))
DECK = f"deck: words\ntitle: Words\nlanguage: en\ncards:\n{NUMBERED}"


@pytest.fixture(autouse=True)
def home(own_home: Path) -> Path:
    """A home with one deck of thirty words and none of those that are shipped."""
    decks = own_home / "data" / "decks"
    decks.mkdir(parents=True)
    (decks / "words.yaml").write_text(DECK, encoding="utf-8")
    (own_home / "config").mkdir()
    (own_home / "config" / "settings.toml").write_text("shipped_decks = false\nnew_per_day = 20\n", encoding="utf-8")
    return own_home


def events(home: Path) -> list:
    """What the log says."""
    with Journal.open(home / "data" / "journal.db", read_only=True) as journal:
        assert journal.check() == ()
        return list(journal.events())


def asked(text: str) -> int:
    """The number in the question that was asked last."""
    return int(re.findall(r"What is word (\d+)\?", text)[-1])


# --- from a clone ----------------------------------------------------------------------------------------------------


@pytest.fixture
def clone(root: Path, tmp_path: Path) -> Path:
    """What a clone of the repository holds of the program."""
    clone = tmp_path / "quiz"
    for name in ("quiz", "decks", "scripts"):
        shutil.copytree(root / name, clone / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "pyproject.toml", clone)
    return clone


def test_from_a_clone_to_the_first_answer_with_one_command(clone, environ, spawn):
    """`scripts/quiz study`, in a home where nothing is: a question of a deck that is shipped, an answer, a verdict."""
    python = clone / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    (clone / ".venv" / "ready-run").touch()
    del environ["QUIZ_HOME"], environ["PYTHONPATH"]

    terminal = spawn("study", program=(str(clone / "scripts" / "quiz"),))
    terminal.wait("1 of 10")
    terminal.send("Microsoft" + ENTER)
    terminal.wait("✓ right")
    terminal.rest()
    terminal.send("q")

    assert terminal.end() == 0
    assert "1 card in" in terminal.text
    assert terminal.said == ""
    assert (Path(environ["HOME"]) / ".local" / "share" / "quiz" / "journal.db").exists()


def test_the_first_call_makes_its_own_environment(clone, environ):
    """It needs nothing but Python and the network; without the network it says so, and where the story is."""
    del environ["QUIZ_HOME"], environ["PYTHONPATH"], environ["PYTHONWARNINGS"]
    known = {name: value for name, value in os.environ.items() if name.startswith("PIP_") or "proxy" in name.lower()}
    called = [str(clone / "scripts" / "quiz"), "due"]
    first = subprocess.run(called, env=environ | known, capture_output=True, text=True, timeout=600)

    assert "making its own environment" in first.stderr
    if first.returncode:
        assert first.returncode == 3
        assert "the network is missing" in first.stderr
        assert (clone / ".venv.log").exists()
        assert not (clone / ".venv" / "ready-run").exists()
    else:
        assert "new" in first.stdout
        second = subprocess.run(called, env=environ, capture_output=True, text=True, timeout=60)
        assert (second.stdout, second.stderr) == (first.stdout, "")
    assert not (clone / ".venv.lock").exists()


# --- an evening ------------------------------------------------------------------------------------------------------


def test_an_evening_of_twenty_cards_with_every_key(home, spawn):
    """Each key logs what it should and nothing else, and the figures at the end are those of the log."""
    terminal = spawn("study")
    logged: list[tuple[str, str | None]] = []
    verdicts = 0

    def answer(text: str, sign: str, verdict: str) -> None:
        nonlocal verdicts
        before = terminal.text.count(sign)
        terminal.send(text + ENTER)
        terminal.wait(sign, before + 1)
        verdicts += 1
        logged.append(("reviewed", verdict))
        # What follows sooner than anybody can read is taken for the tail of the answer.
        terminal.rest()

    def press(keys: str, shows: str, *kinds: tuple[str, str | None]) -> None:
        before = terminal.text.count(shows)
        terminal.rest()
        for key in keys:
            terminal.send(key)
            terminal.rest(0.05)
        terminal.wait(shows, before + 1)
        logged.extend(kinds)

    def right() -> str:
        return f"word{asked(terminal.text)}"

    def go_on() -> None:
        press(ENTER, "What is word")

    terminal.wait("1 of 20")
    press("\t", "hint: w…")
    answer(right(), "✓ right", "right")
    press("r", "counted wrong, as you said", ("regraded", "wrong"))
    press("r", "counted as before", ("regraded", "right"))
    go_on()
    press("\x18u", "the verdict counts again as it did before", ("undone", None))
    press("r", "counted as before", ("regraded", "right"))
    go_on()
    press("\x0e", "later in this session")
    answer("nonsense", "✗ wrong", "wrong")
    press("r", "counted right, as you said", ("regraded", "right"))
    press("u", "counted as before", ("undone", None))
    press("u", "taken back", ("undone", None))
    press("\x18p", "not asked again until you resume it", ("suspended", None))
    press("\x18u", "taken back", ("undone", None))
    answer(right(), "✓ right", "right")
    press("p", "not asked again until you resume it", ("suspended", None))
    press("\x18b", "put aside until tomorrow", ("buried", None))
    answer(right(), "✓ right", "right")
    press("b", "put aside until tomorrow", ("buried", None))
    press("?", "after the verdict")
    press("\x18?", "after the verdict")
    before = terminal.text.count("✗ wrong")
    terminal.send("\x07")
    terminal.wait("✗ wrong", before + 1)
    logged.append(("reviewed", "wrong"))
    terminal.rest()
    press("?", "after the verdict")
    press(" ", "What is word")
    while True:
        answer(right(), "✓ right", "right")
        asks = terminal.text.count("What is word")
        terminal.send(ENTER)
        while "tomorrow   " not in terminal.text and terminal.text.count("What is word") == asks:
            terminal.read(0.05)
        if "tomorrow   " in terminal.text:
            break

    assert terminal.end() == 0
    assert terminal.as_before
    assert terminal.said == ""
    log = events(home)
    assert [(event.kind, event.verdict) for event in log] == logged
    figures = re.search(r"(\d+) cards in .*? · (\d+) right(?: · (\d+) wrong)?", terminal.text[-900:])
    assert figures is not None
    cards, right_count, wrong_count = (int(part or 0) for part in figures.groups())
    held = counted(home)
    assert cards == len({card for card, _ in held})
    assert (right_count, wrong_count) == (
        sum(mark == "right" for _, mark in held),
        sum(mark == "wrong" for _, mark in held),
    )
    with Journal.open(home / "data" / "journal.db") as journal:
        assert journal.today(max(memory.last_day for memory in journal.changed_since(0)))[1] == len(held)


def counted(home: Path) -> list[tuple[str, str]]:
    """The reviews that stand, by the log: the card and the mark that counts."""
    undone: set[str] = set()
    marks: dict[str, tuple[str, str]] = {}
    log = events(home)
    for event in reversed(log):
        if event.kind == "undone" and event.id not in undone:
            undone.add(event.rest["of"])
    for event in log:
        if event.id in undone:
            continue
        if event.kind == "reviewed":
            marks[event.id] = (event.card, event.verdict)
        elif event.kind == "regraded" and event.rest["of"] in marks:
            marks[event.rest["of"]] = (event.card, event.verdict)
    return list(marks.values())


def end_by_keys(keys: str):
    """Leave by typing."""
    return lambda terminal: terminal.send(keys)


def end_by(number: int):
    """Leave because the system says so."""
    return lambda terminal: terminal.process.send_signal(number)


@pytest.mark.parametrize("when", ["asking", "typing", "judged", "loading"])
@pytest.mark.parametrize(
    ("leave", "codes"),
    [
        (end_by_keys("\x03"), {130}),
        (end_by_keys("\x15\x18q"), {0}),
        (end_by(signal.SIGTERM), {130, -signal.SIGTERM}),
        (end_by(signal.SIGHUP), {130, -signal.SIGHUP}),
    ],
    ids=["^C", "^X q", "SIGTERM", "SIGHUP"],
)
def test_every_way_of_leaving_leaves_the_terminal_as_it_was(leave, codes, when, home, spawn):
    """Echo, line editing and signals are as before; nothing is on standard error; what was judged is in the log."""
    terminal = spawn("study", "--new", "3")
    terminal.wait("What is word")
    if when != "loading":
        terminal.wait("›")
    if when == "typing":
        terminal.send("wor")
        terminal.wait("› wor")
    if when == "judged":
        terminal.send("nonsense" + ENTER)
        terminal.wait("✗ wrong")
        terminal.rest()
    if when == "judged" and codes == {0}:
        terminal.send("q")
    else:
        leave(terminal)

    assert terminal.end() in codes
    assert terminal.as_before
    assert terminal.said == ""
    assert [event.kind for event in events(home)] == (["reviewed"] if when == "judged" else [])


def test_a_terminal_that_is_closed_ends_the_session_quietly(home, spawn, environ):
    """What was judged is in the log; no story of a fault is left behind."""
    terminal = spawn("study")
    terminal.wait("›")
    terminal.send("nonsense" + ENTER)
    terminal.wait("✗ wrong")
    terminal.hang_up()
    terminal.process.wait(60)

    assert terminal.said == ""
    assert [event.typed for event in events(home)] == ["nonsense"]
    assert list(Path(environ["TMPDIR"]).iterdir()) == []


def test_paused_and_resumed_by_the_shell(home, spawn):
    """^Z gives the terminal back to the shell; `fg` shows the question again, and what was typed is still there."""
    terminal = spawn(program=("sh", "-c", "exec bash --norc -i 2>&1"), PS1="$ ")
    terminal.wait("$")
    terminal.send(f"{sys.executable} -P -m quiz study{ENTER}")
    terminal.wait("›")
    terminal.send("wor")
    terminal.wait("› wor")
    terminal.send("\x1a")
    terminal.wait("Stopped")
    terminal.send(f"fg{ENTER}")
    terminal.wait("What is word 1?", 2)
    terminal.wait("› wor")
    terminal.send("d1" + ENTER)
    terminal.wait("✓ right")
    terminal.rest()
    terminal.send("q")
    terminal.wait("1 card in")

    assert [event.typed for event in events(home)] == ["word1"]


# --- terminals -------------------------------------------------------------------------------------------------------


def test_the_question_is_there_before_the_line_and_early_keys_arrive(spawn):
    """Keys typed as soon as the question is on the screen, while the rest is still being loaded, are the answer."""
    terminal = spawn("study")
    terminal.wait("What is word 1?")
    assert "›" not in terminal.text
    terminal.send("word1")
    terminal.wait("› word1")
    terminal.send(ENTER)
    terminal.wait("✓ right")

    assert terminal.text.count("word1") == 1, "what was typed early was echoed"


def test_keys_typed_before_the_question_arrive_too(spawn):
    """Within the first tenth of a second, before the program can do anything about it."""
    terminal = spawn("study")
    terminal.send("word1")
    terminal.wait("› word1")

    assert terminal.process.poll() is None


def test_the_window_changes_its_size_meanwhile(home, spawn):
    """Narrower than 40 columns and wide again: the next lines fit, nothing is lost."""
    terminal = spawn("study")
    terminal.wait("›")
    terminal.resize(12, 34)
    terminal.wait("Enter answer")
    terminal.send("nonsense" + ENTER)
    terminal.wait("✗ wrong")
    terminal.rest()
    terminal.resize(40, 140)
    terminal.send(ENTER)
    terminal.wait("What is word 2?")
    terminal.send("word2" + ENTER)
    terminal.wait("✓ right")

    assert [event.typed for event in events(home)] == ["nonsense", "word2"]
    assert terminal.said == ""


def test_a_narrow_window(spawn):
    """On 30 columns nothing is wrapped by the terminal itself."""
    terminal = spawn("study", columns=30, rows=10)
    terminal.wait("›")
    terminal.send("nonsense" + ENTER)
    terminal.wait("✗ wrong")
    terminal.rest()
    terminal.send("q")

    assert terminal.end() == 0
    assert all(not line or line.startswith("  ") for line in terminal.text.splitlines())


def test_a_french_evening(spawn):
    """In a French locale everything that is said is French."""
    terminal = spawn("study", LANG="fr_FR.UTF-8")
    terminal.wait("Entrée valider   Tab indice   ^G réponse   ^N passer   ^X plus")
    assert "1 sur 20 · encore 4 min" in terminal.text
    terminal.send("nonsense" + ENTER)
    terminal.wait("✗ faux")
    terminal.rest()
    terminal.send("r")
    terminal.wait("compté juste, comme vous le dites")
    terminal.rest()
    terminal.send("q")

    assert terminal.end() == 0
    assert "1 juste · vous en avez corrigé 1" in terminal.text


@pytest.mark.parametrize("more", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {}], ids=["NO_COLOR", "dumb", "colour"])
def test_colour_only_where_it_is_wanted(more, spawn):
    """NO_COLOR leaves weight only; a dumb terminal gets not one escape sequence."""
    terminal = spawn("study", **more)
    terminal.wait("Your answer" if more == {"TERM": "dumb"} else "›")
    terminal.send("nonsense\r")
    terminal.wait("rong")
    terminal.rest()
    terminal.send("\x03")
    terminal.end()
    colours = re.findall(rb"\x1b\[(?:[0-9;]*;)?[349][0-7](?:;[0-9;]*)?m", terminal.raw)

    assert bool(colours) == (not more)
    assert (b"\x1b" in terminal.raw) == (more != {"TERM": "dumb"})


def test_a_pipe_gets_plain_lines(home, environ):
    """With standard input a pipe, lines answer; the session ends with the input, and no escape sequence is written."""
    done = subprocess.run(
        QUIZ_STUDY,
        input="word1\nnonsense\n",
        env=environ,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout
    assert "2 cards in" in done.stdout
    assert [event.typed for event in events(home)] == ["word1", "nonsense"]


def test_written_into_a_pipe_from_a_terminal(spawn):
    """With standard output a pipe and the keyboard a terminal, lines are asked and answered through it."""
    terminal = spawn(program=("sh", "-c", f'"{sys.executable}" -P -m quiz study --new 1 | cat'))
    terminal.wait("What is word 1?")
    terminal.send("word1\r")
    terminal.wait("Right.")
    terminal.send("\r")

    assert terminal.end() == 0
    assert b"\x1b" not in terminal.raw
    assert terminal.as_before


def test_nothing_of_a_deck_reaches_the_terminal_raw(home, spawn):
    """Wide characters and emoji are drawn; what would command the terminal is shown instead."""
    (home / "data" / "decks" / "odd.yaml").write_text(
        'deck: odd\ntitle: "Odd 日本"\nlanguage: en\ncards:\n'
        '  - question: "日本 👩‍👩‍👧 where?"\n    answer: "here"\n    note: "a\\u202eb"\n'
        '  - question: "ring\\a \\e]0;owned\\a \\x9b2J bell?"\n    answer: "there"\n',
        encoding="utf-8",
    )
    terminal = spawn("study", "odd")
    terminal.wait("›")
    terminal.send("zzz" + ENTER)
    terminal.wait("✗ wrong")
    terminal.rest()
    terminal.send(ENTER)
    terminal.rest(0.5)
    terminal.send("\x03")
    terminal.end()
    shown = terminal.raw.decode()

    assert "日本" in shown
    assert not set("\x07\x9b\u202e") & set(shown)
    assert "\x1b]" not in shown


def test_nothing_is_due_and_the_new_cards_of_the_day_are_done(spawn, environ):
    """What waits and when is said, with what to type for more; the exit is well."""
    answers = "".join(f"word{number}\n" for number in range(1, 21))
    subprocess.run(QUIZ_STUDY, input=answers, env=environ, capture_output=True, text=True, timeout=60, check=True)

    again = spawn("study")
    assert again.end() == 0
    assert "Nothing is due now." in again.text
    assert "Today's new cards are done; 10 more wait" in again.text.replace("\n", " ")


def test_the_standing_reviews_are_those_that_recall_folds(home, environ):
    """The reading of the log in this file agrees with the program's own, after an undo of an overruling."""
    subprocess.run(
        QUIZ_STUDY,
        input="nonsense\n:right\n:undo\nword2\n",
        env=environ,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    with Journal.open(home / "data" / "journal.db") as journal:
        reviews = sum(memory.reviews for memory in journal.changed_since(0))

    assert reviews == len(counted(home))
