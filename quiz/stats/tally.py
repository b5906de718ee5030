"""The log counted in one pass. What is kept grows with cards, days and corrections, not with answers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from math import log
from typing import Final

from quiz.language.text import clean
from quiz.memory.day import Moment, study_day
from quiz.memory.event import Event
from quiz.memory.recall import standing

#: The events that change what others say: they have to be known before the log is counted.
CORRECTIONS: Final = frozenset({"undone", "regraded", "renamed"})
#: A longer answer was a pause: no more of it is counted as time spent.
LONGEST_ANSWER_MS: Final = 120_000
#: Estimates further off than this factor (a wrong scale, mostly) are not part of a learner's bias.
_WILD: Final = log(2)
_RECALLED: Final = 2


class Corrections:
    """What was undone, regraded and renamed, in the end: an undoing that was itself undone has no effect."""

    def __init__(self, events: Iterable[Event]) -> None:
        self.undone: set[str] = set()
        self.regraded: dict[str, Event] = {}
        self.renamed: dict[str, str] = {}
        known = {event.id: event for event in events if event.kind in CORRECTIONS}
        for lived in standing(known.values()):
            event = known[lived.id]
            if event.kind == "renamed":
                self.renamed[str(event.rest.get("from"))] = event.card
            elif event.kind == "regraded":
                self.regraded[str(event.rest.get("of"))] = event
            else:
                self.undone.add(str(event.rest.get("of")))
        self.cards = {self.current(event.card) for event in known.values() if event.kind != "renamed"}

    def current(self, card: str) -> str:
        """The identity that a card has now, through any renamings."""
        seen = {card}
        while (later := self.renamed.get(card)) is not None and later not in seen:
            seen.add(later)
            card = later
        return card


@dataclass(slots=True)
class KindTally:
    """The answers of one kind. `graded` leaves out those where nothing was tried: there the machine judged nothing."""

    due: int = 0
    recalled: int = 0
    graded: int = 0
    to_right: int = 0
    to_wrong: int = 0


@dataclass(slots=True)
class Tally:
    """What the log says. Days are study days.

    `answers` are counted by day. `due` and `recalled` are the reviews a day or more after the last one, and how many of
    them succeeded, in the window. `estimates` and `error` are the number of amounts that were typed and the sum of
    their logarithmic errors. `wrong_typed` are the wrong answers given to each watched card.
    """

    answers: Counter[int] = field(default_factory=Counter)
    milliseconds: Counter[int] = field(default_factory=Counter)
    cards_today: set[str] = field(default_factory=set)
    new_today: int = 0
    due: int = 0
    recalled: int = 0
    kinds: defaultdict[str, KindTally] = field(default_factory=lambda: defaultdict(KindTally))
    estimates: int = 0
    error: float = 0.0
    wrong_typed: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def tally(
    events: Iterable[Event],
    corrections: Corrections,
    *,
    today: int,
    rollover_hour: int,
    kinds: Mapping[str, str],
    window: int,
    kind_window: int,
    watched: Collection[str] = (),
) -> Tally:
    """Count `events`, which come in the order of time. `window` and `kind_window` are days up to today."""
    counted = Tally()
    last: dict[str, int] = {}
    for event in events:
        if event.kind not in ("reviewed", "forgotten"):
            continue
        card = corrections.current(event.card) if corrections.renamed else event.card
        rating, verdict = event.rating, event.verdict
        # An event's id is a hash of all it says: it is asked only of cards that something was corrected about.
        if card in corrections.cards:
            key = event.id
            if key in corrections.undone:
                continue
            if key in corrections.regraded:
                rating, verdict = corrections.regraded[key].rating, corrections.regraded[key].verdict
        if event.kind == "forgotten":
            last.pop(card, None)
            continue
        if rating is None:
            continue
        day = study_day(Moment(event.at, event.offset), rollover_hour)
        before = last.get(card)
        last[card] = day if before is None else max(before, day)
        if day > today:
            continue
        counted.answers[day] += 1
        counted.milliseconds[day] += min(max(0, event.took_ms or 0), LONGEST_ANSWER_MS)
        if day == today:
            counted.cards_today.add(card)
            counted.new_today += before is None
        spaced = before is not None and day > before
        if spaced and day > today - window:
            counted.due += 1
            counted.recalled += rating >= _RECALLED
        if day > today - kind_window:
            if card in kinds:
                _count_kind(counted.kinds[kinds[card]], event, rating, verdict, spaced=spaced)
            _count_error(counted, event)
        if rating < _RECALLED and card in watched and event.typed and event.typed.strip():
            counted.wrong_typed[card][clean(event.typed)] += 1
    return counted


def _count_kind(kind: KindTally, event: Event, rating: int, verdict: str | None, *, spaced: bool) -> None:
    kind.due += spaced
    kind.recalled += spaced and rating >= _RECALLED
    if "gave-up" not in event.rest.get("reasons", ()):
        kind.graded += 1
        kind.to_right += verdict == "right" != event.verdict
        kind.to_wrong += verdict == "wrong" != event.verdict


def _count_error(counted: Tally, event: Event) -> None:
    error = event.rest.get("relative_error")
    if isinstance(error, int | float) and error > -1 and abs(log(1 + error)) <= _WILD:
        counted.estimates += 1
        counted.error += log(1 + error)
