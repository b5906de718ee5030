"""The office before a name: "le PDG de Ternova, Luc Viard,", "Keystone attorney Brent Fallon"."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.derive.people import words
from quiz.derive.people.atoms import Atom
from quiz.derive.people.beside.closing import closes
from quiz.derive.people.given import given_name
from quiz.derive.people.offices import ENDS, Phrase, office, phrase_at


def before(row: Sequence[Atom], at: int, language: str, edge: int | None = None) -> Phrase | None:
    """The office before a name: "le PDG de Ternova, Luc Viard,", "Keystone attorney Brent Fallon".

    With an `edge` the office before another that begins there: "Its organizer, retired judge Jane Roe,".
    """
    if edge is not None and (edge < 2 or row[edge - 1].key != ","):
        return None
    end = at if edge is None else edge
    while end and row[end - 1].key in words.TITLES and row[end - 1].kind in ("word", "short"):
        end -= 1
    while (
        end
        and row[end - 1].kind == "word"
        and (row[end - 1].capital or language == "fr")
        and _label(row, end - 1, language)
    ):
        end -= 1
    if end > 1 and row[end - 1].key in ("the", "l", "le", "la") and row[end - 2].key == ",":
        end -= 1
    comma = end > 0 and row[end - 1].key in (",", "–", "—")
    if comma:
        if not closes(row, at):
            return None
        end -= 1
    first = _start_of(row, end, language)
    if comma and edge is None:
        over = _over_apposition(row, end, language)
        if over is not None:
            return over
    if first is None:
        return None
    for start in range(first, end):
        if start > first and language == "fr":
            break
        phrase = phrase_at(row, start, language, end)
        if phrase is None:
            return None
        if language == "fr" and not comma and phrase.object < 0 and phrase.last > phrase.noun:
            # "L'expert accable Luc Viard": only what is surely an adjective stands between an office and a name.
            text = row[phrase.last].text
            if not row[phrase.last].key.endswith(words.INSTITUTION_ENDS) and not text.endswith(
                ("é", "ée", "ant", "ante", "oint", "ointe")
            ):
                return None
        # "le fondateur de l'observatoire RançonFR": the name is the body's.
        bodily = not comma and phrase.object >= 0 and _bears(row[end - 1])
        if bodily and language == "fr" and not given_name(row[at].key.split()[0]):
            return None
        # "la directrice de l'institut de sondage X, Jeanne Roe": the person comes after.
        named = row[at + 2] if at + 2 < len(row) and row[at + 1].key == "," and row[at + 2].name >= 0 else None
        if (
            not comma
            and phrase.object >= 0
            and named is not None
            and _personal(named.key, row[at].key)
            and closes(row, at + 2)
        ):
            return None
        if phrase.last == end - 1 or (comma and phrase.last >= end - 1):
            if not comma and language != "fr" and phrase.object >= 0 and row[end - 1].name < 0:
                return None
            if comma and row[first].key not in words.DEFINITE | words.POSSESSIVE | {"un", "une", "a", "an"}:
                whose = first and row[first - 1].key == "'s"
                return phrase if whose else None
            return phrase
        return None
    return None


def _bears(one: Atom) -> bool:
    """Whether a noun for a body may have a name after it: "l'observatoire X", but not "le gouvernement X"."""
    noun = words.BODIES.get(one.key)
    return noun is not None and noun.sense not in words.NAMELESS


def _over_apposition(row: Sequence[Atom], end: int, language: str) -> Phrase | None:
    """The office before what its body is: "le secrétaire général de Y, premier syndicat du pays, | X,"."""
    comma = next((at for at in range(end - 1, max(0, end - 12), -1) if row[at].kind == "mark"), -1)
    if comma < 3 or row[comma].key != "," or row[comma - 1].name < 0:
        return None
    between = row[comma + 1 : end]
    if not any(one.key in words.BODIES for one in between) or any(
        one.name >= 0 or one.key in words.SAYING or one.key in words.AUXILIARIES - {"a"} for one in between
    ):
        return None
    first = _start_of(row, comma, language)
    if first is None or row[first].key not in words.DEFINITE:
        return None
    phrase = phrase_at(row, first, language, comma)
    return phrase if phrase is not None and phrase.object >= 0 and phrase.last == comma - 1 else None


def _personal(key: str, other: str) -> bool:
    """Whether a name is rather a person's than another one beside it."""
    return given_name(key.split(maxsplit=1)[0]) or (" " in key and " " not in other)


def _label(row: Sequence[Atom], at: int, language: str) -> bool:
    """A word between the office and the name that is neither: "l'infatigable", "Democrat"."""
    one = row[at]
    if office(row, at) is not None or one.key in words.DETERMINERS or one.key in words.PREPOSITIONS:
        return False
    if language == "fr":
        # "l'observatoire RançonFR, l'infatigable Tom Delvigne"
        return at > 1 and row[at - 1].key in ("l", "le", "la") and row[at - 2].key == ","
    return at > 0 and (row[at - 1].key == "," or (row[at - 1].key == "the" and at > 1 and row[at - 2].key == ","))


def _start_of(row: Sequence[Atom], end: int, language: str) -> int | None:
    """Where the noun phrase that ends before `end` begins: its determiner, or its first word."""
    at = end - 1
    depth = 0
    while at >= 0 and end - at < 24:
        one = row[at]
        key = one.key
        if key == ")":
            depth += 1
        elif key == "(":
            depth -= 1
            if depth < 0:
                return at + 1 if at + 1 < end else None
        elif depth == 0:
            if one.kind == "mark" and key not in ("&", "«", "»", "–", "-"):
                return at + 1 if at + 1 < end else None
            if one.kind == "clitic":
                return at + 1 if at + 1 < end else None
            if key == "representant" and at and row[at - 1].key in words.DETERMINERS:
                at -= 1
                continue
            if key == "des" and _inside(row, at):
                at -= 1
                continue
            if key in words.DETERMINERS and not one.text.isupper() and not (key == "a" and language == "fr"):
                if at == 0 or row[at - 1].key not in words.OF | {
                    "for",
                    "at",
                    "a",
                    "pour",
                    "au",
                    "in",
                    "en",
                    "et",
                    "and",
                    "chez",
                }:
                    return at
                if language == "fr" and row[at - 1].key == "a" and not _inside(row, at - 1):
                    return at
                if not _inside(row, at - 1):
                    return at
            elif key in ("du", "au", "des", "aux") and not _inside(row, at):
                return at + 1
            elif (
                (key in ENDS and key not in words.FORMER)
                or key in words.SAYING
                or (key in words.AUXILIARIES and key != "a")
                or (key in words.PREPOSITIONS and key not in words.LINKS)
                or (key in words.LINKS and not _inside(row, at))
            ):
                return at + 1 if at + 1 < end else None
        at -= 1
    return at + 1 if 0 <= at + 1 < end else None


def _inside(row: Sequence[Atom], at: int) -> bool:
    """Whether the preposition at `at` may hang on an office before it."""
    for place in range(at - 1, max(-1, at - 14), -1):
        one = row[place]
        if one.kind == "mark" and one.key not in ("(", ")", "&"):
            return False
        if office(row, place) is not None:
            return True
        if one.key in ENDS or one.key in words.SAYING or (one.key in words.AUXILIARIES and one.key != "a"):
            return False
    return False
