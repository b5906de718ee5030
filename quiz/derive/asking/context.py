"""What a stranger to the article needs to know of a quotation: what it is about, whose office, when."""

from __future__ import annotations

import re
from typing import Final

from quiz.derive.asking import naming, roles, words
from quiz.derive.asking.drafts import level
from quiz.derive.document import Scene
from quiz.derive.fact import Fact
from quiz.language import verbs
from quiz.language.pattern import pattern

_WORD: Final = pattern(r"[^\W_]+(?:[-'’][^\W_]+)*")


def anchored(scene: Scene, fact: Fact, said: str) -> bool:
    """Whether the words themselves name somebody or something, other than who says them."""
    own = naming.parts(fact.speaker)
    return any(
        naming.holds_name(said, name) and not any(naming.holds_name(name, part) for part in own)
        for name in naming.names(scene)
    )


def told_now(scene: Scene, fact: Fact) -> bool:
    """Whether the words were said about the time of publication: no other date stands beside them."""
    values = [
        one
        for one in scene.readings
        if one.kind == "date"
        and fact.sentence.start <= one.start < fact.sentence.end
        and not fact.start <= one.start < fact.end
    ]
    return not any(not getattr(one.value, "relative", False) and one.value.weekday is None for one in values)


def topic(scene: Scene, fact: Fact, said: str, language: str) -> str:
    """What the words are about: a party that the title names and the paragraph too; after "à propos" or "about"."""
    title = title_of(scene)
    own = naming.parts(fact.speaker)
    passage = scene.document.passage_at(fact.start)
    near = passage.text
    for name in naming.names(scene):
        party = naming.party_of(scene, name)
        if (
            party is None
            or party.kind == "place"
            or (party.kind == "person" and " " not in party.name)
            or any(naming.holds_name(party.name, part) for part in own)
        ):
            continue
        if naming.holds_name(said, name) or not naming.holds_name(title, name) or not _alone(title, name, language):
            continue
        if not any(naming.holds_name(near, one) for one in (party.name, *party.names)):
            continue
        if language == "en":
            return naming.said(scene, party.name)
        whole = _with_noun(scene, party.name)
        return naming.of(scene, whole) if whole else ""
    return ""


def title_of(scene: Scene) -> str:
    """The article's title, as it was fetched or as it stands in the text."""
    return scene.document.article.title or next(
        (one.text for one in scene.document.passages if one.part == "title"), ""
    )


def headline(scene: Scene, fact: Fact, said: str) -> str:
    """The title, where it can stand in a question: short, in small letters, without the speaker and without marks."""
    title = re.sub(r"\s*:\s*[«“\"‘].*$", "", level(title_of(scene))).rstrip(".")
    title = re.sub(r"^(?:[A-Z]{4,}(?: \d+)?\s?[-:–]\s?)", "", title)
    count = len(_WORD.findall(title))
    if not 4 <= count <= 14 or title.isupper() or any(char in title for char in '«»“”"‘?!|'):
        return ""
    if any(naming.holds_name(title, part) for part in naming.parts(fact.speaker)) or said[:20] in title:
        return ""
    return title if any(naming.holds_name(title, name) for name in naming.names(scene)) else ""


def _with_noun(scene: Scene, name: str) -> str:
    """A name with the common nouns that the article puts before it: "piscine Pierre-Mauvoisin"; "" where it varies."""
    text = scene.document.article.text
    before = re.findall(r"((?:[\w-]+\s+){0,3})" + re.escape(name) + r"(?!\w)", text)
    nouns = []
    for lead in before:
        taken: list[str] = []
        for word in reversed(lead.split()):
            low = word.lower()
            if (
                word != low
                or low
                in words.DETERMINERS["fr"] | words.PREPOSITIONS["fr"] | words.COORDINATORS["fr"] | words.RELATIVES["fr"]
            ):
                break
            if verbs.is_finite(low, "fr") or low.isdigit():
                break
            taken.insert(0, word)
        nouns.append(" ".join(taken))
    bare = nouns.count("")
    if bare * 2 >= len(nouns):
        return name
    noun = max((one for one in nouns if one), key=lambda one: (nouns.count(one), -len(one), one))
    return f"{noun} {name}" if naming.article(scene, f"{noun} {name}") else ""


def _alone(title: str, name: str, language: str) -> bool:
    """Whether a name in a title is a thing of its own, not the first word of a longer one ("Boston harbour sale")."""
    if title.isupper():
        return False
    at = title.casefold().find(name.casefold())
    rest = title[at + len(name) :].lstrip()
    follow = _WORD.match(rest)
    if not follow:
        return True
    word = follow[0].lower()
    return (
        rest[0] in ",:;.!?’'–—"
        or word in words.PREPOSITIONS[language]
        or verbs.is_finite(word, language)
        or language == "fr"
    )


def office(scene: Scene, fact: Fact, language: str) -> str:
    """A role of the speaker that has a name in it: "Quel directeur de l'hôpital", "Which spokesman for the port"."""
    for held in scene.people.roles:
        if held.party.name != fact.speaker or held.quoted:
            continue
        role = roles.office(scene, held)
        if not role or roles.is_past(scene, held) or " pour l" in role:
            continue
        if language == "en":
            return f"Which {role}"
        gender = roles.gender(scene, held)
        if gender:
            return f"{'Quelle' if gender == 'f' else 'Quel'} {role}"
    return ""
