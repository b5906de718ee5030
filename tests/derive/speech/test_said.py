"""Who says what, sentence by sentence, in both languages: quotations (Q) and reported clauses (R) with their speakers.

The sentences stand in tests/data/speech: each on a line of its own (¶ parts paragraphs), under it what is found in it,
as "Q phrase = words"; the phrase is that of the speaker as written, "-" for nobody, and a question mark after the
letter says that the article does not vouch for it. A sentence with nothing under it says nothing of the kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.article import Article
from quiz.derive.extractors.quotes import quotes
from quiz.derive.scene import scene
from quiz.derive.speech.clauses import clauses
from quiz.derive.speech.links import narration

DATA = Path(__file__).parents[2] / "data" / "speech"


def cases() -> Iterator[tuple[str, str, list[str]]]:
    """The sentences with what is in them."""
    for path in sorted(DATA.glob("*.txt")):
        text, found = "", list[str]()
        for line in [*path.read_text("utf-8").splitlines(), "end"]:
            if line.startswith(" "):
                found.append(line.strip())
                continue
            if text:
                yield path.stem, text, found
            text, found = line, []


@pytest.mark.parametrize(("language", "sentence", "expected"), list(cases()), ids=lambda value: str(value)[:60])
def test_what_is_said_and_by_whom(language: str, sentence: str, expected: list[str]) -> None:
    """Quotations and clauses are found with the phrase of their speaker, and nothing else is."""
    text = sentence.replace("¶", "\n")
    stage = scene(Article(text), "text", language=language)

    rows = [(fact.start, "Q", fact.speaker_at, fact.surface, fact.hedged) for fact in quotes(stage)]
    for read in narration(stage.document).sentences:
        rows += [
            (one.span.start, "R", one.speaker, text[slice(*one.span)], one.hedged) for one in clauses(read)
        ]  # fmt: skip

    assert [
        f"{kind}{'?' if hedged else ''} {text[slice(*speaker)] if speaker else '-'} = {words}"
        for _, kind, speaker, words, hedged in sorted(rows)
    ] == expected


def test_there_are_enough_of_them() -> None:
    """Both languages have sentences in all styles, traps among them."""
    found = list(cases())

    for language in ("fr", "en"):
        assert sum(1 for one in found if one[0] == language) >= 120
        assert sum(1 for one in found if one[0] == language and not one[2]) >= 20
