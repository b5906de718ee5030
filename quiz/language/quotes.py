"""Quotations in running text, in French, English and German marks, nested ones within; and a quotation's words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from quiz.language.pattern import pattern
from quiz.language.reading import Reading
from quiz.language.text import fold

_PAIRS: Final = {"«": "»", "“": "”", "„": "“”", "‹": "›"}
_SINGLE: Final = {"‘": "’"}
_OPENING: Final = pattern('[«“„‹"‘]')
_INNER: Final = " \t\u00a0\u202f\u2009"
_CONTRACTED: Final = (
    (pattern(r"\b(can)'?t\b|\bcannot\b"), "can not"),
    (pattern(r"\bwon't\b"), "will not"),
    (pattern(r"\bshan't\b"), "shall not"),
    (pattern(r"n't\b"), " not"),
    (pattern(r"\bi'm\b"), "i am"),
    (pattern(r"(?<=[a-z])'re\b"), " are"),
    (pattern(r"(?<=[a-z])'ll\b"), " will"),
    (pattern(r"(?<=[a-z])'ve\b"), " have"),
    (pattern(r"\blet's\b"), "let us"),
    (pattern(r"\b(it|that|he|she|there|what|here|who|where)'s\b"), r"\1 is"),
)
_WORD: Final = pattern(r"(?:(?<![^\s(])-)?\d+(?:[.,\s]\d{3})*(?:[.,]\d+)?|[^\W_]+|[$€£¥]")


def find(text: str, language: str = "en") -> list[Reading[str]]:  # noqa: ARG001 - all marks are known in both
    """The quotations of `text`, outermost and in order; the value is what stands between the marks.

    A quotation inside another is part of it. An unclosed one is none, nor are inches, feet or apostrophes.
    """
    found: list[Reading[str]] = []
    at = 0
    while (mark := _OPENING.search(text, at)) is not None:
        char, at, end = mark[0], mark.start(), -1
        if char in _PAIRS:
            end = _closing(text, at, char, _PAIRS[char])
        elif char == '"' and _opens(text, at):
            end = _straight(text, at)
        elif char in _SINGLE:
            end = _single(text, at)
        if end < 0:
            at += 1
            continue
        inside = text[at + 1 : end].strip(_INNER + "\n")
        if inside:
            found.append(Reading(at, end + 1, "quote", inside))
        at = end + 1
    return found


def parse(text: str, language: str = "en") -> list[Reading[str]]:
    """The quotation that the whole `text` is, with or without its marks."""
    inside = unquoted(text)
    return [Reading(0, len(text), "quote", inside)] if words(inside, language) else []


@lru_cache(maxsize=4096)
def unquoted(text: str) -> str:
    """`text` without the marks that enclose all of it."""
    text = text.strip(_INNER + "\n")
    if _OPENING.match(text) is None:
        return text
    found = find(text)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(text)):
        return found[0].value
    return text


@lru_cache(maxsize=4096)
def words(text: str, language: str = "en") -> tuple[str, ...]:
    """The folded words of a quotation, English contractions opened, a number being one word whatever its grouping."""
    folded = fold(text)
    if language == "en" or "n't" in folded:
        for contracted, opened in _CONTRACTED:
            folded = contracted.sub(opened, folded)
    return tuple(re.sub(r"[.,\s](?=\d{3})", "", word) if word[-1].isdigit() else word for word in _WORD.findall(folded))


def _closing(text: str, start: int, opening: str, closing: str) -> int:
    """Where the mark at `start` is closed: nested marks of the same kind are counted. -1 if it is not.

    A French quotation of several paragraphs repeats « at each of them and closes once.
    """
    depth = 0
    for at in range(start + 1, len(text)):
        char = text[at]
        if char in closing and char != opening:
            if depth == 0:
                return at
            depth -= 1
        elif char == opening and not (at > 0 and text[at - 1] == "\n"):
            depth += 1
        elif char in closing:
            return at
    return -1


def _opens(text: str, at: int) -> bool:
    """A straight mark opens where a space or an opening sign stands before it and something after it."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return (
        (before.isspace() or before in "([{'’—–-:«“/")
        and not (after.isspace() and after == "\n")
        and not (before.isdigit())
    )


def _straight(text: str, start: int) -> int:
    """The straight mark that closes the one at `start`: the next with no space before it (unless French-spaced)."""
    spaced = start + 1 < len(text) and text[start + 1].isspace()
    for at in range(start + 1, len(text)):
        if text[at] == "\n" and text[at - 1] == "\n":
            return -1
        if text[at] == '"' and (spaced or not text[at - 1].isspace()):
            return at
    return -1


def _single(text: str, start: int) -> int:
    """The ’ that closes ‘: one that no letter follows, so that apostrophes inside do not close."""
    if start and text[start - 1].isalnum():
        return -1
    for at in range(start + 1, len(text)):
        if text[at] == "\n":
            return -1
        if text[at] == "’" and not text[at + 1 : at + 2].isalnum():
            return at
    return -1
