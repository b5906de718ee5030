"""The decks that are shipped: sound, alike in both languages, and fair to what people type."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from quiz.answers.cloze import gaps
from quiz.answers.kinds import KINDS, grade
from quiz.answers.verdict import Asked, Other
from quiz.deck.card import Card, Deck
from quiz.deck.read import read
from quiz.language.text import words

DECKS = Path(__file__).parent.parent / "decks"
TWINS = ("examples", "twitter-avril-2023")
FILES = [f"{twin}.{language}" for twin in TWINS for language in ("fr", "en")]


@cache
def shipped(name: str) -> Deck:
    """A shipped deck by its file's name; it must read without any problem."""
    (path,) = DECKS.rglob(f"{name}.yaml")
    deck, problems = read(path.read_text(encoding="utf-8"), path.name)
    assert problems == ()
    assert deck is not None
    return deck


def asked(deck: Deck, card: Card) -> Asked:
    """The circumstances in which a session asks this card: all the deck's other answers are known."""
    others = tuple(Other(one.identity, one.question, one.answer) for one in deck.cards if one.identity != card.identity)
    return Asked(deck.language, card.question, others, shown_options=(*card.answer.options, card.answer.text))


def test_every_shipped_deck_is_known_here() -> None:
    """No deck is shipped that these tests do not read."""
    assert sorted(f"{name}.yaml" for name in FILES) == sorted(path.name for path in DECKS.rglob("*.yaml"))


@pytest.mark.parametrize("name", FILES)
def test_every_card_reads(name: str) -> None:
    """A shipped deck has no problem, its file's language, and an id, a topic and a readable answer on each card."""
    deck = shipped(name)

    assert deck.language == name.rpartition(".")[2]
    assert deck.title
    for card in deck.cards:
        assert KINDS[card.answer.kind].check(card.answer, deck.language) == (), card.written_id
        assert card.written_id, card.question


@pytest.mark.parametrize("twin", TWINS)
def test_twins_agree(twin: str) -> None:
    """Both languages ask the same cards in the same order, with the same kinds, sources and dates of validity."""

    def bones(deck: Deck) -> list[tuple[object, ...]]:
        return [
            (
                card.identity,
                card.sibling,
                card.answer.kind,
                len(card.answer.items),
                len(card.answer.options),
                card.answer.ordered,
                len(card.tags),
                card.sources,
                card.as_of,
            )
            for card in deck.cards
        ]

    french, english = shipped(f"{twin}.fr"), shipped(f"{twin}.en")

    assert french.id == english.id
    assert [source.key for source in french.sources] == [source.key for source in english.sources]
    assert bones(french) == bones(english)


def test_twins_prove_with_the_same_words() -> None:
    """What an article says is quoted as it says it, whatever the language of the deck."""

    def proofs(deck: Deck) -> list[tuple[str, int, str]]:
        return [(proof.source, proof.paragraph, proof.words) for card in deck.cards for proof in card.evidence]

    french, english = shipped("twitter-avril-2023.fr"), shipped("twitter-avril-2023.en")

    assert proofs(french) == proofs(english)
    for card in french.cards:
        assert [proof.source for proof in card.evidence] == list(card.sources), card.written_id
        assert card.sources, card.written_id


@pytest.mark.parametrize("name", FILES)
def test_answers_as_shown_are_right(name: str) -> None:
    """Whoever types an answer as it is shown, or as the deck accepts it, is right."""
    deck = shipped(name)
    for card in deck.cards:
        shown = KINDS[card.answer.kind].show(card.answer, deck.language)
        accepted = () if card.answer.kind == "list" else card.answer.accept
        for typed in (shown, *accepted):
            assert grade(card.answer, typed, asked(deck, card)).mark == "right", (card.written_id, typed)


#: What people type, and what a fair examiner says of it: deck, card, typed, mark.
TYPED = [
    (f"{deck}.{language}", card, typed, mark)
    for deck, language, card, marks in (
        (
            "twitter-avril-2023",
            "fr",
            "dit-fiction",
            {"les avocats de Musk": "right", "Elon Musk": "wrong", "Musk": "wrong"},
        ),
        ("twitter-avril-2023", "en", "dit-fiction", {"Musk's lawyers": "right", "Elon Musk": "wrong", "Musk": "wrong"}),
        ("twitter-avril-2023", "fr", "dit-pause", {"gates": "right", "Elon Musk": "wrong"}),
        (
            "twitter-avril-2023",
            "fr",
            "outil-fin",
            {"25 avril": "right", "25/04/2023": "right", "25 avril 2022": "wrong"},
        ),
        ("twitter-avril-2023", "en", "outil-fin", {"4/25": "right", "April 25, 2022": "wrong", "April 26": "wrong"}),
        (
            "twitter-avril-2023",
            "fr",
            "tweet-date",
            {"19/04/2023": "right", "19 avril": "close", "19 avril 2022": "wrong"},
        ),
        (
            "twitter-avril-2023",
            "fr",
            "crypto-periode",
            {"de 2021 à 2022": "right", "2021": "close", "2020-2021": "wrong"},
        ),
        ("twitter-avril-2023", "fr", "microsoft-valeur", {"2150 milliards": "right", "2,15 milliards": "close"}),
        ("twitter-avril-2023", "en", "microsoft-valeur", {"2,150 billion": "right", "$2.15T": "right"}),
        ("twitter-avril-2023", "fr", "api-prix-entreprise", {"42000": "right", "42k$": "right", "24 000": "wrong"}),
        ("twitter-avril-2023", "en", "api-prix-personnel", {"100": "right", "$100 per year": "wrong", "€100": "wrong"}),
        ("twitter-avril-2023", "fr", "api-versions", {"v1.1 et v2": "right", "1.1 et 3": "wrong"}),
        ("twitter-avril-2023", "fr", "lettre-duree", {"six": "right", "un semestre": "right", "6 ans": "wrong"}),
        ("twitter-avril-2023", "fr", "openai-statut", {"non lucratif": "right", "à but lucratif": "wrong"}),
        ("twitter-avril-2023", "fr", "querelles", {"espace, covid, bitcoin, voitures électriques et climat": "right"}),
        ("examples", "fr", "mur", {"9 novembre": "right", "9 novembre 1990": "wrong"}),
        ("examples", "fr", "zero", {"-273,15": "right", "273,15": "wrong"}),
        ("examples", "en", "lune", {"July 1969; Armstrong; Moon": "right", "July 1968; Armstrong; Moon": "wrong"}),
        ("examples", "en", "planetes", {"Mercury Venus Earth Mars": "right", "Mars, Earth, Venus, Mercury": "wrong"}),
    )
    for typed, mark in marks.items()
]


@pytest.mark.parametrize(("name", "id_", "typed", "mark"), TYPED)
def test_what_people_type_is_judged_fairly(name: str, id_: str, typed: str, mark: str) -> None:
    """A shipped card takes the ways in which its answer is said, and refuses its neighbours."""
    deck = shipped(name)
    card = next(card for card in deck.cards if card.written_id == id_)

    assert grade(card.answer, typed, asked(deck, card)).mark == mark


@pytest.mark.parametrize("name", FILES)
def test_no_answer_stands_in_its_question(name: str) -> None:
    """No question, and no hint, gives its own answer away."""
    deck = shipped(name)
    for card in deck.cards:
        answers = [gap.text for gap in gaps(card.answer.text)] or [card.answer.text, *card.answer.items]
        told = " ".join(("", *words(card.question), "…", *words(card.hint), ""))
        for right in filter(None, answers):
            assert " ".join(("", *words(right), "")) not in told, card.written_id
