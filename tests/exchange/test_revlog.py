"""Rows of other programs' logs, read as reviews."""

from __future__ import annotations

import pytest

from quiz.exchange.revlog import Reader, Row
from quiz.exchange.revlog_columns import ANKI, Columns, Survey, columns_of, headless, surveyed
from quiz.exchange.revlog_ratings import scale_said

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
    "p_recall,timestamp,delta,user_id,learning_language,lexeme_id,session_seen,session_correct": (
        5,
        7,
        1,
        None,
        2,
        None,
    ),
    "card_hash,reviewed_at,grade,stability": (0, 2, 1, None, None, None),
    "carte;horodatage;note;durée": (0, 2, 1, None, None, 3),
    "id,front,date,remembered": (0, 3, None, 2, None, None),
}


def reader_survey(header: str, *rows: str) -> Survey:
    """What a whole table shows; a semicolon parts its cells if there is one."""
    columns = columns_of(cells(header))
    assert isinstance(columns, Columns)
    return surveyed([cells(row) for row in rows], columns)


def cells(row: str) -> list[str]:
    """A row's cells."""
    return row.split(";" if ";" in row else ",")


def reader(header: str, *rows: str, user: str = "") -> Reader:
    """A reader of such a table."""
    return Reader(reader_survey(header, *rows), BEGIN, user)


def read(header: str, *rows: str) -> list[Row | str | None]:
    """What the rows of a table say."""
    table = reader(header, *rows)
    return [table.read(cells(row)) for row in rows]


@pytest.mark.parametrize("header", HEADERS)
def test_columns_are_known_by_their_names(header: str) -> None:
    """Anki's own table, research data and hand-made tables are understood by their headers."""
    found = columns_of(header.split(";" if ";" in header else ","))

    assert isinstance(found, Columns)
    assert (found.card, found.rating, found.time, found.day, found.elapsed, found.duration) == HEADERS[header]


@pytest.mark.parametrize(
    ("header", "lacking"),
    [
        ("colour,user", ("card", "time", "rating")),
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
        ("Tue Nov 14 2023 22:13:20 GMT", MOMENT, None, 0, False),
        ("Wed 15 Nov 2023 00:13:20 +0200", MOMENT, None, 120, False),
        ("15 Feb. 2023", None, 19_403, None, True),
        ("1er août 2023", None, 19_570, None, True),
        ("2023-11-14 22:13:20 UTC", MOMENT, None, 0, False),
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
        (("3", "", "2.5", "good!", "nan"), [3, *["import-review-rating"] * 4]),
        (("0", "1", "2", "3", "4", "5"), [1, 1, 1, 2, 3, 4]),
        (("1", "3", "4", "5"), [1, 2, 3, 4]),
        (("pass", "Fail", "remembered", "forgot"), [3, 1, 3, 1]),
        (("À revoir", "difficile", "bien", "Facile", "juste", "faux", "oublié"), [1, 2, 3, 4, 3, 1, 1]),
    ],
)
def test_ratings(ratings: tuple[str, ...], read_as: list[int | str]) -> None:
    """Four buttons, words, or right and wrong where there is nothing but 0 and 1; 0 beside others is no answer."""
    found = read("card,time,rating", *(f"a,1700000000,{rating}" for rating in ratings))

    assert [row.rating if isinstance(row, Row) else row for row in found] == read_as


@pytest.mark.parametrize(
    ("name", "ratings", "scale"),
    [
        ("rating", "1 2 3 4", "1-4"), ("rating", "0 1", "0-1"), ("rating", "1", "1-4"), ("correct", "1", "0-1"),
        ("rating", "0 1 2 3", None), ("grade", "0 1 2 3 4", None), ("grade", "0 3 5", "0-5"),
        ("rating", "2 3 5", "1-5"), ("ease", "0 1 2 3", "1-4"), ("quality", "1 3 4", None), ("quality", "0 3", "0-5"),
        ("score", "40 95", None), ("recall", "0.5 1.0 0.25 0.75", None), ("rating", "again good", ""),
        ("rating", "1 2 3 4 " * 200 + "9 5", "1-4"),
    ],
)  # fmt: skip
def test_the_scale_of_ratings(name: str, ratings: str, scale: str | None) -> None:
    """All ratings of a log and the name of their column tell the scale; where they do not, nobody guesses."""
    columns = columns_of(["card", "time", name])
    assert isinstance(columns, Columns)

    assert surveyed([["a", "1700000000", one] for one in ratings.split()], columns).scale == scale


def test_a_type_of_something_else_tells_nothing_of_buttons() -> None:
    """A column called `type` may hold anything: 0 to 3 stay open."""
    assert reader_survey("card,time,rating,type", "a,1700000000,0,verb", "a,1700000001,2,noun").scale is None


def test_buttons_are_known_by_what_stands_beside_them() -> None:
    """Where the log tells the state of the card, 0 is a card that was moved, whatever the column is called."""
    rows = ("a,1700000000,0,4", "a,1700000001,3,2")

    assert read("card,time,rating,state", *rows)[0] == "import-review-manual"


@pytest.mark.parametrize(
    ("said", "scale"),
    [
        ("0-3", {0: 1, 1: 2, 2: 3, 3: 4}), ("0=again, 1=Good", {0: 1, 1: 3}), ("1=à revoir,2=3", {1: 1, 2: 3}),
        ("0-9", None), ("0=paris", None), ("again", None), ("", None), ("x=good", None),
    ],
)  # fmt: skip
def test_a_scale_that_is_said(said: str, scale: dict[int, int] | None) -> None:
    """By its name, or number by number; anything else is none."""
    assert scale_said(said) == scale


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        (("14/03/2024", "3/4/2024"), [19_796, 19_816]),
        (("3/14/2024", "3/4/2024"), [19_796, 19_786]),
        (("14.3.24", "04.03.2024"), [19_796, 19_786]),
        (("2024/03/14", "2024.3.4"), [19_796, 19_786]),
        (("20240314", "20240304"), [19_796, 19_786]),
        (("31/02/2024", "14/13/2024"), ["import-review-time"] * 2),
    ],
)
def test_dates_as_people_write_them(dates: tuple[str, ...], days: list[int | str]) -> None:
    """Whether the day or the month stands first is told by the dates of the whole log."""
    found = read("card,date,rating", *(f"a,{one},3" for one in dates))

    assert [row.day if isinstance(row, Row) else row for row in found] == days


def test_dates_that_may_be_two() -> None:
    """Where no date tells it, nobody guesses."""
    assert reader_survey("card,date,rating", "a,3/4/2024,3", "a,5/6/2024,3").day_first is None


@pytest.mark.parametrize(
    ("header", "row", "at", "took"),
    [
        ("card,date,time,rating", "a,2023-11-14,22:13:20,3", MOMENT, None),
        ("card,date,time,rating", "a,14/11/2023,10:13 PM,3", MOMENT - 20_000, None),
        ("card,datetime,rating", "a,14/11/2023 22h13,3", MOMENT - 20_000, None),
        ("card,datetime,rating", "a,2023-11-14 10:13 PM,3", MOMENT - 20_000, None),
        ("card;datetime;rating", "a;Nov 14, 2023 10:13 PM;3", MOMENT - 20_000, None),
        ("card;datetime;rating", "a;mardi 14 novembre 2023 22:13;3", MOMENT - 20_000, None),
    ],
)
def test_a_time_of_day(header: str, row: str, at: int, took: int | None) -> None:
    """It stands beside the day or behind it, and is that of the wall."""
    assert read(header, row) == [Row("a", 3, at, None, None, None, took, wall=True)]


def test_a_time_beside_a_day_may_be_that_of_the_answer() -> None:
    """4000 is no moment: beside a date it is how long the answer took."""
    assert read("card,date,rating,time", "a,2023-11-14,3,4000") == [
        Row("a", 3, None, 19_675, None, None, 4000, wall=True)
    ]


def test_times_that_begin_with_the_log() -> None:
    """They are no seconds since 1970, and nobody takes them for some."""
    assert reader_survey("card,timestamp,rating", "a,0,3", "a,86400,3").early == (0, 86_400)
    assert reader_survey("card,timestamp,rating", "a,1700000000,3").early is None


def test_the_answers_of_a_session() -> None:
    """Where a row stands for several answers, it was recalled if all were right."""
    header = "p_recall,timestamp,user_id,lexeme_id,session_seen,session_correct"
    rows = ("1.0,1700000000,u,a,3,3", "0.5,1700000000,u,b,2,1", "0.0,1700000000,u,c,1,0")

    assert [row.rating for row in read(header, *rows) if isinstance(row, Row)] == [3, 1, 1]


def test_an_id_that_no_two_rows_share_is_the_rows() -> None:
    """Then the text tells the card."""
    assert [row.card for row in read("id,question,date,rating", "1,A?,2024-03-01,3", "2,A?,2024-03-03,1")] == ["A?"] * 2
    assert [row.card for row in read("id,question,date,rating", "1,A?,2024-03-01,3", "1,A?,2024-03-03,1")] == ["1"] * 2


def test_ankis_table_without_its_header() -> None:
    """It is known by its nine numbers, the first of them milliseconds."""
    assert headless(cells("1700000000000,11,1,3,-60,-60,0,4000,0"))
    assert not headless(ANKI)
    assert not headless(cells("1,2,3,4,5,6,7,8,9"))


@pytest.mark.parametrize(
    ("header", "durations", "took"),
    [
        ("duration_ms", ("4000", "250"), [4000, 250]),
        ("duration", ("4.5", "12"), [4500, 12_000]),
        ("durée", ("4,5", "12"), [4500, 12_000]),
        ("duration", ("4", "300"), [4000, 300_000]),
        ("duration", ("4000", ""), [4000, None]),
        ("duration_seconds", ("4000", "0"), [4_000_000, 0]),
        ("duration", ("x", "-1"), ["import-review-duration"] * 2),
    ],
)
def test_durations(header: str, durations: tuple[str, ...], took: list[int | str | None]) -> None:
    """Milliseconds, or seconds where the column says so or no answer could be so short."""
    found = read(f"card;time;rating;{header}", *(f"a;1700000000;3;{one}" for one in durations))

    assert [row.took_ms if isinstance(row, Row) else row for row in found] == took


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("120", 120),
        ("2", 120),
        ("-8", -480),
        ("7200", 120),
        ("+05:45", 345),
        ("-0330", -210),
        ("-3600", -60),
        ("+7200", 120),
        ("", None),
    ],
)
def test_offsets(said: str, minutes: int | None) -> None:
    """Minutes, hours and seconds are told apart by their size, and signs with a colon are read."""
    (row,) = read("card,time,rating,offset", f"a,1700000000,3,{said}")

    assert isinstance(row, Row)
    assert row.offset == minutes


@pytest.mark.parametrize("said", ["1700000000", "+99:00", "summer", "-99999"])
def test_offsets_that_no_clock_has(said: str) -> None:
    """They are told, and move no answer to another day."""
    assert read("card,time,rating,offset", f"a,1700000000,3,{said}") == ["import-review-offset"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("a", "import-review-short"), (",1700000000,3", "import-review-card"), ("a,,3", "import-review-time"),
        ("a,yesterday,3", "import-review-time"), ("a,1e300,3", "import-review-time"), ("a,inf,3", "import-review-time"),
        ("a,14 Foo 2023,3", "import-review-time"), ("a,14 Nov 2023 25:10,3", "import-review-time"),
        ("a,14 Nov 2023 noon,3", "import-review-time"),
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
