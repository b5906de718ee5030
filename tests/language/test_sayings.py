"""The forms of the verbs of saying."""

from __future__ import annotations

import pytest

from quiz.language import sayings


@pytest.mark.parametrize(
    ("language", "word", "lemma", "form"),
    [
        ("fr", "déclare", "déclarer", "finite"),
        ("fr", "déclarait", "déclarer", "finite"),
        ("fr", "déclara", "déclarer", "finite"),
        ("fr", "déclarèrent", "déclarer", "finite"),
        ("fr", "déclarera", "déclarer", "future"),
        ("fr", "déclarerait", "déclarer", "conditional"),
        ("fr", "déclarée", "déclarer", "past"),
        ("fr", "déclarant", "déclarer", "gerund"),
        ("fr", "déclarer", "déclarer", "base"),
        ("fr", "annonçait", "annoncer", "finite"),
        ("fr", "jugea", "juger", "finite"),
        ("fr", "rappelle", "rappeler", "finite"),
        ("fr", "rappellera", "rappeler", "future"),
        ("fr", "martèle", "marteler", "finite"),
        ("fr", "martelait", "marteler", "finite"),
        ("fr", "répète", "répéter", "finite"),
        ("fr", "répétera", "répéter", "future"),
        ("fr", "relève", "relever", "finite"),
        ("fr", "balaie", "balayer", "finite"),
        ("fr", "renchérit", "renchérir", "finite"),
        ("fr", "renchérissait", "renchérir", "finite"),
        ("fr", "avertissent", "avertir", "finite"),
        ("fr", "disent", "dire", "finite"),
        ("fr", "dirait", "dire", "conditional"),
        ("fr", "reconnaît", "reconnaître", "finite"),
        ("fr", "prévient", "prévenir", "finite"),
        ("fr", "maintint", "maintenir", "finite"),
        ("fr", "a", "", ""),
        ("en", "says", "say", "finite"),
        ("en", "said", "say", "past"),
        ("en", "quipped", "quip", "finite"),
        ("en", "replied", "reply", "finite"),
        ("en", "replies", "reply", "finite"),
        ("en", "tweeting", "tweet", "gerund"),
        ("en", "foresaw", "foresee", "finite"),
        ("en", "conceding", "concede", "gerund"),
        ("en", "admitted", "admit", "past"),
        ("en", "house", "", ""),
    ],
)
def test_a_form_is_known_by_its_verb(language: str, word: str, lemma: str, form: str) -> None:
    """Every tense of both languages is a form of its verb; other words are none."""
    found = {(one.lemma, kind) for one in sayings.said(word, language) for kind in one.forms}

    assert (lemma, form) in found if lemma else not found


@pytest.mark.parametrize(
    ("language", "word", "follow"),
    [("fr", "fait", "savoir"), ("fr", "laissé", "entendre"), ("fr", "met", "garde"), ("en", "went", "on")],
)  # fmt: skip
def test_locutions_name_their_second_word(language: str, word: str, follow: str) -> None:
    """A verb that says only with another word is told with that word."""
    assert follow in {one.follow for one in sayings.said(word, language)}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_tables_are_rich(language: str) -> None:
    """Each language has its rare verbs too."""
    verbs = {one.lemma for ways in sayings.table_of(language).values() for one in ways}

    assert len(verbs) > 300
