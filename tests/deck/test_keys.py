"""The table of keys: what reader, manual and schema agree on, and what slips of the pen are understood."""

import json
from pathlib import Path

import pytest

from quiz.answers.verdict import KIND_NAMES
from quiz.deck.checks import CHECKS, check
from quiz.deck.keys import KEYS, PARTS, edits, meant, nearest
from quiz.deck.read import read
from quiz.deck.schema import schema, table

DOCS = Path(__file__).parent.parent.parent / "docs"


@pytest.mark.parametrize(
    ("written", "part", "key"),
    [
        ("anwser", "card", "answer"),
        ("quesiton", "card", "question"),
        ("Question", "card", "question"),
        ("QUESTION", "card", "question"),
        ("mony", "card", "money"),
        ("réponse", "card", "answer"),
        ("reponse", "card", "answer"),
        ("réponses", "card", "list"),
        ("montant", "card", "money"),
        ("citation", "card", "quote"),
        ("mots-clés", "card", "tags"),
        ("as-of", "card", "as_of"),
        ("titre", "deck", "title"),
        ("carte", "deck", "cards"),
        ("cartes", "deck", "cards"),
        ("langue", "deck", "language"),
        ("auteur", "source", "author"),
        ("paragraphe", "evidence", "paragraph"),
        ("mots", "evidence", "words"),
        ("difficulty", "card", ""),
        ("x", "card", ""),
        ("", "card", ""),
        ("answer" * 10_000, "card", ""),
    ],
)
def test_what_was_meant(written, part, key):
    """A slip of the pen or a French word finds its key; what is no slip finds none."""
    assert meant(written, part) == key


def test_no_word_means_two_keys():
    """A word that stands for a key is a key's own name nowhere else in its part, and stands for one key only."""
    for keys in PARTS.values():
        words = [word for key in keys.values() for word in (key.name, *key.near)]
        assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("kitten", "sitting", 3), ("abc", "ca", 3)],
)
def test_edits(one, other, distance):
    """Letters added, dropped, changed, or swapped with their neighbour."""
    assert edits(one, other) == edits(other, one) == distance


def test_the_nearest_source():
    """A source's key is found by its accents and one slip."""
    assert nearest("lemnode", ("lemonde", "figaro")) == "lemonde"
    assert nearest("Libé", ("libe", "figaro")) == "libe"
    assert nearest("humanité", ("lemonde", "figaro")) == ""


def test_every_kind_is_a_key():
    """The kinds of answer are keys of a card."""
    assert set(KIND_NAMES) <= set(PARTS["card"])


def test_the_schema_is_made_from_the_table():
    """`docs/deck.schema.json` says what the table says."""
    assert json.loads((DOCS / "deck.schema.json").read_text(encoding="utf-8")) == schema()


@pytest.mark.parametrize("part", PARTS)
def test_the_manual_holds_the_table(part):
    """The tables of `docs/decks.md` are the table of keys."""
    assert table(part) in (DOCS / "decks.md").read_text(encoding="utf-8")


def examples():
    """The YAML of the manual, each with the line where it begins."""
    text = (DOCS / "decks.md").read_text(encoding="utf-8")
    for number, part in enumerate(text.split("```yaml\n")[1:], 1):
        yield pytest.param(part.partition("```")[0], id=f"example-{number}")


@pytest.mark.parametrize("text", list(examples()))
def test_the_examples_of_the_manual_run(text):
    """Every example reads and passes every check; where it shows cards alone, a deck is put around them."""
    if not text.startswith(("deck:", "#")):
        text = "deck: d\nlanguage: fr\nsources: {lemonde: {title: t}, figaro: {title: u}}\ncards:\n" + text
    deck, problems = read(text, "example")
    found = [problem.code for problem in (*problems, *check(deck))]

    assert [code for code in found if code != "source-unused"] == []


def test_the_manual_shows_every_key():
    """There is no key without an example."""
    text = "".join(param.values[0] for param in examples())

    assert [key.name for key in KEYS if f"{key.name}:" not in text] == []


def test_every_check_states_its_rule():
    """A check says in a sentence what is right."""
    assert all(rule.__doc__ and rule.__doc__.endswith(".") for rule in CHECKS)
