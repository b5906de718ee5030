"""Whether new weights are better than those in force, and by how much: fitted on the past, tried on what came later.

The reviews are cut at a day, four fifths before it. The weights fitted to the earlier ones foretell the later ones,
which they have not seen; so do those in force and the published ones. Where the package is installed and the log is
long, both fits are tried, and the better one counts. Only weights that are better than those in force are taken, and
then fitted once more to all reviews.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from quiz.memory import fitting, fsrs, package
from quiz.memory.difference import Difference, difference
from quiz.memory.replay import History, foretold, losses, recalled

#: Fewer spaced reviews say nothing of a person.
FEWEST: Final = 50
#: The share of the spaced reviews that the fit may see while it is tried.
SEEN: Final = 0.8


@dataclass(frozen=True, slots=True)
class Tuning:
    """What came of fitting. `weights` are to be in force from now on, or None: those in force stay.

    `reviews` were read, of them `spaced` came a day or more after another, and on `tried` later ones the weights were
    compared. Log losses are means over these: of the weights `in_force`, of those `fitted` to what came before, of the
    `published` ones; `gain` is fitted against in force, `gain_published` fitted against published. `by` tells who
    fitted: this program, or the package.
    """

    reviews: int
    spaced: int
    tried: int
    in_force: float
    fitted: float
    published: float
    gain: Difference | None
    gain_published: Difference | None
    weights: tuple[float, ...] | None
    why: Literal["better", "not-better", "too-few"]
    by: Literal["quiz", "package"] = "quiz"


def tuned(histories: Sequence[History], in_force: Sequence[float] = (), *, by_package: bool | None = None) -> Tuning:
    """Fit these histories, try the result, and say which weights are to be in force.

    Args:
        histories: those of all cards, in an order of no meaning.
        in_force: the weights in force; () are the published ones.
        by_package: whether the package may fit too; None: where it is installed.
    """
    now = tuple(in_force) or fsrs.DEFAULTS
    reviews = sum(len(history.days) for history in histories)
    spaced = len(recalled(histories))
    if spaced < FEWEST:
        return Tuning(reviews, spaced, 0, 0.0, 0.0, 0.0, None, None, None, "too-few")
    histories = fitting.part(histories, package.MOST, spaced)
    cut = _cut(histories)
    fits = _fits(histories, spaced, by_package)
    came = recalled(histories, cut)
    days = _days(histories, cut)

    def tried(weights: Sequence[float]) -> list[float]:
        return losses(foretold(weights, histories, cut), came)

    losses_new, fit = min(((tried(fit(cut)), fit) for fit in fits), key=lambda one: sum(one[0]))
    losses_now = tried(now)
    losses_published = tried(fsrs.DEFAULTS) if now != fsrs.DEFAULTS else losses_now
    gain = difference(losses_new, losses_now, days)
    taken = tuple(round(weight, 4) for weight in fit(None)) if gain.value < 0 else None
    return Tuning(
        reviews,
        spaced,
        len(came),
        sum(losses_now) / len(came),
        sum(losses_new) / len(came),
        sum(losses_published) / len(came),
        gain,
        difference(losses_new, losses_published, days),
        taken,
        "better" if taken else "not-better",
        fit.by,
    )


class _Own:
    """The fit of this program: the second call begins where the first one ended."""

    by: Final[Literal["quiz", "package"]] = "quiz"

    def __init__(self, histories: Sequence[History]) -> None:
        self.histories = histories
        self.along = fitting.NOWHERE

    def __call__(self, until: int | None) -> tuple[float, ...]:
        """The weights by the reviews before a study day, or by all."""
        seen = self.histories
        if until is not None:
            seen = [before for history in seen if (before := _until(history, until)).days]
        self.along = fitting.fitted(seen, self.along)
        return fitting.moved(fitting.shrunk(self.along, sum(len(history.days) for history in seen)))


class _Package:
    """The fit of the package; where it finds nothing, the published weights."""

    by: Final[Literal["quiz", "package"]] = "package"

    def __init__(self, histories: Sequence[History]) -> None:
        self.read = package.items(histories)

    def __call__(self, until: int | None) -> tuple[float, ...]:
        """The weights by the reviews before a study day, or by all."""
        return package.fitted(self.read, until) or fsrs.DEFAULTS


def _fits(histories: Sequence[History], spaced: int, by_package: bool | None) -> list[_Own | _Package]:
    """Who fits: this program; the package too where it is installed, and alone where the log is long."""
    fits: list[_Own | _Package] = []
    if spaced >= package.ENOUGH and (package.installed() if by_package is None else by_package):
        fits.append(_Package(histories))
    if not fits or spaced <= package.LONG:
        fits.append(_Own(histories))
    return fits


def _days(histories: Sequence[History], since: int) -> list[int]:
    """The study day of each spaced review from a day on, in the order of `foretold`."""
    found: list[int] = []
    for days, _ in histories:
        last = days[0] if days else 0
        for day in days[1:]:
            if day > last and day >= since:
                found.append(day)
            last = day
    return found


def _cut(histories: Sequence[History]) -> int:
    """The study day before which four fifths of the spaced reviews lie; at least one lies on it or after it."""
    days = sorted(_days(histories, -(2**62)))
    return days[min(int(len(days) * SEEN), len(days) - 1)]


def _until(history: History, day: int) -> History:
    """The history before a study day. (Days may step back by a flight: the first one that is too late ends it.)"""
    days = history.days
    if not days or days[-1] < day:
        return history
    end = bisect_left(days, day) if list(days) == sorted(days) else next(n for n, one in enumerate(days) if one >= day)
    return History(days[:end], history.ratings[:end])
