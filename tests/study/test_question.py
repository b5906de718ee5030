"""A card as it is put to the learner, and what the grader hears of it."""

from __future__ import annotations

import pytest

from quiz.answers.verdict import Answer
from quiz.deck.card import Card, Evidence, Source
from quiz.problem import Place
from quiz.study.question import asked, options_shown, question_shown

HERE = Place("d")


def choice(*options: str, language: str = "en", identity: str = "a") -> Card:
    """A choice whose first option is right."""
    return Card(identity, "Which?", Answer("choice", options[0], options=options[1:]), language, HERE, identity)


def date(answer: str, proof: str = "", question: str = "When?") -> Card:
    """A date, with the words that prove it."""
    evidence = (Evidence("book", 1, proof, HERE),) if proof else ()
    return Card("a", question, Answer("date", answer), "en", HERE, "a", evidence=evidence, sources=("film",))


@pytest.mark.parametrize(
    ("language", "options", "shown"),
    [
        ("en", ("1799", "1789", "1815"), ("1789", "1799", "1815")),
        ("en", ("25 April 2023", "3 May 2022", "June 2024"), ("3 May 2022", "25 April 2023", "June 2024")),
        ("fr", ("25 avril", "3 mai", "14 juillet"), ("25 avril", "3 mai", "14 juillet")),
        ("en", ("17,500", "300", "1,000,000"), ("300", "17,500", "1,000,000")),
        ("fr", ("10 %", "2,5 %", "100 %"), ("2,5 %", "10 %", "100 %")),
        ("en", ("$42,000", "$1.5 million", "$900"), ("$900", "$42,000", "$1.5 million")),
    ],
)
def test_dates_and_amounts_are_shown_in_their_order(language, options, shown):
    """Whatever the seed: a learner looks a value up where it would stand."""
    assert {options_shown(choice(*options, language=language), str(seed)) for seed in range(5)} == {shown}


def test_other_options_are_shuffled_by_the_seed():
    """The same seed gives the same order, all options once; seeds and cards differ."""
    card = choice("Paris", "Rome", "Bonn", "Bern", "Oslo")

    assert options_shown(card, "s") == options_shown(card, "s")
    assert sorted(options_shown(card, "s")) == ["Bern", "Bonn", "Oslo", "Paris", "Rome"]
    assert len({options_shown(card, str(seed)) for seed in range(10)}) > 1


def test_the_right_option_is_shown_once():
    """Whether or not the deck lists it among the options."""
    assert sorted(options_shown(choice("Paris", "Rome", "paris"), "s")) == ["Rome", "paris"]


def test_only_choices_have_options():
    """Other kinds show none."""
    assert options_shown(date("1789"), "s") == ()


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("The Bastille fell on {{14 July 1789}}.", "The Bastille fell on […]."),
        ("{{Paris::capital}} is in France.", "[capital] is in France."),
        ("In {{date: July 1969}} {{Armstrong::a man}} stood.", "In [1: …] [2: a man] stood."),
    ],
)
def test_a_cloze_is_asked_with_blanks(sentence, shown):
    """What stands in a gap is not shown, its hint is; several gaps are numbered."""
    card = Card("a", sentence, Answer("cloze", sentence), "en", HERE, "a")

    assert question_shown(card) == shown
    assert asked(card, "s", (), {}).question == shown


@pytest.mark.parametrize(
    ("card", "year"),
    [
        (date("25 April"), 2021),
        (date("25 April 2023", proof="on April 25"), 2023),
        (date("25 April 2023", proof="April 25, 2023"), None),
        (date("25 April 2023"), None),
        (date("25 April 2023", proof="on April 25", question="In which year?"), None),
        (choice("1789", "1799"), None),
    ],
)
def test_a_year_may_be_left_out_when_the_source_leaves_it_out(card, year):
    """The answer's year where the evidence has none; the year of publication where the answer has none."""
    sources = {"film": Source("film", published="2021-03-04")}

    assert asked(card, "s", (), sources).implied_year == year


def test_the_grader_hears_what_the_learner_saw():
    """The language, the question and the options in their order."""
    card = choice("Paris", "Rome", "Bonn")
    heard = asked(card, "s", (), {})

    assert (heard.language, heard.question, heard.shown_options) == ("en", "Which?", options_shown(card, "s"))
