"""Who holds an office, and how names are said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quiz.derive.asking import asked, naming
from quiz.derive.document import Scene
from quiz.derive.extractors.roles import roles

ROLES = (
    ("fr", "Le directeur du musée Orvane, Luc Ardent, a souri.",
     "Qui est le directeur du musée Orvane en mars 2024\u00a0?"),
    ("fr", "La présidente de l'association Orvane, Marie Arbois, a souri.",
     "Qui est la présidente de l'association Orvane en mars 2024\u00a0?"),
    ("fr", "L'association La Tête ailleurs proteste. Sa présidente, Marie Arbois, a souri.", ""),
    ("fr", "L'ancien directeur du musée Orvane, Luc Ardent, a souri.", ""),
    ("fr", "Le cofondateur d'Orvane, Luc Ardent, a souri.", ""),
    ("en", "The chief executive of Orvane Bank, Ann Pell, smiled.",
     "Who was the chief executive of Orvane Bank in March 2024?"),
    ("en", "Ann Pell, a spokeswoman for Orvane Bank, smiled.", ""),
    ("en", "The former chief executive of Orvane Bank, Ann Pell, smiled.", ""),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), ROLES)
def test_an_office_of_one_is_asked(stage: Callable[..., Scene], language: str, text: str, expected: str) -> None:
    """With its article and its time; not what many are, and not what somebody was."""
    scene = stage(
        f"{text} Orvane est là, Orvane reste." if language == "fr" else text, language, published="2024-03-13"
    )
    assert [draft.question for draft in asked(tuple(roles(scene)), scene)] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Orvane a ri.", "Orvane", "d'Orvane"),
        ("Le Sénat a voté. Le Sénat a ri.", "Sénat", "du Sénat"),
        ("Les Corvettes ont ri aux Corvettes.", "Corvettes", "des Corvettes"),
        ("La Fédération des ports a ri.", "Fédération des ports", "de la Fédération des ports"),
        ("L'Office des ports a ri.", "Office des ports", "de l'Office des ports"),
        ("Larvac a ri.", "Larvac", "de Larvac"),
    ],
)
def test_french_says_of_with_the_article(stage: Callable[..., Scene], text: str, name: str, expected: str) -> None:
    """The article is the one that the text uses, drawn together or elided as it must be."""
    assert naming.of(stage(text, "fr"), name) == expected


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("La Tête ailleurs proteste.", "La Tête", False),
        ("La Tête a protesté, et La Tête reste.", "La Tête", True),
        ("La Tête de Larvac proteste.", "La Tête", True),
        ("On accuse La Tête.", "La Tête", True),
    ],
)
def test_a_name_that_goes_on_in_small_letters_is_not_whole(text: str, name: str, *, whole: bool) -> None:
    """A verb, a preposition or the end of the sentence stands behind a whole name."""
    assert naming.goes_on(text, name) is not whole
