"""Reported speech without marks: who said that what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quiz.derive.document import Scene
from quiz.derive.fact import Fact, Span
from quiz.derive.speech.asks import described, speaker
from quiz.derive.speech.clauses import Clause, clauses
from quiz.derive.speech.links import narration
from quiz.language.pattern import pattern

_SIGN: Final = pattern(r"(?<=\d)[ \u00a0\u202f]?[%€$£]")


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
    # The sign behind its last figure is of the clause.
    sign = _SIGN.match(passage.text, clause.span.end - passage.start)
    end = passage.start + sign.end() if sign else clause.span.end
    words = passage.words(Span(clause.span.start, end))
    return Fact(
        kind="reported",
        start=clause.span.start,
        end=end,
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
