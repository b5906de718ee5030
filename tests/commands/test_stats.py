"""`quiz stats` as it is called: what is looked at, and how it is told. The screens are in terminal/test_stats.py."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from quiz.commands.stats import VIEWS
from quiz.journal import Journal
from quiz.memory.event import Event
from quiz.stats.as_json import VIEWS as KEYS
from quiz.stats.days import of_date
from quiz.terminal.paint import cells

pytestmark = pytest.mark.usefixtures("learner")

NOW = "2026-11-22T20:00:00+01:00"
TODAY = of_date(date(2026, 11, 22))
HOUR = 3_600_000
OWN = [view for view in VIEWS if view in KEYS]

LAKES = """\
deck: lakes
title: Lakes and rivers
language: en
cards:
  - {id: ladoga, question: "How deep is Ladoga?", number: 230, tags: [deep, russian]}
  - {id: baikal, question: "How deep is Baikal?", number: 1642, tags: [deep]}
  - {id: onega, question: "Who sounded Onega?", person: Anna Petrova}
"""
PRICES = """\
deck: prices
language: fr
cards:
  - {id: pain, question: "Combien coûte un pain ?", money: 2 euros, tags: [Café]}
"""


def answer(card: str, ago: int, rating: int, hour: int, offset: int = 60, **said: object) -> Event:
    """An answer some days ago, at an hour on the wall of a place so many minutes east."""
    mark = {1: "wrong", 2: "close", 3: "right"}[rating]
    at = (TODAY - ago) * 24 * HOUR + hour * HOUR - offset * 60_000
    return Event(at, offset, "here", "reviewed", card, rating, mark, "x", 900, 6000, **said)


@pytest.fixture
def learner(decks: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two decks, and a log of a few days."""
    (decks / "lakes.yaml").write_text(LAKES, encoding="utf-8")
    (decks / "prices.yaml").write_text(PRICES, encoding="utf-8")
    monkeypatch.setenv("QUIZ_NOW", NOW)
    wrong = answer("lakes/ladoga", 3, 1, 9, rest={"relative_error": -0.1})
    gone = answer("lakes/baikal", 0, 3, 10)
    with Journal.open(own_home / "data" / "journal.db") as journal:
        journal.append(
            [
                answer("lakes/ladoga", 12, 3, 20, rest={"relative_error": 0.0}),
                answer("lakes/baikal", 12, 3, 20),
                wrong,
                Event(wrong.at + 1, 60, "here", "regraded", wrong.card, 3, "right", rest={"of": wrong.id}),
                answer("lakes/baikal", 3, 1, 9, rest={"confused_with": "lakes/ladoga"}),
                answer("lakes/ladoga", 1, 3, 9),
                answer("prices/pain", 1, 1, 26),
                gone,
                Event(gone.at + 1, 60, "here", "undone", gone.card, rest={"of": gone.id}),
                answer("prices/pain", 0, 3, 8, -300),
            ]
        )
    return decks


def told(run: Callable, *arguments: str) -> dict:
    """What `quiz stats --json` says."""
    done = run("stats", *arguments, "--json")
    assert done.code == 0, done.err
    return json.loads(done.out)


def test_the_figures_of_a_small_log(run: Callable) -> None:
    """Every figure is the one that a pencil finds in the fixture's ten events."""
    seen = told(run)

    assert seen["today"] | {"due": 0} == {"answers": 1, "cards": 1, "new": 0, "seconds": 6.0, "due": 0}
    assert seen["year"] == {"2026-11-10": 2, "2026-11-19": 2, "2026-11-21": 2, "2026-11-22": 1}
    assert (seen["streak"], seen["longest_streak"], seen["answers"], seen["seconds"]) == (2, 2, 7, 42.0)
    assert (seen["retention"]["hits"], seen["retention"]["count"]) == (3, 4)
    assert [(one["from"], one["retention"]["hits"], one["retention"]["count"]) for one in seen["weeks"]] == [
        ("2026-11-09", 0, 0),
        ("2026-11-16", 3, 4),
    ]
    assert {name: (one["retention"]["hits"], one["retention"]["count"]) for name, one in seen["kinds"].items()} == {
        "number": (2, 3),
        "person": (0, 0),
        "money": (1, 1),
    }
    assert {name: (one["cards"], one["met"]) for name, one in seen["decks"].items()} == {
        "lakes": (3, 2),
        "prices": (1, 1),
    }
    assert [(one["from_days"], one["answers"]) for one in seen["ages"]] == [(0, 4), (7, 3)]
    assert {one["hour"]: one["answers"] for one in seen["hours"]} == {2: 1, 8: 1, 9: 3, 20: 2}
    assert (seen["overruled"]["verdicts"]["hits"], seen["overruled"]["verdicts"]["count"]) == (1, 7)
    assert (seen["overruled"]["borne_out"]["hits"], seen["overruled"]["borne_out"]["count"]) == (1, 1)
    assert seen["confusions"] == [{"card": "lakes/baikal", "taken_for": "lakes/ladoga", "times": 1}]
    assert [(one["card"], one["lapses"], one["usual"]) for one in seen["hardest"]] == [("lakes/baikal", 1, "x")]
    assert (seen["estimates"], seen["bias"]) == (2, -0.0513)
    assert (seen["cards"], seen["met"], seen["states"]["new"]) == (4, 3, 1)


def test_a_deck_a_tag_and_a_day_narrow_every_figure(run: Callable) -> None:
    """Only the cards meant are counted, in days and weeks too; tags know no case and no accents."""
    lakes = told(run, "--deck", "lakes")
    assert (lakes["answers"], lakes["cards"], list(lakes["decks"]), lakes["today"]["answers"]) == (5, 3, ["lakes"], 0)
    assert told(run, "--deck", "lakes", "--deck", "prices")["answers"] == 7
    assert told(run, "--tag", "deep", "--tag", "russian")["answers"] == 3
    assert told(run, "--tag", "CAFE")["answers"] == 2
    assert told(run, "--tag", "CAFE", "--deck", "lakes")["cards"] == 0
    assert told(run, "--tag", "rus", "--deck", "la")["answers"] == 3, "a beginning is enough where it is but one's"

    since = told(run, "--since", "2026-11-20")
    assert (since["since"], since["retention_since"], since["answers"]) == ("2026-11-20", "2026-11-20", 7)
    assert (since["retention"]["count"], list(since["days"]), since["confusions"]) == (
        2,
        ["2026-11-21", "2026-11-22"],
        [],
    )
    assert told(run, "--since", "3d") == since


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--deck", "laks"), "lakes"),
        (("--deck", "xyz"), 'no deck or file "xyz"'),
        (("--tag", "depe"), "did you mean deep?"),
        (("--tag", "xyz"), 'has the tag "xyz"'),
        (("--since", "yesterday"), '"yesterday" is neither'),
        (("--since", "2027"), '"2027" is still to come'),
        (("retentoin",), "retention"),
    ],
)
def test_what_is_not_known_is_told(run: Callable, arguments: tuple[str, ...], said: str) -> None:
    """A name that is misspelt, a day that is none: a sentence, and no figures."""
    done = run("stats", *arguments)

    assert (done.code, done.out) == (2, "")
    assert said in done.err


@pytest.mark.parametrize("view", OWN)
def test_a_view_prints_its_part_of_the_json(run: Callable, view: str) -> None:
    """What is said under a key is the same everywhere."""
    whole = told(run)

    assert told(run, view) == {key: whole[key] for key in ("day", "since", *KEYS[view])}


CSV = {
    "": ("day,answers,new,seconds,spaced,recalled,predicted", "2026-11-22,1,0,6.0,1,1,"),
    "retention": ("week,answers,count,hits,value,low,high,predicted", "2026-11-16,5,4,3,0.75,"),
    "forecast": ("day,due", "2027-02-19,0"),
    "calendar": ("day,answers,new,seconds", "2026-11-22,1,0,6.0"),
    "decks": ("deck,title,cards,met,", "prices,,1,1,"),
    "cards": ("card,question,lapses,usual,count,hits", "lakes/baikal,How deep is Baikal?,1,x,1,0"),
    "kinds": ("kind,cards,met,", "person,1,0,"),
    "hours": ("hour,answers,seconds,count,hits,", "20,2,12.0,0,0,"),
}


@pytest.mark.parametrize("view", CSV)
def test_a_view_is_a_table_too(run: Callable, view: str) -> None:
    """The first line names the columns, each line has all of them, the last one is as expected."""
    done = run("stats", *filter(None, [view]), "--csv")
    lines = done.out.splitlines()
    rows = list(csv.reader(io.StringIO(done.out)))

    assert (lines[0].startswith(CSV[view][0]), lines[-1].startswith(CSV[view][1])) == (True, True), done.out
    assert {len(row) for row in rows} == {len(rows[0])}
    assert set(CSV) == {"", *OWN}


def test_a_day_without_answers_is_a_line_of_the_days(run: Callable) -> None:
    """Spreadsheets draw time as it is only if no day is missing."""
    rows = list(csv.DictReader(io.StringIO(run("stats", "--csv").out)))

    assert [row["day"] for row in rows] == [(date(2026, 11, 10) + timedelta(days=n)).isoformat() for n in range(13)]
    assert [row["answers"] for row in rows] == list("2000000002021")


def test_in_a_pipe_there_are_numbers(run: Callable) -> None:
    """A fact a line, its name before it; nothing is drawn."""
    out = run("stats").out

    assert "retention: 75 % of 4 in 30 days" in out
    assert 'hardest: How deep is Baikal?  1 lapse, usually "x"' in out
    assert "confused: How deep is Baikal? taken for How deep is Ladoga?" in out
    assert not set(out) & set("▁▂▃▄▅▆▇█░▒▓")


#: What of so small a log has neither chart nor room for bars.
NO_BARS = {"retention", "decks"}


@pytest.mark.parametrize("view", ["", *OWN])
def test_a_terminal_is_drawn_on(spawn: Callable, view: str) -> None:
    """As wide as it is; without colour where NO_COLOR says so, with it elsewhere; ending with 0."""
    for more, coloured in (({}, True), ({"NO_COLOR": "1"}, False)):
        terminal = spawn("stats", *filter(None, [view]), rows=24, columns=80, QUIZ_NOW=NOW, **more)
        assert terminal.end() == 0, terminal.said
        assert (b"\x1b[36m" in terminal.raw) == (coloured and view not in NO_BARS)
        assert max(cells(line) for line in terminal.text.split("\n")) <= 80
        assert terminal.said == ""


def test_a_terminal_without_blocks_gets_letters(spawn: Callable) -> None:
    """And a dumb one, or one that asks for it, numbers."""
    ascii_ = spawn("stats", QUIZ_NOW=NOW, PYTHONIOENCODING="ascii")
    assert ascii_.end() == 0
    assert ascii_.text.isascii()
    assert "less .:+*# more" in ascii_.text

    for arguments, more in ((("--plain",), {}), ((), {"TERM": "dumb"})):
        plain = spawn("stats", *arguments, QUIZ_NOW=NOW, **more)
        assert plain.end() == 0
        assert "retention: 75 %" in plain.text
        assert b"\x1b" not in plain.raw
