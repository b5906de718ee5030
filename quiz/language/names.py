"""Names of people and organisations: their parts, and where they stand in a text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from quiz.language import name_words
from quiz.language.pattern import pattern
from quiz.language.reading import Reading
from quiz.language.text import clean, fold

#: A Roman numeral from 1 to 89 (kings, popes, wars); a lone I is the English pronoun too.
ROMAN: Final = pattern(r"(?=[ivxl])(l?x{0,3}|xl)(ix|iv|v?i{0,3})", re.IGNORECASE)
#: A longer text is no name, with all its titles, heads and asides.
LONGEST: Final = 300
_ASIDE: Final = pattern(r"\s*[(\[]([^()\[\]]*)[)\]]")
_ACRONYM: Final = pattern(r"(?:[A-Z0-9&]{2,8}|(?:[A-Z]\.){2,8})")
#: Particles that are given names too where they come first: Ben Affleck, Al Gore.
_GIVEN_TOO: Final = frozenset(("al", "ben", "del", "st"))
_INITIALS: Final = pattern(r"(?:[^\W\d_]\.-?){2,}")
_OF: Final = pattern(
    r"\s+(?:de la|des|de|du|of the|of|for the|for|representing the|representing|représentants?|défendant|pour)\s+"
    r"|\s+(?:de l'|d')",
    re.IGNORECASE,
)
_POSSESSIVE: Final = pattern(r"^(.+?)(?:'s|(?<=s)')\s+(\S.*)$")


_TITLES_OR_HEADS: Final = name_words.TITLES | name_words.HEADS.keys()


class Name(NamedTuple):
    """A name in its parts, each as it was written. `family` is the whole name where it has one part only.

    `head` is said of those of somebody: "the lawyers of X" has the head "lawyers" and the parts of X. `aside` stood
    in parentheses or after a comma (a role, usually); `acronym` was an aside in capitals.
    """

    family: tuple[str, ...]
    given: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    title: str = ""
    suffix: str = ""
    organisation: bool = False
    acronym: str = ""
    aside: str = ""
    head: str = ""

    @property
    def initials(self) -> str:
        """The first letters of the given names."""
        return "".join(word[0] for word in self.given)

    @property
    def words(self) -> tuple[str, ...]:
        """Given names, particles and family name, in this order."""
        return self.given + self.particles + self.family


@lru_cache(maxsize=8192)
def bare(word: str) -> str:
    """A word of a name, folded, without its full stop or comma."""
    return fold(word).strip(".,;:'\"")


def find(text: str, language: str = "en") -> list[Reading[Name]]:  # noqa: ARG001 - as every reader
    """The names in running text, in order: kind "person", "organisation", or "name" where nothing says which."""
    from quiz.language.name_spans import spans

    return spans(text)


def parse(text: str, language: str = "en") -> list[Reading[Name]]:  # noqa: ARG001 - as every reader
    """The name that the whole `text` is, alike in both languages; [] where it holds no letter or is too long."""
    return list(_parse(text))


@lru_cache(maxsize=4096)
def _parse(text: str) -> tuple[Reading[Name], ...]:
    name = _name(clean(text).strip("\"' ")) if len(text) <= LONGEST else None
    if name is None:
        return ()
    kind = "organisation" if name.organisation else "person"
    known = bool(name.title or name.organisation or (name.given and bare(name.given[0]) in name_words.GIVEN))
    return (Reading(0, len(text), kind, name, 1.0 if known else 0.6),)


def _name(text: str) -> Name | None:
    if not any(char.isalpha() for char in text):
        return None
    acronym = aside = ""
    if "(" in text or "[" in text:
        for inside in _ASIDE.findall(text):
            if _ACRONYM.fullmatch(inside):
                acronym = inside
            else:
                aside = inside
        text = _ASIDE.sub("", text).strip() or _ASIDE.sub(r" \1", text)
    text = text.strip()
    whose = _whose(text)
    if whose is not None:
        return whose._replace(acronym=whose.acronym or acronym, aside=whose.aside or aside)
    words = text.split()
    if "," in text:
        words, after = _around_comma(text)
        aside = after or aside
    return _parts(words, acronym, aside)


def _whose(text: str) -> Name | None:
    """The lawyers of X, X's lawyers: X with its head; None where no known head stands there."""
    possessive = _POSSESSIVE.match(text)
    if possessive and fold(possessive[2].split()[-1]) in name_words.HEADS:
        inner, head = possessive[1], possessive[2]
    else:
        inner = ""
        for match in _OF.finditer(text):
            before = [word for word in re.split(r"[\s']+", text[: match.start()]) if word]
            heads = any(fold(word) in name_words.HEADS for word in before) and "," not in text[: match.start()]
            if heads and match.end() < len(text):
                inner, head = text[match.end() :], text[: match.start()]
                break
    name = _name(inner) if inner else None
    if name is None:
        return None
    return name._replace(head=head if not name.head else f"{head} / {name.head}")


def _around_comma(text: str) -> tuple[list[str], str]:
    """Words in their natural order ("Musk, Elon" is Elon Musk) and what was an apposition."""
    first, _, rest = text.partition(",")
    before, after = first.split(), rest.replace(",", " ").split()
    if not after:
        return before, ""
    keys = [bare(word) for word in after]
    if all(key in name_words.SUFFIXES or key in name_words.LEGAL for key in keys):
        return before + after, ""
    role = any(key in name_words.HEADS or key in name_words.ARTICLES for key in keys[:1])
    if role or len(after) > 3 or any(key in name_words.TITLES for key in keys) or not before:
        return before, " ".join(after)
    return after + before, ""


def _parts(words: list[str], acronym: str, aside: str) -> Name | None:
    title: list[str] = []
    suffix: list[str] = []
    legal = False
    words = [part for word in words for part in _elided(word)]
    while len(words) > 1:
        key = bare(words[0])
        titles = name_words.TITLES if len(words) < 4 else _TITLES_OR_HEADS
        articled = key in name_words.ARTICLES and bare(words[1]) in titles and len(words) > 2
        role = len(words) > 2 and key in name_words.HEADS
        if not (articled or role or key.removeprefix("ex-") in name_words.TITLES):
            break
        title.append(words.pop(0))
    while len(words) > 1 and (bare(words[-1]) in name_words.SUFFIXES or bare(words[-1]) in name_words.LEGAL):
        legal = legal or bare(words[-1]) in name_words.LEGAL
        suffix.insert(0, words.pop())
    if not words:
        return None
    keys = [bare(word) for word in words]
    organisation = not title and (legal or bool(acronym) or _institution(words, keys))
    built = Name(tuple(words), (), (), " ".join(title), " ".join(suffix), organisation, acronym, aside)
    if organisation or len(words) == 1:
        return built
    words = [part for word in words for part in _initials(word)]
    given, particles, family = _split(words, [bare(word) for word in words])
    return built._replace(given=tuple(given), particles=tuple(particles), family=tuple(family))


def _elided(word: str) -> list[str]:
    """Elided particles apart: "d'Estaing" is two words, "O'Brien" is one."""
    if len(word) > 2 and word[1] == "'" and word[0] in "dlDL":
        return [word[:2], word[2:]]
    return [word]


def _initials(word: str) -> list[str]:
    """Glued initials apart: "J.K." is two initials."""
    if _INITIALS.fullmatch(word):
        return [f"{letter}." for letter in re.findall(r"[^\W\d_]", word)]
    return [word]


def _institution(words: list[str], keys: list[str]) -> bool:
    if any(key in name_words.INSTITUTIONS or key in name_words.GENERIC for key in keys):
        return True
    if keys[0] in name_words.ARTICLES and keys[0] not in ("l", "a", "la", "le") and len(keys) > 1:
        return True
    if any(key in ("of", "and", "et", "&", "for", "pour", "the") for key in keys):
        return True
    if any(char.isdigit() for char in "".join(words)) and not words[-1].isdigit():
        return True
    return len(words) == 1 and len(words[0]) > 1 and bool(_ACRONYM.fullmatch(words[0]))


def _split(words: list[str], keys: list[str]) -> tuple[list[str], list[str], list[str]]:
    """Given names, particles, family name, of two words or more."""
    if ROMAN.fullmatch(words[-1]) or words[-1].isdigit() or keys[-1] in ("ier", "1er", "ire"):
        return [], [], words
    capital = [word for word in words if len(word) > 2 and word.isupper()]
    if capital and len(capital) < len(words):
        return [word for word in words if word not in capital and bare(word) not in name_words.PARTICLES], [], capital
    if keys[0] in name_words.FAMILY_FIRST and keys[0] not in ("kim", "lee", "ho") and keys[1] not in name_words.FAMILY:
        return words[1:], [], words[:1]
    if keys[0] == "kim" and "-" in words[-1]:
        return words[1:], [], words[:1]
    for index, key in enumerate(keys[:-1]):
        initial = len(key) == 1 and words[index].endswith(".")  # Franklin D. Roosevelt
        if key in name_words.PARTICLES and not initial and (index or key not in _GIVEN_TOO):
            end = index
            while end < len(keys) - 1 and keys[end] in name_words.PARTICLES:
                end += 1
            return words[:index], words[index:end], words[end:]
    return words[:-1], [], words[-1:]
