"""What is true of the figures of any log: everything is counted, and nothing twice."""

from __future__ import annotations

from math import exp, log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.memory import fsrs
from quiz.memory.memory import Memory
from quiz.memory.recall import retrievability_now
from quiz.memory.review import Review
from quiz.stats.cards import AHEAD_DAYS, hardest_of, survey
from quiz.stats.count import Count, count
from quiz.stats.figures import Figures, figures
from quiz.stats.kept import estimates, kept, total
from quiz.stats.share import share

TODAY = 20_000
CARDS = "abcdef"
BELONGS = {"a": ("date", "x"), "b": ("date", "y"), "c": ("money", "x"), "d": ("money", "x"), "e": ("list", "z")}
OTHER_WEIGHTS = (*fsrs.DEFAULTS[:20], 0.35)

REVIEWS = st.lists(
    st.builds(
        lambda card, ago, number, rating, hour, error, predicted, to: Review(
            "", card, ((TODAY - ago) * 24 + hour) * 3_600_000, 0, TODAY - ago, number, 0, number * 20, rating,
            "right" if rating > 1 else "wrong", to, True, 900, 5000, error, predicted, predicted,  # noqa: FBT003
        ),
        st.sampled_from(CARDS),
        st.integers(-2, 500),
        st.integers(0, 9),
        st.integers(1, 4),
        st.integers(0, 23),
        st.none() | st.floats(-0.9, 3),
        st.none() | st.floats(0.1, 1),
        st.sampled_from(["right", "wrong"]),
    ),
    max_size=40,
)  # fmt: skip
MEMORIES = st.dictionaries(
    st.sampled_from(CARDS),
    st.builds(
        lambda stability, ago, wait, reviews, lapses, aside, buried: Memory(
            "?", stability, 5.0, 0, TODAY - ago, TODAY + wait if reviews else None, 10, wait == 0 and reviews > 1,
            reviews, lapses, aside, TODAY if buried else None,
        ),
        st.floats(0.001, 36_500),
        st.integers(0, 3000),
        st.integers(-50, AHEAD_DAYS + 5),
        st.integers(0, 3),
        st.integers(0, 5),
        st.booleans(),
        st.booleans(),
    ),
).map(lambda found: {card: one._replace(card=card) for card, one in found.items()})  # fmt: skip
SINCE = st.none() | st.integers(TODAY - 400, TODAY)


def look(log_: list[Review], memories: dict[str, Memory], since: int | None) -> Figures:
    """The figures of a log, whatever is in it."""
    counts = count(log_, today=TODAY, since=TODAY - 364 if since is None else since)
    return figures(counts, memories, BELONGS, TODAY, since=since)


@settings(max_examples=30, deadline=None)
@given(REVIEWS, MEMORIES, SINCE)
def test_the_parts_are_the_whole(log_: list[Review], memories: dict[str, Memory], since: int | None) -> None:
    """Weeks, hours and ages each hold every answer of the period; kinds and decks those of the library's cards."""
    seen = look(log_, memories, since)
    period = total(one for day, one in seen.days.items() if day >= seen.since)
    own = [one for one in log_ if one.card in BELONGS and seen.since <= one.day <= TODAY]

    for parts in (seen.weeks, seen.hours, seen.ages):
        assert sum(one.answers for one in parts) == period.answers
        assert sum(one.kept.share.hits for one in parts) == period.recalled
        assert sum(one.kept.share.count for one in parts) == period.spaced
    for groups in (seen.kinds, seen.decks):
        assert sum(one.answers for one in groups) == len(own)
        assert sum(one.kept.share.count for one in groups) == sum(one.spaced for one in own)
        assert sum(one.overruled.hits for one in groups) == sum(one.to_right + one.to_wrong for one in groups)
        assert sum(one.standing.cards for one in groups) == seen.cards == len(BELONGS)
        assert sum(one.standing.met for one in groups) == seen.met
        assert sum(one.standing.recalled for one in groups) == pytest.approx(seen.recalled)
        assert sum(one.standing.due for one in groups) == seen.today.due
    assert seen.overruled.verdicts.hits == seen.overruled.to_right + seen.overruled.to_wrong
    assert sum(one.estimates.count for one in seen.months) == seen.estimates.count


@settings(max_examples=30, deadline=None)
@given(MEMORIES)
def test_every_card_is_in_one_place(memories: dict[str, Memory]) -> None:
    """One state, one chance, one stability each; and due on one day, or on none."""
    seen = survey(memories.values(), BELONGS, TODAY)
    states = seen.states
    known = [one for card, one in memories.items() if card in BELONGS]
    met = [one for one in known if one.reviews]

    assert states.new + states.learning + states.young + states.mature + states.suspended == len(BELONGS)
    assert sum(seen.recalls) == sum(seen.stabilities) == len(met)
    waiting = [one for one in met if not one.suspended and one.due is not None and one.due < TODAY + AHEAD_DAYS]
    assert seen.ahead.backlog + sum(seen.ahead.days) == len(waiting)


@pytest.mark.parametrize("weights", [(), OTHER_WEIGHTS])
@settings(max_examples=30, deadline=None)
@given(memories=MEMORIES)
def test_chances_are_those_of_the_model(weights: tuple[float, ...], memories: dict[str, Memory]) -> None:
    """What is added up in one loop is what the model says of each card, whatever its weights."""
    seen = survey(memories.values(), BELONGS, TODAY, weights)
    own = [one for card, one in memories.items() if card in BELONGS]

    expected = sum(retrievability_now(one, TODAY, weights=weights) for one in own)
    assert sum(one.recalled for one in seen.standing.values()) == pytest.approx(expected)


@settings(max_examples=30, deadline=None)
@given(MEMORIES, st.integers(1, 4))
def test_the_hardest_are_chosen_as_if_all_were_in_order(memories: dict[str, Memory], most: int) -> None:
    """That only a few are put in order changes nothing."""
    forgotten = [one for one in memories.values() if one.lapses and not one.suspended]
    inorder = sorted(forgotten, key=lambda one: (-one.lapses, -one.difficulty, one.card))

    assert hardest_of(memories.values(), most) == inorder[:most]


def test_what_was_kept_has_what_was_foretold_beside_it() -> None:
    """The mean chance of the same reviews, and nothing of none."""
    assert kept(Count(answers=9, spaced=4, recalled=3, predicted=3.4)).share == share(3, 4)
    assert kept(Count(answers=9, spaced=4, recalled=3, predicted=3.4)).predicted == pytest.approx(0.85)
    assert kept(Count(answers=2)).predicted is None


def test_bias_and_spread_are_mean_and_deviation_of_logarithms() -> None:
    """Half and double cancel out; one number has no spread; equal ones have none either."""
    errors = [log(0.5), log(2), log(1)]
    seen = estimates(Count(estimates=3, error=sum(errors), squares=sum(one * one for one in errors)))

    assert seen.bias == pytest.approx(0)
    assert seen.spread == pytest.approx(exp(log(2)) - 1)
    assert estimates(Count(estimates=1, error=log(1.1), squares=log(1.1) ** 2)).spread is None
    assert estimates(Count(estimates=4, error=4 * log(0.9), squares=4 * log(0.9) ** 2)).spread == pytest.approx(
        0, abs=1e-6
    )
    assert estimates(Count()).bias is None
