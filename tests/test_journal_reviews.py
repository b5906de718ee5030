"""The reviews as they stand, kept beside the log: equal to those computed from all events, counted as in Python."""

import random
import sqlite3
import tempfile
from contextlib import contextmanager
from math import isclose
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.journal import Journal, schema
from quiz.memory import fsrs
from quiz.memory.event import Event
from quiz.memory.histories import all_reviews
from quiz.memory.review import reviews
from quiz.stats.count import count

HOUR = 60 * 60 * 1000
DAY = 24 * HOUR
CARDS = ("a", "b", "c", "d")
WEIGHTS = [*fsrs.DEFAULTS[:2], 20.0, *fsrs.DEFAULTS[3:]]


def said(kind, day, card="a", *, hour=12, minutes=0, offset=0, device="d", **more):
    """An event at an hour of a day (counted from 1970)."""
    rest = more.pop("rest", {})
    return Event(day * DAY + hour * HOUR + minutes * 60_000, offset, device, kind, card, rest=rest, **more)


def answer(day, card="a", rating=3, verdict="right", **more):
    """An answer."""
    return said("reviewed", day, card, rating=rating, verdict=verdict, **more)


@contextmanager
def journal_of(*parts, **how):
    """A journal into which these parts of a log were merged one after the other."""
    with tempfile.TemporaryDirectory() as folder, Journal.open(Path(folder) / "journal.db", **how) as journal:
        for part in parts:
            journal.merge(part)
        yield journal


def same(one, other):
    """Whether two counts are the same but for the last digits of their sums."""
    assert one.keys() == other.keys()
    assert all(
        isclose(left, right, rel_tol=1e-9, abs_tol=1e-6)
        for key in one
        for left, right in zip(one[key], other[key], strict=True)
    ), (one, other)


def agree(journal, found, today, since, cards=None):
    """The journal's counts are those of Python."""
    counts, reference = journal.counts(today, since, cards), count(found, today=today, since=since, cards=cards)
    for name in ("days", "cards", "ages", "hours"):
        same(getattr(counts, name), getattr(reference, name))
    assert counts.cards_today == reference.cards_today


def sums(journal):
    """What the reviews add up to, as it is kept."""
    return [journal._connection.execute(f"SELECT * FROM {table}").fetchall() for table in ("counted", "life")]


# --- whatever the events ----------------------------------------------------------------------------------------------


@st.composite
def logs(draw):
    """Reviews and resets of four cards anywhere on earth, by clocks that jump; corrections, renamings and tunings."""
    places = st.integers(-5, 400), st.sampled_from(CARDS)
    clock = {"hour": st.integers(-40, 40), "minutes": st.integers(0, 59), "offset": st.sampled_from((-600, 0, 60, 840))}
    rests = st.fixed_dictionaries(
        {},
        optional={
            "reasons": st.sampled_from((["gave-up"], ["another-card"], [])),
            "relative_error": st.sampled_from((-2, -1.0, -0.5, -0.2, 0, 0.1, 1.0, 1.001, 40)),
            "confused_with": st.sampled_from((*CARDS, None)),
        },
    )
    typing = {
        "rating": st.integers(1, 4),
        "verdict": st.sampled_from(("right", "close", "wrong", None)),
        "typed": st.sampled_from(("one", "Two", " two", "", None)),
        "took_ms": st.sampled_from((None, -1, 0, 4000, 120_000, 999_999)),
        "rest": rests,
    }
    one = st.one_of(
        *[st.builds(said, st.just("reviewed"), *places, **clock, **typing)] * 4,
        st.builds(said, st.sampled_from(("forgotten", "suspended")), *places, **clock),
    )
    found = draw(st.lists(one, max_size=14))
    for _ in range(draw(st.integers(0, 7))):
        kind = draw(st.sampled_from(("renamed", "renamed", "undone", "undone", "regraded", "tuned")))
        day, hour, rating = draw(st.integers(0, 420)), draw(st.integers(0, 23)), draw(st.integers(1, 4))
        if kind == "tuned":
            found.append(said(kind, day, "", hour=hour, rest={"parameters": WEIGHTS}))
        elif kind == "renamed":
            rest = {"from": draw(st.sampled_from(CARDS))}
            found.append(said(kind, day, draw(st.sampled_from(CARDS)), hour=hour, rest=rest))
        elif found:
            target = draw(st.sampled_from(found))
            verdict = draw(st.sampled_from(("right", "wrong", None)))
            if target.card:
                rest = {"of": target.id}
                found.append(said(kind, day, target.card, hour=hour, rating=rating, verdict=verdict, rest=rest))
    return found


def in_force(found):
    """The weights in force at a moment, by the tunings of a log."""
    tunings = sorted((event.at, event.id) for event in found if event.kind == "tuned")
    return lambda at: WEIGHTS if any(tuned <= at for tuned, _ in tunings) else ()


@settings(max_examples=30, deadline=None)
@given(logs(), st.integers(0, 3), st.integers(-2, 420), st.integers(-2, 420), st.sets(st.sampled_from(CARDS)))
def test_what_is_kept_is_what_stands(found, parts, today, since, cards):
    """Whatever is merged in whatever parts, the kept reviews and their counts are those of the whole log in Python."""
    pieces = [found[part :: parts + 1] for part in range(parts + 1)]
    whole = list(all_reviews(found, in_force=in_force(found)))

    with journal_of(*pieces) as journal:
        assert list(journal.reviews()) == whole
        agree(journal, whole, today, since)
        agree(journal, whole, today, since, cards)
        for card in CARDS:
            assert list(journal.reviews(card, since)) == [one for one in whole if one.card == card and one.day >= since]
        spaced = [
            (one.card, one.recalled, one.predicted, one.by_default, one.day)
            for one in whole
            if one.predicted is not None
        ]
        assert list(journal.predictions()) == spaced
        kept = sums(journal)
        journal.rebuild()
        assert sums(journal) == kept
        assert list(journal.reviews()) == whole


@settings(max_examples=30, deadline=None)
@given(logs())
def test_every_answer_counts_once(found):
    """However cards were renamed, each answer that stands is one card's; without renamings it is its own card's."""
    events = [event for event in found if event.kind != "undone"]
    lines = list(all_reviews(events))

    answers = {event.id for event in events if event.kind == "reviewed"}
    assert sorted(line.event for line in lines) == sorted(answers)
    own = [event for event in events if event.kind != "renamed"]
    one_by_one = [line for card in CARDS for line in reviews([e for e in own if e.card == card], card=card)]
    assert list(all_reviews(own)) == one_by_one


# --- a large log ------------------------------------------------------------------------------------------------------


def large(size):
    """A log of so many lines: 2,000 cards asked all over the earth, some undone, regraded, forgotten, renamed."""
    chance = random.Random(7)
    found = []
    for n in range(size):
        card, day = f"deck/{chance.randrange(2000)}", 19_000 + n * 900 // size
        if n % 40 == 39:
            target = chance.choice(found[-200:])
            kind = chance.choice(("undone", "regraded", "forgotten", "renamed"))
            if kind == "renamed":
                found.append(said(kind, day, f"new/{n}", rest={"from": target.card}))
            elif kind == "forgotten":
                found.append(said(kind, day, target.card))
            else:
                rating, verdict = chance.choice(((3, "right"), (1, "wrong")))
                rest = {"of": target.id}
                found.append(said(kind, day, target.card, hour=23, rating=rating, verdict=verdict, rest=rest))
            continue
        rating = chance.choice((1, 2, 3, 3, 3, 4))
        rest = (
            {"relative_error": chance.gauss(0, 0.4)} if n % 7 == 0 else {"reasons": ["gave-up"]} if n % 31 == 0 else {}
        )
        found.append(
            answer(
                day, card, rating, "wrong" if rating == 1 else "right", hour=chance.randrange(-20, 30),
                minutes=n % 60, offset=chance.choice((-480, 0, 60, 765)), took_ms=chance.randrange(-5, 200_000),
                typed=chance.choice(("x", "y", "")), rest=rest,
            )
        )  # fmt: skip
    return found


def test_a_large_log_is_counted_in_sql_as_in_python():
    """12,000 lines: every sum by day, card, age and hour is that of Python, for all cards and for some of them."""
    found = large(12_000)
    whole = list(all_reviews(found))
    some = {review.card for review in whole if review.card.endswith("7")}

    with journal_of(found[::2], found[1::2]) as journal:
        assert sum(1 for _ in journal.reviews()) == len(whole) > 10_000
        agree(journal, whole, 19_899, 19_450)
        agree(journal, whole, 19_899, 0, some)


# --- what else is told ------------------------------------------------------------------------------------------------


@pytest.fixture
def asked():
    """Four cards: `a` was taken for `b` twice and overruled once, with what came of it."""
    taken = {"rest": {"confused_with": "b"}}
    first, second, third = (answer(day, "a", 1, "wrong", typed=" Paris ", **taken) for day in (100, 101, 102))
    return [
        first, second, third,
        said("undone", 103, "a", rest={"of": third.id}),
        answer(104, "a", 1, "wrong", typed="paris."), answer(105, "a", 1, "wrong", typed="Rome"),
        over := answer(110, "c", 1, "wrong", typed="close to it"),
        said("regraded", 110, "c", hour=13, rating=3, verdict="right", rest={"of": over.id}),
        answer(110, "c", hour=14), answer(115, "c", 1, "wrong"),
        alone := answer(111, "d", 1, "wrong", typed="alone"),
        said("regraded", 111, "d", hour=13, rating=3, verdict="right", rest={"of": alone.id}),
        kept := answer(112, "b", 1, "wrong", typed="kept"),
        said("regraded", 112, "b", hour=13, rating=2, verdict="right", rest={"of": kept.id}),
        answer(116, "b", 2),
    ]  # fmt: skip


def test_confusions_are_counted(asked):
    """Which card was taken for which, how often, from a day on; what was undone is not counted."""
    with journal_of(asked) as journal:
        assert journal.confused(0) == [("a", "b", 2)]
        assert journal.confused(101) == [("a", "b", 1)]
        assert journal.confused(102) == []


def test_what_is_usually_typed(asked):
    """The wrong answer given most often, spaces cleaned; cards without one are missing."""
    with journal_of(asked) as journal:
        assert journal.usual_wrong({"a", "b", "c", "nobody"}) == {"a": "Paris"}


def test_whether_overrulings_were_borne_out(asked):
    """Each answer that the learner counted right against the machine, and whether the next spaced one succeeded."""
    with journal_of(asked) as journal:
        assert [(one.card, one.typed, one.borne_out) for one in journal.overruled()] == [
            ("c", "close to it", False), ("d", "alone", None), ("b", "kept", True),
        ]  # fmt: skip
        assert [one.card for one in journal.overruled(since=112)] == ["b"]
        assert journal.overruled(verdict="wrong") == []


def test_a_forgotten_card_bears_nothing_out(asked):
    """After a reset the next answer is a first meeting: it says nothing of what was overruled before."""
    reset = said("forgotten", 113, "b")

    with journal_of([*asked, reset, answer(118, "b")]) as journal:
        assert [one.borne_out for one in journal.overruled(since=112)] == [None]


# --- older and stale files --------------------------------------------------------------------------------------------


def test_a_stale_file_is_read_in_a_copy(tmp_path):
    """Read with another rollover hour, the reviews are those of that hour, and the file stays as it is."""
    path = tmp_path / "journal.db"
    found = [answer(10, hour=5), answer(12, hour=5)]
    with Journal.open(path) as journal:
        journal.merge(found)
        assert [review.day for review in journal.reviews()] == [10, 12]
    before = path.read_bytes()

    with Journal.open(path, rollover_hour=6, read_only=True) as reader:
        assert [review.day for review in reader.reviews()] == [9, 11]
        agree(reader, list(reviews(found, rollover_hour=6)), 20, 0)
    assert path.read_bytes() == before


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize("read_only", [False, True])
def test_an_older_file_tells_its_reviews(tmp_path, version, read_only):
    """A journal of schema 1 or 2 has all reviews when it is opened, and is written to only where it may be."""
    path = tmp_path / "journal.db"
    connection = sqlite3.connect(path)
    data = Path(__file__).parent / "data" / "journals"
    connection.executescript((data / "schema-1.sql").read_text(encoding="utf-8"))
    if version == 2:
        for statement in schema._SECOND:
            connection.execute(statement)
        connection.execute("INSERT INTO _sqlite_migrations VALUES (2, 'journal', '2 confusions, marks', '')")
        connection.execute("PRAGMA user_version = 2")
        connection.commit()
    connection.close()
    before = path.read_bytes()

    with Journal.open(path, read_only=read_only) as journal:
        assert [(one.card, one.rating, one.day) for one in journal.reviews()] == [
            ("animals/fox", 1, 20_000), ("animals/wolf", 3, 20_000),
        ]  # fmt: skip
        assert journal.counts(20_000, 0).days[20_000].answers == 2
        assert journal.confused(0) == [("animals/fox", "animals/wolf", 1)]
    assert (path.read_bytes() == before) == read_only


@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_of_schema_3_has_the_lives_of_its_cards(tmp_path, read_only):
    """What the reviews of each card add up to is made of the reviews that are there, as if kept from the first."""
    found = [
        answer(10, "a", took_ms=200_000), answer(12, "a", 1, verdict="wrong", took_ms=-1), answer(30, "a"),
        answer(11, "b", took_ms=None, rest={"reasons": ["gave-up"]}), answer(30, "c"),
    ]  # fmt: skip
    found.append(said("regraded", 13, "a", rating=3, verdict="right", rest={"of": found[1].id}))
    path = tmp_path / "journal.db"
    with Journal.open(path) as journal:
        journal.merge(found)
        kept = sums(journal)
    connection = sqlite3.connect(path)
    connection.executescript("DROP TABLE life; PRAGMA user_version = 3")
    connection.execute("DELETE FROM _sqlite_migrations WHERE name = '4 lives'")
    connection.commit()
    connection.close()

    with Journal.open(path, read_only=read_only) as journal:
        assert sums(journal)[1] == [pytest.approx(row) for row in kept[1]]
        for since in (0, 11, 12, 31):
            agree(journal, list(all_reviews(found)), 30, since)


def test_nothing_was_reviewed(tmp_path):
    """A journal that is not there yet has no reviews, and none is made by asking."""
    with Journal.open(tmp_path / "none.db", read_only=True) as journal:
        assert list(journal.reviews()) == list(journal.predictions()) == journal.overruled() == []
        assert journal.counts(100, 0) == count([], today=100, since=0)
    assert list(tmp_path.iterdir()) == []


def test_tunings_do_not_touch_reviews_before_them(tmp_path):
    """New weights foretell what comes, not what was; a tuning that another device had earlier changes what was."""
    tuned = said("tuned", 20, "", rest={"parameters": WEIGHTS})
    with Journal.open(tmp_path / "journal.db") as journal:
        journal.merge([answer(10), answer(14)])
        before = list(journal.reviews())
        journal.append([tuned])
        assert list(journal.reviews()) == before
        journal.append([said("tuned", 12, "", rest={"parameters": WEIGHTS})])
        assert [one.by_default for one in journal.reviews()] == [one.by_default for one in before]
        assert [one.predicted for one in journal.reviews()][1] > before[1].predicted


def test_a_bulk_of_lines_leaves_the_file_as_lines_one_by_one(tmp_path):
    """Where most of a log comes at once, indexes and guards are there afterwards, also when something fails midway."""
    many = [answer(10 + n % 300, f"c{n % 997}", hour=n % 24, minutes=n % 60, took_ms=n) for n in range(20_500)]

    def shape(journal):
        return journal._connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()

    def failing():
        yield from many
        yield answer(400, rest={"x": float("nan")})

    with Journal.open(tmp_path / "journal.db") as journal:
        before = [(kind, name) for kind, name, _ in shape(journal)]
        with pytest.raises(ValueError, match="JSON"):
            journal.merge(failing())
        assert list(journal.events()) == []
        assert journal.merge([*many, *many[:10]]) == len(many)
        assert [(kind, name) for kind, name, _ in shape(journal)] == before
        assert journal.merge(many) == 0
        assert journal.check() == ()
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            journal._connection.execute("DELETE FROM log")
        assert sum(1 for _ in journal.reviews()) == len(many)
