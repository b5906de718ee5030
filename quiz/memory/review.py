"""Reviews as they stand: the events of a card, folded into one line for each answer, with what was foretold of it.

An event says what happened and a later one may correct it. Here the corrections have been made: what was undone is not
there, a regraded answer has its new rating, and what was answered under an earlier identity belongs to the card that
has the history now. Statistics, calibration and fitting read these, and never the events.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple, Protocol

from quiz.memory import fsrs
from quiz.memory.day import Moment, elapsed, study_day
from quiz.memory.recall import Lived, standing

_NOT_TRIED: Final = "gave-up"


class Review(NamedTuple):
    """One answer, as it stands. Days are study days; `at` is milliseconds since 1970 UTC, `offset` minutes east of UTC.

    `number` counts the card's reviews from 0, which is the first meeting, and begins again when the card was forgotten
    on request. `elapsed` are the days since the review before (0: the first one, or another on the same day), `age` the
    days since the first. `rating` and `verdict` are those that stand, `judged` is what the machine said; `tried` is
    false where nothing was typed. `error` is the relative error of a typed amount, where there is one.

    A review is *spaced* when it comes a day or more after the one before: only these tell what was kept. For them
    `predicted` is the chance of recall by the weights in force at that moment, and `by_default` by the published ones.
    """

    event: str
    card: str
    at: int
    offset: int
    day: int
    number: int
    elapsed: int
    age: int
    rating: int
    verdict: str | None
    judged: str | None
    tried: bool
    first_ms: int | None
    took_ms: int | None
    error: float | None
    predicted: float | None
    by_default: float | None

    @property
    def spaced(self) -> bool:
        """Whether it tells what was kept over at least one night."""
        return self.predicted is not None

    @property
    def recalled(self) -> bool:
        """Whether the answer counts as remembered: Hard, Good and Easy do."""
        return self.rating >= fsrs.HARD


class Answered(Lived, Protocol):
    """What this fold needs of an event besides what recall needs; `quiz.memory.event.Event` is one."""

    @property
    def verdict(self) -> str | None:
        """What the machine said of the answer, or the learner of the verdict."""

    @property
    def first_ms(self) -> int | None:
        """Milliseconds to the first key."""

    @property
    def took_ms(self) -> int | None:
        """Milliseconds to Enter."""


def reviews(
    events: Iterable[Answered],
    *,
    card: str = "",
    rollover_hour: int = 4,
    in_force: Callable[[int], Sequence[float]] | None = None,
) -> list[Review]:
    """The reviews of one card, in the order in which they were lived, from its events in any order.

    Args:
        events: all that is known of the card; after a renaming, also the events of its earlier identity.
        card: the identity that the card has now; "" takes that of the latest event.
        rollover_hour: the hour at which a study day begins.
        in_force: the weights that were in force at a moment (milliseconds since 1970 UTC), () for the defaults; None
            where the defaults always were.
    """
    kept = standing(events)
    name = card or (kept[-1].card if kept else "")
    corrections = {
        str(event.rest.get("of")): event for event in kept if event.kind == "regraded" and event.rating in fsrs.RATINGS
    }
    found: list[Review] = []
    lived: list[tuple[int, int]] = []  # the day and the rating of each review since the card was last begun
    states: dict[tuple[float, ...], tuple[int, float | None, float | None]] = {}
    for event in kept:
        if event.kind == "forgotten":
            lived, states = [], {}
        stands = corrections.get(event.id, event)
        if event.kind != "reviewed" or stands.rating not in fsrs.RATINGS:
            continue
        day = study_day(Moment(event.at, event.offset), rollover_hour)
        days = elapsed(lived[-1][0], day) if lived else 0
        predicted = by_default = None
        if lived and days:
            by_default = _foretold(fsrs.DEFAULTS, lived, states, days)
            weights = tuple(in_force(event.at)) if in_force is not None else ()
            predicted = _foretold(weights, lived, states, days) if weights else by_default
        rest = event.rest
        found.append(
            Review(
                event.id, name, event.at, event.offset, day, len(lived), days,
                elapsed(lived[0][0], day) if lived else 0,
                stands.rating, stands.verdict, event.verdict,
                was_tried(rest), event.first_ms, event.took_ms, error_of(rest), predicted, by_default,
            )
        )  # fmt: skip
        lived.append((day, stands.rating))
    return found


def was_tried(rest: Mapping[str, Any]) -> bool:
    """Whether anything was typed, by the rest of a review."""
    return _NOT_TRIED not in (rest.get("reasons") or ())


def error_of(rest: Mapping[str, Any]) -> float | None:
    """The relative error of a typed amount, by the rest of a review."""
    error = rest.get("relative_error")
    return float(error) if isinstance(error, int | float) else None


def _foretold(
    weights: tuple[float, ...],
    lived: Sequence[tuple[int, int]],
    states: dict[tuple[float, ...], tuple[int, float | None, float | None]],
    days: int,
) -> float:
    """The chance of recall after `days`; what the weights made of the first reviews is kept in `states`."""
    done, stability, difficulty = states.get(weights, (0, None, None))
    for n in range(done, len(lived)):
        day, rating = lived[n]
        since = elapsed(lived[n - 1][0], day) if n else 0
        stability, difficulty = fsrs.step(weights, stability, difficulty, rating, since)
    states[weights] = len(lived), stability, difficulty
    assert stability is not None
    return fsrs.retrievability(weights, stability, days)
