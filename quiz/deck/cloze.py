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
    found = gaps(sentence)
    if not found and "}}" not in sentence:
        return "cloze-without-gap"
    rest = _GAP.sub("", sentence)
    if "{{" in rest or "}}" in rest or any(gap.problem == "unclosed" for gap in found):
        return "cloze-unclosed"
    if any(gap.problem for gap in found):
        return "cloze-gap-empty"
    return "" if any(char.isalnum() for char in rest) else "cloze-all-gap"


def items(sentence: str) -> tuple[str, ...]:
    """What belongs in each gap, in their order."""
    return tuple(gap.text for gap in gaps(sentence))
