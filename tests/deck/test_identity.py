"""What keeps a card's history, and what makes a new card: the table of the manual, line by line."""

import hashlib

import pytest

from quiz.deck.identity import identity, is_id, normalised
from quiz.deck.read import read

QUESTION = "Qui a dit « L'État, c'est moi » en 1655 ?"

KEEPS = [
    ("case", "QUI A DIT « L'ÉTAT, C'EST MOI » EN 1655 ?"),
    ("no-break spaces", "Qui\u00a0a dit «\u00a0L'État, c'est moi\u00a0» en\u202f1655\u202f?"),
    ("doubled spaces and line ends", "Qui  a dit\n « L'État,  c'est moi » en 1655 ?"),
    ("spaces inside guillemets", "Qui a dit «L'État, c'est moi» en 1655 ?"),
    ("typographic apostrophes", "Qui a dit « L’État, c’est moi » en 1655 ?"),
    ("straight quotation marks", "Qui a dit \"L'État, c'est moi\" en 1655 ?"),
    ("English quotation marks", "Qui a dit “L'État, c'est moi” en 1655 ?"),
    ("no final sign", "Qui a dit « L'État, c'est moi » en 1655"),
    ("other final signs", "Qui a dit « L'État, c'est moi » en 1655 ?…"),
    ("no space before the final sign", "Qui a dit « L'État, c'est moi » en 1655?"),
    ("decomposed letters", "Qui a dit « L'E\u0301tat, c'est moi » en 1655 ?"),
    ("soft hyphens and zero-width spaces", "Qui a dit « L'É\u00adtat, c'est\u200b moi » en 1655 ?"),
]

CHANGES = [
    ("a word", "Qui a crié « L'État, c'est moi » en 1655 ?"),
    ("a number", "Qui a dit « L'État, c'est moi » en 1656 ?"),
    ("an accent", "Qui a dit « L'Etat, c'est moi » en 1655 ?"),
    ("a sign within", "Qui a dit « L'État c'est moi » en 1655 ?"),
    ("the quotation marks taken away", "Qui a dit L'État, c'est moi en 1655 ?"),
    ("a raised digit for a digit", "Qui a dit « L'État, c'est moi » en 165⁵ ?"),
]


@pytest.mark.parametrize("question", dict(KEEPS).values(), ids=dict(KEEPS))
def test_typing_keeps_the_history(question):
    """How a question is typed does not matter to its history."""
    assert identity("d", QUESTION) == identity("d", question)


@pytest.mark.parametrize("question", dict(CHANGES).values(), ids=dict(CHANGES))
def test_another_question_is_another_card(question):
    """Other words are another question."""
    assert identity("d", QUESTION) != identity("d", question)


CARD = "deck: d\ntitle: T\ncards:\n  - question: Quand fut prise la Bastille ?\n    answer: le 14 juillet 1789\n"

EDITIONS = [
    ("correcting the answer", CARD.replace("le 14 juillet 1789", "14 juillet 1789"), True),
    ("another kind", CARD.replace("answer:", "date:"), True),
    ("a hint, a note, tags", CARD + "    hint: l'été\n    note: n\n    tags: [a]\n", True),
    ("accepted variants", CARD + "    accept: 14/07/1789\n", True),
    ("the title and the language", CARD.replace("title: T", "title: U\nlanguage: fr"), True),
    ("cards before it", CARD.replace("cards:\n", "cards:\n  - question: a\n    answer: b\n"), True),
    ("another question", CARD.replace("Quand", "En quelle année"), False),
    ("another deck id", CARD.replace("deck: d", "deck: e"), False),
    ("an id", CARD + "    id: bastille\n", False),
]


@pytest.mark.parametrize(("text", "keeps"), [row[1:] for row in EDITIONS], ids=[row[0] for row in EDITIONS])
def test_what_an_edition_keeps(text, keeps):
    """Only the deck's id, the card's id and the question are its identity."""
    before, _ = read(CARD, "a.yaml")
    after, problems = read(text, "elsewhere/b.yaml")

    assert problems == ()
    assert keeps == (before.cards[0].identity == after.cards[-1].identity)


def test_a_written_id_outlives_the_question_and_the_language():
    """Two editions in two languages share deck id and card ids, and so their history."""
    french, _ = read("deck: d\nlanguage: fr\ncards: [{id: capitale, question: Où ?, answer: Paris}]", "fr")
    english, _ = read("deck: d\nlanguage: en\ncards: [{id: capitale, question: Where?, answer: Paris}]", "en")

    assert "d/capitale" == french.cards[0].identity == english.cards[0].identity


def test_a_cloze_is_known_by_its_sentence_without_the_gap():
    """Correcting what stands in a gap keeps the history; another gap is another card."""
    wrong, right, other = (
        read(f'deck: d\ncards:\n  - cloze: "{sentence}"', "x")[0].cards[0].identity
        for sentence in ("Prise le {{14 juin}} 1789.", "Prise le {{14 juillet}} 1789", "Prise le 14 juillet {{1789}}.")
    )

    assert wrong == right
    assert wrong != other


def test_the_hash_can_be_made_by_others():
    """32 hexadecimal digits of the SHA-256 of the compact JSON list of deck id and normalised question."""
    expected = hashlib.sha256('["capitales","où est l\'oural"]'.encode()).hexdigest()[:32]

    assert expected == identity("capitales", "Où  est l’Oural ?")


def test_fields_do_not_run_together():
    """The boundary between deck id and question is part of what is hashed."""
    assert identity("ab", "c") != identity("a", "bc")


def test_a_question_of_signs_only_keeps_them():
    """Two questions of nothing but signs are told apart by them."""
    assert normalised("?") != normalised("!")


def test_the_other_side_is_a_sibling():
    """`reverse: true` makes a second card whose identity ends in /reverse and whose sibling is the first."""
    deck, _ = read("deck: d\ncards:\n  - {question: Perth, answer: Australie, reverse: oui, hint: h, note: n}\n", "x")
    first, second = deck.cards

    assert (first.identity + "/reverse", first.identity) == (second.identity, second.sibling)
    assert (second.question, second.answer.text, second.hint, second.note) == ("Australie", "Perth", "", "n")
    assert first.identity == first.sibling


@pytest.mark.parametrize(
    ("text", "fine"),
    [
        ("retraites-2025", True),
        ("a", True),
        ("7.b_c", True),
        ("été", True),
        ("Москва", True),
        ("日本", True),
        ("हिन्दी", True),
        ("x" * 100, True),
        ("x" * 101, False),
        ("", False),
        (".", False),
        ("..", False),
        ("-rf", False),
        ("a b", False),
        ("a\u00a0b", False),
        ("a/b", False),
        ("a\\b", False),
        ("a:b", False),
        ("a\nb", False),
        ("😀", False),
    ],
)
def test_ids(text, fine):
    """An id is letters of any script, digits, - _ and ., begun by a letter or digit, no more than 100."""
    assert fine == is_id(text)


def test_an_id_is_one_however_its_letters_are_put_together():
    """An id in composed and in decomposed letters is one id, also where another card supersedes it."""
    card = "  - question: Combien ?\n    number: 1\n    id: e\u0301te\u0301\n"
    newer = "  - question: Et combien ?\n    number: 2\n    supersedes: \u00e9te\u0301\n"
    deck, problems = read("deck: d\ncards:\n" + card + newer, "d.yaml")
    assert [(one.code, one.facts) for one in problems] == []
    assert deck.cards[0].identity == "d/\u00e9t\u00e9"
    assert deck.cards[0].superseded_by == deck.cards[1].identity
