"""Simulated days drawn: whatever is told, in whatever room."""

from __future__ import annotations

from functools import cache

import pytest

from quiz.memory.memory import Memory
from quiz.stats.simulation.compare import compare
from quiz.stats.simulation.course import Wishes
from quiz.stats.simulation.exam import attempt, plan
from quiz.stats.simulation.told import Comparison, Exam, weeks
from quiz.terminal import simulated, simulated_exam
from quiz.terminal.paint import Line, cells, plain
from quiz.terminal.simulated import number, squeezed, stretched
from quiz.terminal.stats.paper import ASCII, BLOCKS, Paper
from quiz.words import load

#: Sunday 22 November 2026.
TODAY = 20_779
SIZES = ((80, 24), (120, 40), (50, 24), (200, 60))


def library(count: int) -> list[Memory]:
    """Cards of many ages."""
    cards = []
    for n in range(count):
        interval = 2 + (n * 37) % 90
        due = TODAY + n % interval
        cards.append(Memory(f"c{n}", float(interval), 5.0, 0, due - interval, due, interval, reviews=3))
    return cards


@cache
def compared(*, by_new: bool = False, days: int = 120, reviews: float = 200, yours: float = 0.9) -> Comparison:
    """Three retentions, or three numbers of new cards a day."""
    wishes = Wishes(TODAY, days, retention=yours, reviews_per_day=reviews)
    asked = (
        [Wishes(TODAY, days, new_per_day=n, reviews_per_day=reviews) for n in (5, 10, 40)]
        if by_new
        else [Wishes(TODAY, days, retention=r, reviews_per_day=reviews) for r in (0.7, 0.8, 0.9, 0.97)]
    )
    return Comparison(wishes, compare(library(40), 200, asked, 1), 40)


@cache
def exam(days: int = 60, target: float = 0.9, new: int = 100) -> Exam:
    """A plan for a deck of which some cards are met."""
    wishes = Wishes(TODAY, days)
    found = plan(library(20), new, wishes, target, 1)
    later = plan(library(20), new, Wishes(TODAY + 7, days - 7), target, 1) if days > 7 else None
    as_set = attempt(library(20), new, wishes, 10, target, 1)
    return Exam(TODAY + days, wishes, target, tuple(library(20)), new, ("kings",), found, later, as_set)


def width(lines: list[Line]) -> int:
    """The columns that are taken."""
    return max(sum(cells(text) for _, text in line) for line in lines)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_everything_stays_in_its_room(columns: int, rows: int, language: str) -> None:
    """No line is wider than the terminal, and the table of retentions is no higher than a terminal of 24 lines."""
    words, paper = load(language), Paper(columns, rows)

    for told in (compared(), compared(by_new=True), compared(reviews=3)):
        assert width(simulated.draw(told, words, paper)) <= columns
    assert len(simulated.draw(compared(), words, Paper(80, 24))) <= 23
    for told in (exam(), exam(target=0.97), exam(days=5, new=400)):
        lines = simulated_exam.draw(told, words, paper)
        assert width(lines) <= columns
        assert len(lines) <= 23 or columns < 80


def test_every_wish_has_its_figures() -> None:
    """Beside each retention: answers, minutes, cards known, hours; those of the course."""
    told = compared()
    text = plain(simulated.draw(told, load("en"), Paper(drawn=False)))

    for one in told.prospects:
        row = next(line for line in text.splitlines() if line.split()[:1] == [f"{round(one.wishes.retention * 100)}"])
        figures = row.replace("now", "").split()[2:]
        assert figures == [
            str(number(one.answers_a_day)), str(number(one.minutes_a_day)), str(round(one.known)),
            str(number(one.hours_per_thousand)),
        ]  # fmt: skip


def test_the_longest_bar_is_the_dearest() -> None:
    """Bars grow with hours for each thousand known; only where something is drawn."""
    lines = plain(simulated.draw(compared(), load("en"), Paper(80, 24))).splitlines()
    bars = [line.split()[-1] for line in lines if line.rstrip().endswith(("█", "▏", "▎", "▍", "▌", "▋", "▊", "▉"))][:4]

    assert [len(bar) for bar in bars] == sorted(len(bar) for bar in bars)
    assert len(bars) == 4


def test_reviews_that_stay_undone_are_named() -> None:
    """With a limit of three a day: which wishes are too much for it."""
    text = " ".join(plain(simulated.draw(compared(reviews=3), load("en"), Paper(drawn=False))).split())

    assert "Reviews stay undone with" in text
    assert "more is due than 3 a day" in text
    assert "undone" not in plain(simulated.draw(compared(), load("en"), Paper(drawn=False)))


def test_a_sample_is_said() -> None:
    """Of a large library a part is lived, and that is told."""
    wishes = Wishes(TODAY, 20)
    told = Comparison(wishes, compare(library(4_000), 1_000, [wishes], 1), 4_000)

    text = " ".join(plain(simulated.draw(told, load("en"), Paper(drawn=False))).split())

    assert "Lived with 3,000 of 5,000 cards." in text


def test_a_terminal_without_blocks() -> None:
    """ASCII signs where there are no others."""
    drawn = plain(simulated.draw(compared(), load("en"), Paper(80, 24, signs=ASCII)))

    assert not set(drawn) & set(BLOCKS.eighths + BLOCKS.lengths)
    assert "#" in drawn


def test_the_trade_is_told_from_the_present_wish() -> None:
    """The highest has nothing above it; a wish that is not in the table has no neighbours."""
    words = load("en")
    highest = compared(yours=0.97)
    text = plain(simulated.draw(highest, words, Paper(drawn=False)))

    assert "At 90 %:" in text
    assert "more for" not in text


@pytest.mark.parametrize(
    ("value", "said"), [(0.04, 0), (0.06, 0.1), (1.04, 1), (1.06, 1.1), (9.94, 9.9), (9.96, 10), (12.6, 13)]
)
def test_figures_are_told_shortly(value: float, said: float) -> None:
    """One decimal below ten, none that is 0."""
    assert number(value) == said
    assert isinstance(number(value), int) == (said == int(said))


def test_days_squeezed_into_columns() -> None:
    """Ten days in four columns: 2, 3, 2 and 3 days, their means."""
    assert squeezed([1, 3, 2, 2, 2, 8, 0, 6, 6, 6], 4) == [2, 2, 4, 6]


def test_mornings_stretched_over_columns() -> None:
    """0, 10 and 20 cards on the mornings 0, 4 and 6: on a straight line between them, from the first to the last."""
    assert stretched((0, 4, 6), (0.0, 10.0, 20.0), 4) == pytest.approx([0, 5, 10, 20])
    assert stretched((6,), (7.0,), 2) == [7, 7]


def test_weeks_are_means() -> None:
    """Ten days are a week and three days."""
    assert weeks([7, 7, 7, 7, 7, 7, 14, 1, 2, 3]) == [8, 2]
