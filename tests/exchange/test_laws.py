"""What holds of every file, whatever is in it: what is exported comes back, and nothing that comes is unsound."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.answers.verdict import Answer
from quiz.deck import cloze
from quiz.deck.card import Card, Deck
from quiz.deck.cards import reversed_card
from quiz.deck.checks import examined
from quiz.deck.identity import identity
from quiz.deck.write import write
from quiz.exchange import columns
from quiz.exchange.clozes import Part, anki, sentences
from quiz.exchange.encoding import HIDDEN, decode
from quiz.exchange.entry import Left, Wish
from quiz.exchange.formats import FORMATS, READ, detected
from quiz.exchange.html_text import plain
from quiz.exchange.inline import bare
from quiz.exchange.joining import joined, sources_of
from quiz.exchange.making import Maker
from quiz.exchange.rows import rows
from quiz.exchange.written import csv, tsv
from quiz.problem import Place, Problem

#: Letters, and every sign that means something in one of the formats.
SIGNS = "aé日 \n\t,;|\"'#:=~{}[]<>&*_`!?.$\\-+@0123/"
TEXT = st.text(st.sampled_from(SIGNS), min_size=1, max_size=24).map(str.strip).filter(bool)
WORDS = st.from_regex(r"[a-zé]{1,8}( [a-z]{1,8})?", fullmatch=True)
SEVERAL = st.lists(TEXT, max_size=3, unique_by=lambda text: text.casefold()).map(tuple)
TAGS = st.lists(WORDS, max_size=3, unique_by=str.casefold).map(tuple)
IDS = st.one_of(st.just(""), st.from_regex(r"[a-z][a-z0-9._-]{0,8}", fullmatch=True))


@st.composite
def cards(draw: st.DrawFn) -> tuple[Card, bool]:
    """A card of any kind that a table holds whole, and whether it is asked the other way round too."""
    question = draw(TEXT)
    kind = draw(st.sampled_from(("answer", "answer", "person", "number", "choice", "list", "cloze")))
    accept = draw(SEVERAL)
    if kind == "cloze":
        gap = draw(WORDS)
        text = f"{draw(WORDS)} {{{{{gap}}}}} {draw(WORDS)}"
        answer = Answer("cloze", text, cloze.items(text), accept)
        question = cloze.blanked(text)
    elif kind == "list":
        items = draw(st.lists(TEXT, min_size=1, max_size=3).map(tuple))
        answer = Answer("list", "", items, accept, ordered=draw(st.booleans()))
    elif kind == "choice":
        right, wrong = draw(
            st.lists(TEXT, min_size=2, max_size=2, unique_by=lambda text: text.casefold().strip(".!?;: "))
        )
        answer = Answer("choice", right, (), accept, (right, wrong))
    elif kind == "number":
        answer = Answer("number", str(draw(st.integers(0, 10**6))), (), ())
    else:
        answer = Answer(kind, draw(WORDS if kind == "person" else TEXT), (), accept)
    accept = tuple(text for text in accept if text != answer.text)
    written = draw(IDS)
    own = identity("law", question, written)
    both = kind in ("answer", "person", "number") and draw(st.booleans())
    source = draw(st.lists(WORDS, max_size=2, unique=True).map(tuple))
    card = Card(
        own,
        question,
        Answer(kind, answer.text, answer.items, accept, answer.options, answer.ordered),
        "en",
        Place("law.yaml"),
        own,
        draw(st.one_of(st.just(""), TEXT)),
        draw(st.one_of(st.just(""), TEXT)),
        draw(TAGS),
        source,
        as_of=draw(st.sampled_from(("", "2024", "2024-02", "2024-02-29"))),
        written_id=written,
        draft=draw(st.booleans()),
    )
    return card, both


@st.composite
def decks(draw: st.DrawFn) -> Deck:
    """A deck of a few such cards, none asked twice."""
    drawn = draw(st.lists(cards(), min_size=1, max_size=4, unique_by=lambda pair: pair[0].identity))
    sides = [side for card, both in drawn for side in ((card, reversed_card(card)) if both else (card,))]
    return Deck("law", "law.yaml", "Laws", "en", sources_of(sides), tuple(sides))


@settings(max_examples=30, deadline=None)
@given(decks(), st.sampled_from((csv, tsv)))
def test_a_table_that_is_exported_comes_back(deck: Deck, writer) -> None:
    """Export to CSV or TSV, import: the same cards, with all that a table holds, in the same order."""
    text = writer([deck]).text

    found = FORMATS["csv" if writer is csv else "tsv"].read(text, "law.csv", Wish())
    maker = Maker("law", "en")
    maker.add("law.csv", found.entries)
    made = maker.made()

    assert [problem.code for problem in (*found.left, *made.left)] == []
    wanted = [card for card in deck.cards if card.identity == card.sibling]
    both = {card.sibling for card in deck.cards if card.identity != card.sibling}
    assert [_said(card) for card in made.cards] == [_said(card) for card in wanted]
    assert made.reverse == both


def _said(card: Card) -> tuple[object, ...]:
    beside = (card.hint, card.note, card.tags, card.sources, card.as_of, card.written_id, card.draft)
    return card.identity, card.question, card.answer, *beside


PIECES = (
    *SIGNS,
    "\r",
    "\x00",
    "\u202e",
    "Q:",
    "A:",
    "C:",
    "::",
    "{{c1::",
    "}}",
    "#tags column:1\n",
    "<br>",
    "&#1;",
    "?\n",
)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_text_becomes_a_sound_deck_or_none(text: str) -> None:
    """Whatever a file holds, in whatever format it is read: no error of ours, and a deck without an error."""
    decoded = decode(text.encode("utf-8", "surrogatepass"), "any")
    if isinstance(decoded, Problem):
        return
    for name in READ:
        found = FORMATS[name].read(decoded[0], "any", Wish())
        maker = Maker("any", "en")
        maker.add("any", found.entries)
        made = maker.made()
        if not made.cards:
            continue
        sides = [
            side
            for card in made.cards
            for side in ((card, reversed_card(card)) if card.identity in made.reverse else (card,))
        ]
        again, problems = examined(write(Deck("any", "any", "", "en", sources_of(sides), tuple(sides))), "any")
        assert [problem for problem in problems if problem.severity == "error"] == []
        assert again is not None
        assert len(again.cards) == len(sides)
        assert all(
            0 < problem.place.line <= decoded[0].count("\n") + 1
            for problem in (*found.left, *made.left)
            if problem.place
        )


@settings(max_examples=25, deadline=None)
@given(decks())
def test_what_is_there_is_not_added(deck: Deck) -> None:
    """The cards of a deck change nothing in it."""
    own = [card for card in deck.cards if card.identity == card.sibling]

    done = joined(deck, own, frozenset())

    assert (done.added, done.anew, done.same, done.left) == ([], {}, len(own), ())


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(TEXT | st.just(""), min_size=2, max_size=4), min_size=1, max_size=4), st.sampled_from("\t,;|"))
def test_rows_come_back(table: list[list[str]], separator: str) -> None:
    """Cells in quotation marks are the cells that were written, on the lines where they were written."""
    table = [row for row in table if any(row)]
    lines = [separator.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in table]
    left = Left("any")

    found = list(rows("\n".join(lines).split("\n"), separator, left))

    assert [row.cells for row in found] == table
    assert [row.line for row in found] == [
        1 + "\n".join(lines[:place]).count("\n") + bool(place) for place in range(len(lines))
    ]
    assert left.problems() == ()


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.text(st.sampled_from(SIGNS), min_size=1, max_size=12).map(str.strip).filter(bool), min_size=1, max_size=3
    ).map(tuple),
    st.sampled_from((columns.SEVERAL, columns.TAGS)),
)
def test_several_values_share_a_cell(values: tuple[str, ...], signs: tuple[str, ...]) -> None:
    """What is joined into one cell is parted again."""
    assert columns.parted(columns.joined(values, signs), signs) == values


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_plain_text_holds_nothing_hidden(text: str) -> None:
    """Tags and signs of emphasis are taken from any text, which then holds nothing that a deck may not hold."""
    decoded = decode(text.encode("utf-8", "replace"), "any")
    if not isinstance(decoded, Problem):
        assert not HIDDEN.search(plain(decoded[0]).text)
        assert not HIDDEN.search(bare(decoded[0]).text)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.text(st.sampled_from(SIGNS), max_size=8), st.integers(0, 3)), max_size=5))
def test_gaps_are_asked_or_questions(drawn: list[tuple[str, int]]) -> None:
    """A sentence becomes clozes without a fault, or questions, one for each group at most; a card for each if apart."""
    parts = [Part(text, group) for text, group in drawn]
    groups = {part.group for part in parts if part.group and part.text.strip()}
    asking = {one for one in groups if any(char.isalnum() for it in parts if it.group != one for char in it.text)}

    for found in (sentences(parts), sentences(parts, apart=True)):
        assert len(found) <= len(groups)
        assert len(found) > 0 or not asking
        for sentence in found:
            assert sentence.question or not cloze.fault(sentence.answer)


@pytest.mark.parametrize("text", ["{{c1::a", "{{c1::{{c2::{{c3::", "}}{{c1::a}}}}", "{{c0::zero}}", "{{C2::big}}"])
def test_anki_s_gaps_whatever_is_open(text: str) -> None:
    """A gap that is not closed is text; the parts together hold every letter."""
    parts, _ = anki(text)
    assert "".join(part.text for part in parts)


@pytest.mark.parametrize(
    "text",
    [
        '"' * 5000,
        '"a\n' * 3000,
        "<" * 20_000,
        "{{c1::" * 3000,
        "[" * 20_000,
        "==a" * 5000,
        "&" * 20_000,
        "`" * 9999,
        "*a" * 9000,
        "{=" * 4000,
        "::" * 9000,
    ],
)
@pytest.mark.parametrize("name", READ)
def test_no_text_takes_long(name: str, text: str) -> None:
    """Signs that open and never close are read in a moment (the suite would hang otherwise)."""
    FORMATS[name].read(f"question,answer\n{text}", "any", Wish())
    assert detected(text, "any") in (*READ, "")
