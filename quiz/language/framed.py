"""Words around an answer that are none of it: *it's*, *c'était*, *I think*, *je dirais*, and the same after it."""

from __future__ import annotations

import re
from typing import Final

from quiz.language.pattern import pattern

#: In a longer line nobody frames an answer.
LONGEST: Final = 400
_BEFORE: Final = pattern(
    r"\s*(?:(?:well|so|hm+|euh|eh bien|ah|alors|donc)[, ]+)?"
    r"(?:(?:i think|i believe|i guess|i'd say|i would say|maybe|probably|surely|perhaps"
    r"|je crois|je pense|je dirais|sans doute|probablement|peut-être|sûrement|surement|à mon avis)"
    r"(?: that| que| qu')?[, ]*)?"
    r"(?:(?:(?:it|that|this|he|she)(?:'s| is| was)|(?:they|these|those)(?:'re| are| were)"
    r"|the answer(?:'s| is| was)|c'est|c'était|c'etait|ce sont|ce fut|c'étaient"
    r"|il s'agi(?:t|ssait) (?:de |d')"
    r"|la réponse(?: est| c'est)|la reponse est)(?:\s*:\s*|\s+|(?<=')))?",
    re.IGNORECASE,
)
_AFTER: Final = pattern(
    r"[\s,]+(?:i think|i believe|i guess|i suppose|je crois|je pense|je suppose|il me semble)\s*[.!?…]*\s*$",
    re.IGNORECASE,
)


def unframed(text: str) -> str:
    """What is left of a typed line without such words around it; the line itself where nothing would be left."""
    if len(text) > LONGEST:
        return text
    plain = text.replace("’", "'")
    start = match.end() if (match := _BEFORE.match(plain)) else 0
    after = _AFTER.search(plain, start)
    bare = text[start : after.start()] if after else text[start:]
    return bare.strip() or text
