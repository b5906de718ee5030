"""One evening at the desk: the session between the world and a face. Every face does what it does through here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol

from quiz.answers.verdict import Other
from quiz.memory.day import Moment
from quiz.memory.event import Event
from quiz.memory.memory import Memory
from quiz.problem import Problem
from quiz.study.session import Action, Answer, Edited, Mend, Refresh, Session
from quiz.study.step import step
from quiz.study.teach import taught
from quiz.study.view import View, view

if TYPE_CHECKING:
    from quiz.deck.card import Card
    from quiz.derive.excerpt import Excerpt


class Outlook(NamedTuple):
    """What waits after this session: cards due tomorrow and in the coming week, cards recalled now of cards met."""

    tomorrow: int
    week: int
    recalled: float
    met: int
    streak: int
    recent: tuple[int, ...] = ()


class World(Protocol):
    """What a session needs of the world. The commands supply it: the terminal knows neither journal nor library."""

    def now(self) -> Moment:
        """The present, with the offset of the place."""

    def log(self, events: tuple[Event, ...]) -> None:
        """Write the events; they are durable on return. Raises `Failure` where that is impossible."""

    def others(self, identity: str) -> tuple[Other, ...]:
        """The right answers of the other cards of that card's deck."""

    def changes(self) -> Mapping[str, Memory]:
        """The memories that another session has changed since the last call."""

    def outlook(self) -> Outlook:
        """What waits after this session."""

    def teach(self, identity: str, typed: str) -> Problem | None:
        """Let the deck of that card accept what was typed from now on; or why that cannot be."""

    def excerpts(self, identity: str) -> tuple[Excerpt | Problem, ...]:
        """The place of each piece of that card's evidence, in their order; or why it cannot be shown."""

    def written(self, identity: str) -> str | Problem:
        """That card as its deck has it, to be edited; or why it cannot be."""

    def outside(self, text: str) -> str | Problem:
        """What the person makes of a text in an editor. May be called from another thread."""

    def rewrite(self, identity: str, was: str, told: str) -> Card | tuple[Problem, ...]:
        """Put the edited card into its deck: the card as it is asked now, under that identity; or what is wrong."""


class Evening:
    """A session in a world. `do` is the whole loop: an action, its events made durable, then the new view."""

    def __init__(self, session: Session, world: World) -> None:
        self.session = session
        self.world = world

    def do(self, action: Action) -> View:
        """Carry out `action`. A `Failure` of the log leaves the session as it was: nothing half done is shown."""
        session, events = step(self.session, action, self.world.now())
        if events:
            self.world.log(events)
        self.session = session
        return self.view()

    def rehearse(self) -> None:
        """Judge an answer to the card on the screen and forget it: what that loads and reads once, is there then."""
        card = self.session.card
        if card is not None:
            step(self.session, Answer("?", others=self.world.others(card.identity)), self.world.now())

    def go_on(self, action: Action) -> View:
        """Carry out an action that ends in a question, after hearing what another session has done meanwhile."""
        self.do(action)
        changed = self.world.changes()
        return self.do(Refresh(changed)) if changed else self.view()

    def teach(self, judged: Session | None = None) -> Problem | None:
        """Teach the deck what was typed for the card on the screen of `judged`, or of the session as it is.

        This session knows it then too. Where the deck cannot be written, everything stays as it was.
        """
        judged = judged or self.session
        assert judged.card is not None
        identity, typed = judged.card.identity, judged.turn.typed
        problem = self.world.teach(identity, typed)
        if problem is None:
            self.session = taught(self.session, identity, typed)
        return problem

    def mend(self, identity: str = "") -> bool:
        """Mark a card (the one on the screen) for mending, or take that back; whether it is marked now."""
        before = self.session.doubted
        self.do(Mend(identity))
        return len(self.session.doubted) > len(before)

    def rewrite(self, identity: str, was: str, told: str) -> tuple[Problem, ...]:
        """Put an edited card into its deck, and go on with it; what is wrong, if anything is."""
        card = self.world.rewrite(identity, was, told)
        if isinstance(card, tuple):
            return card
        self.session, _ = step(self.session, Edited(card), self.world.now())
        return ()

    def view(self) -> View:
        """What there is to see now."""
        return view(self.session, self.world.now())
