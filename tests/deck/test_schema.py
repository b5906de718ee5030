"""The schema by itself: it takes what the reader takes, and refuses what the reader refuses of a key alone.

Judged by the few words of JSON Schema that it uses, as draft-07 defines them; what an editor makes of it is tested in
test_editor.py.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from quiz.answers.verdict import KIND_NAMES
from quiz.deck.modeline import schema_text
from quiz.deck.read import read
from quiz.deck.schema import schema

ROOT = Path(__file__).parent.parent.parent
SCHEMA = json.loads(schema_text())
#: Words of the schema that say nothing of what is valid.
SAID = {
    *("$schema", "title", "description", "markdownDescription", "examples", "definitions", "defaultSnippets"),
    *("errorMessage", "patternErrorMessage", "enumDescriptions", "then"),
}
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "number": (int, float), "integer": int}


class Editor(yaml.SafeLoader):
    """YAML as editors read it, by the core schema of YAML 1.2: `NO` and `2025-01-14` are texts."""

    yaml_implicit_resolvers: dict = {}  # noqa: RUF012 - as PyYAML has it


for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?", "-+.0123456789"),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), first)
Editor.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value, 16 if "x" in node.value else 10))
Editor.add_constructor("tag:yaml.org,2002:float", lambda _, node: float(node.value))


def valid(value: object, rule: object) -> bool:
    """Whether a value is valid by a schema (draft-07, as far as this one goes)."""
    if isinstance(rule, bool):
        return rule
    if "$ref" in rule:
        return valid(value, SCHEMA["definitions"][rule["$ref"].rpartition("/")[2]])
    return all(word in SAID or CHECKS[word](value, told, rule) for word, told in rule.items())


def is_a(value: object, name: str) -> bool:
    """Whether a value is of a type of JSON."""
    return isinstance(value, TYPES[name]) and (not isinstance(value, bool) or name == "boolean")


def number(value: object) -> bool:
    """Whether it is a number."""
    return is_a(value, "number")


CHECKS = {
    "type": lambda value, told, _: any(is_a(value, name) for name in ([told] if isinstance(told, str) else told)),
    "enum": lambda value, told, _: any(value == one and type(value) is type(one) for one in told),
    "pattern": lambda value, told, _: not isinstance(value, str) or re.search(told, value) is not None,
    "maxLength": lambda value, told, _: not isinstance(value, str) or len(value) <= told,
    "minimum": lambda value, told, _: not number(value) or value >= told,
    "maximum": lambda value, told, _: not number(value) or value <= told,
    "minItems": lambda value, told, _: not isinstance(value, list) or len(value) >= told,
    "items": lambda value, told, _: not isinstance(value, list) or all(valid(one, told) for one in value),
    "required": lambda value, told, _: not isinstance(value, dict) or value.keys() >= set(told),
    "properties": lambda value, told, _: (
        not isinstance(value, dict) or all(valid(value[name], rule) for name, rule in told.items() if name in value)
    ),
    "additionalProperties": lambda value, told, rule: (
        not isinstance(value, dict)
        or all(valid(one, told) for name, one in value.items() if name not in rule.get("properties", ()))
    ),
    "propertyNames": lambda value, told, _: (
        not isinstance(value, dict) or all(valid(str(name), told) for name in value)
    ),
    "allOf": lambda value, told, _: all(valid(value, one) for one in told),
    "anyOf": lambda value, told, _: any(valid(value, one) for one in told),
    "not": lambda value, told, _: not valid(value, told),
    "if": lambda value, told, rule: not valid(value, told) or valid(value, rule["then"]),
}


def accepts(text: str) -> bool:
    """Whether the schema takes a deck as an editor reads it."""
    return valid(yaml.load(text, Editor), schema())


def card(text: str) -> str:
    """A deck of one card."""
    return f"deck: d\nsources: {{s: {{title: t}}}}\ncards:\n  - {text}\n"


GOOD = [
    *sorted((ROOT / "decks").rglob("*.yaml")),
    *sorted((ROOT / "tests" / "data" / "decks" / "good").glob("*.yaml")),
]


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_sound_decks_are_valid(path):
    """What the reader takes is valid, whatever YAML makes of its scalars."""
    # Without quotation marks, ~ is a text for the reader and nothing for an editor: the one difference.
    assert accepts(path.read_text(encoding="utf-8").replace(": ~\n", ': "~"\n'))


@pytest.mark.parametrize(
    "text",
    [
        *(
            f"{{question: q, answer: {value}}}"
            for value in ("NO", "yes", "true", "3.10", "010", "12:30", "1e3", "0x1F")
        ),
        "{question: q, answer: 2024-03-03}",
        "{question: q, date: 1789}",
        "{question: 1984, number: 3.5}",
        "{question: q, list: [1, true, NO, 2024-01-01], ordered: OUI}",
        "{question: q, list: [a], ordered: 'true'}",
        "{question: q, answer: a, accept: 3, tags: [1, b], as_of: 2025}",
        "{question: q, answer: a, as_of: 2025-01-14, id: 2025, supersedes: 2024}",
        "{question: q, answer: a, id: été-1_b.c, reverse: Yes, draft: non}",
        "{question: q, choice: 1, options: [1, 2]}",
        "{question: q, answer: a, source: s, evidence: {paragraph: '03', words: 12}}",
        "{question: q, answer: a, source: s, evidence: [{words: a}, {source: s, words: b}]}",
        "{cloze: 'a {{b}} c', hint: NO, allow: cloze-bare}",
    ],
)
def test_what_the_reader_takes_is_valid(text):
    """Each card is read without a fault, and valid."""
    _, problems = read(card(text), "x")

    assert [problem.code for problem in problems if problem.code != "supersedes-unknown"] == []
    assert accepts(card(text))


@pytest.mark.parametrize(
    "text",
    [
        "{question: q}",
        "{answer: a}",
        "{question: q, answer: a, date: 1789}",
        "{question: q, answer: a, anwser: b}",
        "{question: q, answer: [a, b]}",
        "{question: q, answer: }",
        "{question: q, answer: {a: b}}",
        "{question: q, list: a}",
        "{question: q, list: []}",
        "{question: q, choice: a}",
        "{question: q, answer: a, options: [a, b]}",
        "{question: q, answer: a, ordered: true}",
        "{question: q, list: [a, b], reverse: true}",
        "{question: q, cloze: 'a {{b}} c'}",
        "{question: q, answer: a, draft: perhaps}",
        "{question: q, answer: a, draft: 1}",
        "{question: q, answer: a, id: a/b}",
        "{question: q, answer: a, id: -a}",
        "{question: q, answer: a, id: a b}",
        "{question: q, answer: a, source: s, evidence: {paragraph: 0, words: w}}",
        "{question: q, answer: a, source: s, evidence: {paragraph: one, words: w}}",
        "{question: q, answer: a, source: s, evidence: {paragraph: 1}}",
        "{question: q, answer: a, source: s, evidence: w}",
        "text",
        "[a, b]",
    ],
)
def test_what_the_reader_refuses_is_invalid(text):
    """Each card has a fault for the reader, and is invalid."""
    _, problems = read(card(text), "x")

    assert [problem.severity for problem in problems].count("error") > 0
    assert not accepts(card(text))


@pytest.mark.parametrize("as_of", ["yesterday", "2025-13", "14/07/2025", "25", "2025-1", "[2025]"])
def test_days_that_are_none_are_invalid(as_of):
    """The form of a day is told by the editor; that there is no 30 February is told by `quiz check`."""
    assert not accepts(card(f"{{question: q, answer: a, as_of: {as_of}}}"))
    assert not accepts(f"deck: d\nsources: {{s: {{published: {as_of}}}}}\ncards:\n  - {{question: q, answer: a}}\n")


@pytest.mark.parametrize(
    "text",
    ["", "deck: d", "cards: [{question: q, answer: a}]", "deck: d\ncards: []", "deck: d\ncards: {question: q}"],
)
def test_what_is_no_deck_is_invalid(text):
    """A deck has its id and its cards."""
    assert not accepts(text)


def test_every_key_is_explained():
    """Each key says what it is for, without links that lead nowhere; each kind has a card to begin from."""
    parts = (SCHEMA, *SCHEMA["definitions"].values())
    told = [key["markdownDescription"] for part in parts for key in part["properties"].values()]

    assert all(text.endswith(".") and "](" not in text for text in told)
    snippets = {one["label"] for one in SCHEMA["definitions"]["card"]["defaultSnippets"]}
    assert snippets == {f"{kind} card" for kind in KIND_NAMES}
