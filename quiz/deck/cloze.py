"""A sentence with gaps: `La Bastille fut prise le {{14 juillet 1789}}.`"""

from __future__ import annotations

import re
from typing import Final

#: Stands for a gap where the question is shown.
GAP: Final = "[…]"

_GAP: Final = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_ANKI: Final = re.compile(r"c\d+::")


def gaps(sentence: str) -> tuple[str, ...]:
    """What belongs in each gap, in their order."""
    return tuple(" ".join(match.split()) for match in _GAP.findall(sentence))


def blanked(sentence: str) -> str:
    """The sentence as it is asked, each gap as `[…]`."""
    return _GAP.sub(GAP, sentence)


def fault(sentence: str) -> str:
    """The code of what is wrong with the gaps, or ""."""
    found = gaps(sentence)
    rest = _GAP.sub("", sentence)
    if "{{" in rest or "}}" in rest or any("{{" in gap for gap in found):
        return "cloze-unclosed"
    if not found:
        return "cloze-without-gap"
    if not all(found):
        return "cloze-gap-empty"
    if any(_ANKI.match(gap) for gap in found):
        return "cloze-numbered"
    if not any(char.isalnum() for char in rest):
        return "cloze-all-gap"
    return ""
