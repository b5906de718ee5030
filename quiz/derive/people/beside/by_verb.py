"""The office that a verb gives: "X préside Y", "X, who heads Y", "X a été nommée présidente de Y"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quiz.derive.people import words
from quiz.derive.people.atoms import Atom
from quiz.derive.people.offices import Phrase, complement, phrase_at
from quiz.language.text import word_set

_PRESIDES: Final = word_set("preside presidait dirige dirigeait copreside presidera codirige pilote")
_HEADING: Final = word_set("heads chairs leads runs headed chaired led")
_IS: Final = word_set("est etait fut sera is was became becomes becoming serves served devient devenu devenue been")
#: Verbs with "as" by which an office is taken, held or left.
_AS: Final = word_set(
    "resigned resigns retired stepped steps quit take took takes works worked serves served returns returned joins "
    "joined"
)
_MADE: Final = word_set(
    "nomme nommee elu elue reelu reelue designe designee promu promue reconduit reconduite sacre intronise named "
    "appointed elected reelected re-elected hired promoted"
)


def verb(row: Sequence[Atom], at: int, language: str) -> Phrase | None:
    """The office that a verb gives: "X préside Y", "X, who heads Y", "X a été nommée présidente de Y"."""
    place = at + 1
    if place < len(row) and row[place].key == "," and place + 1 < len(row) and row[place + 1].key in ("who", "qui"):
        place += 2
    elif place < len(row) and row[place].key in ("who", "qui"):
        place += 1
    while place < len(row) and row[place].key in (
        "aussi",
        "also",
        "egalement",
        "has",
        "a",
        "ete",
        "been",
        "now",
        "currently",
        "actuellement",
    ):
        place += 1
    if place + 1 >= len(row) or row[place].quoted:
        return None
    key = row[place].key
    gone = _as(row, place) if language != "fr" else None
    if gone is not None:
        phrase = phrase_at(row, gone, language)
        left = key in ("resigned", "retired", "stepped", "quit", "resigns", "steps")
        return phrase._replace(former=phrase.former or left) if phrase is not None and phrase.object >= 0 else None
    if key in (_PRESIDES if language == "fr" else _HEADING):
        return _presiding(row, place, language)
    made = False
    while place < len(row) and (row[place].key in _IS or row[place].key in _MADE) and not made:
        made = row[place].key in _MADE
        place += 1
    if place == at + 1 or place >= len(row) or row[place - 1].key not in _IS | _MADE:
        return None
    had = row[place - 1].key
    while place + 1 < len(row) and row[place].key in (
        "as",
        "also",
        "aussi",
        "egalement",
        "now",
        "currently",
        "actuellement",
    ):
        place += 1
    phrase = phrase_at(row, place, language)
    if phrase is None:
        return None
    first = row[place].key
    if first in words.INDEFINITE and first not in ("un", "une", "a", "an"):
        return None
    if phrase.last + 1 < len(row) and row[phrase.last + 1].kind == "clitic":
        return None  # "is the president's daughter"
    if had not in _MADE and first not in words.DETERMINERS and phrase.object < 0 and language != "fr":
        return None
    if had not in _MADE and language == "fr" and phrase.object < 0 and first in ("un", "une"):
        return None
    return phrase


def _as(row: Sequence[Atom], verb: int) -> int | None:
    """Where the office begins in "resigned as", "stepped down as", "took over as", "works as"."""
    at = verb
    while at < len(row) and row[at].key in words.AUXILIARIES:
        at += 1
    if at >= len(row) or row[at].key not in _AS:
        return None
    ahead = next((place for place in range(at + 1, min(len(row), at + 3)) if row[place].key == "as"), None)
    return ahead + 1 if ahead is not None and ahead + 1 < len(row) else None


def _presiding(row: Sequence[Atom], verb: int, language: str) -> Phrase | None:
    """In "préside le conseil de surveillance" the verb stands for the office, its object for the body."""
    obj = verb + 1
    if obj < len(row) and row[obj].key == "aussi":
        obj += 1
    article = obj < len(row) and row[obj].key in ("le", "la", "l", "les", "the")
    if article:
        obj += 1
    if obj >= len(row):
        return None
    one = row[obj]
    body = one.name >= 0 or (article and one.key in words.BODIES)
    if not body:
        return None
    last, _ = (obj, -1) if one.name >= 0 else complement(row, obj, len(row), language)
    return Phrase(verb, last, verb, verb, obj)
