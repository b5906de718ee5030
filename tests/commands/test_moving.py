"""Decks put in form, cards carried between decks, tags: what is written, what follows, what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quiz.deck.read import read
from quiz.library import file
from quiz.problem import Failure, Problem

Run = Callable[..., Any]

ONE = """\
deck: one
language: fr
sources:
  s: {title: T, file: t.txt}
cards:
  - date: "14 juillet 1789"
    question: Quand la Bastille fut-elle prise ?
    tags: [Paris]
  - question: Qui commandait ?  # bien
    person: de Launay
    accept:
      - le gouverneur  # learned 2025-01-01
    source: s
    reverse: true
"""
TWO = """\
deck: two
language: fr
sources:
  s: {title: Other}
cards:
- question: Quoi ?
  answer: rien
  source: s
# the end
"""


@pytest.fixture
def one(decks: Path) -> Path:
    """Two decks, the first with a text beside it, and an answer to each card of the first."""
    (decks / "one.yaml").write_text(ONE, encoding="utf-8")
    (decks / "two.yaml").write_text(TWO, encoding="utf-8")
    (decks / "one.articles").mkdir()
    (decks / "one.articles" / "t.txt").write_text("Le texte.", encoding="utf-8")
    return decks / "one.yaml"


@pytest.fixture
def known(run: Run, one: Path) -> dict[str, int]:  # noqa: ARG001 - the decks are there
    """How many reviews each question has, after an evening with each card of the first deck."""
    run("study", "--plain", "one", stdin="14 juillet 1789\nde Launay\nQui commandait ?\n:quit\n")
    return reviews(run)


def reviews(run: Run) -> dict[str, int]:
    """The reviews of each question."""
    listed = json.loads(run("cards", "--json").out)["cards"]
    return {card["question"]: card["reviews"] for card in listed}


def text(path: Path) -> str:
    """What a file says."""
    return path.read_text(encoding="utf-8")


# --- quiz fmt --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "fr"])
def test_decks_are_put_in_form(run: Run, one: Path, language: str) -> None:
    """--check names the deck and writes nothing; then it is written, and is well."""
    told = run("--lang", language, "fmt", "--check")
    assert (told.code, text(one)) == (1, ONE)
    assert str(one) in told.out
    assert "two.yaml" not in told.out

    assert run("fmt", "one").code == 0
    assert text(one) == ONE.replace(
        '  - date: "14 juillet 1789"\n    question: Quand la Bastille fut-elle prise ?\n',
        "  - question: Quand la Bastille fut-elle prise ?\n    date: 14 juillet 1789\n",
    ).replace("    source: s\n    reverse: true\n", "    reverse: true\n    source: s\n")
    assert json.loads(run("fmt", "--check", one.parent, "--json").out)["problems"] == []
    assert run("fmt", "--check", one).code == 0


def test_ids_take_the_history_along(run: Run, one: Path, known: dict[str, int]) -> None:
    """Every card gets an id, both sides keep their reviews, and nothing is announced again at the next start."""
    told = run("fmt", "--ids", "one")

    assert told.code == 0
    assert "id: bastille-prise" in text(one)
    assert reviews(run) == known
    assert set(known.values()) == {0, 1}
    assert run("due").err == ""
    assert text(one).count("id:") == 2
    assert run("fmt", "--ids", "--check", "one").code == 0
    assert run("fmt", "--ids", "--check").code == 1


def test_what_is_not_put_in_form(run: Run, one: Path) -> None:
    """A deck with an error is told and left; so are one that is read-only and a name that nobody has."""
    one.write_text(ONE.replace("person:", "persn:"), encoding="utf-8")
    told = run("fmt")
    assert told.code == 1
    assert f"{one}:10:5" in told.err
    assert "persn:" in text(one)

    one.write_text(ONE, encoding="utf-8")
    one.chmod(0o444)
    assert run("fmt").code == 3
    assert text(one) == ONE
    assert run("fmt", "nobody").code == 3


# --- quiz mv ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("nl", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_card_moves_with_all_it_has(run: Run, one: Path, known: dict[str, int], nl: str) -> None:
    """The card goes as it is written, with its learned answer; its source under a key of its own; text and history."""
    two = one.parent / "two.yaml"
    two.write_bytes(TWO.replace("\n", nl).encode())

    told = json.loads(run("mv", "commandait", "two", "--json").out)

    assert two.read_bytes().decode() == TWO.replace(
        "  s: {title: Other}\n", "  s: {title: Other}\n  s-2:\n    title: T\n    file: t.txt\n"
    ).replace(
        "# the end",
        "- question: Qui commandait ?  # bien\n  person: de Launay\n  accept:\n"
        "    - le gouverneur  # learned 2025-01-01\n  source: s-2\n  reverse: true\n# the end",
    ).replace("\n", nl)
    assert text(one) == ONE.partition("  - question: Qui")[0]
    assert text(one.parent / "two.articles" / "t.txt") == "Le texte."
    assert [card["path"] for card in told["moved"]] == [str(one)]
    assert told["emptied"] == []
    assert reviews(run) == known
    assert json.loads(run("cards", "--orphans", "--json").out)["orphans"] == []
    assert run("due").err == ""


def test_decks_are_merged_and_split(run: Run, one: Path, known: dict[str, int]) -> None:
    """All cards of a deck move by its name; its file is kept under a name that is no deck's. A new deck takes some."""
    assert run("mv", "one", "two").code == 0
    assert not one.exists()
    assert text(one.parent / "one.yaml.bak") == ONE
    assert reviews(run) == known

    assert run("mv", "prise", "quoi", "--new", "La Bastille").code == 0
    deck, problems = read(text(one.parent / "la-bastille.yaml"), "")
    assert deck is not None
    assert ([card.question[:4] for card in deck.cards], deck.title, deck.language) == (
        ["Quoi", "Quan"],
        "La Bastille",
        "fr",
    )
    assert [problem.code for problem in problems] == []
    assert reviews(run) == known


@pytest.mark.parametrize("at", ["log", "source"])
def test_a_move_cut_short_is_finished_by_the_next(
    run: Run, one: Path, known: dict[str, int], monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    """Cut short behind the taking deck or behind the log, nothing is lost; the same command does the rest, once."""
    two = one.parent / "two.yaml"
    with monkeypatch.context() as context:
        if at == "log":

            def stop(*_arguments: object) -> None:
                raise KeyboardInterrupt

            context.setattr("quiz.commands.follow.follow", stop)
        else:
            write = file.write

            def fail(path: str, data: bytes, expected: object) -> object:
                if path == str(one):
                    raise Failure(Problem("file-unwritable", facts={"path": path, "error": "EIO"}))
                return write(path, data, expected)  # type: ignore[arg-type]

            context.setattr(file, "write", fail)
        cut_short = run("mv", "commandait", "two")
    assert cut_short.code in (3, 130)
    assert text(one) == ONE
    taken = text(two)
    assert taken.count("Qui commandait") == 1

    told = run("mv", f"{one}:9", "two")

    assert told.code == 0
    assert text(two) == taken
    assert "commandait" not in text(one)
    assert reviews(run) == known


@pytest.mark.parametrize(
    ("change", "words", "code"),
    [
        (("language: fr", "language: en"), ["commandait", "two"], 1),
        (("Quoi ?", "qui commandait"), [f"{'{one}'}:9", "two"], 1),
        (("", ""), ["commandait", "nobody"], 2),
        (("", ""), ["nothing at all", "two"], 1),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_move_that_is_refused(
    run: Run, one: Path, change: tuple[str, str], words: list[str], code: int, language: str
) -> None:
    """Another language, the same question with another answer, no such deck, no such card: nothing is written."""
    two = one.parent / "two.yaml"
    two.write_text(TWO.replace(*change), encoding="utf-8")

    told = run("--lang", language, "mv", *(word.replace("{one}", str(one)) for word in words))

    assert (told.code, told.out) == (code, "")
    assert told.err
    assert (text(one), text(two)) == (ONE, TWO.replace(*change))


def test_a_deck_that_cannot_give(run: Run, one: Path) -> None:
    """From a read-only deck and from one of the program nothing is taken, and nothing is put elsewhere."""
    one.chmod(0o444)
    assert run("mv", "commandait", "two").code == 3
    run("settings", "shipped_decks", "true")
    assert run("mv", "exemples", "two").code == 3
    assert text(one.parent / "two.yaml") == TWO


# --- quiz tag --------------------------------------------------------------------------------------------------------


def test_tags_are_put_on_and_taken_off(run: Run, one: Path) -> None:
    """On each card named; the rest of the file stays."""
    told = json.loads(run("tag", "prise", "commandait", "+été", "-paris", "--json").out)

    assert text(one) == ONE.replace("[Paris]", "[été]") + "    tags: été\n"
    assert [card["tags"] for card in told["cards"]] == [["été"], ["été"]]
    assert run("tag", "prise", "-été").code == 0
    assert "tags: été" in text(one)
    assert text(one).count("tags") == 1


def test_a_tag_is_called_otherwise(run: Run, one: Path) -> None:
    """In every deck of one's own, whatever its case; a tag that nobody has is said."""
    assert run("tag", "--rename", "PARIS", "la ville").code == 0
    assert "tags: [la ville]" in text(one)
    assert run("tag", "--rename", "PARIS", "x").code == 1


def test_a_deck_whose_tags_cannot_be_read(run: Run, one: Path) -> None:
    """Renaming a tag names the deck that it could not look into, each time."""
    broken = one.with_name("broken.yaml")
    broken.write_text("deck: broken\ncards:\n  - question: [\n    tags: paris\n", encoding="utf-8")
    run("list")

    for old, new in (("paris", "lutece"), ("lutece", "paris")):
        assert f"{broken}:3:15" in run("tag", "--rename", old, new).err


@pytest.mark.parametrize("words", [[], ["prise"], ["+x"], ["--rename", "a", "b", "prise"]], ids=str)
def test_a_tag_command_that_says_too_little(run: Run, one: Path, words: list[str]) -> None:
    """Cards and tags are both wanted; --rename takes none."""
    assert run("tag", *words).code == 2
    assert text(one) == ONE
