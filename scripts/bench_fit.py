"""How well weights are fitted: learners whose memory is known, our fit, the package's, and none, on later reviews.

    python scripts/bench_fit.py [--learners N] [--first N] [--sizes 50,500,5000]    made-up learners, always the same
    python scripts/bench_fit.py --log FILE.csv [--share 0.8]            a real log: card, day or time, rating
    python scripts/bench_fit.py --speed                                  seconds for 10,000 to 1,000,000 reviews

Each fit sees the reviews up to a day and is judged by the mean log loss on those that come later. `bare` is the package
fsrs-rs-python as it is; `quiz` is what `quiz fit` would put in force (published weights, where it keeps them).
"""

from __future__ import annotations

import argparse
import csv
import heapq
import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from math import exp
from pathlib import Path
from typing import NamedTuple, Protocol

sys.path.insert(0, str(Path(__file__).parent.parent))

from quiz.memory import fsrs, package
from quiz.memory.replay import History, foretold, loss, recalled
from quiz.memory.tuning import tuned

KINDS = ("published", "near", "far", "exponential", "power")
SIZES = (50, 100, 200, 400, 800, 1600, 3200, 6400, 12800, 20000)
#: The learners of this seed and later are not those on which anything was chosen.
HELD_OUT = 1000


class Row(NamedTuple):
    """One answer."""

    card: str
    day: int
    rating: int


class Learner(Protocol):
    """Somebody's memory of cards."""

    def new(self, chance: random.Random) -> list[float]:
        """The memory of a card never seen."""

    def recall(self, card: list[float], days: int) -> float:
        """The chance of a recall after so many days."""

    def answered(self, card: list[float], rating: int, days: int) -> None:
        """The memory changes by an answer."""


class ByModel:
    """A learner who is FSRS-6 with weights of his own: the published ones, or near them, or far from them."""

    def __init__(self, chance: random.Random, far: float) -> None:
        weights = list(fsrs.DEFAULTS)
        whole = exp(chance.gauss(0, 0.7 * far))
        for n in range(4):
            weights[n] *= whole * exp(chance.gauss(0, 0.35 * far))
            weights[n] = max(weights[n], weights[n - 1] if n else 0)
        for n in (*range(4, 7), *range(9, 21)):
            weights[n] *= exp(chance.gauss(0, (0.15 if n < 7 else 0.4 if n == 20 else 0.25) * far))
        weights[8] += chance.gauss(0, 0.35 * far)
        self.weights = [min(max(w, low), high) for w, (low, high) in zip(weights, fsrs.BOUNDS, strict=True)]

    def new(self, _chance: random.Random) -> list[float]:
        """Nothing yet."""
        return []

    def recall(self, card: list[float], days: int) -> float:
        """By the formula."""
        return fsrs.retrievability(self.weights, card[0], days)

    def answered(self, card: list[float], rating: int, days: int) -> None:
        """By the formula."""
        card[:] = fsrs.step(self.weights, *(card or (None, None)), rating, days)


class ByCard:
    """A learner who is no FSRS: each card has a stability and a growth of its own; forgetting e^-t, or a power of t."""

    def __init__(self, chance: random.Random, *, power: bool) -> None:
        self.power = chance.uniform(0.15, 0.6) if power else 0.0
        self.first, self.growth = exp(chance.gauss(1.7, 0.5)), exp(chance.gauss(0.75, 0.2))
        self.loss, self.spread = chance.uniform(0.1, 0.5), chance.uniform(0.3, 1.0)
        self.guess = chance.choice((0.0, 0.0, 0.03))

    def new(self, chance: random.Random) -> list[float]:
        """Stability, growth, and whether it was met."""
        growth = 1 + (self.growth - 1) * exp(chance.gauss(0, 0.4))
        return [self.first * exp(chance.gauss(0, self.spread)), growth, 0.0]

    def recall(self, card: list[float], days: int) -> float:
        """0.9 after as many days as the stability says."""
        if self.power:
            kept = (1 + (0.9 ** (-1 / self.power) - 1) * days / card[0]) ** -self.power
        else:
            kept = 0.9 ** (days / card[0])
        return self.guess + (1 - self.guess) * min(0.995, kept)

    def answered(self, card: list[float], rating: int, days: int) -> None:
        """Grown by success, the more the later it came; shrunk by failure."""
        if not card[2]:
            card[0] *= (0.3, 0.6, 1.0, 2.5)[rating - 1]
            card[2] = 1.0
        elif days == 0:
            card[0] *= 1.1 if rating > 1 else 1.0
        elif rating == 1:
            card[0] = max(0.1, card[0] * self.loss)
        else:
            late = min(3.0, (1 - self.recall(card, days)) / 0.1 + 0.2)
            card[0] *= 1 + (card[1] - 1) * (0, 0, 0.5, 1.0, 1.6)[rating] * late**0.7


def learner(kind: str, seed: int) -> Learner:
    """The learner of that number: the same at every call."""
    chance = random.Random(f"{kind} {seed}")
    if kind in KINDS[:3]:
        return ByModel(chance, {"published": 0.0, "near": 0.4, "far": 1.0}[kind])
    return ByCard(chance, power=kind == "power")


def log_of(kind: str, seed: int, reviews: int) -> list[Row]:
    """His answers, day by day: scheduled by the published weights, late, with holidays and repetitions on the day."""
    chance = random.Random(f"log {kind} {seed}")
    who = learner(kind, seed)
    new_a_day, retention = chance.choice((3, 5, 10, 20)), chance.choice((0.8, 0.85, 0.9, 0.9, 0.94))
    absent, most = chance.choice((0, 0.05, 0.15, 0.3)), chance.choice((40, 1000, 1000))
    first = chance.choice(((30, 10, 50, 10), (15, 15, 60, 10), (50, 5, 40, 5), (20, 0, 80, 0)))
    buttons = chance.choice(((10, 80, 10), (20, 78, 2), (0, 100, 0), (5, 65, 30)))
    repeats = chance.random() < 0.5
    rows: list[Row] = []
    due: list[tuple[int, int]] = []
    truth: list[list[float]] = []
    planned: list[tuple[float | None, float | None]] = []
    last: list[int] = []
    day = 0
    while len(rows) < reviews:
        day += 1 if chance.random() > 0.004 else chance.randint(3, 25)
        if chance.random() < absent:
            continue
        waiting: list[int] = []
        while due and due[0][0] <= day:
            waiting.append(heapq.heappop(due)[1])
        chance.shuffle(waiting)
        for n in waiting[most:]:
            heapq.heappush(due, (day + 1, n))
        begun = len(truth)
        for _ in range(new_a_day):
            truth.append(who.new(chance))
            planned.append((None, None))
            last.append(day)
        for n in [*waiting[:most], *range(begun, len(truth))]:
            days = day - last[n]
            if n >= begun:
                rating = chance.choices((1, 2, 3, 4), first)[0]
            elif chance.random() < who.recall(truth[n], days):
                rating = chance.choices((2, 3, 4), buttons)[0]
            else:
                rating = 1
            given = [(rating, days)]
            while repeats and given[-1][0] == 1 and len(given) < 5:
                given.append((3 if chance.random() < 0.85 else 1, 0))
            for rated, since in given:
                who.answered(truth[n], rated, since)
                planned[n] = fsrs.step(fsrs.DEFAULTS, *planned[n], rated, since)
                rows.append(Row(str(n), day, rated))
            last[n] = day
            wait = round(fsrs.interval(fsrs.DEFAULTS, planned[n][0] or 0.1, retention) * chance.uniform(0.9, 1.1))
            late = int(chance.expovariate(1 / 3)) if chance.random() < 0.1 else 0
            heapq.heappush(due, (day + max(1, min(wait, 3650)) + late, n))
    return rows[:reviews]


def histories(rows: Sequence[Row]) -> list[History]:
    """The rows as histories of cards."""
    found: dict[str, History] = {}
    for row in rows:
        history = found.get(row.card)
        if history is None:
            history = found[row.card] = History([], [])
        history.days.append(row.day)  # type: ignore[attr-defined]
        history.ratings.append(row.rating)  # type: ignore[attr-defined]
    return list(found.values())


def bare(seen: Sequence[History]) -> tuple[float, ...]:
    """The package as it is; the published weights where it panics or is missing."""
    from fsrs_rs_python import FSRS

    try:
        return tuple(FSRS(list(fsrs.DEFAULTS)).compute_parameters(package.items(seen).items))
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001 - a panic of Rust
        return fsrs.DEFAULTS


def judged(rows: Sequence[Row], n: int, later: int) -> dict[str, float] | None:
    """The log loss of each fit of the first `n` rows on the next `later` ones, from the next day on."""
    seen = histories(rows[:n])
    since = rows[n - 1].day + 1
    whole = histories([row for row in rows if row.day <= rows[min(len(rows), n + later) - 1].day])
    came = recalled(whole, since)
    if not came:
        return None

    def mean(weights: Sequence[float]) -> float:
        return loss(foretold(weights, whole, since), came).mean

    share = sum(came) / len(came)
    return {
        "published": mean(fsrs.DEFAULTS),
        "bare": mean(bare(seen)),
        "quiz": mean(tuned(seen).weights or fsrs.DEFAULTS),
        "alone": mean(tuned(seen, by_package=False).weights or fsrs.DEFAULTS),
        "constant": loss([share] * len(came), came).mean,
        "later": float(len(came)),
    }


def table(learners: int, first: int, sizes: Sequence[int]) -> None:
    """Every kind of learner at every size: what the fits gain against the published weights."""
    print(
        f"{learners} learners of each of {len(KINDS)} kinds; log loss less that of the published weights: mean, worst"
    )
    print(f"{'reviews':>8} {'published':>10} {'bare':>17} {'quiz':>17} {'quiz alone':>17} {'quiz - bare':>12}")
    found: dict[int, list[dict[str, float]]] = {n: [] for n in sizes}
    for seed in range(first, first + learners):
        for kind in KINDS:
            rows = log_of(kind, seed, max(2 * max(sizes), max(sizes) + 1000))
            for n in sizes:
                one = judged(rows, n, max(1000, n))
                if one is not None:
                    found[n].append(one)
    for n, several in found.items():
        cells = []
        for name in ("bare", "quiz", "alone"):
            off = [one[name] - one["published"] for one in several]
            cells.append(f"{sum(off) / len(off):+.4f} {max(off):+.4f}")
        less = sum(one["quiz"] - one["bare"] for one in several) / len(several)
        whole = sum(one["published"] for one in several) / len(several)
        print(f"{n:>8} {whole:>10.4f} {cells[0]:>17} {cells[1]:>17} {cells[2]:>17} {less:>+12.4f}", flush=True)


def read(path: str) -> Iterator[Row]:
    """The rows of a log: card, day (a number, a date or a time), rating from 1 to 4; the columns by their names."""
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            names = {name.strip().lower(): value for name, value in row.items() if name}
            card = names.get("card") or names.get("card_id") or names["cid"]
            when = names.get("day") or names.get("time") or names.get("at") or names["date"]
            rating = int(names.get("rating") or names["grade"])
            if rating in fsrs.RATINGS:
                yield Row(card, _day(when), rating)


def _day(text: str) -> int:
    try:
        number = float(text)
    except ValueError:
        return int((datetime.fromisoformat(text).timestamp() - 4 * 3600) // 86400)
    if number < 1e6:
        return int(number)
    return int((number / (1000 if number > 1e11 else 1) - 4 * 3600) // 86400)


def real(path: str, share: float) -> None:
    """One log, cut in time."""
    rows = sorted(read(path), key=lambda row: row.day)
    one = judged(rows, max(1, int(len(rows) * share)), len(rows))
    if one is None:
        print("no card came a day or more after the cut")
        return
    print(f"{len(rows)} reviews, fitted to the first {share:.0%}, judged on {one['later']:.0f} later ones: log loss")
    for name in ("constant", "published", "bare", "quiz", "alone"):
        print(f"  {name:<10} {one[name]:.4f}")


def speed() -> None:
    """CPU seconds of fitting, trying and fitting once more, with the package and without."""
    for n in (10_000, 100_000, 1_000_000):
        seen = histories(log_of("near", 1, min(n, 100_000))) * max(1, n // 100_000)
        cells = []
        for by_package in (True, False):
            began = time.process_time()
            tuned(seen, by_package=by_package)
            cells.append(f"{time.process_time() - began:.2f} s")
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{n:>9} reviews: {cells[0]} with the package, {cells[1]} without; {most} MB", flush=True)


def main() -> None:
    """See above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--learners", type=int, default=3)
    parser.add_argument("--first", type=int, default=HELD_OUT)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--log")
    parser.add_argument("--share", type=float, default=0.8)
    parser.add_argument("--speed", action="store_true")
    given = parser.parse_args()
    if given.log:
        real(given.log, given.share)
    elif given.speed:
        speed()
    else:
        table(given.learners, given.first, [int(n) for n in given.sizes.split(",")])


if __name__ == "__main__":
    main()
