"""The office after a name: "X, directrice générale de Y,", "X (PS), maire de Lille"."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.derive.people import words
from quiz.derive.people.atoms import Atom
from quiz.derive.people.beside.closing import CLOSERS
from quiz.derive.people.offices import Phrase, complement, phrase_at


def after(row: Sequence[Atom], at: int, language: str) -> Phrase | None:
    """The office after a name: "X, directrice générale de Y,", "X (PS), maire de Lille", "X, 61, a lawyer for Y"."""
    if at > 1 and row[at - 1].key in words.OF and row[at - 2].key in words.BODIES and _beside_another(row, at - 2):
        return None  # "Jane Roe, of the University of Leeds, a physicist": the office is not the town's
    place = at + 1
    if place < len(row) and row[place].key == "(":
        close = next((it for it in range(place, min(len(row), place + 12)) if row[it].key == ")"), -1)
        phrase = phrase_at(row, place + 1, language, close) if close > 0 else None
        if phrase is not None and phrase.last == close - 1:
            return phrase
        if close < 0:
            return None
        place = close + 1
    if place >= len(row) or row[place].key not in (",", "–", "—"):
        return None
    place += 1
    if place + 1 < len(row) and row[place].kind == "digits":
        place += 2 if row[place + 1].key == "ans" else 1
        if place < len(row) and row[place].key == ",":
            place += 1
    if place >= len(row) or row[place].quoted:
        return None
    if row[place].name >= 0 and place + 1 < len(row) and row[place + 1].key == "'s":
        place += 2
    phrase = phrase_at(row, place, language) or (_charged(row, place) if language == "fr" else None)
    if phrase is None:
        return None
    first = row[place].key
    if first in words.INDEFINITE and first not in ("un", "une", "a", "an", "one"):
        return None
    after = phrase.last + 1
    if after >= len(row):
        return phrase
    behind = row[after]
    if behind.kind == "clitic" and after + 1 < len(row) and row[phrase.last].name >= 0:
        phrase, behind = phrase._replace(last=after), row[after + 1]
    phrase, behind = _name_goes_on(row, phrase, behind)
    if phrase.object >= 0 and behind.key in words.SAYING and first in ("a", "an", "un", "une"):
        return phrase  # "Jane Roe, a surgeon at Y told": no comma closes it
    if behind.kind == "mark" and behind.key in CLOSERS:
        return phrase
    if behind.key in (
        "depuis",
        "since",
        "jusqu",
        "until",
        "qui",
        "who",
        "dont",
        "whose",
        "et",
        "and",
        "from",
        "by",
        "lors",
        "en",
        "in",
        "par",
    ):
        return phrase
    return None


def _beside_another(row: Sequence[Atom], body: int) -> bool:
    """Whether the body at `body` is told of a name before it: ", de l'université de Besançon"."""
    first = body
    while first and row[first - 1].key in words.DETERMINERS | words.OF | {"a", "at", "from"}:
        first -= 1
    return first > 1 and row[first - 1].key == "," and row[first - 2].name >= 0


def _charged(row: Sequence[Atom], place: int) -> Phrase | None:
    """In "chargée de la surveillance à Y" the participle stands for the office."""
    if row[place].key not in ("charge", "chargee") or place + 2 >= len(row) or row[place + 1].key not in words.OF:
        return None
    last, obj = complement(row, place, len(row), "fr")
    return Phrase(place, last, place, place, obj) if obj >= 0 else None


def _name_goes_on(row: Sequence[Atom], phrase: Phrase, behind: Atom) -> tuple[Phrase, Atom]:
    """A name that goes on in small letters: "l'association Vivre ici, …", "du groupe Lure en commun, …"."""
    after = phrase.last + 1
    if row[phrase.last].name < 0 or row[phrase.last - 1].key not in words.BODIES or behind.kind != "word":
        return phrase, behind
    for end in (after + 1, after + 2):
        if end < len(row) and row[end].kind == "mark" and row[end].key in CLOSERS:
            return phrase._replace(last=end - 1), row[end]
    return phrase, behind
