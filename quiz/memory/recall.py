"""Recall: the events of one card, folded into what is remembered of it.

The fold is a function of the *set* of events. It sorts them by (at, id), leaves out what was undone, gives each review
the rating that its latest regrading gave it, and replays. The order of arrival and repetition mean nothing, so that two
devices that hold the same events remember the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, Protocol, TypeVar

from quiz.memory import fsrs, spread
from quiz.memory.day import Moment, elapsed, study_day
from quiz.memory.memory import Memory

_ABOUT_OTHERS: Final = frozenset({"undone", "regraded", "renamed"})


class Lived(Protocol):
    """What the fold needs of an event. `Event` is one; the journal reads narrower ones, to be quick."""

    @property
    def id(self) -> str:
        """The identity of the event."""

    @property
    def at(self) -> int:
        """Milliseconds since 1970 UTC."""

    @property
    def offset(self) -> int:
        """Minutes east of UTC."""

    @property
    def kind(self) -> str:
        """One of `EVENT_KINDS`; others are left out."""

    @property
    def card(self) -> str:
        """The card that it is about."""

    @property
    def rating(self) -> int | None:
        """1 to 4 for a review and its regrading."""

    @property
    def rest(self) -> Mapping[str, Any]:
        """`of` for what undoes or regrades."""


L = TypeVar("L", bound=Lived)


def standing(events: Iterable[L]) -> list[L]:
    """The events that count, each once, in the order of (at, id): without what was undone.

    An undoing that was itself undone has no effect.
    """
    known = {event.id: event for event in events}
    undoings: dict[str, list[str]] = {}
    for key, event in known.items():
        if event.kind == "undone":
            undoings.setdefault(str(event.rest.get("of")), []).append(key)
    gone = _undone(undoings)
    return [event for _, _, event in sorted((e.at, key, e) for key, e in known.items() if key not in gone)]


def recall(
    events: Iterable[Lived],
    *,
    card: str = "",
    weights: Sequence[float] = (),
    retention: float = 0.9,
    rollover_hour: int = 4,
    scheduled_by: Callable[[int], Sequence[float]] | None = None,
) -> Memory:
    """The memory of one card, from its events in any order.

    Args:
        events: all that is known of the card; after a renaming, also the events of its earlier identity.
        card: the identity of the memory; "" takes that of the latest event.
        weights: the weights of the model; () are the defaults.
        retention: the share of recalls that are to succeed; the interval follows from it.
        rollover_hour: the hour at which a study day begins.
        scheduled_by: the weights that were in force at a moment (milliseconds since 1970 UTC). A day on which a card is
            due was promised by the weights of its last review. With this, new weights change what is known of the card
            at once, and its day only at its next review: otherwise each tuning would move the whole collection.
    """
    kept = standing(events)
    name = card or (kept[-1].card if kept else "")
    memory = _replay(kept, name, weights or fsrs.DEFAULTS, retention, rollover_hour)
    if scheduled_by is not None and memory.reviews and not memory.again:
        promised_by = scheduled_by(memory.last_at) or fsrs.DEFAULTS
        if tuple(promised_by) != tuple(weights or fsrs.DEFAULTS):
            promised = _replay(kept, name, promised_by, retention, rollover_hour)
            memory = memory._replace(due=promised.due, interval=promised.interval)
    return memory


def after(
    memory: Memory, event: Lived, *, weights: Sequence[float] = (), retention: float = 0.9, rollover_hour: int = 4
) -> Memory:
    """The memory with one more event on top: what `recall` says when `event` is the latest of the card, and new.

    Raises:
        ValueError: the event is about another event, so that a memory alone cannot tell: recall from all of them. (In a
            session, regrade with `after(memory before the review, the review with its new rating)`.)
    """
    if event.kind in _ABOUT_OTHERS:
        raise ValueError(f"{event.kind}: fold the events of the card instead")
    if event.kind == "reviewed" and event.rating in fsrs.RATINGS:
        moment = Moment(event.at, event.offset)
        return _reviewed(memory, moment, event.card, event.rating, weights or fsrs.DEFAULTS, retention, rollover_hour)
    return _marked(memory, event, rollover_hour)


def futures(
    memory: Memory, moment: Moment, *, weights: Sequence[float] = (), retention: float = 0.9, rollover_hour: int = 4
) -> dict[int, Memory]:
    """What the memory becomes by a review at `moment`, for each rating. Hard < Good < Easy, in days."""
    weights = weights or fsrs.DEFAULTS
    return {
        rating: _reviewed(memory, moment, memory.card, rating, weights, retention, rollover_hour)
        for rating in fsrs.RATINGS
    }


def retrievability_now(memory: Memory, today: int, *, weights: Sequence[float] = ()) -> float:
    """The chance of a recall on the study day `today`; 0 for a card never reviewed."""
    if not memory.reviews:
        return 0.0
    return fsrs.retrievability(weights or fsrs.DEFAULTS, memory.stability, elapsed(memory.last_day, today))


def _undone(undoings: Mapping[str, Sequence[str]]) -> set[str]:
    """The ids that some effective undoing names. `undoings`: the undoings of each id.

    An event's id is the hash of what it says, so that an undoing is always made after what it undoes: the chains end.
    They may be long, hence no recursion.
    """
    undone: dict[str, bool] = {}
    for first in undoings:
        path = [first]
        while path:
            key = path[-1]
            unknown = [other for other in undoings.get(key, ()) if other not in undone]
            if unknown:
                path.extend(unknown)
                continue
            undone[key] = any(not undone[other] for other in undoings.get(key, ()))
            path.pop()
    return {key for key, is_undone in undone.items() if is_undone}


def _replay(
    events: Sequence[Lived], card: str, weights: Sequence[float], retention: float, rollover_hour: int
) -> Memory:
    regraded = {
        str(event.rest.get("of")): event.rating
        for event in events
        if event.kind == "regraded" and event.rating in fsrs.RATINGS
    }
    memory = Memory(card)
    last: tuple[Memory, str, int] | None = None
    for event in events:
        rating = regraded.get(event.id, event.rating) if regraded else event.rating
        if event.kind == "reviewed" and rating in fsrs.RATINGS:
            last = memory, event.card, rating
            memory = _stepped(memory, Moment(event.at, event.offset), rating, weights, rollover_hour)
        else:
            memory = _marked(memory, event, rollover_hour)
    if last is None or not memory.reviews:
        return memory
    return _scheduled(memory, *last, weights, retention)  # only the last review says when the card is due


def _marked(memory: Memory, event: Lived, rollover_hour: int) -> Memory:
    match event.kind:
        case "suspended":
            return memory._replace(suspended=True)
        case "resumed":
            return memory._replace(suspended=False)
        case "buried":
            return memory._replace(buried_on=study_day(Moment(event.at, event.offset), rollover_hour))
        case "forgotten":
            return Memory(memory.card, suspended=memory.suspended, buried_on=memory.buried_on)
        case _:
            return memory


def _reviewed(
    memory: Memory, moment: Moment, asked_as: str, rating: int, weights: Sequence[float], retention: float, hour: int
) -> Memory:
    stepped = _stepped(memory, moment, rating, weights, hour)
    return _scheduled(stepped, memory, asked_as, rating, weights, retention)


def _stepped(memory: Memory, moment: Moment, rating: int, weights: Sequence[float], rollover_hour: int) -> Memory:
    """The memory after a review, but for the day on which the card is due."""
    today = study_day(moment, rollover_hour)
    stability, difficulty = _state_after(memory, today, rating, weights)
    again = rating == fsrs.AGAIN
    return memory._replace(
        stability=stability,
        difficulty=difficulty,
        last_at=moment.at,
        last_day=today,
        again=again,
        reviews=memory.reviews + 1,
        lapses=memory.lapses + (again and memory.reviews > 0 and not memory.again),
    )


def _scheduled(
    memory: Memory, before: Memory, asked_as: str, rating: int, weights: Sequence[float], retention: float
) -> Memory:
    """The memory with the day on which it is due: the same day after Again, else a spread number of days later.

    `asked_as` is the card's identity at its last review and `before` its memory then: a renaming must not move days.
    """
    days = 0
    if rating != fsrs.AGAIN:
        hard, good, easy = (
            fsrs.interval(weights, _state_after(before, memory.last_day, near, weights)[0], retention)
            for near in (fsrs.HARD, fsrs.GOOD, fsrs.EASY)
        )
        chance = spread.seed(asked_as, before.reviews)
        days = spread.intervals(hard, good, easy, chance)[rating - fsrs.HARD]
    return memory._replace(due=memory.last_day + days, interval=days)


def _state_after(memory: Memory, today: int, rating: int, weights: Sequence[float]) -> tuple[float, float]:
    if not memory.reviews:
        return fsrs.step(weights, None, None, rating, 0)
    return fsrs.step(weights, memory.stability, memory.difficulty, rating, elapsed(memory.last_day, today))
