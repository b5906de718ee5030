"""Rows of other programs' logs, read as reviews."""

from __future__ import annotations

import pytest

from quiz.exchange.revlog import Columns, Reader, Row, columns_of, surveyed

BEGIN = 18_262  # 2020-01-01
MOMENT = 1_700_000_000_000

#: Headers as public logs have them, and in which cells card, rating, moment, day, distance and duration are.
HEADERS = {
    "id,cid,usn,ease,ivl,lastIvl,factor,time,type": (1, 3, 0, None, None, 7),
    "card_id,review_time,review_rating,review_state,review_duration": (0, 2, 1, None, None, 4),
    "card_id,day_offset,rating,state,duration,elapsed_days,elapsed_seconds": (0, 2, None, 1, 5, 4),
    "card_id,review_th,delta_t,rating": (0, 3, None, None, 2, None),
    "user_id,card_id,i,r_history,t_history,delta_t,y": (1, 6, None, None, 5, None),
    "Card ID;Timestamp;Button Chosen;Duration (ms)": (0, 2, 1, None, None, 3),
    "card,date,rating": (0, 2, None, 1, None, None),
    "cid,id,ease,time": (0, 2, 1, None, None, 3),
    "id,time,grade": (0, 2, 1, None, None, None),
}


def reader(header: str, *rows: str, user: str = "") -> Reader:
    """A reader of such a table."""
    columns = columns_of(header.split(","))
    assert isinstance(columns, Columns)
    return Reader(columns, surveyed([row.split(",") for row in rows], columns), BEGIN, user)


def read(header: str, *rows: str) -> list[Row | str | None]:
    """What the rows of a table say."""
    table = reader(header, *rows)
    return [table.read(row.split(",")) for row in rows]


@pytest.mark.parametrize("header", HEADERS)
def test_columns_are_known_by_their_names(header: str) -> None:
    """Anki's own table, research data and hand-made tables are understood by their headers."""
    found = columns_of(header.split(";" if ";" in header else ","))

    assert isinstance(found, Columns)
    assert (found.card, found.rating, found.time, found.day, found.elapsed, found.duration) == HEADERS[header]


@pytest.mark.parametrize(
    ("header", "lacking"),
    [
        ("question,user", ("card", "time", "rating")),
        ("card,rating", ("time",)),
        ("card,time", ("rating",)),
        ("x", ("card", "time", "rating")),
    ],
)
def test_what_a_header_lacks_is_named(header: str, lacking: tuple[str, ...]) -> None:
    """Without a card, a rating or something that tells when, a table is no log."""
    assert columns_of(header.split(",")) == lacking


@pytest.mark.parametrize(
    ("said", "at", "day", "offset", "wall"),
    [
        ("1700000000", MOMENT, None, None, False),
        ("1700000000000", MOMENT, None, None, False),
        ("1700000000000000", MOMENT, None, None, False),
        ("1700000000.25", MOMENT + 250, None, None, False),
        ("2023-11-14T22:13:20Z", MOMENT, None, 0, False),
        ("2023-11-15 00:13:20+02:00", MOMENT, None, 120, False),
        ("2023-11-14 22:13:20", MOMENT, None, None, True),
        ("2023-11-14", None, 19_675, None, True),
    ],
)
def test_moments(said: str, at: int | None, day: int | None, offset: int | None, wall: bool) -> None:
    """Seconds, milliseconds, microseconds and ISO times with and without a zone are told apart."""
    assert read("card,time,rating", f"a,{said},3") == [Row("a", 3, at, day, None, offset, None, wall)]


@pytest.mark.parametrize(("said", "day"), [("0", BEGIN), ("12", BEGIN + 12), ("19675", 19_675), ("2023-11-14", 19_675)])
def test_days(said: str, day: int) -> None:
    """Low day numbers are counted from the beginning, high ones from 1970, and dates are dates."""
    (row,) = read("card,day,rating", f"a,{said},3")

    assert isinstance(row, Row)
    assert (row.at, row.day) == (None, day)


@pytest.mark.parametrize(
    ("ratings", "read_as"),
    [
        (("1", "2", "3", "4"), [1, 2, 3, 4]),
        (("0", "1"), [1, 3]),
        (("1.0", "0.0"), [3, 1]),
        (("True", "false"), [3, 1]),
        (("again", "Easy", " good", "HARD"), [1, 4, 3, 2]),
        (("0", "3"), ["import-review-manual", 3]),
        (("1", "1"), [1, 1]),
        (("5", "", "2.5", "good!", "nan"), ["import-review-rating"] * 5),
    ],
)
def test_ratings(ratings: tuple[str, ...], read_as: list[int | str]) -> None:
    """Four buttons, words, or right and wrong where there is nothing but 0 and 1; 0 beside others is no answer."""
    found = read("card,time,rating", *(f"a,1700000000,{rating}" for rating in ratings))

    assert [row.rating if isinstance(row, Row) else row for row in found] == read_as


@pytest.mark.parametrize(
    ("header", "durations", "took"),
    [
        ("duration_ms", ("4000", "250"), [4000, 250]),
        ("duration", ("4.5", "12"), [4500, 12_000]),
        ("duration", ("4", "300"), [4000, 300_000]),
        ("duration", ("4000", ""), [4000, None]),
        ("duration_seconds", ("4000", "0"), [4_000_000, 0]),
        ("duration", ("x", "-1"), ["import-review-duration"] * 2),
    ],
)
def test_durations(header: str, durations: tuple[str, ...], took: list[int | str | None]) -> None:
    """Milliseconds, or seconds where the column says so or no answer could be so short."""
    found = read(f"card,time,rating,{header}", *(f"a,1700000000,3,{one}" for one in durations))

    assert [row.took_ms if isinstance(row, Row) else row for row in found] == took


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("120", 120), ("2", 120), ("-8", -480), ("7200", 120), ("+05:45", 345), ("-0330", -210), ("", None)],
)
def test_offsets(said: str, minutes: int | None) -> None:
    """Minutes, hours and seconds are told apart by their size, and signs with a colon are read."""
    (row,) = read("card,time,rating,offset", f"a,1700000000,3,{said}")

    assert isinstance(row, Row)
    assert row.offset == minutes


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("a", "import-review-short"), (",1700000000,3", "import-review-card"), ("a,,3", "import-review-time"),
        ("a,yesterday,3", "import-review-time"), ("a,1e300,3", "import-review-time"), ("a,inf,3", "import-review-time"),
    ],
)  # fmt: skip
def test_rows_that_say_nothing(row: str, code: str) -> None:
    """What is missing or cannot be read is told by a code, and nothing raises."""
    assert read("card,time,rating", row) == [code]


def test_one_learner_of_several() -> None:
    """A log of several people is known by its column, and only the rows of one are taken."""
    table = reader("user_id,card,time,rating", "1,a,1700000000,3", "2,a,1700000000,3", user="2")

    assert table.read(["1", "a", "1700000000", "3"]) is None
    assert isinstance(table.read(["2", "a", "1700000000", "3"]), Row)
