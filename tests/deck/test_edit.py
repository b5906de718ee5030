"""What a deck learns: one entry more in `accept:`, every other byte as it was, and back again."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.answers.kinds import grade
from quiz.answers.verdict import Asked
from quiz.deck.edit import learned, teach, unlearn
from quiz.deck.lesson import Learned, can_learn
from quiz.deck.read import read
from quiz.deck.spans import spans
from quiz.deck.tree import LOADER
from quiz.problem import Place, Problem

DAY = "2026-11-21"
HEAD = "deck: d  # mine\ncards:\n"
#: The same card in every form: what stands in the file, what was typed, and what stands there afterwards.
FORMS = [
    pytest.param(
        """\
  - question: Which country?
    answer: United States  # not America
    # about the hint
    hint: stars
""",
        "the States",
        """\
  - question: Which country?
    answer: United States  # not America
    accept:
      - the States  # learned 2026-11-21
    # about the hint
    hint: stars
""",
        id="absent",
    ),
    pytest.param(
        "  - answer: United States\n    question: Which country?",
        "the States",
        "  - answer: United States\n    accept:\n      - the States  # learned 2026-11-21\n"
        "    question: Which country?",
        id="absent, the answer first, no line end last",
    ),
    pytest.param(
        "  - question: Which country?\n    answer: United States",
        "the States",
        "  - question: Which country?\n    answer: United States\n    accept:\n"
        "      - the States  # learned 2026-11-21",
        id="absent, the answer last, no line end",
    ),
    pytest.param(
        """\
  - question: Which country?
    answer: |-
      United States

    # about the hint
    hint: stars
""",
        "the States",
        """\
  - question: Which country?
    answer: |-
      United States
    accept:
      - the States  # learned 2026-11-21

    # about the hint
    hint: stars
""",
        id="absent, the answer a block",
    ),
    pytest.param(
        """\
  - question: Which country?
    answer: "United
      States"
    hint: stars
""",
        "the States",
        """\
  - question: Which country?
    answer: "United
      States"
    accept:
      - the States  # learned 2026-11-21
    hint: stars
""",
        id="absent, the answer on two lines",
    ),
    pytest.param(
        "  - question: Which country?\r\n    answer: United States\r\n    hint: stars\r\n",
        "the States",
        "  - question: Which country?\r\n    answer: United States\r\n    accept:\r\n"
        "      - the States  # learned 2026-11-21\r\n    hint: stars\r\n",
        id="absent, line ends of two characters",
    ),
    pytest.param(
        """\
  - question: Which country?
    accept: USA   # the usual one
    answer: United States
""",
        "the States",
        """\
  - question: Which country?
    accept:
      - USA   # the usual one
      - the States  # learned 2026-11-21 +list
    answer: United States
""",
        id="one text",
    ),
    pytest.param(
        """\
  - question: Which country?
    accept: 'the U.S., of course'
    answer: United States
""",
        "U.S.: the States",
        """\
  - question: Which country?
    accept:
      - 'the U.S., of course'
      - 'U.S.: the States'  # learned 2026-11-21 +list
    answer: United States
""",
        id="one text in quotation marks",
    ),
    pytest.param(
        """\
  - question: Which country?
    answer: United States
    accept:
      - USA  # the usual one
      - America
      # - Amerigo
    hint: stars
""",
        "the States",
        """\
  - question: Which country?
    answer: United States
    accept:
      - USA  # the usual one
      - America
      - the States  # learned 2026-11-21
      # - Amerigo
    hint: stars
""",
        id="a list",
    ),
    pytest.param(
        """\
  - question: Which country?
    answer: United States
    accept:
    - USA
    hint: stars
""",
        "the States",
        """\
  - question: Which country?
    answer: United States
    accept:
    - USA
    - the States  # learned 2026-11-21
    hint: stars
""",
        id="a list without a margin",
    ),
    pytest.param(
        """\
  - question: Which country?
    answer: United States
    accept: [USA, America]  # from the book
    hint: stars
""",
        "the States, of course",
        """\
  - question: Which country?
    answer: United States
    accept: [USA, America,
      'the States, of course'  # learned 2026-11-21
      ]  # from the book
    hint: stars
""",
        id="brackets",
    ),
    pytest.param(
        """\
  - question: Which country?
    answer: United States
    accept: [ USA, America, ]
""",
        "the States",
        """\
  - question: Which country?
    answer: United States
    accept: [ USA, America,
      the States,  # learned 2026-11-21
       ]
""",
        id="brackets and a comma last",
    ),
    pytest.param(
        """\
  - question: Which country?
    answer: United States
    accept: [
        USA,  # the usual one
        America   # the short one
        # no more
    ]
""",
        "the States",
        """\
  - question: Which country?
    answer: United States
    accept: [
        USA,  # the usual one
        America,   # the short one
        the States  # learned 2026-11-21
        # no more
    ]
""",
        id="brackets on several lines",
    ),
    pytest.param(
        """\
  - question: Which country?
    answer: United States
    accept: [USA,
             America,
            ]
""",
        "the States",
        """\
  - question: Which country?
    answer: United States
    accept: [USA,
             America,
             the States,  # learned 2026-11-21
            ]
""",
        id="brackets on several lines and a comma last",
    ),
    pytest.param(
        "  - question: Which country?\n    answer: United States\n    accept: []\n",
        "the States",
        "  - question: Which country?\n    answer: United States\n    accept: [\n"
        "      the States  # learned 2026-11-21\n      ]\n",
        id="empty brackets",
    ),
    pytest.param(
        "  - question: Which country?\n    accept:   # to do\n    answer: United States\n",
        "the States",
        "  - question: Which country?\n    accept:   # to do\n      - the States  # learned 2026-11-21\n"
        "    answer: United States\n",
        id="nothing, and a comment",
    ),
    pytest.param(
        "  - {question: Which country, answer: United States}\n  - {question: Next, answer: x}\n",
        "the States",
        "  - {question: Which country, answer: United States, accept: [\n"
        "      the States  # learned 2026-11-21\n      ]}\n  - {question: Next, answer: x}\n",
        id="braces",
    ),
    pytest.param(
        "  - {question: Which country, answer: United States, }\n",
        "the States",
        "  - {question: Which country, answer: United States, accept: [\n"
        "      the States  # learned 2026-11-21\n      ], }\n",
        id="braces and a comma last",
    ),
    pytest.param(
        "  - {question: Which country, accept: USA, answer: United States}\n",
        "the States",
        "  - {question: Which country, accept: [USA,\n      the States  # learned 2026-11-21 +list\n"
        "      ], answer: United States}\n",
        id="braces and one text",
    ),
    pytest.param(
        "  - {question: Which country, accept: [USA], answer: United States}\n",
        "the States",
        "  - {question: Which country, accept: [USA,\n      the States  # learned 2026-11-21\n"
        "      ], answer: United States}\n",
        id="braces and brackets",
    ),
    pytest.param(
        "  - cloze: The {{United States}} are a {{country}}.\n",
        "the States; land",
        "  - cloze: The {{United States}} are a {{country}}.\n    accept:\n"
        "      - the States; land  # learned 2026-11-21\n",
        id="a sentence with gaps",
    ),
    pytest.param(
        "  - question: How much?\n    money: 42\u00a0000 $\n    note: 'a\tb'\n",
        "42\u202f000\u00a0dollars\t# about",
        "  - question: How much?\n    money: 42\u00a0000 $\n    accept:\n"
        "      - \"42\u202f000\u00a0dollars\\t# about\"  # learned 2026-11-21\n    note: 'a\tb'\n",
        id="no-break spaces and tabs",
    ),
]


def one(text: str) -> str:
    """The identity of the deck's first card."""
    deck, _ = read(text, "d.yaml")
    assert deck is not None
    return deck.cards[0].identity


def taught(text: str, typed: str, on: str = DAY) -> str:
    """The text after its first card was taught."""
    edited = teach(text, "d.yaml", one(text), typed, on)
    assert isinstance(edited, str), edited
    return edited


def forgotten(text: str, typed: str) -> str:
    """The text after `typed` was taken back."""
    found = next(entry for entry in learned(text, "d.yaml") if entry.text == typed)
    edited = unlearn(text, "d.yaml", found)
    assert isinstance(edited, str), edited
    return edited


@pytest.mark.parametrize(("before", "typed", "after"), FORMS)
def test_an_answer_is_added_and_nothing_else_is_touched(before: str, typed: str, after: str) -> None:
    """Whatever form `accept:` has, the entry joins it on a line of its own, and goes again without a trace."""
    assert taught(HEAD + before, typed) == HEAD + after
    assert forgotten(HEAD + after, typed) == HEAD + before


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "byte order mark"])
@pytest.mark.parametrize(("before", "typed", "after"), FORMS)
def test_several_are_taken_back_in_any_order(before: str, typed: str, after: str, mark: str) -> None:
    """Three answers taught one after the other go in each order, to the byte."""
    original = mark + HEAD + before
    full = taught(taught(mark + HEAD + after, "second, as it were", "2026-11-22"), "third: x", "2026-12-01")
    texts = (typed, "second, as it were", "third: x")
    assert [(entry.text, entry.on) for entry in learned(full, "d.yaml")] == [
        (typed, DAY),
        (texts[1], "2026-11-22"),
        (texts[2], "2026-12-01"),
    ]

    for order in [(0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)]:
        text = full
        for index in order:
            text = forgotten(text, texts[index])
        assert text == original


@pytest.mark.parametrize(("before", "typed", "after"), FORMS)
def test_both_parsers_place_a_card_alike(before: str, typed: str, after: str) -> None:
    """The marks on which the edit leans are those of libyaml and of Python's own parser."""
    text = HEAD + after
    deck, _ = read(text, "d.yaml")
    assert deck is not None
    place = (deck.cards[0].place.line, deck.cards[0].place.column)

    found = []
    for loader in (yaml.SafeLoader, LOADER):
        span = spans(text, {place}, loader)[place]
        found.append([(text[key.start : key.end], value.start, value.end) for key, value in span.pairs if value.value])
    assert found[0] == found[1]
    assert typed in {text for card in deck.cards for text in card.answer.accept}
    assert before != after


def test_where_each_entry_stands_is_told() -> None:
    """A learned answer knows its card, its day and its line; a comment with more in it is the author's own."""
    text = """\
deck: d
cards:
  - question: Which country?
    answer: United States
    accept:
      - USA
      - the States  # learned 2026-11-21
      - les States  # learned 2026-11-20, and I agree
      - America  # learned by heart
"""

    assert learned(text, "d.yaml") == (Learned(one(text), "Which country?", "the States", DAY, Place("d.yaml", 7, 9)),)
    assert learned("deck: [", "d.yaml") == ()


def test_what_the_author_added_since_stays() -> None:
    """An entry is taken out of the midst of others, with its mark only; a list that has grown stays a list."""
    text = """\
deck: d
cards:
  - question: Which country?
    answer: United States
    accept:
      - USA
      - the States  # learned 2026-11-21 +list
      - America  # mine
  - question: Which town?
    answer: Washington
    accept: [D.C.,
      Washington City,  # learned 2026-11-21
      the capital,  # mine
      ]
"""

    text = forgotten(text, "the States")
    assert (
        forgotten(text, "Washington City")
        == """\
deck: d
cards:
  - question: Which country?
    answer: United States
    accept:
      - USA
      - America  # mine
  - question: Which town?
    answer: Washington
    accept: [D.C.,
      the capital,  # mine
      ]
"""
    )


@pytest.mark.parametrize(
    "card",
    [
        "question: Which?\n    list: [a, b]",
        "question: Which?\n    choice: a\n    options: [a, b]",
        "question: Which?\n    answer: a\n    accept: [the States]",
        "question: Which?\n    answer: the States",
    ],
)
def test_some_cards_do_not_learn(card: str) -> None:
    """A list and a choice, and what is accepted already: nothing is written, and the line to paste is told."""
    text = f"{HEAD}  - {card}\n"

    assert teach(text, "d.yaml", one(text), "the States", DAY) == Problem(
        "deck-not-teachable", Place("d.yaml", 3, 5), {"entry": "the States"}
    )


@pytest.mark.parametrize("typed", ["", "  ", "a / b", "a\nb", "\u202eb", "\x1b[31m", "\ud800", "x" * 301])
def test_some_answers_are_not_learned(typed: str) -> None:
    """Nothing, two answers in one, characters nobody can see, and whole paragraphs are left alone."""
    deck, _ = read(f"{HEAD}  - question: Q?\n    answer: a\n", "d.yaml")
    assert deck is not None

    assert not can_learn(deck.cards[0], typed)
    assert isinstance(
        teach(
            f"{HEAD}  - question: Q?\n    answer: a\n",
            "d.yaml",
            one(HEAD + "  - question: Q?\n    answer: a\n"),
            typed,
            DAY,
        ),
        Problem,
    )


def test_the_other_side_of_a_card_does_not_learn() -> None:
    """`accept:` belongs to the side that was written."""
    deck, _ = read(f"{HEAD}  - question: Q?\n    answer: a\n    reverse: true\n", "d.yaml")
    assert deck is not None

    assert [can_learn(card, "x") for card in deck.cards] == [True, False]


@pytest.mark.parametrize(
    "accept",
    [
        "accept: {a: b}",
        "accept: ''",
        "accept: *x",
        "accept: >\n     USA\n      again",
    ],
)
def test_what_cannot_be_kept_is_refused(accept: str) -> None:
    """Where the entry cannot be put in without another change, nothing is changed."""
    text = f"{HEAD}  - question: Q?\n    answer: a\n    {accept}\n"

    edited = teach(text, "d.yaml", one(text), "the States", DAY)
    assert isinstance(edited, Problem)
    assert edited.code == "deck-not-teachable"


def test_a_broken_deck_learns_where_it_is_sound() -> None:
    """A fault further down does not keep a card from learning; a card behind the fault is not found by its marks."""
    sound = "  - question: Q?\n    answer: a\n"
    text = f"{HEAD}{sound}  - question: 'x\n  - question: R?\n    answer: b\n"
    deck, _ = read(text, "d.yaml")
    assert deck is not None

    assert taught(text, "the States") == text.replace(
        sound, sound + "    accept:\n      - the States  # learned 2026-11-21\n"
    )
    for card in deck.cards[1:]:
        assert isinstance(teach(text, "d.yaml", card.identity, "the States", DAY), Problem)


def test_a_card_that_is_gone_is_told() -> None:
    """What is no longer there cannot learn, nor forget."""
    text = f"{HEAD}  - question: Q?\n    answer: a\n"

    assert teach(text, "d.yaml", "d/other", "x", DAY) == Problem("card-not-in-deck", facts={"path": "d.yaml"})
    gone = Learned(one(text), "Q?", "x", DAY, Place("d.yaml", 5))
    assert unlearn(text, "d.yaml", gone) == Problem("learned-not-there", facts={"path": "d.yaml", "line": 5})


# --- laws ------------------------------------------------------------------------------------------------------------

SIGNS = "'\"\\:#-?*&!|>%@`{}[],~=<.…« »“”\u00a0\u202f\té字😀/ "
TYPED = st.text(st.one_of(st.sampled_from(SIGNS), st.sampled_from("abcXYZ019")), min_size=1, max_size=20)
COMMENT = st.sampled_from(["", "  # why", " # {[,]}: '"])


@st.composite
def decks(draw: st.DrawFn) -> str:
    """A deck as people write them: cards in many forms, with comments and odd spaces."""
    nl = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    word = st.sampled_from(["USA", "'a, b'", '"c: d"', "é\u00a0f", "- g".replace("- ", ""), "1 000 €"])
    lines = ["deck: d", "# about", "cards:"]
    for number in range(draw(st.integers(1, 3))):
        words = list(dict.fromkeys(draw(st.lists(word, max_size=3))))
        accept = draw(st.sampled_from(["none", "one", "block", "flat", "line", "lines", "lines,"]))
        comment = [draw(COMMENT) for _ in range(4)]
        head = [f"question: Which {number}?{comment[0]}", f"answer: United States{comment[1]}"]
        if draw(st.booleans()):
            head.insert(draw(st.integers(0, 2)), f"hint: stars{comment[2]}")
        body: list[str] = []
        if accept == "one":
            body = [f"accept:  {draw(word)}{comment[3]}"]
        elif accept in ("block", "flat") and words:
            margin = "  " if accept == "block" else ""
            body = [f"accept:{comment[3]}", *(f"{margin}- {text}{comment[2]}" for text in words)]
        elif accept == "line":
            body = [f"accept: [ {', '.join(words)}]{comment[3]}"]
        elif words and accept != "none":
            last = "," if accept == "lines," else ""
            body = [f"accept: [{comment[3]}", *(f"     {text},{comment[2]}" for text in words[:-1])]
            body += [f"     {words[-1]}{last}{comment[2]}", "  # more", draw(st.sampled_from(["]", "       ]"]))]
        at = draw(st.integers(1, 2))
        block = [*head[:at], *body, *head[at:]]
        lines += [("  - " if not index else "    ") + line for index, line in enumerate(block)]
        lines += draw(
            st.sampled_from([[], [""], ["    # end"], ["  - {question: Flat?, answer: x, hint: y }"][: number == 0]])
        )
    return nl.join(lines) + draw(st.sampled_from(["", nl]))


@given(text=decks(), typed=st.lists(TYPED, min_size=1, max_size=3, unique_by=str.strip), data=st.data())
@settings(max_examples=60, deadline=None)
def test_taught_and_taken_back_is_the_same_file(text: str, typed: list[str], data: st.DataObject) -> None:
    """Teaching adds that entry to that card, only inserts, makes the answer right, and taking back leaves no trace."""
    texts = [text]
    for answer in typed:
        deck, _ = read(texts[-1], "d.yaml")
        assert deck is not None
        card = data.draw(st.sampled_from(deck.cards))
        if not can_learn(card, answer):
            continue
        edited = teach(texts[-1], "d.yaml", card.identity, answer, DAY)
        assert isinstance(edited, str), edited

        signs = iter(edited)
        assert all(sign in signs for sign in texts[-1]), "something was lost"
        after, _ = read(edited, "d.yaml")
        assert after is not None
        for old, new in zip(deck.cards, after.cards, strict=True):
            more = (answer.strip(),) if old is card else ()
            assert new.answer == replace(old.answer, accept=(*old.answer.accept, *more))
            assert (new.question, new.hint, new.identity) == (old.question, old.hint, old.identity)
            if more:
                assert grade(new.answer, answer, Asked()).mark == "right"
        texts.append(edited)

    while len(texts) > 1:
        now, before = texts.pop(), texts[-1]
        known = list(learned(before, "d.yaml"))
        added = [entry for entry in learned(now, "d.yaml") if not _took(known, entry)]
        assert unlearn(now, "d.yaml", added[0]) == before


def _took(known: list[Learned], entry: Learned) -> bool:
    """Whether the entry was there before, wherever it stood; each is taken once."""
    for other in known:
        if (other.card, other.text) == (entry.card, entry.text):
            known.remove(other)
            return True
    return False
