"""Evidence is proved by the text of its source, or it is told where it fails."""

import pytest

from quiz.article import Article
from quiz.deck.evidence import find, prove
from quiz.deck.read import read

ARTICLE = Article("""Le titre

  Elle présidera l’institution\u00a0: « dès 2025\u202f», dit-elle.\r
\t
La mesure coûterait 11,2 milliards d'euros par an.
La mesure fut votée.
""")

DECK = """\
deck: d
sources: {{lm: {{file: lm.txt}}}}
cards:
  - question: q
    answer: a
    source: lm
    evidence: {{paragraph: {paragraph}, words: "{words}"}}
"""


@pytest.mark.parametrize(
    ("paragraph", "words", "code"),
    [
        (1, "Le titre", None),
        (2, "Elle présidera l'institution : «dès 2025», dit-elle", None),
        (2, "l’institution\u202f:  “dès 2025”", None),
        (3, "11,2 milliards d’euros", None),
        (4, "La mesure", None),
        (3, "La mesure fut", "evidence-elsewhere"),
        (9, "La mesure fut", "evidence-elsewhere"),
        (9, "rien de tel", "evidence-paragraph-missing"),
        (3, "rien de tel", "evidence-not-found"),
        (3, "1,2 milliards", "evidence-not-found"),
        (3, "11,2 milliard", "evidence-not-found"),
        (3, "la mesure", "evidence-not-found"),
        (2, "Elle presidera", "evidence-not-found"),
        (3, "par an. La mesure fut", "evidence-not-found"),
    ],
)
def test_words_stand_word_for_word(paragraph, words, code):
    """Only spaces, apostrophes and quotation marks may be of another kind; case, accents and word ends may not."""
    deck, none = read(DECK.format(paragraph=paragraph, words=words), "x")
    problems = prove(deck, {"lm": ARTICLE})

    assert none == ()
    assert [problem.code for problem in problems] == ([code] if code else [])
    assert all((problem.place.line, problem.place.column > 30) == (7, True) for problem in problems)


def test_the_right_paragraph_is_told():
    """Where the words stand elsewhere, it is said where."""
    deck, _ = read(DECK.format(paragraph=1, words="fut votée"), "x")

    assert dict(prove(deck, {"lm": ARTICLE})[0].facts) == {"paragraph": 1, "found": 4}


def test_evidence_without_a_paragraph_may_stand_anywhere():
    """A paragraph that is not said is not asked."""
    deck, _ = read(DECK.format(paragraph=1, words="fut votée").replace("paragraph: 1, ", ""), "x")

    assert prove(deck, {"lm": ARTICLE}) == ()


def test_a_missing_text_is_told_once():
    """However many cards lean on a text that is not there, it is missing once."""
    card = DECK.format(paragraph=1, words="a").partition("cards:\n")[2]
    deck, _ = read(DECK.format(paragraph=1, words="a") + card.replace("q\n", "r\n"), "x")

    assert [problem.code for problem in prove(deck, {})] == ["source-text-missing"]


def test_a_source_without_evidence_is_a_warning():
    """A card that names a source should bring the words; its other side need not."""
    text = "deck: d\nsources: {lm: {title: t}}\ncards:\n  - {question: q, answer: a, source: lm, reverse: yes}\n"
    deck, _ = read(text, "x")

    assert [(problem.code, problem.severity) for problem in prove(deck, {"lm": ARTICLE})] == [
        ("evidence-missing", "warning")
    ]


def test_paragraphs_are_non_empty_lines():
    """The first non-empty line is paragraph 1, whatever ends the lines."""
    assert Article("\n\n a \r\n\u00a0\r\nb\u2028c\rd").paragraphs() == ("a", "b", "c", "d")


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("plus de 12 milliards", "il a réalisé plus de\u00a012 milliards de", "plus de\u00a012 milliards"),
        ('"trop tard"', "elle dit « trop tard », puis", "« trop tard »"),
        ("l'entreprise", "et l’entreprise a", "l’entreprise"),
        ("coopérative", "la coopé\u00adrative a fermé", "coopé\u00adrative"),
        ("1,2", "11,2 et 1,2 %", "1,2"),
        ("absent", "rien de tel", None),
    ],
)
def test_where_the_words_stand(words, text, found):
    """The place of an evidence holds the words as the source prints them."""
    place = find(words, text)

    assert (None if place is None else text[slice(*place)]) == found
