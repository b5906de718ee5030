"""The cues of a sentence: each verb of saying with its subject, whether it stands before or after it, and its mood."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.derive.speech.bound import Cue
from quiz.derive.speech.english import english
from quiz.derive.speech.french import french
from quiz.derive.speech.stream import Token
from quiz.language import sayings


def cues(line: Sequence[Token], language: str) -> list[Cue]:
    """The cues of a sentence, in order."""
    table = sayings.table_of(language)
    found: list[Cue] = []
    at = 0
    for place, token in enumerate(line):
        if place < at or token.kind != "word" or token.key not in table:
            continue
        if token.capital and place > 0 and line[place - 1].kind == "word" and not token.key.isupper():
            continue
        cue = (french if language == "fr" else english)(line, place, table[token.key], found)
        if cue is not None:
            found.append(cue)
            at = cue.last + 1
    return found
