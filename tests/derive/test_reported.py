"""What is of a reported clause, to its last sign."""

from __future__ import annotations

import pytest

from quiz.article import Article
from quiz.derive.extractors.reported import reported
from quiz.derive.scene import scene


@pytest.mark.parametrize(
    ("language", "text", "clause"),
    [
        ("en", "Paul Harding said the yard had made a margin of only 2.3%.", "the yard had made a margin of only 2.3%"),
        ("fr", "Paul Harding a dit que la marge était de 2,3 %.", "la marge était de 2,3 %"),
        ("fr", "Paul Harding a dit que le chantier coûtait 12 €.", "le chantier coûtait 12 €"),
    ],
)
def test_a_sign_behind_the_last_figure_is_of_the_clause(language: str, text: str, clause: str) -> None:
    """A clause that ends with a percentage or an amount keeps its sign."""
    (fact,) = reported(scene(Article(text), "a", language=language))

    assert fact.surface == clause
    assert text[fact.start : fact.end] == clause
