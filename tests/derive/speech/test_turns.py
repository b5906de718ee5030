"""Interviews, dialogues, quotations over several paragraphs, and posts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.article import Article
from quiz.derive.document import Document, Passage, Scene
from quiz.derive.extractors.posts import posts
from quiz.derive.extractors.quotes import quotes
from quiz.derive.extractors.reported import reported
from quiz.derive.fact import Span
from quiz.derive.people import Mention, Party, People
from quiz.derive.scene import scene
from quiz.derive.speech.links import narration

SIGNS = (
    "« » “ ” \" ' ‘ ’ , . ; : — ? ( ) Paul Girard a dit que selon le maire said that he she il elle -t-il affirme "
    "affirmant la plainte , and et qui who de d' X"
)
INTERVIEW = """Noor Vandel is late for the interview, and Noor Vandel does not care at all about it.
FMR: You wrote the score on a boat. Is that true?
NV: It is true, and it is good for sales as well.
FMR: Why the boat?
NV: Because the engine hums in B-flat. [She hums.] My flat is next to a depot."""


def test_an_interview_with_initials() -> None:
    """Answers belong to whom the initials name, questions to nobody; what an editor put in brackets parts them."""
    found = [(fact.speaker, fact.surface) for fact in quotes(scene(Article(INTERVIEW), "k", language="en"))]

    assert found == [
        ("Noor Vandel", "It is true, and it is good for sales as well."),
        ("Noor Vandel", "Because the engine hums in B-flat."),
        ("Noor Vandel", "My flat is next to a depot."),
    ]


def test_a_dialogue_after_dashes() -> None:
    """A turn belongs to whom it names; the others are speech of nobody."""
    text = "Le procès a repris.\n— Où étiez-vous ce soir-là ?\n— Chez moi, murmure Luc Ferrand. J'attendais un appel."
    found = list(quotes(scene(Article(text), "k", language="fr")))

    assert [(fact.speaker, fact.surface, fact.value) for fact in found] == [
        ("", "Où étiez-vous ce soir-là ?", "Où étiez-vous ce soir-là ?"),
        ("Luc Ferrand", "Chez moi, murmure Luc Ferrand. J'attendais un appel.", "Chez moi. J'attendais un appel."),
    ]


def test_a_list_is_no_dialogue() -> None:
    """Lines after hyphens, and lines that nobody asks or answers in, are no speech."""
    text = "You can choose:\n- A full refund within a month, or\n- A new battery.\nThat is all."

    assert list(quotes(scene(Article(text), "k", language="en"))) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("« Je pars, dit Luc Ferrand. Adieu donc. »", "Je pars. Adieu donc."),
        ("« Je pars, dit Luc Ferrand, maire de Lorvic, et je ne reviendrai pas. »", "Je pars et je ne reviendrai pas."),
        ("« Tout est fini ! s'écrie Luc Ferrand. Adieu donc. »", "Tout est fini ! Adieu donc."),
    ],
)
def test_an_incise_is_no_part_of_what_is_said(text: str, value: str) -> None:
    """The surface keeps it, because it stands there; the value leaves it out."""
    [fact] = quotes(scene(Article(text), "k", language="fr"))

    assert fact.value == value
    assert fact.surface == text[2:-2]


def test_each_paragraph_of_a_quotation_is_a_fact() -> None:
    """A quotation that opens each paragraph and closes the last one is told paragraph by paragraph, by one person."""
    text = (
        "Odessa Pratt was relieved.\n“I have waited for three years,” Odessa Pratt said.\n"
        "“It was not fate at all.\n“It was a paper that somebody signed.”"
    )
    found = list(quotes(scene(Article(text), "k", language="en")))

    assert [(fact.paragraph, fact.surface) for fact in found] == [
        (2, "I have waited for three years"),
        (3, "It was not fate at all."),
        (4, "It was a paper that somebody signed."),
    ]
    assert {fact.speaker for fact in found} == {"Odessa Pratt"}


def test_posts_are_signed_by_their_line() -> None:
    """The post's words are the fact, the line under it gives the name and the day."""
    article = Article("So this happened today.\nMore tomorrow, I hope.\n— Ana Kowal (@anak) September 14, 2024\n")
    body = [
        Passage(1, 0, "So this happened today.", "post", "en", (Span(0, 23),)),
        Passage(2, 24, "More tomorrow, I hope.", "post", "en", (Span(24, 46),)),
        Passage(3, 47, "— Ana Kowal (@anak) September 14, 2024", "attribution", "en", (Span(47, 85),)),
    ]
    full = Party("Ana Maria Kowal", "person", ("Ana Maria Kowal", "Ana Kowal"))
    people = People((Mention(Span(49, 58), full),))
    found = list(posts(Scene(Document(article, "k", "en", "", tuple(body)), (), people)))

    assert [(fact.speaker, fact.iso, fact.surface) for fact in found] == [
        ("Ana Maria Kowal", "2024-09-14", "So this happened today."),
        ("Ana Maria Kowal", "2024-09-14", "More tomorrow, I hope."),
    ]


def test_a_pronoun_takes_up_who_spoke_last() -> None:
    """A pronoun after a quotation is its speaker if the gender allows it."""
    text = "« On ferme demain », annonce Jeanne Audric. « Il le faut », ajoute-t-elle. Elle précise que tout se vend."
    stage = scene(Article(text), "k", language="fr")

    assert [fact.speaker for fact in quotes(stage)] == ["Jeanne Audric", "Jeanne Audric"]
    assert [fact.speaker for fact in reported(stage)] == ["Jeanne Audric"]


@settings(max_examples=75, deadline=None)
@given(
    st.lists(
        st.sampled_from([*SIGNS.split(), "\n"]),
        max_size=40,
    ),
    st.sampled_from(["fr", "en"]),
)
def test_nothing_makes_it_fail(words: list[str], language: str) -> None:
    """Whatever stands in a text, what is found lies in one paragraph, says something, and is found again alike."""
    article = Article(" ".join(words))
    first, again = (scene(article, "k", language=language) for _ in range(2))
    found = [*quotes(first), *reported(first)]

    narration.cache_clear()
    assert found == [*quotes(again), *reported(again)]
    for fact in found:
        assert article.text[fact.start : fact.end].replace("\n", " ") == fact.surface
        assert fact.surface.strip()


def test_a_link_stands_between_a_post_and_who_signs_it() -> None:
    """A post has its own address under it; the name under that is still of the post."""
    text = (
        "Our town is calm and nobody is worried at all.\nWe stand by our town tonight.\nhttps://t.co/WSUTu\n"
        "— Luke Wardle (@LWardle) February 16, 2019"
    )
    found = [(fact.speaker, fact.surface) for fact in posts(scene(Article(text), "k", language="en"))]

    assert found == [("Luke Wardle", "We stand by our town tonight.")]
