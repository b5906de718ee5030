"""Rules of a deck as a whole: its language, its sources, its tags, and what it allows itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quiz.deck.card import Card, Deck
from quiz.language.text import fold
from quiz.language.which import which
from quiz.problem import Fact, Place

#: What a rule of decks finds: where, and the facts that the sentence names.
Found = tuple[Place, dict[str, Fact]]

#: A deck of fewer cards has no habits.
FEW: Final = 4
#: So many questions tell the language of a deck.
SAMPLE: Final = 30
#: The language of a shorter question cannot be told.
SHORT: Final = 5


def _written(deck: Deck) -> list[Card]:
    """The cards that are asked and that an author wrote: no drafts, no other sides."""
    return [card for card in deck.cards if card.identity == card.sibling and not card.draft]


def source_missing(deck: Deck) -> Iterator[Found]:
    """Where most cards of a deck name their source, every card does."""
    if not deck.sources:
        return
    cards = _written(deck)
    without = [card for card in cards if not card.sources]
    if len(cards) >= FEW and 3 * len(without) <= len(cards):
        for card in without:
            yield card.place, {}


def language_other(deck: Deck) -> Iterator[Found]:
    """A deck says which language it is in: in the other one dates, numbers and names are read otherwise."""
    other = "en" if deck.language == "fr" else "fr"
    votes = {"en": 0, "fr": 0}
    cards = _written(deck)
    for card in cards[:: len(cards) // SAMPLE + 1]:
        if card.question.count(" ") >= SHORT:
            told = which(card.question)
            if told:
                votes[told] += 1
    if votes[other] >= 2 and votes[other] > 4 * votes[deck.language]:
        place = deck.where.get("language") or deck.where.get("deck") or (1, 1)
        yield Place(deck.path, *place), {"language": other, "written": deck.language}


def tag_near(deck: Deck) -> Iterator[Found]:
    """One topic has one tag: "History" and "history" are two."""
    first: dict[str, str] = {}
    seen: set[str] = set()
    for card in deck.cards:
        for tag in card.tags:
            if tag in seen:
                continue
            seen.add(tag)
            folded = " ".join(fold(tag).replace("-", " ").replace("_", " ").split())
            other = first.setdefault(folded, tag)
            if other != tag and folded:
                yield card.at("tags"), {"text": tag[:80], "other": other[:80]}
