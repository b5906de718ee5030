"""Histories without a card, by command."""

from __future__ import annotations

import json

X = "deck: x\ncards:\n"
WITH_ID = "  - question: What is the capital of Australia?\n    answer: Canberra\n    id: cap\n"
RIVER = "  - question: Which river flows through Rome?\n    answer: the Tiber\n"


def test_orphans_by_command(decks, run):
    """An orphan keeps its words in the log, is joined by hand or forgotten, and both are taken back."""
    path = decks / "a.yaml"
    path.write_text(X + WITH_ID + RIVER, encoding="utf-8")
    assert run("study", "--plain", stdin="Canberra\nthe Tiber\n").code == 0
    path.write_text(X + RIVER, encoding="utf-8")
    run("study", "--plain")
    (row,) = json.loads(run("cards", "--orphans", "--json").out)["orphans"]
    assert (row["card"], row["question"], row["answer"]) == ("x/cap", "What is the capital of Australia?", "Canberra")
    assert run("cards", "--join", "x/cap", "river").code == 1
    assert run("cards", "--join", "x/cap", "river", "--merge").code == 0
    assert json.loads(run("cards", "--orphans", "--json").out)["orphans"] == []
    assert run("undo").code == 0
    assert json.loads(run("cards", "--forget-orphans", "--json").out) == {"forgotten": ["x/cap"]}
    assert json.loads(run("cards", "--orphans", "--json").out)["orphans"] == []
    assert run("undo").code == 0
    assert len(json.loads(run("cards", "--orphans", "--json").out)["orphans"]) == 1


def test_what_just_left_says_what_it_was(decks, run):
    """An orphan is listed with its words at once, before any command has told the log."""
    path = decks / "a.yaml"
    path.write_text(X + WITH_ID + RIVER, encoding="utf-8")
    assert run("study", "--plain", stdin="Canberra\nthe Tiber\n").code == 0
    path.write_text(X + RIVER, encoding="utf-8")
    for _ in range(2):
        (row,) = json.loads(run("cards", "--orphans", "--json").out)["orphans"]
        assert (row["question"], row["answer"], row["deck"]) == ("What is the capital of Australia?", "Canberra", "x")


def test_a_renaming_that_is_not_told_yet(decks, run):
    """What surely follows, and was seen by a check only, is no orphan: the list says so by joining it first."""
    path = decks / "a.yaml"
    path.write_text(X + WITH_ID + RIVER, encoding="utf-8")
    assert run("study", "--plain", stdin="Canberra\nthe Tiber\n").code == 0
    path.write_text(X + WITH_ID.replace("cap\n", "oz\n") + RIVER, encoding="utf-8")
    assert "--join" not in run("check").out
    told = run("cards", "--orphans", "--json")
    assert json.loads(told.out)["orphans"] == []


def test_a_history_that_was_joined_by_hand_stays_there(decks, run):
    """The old question, pasted into another deck later, is a new card: its history has gone to another already."""
    path = decks / "a.yaml"
    path.write_text(X + WITH_ID + RIVER, encoding="utf-8")
    assert run("study", "--plain", stdin="Canberra\nthe Tiber\n").code == 0
    path.write_text(X + RIVER, encoding="utf-8")
    assert run("cards", "--join", "x/cap", "river", "--merge").code == 0
    (decks / "b.yaml").write_text("deck: y\ncards:\n" + WITH_ID, encoding="utf-8")
    assert "follows" not in run("study", "--plain").err
    cards = json.loads(run("cards", "--json").out)["cards"]
    assert {card["question"]: card["reviews"] for card in cards} == {
        "Which river flows through Rome?": 2,
        "What is the capital of Australia?": 0,
    }


def test_an_undone_join_leaves_an_orphan_with_its_words(decks, run):
    """What was joined and taken back is listed with its question and the line that joins it again."""
    path = decks / "a.yaml"
    path.write_text(X + WITH_ID + RIVER, encoding="utf-8")
    assert run("study", "--plain", stdin="Canberra\nthe Tiber\n").code == 0
    path.write_text(X + WITH_ID.replace("cap\n", "oz\n") + RIVER, encoding="utf-8")
    told = run("study", "--plain").err
    assert told == 'The history of "What is the capital of Australia?" follows its card (quiz undo takes that back).\n'
    assert run("undo").code == 0
    (row,) = json.loads(run("cards", "--orphans", "--json").out)["orphans"]
    assert (row["question"], row["answer"], row["heirs"]) == ("What is the capital of Australia?", "Canberra", ["x/oz"])
    assert "quiz cards --join x/cap x/oz\n" in run("cards", "--orphans").out
