"""A sentence read for who says what in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quiz.derive.fact import Span
from quiz.derive.speech.bound import Cue
from quiz.derive.speech.cues import cues
from quiz.derive.speech.phrases import nobody
from quiz.derive.speech.sources import Source, sources
from quiz.derive.speech.stream import Sentence, Token


class Read(NamedTuple):
    """A sentence with its cues and sources."""

    sentence: Sentence
    cues: tuple[Cue, ...]
    sources: tuple[Source, ...]
    last: Span | None = None


def read(sentence: Sentence, language: str) -> Read:
    """A sentence with its cues and its sources."""
    found = cues(sentence.tokens, language)
    return Read(sentence, tuple(found), tuple(sources(sentence.tokens, language)))


class Link(NamedTuple):
    """Who says a quotation and by which cue."""

    speaker: Span | None
    cue: Span | None
    hedged: bool = False
    inverted: bool = False
    aside: Span | None = None


def linked(line: Sequence[Token], cue: Cue, *, inverted: bool = False) -> Link:
    """The link of a quotation to a cue; nobody speaks where its subject is "on" or the like."""
    if cue.subject is None:
        return Link(None, Span(line[cue.first].start, line[cue.last].end), cue.hedged, inverted)
    speaker = None if nobody(line, cue.subject) else cue.subject.span(line)
    return Link(speaker, Span(line[cue.first].start, line[cue.last].end), cue.hedged, inverted)
