"""The plainest forms of each kind are told readable without being read: the reader says the same of all of them."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.answers import date, money, number, person
from quiz.answers.verdict import Answer

KINDS = {"date": date, "money": money, "number": number, "person": person}
NOTHING = re.compile(r"(?!)")
TABLES = Path(__file__).parents[1] / "data" / "answers"


def read_whole(kind: ModuleType, text: str, language: str) -> tuple[object, ...]:
    """What the kind says of an answer without its way for plain ones."""
    plain = kind._PLAIN
    kind._PLAIN = NOTHING
    try:
        return kind.check(Answer(kind.__name__.rpartition(".")[2], text), language)
    finally:
        kind._PLAIN = plain


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", KINDS)
def test_plain_forms_are_read(name: str, language: str):
    """Whatever a plain form may hold, the reader finds nothing wrong with it, in either language."""
    kind = KINDS[name]
    source = re.compile(kind._PLAIN.pattern)

    @settings(max_examples=50, deadline=None)
    @given(st.from_regex(source, fullmatch=True))
    def holds(text: str) -> None:
        assert read_whole(kind, text, language) == ()

    holds()


def answers() -> list[tuple[str, str, str]]:
    """Every answer and every typed text of the tables, of the kinds that have plain forms."""
    found = []
    for name in KINDS:
        for language in ("en", "fr"):
            told = yaml.safe_load((TABLES / f"{name}.{language}.yaml").read_text(encoding="utf-8"))
            found += [(name, language, text) for text in texts(told)]
    return list(dict.fromkeys(found))


def texts(node: object) -> list[str]:
    """All texts of a tree."""
    if isinstance(node, dict):
        return [text for value in node.values() for text in texts(value)]
    if isinstance(node, list):
        return [text for value in node for text in texts(value)]
    return [str(node)]


def test_the_tables_are_told_the_same():
    """What is in the tables is found readable or not as the reader finds it, some of it by its plain form."""
    told = answers()
    plain = [(name, text) for name, _, text in told if KINDS[name]._PLAIN.fullmatch(text)]

    assert {name for name, _ in plain} == set(KINDS)
    for name, language, text in told:
        assert KINDS[name].check(Answer(name, text), language) == read_whole(KINDS[name], text, language), text
