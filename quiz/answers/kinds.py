"""The registry of kinds, and the one way into grading: what comes before all kinds, the kind, what comes after."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final, Protocol

from quiz.answers import choice, cloze, date, listed, money, number, person, quote, text
from quiz.answers.deckmates import VALUES, accepted, deckmates, written
from quiz.answers.verdict import Answer, Asked, Other, Reason, Verdict
from quiz.language.framed import unframed
from quiz.language.pattern import pattern
from quiz.language.text import clean, fold, plain, words


class Kind(Protocol):
    """What a kind of answer can do. A kind is a module."""

    def check(self, answer: Answer, language: str) -> tuple[Reason, ...]:
        """What makes the author's answer unreadable as this kind; () is fine."""

    def grade(self, answer: Answer, typed: str, asked: Asked) -> Verdict:
        """The verdict on what was typed."""

    def show(self, answer: Answer, language: str) -> str:
        """The answer as the learner sees it."""


#: Every kind by the key that a deck writes.
KINDS: Final[dict[str, Kind]] = {
    "answer": text,
    "person": person,
    "date": date,
    "money": money,
    "number": number,
    "quote": quote,
    "choice": choice,
    "list": listed,
    "cloze": cloze,
}

_UNKNOWN: Final = frozenset(
    (
        "i don't know", "i dont know", "i do not know", "don't know", "dont know", "dunno", "i dunno", "idk", "no idea",
        "i have no idea", "no clue", "not sure", "i'm not sure", "i forgot", "forgot", "pass", "skip",
        "je ne sais pas", "je sais pas", "j'sais pas", "chais pas", "sais pas", "ne sais pas", "jsp", "aucune idee",
        "je n'ai aucune idee", "pas d'idee", "je l'ignore", "j'ai oublie", "oublie", "je ne m'en souviens pas",
        "je ne me souviens pas", "je ne sais plus", "joker",
    )
)  # fmt: skip
_VALUE: Final = pattern(r"\w")
_ONE: Final = frozenset(("un", "une", "one", "a", "an"))
#: "24 heures" alone is how long, "20h30" is when.
_HOURS: Final = pattern(r"\d+ (?:heures?|hours?|h)", re.IGNORECASE)
_WHOLE: Final = pattern(r"[-+]?\d+")
#: What makes an answer of letters close and no other answer.
_SLIPS: Final = frozenset(("typo", "spelling"))
_ORDER: Final = {"wrong": 0, "close": 1, "right": 2}
_RIGHT: Final = Verdict("right")
_EXACT: Final = Verdict("right", relative_error=0.0)


def grade(answer: Answer, typed: str, asked: Asked) -> Verdict:
    """Judge what was typed. Never raises, whatever was typed."""
    if _key(typed, answer.kind) in _identical(answer, asked.language):
        return _EXACT if answer.kind in ("money", "number") else _RIGHT
    said = fold(typed).strip(" .!")
    if said.replace("?", "").replace(" ", "") == "" or said in _UNKNOWN:
        return Verdict("wrong", (Reason("nothing-typed"),))
    verdict = KINDS[answer.kind].grade(answer, typed, asked)
    if verdict.mark != "right" and answer.kind != "quote" and (bare := unframed(typed)) != typed:
        again = KINDS[answer.kind].grade(answer, bare, asked)
        verdict = again if _ORDER[again.mark] > _ORDER[verdict.mark] else verdict
    if verdict.mark != "right":
        for other in _alternatives(answer):
            if _ORDER[judge(other, typed, asked).mark] > _ORDER[verdict.mark]:
                # The author's answer is what is shown: how far off another one is would be told beside it.
                verdict = replace(KINDS[answer.kind].grade(other, typed, asked), diff=())
            if verdict.mark == "right":
                break
    if verdict.mark != "right" and asked.former is not None and _was(asked.former.answer, typed, asked, verdict):
        as_of = asked.former.as_of
        reason = Reason("outdated", {"as_of": as_of}) if as_of else Reason("outdated-undated")
        return Verdict("wrong", (reason,), relative_error=verdict.relative_error)
    if verdict.mark == "wrong" and asked.others:
        return _confused(verdict, typed, asked)
    return verdict


def _was(answer: Answer, typed: str, asked: Asked, now: Verdict) -> bool:
    """Whether what was typed is what the answer was: but for a slip of the pen, or for the unit of its very value."""
    then = replace(asked, others=(), implied_year=None, former=None)
    if _key(typed, answer.kind) in _identical(answer, asked.language):
        return True
    for one in (answer, *_alternatives(answer)):
        verdict = judge(one, typed, then)
        if verdict.mark == "right":
            return True
        if verdict.mark == "close":
            slip = all(reason.code in _SLIPS for reason in verdict.reasons)
            if slip or (verdict.relative_error == 0 and now.relative_error != 0):
                return True
    return False


def judge(answer: Answer, typed: str, asked: Asked) -> Verdict:
    """The verdict of the answer's own kind, for its mark and reasons only: without the diff where that costs much."""
    if answer.kind == "answer":
        return text.judge(answer, typed, asked)
    if answer.kind == "person":
        return person.judge(answer, typed, asked)
    return KINDS[answer.kind].grade(answer, typed, asked)


@lru_cache(maxsize=8192)
def _identical(answer: Answer, language: str) -> frozenset[str]:
    """The texts that are right as they stand. Of a choice only the option: its letters depend on the order."""
    texts = (KINDS[answer.kind].show(answer, language), *written(answer))
    return frozenset(key for one in texts if (key := _key(one, answer.kind)))


def _key(typed: str, kind: str) -> str:
    """How texts are compared for identity: signs count in values ("-5" is not "5", "5!" is not "5")."""
    return fold(typed) if kind in VALUES or not _VALUE.search(typed) else plain(typed)


@lru_cache(maxsize=8192)
def _alternatives(answer: Answer) -> tuple[Answer, ...]:
    """What `accept` lists, each as the answer of a card of its own."""
    if not answer.accept or answer.kind in ("list", "choice"):
        return ()
    return tuple(replace(answer, text=part, accept=()) for part in accepted(answer))


def _confused(verdict: Verdict, typed: str, asked: Asked) -> Verdict:
    """Say so where the typed text is the right answer of another card."""
    other = _whose(typed, asked)
    if other is None:
        return verdict
    reason = Reason("other-card", {"question": other.question})
    return replace(verdict, reasons=(reason, *verdict.reasons), confused_with=other.card)


#: A confusion is worth naming, not worth waiting for: no more of the deck's answers are compared with a wrong one.
MOST_COMPARED: Final = 60


def _whose(typed: str, asked: Asked) -> Other | None:
    mates = deckmates(asked.others)
    same = [other for other in mates.by_text.get(plain(typed), ()) if other.card != asked.card]
    if same:
        return same[0]
    valued = kind_of(typed, asked.language) != "answer"
    candidates = mates.sharing_figures(typed) if valued else []
    candidates += [other for word in words(typed)[:12] for other in mates.by_word.get(word, ())]
    candidates += mates.by_kind.get("person", ())[:MOST_COMPARED]
    seen = {asked.card}
    for other in candidates:
        if other.card in seen or other.answer.kind in ("choice", "list", "cloze"):
            continue
        seen.add(other.card)
        if len(seen) > MOST_COMPARED:
            return None
        bare = Asked(language=asked.language, question=other.question)
        if judge(other.answer, typed, bare).mark == "right":
            return other
    return None


@lru_cache(maxsize=8192)
def kind_of(written_text: str, language: str) -> str:
    """Which kind of value a text is when nobody says so: date, money or number, else a plain answer.

    A bare number from 1000 to 2100 is a year. A word alone ("mars", "gratuit") is a word unless it is a number.
    """
    cleaned = clean(written_text)
    if not any(char.isdigit() for char in cleaned) and " " not in cleaned:
        single = Answer("number", written_text)
        return "answer" if cleaned.casefold() in _ONE or number.check(single, language) else "number"
    if _WHOLE.fullmatch(cleaned):
        return "date" if len(cleaned) == 4 and 1000 <= int(cleaned) <= 2100 else "number"
    spelled = not any(char.isdigit() for char in cleaned)
    for kind in ("money", "number", "date") if spelled or _HOURS.fullmatch(cleaned) else ("money", "date", "number"):
        if not KINDS[kind].check(Answer(kind, written_text), language):
            return kind
    return "answer"
