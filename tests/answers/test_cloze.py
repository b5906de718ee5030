"""Gaps: how they are written, shown, and answered in one line."""

from __future__ import annotations

import pytest

from quiz.answers import KINDS, cloze
from quiz.answers.cloze import Blank, Gap
from quiz.answers.verdict import Answer

NAMES = {"date": "date", "money": "montant", "answer": "réponse", "person": "nom"}


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("sans trou", ()),
        ("à {{Paris}}.", (Gap(2, 11, "Paris"),)),
        ("à {{Paris::capitale}}.", (Gap(2, 21, "Paris", "", "capitale"),)),
        ("{{money: 42 000 dollars}}", (Gap(0, 25, "42 000 dollars", "money"),)),
        ("{{ date : 1789 :: année }}", (Gap(0, 26, "1789", "date", "année"),)),
        ("{{c2::Paris::capitale}}", (Gap(0, 23, "Paris", "", "capitale"),)),
        ("{{note: ceci}}", (Gap(0, 14, "note: ceci"),)),
        ("{{}} et {{::x}}", (Gap(0, 4, "", problem="empty"), Gap(8, 15, "", hint="x", problem="empty"))),
        ("{{Paris", (Gap(0, 7, "Paris", problem="unclosed"),)),
        ("{{a {{b}}", (Gap(0, 4, "a", problem="unclosed"), Gap(4, 9, "b"))),
    ],
)
def test_gaps(text: str, gaps: tuple[Gap, ...]) -> None:
    """A gap may say its kind and a hint; unclosed and empty ones are told."""
    assert cloze.gaps(text) == gaps


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Prise le {{14 juillet 1789}}.", "Prise le [date]."),
        ("À {{Paris}} le {{14 juillet 1789}}.", "À [1: …] le [2: date]."),
        ("À {{Paris::capitale}}.", "À [capitale]."),
        ("Pour {{money: 42 000 dollars}} à {{person: Zola}}", "Pour [1: montant] à [2: nom]"),
        ("{{a}} {{aaaaaaaaaaaaaaaaaaaaaaa}}", "[1: …] [2: …]"),
    ],
)
def test_blanks_name_their_kind(text: str, question: str) -> None:
    """A blank names its kind or its hint, and never tells the length."""
    assert cloze.question(text, "fr", NAMES) == question


def test_one_gap_at_a_time() -> None:
    """One gap can be asked with the others filled, and a sentence can be made of it."""
    text = "À {{Paris}} le {{14 juillet 1789::quand}}."

    assert cloze.question(text, "fr", NAMES, number=1) == "À […] le 14 juillet 1789."
    assert cloze.asked_parts(text, "fr", 2) == ("À Paris le ", Blank(0, "date", "quand"), ".") or (
        cloze.question(text, "fr", NAMES, number=2) == "À Paris le [quand]."
    )
    assert cloze.alone(text, 2) == "À Paris le {{14 juillet 1789::quand}}."
    assert cloze.filled(text) == "À Paris le 14 juillet 1789."


@pytest.mark.parametrize(
    ("typed", "count", "parts"),
    [
        ("a; b", 2, ("a", "b")),
        ("a, b", 2, ("a", "b")),
        ("1,2 million, Paris", 2, ("1,2 million", "Paris")),
        ("1,5; 2,5", 2, ("1,5", "2,5")),
        ("a, b, c", 2, ("a, b, c",)),
        ("a; b;", 2, ("a", "b")),
        ("; b", 2, ("", "b")),
        ("a, b", 1, ("a, b",)),
    ],
)
def test_one_line_for_several_gaps(typed: str, count: int, parts: tuple[str, ...]) -> None:
    """Gaps are parted by semicolons, or by commas where that gives one part for each."""
    assert cloze.split(typed, count) == parts


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("rien", ["no-gap"]),
        ("{{a", ["gap-unclosed"]),
        ("{{}}", ["gap-empty"]),
        ("{{date: bleu}}", ["not-a-date"]),
        ("{{bleu}}", []),
        ("{{date: 1789}}", []),
    ],
)
def test_check(text: str, codes: list[str]) -> None:
    """A cloze without a readable gap is told so."""
    assert [reason.code for reason in KINDS["cloze"].check(Answer("cloze", text), "fr")] == codes
