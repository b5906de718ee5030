"""Roman numerals as figures."""

from __future__ import annotations

from typing import Final

from quiz.language.pattern import pattern

_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_WHOLE: Final = pattern(r"(?=[IVXLCDM]{2})M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def roman(numeral: str) -> int:
    """The value of a numeral, in capitals or not; it is not checked to be well formed."""
    values = [_VALUES[char] for char in numeral.upper()]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def figured(text: str) -> str:
    """A text that is one numeral of two capitals or more as figures (MCMXLV: 1945); any other text as it is."""
    bare = text.strip(" .!")
    return str(roman(bare)) if _WHOLE.fullmatch(bare) else text
