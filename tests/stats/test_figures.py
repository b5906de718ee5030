"""The figures of small logs, exactly."""

from __future__ import annotations

import json
from math import exp, log

import pytest

from quiz.memory.event import Event
from quiz.memory.memory import Memory
from quiz.memory.recall import recall
from quiz.memory.review import reviews
from quiz.stats.as_json import VIEWS, to_json
from quiz.stats.cards import AHEAD_DAYS, Ahead, States
from quiz.stats.count import LONGEST_ANSWER_MS, count
from quiz.stats.figures import YEAR_DAYS, HardCard, figures, with_usual
from quiz.stats.share import share

DAY_MS = 86_400_000
TODAY = 20_000
MARKS = {1: "wrong", 2: "close", 3: "right"}


def ago(days: int, minute: int = 0) -> int:
    """Ten in the morning, some days ago."""
    return (TODAY - days) * DAY_MS + 10 * 3_600_000 + minute * 60_000


def answer(card: str, days: int, rating: int = 3, minute: int = 0, **said) -> Event:
    """An answer some days ago."""
    said = {"verdict": MARKS[rating], "typed": "x", "took_ms": 5_000, **said}
    return Event(ago(days, minute), 0, "here", "reviewed", card, rating, **said)


def about(event: Event, kind: str, minutes: int = 1, **said) -> Event:
    """An event about another one, some minutes later."""
    return Event(event.at + minutes * 60_000, 0, "here", kind, event.card, rest={"of": event.id}, **said)


def look(*events: Event, kinds: str | dict[str, str] = "abc", **more):
    """The figures of a log; the kinds of the cards are `answer` unless given, and their deck is `deck`."""
    kinds = dict.fromkeys(kinds, "answer") if isinstance(kinds, str) else kinds
    cards = {event.card for event in events}
    own = {card: [event for event in events if event.card == card] for card in cards}
    memories = more.pop("memories", {card: recall(several) for card, several in own.items()})
    since = more.get("since")
    counts = count(
        (one for several in own.values() for one in reviews(several)),
        today=TODAY,
        since=TODAY - YEAR_DAYS + 1 if since is None else since,
    )
    return figures(counts, memories, {card: (kind, "deck") for card, kind in kinds.items()}, TODAY, **more)


def test_an_empty_log_has_figures_too():
    """Everything is nothing; what cannot be said is None."""
    seen = look()

    assert (seen.today.answers, seen.streak, seen.met, seen.recalled, seen.answers) == (0, 0, 0, 0, 0)
    assert (seen.month.share.value, seen.estimates.bias, seen.weeks, seen.hardest, seen.days) == (
        None,
        None,
        (),
        (),
        {},
    )
    assert seen.states == States(new=3, learning=0, young=0, mature=0, suspended=0)


def test_today_is_counted_in_answers_cards_and_new_cards():
    """A card answered twice is one card; one that was met before is not new."""
    seen = look(answer("a", 3), answer("a", 0), answer("b", 0, 1, minute=1), answer("b", 0, minute=2))

    assert (seen.today.answers, seen.today.cards, seen.today.new, seen.today.seconds) == (3, 2, 1, 15.0)


def test_a_pause_is_not_time_spent():
    """An answer counts two minutes at most, and one without a time none."""
    seen = look(answer("a", 0, took_ms=10**7), answer("b", 0, took_ms=None), answer("c", 40, took_ms=1_000))

    assert seen.today.seconds == seen.seconds_month == LONGEST_ANSWER_MS / 1000
    assert seen.seconds == LONGEST_ANSWER_MS / 1000 + 1


def test_retention_counts_reviews_a_day_or_more_after_the_last():
    """First meetings and repetitions on the same day say nothing of memory; Hard is a recall."""
    seen = look(
        answer("a", 5),
        answer("a", 3, 2),
        answer("a", 1, 1),
        answer("a", 1, 3, minute=1),
        answer("b", 1),
        answer("b", 0),
    )

    assert seen.month.share == share(2, 3)


def test_retention_looks_back_thirty_days():
    """What is longer ago is history; its last review still counts as the one before."""
    seen = look(answer("a", 60), answer("a", 30, 1), answer("a", 29))

    assert seen.month.share == share(1, 1)


def test_an_overruled_answer_counts_as_the_learner_said():
    """Retention follows the last regrading; the machine's error is counted apart."""
    wrong, right = answer("a", 1, 1), answer("b", 1, 3)
    seen = look(
        answer("a", 5),
        answer("b", 5),
        wrong,
        right,
        about(wrong, "regraded", rating=3, verdict="right"),
        about(right, "regraded", rating=1, verdict="wrong"),
        about(right, "regraded", 2, rating=3, verdict="right"),
    )

    assert seen.month.share == share(2, 2)
    assert (seen.kinds[0].overruled, seen.kinds[0].to_right, seen.kinds[0].to_wrong) == (share(1, 4), 1, 0)


def test_what_was_undone_did_not_happen():
    """It is in no figure; an undone overruling leaves the machine's verdict."""
    undone, wrong = answer("a", 0), answer("b", 0, 1)
    overruling = about(wrong, "regraded", rating=3, verdict="right")
    seen = look(answer("b", 4), undone, about(undone, "undone"), wrong, overruling, about(overruling, "undone"))

    assert (seen.today.answers, seen.today.cards, seen.month.share) == (1, 1, share(0, 1))
    assert seen.kinds[0].overruled == share(0, 2)


def test_a_forgotten_card_begins_anew():
    """Its next review is a first meeting."""
    seen = look(answer("a", 4), Event(ago(2), 0, "here", "forgotten", "a"), answer("a", 0))

    assert (seen.month.share.count, seen.today.new) == (0, 1)


def test_each_kind_has_its_retention():
    """In the order of their names; cards that the library no longer holds have none."""
    seen = look(
        answer("a", 2),
        answer("a", 1),
        answer("b", 2),
        answer("b", 1, 1),
        answer("z", 1),
        kinds={"a": "date", "b": "money"},
    )

    assert [(one.name, one.kept.share) for one in seen.kinds] == [("date", share(1, 1)), ("money", share(0, 1))]


def test_giving_up_is_no_verdict_of_the_machine():
    """What was overruled then was not an error of the grader."""
    given_up = answer("a", 0, 1, typed="", rest={"reasons": ["gave-up"]})
    seen = look(given_up, about(given_up, "regraded", rating=3, verdict="right"))

    assert seen.kinds[0].overruled == share(0, 0)


@pytest.mark.parametrize(
    ("days", "streak", "longest"),
    [([], 0, 0), ([0], 1, 1), ([1, 2], 2, 2), ([0, 1, 2, 4], 3, 3), ([2, 3], 0, 2), ([0, 5, 6, 7], 1, 3)],
)
def test_a_streak_is_days_in_a_row_up_to_today(days, streak, longest):
    """A day without an answer ends it, unless the day is today, which is not over."""
    seen = look(*(answer("a", day) for day in days))

    assert (seen.streak, seen.longest_streak) == (streak, longest)


def test_a_study_day_ends_at_four_in_the_morning():
    """An answer at three in the night belongs to the day before, where it was lived."""
    night = Event(TODAY * DAY_MS + 3 * 3_600_000, 0, "here", "reviewed", "a", 3, "right")
    abroad = Event(TODAY * DAY_MS + 3 * 3_600_000, 120, "here", "reviewed", "b", 3, "right")

    assert [one.answers for one in look(night).days.values()] == [1]
    assert (look(night).today.answers, look(abroad).today.answers) == (0, 1)


def test_every_day_with_answers_is_there():
    """Also those before the period; 2024-10-04 is day 20,000."""
    seen = look(answer("a", 400), answer("a", 1), answer("a", 0), answer("b", 0))

    assert {day: one.answers for day, one in seen.days.items()} == {TODAY - 400: 1, TODAY - 1: 1, TODAY: 2}
    assert to_json(seen)["year"] == {"2024-10-03": 1, "2024-10-04": 2}
    assert (to_json(seen)["day"], seen.answers) == ("2024-10-04", 4)


def test_dues_are_foretold_and_the_backlog_is_told_apart():
    """Overdue cards are backlog, buried ones due tomorrow; suspended and new ones are not due."""
    memories = {
        one.card: one
        for one in (
            Memory("a", 1.0, 5.0, due=TODAY - 9, reviews=1),
            Memory("b", 1.0, 5.0, due=TODAY, reviews=1, again=True),
            Memory("c", 1.0, 5.0, due=TODAY - 1, reviews=1, buried_on=TODAY),
            Memory("d", 1.0, 5.0, due=TODAY - 1, reviews=1, buried_on=TODAY - 1),
            Memory("e", 1.0, 5.0, due=TODAY + 13, reviews=1),
            Memory("f", 1.0, 5.0, due=TODAY + AHEAD_DAYS, reviews=1),
            Memory("g", 1.0, 5.0, due=TODAY, reviews=1, suspended=True),
            Memory("h"),
        )
    }
    seen = look(kinds="abcdefgh", memories=memories)

    assert seen.ahead == Ahead(2, (1, 1, *[0] * 11, 1, *[0] * (AHEAD_DAYS - 14)))
    assert (seen.today.due, to_json(seen)["due"]) == (3, [3, 1, *[0] * 11, 1])


def test_the_week_is_today_and_six_days():
    """What is due in seven days is next week's."""
    memories = {
        card: Memory(card, 1.0, 5.0, due=TODAY + wait, reviews=1) for card, wait in zip("abc", (0, 6, 7), strict=True)
    }
    seen = look(memories=memories)

    assert (seen.today.due, to_json(seen)["due_week"]) == (1, 2)


def test_cards_are_counted_by_state():
    """Each card of the library in exactly one."""
    memories = {
        "a": Memory("a", 1.0, 5.0, due=TODAY, reviews=2, again=True),
        "b": Memory("b", 9.0, 5.0, due=TODAY, interval=20, reviews=2),
        "c": Memory("c", 9.0, 5.0, due=TODAY, interval=21, reviews=2),
        "d": Memory("d", suspended=True),
        "e": Memory("e", buried_on=TODAY),
        "gone": Memory("gone", 1.0, 5.0, due=TODAY, reviews=1),
    }
    seen = look(kinds="abcdef", memories=memories)

    assert seen.states == States(new=2, learning=1, young=1, mature=1, suspended=1)
    assert seen.met == 3


def test_recall_now_adds_up_what_is_likely_remembered():
    """A card reviewed today counts whole, one reviewed its stability ago for nine tenths."""
    memories = {
        "a": Memory("a", 10.0, 5.0, last_day=TODAY, due=TODAY + 10, reviews=1),
        "b": Memory("b", 10.0, 5.0, last_day=TODAY - 10, due=TODAY, reviews=1),
    }

    assert look(memories=memories).recalled == pytest.approx(1.9)


def test_the_hardest_cards_are_those_most_often_forgotten():
    """With the wrong answer that is usual, and what was kept of them."""
    memories = {
        "a": Memory("a", 1.0, 9.0, due=TODAY, reviews=3, lapses=2),
        "b": Memory("b", 1.0, 9.0, due=TODAY, reviews=3, lapses=5),
        "c": Memory("c", 1.0, 9.0, due=TODAY, reviews=3),
    }
    seen = look(answer("a", 3), answer("a", 1, 1), memories=memories)
    seen = with_usual(seen, {"a": "24", "c": "x"})

    (other, one) = seen.hardest
    assert (other, one.card, one.lapses, one.usual) == (HardCard("b", 5, ""), "a", 2, "24")
    assert one.kept.share == share(0, 1)


def test_the_bias_is_the_mean_error_of_typed_amounts():
    """Geometric, so that half and double cancel out; a wrong scale is another mistake and left out."""
    errors = [-0.1, 0.05, 999.0, -1.0]
    seen = look(*(answer("a", 0, minute=n, rest={"relative_error": error}) for n, error in enumerate(errors)))

    assert seen.estimates.count == 2
    assert seen.estimates.bias == pytest.approx(exp((log(0.9) + log(1.05)) / 2) - 1)
    assert seen.estimates.spread == pytest.approx(exp((log(1.05) - log(0.9)) / 2**0.5) - 1)


def test_figures_are_json():
    """Every key is there, and a reader gets back what was written."""
    wrong = answer("a", 1, 1)
    told = to_json(look(answer("a", 3), wrong, about(wrong, "regraded", rating=3, verdict="right")))

    assert json.loads(json.dumps(told, allow_nan=False)) == told
    assert told["kinds"]["answer"]["overruled"] == {"hits": 1, "count": 2, "value": 0.5, "low": 0.0945, "high": 0.9055}
    assert told["retention"]["count"] == 1
    assert len(told["due"]) == 14


def test_a_view_prints_its_part():
    """The keys of a view have the values that they have among all."""
    seen = look(answer("a", 3), answer("a", 1))
    told = to_json(seen)

    for view, named in VIEWS.items():
        assert to_json(seen, view) == {key: told[key] for key in ("day", "since", *named)}
    assert {"day", "since", "year"}.union(*VIEWS.values()) == set(told), "no key is in no view"
