"""The session as data: what is queued, what is on the screen, what was done. `step.py` moves it, `view.py` shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from quiz.answers.verdict import Mark, Other, Verdict
from quiz.deck.card import Card, Source
from quiz.memory.day import Moment
from quiz.memory.event import Event
from quiz.memory.memory import Memory
from quiz.study.pace import Pace

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
    """Overrule the verdict that is shown. `wanted` is the mark it is to have; without one, the next of `turned`."""

    wanted: Mark | None = None


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
class Mend:
    """Mark a card for mending, or take the mark of this session away. `card` is the one on the screen for ""."""

    card: str = ""


@dataclass(frozen=True, slots=True)
class Edited:
    """The author changed a card: from now on it is asked and judged as it is now, under the identity that it had."""

    card: Card


@dataclass(frozen=True, slots=True)
class Refresh:
    """What another session changed meanwhile: cards that are no longer due leave the queue."""

    memories: Mapping[str, Memory]


@dataclass(frozen=True, slots=True)
class Leave:
    """End the session now."""


Action = (
    Answer | GiveUp | Continue | Overrule | Undo | ShowHint | Skip | Suspend | Bury | Mend | Edited | Refresh | Leave
)

# --- the session -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Settings:
    """What a session needs to know of the settings and the person. `seed` makes its chance (order of options).

    `pace` is how soon the person begins right answers; None while too few are known.
    """

    rollover_hour: int = 4
    retention: float = 0.9
    parameters: tuple[float, ...] = ()  # FSRS-6's 21 weights; () are the defaults
    device: str = ""
    seed: str = ""
    pace: Pace | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """What every action may change and `Undo` puts back whole: the queue and what is asked.

    `queue[0]` is on the screen. While `phase` is "judged", `verdict`, `typed`, `event` (the review) and `confused`
    (the card whose right answer was typed) are those of the card on the screen, and `given` is the mark that the
    learner gave instead of the machine's.
    `hinted` are cards whose hint was shown since they were last answered, `skipped` those skipped since any answer.
    """

    queue: tuple[str, ...]
    phase: Phase = "asking"
    hinted: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    typed: str = ""
    verdict: Verdict | None = None
    event: Event | None = None
    confused: Other | None = None
    given: Mark | None = None

    @property
    def overruled(self) -> bool:
        """Whether the learner gave another mark than the machine."""
        return self.given is not None

    @property
    def counted(self) -> Mark | None:
        """The verdict that counts: the machine's, or the learner's where it was overruled."""
        return self.given or (self.verdict.mark if self.verdict is not None else None)


def turned(mark: Mark, counted: Mark) -> Mark:
    """What one more overruling makes of a verdict `mark` that counts as `counted`; in the end, the machine's again.

    Right becomes wrong, wrong becomes right, close becomes right and then wrong.
    """
    ways: dict[Mark, tuple[Mark, ...]] = {
        "right": ("right", "wrong"),
        "close": ("close", "right", "wrong"),
        "wrong": ("wrong", "right"),
    }
    turns = ways[mark]
    return turns[(turns.index(counted) + 1) % len(turns)] if counted in turns else mark


@dataclass(frozen=True, slots=True)
class Done:
    """One thing done: the events it logged, the turn it led to, and what is needed to take it back."""

    card: str
    events: tuple[Event, ...]
    turn: Turn = field(repr=False)
    turn_before: Turn = field(repr=False)
    memories_before: Mapping[str, Memory] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Session:
    """One evening. `cards` and `memories` hold every card of the queue; `sources` are the decks' sources, by deck.

    `logged_at` is the time of the last event: the next one is later by a millisecond at least, so that the order of
    the log is the order in which things happened. `gone` are the cards that another session did meanwhile, `doubted`
    those that were marked for mending in this one.
    """

    cards: Mapping[str, Card] = field(repr=False)
    memories: Mapping[str, Memory] = field(repr=False)
    deck_titles: Mapping[str, str]
    deck_of: Mapping[str, str]
    settings: Settings
    started_at: int
    turn: Turn
    sources: Mapping[str, Mapping[str, Source]] = field(default_factory=dict, repr=False)
    logged_at: int = 0
    gone: frozenset[str] = frozenset()
    done: tuple[Done, ...] = ()
    doubted: frozenset[str] = frozenset()

    @property
    def queue(self) -> tuple[str, ...]:
        """The cards that are left, the one on the screen first."""
        return self.turn.queue

    @property
    def phase(self) -> Phase:
        """Whether a question is asked, a verdict is shown, or the session is over."""
        return self.turn.phase

    @property
    def over(self) -> bool:
        """Nothing is left to ask, or the learner left."""
        return self.turn.phase == "over"

    @property
    def card(self) -> Card | None:
        """The card on the screen."""
        return None if self.over else self.cards[self.turn.queue[0]]


def start(
    cards: Mapping[str, Card],
    memories: Mapping[str, Memory],
    queue: Iterable[str],
    deck_titles: Mapping[str, str],
    deck_of: Mapping[str, str],
    settings: Settings,
    now: Moment,
    sources: Mapping[str, Mapping[str, Source]] | None = None,
) -> Session:
    """A session over `queue`. Identities that are not in `cards` are left out; a card without a memory is new."""
    asked = tuple(dict.fromkeys(card for card in queue if card in cards))
    return Session(
        cards=cards,
        memories={card: Memory(card) for card in asked} | dict(memories),
        deck_titles=deck_titles,
        deck_of=deck_of,
        settings=settings,
        started_at=now.at,
        turn=Turn(asked, "asking" if asked else "over"),
        sources=sources or {},
    )
