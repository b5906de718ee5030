"""Reported speech without marks: who said that what."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.derive.document import Scene
from quiz.derive.fact import Fact
from quiz.derive.speech.asks import described, speaker
from quiz.derive.speech.clauses import Clause, clauses
from quiz.derive.speech.links import narration


def reported(scene: Scene) -> Iterator[Fact]:
    """The clauses after "que" and "that", after "dit avoir" and "vowed to", and those of a source ("selon X")."""
    for read in narration(scene.document).sentences:
        if read.sentence.passage.text[:1] in "—–":
            continue
        taken: set[int] = set()
        for clause in clauses(read):
            fact = _fact(scene, clause)
            if fact is not None and fact.start not in taken:
                taken.add(fact.start)
                yield fact


def _fact(scene: Scene, clause: Clause) -> Fact | None:
    said_by = speaker(scene, clause.speaker)
    if not said_by.name and clause.sure:
        said_by = described(scene, clause.speaker)
    if not said_by.name or not (clause.sure or said_by.named):
        return None
    sentence = clause.read.sentence
    passage = sentence.passage
    words = passage.words(clause.span)
    return Fact(
        kind="reported",
        start=clause.span.start,
        end=clause.span.end,
        surface=words,
        paragraph=passage.number,
        sentence=sentence.span,
        value=words,
        article=scene.document.key,
        hedged=clause.hedged,
        speaker=said_by.name,
        speaker_at=clause.speaker,
        cue_at=clause.cue,
        summary=passage.part == "summary",
        extractor="reported",
    )
