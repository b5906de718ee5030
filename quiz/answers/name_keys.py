"""A name as it is compared: folded words, its parts apart, what does not count left out."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from quiz.language import name_words
from quiz.language.names import Name, bare, parse
from quiz.language.text import words

FUNCTION: Final = name_words.ARTICLES | {
    "de",
    "du",
    "d",
    "of",
    "for",
    "pour",
    "et",
    "and",
    "&",
    "en",
    "in",
    "aux",
    "au",
}
_ORDINALS: Final = {"ier": "i", "1er": "i", "ire": "i", "premier": "i", "first": "i", "second": "ii"}
_ARABIC: Final = {
    str(number): roman
    for number, roman in enumerate(
        (
            "i",
            "ii",
            "iii",
            "iv",
            "v",
            "vi",
            "vii",
            "viii",
            "ix",
            "x",
            "xi",
            "xii",
            "xiii",
            "xiv",
            "xv",
            "xvi",
            "xvii",
            "xviii",
        ),
        1,
    )
}


class Keys(NamedTuple):
    """A name as it is compared: folded words, particles and articles apart."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    loose: tuple[str, ...]
    head: tuple[str, ...]
    organisation: bool
    acronym: str
    aside: tuple[str, ...]
    suffix: str

    @property
    def all(self) -> tuple[str, ...]:
        """Given names, then the family name."""
        return self.given + self.family


@lru_cache(maxsize=8192)
def keys(text: str, language: str) -> Keys | None:
    """The comparable parts of the name `text`; None where it is no name."""
    readings = parse(text, language)
    if not readings:
        return None
    name = readings[0].value
    family = _folded(name.family)
    if name.organisation:
        family = proper(family)
    head = tuple(sense(word) for word in words(name.head) if word not in FUNCTION)
    acronym = name.acronym.replace(".", "").casefold()
    particles = _folded(name.particles)
    suffix = _generation(name)
    return Keys(_folded(name.given), family, particles, head, name.organisation, acronym, words(name.aside), suffix)


def _folded(parts: tuple[str, ...]) -> tuple[str, ...]:
    found = [_ORDINALS.get(word, word) for part in parts for word in words(part)]
    if len(found) > 1 and found[-1] in _ARABIC and found[0].isalpha():
        found[-1] = _ARABIC[found[-1]]
    return tuple(found)


def proper(family: tuple[str, ...]) -> tuple[str, ...]:
    """An organisation's own words: "la société X" and "X Group" are X, but a group of nothing remains a group."""
    own = tuple(word for word in family if word not in FUNCTION) or family
    kept = own
    while len(kept) > 1 and kept[0] in name_words.GENERIC:
        kept = kept[1:]
    while len(kept) > 1 and kept[-1] in name_words.GENERIC:
        kept = kept[:-1]
    return kept


def sense(word: str) -> str:
    """What the head of "the lawyers of X" says, whatever the language and number."""
    return name_words.HEADS.get(word, word)


def _generation(name: Name) -> str:
    key = bare(name.suffix) if name.suffix else ""
    return {"jr": "junior", "junior": "junior", "sr": "senior", "senior": "senior"}.get(key, "")
