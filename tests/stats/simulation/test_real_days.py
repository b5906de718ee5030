"""The days to come against days that were lived: the program's own queue and session, and a learner made of chance."""

from __future__ import annotations

from random import Random
from statistics import mean

import pytest

from quiz.answers.verdict import Answer as Right
from quiz.deck.card import Card
from quiz.memory import fsrs
from quiz.memory.day import Moment
from quiz.memory.memory import Memory
from quiz.memory.recall import retrievability_now
from quiz.problem import Place
from quiz.stats.simulation.course import Wishes, live
from quiz.stats.simulation.habits import Habits
from quiz.study.queue import Candidate, Limits, queue
from quiz.study.session import Answer, Continue, GiveUp, Settings, ShowHint, start
from quiz.study.step import step

TODAY = 20_000
DAYS = 60
DAY_MS = 86_400_000
SECONDS = (15, 12, 9, 5)
#: How this learner answers: Good, or Hard after a hint; never Easy, as nobody is before 200 timed answers.
HABITS = Habits(tuple(map(float, SECONDS)), (0.3, 0.1, 0.6, 0), (0.2, 0.8, 0), (0.2, 0, 0.8, 0))


class Learner:
    """Answers right with the chance that the memory foretells, by the shares of `HABITS`."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)

    def rating(self, memory: Memory, today: int) -> int:
        """What the next answer is to be rated."""
        if memory.reviews and memory.last_day < today:
            if self.chance.random() >= retrievability_now(memory, today):
                return fsrs.AGAIN
            return self.chance.choices((2, 3, 4), HABITS.recalled)[0]
        return self.chance.choices(fsrs.RATINGS, HABITS.retried if memory.reviews else HABITS.first)[0]


def lived(memories: dict[str, Memory], limits: Limits, retention: float, seed: int) -> tuple[int, float, float, float]:
    """The program, driven day by day: answers, seconds, cards met, cards known on the morning after."""
    names = [f"card {n}" for n in range(len(memories))]
    cards = {
        name: Card(name, f"What is {name}?", Right("answer", f"the word {name}"), "en", Place("d"), name, "a hint")
        for name in names
    }
    learner, answers, seconds = Learner(seed), 0, 0.0
    for today in range(TODAY, TODAY + DAYS):
        due, new = [], []
        for place, name in enumerate(names):
            memory = memories[name]
            waits = due if memory.reviews else new
            if memory.due is None or memory.due <= today:
                waits.append(
                    Candidate(
                        name, "d", "", name, place, memory.due, memory.interval, memory.last_day, memory.again
                    )
                )  # fmt: skip
        order = queue(due, new, limits, today, f"seed {today}")
        now = Moment(today * DAY_MS + 12 * 3_600_000, 0)
        session = start(
            cards, {name: memories[name] for name in order}, order, {"d": "D"}, dict.fromkeys(names, "d"),
            Settings(retention=retention), now,
        )  # fmt: skip
        while session.phase != "over":
            name = session.queue[0]
            rating = learner.rating(session.memories[name], today)
            if rating == fsrs.HARD:
                session, _ = step(session, ShowHint(), now)
            action = GiveUp() if rating == fsrs.AGAIN else Answer(f"the word {name}")
            session, events = step(session, action, now)
            assert [event.rating for event in events] == [rating]
            answers += 1
            seconds += SECONDS[rating - 1]
            session, _ = step(session, Continue(), now)
        memories.update(session.memories)
    met = sum(memory.reviews > 0 for memory in memories.values())
    return answers, seconds, met, sum(retrievability_now(memory, TODAY + DAYS) for memory in memories.values())


def library(met: int, new: int) -> dict[str, Memory]:
    """Cards of a few months, then new ones."""
    memories = {}
    for n in range(met + new):
        name = f"card {n}"
        interval = 2 + n * 7 % 40
        due = TODAY - 3 + n % interval
        memories[name] = (
            Memory(name, float(interval), 3 + n % 6, 0, due - interval, due, interval, reviews=2)
            if n < met
            else Memory(name)
        )
    return memories


@pytest.mark.parametrize(
    ("met", "new", "new_a_day", "limit", "retention"),
    [
        (60, 120, 3, 200, 0.9),  # a common autumn
        (0, 200, 5, 200, 0.85),  # a beginner, content with less
        (150, 60, 2, 8, 0.95),  # far behind, by a limit of eight a day
    ],
)
def test_two_months_are_foretold(met: int, new: int, new_a_day: int, limit: int, retention: float) -> None:
    """Answers, seconds, cards met and known after 60 lived days are within 10 % of those foretold."""
    wishes = Wishes(
        TODAY, DAYS, retention=retention, scheduled_for=retention, new_per_day=new_a_day, reviews_per_day=limit,
        habits=HABITS,
    )  # fmt: skip
    before = [memory for memory in library(met, new).values() if memory.reviews]
    courses = [live(before, new, wishes, seed) for seed in range(16)]

    lives = [lived(library(met, new), Limits(new_a_day, limit), retention, seed) for seed in range(4)]

    for place, foretold in enumerate(
        (
            mean(sum(course.answers) for course in courses),
            mean(sum(course.seconds) for course in courses),
            mean(sum(course.met) for course in courses) + met,
            mean(course.known[-1] for course in courses),
        )
    ):
        assert mean(one[place] for one in lives) == pytest.approx(foretold, rel=0.10), place
