"""Who holds an office: asked where the office is one that a single person has and what it belongs to has a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quiz.answers.verdict import Answer
from quiz.derive.asking import naming
from quiz.derive.asking.drafts import draft
from quiz.derive.document import Scene
from quiz.derive.draft import Draft
from quiz.derive.fact import Fact, Span
from quiz.language.pattern import pattern
from quiz.language.text import fold, word_set

#: The nouns of offices that one person holds, by their gender in French ("" for both).
_FR: Final = {
    word: gender
    for gender, said in (
        ("m", "président directeur pdg secrétaire patron maire ministre procureur gouverneur préfet recteur fondateur"
              " chancelier roi entraîneur sélectionneur chef commissaire ambassadeur rédacteur doyen évêque archevêque"
              " président-directeur vice-président cofondateur proviseur bâtonnier"),
        ("f", "présidente directrice pdgère patronne procureure gouverneure préfète rectrice fondatrice chancelière"
              " reine entraîneuse sélectionneuse cheffe commissaire ambassadrice rédactrice doyenne présidente-directrice"
              " vice-présidente cofondatrice proviseure bâtonnière"),
    )
    for word in said.split()
}  # fmt: skip
#: Offices whose noun has one form for men and women.
_BOTH: Final = word_set("maire ministre secrétaire commissaire pdg")
_EN: Final = pattern(
    r"(?:(?:group|executive|acting|deputy|founding|national|artistic|managing|general|creative|musical|medical)\s+)*"
    r"(?:chief [a-z]+(?: officer)?|ceo|cfo|president|chair(?:man|woman|person)?|mayor|governor|director(?:[- ]general)?|"
    r"head|secretary(?:[- ]general)?|founder|editor(?:[- ]in[- ]chief)?|minister|chancellor|superintendent|principal|"
    r"leader|boss|prime minister|headteacher|sheriff|dean|rector|attorney general|police chief|fire chief)",
    re.IGNORECASE,
)


def asked(scene: Scene, fact: Fact) -> Iterator[Draft]:
    """ "Qui est le président de … en mars 2024 ?", "Who was the chief executive of … in March 2024?"."""
    if not fact.speaker or fact.speaker not in naming.names(scene):
        return
    said = _french(scene, fact) if scene.document.language == "fr" else _english(scene, fact)
    if said:
        at = fact.speaker_at or Span(fact.start, fact.end)
        both = Span(min(at.start, fact.start), max(at.end, fact.end))
        yield draft(
            scene, fact, "role", said, Answer("person", fact.speaker), both if both.end - both.start < 90 else at
        )


def whole(scene: Scene, fact: Fact, language: str) -> str:
    """The office with what it belongs to."""
    role = fact.surface.strip(" ,")
    role = re.sub(r"^(?:l['’]|le |la |the |un |une |an? )", "", role, flags=re.IGNORECASE)
    role = re.sub(r"^(?:actuel(?:le)? |current )", "", role)
    if any(naming.holds_name(role, name) for name in naming.names(scene) if name != fact.speaker):
        return role
    if not fact.subject or not any(map(str.isupper, fact.subject)) or " de " in role or " of " in role:
        return ""
    if language == "fr":
        return f"{role} {naming.of(scene, fact.subject)}"
    return f"{role} of {fact.subject}"


def _french(scene: Scene, fact: Fact) -> str:
    role = whole(scene, fact, "fr")
    noun = role.split(" ")[0]
    said_of = gender(scene, fact, noun.lower())
    if not role or noun.lower() not in _FR or not said_of:
        return ""
    if noun.islower() is False and noun.upper() != noun:
        role = noun.lower() + role[len(noun) :]
    said = "l'" if fold(noun[0]) in "aeiou" else "la " if said_of == "f" else "le "
    when = naming.month(scene, language="fr")
    return f"Qui est {said}{role}{' en ' + when if when else ''}\u00a0?"


def gender(scene: Scene, fact: Fact, noun: str) -> str:
    """Whether an office is held by a man ("m") or a woman ("f"), as its noun, the article or the person says; or ""."""
    if noun not in _BOTH:
        if noun in _FR:
            return _FR[noun]
        return (
            "f"
            if noun.endswith(("trice", "euse", "ière", "ienne", "elle", "cate", "ante", "ée"))
            else ("m" if noun.endswith(("teur", "eur", "ier", "ien", "cat", "ant", "é", "el")) else "")
        )
    party = next((m.party for m in scene.people.mentions if m.party.name == fact.speaker), None)
    if party and party.gender:
        return party.gender
    before = scene.document.article.text[max(0, fact.start - 4) : fact.start].lower()
    return "f" if before.endswith("la ") else "m" if before.endswith("le ") else ""


def _english(scene: Scene, fact: Fact) -> str:
    role = whole(scene, fact, "en")
    if not role or not _EN.match(role):
        return ""
    head = role.split(" of ")[0].split(" for ")[0]
    if "," in role:
        return ""
    role = (head if head.isupper() or (len(head.split()) == 1 and head.isupper()) else _lower(head)) + role[len(head) :]
    when = naming.month(scene, language="en")
    return f"Who was the {role} in {when}?" if when else f"Who is the {role}?"


def _lower(head: str) -> str:
    return " ".join(word if word.isupper() else word.lower() for word in head.split())
