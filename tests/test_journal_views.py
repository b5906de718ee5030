"""The journal read by other programs: its views, as sqlite-utils and SQLite's own shell read them."""

import json
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlite_utils import Database

from quiz.journal import Journal
from quiz.library import Library
from quiz.memory.event import Event
from quiz.places import places
from quiz.settings import Settings

HOUR = 60 * 60 * 1000
DAY = 24 * HOUR
MANUAL = Path(__file__).parent.parent / "docs" / "log.md"
DECK = """\
deck: capitals
title: Capitals
language: en
cards:
  - {id: peru, question: Capital of Peru?, answer: Lima}
  - {id: chile, question: Capital of Chile?, answer: Santiago}
"""


def said(kind, day, card, *, hour=9, offset=120, rest=None, **more):
    """An event at an hour by the clock of a place two hours east of Greenwich."""
    return Event(day * DAY + hour * HOUR - offset * 60_000, offset, "d", kind, card, rest=rest or {}, **more)


@pytest.fixture
def path(tmp_path):
    """A journal of two cards: one answer long after midnight, one overruled, one undone, one under an earlier name."""
    path = tmp_path / "journal.db"
    wrong = said("reviewed", 20_002, "capitals/peru", rating=1, verdict="wrong", typed="Lime", took_ms=3500)
    gone = said("reviewed", 20_003, "capitals/peru", rating=4, verdict="right", typed="Lima", took_ms=900)
    with Journal.open(path) as journal:
        journal.merge(
            [
                said("reviewed", 20_001, "capitals/peru", hour=2, rating=3, verdict="right", typed="Lima"),
                wrong,
                gone,
                said("undone", 20_003, "capitals/peru", hour=10, rest={"of": gone.id}),
                said("reviewed", 20_000, "capitals/old", rating=1, verdict="wrong", typed="Lima", took_ms=1000,
                     rest={"confused_with": "capitals/peru"}),
                said("renamed", 20_001, "capitals/chile", rest={"from": "capitals/old"}),
                over := said("reviewed", 20_005, "capitals/chile", rating=1, verdict="wrong", typed="Sant Iago"),
                said("regraded", 20_005, "capitals/chile", hour=10, rating=3, verdict="right", rest={"of": over.id}),
            ]
        )  # fmt: skip
    return path


def rows(path, query):
    """What a query finds, as dictionaries."""
    database = Database(sqlite3.connect(f"file:{path}?mode=ro", uri=True))
    found = list(database.query(query))
    database.conn.close()
    return found


def test_reviews(path):
    """One line for each answer that stands: study day, clock of the wall, words, what was foretold, the card now."""
    found = rows(path, "SELECT * FROM reviews ORDER BY time")

    assert [(one["day"], one["time"], one["card"], one["rating"], one["recalled"]) for one in found] == [
        ("2024-10-04", "2024-10-04T09:00:00", "capitals/chile", "again", 0),
        ("2024-10-04", "2024-10-05T02:00:00", "capitals/peru", "good", 1),
        ("2024-10-06", "2024-10-06T09:00:00", "capitals/peru", "again", 0),
        ("2024-10-09", "2024-10-09T09:00:00", "capitals/chile", "good", 1),
    ]
    first, _, second, overruled = found
    assert (first["number"], first["days"], first["spaced"], first["predicted"], first["taken_for"]) == (
        1, 0, 0, None, "capitals/peru",
    )  # fmt: skip
    assert (second["number"], second["days"], second["spaced"], second["typed"], second["seconds"]) == (
        2, 2, 1, "Lime", 3.5,
    )  # fmt: skip
    assert 80 < second["predicted"] < 100
    assert (overruled["verdict"], overruled["judged"], overruled["number"], overruled["days"]) == (
        "right", "wrong", 2, 5,
    )  # fmt: skip
    assert rows(path, "SELECT kind FROM log WHERE id = '" + second["event"] + "'") == [{"kind": "reviewed"}]


def test_due(path):
    """Cards that are asked, by their names now, and how far behind they are at the last day that the log knows."""
    found = {one["card"]: one for one in rows(path, "SELECT * FROM due")}

    assert set(found) == {"capitals/peru", "capitals/chile"}
    peru = found["capitals/peru"]
    assert (peru["due"], peru["as_of"], peru["overdue"], peru["last"]) == ("2024-10-06", "2024-10-09", 3, "2024-10-06")
    assert (peru["reviews"], peru["lapses"], found["capitals/chile"]["overdue"]) == (2, 1, 0)
    with Journal.open(path) as journal:
        journal.append([said("suspended", 20_006, "capitals/peru")])
    assert [one["card"] for one in rows(path, "SELECT card FROM due")] == ["capitals/chile"]


def test_retention_by_day(path):
    """Days with answers: how many, how many spaced ones were recalled, and what was foretold on average."""
    first, second, third = rows(path, "SELECT * FROM retention_by_day ORDER BY day")

    assert first == {
        "day": "2024-10-04", "reviews": 2, "new": 2, "minutes": 0.0, "spaced": 0, "recalled": 0, "share": None,
        "predicted": None,
    }  # fmt: skip
    assert (second["spaced"], second["recalled"], second["share"]) == (1, 0, 0.0)
    assert second["predicted"] == rows(path, "SELECT predicted FROM reviews WHERE days = 2")[0]["predicted"]
    assert (third["spaced"], third["recalled"], third["share"]) == (1, 1, 100.0)


def test_hard_cards(path):
    """Cards that were forgotten, the worst first; one that was only never known is not among them."""
    assert [(one["card"], one["lapses"]) for one in rows(path, "SELECT * FROM hard_cards")] == [("capitals/peru", 1)]


def test_a_clock_has_no_say(path):
    """No view asks what time it is: a study day is not the day of any clock."""
    views = [row["sql"] for row in rows(path, "SELECT sql FROM sqlite_master WHERE type = 'view'")]

    assert len(views) == 4
    assert not [view for view in views if re.search("now|current_|localtime", view, re.IGNORECASE)]


def test_every_column_is_in_the_manual(path):
    """Every column of every view is in its line of the manual."""
    told = dict(re.findall(r"^\| `(\w+)` \| [^|]+ \| (.*) \|$", MANUAL.read_text(encoding="utf-8"), re.MULTILINE))
    database = Database(path)

    for view in ("reviews", "due", "retention_by_day", "hard_cards"):
        columns = [column.name for column in database.view(view).columns]
        assert [name for name in columns if f"`{name}`" not in told[view]] == [], view
    database.conn.close()


def test_the_command_lines_of_the_manual(path):
    """What the manual types into sqlite-utils does what it says, and lists the views."""

    def typed(*arguments):
        command = [sys.executable, "-m", "sqlite_utils", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True, cwd=path.parent).stdout

    manual = MANUAL.read_text(encoding="utf-8")
    assert "$ sqlite-utils rows journal.db reviews --limit 3 --table\n" in manual
    assert "capitals/peru" in typed("rows", "journal.db", "reviews", "--limit", "3", "--table")
    query = re.search(r'\$ sqlite-utils journal\.db "(.*)" --csv\n', manual)[1]
    assert typed("journal.db", query, "--csv").splitlines() == [
        "day,share", "2024-10-09,100.0", "2024-10-06,0.0", "2024-10-04,",
    ]  # fmt: skip
    assert {one["view"] for one in json.loads(typed("views", "journal.db"))} == {
        "reviews", "due", "retention_by_day", "hard_cards",
    }  # fmt: skip
    assert {"log", "review", "memory"} <= {one["table"] for one in json.loads(typed("tables", "journal.db"))}


def test_questions_come_from_the_index(path, tmp_path):
    """The statement of the manual that attaches the index finds the questions of the hardest cards, and only reads."""
    environ = {**os.environ, "QUIZ_HOME": str(tmp_path / "home")}
    where = places(environ)
    Path(where.decks).mkdir(parents=True)
    (Path(where.decks) / "capitals.yaml").write_text(DECK, encoding="utf-8")
    library = Library.open(where, Settings(shipped_decks=False))
    library.refresh()
    library.close()
    example = re.search(
        r"(sqlite> ATTACH .*?;\n)(sqlite> SELECT .*?;\n)", MANUAL.read_text(encoding="utf-8"), re.DOTALL
    )
    attach, select = (re.sub(r"^(sqlite>|   \.\.\.>) ", "", part, flags=re.MULTILINE) for part in example.groups())
    assert "mode=ro" in attach
    before = Path(where.index).read_bytes()

    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    connection.execute(attach.replace("file:index.db", f"file:{where.index}"))
    assert connection.execute(select).fetchall() == [(1, "Capital of Peru?")]
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM decks.card")
    connection.close()
    assert Path(where.index).read_bytes() == before
