"""What stands for somebody named elsewhere, by the name: pronouns, possessives, "the company", "du groupe".

Only what the people of the article make certain is replaced; what stays is for the exam to reject.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from quiz.derive.asking import naming, words
from quiz.derive.asking.commas import Clause
from quiz.derive.asking.predicates import BEFORE_VERB, subject
from quiz.derive.asking.sentence import Token
from quiz.derive.document import Scene
from quiz.derive.fact import Span
from quiz.derive.people import Party
from quiz.language import sayings, verbs
from quiz.language.text import fold, word_set

_LONGEST_OPENING: Final = 14


def named(scene: Scene, clause: Clause, value: Span, language: str) -> Clause:
    """A clause with its subject by name, and with the names of what a definite noun within it stands for."""
    clause = _subject(scene, clause, language)
    return _in_full(scene, _within(scene, clause, value, language), value, language)


# --- the subject ------------------------------------------------------------------------------------------------------


def _subject(scene: Scene, clause: Clause, language: str) -> Clause:
    opening = clause[0].low if clause else ""
    if opening in words.PREPOSITIONS[language]:
        comma = next((at for at, token in enumerate(clause[:_LONGEST_OPENING]) if token.text == ","), -1)
        if comma > 0:
            return (*clause[: comma + 1], *_subject(scene, clause[comma + 1 :], language))
    said = subject(clause, language)
    rest = clause[len(said) :]
    if not said or any(token.kind == "value" or token.text == "," for token in said):
        return clause
    if len(said) == 1 and said[0].kind == "name":
        party = naming.party_of(scene, said[0].text)
        if party is not None and party.kind == "person" and " " not in said[0].text:
            return (_as_name(said[0], naming.called(scene, party)), *rest)
        return clause
    if len(said) == 4 and said[1].text in '«“"' and said[3].text in '»”"':
        # "le « Parrain »": a nickname, where the article tells whose.
        party = _party(scene, said)
        return (_as_name(said[2], naming.called(scene, party)), *rest) if party and party.kind == "person" else clause
    if any(token.kind == "name" for token in said) or _impersonal(said, rest, language):
        return clause
    if said[0].low in words.POSSESSIVES[language]:
        return (*_owned(scene, said, language), *rest)
    bare = said[0].low in words.DETERMINERS[language] and len(said) < 5
    if not (len(said) == 1 and said[0].low in words.SUBJECTS[language]) and not bare:
        return clause
    party = _party(scene, said)
    if party is None or (not bare and party.plural != (said[0].low in ("ils", "elles", "they"))):
        return clause
    if bare and party.kind == "place":
        return clause
    if said[0].low in ("he", "she") and party.kind != "person":
        return clause
    return (_as_name(said[-1], naming.said(scene, naming.called(scene, party))), *rest)


def _impersonal(said: Clause, rest: Clause, language: str) -> bool:
    """Whether "it" and "il" are nobody: "il y a", "il faut", "it was announced that", "it is likely to"."""
    line = [token.low for token in rest[:7]]
    if language == "fr":
        if said[0].low != "il":
            return False
        if line[:1] and line[0] in (
            "y",
            "s'",
            "faut",
            "faudra",
            "faudrait",
            "fallait",
            "reste",
            "semble",
            "suffit",
            "manque",
            "manquait",
            "manquera",
            "existe",
            "convient",
            "paraît",
            "importe",
        ):
            return True
        link = next((at for at, word in enumerate(line) if word in ("que", "qu'", "de", "d'")), -1)
        return (
            link > 0
            and any(word in ("est", "était", "sera", "serait", "a") for word in line[:link])
            and not any(sayings.said(word, "fr") and line[0] == "a" for word in line[:link])
        )
    if said[0].low != "it":
        return False
    link = next((at for at, word in enumerate(line) if word in ("that", "to", "for", "who", "whether")), -1)
    return 0 < link < 5 and verbs.is_auxiliary(line[0], "en") and line[0] in ("is", "was", "will", "would", "has")


def _party(scene: Scene, said: Clause) -> Party | None:
    referent = scene.people.resolve(Span(said[0].start, said[-1].end))
    if referent is None or not referent.named or referent.party is None:
        return None
    return referent.party


def _as_name(token: Token, name: str) -> Token:
    return token._replace(text=name, low=name.lower(), kind="name")


def _owned(scene: Scene, said: Clause, language: str) -> Clause:
    """A subject with its owner by name: "sa porte-parole" → "la porte-parole de X", "its offer" → "X's offer"."""
    first, noun = said[0], said[1] if len(said) > 1 else None
    party = _party(scene, said[:1])
    if noun is None or party is None or party.kind == "place" or noun.kind != "word":
        return said
    name = naming.called(scene, party)
    if language == "en":
        whole = naming.said(scene, name)
        ending = "'" if whole.endswith("s") and party.plural else "'s"
        return (_as_name(first, whole + ending), *said[1:])
    article = _article(first.low, noun.low)
    if not article:
        return said
    end = next((at for at in range(2, len(said)) if said[at].low in words.PREPOSITIONS["fr"]), len(said))
    if end < len(said) and said[end].low in ("de", "d'", "du", "des"):
        return said
    owner = _as_name(said[end - 1], naming.of(scene, name))
    return (first._replace(text=article, low=article), *said[1:end], owner, *said[end:])


def _article(possessive: str, noun: str) -> str:
    """The definite article for a possessive: what it lacks of gender before a vowel, "l'" does not tell either."""
    if possessive in ("ses", "leurs"):
        return "les"
    if possessive not in ("son", "sa"):
        return ""
    if fold(noun[:1]) in "aeiou":
        return "l'"
    return "" if noun.startswith(("h", "y")) else "le" if possessive == "son" else "la"


# --- within the clause ------------------------------------------------------------------------------------------------

_BODIES: Final = word_set(
    "groupe entreprise société compagnie firme constructeur fabricant équipementier opérateur établissement club "
    "équipe banque enseigne association syndicat éditeur start-up géant avionneur distributeur "
    "company firm group manufacturer maker airline bank retailer operator club team union charity agency carrier "
    "lender giant startup start-up developer chain"
)


def _within(scene: Scene, clause: Clause, value: Span, language: str) -> Clause:
    """The clause with the name for "the company" and "du groupe" where nothing else says which."""
    found: list[Token] = []
    at = 0
    start = len(subject(clause, language))
    while at < len(clause):
        token = clause[at]
        noun = clause[at + 1] if at + 1 < len(clause) else None
        if noun is None or at < 1 or noun.low not in _BODIES or token.low not in _DEFINITE[language]:
            found.append(token)
            at += 1
            continue
        behind = clause[at + 2] if at + 2 < len(clause) else None
        if (behind is not None and not _ends(behind, language)) or token.start < value.end <= noun.end:
            found.append(token)
            at += 1
            continue
        party = _party(scene, clause[at : at + 2])
        if party is None or party.kind == "place" or _told(party, clause[:start]):
            found.append(token)
            at += 1
            continue
        whole = naming.called(scene, party)
        if language == "en":
            found.append(_as_name(noun, naming.said(scene, whole)))
        elif token.low == "du" or (found[-1].low == "de" and token.low in ("la", "l'")):
            if found[-1].low == "de" and token.low != "du":
                found.pop()
            found.append(_as_name(noun, naming.of(scene, whole)))
        elif token.low == "au" or (found[-1].low == "à" and token.low in ("la", "l'")):
            said = naming.said(scene, whole)
            if re.match(r"les? ", said):
                found.append(token)
                at += 1
                continue
            if token.low == "au":
                said = f"à {said}"
            found.append(_as_name(noun, said))
        else:
            found.append(_as_name(noun, naming.said(scene, whole)))
        at += 2
    return tuple(found)


_DEFINITE: Final = {"fr": word_set("le la l' du au"), "en": frozenset(("the",))}


def _ends(token: Token, language: str) -> bool:
    """Whether a noun phrase is over before a token."""
    if token.kind in ("sign", "value") or token.low == "'s":
        return True
    if token.kind != "word":
        return False
    if token.low in ("de", "d'", "du", "des", "of"):
        return False
    return token.low in _OVER[language] or verbs.is_finite(token.low, language)


#: Before these a noun phrase is over.
_OVER: Final = {
    language: words.PREPOSITIONS[language]
    | words.COORDINATORS[language]
    | words.RELATIVES[language]
    | BEFORE_VERB[language]
    for language in ("fr", "en")
}


def _told(party: Party, said: Clause) -> bool:
    """Whether the subject names the party already, so that "the company" is plain."""
    text = " ".join(token.text for token in said)
    return any(naming.holds_name(text, name) for name in (party.name, *party.names))


# --- in full ----------------------------------------------------------------------------------------------------------


def _in_full(scene: Scene, clause: Clause, value: Span, language: str) -> Clause:
    """The clause with the full name of a thing that the article names one of: "the mill" → "the Port Ellery mill"."""
    found: list[Token] = []
    for at, token in enumerate(clause):
        before = clause[at - 1].low if at else ""
        behind = clause[at + 1] if at + 1 < len(clause) else None
        bare = before in _BEFORE[language] and token.kind == "word" and token.low in words.EARLIER[language]
        if (
            not bare
            or token.low in _AREAS
            or not (behind is None or _ends(behind, language))
            or token.start < value.end <= token.end
            or (language == "en" and token.low.endswith("s"))
        ):
            found.append(token)
            continue
        name = _full(scene, token.low)
        standing = name and not any(naming.holds_name(one.text, name.partition("|")[2]) for one in clause)
        found.append(token._replace(text=name.partition("|")[0], kind="name") if standing else token)
    return tuple(found)


#: A name is no longer, with the two words that may stand between it and its noun.
_BESIDE: Final = 120
_BEFORE: Final = {"fr": word_set("le la l' du au"), "en": frozenset(("the",))}


def _near(text: str, noun: str) -> str:
    """What stands beside a noun wherever it stands: a name that is not there cannot belong to it."""
    found: list[str] = []
    at = text.find(noun)
    while at >= 0:
        found.append(text[max(0, at - _BESIDE) : at + len(noun) + _BESIDE])
        at = text.find(noun, at + 1)
    return "\n".join(found)


@lru_cache(maxsize=64)
def _full(scene: Scene, noun: str) -> str:
    """The one name that stands with a noun in the article, as "noun with name|name"; "" where none or two do."""
    text = " ".join(scene.document.article.text.split())
    if scene.document.article.title:
        text = f"{scene.document.article.title}. {text}"
    names = [name for name in naming.names(scene) if " " not in name or len(name) < 40]
    told: dict[str, str] = {}
    near = _near(text, noun)
    for name in names:
        if name not in near:
            continue
        bare = re.escape(name)
        if scene.document.language == "fr":
            found = re.search(
                rf"\b(?:le|la|du|au|un|une|l['’]|L['’]|Le|La) ?({noun}(?: [a-zà-ÿ-]+)?"
                rf"(?: d['’]| de | de la | de l['’]| du | des | )(?:{bare}))(?![\w-])",
                text,
            )
        else:
            found = re.search(rf"\b(?<!['’])({bare}(?: [a-z-]+){{0,2}} {noun})\b", text)
            if found and any(
                verbs.is_finite(word, "en") or word in _LINKS for word in found[1][len(name) :].split()[:-1]
            ):
                found = None
        if found and not any(naming.holds_name(other, name) for other in told):
            told[name] = found[1]
    return "|".join((next(iter(told.values())), next(iter(told)))) if len(told) == 1 else ""


#: Of these the name stands alone: "Galway", not "the Galway city".
_AREAS: Final = word_set(
    "city town village region state country county district area ville village région pays commune"
)
_LINKS: Final = words.PREPOSITIONS["en"] | words.COORDINATORS["en"] | words.DETERMINERS["en"] | words.RELATIVES["en"]
