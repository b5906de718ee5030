"""Who holds an office: asked where one person alone has it and what it belongs to has a name."""

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
from quiz.derive.people import Held
from quiz.language.pattern import pattern
from quiz.language.text import fold, word_set

#: Nouns of offices that one person holds, folded.
_FR: Final = word_set(
    "president presidente directeur directrice pdg secretaire patron patronne maire ministre procureur procureure"
    " gouverneur gouverneure prefet prefete recteur rectrice fondateur fondatrice chancelier chanceliere roi reine"
    " entraineur entraineuse selectionneur chef cheffe redacteur redactrice doyen doyenne president-directeur"
    " cofondateur cofondatrice proviseur batonnier batonniere commissaire ambassadeur ambassadrice"
)
_EN: Final = pattern(
    r"(?:(?:group|executive|acting|deputy|founding|national|artistic|managing|general|creative|musical|medical|city)\s)*"
    r"(?:chief [a-z]+(?: officer)?|ceo|cfo|president|chair(?:man|woman|person)?|mayor|governor|head|leader|dean"
    r"|principal|director(?:[- ]general)?|secretary(?:[- ]general)?|(?:co-?)?founder|editor(?:[- ]in[- ]chief)?"
    r"|(?:prime )?minister|chancellor|superintendent|headteacher|sheriff|rector|attorney general|(?:police|fire) chief)"
    r"(?: (?:of|for|at) .+)?",
    re.IGNORECASE,
)
_FORMER: Final = pattern(
    r"\b(?:ancien|ancienne|ex|former|then|alors|de l['’]époque|d['’]alors|at the time|outgoing)\b", re.IGNORECASE
)
#: What may stand in front of an office and is no part of it.
_LEAD: Final = pattern(
    r"^(?:l['’]|le |la |les |the |un |une |an? |son |sa |its |his |her |their |leur |actuel(?:le)? |current )+",
    re.IGNORECASE,
)
_ASIDE: Final = pattern(r"\s*\([^()]*\)|\s*[,;].*$")
_JOINT: Final = {
    "fr": pattern(r"\b(?:de|d['’]|du|des|chez|à|au|aux|pour)(?=\W|$)"),
    "en": pattern(r"\b(?:of|for|at|with|in)\b"),
}
#: What stands before a role that belongs to somebody else: "the union's national officer", "their attorney".
_ELSE: Final = pattern(r"(?:['’]s?|\b(?:their|his|her|leur))\s+$", re.IGNORECASE)
#: English offices that one has "for" somebody.
_FOR: Final = pattern(r".*\b(?:attorney|lawyer|counsel|spokes\w+|analyst|solicitor|barrister|agent)", re.IGNORECASE)


def asked(scene: Scene, fact: Fact) -> Iterator[Draft]:
    """The question "Qui est le président de … en mars 2024 ?", "Who was the chief executive of … in March 2024?"."""
    held = next((one for one in scene.people.roles if one.span.start == fact.start), None)
    party = naming.party_of(scene, fact.speaker)
    if held is None or party is None or party.kind != "person" or is_past(scene, held):
        return
    role = office(scene, held)
    if not _one_of_a_kind(scene, role):
        return
    question = _french(scene, held, role) if scene.document.language == "fr" else _english(scene, role)
    if role and question:
        at = next(
            (one.span for one in scene.people.mentions_in(fact.start - 80, fact.end + 80) if one.party == party), None
        )
        both = Span(min(at.start, fact.start), max(at.end, fact.end)) if at is not None else Span(fact.start, fact.end)
        if scene.document.sentence_at(both.start) != scene.document.sentence_at(both.end - 1):
            both = Span(fact.start, fact.end)
        yield draft(scene, fact, "role", question, Answer("person", fact.speaker), both)


def _one_of_a_kind(scene: Scene, role: str) -> bool:
    """Whether one person alone can have the role: not "directrice pour la France", of which each firm has one."""
    named = [name for name in naming.names(scene) if naming.holds_name(role, name)]
    party = naming.party_of(scene, named[0]) if named else None
    if named and re.search(rf"[A-ZÀ-Ý][\w&-]* {re.escape(named[0])}\b", role):
        # "PDG d'Orvane France": a firm that has a country in its name.
        party = None
    noun = fold(role.split(" ", maxsplit=1)[0]) if role else ""
    if noun.startswith(("cofond", "cofound", "co-found")) or re.search(r"\b(?:pour|chez)\b", role):
        return False
    return party is None or party.kind != "place" or noun in _OF_PLACES


_OF_PLACES: Final = word_set(
    "ministre maire gouverneur gouverneure president presidente prefet prefete procureur procureure roi reine "
    "chancelier"
    " chanceliere mayor governor president minister prime chancellor sheriff archeveque eveque"
)


def is_past(scene: Scene, held: Held) -> bool:
    """Whether a role is told as one that somebody had before."""
    text = scene.document.article.text
    return held.former or _FORMER.search(text[max(0, held.span.start - 14) : held.span.end + 16]) is not None


def office(scene: Scene, held: Held) -> str:
    """The words of a role with what it belongs to by name; "" where no name says that."""
    language = scene.document.language
    role = _LEAD.sub("", _ASIDE.sub("", held.words), count=1).strip()
    if (
        not role
        or any(char in role for char in '«»"“”‘')
        or len(role.split()) > 11
        or role.split()[0].lower() in _VERBS
    ):
        return ""
    if language == "fr" and held.domain[:1].isupper() and naming.goes_on(scene.document.article.text, held.domain):
        return ""
    own = naming.parts(held.party.name)
    if any(naming.holds_name(role, part) for part in own):
        return ""
    domain = held.domain if held.domain in naming.names(scene) and not naming.holds_name(role, held.domain) else ""
    if (domain and any(naming.holds_name(domain, part) for part in own)) or domain in ("U.S.", "US", "UK", "U.K."):
        return ""
    named = [name for name in naming.names(scene) if naming.holds_name(role, name)]
    if named:
        return _lower(role)
    joint = _JOINT[language].search(role)
    before = scene.document.article.text[max(0, held.span.start - 8) : held.span.start]
    if not domain or (held.domain_at is None and _ELSE.search(before)) or not _body(scene, domain, role):
        return ""
    if joint:
        # "directeur du centre hospitalier" of the centre hospitalier Simone-Arnould: the name says it whole.
        tail = role[joint.end() :].strip()
        if not fold(domain).startswith(fold(tail)) or not tail:
            return ""
        role = role[: joint.start()].strip()
    if _work(scene, domain):
        return ""
    if language == "fr":
        return f"{_lower(role)} {naming.of(scene, domain)}"
    return f"{_lower(role)} {'for' if _FOR.match(role) else 'of'} {naming.said(scene, domain)}"


def _body(scene: Scene, domain: str, role: str) -> bool:
    """Whether a name that stands elsewhere is surely what a role belongs to: a body with a full name, or told often."""
    party = naming.party_of(scene, domain)
    if party is None:
        return False
    if party.kind == "place":
        return fold(role.split(" ", maxsplit=1)[0]) in _OF_PLACES
    count = sum(1 for mention in scene.people.mentions if mention.party == party)
    return party.kind == "organisation" and (" " in party.name or count > 2)


_VERBS: Final = word_set("preside dirige presided chairs heads leads runs fonde founded dirigeait")


def _work(scene: Scene, name: str) -> bool:
    """Whether a name is that of a work, which stands in quotation marks."""
    return re.search(r"[«“\"‘]\s*" + re.escape(name) + r"\s*,?[»”\"’]", scene.document.article.text) is not None


def _lower(role: str) -> str:
    """A role with a small first letter, and small letters in the nouns of an English one."""
    words = role.split(" ")
    for at, word in enumerate(words):
        if at and (word in ("of", "for", "at", "in", "de", "du", "des", "d'", "the") or word[:2] in ("d'", "l'")):
            break
        if word.isupper() and len(word) > 1:
            continue
        if (at == 0 and not _PEOPLES.fullmatch(word)) or fold(word) in _ROLE_WORDS:
            words[at] = word[:1].lower() + word[1:]
    return " ".join(words)


#: English adjectives of peoples keep their capital.
_PEOPLES: Final = pattern(
    r"[A-Z]\w+(?:ish|nch|ican|ian|ese|utch|eek|wiss|raqi|raeli|ani)|German|Norman|Roman|Thai|Arab"
)
_ROLE_WORDS: Final = _FR | word_set(
    "chief executive officer financial operating president chairman chairwoman chair director general secretary "
    "minister"
    " mayor governor leader head managing editor founder attorney lawyer spokesman spokeswoman superintendent judge "
    "adjoint"
)


def gender(scene: Scene, held: Held) -> str:
    """Whether a role is had by a man ("m") or a woman ("f"), as the noun, the person or the article tells; or ""."""
    if held.gender or held.party.gender:
        return held.gender or held.party.gender
    noun = re.split(r"[\s-]", _LEAD.sub("", held.words, count=1))[0].lower()
    if noun.endswith(("trice", "euse", "ière", "ienne", "cate", "ante", "ée", "nne", "euse")):
        return "f"
    if noun.endswith(("teur", "ier", "ien", "cat", "ant", "é", "dent", "seur", "leur")):
        return "m"
    before = scene.document.article.text[max(0, held.span.start - 4) : held.span.start].lower()
    return "f" if before.endswith("la ") else "m" if before.endswith("le ") else ""


def _french(scene: Scene, held: Held, role: str) -> str:
    noun = fold(re.split(r"\s", role)[0]) if role else ""
    whose = gender(scene, held)
    if noun not in _FR or not whose:
        return ""
    definite = "l'" if noun[0] in "aeiou" else "la " if whose == "f" else "le "
    when = naming.month(scene, language="fr")
    return f"Qui est {definite}{role}{' en ' + when if when else ''}\u00a0?"


def _english(scene: Scene, role: str) -> str:
    if not _EN.fullmatch(role):
        return ""
    when = naming.month(scene, language="en")
    return f"Who was the {role} in {when}?" if when else f"Who is the {role}?"
