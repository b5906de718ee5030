"""Words as verbs, in both languages."""

from __future__ import annotations

import pytest

from quiz.language.verbs import forms, is_auxiliary, is_finite, is_gerund, is_infinitive, is_participle

FORMS = (
    ("fr", "annonça", "annoncer", "past"),
    ("fr", "mangeait", "manger", "imperfect"),
    ("fr", "rejette", "rejeter", "present"),
    ("fr", "appellera", "appeler", "future"),
    ("fr", "achète", "acheter", "present"),
    ("fr", "préfère", "préférer", "present"),
    ("fr", "emploient", "employer", "present"),
    ("fr", "enverrait", "envoyer", "conditional"),
    ("fr", "finissent", "finir", "present"),
    ("fr", "vendu", "vendre", "participle"),
    ("fr", "reprennent", "reprendre", "present"),
    ("fr", "compromise", "compromettre", "participle"),
    ("fr", "due", "devoir", "participle"),
    ("fr", "maintient", "maintenir", "present"),
    ("fr", "affirmant", "affirmer", "gerund"),
    ("en", "sold", "sell", "past"),
    ("en", "stopped", "stop", "past"),
    ("en", "denied", "deny", "past"),
    ("en", "carries", "carry", "present"),
    ("en", "chosen", "choose", "participle"),
    ("en", "making", "make", "gerund"),
    ("en", "getting", "get", "gerund"),
    ("en", "couldn’t", "can", "conditional"),
    ("en", "was", "be", "past"),
)


@pytest.mark.parametrize(("language", "word", "base", "tense"), FORMS)
def test_forms_lead_to_their_verb(language: str, word: str, base: str, tense: str) -> None:
    """A form is known with its verb and its tense."""
    assert (base, tense) in [(form.base, form.tense) for form in forms(word, language)]


@pytest.mark.parametrize(
    ("language", "word"),
    [("fr", "parfait"), ("fr", "instant"), ("fr", "portrait"), ("fr", "maison"), ("fr", "caméra"), ("en", "hundred"),
     ("en", "house-boat"), ("en", "evening"), ("en", "Manchester"), ("fr", ""), ("en", "1,200")],
)  # fmt: skip
def test_other_words_are_none(language: str, word: str) -> None:
    """What ends like a verb and is none has no forms, nor has what is no word."""
    assert forms(word, language) == ()


@pytest.mark.parametrize(
    ("language", "word", "finite", "participle", "gerund", "infinitive"),
    [
        ("fr", "zigzaguait", True, False, False, False),
        ("fr", "zigzaguèrent", True, False, False, False),
        ("fr", "zigzaguée", False, True, False, False),
        ("fr", "zigzaguant", False, False, True, False),
        ("fr", "perdre", False, False, False, True),
        ("en", "zigzagged", True, True, False, False),
        ("en", "zigzagging", False, False, True, False),
        ("en", "cost", True, True, False, True),
    ],
)
def test_unknown_verbs_are_known_by_their_ending(
    language: str, word: str, finite: bool, participle: bool, gerund: bool, infinitive: bool
) -> None:
    """A verb that is in no table is told by an ending that only verbs have."""
    told = (is_finite, is_participle, is_gerund, is_infinitive)
    assert tuple(test(word, language) for test in told) == (finite, participle, gerund, infinitive)


def test_auxiliaries_are_finite_beyond_doubt() -> None:
    """An auxiliary is one in its own language only."""
    assert is_auxiliary("Ont", "fr")
    assert is_auxiliary("would", "en")
    assert not is_auxiliary("ont", "en")
