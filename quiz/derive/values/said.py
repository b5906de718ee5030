"""Who says what stands at a place: the quotations and the reported clauses of an article, by paragraph."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from quiz.derive.document import Document, Scene
from quiz.derive.fact import Span
from quiz.derive.people import People
from quiz.derive.speech.asks import speaker
from quiz.derive.speech.clauses import clauses
from quiz.derive.speech.links import narration


class Said(NamedTuple):
    """A stretch that somebody says, the name of who does, and whether the article keeps its distance."""

    span: Span
    name: str
    hedged: bool


def said(scene: Scene) -> dict[int, tuple[Said, ...]]:
    """What is said in an article, by the number of the paragraph: the narrower stretches first."""
    return _said(scene.document, scene.people)


@lru_cache(maxsize=2)
def _said(document: Document, people: People) -> dict[int, tuple[Said, ...]]:
    scene = Scene(document, (), people)
    found: dict[int, list[Said]] = {}
    told = narration(document)
    for speech in told.speeches:
        if name := speaker(scene, speech.speaker).name:
            passage = speech.sentence.passage
            found.setdefault(passage.number, []).append(Said(speech.mark.inner, name, speech.hedged))
    for read in told.sentences:
        for clause in clauses(read):
            if name := speaker(scene, clause.speaker).name:
                passage = read.sentence.passage
                found.setdefault(passage.number, []).append(Said(clause.span, name, clause.hedged))
    return {
        number: tuple(sorted(all_, key=lambda one: one.span.end - one.span.start)) for number, all_ in found.items()
    }
