"""A text cut into what the readers of amounts look at: runs of digits, words and signs, each with its place.

Numbers are cut with their grouping (`42 000`, `1,234.5`, `1'000`): in threes by space, apostrophe, point or comma, in
the Indian way (`1,20,000`), with a decimal point or comma. What only looks like a number (`1.1.2`, `12:30`) is a chain.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from quiz.language.pattern import pattern

_TOKEN: Final = pattern(
    r"""
    (?P<word>[a-z]+[^\W\d_]*|[^\W\d_]+)
  | (?P<digits> (?=[\d.,]) (?:
        \d{1,3}(?P<gap>[ '])\d{3}(?:(?P=gap)\d{3})*(?:[.,]\d+)?(?![.,:']?\d)
      | \d{1,3}(?:,\d{3})+(?:\.\d+)?(?![.,:]?\d)
      | \d{1,3}(?:\.\d{3})+(?:,\d+)?(?![.,:]?\d)
      | \d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?(?![.,:]?\d)
      | \d+(?:[.,]\d+)?(?![.,:]?\d)
      | (?<![\w.,)])[.,]\d+(?![.,:]?\d)
    ) )
  | (?P<chain>\d+(?:[.,:]\d+)+)
  | (?P<line>\n)
  | (?P<sign>\S)
    """,
    re.VERBOSE,
)


def bag(words: str) -> frozenset[str]:
    """A set of levelled words, written as one text."""
    return frozenset(words.split())


class Token(NamedTuple):
    """`text` is levelled: lower case, no accents, plain signs. `kind` is digits, chain, word, line, sign or end."""

    kind: str
    text: str
    start: int
    end: int


class _Level(dict[int, str]):
    """Each character as one plain character, or as nothing where it cannot be seen; learnt as texts need it."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        category = unicodedata.category(char)
        if category == "Pd" or char == "−":
            plain = "-"
        elif char in "’‘ʼ`´′":
            plain = "'"
        elif category == "Zs":
            plain = " "
        elif category in ("Mn", "Cf"):
            plain = ""
        elif category == "Nd":
            plain = str(unicodedata.digit(char))
        elif category == "No":
            plain = char
        else:
            parts = unicodedata.normalize("NFKD", char)
            parts = "".join(part for part in parts if not unicodedata.combining(part)).lower()
            plain = parts if len(parts) == 1 else char.lower() if len(char.lower()) == 1 else char
        self[code] = plain
        return plain


_LEVEL: Final = _Level()


#: A token without the detour through its class, which takes longer than finding it.
_new: Final = tuple.__new__


@lru_cache(maxsize=1024)
def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text in order, and three end tokens, so that a look ahead needs no care."""
    flat = text.lower() if text.isascii() else text.translate(_LEVEL)
    if len(flat) == len(text):
        found = [
            _new(Token, (match.lastgroup, match[0], match.start(), match.end())) for match in _TOKEN.finditer(flat)
        ]
    else:
        places = [place for place, char in enumerate(text) if _LEVEL[ord(char)]]
        places.append(len(text))
        found = [
            _new(Token, (match.lastgroup, match[0], places[match.start()], places[match.end()]))
            for match in _TOKEN.finditer(flat)
        ]
    end = Token("end", "", len(text) + 1, len(text) + 1)
    return (*found, end, end, end)


@lru_cache(maxsize=1024)
def said_in(text: str) -> frozenset[str]:
    """The levelled tokens that stand somewhere in a text; all figures are "0"."""
    return frozenset(["0" if token.kind in ("digits", "chain") else token.text for token in tokens(text)])


def led(line: tuple[Token, ...], words: frozenset[str]) -> bool:
    """Whether the tokens of a lead are all among these words."""
    return words.issuperset([token.text for token in line])


def hyphen(line: tuple[Token, ...], at: int) -> int:
    """The place after a hyphen that joins two words at `at`, or `at` itself where there is none."""
    token = line[at]
    if token.text == "-" and line[at - 1].end == token.start and line[at + 1].start == token.end:
        return at + 1
    return at
