"""English verbs of saying in their groups: auxiliaries, modals, negation, and what is a noun instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quiz.derive.speech import subjects
from quiz.derive.speech import words as w
from quiz.derive.speech.bound import Cue, aside, chosen, passive, sharing, with_subject
from quiz.derive.speech.phrases import adverb
from quiz.derive.speech.stream import Token
from quiz.language.sayings import Saying
from quiz.language.text import word_set

_CARRIERS_EN: Final = word_set(
    "went goes quick keen continued continues took takes began begins moved rushed hastened paused careful happy"
)


def english(line: Sequence[Token], place: int, ways: tuple[Saying, ...], known: list[Cue]) -> Cue | None:
    """The cue that the word at `place` is; None where it is none. `known` are the cues before it in the sentence."""
    found = chosen(line, place, ways, "en")
    if found is None:
        return None
    saying, last = found
    forms = saying.forms
    at = place
    negated = being = having = modal = to = hedged = did = False
    while at > 0:
        token = line[at - 1]
        key = token.key
        if token.kind == "comma" and aside(line, at - 1, "en") is not None:
            at = aside(line, at - 1, "en") or at
            continue
        if token.kind != "word" or (token.capital and at - 1 > 0 and key not in w.AUXILIARIES_EN):
            break
        if key in w.BE_EN:
            being = True
        elif key in ("has", "have", "had", "'ve", "having", "hasn't", "haven't", "hadn't"):
            having = True
        elif key in ("do", "does", "did", "don't", "doesn't", "didn't"):
            did = True
        elif key in w.MODALS_EN and key != "'d":
            modal = True
        elif key == "to" and at == place:
            to = True
        elif key in ("reportedly", "allegedly", "supposedly"):
            hedged = True
        elif (token.tied and key == "'s" and ("past" in forms or "gerund" in forms) and at == place) or not (
            adverb(token, "en") and key not in w.DETERMINERS
        ):
            break
        negated = negated or key in w.NEGATIONS
        at -= 1
        if to:
            break
    if at == 0 or line[at - 1].kind != "word":
        while at < place and adverb(line[at], "en") and line[at].key not in w.NEGATIONS:
            at += 1
    if to:
        return _infinitive_en(line, at, last, saying, known)
    if (
        last == place
        and line[place].key == "saying"
        and place > 2
        and line[place - 1].key == "as"
        and line[place - 2].key == "quoted"
    ):
        first = place - 2
        while first > 0 and (line[first - 1].key in w.AUXILIARIES_EN or adverb(line[first - 1], "en")):
            first -= 1
        return with_subject(line, first, last, saying, "en", known, negated=False, hedged=False, tied=None)
    if modal or (did and negated) or (did and "base" in forms):
        return None
    previous = line[at - 1] if at else None
    if "gerund" in forms and "finite" not in forms:
        if being:
            return with_subject(line, at, last, saying, "en", known, negated=negated, hedged=hedged, tied=None)
        if previous is not None and (
            previous.key in w.DETERMINERS
            or (previous.key in w.PREPOSITIONS and previous.key not in ("by", "before", "after", "while"))
        ):
            return None
        return Cue(saying, at, last, sharing(line, at, known, "en"), shared=True, denied=negated, gerund=True)
    if saying.state:
        if not being:
            return None
        return with_subject(line, at, last, saying, "en", known, negated=negated, hedged=hedged, tied=None)
    if (being and not having and "past" in forms) or (being and having and "past" in forms):
        return passive(line, at, place, last, saying, "en")
    if having and "past" not in forms:
        return None
    if "base" in forms and "finite" not in forms and not _many(previous) and not _headed_by_many(line, at):
        return None
    if previous is not None and previous.kind == "word" and not having:
        key = previous.key
        if (
            key in w.DETERMINERS
            and key not in w.PRONOUNS
            and key not in ("others", "some", "many", "all", "both", "most", "few", "another", "that", "this")
        ):
            return None
        if key in w.PREPOSITIONS and key != "inside":
            return None
        if previous.tied and key == "'s":
            return None
    return with_subject(line, at, last, saying, "en", known, negated=negated, hedged=hedged, tied=None)


def _many(previous: Token | None) -> bool:
    """Whether what stands before a base form can be its subject, which is more than one: "critics say"."""
    if previous is None or previous.kind != "word":
        return previous is not None and previous.kind in ("comma", "close", "dash", "quote")
    key = previous.key
    if key in ("he", "its", "his", "this", "as", "us", "is"):
        return False
    return (
        key in w.CONJUNCTIONS or key in ("they", "who", "we") or key.endswith(("s", "people", "men", "women", "police"))
    )


def _headed_by_many(line: Sequence[Token], verb: int) -> bool:
    """Whether the head of the subject is several: "emails seen by the court show", "officials in Leeds say"."""
    subject = subjects.before(line, verb, "en")
    if subject is None:
        return False
    head = subject.first
    while head < subject.last and line[head + 1].kind == "word" and line[head + 1].key not in w.PREPOSITIONS:
        head += 1
    return line[head].kind == "word" and _many(line[head]) and line[head].key not in w.CONJUNCTIONS


def _infinitive_en(line: Sequence[Token], at: int, last: int, saying: Saying, known: list[Cue]) -> Cue | None:
    """As in "went on to say": the subject is that of the carrying verb."""
    carrier = at - 1
    while (
        carrier > 0
        and line[carrier].kind == "word"
        and (
            adverb(line[carrier], "en")
            or line[carrier].key
            in (
                "on",
                "time",
                "pains",
                "x",
                "twitter",
                "facebook",
                "instagram",
                "media",
                "social",
                "stage",
                "the",
                "airwaves",
                "was",
                "were",
                "is",
            )
        )
    ):
        carrier -= 1
    start = next((one for one in range(carrier, min(at, carrier + 2)) if line[one].key in _CARRIERS_EN), None)
    if start is None:
        start = next((one for one in range(max(0, at - 4), at) if line[one].key in _CARRIERS_EN), None)
    if start is None:
        return None
    while (
        start > 0
        and line[start - 1].kind == "word"
        and (line[start - 1].key in w.AUXILIARIES_EN or adverb(line[start - 1], "en"))
    ):
        start -= 1
    return with_subject(line, start, last, saying, "en", known, negated=False, hedged=False, tied=None)
