"""Incises: what the narrator sets within a quotation to say whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quiz.derive.document import Passage
from quiz.derive.fact import Span
from quiz.derive.speech import subjects
from quiz.derive.speech import words as w
from quiz.derive.speech.bound import Cue, closes
from quiz.derive.speech.cues import cues
from quiz.derive.speech.read import Link
from quiz.derive.speech.stream import Token, tokens
from quiz.language.pattern import pattern

_SIGN: Final = pattern(r"[,!?…]")


def incise(passage: Passage, span: Span, language: str) -> Link | None:
    """An incise in what is said: « …, explique-t-elle, … »."""
    text = passage.words(span)
    if language != "fr" or _SIGN.search(text) is None:
        return None
    line = tokens(text, span.start)
    for found in cues(line, language):
        cue = found
        if cue.first == 0:
            continue
        sign = line[cue.first - 1]
        if not cue.inverted and sign.kind == "comma" and not cue.gerund:
            follows = subjects.after(line, cue.last, language)
            if (
                follows is not None
                and follows.first == cue.last + 1
                and line[follows.first].kind == "word"
                and closes(line, follows, language)
            ):
                cue = cue._replace(inverted=True, subject=follows)
        if not cue.inverted or cue.subject is None:
            continue
        if sign.kind not in ("comma", "stop", "dash") or (sign.kind == "stop" and sign.key == "."):
            continue
        if line[cue.subject.first].key in w.NOBODY and line[cue.subject.first].key != "on":
            continue
        end = _incise_end(line, cue, language)
        if end is None:
            continue
        begin = cue.first - 1 if sign.kind != "stop" else cue.first
        aside = Span(line[begin].start, line[end].end)
        return Link(
            cue.subject.span(line),
            Span(line[cue.first].start, line[cue.last].end),
            cue.hedged,
            inverted=True,
            aside=aside,
        )
    return None


def _incise_end(line: Sequence[Token], cue: Cue, language: str) -> int | None:
    """The last token of an incise: the next sign, over an apposition to the subject."""
    assert cue.subject is not None
    at = max(cue.subject.last, cue.last)
    if at + 1 >= len(line):
        return at
    place = at + 1
    while place < len(line) and line[place].kind in ("word", "elided", "number", "open", "close"):
        place += 1
    if place - at > 25:
        return None
    if place >= len(line):
        return len(line) - 1
    if line[place].kind == "stop":
        return place - 1
    if line[place].kind != "comma":
        return place - 1
    # An apposition: no determiner, and closed by a sign before the speech goes on.
    closing = next(
        (one for one in range(place + 1, min(len(line), place + 18)) if line[one].kind in ("comma", "stop")), None
    )
    head = line[place + 1] if place + 1 < len(line) else None
    if closing is not None and head is not None and head.kind == "word":
        role = subjects.before(line, closing, language, place + 1)
        bare = (
            head.key not in w.DETERMINERS
            and head.key not in w.PRONOUNS
            and head.key not in w.SUBORDINATORS
            and (head.key not in w.CONJUNCTIONS and head.key not in w.PREPOSITIONS)
        )
        if bare and role is not None and role.first == place + 1 and line[closing].kind == "stop":
            return closing - 1
        if bare and role is not None and role.first == place + 1 and closing + 1 < len(line):
            return closing
    return place
