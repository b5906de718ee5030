"""Posts of social networks that an article embeds: each paragraph with the name and the day of its attribution line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quiz.derive.document import Passage, Scene
from quiz.derive.fact import Fact, Span
from quiz.derive.speech.asks import NOBODY, Speaker
from quiz.language import dates
from quiz.language.pattern import pattern
from quiz.language.text import fold

_NAME: Final = pattern(r"[\s\u00a0>*_–—-]*([^\W\d_][^(@·|,]*?)\s*(?:[(@·|,]|$)")
#: A link of the post itself, on a line of its own.
_LINK: Final = pattern(r"\s*(?:https?://|pic\.twitter\.com/|t\.co/)\S+\s*$")
_MARKS: Final = '«»“”"‘’\u00a0\u202f '


def posts(scene: Scene) -> Iterator[Fact]:
    """What a post says, a fact for each of its paragraphs."""
    waiting: list[Passage] = []
    before: Passage | None = None
    for passage in scene.document.passages:
        if passage.part == "post":
            waiting.append(passage)
            continue
        if waiting and _LINK.match(passage.text) is not None:
            continue
        if waiting:
            line = (
                passage
                if passage.part == "attribution"
                else before
                if before and before.part == "attribution"
                else None
            )
            yield from _facts(scene, waiting, line)
            waiting = []
        before = passage
    yield from _facts(scene, waiting, before if before and before.part == "attribution" else None)


def _facts(scene: Scene, paragraphs: list[Passage], line: Passage | None) -> Iterator[Fact]:
    said_by, at, iso = NOBODY, None, ""
    if line is not None:
        match = _NAME.match(line.text)
        if match is not None:
            at = Span(line.start + match.start(1), line.start + match.end(1))
            said_by = _longest(scene, at, match[1])
        days = [one for one in dates.find(line.text, line.language) if len(one.value.iso()) == len("2000-01-01")]
        iso = days[0].value.iso() if days else ""
    for passage in paragraphs:
        words = passage.text.lstrip("> ")
        start = passage.start + len(passage.text) - len(words)
        inner = words.strip(_MARKS) if words[:1] in _MARKS and words[-1:] in _MARKS else words
        start += words.index(inner)
        if not inner:
            continue
        yield Fact(
            kind="quote",
            start=start,
            end=start + len(inner),
            surface=inner,
            paragraph=passage.number,
            sentence=Span(passage.start, passage.end),
            value=inner,
            article=scene.document.key,
            iso=iso,
            speaker=said_by.name,
            speaker_at=at,
            cue_at=Span(line.start, line.end) if line is not None else None,
            extractor="posts",
        )


def _longest(scene: Scene, at: Span, name: str) -> Speaker:
    """The longest name that the article has for who signed a post; the signature where it has no other."""
    known = scene.people.resolve(at)
    if known is not None and known.named:
        return Speaker(known.name, named=True)
    key = fold(name)
    for mention in scene.people.mentions:
        if any(fold(other) == key for other in mention.party.names):
            return Speaker(mention.party.name, named=True)
    return Speaker(name, named=True)
