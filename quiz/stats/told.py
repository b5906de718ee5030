"""The figures with the names that people know cards and decks by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from quiz.stats.figures import Figures


class Told(NamedTuple):
    """The figures; the questions of the cards that they name, by identity; the titles of the decks, by id."""

    figures: Figures
    questions: Mapping[str, str]
    titles: Mapping[str, str]

    def question(self, card: str) -> str:
        """What a card asks; its identity where no deck has it any more."""
        return self.questions.get(card) or card

    def title(self, deck: str) -> str:
        """What a deck is called."""
        return self.titles.get(deck) or deck
