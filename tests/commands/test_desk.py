"""What a session is given of the world: the pace of the person, the sources of the decks, cards kept apart."""

from __future__ import annotations

import io
from argparse import Namespace
from pathlib import Path

import pytest

from quiz.commands.desk import session_of
from quiz.commands.study import APART_DAYS, DAY_MS, DEFAULTS, planned
from quiz.house import House, Streams
from quiz.memory.event import Event
from quiz.study.pace import ENOUGH, Pace

NOW = "2026-03-10T10:00:00+01:00"
TODAY = 20_522
DECK = """\
deck: animals
language: en
sources:
  book: {title: The Book, author: Ann, published: 2019-05-04}
cards:
  - {question: When was the fox seen?, date: 4 May 2019, id: fox, source: book}
""" + "".join(f"  - {{question: Who is {name}?, answer: {name}, id: {name}}}\n" for name in ("wolf", "hare", "lynx"))


@pytest.fixture
def house(tmp_path: Path):
    """A learner with one deck, whose cards are all due today."""
    (tmp_path / "data" / "decks").mkdir(parents=True)
    (tmp_path / "data" / "decks" / "animals.yaml").write_text(DECK, encoding="utf-8")
    environ = {"QUIZ_HOME": str(tmp_path), "QUIZ_NOW": NOW}
    house = House(Streams(io.StringIO(), io.StringIO(), io.StringIO()), environ, "en")
    house.journal().append([review(day=-9, card=f"animals/{name}") for name in ("fox", "wolf", "hare", "lynx")])
    yield house
    house.close()


def review(day: int, card: str, minute: int = 0, **more: object) -> Event:
    """A review some days before today; right unless it is said otherwise."""
    at = (TODAY + day) * DAY_MS + 9 * 3_600_000 + minute * 60_000
    said = {"rating": 3, "verdict": "right"} | more
    return Event(at=at, offset=60, device="d", kind="reviewed", card=card, **said)


def plan_of(house: House):
    """What is asked of the deck today."""
    return planned(Namespace(**DEFAULTS | {"decks": ["animals"]}), house)


def begun(house: House):
    """The session as it begins."""
    plan = plan_of(house)
    return session_of(plan.library, plan.order, plan.seed, house)


def test_a_session_knows_the_sources_of_its_decks(house):
    """They are cited, and the year of publication is known to those who judge."""
    (source,) = begun(house).sources["animals"].values()

    assert (source.key, source.title, source.author, source.published) == ("book", "The Book", "Ann", "2019-05-04")


@pytest.mark.parametrize(
    ("times", "pace"),
    [(range(1000, 1000 + ENOUGH - 1), None), (range(1000, 1000 + ENOUGH), Pace(1050, 1169)), ([None] * ENOUGH, None)],
)
def test_a_session_knows_the_pace_of_the_person(house, times, pace):
    """From two hundred timed right answers on, of whatever cards."""
    house.journal().append([review(-2, f"other/{n}", n, first_ms=ms) for n, ms in enumerate(times)])

    assert begun(house).settings.pace == pace


@pytest.mark.parametrize(("day", "apart"), [(-1, True), (-APART_DAYS, True), (-APART_DAYS - 1, False)])
def test_confused_cards_are_asked_apart(house, day, apart):
    """Two cards that stood side by side do not once they were confused, for thirty days."""
    before = plan_of(house).order
    one, other = before[1:3]
    # Without a rating, so that nothing else changes the order.
    confused = review(day, one, rating=None, verdict="wrong", rest={"confused_with": other})
    house.journal().append([confused])
    after = plan_of(house).order

    assert len(before) == 4
    assert (after != before) == apart
    assert sorted(after) == sorted(before)
    assert (abs(after.index(one) - after.index(other)) > 1) == apart
