"""A sentence with gaps as a deck writes it; what stands inside a gap is the business of `answers/cloze.py`."""

from __future__ import annotations

import re
from typing import Final

from quiz.answers.cloze import gaps

#: Stands for a gap where the question is told in one text. Part of a cloze's identity: never to be changed.
GAP: Final = "[…]"

_GAP: Final = re.compile(r"\{\{.*?\}\}", re.DOTALL)


def blanked(sentence: str) -> str:
    """The sentence as it is asked, each gap as `[…]`."""
    return _GAP.sub(GAP, sentence)


def fault(sentence: str) -> str:
    """The code of what is wrong with the gaps, or ""."""
    if "{{" not in sentence and "}}" not in sentence:
        return "cloze-without-gap"
    if not _matched(sentence) or "{{{" in sentence:
        return "cloze-unclosed"
    if any(gap.problem for gap in gaps(sentence)):
        return "cloze-gap-empty"
    return "" if any(char.isalnum() for char in _GAP.sub("", sentence)) else "cloze-all-gap"


def _matched(sentence: str) -> bool:
    """Whether every gap is closed before the next one opens. Looks at each sign once, however many there are."""
    at = 0
    while (start := sentence.find("{{", at)) >= 0:
        end = sentence.find("}}", start)
        if end < 0 or sentence.find("}}", at, start) >= 0 or sentence.find("{{", start + 2, end) >= 0:
            return False
        at = end + 2
    return sentence.find("}}", at) < 0


def items(sentence: str) -> tuple[str, ...]:
    """What belongs in each gap, in their order."""
    return tuple(gap.text for gap in gaps(sentence))
