"""Which kind of answer a text certainly is: a whole date, an amount with its sign, a number; else just a text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from quiz.answers.kinds import KINDS
from quiz.answers.verdict import Answer
from quiz.language.pattern import pattern
from quiz.language.text import fold

#: No number is certain that is written with a leading zero (a code), with a last zero behind the point (a version), or
#: with three figures behind a point or comma, which are thousands in one language and thousandths in another.
_FIGURES: Final = r"(?:0|[1-9]\d{0,11}|[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+)(?:[.,](?!\d{3}(?!\d))\d{0,7}[1-9])?"
_NUMBER: Final = pattern(rf"[-−]?{_FIGURES}(?:[ \u00a0\u202f]?%)?")
_MONEY: Final = pattern(
    rf"(?:[$€£¥][ \u00a0]?{_FIGURES}|{_FIGURES}[ \u00a0\u202f]?[$€£¥])"
    rf"|{_FIGURES} (?:euros|dollars)|[$€£]{_FIGURES} (?:million|billion)"
    rf"|{_FIGURES} (?:millions?|milliards?) (?:d'euros|de dollars)"
)
_MONTH: Final = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|janvier|f[ée]vrier|mars|avril"
    r"|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)"
)
_DATE: Final = pattern(
    rf"\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}(?:er|st|nd|rd|th)? (?:of )?{_MONTH},? \d{{4}}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?, \d{{4}}"
)
#: What every reader of numbers reads.
_WHOLE: Final = pattern(r"[1-9]\d{0,11}", re.ASCII)
_YEAR: Final = pattern(r"[12]\d{3}")
_ASKS_YEAR: Final = pattern(r"(?:when|quand|(?:in |en |de |of |l')?(?:what|which|quelle) (?:year|annee))\b.*")


def kind_of(question: str, answer: str, language: str) -> str:
    """The kind ("date", "money", "number") where there is no doubt and the grader reads it, else "answer".

    A year alone is a date only where the question asks for one.
    """
    if len(answer) > 40 or not any(map(str.isdigit, answer)):
        return "answer"
    if _YEAR.fullmatch(answer) and 1000 <= int(answer) <= 2100:
        return "date" if _ASKS_YEAR.fullmatch(fold(question[:80])) else "answer"
    return "number" if _WHOLE.fullmatch(answer) else _kind(answer, language)


@lru_cache(maxsize=65536)
def _kind(answer: str, language: str) -> str:
    lower = answer.lower().replace("’", "'")
    for kind, shape in (("number", _NUMBER), ("money", _MONEY), ("date", _DATE)):
        if shape.fullmatch(lower) and reads(kind, answer, language):
            return kind
    return "answer"


def reads(kind: str, answer: str, language: str) -> bool:
    """Whether the grader can read the text as this kind."""
    return not KINDS[kind].check(Answer(kind, answer), language)
