"""Facts that change: which card is asked instead of which, and what is told of the answer before."""

import pytest

from quiz.answers.verdict import Answer, Former
from quiz.deck.checks import check
from quiz.deck.read import read
from quiz.deck.write import write


def deck(*cards):
    """A deck of cards in short: their id, and behind < the id that they supersede, ! for a draft."""
    lines = ["deck: d", "cards:"]
    for card in cards:
        name, _, older = card.rstrip("!").partition("<")
        year = 2020 + ord(name[0]) - ord("a")
        lines.append(f"  - {{question: What is {name}?, answer: it is {name}, as_of: {year}, id: {name}")
        lines[-1] += f", supersedes: {older}" if older else ""
        lines[-1] += ", draft: true}" if card.endswith("!") else "}"
    return read("\n".join(lines) + "\n", "x")


@pytest.mark.parametrize(
    ("cards", "asked", "told"),
    [
        ("a b<a", "b", {"b": "a"}),
        ("b<a a", "b", {"b": "a"}),
        ("a b<a c<b", "c", {"b": "a", "c": "b"}),
        ("c<b b<a a", "c", {"b": "a", "c": "b"}),
        ("a b<a!", "a", {"b": "a"}),
        ("a b<a! c<b", "c", {"b": "a", "c": "a"}),
        ("a b<a c<b!", "b", {"b": "a", "c": "b"}),
        ("a! b<a", "b", {}),
        ("a b<a c d<c", "bd", {"b": "a", "d": "c"}),
        ("a b<a! c<a", "c", {"c": "a"}),
        ("a b c", "abc", {}),
        ("a<b b<a c", "abc", {}),
        ("a<c b<a c<b d<c", "abcd", {}),
        ("a<a b", "ab", {}),
    ],
)
def test_the_newest_card_that_is_no_draft_is_asked(cards, asked, told):
    """Of a chain one card is asked, and it tells the newest answer below it that was ever in force.

    Of a circle nobody can say which is the newest: all are asked until it is mended.
    """
    found, _ = deck(*cards.split())
    known = {card.written_id: card for card in found.cards}

    assert "".join(sorted(name for name, card in known.items() if not (card.draft or card.superseded_by))) == asked
    assert {name: card.former for name, card in known.items() if card.former} == {
        name: Former(known[older].answer, known[older].as_of) for name, older in told.items()
    }


def test_both_sides_of_a_card_are_superseded():
    """The other side of an older card is asked no more either; the other side of the newer one tells nothing."""
    text = "deck: d\ncards:\n" + "".join(
        f"  - {{question: Q{name}, answer: R{name}, reverse: true, id: {name}{more}}}\n"
        for name, more in (("a", ""), ("b", ", supersedes: a"))
    )
    found, _ = read(text, "x")

    assert [(card.identity, card.superseded_by, card.former is not None) for card in found.cards] == [
        ("d/a", "d/b", False),
        ("d/a/reverse", "d/b", False),
        ("d/b", "", True),
        ("d/b/reverse", "", False),
    ]
    assert write(read(write(found), "x")[0]) == write(found)
    assert write(found).count("supersedes: a") == 1


def test_the_older_card_may_be_asked_in_the_same_words():
    """What changed is asked as it was asked before: the two are no doubles."""
    text = """\
deck: d
cards:
  - {question: What does it cost a month?, money: "$42,000", as_of: 2023, id: price-2023}
  - {question: What does it cost a month?, money: "$50,000", as_of: 2024, id: price-2024, supersedes: price-2023}
"""
    for written in (text, text.replace("supersedes: price-2023", "supersedes: price-2023, draft: true")):
        found, problems = read(written, "x")

        assert problems + check(found) == ()


def test_where_lines_are_missing_nothing_is_missed():
    """The card that is superseded may be in the part of the file that could not be read: that is told, and enough."""
    text = """\
deck: d
cards:
  - question: "never closed
    id: old
  - {question: Q, answer: R, as_of: 2024, supersedes: old}
"""
    _, problems = read(text, "x")

    assert "supersedes-unknown" not in [problem.code for problem in problems]


def test_what_it_was_in_one_line():
    """A list is told by its items, a cloze by what was in its gaps."""
    assert Former(Answer("list", "", items=("a", "b"))).shown == "a, b"
    assert Former(Answer("cloze", "It is {{a}}.", items=("a",))).shown == "a"
    assert Former(Answer("money", "$42,000")).shown == "$42,000"
