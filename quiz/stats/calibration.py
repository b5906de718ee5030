"""Whether the scheduler can be trusted: what was foretold of each review, against what came.

Only reviews a day or more after the one before tell anything: minutes after an answer everybody knows it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from math import floor, log, sqrt
from operator import attrgetter
from typing import Final, Literal, NamedTuple

from quiz.memory.difference import Difference, difference
from quiz.memory.replay import History, losses
from quiz.memory.review import Review
from quiz.stats.share import Share, share

#: Nothing is said of fewer reviews.
FEWEST: Final = 100
#: At most so many bins, of equally many reviews, and so many reviews in each at least.
BINS: Final = 10
LEAST: Final = 25
#: Nobody notices a smaller error, whether it is sure or not.
NOTICED: Final = 0.02
#: Bins off by this much on the mean, more than chance explains (1 of 100), are uneven.
UNEVEN: Final = 0.03
_CHANCE: Final = 2.326

Verdict = Literal["few", "trusted", "high", "low", "sure", "shy"]


class Past(NamedTuple):
    """One review of a card in its life: what is read of it to calibrate and to fit. `number` as in `Review`."""

    card: str
    number: int
    day: int
    rating: int
    predicted: float | None
    by_default: float | None


class Foretold(NamedTuple):
    """A spaced review: what was foretold, what came, and the place in the card's life that the field groups it by."""

    card: str
    day: int
    recalled: bool
    predicted: float
    by_default: float
    elapsed: int
    number: int
    lapses: int


@dataclass(frozen=True, slots=True)
class Bin:
    """Reviews that were foretold about alike: from `low` to `high`, on the mean `predicted`, and what came."""

    low: float
    high: float
    predicted: float
    share: Share


@dataclass(frozen=True, slots=True)
class Group:
    """The reviews of one kind of answer. Losses are means: of what was foretold, and of the best constant."""

    name: str
    predicted: float
    share: Share
    loss: float
    constant: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """What was foretold, against what came.

    `bias` is foretold less recalled. `error` is the root mean square of that over groups of alike reviews, as the
    field's benchmarks have it. Losses are mean log losses: of the weights in force at each moment, of the best
    constant, of the published weights; the differences are of the first against each of the others (below 0: the first
    is better). `against_published` is None where only the published weights were ever in force. `auc` is the chance
    that of a success and a failure the success was foretold the likelier one (0.5: none can be told apart).
    """

    verdict: Verdict
    share: Share
    predicted: float = 0.0
    bias: Difference | None = None
    error: float = 0.0
    loss: float = 0.0
    constant: float = 0.0
    published: float = 0.0
    against_constant: Difference | None = None
    against_published: Difference | None = None
    auc: float | None = None
    bins: tuple[Bin, ...] = ()
    kinds: tuple[Group, ...] = ()

    @property
    def reviews(self) -> int:
        """How many reviews tell of it."""
        return self.share.count

    @property
    def so_far(self) -> bool:
        """Whether no error on the whole was found only as there are too few reviews to find one of `NOTICED`."""
        unseen = self.verdict in {"trusted", "sure", "shy"}
        return unseen and self.bias is not None and (self.bias.high - self.bias.low) / 2 > NOTICED


def past(reviews: Iterable[Review]) -> Iterator[Past]:
    """What is read of reviews, which come card by card as they were lived."""
    for one in reviews:
        yield Past(one.card, one.number, one.day, one.rating, one.predicted, one.by_default)


def histories(lived: Iterable[Past]) -> list[History]:
    """The histories to fit, a new one where a card was begun anew."""
    found: list[History] = []
    days: list[int] = []
    ratings: list[int] = []
    for _, number, day, rating, _, _ in lived:
        if number == 0:
            days, ratings = [], []
            found.append(History(days, ratings))
        days.append(day)
        ratings.append(rating)
    return found


def foretold(lived: Iterable[Past], since: int | None = None) -> Iterator[Foretold]:
    """The spaced reviews of these, from a study day on."""
    last = lapses = 0
    for card, number, day, rating, predicted, by_default in lived:
        if number == 0:
            lapses = 0
        elif predicted is not None and by_default is not None and (since is None or day >= since):
            yield Foretold(card, day, rating > 1, predicted, by_default, day - last, number, lapses)
        lapses += rating == 1
        last = day


def calibration(
    told: Iterable[Foretold], kinds: Mapping[str, str] | None = None, cards: Collection[str] | None = None
) -> Calibration:
    """What was foretold against what came. `kinds`: the kind of each card's answer; `cards`: only these."""
    seen = [one for one in told if cards is None or one.card in cards]
    whole = share(sum(one.recalled for one in seen), len(seen))
    if whole.value is None:
        return Calibration("few", whole)
    came = [one.recalled for one in seen]
    days = [one.day for one in seen]
    chances = [one.predicted for one in seen]
    loss, published = losses(chances, came), losses((one.by_default for one in seen), came)
    constant = losses([whole.value] * len(seen), came)
    bias = difference(chances, came, days)
    ordered = sorted(seen, key=attrgetter("predicted"))
    bins = _bins(ordered)
    groups: dict[str, list[int]] = {}
    for n, one in enumerate(seen):
        groups.setdefault((kinds or {}).get(one.card, ""), []).append(n)
    return Calibration(
        _verdict(len(seen), bias, bins),
        whole,
        sum(chances) / len(seen),
        bias,
        _error(seen),
        sum(loss) / len(seen),
        sum(constant) / len(seen),
        sum(published) / len(seen),
        difference(loss, constant, days),
        difference(loss, published, days) if any(one.predicted != one.by_default for one in seen) else None,
        _auc(ordered, whole),
        bins,
        tuple(
            _group(name, [chances[n] for n in places], [came[n] for n in places], sum(loss[n] for n in places))
            for name, places in sorted(groups.items(), key=lambda item: -len(item[1]))
            if name
        ),
    )


def needed(reach: float, recalled: float) -> int:
    """How many reviews it takes to know a share of about `recalled` to within ± `reach` (95 %)."""
    return round(3.8415 * max(recalled * (1 - recalled), 0.01) / reach**2)


def _verdict(count: int, bias: Difference, bins: tuple[Bin, ...]) -> Verdict:
    if count < FEWEST:
        return "few"
    if bias.sure and abs(bias.value) >= NOTICED:
        return "high" if bias.value > 0 else "low"
    spread = [(one.share.count, one.predicted, one.share.value or 0.0) for one in bins]
    # As many squared standard scores as there are bins, if chance alone is at work (Hosmer and Lemeshow).
    scores = sum(n * (p - came) ** 2 / max(p * (1 - p), 0.005) for n, p, came in spread)
    off = sqrt(sum(n * (p - came) ** 2 for n, p, came in spread) / count)
    if off >= UNEVEN and (scores - len(spread)) / sqrt(2 * len(spread)) > _CHANCE:
        mean = sum(n * p for n, p, _ in spread) / count
        slope = sum(n * (p - mean) * (came - p) for n, p, came in spread)
        return "shy" if slope > 0 else "sure"
    return "trusted"


def _bins(ordered: list[Foretold]) -> tuple[Bin, ...]:
    """Bins of equally many reviews; what was foretold alike stays together."""
    count = max(1, min(BINS, len(ordered) // LEAST))
    found: list[Bin] = []
    start = 0
    for n in range(1, count + 1):
        end = max(start, round(len(ordered) * n / count))
        while start < end < len(ordered) and ordered[end].predicted == ordered[end - 1].predicted:
            end += 1
        part = ordered[start:end]
        if part:
            mean = sum(one.predicted for one in part) / len(part)
            low, high = part[0].predicted, part[-1].predicted
            found.append(Bin(low, high, mean, share(sum(one.recalled for one in part), len(part))))
        start = end
    return tuple(found)


def _error(seen: Iterable[Foretold]) -> float:
    """The root mean square error over groups of reviews alike in days, reviews and lapses before.

    Source: the metric "RMSE (bins)" of the srs-benchmark of open-spaced-repetition, with its steps between groups.
    """
    sums: dict[tuple[float, float, float], list[float]] = {}
    for one in seen:
        key = (
            round(2.48 * 3.62 ** floor(log(one.elapsed) / log(3.62)), 2),
            round(1.99 * 1.89 ** floor(log(one.number + 1) / log(1.89)), 0),
            round(1.65 * 1.73 ** floor(log(one.lapses) / log(1.73)), 0) if one.lapses else 0,
        )
        group = sums.setdefault(key, [0, 0.0])
        group[0] += 1
        group[1] += one.predicted - one.recalled
    count = sum(n for n, _ in sums.values())
    return sqrt(sum(off * off / n for n, off in sums.values()) / count)


def _auc(ordered: list[Foretold], whole: Share) -> float | None:
    """The area under the curve of the receiver, from ranks (Mann and Whitney); ties share their rank."""
    failed = whole.count - whole.hits
    if not failed or not whole.hits:
        return None
    ranks, before = 0.0, 0
    for _, alike in groupby(ordered, key=attrgetter("predicted")):
        part = list(alike)
        ranks += sum(one.recalled for one in part) * (before + (len(part) + 1) / 2)
        before += len(part)
    return (ranks - whole.hits * (whole.hits + 1) / 2) / (whole.hits * failed)


def _group(name: str, chances: list[float], came: list[bool], loss: float) -> Group:
    count = len(came)
    part = share(sum(came), count)
    constant = sum(losses([part.value or 0.0] * count, came))
    return Group(name, sum(chances) / count, part, loss / count, constant / count)
