"""Which parts of a date a question asks for, where its words say so: "En quelle année…", "(day and month)"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from quiz.language.pattern import pattern
from quiz.language.text import fold

#: A question that narrows nothing: all that the answer says is asked.
ALL: Final[frozenset[str]] = frozenset()
_NAMES: Final = {
    "annee": "year", "annees": "year", "an": "year", "year": "year", "years": "year", "mois": "month", "month": "month",
    "jour": "day", "day": "day", "siecle": "century", "century": "century", "decennie": "decade", "decade": "decade",
    "saison": "season", "season": "season", "date": "date",
}  # fmt: skip
_PART: Final = r"(?:jour|mois|annees?|an|siecle|decennie|saison|day|month|years?|century|decade|season)"
_PARENTHESES: Final = pattern(r"\(([^()]*)\)")
_BESIDE: Final = frozenset(
    [
        "a",
        "and",
        "assez",
        "de",
        "du",
        "en",
        "enough",
        "et",
        "exact",
        "is",
        "l",
        "la",
        "le",
        "of",
        "only",
        "or",
        "ou",
        "seul",
        "seule",
        "seulement",
        "suffisent",
        "suffit",
        "the",
        "uniquement",
        "with",
        "avec",
    ]
)
_WEEKDAY: Final = r"\b(?:quel jour de la semaine|(?:what|which) (?:day of the week|weekday))\b"
_ASKED: Final = (
    rf"\b(?:quel(?:le)?s?|lequel|laquelle|what|which)\s+({_PART})\b"
    rf"(?:\s*(?:et|and|,|of|de|in)\s*(?:(?:en|de|of|in)\s+)?(?:(?:quel(?:le)?|what|which|the)\s+)?({_PART})\b)?"
    rf"(?:\s*(?:et|and|,|of|de)\s*(?:(?:quel(?:le)?|what|which|the)\s+)?({_PART})\b)?"
)
_OPENING: Final = rf"(?:l'|le |la |the |en |in )?({_PART})\s+(?:de|du|des|d'|of|ou|when|in which)\b"
_WORDS: Final = pattern(r"[a-z]+")


@lru_cache(maxsize=4096)
def narrowed(question: str) -> frozenset[str]:
    """The fields asked for ("year", "month", "day", "weekday", "decade", "century", "season"), or `ALL`.

    A day alone ("Quel jour…", "What day…") asks for the whole date: people say so.
    """
    text = fold(question)
    if re.search(_WEEKDAY, text):
        return frozenset({"weekday"})
    for inside in _PARENTHESES.findall(text):
        said = _WORDS.findall(inside)
        named = frozenset(_NAMES[word] for word in said if word in _NAMES)
        if named and all(word in _NAMES or word in _BESIDE for word in said):
            return named
    fields = frozenset(_NAMES[name] for groups in re.findall(_ASKED, text) for name in groups if name)
    opening = re.match(_OPENING, text)
    if not fields and opening:
        fields = frozenset({_NAMES[opening[1]]})
    return ALL if "day" in fields and "month" not in fields else fields
