"""Deciding on drafts: each action as a table, and the laws that hold for any of them in any order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.answers.verdict import Answer
from quiz.deck.alone import same
from quiz.deck.blocks import changed
from quiz.deck.checks import check
from quiz.deck.read import read
from quiz.study.review import (
    Accept,
    AcceptRest,
    Action,
    Change,
    Edit,
    Leave,
    Loaded,
    Reject,
    Review,
    Skip,
    Undo,
    drafts,
    find,
    reloaded,
    start,
    step,
)
from quiz.study.review_view import DraftView, EndView, view

HARBOUR = """\
deck: harbour
language: en
sources:
  gazette:
    title: The new pier
  echo:
    title: Echo
cards:
  - question: Is this asked already?
    answer: yes indeed
    id: old
  - question: How long is the pier?
    number: 120 metres
    source:
      - gazette
      - echo
    evidence:
      source: gazette
      paragraph: 2
      words: 120 metres
    draft: true
    id: length
  - question: Who built it?
    person: Ada Brook
    reverse: true
    draft: true
    id: builder
  - cloze: It opened on {{3 May 2021}} in {{spring}}.
    draft: true
    id: opening
"""
CANAL = """\
deck: canal
title: The canal
language: en
cards:
  - question: How deep is the canal?
    number: far down
    draft: true
    id: depth
  - question: Who dug the canal?
    person: Rose Hill
    draft: true
    id: digger
"""


class Shelf:
    """Two decks as texts, changed as files are."""

    def __init__(self) -> None:
        self.texts = {"h": HARBOUR, "c": CANAL}

    def load(self, path: str) -> Loaded:
        """A deck with its problems."""
        deck, problems = read(self.texts[path], path)
        assert deck is not None
        return Loaded(deck, (*problems, *check(deck)))

    def begin(self) -> Review:
        """A review of both."""
        return start({path: self.load(path) for path in self.texts})

    def do(self, review: Review, action: Action) -> Review:
        """A step, its change and what the file then says."""
        review, change = step(review, action)
        return self.write(review, change) if change else review

    def write(self, review: Review, change: Change) -> Review:
        """Hold the change to what it expects, and make it."""
        deck = self.load(change.path).deck
        for identity, card in change.expected.items():
            now = find(deck, identity)
            assert (now is card is None) or same(now, card)
        text = changed(self.texts[change.path], change.path, change.changes)
        assert isinstance(text, str), text
        self.texts[change.path] = text
        return reloaded(review, change.path, self.load(change.path))


def asked(review: Review) -> str:
    """The identity of the draft on the screen."""
    return review.card.identity if review.card else ""


def edit(review: Review) -> Edit:
    """The draft on the screen with another answer."""
    assert review.card is not None
    return Edit(replace(review.card, question="What?", answer=Answer("answer", "that")))


DRAFTS = ["harbour/length", "harbour/builder", "harbour/opening", "canal/depth", "canal/digger"]

#: What is done → the draft asked next, the ids of the drafts that are left in the files, the ids under `rejected:`.
DEEDS = [
    ((), "harbour/length", 5, ()),
    ((Accept(),), "harbour/builder", 4, ()),
    ((Reject(),), "harbour/builder", 4, ("length",)),
    ((Skip(),), "harbour/builder", 5, ()),
    ((Skip(), Reject()), "harbour/opening", 4, ("builder",)),
    ((Skip(), Skip(), Accept()), "canal/depth", 4, ()),
    ((AcceptRest("h", 0),), "canal/depth", 2, ()),
    ((AcceptRest("c", 0),), "harbour/length", 4, ()),
    ((Skip(), AcceptRest("h", 1)), "canal/depth", 3, ()),
    ((Accept(), Undo()), "harbour/length", 5, ()),
    ((Reject(), Undo()), "harbour/length", 5, ()),
    ((Skip(), Undo()), "harbour/length", 5, ()),
    ((AcceptRest("h", 0), Undo()), "harbour/length", 5, ()),
    ((Reject(), Reject(), Undo(), Undo()), "harbour/length", 5, ()),
    ((Undo(),), "harbour/length", 5, ()),
    ((Leave(), Accept()), "", 5, ()),
    ((Leave(), Undo()), "", 5, ()),
]


@pytest.mark.parametrize(("actions", "next_one", "left", "rejected"), DEEDS, ids=str)
def test_each_action(actions: tuple[Action, ...], next_one: str, left: int, rejected: tuple[str, ...]) -> None:
    """It does its own, in the text of the right deck; a card that cannot be judged is not accepted with the rest."""
    shelf = Shelf()
    review = shelf.begin()
    for action in actions:
        review = shelf.do(review, action)

    assert asked(review) == next_one
    assert sum(len(drafts(shelf.load(path).deck)) for path in shelf.texts) == left
    assert shelf.load("h").deck.rejected == rejected


def test_an_edited_card_is_accepted_as_it_was_written() -> None:
    """It takes the place of the draft; taken back, the draft stands there again, both its sides."""
    shelf = Shelf()
    review = shelf.do(shelf.begin(), Skip())
    review = shelf.do(review, edit(review))
    new = find(shelf.load("h").deck, "harbour/builder")

    assert (new.question, new.answer.text, new.draft) == ("What?", "that", False)
    assert find(shelf.load("h").deck, "harbour/builder/reverse") is None

    review = shelf.do(review, Undo())

    assert shelf.texts["h"] == HARBOUR
    assert asked(review) == "harbour/builder"


def test_what_others_decided_is_not_asked_again() -> None:
    """A deck read anew: what is no draft any more leaves the queue, new drafts join it, skipped ones stay away."""
    shelf = Shelf()
    review = shelf.do(shelf.begin(), Skip())
    shelf.texts["h"] = HARBOUR.replace("    draft: true\n    id: opening", "    id: opening") + (
        "  - question: New?\n    answer: it is\n    draft: true\n    id: new\n"
    )

    review = reloaded(review, "h", shelf.load("h"))

    assert [name for _, name in review.queue] == ["harbour/builder", "canal/depth", "canal/digger", "harbour/new"]


def test_what_is_taken_back_is_asked_where_it_was() -> None:
    """Unless somebody decided on the others meanwhile: those are not asked."""
    shelf = Shelf()
    review = shelf.do(shelf.begin(), Skip())
    shelf.texts["h"] = HARBOUR.replace("    draft: true\n    id: builder", "    id: builder")
    review = reloaded(review, "h", shelf.load("h"))

    review = shelf.do(review, Undo())

    assert [name for _, name in review.queue] == ["harbour/length", "harbour/opening", "canal/depth", "canal/digger"]


def test_a_draft_is_shown_with_all_there_is_to_decide_by() -> None:
    """Where the review is, where the card is from, what is wrong with it, and whether it can be accepted."""
    shelf = Shelf()
    review = shelf.begin()
    first = view(review)
    for _ in range(3):
        review = shelf.do(review, Skip())
    fourth = view(review)

    assert isinstance(first, DraftView)
    assert (first.number, first.total, first.left, first.can_undo, first.deck_title) == (1, 5, 5, False, "harbour")
    assert [(one.title, one.paragraph, one.words) for one in first.citations] == [
        ("The new pier", 2, "120 metres"),
        ("Echo", 0, ""),
    ]
    assert isinstance(fourth, DraftView)
    assert (fourth.number, fourth.left, fourth.can_undo, fourth.deck_title) == (4, 2, True, "The canal")
    assert ([problem.code for problem in fourth.problems], fourth.blocked) == (["answer-unreadable"], True)


def test_a_cloze_is_shown_with_its_gaps_filled() -> None:
    """In parts, so that a face can mark what is asked."""
    shelf = Shelf()
    review = shelf.do(shelf.do(shelf.begin(), Skip()), Skip())

    assert view(review).pieces == (
        ("It opened on ", False),
        ("3 May 2021", True),
        (" in ", False),
        ("spring", True),
        (".", False),
    )


def test_the_end_in_figures() -> None:
    """What was accepted, edited ones among it, what was rejected, what is left in the files."""
    shelf = Shelf()
    review = shelf.do(shelf.begin(), Accept())
    review = shelf.do(review, edit(review))
    review = shelf.do(shelf.do(review, Reject()), Skip())
    review = shelf.do(review, Leave())

    assert view(review) == EndView(accepted=2, edited=1, rejected=1, left=2, paths=("h", "c"))


ACTIONS = st.lists(st.sampled_from(["accept", "reject", "skip", "rest", "edit", "undo"]), max_size=12)


@settings(max_examples=40, deadline=None)
@given(ACTIONS)
def test_everything_can_be_taken_back(names: list[str]) -> None:
    """Whatever was decided in whatever order: undone to the end, the files are as they were, to the byte."""
    shelf = Shelf()
    review = shelf.begin()
    for name in names:
        review = shelf.do(review, deed(name, review))
        written = sum(len(decision.cards) for decision in review.done if decision.way != "skipped")
        assert sum(len(drafts(shelf.load(path).deck)) for path in shelf.texts) == 5 - written
        assert review.over == (not review.queue)

    while review.done:
        review = shelf.do(review, Undo())

    assert shelf.texts == {"h": HARBOUR, "c": CANAL}
    assert [name for _, name in review.queue] == DRAFTS


def deed(name: str, review: Review) -> Action:
    """An action that fits the moment; the last card of a deck is not rejected, and not edited into another."""
    plain: dict[str, Action] = {"accept": Accept(), "reject": Reject(), "skip": Skip(), "undo": Undo()}
    if review.card is None:
        return Undo()
    if name == "edit":
        return edit(review) if review.card.identity != "harbour/builder" else Edit(review.card, reverse=True)
    if name == "rest":
        return AcceptRest(review.queue[0][0], len(review.done))
    alone = len({card.sibling for card in review.decks[review.queue[0][0]].deck.cards}) == 1
    return Skip() if name == "reject" and alone else plain[name]
