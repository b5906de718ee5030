"""The office that stands beside a name: before it, after it, or given by a verb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quiz.derive.people import words
from quiz.derive.people.atoms import Atom
from quiz.derive.people.given import given_name
from quiz.derive.people.offices import ENDS, Phrase, complement, office, phrase_at
from quiz.language.text import word_set

_CLOSERS: Final = frozenset(",.;:)!?»”\"—–-…]'’")


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


def before(row: Sequence[Atom], at: int, language: str, edge: int | None = None) -> Phrase | None:
    """The office before a name: "le PDG de Tesla, Elon Musk,", "Keystone attorney Brent Fallon".

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
        if not _closed(row, at):
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
            and _closed(row, at + 2)
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


def _closed(row: Sequence[Atom], at: int) -> bool:
    """Whether an apposition after a comma ends behind the name at `at`."""
    after = at + 1
    if after < len(row) and row[after].key == "(":
        after = next((it + 1 for it in range(after, min(len(row), after + 6)) if row[it].key == ")"), after)
    if after < len(row) and row[after].key in ("of", "de", "d") and after + 1 < len(row):
        ahead = next((it for it in range(after, min(len(row), after + 6)) if row[it].kind == "mark"), -1)
        return ahead > 0
    return after >= len(row) or (row[after].kind == "mark" and row[after].key in _CLOSERS) or row[after].key == "alias"


def after(row: Sequence[Atom], at: int, language: str) -> Phrase | None:
    """The office after a name: "X, directrice générale de Y,", "X (PS), maire de Lille", "X, 61, a lawyer for Y"."""
    place = at + 1
    opened = False
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
    del opened
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
    if behind.kind == "mark" and behind.key in _CLOSERS:
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
        if end < len(row) and row[end].kind == "mark" and row[end].key in _CLOSERS:
            return phrase._replace(last=end - 1), row[end]
    return phrase, behind


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
