"""Quotations: where they begin and end, and their words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.language import quotes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il a dit « bonjour ».", ["bonjour"]),
        ("Il a dit «\u00a0bonjour\u00a0».", ["bonjour"]),
        ("Il a dit « bonjour “toi” à tous » puis \"non\".", ["bonjour “toi” à tous", "non"]),
        ("Il a dit « il a dit « oui » hier ».", ["il a dit « oui » hier"]),
        ("He said: “I don’t ‘know’ it.”", ["I don’t ‘know’ it."]),
        ("\"Yes,\" he said, \"no.\"", ["Yes,", "no."]),
        ("„Ja“, sagte er.", ["Ja"]),
        ("„Ja”, sagte er.", ["Ja"]),
        ("‘It’s mine’, she said", ["It’s mine"]),
        ("a 6\" pipe and a 7\" one", []),
        ("l'homme qu'il a vu", []),
        ("l’homme qu’il a vu", []),
        ("« jamais fermé", []),
        ("jamais ouvert »", []),
        ("(\"mot\")", ["mot"]),
        ("«»", []),
        ("\"\"", []),
        ("« un\n« deux »", ["un\n« deux"]),
        ("He blasted: 'I've lost. I'm a fool!'", ["I've lost. I'm a fool!"]),
        ("'They come,' he fumed. 'Am I to tell Doris she's late?'", ["They come,", "Am I to tell Doris she's late?"]),
        ("the workers' rights and the bosses' views", []),
        ("He hailed 'the workers' great march' in May", ["the workers' great march"]),
        ("‘the members’ lounge is shut’, he said", ["the members’ lounge is shut"]),
        ("rock 'n' roll in the '90s, 'tis said", []),
        ("\"I said, 'No'\" she said", ["I said, 'No'"]),
        ("``We did it,'' he said.", ["We did it,"]),
        ("‹ oui › «non»", ["oui", "non"]),
        ("≪oui≫", ["oui"]),
        (",,ja'', sagte er", ["ja"]),
        ("''We did it,'' he said", ["We did it,"]),
        ("“We did it,\" he said. “Twice.”", ["We did it,", "Twice."]),
        ("\"We did it,” he said. \"Twice.\"", ["We did it,", "Twice."]),
        ("“He said \"no\" to me,” she said", ["He said \"no\" to me,"]),
        ("a 6'' pipe and a 7'' one", []),
    ],
)  # fmt: skip
def test_quotations_in_running_text(text: str, found: list[str]) -> None:
    """The outermost quotations are found in every style of marks; apostrophes and inches are none."""
    assert [one.value for one in quotes.find(text)] == found


def test_the_straight_single_mark_is_none_in_french() -> None:
    """A French text has apostrophes, and no quotations between them."""
    assert quotes.find("l'ami 'de' Paul", "fr") == []


@pytest.mark.parametrize("text", ["«a" * 40_000, "'a " * 40_000, "‘a " * 40_000, '"a ' * 40_000, "``a" * 40_000])
def test_marks_that_are_never_closed_cost_nothing(text: str) -> None:
    """Each kind of mark is gone through once, however many stand open."""
    assert len(quotes.find(text)) <= 40_000


def test_the_span_holds_the_marks() -> None:
    """The span runs from mark to mark, the value is what stands between."""
    text = "Oui, « bonjour »."
    [one] = quotes.find(text)

    assert (text[one.start : one.end], one.value) == ("« bonjour »", "bonjour")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I don't know", "i do not know"),
        ("I can’t, I cannot", "i can not i can not"),
        ("we'll see, it's over", "we will see it is over"),
        ("17,500 et 17 500 et 17.500", "17500 et 17500 et 17500"),
        ("L'État, c'est moi !", "l etat c est moi"),
        ("-5 degrés", "-5 degres"),
    ],
)
def test_words_of_a_quotation(text: str, words: str) -> None:
    """Contractions are opened, a number is one word, punctuation is none."""
    assert " ".join(quotes.words(text)) == words


@pytest.mark.parametrize("text", ["« a b »", "“a b”", '"a b"', "a b", " « a b » "])
def test_marks_around_all_do_not_count(text: str) -> None:
    """A quotation parses alike with and without its marks."""
    assert [one.value for one in quotes.parse(text)] == ["a b"]


@settings(max_examples=100, deadline=None)
@given(st.text("«»“”„\"‘’' ab\n5", max_size=40))
def test_spans_are_in_order_and_apart(text: str) -> None:
    """Spans lie within the text, in order, without overlaps; nothing makes the reader fail."""
    end = 0
    for one in quotes.find(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end
