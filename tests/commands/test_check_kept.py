"""What `quiz check` keeps: a second check says the same, faster; no state of the cache changes what is said."""

from __future__ import annotations

import itertools
import json
import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quiz.deck import checks
from quiz.deck.checks import examined
from quiz.deck.lint import compared, entries
from quiz.deck.lint.signs import signs
from quiz.deck.signs import meeting

ONE = """\
deck: one
cards:
  - question: Who wrote the play Hamlet for the Globe
    answer: Shakespeare
  - question: When was he born?
    date: 1564
"""
TWO = """\
deck: two
cards:
  - question: Who wrote the famous play Hamlet for the Globe?
    answer: Shakespeare
"""
Run = Callable[..., Any]


@pytest.fixture
def two(decks: Path) -> Path:
    """A library of two decks, saved long enough ago for their stamps to be trusted."""
    for name, text in (("one", ONE), ("two", TWO)):
        save(decks / f"{name}.yaml", text)
    return decks


def save(path: Path, text: str) -> None:
    """Write a deck an hour ago."""
    path.write_text(text, encoding="utf-8")
    os.utime(path, (os.stat(path).st_mtime - 3600,) * 2)


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_a_second_check_says_the_same_without_reading(run: Run, monkeypatch: pytest.MonkeyPatch, form: str):
    """What was found is told again in every format, and no deck is read."""
    first = run("check", "--format", form)
    assert "card-twice" in first.out
    assert "question-pronoun" in first.out
    monkeypatch.setattr(checks, "examined", lambda *_: pytest.fail("a deck was read"))

    assert run("check", "--format", form) == first


def test_only_what_changed_is_read(two: Path, run: Run, monkeypatch: pytest.MonkeyPatch):
    """Of two decks the one that was saved is read, and what it says is told."""
    run("check")
    read: list[str] = []

    def noting(text: str, path: str, *rest: Any) -> object:
        read.append(path)
        return examined(text, path, *rest)

    monkeypatch.setattr(checks, "examined", noting)
    save(two / "two.yaml", TWO.replace("Hamlet", "Macbeth"))
    out = run("check").out

    assert [os.path.basename(path) for path in read] == ["two.yaml"]
    assert "card-twice" not in out
    assert "question-pronoun" in out
    assert out == run("check", "--no-cache").out


def test_a_file_that_was_just_saved_is_looked_into(two: Path, run: Run):
    """Another text of the same length under the same stamp is not missed while the clock may be coarse."""
    path = two / "two.yaml"
    path.write_text(TWO, encoding="utf-8")
    stamp = os.stat(path).st_mtime_ns
    assert "card-twice" in run("check").out
    path.write_text(TWO.replace("Hamlet", "Macbeth"), encoding="utf-8")
    os.utime(path, ns=(stamp, stamp))

    assert "card-twice" not in run("check").out


@pytest.mark.usefixtures("two")
def test_what_is_allowed_is_kept_apart(run: Run):
    """A check with a rule off does not decide what one without it says."""
    assert "question-pronoun" not in run("check", "--allow", "question-pronoun").out
    assert "question-pronoun" in run("check").out
    assert "question-pronoun" not in run("check", "--allow", "question-pronoun").out


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b"not a database at all, but of some length" * 100),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:5000]),
        lambda path: path.unlink(),
        lambda path: (path.unlink(), path.mkdir()),
    ],
    ids=["other", "empty", "cut", "gone", "folder"],
)
def test_a_damaged_cache_is_dropped(own_home: Path, run: Run, damage: Callable[[Path], object]):
    """Whatever became of the cache, the check says what it says without it."""
    wanted = run("check")
    damage(own_home / "cache" / "checked.db")

    assert run("check") == wanted
    assert run("check") == wanted


@pytest.mark.usefixtures("two")
def test_without_a_cache_nothing_is_written(own_home: Path, run: Run):
    """--no-cache leaves no file."""
    run("check", "--no-cache")

    assert not (own_home / "cache" / "checked.db").exists()


def test_one_file_is_compared_with_the_library(two: Path, run: Run):
    """A deck alone is told of the card of another one that was checked before; of the other nothing is told."""
    assert "card-twice" not in run("check", two / "two.yaml").out
    run("check")
    out = run("check", two / "two.yaml").out

    assert "card-twice" in out
    assert f"{two / 'one.yaml'}:3" in out or "one.yaml:3" in out
    assert "question-pronoun" not in out
    assert "card-twice" not in run("check", "--no-cache", two / "two.yaml").out


def test_what_meets_is_all_that_is_compared():
    """Of many cards made of few words, the rules say of those that meet what they say of all."""
    chance = random.Random(5)
    words = ["charter", "bridge", "town", "river", "Paris", "Rome", "1204", "1789", "sealed", "in", "during", "built"]
    said = 0
    for _, number in itertools.product(range(60), (3, 12)):
        decks = []
        for name in "abc":
            cards = "".join(
                f"  - question: Which {' '.join(chance.choices(words, k=chance.randint(2, 6)))}?\n"
                f"    answer: {chance.choice(('Paris', 'the king', 'Kings'))}\n"
                for _ in range(number)
            )
            deck, _ = examined(f"deck: {name}\ncards:\n{cards}", name)
            assert deck is not None
            decks.append(entries(deck))
        met = meeting([signs(found) for found in decks])
        some = [found[position] for found, positions in zip(decks, met, strict=True) for position in positions]
        everything = compared(entry for found in decks for entry in found)

        assert sorted(map(repr, compared(some))) == sorted(map(repr, everything))
        said += len(everything)
    assert said > 50


def test_one_deck_id_in_two_files_is_told(two: Path, run: Run):
    """Two files that name themselves the same deck are an error at the second one, which names the first."""
    save(two / "two.yaml", TWO.replace("deck: two", "deck: one"))
    told = run("check", "--json")

    found = [problem for problem in json.loads(told.out)["problems"] if problem["code"] == "deck-twice"]
    assert [(os.path.basename(one["path"]), os.path.basename(one["facts"]["other"])) for one in found] == [
        ("two.yaml", "one.yaml")
    ]
    assert told.code == 1
