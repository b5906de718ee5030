"""Drafts decided one after another: (review, action) → (review, the change that it means for a deck's file).

The file is the truth. A change names the cards that it is about as they were shown, so that whoever writes it can see
whether they still say that; and each has another that takes it back, card by card, whatever else was changed meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from quiz.deck.blocks import Changes
from quiz.deck.card import Card, Deck
from quiz.problem import Problem

Way = Literal["accepted", "edited", "rejected", "skipped"]

# --- actions, in the imperative --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Accept:
    """Ask this card from now on."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Ask this card from now on, as it is written here. `reverse`: the other way round too."""

    card: Card
    reverse: bool = False


@dataclass(frozen=True, slots=True)
class Reject:
    """Take this card out of the deck, and remember its id, so that deriving again does not bring it back."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave this card a draft, for another time."""


@dataclass(frozen=True, slots=True)
class AcceptRest:
    """Accept what is left in this deck file. Decisions of one `batch` are taken back together."""

    path: str
    batch: int


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the last decision back."""


@dataclass(frozen=True, slots=True)
class Leave:
    """End now."""


Action = Accept | Edit | Reject | Skip | AcceptRest | Undo | Leave

# --- the review ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Change:
    """What is to become of a deck file, provided that `expected` holds: what it says of these cards, None for none."""

    path: str
    changes: Changes
    expected: Mapping[str, Card | None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A deck as its file says it, with all that is wrong in it: what reading says and what the rules say."""

    deck: Deck
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing decided: how, of which cards, what takes it back (None where nothing was written), the queue before."""

    way: Way
    cards: tuple[str, ...]
    back: Change | None
    queue_before: tuple[tuple[str, str], ...] = field(repr=False)
    batch: int


@dataclass(frozen=True, slots=True)
class Review:
    """The drafts of some decks. `queue` are the (path, identity) of those still to decide, the first on the screen."""

    decks: Mapping[str, Loaded] = field(repr=False)
    queue: tuple[tuple[str, str], ...]
    done: tuple[Decision, ...] = ()
    over: bool = False

    @property
    def card(self) -> Card | None:
        """The draft on the screen."""
        return None if self.over or not self.queue else find(self.decks[self.queue[0][0]].deck, self.queue[0][1])


def start(decks: Mapping[str, Loaded]) -> Review:
    """A review of all drafts of these decks, by path, in their order."""
    queue = tuple((path, card.identity) for path, loaded in decks.items() for card in drafts(loaded.deck))
    return Review(decks, queue, over=not queue)


def drafts(deck: Deck) -> tuple[Card, ...]:
    """The drafts of a deck, without the other sides of cards."""
    return tuple(card for card in deck.cards if card.draft and card.identity == card.sibling)


def find(deck: Deck, identity: str) -> Card | None:
    """The card of that identity."""
    return next((card for card in deck.cards if card.identity == identity), None)


def is_reversed(deck: Deck, card: Card) -> bool:
    """Whether the card is asked the other way round too."""
    return any(other.sibling == card.identity != other.identity for other in deck.cards)


def problems_of(loaded: Loaded, card: Card) -> tuple[Problem, ...]:
    """What is wrong with a card: the problems on its lines."""
    lines = sorted({other.place.line for other in loaded.deck.cards if other.place.line > card.place.line})
    end = lines[0] if lines else float("inf")
    return tuple(one for one in loaded.problems if one.place is not None and card.place.line <= one.place.line < end)


def blocked(loaded: Loaded, card: Card) -> bool:
    """Whether a card cannot be accepted as it stands: something in it is an error."""
    return any(problem.severity == "error" for problem in problems_of(loaded, card))


def step(review: Review, action: Action) -> tuple[Review, Change | None]:
    """The review after `action`, once its change (if any) is written; `reloaded` then takes up what the file says.

    An action that makes no sense changes nothing.
    """
    card = review.card
    match action:
        case Undo() if review.done:
            return _undone(review)
        case Leave():
            return replace(review, over=True), None
        case AcceptRest():
            return _rest(review, action)
        case _ if card is None:
            return review, None
        case Accept():
            return _accepted(review, (card.identity,), len(review.done))
        case Edit():
            return _edited(review, card, action)
        case Reject():
            return _rejected(review, card)
        case Skip():
            return _decided(review, "skipped", (card.identity,), None, len(review.done)), None
        case _:
            return review, None


def reloaded(review: Review, path: str, loaded: Loaded) -> Review:
    """The review with a deck as its file says it now: what is no draft any more leaves the queue, new ones join it."""
    before = {card.identity for card in drafts(review.decks[path].deck)} if path in review.decks else set()
    now = [card.identity for card in drafts(loaded.deck)]
    waiting = {identity for where, identity in review.queue if where == path}
    kept = tuple(one for one in review.queue if one[0] != path or one[1] in now)
    new = tuple((path, identity) for identity in now if identity not in before | waiting | _decided_names(review))
    queue = kept + new
    return replace(review, decks={**review.decks, path: loaded}, queue=queue, over=review.over or not queue)


def _decided_names(review: Review) -> set[str]:
    return {identity for decision in review.done for identity in decision.cards}


# --- deciding --------------------------------------------------------------------------------------------------------


def _accepted(review: Review, names: tuple[str, ...], batch: int) -> tuple[Review, Change | None]:
    path = review.queue[0][0]
    deck = review.decks[path].deck
    cards = {name: card for name in names if (card := find(deck, name)) is not None}
    change = Change(path, Changes(accept=tuple(cards)), cards)
    accepted = {name: replace(card, draft=False) for name, card in cards.items()}
    back = Change(path, Changes(redraft=tuple(cards)), accepted)
    return _decided(review, "accepted", tuple(cards), back, batch), change


def _rest(review: Review, action: AcceptRest) -> tuple[Review, Change | None]:
    if review.over or action.path not in review.decks:
        return review, None
    loaded = review.decks[action.path]
    cards = [find(loaded.deck, name) for path, name in review.queue if path == action.path]
    names = tuple(card.identity for card in cards if card is not None and not blocked(loaded, card))
    if not names:
        return review, None
    own = replace(review, queue=tuple(sorted(review.queue, key=lambda one: one[0] != action.path)))
    decided, change = _accepted(own, names, action.batch)
    last = replace(decided.done[-1], queue_before=review.queue)
    queue = tuple(one for one in review.queue if one[0] != action.path or one[1] not in names)
    return replace(decided, queue=queue, done=(*review.done, last)), change


def _edited(review: Review, card: Card, action: Edit) -> tuple[Review, Change]:
    path = review.queue[0][0]
    deck = review.decks[path].deck
    new = replace(action.card, draft=False)
    forth = Changes(anew={card.identity: new}, reverse=(new.identity,) if action.reverse else ())
    back = Changes(anew={new.identity: card}, reverse=(card.identity,) if is_reversed(deck, card) else ())
    decided = _decided(review, "edited", (new.identity,), Change(path, back, {new.identity: new}), len(review.done))
    return decided, Change(path, forth, {card.identity: card})


def _rejected(review: Review, card: Card) -> tuple[Review, Change]:
    path = review.queue[0][0]
    deck = review.decks[path].deck
    authored = [one.identity for one in deck.cards if one.identity == one.sibling]
    behind = authored[authored.index(card.identity) + 1 :][:1]
    named = (card.written_id,) if card.written_id else ()
    back = Changes(
        put={behind[0] if behind else "": card},
        unreject=named,
        reverse=(card.identity,) if is_reversed(deck, card) else (),
    )
    decided = _decided(
        review, "rejected", (card.identity,), Change(path, back, {card.identity: None}), len(review.done)
    )
    return decided, Change(path, Changes(remove=(card.identity,), reject=named), {card.identity: card})


def _decided(review: Review, way: Way, cards: tuple[str, ...], back: Change | None, batch: int) -> Review:
    decision = Decision(way, cards, back, review.queue, batch)
    queue = review.queue[1:]
    return replace(review, queue=queue, done=(*review.done, decision), over=not queue)


def _undone(review: Review) -> tuple[Review, Change | None]:
    last = review.done[-1]
    path = last.back.path if last.back is not None else ""
    queue = tuple(
        (where, name)
        for where, name in last.queue_before
        if where == path or ((card := find(review.decks[where].deck, name)) is not None and card.draft)
    )
    return replace(review, queue=queue, done=review.done[:-1], over=not queue), last.back
