"""What the checks leave of a deck, and what they let pass; what they tell is in the collection of bad decks."""

import pytest

from quiz.deck.checks import check, usable
from quiz.deck.read import read

DECK = """\
deck: d
language: fr
cards:
  - question: Quand ?
    date: 31 février 2023
  - question: Où est Paris ?
    answer: Paris
  - question: Qui ?
    person: Marie Curie
"""


def test_only_what_cannot_be_judged_is_unusable():
    """A date that is none leaves its card out; a question that gives its answer away is a warning, and asked."""
    deck, _ = read(DECK, "x")
    problems = check(deck)

    assert [(problem.code, problem.severity) for problem in problems] == [
        ("answer-no-such-day", "error"),
        ("answer-in-question", "warning"),
    ]
    assert [card.question for card in usable(deck, problems).cards] == ["Où est Paris ?", "Qui ?"]
    assert usable(deck, ()) is deck


@pytest.mark.parametrize(
    "card",
    [
        "{question: Is it Paris or Rome that lies on the Seine, answer: Paris}",
        "{question: Is Paris or Rome on the Seine, answer: Paris}",
        "{question: Paris ou Rome, answer: Rome}",
        "{question: In what art did he excel, answer: art history}",
        "{question: Which party won, answer: art}",
        "{question: What comes after A, answer: a}",
        "{question: Which of the three is blue, choice: the blue, options: [the red, the blue]}",
        "{question: Name red and one more, list: [red, green]}",
        "{question: q, answer: '...and justice for all'}",
        "{question: q, answer: X, hint: a letter of the end}",
        "{question: q, answer: Orléans, accept: [Aurelianum, Cenabum]}",
        "{question: q, answer: a, as_of: 2024-02-29}",
        "{question: q, choice: a, options: [b, c], accept: the first}",
    ],
)
def test_what_is_fair_is_not_told(card):
    """Where a question only seems to hold its answer, or a key only seems odd, nothing is said."""
    deck, problems = read(f"deck: d\ncards:\n  - {card}\n", "x")

    assert problems + check(deck) == ()
