"""What suffices to know some cards on a day: how many new ones a day, for which retention, in how much time.

For the wanted retention and for higher ones, the fewest new cards a day are looked for that meet every card before the
day and bring the expected share of recalls on that day up to the target: an earlier meeting leaves time for more
reviews. Of the plans that reach the target, the one that takes the least time is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from quiz.memory.memory import Memory
from quiz.stats.simulation.compare import Prospect, prospect
from quiz.stats.simulation.course import Wishes

#: The retentions that are tried after the wanted one, where they are higher.
HIGHER: Final = (0.85, 0.90, 0.93, 0.95, 0.97)
#: From one number of new cards a day to the next that is tried.
GROWTH: Final = 2
#: How many numbers are tried for one retention: eight times the fewest is no plan any more.
TRIALS: Final = 4
#: Shares are told in whole percent: so much below the target is the target.
HALF_PERCENT: Final = 0.005
#: So many cards are lived for each trial; of more, a sample.
SAMPLE: Final = 400
STEADY: Final = 300
#: On about so many mornings is asked what is known.
MORNINGS: Final = 24


@dataclass(frozen=True, slots=True)
class Plan:
    """Days of study up to an exam. `begins` is the first one, `share` the expected share of recalls on the day.

    `last_new` is the day on which the last new card is met (None: none is waiting), `reached` whether the target is.
    """

    begins: int
    new_per_day: int
    retention: float
    share: float
    reached: bool
    all_met: bool
    last_new: int | None
    prospect: Prospect

    @property
    def left_over(self) -> float:
        """The reviews that the day's limit leaves over on the eve."""
        late = self.prospect.course.late
        return late[-1] if late else 0.0


def plan(memories: Sequence[Memory], new: int, wishes: Wishes, target: float, seed: int) -> Plan:
    """The least demanding plan that reaches the target; if none does, the one that comes nearest.

    Args:
        memories: of the cards that were met before.
        new: how many cards wait to be met.
        wishes: `today` is the first day of study and `days` how many there are before the exam, one at least; its new
            cards a day are not looked at.
        target: the share of all cards to be recalled on the day.
        seed: of all that is chance.

    Raises:
        ValueError: there are no days.
    """
    if wishes.days < 1:
        raise ValueError("an exam is a day away at least")
    best: Plan | None = None
    enough: list[Plan] = []
    for retention in (wishes.retention, *(one for one in HIGHER if one > wishes.retention)):
        before = 0
        for number in _numbers(new, wishes.days):
            tried = attempt(memories, new, replace(wishes, retention=retention), number, target, seed)
            if tried.reached:
                enough.append(_fewer(tried, before, memories, new, target, seed))
                break
            if best is None or _nearness(tried) > _nearness(best):
                best = tried
            before = number
        if enough and not before:
            break  # what is asked for more often than this costs more, for nothing
    if enough:
        return min(enough, key=lambda one: one.prospect.hours)
    assert best is not None
    return best


def _nearness(tried: Plan) -> tuple[bool, float, float]:
    """How good a plan is that does not suffice: of two that are as good, the one that costs less."""
    return tried.all_met, round(tried.share, 2), -tried.prospect.hours


def attempt(memories: Sequence[Memory], new: int, wishes: Wishes, number: int, target: float, seed: int) -> Plan:
    """What would come of `number` new cards a day."""
    lived = replace(wishes, new_per_day=number)
    mornings = range(0, wishes.days, max(1, wishes.days // MORNINGS))
    told = prospect(memories, new, lived, seed, mornings=mornings, largest=SAMPLE, steady=STEADY)
    share = told.known / told.cards if told.cards else 1.0
    all_met = new <= number * wishes.days
    last = None if not new or not number else wishes.today + min(wishes.days, ceil(new / number)) - 1
    return Plan(
        wishes.today, number, wishes.retention, share, share + HALF_PERCENT >= target and all_met, all_met, last, told
    )


def _numbers(new: int, days: int) -> Iterator[int]:
    """The fewest new cards a day that meet all of them in time, and some multiples of it."""
    number = ceil(new / days)
    for _ in range(TRIALS):
        yield number
        if number >= new:
            return
        number = min(new, number * GROWTH)


def _fewer(found: Plan, failed: int, memories: Sequence[Memory], new: int, target: float, seed: int) -> Plan:
    """The fewest new cards a day, between a number that did not suffice and the one that does."""
    while failed and found.new_per_day - failed > 1:
        middle = (found.new_per_day + failed) // 2
        tried = attempt(memories, new, found.prospect.wishes, middle, target, seed)
        if tried.reached:
            found = tried
        else:
            failed = middle
    return found
