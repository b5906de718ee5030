"""Numbers below a million in words, in French (with septante, huitante, octante, nonante) and English.

`below_million` reads as many words as make one number; scales from a million up belong to `magnitudes`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from quiz.language.tokens import Token, hyphen

Line = tuple[Token, ...]

_FR_SMALL: Final = "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
_FR_UNITS: Final = {word: value for value, word in enumerate(_FR_SMALL.split())} | {"une": 1}
_FR_TENS: Final = {
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80,
    "octante": 80, "nonante": 90,
}  # fmt: skip
_EN_SMALL: Final = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen"""
_EN_ROUND: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_EN_UNITS: Final = {word: value for value, word in enumerate(_EN_SMALL.split())}
_EN_TENS: Final = {word: value * 10 for value, word in enumerate(_EN_ROUND.split(), start=2)} | {"fourty": 40}

#: Words that may begin a number, by language: a quick way to pass over all the others.
STARTS: Final = {
    "fr": frozenset({*_FR_UNITS, *_FR_TENS, "cent", "mille", "mil"}),
    "en": frozenset({*_EN_UNITS, *_EN_TENS}),
}
_EN_AFTER_ARTICLE: Final = frozenset({"hundred", "thousand"})


#: Words, and the sign of pence, that one language reads as an amount or a part of it and the other does not.
_TELLING: Final = STARTS["fr"] | STARTS["en"] | {"a", "an", "one", "un", "une", "demi", "demie", "p"}


def tongues(line: Line, language: str) -> tuple[str, ...]:
    """The languages in whose words a whole text is to be read, in turn: one only where both would read the same."""
    if _TELLING.isdisjoint([token.text for token in line]):
        return (language,)
    return ("fr", "en") if language == "fr" else ("en", "fr")


class Found(NamedTuple):
    """A whole number read from words, and the place of the first token after it."""

    value: int
    end: int


def below_million(line: Line, at: int, language: str) -> Found | None:
    """The number below a million whose words begin at `at`, as long as possible."""
    return _french(line, at) if language == "fr" else _english(line, at)


def below_hundred(line: Line, at: int, language: str) -> Found | None:
    """The number below a hundred whose words begin at `at`."""
    return _french_small(line, at) if language == "fr" else _english_small(line, at)


# --- French -----------------------------------------------------------------------------------------------------------


def _french_small(line: Line, at: int) -> Found | None:
    word = line[at].text
    after = hyphen(line, at + 1)
    follow = line[after].text
    if word == "quatre" and follow in ("vingt", "vingts"):
        more = _french_teen(line, hyphen(line, after + 1)) if follow == "vingt" else None
        return Found(80 + more.value, more.end) if more and more.value else Found(80, after + 1)
    if (tens := _FR_TENS.get(word)) is not None:
        if follow == "et":
            last = hyphen(line, after + 1)
            one = _FR_UNITS.get(line[last].text)
            if one == 1 or (one == 11 and tens == 60):
                return Found(tens + one, last + 1)
            return Found(tens, at + 1)
        more = _french_teen(line, after)
        if more and 0 < more.value < (20 if tens in (60, 80) else 10):
            return Found(tens + more.value, more.end)
        return Found(tens, at + 1)
    return _french_teen(line, at)


def _french_teen(line: Line, at: int) -> Found | None:
    unit = _FR_UNITS.get(line[at].text)
    if unit is None:
        return None
    if unit == 10:
        after = hyphen(line, at + 1)
        more = _FR_UNITS.get(line[after].text)
        if more in (7, 8, 9):
            return Found(10 + more, after + 1)
    return Found(unit, at + 1)


def _french_hundreds(line: Line, at: int) -> Found | None:
    if line[at].text == "cent":
        value, end = 100, at + 1
    else:
        small = _french_small(line, at)
        if small is None:
            return None
        value, end = small
        after = hyphen(line, end)
        if not ((2 <= value <= 9 or 11 <= value <= 19) and line[after].text in ("cent", "cents")):
            return small
        value, end = value * 100, after + 1
    more = _french_small(line, hyphen(line, end))
    return Found(value + more.value, more.end) if more and more.value else Found(value, end)


def _french(line: Line, at: int) -> Found | None:
    if line[at].text in ("mille", "mil"):
        value, end = 1000, at + 1
    else:
        first = _french_hundreds(line, at)
        if first is None:
            return None
        value, end = first
        after = hyphen(line, end)
        if value == 0 or line[after].text not in ("mille", "mil"):
            return first
        value, end = value * 1000, after + 1
    more = _french_hundreds(line, hyphen(line, end))
    return Found(value + more.value, more.end) if more and more.value else Found(value, end)


# --- English ----------------------------------------------------------------------------------------------------------


def _english_small(line: Line, at: int) -> Found | None:
    word = line[at].text
    if (tens := _EN_TENS.get(word)) is not None:
        after = hyphen(line, at + 1)
        unit = _EN_UNITS.get(line[after].text, 0)
        return Found(tens + unit, after + 1) if 0 < unit < 10 else Found(tens, at + 1)
    unit = _EN_UNITS.get(word, -1)
    return Found(unit, at + 1) if unit >= 0 else None


def _english_article(line: Line, at: int, words: frozenset[str]) -> bool:
    return line[at].text in ("a", "an") and line[hyphen(line, at + 1)].text in words


def _english_hundreds(line: Line, at: int) -> Found | None:
    first = Found(1, at + 1) if _english_article(line, at, _EN_AFTER_ARTICLE) else _english_small(line, at)
    if first is None:
        return None
    after = hyphen(line, first.end)
    if line[after].text != "hundred" or not first.value:
        return first
    return _english_more(line, Found(first.value * 100, after + 1), _english_small)


def _english_more(line: Line, first: Found, read: Callable[[Line, int], Found | None]) -> Found:
    at = hyphen(line, first.end)
    at = hyphen(line, at + 1) if line[at].text == "and" else at
    more = read(line, at)
    return Found(first.value + more.value, more.end) if more and more.value else first


def _english(line: Line, at: int) -> Found | None:
    first = _english_hundreds(line, at)
    if first is None:
        return None
    after = hyphen(line, first.end)
    if line[after].text != "thousand" or not first.value:
        return first
    return _english_more(line, Found(first.value * 1000, after + 1), _english_hundreds)


# --- numbers among words ----------------------------------------------------------------------------------------------

#: Words that are a number and something else too (new, a coin, an article): they stay, unless they go on.
_DOUBTFUL: Final = frozenset({"neuf", "cent", "un", "une", "one", "a", "an", "mil", "zero"})
_FIRST: Final = (STARTS["fr"] | STARTS["en"] | {"a", "an"}) - {"zero"}


def counted(row: tuple[str, ...]) -> tuple[str, ...]:
    """Folded words with the numbers among them in figures, read in either language: *three hundred* is 300."""
    if _FIRST.isdisjoint(row):
        return row
    end = Token("end", "", 0, 0)
    line = (*(Token("word", word, 0, 0) for word in row), end, end, end)
    said: list[str] = []
    at = 0
    while at < len(row):
        found = max(
            (found for each in (_french, _english) if (found := each(line, at)) is not None),
            key=lambda found: found.end,
            default=None,
        )
        alone = found is not None and found.end == at + 1 and row[at] in _DOUBTFUL
        # A hundred stands before what there is a hundred of, a coin behind how many there are.
        hundred = row[at] == "cent" and at + 1 < len(row) and not (at and said[-1].isdigit())
        if found is None or (alone and not hundred):
            said.append(row[at])
            at += 1
        else:
            said.append(str(found.value))
            at = found.end
    return tuple(said)
