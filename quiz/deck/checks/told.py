"""What the rules are told of a deck, worked out once for all of them, and the words in which they compare texts."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from quiz.deck.card import Card, Deck
from quiz.problem import Fact, Problem

#: Of a longer list only so many items are looked for in a question and in a hint.
MANY_ITEMS: Final = 100

_WORD: Final = re.compile(r"\w+")
_ALTERNATIVE: Final = (" or ", " ou ")


class Told:
    """A deck and, worked out once for all rules, what its cards say in folded words."""

    def __init__(self, deck: Deck) -> None:
        self.deck = deck
        #: The cards that an author wrote: not the other sides of `reverse: true`.
        self.cards = [card for card in deck.cards if card.identity == card.sibling]

    @cached_property
    def questions(self) -> list[str]:
        """Each card's question, without case."""
        return [card.question.casefold() for card in self.cards]

    @cached_property
    def asked(self) -> list[list[str]]:
        """The words of each card's question."""
        return list(map(_WORD.findall, self.questions))

    @cached_property
    def answers(self) -> list[tuple[str, ...]]:
        """What each card's answer says, without case: one text, or those of its items."""
        return [
            tuple([text.casefold() for text in card.answer.items]) or (card.answer.text.casefold(),)
            for card in self.cards
        ]

    @cached_property
    def lines(self) -> dict[str, list[int]]:
        """Which of the cards have a text, without case, for their whole answer."""
        found: dict[str, list[int]] = {}
        for index, said in enumerate(self.answers):
            if len(said) == 1 and self.cards[index].answer.kind != "cloze":
                found.setdefault(said[0], []).append(index)
        return found


def problem(code: str, card: Card, key: str, **facts: Fact) -> Problem:
    """A problem at this key of the card."""
    return Problem(code, card.at("cloze" if key == "question" and card.answer.kind == "cloze" else key), facts)


def replaces(card: Card, other: Card) -> bool:
    """Whether a card, be it a draft, is meant to be asked instead of the other."""
    return bool(card.supersedes) and card.supersedes == other.written_id


def words(text: str) -> list[str]:
    """The words of a text, without case: cheaper than folding, and enough to find an answer in a question."""
    return _WORD.findall(text.casefold())


def some(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The first of the texts, each of them once."""
    return texts if len(texts) < 2 else tuple(dict.fromkeys(texts))[:MANY_ITEMS]


def holds(text: list[str], part: list[str]) -> bool:
    """Whether the words of `part` stand in `text` one after the other, and are not one of two things to choose from."""
    if not part:
        return False
    whole, sought = f" {' '.join(text)} ", f" {' '.join(part)} "
    at = whole.find(sought)
    while at >= 0:
        if not whole.endswith(_ALTERNATIVE, 0, at + 1) and not whole.startswith(_ALTERNATIVE, at + len(sought) - 1):
            return True
        at = whole.find(sought, at + 1)
    return False
