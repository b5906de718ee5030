"""An article: its paragraphs as everybody counts them, and the digest of its words."""

from __future__ import annotations

from quiz.article import Article


def test_paragraphs_are_the_lines_that_hold_something() -> None:
    """Empty lines and lines of spaces are not counted, whatever ends a line."""
    article = Article("One.\r\n\r\n \u00a0 \n  Two. \nThree.\u2028Four.")

    assert article.paragraphs() == ("One.", "Two.", "Three.", "Four.")


def test_the_digest_is_of_the_text_alone() -> None:
    """Two articles with the same words have one digest, whatever is known of them; another comma makes another."""
    plain, told = Article("Né en 1931."), Article("Né en 1931.", title="Un toit", name="toit.txt", language="fr")

    assert plain.digest == told.digest == "0e53aa7cde4375ad72387533e606f1b86877641e97b8de9d89f533d3cd49aff4"
    assert plain.digest != Article("Né en 1931,").digest
