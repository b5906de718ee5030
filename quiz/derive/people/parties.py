"""The parties of an article: which names are one, where they stand, what roles they have, who a phrase stands for."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from quiz.derive.document import Document
from quiz.derive.fact import Span
from quiz.derive.people import Held, Mention, Party, People, words
from quiz.derive.people.atoms import Atom, atoms
from quiz.derive.people.evidence import Draft
from quiz.derive.people.held import held
from quiz.derive.people.joining import join
from quiz.derive.people.naming import namings
from quiz.derive.people.resolving import resolve
from quiz.derive.people.staging import stage
from quiz.derive.people.story import Story, weight
from quiz.derive.sentences import dateline
from quiz.language.reading import Reading

#: What joins those of somebody to the name.
_OF: Final = words.OF | {"for", "representing", "representant", "defendant"}


def people(document: Document, readings: tuple[Reading[Any], ...]) -> People:
    """Everybody who is named in the telling passages of a document."""
    passages = [one for one in document.passages if one.telling]
    rows: list[list[Atom]] = []
    quotes = [one for one in readings if one.kind == "quote"]
    at = 0
    for passage in passages:
        while at < len(quotes) and quotes[at].end <= passage.start:
            at += 1
        end = at
        while end < len(quotes) and quotes[end].start < passage.end:
            end += 1
        begins = passage.start + dateline(passage.text)
        # "CHICAGO — ": where a dispatch comes from is nobody in it.
        rows.append([one for one in atoms(passage, quotes[at:end]) if one.start >= begins])
    found = namings(rows, readings, document.language)
    drafts = join(rows, found, document.language)
    rows = [[one for one in row if one.kind != "gone"] for row in rows]
    nouns = _nouns(rows, found_party(found))
    parties = [_party(draft, ()) for draft in drafts]
    called = {parties[number].name: senses for number, senses in nouns.items()}
    story = Story(document, passages, rows, found, parties, called, [one.start for one in passages])
    story.roles = _roles(story)
    of: dict[str, list[str]] = {}
    for role in story.roles:
        of.setdefault(role.party.name, []).append(role.words)
    for party, draft in zip(parties, drafts, strict=True):
        if party.name in of and party.kind == "name" and len(draft.keys) > 1:
            # Whoever has an office is a person.
            draft.signs["person"] += 2
    # The roles are known only now; a party is the same by its name.
    story.parties = [
        _party(draft, tuple(dict.fromkeys(of.get(party.name, ()))))
        for party, draft in zip(parties, drafts, strict=True)
    ]
    again = dict(zip((party.name for party in parties), story.parties, strict=True))
    story.roles = [_with(role, again[role.party.name]) for role in story.roles]
    offices = {
        party.name: {sense for title in draft.titles for sense in words.TITLE_OFFICES.get(title, ())}
        for party, draft in zip(parties, drafts, strict=True)
    }
    story.index(offices)
    stage(story)
    heads = _heads(story)
    mentions = tuple(
        Mention(Span(one.start, one.end), story.parties[one.party], heads.get(number, ""), one.quoted)
        for number, one in enumerate(found)
        if one.party >= 0
    )
    return People(mentions, tuple(story.roles), partial(resolve, story))


def found_party(found: list[Any]) -> list[int]:
    """The number of the party of each naming."""
    return [one.party for one in found]


def _heads(story: Story) -> dict[int, str]:
    """What stands for somebody of a party where it is named: "les avocats" of "les avocats d'Elon Musk"."""
    heads: dict[int, str] = {}
    for row in story.rows:
        for at, one in enumerate(row):
            if one.name < 0:
                continue
            link = at - 1
            while link > 0 and row[link].key in words.DEFINITE:
                link -= 1
            if link > 0 and row[link].key in _OF and row[link - 1].key in words.HUMANS:
                first = link - 1
                if first and row[first - 1].key in words.DETERMINERS:
                    first -= 1
                heads[one.name] = story.words(row[first].start, row[link - 1].end)
            elif at + 2 < len(row) and row[at + 1].kind == "clitic" and row[at + 2].key in words.HUMANS:
                heads[one.name] = row[at + 2].text
    return heads


def _with(role: Held, party: Party) -> Held:
    return Held(
        role.span, role.words, role.sense, role.gender, party, role.domain, role.domain_at, role.former, role.quoted
    )


def _party(draft: Draft, roles: tuple[str, ...]) -> Party:
    names = sorted(draft.names, key=lambda name: (-len(name), name))
    shown = draft.shown
    return Party(shown, draft.kind, tuple(dict.fromkeys((shown, *names))), roles, draft.gender, draft.plural)


def _nouns(rows: list[list[Atom]], party: list[int]) -> dict[int, set[str]]:
    """What bodies are called beside their names: "la compagnie danoise Nordhav", "Ofwat, the regulator"."""
    nouns: dict[int, set[str]] = {}
    for row in rows:
        for at, one in enumerate(row):
            if one.name < 0 or party[one.name] < 0:
                continue
            called = set()
            for place in range(max(0, at - 3), at):
                noun = words.BODIES.get(row[place].key)
                if (
                    noun is not None
                    and not noun.plural
                    and not any(it.key in words.PREPOSITIONS or it.kind == "mark" for it in row[place + 1 : at])
                ):
                    called |= {row[place].key, noun.sense}
            after = row[at + 1 : at + 5]
            if len(after) > 2 and after[0].key == "," and after[1].key in words.DETERMINERS:
                for it in after[2:] if not any(it.kind == "clitic" for it in after) else ():
                    noun = words.BODIES.get(it.key)
                    if noun is not None and not noun.plural:
                        called |= {it.key, noun.sense}
                        break
            behind = words.BODIES.get(row[at + 1].key) if at + 1 < len(row) else None
            if behind is not None and not behind.plural and row[at + 1].kind == "word":
                called |= {row[at + 1].key, behind.sense}
            for key in one.key.split():
                noun = words.BODIES.get(key)
                if noun is not None and not noun.plural:
                    called |= {key, noun.sense}
            if called:
                nouns.setdefault(party[one.name], set()).update(called)
    return nouns


def _roles(story: Story) -> list[Held]:
    found: list[Held] = []
    for number, row in enumerate(story.rows):
        language = story.passages[number].language
        found.extend(held(row, story.party_of, partial(_body_near, story, number), story.words, language))
    return found


def _source(row: list[Atom], at: int) -> bool:
    """Whether a name is told as a source only: "selon le quotidien El Faro", "according to the Guild"."""
    before = [one.key for one in row[max(0, at - 4) : at]]
    return (
        "selon" in before or "according" in before or before[-2:] == ["d", "apres"] or before[-3:-1] == ["d", "apres"]
    )


def _body_near(story: Story, number: int, place: int) -> Party | None:
    """The one body that a place speaks of: named before it in its passage, else in the one before."""
    for back in (number, number - 1):
        if back < 0:
            return None
        bodies: dict[str, Party] = {}
        for at, one in enumerate(story.rows[back]):
            if one.name >= 0 and one.end <= place and not one.quoted:
                party = story.party_of(one)
                if party is None or party.kind not in ("organisation", "name") or _source(story.rows[back], at):
                    continue
                if party.kind == "organisation" or weight(story.rows[back], at, at) == 2:
                    bodies[party.name] = party
        sure = {name: party for name, party in bodies.items() if party.kind == "organisation"}
        some = sure or bodies
        if len(some) == 1:
            return next(iter(some.values()))
        if some:
            return None
    return None
