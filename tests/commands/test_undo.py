"""`quiz undo`, of what was done to several cards at one moment."""

from __future__ import annotations

import json

import pytest

CAPITAL = "  - question: What is the capital of Australia?\n    answer: Canberra\n    reverse: true\n"
RIVER = "  - question: Which river flows through Rome?\n    answer: the Tiber\n"
SEINE = "  - question: Which river flows through Paris?\n    answer: the Seine\n"


@pytest.fixture
def renamed(decks, run):
    """A deck of three cards, one of them with two sides, all with history; it was renamed since, and that was told."""
    path = decks / "a.yaml"
    path.write_text("deck: x\ncards:\n" + CAPITAL + RIVER + SEINE, encoding="utf-8")
    (side,) = (card["card"] for card in json.loads(run("cards", "--json").out)["cards"] if "/" in card["card"])
    assert run("cards", "--suspend", side).code == 0
    assert run("study", "--plain", stdin="x\nx\nx\n").code == 0
    path.write_text("deck: y\ncards:\n" + CAPITAL + RIVER + SEINE, encoding="utf-8")
    told = run("study", "--plain").err
    assert told.count("follows its card.") == 3
    assert told.endswith("quiz undo takes one of these back, quiz undo --batch all of them.\n")
    return path


def known(run) -> int:
    """How many sides of cards have a history."""
    return sum(1 for card in json.loads(run("cards", "--json").out)["cards"] if card["reviews"] or card["suspended"])


@pytest.mark.usefixtures("renamed")
def test_one_after_the_other(run):
    """Each call takes back one card, with both of its sides, and says how many are left."""
    assert known(run) == 4
    left = []
    for _ in range(3):
        before = known(run)
        told = run("undo").out
        left.append(told.split("\n")[1])
        sides = 2 if "Australia" in told else 1
        assert known(run) == before - sides
    assert left == [
        "2 more histories followed at the same moment: quiz undo --batch takes them all back",
        "1 more history followed at the same moment: quiz undo --batch takes it back",
        "",
    ]
    assert "the answer" in run("undo").out


@pytest.mark.usefixtures("renamed")
@pytest.mark.parametrize("one_before", [False, True], ids=["all", "the rest"])
def test_all_at_once(run, one_before):
    """`--batch` takes back all that is left of the moment, and nothing of what was before."""
    if one_before:
        run("undo")
    count = 2 if one_before else 3
    assert run("undo", "--batch").out == f"Taken back: the histories of {count} cards are where they were before\n"
    assert known(run) == 0
    assert "the answer" in run("undo", "--batch").out


@pytest.mark.usefixtures("renamed")
def test_what_was_forgotten(run):
    """Histories that were forgotten at one moment come back at one moment."""
    run("undo", "--batch")
    assert run("cards", "--forget-orphans").out == "4 histories forgotten (quiz undo --batch takes that back)\n"
    assert run("undo", "--batch").out == "Taken back: 3 cards have their history again\n"
    assert len(json.loads(run("cards", "--orphans", "--json").out)["orphans"]) == 4


@pytest.mark.usefixtures("renamed")
def test_answers_are_taken_back_one_by_one(run):
    """An answer is nobody's batch."""
    run("undo", "--batch")
    for left in (3, 2, 1):
        assert "the answer" in run("undo", "--batch").out
        assert len(json.loads(run("cards", "--orphans", "--json").out)["orphans"]) == left
