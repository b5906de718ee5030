"""The stage of an article: names, nouns for people and pronouns of subjects, in the order of the text."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from quiz.derive.people import Held, words
from quiz.derive.people.atoms import Atom
from quiz.derive.people.nouns import head_of, noun
from quiz.derive.people.offices import complement
from quiz.derive.people.pronouns import pronoun
from quiz.derive.people.resolving import name_beside, named_head
from quiz.derive.people.story import Figure, Story, index, weight


def stage(story: Story) -> None:
    """Fill the stage: every name, noun for people and pronoun of subjects outside quotations, in order."""
    taken = {role.span.start for role in story.roles}
    spans = sorted((role.span.start, role.span.end) for role in story.roles)
    ends = {role.span.end: role for role in story.roles}
    for number, row in enumerate(story.rows):
        figures: list[Figure] = []
        story.stage.append(figures)
        language = story.passages[number].language
        roles_before = _roles_before(story, row, ends)
        for at, one in enumerate(row):
            if one.quoted:
                continue
            if one.name >= 0:
                party = story.party_of(one)
                if party is None or party.kind == "place":
                    continue
                first = _phrase_start(row, at, roles_before.get(one.start, -1))
                story.seen.setdefault(party.name, one.start)
                body = party.kind == "organisation"
                plural = party.plural
                heavy = max(weight(row, at, at), weight(row, first, at))
                figures.append(
                    Figure(
                        one.start,
                        one.end,
                        party,
                        "",
                        party.gender,
                        plural,
                        body,
                        heavy,
                        story.sentence(number, one.start),
                    )
                )
                continue
            if one.kind == "word" and "-" in one.key and one.key.rsplit("-", 1)[1] in ("il", "elle"):
                _step(story, number, figures, one, one.key.rsplit("-", 1)[1])
                continue
            if one.kind == "word" and one.key in ("il", "elle", "he", "she"):
                nxt = row[at + 1].key if at + 1 < len(row) else ""
                if one.key in ("he", "she") or nxt not in (
                    "y",
                    "faut",
                    "faudra",
                    "est",
                    "etait",
                    "s",
                    "fallait",
                    "semble",
                    "manque",
                    "manquait",
                    "existe",
                    "convient",
                    "parait",
                ):
                    _step(story, number, figures, one, one.key)
                continue
            if one.key in words.DETERMINERS and one.kind in ("word", "elided") and (one.key, language) != ("a", "fr"):
                close = _close(row, at + 1)
                head = head_of(row, at + 1, close, language)
                if head is None or row[head].key not in _PEOPLE:
                    continue
                if any(row[place].start in taken for place in range(at, min(close + 1, len(row)))) or _within(
                    spans, row[head].start
                ):
                    continue
                if named_head(story, row, at, close, [it for it in range(at, close) if row[it].name >= 0]) is not None:
                    continue
                if name_beside(story, row, at, close, close) is not None:
                    continue
                reach, _ = complement(row, head, close, language)
                found = noun(story, number, at, max(head, reach) + 1)
                if found is not None:
                    figures.append(found)


def _roles_before(story: Story, row: list[Atom], ends: dict[int, Held]) -> dict[int, int]:
    """For each name that follows its office, where in the row the office begins."""
    found: dict[int, int] = {}
    start = -1
    role: Held | None = None
    for at, one in enumerate(row):
        if one.end in ends:
            role = ends[one.end]
            start = index(row, role.span.start)
        elif one.name >= 0 and role is not None:
            party = story.party_of(one)
            if party is not None and party.name == role.party.name and at - start < 40:
                found[one.start] = start
            role = None
    return found


def _phrase_start(row: list[Atom], at: int, office_at: int) -> int:
    """Where the phrase of a name begins: at its office, its title, its article."""
    first = at
    if office_at >= 0:
        first = office_at
        while first and at - first < 12 and row[first - 1].kind in ("word", "clitic", "name"):
            if row[first - 1].key in words.DETERMINERS:
                return first - 1
            if row[first - 1].name >= 0 or row[first - 1].kind == "clitic" or row[first - 1].key in words.MODIFIERS:
                first -= 1
                continue
            break
        return first
    while first and (row[first - 1].key in words.TITLES or row[first - 1].key in ("l", "la", "le", "the", "les")):
        first -= 1
    before = row[first - 1].key if first else ""
    noun_ = words.HUMANS.get(before)
    if noun_ is not None and not noun_.plural:
        back = first - 1
        while back and first - back < 5 and row[back - 1].kind in ("word", "elided"):
            back -= 1
            if row[back].key in words.DETERMINERS:
                return back
    return first


_FINITE: Final = words.AUXILIARIES - {"a"}
_SMALL: Final = words.PREPOSITIONS | words.DETERMINERS
_PEOPLE: Final = words.HUMANS.keys() | words.BODIES.keys()


def _speaks(row: list[Atom], at: int) -> bool:
    after = [one.key for one in row[at + 1 : at + 5]]
    while after and after[0] in ("l", "le", "la", "ne", "n", "s", "se", "lui", "nous", "m", "me", "y", "en"):
        after.pop(0)
    if not after:
        return False
    return after[0] in words.SAYING or (after[0] in ("a", "avait") and any(key in words.SAID for key in after[1:3]))


def _step(story: Story, number: int, figures: list[Figure], one: Atom, said: str) -> None:
    """A pronoun that is a subject keeps on the stage whom it stands for."""
    found = pronoun(story, number, said, one.start)
    if found is not None:
        figures.append(
            found._replace(start=one.start, end=one.end, weight=2, sentence=story.sentence(number, one.start))
        )


def _within(spans: list[tuple[int, int]], place: int) -> bool:
    at = bisect_right(spans, (place, 1 << 60)) - 1
    return at >= 0 and spans[at][0] <= place < spans[at][1]


def _close(row: list[Atom], start: int) -> int:
    """Where a noun phrase that begins before `start` ends, roughly: at a mark, verb, relative or another determiner."""
    at = start
    while at < len(row) and at - start < 9:
        one = row[at]
        verb = one.key in words.SAYING and (at > start or one.key not in _PEOPLE)  # "le prévenu", "le juge"
        if one.kind == "mark" or one.key in words.RELATIVES or one.key in _FINITE or verb:
            break
        if (
            one.key == "a"
            and at > start
            and row[at - 1].name < 0
            and at + 1 < len(row)
            and row[at + 1].key in words.SAID
        ):
            break
        if one.key in words.DETERMINERS and row[at - 1].key not in words.PREPOSITIONS:
            break
        if one.key in words.PREPOSITIONS and one.key not in words.LINKS:
            break
        at += 1
    while at > start and row[at - 1].key in _SMALL and row[at - 1].key not in _PEOPLE:
        at -= 1
    return at
