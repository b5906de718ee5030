"""Reviews counted: by study day, by card, by the age of the card, by the hour. One pass, in Python.

The journal counts the same in SQL where a log is long (`Journal.counts`); that both agree is a test.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import log
from typing import Final, NamedTuple, TypeVar

from quiz.memory.review import Review

K = TypeVar("K", int, str)

#: A longer answer was a pause: no more of it is counted as time spent.
LONGEST_ANSWER_MS: Final = 120_000
#: Estimates further off than this factor (a wrong scale, mostly) are not part of a learner's bias.
WILDEST: Final = 2.0
#: The ages of cards that are told apart: from these days after the first meeting on.
AGES: Final = (0, 7, 30, 90, 180, 365)


class Count(NamedTuple):
    """What some reviews add up to.

    `answers` is how many there are, `new` how many were first meetings, `milliseconds` the time they took, each two
    minutes at most. Of the `spaced` ones (a day or more after the one before) `recalled` succeeded and `predicted` is
    the sum of their foretold chances. `tried` leaves out where nothing was typed; of those the learner overruled
    `to_right` and `to_wrong`. `estimates` are the typed amounts of about the right size, `error` the sum of their
    logarithmic errors and `squares` that of the squares.
    """

    answers: int = 0
    new: int = 0
    milliseconds: int = 0
    spaced: int = 0
    recalled: int = 0
    predicted: float = 0.0
    tried: int = 0
    to_right: int = 0
    to_wrong: int = 0
    estimates: int = 0
    error: float = 0.0
    squares: float = 0.0


NOTHING: Final = Count()
#: What is counted of each card; the rest of its `Count` is 0, as it is told of no single card.
OF_CARDS: Final = ("answers", "milliseconds", "spaced", "recalled", "predicted", "tried", "to_right", "to_wrong")
_NOT_OF_CARDS: Final = [n for n, name in enumerate(Count._fields) if name not in OF_CARDS]


@dataclass(frozen=True, slots=True)
class Counts:
    """Counted reviews: `days` by study day, over the whole log; the others from a day on, `cards` only `OF_CARDS`.

    `ages` by the place in `AGES`, `hours` by the hour on the learner's wall (0 to 23). Keys without reviews are
    missing. `cards_today` are the cards that were answered today.
    """

    days: Mapping[int, Count]
    cards: Mapping[str, Count]
    ages: Mapping[int, Count]
    hours: Mapping[int, Count]
    cards_today: int


def count(reviews: Iterable[Review], *, today: int, since: int, cards: Collection[str] | None = None) -> Counts:
    """Count these reviews, in any order.

    Args:
        reviews: those of one card or of many, as they stand.
        today: the study day; what comes after it (a clock was ahead) is left out.
        since: the first study day that counts for cards, ages and hours.
        cards: only these; None is all.
    """
    days: defaultdict[int, list[float]] = defaultdict(_nothing)
    by_card: defaultdict[str, list[float]] = defaultdict(_nothing)
    ages: defaultdict[int, list[float]] = defaultdict(_nothing)
    hours: defaultdict[int, list[float]] = defaultdict(_nothing)
    met_today = set()
    for review in reviews:
        if review.day > today or (cards is not None and review.card not in cards):
            continue
        one = counted(review)
        places = [days[review.day]]
        if review.day == today:
            met_today.add(review.card)
        if review.day >= since:
            places += by_card[review.card], ages[age_place(review.age)], hours[hour_of(review.at, review.offset)]
        for sums in places:
            for n, value in enumerate(one):
                sums[n] += value
    for sums in by_card.values():
        for n in _NOT_OF_CARDS:
            sums[n] = 0
    return Counts(_frozen(days), _frozen(by_card), _frozen(ages), _frozen(hours), len(met_today))


def counted(review: Review) -> Count:
    """What one review adds."""
    off = None if review.error is None or review.error <= -1 else log(1 + review.error)
    estimated = off is not None and abs(off) <= log(WILDEST)
    overruled = review.tried and review.verdict != review.judged
    return Count(
        answers=1,
        new=review.number == 0,
        milliseconds=min(max(0, review.took_ms or 0), LONGEST_ANSWER_MS),
        spaced=review.spaced,
        recalled=review.spaced and review.recalled,
        predicted=review.predicted or 0.0,
        tried=review.tried,
        to_right=overruled and review.verdict == "right",
        to_wrong=overruled and review.verdict == "wrong",
        estimates=estimated,
        error=off if off is not None and estimated else 0.0,
        squares=off * off if off is not None and estimated else 0.0,
    )


def age_place(age: int) -> int:
    """The place in `AGES` of a card that was met this many days ago."""
    return max(n for n, days in enumerate(AGES) if age >= days)


def hour_of(at: int, offset: int) -> int:
    """The hour on the learner's wall, 0 to 23, at a moment and an offset in minutes east of UTC."""
    return (at // 60_000 + offset) // 60 % 24


def add(counts: Iterable[Count]) -> Count:
    """Several counts as one."""
    sums = _nothing()
    for one in counts:
        for n, value in enumerate(one):
            sums[n] += value
    return Count(*sums)  # type: ignore[arg-type]


def _nothing() -> list[float]:
    return list(NOTHING)


def _frozen(sums: Mapping[K, list[float]]) -> dict[K, Count]:
    return {key: Count(*values) for key, values in sums.items()}  # type: ignore[arg-type]
