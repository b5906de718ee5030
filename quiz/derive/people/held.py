"""Who has which role: the offices beside the names of an article, each with the body or place that it is of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from quiz.derive.fact import Span
from quiz.derive.people import Held, Party, words
from quiz.derive.people.atoms import Atom
from quiz.derive.people.beside import after, before, verb
from quiz.derive.people.offices import Phrase, office
from quiz.language.text import word_set

#: Complements that say a domain within a body, not the body: "directrice de la communication".
_DOMAINS: Final = word_set(
    "policy press media affairs innovation sustainability public external internal "
    "communication finances mecenat recherche marketing ressources production strategie operations exploitation "
    "developpement programmation securite qualite hardware software communications operations research engineering "
    "product sales design nuit jour course projet campagne cabinet informatique publication redaction equipe"
)


#: "Chef d'équipe", "chef de chantier": trades that many have.
_JOBS: Final = word_set("equipe chantier cuisine rang gare train quart salle bord atelier")
#: Kinds of work named after "of"/"de" that are no body: "infirmière de nuit".
_WORK: Final = word_set("nuit jour formation metier profession carriere profession")


_SMALL: Final = words.LINKS | words.DETERMINERS
_VERB_SENSES: Final = {"preside": "president", "presidait": "president", "chairs": "president", "chaired": "president"}


#: Offices of a body that an article need not name again: "the chief executive" is the company's.
_BODY_OFFICES: Final = word_set(
    "chief director president vice-president founder head partner officer secretary spokesperson member coordinator "
    "organizer"
)


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
        if party is None or party.kind not in ("person", "name") or (" " not in party.name and _no_bearer(row, at)):
            continue
        nearest = before(row, at, language)
        outer = before(row, at, language, nearest.first) if nearest is not None else None
        for phrase in (nearest, outer, after(row, at, language), verb(row, at, language)):
            if phrase is None or phrase.noun in taken:
                continue
            one_held = _held(row, phrase, party, party_of, body_near, text)
            if one_held is not None:
                taken.add(phrase.noun)
                found.append(one_held)
    return found


def _no_bearer(row: Sequence[Atom], at: int) -> bool:
    """Whether a name is where something is, or the party of an office: "à Matignon, le ministre", "député LFI de"."""
    before = row[at - 1] if at else None
    if before is None:
        return False
    if row[at].text.isupper() and len(row[at].text) < 7 and office(row, at - 1) is not None:
        return True
    placed = before.key in ("en", "au", "aux", "in", "at", "near") or before.text in ("à", "À")
    return placed and " " not in row[at].text


def _held(
    row: Sequence[Atom],
    phrase: Phrase,
    party: Party,
    party_of: Callable[[Atom], Party | None],
    body_near: Callable[[int], Party | None],
    text: Callable[[int, int], str],
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
    elif phrase.first > 1 and row[phrase.first - 1].key == "'s" and row[phrase.first - 2].key in words.BODIES:
        near = body_near(row[phrase.first].start)
        body_at = row[phrase.first - 2]
        ahead = near.name if near is not None and near is not party else text(body_at.start, body_at.end)
    owner = next((at for at in range(phrase.start, phrase.noun) if row[at].kind == "clitic"), -1)
    if owner > 0 and row[owner - 1].name < 0:
        start = owner + 1
        if row[owner - 1].key in words.BODIES and not ahead:
            near = body_near(row[phrase.first].start)
            ahead = (
                near.name if near is not None and near is not party else text(row[owner - 1].start, row[owner - 1].end)
            )
    span = Span(row[start].start, row[phrase.last].end)
    domain, domain_at = ahead, ahead_at
    # "Chief Executive Ingrid Dahl" is the one of the body that the article is about.
    titled = row[phrase.first].capital and row[phrase.first].kind == "word"
    if not domain and phrase.object >= 0:
        domain, domain_at = _domain(row, phrase, party_of, text)
    if not domain:
        first = row[phrase.first].key
        if phrase.object >= 0 and row[phrase.object].key in _JOBS:
            first = "un"  # a trade, and no office of the body at hand
        mine = first in words.POSSESSIVE
        of_body = sense in _BODY_OFFICES and (mine or titled or phrase.object >= 0 or first in ("the", "le", "la", "l"))
        nearer = _nearer_body(row, phrase.first, party_of) if mine else -1
        if nearer >= 0:
            # "Denby Moss council. Its leader": the body that was told last, if it has a name before it.
            domain = text(row[nearer - 1].start, row[nearer].end) if nearer and row[nearer - 1].name >= 0 else ""
        elif (of_body and first not in words.INDEFINITE) or (mine and sense in ("lawyer", "mayor")):
            near = body_near(row[phrase.first].start)
            if near is not None and near is not party:
                domain = near.name
    return Held(
        span, text(span.start, span.end), sense, noun.gender if noun else "", party, domain, domain_at, former,
        row[phrase.noun].quoted,
    )  # fmt: skip


#: Nouns for bodies that an article uses of the one that it has named.
_BY_NAME: Final = frozenset(("company", "maker", "bank", "club", "organisation", "association", "union", "agency"))


def _nearer_body(row: Sequence[Atom], first: int, party_of: Callable[[Atom], Party | None]) -> int:
    """The noun for a body that stands nearer to a possessive than any body with a name; -1 where none does."""
    for at in range(first - 1, -1, -1):
        one = row[at]
        party = party_of(one) if one.name >= 0 else None
        if one.quoted or (party is not None and party.kind != "organisation"):
            continue
        if party is not None:
            return -1
        noun = words.BODIES.get(one.key) if one.kind == "word" else None
        if noun is not None and not noun.plural and noun.sense not in _BY_NAME:
            return at
    return -1


def _domain(
    row: Sequence[Atom], phrase: Phrase, party_of: Callable[[Atom], Party | None], text: Callable[[int, int], str]
) -> tuple[str, Span | None]:
    """The body or place that an office is of: a party by its name, else the words of the complement."""
    first = row[phrase.object]
    if first.key in _JOBS and phrase.object == phrase.last:
        return "", None
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
        while row[place].key in _SMALL and place < phrase.last:
            place += 1
        return text(row[place].start, row[phrase.last].end), Span(row[place].start, row[phrase.last].end)
    if first.name >= 0 and phrase.object + 1 < phrase.last and row[phrase.object + 1].kind == "clitic":
        at = Span(first.start, row[phrase.last].end)
        return text(*at), at
    if first.name >= 0:
        body = party_of(first)
        at = Span(first.start, first.end)
        return (body.name if body is not None else text(*at)), at
    within = row[phrase.object + 1] if phrase.object < phrase.last else first
    if (first.key in words.BODIES and within.name >= 0) or (within.key == "at" and phrase.last > phrase.object + 1):
        place = phrase.object + 1
        while place < phrase.last and row[place].name < 0:
            place += 1
        body = party_of(row[place])
        if body is not None:
            return body.name, Span(row[place].start, row[place].end)
    last = next((at - 1 for at in range(phrase.object + 1, phrase.last) if row[at].key == "("), phrase.last)
    while last > phrase.object and row[last].kind == "mark":
        last -= 1
    at = Span(first.start, row[last].end)
    if row[last].kind == "mark":
        return "", None
    return text(at.start, at.end), at
