"""No text is too odd: whatever is read, deriving ends without an error, and what it finds stands in the text."""

from functools import cache
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.article import Article
from quiz.derive.deriving import derive
from quiz.derive.extractors import EXTRACTORS
from quiz.derive.fact import Span

ARTICLES: Final = Path(__file__).parent.parent / "data" / "articles"

#: What mixes the lines up: marks that never close, lists, stamps, signs, signatures.
ODD: Final = (
    "«", "»", "“", '"', "'", "(", ")", "—", "– ", "- ", "> ", "# ", "| a | 12 |", "12h30", "...", "?!", "\u00ad", "1.",
    "\u200b", "— Anne Martin (@anne) 3 mars 2024", "selon", "said that", "a dit que", "Il dit :", "Elle", "Q: Why?",
    "le 3 mars et", "$3 million", "50 %", "de", "l'", "\ud800", "e\u0301", "👩\u200d👧", "http://a.b/c", "Photo : AFP",
    "12", ",", "\t",
)  # fmt: skip


@cache
def lines() -> tuple[str, ...]:
    """The lines of the test articles."""
    texts = [path.read_text("utf-8") for path in sorted(ARTICLES.glob("*/article.*"))]
    return tuple(line for text in texts for line in text.splitlines() if line.strip())


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Lines of several articles and odd pieces, cut and put together anyhow."""
    parts: list[str] = []
    for _ in range(draw(st.integers(0, 7))):
        if draw(st.booleans()):
            line = lines()[draw(st.integers(0, len(lines()) - 1))]
            start = draw(st.sampled_from([0, 0, 0, 7, 40]))
            parts.append(line[start : start + draw(st.sampled_from([30, 400, 400]))])
        else:
            parts.append(draw(st.one_of(st.sampled_from(ODD), st.text(max_size=20))))
        parts.append(draw(st.sampled_from(["\n", "\n\n", " ", "", "\r\n", "\u2028"])))
    return "".join(parts)


@given(pages(), st.sampled_from(["fr", "en"]), st.sampled_from(["", "2024-03-12"]))
@settings(max_examples=60, deadline=None)
def test_any_page_can_be_derived_from(text: str, language: str, published: str) -> None:
    """Facts stand in their passage, their sentence around them, and every draft is examined."""
    found = derive({"a": Article(text, language=language, published=published)}, EXTRACTORS)
    document = found.documents["a"]
    for fact in found.facts:
        assert 0 <= fact.start < fact.end <= len(text)
        assert fact.surface.split() == document.words(Span(fact.start, fact.end)).split()
        assert document.passage_at(fact.start) is document.passage_at(fact.end - 1)
        assert fact.sentence.start <= fact.start
    assert all(0 <= draft.score <= 1 for draft in found.drafts)
    assert not any(draft.rejected for draft in found.chosen)


#: Texts that are one thing a thousand times over.
LONG: Final = {
    "a word": "a" * 20_000,
    "a name": "A" * 20_000,
    "a name and a half": "Aé.-" * 4_000 + ":",
    "open marks": "«" * 5_000,
    "nested marks": "« “" * 1_000 + "oui" + "” »" * 1_000,
    "quotations": "« Oui, je le dis », a dit Anne Martin. " * 300,
    "single marks": "'a " * 4_000,
    "full stops": "." * 10_000,
    "brackets": "(a " * 2_000,
    "commas": "Anne, " * 2_000,
    "dates": "le 3 mars 2024 et " * 400,
    "sums": "3 millions d'euros, " * 300,
    "claims": "Anne Martin said that " * 300,
    "a list": "- un point de la liste\n" * 600,
    "pronouns": "Il dit :\n" * 2_500,
    "names": "Anne Martin\n" * 600,
    "bars": "a | 12\n" * 600,
    "posts": "Oui.\n— Anne (@anne) May 3, 2023\n" * 200,
    "soft hyphens": "a\u00ad" * 4_000,
    "spaces": "a" + " " * 20_000 + "b",
    "lines": "\n" * 20_000 + "a",
}


@pytest.mark.parametrize("name", LONG)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_long_text_without_sense_is_read_to_its_end(name: str, language: str) -> None:
    """No rule goes back over what it has read: such texts would take hours, or the whole stack."""
    text = LONG[name]
    found = derive({"a": Article(text, language=language)}, EXTRACTORS)
    assert all(text[fact.start : fact.end] for fact in found.facts)
