"""Evidence in its place: the sentence with the words marked, and what stands on either side of it."""

from __future__ import annotations

import pytest

from quiz.article import Article
from quiz.derive.excerpt import Excerpt, excerpt
from quiz.derive.passages import document

ARTICLE = """\
The ferry will return.

It was closed in 2019. It cost 4 million euros a year. Nobody minded.
"We were wrong", said Ada Brook. "We know it now." She was applauded.
The boats are due in May.
"""

#: The paragraph that the evidence says, its words → what is shown: before, the pieces, after (another paragraph: [ ]).
PLACES = [
    (2, "4 million euros", "It was closed in 2019.|It cost <4 million euros> a year.|Nobody minded."),
    (2, "It was", "[The ferry will return.]|<It was> closed in 2019.|It cost 4 million euros a year."),
    (4, "due in May", "[She was applauded.]|The boats are <due in May>.|"),
    (
        2,
        "2019. It cost 4",
        "[The ferry will return.]|It was closed in <2019. It cost 4> million euros a year.|Nobody minded.",
    ),
    (3, "«We were wrong»", '[Nobody minded.]|<"We were wrong">, said Ada Brook.|"We know it now."'),
    (1, "4 million euros", "It was closed in 2019.|It cost <4 million euros> a year.|Nobody minded."),
    (9, "due in May", "[She was applauded.]|The boats are <due in May>.|"),
    (0, "She was applauded.", '"We know it now."|<She was applauded.>|[The boats are due in May.]'),
]


def drawn(seen: Excerpt) -> str:
    """An excerpt in a line."""

    def side(text: str, apart: bool) -> str:
        return f"[{text}]" if apart else text

    told = "".join(f"<{text}>" if words else text for text, words in seen.pieces)
    return "|".join((side(seen.before, seen.apart_before), told, side(seen.after, seen.apart_after)))


@pytest.mark.parametrize(("paragraph", "words", "shown"), PLACES)
def test_words_are_shown_in_their_sentence(paragraph: int, words: str, shown: str) -> None:
    """The sentence that holds them, with a neighbour on either side; the words may stand in another paragraph."""
    seen = excerpt(document(Article(ARTICLE), "ferry", language="en"), paragraph, words)

    assert seen is not None
    assert drawn(seen) == shown


@pytest.mark.parametrize("words", ["4 million dollars", "million euro", "", "   "])
def test_words_that_are_not_there_have_no_place(words: str) -> None:
    """Half a word is not there either."""
    assert excerpt(document(Article(ARTICLE), "ferry", language="en"), 2, words) is None


def test_an_article_of_nothing_holds_nothing() -> None:
    """No passage, no place."""
    assert excerpt(document(Article(" \n"), "x", language="en"), 1, "word") is None


def test_a_sentence_over_broken_lines_is_shown_whole() -> None:
    """Lines broken at a width are one paragraph, known by the number of its first line."""
    line = "The harbour master of the old town told the council on Tuesday that the new pier would"
    text = f"{line}\ncost 12 million euros, twice what the old one cost in 1970, and that nobody\nwould pay.\n"

    seen = excerpt(document(Article(text), "pier", language="en"), 2, "12 million euros")

    assert seen is not None
    assert seen.paragraph == 1
    assert seen.pieces[0][0].startswith("The harbour master")
    assert seen.pieces[1] == ("12 million euros", True)
    assert seen.pieces[2][0].endswith("would pay.")
