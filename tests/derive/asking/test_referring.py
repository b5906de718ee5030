"""What stands for somebody named elsewhere, by the name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quiz.derive.asking.sentence import tokens
from quiz.derive.asking.tidying import tidy
from quiz.derive.asking.written import written
from quiz.derive.document import Scene
from quiz.derive.fact import Span

#: Language, what goes before, the sentence, the sentence as it stands alone (by 13 March 2024).
NAMED = (
    ("fr", "Marie Lenoir dirige Orvane SA. ", "Il y a trois ans, Marie Lenoir a vendu 40 bateaux.",
     "Marie Lenoir a vendu 40 bateaux."),
    ("fr", "Marie Lenoir dirige Orvane SA. ", "Sa fille a vendu 40 bateaux.",
     "La fille de Marie Lenoir a vendu 40 bateaux."),
    ("fr", "Le barrage Orvane fuit. ", "Le barrage a perdu 40 pierres.", "Le barrage Orvane a perdu 40 pierres."),
    ("fr", "Marie Lenoir navigue. ", "Marie Lenoir a vendu 40 bateaux cet automne.",
     "Marie Lenoir a vendu 40 bateaux à l'automne 2024."),
    ("en", "Ann Pell runs a yard. ", "Ann Pell sold 40 boats last month.", "Ann Pell sold 40 boats in February 2024."),
    ("en", "Ann Pell runs a yard. ", "Ann Pell sold 40 boats last summer.",
     "Ann Pell sold 40 boats in the summer of 2023."),
    ("en", "The Orvane shipyard stays. ", "The shipyard sold 40 boats.", "The shipyard sold 40 boats."),
    ("en", "The Larvac mill is old. ", "Ann Pell closed the mill.", "Ann Pell closed the Larvac mill."),
    ("en", "The Larvac mill and the Orvane mill are old. ", "Ann Pell closed the mill.", "Ann Pell closed the mill."),
)  # fmt: skip


@pytest.mark.parametrize(("language", "before", "text", "expected"), NAMED)
def test_what_stands_for_a_name_is_said_by_the_name(
    stage: Callable[..., Scene], language: str, before: str, text: str, expected: str
) -> None:
    """Owners, nouns of which the article has one with a name, and days counted from publication."""
    after = {"fr": "\n\nOrvane est à Larvac. Larvac et Orvane.", "en": "\n\nOrvane is in Larvac. Larvac and Orvane."}
    scene = stage(before + text + after[language], language, published="2024-03-13")
    sentence = scene.document.sentence_at(len(before))
    nowhere = Span(-1, -1)
    clause = tidy(scene, tokens(scene, sentence, language), nowhere, language)
    said = written(scene, clause, nowhere, "")
    assert said[:1].upper() + said[1:] == expected
