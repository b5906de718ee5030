"""French and English say the same things: same keys, same facts, and nothing that code could not say."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from quiz.problem import PROBLEMS
from quiz.words import LANGUAGES, Words, load, read
from quiz.words.safe import safe

QUIZ = Path(__file__).parent.parent / "quiz"
SLOT = re.compile(r"\{([a-z_0-9]+)(?:@\w+|\|[^{}]*)?\}|(%\(\w+\)[rs]|%[rs])")


def slots(sentence: str) -> set[str]:
    """The facts that a sentence names."""
    return {name or percent for name, percent in SLOT.findall(sentence)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_are_read_as_toml_reads_them(language: str) -> None:
    """The reader of words, which knows a small part of TOML, finds in both files what TOML says is there."""
    text = (QUIZ / "words" / f"{language}.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)

    assert read(text) == {
        f"{section}.{name}": said for section, table in tables.items() for name, said in table.items()
    }


@pytest.mark.parametrize(
    "line",
    [
        "name = 'single quotes'",
        'name = """',
        "name = 1",
        'name = "tab \\t"',
        'name = "open',
        'a.b = "c"',
        '"a" = "b"',
        "[",
    ],
)
def test_a_line_of_words_that_is_more_than_a_sentence_is_refused(line: str) -> None:
    """What the reader of words does not know it refuses, rather than to read it otherwise than TOML would."""
    with pytest.raises(ValueError, match="not a line of words"):
        read(f'[section]\nfirst = "fine"\n{line}\n')


def test_both_languages_have_the_same_keys() -> None:
    """A sentence that one language can say, the other can."""
    english, french = (set(load(language).sentences) for language in LANGUAGES)

    assert english == french


def test_both_languages_name_the_same_facts() -> None:
    """The translation of a sentence leaves no fact out and invents none."""
    english, french = (load(language).sentences for language in LANGUAGES)
    facts = {key: (slots(said), slots(french[key])) for key, said in english.items()}

    assert {key: both for key, both in facts.items() if both[0] != both[1]} == {}


def test_every_problem_can_be_said() -> None:
    """Each code of the registry has its sentence, and no sentence stays behind when a problem is gone."""
    said = {key.removeprefix("problem.") for key in load("en").sentences if key.startswith("problem.")}

    assert said == set(PROBLEMS)


def test_every_sentence_that_code_asks_for_exists() -> None:
    """A literal key in the code is a key of the words."""
    sentences = load("en").sentences
    missing = set()
    asking = [text for path in QUIZ.rglob("*.py") if "say(" in (text := path.read_text(encoding="utf-8"))]
    for text in asking:
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == "say":
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant) and first.value not in sentences:
                    missing.add(first.value)

    assert not missing


#: A space that breaks before or after a mark. `:juste` is a command of the plain face, not punctuation.
BREAKS = re.compile(r" (?:[;?!»]|:(?!\w))|« ")


def test_french_punctuation_does_not_break() -> None:
    """Before : ; ? ! » and after « French has a space that does not break, so that no line begins with a colon."""
    french = {key: re.sub(r"\{[^{}]*\}", "x", said) for key, said in load("fr").sentences.items()}

    assert {key: said for key, said in french.items() if BREAKS.search(said)} == {}


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [("en", 0, "0 cards"), ("en", 1, "1 card"), ("en", 2, "2 cards"), ("fr", 0, "0 card"), ("fr", 2, "2 cards")],
)
def test_number_agrees(language: str, count: int, expected: str) -> None:
    """Zero is plural in English and singular in French."""
    words = Words(language, {"x.y": "{count} {count|card|cards}"})

    assert words.say("x.y", count=count) == expected


@pytest.mark.parametrize(
    ("language", "value", "expected"),
    [("en", 12345, "12,345"), ("fr", 12345, "12\u202f345"), ("en", 91.44, "91.4"), ("fr", 91.44, "91,4")],
)
def test_numbers_are_written_as_the_language_writes_them(language: str, value: float, expected: str) -> None:
    """Thousands and decimals follow the language of the sentence."""
    assert Words(language, {"x.y": "{value}"}).say("x.y", value=value) == expected


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\x1b[31mb", "a␛[31mb"),
        ("bell\a", "bell␇"),
        ("nul\0", "nul␀"),
        ("csi\x9b2J", "csi\\u009b2J"),
        ("nel\x85", "nel\\u0085"),
        ("abc\u202edef", "abc\\u202edef"),
        ("iso\u2066x", "iso\\u2066x"),
        ("zero\u200bwidth", "zerowidth"),
        ("famille \U0001f468\u200d\U0001f469", "famille \U0001f468\u200d\U0001f469"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("line\u2028separator", "line\\u2028separator"),
        ("tag\U000e0041", "tag\\U000e0041"),
        ("lone \ud800", "lone \\ud800"),
        ("déjà vu, œuvre, 1 234 €", "déjà vu, œuvre, 1 234 €"),
    ],
)
def test_control_characters_are_shown_not_obeyed(raw: str, shown: str) -> None:
    """Nothing that a deck contains can move the cursor, ring, recolour or reorder the screen."""
    assert safe(raw) == shown
