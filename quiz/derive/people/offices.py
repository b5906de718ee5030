"""The noun phrase of an office: its noun, what belongs to it, and what it is an office of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from quiz.derive.people import words
from quiz.derive.people.atoms import Atom
from quiz.language.text import word_set

#: After these a noun phrase goes no further.
ENDS: Final = (
    words.RELATIVES
    | words.CONJUNCTIONS
    | word_set(
        "depuis since jusqu jusque until lors during par by selon after apres before avant hier mardi mercredi "
        "jeudi vendredi samedi dimanche lundi monday tuesday wednesday thursday friday saturday sunday yesterday "
        "today ici puis then pendant ne n se s il elle ils elles he she they we je not pas aussi also comme as told "
        "says said"
    )
)


_MONTHS: Final = word_set(
    "january february march april may june july august september october november december janvier fevrier mars avril "
    "mai juin juillet aout septembre octobre novembre decembre"
)


_TIMES: Final = word_set("years months weeks decades days ans mois semaines jours annees")
_HOLDING: Final = words.LINKS | {"et", "and"}


class Phrase(NamedTuple):
    """A noun phrase whose noun is an office: where in the row its first and last word, its noun and its object are.

    `start` is its first word after the determiner, `object` the first word of its complement, -1 where it has none.
    """

    first: int
    last: int
    noun: int
    start: int
    object: int = -1
    former: bool = False


def office(row: Sequence[Atom], at: int) -> words.Noun | None:
    """The office that the word at `at` names, in the singular; None where it is none."""
    one = row[at]
    if one.kind != "word" or one.quoted:
        return None
    key = one.key.removeprefix("ex-") if one.key.startswith("ex-") else one.key
    noun = words.office_of(key)
    if noun is None and "-" in key:
        # "cardinal-archevêque", "actor-director": the office is the last of two.
        first, _, last = key.rpartition("-")
        noun = words.office_of(last) if first in words.OFFICES or first in words.DIGNITIES else None
    return noun if noun is not None and not noun.plural else None


def phrase_at(row: Sequence[Atom], first: int, language: str, stop: int | None = None) -> Phrase | None:
    """The noun phrase of an office that begins at `first` (its determiner or first word) and ends before `stop`."""
    end = len(row) if stop is None else stop
    at = first
    if at < end and row[at].key in words.DETERMINERS:
        at += 1
    start = at
    former = False
    noun = -1
    while at < end and at - start < 9:
        one = row[at]
        if one.kind == "mark" and one.key != "&":
            break
        if (
            (one.key in ENDS and one.key not in words.FORMER)
            or (one.key in words.PREPOSITIONS and one.key not in ("sous", "pour") and not (at == start > first))
            or one.kind == "elided"
        ):
            break
        former = former or one.key in words.FORMER or one.key.startswith("ex-")
        if office(row, at) is not None:
            noun = at
            if language == "fr":
                break
        elif language == "fr" and one.key not in words.MODIFIERS and not (one.key.isdigit()):
            break
        elif noun >= 0 and one.key not in ("and", "elect", "designate", "emeritus", "general") and one.name < 0:
            if one.key in words.AUXILIARIES or one.key in words.SAYING:
                break
            ahead = at
            while (
                ahead < end
                and row[ahead].kind == "word"
                and row[ahead].key not in words.PREPOSITIONS
                and ahead - at < 3
            ):
                ahead += 1
            if not any(office(row, place) is not None for place in range(at, ahead)):
                break
        at += 1
    if noun < 0:
        return None
    elected = row[noun].key in ("elu", "elue") and noun == start and start == first
    if elected and not (noun + 1 < end and row[noun + 1].key in ("de", "d", "du", "municipal", "municipale", "local")):
        return None
    last = noun
    if language != "fr" and noun + 1 < end and row[noun + 1].key in ("elect", "designate", "emeritus", "general"):
        last = noun + 1
    last, obj = complement(row, last, end, language)
    return Phrase(first, last, noun, start, obj, former)


def complement(row: Sequence[Atom], noun: int, end: int, language: str) -> tuple[int, int]:
    """How far the phrase goes after its noun, and where the object of its first preposition begins (-1 for none)."""
    last, obj = noun, -1
    at = noun + 1
    while at < end and at - noun < 22:
        one = row[at]
        key = one.key
        if one.kind == "mark":
            if key == "(":
                close = next((it for it in range(at + 1, min(end, at + 8)) if row[it].key == ")"), -1)
                if close > 0:
                    last, at = close, close + 1
                    continue
            if key in '«“"' and row[at - 1].key in words.LINKS:
                close = next((it for it in range(at + 1, min(end, at + 14)) if row[it].key in '»”"'), -1)
                if close > 0:
                    obj = at + 1 if obj < 0 else obj
                    last, at = close, close + 1
                    continue
            if key == "&" or (key in "–-" and row[at - 1].name >= 0):
                at += 1
                continue
            break
        if one.kind == "clitic" and obj >= 0 and row[at - 1].name >= 0 and _owns(row, at, end):
            # "head of Norway's rescue service", "physicist at King's College"
            last, at = at, at + 1
            continue
        if key in ENDS or (key in words.AUXILIARIES and key != "a") or one.kind == "clitic":
            break
        if key == "a" and at + 1 < end and row[at + 1].key not in words.DETERMINERS and row[at + 1].name < 0:
            break
        if key in words.LINKS and not (key == "a" and language != "fr"):
            nxt = at + 1
            while nxt < end and row[nxt].key in words.DETERMINERS and row[nxt].name < 0:
                nxt += 1
            if nxt >= end or (row[nxt].kind == "mark" and row[nxt].key not in '«“"'):
                break
            if row[nxt].key in ENDS or (row[nxt].kind == "digits" and row[nxt].text.isdigit()):
                break
            if row[nxt].kind == "mark":
                at = nxt
                continue
            if row[nxt].key in _TIMES or (nxt + 1 < end and row[nxt + 1].key in _TIMES):
                break  # "mayor of Leeds for ten years"
            if key in ("en", "in", "au", "de") and (row[nxt].key.isdigit() or row[nxt].key in _MONTHS):
                break
            obj = nxt if obj < 0 else obj
            last, at = nxt, nxt + 1
            continue
        if one.name >= 0 or one.kind == "digits":
            if obj < 0 and language == "fr" and one.name >= 0 and one.text.isupper() and len(one.text) < 7:
                obj, last, at = at, at, at + 1
                continue
            if obj < 0:
                break
            if (
                row[at - 1].kind == "word"
                and row[at - 1].key not in ("et", "and", "&")
                and row[at - 1].key not in words.BODIES
                and row[obj].key not in words.BODIES
                and one.name >= 0
                and language == "fr"
            ):
                break
            last, at = at, at + 1
            continue
        if key in ("et", "and", "&"):
            nxt = at + 1
            if nxt + 1 < end and row[nxt].key in ("a", "an") and language != "fr":
                break  # "author of the study and a professor of law": two roles
            while nxt < end and row[nxt].key in words.DETERMINERS | words.LINKS:
                nxt += 1
            if nxt < end and (row[nxt].kind == "word" or row[nxt].name >= 0) and row[nxt].key not in ENDS:
                last, at = nxt, nxt + 1
                continue
            break
        if key in words.CHARGED:
            last, at = at, at + 1
            continue
        if one.kind == "word" and key not in words.PREPOSITIONS and key not in words.DETERMINERS:
            if language == "fr":
                if one.capital or not (obj >= 0 or key.endswith(words.ADJECTIVE_ENDS) or key in words.NATIONAL):
                    break
                if key.endswith(words.ADJECTIVE_ENDS) or key in words.NATIONAL or obj == at:
                    last, at = at, at + 1
                    continue
                break
            if row[at - 1].name >= 0 and key not in words.BODIES and key not in words.OFFICES:
                break
            if obj >= 0 and not key.endswith("ly") and key not in words.SAYING:
                last, at = at, at + 1
                continue
            break
        if key in words.DETERMINERS and row[at - 1].key in _HOLDING:
            at += 1
            continue
        break
    return last, obj


def _owns(row: Sequence[Atom], at: int, end: int) -> bool:
    """Whether a possessive at `at` has what it owns behind it, within the phrase."""
    following = row[at + 1] if at + 1 < end else None
    if following is None or following.kind == "mark":
        return False
    return following.name >= 0 or (following.key not in ENDS and following.key not in words.AUXILIARIES)
