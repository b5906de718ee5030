"""Signs that nobody sees: names, dates and words are read without them, and places are those of the text as it was."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.article import Article
from quiz.derive.deriving import derive
from quiz.derive.extractors import EXTRACTORS
from quiz.derive.fact import Span
from quiz.derive.scene import scene
from quiz.derive.unseen import seen

#: Texts as they are written and as they are seen.
TEXTS: Final = [
    ("La société Finis\u00adtérienne", "La société Finistérienne"),
    ("le 3 mars\u200b 2024", "le 3 mars 2024"),
    ("\ufeffUn titre\n\u200b\nUne\u2060 ligne", "Un titre\n\u200b\nUne ligne"),
    ("un\u200dmot 👩\u200d👧", "unmot 👩\u200d👧"),
    ("plain", "plain"),
    ("déjà vu", "déjà vu"),
]

PLAIN: Final = (
    "La Compagnie Finistérienne a vendu 65 bateaux le 3 mars 2024, a annoncé mardi Anne Martineau, sa présidente.\n"
    "« Nous avons attendu dix ans, c'est long », a dit Anne Martineau."
)


@pytest.mark.parametrize(("text", "wanted"), TEXTS)
def test_a_text_as_it_is_seen(text: str, wanted: str) -> None:
    """What parts no word for a reader is dropped; lines and what is joined to one picture stay."""
    assert seen(text)[0] == wanted


@given(st.text("aé \n\u00ad\u200b\u200d\u2060👩"), st.integers(0, 30), st.integers(0, 30))
def test_places_are_those_of_the_text_as_it_was(text: str, one: int, other: int) -> None:
    """A span of what is seen holds, in the text as it was, the same signs and some that nobody sees."""
    document = scene(Article(text), "a", language="fr").document
    shown = document.article.text
    start, end = sorted((min(one, len(shown)), min(other, len(shown))))
    span = document.as_read(Span(start, end))
    assert seen(text)[0] == shown
    dropped = {place + number for number, place in enumerate(document.dropped)}
    assert "".join(text[at] for at in range(*span) if at not in dropped) == shown[start:end]
    if start < end:
        assert document.as_seen(span.start) == start


def test_facts_are_those_of_the_words_without_the_signs() -> None:
    """A soft hyphen in every word hides no name, no date and no speaker, and the article that was read is kept."""
    hidden = "".join(
        char + "\u00ad" if char.isalnum() and after.isalnum() else char
        for char, after in zip(PLAIN, [*PLAIN[1:], " "], strict=True)
    )
    plain = derive({"a": Article(PLAIN, language="fr")}, EXTRACTORS)
    found = derive({"a": Article(hidden, language="fr")}, EXTRACTORS)
    assert plain.facts
    assert found.facts == plain.facts
    document = found.documents["a"]
    assert document.read.text == hidden
    for fact in found.facts:
        start, end = document.as_read(Span(fact.start, fact.end))
        assert hidden[start:end].replace("\u00ad", "") == fact.surface
