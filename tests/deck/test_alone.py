"""One card as a text of its own: what it says, changed by hand and held to the rules, line by line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quiz.answers.verdict import Answer
from quiz.deck.alone import fields, read_alone, same, text_of, with_fields
from quiz.deck.card import Card, Deck
from quiz.deck.read import read
from quiz.problem import Place

DECK = """\
deck: harbour
language: en
sources:
  gazette: {title: The new pier}
cards:
  - question: How long is the pier?
    number: 120 metres
    source: gazette
    evidence: {paragraph: 2, words: 120 metres}
    draft: true
    id: length
  - question: Who built it?
    person: Ada Brook
    reverse: true
    note: |-
      an engineer

      of the town
  - cloze: It opened on {{3 May 2021}}.
  - question: What is there?
    list: [a light, a bench]
  - question: Where is it?
    choice: in the east
    options: [in the west, in the east]
"""


def deck() -> Deck:
    """The deck above."""
    found, problems = read(DECK, "x")
    assert found is not None
    assert problems == ()
    return found


def cards() -> dict[str, Card]:
    """Its cards, by the kind of their answers."""
    return {card.answer.kind: card for card in deck().cards if card.identity == card.sibling}


LENGTH = """\
question: How long is the pier?
number: 120 metres
source: gazette
evidence:
  paragraph: 2
  words: 120 metres
id: length
"""


def test_a_card_stands_alone_without_dash_and_draft() -> None:
    """Its keys as a deck has them, at the margin."""
    assert text_of(cards()["number"]) == LENGTH


@pytest.mark.parametrize("kind", ["number", "person", "cloze", "list", "choice"])
def test_what_is_not_changed_is_read_as_it_was(kind: str) -> None:
    """Each card comes back as it went, with its other side if it has one."""
    card = cards()[kind]
    told = read_alone(text_of(card, reverse=kind == "person"), deck(), card)

    assert told.card is not None
    assert same(told.card, replace(card, draft=False))
    assert (told.reverse, told.problems) == (kind == "person", ())


def test_every_card_of_the_shipped_decks_comes_back(root: Path) -> None:
    """Whatever a real card says can be said alone."""
    for path in sorted((root / "decks").rglob("*.yaml")):
        found, _ = read(path.read_text(encoding="utf-8"), str(path))
        assert found is not None
        for card in (one for one in found.cards if one.identity == one.sibling):
            told = read_alone(text_of(card), found, card)
            assert told.card is not None
            assert same(told.card, card)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        (LENGTH.replace("120 metres\nso", "far\nso"), "answer-unreadable", 2, 9),
        (LENGTH.replace("number:", "nubmer:"), "unknown-key-near", 2, 1),
        ("# mine\n\nquestion: A?\nanswer: 'b\n", "yaml-unclosed-quote", 4, 9),
        ("question: A?\n", "no-answer", 1, 1),
        ("question: A?\nanswer: b\nsource: echo\n", "source-unknown", 3, 9),
        ("", "card-empty", 1, 1),
        ("# nothing but this\n", "card-empty", 1, 1),
        ("- question: A?\n  answer: b\n", "card-not-mapping", 1, 1),
        ("cloze: no gap\n", "cloze-without-gap", 1, 8),
    ],
)
def test_a_fault_is_told_with_its_line(text: str, code: str, line: int, column: int) -> None:
    """As the person who wrote the text would count it."""
    told = read_alone(text, deck(), cards()["number"])

    first = told.problems[0]
    assert (first.code, first.place) == (code, Place("", line, column))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("question: How long now?\nnumber: 121 metres\nas_of: 2025\nsupersedes: length\n", []),
        ("question: How long now?\nanswer: longer\nas_of: 2025\nsupersedes: length\n", ["supersedes-other-kind"]),
        ("question: How long now?\nnumber: 121 metres\nas_of: 2025\nsupersedes: breadth\n", ["supersedes-unknown"]),
    ],
)
def test_a_card_is_held_against_the_one_that_it_supersedes(text: str, codes: list[str]) -> None:
    """It is one of the deck, of the same kind."""
    told = read_alone(text, deck(), cards()["list"])

    assert [one.code for one in told.problems] == codes
    assert all(one.facts["first"] == cards()["number"].place.line for one in told.problems if "first" in one.facts)


def test_a_card_keeps_its_id() -> None:
    """Even if the line is deleted, so that its history and what deriving knows of it stay; another one is another."""
    card = cards()["number"]
    without = read_alone("question: How long?\nnumber: 3 m\n", deck(), card).card
    other = read_alone("question: How long?\nnumber: 3 m\nid: mine\n", deck(), card).card

    assert (without.identity, without.written_id) == ("harbour/length", "length")
    assert (other.identity, other.written_id) == ("harbour/mine", "mine")


@pytest.mark.parametrize(
    ("kind", "shown", "typed", "answer", "question"),
    [
        (
            "number",
            ["How long is the pier?", "120 metres"],
            ["How long?", " 130 m "],
            Answer("number", "130 m"),
            "How long?",
        ),
        (
            "cloze",
            ["It opened on {{3 May 2021}}."],
            ["It {{opened}}."],
            Answer("cloze", "It {{opened}}.", ("opened",)),
            "It […].",
        ),
        (
            "list",
            ["What is there?", "a light; a bench"],
            ["What?", "a; b;; c"],
            Answer("list", "", ("a", "b", "c")),
            "What?",
        ),
        (
            "choice",
            ["Where is it?", "in the east"],
            ["Where?", "in the north"],
            Answer("choice", "in the north", options=("in the west", "in the north")),
            "Where?",
        ),
    ],
)
def test_question_and_answer_in_lines(
    kind: str, shown: list[str], typed: list[str], answer: Answer, question: str
) -> None:
    """A line each, prefilled; of a cloze its sentence; a choice keeps its other options."""
    card = cards()[kind]
    changed = with_fields(card, typed)

    assert [text for _, text in fields(card)] == shown
    assert (changed.answer, changed.question) == (answer, question)


@pytest.mark.parametrize(
    "card",
    [
        replace(cards()["number"], question="How long\nis it?"),
        replace(cards()["list"], answer=Answer("list", "", ("a; b", "c"))),
    ],
)
def test_what_does_not_fit_in_a_line_is_not_laid_in_one(card: Card) -> None:
    """Line ends and the sign between answers would be lost."""
    assert fields(card) == ()


def test_no_break_spaces_fit_in_a_line() -> None:
    """French questions have one before their mark."""
    assert fields(replace(cards()["number"], question="Combien\u00a0?"))[0] == ("question", "Combien\u00a0?")
