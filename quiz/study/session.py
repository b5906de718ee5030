"""The session as data: what is queued, what is on the screen, what was done. `step.py` moves it, `view.py` shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from quiz.answers.verdict import Other, Verdict
from quiz.deck.card import Card
from quiz.memory.event import Event
from quiz.memory.memory import Memory

Phase = Literal["asking", "judged", "over"]

# --- actions: what the learner (or the shell) wants, in the imperative -----------------------------------------------


@dataclass(frozen=True, slots=True)
class Answer:
    """Judge what was typed. `others` are the right answers of the deck's other cards (the shell looks them up)."""

    typed: str
    first_ms: int | None = None
    took_ms: int | None = None
    others: tuple[Other, ...] = ()


@dataclass(frozen=True, slots=True)
class GiveUp:
    """Show the answer: "I don't know". Counts as wrong."""

    first_ms: int | None = None
    took_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Continue:
    """Go on to the next card (after a verdict)."""


@dataclass(frozen=True, slots=True)
class Overrule:
    """Overrule the verdict that is shown: wrong or close becomes right; right becomes wrong; again: back."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last thing done in this session (an answer, an overruling, a suspension, a burial)."""


@dataclass(frozen=True, slots=True)
class ShowHint:
    """Show the hint (the written one, else the first letter or the shape of the answer)."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Ask this card later in the session. Not logged."""


@dataclass(frozen=True, slots=True)
class Suspend:
    """Never ask this card again until it is resumed (while asking, or after its verdict)."""


@dataclass(frozen=True, slots=True)
class Bury:
    """Do not ask this card again today."""


@dataclass(frozen=True, slots=True)
class Refresh:
    """What another session changed meanwhile: cards that are no longer due leave the queue."""

    memories: Mapping[str, Memory]


@dataclass(frozen=True, slots=True)
class Leave:
    """End the session now."""


Action = Answer | GiveUp | Continue | Overrule | Undo | ShowHint | Skip | Suspend | Bury | Refresh | Leave

# --- the session -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Settings:
    """What a session needs to know of the settings and the person. `seed` makes its chance (order of options)."""

    rollover_hour: int = 4
    retention: float = 0.9
    parameters: tuple[float, ...] = ()  # FSRS-6's 21 weights; () are the defaults
    device: str = ""
    seed: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """One thing done: the events it logged, and what is needed to take it back."""

    card: str
    events: tuple[Event, ...]
    memory_before: Memory
    queue_before: tuple[str, ...]
    verdict: Verdict | None = None
    typed: str = ""
    took_ms: int = 0


@dataclass(frozen=True, slots=True)
class Session:
    """One evening. `queue[0]` is the card on the screen; `cards` and `memories` hold every card of the queue.

    While `phase` is "judged", `verdict`, `typed` and `event` (the review's) are those of the card on the screen.
    """

    cards: Mapping[str, Card] = field(repr=False)
    memories: Mapping[str, Memory] = field(repr=False)
    deck_titles: Mapping[str, str]
    deck_of: Mapping[str, str]
    queue: tuple[str, ...]
    settings: Settings
    started_at: int
    total: int
    phase: Phase = "asking"
    hint_shown: bool = False
    typed: str = ""
    verdict: Verdict | None = None
    event: Event | None = None
    overruled: bool = False
    done: tuple[Done, ...] = ()

    @property
    def over(self) -> bool:
        """Nothing is left to ask, or the learner left."""
        return self.phase == "over"
