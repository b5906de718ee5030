"""Hints: the written one, else the shape of the answer, never the answer."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.answers.verdict import KIND_NAMES, Answer
from quiz.deck.card import Card
from quiz.language.text import words
from quiz.problem import Place
from quiz.study.hint import has_hint, hint_for


def card(answer: Answer, *, hint: str = "", question: str = "?", language: str = "en") -> Card:
    """A card with that answer."""
    return Card("a", question, answer, language, Place("d"), "a", hint)


@pytest.mark.parametrize(
    ("kind", "text", "hint"),
    [
        ("answer", "photosynthesis", "p…"),
        ("answer", "les avocats d'Elon Musk", "a… … …"),
        ("answer", "l'Assemblée nationale", "A… …"),
        ("answer", "B", "…"),
        ("answer", "it was the best of times and the worst", "i… (9)"),
        ("person", "Christine Lagarde", "C… …"),
        ("quote", "Lawsuit time", "L… …"),
        ("money", "42 000 dollars par mois", "·· ··· dollars par mois"),
        ("number", "-5", "-·"),
        ("number", "forty-two", "f…"),
        ("date", "14 July 1789", "… 1789"),
        ("date", "July 1789", "… 1789"),
        ("date", "1789", "178·"),
        ("date", "25 April", "·· A…"),
        ("date", "November 9 (1989)", "N… ·"),
        ("answer", "gold (chemical symbol: Au)", "g…"),
        ("answer", "(nothing)", "n…"),
    ],
)
def test_without_a_written_hint_the_shape_of_the_answer_is_shown(kind, text, hint):
    """A first letter and the number of words, the digits of an amount as dots, the year of a day."""
    assert hint_for(card(Answer(kind, text))) == hint


def test_a_year_that_the_question_says_is_no_hint():
    """The hint adds something to the question."""
    assert hint_for(card(Answer("date", "14 July 1789"), question="When in 1789?")) != "… 1789"


def test_a_list_hints_at_each_item():
    """Their number and their first letters."""
    assert hint_for(card(Answer("list", "", ("exécutif", "législatif")))) == "e…, l…"


def test_a_cloze_hints_at_each_gap():
    """A gap's mark-up is not part of it."""
    assert hint_for(card(Answer("cloze", "{{Paris}} is in {{France::country}}."))) == "P…, F…"


def test_a_choice_has_no_hint_of_its_own():
    """Its options are hint enough, but the author may write one."""
    answer = Answer("choice", "Paris", options=("Rome",))

    assert (has_hint(card(answer)), hint_for(card(answer))) == (False, "")
    assert hint_for(card(answer, hint="On the Seine")) == "On the Seine"


def test_a_written_hint_is_shown_as_it_is():
    """The author knows best."""
    assert hint_for(card(Answer("answer", "Paris"), hint="On the Seine.")) == "On the Seine."


@pytest.mark.parametrize("hint", ["It is Paris!", "paris", "  "])
def test_a_written_hint_that_says_the_answer_is_passed_over(hint):
    """The shape is shown instead."""
    assert hint_for(card(Answer("answer", "Paris"), hint=hint)) == "P…"


def test_a_hint_that_would_be_an_accepted_answer_says_less():
    """Where the first letter alone is accepted, it is not shown."""
    assert hint_for(card(Answer("answer", "Carbon", accept=("C",)))) == "…"


texts = st.text(st.sampled_from("abÉ l'1290-€,. "), min_size=1, max_size=12)


@settings(max_examples=75, deadline=None)
@given(st.sampled_from([kind for kind in KIND_NAMES if kind != "cloze"]), texts, st.lists(texts, max_size=2), texts)
def test_no_hint_holds_the_answer(kind, text, accept, written):
    """No right answer can be read in it, word for word, whatever the card."""
    hint = hint_for(card(Answer(kind, text, accept=tuple(accept)), hint=written))
    said = f" {' '.join(words(hint))} "

    assert all(f" {' '.join(words(right))} " not in said for right in (text, *accept) if words(right))
