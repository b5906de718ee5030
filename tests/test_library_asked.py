"""Which cards of the library are asked sooner or later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from textwrap import dedent

from quiz.library import Library
from quiz.memory.memory import Memory

DECKS = {
    "a.yaml": """\
        deck: a
        cards:
          - {id: one, question: One?, answer: "1"}
          - {id: two, question: Two?, answer: "2", draft: true}
          - {id: three, question: Three?, answer: "3"}
          - {id: four, question: Four?, answer: "4"}
          - {id: five, question: Four now?, answer: "5", supersedes: four}
        """,
    "b.yaml": """\
        deck: b
        cards:
          - {id: six, question: Six?, answer: "6"}
        """,
}


class Notes:
    """A journal that remembers one card: suspended."""

    identity = "ours"
    counter = 1

    def mark(self, counter: int) -> str:
        """The name of a count."""
        return str(counter)

    def changed_since(self, counter: int) -> Iterable[Memory]:
        """The memory."""
        return [Memory("a/three", suspended=True)] if counter < 1 else []


def library(top: Path, decks: Mapping[str, str]) -> Library:
    """A library of these files."""
    for name, text in decks.items():
        (top / name).write_text(dedent(text), encoding="utf-8")
    found = Library(str(top / "index.db"), [str(top)], "en")
    found.refresh()
    found.sync(Notes())
    return found


def test_cards_that_are_asked_sooner_or_later(tmp_path: Path) -> None:
    """Neither drafts, nor what another supersedes, nor the suspended; in the order of the library."""
    asked = library(tmp_path, DECKS).asked()

    assert asked == ["a/one", "a/five", "b/six"]


def test_cards_of_one_deck(tmp_path: Path) -> None:
    """A deck by its name."""
    assert library(tmp_path, DECKS).asked("b") == ["b/six"]
    assert library(tmp_path, DECKS).asked(("a",)) == ["a/one", "a/five"]


def test_of_a_deck_in_two_languages_one_is_asked(tmp_path: Path) -> None:
    """The edition in the learner's language."""
    editions = {
        "x.en.yaml": "deck: x\nlanguage: en\ncards:\n  - {question: Blue?, answer: blue}\n",
        "x.fr.yaml": "deck: x\nlanguage: fr\ncards:\n  - {question: Bleu ?, answer: bleu}\n",
    }

    assert len(library(tmp_path, editions).asked()) == 1
