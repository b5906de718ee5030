"""Whole cards put in, taken out, written anew and accepted; what nobody touched stays byte for byte."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.answers.verdict import Answer
from quiz.deck.blocks import Changes, changed
from quiz.deck.card import Card, Source
from quiz.deck.read import read
from quiz.problem import Place, Problem

DECK = """\
# The harbour, as two papers tell it.
deck: harbour   # for ever
language: en

sources:
  gazette:
    title: The new pier
    file: gazette.txt
    sha256: aaaa

cards:
  # --- the pier ---

  - question: How long is the pier?
    number: 120 metres
    draft: true   # measure again
    id: length

  - draft: true
    question: Who built it?
    person: Ada Brook
    id: builder

  - {question: What did it cost?, money: $3, draft: true, id: cost}

  # the last one
  - question: When did it open?
    date: 3 May 2021
    id: opening
# the end
"""


def card(name: str, question: str, answer: str) -> Card:
    """A draft as `derive` makes it."""
    own = f"harbour/{name}"
    return Card(own, question, Answer("answer", answer), "en", Place("x"), own, written_id=name, draft=True)


def lines_of(changes: Changes, text: str = DECK) -> tuple[list[str], list[str]]:
    """The lines that are gone, and those that are new."""
    after = changed(text, "x", changes)
    assert isinstance(after, str), after
    old, new = text.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


@pytest.mark.parametrize(
    ("name", "gone", "came"),
    [
        ("length", ["    draft: true   # measure again"], []),
        ("builder", ["  - draft: true", "    question: Who built it?"], ["  - question: Who built it?"]),
        (
            "cost",
            ["  - {question: What did it cost?, money: $3, draft: true, id: cost}"],
            ["  - {question: What did it cost?, money: $3, id: cost}"],
        ),
    ],
)
def test_accepting_takes_one_key_away(name: str, gone: list[str], came: list[str]) -> None:
    """An accepted card loses `draft: true`, wherever it stands, and nothing else."""
    assert lines_of(Changes(accept={f"harbour/{name}"})) == (gone, came)


def test_a_card_is_taken_out_with_its_lines() -> None:
    """The lines of the card go; comments and empty lines around it stay."""
    gone, came = lines_of(Changes(remove={"harbour/opening"}))

    assert (gone, came) == (["  - question: When did it open?", "    date: 3 May 2021", "    id: opening"], [])


def test_what_is_turned_down_is_remembered() -> None:
    """The id of a draft that was turned down stands under `rejected:`, in front of the cards."""
    gone, came = lines_of(Changes(remove={"harbour/builder"}, reject=("builder",)))

    assert came == ["rejected: [builder]"]
    assert gone == ["  - draft: true", "    question: Who built it?", "    person: Ada Brook", "    id: builder"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("rejected: one\n", "rejected: [one, two]\n"),
        ("rejected: [one]\n", "rejected: [one, two]\n"),
        ("rejected:\n  - one  # bad\n", "rejected:\n  - one  # bad\n  - two\n"),
    ],
)
def test_the_list_of_the_rejected_grows_as_it_was_written(before: str, after: str) -> None:
    """One text becomes a list; a list gets an entry more, in its own style."""
    text = DECK.replace("cards:", f"{before}cards:")

    assert changed(text, "x", Changes(reject=("two",))) == text.replace(before, after)


def test_a_card_is_written_anew_in_its_place() -> None:
    """A draft that the article now tells otherwise changes where it stands."""
    read_deck, _ = read(DECK, "x")
    assert read_deck is not None
    longer = replace(read_deck.cards[0], answer=Answer("number", "130 metres"))

    gone, came = lines_of(Changes(anew={"harbour/length": longer}))

    assert gone == ["    number: 120 metres", "    draft: true   # measure again"]
    assert came == ["    number: 130 metres", "    draft: true"]


def test_new_cards_stand_behind_the_last_one() -> None:
    """They come before what the author wrote at the foot of the file."""
    after = changed(DECK, "x", Changes(add=(card("light", "What colour is the light?", "green"),)))

    assert isinstance(after, str)
    assert after.endswith(
        "    id: opening\n"
        "  - question: What colour is the light?\n    answer: green\n    draft: true\n    id: light\n"
        "# the end\n"
    )


def test_new_sources_stand_behind_the_others() -> None:
    """A source more, and the digest of one whose text changed."""
    changes = Changes(sources=(Source("echo", "Echo", file="echo.txt", sha256="cc"),), digests={"gazette": "bb"})

    assert lines_of(changes) == (
        ["    sha256: aaaa"],
        ["    sha256: bb", "  echo:", "    title: Echo", "    file: echo.txt", "    sha256: cc"],
    )


@pytest.mark.parametrize(
    ("text", "changes", "code", "line"),
    [
        ("deck: d\ncards: [{question: A?, answer: b, draft: true, id: x}]\n", Changes({"d/x"}), "deck-not-editable", 2),
        ("deck: d\ncards:\n  - question: A?\n    answer: b\n    id: x", Changes((), ["d/x"]), "deck-would-be-empty", 0),
        ("deck: d\ncards:\n  - question: [\n", Changes(remove={"d/x"}), "", 0),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_not_done(text: str, changes: Changes, code: str, line: int) -> None:
    """Nothing is written; the problem says what is in the way, and where."""
    problem = changed(text, "x", changes)

    assert isinstance(problem, Problem)
    assert code in ("", problem.code)
    assert not line or (problem.place is not None and problem.place.line == line)


NAMES = ("length", "builder", "cost", "opening")


@settings(max_examples=30, deadline=None)
@given(
    accept=st.sets(st.sampled_from(NAMES[:3])),
    remove=st.sets(st.sampled_from(NAMES), max_size=3),
    added=st.integers(0, 2),
    ends=st.sampled_from(["\n", "\r\n"]),
)
def test_any_changes_at_once(accept: set[str], remove: set[str], added: int, ends: str) -> None:
    """Whatever is asked at once, the deck says just that, and every comment stays."""
    text = DECK.replace("\n", ends)
    new = tuple(card(f"new-{number}", f"What is {number}?", "it") for number in range(added))
    changes = Changes({f"harbour/{one}" for one in accept - remove}, {f"harbour/{one}" for one in remove}, add=new)
    after = changed(text, "x", changes)

    assert isinstance(after, str)
    deck, problems = read(after, "x")
    assert deck is not None
    assert problems == ()
    assert [one.written_id for one in deck.cards if not one.draft] == [
        name for name in NAMES if name not in remove and (name in accept or name == "opening")
    ]
    for comment in ("# The harbour", "# for ever", "# --- the pier", "# the last one", "# the end"):
        assert comment in after


WRITTEN = """\
deck: harbour
language: en
{rejected}cards:
  - question: How long is the pier?
    number: 120 metres
    draft: true
    id: length
  - question: Who built it?
    person: Ada Brook
    reverse: true
    draft: true
    id: builder
  - cloze: It opened on {{{{3 May 2021}}}}.
    hint: |-
      a day
      in spring
    draft: true
"""


@pytest.mark.parametrize("rejected", ["", "rejected: [one]\n", "rejected:\n  - one # no\n", "rejected: [one, two]\n"])
@pytest.mark.parametrize("number", [0, 1, 2])
def test_what_is_decided_can_be_taken_back(rejected: str, number: int) -> None:
    """A deck as our own writer leaves it is afterwards the same to the byte: accepted, changed or turned down."""
    text = WRITTEN.format(rejected=rejected)
    deck, problems = read(text, "x")
    assert deck is not None
    assert problems == ()
    drafts = [one for one in deck.cards if one.identity == one.sibling]
    one, own = drafts[number], drafts[number].identity
    both = {own} if number == 1 else set()
    named = (one.written_id,) if one.written_id else ()
    behind = drafts[number + 1].identity if number < 2 else ""
    other = replace(one, draft=False, note="seen", answer=replace(one.answer, accept=("x",)))
    ways = {
        "accepted": (Changes(accept={own}), Changes(redraft={own})),
        "changed": (Changes(anew={own: other}, reverse=both), Changes(anew={own: one}, reverse=both)),
        "turned down": (
            Changes(remove={own}, reject=named),
            Changes(put={behind: one}, unreject=named, reverse=both),
        ),
    }

    for forth, back in ways.values():
        after = changed(text, "x", forth)
        assert isinstance(after, str)
        assert after != text
        assert changed(after, "x", back) == text


def test_a_draft_again_in_whatever_way_it_was_written() -> None:
    """In braces, with comments, with its id first: one key comes and nothing else changes."""
    text = (
        "deck: d\ncards:\n  - {question: A?, answer: b, id: x}  # mine\n"
        "  - id: y\n    question: B?\n    answer: c  # yes\n# end"
    )

    assert changed(text, "x", Changes(redraft={"d/x", "d/y"})) == text.replace("id: x}", "id: x, draft: true}").replace(
        "c  # yes", "c  # yes\n    draft: true"
    )
