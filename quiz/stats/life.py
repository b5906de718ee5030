"""The whole life of one card: every answer and what came of it, and its curve of forgetting.

Here, unlike in `Review`, what was undone is still there, marked: a life tells
what happened, and then what counts of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from quiz.memory import fsrs
from quiz.memory.day import Moment, elapsed, study_day
from quiz.memory.event import Event
from quiz.memory.memory import Memory
from quiz.memory.recall import after, recall, standing
from quiz.memory.review import Review, reviews

#: What is told of a life besides its answers. An undoing and a regrading are told with what they correct.
_TOLD: Final = frozenset({"suspended", "resumed", "buried", "forgotten", "renamed", "left", "doubted", "mended"})


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as it was given, and as it stands.

    `judged` and `rated` are what was said at once; `verdict` and `rating` what stands, by the learner's last word.
    `predicted` is the chance of a recall as it was foretold at that moment (None: a first meeting, another answer on
    the same day, or undone), `elapsed` the study days since the review before. `interval` are the days until the card
    was to be asked again, as they were promised then (0: the same day; None: undone). `stability` is the one after it.
    """

    event: str
    card: str
    at: int
    offset: int
    day: int
    typed: str | None
    judged: str | None
    rated: int
    verdict: str | None
    rating: int
    reasons: tuple[str, ...]
    hint: bool
    confused_with: str
    undone: bool
    elapsed: int
    predicted: float | None
    first_ms: int | None
    took_ms: int | None
    interval: int | None
    stability: float | None

    @property
    def overruled(self) -> bool:
        """Whether the learner's word stands against the machine's."""
        return not self.undone and (self.verdict != self.judged or self.rating != self.rated)


@dataclass(frozen=True, slots=True)
class Turn:
    """Something else that happened to the card: the kind of the event; `about` is what a renaming names."""

    event: str
    card: str
    at: int
    offset: int
    day: int
    kind: str
    about: str
    undone: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one review to the next, or to the day on which the card was forgotten on request: how the memory fades.

    `before` is the chance at which the memory stood when the review came, by the weights in force now; None where there
    was nothing to remember yet, or it was the same day.
    """

    day: int
    until: int | None
    stability: float
    before: float | None
    verdict: str
    recalled: bool


@dataclass(frozen=True, slots=True)
class Life:
    """All that is known of one card. `lines` in the order in which they were lived."""

    card: str
    lines: tuple[Answer | Turn, ...]
    memory: Memory
    stretches: tuple[Stretch, ...]

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answers alone, those undone too."""
        return tuple(line for line in self.lines if isinstance(line, Answer))


def life(
    events: Iterable[Event],
    *,
    card: str,
    weights: Sequence[float] = (),
    retention: float = 0.9,
    rollover_hour: int = 4,
    in_force: Callable[[int], Sequence[float]] | None = None,
) -> Life:
    """The life of a card from its events in any order, with those of the identities that it had earlier.

    Args:
        events: all that is known of it.
        card: the identity that it has now.
        weights: the weights in force now; () are the defaults. They draw the curve.
        retention: the share of recalls that are to succeed.
        rollover_hour: the hour at which a study day begins.
        in_force: the weights that were in force at a moment; None where they always were `weights`.
    """
    known = sorted({event.id: event for event in events}.items(), key=lambda item: (item[1].at, item[0]))
    kept = standing(event for _, event in known)
    stand = {event.id for event in kept}
    as_told = reviews(kept, card=card, rollover_hour=rollover_hour, in_force=in_force or (lambda _: weights))
    counted = {review.event: review for review in as_told}
    followed = _followed(kept, counted, retention, rollover_hour, in_force or (lambda _: weights))
    lines: list[Answer | Turn] = []
    for key, event in known:
        day = study_day(Moment(event.at, event.offset), rollover_hour)
        if event.kind == "reviewed" and event.rating in fsrs.RATINGS:
            lines.append(_answer(event, key, day, counted.get(key), followed.get(key)))
        elif event.kind in _TOLD:
            about = str(event.rest.get("from") or "")
            lines.append(Turn(key, event.card, event.at, event.offset, day, event.kind, about, key not in stand))
    memory = recall(
        kept,
        card=card,
        weights=weights,
        retention=retention,
        rollover_hour=rollover_hour,
        scheduled_by=in_force,
    )
    return Life(card, tuple(lines), memory, _stretches(kept, counted, weights or fsrs.DEFAULTS, rollover_hour))


def chance(told: Life, day: float, *, weights: Sequence[float] = ()) -> float | None:
    """The chance of a recall on a day of this life, by the weights in force now; None where nothing was to recall.

    On the day of a review, it is the chance after it.
    """
    current = next((one for one in reversed(told.stretches) if one.day <= day), None)
    if current is None or (current.until is not None and day >= current.until):
        return None
    return fsrs.retrievability(weights or fsrs.DEFAULTS, current.stability, day - current.day)


def fades_on(told: Life, to: float, *, weights: Sequence[float] = ()) -> int | None:
    """The first whole study day on which the chance of a recall is below `to`; None for a card not to recall."""
    if not told.memory.reviews or not told.stretches:
        return None
    last = told.stretches[-1]
    return last.day + int(fsrs.interval(weights or fsrs.DEFAULTS, last.stability, to)) + 1


def _answer(event: Event, key: str, day: int, counted: Review | None, followed: Memory | None) -> Answer:
    assert event.rating is not None
    return Answer(
        event=key,
        card=event.card,
        at=event.at,
        offset=event.offset,
        day=day,
        typed=event.typed,
        judged=event.verdict,
        rated=event.rating,
        verdict=counted.verdict if counted else event.verdict,
        rating=counted.rating if counted else event.rating,
        reasons=tuple(str(code) for code in event.rest.get("reasons") or ()),
        hint=bool(event.rest.get("hint")),
        confused_with=str(event.rest.get("confused_with") or ""),
        undone=counted is None,
        elapsed=counted.elapsed if counted else 0,
        predicted=counted.predicted if counted else None,
        first_ms=event.first_ms,
        took_ms=event.took_ms,
        interval=followed.interval if followed else None,
        stability=followed.stability if followed else None,
    )


def _followed(
    kept: Sequence[Event],
    counted: dict[str, Review],
    retention: float,
    rollover_hour: int,
    in_force: Callable[[int], Sequence[float]],
) -> dict[str, Memory]:
    """The memory after each review that counts, as the weights in force at that moment had it."""
    found: dict[str, Memory] = {}
    done: dict[tuple[float, ...], tuple[int, Memory]] = {}
    corrected = [
        (event.id, replace(event, rating=counted[event.id].rating) if event.id in counted else event)
        for event in kept
        if event.kind not in ("regraded", "renamed", "undone")
    ]
    for n, (key, event) in enumerate(corrected):
        if key not in counted:
            continue
        weights = tuple(in_force(event.at))
        start, memory = done.get(weights, (0, Memory(event.card)))
        for _, each in corrected[start : n + 1]:
            memory = after(memory, each, weights=weights, retention=retention, rollover_hour=rollover_hour)
        done[weights] = n + 1, memory
        found[key] = memory
    return found


def _stretches(
    kept: Sequence[Event], counted: dict[str, Review], weights: Sequence[float], rollover_hour: int
) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    stability: float | None = None
    difficulty: float | None = None
    day = 0
    for event in kept:
        if event.kind == "forgotten" and found and found[-1].until is None:
            ended = study_day(Moment(event.at, event.offset), rollover_hour)
            found[-1] = replace(found[-1], until=max(found[-1].day, ended))
            stability = difficulty = None
        review = counted.get(event.id)
        if review is None:
            continue
        since = elapsed(day, review.day) if stability is not None else 0
        before = fsrs.retrievability(weights, stability, since) if stability is not None and since else None
        stability, difficulty = fsrs.step(weights, stability, difficulty, review.rating, since)
        if found and found[-1].until is None:
            found[-1] = replace(found[-1], until=max(found[-1].day, review.day))
        day = review.day
        verdict = review.verdict or ("right" if review.recalled else "wrong")
        found.append(Stretch(day, None, stability, before, verdict, review.recalled))
    return tuple(found)
