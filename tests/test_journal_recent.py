"""What the journal tells of lately: how soon answers began, which cards were confused; and how far it has come."""

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.journal import Journal, projection, recent
from quiz.library import IN_MEMORY, Library
from quiz.memory.event import Event
from quiz.memory.recall import standing

HOUR = 60 * 60 * 1000
DAY = 24 * HOUR
ROOT = Path(__file__).parent.parent


def said(kind, day, card="c", *, hour=12, rating=None, verdict=None, first_ms=None, **rest):
    """An event at an hour of a study day (counted from 1970)."""
    at = day * DAY + hour * HOUR
    more = {"rating": rating, "verdict": verdict, "first_ms": first_ms, "rest": rest}
    return Event(at=at, offset=0, device="d", kind=kind, card=card, **more)


def right(day, first_ms=None, card="c", **more):
    """A right answer."""
    return said("reviewed", day, card, rating=3, verdict="right", first_ms=first_ms, **more)


def mixed_up(day, card, other, **more):
    """A wrong answer that is the right one of another card."""
    return said("reviewed", day, card, rating=1, verdict="wrong", confused_with=other, **more)


def undone(event, hour=20):
    """The undoing of an event, later that day."""
    return said("undone", event.at // DAY, event.card, hour=hour, of=event.id)


def regraded(event, rating, verdict, hour=19):
    """The overruling of a review, later that day."""
    return said("regraded", event.at // DAY, event.card, hour=hour, rating=rating, verdict=verdict, of=event.id)


@pytest.fixture
def journal(tmp_path):
    """An empty journal."""
    with Journal.open(tmp_path / "journal.db") as journal:
        yield journal


# --- how soon right answers began -------------------------------------------------------------------------------------

LATENCIES = {
    "a right answer counts": ([right(10, 700)], (700,)),
    "the newest comes last": ([right(11, 500), right(10, 700)], (700, 500)),
    "an answer without a time does not": ([right(10)], ()),
    "a wrong one does not": ([said("reviewed", 10, rating=1, verdict="wrong", first_ms=700)], ()),
    "a close one does not": ([said("reviewed", 10, rating=2, verdict="close", first_ms=700)], ()),
    "a hint takes the time out": ([right(10, 700, hint=True)], ()),
    "the second answer of a day does not count": ([right(10, 700), right(10, 90, hour=13)], (700,)),
    "nor the one after a failure": ([mixed_up(10, "c", "e"), right(10, 90, hour=13)], ()),
    "another card that day does": ([right(10, 700), right(10, 90, "e", hour=13)], (700, 90)),
    "before four in the morning is the day before": ([right(10, 700), right(11, 90, hour=3)], (700,)),
    "what was undone does not": ([right(10, 700), undone(right(10, 700))], ()),
    "the answer after an undoing does": ([right(10, 700), undone(right(10, 700)), right(10, 90, hour=21)], (90,)),
    "overruled to wrong does not": ([right(10, 700), regraded(right(10, 700), 1, "wrong")], ()),
    "overruled and back does": (
        [right(10, 700), regraded(right(10, 700), 1, "wrong"), regraded(right(10, 700), 3, "right", hour=20)],
        (700,),
    ),
}


@pytest.mark.parametrize(("events", "expected"), LATENCIES.values(), ids=LATENCIES)
def test_latencies(journal, events, expected):
    """Which answers tell how soon this person begins."""
    journal.merge(events)

    assert journal.latencies() == expected


def test_latencies_are_the_last_ones_and_bounded(journal):
    """As many as are wanted, looking at three lines for each: an old time behind many without one is not found."""
    journal.merge([right(day, day) for day in range(10, 40)])
    assert journal.latencies(5) == (35, 36, 37, 38, 39)

    journal.merge([right(day) for day in range(40, 60)])
    assert journal.latencies(6) == ()
    assert journal.latencies(8) == (36, 37, 38, 39)


# --- which cards were confused ----------------------------------------------------------------------------------------

FOX = mixed_up(10, "fox", "wolf")
BOTH = {"fox": {"wolf"}, "wolf": {"fox"}}
CONFUSIONS = {
    "both sides know of it": ([FOX], BOTH),
    "a card may have several": (
        [FOX, mixed_up(11, "dog", "wolf")],
        {"fox": {"wolf"}, "dog": {"wolf"}, "wolf": {"fox", "dog"}},
    ),
    "before the moment": ([mixed_up(9, "fox", "wolf")], {}),
    "undone": ([FOX, undone(FOX)], {}),
    "undone, and the undoing too": ([FOX, undone(FOX), undone(undone(FOX), hour=21)], BOTH),
    "undone by a clock that was behind": ([FOX, undone(FOX, hour=1)], {}),
    "overruled": ([FOX, regraded(FOX, 3, "right")], {}),
    "overruled and back": (
        [FOX, regraded(FOX, 3, "right"), regraded(FOX, 1, "wrong", hour=20)],
        BOTH,
    ),
    "overruled, which was undone": (
        [FOX, regraded(FOX, 3, "right"), undone(regraded(FOX, 3, "right"))],
        BOTH,
    ),
    "another answer of the card undone": ([FOX, right(11, card="fox"), undone(right(11, card="fox"))], BOTH),
}


@pytest.mark.parametrize(("events", "expected"), CONFUSIONS.values(), ids=CONFUSIONS)
def test_confusions(journal, events, expected):
    """Which cards are not asked one after the other."""
    journal.merge(events)

    assert journal.confusions(10 * DAY) == expected


reviews = st.builds(
    lambda day, card, other, first_ms: mixed_up(day, card, other, first_ms=first_ms) if other else right(day, first_ms),
    st.integers(0, 9),
    st.sampled_from("abc"),
    st.sampled_from(["", "x", "y"]),
    st.one_of(st.none(), st.integers(0, 9)),
)


@st.composite
def logs(draw):
    """Reviews, and undoings and regradings of any of them."""
    found = draw(st.lists(reviews, max_size=8, unique_by=lambda event: event.id))
    for _ in range(draw(st.integers(0, 4)) if found else 0):
        target = draw(st.sampled_from(found))
        back = st.sampled_from([undone(target), regraded(target, 3, "right"), regraded(target, 1, "wrong", hour=18)])
        found.append(draw(back))
    return found


@settings(max_examples=30, deadline=None)
@given(logs(), st.integers(0, 9))
def test_confusions_are_what_reading_the_whole_log_finds(found, first):
    """The short way through the index finds what stands in the whole log, and each pair from both sides."""
    pairs = set()
    kept = standing(found)
    ratings = {event.rest["of"]: event.rating for event in kept if event.kind == "regraded"}
    for event in kept:
        other = event.rest.get("confused_with")
        if event.kind == "reviewed" and other and event.at >= first * DAY and ratings.get(event.id, 1) == 1:
            pairs |= {(event.card, other), (other, event.card)}

    with tempfile.TemporaryDirectory() as folder, Journal.open(Path(folder) / "journal.db") as journal:
        journal.merge(found)
        told = journal.confusions(first * DAY)

    assert {(card, other) for card, others in told.items() for other in others} == pairs


def test_confusions_are_found_by_their_index(journal):
    """Neither the log nor the history of a card is scanned."""
    plan = [row[3] for row in journal._connection.execute(f"EXPLAIN QUERY PLAN {recent._CONFUSED}", (0,))]

    assert [line.split(" (")[0] for line in plan if line.startswith(("SCAN", "SEARCH"))] == [
        "SEARCH log USING INDEX log_confused",
        "SEARCH later USING INDEX log_corrected",
    ]


def test_confusions_load_little(journal):
    """Before the first question neither the model nor the events are loaded, nor what brings up older files."""
    journal.append([FOX])
    path = journal._connection.execute("PRAGMA database_list").fetchone()[2]
    probe = f"""
import sys
from quiz.journal import Journal
with Journal.open({path!r}) as journal:
    print(len(journal.confusions(0)))
heavy = {{"sqlite_utils", "json", "hashlib", "dataclasses", "quiz.journal.log", "quiz.memory.fsrs"}}
print(*sorted(heavy & set(sys.modules)))
"""
    run = subprocess.run([sys.executable, "-S", "-c", probe], capture_output=True, text=True, cwd=ROOT)

    assert (run.stdout, run.stderr) == ("2\n\n", "")


# --- how far it has come ----------------------------------------------------------------------------------------------


def test_every_count_has_a_name_of_its_own(journal):
    """The name of a count stays what it was; what changes nothing makes no new one."""
    assert journal.mark(0)
    journal.append([right(10)])
    first = journal.mark(journal.counter)
    journal.append([right(10)])
    journal.append([right(11)])

    assert journal.mark(journal.counter - 1) == first
    assert len({journal.mark(0), first, journal.mark(journal.counter)}) == 3
    assert journal.mark(journal.counter + 1) == ""


def test_old_names_are_let_go(journal, monkeypatch):
    """Only the last counts keep their names."""
    monkeypatch.setattr(projection, "MARKS", 2)
    for day in range(10, 20):
        journal.append([right(day)])

    assert [counter for counter in range(journal.counter + 1) if journal.mark(counter)] == [8, 9, 10]


@pytest.mark.parametrize("grown", [1, 2, 3])
def test_backup_that_grew_is_noticed_by_the_index(tmp_path, grown):
    """A journal put back from a copy and gone on, less far, as far or farther, is copied into the index whole."""
    path, backup = tmp_path / "journal.db", tmp_path / "backup.db"
    library = Library(IN_MEMORY, [])
    with Journal.open(path) as journal:
        journal.append([right(10, card="kept")])
        shutil.copy(path, backup)
        journal.append([right(11, card="lost")])
        journal.append([right(12, card="lost")])
        library.sync(journal)
    shutil.copy(backup, path)

    with Journal.open(path) as journal:
        for number in range(grown):
            journal.append([right(13, card=f"new{number}")])
        library.sync(journal)
        assert library.sync(journal) == 0
    known = {card for (card,) in library._connection.execute("SELECT identity FROM memory")}

    assert known == {"kept", *(f"new{number}" for number in range(grown))}


# --- a file of an earlier quiz ----------------------------------------------------------------------------------------


@pytest.fixture
def older(tmp_path):
    """A journal of schema 1."""
    path = tmp_path / "journal.db"
    connection = sqlite3.connect(path)
    script = ROOT / "tests" / "data" / "journals" / "schema-1.sql"
    connection.executescript(script.read_text(encoding="utf-8"))
    connection.close()
    return path


@pytest.mark.parametrize("read_only", [False, True])
def test_a_journal_of_schema_1_is_brought_up(older, read_only):
    """It keeps its log, its name, its memories and its count, and answers what is asked of a new one."""
    before = older.read_bytes()
    with Journal.open(older, read_only=read_only) as journal:
        assert journal.check() == ()
        assert (journal.identity, journal.counter) == ("1ac043755d668b9e26c5287a89bf4e24", 4)
        assert journal.memory("animals/wolf").due == 20_002
        assert journal.confusions(0) == {"animals/fox": {"animals/wolf"}, "animals/wolf": {"animals/fox"}}
        assert journal.latencies() == (700,)
        assert journal.mark(4)
    assert (older.read_bytes() == before) == read_only


def test_a_journal_of_schema_1_is_brought_up_once(older):
    """The second opening has nothing to bring up, and loads nothing for it."""
    probe = (
        "import sys; from quiz.journal import Journal; Journal.open(sys.argv[1]).close(); "
        "print('sqlite_utils' in sys.modules)"
    )
    runs = [
        subprocess.run([sys.executable, "-c", probe, older], capture_output=True, text=True, cwd=ROOT) for _ in range(2)
    ]

    assert [(run.stdout, run.stderr) for run in runs] == [("True\n", ""), ("False\n", "")]
