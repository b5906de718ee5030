"""The diff: runs that are the same, missing or too much."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.answers import diff

SIGNS = {"same": "=", "missing": "-", "extra": "+"}


def drawn(pieces) -> str:
    """A diff in one line: =same -missing +extra."""
    return " ".join(f"{SIGNS[piece.state]}[{piece.text}]" for piece in pieces)


@pytest.mark.parametrize(
    ("right", "typed", "line"),
    [
        ("Photosynthèse", "photosyntèse", "=[Photosynt] -[h] =[èse]"),
        ("Photosynthèse", "fotosynthèse", "-[Ph] +[f] =[otosynthèse]"),
        ("Emmanuel Macron", "Emmanuel", "=[Emmanuel] -[ Macron]"),
        ("GPT-4", "GPT-3", "=[GPT-] -[4] +[3]"),
        ("12 500 voix", "12 600 voix", "-[12 500] +[12 600] =[ voix]"),
        ("Paris", "Berlin", ""),
        ("Paris", "", ""),
        ("abcdef", "abcdef", "=[abcdef]"),
    ],
)
def test_letters(right: str, typed: str, line: str) -> None:
    """Letters are compared in runs, a number is one piece, and strangers have no diff."""
    assert drawn(diff.characters(right, typed)) == line


@pytest.mark.parametrize(
    ("right", "typed", "line"),
    [
        ("I have a dream", "I had a dream", "=[I] -[ have] +[ had] =[ a dream]"),
        ("Je pense, donc je suis", "je pense donc", "=[Je pense, donc] -[ je suis]"),
        ("a b c", "x y z", ""),
    ],
)
def test_words(right: str, typed: str, line: str) -> None:
    """Quotations are compared word by word, without their punctuation."""
    assert drawn(diff.words(right, typed)) == line


@settings(max_examples=100, deadline=None)
@given(st.text("abc 12é", max_size=20), st.text("abc 12é", max_size=20))
def test_the_right_answer_can_be_read_off(right: str, typed: str) -> None:
    """Same and missing pieces in order are the right answer, and no two neighbours are of one state."""
    pieces = diff.characters(right, typed)

    if pieces:
        assert "".join(piece.text for piece in pieces if piece.state != "extra") == right
        assert all(one.state != two.state for one, two in pairwise(pieces))
