"""`quiz fit`, and the fit that a session brings along."""

from __future__ import annotations

import json
import os
import random
import select
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from quiz.commands import fitting_apart, tuning
from quiz.commands.fitting_apart import Apart
from quiz.house import House, Streams
from quiz.journal import Journal
from quiz.memory import fsrs
from quiz.memory.day import Moment
from quiz.memory.event import Event
from quiz.memory.recall import after

DAY = 24 * 60 * 60 * 1000
FIRST_DAY = 20_000
NOW = "2026-11-22T12:00:00+00:00"
#: Somebody who forgets new things three times as soon, and more steeply.
WEAK = (*(w / 3 for w in fsrs.DEFAULTS[:4]), *fsrs.DEFAULTS[4:20], 0.35)

#: Stability and difficulty; of a new card there are none.
State = tuple[float | None, float | None]
NEW: State = (None, None)


def reviewed(day: int, card: str, rating: int, n: int = 0) -> Event:
    """An answer at noon."""
    at = (FIRST_DAY + day) * DAY + DAY // 2 + n * 1000
    return Event(at, 0, "devicex1", "reviewed", card, rating, "right" if rating > 1 else "wrong", "x", 900, 4000)


def a_log(reviews: int, card: str = "deck/{}") -> list[Event]:
    """So many answers of a learner with these weights, two new cards a day, asked by the published ones."""
    chance = random.Random(7)
    waiting: dict[int, list[tuple[str, State, State, int]]] = {}
    events: list[Event] = []
    day = 0
    while len(events) < reviews:
        new = [(card.format(f"{day}-{n}"), NEW, NEW, day) for n in (0, 1)]
        for name, truth, ours, last in [*waiting.pop(day, []), *new]:
            since = day - last
            recall = 0.7 if truth[0] is None else fsrs.retrievability(WEAK, truth[0], since)
            rating = 3 if chance.random() < recall else 1
            planned = fsrs.step(fsrs.DEFAULTS, *ours, rating, since)
            events.append(reviewed(day, name, rating, len(events) % 1000))
            then = day + max(1, round(planned[0]))
            waiting.setdefault(then, []).append((name, fsrs.step(WEAK, *truth, rating, since), planned, day))
        day += 1
    return events[:reviews]


@pytest.fixture
def house(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """A house without a terminal, in November 2026."""
    monkeypatch.setenv("QUIZ_NOW", NOW)
    return House(Streams(StringIO(), StringIO(), StringIO()), {**os.environ, "QUIZ_HOME": str(own_home), "LANG": "C"})


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The end of a session waits as long as the machine needs."""
    monkeypatch.setattr(fitting_apart, "PATIENCE_S", 120.0)


@pytest.fixture
def keep(own_home: Path) -> Callable[[list[Event]], Path]:
    """Put these events into the journal."""

    def keep(events: list[Event]) -> Path:
        path = own_home / "data" / "journal.db"
        path.parent.mkdir(exist_ok=True)
        with Journal.open(path) as journal:
            journal.merge(events)
        return path

    return keep


def tunings(path: Path) -> list[dict[str, Any]]:
    """What the tuned events say."""
    with Journal.open(path) as journal:
        return [dict(event.rest) for event in journal.events() if event.kind == "tuned"]


def test_a_fit_changes_what_is_known_and_no_day(house: House, keep: Callable[[list[Event]], Path]) -> None:
    """After a tuning every card is due on the day that was promised, and its next review goes by the new weights."""
    path = keep(a_log(800))
    with Journal.open(path) as journal:
        before = {memory.card: memory for memory in journal.changed_since(0)}
        found = tuning.tuned_by(tuning.lived(journal), journal)
    assert found.weights is not None

    tuning.write(found.weights, found.reviews, house.now(), house)

    journal = house.journal()
    now = {memory.card: memory for memory in journal.changed_since(0)}
    assert journal.weights == found.weights
    assert {card: memory.due for card, memory in now.items()} == {card: memory.due for card, memory in before.items()}
    assert any(now[card].stability != before[card].stability for card in now)
    card = next(card for card, memory in now.items() if not memory.again)
    at = house.now().at + DAY
    answer = Event(at, 0, "devicex1", "reviewed", card, 3, "right", "x")
    (then,) = journal.append([answer])
    assert then == after(now[card], answer, weights=found.weights)
    assert then.interval != after(before[card], answer).interval


def test_the_command(run: Callable[..., Any], keep: Callable[[list[Event]], Path]) -> None:
    """It fits and writes; again, it finds nothing better; --reset puts the published parameters in force, once."""
    path = keep(a_log(900))

    first = run("fit")
    again = run("fit")
    reset, twice = run("fit", "--reset"), run("fit", "--reset")

    assert first.code == again.code == reset.code == 0
    assert "Parameters fitted to your 900 reviews" in first.out
    assert "stay as they are" in again.out
    assert "published parameters are in force again" in reset.out
    assert "already" in twice.out
    one, two = tunings(path)
    assert fsrs.usable(one["parameters"])
    assert one["reviews"] == 900
    assert two["parameters"] == list(fsrs.DEFAULTS)


def test_a_dry_run_writes_nothing(run: Callable[..., Any], keep: Callable[[list[Event]], Path]) -> None:
    """--dry-run tells the same and leaves the log as it is; also with --reset and --json."""
    path = keep(a_log(900))

    told = run("fit", "--dry-run", "--explain")
    found = json.loads(run("fit", "--dry-run", "--json").out)
    run("fit", "--dry-run", "--reset")

    assert "Nothing was written" in told.out
    assert "log loss" in told.out
    assert "after a first Good: " in told.out
    assert found["written"] is False
    assert found["why"] == "better"
    assert found["loss"]["fitted"] < found["loss"]["in_force"] == found["loss"]["published"]
    assert len(found["parameters"]) == len(found["before"]) == 21
    assert tunings(path) == []


def test_a_gain_too_small_to_name_is_not_named(
    run: Callable[..., Any], keep: Callable[[list[Event]], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is told that predictions err 0.0 % less."""
    keep(a_log(700))
    monkeypatch.setattr(tuning, "percent_less", lambda _: 0.0)

    told = run("fit", "--dry-run", "--lang", "en").out

    assert "predictions are about as good as before" in told
    assert "0.0" not in told


def test_it_explains_in_french(run: Callable[..., Any], keep: Callable[[list[Event]], Path]) -> None:
    """Every sentence of --explain exists in French, with the comma in its numbers."""
    keep(a_log(900))

    told = run("--lang", "fr", "fit", "--explain")

    assert "log-perte 0," in told.out
    assert "après un premier Bien" in told.out


@pytest.mark.parametrize("events", [[], a_log(20), [reviewed(0, f"deck/{n}", 3, n) for n in range(300)]])
def test_too_few_reviews(events: list[Event], run: Callable[..., Any], keep: Callable[[list[Event]], Path]) -> None:
    """Where nothing can be fitted it says how many reviews it takes, and that is no error."""
    path = keep(events)

    told = run("fit", "--explain")

    assert told.code == 0
    assert "of the 50 reviews" in told.out
    assert tunings(path) == []
    assert json.loads(run("fit", "--json").out)["why"] == "too-few"


@pytest.mark.parametrize(
    ("reviews", "last", "tried", "due"),
    [
        (499, None, 0, False),
        (500, None, 0, True),
        (999, 500, 0, False),
        (1000, 500, 0, True),
        (1000, None, 600, False),
        (1200, None, 600, True),
    ],
)
def test_it_is_time_when_reviews_have_doubled(reviews: int, last: int | None, tried: int, due: bool) -> None:
    """First after 500 reviews, then after twice as many as at the last fit, or at the last that came to nothing."""

    class Log:
        def answered(self, _until: int | None = None) -> int:
            return reviews

        def last_tuned(self) -> tuple[int, int | None] | None:
            return None if last is None else (0, last)

    assert tuning.is_time(Log(), tried) is due  # type: ignore[arg-type]


def test_a_tuning_that_says_no_number_is_counted(house: House, keep: Callable[[list[Event]], Path]) -> None:
    """An event from elsewhere counts for the reviews that were there at its moment."""
    events = a_log(600)
    middle = events[299].at
    keep([*events, Event(middle, 0, "devicex1", "tuned", "", rest={"parameters": list(WEAK), "retention": 0.9})])

    journal = house.journal()

    assert journal.last_tuned() == (middle, None)
    assert journal.answered(middle) == 300
    assert tuning.is_time(journal)


def ready(apart: Apart) -> bool:
    """Wait until the other process says something or ends."""
    return bool(select.select([apart.told], [], [], 120)[0])


def test_a_session_brings_a_fit_along(house: House, keep: Callable[[list[Event]], Path]) -> None:
    """The fit is written at the end and told in one line; then it is not time any more."""
    path = keep(a_log(600))
    apart = Apart(house)

    apart.begin()
    assert ready(apart)
    assert tunings(path) == []
    said = apart.end()

    assert said.startswith("Parameters fitted to your 600 reviews; predictions err ")
    (one,) = tunings(path)
    assert one["reviews"] == 600
    assert not tuning.is_time(house.journal())


def test_a_session_that_is_left_early_changes_nothing(house: House, keep: Callable[[list[Event]], Path]) -> None:
    """Without the word to write the other process ends, and nothing has happened."""
    path = keep(a_log(600))
    apart = Apart(house)
    apart.begin()
    assert ready(apart)

    process = apart.process
    assert apart.end(write=False) == ""

    os.waitpid(process, 0)
    assert tunings(path) == []


def test_two_sessions_do_not_fit_twice(house: House, keep: Callable[[list[Event]], Path]) -> None:
    """While one session's fit waits to be written, another one's does not begin."""
    path = keep(a_log(600))
    one, two = Apart(house), Apart(house)
    one.begin()
    assert ready(one)

    two.begin()
    assert ready(two)  # it has ended
    assert two.end() == ""
    assert one.end()

    assert len(tunings(path)) == 1


def test_never_means_never(house: House, own_home: Path, keep: Callable[[list[Event]], Path]) -> None:
    """With fit = "never" no process is begun; nor with few reviews."""
    (own_home / "config").mkdir(exist_ok=True)
    (own_home / "config" / "settings.toml").write_text('fit = "never"\n', encoding="utf-8")
    keep(a_log(600))
    apart = Apart(house)

    apart.begin()

    assert apart.process == 0
    assert apart.end() == ""


def test_a_fit_that_came_to_nothing_is_not_tried_at_each_session(
    house: House, keep: Callable[[list[Event]], Path]
) -> None:
    """What was found no better is remembered by its number of reviews."""
    keep(a_log(600))
    path = Path(house.places.cache) / "fit"
    path.parent.mkdir(exist_ok=True)
    path.write_text("400\n", encoding="ascii")
    apart = Apart(house)

    apart.begin()

    assert apart.process == 0


def test_a_clock_of_its_own(house: House, keep: Callable[[list[Event]], Path]) -> None:
    """The event has the moment that the session says, whatever the other process's clock is."""
    path = keep(a_log(600))
    with Journal.open(path) as journal:
        found = tuning.tuned_by(tuning.lived(journal), journal)
    assert found.weights is not None

    tuning.write(found.weights, 600, Moment(1_800_000_000_000, 60), house)

    assert house.journal().last_tuned() == (1_800_000_000_000, 600)


@pytest.mark.parametrize("left", ["", ":quit\n"])
def test_the_end_of_a_session_tells_it(
    left: str,
    run: Callable[..., Any],
    decks: Path,
    keep: Callable[[list[Event]], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A session in plain lines ends with the one line, after its figures; the next one has nothing to tell."""
    (decks / "d.yaml").write_text("deck: d\ncards:\n  - question: Who?\n    answer: You\n", encoding="utf-8")
    path = keep(a_log(600))
    begun = Apart.begin

    def begin(apart: Apart) -> None:
        begun(apart)
        if apart.process:
            assert ready(apart)

    monkeypatch.setattr(Apart, "begin", begin)
    monkeypatch.setenv("QUIZ_NOW", NOW)

    first, second = run("study", "--plain", stdin=f"You\n{left}"), run("study", "--plain", stdin="You\n")

    assert first.code == 0
    assert "Parameters fitted to your 600 reviews" in first.out.splitlines()[-1]
    assert "Parameters fitted" not in second.out
    assert len(tunings(path)) == 1
