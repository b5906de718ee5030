"""A fact that changed, from the file to the question and back: nothing that was learned is lost."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from quiz.commands.study import DEFAULTS, _first, planned
from quiz.house import House, Streams
from quiz.terminal import draw
from quiz.terminal.paint import plain
from quiz.words import load

Run = Callable[..., Any]
NO_BREAK = "\u00a0"

OLD = """\
deck: prices
language: {language}
cards:
  - question: {question}
    money: {old}
    as_of: {year}
    id: then
"""
NEW = """\
  - question: {question}
    money: {new}
    as_of: 2025-01
    id: now
    supersedes: then
"""
ENGLISH = {
    "language": "en",
    "question": "What does it cost a month?",
    "old": "42,000 dollars a month",
    "new": "50,000 dollars a month",
    "year": "2023",
}
FRENCH = {
    "language": "fr",
    "question": "Combien coûte-t-il par mois ?",
    "old": "42 000 dollars par mois",
    "new": "50 000 dollars par mois",
    "year": "2023-04-01",
}


def put(decks: Path, text: str, name: str = "prices.yaml", **facts: str) -> Path:
    """Write a deck of the learner's."""
    path = decks / name
    path.write_text(text.format(**facts), encoding="utf-8")
    return path


def cards(run: Run, *options: str) -> dict[str, Any]:
    """What `quiz list --json` says: the number of reviews of each card, by its id."""
    told = json.loads(run("list", "--json", *options).out)["cards"]
    return {card["id"]: card["memory"]["reviews"] for card in told}


@pytest.mark.parametrize(
    ("facts", "line", "told"),
    [
        (
            ENGLISH,
            "It was 42,000 dollars a month (2023). And now?",
            "Wrong. That was the answer in 2023.",
        ),
        (
            FRENCH,
            "C'était 42 000 dollars par mois (1er avril 2023). Et maintenant\u00a0?",
            "Faux. C'était la réponse le 1er avril 2023.",
        ),
    ],
    ids=["en", "fr"],
)
def test_the_newer_card_asks_what_changed(run: Run, decks: Path, facts: dict[str, str], line: str, told: str) -> None:
    """In plain lines: the older card is asked no more, the newer one says what it was, and knows the old answer."""
    language = facts["language"]
    put(decks, OLD, **facts)
    run("--lang", language, "study", "--plain", stdin="42k$\n")
    put(decks, OLD + NEW, **facts)

    seen = run("--lang", language, "study", "--plain", stdin="42k$\n50k$\n").out.splitlines()

    asked = seen.index(facts["question"])
    assert seen[asked + 1] == line
    assert told in seen
    assert seen.count(facts["question"]) == 2  # it comes back, and is right then
    assert facts["old"] not in seen[-12:]


def test_the_history_waits_for_the_card(run: Run, decks: Path) -> None:
    """What is superseded keeps its history, gives it to no other card, and has it again when it is asked again."""
    put(decks, OLD, **ENGLISH)
    run("study", "--plain", stdin="42k$\n")
    assert cards(run) == {"then": 1}

    put(decks, OLD + NEW, **ENGLISH)
    assert cards(run) == {"now": 0}
    assert cards(run, "--superseded") == {"then": 1}
    assert run("check").code == 0

    put(decks, OLD + NEW.replace("    supersedes: then\n", ""), **ENGLISH)
    assert cards(run) == {"then": 1, "now": 0}

    put(decks, OLD + NEW + "    draft: true\n", **ENGLISH)
    assert cards(run) == {"then": 1}

    put(decks, OLD + NEW, **ENGLISH)
    put(decks, OLD, **ENGLISH)
    assert cards(run) == {"then": 1}


def test_each_edition_of_a_deck_supersedes_for_itself(run: Run, decks: Path) -> None:
    """In two languages with the same ids, each edition leaves its older card out and tells its own words."""
    put(decks, OLD + NEW, "prices.en.yaml", **ENGLISH)
    put(decks, OLD + NEW, "prices.fr.yaml", **FRENCH)

    for language, words in (("en", "It was 42,000 dollars"), ("fr", "C'était 42 000 dollars")):
        seen = run("--lang", language, "study", "--plain", stdin=":leave\n").out
        assert words in seen
    assert cards(run) == {"now": 0}


def test_superseded_cards_are_shown_as_such(run: Run, decks: Path) -> None:
    """`quiz list --superseded` and `quiz show` say which card is asked instead, for people and for programs."""
    put(decks, OLD + NEW, **ENGLISH)

    assert "superseded by prices/now" in run("list", "--superseded").out
    assert "superseded by" in run("show", "then").out
    assert "prices/now" in run("show", "then").out
    old = json.loads(run("show", "then", "--json").out)
    new = json.loads(run("show", "now", "--json").out)
    assert (old["superseded_by"], old["supersedes"]) == ("prices/now", "")
    assert (new["superseded_by"], new["supersedes"]) == ("", "then")


def test_the_first_question_says_it_before_the_screen_is_loaded(decks: Path) -> None:
    """From its row in the index alone, drawn in either language, on a narrow terminal too."""
    put(decks, OLD + NEW, **ENGLISH)
    house = House(Streams(io.StringIO(), io.StringIO(), io.StringIO()), __import__("os").environ, "en")
    first = _first(planned(SimpleNamespace(**DEFAULTS), house))
    house.close()

    assert first is not None
    assert first.former == ("42,000 dollars a month", "2023")
    english = plain(draw.question(first, load("en"), 80))
    assert "  What does it cost a month?\n  it was 42,000 dollars a month (2023); and now?\n" in english
    french = plain(draw.question(first._replace(former=("42 000 $", "")), load("fr"), 80))
    assert "  c'était 42 000 $\u00a0; et maintenant\u00a0?\n" in french
    narrow = plain(draw.question(first, load("en"), 24))
    assert max(map(len, narrow.splitlines())) <= 24


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_what_is_superseded_is_not_carried_on(run: Run, decks: Path, tmp_path: Path, form: str) -> None:
    """A sheet asks the newer card alone, and the export lists what was left out."""
    path = put(decks, OLD + NEW, **ENGLISH)

    told = run("export", path, "--to", form, "-o", tmp_path / f"out.{form}")

    text = (tmp_path / f"out.{form}").read_text(encoding="utf-8")
    assert "50,000 dollars" in text
    assert "42,000 dollars" not in text
    assert "superseded of 1 card" in told.out + told.err


@pytest.mark.parametrize("facts", [ENGLISH, FRENCH], ids=lambda facts: facts["language"])
def test_a_new_card_is_added_over_the_old_one(run: Run, decks: Path, facts: dict[str, str]) -> None:
    """In one line, and nothing else is said of the old one; it is held to the kind of the old one."""
    path = put(decks, OLD, **facts)
    said = [facts["question"], "--money", facts["new"], "--as-of", "2025-01", "--supersedes", "then"]

    wrong = run("add", "prices", facts["question"], "--answer", "much", "--supersedes", "then", "--id", "now")
    told = run("add", "prices", *said, "--id", "now")

    assert (wrong.code, "4" in wrong.err) == (1, True)
    assert (told.code, told.err) == (0, "")
    added = path.read_text(encoding="utf-8")[len(OLD.format(**facts)) :]
    assert added.replace(NO_BREAK, " ") == (
        f"  - question: {facts['question']}\n    money: {facts['new']}\n"
        "    as_of: 2025-01\n    supersedes: then\n    id: now\n"
    )
    assert run("add", "prices", "Q?", "--money", "5 dollars", "--supersedes", "than").code == 1
