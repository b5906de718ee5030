"""`quiz import reviews` as people and programs use it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from quiz.cli import main
from quiz.journal import Journal

ANKI = """\
id,cid,usn,ease,ivl,lastIvl,factor,time,type
1700000000000,11,1,1,-60,-60,0,4000,0
1700000000000,11,1,3,-600,-60,0,2000,0
1700600000000,11,1,3,4,-600,2500,2500,1
1700600000000,11,1,3,4,-600,2500,2500,1
1700600001000,12,1,0,4,4,2500,0,4
1700600002000,12,1,9,4,4,2500,900,1
x,12,1,3,4,4,2500,900,1
1700600003000,12,1,4,4,4,2500,,1
"""


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, and a home of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))
    (tmp_path / "anki.csv").write_text(ANKI, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> int:
    """One command line, in English, by the clock of Greenwich."""
    return main(["--lang", "en", "import", "reviews", *arguments])


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict:
    """What it prints as JSON."""
    capsys.readouterr()
    run(*arguments, "--json")
    return json.loads(capsys.readouterr().out)


def journal(desk: Path) -> list[tuple[str, int, int, int | None]]:
    """The reviews that stand: card, study day, rating and duration."""
    with Journal.open(desk / "home" / "data" / "journal.db", read_only=True) as log:
        return [(one.card, one.day, one.rating, one.took_ms) for one in log.reviews()]


def test_ankis_table_comes_in(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each answer once, in its order, two in one second too; what did not come is listed with line, row and remedy."""
    assert run("anki.csv", "--zone", "UTC") == 1

    assert journal(desk) == [
        ("11", 19_675, 1, 4000),
        ("11", 19_675, 3, 2000),
        ("11", 19_682, 3, 2500),
        ("12", 19_682, 4, None),
    ]
    out = capsys.readouterr().out
    assert "4 reviews added, of 2 cards" in out
    for line, sentence in ((5, "once more"), (6, "rating 0"), (7, "none that is known"), (8, "does not tell when")):
        (said,) = [row for row in out.splitlines() if row.startswith(f"anki.csv:{line}:")]
        assert sentence in said
    assert out.count("it was left out") == 4
    assert "quiz import reviews --undo reviews" in out


def test_the_same_file_again_adds_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """However often; and one that has grown adds what is new."""
    run("anki.csv")
    before = journal(desk)

    (again,) = told(capsys, "anki.csv")["files"]
    assert (again["reviews"], again["added"]) == (4, 0)
    assert journal(desk) == before
    with (desk / "anki.csv").open("a") as table:
        table.write("1700700000000,12,1,2,4,4,2500,900,1\n")
    (grown,) = told(capsys, "anki.csv")["files"]
    assert (grown["reviews"], grown["added"], grown["left"]["import-review-manual"]) == (5, 1, 1)


def test_a_dry_run_writes_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It tells what would come, and makes no journal."""
    (dry,) = told(capsys, "anki.csv", "--dry-run")["files"]

    assert (dry["rows"], dry["reviews"], dry["added"], dry["cards"]) == (8, 4, 4, 2)
    assert not (desk / "home" / "data" / "journal.db").exists()
    run("anki.csv")
    assert told(capsys, "anki.csv", "--dry-run")["files"][0]["added"] == 0


def test_an_import_is_taken_back(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By its name, without touching others; the lines stay in the log, and count no more."""
    run("anki.csv", "--name", "old")
    (desk / "own.csv").write_text("card,time,rating\nown,1700000000,3\n", encoding="utf-8")
    run("own.csv")
    assert told(capsys, "--undo", "old", "--dry-run") == {"name": "old", "undone": 4}
    assert len(journal(desk)) == 5

    assert told(capsys, "--undo", "old") == {"name": "old", "undone": 4}

    assert [card for card, *_ in journal(desk)] == ["own"]
    assert run("--undo", "old") == 1, "there is nothing left to take back"
    run("anki.csv", "--name", "anew")
    assert len(journal(desk)) == 5


def test_cards_of_a_deck(desk: Path) -> None:
    """With --as the ids are those of that deck's cards."""
    run("anki.csv", "--as", "spanish")

    assert {card for card, *_ in journal(desk)} == {"spanish/11", "spanish/12"}


def test_days_only(desk: Path) -> None:
    """Where only days are told the order of the file is that of each card's reviews; numbers count from --begin."""
    rows = ["card_id,day_offset,rating,elapsed_days", "a,0,1,-1", "a,0,2,0", "b,0,4,-1", "a,0,3,0", "a,3,4,3"]
    (desk / "days.csv").write_text("\n".join(rows), encoding="utf-8")

    assert run("days.csv", "--begin", "2024-01-01") == 0

    first = 19_723
    assert [(card, day - first, rating) for card, day, rating, _ in journal(desk)] == [
        ("a", 0, 1), ("a", 0, 2), ("a", 0, 3), ("a", 3, 4), ("b", 0, 4),
    ]  # fmt: skip


def test_distances_only(desk: Path) -> None:
    """Where only distances are told, each card begins on the first day and goes on from its row before."""
    rows = ["card_id,review_th,delta_t,rating", "a,1,-1,3", "b,2,-1,1", "a,3,2,3", "a,4,0,1", "a,5,5,3", "b,6,1,3"]
    (desk / "gaps.csv").write_text("\n".join(rows), encoding="utf-8")

    assert run("gaps.csv", "--begin", "2024-01-01") == 0

    assert [(card, day - 19_723) for card, day, *_ in journal(desk)] == [
        ("a", 0), ("a", 2), ("a", 2), ("a", 7), ("b", 0), ("b", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("zone", "days"),
    [
        ("UTC", [19_675, 19_890]), ("+02:00", [19_676, 19_891]), ("-0500", [19_675, 19_890]),
        ("Europe/Paris", [19_675, 19_891]),
    ],
)  # fmt: skip
def test_the_clock_of_the_wall_makes_the_day(desk: Path, zone: str, days: list[int]) -> None:
    """Half past two at night in Greenwich is the day before there; in Paris, in summer, it is half past four."""
    (desk / "night.csv").write_text("card,time,rating\na,1700015400,3\na,1718591400,3\n", encoding="utf-8")

    assert run("night.csv", f"--zone={zone}") == 0

    assert [day for _, day, *_ in journal(desk)] == days


def test_a_wall_clock_stays_on_the_wall(desk: Path) -> None:
    """A time without a zone is the learner's own, whatever zone is said: its study day does not change."""
    (desk / "wall.csv").write_text(
        "card,reviewed_at,rating\na,2024-06-17 02:30:00,3\na,2024-06-17 05:00,3\n", encoding="utf-8"
    )

    assert run("wall.csv", "--zone", "Asia/Tokyo") == 0

    assert [day for _, day, *_ in journal(desk)] == [19_890, 19_891]


def test_packed_and_parted_otherwise(desk: Path) -> None:
    """Tabs, semicolons, a mark of UTF-8 and gzip are all the same table."""
    (desk / "a.tsv.gz").write_bytes(gzip.compress("\ufeffcard\ttime\trating\na\t1700000000\tgood\n".encode()))
    (desk / "b.csv").write_text("Card ID;Timestamp;Rating\r\nb;1700000000;easy\r\n", encoding="utf-16")

    assert run("a.tsv.gz", "b.csv") == 0

    assert [(card, rating) for card, _, rating, _ in journal(desk)] == [("a", 3), ("b", 4)]


@pytest.mark.parametrize(
    ("text", "arguments", "code", "exit_code"),
    [
        ("question,answer\na,b\n", (), "import-reviews-columns", 1),
        ("user_id,card,time,rating\n1,a,1700000000,3\n2,a,1700000000,3\n", (), "import-reviews-users", 1),
        ("", (), "import-reviews-columns", 1),
        ("user_id,card,time,rating\n1,a,1700000000,3\n", ("--user", "7"), "import-reviews-user", 1),
        ("card,time,rating\na,1700000000,0\na,1700000000,2\n", (), "import-reviews-scale", 1),
        ("card,time,rating\na,1700000000,3\n", ("--user", "7"), "import-reviews-nobody", 1),
        ("card,date,rating\na,3/4/2024,3\n", (), "import-reviews-dates", 1),
        ("card,time,rating\na,0,3\na,86400,3\n", (), "import-reviews-early", 1),
        ("SQLite format 3\0", (), "import-reviews-format", 1),
        ('[{"card": 1}]', (), "import-reviews-format", 1),
    ],
)
def test_tables_that_are_no_log(
    desk: Path, capsys: pytest.CaptureFixture[str], text: str, arguments: tuple[str, ...], code: str, exit_code: int
) -> None:
    """They are refused with the reason, and nothing is written."""
    (desk / "odd.csv").write_text(text, encoding="utf-8")

    assert run("odd.csv", *arguments, "--json") == exit_code
    assert [problem["code"] for problem in json.loads(capsys.readouterr().out)["problems"]] == [code]
    assert journal(desk) == []


@pytest.mark.parametrize(
    "arguments",
    [
        (), ("anki.csv", "--zone", "Nowhere/Land"), ("anki.csv", "--begin", "soon"), ("anki.csv", "--ratings", "0-7"),
        ("anki.csv", "--ratings", "0=fine"),
    ],
)  # fmt: skip
def test_questions_that_cannot_be_answered(desk: Path, arguments: tuple[str, ...]) -> None:
    """No file, no such zone, no such day: a usage error, before anything is read."""
    assert run(*arguments) == 2
    assert journal(desk) == []


@pytest.mark.parametrize(
    ("rows", "arguments", "found"),
    [
        ("card,time,rating\na,1700000000,0\na,1700100000,2", ("--ratings", "0-3"), [1, 3]),
        ("card,time,rating\na,1700000000,7\na,1700100000,8", ("--ratings", "7=again,8=easy"), [1, 4]),
        ("card,date,rating\na,3/4/2024,1\na,4/3/2024,4", ("--dates", "dmy"), [4, 1]),
        ("card,date,rating\na,3/4/2024,1\na,4/3/2024,4", ("--dates", "mdy"), [1, 4]),
        ("card_id,review_th,delta_t,rating\na,2,3,4\na,1,-1,1", (), [1, 4]),
    ],
)
def test_what_a_file_does_not_tell_is_said(desk: Path, rows: str, arguments: tuple[str, ...], found: list[int]) -> None:
    """Scales and dates that could be two are told by an option; rows that are numbered are taken in that order."""
    (desk / "odd.csv").write_text(rows + "\n", encoding="utf-8")

    assert run("odd.csv", *arguments) == 0
    assert [rating for _, _, rating, _ in journal(desk)] == found


def test_it_is_told_how_a_file_was_read(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Which column was taken for what, on which scale, in which unit, what was not used, and what had to be assumed."""
    table = "fiche;horodatage;note;durée;remarque\né;1700000000;bien;3,5;x\né;1700100000;à revoir;4;y\n"
    (desk / "a.csv").write_bytes(table.encode("cp1252"))

    assert run("a.csv") == 0

    said = capsys.readouterr().out
    assert "card = fiche, time = horodatage, rating = note, duration = durée (s)" in said
    for part in ("not used: remarque", "this computer's clock", "Windows-1252"):
        assert part in said
    assert [(card, rating, took) for card, _, rating, took in journal(desk)] == [("é", 3, 3500), ("é", 1, 4000)]
    (read,) = [one["read"] for one in told(capsys, "a.csv", "--zone", "UTC")["files"]]
    assert read == {
        "columns": {"card": "fiche", "time": "horodatage", "rating": "note", "duration": "durée"},
        "unused": ["remarque"], "ratings": "", "duration": "s", "encoding": "cp1252", "clock_assumed": True,
    }  # fmt: skip


def test_cards_that_are_in_no_deck_are_told(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By the import and by the views that count cards; what was answered of them counts for days and retention."""
    decks = desk / "home" / "data" / "decks"
    decks.mkdir(parents=True)
    (decks / "d.yaml").write_text("deck: d\ncards:\n  - {id: a, question: A?, answer: B}\n", encoding="utf-8")
    days = [1_700_000_000 + day * 86_400 for day in range(4)]
    rows = [f"{card},{day},3\n" for card in ("a", "b", "c") for day in days]
    (desk / "x.csv").write_text("card,time,rating\n" + "".join(rows), encoding="utf-8")

    assert run("x.csv", "--as", "d") == 0
    assert "2 of these cards are in no deck" in capsys.readouterr().out

    (again,) = told(capsys, "x.csv", "--as", "d")["files"]
    assert (again["cards"], again["strangers"]) == (3, 2)
    for view, said in (("", "2 in no deck"), ("cards", "2 cards of the log are in no deck"), ("kinds", "in no deck")):
        assert main(["--lang", "en", "stats", *([view] if view else []), "--since", "2023-11-01"]) == 0
        assert said in capsys.readouterr().out
    assert main(["stats", "--json", "--since", "2023-11-01"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["strangers"], figures["met"], figures["retention"]["count"]) == (2, 1, 9)
    assert main(["stats", "--json", "--deck", "d", "--since", "2023-11-01"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["strangers"], figures["met"], figures["retention"]["count"]) == (0, 1, 3)


def test_ankis_table_without_a_header_comes_in_whole(desk: Path) -> None:
    """Also its first row."""
    (desk / "bare.csv").write_text(
        "1700000000000,11,1,1,-60,-60,0,4000,0\n1700000900000,11,1,3,-60,-60,0,4000,0\n", encoding="utf-8"
    )

    assert run("bare.csv") == 0
    assert [(card, rating) for card, _, rating, _ in journal(desk)] == [("11", 1), ("11", 3)]


def test_one_learner_of_sessions(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A log of half-lives tells several answers a row, of several people: the one with most rows is proposed."""
    (desk / "duo.csv").write_text(
        "p_recall,timestamp,delta,user_id,lexeme_id,session_seen,session_correct\n"
        "1.0,1362076081,27649635,u:FO,lernt,2,2\n0.5,1362082032,444407,u:FO,die,2,1\n1.0,1362082032,9,u:dD,los,1,1\n",
        encoding="utf-8",
    )

    assert run("duo.csv") == 1
    assert "--user u:FO" in capsys.readouterr().err
    assert run("duo.csv", "--user", "u:FO") == 0
    assert "where all were right" in capsys.readouterr().out
    assert [(card, rating) for card, _, rating, _ in journal(desk)] == [("die", 1), ("lernt", 3)]


def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    """It is named, and others still come."""
    assert run("none.csv") == 3
    assert "none.csv" in capsys.readouterr().err
    assert run("none.csv", "anki.csv") == 1
