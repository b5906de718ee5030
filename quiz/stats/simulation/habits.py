"""How a person answers: the seconds that each rating takes, and how often a recall is Hard, Good or Easy.

Read from the person's own reviews, and from what is usual as long as there are few of them: the usual counts like
`USUAL_WEIGHT` reviews of one's own, so that it fades as the log grows and never jumps.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from quiz.memory import fsrs
from quiz.memory.review import Review
from quiz.stats.count import LONGEST_ANSWER_MS

#: How many reviews of one's own what is usual weighs as much as.
USUAL_WEIGHT: Final = 50.0
#: Seconds from the question to Enter after Again, Hard, Good and Easy.
USUAL_SECONDS: Final = (15.0, 14.0, 11.0, 7.0)
#: The shares of Again, Hard, Good and Easy when a card is met.
USUAL_FIRST: Final = (0.25, 0.10, 0.60, 0.05)
#: The shares of Hard, Good and Easy among recalls on a later day.
USUAL_RECALLED: Final = (0.12, 0.80, 0.08)
#: The shares of Again, Hard, Good and Easy when a card that was failed comes back on the same day.
USUAL_RETRIED: Final = (0.15, 0.05, 0.79, 0.01)


@dataclass(frozen=True, slots=True)
class Habits:
    """How a person answers. `reviews` is how many reviews of their own it rests on.

    `seconds` are by rating, Again first; `first` and `retried` shares of the four ratings, `recalled` of Hard, Good,
    Easy.
    """

    seconds: tuple[float, ...] = USUAL_SECONDS
    first: tuple[float, ...] = USUAL_FIRST
    recalled: tuple[float, ...] = USUAL_RECALLED
    retried: tuple[float, ...] = USUAL_RETRIED
    reviews: int = 0


def habits(reviews: Iterable[Review]) -> Habits:
    """What these reviews tell, in any order.

    The seconds are means and not medians: they are to be added up, and a day of a few long answers is a long day. An
    answer counts two minutes at most, as everywhere. They are those of reviews of which the time is known.
    """
    first, recalled, retried = [0] * 4, [0] * 3, [0] * 4
    timed, spent = [0] * 4, [0.0] * 4
    count = 0
    for review in reviews:
        place = review.rating - fsrs.AGAIN
        count += 1
        if review.number == 0:
            first[place] += 1
        elif not review.elapsed:
            retried[place] += 1
        elif place:
            recalled[place - 1] += 1
        if review.took_ms is not None:
            timed[place] += 1
            spent[place] += min(max(0, review.took_ms), LONGEST_ANSWER_MS) / 1000
    return Habits(
        _seconds(timed, spent),
        _blended(first, USUAL_FIRST),
        _blended(recalled, USUAL_RECALLED),
        _blended(retried, USUAL_RETRIED),
        count,
    )


def _seconds(timed: Sequence[int], spent: Sequence[float]) -> tuple[float, ...]:
    """Own means, leaning on what is usual at the person's own speed: a quick learner is quick with rare ratings too."""
    usual = sum(count * seconds for count, seconds in zip(timed, USUAL_SECONDS, strict=True))
    overall = USUAL_WEIGHT * sum(USUAL_SECONDS) / len(USUAL_SECONDS)
    speed = (sum(spent) + overall) / (usual + overall)
    return tuple(
        (own + USUAL_WEIGHT * seconds * speed) / (count + USUAL_WEIGHT)
        for count, own, seconds in zip(timed, spent, USUAL_SECONDS, strict=True)
    )


def _blended(counts: Sequence[int], usual: Sequence[float]) -> tuple[float, ...]:
    total = sum(counts) + USUAL_WEIGHT
    return tuple((count + USUAL_WEIGHT * share) / total for count, share in zip(counts, usual, strict=True))
