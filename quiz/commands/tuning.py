"""Fitting as the commands share it: reading the log, fitting it, writing the event; and when it is time again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.house import House
    from quiz.journal import Journal
    from quiz.memory.day import Moment
    from quiz.memory.replay import History
    from quiz.memory.tuning import Tuning

#: The first fit by itself is after so many reviews; the next ones whenever there are twice as many.
FIRST: Final = 500


def lived(journal: Journal) -> list[History]:
    """The histories of all cards."""
    from quiz.library.collector import paused
    from quiz.stats.calibration import histories

    with paused():
        return histories(journal.past())


def tuned_by(histories: Sequence[History], journal: Journal) -> Tuning:
    """What comes of fitting them."""
    from quiz.library.collector import paused
    from quiz.memory.tuning import tuned

    with paused():
        return tuned(histories, journal.weights)


def write(weights: Sequence[float], reviews: int, now: Moment, house: House) -> None:
    """Put these weights in force from now on: days that are due stay until the next review."""
    from quiz.memory.event import Event

    said = {"parameters": list(weights), "retention": house.settings.retention, "reviews": reviews}
    house.journal().append([Event(now.at, now.offset, house.device, "tuned", "", rest=said)])


def is_time(journal: Journal, tried: int = 0) -> bool:
    """Whether reviews have doubled since the last tuning, or since the last try that came to nothing (`tried`)."""
    reviews = journal.answered()
    if reviews < FIRST:
        return False
    last = journal.last_tuned()
    if last is not None:
        at, known = last
        tried = max(tried, journal.answered(at) if known is None else known)
    return reviews >= 2 * tried


def percent_less(tuning: Tuning) -> float:
    """By how many percent the log loss is less than before, on reviews that the fit had not seen."""
    return round(100 * (1 - tuning.fitted / tuning.in_force), 1) if tuning.in_force else 0.0
