"""Weights fitted to a person, and tried on what came later."""

from __future__ import annotations

import random

import pytest

from quiz.memory import fitting, fsrs, package
from quiz.memory.difference import difference
from quiz.memory.replay import History, foretold, loss, recalled
from quiz.memory.tuning import FEWEST, tuned

#: Learners whose weights are known: one who keeps new things four times as long, one who forgets sooner and for good.
STRONG = (*(w * 4 for w in fsrs.DEFAULTS[:4]), *fsrs.DEFAULTS[4:])
WEAK = (*(w / 3 for w in fsrs.DEFAULTS[:4]), *fsrs.DEFAULTS[4:8], 1.4, *fsrs.DEFAULTS[9:20], 0.4)


def lived(weights: tuple[float, ...], cards: int, seed: int = 1, reviews: int = 8) -> list[History]:
    """Histories of a learner with these weights, asked by the published ones, some days late."""
    chance = random.Random(seed)
    found = []
    for n in range(cards):
        day, rating = n * 2, chance.choice((1, 3, 3, 3, 4))
        days, ratings = [day], [rating]
        truth = fsrs.step(weights, None, None, rating, 0)
        ours = fsrs.step(fsrs.DEFAULTS, None, None, rating, 0)
        for _ in range(reviews - 1):
            wait = max(1, round(ours[0])) + chance.choice((0, 0, 0, 1, 5))
            recall = fsrs.retrievability(weights, truth[0], wait)
            rating = chance.choice((2, 3, 3, 3, 4)) if chance.random() < recall else 1
            truth = fsrs.step(weights, *truth, rating, wait)
            ours = fsrs.step(fsrs.DEFAULTS, *ours, rating, wait)
            day += wait
            days.append(day)
            ratings.append(rating)
        found.append(History(days, ratings))
    return found


def mean(weights: tuple[float, ...], histories: list[History]) -> float:
    """The log loss of a review."""
    return loss(foretold(weights, histories), recalled(histories)).mean


@pytest.mark.parametrize("truth", [STRONG, WEAK], ids=["strong", "weak"])
def test_the_fit_finds_the_learner(truth: tuple[float, ...]) -> None:
    """Most of what can be gained on unseen reviews is gained, and what is kept of a first Good is met roughly."""
    unseen = lived(truth, 400, seed=99)

    found = tuned(lived(truth, 300, seed=3), by_package=False)

    assert found.why == "better"
    assert found.weights is not None
    assert fsrs.usable(found.weights)
    possible = mean(fsrs.DEFAULTS, unseen) - mean(truth, unseen)
    assert mean(fsrs.DEFAULTS, unseen) - mean(found.weights, unseen) > 0.8 * possible
    assert found.weights[2] == pytest.approx(truth[2], rel=0.4)


def test_a_learner_like_the_published_one_keeps_the_published_weights_nearly() -> None:
    """Where there is nothing to find, nearly nothing is lost on reviews that the fit has not seen."""
    histories, unseen = lived(fsrs.DEFAULTS, 60), lived(fsrs.DEFAULTS, 400, seed=9)

    weights = fitting.moved(fitting.shrunk(fitting.fitted(histories), 480))

    assert mean(weights, unseen) < mean(fsrs.DEFAULTS, unseen) + 0.01


def test_weights_that_foretell_worse_are_not_taken() -> None:
    """Against weights that have seen the later reviews, those fitted to the earlier ones lose: these stay in force."""
    histories = lived(WEAK, 40)
    now = fitting.moved(fitting.fitted(histories))

    found = tuned(histories, now)

    assert found.why == "not-better"
    assert found.weights is None
    assert found.gain is not None
    assert found.gain.value >= 0


@pytest.mark.parametrize(
    "histories",
    [
        [],
        [History([3], [3])],
        [History([3, 3, 3], [1, 1, 3])],
        [History([3, 4, 9], [3, 3, 1])],
        [History([n], [3]) for n in range(500)],
    ],
    ids=["none", "one", "one day", "three", "no next day"],
)
def test_few_reviews_say_nothing(histories: list[History]) -> None:
    """Without fifty reviews after a night nothing is fitted."""
    assert tuned(histories).why == "too-few"
    assert sum(map(len, map(recalled, [histories]))) < FEWEST


@pytest.mark.parametrize(
    "histories",
    [
        [History(list(range(0, 400, 2)), [3] * 200)],
        [History([n, n + 1, n + 3], [1, 1, 1]) for n in range(60)],
        [History([n, n + 8, n + 30], [4, 4, 4]) for n in range(60)],
        [History([0, 7], [3, 1]) for _ in range(60)],
    ],
    ids=["one card", "all Again", "all Easy", "all on one day"],
)
def test_odd_histories_give_usable_weights_or_none(histories: list[History]) -> None:
    """One card, one answer, one day: whatever is found can be the weights of the model."""
    found = tuned(histories)

    assert found.why in {"better", "not-better"}
    assert found.weights is None or fsrs.usable(found.weights)


@pytest.mark.parametrize(
    "histories",
    [[], [History([3, 3], [1, 3])], [History([3, 4], [3, 3])], [History([3, 4], [1, 1])] * 9],
    ids=["none", "no next day", "one", "all Again"],
)
def test_the_package_never_ends_the_program(histories: list[History]) -> None:
    """Where the package panics or finds nothing, there are no weights; a panic is no Exception."""
    found = package.fitted(package.items(histories))

    assert found is None or fsrs.usable(found)


def test_a_panic_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the package raises, even a BaseException, comes to no weights."""

    class Panic(BaseException):
        pass

    class Model:
        def __init__(self, weights: list[float]) -> None: ...

        def compute_parameters(self, _items: list[object]) -> list[float]:
            raise Panic

    monkeypatch.setattr("fsrs_rs_python.FSRS", Model)

    assert package.fitted(package.items([History([3, 4], [3, 3])])) is None


def test_long_logs_are_fitted_by_the_package_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above a length the package fits, else this program by a part; both gain on the same learner."""
    monkeypatch.setattr(package, "ENOUGH", 300)
    monkeypatch.setattr(package, "LONG", 1000)
    histories = lived(WEAK, 300)

    by = {used: tuned(histories, by_package=used) for used in (True, False)}

    assert {used: one.by for used, one in by.items()} == {True: "package", False: "quiz"}
    for one in by.values():
        assert one.weights is not None
        assert mean(one.weights, histories) < mean(fsrs.DEFAULTS, histories) - 0.01


def test_a_log_that_this_program_reads_whole_is_not_given_to_the_package() -> None:
    """To choose between two fits by a short last fifth would be to choose by chance."""
    histories = lived(WEAK, 120)

    assert tuned(histories, by_package=True) == tuned(histories, by_package=False)


def test_of_two_fits_the_better_one_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the package installed, what is taken is never worse on the later reviews than this program's own fit."""
    monkeypatch.setattr(package, "ENOUGH", 300)
    histories = lived(WEAK, 120)

    alone, both = (tuned(histories, by_package=used) for used in (False, True))

    assert both.fitted <= alone.fitted


def test_the_end_does_not_depend_on_the_beginning() -> None:
    """From another start the same weights are found, to within what chance moves them."""
    histories = lived(STRONG, 80)
    once = fitting.fitted(histories)

    again = fitting.fitted(histories, once)

    assert again == pytest.approx(once, abs=0.1)


def test_a_part_is_every_so_many_th_card() -> None:
    """No chance takes part in it; the part is spread over all cards."""
    cards = [History([n, n + 1], [3, 3]) for n in range(100)]

    assert fitting.part(cards, 25, 100) == cards[::4]
    assert fitting.part(cards, 100, 100) == cards


def test_the_interval_of_a_difference() -> None:
    """Worked out by hand: four reviews on four days; on one day, the four are worth less."""
    new, old = [0.1, 0.2, 0.3, 0.4], [0.2, 0.2, 0.2, 0.6]

    apart = difference(new, old, [1, 2, 3, 4])
    same = difference([0.1, 0.1, 0.3, 0.3], [0.2, 0.2, 0.2, 0.2], [1, 1, 2, 2])

    assert apart.value == pytest.approx(-0.05)
    assert (apart.high - apart.low) / 2 == pytest.approx(1.96 * (0.05 * 4 / 3) ** 0.5 / 4, rel=1e-3)
    assert same.value == pytest.approx(0)
    assert same.high == pytest.approx(1.96 * (0.08 * 2) ** 0.5 / 4, rel=1e-3)
