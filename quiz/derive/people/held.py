"""Who has which role: the offices that stand beside names, in apposition, before them, or joined by a verb."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from quiz.derive.fact import Span
from quiz.derive.people import Held, Party, words
from quiz.derive.people.atoms import Atom
from quiz.derive.people.given import given_name
from quiz.language.text import word_set

#: After these a noun phrase goes no further.
_ENDS: Final = (
    words.RELATIVES
    | words.CONJUNCTIONS
    | word_set(
        "depuis since jusqu jusque until lors during par by selon after apres before avant hier mardi mercredi jeudi "
        "vendredi samedi dimanche lundi monday tuesday wednesday thursday friday saturday sunday yesterday today ici puis "
        "then pendant ne n se s il elle ils elles he she they we je not pas aussi also comme as told says said"
    )
)
_HEADS_FR: Final = _ENDS | words.AUXILIARIES - {"a"}
_CLOSERS: Final = frozenset(",.;:)!?»”\"—–-…]'’")
_PRESIDES: Final = word_set("preside presidait dirige dirigeait copreside presidera codirige pilote")
_HEADING: Final = word_set("heads chairs leads runs headed chaired led")
_IS: Final = word_set("est etait fut sera is was became becomes becoming serves served devient devenu devenue been")
_MADE: Final = word_set(
    "nomme nommee elu elue reelu reelue designe designee promu promue reconduit reconduite sacre intronise named "
    "appointed elected reelected re-elected hired promoted"
)
_MONTHS: Final = word_set(
    "january february march april may june july august september october november december janvier fevrier mars avril "
    "mai juin juillet aout septembre octobre novembre decembre"
)
#: Complements that say a domain within a body, not the body: "directrice de la communication".
_DOMAINS: Final = word_set(
    "communication finances mecenat recherche marketing ressources production strategie operations exploitation "
    "developpement programmation securite qualite hardware software communications operations research engineering "
    "product sales design nuit jour course projet campagne cabinet informatique publication redaction equipe"
)
#: Kinds of work named after "of"/"de" that are no body: "infirmière de nuit".
_WORK: Final = word_set("nuit jour formation metier profession carriere profession")


class Phrase(NamedTuple):
    """A noun phrase whose noun is an office: places in the row of its first and last word, of its noun and of its object."""

    first: int
    last: int
    noun: int
    start: int
    object: int = -1
    former: bool = False


def held(
    row: Sequence[Atom],
    party_of: Callable[[Atom], Party | None],
    body_near: Callable[[int], Party | None],
    text: Callable[[int, int], str],
    language: str,
) -> list[Held]:
    """The roles that the row of a passage tells; `body_near` is the one body that a place speaks of."""
    found: list[Held] = []
    taken: set[int] = set()
    for at, one in enumerate(row):
        if one.name < 0 or one.quoted:
            continue
        party = party_of(one)
        if party is None or party.kind not in ("person", "name"):
            continue
        nearest = _before(row, at, language)
        outer = _before(row, at, language, nearest.first) if nearest is not None else None
        for phrase in (nearest, outer, _after(row, at, language), _verb(row, at, language)):
            if phrase is None or phrase.noun in taken:
                continue
            one_held = _held(row, phrase, party, party_of, body_near, text, language)
            if one_held is not None:
                taken.add(phrase.noun)
                found.append(one_held)
    return found


def office(row: Sequence[Atom], at: int) -> words.Noun | None:
    """The office that the word at `at` names, in the singular; None where it is none."""
    one = row[at]
    if one.kind != "word" or one.quoted:
        return None
    key = one.key.removeprefix("ex-") if one.key.startswith("ex-") else one.key
    noun = words.OFFICES.get(key)
    return noun if noun is not None and not noun.plural else None


def phrase_at(row: Sequence[Atom], first: int, language: str, stop: int | None = None) -> Phrase | None:
    """The noun phrase of an office that begins at `first` (its determiner, or its first word); it ends before `stop`."""
    end = len(row) if stop is None else stop
    at = first
    if at < end and row[at].key in words.DETERMINERS:
        at += 1
    start = at
    former = False
    noun = -1
    while at < end and at - start < 9:
        one = row[at]
        if one.kind == "mark" and one.key not in ("&",):
            break
        if (
            (one.key in _ENDS and one.key not in words.FORMER)
            or (one.key in words.PREPOSITIONS and one.key not in ("sous", "pour"))
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
        if key in _ENDS or (key in words.AUXILIARIES and key != "a") or one.kind == "clitic":
            break
        if key == "a" and at + 1 < end and row[at + 1].key not in words.DETERMINERS and row[at + 1].name < 0:
            break
        if key in words.LINKS and not (key == "a" and language != "fr"):
            nxt = at + 1
            while nxt < end and row[nxt].key in words.DETERMINERS:
                nxt += 1
            if nxt >= end or (row[nxt].kind == "mark" and row[nxt].key not in '«“"'):
                break
            if row[nxt].key in _ENDS or (row[nxt].kind == "digits" and row[nxt].text.isdigit()):
                break
            if row[nxt].kind == "mark":
                at = nxt
                continue
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
                and one.name >= 0
                and language == "fr"
            ):
                break
            last, at = at, at + 1
            continue
        if key in ("et", "and", "&"):
            nxt = at + 1
            while nxt < end and row[nxt].key in words.DETERMINERS | words.LINKS:
                nxt += 1
            if nxt < end and (row[nxt].kind in ("word",) or row[nxt].name >= 0) and row[nxt].key not in _ENDS:
                last, at = nxt, nxt + 1
                continue
            break
        if key in words.CHARGED:
            last, at = at, at + 1
            continue
        if one.kind == "word" and key not in words.PREPOSITIONS and key not in words.DETERMINERS:
            if language == "fr":
                if one.capital or not (obj >= 0 or key.endswith(words.ADJECTIVE_ENDS)):
                    break
                if key.endswith(words.ADJECTIVE_ENDS) or obj == at:
                    last, at = at, at + 1
                    continue
                break
            if row[at - 1].name >= 0 and key not in words.BODIES and key not in words.OFFICES:
                break
            if obj >= 0 and not key.endswith("ly") and key not in words.SAYING:
                last, at = at, at + 1
                continue
            break
        if key in words.DETERMINERS and row[at - 1].key in words.LINKS | {"et", "and"}:
            at += 1
            continue
        break
    return last, obj


def _before(row: Sequence[Atom], at: int, language: str, edge: int | None = None) -> Phrase | None:
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
        bodily = not comma and phrase.object >= 0 and row[end - 1].key in words.BODIES
        if bodily and language == "fr" and not given_name(row[at].key.split()[0]):
            return None
        if phrase.last == end - 1 or (comma and phrase.last >= end - 1):
            if not comma and language != "fr" and phrase.object >= 0:
                return None
            if comma and row[first].key not in words.DEFINITE | words.POSSESSIVE | {"un", "une", "a", "an"}:
                whose = first and row[first - 1].key == "'s"
                return phrase if whose else None
            return phrase
        return None
    return None


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
                (key in _ENDS and key not in words.FORMER)
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
        if one.key in _ENDS or one.key in words.SAYING or (one.key in words.AUXILIARIES and one.key != "a"):
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


def _after(row: Sequence[Atom], at: int, language: str) -> Phrase | None:
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
    phrase = phrase_at(row, place, language)
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


def _name_goes_on(row: Sequence[Atom], phrase: Phrase, behind: Atom) -> tuple[Phrase, Atom]:
    """A name that goes on in small letters: "l'association Vivre ici, …", "du groupe Lure en commun, …"."""
    after = phrase.last + 1
    if row[phrase.last].name < 0 or row[phrase.last - 1].key not in words.BODIES or behind.kind != "word":
        return phrase, behind
    for end in (after + 1, after + 2):
        if end < len(row) and row[end].kind == "mark" and row[end].key in _CLOSERS:
            return phrase._replace(last=end - 1), row[end]
    return phrase, behind


def _verb(row: Sequence[Atom], at: int, language: str) -> Phrase | None:
    """The office that a verb gives: "X préside Y", "X, who heads Y", "X a été nommée présidente de Y", "X is the CEO of Y"."""
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
    if key in (_PRESIDES if language == "fr" else _HEADING):
        return _presiding(row, place, language)
    made = False
    while place < len(row) and (row[place].key in _IS or row[place].key in _MADE) and not made:
        made = row[place].key in _MADE
        place += 1
    if place == at + 1 or place >= len(row) or row[place - 1].key not in _IS | _MADE:
        return None
    if row[place].key == "as":
        place += 1
    phrase = phrase_at(row, place, language)
    if phrase is None:
        return None
    first = row[place].key
    if first in words.INDEFINITE and first not in ("un", "une", "a", "an"):
        return None
    if row[place - 1].key not in _MADE and first not in words.DETERMINERS and phrase.object < 0 and language != "fr":
        return None
    if row[place - 1].key not in _MADE and language == "fr" and phrase.object < 0 and first in ("un", "une"):
        return None
    return phrase


def _presiding(row: Sequence[Atom], verb: int, language: str) -> Phrase | None:
    """ "préside le conseil de surveillance": the verb stands for the office, its object for the body."""
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


_VERB_SENSES: Final = {"preside": "president", "presidait": "president", "chairs": "president", "chaired": "president"}
#: Offices of a body that an article need not name again: "the chief executive" is the company's.
_BODY_OFFICES: Final = word_set(
    "chief director president vice-president founder head partner officer secretary spokesperson member coordinator "
    "organizer"
)


def _held(
    row: Sequence[Atom],
    phrase: Phrase,
    party: Party,
    party_of: Callable[[Atom], Party | None],
    body_near: Callable[[int], Party | None],
    text: Callable[[int, int], str],
    language: str,
) -> Held | None:
    noun = office(row, phrase.noun)
    if (
        noun is not None
        and noun.sense == "officer"
        and any(one.key in ("executive", "chief") for one in row[phrase.start : phrase.noun])
    ):
        noun = noun._replace(sense="chief")
    sense = noun.sense if noun is not None else _VERB_SENSES.get(row[phrase.noun].key, "head")
    if noun is not None and noun.gender and party.gender and noun.gender != party.gender:
        return None
    start = phrase.start
    # In English the body stands before its office: "Copperline partner", "Tesla's chief executive".
    ahead = ""
    ahead_at: Span | None = None
    for place in range(phrase.start, phrase.noun):
        if row[place].name >= 0:
            body = party_of(row[place])
            if body is not None and body is not party:
                ahead, ahead_at = body.name, Span(row[place].start, row[place].end)
                start = place + 1
                if start < len(row) and row[start].key == "'s":
                    start += 1
    former = phrase.former
    if phrase.first and row[phrase.first - 1].key == "'s" and row[phrase.first - 2].name >= 0:
        body = party_of(row[phrase.first - 2])
        if body is not None:
            ahead, ahead_at = body.name, Span(row[phrase.first - 2].start, row[phrase.first - 2].end)
    span = Span(row[start].start, row[phrase.last].end)
    domain, domain_at = ahead, ahead_at
    # "Chief Executive Ingrid Dahl" is the one of the body that the article is about.
    titled = row[phrase.first].capital and row[phrase.first].kind == "word"
    if not domain and phrase.object >= 0:
        domain, domain_at = _domain(row, phrase, party_of, text)
    if not domain:
        first = row[phrase.first].key
        mine = first in words.POSSESSIVE
        of_body = sense in _BODY_OFFICES and (mine or titled or phrase.object >= 0 or first in ("the", "le", "la", "l"))
        if (of_body and first not in words.INDEFINITE) or (mine and sense in ("lawyer", "mayor")):
            near = body_near(row[phrase.first].start)
            if near is not None and near is not party:
                domain = near.name
    return Held(
        span, text(span.start, span.end), sense, noun.gender if noun else "", party, domain, domain_at, former,
        row[phrase.noun].quoted,
    )  # fmt: skip


def _domain(
    row: Sequence[Atom], phrase: Phrase, party_of: Callable[[Atom], Party | None], text: Callable[[int, int], str]
) -> tuple[str, Span | None]:
    """The body or place that an office is of: a party by its name, else the words of the complement."""
    first = row[phrase.object]
    if first.key in _DOMAINS or (first.key in _WORK):
        for place in range(phrase.object + 1, phrase.last + 1):
            if row[place].name >= 0:
                body = party_of(row[place])
                if body is not None:
                    return body.name, Span(row[place].start, row[place].end)
        return "", None
    if first.key == "etat":
        # "secrétaire d'État à la Ville"
        place = next((at for at in range(phrase.object + 1, phrase.last) if row[at].key in ("a", "au", "aux")), -1)
        if place < 0:
            return "", None
        while row[place].key in words.LINKS | words.DETERMINERS and place < phrase.last:
            place += 1
        return text(row[place].start, row[phrase.last].end), Span(row[place].start, row[phrase.last].end)
    if first.name >= 0:
        body = party_of(first)
        at = Span(first.start, first.end)
        return (body.name if body is not None else text(*at)), at
    within = row[phrase.object + 1] if phrase.object < phrase.last else first
    if first.key in words.BODIES and within.name >= 0 or (within.key == "at" and phrase.last > phrase.object + 1):
        place = phrase.object + 1
        while place < phrase.last and row[place].name < 0:
            place += 1
        body = party_of(row[place])
        if body is not None:
            return body.name, Span(row[place].start, row[place].end)
    last = phrase.last
    while last > phrase.object and row[last].kind == "mark":
        last -= 1
    at = Span(first.start, row[last].end)
    if row[last].kind == "mark":
        return "", None
    return text(at.start, at.end), at
