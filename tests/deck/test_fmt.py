"""One way to write a deck: what it says stays, every comment stays, and a second time nothing changes."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.deck.carrying import Carried, carried
from quiz.deck.cuts import bare, bare_card
from quiz.deck.fmt import formatted, identified, slug
from quiz.deck.read import read
from quiz.deck.tagging import renamed, retagged, without_and_with
from quiz.problem import Problem

DECK = """\
# mine
cards:
  # the first
  - date: "14 juillet 1789"  # a day
    # why
    question: 'Quand la Bastille fut-elle prise ?'
    tags: ["a, b", 'c']

    accept:
    - "en 1789" # learned 2025-01-01
    - 'y: z'
  # between
  - {answer: "b, c", question: "What?"}
  - note: |
      many

      lines
    evidence:
      words: "à b"
      paragraph: 2
    source: s
    answer: >
      folded
      text
    question: Why so?
    # the last of it

title: "T"
sources:
  s: {url: "https://x.y/z", title: A}
language: fr
deck: d"""
FORMED = """\
# mine
deck: d

title: T
language: fr
sources:
  s: {title: A, url: https://x.y/z}
cards:
  # the first
    # why
  - question: Quand la Bastille fut-elle prise ?
    date: 14 juillet 1789  # a day

    accept:
    - en 1789 # learned 2025-01-01
    - 'y: z'
    tags: ['a, b', c]
  # between
  - {question: What?, answer: 'b, c'}
  - question: Why so?
    answer: >
      folded
      text
    note: |
      many

      lines
    source: s
    evidence:
      paragraph: 2
      words: à b
    # the last of it
"""


def test_a_deck_is_formed() -> None:
    """Keys come in the manual's order with the comments above them; quotation marks go where they are not needed."""
    assert formatted(DECK, "") == FORMED
    assert formatted(FORMED, "") == FORMED


PLACED = {
    "a comment behind the items, a folded text above the key that comes next": (
        "- note: n\n  tags:\n    - a\n    # of a\n  question: q\n  answer: |\n    text\n",
        "- question: q\n  answer: |\n    text\n  note: n\n  tags:\n    - a\n    # of a\n",
    ),
    "a comment above a key": (
        "- answer: a\n  # of q\n  question: q\n",
        "  # of q\n- question: q\n  answer: a\n",
    ),
    "a comment behind the marks that begin a document": (
        "- answer: a\n  question: q\n",
        "- question: q\n  answer: a\n",
    ),
}


@pytest.mark.parametrize(("cards", "wanted"), PLACED.values(), ids=PLACED)
@pytest.mark.parametrize("head", ["deck: d\ncards:\n", "# mine\n--- # one\ndeck: d\ncards:\n"])
def test_a_comment_goes_where_its_key_goes(head: str, cards: str, wanted: str) -> None:
    """One above a key goes with it; one that is deeper than the keys stays with what is above it."""
    assert formatted(head + cards, "") == head + wanted


@pytest.mark.parametrize("text", ["deck: d\ncards:\n", "deck: d\ncards:\n  # - question: x\n"])
def test_a_deck_without_cards_is_left(text: str) -> None:
    """A deck that was only begun stays as it is."""
    assert formatted(text, "") == text


@pytest.mark.parametrize(
    "text", ["cards: [", "deck: d\ncards:\n- question: Why?\n  date: x\n  dat: y\n", "deck: d\ncards:\n- a"]
)
def test_an_error_is_not_written_over(text: str) -> None:
    """A deck with an error is refused with its problem."""
    assert isinstance(formatted(text, ""), Problem)


# --- laws ------------------------------------------------------------------------------------------------------------

WORDS = (
    st.text(st.sampled_from("aé b,:#'\"-{}[]&*!|>%@?yn1~."), min_size=1, max_size=12)
    .map(str.strip)
    .filter(lambda text: any(char.isalnum() for char in text))
)


@st.composite
def scalars(draw: st.DrawFn) -> str:
    """A text in quotation marks, or bare where that is safe for any reader."""
    text = draw(WORDS)
    if text.replace("a", "").replace("b", "").replace(" ", "") == "" and draw(st.booleans()):
        return text
    if draw(st.booleans()):
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@st.composite
def decks(draw: st.DrawFn) -> str:
    """A deck with its keys in any order and comments, empty lines and quotation marks anywhere."""
    notes = iter(range(1000))
    margin = draw(st.sampled_from(["", "  ", "    "]))
    inner = margin + "  "

    def note(indent: str) -> list[str]:
        kinds = draw(st.lists(st.sampled_from(["note", "blank"]), max_size=2))
        return [f"{indent}# note {next(notes)}" if kind == "note" else "" for kind in kinds]

    def beside() -> str:
        return f"  # note {next(notes)}" if draw(st.integers(0, 3)) == 0 else ""

    def card(number: int) -> list[str]:
        keys = [[f"question: 'Q{number} '{beside()}"], [f"answer: {draw(scalars())}{beside()}"]]
        if draw(st.booleans()):
            keys.append([f"hint: {draw(scalars())}{beside()}"])
        if draw(st.booleans()):
            texts = draw(st.lists(scalars(), min_size=1, max_size=3))
            deep = draw(st.sampled_from(["", "  "]))
            flow = draw(st.booleans())
            keys.append(
                [f"accept: [{', '.join(texts)}]{beside()}"]
                if flow
                else [
                    "accept:",
                    *(line for text in texts for line in (*note(inner + deep), f"{deep}- {text}{beside()}")),
                ]
            )
        if draw(st.booleans()):
            style = draw(st.sampled_from(["|", ">", "|-", ">-", "|+"]))
            keys.append([f"note: {style}", "  one", "", "  two # not a comment", "    three"])
        if draw(st.booleans()):
            parts = draw(st.permutations(["words: 'w x'", "paragraph: 2"]))
            keys += [["source: s"], ["evidence:", *(f"  {part}" for part in parts)]]
        if draw(st.booleans()):
            keys.append(["reverse: true"])
        keys = draw(st.permutations(keys))
        lines = []
        for place, told in enumerate(keys):
            lead = note(inner) if place else []
            first = f"{margin}- {told[0]}" if place == 0 else f"{inner}{told[0]}"
            rest = [line if line.startswith(inner + "#") or not line.strip() else f"{inner}{line}" for line in told[1:]]
            lines += [*lead, first, *rest]
        return lines

    cards = [line for number in range(draw(st.integers(1, 3))) for line in (*note(margin), *card(number))]
    parts = [
        ["deck: 'd'"],
        [f"title: {draw(scalars())}{beside()}"],
        ["sources:", "  s: {title: \"a, b\", author: 'x'}"],
        ["cards:", *cards],
    ]
    parts = draw(st.permutations(parts))
    lines = [*note(""), *(line for part in parts for line in (*note(""), *part))]
    text = "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n\n"]))
    text = text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
    return draw(st.sampled_from(["", "\ufeff"])) + text


@settings(max_examples=30, deadline=None)
@given(text=decks())
def test_forming_changes_nothing_that_is_said(text: str) -> None:
    """The same deck, the same problems, each comment once, the same line ends and mark; a second time the same text."""
    before, problems = read(text.removeprefix("\ufeff"), "")
    made = formatted(text, "")

    if any(problem.severity == "error" for problem in problems):
        assert isinstance(made, Problem)
        return
    assert before is not None
    assert isinstance(made, str), made
    after, found = read(made.removeprefix("\ufeff"), "")
    assert after is not None
    assert bare(after) == bare(before)
    assert Counter(one.code for one in found) == Counter(one.code for one in problems)
    notes = text.split("# note ")[1:]
    assert sorted(word.split()[0] for word in notes) == sorted(word.split()[0] for word in made.split("# note ")[1:])
    assert ("\r" in made, made.startswith("\ufeff")) == ("\r" in text, text.startswith("\ufeff"))
    assert formatted(made, "") == made


@settings(max_examples=30, deadline=None)
@given(text=decks(), taken=st.sets(st.sampled_from(["d/q0", "d/q0-2", "d/q1"])))
def test_every_card_gets_an_id(text: str, taken: set[str]) -> None:
    """Each card has an id of its own then, none that is taken, and says the same; a second time nothing is new."""
    before, problems = read(text.removeprefix("\ufeff"), "")
    if before is None or any(problem.severity == "error" for problem in problems):
        return

    told = identified(text, "", lambda own: own not in taken)

    assert not isinstance(told, Problem)
    made, became = told
    after, _ = read(made.removeprefix("\ufeff"), "")
    assert after is not None
    assert [became[card.identity] for card in before.cards] == [card.identity for card in after.cards]
    assert all(card.written_id for card in after.cards)
    assert not taken & {card.identity for card in after.cards}
    assert identified(made, "", lambda _own: True) == (made, {})


@settings(max_examples=30, deadline=None)
@given(text=decks(), data=st.data())
def test_tags_change_and_nothing_else(text: str, data: st.DataObject) -> None:
    """Tags put on and taken off again leave the deck as it was; only the lines of tags differ in between."""
    before, problems = read(text.removeprefix("\ufeff"), "")
    if before is None or any(problem.severity == "error" for problem in problems):
        return
    names = [card.identity for card in before.cards if card.identity == card.sibling]
    wanted = {name: tuple(data.draw(st.lists(WORDS, max_size=3, unique=True))) for name in names}

    made = retagged(text, "", wanted)

    assert isinstance(made, str), made
    after, _ = read(made.removeprefix("\ufeff"), "")
    assert after is not None
    assert [card.tags for card in after.cards] == [wanted[card.sibling] for card in before.cards]
    back = retagged(made, "", {card.identity: () for card in before.cards})
    assert isinstance(back, str)
    restored, _ = read(back.removeprefix("\ufeff"), "")
    assert restored is not None
    assert bare(restored) == bare(before)
    assert Counter(back.split("# note ")) == Counter(text.split("# note ")) or back.rstrip() == text.rstrip()


OTHER = "deck: e\nsources:\n  s: {title: another}\n\ncards:\n- question: Own?\n  answer: yes  # kept\n\n# tail\n"


@settings(max_examples=30, deadline=None)
@given(text=decks(), to_text=st.sampled_from([OTHER, OTHER.replace("\n", "\r\n"), "deck: e\ncards:\n", "deck: e"]))
def test_cards_are_carried_as_they_are_written(text: str, to_text: str) -> None:
    """The taking deck has its own cards and these behind them, and the comments that stand beside their keys."""
    before, problems = read(text.removeprefix("\ufeff"), "")
    if before is None or any(problem.severity == "error" for problem in problems):
        return
    own = read(to_text, "")[0]
    names = [card.identity for card in before.cards]

    told = carried(text, "a", names, to_text, "b")

    assert isinstance(told, Carried), told
    after, _ = read(told.text, "")
    assert after is not None
    kept = len(own.cards) if own else 0
    assert [told.became[name] for name in names] == [card.identity for card in after.cards[kept:]]
    for old, new in zip(before.cards, after.cards[kept:], strict=True):
        assert (old.question, old.answer, old.hint, old.note) == (new.question, new.answer, new.hint, new.note)
        assert [(one.paragraph, one.words) for one in old.evidence] == [
            (one.paragraph, one.words) for one in new.evidence
        ]
    if own:
        assert [bare_card(card) for card in after.cards[:kept]] == [bare_card(card) for card in own.cards]
    assert all(line in told.text.splitlines() for line in to_text.splitlines() if "#" in line)
    again = carried(text, "a", names, told.text, "b")
    assert isinstance(again, Carried)
    assert (again.text, len(again.there)) == (
        told.text,
        len([card for card in before.cards if card.identity == card.sibling]),
    )


# --- the pieces ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "own"),
    [
        ("Quand la Bastille fut-elle prise ?", "bastille-prise"),
        ("What is it?", "what-is-it"),
        ("", ""),
        ("Какой сегодня день?", ""),
        ("The " + "very " * 20, "very-very-very-very-very-very-very-very"),
    ],
)
def test_an_id_is_made_of_the_words_that_count(question: str, own: str) -> None:
    """The words that tell a question from others, as many as fit."""
    assert slug(question) == own


def test_tags_are_one_whatever_their_case() -> None:
    """A tag that is there already, in another case or without its accent, is not put on again, and is taken off."""
    deck, _ = read("deck: d\ncards:\n- question: Why?\n  answer: so\n  tags: [Été, b]\n", "")
    assert deck is not None
    card = deck.cards[0]

    assert without_and_with(card, ["ete", "c", "c"], ["B"]) == ("Été", "c")
    assert renamed(card, "été", "B") == ("B",)
    assert renamed(card, "b", "c") == ("Été", "c")
