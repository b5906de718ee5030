"""What was foretold against what came: bins, errors and losses worked out by hand, and what is said of them."""

from __future__ import annotations

import random

import pytest

from quiz.stats.calibration import Foretold, Past, calibration, foretold, histories, needed, past

#: Ten reviews: the day, what was foretold, what came.
TEN = [
    (1, 0.9, True), (1, 0.9, True), (2, 0.9, False), (2, 0.8, True), (3, 0.8, False),
    (3, 0.5, True), (4, 0.5, False), (4, 0.95, True), (5, 0.7, True), (5, 0.7, True),
]  # fmt: skip


def seen(rows: list[tuple[int, float, bool]], *, card: str = "a", published: float | None = None) -> list[Foretold]:
    """Spaced reviews, three days after the one before, each the second of its card."""
    return [
        Foretold(card, day, came, chance, chance if published is None else published, 3, 1, 0)
        for day, chance, came in rows
    ]


def chances(how: str, count: int = 1000) -> list[Foretold]:
    """Many reviews of a learner whom the scheduler knows, or misjudges in one way."""
    chance = random.Random(5)
    rows = []
    for n in range(count):
        truth = chance.uniform(0.6, 0.9)
        told = {
            "known": truth,
            "hopeful": truth + 0.08,
            "timid": truth - 0.1,
            "sure": 0.75 + (truth - 0.75) * 1.6,
            "shy": 0.75 + (truth - 0.75) * 0.1,
        }[how]
        rows.append((n // 20, told, chance.random() < truth))
    return seen(rows)


def test_ten_reviews_by_hand() -> None:
    """7 of 10 were recalled where 7.65 were foretold; losses, ranks and the interval are worked out on paper."""
    told = calibration(seen(TEN))

    assert (told.share.hits, told.share.count) == (7, 10)
    assert told.predicted == pytest.approx(0.765)
    assert told.bias is not None
    assert told.bias.value == pytest.approx(0.065)
    assert told.loss == pytest.approx(
        (3 * 0.10536 - 0.10536 + 2.30259 + 0.22314 + 1.60944 + 2 * 0.69315 + 0.05129 + 2 * 0.35667) / 10, abs=1e-4
    )
    assert told.constant == pytest.approx(-(7 * -0.35667 + 3 * -1.20397) / 10, abs=1e-4)
    # 21 pairs of a success and a failure: .9 and .9 beat two of three and tie one, .8 one and ties one, and so on.
    assert told.auc == pytest.approx((2 * 2.5 + 1.5 + 0.5 + 3 + 2 * 1) / 21)
    assert told.verdict == "few"
    assert told.against_published is None
    assert told.kinds == ()


def test_one_bin_of_ten_has_a_wilson_interval() -> None:
    """7 of 10 lie between 40 and 89 % (Wilson, 95 %)."""
    (only,) = calibration(seen(TEN)).bins

    assert (only.low, only.high, only.predicted) == (0.5, 0.95, pytest.approx(0.765))
    assert (only.share.low, only.share.high) == (pytest.approx(0.3968, abs=1e-4), pytest.approx(0.8922, abs=1e-4))


def test_bins_hold_about_as_many_and_what_is_alike_stays_together() -> None:
    """100 reviews make four bins; where 60 were foretold the same, these are one bin."""
    even = calibration(seen([(n, 0.5 + n / 250, True) for n in range(100)]))
    alike = calibration(seen([(n, 0.9 if n < 60 else 0.5 + n / 1000, True) for n in range(100)]))

    assert [one.share.count for one in even.bins] == [25, 25, 25, 25]
    assert [one.share.count for one in alike.bins] == [25, 75]
    assert sum(one.share.count for one in alike.bins) == 100


def test_the_error_is_of_groups_of_alike_reviews() -> None:
    """Four reviews after 3 days, two of them foretold .1 too high each; two after 300 days, .3 too low together."""
    reviews = [*[(3, 0.9, True)] * 3, (3, 0.9, False), (300, 0.7, True), (300, 0.7, True)]
    rows = [Foretold("a", 1, came, chance, chance, elapsed, 1, 0) for elapsed, chance, came in reviews]

    expected = ((4 * (0.9 - 0.75) ** 2 + 2 * (0.7 - 1) ** 2) / 6) ** 0.5
    assert calibration(rows).error == pytest.approx(expected)


@pytest.mark.parametrize(
    ("how", "verdict"),
    [("known", "trusted"), ("hopeful", "high"), ("timid", "low"), ("sure", "sure"), ("shy", "shy")],
)
def test_what_is_said_of_a_scheduler(how: str, verdict: str) -> None:
    """The direction in which it errs is told from 4,000 reviews; from ninety nothing is said."""
    assert calibration(chances(how, 4000)).verdict == verdict
    assert calibration(chances(how, 90)).verdict == "few"


def test_losses_are_compared_with_an_interval() -> None:
    """Against a worse foretelling the weights in force win for sure, and the interval says by how much."""
    told = calibration([one._replace(by_default=0.5) for one in chances("known", 2000)])

    assert told.against_published is not None
    assert told.against_published.high < 0
    assert told.against_published.value == pytest.approx(told.loss - told.published)
    assert told.against_constant is not None
    assert told.against_constant.value == pytest.approx(told.loss - told.constant)


def test_kinds_and_cards_are_told_apart() -> None:
    """Each kind of answer has its own share and losses; other cards are left out."""
    rows = [*seen(TEN, card="a"), *seen(TEN[:5], card="b"), *seen(TEN, card="c")]

    told = calibration(rows, {"a": "date", "b": "text", "c": "text"}, {"a", "b"})

    assert [(one.name, one.share.count) for one in told.kinds] == [("date", 10), ("text", 5)]
    assert told.kinds[0].loss == pytest.approx(calibration(seen(TEN)).loss)
    assert told.reviews == 15


def test_nothing_comes_of_nothing() -> None:
    """Without spaced reviews nothing is said; where all succeed there is no AUC."""
    assert calibration([]).verdict == "few"
    assert calibration([]).bins == ()
    assert calibration(seen([(1, 0.9, True)] * 3)).auc is None


def test_a_life_becomes_a_history_and_what_was_foretold() -> None:
    """A card that was begun anew has two histories; elapsed days and lapses are counted within each."""
    lived = [
        Past("a", 0, 10, 1, None, None), Past("a", 1, 10, 3, None, None), Past("a", 2, 13, 1, 0.8, 0.7),
        Past("a", 0, 20, 3, None, None), Past("a", 1, 24, 3, 0.9, 0.9),
        Past("b", 0, 9, 4, None, None),
    ]  # fmt: skip

    assert [(list(one.days), list(one.ratings)) for one in histories(lived)] == [
        ([10, 10, 13], [1, 3, 1]), ([20, 24], [3, 3]), ([9], [4]),
    ]  # fmt: skip
    assert list(foretold(lived)) == [
        ("a", 13, False, 0.8, 0.7, 3, 2, 1),
        ("a", 24, True, 0.9, 0.9, 4, 1, 0),
    ]
    assert [one.day for one in foretold(lived, since=20)] == [24]
    assert list(past([])) == []


def test_how_many_reviews_it_takes() -> None:
    """±2 points at 90 % take 864 reviews: 1.96² · .09 / .0004."""
    assert needed(0.02, 0.9) == 864
