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
