"""What is written is read back the same, and looks as if a person had written it."""

import string
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.answers.verdict import Answer
from quiz.deck.card import Card, Deck, Evidence, Source
from quiz.deck.cards import reversed_card
from quiz.deck.cloze import blanked, items
from quiz.deck.identity import identity, normalised
from quiz.deck.read import read
from quiz.deck.write import scalar, write
from quiz.problem import Place

NOWHERE = Place("")

WRITTEN = """\
deck: retraites-2025
title: La réforme des retraites
language: fr
sources:
  lemonde:
    title: "L'article : ce qu'il dit"
    published: 2025-01-14
cards:
  - question: Qui préside la Banque centrale européenne ?
    person: Christine Lagarde
    accept: Lagarde, Christine
    reverse: true
    tags:
      - Europe
      - institutions
    source: lemonde
    evidence:
      paragraph: 4
      words: '« la présidente »: elle'
    as_of: 2025-01
    id: bce
  - question: |-
      Que dit ce vers ?
        Ô temps, suspends ton vol !
    answer: '#rien'
  - question: Quels sont les trois pouvoirs ?
    list:
      - exécutif
      - législatif
      - judiciaire
    ordered: true
  - cloze: La Bastille fut prise le {{14 juillet 1789}}.
""".replace("\"L'article : ce qu'il dit\"", "'L''article : ce qu''il dit'")


def test_a_deck_is_written_as_a_person_would():
    """Quotation marks only where YAML needs them, keys in the order of the manual, lines of their own for verse."""
    deck, problems = read(WRITTEN, "x")

    assert problems == ()
    assert write(deck) == WRITTEN


@pytest.mark.parametrize(
    ("text", "yaml"),
    [
        ("Paris", "Paris"),
        ("L'État, c'est moi", "L'État, c'est moi"),
        ("1789", "1789"),
        ("-5", "-5"),
        ("12:30", "12:30"),
        ("no", "no"),
        ("42\u00a0% en\u202f2025", "42\u00a0% en\u202f2025"),
        ("« Je vous ai compris »", "« Je vous ai compris »"),
        ("C# ou F#", "C# ou F#"),
        ("Alien: Covenant", "'Alien: Covenant'"),
        ("fin:", "'fin:'"),
        ("a #b", "'a #b'"),
        ("- a", "'- a'"),
        ("*a", "'*a'"),
        ("'a' b", "'''a'' b'"),
        ('"a" b', "'\"a\" b'"),
        ("{{a}} b", "'{{a}} b'"),
        ("~", "'~'"),
        ("?", "'?'"),
        ("a\tb", '"a\\tb"'),
        ("a\n b", "|-\n  a\n   b"),
        ("a\n\nb", "|-\n  a\n\n  b"),
        ("a\r\nb", '"a\\r\\nb"'),
        ("a\u2028b", '"a\\u2028b"'),
    ],
)
def test_how_a_text_is_written(text, yaml):
    """A text is plain where that is safe."""
    assert scalar(text) == yaml


SIGNS = "'\"\\:#-?*&!|>%@`{}[],~=<.…« »“”\u00a0\u202f\n\té字😀\u0301\u200d\r\u2028\x85"
LETTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffd\u202a\u202b\u202c\u202d\u202e")
TEXT = (
    st.text(st.one_of(st.sampled_from(SIGNS), st.sampled_from(string.ascii_letters), LETTERS), min_size=1, max_size=30)
    .map(str.strip)
    .filter(lambda text: text and not any("\u2066" <= char <= "\u2069" or char in "\ufffe\uffff" for char in text))
)
IDS = st.text("abcé字1-_.", max_size=8).map(lambda text: "x" + text)
GAPLESS = TEXT.filter(lambda text: "{" not in text and "}" not in text and ":" not in text)


@st.composite
def answers(draw):
    """An answer of any kind, as it is read."""
    kind = draw(st.sampled_from(["answer", "person", "date", "money", "number", "quote", "choice", "list", "cloze"]))
    accept = draw(st.lists(TEXT, max_size=2).map(tuple))
    text = draw(TEXT)
    if kind == "list":
        return Answer(kind, "", tuple(draw(st.lists(TEXT, min_size=1, max_size=3))), accept, (), draw(st.booleans()))
    if kind == "cloze":
        text = f"a {draw(GAPLESS)} {{{{{draw(GAPLESS)}}}}}".strip()
        return Answer(kind, text, items(text), accept)
    if kind == "choice":
        options = draw(st.lists(TEXT, min_size=2, max_size=4))
        return Answer(kind, text, (), accept, (*options, text + "x"))
    return Answer(kind, text, (), accept)


@st.composite
def decks(draw):
    """A deck as reading makes it."""
    own = draw(IDS)
    keys = draw(
        st.lists(TEXT.filter(lambda text: text != "<<" and len(text.splitlines()) == 1), max_size=3, unique=True)
    )
    sources = tuple(Source(key, *draw(st.tuples(*[st.one_of(st.just(""), TEXT)] * 6))) for key in keys)
    language = draw(st.sampled_from(["fr", "en"]))
    cards = {}
    for _ in range(draw(st.integers(1, 3))):
        answer = draw(answers())
        question = blanked(answer.text) if answer.kind == "cloze" else draw(TEXT)
        written = draw(st.one_of(st.just(""), IDS))
        known = identity(own, question, written)
        used = tuple(draw(st.lists(st.sampled_from(keys), max_size=2, unique=True))) if keys else ()
        proofs = draw(st.lists(st.tuples(st.sampled_from(used), st.integers(0, 99), TEXT), max_size=2)) if used else []
        card = Card(
            known,
            question,
            answer,
            language,
            NOWHERE,
            known,
            *(draw(st.one_of(st.just(""), TEXT)) for _ in range(2)),
            tuple(draw(st.lists(TEXT, max_size=2))),
            used,
            tuple(Evidence(*proof, NOWHERE) for proof in proofs),
            draw(st.one_of(st.just(""), TEXT)),
            written,
            draft=draw(st.booleans()),
        )
        cards.setdefault(known, [card])
        if answer.kind in ("answer", "person", "date", "money", "number") and draw(st.booleans()):
            cards[known] = [card, reversed_card(card)]
    title, rejected = draw(st.one_of(st.just(""), TEXT)), tuple(draw(st.lists(IDS, max_size=2)))
    return Deck(own, "x", title, language, sources, sum(map(tuple, cards.values()), ()), rejected=rejected)


def placeless(deck):
    """The deck without its places."""
    return replace(
        deck,
        cards=tuple(
            replace(card, place=NOWHERE, evidence=tuple(replace(one, place=NOWHERE) for one in card.evidence))
            for card in deck.cards
        ),
    )


@settings(max_examples=40, deadline=None)
@given(decks())
def test_what_is_written_is_read(deck):
    """Reading what was written gives the same deck, without a problem."""
    again, problems = read(write(deck), "x")

    assert problems == ()
    assert placeless(again) == deck


@settings(max_examples=30, deadline=None)
@given(TEXT)
def test_an_identity_is_that_of_what_it_became(question):
    """Normalising twice is normalising once."""
    assert normalised(normalised(question)) == normalised(question)


@settings(max_examples=50, deadline=None)
@given(st.text(st.one_of(st.sampled_from("deckars:questionw -\n{}[]'\"#&*!|>?\t"), st.characters()), max_size=200))
def test_reading_never_raises(text):
    """Whatever the text, there is a deck or there are problems."""
    deck, problems = read(text, "x")

    assert deck is not None or problems
