"""What a stranger to the article needs to know of a quotation: what it is about, whose office, when."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from quiz.derive.asking import naming, roles, words
from quiz.derive.asking.drafts import level, quoted
from quiz.derive.document import Scene
from quiz.derive.fact import Fact
from quiz.language import verbs
from quiz.language.pattern import pattern
from quiz.language.text import fold

_WORD: Final = pattern(r"[^\W_]+(?:[-'’][^\W_]+)*")

_PLAIN: Final = pattern(r"[^\W\d_]{4,}")


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
    """What the words are about: a party of their sentence, else of title and paragraph; after "à propos" or "about"."""
    title = title_of(scene)
    own = naming.parts(fact.speaker)
    if near := _beside(scene, fact, own):
        return naming.said(scene, near) if language == "en" else naming.of(scene, near)
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


def near(scene: Scene, fact: Fact, about: str) -> bool:
    """Whether the paragraph of a quotation, or the one before, names what the article is about."""
    passages = [one for one in scene.document.passages if one.telling and one.start <= fact.start][-2:]
    text = " ".join(one.text for one in passages)
    return any(naming.holds_name(text, part) for part in naming.parts(about))


def _beside(scene: Scene, fact: Fact, own: tuple[str, ...]) -> str:
    """The last thing named before a quotation in its sentence, as that of which something was told before."""
    text = scene.document.article.text
    found = [
        one
        for one in scene.people.mentions_in(fact.sentence.start, fact.start)
        if not one.quoted
        and one.party.kind in ("organisation", "name")
        and one.party.name in naming.names(scene)
        and not any(naming.holds_name(one.party.name, part) for part in own)
        and not (fact.speaker_at and fact.speaker_at.start <= one.span.start < fact.speaker_at.end)
    ]
    found = [one for one in found if _OF_IT.search(text[fact.sentence.start : one.span.start])]
    if not found:
        return ""
    named = sum(one.party == found[-1].party for one in scene.people.mentions)
    return found[-1].party.name if named > 1 and "told" not in text[fact.sentence.start : found[-1].span.start] else ""


#: What leads to a thing that somebody speaks of.
_OF_IT: Final = pattern(
    r"(?:investisseurs|clients|données|rachat|vente|procès|fermeture|accord|décision|offre|plan|projet|produits?)"
    r" d(?:e |['’]|u |es )$"
    r"|\b(?:investors in|sale of|closure of|deal with|users of|customers of|purchase of|plan for|case against)"
    r" (?:the )?$"
)


def title_of(scene: Scene) -> str:
    """The article's title, as it was fetched or as it stands in the text."""
    return scene.document.article.title or next(
        (one.text for one in scene.document.passages if one.part == "title"), ""
    )


def headline(scene: Scene, fact: Fact, said: str) -> str:
    """The title, where it can stand in a question: of some words, in small letters, without the speaker."""
    title = plain_title(scene.document.article.text, level(title_of(scene)))
    full = [word for word in _WORD.findall(title) if len(word) > 3]
    if not 4 <= len(_WORD.findall(title)) <= 16 or len(full) < 3:
        return ""
    if not title or any(naming.holds_name(title, part) for part in naming.parts(fact.speaker)) or said[:20] in title:
        return ""
    return title


def told_in(scene: Scene, story: str, language: str) -> str:
    """Where something was told, by the headline and the month: "Dans l'article « … » (mars 2024)"."""
    when = naming.month(scene, language=language)
    lead = {"fr": "Dans l'article", "en": "In the story"}[language]
    return f"{lead} {quoted(story, language)}{f' ({when})' if when else ''}"


@lru_cache(maxsize=8)
def plain_title(text: str, title: str) -> str:
    """A title without what a page adds to it, in the letters of a sentence."""
    title = re.sub(r"\s*:\s*[«“\"‘].*$", "", title).strip().rstrip(".")
    title = re.sub(r"^(?:[A-Z]{4,}(?: \d+)?\s?[-:–]\s?)", "", title)
    title = re.sub(r"\s+[-–|]\s+[^-–|]{2,25}$", "", title)
    whole = re.fullmatch(r"[«“\"‘]\s*([^«»“”\"]*?)\s*[»”\"’]", title)
    title = whole[1] if whole else title
    own = {fold(word)[:5] for word in _PLAIN.findall(title)}
    here = own & {fold(word)[:5] for word in _PLAIN.findall(text.replace(title, "", 1))}
    # What shares no words with its article is the title of something else on the page.
    if "|" in title or title.count('"') % 2 or len(here) * 3 < len(own):
        return ""
    return _small(text, title) if title.isupper() else title


def _small(text: str, title: str) -> str:
    """A title in capitals with small letters, but for the words that the article always writes with a capital."""
    small = {word.lower() for word in _WORD.findall(text) if word[0].islower()}
    capitals = {word.lower(): word for word in _WORD.findall(text) if word[0].isupper() and not word.isupper()}
    told = _WORD.sub(
        lambda match: (
            match[0].lower()
            if match[0].lower() in small or match[0].lower() in words.EMPTY["fr"] | words.EMPTY["en"]
            else capitals.get(match[0].lower(), match[0].lower())
        ),
        title,
    )
    return re.sub(r"(?:^|[.!?] )\w", lambda match: match[0].upper(), told)


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
