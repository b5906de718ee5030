"""What stands on the page."""

from __future__ import annotations

import re

import pytest

from quiz.report import trust
from quiz.report.keeping import gathered
from quiz.stats.calibration import Foretold, calibration
from quiz.stats.kept import Kept, Slice
from quiz.stats.share import share
from quiz.words import LANGUAGES, load


def week(first: int, hits: int, count: int, predicted: float = 0.9) -> Slice:
    """A week of reviews."""
    return Slice(first, count, 10.0, Kept(share(hits, count), predicted if count else None))


def test_weeks_with_few_reviews_are_taken_together() -> None:
    """Each point stands for twenty reviews at least, and no review is lost; busy weeks stand alone."""
    weeks = [week(0, 9, 10, 0.8), week(7, 0, 0), week(14, 10, 15, 0.9), week(21, 30, 40), week(28, 3, 4, 0.5)]

    found = gathered(weeks)

    assert [(one.first, one.kept.share.hits, one.kept.share.count) for one in found] == [(0, 19, 25), (21, 33, 44)]
    assert found[0].kept.predicted == pytest.approx((0.8 * 10 + 0.9 * 15) / 25)
    assert sum(one.answers for one in found) == sum(one.answers for one in weeks)
    assert sum(one.seconds for one in found) == 50.0


def test_a_short_log_is_one_point() -> None:
    """With fewer reviews than that in all, they are one point."""
    assert [one.kept.share.count for one in gathered([week(0, 1, 2), week(7, 2, 3)])] == [5]
    assert gathered([]) == []


def foretellings(came: float, said: float, count: int = 400) -> list[Foretold]:
    """Reviews of which a share came true, all foretold alike."""
    return [Foretold(f"c{n}", n // 10, n % 100 < came * 100, said, said, 5, 1, 0) for n in range(count)]


@pytest.mark.parametrize(
    ("came", "said", "count", "words"),
    [
        (0.9, 0.9, 12_000, "Yes: over 12,000 reviews 90 % were foretold and 90 % recalled."),
        (0.9, 0.9, 400, "So far, yes: over 400 reviews 90 % were foretold and 90 % recalled."),
        (0.7, 0.9, 400, "Not quite: over 400 reviews 90 % were foretold and only 70 % recalled."),
        (0.95, 0.8, 400, "You keep more than it thinks"),
        (0.9, 0.9, 50, "50 reviews are too few to tell"),
    ],
)
def test_a_plain_sentence_says_whether_it_can_be_trusted(came: float, said: float, count: int, words: str) -> None:
    """What was foretold and what came decide on the sentence, and the sentence names how many reviews it is from."""
    section = trust.trust(calibration(foretellings(came, said, count)), load("en"))

    assert section is not None
    assert words in section.markup().replace("\u00a0", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verdict_has_its_sentence(language: str) -> None:
    """Each verdict on the scheduler, and each age of cards and length of memory, can be said in both languages."""
    from quiz.stats.cards import STABILITIES
    from quiz.stats.count import AGES

    words = load(language)

    so_far = ("trusted-so-far", "sure-so-far", "shy-so-far")
    assert all(words.has(f"report.trust-{one}") and words.has(f"calibration.verdict-{one}") for one in so_far)
    assert all(words.has(f"report.trust-{one}") for one in ("few", "trusted", "high", "low", "sure", "shy", "blind"))
    assert all(words.has(f"report.age-{days}") for days in AGES)
    assert all(words.has(f"report.from-days-{days}") for days in STABILITIES)
    assert all(words.has(f"report.lasts-{n}") for n in range(len(STABILITIES)))
    assert not [
        key for key, text in words.sentences.items() if key.startswith("report.") and re.search("[<>]\\w{2}", text)
    ]


def test_nothing_foretold_has_no_section() -> None:
    """Without a spaced review there is nothing to judge."""
    assert trust.trust(calibration([]), load("en")) is None
