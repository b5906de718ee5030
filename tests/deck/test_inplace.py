"""A card taken out of a deck's text and put back: its comments stay with it, and nothing else moves."""

from __future__ import annotations

import pytest

from quiz.deck.inplace import Put, put_back, written
from quiz.deck.read import read
from quiz.problem import Problem

DECK = """\
# mine
deck: d
cards:
  # one
  - question: Why?   # really
    answer: so  # not quite
    accept:
      - thus  # learned 2025-01-01
    reverse: true

  # two
  -   id: two
      question: |-
        And
          then?
      answer: what
  - {question: Flow?, answer: "yes, it is"}
"""


def identities() -> list[str]:
    """The cards of the deck."""
    deck, _ = read(DECK, "")
    assert deck is not None
    return [card.identity for card in deck.cards]


@pytest.mark.parametrize(
    "text", [DECK, "\ufeff" + DECK.replace("\n", "\r\n"), DECK.rstrip("\n")], ids=["", "CRLF", "end"]
)
@pytest.mark.parametrize("number", range(4))
def test_what_is_taken_out_is_put_back(text: str, number: int) -> None:
    """A block comes out as it is written and goes back to the letter; what is in braces is written as a block."""
    identity = identities()[number]
    told = written(text, "", identity)
    assert isinstance(told, str)

    put = put_back(text, "", identity, told, told)

    assert isinstance(put, Put)
    assert put.before.question == put.after.question
    if number < 3:
        assert put.text == text
        assert ("# learned 2025-01-01" in told) is (number < 2)


def test_a_change_stays_in_its_lines() -> None:
    """Only the lines of the card are other; comments above its keys go above its dash."""
    one, side, _, _ = identities()
    was = written(DECK, "", side)
    assert was == (
        "question: Why?   # really\nanswer: so  # not quite\naccept:\n  - thus  # learned 2025-01-01\nreverse: true\n"
    )

    put = put_back(
        DECK, "", one, was, "# odd\n\n" + was.replace("Why?", "Why on earth?").replace("reverse: true\n", "")
    )

    assert isinstance(put, Put)
    assert put.text == DECK.replace("  - question: Why?", "  # odd\n  - question: Why on earth?").replace(
        "    reverse: true\n", ""
    )
    assert (put.before.identity, put.both_before, put.both_after) == (one, True, False)
    assert put.after.identity != one


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("question: Why?\nanswr: so\n", "unknown-key-near"),
        ("question: Why?\n", "no-answer"),
        ("question: Why?\ndate: blue\n", "answer-unreadable"),
        ("question: Flow?\nanswer: x\n", "question-twice"),
        ("id: two\nquestion: Who?\nanswer: x\n", "id-twice"),
        ("question: [", "yaml-unclosed-bracket"),
        ("- question: a\n  answer: b\n", None),
        ("question: a\nanswer: b\ncards: []\n", None),
        ("question: a\nanswer: b\n...\n", None),
        ("", None),
    ],
)
def test_what_is_no_card_is_refused(told: str, code: str | None) -> None:
    """With its problem; the deck cannot be broken by what is put in it."""
    one = identities()[0]
    was = written(DECK, "", one)
    assert isinstance(was, str)

    put = put_back(DECK, "", one, was, told)

    assert isinstance(put, tuple)
    assert put
    assert code is None or put[0].code == code


def test_a_card_that_was_changed_meanwhile() -> None:
    """What somebody else wrote since is not written over; a card that is gone is said."""
    one = identities()[0]
    was = written(DECK, "", one)
    assert isinstance(was, str)

    put = put_back(DECK.replace("not quite", "quite"), "", one, was, was.replace("so", "thus"))

    assert isinstance(put, tuple)
    assert put[0].code == "card-changed"
    assert isinstance(written(DECK, "", "d/nobody"), Problem)
