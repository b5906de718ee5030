"""The types of grading: what is asked, what the answer is, and the verdict as data (never coloured text)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

Mark = Literal["right", "close", "wrong"]

#: The kinds of answer, as they are written in a deck. `KINDS` in `answers/kinds.py` maps each to its room.
KIND_NAMES: Final = ("answer", "person", "date", "money", "number", "quote", "choice", "list", "cloze")


@dataclass(frozen=True, slots=True)
class Answer:
    """The right answer of a card, as its author wrote it; the kind decides what it means.

    `text` is the written answer ("" for a list). A cloze keeps its whole sentence with `{{gaps}}` in `text` and
    the gaps in `items`; a list keeps its items there. `options` are the written options of a choice (the right
    one, `text`, may or may not be among them).
    """

    kind: str
    text: str
    items: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Other:
    """The right answer of another card of the deck, for confusions and for "unique in the deck"."""

    card: str
    question: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Former:
    """What the answer of a card was before it changed, and when it was so: 2023, 2023-04, 2023-04-25, or ""."""

    answer: Answer
    as_of: str = ""

    @property
    def shown(self) -> str:
        """The answer in one line, as its author wrote it: a list its items, a cloze what was in its gaps."""
        return ", ".join(self.answer.items) or self.answer.text


@dataclass(frozen=True, slots=True)
class Asked:
    """The circumstances of a question: its words, the deck's language, the deck's other answers.

    `others` may hold the card's own answer too, and `card` is its identity then. Pass one tuple again and again.
    `implied_year` is the year that the source implies without saying it (it may be left out, never contradicted).
    `shown_options` are a choice's options in the order in which the learner saw them.
    `reference` is the day (ISO, or "") against which "in 2 weeks" could be resolved: the source's publication.
    `former` is what the answer was before it changed, where it is known to have changed.
    """

    language: str = "en"
    question: str = ""
    others: tuple[Other, ...] = ()
    implied_year: int | None = None
    shown_options: tuple[str, ...] = ()
    reference: str = ""
    card: str = ""
    former: Former | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the verdict is what it is: a code of `REASONS` and the facts that its sentence names."""

    code: str
    facts: Mapping[str, str | int | float] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the diff. The learner's line is same + extra pieces, the right answer same + missing pieces."""

    text: str
    state: Literal["same", "missing", "extra"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The machine's judgement of one typed answer.

    `diff` is empty where a diff would not help (nothing typed, nothing in common). `relative_error` is
    (typed - right) / right for amounts and numbers. `confused_with` is the card whose right answer was typed.
    """

    mark: Mark
    reasons: tuple[Reason, ...] = ()
    diff: tuple[Piece, ...] = ()
    relative_error: float | None = None
    confused_with: str | None = None
