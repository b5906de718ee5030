"""What a deck learns from a learner: which answers can be taught, and how one that was is marked.

A taught answer is an entry of the card's `accept:`, on a line of its own, with a comment behind it:

    accept:
      - the States  # learned 2026-11-21

The comment is the whole mark: without it, or with anything more in it, the entry is the author's own. `+list` behind
the date says that `accept:` was one text, and that it was made a list to hold this one.

The session asks this room without loading YAML; what is done to the file is in `edit.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from quiz.deck.card import Card
from quiz.deck.characters import forbidden
from quiz.problem import Place

#: The kinds that learn. Of a list, what was typed is several answers, and would be right in this one order only; of a
#: choice it may be a letter, whose option is another one next time.
LEARNING: Final = ("answer", "person", "date", "money", "number", "quote", "cloze")
#: A text of more characters is no variant of an answer.
LONGEST: Final = 300

_MARK: Final = re.compile(r"[ \t]+# learned (\d{4}-\d{2}-\d{2})( \+list)?[ \t]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Learned:
    """One taught answer: the card's identity and question, what is accepted, the day (ISO) and the line it is on."""

    card: str
    question: str
    text: str
    on: str
    place: Place


@dataclass(frozen=True, slots=True)
class Mark:
    """What the comment behind an entry says: the day (ISO), and whether the list was made for it."""

    on: str
    made_list: bool = False

    def __str__(self) -> str:
        return f"  # learned {self.on}{' +list' if self.made_list else ''}"


def read_mark(text: str) -> Mark | None:
    """The mark that `text`, the rest of a line behind its entry, consists of."""
    match = _MARK.fullmatch(text)
    return Mark(match[1], bool(match[2])) if match else None


def can_learn(card: Card, typed: str) -> bool:
    """Whether this card's `accept:` could hold what was typed, does not already, and would make it right.

    The other side of a `reverse: true` card has no `accept:`; " / " would part the text into two answers.
    """
    text = typed.strip()
    return (
        card.answer.kind in LEARNING
        and card.identity == card.sibling
        and bool(card.place.path)
        and 0 < len(text) <= LONGEST
        and "\n" not in text
        and " / " not in text
        and not forbidden(text)
        and text != card.answer.text
        and text not in card.answer.accept
        and _is_right_then(card, text, typed)
    )


def _is_right_then(card: Card, text: str, typed: str) -> bool:
    from quiz.answers.kinds import grade
    from quiz.answers.verdict import Asked

    more = replace(card.answer, accept=(*card.answer.accept, text))
    return grade(more, typed, Asked(card.language, card.question)).mark == "right"
