"""`quiz check` in trouble: a home that cannot be written, other checks, damage, files that go, very many problems."""

from __future__ import annotations

import json
import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quiz.library import file, kepts

Run = Callable[..., Any]
WELL = "deck: {name}\ncards:\n  - question: Who wrote the {play} Hamlet for the Globe?\n    answer: Shakespeare\n"


def save(path: Path, text: str) -> None:
    """Write a deck an hour ago."""
    path.write_text(text, encoding="utf-8")
    os.utime(path, (os.stat(path).st_mtime - 3600,) * 2)


@pytest.fixture
def library(decks: Path) -> Path:
    """Two decks that ask one fact, and a large one."""
    save(decks / "one.yaml", WELL.format(name="one", play="play"))
    save(decks / "two.yaml", WELL.format(name="two", play="famous play"))
    save(decks / "large.yaml", large(520))
    return decks


def large(count: int) -> str:
    """A deck of which a part can be read alone."""
    cards = "".join(f"  - question: What is town {number} called?\n    answer: T{number}\n" for number in range(count))
    return f"deck: large\ncards:\n{cards}"


@pytest.mark.usefixtures("library")
def test_a_cache_that_cannot_be_made_is_done_without(own_home: Path, run: Run):
    """Where a file stands in the place of the cache's folder, the check says the same and is silent about it."""
    wanted = run("check", "--no-cache")
    (own_home / "cache").write_text("in the way")

    assert run("check") == wanted
    assert run("check") == wanted
    assert "card-twice" in wanted.out
    assert (own_home / "cache").read_text() == "in the way"


def test_a_cache_that_can_only_be_read_is_read(
    library: Path, own_home: Path, run: Run, monkeypatch: pytest.MonkeyPatch
):
    """On a read-only disk what was kept is used, what changed is read, and nothing is said of the cache."""
    run("check")
    connect = sqlite3.connect

    def reading(path: str, **options: Any) -> sqlite3.Connection:
        return connect(f"file:{path}?mode=ro", uri=True, **options)

    monkeypatch.setattr(kepts.sqlite3, "connect", reading)
    before = (own_home / "cache" / "checked.db").read_bytes()
    save(library / "one.yaml", WELL.format(name="one", play="play").replace("Globe", "Rose"))
    save(library / "large.yaml", large(520).replace("town 300 ", "city 300 "))
    wanted = run("check", "--no-cache")

    assert run("check") == wanted
    assert run("check") == wanted
    assert (own_home / "cache" / "checked.db").read_bytes() == before


def test_a_cache_that_another_check_holds_is_done_without(
    library: Path, own_home: Path, run: Run, monkeypatch: pytest.MonkeyPatch
):
    """While another program holds the cache, the check says the same without it."""
    monkeypatch.setattr(kepts, "PATIENCE", 0.01)
    wanted = run("check")
    save(library / "large.yaml", large(521))
    other = sqlite3.connect(own_home / "cache" / "checked.db", isolation_level=None)
    try:
        other.execute("BEGIN EXCLUSIVE")
        held = run("check")
    finally:
        other.close()

    assert held == run("check", "--no-cache")
    assert held == run("check")
    assert held.out == wanted.out


@pytest.mark.usefixtures("library")
def test_two_checks_at_once_say_the_same(run: Run):
    """Several processes that check a library for the first time all say what one says, and leave a sound cache."""
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "quiz", "check", "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(3)
    ]
    said = [process.communicate() for process in started]

    assert len(set(said)) == 1
    assert said[0][1] == b""
    assert json.loads(said[0][0]) == json.loads(run("check", "--json").out) == json.loads(run("check", "--json").out)


@pytest.mark.parametrize("column", ["entries", "signs", "standing", "problems"])
@pytest.mark.parametrize("value", [b"", b"\x00", b"\xff" * 40, "no JSON", '["a"]', "[[1]]", 7], ids=repr)
def test_rows_that_nobody_wrote_are_dropped(library: Path, own_home: Path, run: Run, column: str, value: object):
    """Nonsense in any part of the cache costs a new reading, whenever it is met, and changes nothing that is said."""
    run("check")
    with sqlite3.connect(own_home / "cache" / "checked.db") as connection:
        connection.execute(f"UPDATE file SET {column} = ?", (value,))
        connection.execute("DELETE FROM met")
    connection.close()
    save(library / "large.yaml", large(520).replace("town 300 ", "city 300 "))

    assert run("check") == run("check", "--no-cache")
    assert run("check") == run("check", "--no-cache")


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("value", ["", "{}", "[1]", '[["61","00",[1]]]', '[["zz"]]'])
def test_what_was_compared_may_be_nonsense(own_home: Path, run: Run, value: str):
    """Nonsense about what was compared before costs a new comparison."""
    wanted = run("check")
    with sqlite3.connect(own_home / "cache" / "checked.db") as connection:
        connection.execute("UPDATE met SET files = ?", (value,))
    connection.close()

    assert run("check") == wanted
    assert run("check") == wanted


def test_a_file_that_goes_while_it_is_checked_is_told(library: Path, run: Run, monkeypatch: pytest.MonkeyPatch):
    """A file that was found and is gone when it is read is told as missing; the others are checked."""
    read = file.read

    def vanishing(path: str, *rest: Any) -> object:
        if path.endswith("two.yaml"):
            (library / "two.yaml").unlink(missing_ok=True)
        return read(path, *rest)

    monkeypatch.setattr(file, "read", vanishing)
    told = run("check", "--json")

    found = json.loads(told.out)
    assert [(os.path.basename(one["path"]), one["cards"]) for one in found["decks"]] == [
        ("large.yaml", 520),
        ("one.yaml", 1),
        ("two.yaml", 0),
    ]
    assert [one["code"] for one in found["problems"]] == ["file-missing"]
    assert "Traceback" not in told.err


@pytest.mark.parametrize(
    ("card", "code", "count"),
    [
        ("  - question: Who wrote book {number}?\n", "no-answer", 12_000),
        ("  - question: When did he write book {number}?\n    answer: then\n", "question-pronoun", 12_000),
    ],
    ids=["error", "advice"],
)
def test_very_many_problems_are_counted(tmp_path: Path, own_home: Path, card: str, code: str, count: int):
    """Of twelve thousand problems of a kind a hundred are shown and the rest counted, in little memory."""
    path = tmp_path / "d.yaml"
    path.write_text("deck: d\ncards:\n" + "".join(card.format(number=number) for number in range(count)))
    process = subprocess.Popen([sys.executable, "-m", "quiz", "check", "--json", str(path)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    out = process.stdout.read()
    process.stdout.close()
    process.wait()

    problems = json.loads(out)["problems"]
    assert [one["code"] for one in problems].count(code) == 100
    (more,) = (one for one in problems if one["code"].startswith("more-"))
    assert more["facts"] == {"sort": code, "count": count - 100}
    assert len(out) < 200_000
    # The largest of all children of this process, in KiB (bytes on macOS).
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> (10 if sys.platform == "darwin" else 0)
    assert most < 300_000
    assert own_home.exists()
