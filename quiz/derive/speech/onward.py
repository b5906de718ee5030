"""Noun phrases after a place in a line, and what may stand before them: adverbs, times, complements, leads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quiz.derive.people.words import NATIONAL
from quiz.derive.speech import words as w
from quiz.derive.speech.phrases import _LONGEST, DIRECT, _stops, adverb
from quiz.derive.speech.stream import Token
from quiz.language.text import fold

#: "ministre à la Mer", "adjointe aux sports", "rédacteur en chef": what follows is of the office.
_OFFICES: Final = frozenset(("ministre", "déléguée", "délégué", "adjoint", "adjointe", "chef", "rédacteur"))


def forward(line: Sequence[Token], at: int, end: int, language: str, before_verb: bool = False) -> int | None:
    """The last token of the noun phrase that begins at `at`."""
    head = line[at] if at < end else None
    if head is None or head.kind not in ("word", "number", "quote"):
        return None
    if head.kind == "word":
        key = head.key
        direct = key in DIRECT or key in w.QUANTITIES or head.capital
        if not direct and (
            language == "fr" or key in w.PREPOSITIONS or key in w.CONJUNCTIONS or key in w.SUBORDINATORS
        ):
            return None
        if head.tied or (key in w.NOBODY and key not in w.DETERMINERS and not head.capital):
            return None
    last = at
    named = head.capital and head.key not in DIRECT
    place = at + 1
    while place < end and place - at < _LONGEST:
        token = line[place]
        if token.kind == "open":
            closing = next((one for one in range(place, min(end, place + 8)) if line[one].kind == "close"), None)
            if closing is None:
                break
            place = closing + 1
            continue
        if token.kind == "quote" and place + 1 < end and line[place + 1].capital and named:
            place += 1
            continue
        if token.kind not in ("word", "number") or (_stops(token, language) and token.key not in DIRECT):
            break
        if token.kind == "word" and not token.capital and adverb(token, language) and token.key not in w.DETERMINERS:
            break
        key = token.key
        if key == "there":
            break
        previous = line[place - 1]
        if key in ("et", "and", "&") and not token.capital:
            after_it = line[place + 1] if place + 1 < end else None
            both = after_it is not None and after_it.capital and previous.capital
            if not (both or (after_it is not None and after_it.key in ("de", "du", "des", "d'") and not before_verb)):
                break
        elif key in w.CONJUNCTIONS and not token.capital:
            break
        elif key in w.PREPOSITIONS and not token.capital:
            if key not in w.BINDING or place + 1 >= end:
                break
            after_it = line[place + 1]
            if after_it.kind not in ("word", "quote") or after_it.key in w.TEMPORAL:
                break
            binding = key in ("de", "du", "des", "d'", "of", "représentant", "representing")
            office = previous.key in _OFFICES and (key in ("aux", "en") or after_it.key in ("la", "l'"))
            loose = language == "fr" or key not in ("for", "from", "at", "on")
            if not binding and not after_it.capital and loose and not office:
                break
            if not binding and key in ("at", "in", "on", "to", "en", "à", "au") and after_it.key in w.TEMPORAL:
                break
            if not binding and named and key in ("in", "on", "to", "en", "à", "au"):
                break
        elif key in DIRECT and not token.capital:
            bound = previous.kind == "word" and (previous.key in w.PREPOSITIONS or previous.key in w.DETERMINERS)
            if not bound:
                if before_verb and place - at > 2 and not previous.capital and not line[place - 1].tied:
                    last = place - 2
                break
        elif (
            token.kind == "word"
            and not token.capital
            and previous.capital
            and previous.key not in DIRECT
            and not (language == "en" and fold(previous.key) in NATIONAL)
            and (named or before_verb)
            and key != "'s"
        ):
            bound = any(line[one].key in w.BINDING and not line[one].capital for one in range(at, place))
            ahead = language == "en" and any(
                line[one].capital and all(line[two].kind == "word" for two in range(place, one))
                for one in range(place + 1, min(end, place + 3))
            )
            if not ahead and (not bound or before_verb or language == "fr"):
                break
        if token.capital and not named and not any(line[one].key in w.BINDING for one in range(at, place)):
            named = True
        last = place
        place += 1
    while (
        last > at
        and line[last].kind == "word"
        and not line[last].capital
        and (
            line[last].key in w.PREPOSITIONS
            or line[last].key in w.DETERMINERS
            or line[last].key in w.CONJUNCTIONS
            or (last > at + 1 and _participle(line[last].key, language))
        )
    ):
        last -= 1
    return last


def over_adverbials(line: Sequence[Token], at: int, end: int, language: str) -> int:
    """The place after adverbs, times and complements: "a déclaré mardi à l'AFP | le maire"."""
    for _ in range(8):
        if at >= end:
            return at
        token = line[at]
        if token.kind != "word" and token.kind != "comma":
            return at
        if token.kind == "comma":
            if at + 1 < end and (
                adverb(line[at + 1], language) or line[at + 1].key in w.PREPOSITIONS or line[at + 1].key in w.TEMPORAL
            ):
                closing = next(
                    (place for place in range(at + 1, min(end, at + 10)) if line[place].kind == "comma"), None
                )
                if closing is not None:
                    at = closing + 1
                    continue
            return at
        following = line[at + 1] if at + 1 < end else None
        if not token.capital and adverb(token, language) and token.key not in w.DETERMINERS:
            at += 1
        elif token.key in w.TEMPORAL:
            at += 1
            while at < end and (
                line[at].key in w.AFTER_TIME or line[at].kind == "number" or line[at].key in w.TEMPORAL
            ):
                at += 1
        elif (
            token.key in w.DETERMINERS
            and following is not None
            and (following.key in w.TEMPORAL or following.key in ("an", "année", "year"))
        ):
            at += 2
            while at < end and line[at].key in w.AFTER_TIME:
                at += 1
        elif token.key in w.PREPOSITIONS and token.key != "des":
            inner = forward(line, at + 1, end, language)
            if inner is None:
                return at
            at = inner + 1
        else:
            return at
    return at


def over_leads(line: Sequence[Token], at: int, end: int, language: str) -> int:
    """The place after adverbial phrases and clauses set before the subject."""
    for _ in range(6):
        while at < end and (
            line[at].kind in ("comma", "dash", "stop") or (line[at].kind == "word" and line[at].key in w.CONJUNCTIONS)
        ):
            at += 1
        if at >= end:
            return at
        token = line[at]
        key = token.key
        lead = token.kind == "word" and (
            (key in w.PREPOSITIONS and key != "des")
            or key in w.SUBORDINATORS
            or key in w.LEADS
            or key in w.TEMPORAL
            or (adverb(token, language) and key not in w.DETERMINERS)
            or (adverb(token._replace(capital=False), language) and key not in w.DETERMINERS)
            or (key.endswith(("ant", "ing")) and len(key) > 5 and at == 0 and _governing(line, at))
            or (key.endswith(("é", "ée", "és", "ées", "ed")) and len(key) > 4 and at == 0 and _governing(line, at))
        )
        if not lead:
            return at
        comma = next((place for place in range(at, end) if line[place].kind == "comma"), None)
        if comma is None:
            if adverb(token._replace(capital=False), language) or key in w.TEMPORAL:
                at += 1
                continue
            jumped = over_adverbials(line, at, end, language)
            return max(at, jumped)
        at = comma + 1
    return at


def _participle(key: str, language: str) -> bool:
    """Whether a word at the end of a phrase says what was done with it: "une étude publiée", "emails seen"."""
    if language == "fr":
        return key in (
            "publié",
            "publiée",
            "publiés",
            "publiées",
            "diffusé",
            "diffusée",
            "vu",
            "vue",
            "vus",
            "vues",
        ) or (
            key.endswith(("ée", "ées"))
            and key not in ("armée", "musée", "assemblée", "année", "journée", "lycée", "mariée")
        )
    return key in ("seen", "made", "written", "shown", "given", "taken") or (len(key) > 4 and key.endswith("ed"))


def _governing(line: Sequence[Token], at: int) -> bool:
    """Whether a word that looks like a participle governs what follows: "Speaking at…", not "Harding said"."""
    if at + 1 >= len(line):
        return False
    key = line[at + 1].key
    return (
        line[at + 1].kind == "comma"
        or key in w.PREPOSITIONS
        or key in w.DETERMINERS
        or key in ("que", "qu'", "that", "par", "by", "what", "whether", "if", "pourquoi")
    )
