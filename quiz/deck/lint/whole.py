"""Rules of a deck as a whole: its language, its sources, its tags, and what it allows itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
    if names_sources(len(cards), len(without)):
        for card in without:
            yield card.place, {}


def names_sources(cards: int, without: int) -> bool:
    """Whether a deck of so many cards, some of them without a source, has the habit of naming it."""
    return cards >= FEW and 3 * without <= cards


def language_other(deck: Deck) -> Iterator[Found]:
    """A deck says which language it is in: in the other one dates, numbers and names are read otherwise."""
    cards = _written(deck)
    other = language_of([card.question for card in cards[:: sampled(len(cards))]], deck.language)
    if other:
        place = deck.where.get("language") or deck.where.get("deck") or (1, 1)
        yield Place(deck.path, *place), {"language": other, "written": deck.language}


def sampled(count: int) -> int:
    """Of so many questions, how far apart those are that tell the language."""
    return count // SAMPLE + 1


def language_of(questions: Iterable[str], said: str) -> str:
    """The other language, if these questions are surely not in the one that a deck says; else ""."""
    other = "en" if said == "fr" else "fr"
    votes = {"en": 0, "fr": 0}
    for question in questions:
        if question.count(" ") >= SHORT:
            told = which(question)
            if told:
                votes[told] += 1
    return other if votes[other] >= 2 and votes[other] > 4 * votes[said] else ""


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
