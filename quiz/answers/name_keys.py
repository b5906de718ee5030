"""A name as it is compared: folded words, its parts apart, what does not count left out."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from quiz.language import name_words
from quiz.language.names import Name, bare, parse
from quiz.language.text import clean, words

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
_FRENCH_WAYS: Final = frozenset(("nord", "sud", "est", "ouest"))
_WAYS: Final = _FRENCH_WAYS | frozenset(("north", "south", "east", "west"))
#: First words that tell a name from another of the same last word: New York, South Korea, United Kingdom.
_QUALIFIERS: Final = _WAYS | frozenset(
    [
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "new",
        "great",
        "united",
        "nouvelle",
        "nouveau",
        "haute",
        "haut",
        "basse",
        "bas",
    ]
)
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
    whole = _folded(name.given) + _folded(name.particles) + family
    if len(whole) > 1 and not name.organisation and (whole[0] in _QUALIFIERS or whole[-1] in _FRENCH_WAYS):
        # North Korea has no family name, and neither has the Corée du Nord: all of it counts.
        name = name._replace(organisation=True, given=(), particles=())
        family = whole
    letters = words(" ".join(name.family))
    if name.organisation and len(letters) > 1 and all(len(word) == 1 for word in letters):
        family = ("".join(letters),)  # L.V.M.H. is LVMH
    elif name.organisation:
        family = proper(family)
    head = tuple(sense(word) for word in words(name.head) if word not in FUNCTION)
    acronym = name.acronym.replace(".", "").casefold()
    particles = _folded(name.particles)
    suffix = _generation(name)
    return Keys(_folded(name.given), family, particles, head, name.organisation, acronym, words(name.aside), suffix)


def _folded(parts: tuple[str, ...]) -> tuple[str, ...]:
    found = [_ORDINALS.get(word, word) for part in parts for word in _joined(part)]
    if len(found) > 1 and found[-1] in _ARABIC and found[0].isalpha():
        found[-1] = _ARABIC[found[-1]]
    return tuple(found)


def _joined(part: str) -> tuple[str, ...]:
    """The words of a part of a name; "O'Connor" is one."""
    found = words(part)
    return ("".join(found),) if len(found) == 2 and len(found[0]) == 1 and "'" in clean(part) else found


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
