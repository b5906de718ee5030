"""How a name is said in a sentence: with its article, after "de" and "à", and whether it is a name at all."""

from __future__ import annotations

import re
from typing import Final

from quiz.derive.document import Scene
from quiz.language.pattern import pattern
from quiz.language.text import fold

_VOWEL: Final = frozenset("aeiouyh")
_ARTICLED: Final = pattern(r"(les? |la |l['’])", re.IGNORECASE)
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


def article(scene: Scene, name: str) -> str:
    """The French article that the article's text puts before a name: "le ", "la ", "l'", "les " or ""."""
    text = scene.document.article.text
    found = re.search(r"(?<![\w'’])(l['’]|le |la |les |du |des |au |aux )" + re.escape(name), text, re.IGNORECASE)
    if not found:
        return ""
    said = found[1].lower().replace("’", "'")
    return {"du ": "le ", "au ": "le ", "des ": "les ", "aux ": "les "}.get(said, said)


def french(scene: Scene, name: str) -> str:
    """A name with its article as within a sentence."""
    if found := _ARTICLED.match(name):
        return found[1].lower() + name[found.end() :]
    return article(scene, name) + name


def of(scene: Scene, name: str) -> str:
    """ "de" and a name: de Paris, d'Orlac, du Sénat, de la Banque de France, de l'ONU, des Nations unies."""
    whole = french(scene, name)
    for said, joined in (("les ", "des "), ("le ", "du ")):
        if whole.startswith(said):
            return joined + whole[len(said) :]
    if fold(whole[:1]) in _VOWEL and not (fold(whole[:1]) == "h" and " " not in whole and article(scene, name)):
        return "d'" + whole
    return "de " + whole


def month(scene: Scene, *, language: str) -> str:
    """The month of publication, as "mars 2024" or "March 2024"; "" where the day is unknown."""
    published = scene.document.published
    return f"{MONTHS[language][int(published[5:7]) - 1]} {published[:4]}" if len(published) == 10 else ""


def names(scene: Scene) -> tuple[str, ...]:
    """Every name in the telling passages, the longest first."""
    found = {name for mention in scene.people.mentions for name in (mention.party.name, *mention.party.names)}
    return tuple(sorted((name for name in found if any(map(str.isupper, name))), key=lambda one: (-len(one), one)))


def is_named(scene: Scene, speaker: str) -> bool:
    """Whether a speaker has a name or is somebody's of whom we have the name."""
    return any(holds_name(speaker, name) for name in names(scene))


def holds_name(text: str, name: str) -> bool:
    """Whether a name stands in a text as whole words, capitals and accents aside."""
    return re.search(r"(?<!\w)" + re.escape(fold(name)) + r"(?!\w)", fold(text)) is not None


def parts(name: str) -> tuple[str, ...]:
    """The words of a name by which somebody would be known: its capitalised words of three letters or more."""
    return tuple(
        word for word in re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", name) if len(word) > 2 and word[0].isupper()
    )
