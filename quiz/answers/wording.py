"""Words that are one word in another writing: numerals, ordinals, "&", "Mt", "St"; and what leads an answer."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from quiz.language.framed import LONGEST
from quiz.language.names import ROMAN
from quiz.language.number_words import STARTS, counted
from quiz.language.pattern import pattern
from quiz.language.romans import roman
from quiz.language.text import word_set

_SAME: Final = {"and": "et", "&": "et", "mt": "mont", "mount": "mont", "dr": "doctor", "docteur": "doctor"}
_ORDINALS: Final = {
    word: f"{number}e"
    for number, line in enumerate(
        (
            "first premier premiere", "second seconde deuxieme", "third troisieme", "fourth quatrieme",
            "fifth cinquieme", "sixth sixieme", "seventh septieme", "eighth huitieme", "ninth neuvieme",
            "tenth dixieme", "eleventh onzieme", "twelfth douzieme", "thirteenth treizieme", "fourteenth quatorzieme",
            "fifteenth quinzieme", "sixteenth seizieme", "seventeenth dix-septieme", "eighteenth dix-huitieme",
            "nineteenth dix-neuvieme", "twentieth vingtieme",
        ),
        1,
    )
    for word in line.split()
}  # fmt: skip
_FIGURED: Final = pattern(r"([0-9]{1,3})(?:st|nd|rd|th|e|er|re|ere|eme|ieme|nde)")
#: Roman ordinals: "Ve", "XVIIIeme". "Vie" is a word.
_ROMAN_ORDINAL: Final = pattern(r"(?!vie$)([ivx]{1,6})(?:e|eme|ieme)")
_TELLING: Final = word_set("and & mt mount st ste dr docteur")
#: Where something is: "en Allemagne" and "l'Allemagne" name one place.
_PLACED: Final = word_set("en au aux dans in at a")
_BECAUSE: Final = ("because of", "due to", "owing to", "because", "cause de", "en raison de", "grace a", "cause d",
                   "en raison d", "grace au", "grace aux", "cause du", "cause des", "en raison des", "parce que",
                   "car")  # fmt: skip
_CAUSES: Final = tuple(sorted((tuple(cause.split()) for cause in _BECAUSE), key=len, reverse=True))
#: Nouns that say what kind of thing a name belongs to.
GENERIC: Final = word_set(
    "mont monts mountain mountains montagne montagnes massif ocean sea mer lake lac river fleuve riviere ile iles "
    "island islands isle isles golfe gulf bay baie detroit strait cap cape desert valley vallee plaine plain city "
    "ville town village region province state etat country pays republic republique kingdom royaume planet planete "
    "star etoile battle bataille treaty traite law loi place square street rue avenue boulevard tower tour bridge "
    "pont castle chateau palace palais stadium stade theorem theoreme effect effet disease maladie syndrome virus "
    "company entreprise societe newspaper journal magazine party parti operation project projet plan language langue"
)


@lru_cache(maxsize=4096)
def canonical(row: tuple[str, ...]) -> tuple[str, ...]:
    """Folded words in one writing: *Second World War*, *2nd World War*; *World War II*, *World War Two*."""
    if not _telling(row):
        return row
    several = len(row) > 1
    said = [_ORDINALS.get(word, word) if several else word for word in counted(row)]
    for index, word in enumerate(said):
        if (figured := _FIGURED.fullmatch(word)) is not None:
            said[index] = f"{int(figured[1])}e"
        elif several and (numeral := _ROMAN_ORDINAL.fullmatch(word)) is not None and ROMAN.fullmatch(numeral[1]):
            said[index] = f"{roman(numeral[1])}e"
        elif several and index and word != "i" and "l" not in word and ROMAN.fullmatch(word):
            said[index] = str(roman(word))
        elif several and word in ("i", "one") and index == len(said) - 1:
            said[index] = "1"
        elif word in ("st", "ste"):
            said[index] = "street" if word == "st" and index and index == len(said) - 1 else f"sain{word[1:]}"
        else:
            said[index] = _SAME.get(word, word)
    return tuple(said)


def _telling(row: tuple[str, ...]) -> bool:
    return any(
        word in _TELLING
        or word in _ORDINALS
        or word in STARTS["fr"]
        or word in STARTS["en"]
        or ("0" <= word[0] <= "9" and not word.isdigit())
        or (word[0] in "ivx" and len(word) <= 9 and not set(word) - set("ivxlem"))
        for word in row
        if word
    )


def unplaced(row: tuple[str, ...]) -> tuple[str, ...]:
    """A row without the preposition that says where: *en Allemagne*, *at school*; the same row if it has none."""
    return row[1:] if len(row) > 1 and len(row[1]) > 1 and row[0] in _PLACED else row


def uncaused(row: tuple[str, ...]) -> tuple[str, ...]:
    """A row without the words that say that it is a cause: *because of the rain*; the same row if it has none."""
    for cause in _CAUSES:
        if len(row) > len(cause) and row[: len(cause)] == cause:
            return row[len(cause) :]
    return row


def turned(right: tuple[str, ...], said: tuple[str, ...]) -> bool:
    """Whether two things joined by *and* were typed the other way round."""
    if right.count("et") != 1 or said.count("et") != 1:
        return False
    at = right.index("et")
    one, two = right[:at], right[at + 1 :]
    return len(one) == len(two) and said == (*two, "et", *one)


def initials(row: tuple[str, ...]) -> str:
    """The first letters of a row, its figures whole: "ww2" of World War II."""
    return "".join(word if word.isdigit() else word[0] for word in row)


_EXPLAINED: Final = pattern(
    r"\s*[,;:–—-]?\s*\b(?:because|since|as it|as they|which|parce que|parce qu'|car|puisque|puisqu'|qui"
    r"|c'est[- ]à[- ]dire)"
    r"\b.*$|\s*\((?!.*\b(?:or|ou|not|pas)\b)[^()]*\)\s*$",
    re.IGNORECASE | re.DOTALL,
)


def unexplained(typed: str) -> str:
    """What was typed without the explanation, or the aside, that ends it; the same text where there is none."""
    return _EXPLAINED.sub("", typed).rstrip(" ,;:") if len(typed) <= LONGEST else typed
