"""What a face needs of a review, as values: a draft, or the figures at the end. No sentences, no colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from quiz.answers import cloze
from quiz.deck.card import Card, Deck
from quiz.problem import Problem
from quiz.study.review import Review, blocked, drafts, is_reversed, problems_of
from quiz.study.view import Citation


@dataclass(frozen=True, slots=True)
class DraftView:
    """A draft to decide on. `pieces` are its cloze as it reads, in parts: the text, and whether it fills a gap.

    `others` are further sources that say the same. `blocked`: it cannot be accepted as it is.
    """

    phase: ClassVar[Literal["deciding"]] = "deciding"
    path: str
    deck_title: str
    number: int
    total: int
    card: Card
    pieces: tuple[tuple[str, bool], ...]
    reverse: bool
    citations: tuple[Citation, ...]
    problems: tuple[Problem, ...]
    left: int
    blocked: bool
    can_undo: bool


@dataclass(frozen=True, slots=True)
class EndView:
    """The review in figures: `accepted` cards, `edited` ones among them, `rejected` ones, drafts that are `left`."""

    phase: ClassVar[Literal["over"]] = "over"
    accepted: int
    edited: int
    rejected: int
    left: int
    paths: tuple[str, ...]


View = DraftView | EndView


def view(review: Review) -> View:
    """What there is to see of a review."""
    card = review.card
    if card is None:
        return _end(review)
    path = review.queue[0][0]
    loaded = review.decks[path]
    decided = sum(len(decision.cards) for decision in review.done)
    return DraftView(
        path=path,
        deck_title=loaded.deck.title or loaded.deck.id,
        number=decided + 1,
        total=decided + len(review.queue),
        card=card,
        pieces=filled(card.answer.text) if card.answer.kind == "cloze" else (),
        reverse=is_reversed(loaded.deck, card),
        citations=_citations(loaded.deck, card),
        problems=problems_of(loaded, card),
        left=len(review.queue),
        blocked=blocked(loaded, card),
        can_undo=bool(review.done),
    )


def _end(review: Review) -> EndView:
    count = dict.fromkeys(("accepted", "edited", "rejected", "skipped"), 0)
    for decision in review.done:
        count[decision.way] += len(decision.cards)
    left = sum(len(drafts(loaded.deck)) for loaded in review.decks.values())
    return EndView(count["accepted"] + count["edited"], count["edited"], count["rejected"], left, tuple(review.decks))


def filled(sentence: str) -> tuple[tuple[str, bool], ...]:
    """A cloze with its gaps filled: its parts, and whether each was a gap."""
    pieces: list[tuple[str, bool]] = []
    at = 0
    for gap in cloze.gaps(sentence):
        pieces += [(sentence[at : gap.start], False), (gap.text, True)]
        at = gap.end
    return tuple(piece for piece in (*pieces, (sentence[at:], False)) if piece[0])


def _citations(deck: Deck, card: Card) -> tuple[Citation, ...]:
    """The evidence, then the sources that no evidence names."""
    sources = {source.key: source for source in deck.sources}
    places = [(one.source, one.paragraph, one.words) for one in card.evidence]
    places += [(key, 0, "") for key in card.sources if key not in {one.source for one in card.evidence}]
    return tuple(
        Citation(key, source.title, source.author, source.url, paragraph, words)
        for key, paragraph, words in places
        if (source := sources.get(key)) is not None
    )
