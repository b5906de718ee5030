"""Folding, and how many slips lie between two words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.language.text import clean, edits, fold, plain


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Œuvre", "oeuvre"),
        ("L’ÉTÉ", "l'ete"),
        ("a\u00a0b\u202fc", "a b c"),
        ("«\u00a0oui\u00a0»", '" oui "'),
        ("−5", "-5"),
        ("10²", "10^2"),
        ("m²", "m2"),
        ("5½", "5 1⁄2"),
        ("Straße", "strasse"),
        ("zero\u200bwidth", "zerowidth"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    """Case, accents, spaces, signs and ligatures fold away; a power or a fraction does not join its number."""
    assert fold(text) == folded


@pytest.mark.parametrize(("text", "bare"), [("« Oui. »", "oui"), ("Oui !", "oui"), ('"a"', "a"), ("(a)", "(a)")])
def test_plain(text: str, bare: str) -> None:
    """Marks around a text and what ends its sentence do not count."""
    assert plain(text) == bare


@pytest.mark.parametrize(
    ("one", "two", "count"),
    [("abc", "abc", 0), ("abc", "abd", 1), ("abc", "ab", 1), ("abc", "acb", 1), ("abcd", "badc", 2), ("abc", "xyz", 3)],
)
def test_edits(one: str, two: str, count: int) -> None:
    """A letter more, less, other, or two swapped is one slip; beyond two nobody counts."""
    assert edits(one, two) == count


@settings(max_examples=100, deadline=None)
@given(st.text("abc", max_size=7), st.text("abc", max_size=7))
def test_edits_are_symmetric(one: str, two: str) -> None:
    """It does not matter which word is typed."""
    assert edits(one, two) == edits(two, one)
    assert (edits(one, two) == 0) == (one == two)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(text: str) -> None:
    """Cleaned text is clean."""
    assert clean(clean(text)) == clean(text)
