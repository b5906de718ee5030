"""One step of a session: (session, action, now) → (session, the events to log). Total: every action in every phase.

An action that makes no sense in a phase changes nothing and logs nothing. `docs/studying.md` tells the rules to
learners.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from quiz.answers.verdict import Mark, Reason, Verdict
from quiz.deck.card import Card
from quiz.memory.day import Moment, study_day
from quiz.memory.event import Event
from quiz.memory.memory import Memory
from quiz.memory.recall import after
from quiz.study.hint import has_hint
from quiz.study.pace import Pace, rating_of
from quiz.study.question import asked
from quiz.study.queue import AGAIN_GAP
from quiz.study.session import (
    Action,
    Answer,
    Bury,
    Continue,
    Done,
    Edited,
    GiveUp,
    Leave,
    Mend,
    Overrule,
    Phase,
    Refresh,
    Session,
    ShowHint,
    Skip,
    Suspend,
    Turn,
    Undo,
    turned,
)

#: How many other cards are asked before a failed one comes back, where there are as many.
COME_BACK_AFTER: Final = 5

Stepped = tuple[Session, tuple[Event, ...]]


def step(session: Session, action: Action, now: Moment) -> Stepped:
    """The session after `action`, and what happened: the events to append to the log before anything is drawn."""
    match action:
        case Answer() | GiveUp() if session.phase == "asking":
            return _answered(session, action, now)
        case Continue() if session.phase == "judged":
            return _continued(session, now), ()
        case Overrule() if session.phase == "judged":
            return _overruled(session, action.wanted, now)
        case Suspend() if session.phase != "over":
            return _dropped(session, "suspended", session.queue[:1], now)
        case Bury() if session.phase != "over":
            return _dropped(session, "buried", _siblings(session), now)
        case ShowHint() if session.phase == "asking":
            return _hinted(session), ()
        case Skip() if session.phase == "asking":
            return _skipped(session), ()
        case Undo() if session.done:
            return _undone(session, now)
        case Mend() if session.phase != "over" or action.card:
            return _doubted(session, action.card or session.queue[0], now)
        case Edited():
            return _edited(session, action.card), ()
        case Refresh():
            return _refreshed(session, action.memories, now), ()
        case Leave() if session.phase != "over":
            # A card whose verdict is on the screen is done; it is not left for another time.
            left = _continued(session, now) if session.phase == "judged" else session
            return replace(left, turn=_moved(left.turn, left.queue, "over")), ()
        case _:
            return session, ()


# --- answering -------------------------------------------------------------------------------------------------------


def _answered(session: Session, action: Answer | GiveUp, now: Moment) -> Stepped:
    # The readers that judge are many; they are loaded while the first question is being read.
    from quiz.answers import grade

    turn, identity = session.turn, session.queue[0]
    card = session.cards[identity]
    typed, others = (action.typed, action.others) if isinstance(action, Answer) else ("", ())
    if isinstance(action, Answer):
        sources = session.sources.get(session.deck_of.get(identity, ""), {})
        verdict = grade(card.answer, typed, asked(card, session.settings.seed, others, sources))
    else:
        verdict = Verdict("wrong", (Reason("gave-up"),))
    hinted = identity in turn.hinted
    event = replace(
        _event(session, now, "reviewed", identity),
        rating=rating_of(verdict.mark, hinted, action.first_ms, _pace(session, identity, now)),
        verdict=verdict.mark,
        typed=typed,
        first_ms=action.first_ms,
        took_ms=action.took_ms,
        rest=_circumstances(verdict, hinted),
    )
    confused = next((other for other in others if other.card == verdict.confused_with), None)
    judged = replace(
        turn,
        phase="judged",
        skipped=frozenset(),
        typed=typed,
        verdict=verdict,
        event=event,
        confused=confused,
        given=None,
    )
    return _did(session, judged, {identity: _after(session, session.memories[identity], event)}, event)


def _pace(session: Session, identity: str, now: Moment) -> Pace | None:
    """The pace to rank an answer by: none for the second answer of a day, whose card was just seen."""
    memory = session.memories[identity]
    today = study_day(now, session.settings.rollover_hour)
    return session.settings.pace if not memory.reviews or memory.last_day < today else None


def _circumstances(verdict: Verdict, hinted: bool) -> dict[str, Any]:
    rest: dict[str, Any] = {"reasons": [reason.code for reason in verdict.reasons]}
    if hinted:
        rest["hint"] = True
    if verdict.confused_with is not None:
        rest["confused_with"] = verdict.confused_with
    # JSON has no infinity, and a log line must read the same everywhere.
    if verdict.relative_error is not None and math.isfinite(verdict.relative_error):
        rest["relative_error"] = verdict.relative_error
    return rest


def _overruled(session: Session, wanted: Mark | None, now: Moment) -> Stepped:
    turn = session.turn
    review, verdict, counted_now = turn.event, turn.verdict, turn.counted
    assert review is not None
    assert verdict is not None
    assert counted_now is not None
    mark = wanted or turned(verdict.mark, counted_now)
    if mark == counted_now:
        return session, ()
    given = replace(turn, given=None if mark == verdict.mark else mark)
    # The machine's mark again is its rating again. A mark that the learner gave is not ranked: it is never Easy.
    rating = review.rating if mark == verdict.mark else rating_of(mark, turn.queue[0] in turn.hinted)
    regraded = _event(session, now, "regraded", review.card)
    event = replace(regraded, rating=rating, verdict=mark, rest={"of": review.id})
    before = next(done.memories_before for done in reversed(session.done) if review in done.events)
    counted = replace(review, rating=rating, verdict=mark)
    return _did(session, given, {review.card: _after(session, before[review.card], counted)}, event)


def _continued(session: Session, now: Moment) -> Session:
    turn, (identity, *rest) = session.turn, session.queue
    memory = session.memories[identity]
    confused = _confused(session, identity)
    if confused and rest and rest[0] in confused:
        place = next((place for place, card in enumerate(rest) if card not in confused), 0)
        rest.insert(0, rest.pop(place))
    if memory.again and _to_ask(memory, study_day(now, session.settings.rollover_hour)):
        rest = _coming_back(rest, identity, confused)
    return replace(session, turn=_moved(turn, tuple(rest)))


def _confused(session: Session, identity: str) -> frozenset[str]:
    """The cards that this one was confused with in this session, by an answer that did not count as right after all."""
    counted = {done.turn.event: done for done in session.done if done.turn.event is not None}
    pairs = (
        {done.card, done.turn.confused.card}
        for done in counted.values()
        if done.turn.confused is not None and done.turn.counted != "right"
    )
    return frozenset(card for pair in pairs if identity in pair for card in pair if card != identity)


def _coming_back(rest: list[str], identity: str, confused: frozenset[str]) -> list[str]:
    """The failed card some cards later, and next to none that it was confused with, where there is such a place."""
    first = min(COME_BACK_AFTER, len(rest))
    later = (place for place in range(first, len(rest) + 1) if confused.isdisjoint(rest[max(0, place - 1) : place + 1]))
    sooner = (
        place for place in range(first - 1, AGAIN_GAP - 1, -1) if confused.isdisjoint(rest[place - 1 : place + 1])
    )
    place = next(later, next(sooner, first))
    return [*rest[:place], identity, *rest[place:]]


# --- moving about ----------------------------------------------------------------------------------------------------


def _hinted(session: Session) -> Session:
    identity = session.queue[0]
    if not has_hint(session.cards[identity]):
        return session
    return replace(session, turn=replace(session.turn, hinted=session.turn.hinted | {identity}))


def _skipped(session: Session) -> Session:
    turn, (identity, *rest) = session.turn, session.queue
    skipped = turn.skipped | {identity}
    queue = (*rest, identity)
    phase: Phase = "over" if skipped.issuperset(queue) else "asking"
    return replace(session, turn=replace(turn, queue=queue, skipped=skipped, phase=phase))


def _siblings(session: Session) -> tuple[str, ...]:
    """The card on the screen and those of the queue that ask the same thing from another side."""
    sibling = session.cards[session.queue[0]].sibling
    return tuple(card for card in session.queue if session.cards[card].sibling == sibling)


def _dropped(session: Session, kind: str, cards: tuple[str, ...], now: Moment) -> Stepped:
    events = tuple(_event(session, now, kind, card, index) for index, card in enumerate(cards))
    memories = {event.card: _after(session, session.memories[event.card], event) for event in events}
    queue = tuple(card for card in session.queue if card not in memories)
    return _did(session, _moved(session.turn, queue), memories, *events)


def _doubted(session: Session, card: str, now: Moment) -> Stepped:
    """The mark stands on the card as its author wrote it, whichever side is asked. Not undone by `Undo`: the same
    again takes it away.
    """
    own = session.cards[card].sibling if card in session.cards else card
    event = _event(session, now, "mended" if own in session.doubted else "doubted", own)
    return replace(session, doubted=session.doubted ^ {own}, logged_at=event.at), (event,)


def _edited(session: Session, card: Card) -> Session:
    if card.identity not in session.cards:
        return session
    doubted = session.doubted - {card.sibling}
    return replace(session, cards={**session.cards, card.identity: card}, doubted=doubted)


def _refreshed(session: Session, memories: Mapping[str, Memory], now: Moment) -> Session:
    today = study_day(now, session.settings.rollover_hour)
    known = session.memories
    changed = {card: memory for card, memory in memories.items() if card in known and memory != known[card]}
    gone = frozenset(card for card, memory in changed.items() if not _to_ask(memory, today))
    turn = session.turn
    kept = turn.queue[:1] if turn.phase == "judged" else ()
    queue = tuple(card for card in turn.queue if card not in gone or card in kept)
    turn = _moved(turn, queue) if turn.phase == "asking" and not queue else replace(turn, queue=queue)
    return replace(session, memories={**known, **changed}, gone=(session.gone - changed.keys()) | gone, turn=turn)


def _to_ask(memory: Memory, today: int) -> bool:
    due = memory.due is None or memory.due <= today
    return due and not memory.suspended and memory.buried_on != today


def _undone(session: Session, now: Moment) -> Stepped:
    """The last thing taken back: its events, newest first, and with them memories, queue and screen."""
    last = session.done[-1]
    events = tuple(
        replace(_event(session, now, "undone", event.card, index), rest={"of": event.id})
        for index, event in enumerate(reversed(last.events))
    )
    before = last.turn_before
    queue = tuple(card for card in before.queue if card not in session.gone or card == last.card)
    undone = replace(
        session,
        turn=replace(before, queue=queue),
        memories={**session.memories, **last.memories_before},
        done=session.done[:-1],
        logged_at=events[-1].at,
    )
    return undone, events


# --- what they share -------------------------------------------------------------------------------------------------


def _moved(turn: Turn, queue: tuple[str, ...], phase: Phase | None = None) -> Turn:
    """On to the first card of `queue`, with nothing of the last one left on the screen."""
    answered = turn.queue[:1] if turn.phase == "judged" else ()
    return Turn(
        queue=queue,
        phase=phase or ("asking" if queue else "over"),
        hinted=turn.hinted.difference(answered),
        skipped=turn.skipped,
    )


def _did(session: Session, turn: Turn, memories: Mapping[str, Memory], *events: Event) -> Stepped:
    done = Done(
        card=session.queue[0],
        events=events,
        turn=turn,
        turn_before=session.turn,
        memories_before={card: session.memories[card] for card in memories},
    )
    moved = replace(
        session,
        turn=turn,
        memories={**session.memories, **memories},
        done=(*session.done, done),
        logged_at=events[-1].at,
    )
    return moved, events


def _event(session: Session, now: Moment, kind: str, card: str, later: int = 0) -> Event:
    at = max(now.at, session.logged_at + 1) + later
    return Event(at=at, offset=now.offset, device=session.settings.device, kind=kind, card=card)


def _after(session: Session, memory: Memory, event: Event) -> Memory:
    settings = session.settings
    return after(
        memory,
        event,
        weights=settings.parameters,
        retention=settings.retention,
        rollover_hour=settings.rollover_hour,
    )
