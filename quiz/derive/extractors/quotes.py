"""Quotations with their speakers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quiz.derive.document import Scene
from quiz.derive.fact import Fact, Span
from quiz.derive.speech.asks import speaker
from quiz.derive.speech.links import Speech, narration

#: Fewer words are a name, a title or an irony; two are enough for a whole sentence with its inversion.
_LEAST: Final = 4
_LEAST_INVERTED: Final = 2


def quotes(scene: Scene) -> Iterator[Fact]:
    """What is said between marks and linked to a cue."""
    for speech in narration(scene.document).speeches:
        fact = _fact(scene, speech)
        if fact is not None:
            yield fact


def _fact(scene: Scene, speech: Speech) -> Fact | None:
    passage = speech.sentence.passage
    span = _trimmed(passage.words(speech.mark.inner), speech.mark.inner)
    words = passage.words(span)
    if speech.aside is not None:
        cut = speech.aside
        before = passage.words(Span(span.start, cut.start)) if cut.start > span.start else ""
        after = passage.words(Span(cut.end, span.end)) if cut.end < span.end else ""
        words = f"{before}{after}" if after[:1] in ",.;" or not after else f"{before} {after.lstrip()}"
    count = sum(1 for word in words.split() if any(map(str.isalnum, word)))
    whole = speech.inverted and words[:1].isupper()
    if count < (_LEAST_INVERTED if whole else _LEAST):
        return None
    said_by = speaker(scene, speech.speaker)
    return Fact(
        kind="quote",
        start=span.start,
        end=span.end,
        surface=passage.words(span),
        paragraph=passage.number,
        sentence=speech.sentence.span,
        value=words,
        article=scene.document.key,
        hedged=speech.hedged,
        speaker=said_by.name,
        speaker_at=speech.speaker,
        cue_at=speech.cue,
        summary=passage.part == "summary",
        extractor="quotes",
    )


def _trimmed(words: str, span: Span) -> Span:
    """Without the comma that belongs to the sentence around it."""
    end = len(words.rstrip(" \u00a0\u202f"))
    if words[:end].endswith(","):
        end -= 1
    return Span(span.start, span.start + end)
