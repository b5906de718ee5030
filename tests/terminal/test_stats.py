"""The screens of `quiz stats`: whole pictures, and what is true of all of them."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.commands.stats import OVERVIEW, VIEWS
from quiz.memory.memory import Memory
from quiz.stats.count import Count, Counts
from quiz.stats.figures import Asides, Confusion, Figures, figures, with_usual
from quiz.stats.share import share
from quiz.stats.told import Told
from quiz.terminal.paint import Line, cells, plain
from quiz.terminal.stats.paper import ASCII, BLOCKS, Paper, cut, fitting, joined, plainer
from quiz.terminal.stats.year import months, quarters, year
from quiz.words import load

PICTURES = Path(__file__).parent.parent / "data" / "stats"
#: Sunday 22 November 2026.
TODAY = 20_779
OWN = {name: view.draw for name, view in {"": OVERVIEW, **VIEWS}.items() if view.gather == OVERVIEW.gather}
KINDS = ("date", "money", "person", "answer")
DECKS = ("lakes", "prices", "kanji")
TITLES = {
    "lakes": "Lakes and rivers of the northern countries, with their depths",
    "prices": "Prix",
    "kanji": "漢字 の 練習 🦊🦊 \x1b[31m\u202e",
}


def count(answers: int, *, wrong: int = 0, new: int = 0, estimates: int = 0) -> Count:
    """Answers of six seconds; of all but the new ones the model foretold nine tenths, and some were wrong."""
    spaced = max(0, answers - new)
    return Count(
        answers, new, answers * 6000, spaced, max(0, spaced - wrong), spaced * 0.9, answers,
        wrong // 3, wrong // 9, estimates, estimates * -0.05, estimates * 0.01,
    )  # fmt: skip


def a_year(days: int = 365) -> Figures:
    """The figures of a learner who studies six days of seven, the more, the longer; all by arithmetic."""
    by_day = {
        TODAY - back: count(8 + back % 13, wrong=(back * 7) % 4, new=2 if back % 3 == 0 else 0, estimates=back % 3)
        for back in range(days)
        if back % 7 != 5 and not 120 < back < 131
    }
    belongs = {f"c{n}": (KINDS[n % 4], DECKS[n % 3]) for n in range(360)}
    memories = {
        f"c{n}": Memory(
            f"c{n}", 0.5 + n * n / 300, 5.0, last_day=TODAY - n % 30, due=TODAY - 6 + n % 40, interval=n % 60,
            reviews=4, lapses=n % 23 // 4,
        )
        for n in range(300)
    }  # fmt: skip
    counts = Counts(
        by_day,
        {f"c{n}": count(9 + n % 5, wrong=n % 3) for n in range(300)},
        {age: count(60 + age, wrong=9 - age) for age in range(6)},
        {hour: count(hour * 5, wrong=hour % 6) for hour in (7, 8, 12, 18, 19, 20, 21)},
        14,
    )
    asides = Asides(
        (Confusion("c1", "c2", 3), Confusion("c5", "c4", 1)),
        share(7, 9),
    )
    told = figures(counts, memories, belongs, TODAY, asides=asides)
    return with_usual(told, {"c112": "24 000", "c113": "漢\x07字"})


QUESTIONS = {
    f"c{n}": (
        "Which lake is the deepest of them all, and in which year was it sounded?",
        "漢字？ 🦊 \x1b]0;x\x07",
        "¿?",
    )[n % 3]
    for n in range(300)
}
YEAR = Told(a_year(), QUESTIONS, TITLES)
DAY = Told(a_year(1), QUESTIONS, TITLES)
NOTHING = Told(figures(Counts({}, {}, {}, {}, 0), {}, {"c1": ("date", "lakes")}, TODAY), {}, {})
DAYLESS = Told(
    figures(
        Counts({TODAY: Count(1, 1)}, {}, {}, {}, 1),
        {"c1": Memory("c1", 2.0, 5.0, reviews=1)},
        {"c1": ("date", "lakes")},
        TODAY,
    ),
    {},
    {},
)
NO_DECKS = Told(figures(Counts({}, {}, {}, {}, 0), {}, {}, TODAY), {}, {})


def drawn(view: str, told: Told, language: str, paper: Paper) -> list[Line]:
    """The lines of a view."""
    return import_module(OWN[view]).draw(told, load(language), paper)


def picture(view: str, language: str, width: int, height: int) -> str:
    """A view of the year as it stands on a screen."""
    return plain(drawn(view, YEAR, language, Paper(width, height)))


TOLD = {"year": YEAR, "day": DAY, "nothing": NOTHING, "no decks": NO_DECKS}
SIZES = ((80, 24), (120, 40), (60, 30))
PICTURED = [(view, language, *size) for view in OWN for language in ("en", "fr") for size in SIZES]


@pytest.mark.parametrize(("view", "language", "width", "height"), PICTURED)
def test_a_screen_is_as_it_was_looked_at(view: str, language: str, width: int, height: int) -> None:
    """Every screen is, to the last sign, the one in tests/data/stats."""
    name = f"{view or 'overview'}.{language}.{width}x{height}.txt"

    assert picture(view, language, width, height) == (PICTURES / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("log", TOLD)
@pytest.mark.parametrize("size", [(80, 24), (100, 30), (117, 24), (118, 24), (120, 40), (160, 50), (200, 70)])
def test_the_overview_fits_the_screen(log: str, language: str, size: tuple[int, int]) -> None:
    """No line is wider than the terminal, and all of them stand above the prompt."""
    lines = drawn("", TOLD[log], language, Paper(*size))

    assert len(lines) < size[1]
    assert [line for line in lines if sum(cells(text) for _, text in line) > size[0]] == []


@pytest.mark.parametrize("view", OWN)
@pytest.mark.parametrize("log", TOLD)
@settings(max_examples=12, deadline=None)
@given(width=st.integers(20, 200), height=st.integers(5, 70), language=st.sampled_from(["en", "fr"]))
def test_no_line_is_wider_than_the_terminal(view: str, log: str, width: int, height: int, language: str) -> None:
    """Whatever its size, whatever stands in decks; and no control character reaches it."""
    for line in drawn(view, TOLD[log], language, Paper(width, height)):
        text = "".join(part for _, part in line)
        assert cells(text) <= width, text
        assert text.isprintable() or "\u00a0" in text or "\u202f" in text
        assert not set(text) & {"\x1b", "\x07", "\u202e"}


def test_a_log_without_cards_is_told_without_them() -> None:
    """Where no deck has a card, nobody reads of 0 cards that were not asked."""
    counts = Counts({TODAY: count(9)}, {"x": count(9)}, {}, {}, 1)
    alone = Told(figures(counts, {}, {}, TODAY, asides=Asides(strangers=1)), {}, {})

    text = plain(drawn("cards", alone, "en", Paper(drawn=False)))

    assert text.startswith("No deck has a card yet. 1 card of the log is in no deck: it counts")


def test_few_reviews_of_each_kind_are_not_none() -> None:
    """Where cards came back but are too few to be compared, it is not said that none came back."""
    counts = Counts({TODAY: count(9)}, {"c0": count(9)}, {}, {}, 1)
    few = Told(figures(counts, {"c0": Memory("c0", 3.0, 5.0, reviews=9)}, {"c0": ("date", "lakes")}, TODAY), {}, {})

    assert "Too few reviews of each kind yet" in plain(drawn("kinds", few, "en", Paper(80, 24)))
    assert "has come back" in plain(drawn("kinds", DAYLESS, "en", Paper(80, 24)))


@pytest.mark.parametrize("view", ["", "retention", "hours", "calendar"])
def test_a_log_of_long_ago_is_not_an_empty_one(view: str) -> None:
    """Where cards came back, but not lately, the last day on which one did is told, and how to look there."""
    counts = Counts({TODAY - 800: count(9), TODAY - 790: count(9, wrong=2)}, {}, {}, {}, 0)
    old = Told(figures(counts, {"c0": Memory("c0", 3.0, 5.0, reviews=9)}, {"c0": ("date", "lakes")}, TODAY), {}, {})

    text = " ".join(plain(drawn(view, old, "en", Paper(drawn=False))).split())

    assert "come again tomorrow" not in text
    assert "answer again tomorrow" not in text
    assert "0 answers, best run" in text or view
    assert "23 September 2024" in text or view == "calendar"
    assert ": -" not in text
    assert "quiz stats --since 2024-08-25" in text or view in {"", "calendar"}


def test_the_year_is_365_days() -> None:
    """Its numbers are those of its days, and what was before them in its first week is blank."""
    longer = Told(a_year(600), QUESTIONS, TITLES)
    days = [one for day, one in longer.figures.days.items() if day > TODAY - 365]

    for paper in (Paper(drawn=False), Paper(80, 24), Paper(120, 40)):
        text = plain(drawn("", longer, "en", paper))
        assert f"{sum(one.answers for one in days):,} answers" in text
        assert f"on {len(days)} days" in text
    # 22 November 2026 is a Sunday, and the year began on a Sunday.
    weeks = year(longer.figures.days, TODAY, load("en"), Paper(), since=TODAY - 364)
    assert ["".join(part for _, part in line)[4] == " " for line in weeks[1:]] == [True] * 6 + [False]


@pytest.mark.parametrize("view", OWN)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_where_nothing_is_drawn_numbers_stand(view: str, language: str) -> None:
    """No bar, no shade, no line of a chart: what a screen reader would read out."""
    text = plain(drawn(view, YEAR, language, Paper(drawn=False)))

    assert any(char.isdigit() for char in text)
    assert not set(text) & set(BLOCKS.eighths + BLOCKS.shades[1:] + BLOCKS.lengths + "●│┄↔")


@pytest.mark.parametrize("view", OWN)
def test_a_terminal_without_blocks_is_drawn_in_ascii(view: str) -> None:
    """Every sign is one that the encoding has, and no line grew wider."""
    lines = drawn(view, YEAR, "fr", Paper(signs=fitting("ascii")))
    shown = plainer(lines, "ascii")

    assert fitting("ascii") == ASCII
    assert fitting("utf-8") == BLOCKS
    assert {char for line in shown for _, text in line for char in text if not char.isascii()} <= set(
        "漢字の練習？🦊¿␇␛"
    )
    assert [sum(cells(text) for _, text in line) for line in shown] == [
        sum(cells(text) for _, text in line) for line in lines
    ]


@pytest.mark.parametrize(
    ("log", "language", "said"),
    [("nothing", "en", "1 card waits"), ("nothing", "fr", "1 carte attend"), ("no decks", "en", "quiz new NAME")],
)
@pytest.mark.parametrize("view", OWN)
def test_where_there_is_nothing_it_is_said_what_to_do(view: str, log: str, language: str, said: str) -> None:
    """A sentence, and no empty chart."""
    text = plain(drawn(view, TOLD[log], language, Paper()))

    assert said in " ".join(text.replace("\u00a0", " ").split())
    assert len(text.split("\n")) < 8


def test_columns_are_as_high_as_their_values() -> None:
    """The most fills its line, nothing is a dot, and little is still a column."""
    assert Paper().bars([0, 1, 4, 8, 800], 8) == "·▁▄██"
    assert Paper().bars([0, 0]) == "··"
    assert Paper().chart([0, 1, 16], 2) == ["  █", "·▁█"]
    assert Paper(signs=ASCII).bars([0, 1, 8], 8) == "...".replace("...", "..#")
    assert Paper(drawn=False).bars([1, 2]) == ""


def test_lengths_are_as_long_as_their_shares() -> None:
    """Whole columns, then eighths, then spaces."""
    assert [Paper().length(value, 4) for value in (0, 0.001, 0.5, 0.53, 1)] == ["    ", "▏   ", "██  ", "██▏ ", "████"]


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("a  b\nc", 9, "a b c"),
        ("漢字漢字", 5, "漢字…"),
        ("\x07", 4, "␇"),
        ("ab", 0, ""),
    ],
)
def test_texts_are_cut_by_cells(text: str, width: int, shown: str) -> None:
    """Wide signs count twice, control characters are shown, and a cut is seen."""
    assert cut(text, width) == shown


def test_lists_end_where_the_line_ends() -> None:
    """What is left out is told by a sign."""
    assert joined(["one", "two", "three"], 15) == "one, two, three"
    assert joined(["one", "two", "three"], 14) == "one, two, …"
    assert joined(["a long one"], 6) == "a lon…"


def test_a_year_is_seven_lines_of_weeks() -> None:
    """The last column is this week, up to today; a day is in its weekday's line."""
    lines = year({TODAY: count(3), TODAY - 7: count(9)}, TODAY - 1, load("en"), Paper(), 4)
    text = plain(lines).split("\n")

    assert text[0] == "    Nov"
    assert text[1] == "Mon ····"
    assert text[7] == "Sun ··█", "today is not over: a day to come has no place"


def test_shades_are_quarters_of_the_busy_days() -> None:
    """An exceptional day does not make all others pale; days that are alike are alike."""
    assert quarters([]) == (0, 0, 0, 0)
    assert quarters([5, 5, 5]) == (0, 4.5, 4.5, 4.5)
    assert [sum(n > bound for bound in quarters([1, 2, 3, 1000])) for n in (0, 1, 2, 3, 1000)] == [0, 1, 2, 3, 4]


def test_months_stand_above_their_first_week() -> None:
    """One that has no room, beside the one before or at the end, is left out."""
    assert months(TODAY - 6 - 7 * 8, 9, load("en")) == " Oct Nov"
