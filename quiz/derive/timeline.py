"""Put these in order: the dated events of one article, where there are three or more that stand alone."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import Final

from quiz.answers.cloze import gaps
from quiz.answers.verdict import Answer
from quiz.derive.asking import words
from quiz.derive.document import Scene
from quiz.derive.draft import Draft
from quiz.language.pattern import pattern
from quiz.language.text import words as folded_words

LEAST: Final = 3
MOST: Final = 4
#: Words of an event: four of them are read at a glance.
LONG: Final = 16
#: Letters are typed instead of the events: nobody types clauses.
LETTERS: Final = "ABCDE"
_QUESTION: Final = {
    "fr": "Remettez ces événements dans l'ordre, du plus ancien au plus récent (par leurs lettres)\u00a0:",
    "en": "Put these events in order, from the earliest to the latest (by their letters):",
}
LONGEST: Final = 420
_DATE: Final = pattern(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
#: What stands before a date and goes with it.
_BEFORE: Final = {
    "fr": pattern(
        r"(?:,?\s*(?<!\w)(?:en|le|dès|au|à la|à l['’]|à|fin|début|courant|au mois de|au mois d['’]|un|du)\s*)*$"
    ),
    "en": pattern(r"(?:,?\s*(?<!\w)(?:in|on|during|the|late|early|mid|around)\s*)*$"),
}
_SINCE: Final = {
    "fr": pattern(
        r"\b(?:depuis|jusqu['’](?:en|au|à)|avant|après|dès|entre|de|du|d['’]ici(?: à| au)?"
        r"|à partir (?:de|du|d['’]))\s*(?:la |le |l['’])?$"
    ),
    "en": pattern(r"\b(?:since|until|till|before|after|by|from|between|to|through|of)\s*(?:the )?$"),
}


def timeline(drafts: Sequence[Draft], scene: Scene) -> Draft | None:
    """The events of the good date clauses in their order; None where fewer than three have different dates."""
    language = scene.document.language
    events: dict[tuple[int, int, int], tuple[str, Draft]] = {}
    for draft in sorted(drafts, key=lambda one: (-one.score, one.fact.start)):
        if draft.frame != "clause" or draft.fact.kind != "date" or draft.rejected or draft.score < 0.8:
            continue
        if scene.document.published and draft.fact.iso[:4] > scene.document.published[:4]:
            # "Agreed to merge in 2031": the date is not that of what is told.
            continue
        date = _exact(draft.fact.iso)
        event = _event(draft, language) if date else ""
        if not event or date is None or _clashes(date, events):
            continue
        if any(_same(event, other) for other, _ in events.values()):
            continue
        events[date] = (event, draft)
    if len(events) < LEAST:
        return None
    told = sorted(sorted(events, key=lambda at: (-events[at][1].score, at))[:MOST])
    while len(told) >= LEAST:
        draft = _draft([events[at] for at in told], language)
        if len(draft.question) <= LONGEST:
            return draft
        told.remove(max(told, key=lambda at: len(events[at][0])))
    return None


def _draft(events: Sequence[tuple[str, Draft]], language: str) -> Draft:
    """The card: the events under letters in an order that their words decide, the letters in that of time."""
    shown = sorted((event for event, _ in events), key=lambda event: hashlib.sha256(event.encode()).digest())
    if shown == [event for event, _ in events]:
        shown.reverse()
    letters = dict(zip(shown, LETTERS, strict=False))
    between = "\u00a0; " if language == "fr" else "; "
    question = f"{_QUESTION[language]} {between.join(f'{letter}. {event}' for event, letter in letters.items())}."
    answer = Answer("list", "", tuple(letters[event] for event, _ in events), ordered=True)
    first = events[0][1]
    others = tuple(draft.fact for _, draft in events[1:])
    return Draft(first.fact, "timeline", question, answer, language, first.words, first.paragraph, others)


def _exact(iso: str) -> tuple[int, int, int] | None:
    """A date that can be compared: year, month (0 where unsaid), day (0 where unsaid)."""
    match = _DATE.fullmatch(iso)
    return (int(match[1]), int(match[2] or 0), int(match[3] or 0)) if match else None


def _clashes(date: tuple[int, int, int], events: dict[tuple[int, int, int], tuple[str, Draft]]) -> bool:
    """Whether a date is the same as another, or within it: May 2020 and 2020 have no order."""
    for other in events:
        for one, two in zip(date, other, strict=True):
            if not one or not two:
                return True
            if one != two:
                break
        else:
            return True
    return False


def _event(draft: Draft, language: str) -> str:
    """The clause without its date; "" where that leaves no sentence, or the date is not when it happened."""
    text = draft.answer.text
    gap = gaps(text)[0]
    before, after = text[: gap.start], text[gap.end :]
    if _SINCE[language].search(before):
        return ""
    lead = _BEFORE[language].search(before)
    before = before[: lead.start()] if lead else before
    said = (before.rstrip(" ,") + " " + after.lstrip(" ,")).strip() if before.strip() else after.lstrip(" ,")
    said = re.sub(r"\s+([.,;])", r"\1", said).rstrip(". ")
    said = said[:1].upper() + said[1:]
    count = len(said.split())
    return said if 3 <= count <= LONG and "," not in said and not re.search(r"\b\d{4}\b", said) else ""


def _same(one: str, other: str) -> bool:
    first, second = (set(folded_words(text)) - words.EMPTY["fr"] - words.EMPTY["en"] for text in (one, other))
    return len(first & second) > 0.6 * min(len(first), len(second))
