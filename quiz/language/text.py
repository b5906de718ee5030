"""Text made comparable: spaces, apostrophes, ligatures, case and accents folded away; shown text is never changed."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from quiz.language.pattern import pattern

_SAME: Final = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "′": "'", "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss"}
    | dict.fromkeys("‐‑‒–—−", "-")
    | dict.fromkeys("«»“”„‟", '"')
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f", "")
)

#: NFKC would read 10² as 102 and 5½ as 51/2: a raised digit after a digit is a power, a fraction is added to it.
_RAISED: Final = pattern(r"(?<=\d)(?=[⁰¹²³⁴-⁹])")
_FRACTION: Final = pattern(r"(?<=\d)(?=[¼-¾⅐-⅞])")
_POWERS: Final = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
_WORD: Final = pattern(r"[^\W_]+")
#: The accents of European letters, apart from them.
_MARKS: Final = pattern("[\u0300-\u034e\u0350-\u036f]+")


def clean(text: str) -> str:
    """Spaces of every kind as one plain space, typographic signs as the keyboard's, ligatures opened; case is kept."""
    if text.isascii():
        return " ".join(text.split())
    if not _POWERS.isdisjoint(text):
        text = _FRACTION.sub(" ", _RAISED.sub("^", text))
    plainer = text.translate(_SAME)
    text = unicodedata.normalize("NFKC", plainer)
    # Most texts are in this form already: only what came out of it may hold such signs again.
    return " ".join((text if text == plainer else text.translate(_SAME)).split())


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """`clean`, then case and accents away: two texts that a reader would call the same fold to the same."""
    text = clean(text).casefold()
    if text.isascii():
        return text
    text = _MARKS.sub("", unicodedata.normalize("NFD", text))
    return text if text.isascii() else "".join([char for char in text if not unicodedata.combining(char)])


def plain(text: str) -> str:
    """`fold`, without enclosing quotation marks and without what ends a sentence."""
    return fold(text).strip("\" '").rstrip(".!?,;: ").rstrip("\" '")


def words(text: str) -> tuple[str, ...]:
    """The folded words of `text`: runs of letters and digits, so that hyphens and apostrophes part words."""
    return tuple(_WORD.findall(fold(text)))


def word_set(text: str) -> frozenset[str]:
    """The words of a table that is written as running text."""
    return frozenset(text.split())


def edits(first: str, second: str, limit: int = 2) -> int:
    """How many keys were hit wrongly, `limit` + 1 where more: a swap of neighbours is one.

    The optimal string alignment distance (Damerau 1964; Wagner and Fischer 1974), stopped above `limit`.
    """
    if first == second:
        return 0
    if abs(len(first) - len(second)) > limit:
        return limit + 1
    # What both begin or end with changes nothing; of a single slip nothing else is left than a letter or a swap.
    start, end, other = 0, len(first), len(second)
    while start < end and start < other and first[start] == second[start]:
        start += 1
    while end > start and other > start and first[end - 1] == second[other - 1]:
        end, other = end - 1, other - 1
    first, second = first[start:end], second[start:other]
    if len(first) < 2 and len(second) < 2:
        return 1
    if limit == 1:
        return 1 if len(first) == len(second) == 2 and first == second[::-1] else 2
    before: list[int] = []
    above = list(range(len(second) + 1))
    for row, one in enumerate(first, 1):
        line = [row]
        for column, two in enumerate(second, 1):
            least = min(above[column] + 1, line[-1] + 1, above[column - 1] + (one != two))
            if row > 1 and column > 1 and one == second[column - 2] and first[row - 2] == two:
                least = min(least, before[column - 2] + 1)
            line.append(least)
        if min(line) > limit:
            return limit + 1
        before, above = above, line
    return min(above[-1], limit + 1)
