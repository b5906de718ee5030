"""The world of a session: the journal, the library and the clock, as the terminal is allowed to see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from quiz.memory.day import elapsed
from quiz.memory.fsrs import DEFAULTS, retrievability
from quiz.problem import Problem
from quiz.study.pace import pace_of
from quiz.study.session import Settings, start
from quiz.terminal.evening import Outlook

if TYPE_CHECKING:
    from quiz.answers.verdict import Other
    from quiz.deck.card import Card
    from quiz.derive.excerpt import Excerpt
    from quiz.house import House
    from quiz.library import Library
    from quiz.memory.day import Moment
    from quiz.memory.event import Event
    from quiz.memory.memory import Memory
    from quiz.study.session import Session


def session_of(library: Library, order: tuple[str, ...], seed: str, house: House) -> Session:
    """The session over the cards of `order`."""
    cards = library.cards(order)
    fronts = {identity: front for identity in order if (front := library.front(identity)) is not None}
    decks = {front.deck for front in fronts.values()}
    return start(
        cards,
        house.journal().memories(order),
        order,
        {front.deck: front.deck_title for front in fronts.values()},
        {identity: front.deck for identity, front in fronts.items()},
        Settings(
            house.settings.rollover_hour,
            house.settings.retention,
            house.journal().weights,
            house.device,
            seed,
            pace_of(house.journal().latencies()),
        ),
        house.now(),
        {deck: library.sources(deck) for deck in decks},
    )


#: How far back a streak of days is counted.
YEARS_DAYS: Final = 3660


class Desk:
    """A `World`: what a session needs, from this house."""

    def __init__(self, library: Library, order: tuple[str, ...], house: House) -> None:
        self.library = library
        self.house = house
        self.journal = house.journal()
        self.queued = frozenset(order)
        self.counter = self.journal.counter
        self._others: dict[str, tuple[Other, ...]] = {}
        self._deck_of: dict[str, str] = {}
        #: What cards are called that were edited here: the session goes on with the identity that it knows.
        self._now: dict[str, str] = {}

    def now(self) -> Moment:
        """The present."""
        return self.house.now()

    def log(self, events: tuple[Event, ...]) -> None:
        """Append; durable on return."""
        self.journal.append(events)

    def others(self, identity: str) -> tuple[Other, ...]:
        """The right answers of the card's deck, read once a deck; its own is among them and is in nobody's way.

        The same tuple each time: what the graders index of it is kept by its identity.
        """
        front = self.library.front(self._now.get(identity, identity))
        if front is None:
            return ()
        if front.deck not in self._others:
            self._others[front.deck] = self.library.others(front.deck)
        return self._others[front.deck]

    def changes(self) -> Mapping[str, Memory]:
        """What another session answered meanwhile, of the cards queued here."""
        counter = self.journal.counter
        if counter == self.counter:
            return {}
        changed = {memory.card: memory for memory in self.journal.changed_since(self.counter)}
        self.counter = counter
        return {card: memory for card, memory in changed.items() if card in self.queued}

    def teach(self, identity: str, typed: str) -> Problem | None:
        """Add what was typed to the card's `accept:` in its file."""
        from quiz.commands.teach import teach

        card = self._card(identity)
        if card is None:
            return Problem("no-such-card", facts={"name": identity})
        return teach(card.place.path, card.identity, typed, self.house)

    def written(self, identity: str) -> str | Problem:
        """The card as its file has it."""
        from quiz.commands.card_edit import text_in

        card = self._card(identity)
        if card is None:
            return Problem("no-such-card", facts={"name": identity})
        return text_in(card.place.path, card.identity, self.house)

    def outside(self, text: str) -> str | Problem:
        """The text in $VISUAL or $EDITOR."""
        from quiz.commands.card_edit import outside

        return outside(text, self.house)

    def rewrite(self, identity: str, was: str, told: str) -> Card | tuple[Problem, ...]:
        """Into its file; its history follows it to the identity that it has now, and so do we."""
        from quiz.commands.card_edit import write
        from quiz.deck.identity import REVERSE

        card = self._card(identity)
        if card is None:
            return (Problem("no-such-card", facts={"name": identity}),)
        now = write(card.place.path, card.identity, was, told, self.library, self.house)
        if isinstance(now, tuple):
            return now
        side = REVERSE if identity.endswith(REVERSE) else ""
        self._now[identity] = now.identity + side
        self._others.clear()
        asked = self._card(identity) or now
        return replace(asked, identity=identity, sibling=identity.removesuffix(REVERSE))

    def _card(self, identity: str) -> Card | None:
        name = self._now.get(identity, identity)
        return self.library.cards((name,)).get(name)

    def excerpts(self, identity: str) -> tuple[Excerpt | Problem, ...]:
        """Where the card's evidence stands in the texts beside its deck."""
        from quiz.commands.excerpts import excerpts

        card = self._card(identity)
        front = self.library.front(self._now.get(identity, identity))
        if card is None or front is None:
            return ()
        return excerpts(card.place.path, self.library.sources(front.deck), card.evidence, card.language)

    def outlook(self) -> Outlook:
        """What waits, by the journal as it is now."""
        self.library.sync(self.journal)
        today = self.house.today()
        due = [sum(row.due for row in self.library.decks(today + days) if row.asked) for days in (0, 1, 7)]
        met, recalled = 0, 0.0
        present = self.library.kinds()
        for memory in self.journal.changed_since(0):
            if memory.reviews and memory.card in present:  # the others are of cards that were reworded, or are gone
                met += 1
                recalled += retrievability(
                    self.journal.weights or DEFAULTS, memory.stability, elapsed(memory.last_day, today)
                )
        days = self.journal.days(today - YEARS_DAYS, today)
        streak = next(back for back in range(YEARS_DAYS + 1) if today - back not in days)
        recent = tuple(days.get(day, (0, 0))[1] for day in range(today - 13, today + 1))
        return Outlook(due[1], due[2], recalled, met, streak, recent)
