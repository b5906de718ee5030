"""Quotations with their speakers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quiz.derive.document import Passage, Scene
from quiz.derive.fact import Fact, Span
from quiz.derive.speech.asks import speaker
from quiz.derive.speech.links import Speech, narration
from quiz.derive.speech.turns import Turn, turns

#: Fewer words are a name, a title or an irony; two are enough for a whole sentence with its inversion.
_LEAST: Final = 4
_LEAST_INVERTED: Final = 2
_LEAST_WHOLE: Final = 3


def quotes(scene: Scene) -> Iterator[Fact]:
    """What is said between marks and linked to a cue, and the turns of dialogues and interviews."""
    for turn in turns(scene):
        fact = _turn(scene, turn)
        if fact is not None:
            yield fact
    for speech in narration(scene.document).speeches:
        fact = _fact(scene, speech)
        if fact is not None:
            yield fact


def _fact(scene: Scene, speech: Speech) -> Fact | None:
    passage = speech.sentence.passage
    span = _trimmed(passage.words(speech.mark.inner), speech.mark.inner)
    words = _without(passage, span, speech.aside)
    count = sum(1 for word in words.split() if any(map(str.isalnum, word)))
    least = _LEAST
    if words[:1].isupper() and speech.inverted:
        least = _LEAST_INVERTED
    elif words[:1].isupper() and speech.direct and words.endswith((".", "!", "?", "…")):
        least = _LEAST_WHOLE
    if count < least:
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


def _turn(scene: Scene, turn: Turn) -> Fact | None:
    passage = turn.passage
    words = _without(passage, turn.span, turn.aside)
    if len(words.split()) < _LEAST:
        return None
    return Fact(
        kind="quote",
        start=turn.span.start,
        end=turn.span.end,
        surface=passage.words(turn.span),
        paragraph=passage.number,
        sentence=Span(passage.start, passage.end),
        value=words,
        article=scene.document.key,
        speaker=turn.speaker.name,
        speaker_at=turn.speaker_at,
        summary=passage.part == "summary",
        extractor="quotes",
    )


def _without(passage: Passage, span: Span, aside: Span | None) -> str:
    """The words of a span without an aside in it."""
    if aside is None:
        return passage.words(span)
    before = passage.words(Span(span.start, aside.start)) if aside.start > span.start else ""
    after = passage.words(Span(aside.end, span.end)) if aside.end < span.end else ""
    if before.rstrip().endswith(("!", "?", "…")):
        after = after.lstrip(". ")
    return f"{before}{after}" if after[:1] in ",.;" or not after else f"{before.rstrip()} {after.lstrip()}"


def _trimmed(words: str, span: Span) -> Span:
    """Without the comma that belongs to the sentence around it."""
    end = len(words.rstrip(" \u00a0\u202f"))
    if words[:end].endswith(","):
        end -= 1
    return Span(span.start, span.start + end)
