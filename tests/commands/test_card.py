"""`quiz card`, as it is called: the whole life of one card."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

DECK = """\
deck: bastille
language: en
cards:
  - question: Who governed the Bastille on the day it fell?
    person: Bernard-René Jourdan de Launay
  - id: number
    question: How many prisoners were found inside?
    number: 7
    reverse: true
"""
pytestmark = pytest.mark.usefixtures("lived")

EVENINGS = {
    2: "Napoleon\n7\nHow many prisoners were found inside?\n:quit\n",
    3: "de Launay\n70\n:right\n:quit\n",
    9: "Launay\n:quit\n",
}


@pytest.fixture
def lived(decks: Path, run: Callable, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A deck that was studied on some evenings; it is the 12th of March 2025."""
    deck = decks / "bastille.yaml"
    deck.write_text(DECK, encoding="utf-8")
    for day, typed in EVENINGS.items():
        monkeypatch.setenv("QUIZ_NOW", f"2025-03-{day:02}T10:00:00+01:00")
        assert run("study", "--plain", stdin=typed).code == 0
    monkeypatch.setenv("QUIZ_NOW", "2025-03-12T10:00:00+01:00")
    monkeypatch.setenv("TERM", "xterm")
    return deck


def told_of(run: Callable, *name: str) -> dict:
    """What `--json` says of a card."""
    ran = run("card", *name, "--json")
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


@pytest.mark.parametrize("name", [("governed",), ("bastille.yaml:4",)])
def test_a_card_is_found_as_quiz_show_finds_it(
    lived: Path, run: Callable, monkeypatch: pytest.MonkeyPatch, name: tuple[str, ...]
) -> None:
    """By words of its question, or by its file and line; its own identity, and the beginning of it, name it too."""
    monkeypatch.chdir(lived.parent)

    told = told_of(run, *name)

    assert told["question"] == "Who governed the Bastille on the day it fell?"
    assert told_of(run, told["card"])["sides"] == told_of(run, told["card"][:8])["sides"] == told["sides"]


@pytest.mark.parametrize("columns", [40, 80, 132])
def test_every_answer_is_told_as_it_was_typed(run: Callable, spawn: Callable, columns: int) -> None:
    """A terminal shows each answer with its date and verdict, the state, and a curve as wide as there is room."""
    typed = [one["typed"] for one in told_of(run, "governed")["sides"][0]["answers"]]

    terminal = spawn("card", "governed", columns=columns, rows=30, QUIZ_NOW="2025-03-12T10:00:00+01:00")

    assert terminal.end() == 0, terminal.said
    shown = terminal.text.replace("\u00a0", " ")
    assert typed
    for text in typed:
        assert text in " ".join(shown.split())
    assert "2025-03-" in shown
    assert "90 % wanted" in shown
    drawn = [line for line in shown.splitlines() if any(0x2800 < ord(char) < 0x2900 for char in line)]
    assert drawn
    assert columns - 8 < max(len(line) for line in shown.splitlines() if "└" in line) <= columns


def test_an_overruled_answer_says_both(run: Callable) -> None:
    """What the machine said and what the learner said stand side by side."""
    told = told_of(run, "bastille/number")
    answers = [one for side in told["sides"] for one in side["answers"] if one["overruled"]]

    assert [(one["judged"], one["verdict"]) for one in answers] == [("wrong", "right")] * len(answers)
    assert answers or any("overruled" in line for line in run("card", "governed").out.splitlines())


def test_both_sides_of_a_card_are_told(run: Callable) -> None:
    """A card that is asked both ways has two lives on one page, each with its own question."""
    told = told_of(run, "bastille/number")

    assert [side["card"] for side in told["sides"]] == ["bastille/number", "bastille/number/reverse"]
    assert told["sides"][0]["question"] == "How many prisoners were found inside?"
    assert "the other way round" in run("card", "bastille/number").out


@pytest.mark.parametrize("plain", [(), ("--plain",)])
def test_plain_lines_have_numbers_and_no_drawing(run: Callable, plain: tuple[str, ...]) -> None:
    """A pipe and a screen reader are told the chances of the next days."""
    out = run("card", "governed", *plain).out

    assert "in 7 days" in out.replace("\u00a0", " ")
    assert not any(char in "┈┤│└" or 0x2800 < ord(char) < 0x2900 for char in out)


def test_a_reworded_card_has_its_whole_life(lived: Path, run: Callable) -> None:
    """Where the history follows a question to its new wording, what was answered before is there, and says so."""
    before = told_of(run, "governed")
    lived.write_text(DECK.replace("on the day it fell?", "on the day that it fell?"), encoding="utf-8")
    run("study", "--plain", stdin=":quit\n")

    told = told_of(run, "governed")

    assert told["card"] != before["card"]
    (side,) = told["sides"]
    assert [one["typed"] for one in side["answers"]] == [one["typed"] for one in before["sides"][0]["answers"]]
    assert [(one["kind"], one["about"]) for one in side["events"]] == [("renamed", before["card"])]
    assert side["memory"]["stability"] == before["sides"][0]["memory"]["stability"]
    assert "its history came from another question" in run("card", "governed").out


def test_a_card_without_a_deck_keeps_its_life(lived: Path, run: Callable) -> None:
    """With its deck gone, a card is still found by its last words, and its answers are told."""
    before = told_of(run, "governed")
    lived.unlink()
    run("study", "--plain", stdin=":quit\n")

    told = told_of(run, "governed")

    assert told["gone"] is True
    assert told["card"] == before["card"]
    assert told["sides"][0]["answers"] == before["sides"][0]["answers"]
    assert "no deck has it any more" in run("card", before["card"][:8]).out


def test_an_unknown_card_is_a_sentence(run: Callable) -> None:
    """A name that means nothing says so, and what to do."""
    told = run("card", "Robespierre")

    assert told.code == 1
    assert "Robespierre" in told.err


def test_csv_has_a_line_an_answer(run: Callable) -> None:
    """Each answer is a row with the numbers that `--json` has."""
    rows = list(csv.DictReader(io.StringIO(run("card", "governed", "--csv").out)))
    answers = told_of(run, "governed")["sides"][0]["answers"]

    assert [row["typed"] for row in rows] == [one["typed"] for one in answers]
    assert [row["interval"] for row in rows] == [str(one["interval"]) for one in answers]


def test_it_speaks_french(run: Callable) -> None:
    """Every sentence is there in French."""
    out = run("--lang", "fr", "card", "governed").out.replace("\u00a0", " ")

    assert "chances de la retenir" in out
    assert "comptée" in out


def test_looking_changes_nothing(run: Callable, own_home: Path) -> None:
    """The log is the same after a card was looked at."""
    journal = own_home / "data" / "journal.db"
    before = journal.read_bytes()

    run("card", "governed")

    assert journal.read_bytes() == before
