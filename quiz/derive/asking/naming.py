"""How a name is said in a sentence: with its article, after "de", and whether it is a name that one can hold on to."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from quiz.answers.kinds import KINDS
from quiz.answers.verdict import Answer
from quiz.derive.asking.words import COORDINATORS, EMPTY, PREPOSITIONS, RELATIVES
from quiz.derive.document import Scene
from quiz.derive.people import Party, People
from quiz.language import verbs
from quiz.language.name_words import FAMILY, GIVEN, HEADS, INSTITUTIONS, TITLES
from quiz.language.pattern import pattern
from quiz.language.text import fold, word_set

MONTHS: Final = {
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
_VOWEL: Final = frozenset("aeiouy")
_ARTICLED: Final = pattern(r"(les? |la |l['’])", re.IGNORECASE)
_NAME_WORD: Final = pattern(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SMALL_WORD: Final = pattern(r"(?<![\w'’-])[a-zà-ÿ]{3,}(?![\w-])")
_JOINED: Final = pattern(r"[\s-]")
_INDEFINITE: Final = pattern(
    r"(?:un|une|des|du|plusieurs|certains|certaines|quelques|a|an|one|some|several|two|three|many|sources?|its?|his|her|their|son|sa"
    r"|ses|leurs?|ce|cette|ces|this|these)\b",
    re.IGNORECASE,
)
#: Of a name, those who may speak for it: "la direction de X", "the X administration".
_BODIES: Final = word_set(
    "direction parquet prefecture mairie municipalite ministere groupe societe compagnie entreprise association "
    "syndicat"
    " federation collectif cabinet banque agence observatoire company firm union board council office department group"
    " ministry trust agency administration laboratoire editeur club federation ligue comite conseil tribunal"
)
#: Bodies and texts that each country has: with a capital they still do not say which.
_COMMON: Final = word_set(
    "dad mam mum mom papa maman"
    " constitution parlement parliament congres congress senat senate assemblee etat state gouvernement government "
    "republique"
    " republic union bourse internet president ministere cour court armee army police mairie bank banque"
)
_SMALL_WORDS: Final = word_set("of in on at to for from by with and or but that which who as also not")
_HOLIDAYS: Final = word_set("noel christmas easter paques toussaint thanksgiving halloween ramadan")


def article(scene: Scene, name: str) -> str:
    """The French article that the text puts before a name: "le ", "la ", "l'", "les " or ""."""
    return _article(scene.document.article.text, name)


@lru_cache(maxsize=1024)
def _article(text: str, name: str) -> str:
    found = re.search(
        r"(?<![\w'’])(l['’]|le\s|la\s|les\s|du\s|des\s|au\s|aux\s)" + re.escape(name) + r"(?!\w)", text, re.IGNORECASE
    )
    if not found:
        return ""
    said = found[1].lower().replace("’", "'").rstrip()
    return {"du": "le ", "au": "le ", "des": "les ", "aux": "les "}.get(said, said if said == "l'" else said + " ")


def said(scene: Scene, name: str) -> str:
    """A name with its article as within a sentence."""
    if scene.document.language == "en":
        return "the " + name[4:] if name.lower().startswith("the ") else _english(scene, name)
    if found := _ARTICLED.match(name):
        return found[1].lower() + name[found.end() :]
    party = party_of(scene, name)
    return name if party is not None and party.kind == "person" else article(scene, name) + name


def _english(scene: Scene, name: str) -> str:
    """An English name with "the" where the text has it, which belongs to the noun behind it if one follows."""
    return _the(scene.document.article.text, name)


@lru_cache(maxsize=1024)
def _the(text: str, name: str) -> str:
    bare = re.escape(name)
    found = re.search(r"(?<!\w)[Tt]he\s+" + bare + r"(?!\w)(?!['’])(?!\s+[A-Z0-9])(?:\s+([a-z]+))?", text)
    if not found:
        return name
    noun = found[1] or ""
    if noun in _BODIES:
        return f"the {name} {noun}"
    # Behind one name a verb of the present has its s: "the Tollgate name" is a noun.
    forms = verbs.forms(noun, "en")
    acts = any(form.tense == "past" or (form.tense == "present" and form.number == "s") for form in forms)
    verb = acts or verbs.is_auxiliary(noun, "en") or noun in _SMALL_WORDS
    return "the " + name if not noun or verb else name


def of(scene: Scene, name: str) -> str:
    """The French "de" and a name: de Paris, d'Orlac, du Sénat, de la Banque de France, de l'ONU, des Nations unies."""
    whole = said(scene, name)
    for definite, joined in (("les ", "des "), ("le ", "du ")):
        if whole.startswith(definite):
            return joined + whole[len(definite) :]
    return "d'" + whole if fold(whole[:1]) in _VOWEL else "de " + whole


def month(scene: Scene, *, language: str) -> str:
    """The month of publication, as "mars 2024" or "March 2024"; "" where the day is unknown."""
    published = scene.document.published
    return f"{MONTHS[language][int(published[5:7]) - 1]} {published[:4]}" if len(published) == 10 else ""


def names(scene: Scene) -> tuple[str, ...]:
    """Every name that says whom or what a sentence is about, the longest first."""
    return _names(scene.people, scene.document.article.text)


@lru_cache(maxsize=8)
def _names(people: People, text: str) -> tuple[str, ...]:
    small = set(_SMALL_WORD.findall(text))
    found: set[str] = set()
    for party in people.parties:
        once = party.kind in ("name", "place") and not _JOINED.search(party.name) and text.count(party.name) < 2
        if once and (party.kind == "name" or len(party.name) < 4) and not party.name.isupper():
            continue
        # A capital at the beginning of a sentence makes no name of "Persistent" or "School".
        found.update(
            name
            for name in (party.name, *party.names)
            if any(map(str.isupper, name))
            and not (
                " " not in name and ({name.lower(), name.lower() + "s"} & small or fold(name) in INSTITUTIONS | _COMMON)
            )
        )
    kept = (one for one in found if fold(one) not in _HOLIDAYS and not one.endswith((" Day", " Eve")))
    return tuple(sorted(kept, key=lambda one: (-len(one), one)))


def called(scene: Scene, party: Party) -> str:
    """The name by which the article calls somebody most among those in full: of two words where there is one."""
    text = scene.document.article.text
    full = [name for name in (party.name, *party.names) if " " in name and not _nickname(name)] or [party.name]
    return max(full, key=lambda name: (text.count(name), len(name), name)) if party.kind == "person" else party.name


def party_of(scene: Scene, name: str) -> Party | None:
    """The party that has a name."""
    return _parties(scene.people).get(name)


@lru_cache(maxsize=8)
def _parties(people: People) -> dict[str, Party]:
    return {name: party for party in reversed(people.parties) for name in (*party.names, party.name)}


def is_named(scene: Scene, speaker: str) -> bool:
    """Whether a speaker has a name, or is somebody's of whom we have the name ("les avocats de X")."""
    party = party_of(scene, speaker)
    if _rest_of_name(scene.document.article.text, speaker):
        return False
    if party is not None and party.kind == "person" and _nickname(speaker):
        return False
    if party is not None:
        return party.kind in ("person", "organisation") or (party.kind == "name" and speaker in names(scene))
    if not speaker or _INDEFINITE.match(speaker) or not standing(scene, speaker):
        return False
    head = [fold(word) for word in _NAME_WORD.findall(speaker)[:3]]
    joined = re.search(r"\b(?:de|d['’]|du|des|de la|of|for|representing|représentant)\b", speaker)
    possessive = re.search(r"['’]s? ([\w-]+)$", speaker)
    if not (joined and (set(head) & (HEADS.keys() | _BODIES))) and not (possessive and fold(possessive[1]) in HEADS):
        return False
    return not KINDS["person"].check(Answer("person", speaker), scene.document.language)


@lru_cache(maxsize=512)
def _rest_of_name(text: str, name: str) -> bool:
    """Whether a name only ever ends a longer one: "Automotive Research" of a "Center for Automotive Research"."""
    if not name[:1].isupper():
        return False
    found = [match.start() for match in re.finditer(re.escape(name), text)]
    return bool(found) and all(_LONGER.search(text[max(0, at - 40) : at]) for at in found)


_LONGER: Final = pattern(r"\b[A-ZÀ-Ý][\w-]+ (?:for|of) (?:the )?$")


def _nickname(name: str) -> bool:
    """Whether a person is named by one word, or by a first name behind another word: "Kath", "Furious Barry"."""
    words = [fold(word) for word in name.split()]
    if len(words) == 1:
        return True
    return len(words) == 2 and words[0] not in GIVEN | TITLES and words[1] in GIVEN and words[1] not in FAMILY


def holds_name(text: str, name: str) -> bool:
    """Whether a name stands in a text as whole words, capitals and accents aside."""
    if not name[:1].isalnum():
        return False
    whole, sought = fold(text), fold(name)
    at = whole.find(sought)
    while at >= 0:
        end = at + len(sought)
        if not whole[at - 1 : at].isalnum() and not whole[end : end + 1].isalnum():
            return True
        at = whole.find(sought, at + 1)
    return False


@lru_cache(maxsize=1024)
def standing(scene: Scene, text: str) -> tuple[str, ...]:
    """Those of the article's names that stand in a text, the longest first."""
    whole = fold(text)
    return tuple(name for name, sought in _folded(names(scene)) if sought in whole and holds_name(text, name))


@lru_cache(maxsize=8)
def _folded(found: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((name, fold(name)) for name in found)


_TELLS_NOTHING: Final = _COMMON | _HOLIDAYS | INSTITUTIONS | {"ong", "ceo", "pdg", "tva", "gdp"}


@lru_cache(maxsize=512)
def goes_on(text: str, name: str) -> bool:
    """Whether a French name always goes on in small letters: "La Tête" of "l'association La Tête ailleurs"."""
    behind = [match[1] for match in re.finditer(re.escape(name) + r"(?!\w)(?: ([a-zà-ÿ]+)\b(?!['’]))?", text)]
    return bool(behind) and all(word and _belongs(word) for word in behind)


def _belongs(word: str) -> bool:
    small = word in PREPOSITIONS["fr"] or word in COORDINATORS["fr"] or word in RELATIVES["fr"]
    return not (small or word in EMPTY["fr"] or verbs.forms(word, "fr") or word.endswith("ment"))


def tells(word: str) -> bool:
    """Whether a word with a capital says which: no holiday, no body or text that each country has."""
    return fold(word) not in _TELLS_NOTHING


def parts(name: str) -> tuple[str, ...]:
    """The words of a name by which somebody would be known: its capitalised words of three letters or more."""
    return tuple(word for word in _NAME_WORD.findall(name) if len(word) > 2 and word[0].isupper())
