"""Bounds: more than, plus de, at least, au plus, about, environ… before an amount or after it."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from quiz.language.pattern import pattern
from quiz.language.tokens import Token

Bound = Literal["exact", "above", "below", "at-least", "at-most", "about"]
Line = tuple[Token, ...]

_BEFORE: Final[dict[Bound, str]] = {
    "above": """plus de|plus d '|un peu plus de|un peu plus d '|bien plus de|nettement plus de|largement plus de
        |au dela de|au - dela de|superieur a|superieure a|superieurs a|superieures a|depasse|depassent|depassant
        |depassait|depassaient|depassera|depasseront|depasserait|excede|excedent|excedant|excedait|surpasse
        |depasse les|depassent les|depassant les|depassait les|depassera les|depasse le|depasse la|excede les
        |au dela des|au - dela des|plus des|franchi la barre des|franchi le cap des|franchit la barre des
        |franchit le cap des|+ de|>|more than|a little more than|slightly more than|just over|well over
        |a little over|slightly over|over|above|greater than|higher than|in excess of|upwards of|north of
        |exceeds|exceed|exceeding|exceeded|topped|tops|topping|surpassed|surpasses|surpassing|plus que""",
    "below": """moins de|moins d '|un peu moins de|un peu moins d '|en dessous de|en - dessous de|au dessous de
        |inferieur a|inferieure a|inferieurs a|inferieures a|sous la barre de|sous la barre des|- de|<
        |less than|fewer than|a little less than|slightly less than|just under|well under|under|below|lower than""",
    "at-least": """au moins|au minimum|au bas mot|pas moins de|pas moins d '|minimum|un minimum de|a partir de
        |> =|≥|⩾|at least|no less than|no fewer than|not less than|a minimum of|minimum of|starting at|min|min .
        |a hauteur d ' au moins""",
    "at-most": """au plus|tout au plus|au maximum|maximum|un maximum de|jusqu ' a|jusque|pas plus de
        |pas plus d '|< =|≤|⩽|at most|up to|no more than|not more than|a maximum of|maximum of|as much as
        |as many as|max|max .""",
    "about": """environ|a peu pres|autour de|autour d '|aux alentours de|aux environs de|approximativement
        |quelque|quelques|pres de|pres d '|pres des|autour des|aux alentours des|avoisine|avoisinent|avoisinait
        |avoisine les|avoisinent les|avoisinait les|frole les|frolent les|frise les|approche les|approchent les
        |presque|quasiment|pas loin de|pas loin d '|env|env .|about|around|approximately|approx|approx .|roughly
        |some|circa|c .|ca .|nearly|almost|close to|an estimated|estimated|~|≈|≃|de l ' ordre de|±""",
    "exact": "exactement|exactly|precisely|precisement|tout juste|only|just|seulement",
}
_AFTER: Final[dict[Bound, str]] = {
    "at-least": """ou plus|ou davantage|et plus|au moins|au minimum|minimum|or more|and more|at least|+|or above
        |min|minimum""",
    "at-most": """ou moins|au plus|au maximum|maximum|or less|or fewer|at most|max|tout au plus|or under""",
    "about": """environ|approximativement|a peu pres|ou presque|approximately|or so|roughly|approx""",
}


def _table(phrases: dict[Bound, str]) -> dict[tuple[str, ...], Bound]:
    return {
        tuple(phrase.split()): bound
        for bound, joined in phrases.items()
        for phrase in joined.split("|")
        if phrase.split()
    }


_BEFORE_TABLE: Final = _table(_BEFORE)
_AFTER_TABLE: Final = _table(_AFTER)
_BEFORE_LAST: Final = frozenset(phrase[-1] for phrase in _BEFORE_TABLE)
_AFTER_FIRST: Final = frozenset(phrase[0] for phrase in _AFTER_TABLE)
_LONGEST: Final = max(len(phrase) for phrase in (*_BEFORE_TABLE, *_AFTER_TABLE))

#: Words of the common language that are bounds only directly before figures ("over 300", never "over three years").
_ONLY_FIGURES: Final = frozenset({"over", "some", "around", "above", "under", "below", "quelques", "c .", "ca ."})


class Bounded(NamedTuple):
    """A bound and the place where its phrase begins (before an amount) or ends (after it)."""

    bound: Bound
    place: int


def bound_before(line: Line, at: int, *, since: int = 0) -> Bounded | None:
    """The bound whose phrase ends just before `at`, the longest there is, not beginning before `since`."""
    if at <= since or line[at - 1].text not in _BEFORE_LAST:
        return None
    for length in range(min(_LONGEST, at - since), 0, -1):
        phrase = tuple(token.text for token in line[at - length : at])
        if (bound := _BEFORE_TABLE.get(phrase)) is not None:
            if " ".join(phrase) in _ONLY_FIGURES and line[at].kind == "word" and len(line[at].text) > 3:
                return None
            if phrase[0] == "-" and at - length > since and line[at - length - 1].end == line[at - length].start:
                return None
            return Bounded(bound, at - length)
    return None


def bound_after(line: Line, at: int) -> Bounded | None:
    """The bound whose phrase begins at `at`, the longest there is."""
    if line[at].text not in _AFTER_FIRST:
        return None
    for length in range(min(_LONGEST, len(line) - at), 0, -1):
        phrase = tuple(token.text for token in line[at : at + length])
        if (bound := _AFTER_TABLE.get(phrase)) is not None:
            return Bounded(bound, at + length)
    return None


_SHORT: Final = pattern(
    r"\b(?:pr[eè]s d|presque|quasi(?:ment)?|pas loin d|fr[oô]l|approch|nearly|almost|not quite|close to)"
    r"|\bou presque\b",
    re.IGNORECASE,
)


def falls_short(text: str) -> bool:
    """Whether a rough figure is said not to be reached: *nearly*, *près de*, not *about* and *environ*."""
    return _SHORT.search(text) is not None


def within(line: Line, first: int, last: int) -> tuple[int, int]:
    """The tokens of a value without those of its bounds: of *plus de 42 000 dollars*, the last two."""
    while first < last - 1:
        for length in range(min(_LONGEST, last - 1 - first), 0, -1):
            if tuple(token.text for token in line[first : first + length]) in _BEFORE_TABLE:
                first += length
                break
        else:
            if line[first].text not in ("de", "from") and not (line[first].text == "d" and line[first + 1].text == "'"):
                break
            first += 2 if line[first + 1].text == "'" else 1
    while last - 1 > first:
        for length in range(min(_LONGEST, last - 1 - first), 0, -1):
            phrase = tuple(token.text for token in line[last - length : last])
            if phrase in _AFTER_TABLE and phrase not in (("min",), ("max",)):
                last -= length
                break
        else:
            break
    return first, last
