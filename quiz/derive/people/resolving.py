"""Who a phrase stands for: a name, an apposition, a role, an epithet or a pronoun → the one party, or nobody."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from quiz.derive.fact import Span
from quiz.derive.people import Party, Referent, words
from quiz.derive.people.atoms import Atom
from quiz.derive.people.nouns import PLURAL, head_of, noun
from quiz.derive.people.offices import office
from quiz.derive.people.pronouns import latter, pronoun, thing
from quiz.derive.people.story import Figure, Story, index, same_gender, weight
from quiz.language.text import fold

_PRONOUNS: Final = words.HE | words.SHE | words.THEY_M | words.THEY_F | {"they", "them"}


def resolve(story: Story, phrase: Span) -> Referent | None:
    """Who a noun phrase, name or pronoun stands for; None where two would fit, or nobody."""
    number = story.row_at(phrase.start)
    if number < 0:
        return _elsewhere(story, phrase)
    row = story.rows[number]
    first = index(row, phrase.start)
    end = first
    while end < len(row) and row[end].start < phrase.end:
        end += 1
    while first < end and row[first].kind == "mark":
        first += 1
    while end > first and row[end - 1].kind == "mark" and row[end - 1].key not in (")", "»", "”"):
        end -= 1
    if first >= end:
        return None
    said = fold(story.words(phrase.start, phrase.end)).strip(" -,.").rsplit("-", 1)[-1]
    if row[first].quoted and row[first].name < 0 and said not in _PRONOUNS:
        return None
    if said == "it":
        return _referent(thing(story, number, phrase.start), phrase)
    if said in _PRONOUNS:
        figure = pronoun(story, number, said, phrase.start)
        return _referent(figure, phrase)
    if said in words.POSSESSIVE:
        return _referent(_owner(story, number, said, phrase.start), phrase)
    key = row[first].key
    if end - first == 1 and row[first].name < 0 and (key in words.NOBODY or key in _PRONOUNS):
        return None
    if key in ("celui-ci", "celle-ci", "ceux-ci", "celles-ci") or (
        end - first == 2 and row[end - 1].key in words.LATTER and key in ("ce", "cette", "the")
    ):
        return _referent(latter(story, number, row[first], row[end - 1], phrase.start), phrase)
    return _phrase(story, number, first, end, phrase)


#: The pronouns for whom a possessive may stand.
_OWNERS: Final = {
    "his": ("he",), "her": ("she",), "their": ("they",), "son": ("il", "elle"), "sa": ("il", "elle"),
    "ses": ("il", "elle"), "leur": ("ils", "elles"), "leurs": ("ils", "elles"),
}  # fmt: skip


def _owner(story: Story, number: int, said: str, place: int) -> Figure | None:
    """Whose a thing is, where the pronouns that fit the possessive stand for one figure."""
    if said == "its":
        return thing(story, number, place)
    found = [one for word in _OWNERS[said] if (one := pronoun(story, number, word, place)) is not None]
    return found[0] if len({one.who for one in found}) == 1 else None


def _referent(figure: Figure | None, phrase: Span) -> Referent | None:
    if figure is None or (figure.party is None and not figure.name):
        return None
    if figure.party is not None:
        return Referent(figure.party.name, figure.party, phrase, named=True)
    return Referent(figure.name, None, phrase, named=False)


def _elsewhere(story: Story, phrase: Span) -> Referent | None:
    """A name in a passage that tells nothing, as under a post: the party that has it, or the name itself."""
    said = story.words(phrase.start, phrase.end).strip(" ,—–-")
    key = fold(said)
    for party in story.parties:
        if any(fold(name) == key for name in party.names):
            return Referent(party.name, party, phrase, named=True)
    if not said or not said[:1].isupper() or " " not in said:
        return None
    plain = "".join(char for char in key if char.isalnum())
    for party in story.parties:
        if "".join(char for char in fold(party.name) if char.isalnum()) == plain:
            return Referent(party.name, party, phrase, named=True)
    return Referent(said, None, phrase, named=True)


def _phrase(story: Story, number: int, first: int, end: int, phrase: Span) -> Referent | None:
    """A name or a noun phrase between two places of a row."""
    row = story.rows[number]
    close = _first_segment(row, first, end)
    names = [at for at in range(first, close) if row[at].name >= 0]
    joined = _joined(row, names)
    if joined and weight(row, first, first) >= 0 and not _hangs(row, joined[0], first):
        return Referent(story.words(row[first].start, row[joined[1]].end), None, phrase, named=False)
    head = named_head(story, row, first, close, names)
    apposed = name_beside(story, row, first, close, end)
    if head is not None:
        party = story.party_of(row[head])
        officer = _officer(story, row, head, end) if head == close - 1 else None
        if officer is not None and party is not None and party.kind != "person":
            return Referent(officer.name, officer, phrase, named=True)
        if apposed is not None and party is not None and party.kind != "person" and apposed.kind == "person":
            return Referent(apposed.name, apposed, phrase, named=True)
        hangs = any(row[at].key in words.OF for at in range(first, head))
        full = apposed is not None and apposed.kind == "name" and " " in apposed.name and " " not in row[head].key
        if apposed is not None and hangs and (apposed.kind == "person" or full):
            return Referent(apposed.name, apposed, phrase, named=True)
        if apposed is not None and head > first and row[head - 1].key in words.BODIES:
            return Referent(apposed.name, apposed, phrase, named=True)
        return Referent(party.name, party, phrase, named=True) if party is not None else None
    if names and names[0] == first and close - first == 1:
        return None
    if apposed is not None:
        return Referent(apposed.name, apposed, phrase, named=True)
    owner = _apposed_to(story, row, first, close)
    if owner is not None:
        return Referent(owner.name, owner, phrase, named=True)
    return _referent(noun(story, number, first, close), phrase)


def _officer(story: Story, row: list[Atom], body: int, end: int) -> Party | None:
    """Of a phrase cut short, "Bramwell & Co" before "analyst Lucia Ferrante": the officer."""
    at = max(body + 1, end)
    known = False
    while at < len(row) and at - body < 5 and row[at].kind == "word" and row[at].name < 0 and not row[at].capital:
        known = office(row, at) is not None
        at += 1
    if not known or at >= len(row) or row[at].name < 0:
        return None
    party = story.party_of(row[at])
    return party if party is not None and party.kind in ("person", "name") else None


def _apposed_to(story: Story, row: list[Atom], first: int, close: int) -> Party | None:
    """Of a phrase that is itself an apposition, "a lawyer for Y" after "Jane Roe,": the person before it."""
    if first < 2 or row[first - 1].key != ",":
        return None
    start = first + (1 if row[first].key in words.DETERMINERS else 0)
    head = head_of(row, start, close, story.document.language)
    noun_ = words.HUMANS.get(row[head].key) if head is not None else None
    if noun_ is None or noun_.plural or row[first].key in words.POSSESSIVE:
        return None
    at = first - 2
    if row[at].key == "ans" or row[at].kind == "digits":
        while at > 0 and row[at].key != ",":
            at -= 1
        at -= 1
    if at < 0 or row[at].name < 0 or weight(row, at, at) == 0:
        return None
    party = story.party_of(row[at])
    if party is None or party.kind not in ("person", "name") or not same_gender(party.gender, noun_.gender):
        return None
    return party


def _first_segment(row: list[Atom], first: int, end: int) -> int:
    """Where the first part of a phrase ends: at a comma, a dash, a relative."""
    depth = 0
    complement = False
    for at in range(first, end):
        key = row[at].key
        if row[at].name >= 0 and at > first:
            complement = complement or row[at - 1].key in words.PREPOSITIONS or row[at - 1].key == "the"
        elif complement and at > first and row[at - 1].name >= 0 and row[at].kind == "word" and _leaves(row[at]):
            return at
        if key == "(":
            depth += 1
        elif key == ")":
            depth -= 1
        elif depth == 0 and at > first and (key in (",", ";", ":", "—", "–") or key in words.RELATIVES):
            return at
    return end


def _leaves(one: Atom) -> bool:
    """Whether no noun phrase goes on with this word after a name in its complement: "the head of X grew up"."""
    known = one.key in words.BODIES or one.key in words.HUMANS or one.key in words.PREPOSITIONS
    return not (
        one.capital or known or one.key in ("et", "and", "ou", "or") or one.key.endswith(words.INSTITUTION_ENDS)
    )


def _joined(row: list[Atom], names: list[int]) -> tuple[int, int] | None:
    for one, two in pairwise(names):
        between = [atom.key for atom in row[one + 1 : two]]
        if between in (["et"], ["and"], ["&"], ["et", "l"], ["et", "le"], ["et", "la"], ["and", "the"]):
            return one, two
    return None


def _hangs(row: list[Atom], at: int, first: int) -> bool:
    """Whether the name at `at` hangs on a noun before it ("the lawyer of X and Y") or modifies one after it."""
    return at > first and any(row[place].key in words.PREPOSITIONS for place in range(first, at))


def named_head(story: Story, row: list[Atom], first: int, close: int, names: list[int]) -> int | None:
    """The name that is the head of a phrase without commas; None where its head is a noun."""
    if not names:
        return None
    lead = first
    while lead < close and (
        row[lead].key in words.DEFINITE or row[lead].key in words.TITLES or row[lead].kind == "short"
    ):
        lead += 1
    last = names[-1]
    tail = [one for one in row[last + 1 : close] if one.kind != "mark"]
    in_parens = last + 1 < close and row[last + 1].key == "("
    # The name comes first: M. X, l'OMS, X of Purdue, X (PS).
    if names[0] == lead:
        after = row[lead + 1] if lead + 1 < close else None
        one = story.party_of(row[lead])
        if after is None or after.key == "(":
            return lead
        if after.key in words.PREPOSITIONS and (one is None or one.kind != "place"):
            return lead
        if after.key == "'s":
            held_by = story.party_of(row[names[-1]]) if names[-1] == lead + 2 == close - 1 else None
            if held_by is not None and held_by.kind == "organisation":
                return names[-1]
            return _close_head(story, row, lead, names, close)
        if after.kind == "mark":
            return lead
        return _close_head(story, row, lead, names, close)
    # What a preposition adds may follow: "l'avocat Jean Roe du barreau de Lille".
    if tail and not in_parens and tail[0].key not in words.PREPOSITIONS:
        return None
    for at in reversed(names):
        if in_parens and at != last and row[at + 1].key != "(":
            continue
        if _close_head(story, row, first, [at], at + 1) is not None:
            return at
    return None


def _close_head(story: Story, row: list[Atom], first: int, names: list[int], close: int) -> int | None:
    """The last name, if no preposition leads to it: "lawyer Jane Roe", "la maire de Lille Martine X"."""
    at = names[-1]
    if at == first or at < close - 1:
        return None
    before = row[at - 1]
    if before.key in words.PREPOSITIONS or before.key in ("'s", "et", "and", "or", "ou") or before.kind == "elided":
        return None
    if before.key in words.DETERMINERS:
        return None if at - 1 > first else at
    party = story.party_of(row[at])
    nouns = [words.HUMANS.get(one.key) or words.BODIES.get(one.key) for one in row[first:at] if one.kind == "word"]
    known = [one for one in nouns if one is not None]
    if known and known[0].plural:
        return None
    if party is not None and party.kind in ("organisation", "place"):
        # "les ingénieurs Microsoft": only a noun for bodies takes the name of a body.
        return (
            at if any(one.key in words.BODIES and not words.BODIES[one.key].plural for one in row[first:at]) else None
        )
    return at


def name_beside(story: Story, row: list[Atom], first: int, close: int, end: int) -> Party | None:
    """The name in apposition after a noun phrase: "le PDG de Tesla, Elon Musk,", "X's lawyer, Jane Doe"."""
    if close >= len(row) or row[close].key not in (",", "–", "—"):
        return None
    start = first + (1 if row[first].key in words.DETERMINERS else 0)
    head = head_of(row, start, close, story.document.language)
    key = row[head].key.removeprefix("ex-") if head is not None else ""
    human, body = words.HUMANS.get(key), words.BODIES.get(key)
    main = human or body
    if row[first].key in PLURAL or main is None or main.plural:
        return None
    at = close + 1
    while at < len(row) and at - close < 6 and row[at].name < 0:
        one = row[at]
        if one.kind == "mark" or one.key in words.PREPOSITIONS or one.key in words.RELATIVES:
            return None
        if one.key in words.AUXILIARIES or one.key in words.SAYING:
            return None
        at += 1
    if at >= len(row) or row[at].name < 0:
        return None
    party = story.party_of(row[at])
    if party is None or (human is not None and party.kind not in ("person", "name")) or party.kind == "place":
        return None
    if human is not None and not same_gender(party.gender, human.gender):
        return None
    if human is None and party.kind == "person":
        return None
    after = row[at + 1] if at + 1 < len(row) else None
    inside = at < end
    closed = after is None or after.kind == "mark" or after.key in ("of", "alias", "de", "who", "qui")
    if after is not None and after.key in ("et", "and", "'s"):
        return None
    return party if closed or (inside and at == end - 1) else None
