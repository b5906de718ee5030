"""A hint for each card: the written one, else the shape of the answer. A hint never holds the answer.

The shape says no word, so it is the same in every language: `C… …` for a name of two words, `·· ··· dollars` for an
amount of five digits, `… 2023` for a day of that year, `179·` for a year of that decade.
"""

from __future__ import annotations

import re
from typing import Final

from quiz.answers import cloze
from quiz.answers.verdict import Answer
from quiz.deck.card import Card
from quiz.language.text import words

_DIGIT: Final = re.compile(r"\d")
_INITIAL: Final = re.compile(r"[^\W_]")
_ARTICLE: Final = re.compile(r"(?:(?:les?|la|une?|des|du|the|an?)\s+|l['’]\s*)(?=\S)", re.IGNORECASE)
_ASIDE: Final = re.compile(r"\s*\([^()]*\)")
_MANY: Final = 6


def has_hint(card: Card) -> bool:
    """Whether there is a hint: always, but for choices without a written one, whose options are hint enough."""
    return bool(card.hint.strip()) or card.answer.kind != "choice"


def hint_for(card: Card) -> str:
    """What may be shown of the answer; "" where `has_hint` says no.

    A written hint that holds the whole answer is passed over: it would ask nothing more.
    """
    if card.hint.strip() and not _gives_away(card.hint, card):
        return card.hint
    if not has_hint(card):
        return ""
    shapes = [_shape(card, part) for part in _right(card.answer) if part.strip()]
    hint = ", ".join(shapes)
    return hint if hint and not _gives_away(hint, card) else ", ".join("…" for _ in shapes) or "…"


def _right(answer: Answer) -> tuple[str, ...]:
    if answer.kind == "cloze":
        return tuple(gap.text for gap in cloze.gaps(answer.text))
    return answer.items or (answer.text,)


def _gives_away(hint: str, card: Card) -> bool:
    """Whether the words of a right answer stand in the hint, one after the other."""
    said = f" {' '.join(words(hint))} "
    right = (" ".join(words(text)) for text in (*card.answer.accept, *_right(card.answer)))
    return any(f" {run} " in said for run in right if run)


def _shape(card: Card, text: str) -> str:
    # What stands in parentheses may be left out of the answer, so it is left out of its shape.
    text = _ASIDE.sub("", text).strip() or text
    if card.answer.kind == "date":
        return _date(text, card) or " ".join(_letters(part) for part in _DIGIT.sub("·", text).split())
    if card.answer.kind in ("money", "number") and _DIGIT.search(text):
        return _DIGIT.sub("·", text)
    return _letters(_DIGIT.sub("·", text))


def _date(text: str, card: Card) -> str:
    """The year of a day or a month, unless the question says it; the decade of a year; "" for other dates."""
    from quiz.language import dates

    readings = dates.parse(text, card.language)
    date = readings[0].value if readings else None
    if date is None or date.year is None or date.year < 1:
        return ""
    if not (date.month or date.season or date.quarter or date.half):
        return f"{date.year // 10}·"
    return f"… {date.year}" if str(date.year) not in card.question else ""


def _letters(text: str) -> str:
    """The first letter of the first word that says something, and how many words there are."""
    text = text.strip()
    article = _ARTICLE.match(text)
    parts = text[article.end() if article else 0 :].split()
    first = _INITIAL.search(parts[0])
    if first is None:
        start = parts[0] if "·" in parts[0] else "…"
    else:
        # A lone letter would be the whole word.
        start = f"{first[0]}…" if len(_INITIAL.findall(parts[0])) > 1 else "…"
    if len(parts) > _MANY:
        return f"{start} ({len(parts)})"
    return " ".join([start, *("…" for _ in parts[1:])])
