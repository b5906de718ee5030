"""A sentence as frames look at it: words, signs, and what is one thing (names, values, quotations), with places."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from quiz.derive.asking.words import BOUNDING
from quiz.derive.document import Scene
from quiz.derive.fact import Span
from quiz.language.pattern import pattern

TokenKind = Literal["word", "sign", "name", "value", "quote"]
_TOKENS: Final = {
    "fr": pattern(
        r"(?P<word>(?:aujourd|quelqu|presqu)['’][^\W\d_]+|(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=\w)"
        r"|[^\W_]+(?:[-‐'’\u00ad][^\W_]+)*)|(?P<sign>\S)",
        re.IGNORECASE,
    ),
    "en": pattern(r"(?P<word>['’]s\b|[^\W_]+(?:[-‐'’\u00ad.](?=[^\W_])[^\W_]+)*)|(?P<sign>\S)"),
}
_VALUES: Final = ("money", "date", "duration", "percent", "number")
_NAMES: Final = ("person", "organisation", "name")


class Token(NamedTuple):
    """A stretch of the article: `low` is its text in lower case with plain apostrophes."""

    text: str
    low: str
    start: int
    end: int
    kind: TokenKind


@lru_cache(maxsize=64)
def tokens(scene: Scene, sentence: Span, language: str) -> tuple[Token, ...]:
    """The tokens of a stretch of one passage. A quotation is one token, and so is a name and a value outside of it."""
    document = scene.document
    whole: list[tuple[int, int, TokenKind]] = []
    for one in scene.readings_in(sentence.start, sentence.end):
        kind: TokenKind = "quote" if one.kind == "quote" else "value" if one.kind in _VALUES else "name"
        start, end = max(one.start, sentence.start), min(one.end, sentence.end)
        if kind == "value":
            # "dépasse 700 euros": the verb is of the sentence, and the bound of the value.
            first, space, _ = document.words(Span(start, end)).partition(" ")
            start += len(first) + 1 if space and first.lower() in BOUNDING else 0
        whole.append((start, end, kind))
    whole.sort(key=lambda one: (one[0], -one[1], one[2] != "quote"))
    found: list[Token] = []
    at = sentence.start
    for start, end, kind in whole:
        if start < at:
            continue
        if at < start:
            found.extend(_plain(document.words(Span(at, start)), at, language))
        found.append(_token(document.words(Span(start, end)), start, kind))
        at = end
    if at < sentence.end:
        found.extend(_plain(document.words(Span(at, sentence.end)), at, language))
    return tuple(found)


def _plain(text: str, start: int, language: str) -> list[Token]:
    return [
        _token(match[0], start + match.start(), "word" if match.lastgroup == "word" else "sign")
        for match in _TOKENS[language].finditer(text)
    ]


def _token(text: str, start: int, kind: TokenKind) -> Token:
    return Token(text, text.lower().replace("’", "'"), start, start + len(text), kind)
