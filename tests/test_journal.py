"""The journal: a log to which one can only add, and what follows from it."""

import dataclasses
import os
import re
import sqlite3
import stat
from pathlib import Path

import pytest

from quiz.journal import Journal, schema
from quiz.memory.event import EVENT_KINDS, Event
from quiz.memory.memory import Memory
from quiz.memory.recall import recall
from quiz.problem import Failure

HOUR = 60 * 60 * 1000
DAY = 24 * HOUR
AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4


def said(kind, day, *, hour=12, rating=None, card="c", device="d", verdict=None, typed=None, **rest):
    """An event at an hour of a study day (counted from 1970)."""
    at = day * DAY + hour * HOUR
    said = {"rating": rating, "verdict": verdict, "typed": typed, "rest": rest}
    return Event(at=at, offset=0, device=device, kind=kind, card=card, **said)


def reviewed(day, rating=GOOD, **more):
    """A review at noon of a study day."""
    return said("reviewed", day, rating=rating, **more)


def undone(event, **more):
    """The undoing of an event, an hour later."""
    return dataclasses.replace(said("undone", 0, card=event.card, of=event.id, **more), at=event.at + HOUR)


@pytest.fixture
def path(tmp_path):
    """Where a journal may be made."""
    return tmp_path / "progress" / "journal.db"


@pytest.fixture
def journal(path):
    """An empty journal."""
    with Journal.open(path) as journal:
        yield journal


def codes(failure):
    """The codes that a failure says."""
    return [problem.code for problem in failure.value.problems]


# --- appending --------------------------------------------------------------------------------------------------------


def test_append_remembers(journal):
    """What is appended is in the log, and its cards are remembered as the fold says."""
    events = [reviewed(10), reviewed(10, AGAIN, card="e"), reviewed(12)]
    assert journal.append(events) == (recall([events[0], events[2]]), recall([events[1]]))
    assert list(journal.events()) == sorted(events, key=lambda event: (event.at, event.id))
    assert journal.memory("c") == recall([events[0], events[2]])
    assert journal.memories(["e", "new", "c"]) == {
        "e": recall([events[1]]), "new": Memory("new"), "c": journal.memory("c")
    }  # fmt: skip


def test_append_is_durable(journal, path):
    """What was appended is there for whoever opens the file next, though nothing was closed."""
    journal.append([reviewed(10)])
    with Journal.open(path) as other:
        assert other.memory("c") == journal.memory("c")
        assert other.memory("c").reviews == 1


def test_append_twice(journal):
    """The same event again changes nothing, and no counter."""
    journal.append([reviewed(10)])
    counter = journal.counter
    assert journal.append([reviewed(10), reviewed(10)]) == (recall([reviewed(10)]),)
    assert (len(list(journal.events())), journal.counter) == (1, counter)


def test_every_field_comes_back(journal):
    """An event comes back as it was said, also what no encoding explains."""
    event = Event(
        at=-5, offset=-600, device="é", kind="reviewed", card="a\nb", rating=2, verdict="close", typed="d\udce9j\0à",
        first_ms=0, took_ms=9, rest={"reasons": ["wrong-year"], "relative_error": 0.1, "said": "\udcff", "ok": True},
    )  # fmt: skip
    journal.append([event])
    assert journal.event(event.id) == event
    assert next(journal.events()).rest == event.rest
    assert journal.check() == ()
    assert journal.event("0" * 32) is None


def test_events_of_a_card_since(journal):
    """Events can be asked for by card and by moment, in the order of time, whatever the order of arrival."""
    late, early, other = reviewed(12), reviewed(10), reviewed(11, card="e")
    journal.append([late, other, early])
    assert list(journal.events("c")) == [early, late]
    assert list(journal.events(since=other.at)) == [other, late]
    assert list(journal.events("c", since=late.at + 1)) == []
    assert journal.newest == late.at


def test_more_events_than_a_page(journal):
    """Reading goes on over pages, also where a page ends among events of one moment."""
    events = [said("reviewed", 10, rating=GOOD, card=f"c{n}") for n in range(2500)]
    assert journal.merge(events) == 2500
    assert {event.id for event in journal.events()} == {event.id for event in events}
    assert len(journal.memories(f"c{n}" for n in range(2500))) == 2500


def test_a_fault_midway_appends_nothing(journal):
    """When one event cannot be written, none is."""
    bad = dataclasses.replace(reviewed(11), rest={"x": float("nan")})
    with pytest.raises(ValueError, match="JSON"):
        journal.append([reviewed(10), bad])
    assert list(journal.events()) == []
    assert journal.append([reviewed(12)])[0].reviews == 1


@pytest.mark.parametrize("statement", ["UPDATE log SET rating = 4", "DELETE FROM log"])
def test_the_log_never_changes(journal, path, statement):
    """A statement that would change or remove a line of the log is refused, from whatever program it comes."""
    journal.append([reviewed(10)])
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)
    connection.close()
    assert list(journal.events()) == [reviewed(10)]


def test_lines_are_not_replaced(journal, path):
    """A line cannot be written over either: the first of an id stays."""
    journal.append([reviewed(10)])
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(
        'INSERT OR REPLACE INTO log SELECT id, at, "offset", device, kind, card, 4, NULL, NULL, 0, 0, rest FROM log'
    )
    connection.close()
    assert list(journal.events()) == [reviewed(10)]


# --- what follows from the log ----------------------------------------------------------------------------------------


def test_late_arrivals(journal):
    """A review from another device, earlier than the last one, takes its place in time."""
    journal.append([reviewed(10), reviewed(20)])
    assert journal.append([reviewed(15, HARD, device="other")]) == (
        recall([reviewed(10), reviewed(15, HARD, device="other"), reviewed(20)]),
    )


def test_undo(journal):
    """Undone events leave a row behind that says so, and the newest that stands is the next to undo."""
    first, second = reviewed(10), reviewed(11, card="e")
    journal.append([first, second])
    counter = journal.counter
    assert journal.last_undoable() == second
    undo = undone(second)
    assert journal.append([undo]) == (Memory("e"),)
    assert list(journal.changed_since(counter)) == [Memory("e")]
    assert journal.last_undoable() == first
    journal.append([undone(undo)])
    assert journal.last_undoable() == second
    assert journal.memory("e").reviews == 1


def test_undo_of_one_device(journal):
    """A device can undo what it did itself, whatever others did since."""
    here, there = reviewed(10, device="here"), reviewed(11, device="there")
    journal.append([here, there])
    assert journal.last_undoable("here") == here
    assert journal.last_undoable("elsewhere") is None
    assert journal.last_undoable() == there


def test_what_cannot_be_undone(journal):
    """Undoings and tunings are passed over."""
    review = reviewed(10)
    journal.append([review, said("tuned", 11, card=""), undone(reviewed(9, card="x"))])
    assert journal.last_undoable() == review


def test_changed_since(journal):
    """Only what changed after a count is told again, by whichever card or process it changed."""
    journal.append([reviewed(10, card="a"), reviewed(10, card="b")])
    counter = journal.counter
    assert {memory.card for memory in journal.changed_since(0)} == {"a", "b"}
    assert list(journal.changed_since(counter)) == []
    journal.append([said("suspended", 11, card="b")])
    assert [(memory.card, memory.suspended) for memory in journal.changed_since(counter)] == [("b", True)]
    assert journal.counter > counter


def test_today(journal):
    """The new cards and the reviews of a study day are counted, exactly also after an undoing."""
    repeated = reviewed(10, AGAIN, card="b"), reviewed(10, GOOD, card="b", hour=13)
    journal.append([reviewed(9, card="a"), reviewed(10, card="a"), *repeated])
    assert (journal.today(9), journal.today(10), journal.today(11)) == ((1, 1), (1, 3), (0, 0))
    journal.append([undone(repeated[1])])
    assert journal.today(10) == (1, 2)
    journal.append([undone(repeated[0])])
    assert journal.today(10) == (0, 1)
    journal.append([said("reviewed", 11, hour=3, rating=GOOD, card="n")])
    assert journal.today(10) == (1, 2)
    assert journal.days(0, 100) == {9: (1, 1), 10: (1, 2)}


def test_renamed(journal):
    """History follows a card to its new identity, and what others add to the old one later; undo parts them."""
    journal.append([reviewed(10, card="old"), reviewed(12, card="old")])
    renamed = said("renamed", 13, card="new", **{"from": "old"})
    assert journal.append([renamed]) == (journal.memory("old")._replace(card="new"),)
    counter = journal.counter
    journal.append([reviewed(20, card="old", device="elsewhere")])
    assert journal.memory("new").reviews == 3
    assert {memory.card for memory in journal.changed_since(counter)} == {"old", "new"}
    assert journal.today(10) == (1, 1)
    assert journal.append([reviewed(30, card="new")])[0].reviews == 4
    assert journal.today(30) == (0, 1)
    journal.append([undone(renamed)])
    assert (journal.memory("new").reviews, journal.memory("old").reviews) == (1, 3)


def test_renamed_in_a_circle(journal):
    """A question that was changed and changed back has one history under both identities."""
    journal.append(
        [
            reviewed(10, card="a"),
            said("renamed", 11, card="b", **{"from": "a"}),
            reviewed(12, card="b"),
            said("renamed", 13, card="a", **{"from": "b"}),
        ]
    )
    assert journal.memory("a") == journal.memory("b")._replace(card="a")
    assert journal.memory("a").reviews == 2


def test_tuned(journal, path):
    """Tuned weights are the log's: they change what is known everywhere, and no day on which a card is due."""
    journal.append([reviewed(10), reviewed(12), reviewed(24)])
    before = journal.memory("c")
    weights = list(recall.__globals__["fsrs"].DEFAULTS)
    weights[8] = 1.2
    journal.append([said("tuned", 30, card="", parameters=weights, retention=0.9)])
    after = journal.memory("c")
    assert journal.weights == tuple(weights)
    assert after.due == before.due
    assert after.stability < before.stability
    with Journal.open(path) as other:
        assert other.memory("c") == after
    journal.append([said("tuned", 31, card="", parameters=[1, 2, 3])])
    assert journal.weights == tuple(weights)


def test_other_parameters_fold_anew(journal, path):
    """Opened with another retention or another hour, every card is folded anew; opened again, nothing is."""
    journal.append([reviewed(10), reviewed(12)])
    before = journal.memory("c")
    with Journal.open(path, retention=0.8) as eager:
        assert eager.memory("c") == recall([reviewed(10), reviewed(12)], retention=0.8)
        assert eager.memory("c").due > before.due
        counter = eager.counter
    with Journal.open(path, retention=0.8) as again:
        assert again.counter == counter
    with Journal.open(path, retention=0.8, rollover_hour=13) as later:
        assert later.today(9) == (1, 1)
    # Whoever writes next folds all as he would.
    assert journal.append([said("buried", 13)])[0].due == before.due


def test_projection_can_be_dropped(journal, path):
    """Whatever happens to the kept memories, the log gives them back."""
    journal.append([reviewed(10), reviewed(11, card="e")])
    kept, days = list(journal.changed_since(0)), journal.days(0, 99)
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM memory")
        connection.execute("DELETE FROM lived")
    connection.close()
    journal.rebuild()
    assert sorted(journal.changed_since(0)) == sorted(kept)
    assert journal.days(0, 99) == days


# --- the file ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("umask", [0o022, 0o000, 0o277, 0o777])
def test_for_its_owner_alone(path, umask):
    """Whatever the umask, the file is 0600 and its folder 0700, and nothing else is left in it."""
    before = os.umask(umask)
    try:
        Journal.open(path).close()
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert list(path.parent.iterdir()) == [path]


def test_identity(tmp_path):
    """A journal has a name of its own, and keeps it."""
    with Journal.open(tmp_path / "a.db") as one, Journal.open(tmp_path / "b.db") as other:
        assert len(one.identity) == 32
        assert one.identity != other.identity
        with Journal.open(tmp_path / "a.db") as again:
            assert again.identity == one.identity


def test_read_only_of_nothing(path):
    """To read a journal that is not there is to read an empty one, and makes no file."""
    with Journal.open(path, read_only=True) as journal:
        assert journal.memory("c") == Memory("c")
        assert (list(journal.events()), list(journal.changed_since(0)), journal.counter) == ([], [], 0)
        assert (journal.today(10), journal.identity, journal.weights) == ((0, 0), "", ())
        with pytest.raises(Failure) as failure:
            journal.append([reviewed(10)])
    assert codes(failure) == ["journal-unwritable"]
    assert not path.parent.exists()


def test_read_only_with_other_parameters(journal, path):
    """Read with another retention, memories are folded on the way, and the file stays as it is."""
    journal.append([reviewed(10), reviewed(12)])
    before = path.read_bytes()
    with Journal.open(path, retention=0.8, read_only=True) as reader:
        expected = recall([reviewed(10), reviewed(12)], retention=0.8)
        assert reader.memory("c") == expected
        assert list(reader.changed_since(0)) == [expected]
    assert path.read_bytes() == before


def damaged_page(path):
    """Overwrite the middle of the file, where the log is."""
    with Journal.open(path) as journal:
        journal.merge(reviewed(day, card=f"c{day}") for day in range(2000))
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(b"\xa5" * 8192)


def header(path, at, number):
    """Overwrite a number of the header of a new journal."""
    Journal.open(path).close()
    with path.open("r+b") as file:
        file.seek(at)
        file.write(number.to_bytes(4, "big"))


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: header(path, 60, schema.VERSION + 1), "journal-newer"),
        (lambda path: header(path, 68, 42), "journal-not-ours"),
        (lambda path: path.write_text("deck: history\n" * 99), "journal-not-ours"),
        (lambda path: path.write_bytes(b""), "journal-empty"),
        (lambda path: header(path, 100, 0x07FFFFFF), "journal-damaged"),
        (lambda path: path.mkdir(), "journal-unreadable"),
    ],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_files_that_are_refused(tmp_path, make, code, read_only):
    """What is not a sound journal of ours is refused with the reason, and left as it is."""
    path = tmp_path / "journal.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(Failure) as failure:
        Journal.open(path, read_only=read_only)
    assert codes(failure) == [code]
    assert failure.value.exit_code == 3
    if code == "journal-newer":
        assert failure.value.problems[0].facts["needs"] == "0.1.0"
    assert (path.read_bytes() if path.is_file() else None) == before


def test_check_finds_damaged_pages(path):
    """A damaged page in the middle of the file, which opening does not meet, is found by looking for it."""
    damaged_page(path)
    with Journal.open(path) as journal:
        assert [problem.code for problem in journal.check()] == ["journal-damaged"]


def test_check_finds_damaged_lines(journal, path):
    """A line of the log that was tampered with betrays itself by its id."""
    journal.append([reviewed(10), reviewed(11, AGAIN)])
    assert journal.check() == ()
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TRIGGER log_never_changes")
        connection.execute("UPDATE log SET rating = 4 WHERE rating = 1")
    connection.close()
    (problem,) = journal.check()
    assert (problem.code, problem.facts["id"]) == ("journal-line-damaged", reviewed(11, AGAIN).id)


def test_full_disk(journal):
    """When the disk is full nothing is recorded by halves, and there is a word for it; with space, work goes on."""
    journal.append([reviewed(10)])
    (pages,) = journal._connection.execute("PRAGMA page_count").fetchone()
    journal._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Failure) as failure:
        journal.merge(reviewed(day, card=f"c{day}") for day in range(2000))
    assert codes(failure) == ["journal-full"]
    assert list(journal.events()) == [reviewed(10)]
    journal._connection.execute("PRAGMA max_page_count = 1000000")
    assert journal.append([reviewed(11)])[0].reviews == 2


def test_busy(journal, path):
    """A file that another program does not let go of is said to be busy."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    journal._connection.execute("PRAGMA busy_timeout = 20")
    with pytest.raises(Failure) as failure:
        journal.append([reviewed(10)])
    assert codes(failure) == ["journal-busy"]
    other.execute("ROLLBACK")
    other.close()
    assert journal.append([reviewed(10)])[0].reviews == 1


def test_wal_is_taken_back(journal, path):
    """A journal that some tool put into WAL mode is put back into one file that can be copied."""
    journal.append([reviewed(10)])
    journal.close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    with Journal.open(path) as again:
        assert again.memory("c").reviews == 1
        assert list(path.parent.iterdir()) == [path]


def test_the_questions_of_the_manual(journal):
    """Every question that docs/log.md asks of the file has the answer that it says."""
    review = said("reviewed", 10, rating=GOOD, verdict="wrong", typed="1789", confused_with="e")
    other = dataclasses.replace(reviewed(11, card="e", verdict="right"), first_ms=1500)
    regraded = said("regraded", 10, rating=EASY, of=review.id)
    journal.append([review, regraded, other])
    manual = Path(__file__).parent.parent / "docs" / "log.md"
    questions = re.findall(r"```sql\n(.*?)```", manual.read_text(encoding="utf-8"), re.DOTALL)
    answers = [journal._connection.execute(question).fetchall() for question in questions]
    assert answers == [
        [],
        [("easy", 1, None), ("good", 1, None)],
        [],
        [("1970-01-12 12:00:00", "e", None, "right", 3), ("1970-01-11 12:00:00", "c", "1789", "wrong", 3)],
        [("1970-01-11", 1, 1), ("1970-01-12", 1, 1)],
        [("1970-01-14", 1), ("1970-01-20", 1)],
        [("wrong", 1)],
        [("c", "e", 1)],
        [(1, 1.5)],
    ]


def test_the_manual_names_every_column(journal):
    """Every table and column of the log, and every kind of event, is in docs/log.md."""
    manual = (Path(__file__).parent.parent / "docs" / "log.md").read_text(encoding="utf-8")
    columns = [name for _, name, *_ in journal._connection.execute("PRAGMA table_info(log)")]
    tables = [name for (name,) in journal._connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    told = [*columns, *EVENT_KINDS, *(name for name in tables if not name.startswith(("sqlite_", "_sqlite_")))]
    assert [name for name in told if f"`{name}`" not in manual] == []


# --- files of earlier versions ----------------------------------------------------------------------------------------


@pytest.fixture
def next_schema(monkeypatch):
    """A later quiz, whose schema has one more migration. Gives the steps that the migration takes."""
    steps = ["ALTER TABLE memory ADD COLUMN mood INTEGER"]
    first = schema._migrations

    def migrations():
        known = first()

        @known(name="5 mood")
        def fifth(db):
            for step in steps:
                db.execute(step)

        return known

    def begin():
        monkeypatch.setattr(schema, "_migrations", migrations)
        monkeypatch.setattr(schema, "VERSION", 5)
        monkeypatch.setattr(schema, "NEEDS", ("", *["0.1.0"] * 4, "0.2.0"))
        return steps

    return begin


def version(path):
    """The schema of a file, and the columns of its memories."""
    connection = sqlite3.connect(path)
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    columns = [name for _, name, *_ in connection.execute("PRAGMA table_info(memory)")]
    connection.close()
    return number, "mood" in columns


def test_an_earlier_file_is_brought_up(path, next_schema):
    """A file of an earlier quiz keeps its log and gets the tables of this one."""
    with Journal.open(path) as journal:
        journal.append([reviewed(10)])
    next_schema()
    with Journal.open(path) as later:
        assert list(later.events()) == [reviewed(10)]
        assert later.check() == ()
    assert version(path) == (5, True)


def test_an_earlier_file_is_read_as_it_is(path, next_schema):
    """To read a file of an earlier quiz leaves it as it is."""
    with Journal.open(path) as journal:
        journal.append([reviewed(10, typed="d\udce9j")])
    before = path.read_bytes()
    next_schema()
    with Journal.open(path, read_only=True) as reader:
        assert reader.memory("c").reviews == 1
        assert list(reader.events()) == [reviewed(10, typed="d\udce9j")]
    assert path.read_bytes() == before


def test_a_migration_that_fails(path, next_schema):
    """A migration that fails midway leaves the file of the earlier quiz."""
    with Journal.open(path) as journal:
        journal.append([reviewed(10)])
    next_schema().append("ALTER TABLE nowhere ADD COLUMN x")
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        Journal.open(path)
    assert version(path) == (4, False)


def test_a_later_file_names_what_it_needs(path, next_schema, monkeypatch):
    """A quiz that meets the file of a later one says which it needs."""
    next_schema()
    Journal.open(path).close()
    monkeypatch.undo()
    with pytest.raises(Failure) as failure:
        Journal.open(path)
    assert codes(failure) == ["journal-newer"]
    assert failure.value.problems[0].facts["needs"] == "0.2.0"
