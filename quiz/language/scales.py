"""Thousands, millions and what follows, written out or shortened, on the short scale or the long one.

In French a *billion* is 10^12 and a *trillion* 10^18 (long scale, the legal one since 1961); in English 10^9 and 10^12
(short scale). Each such word is read in the language of the deck and keeps its other value; *milliard*, *Md*, *bn* and
*tn* have one value in any language.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from quiz.language.tokens import Token

#: Written scales with one value in any language.
_PLAIN: Final = {
    "hundred": 100,
    "thousand": 10**3, "thousands": 10**3, "mille": 10**3, "millier": 10**3, "milliers": 10**3, "lakh": 10**5,
    "lakhs": 10**5, "million": 10**6, "millions": 10**6, "crore": 10**7, "crores": 10**7, "milliard": 10**9,
    "milliards": 10**9, "billiard": 10**15, "billiards": 10**15, "trilliard": 10**21, "trilliards": 10**21,
}  # fmt: skip

#: Written scales with two values: (English, French).
_TWOFOLD: Final = {
    "billion": (10**9, 10**12), "trillion": (10**12, 10**18), "quadrillion": (10**15, 10**24),
    "quintillion": (10**18, 10**30),
}  # fmt: skip

#: Shortened scales, as they are commonly typed; case matters only where this says so.
_SHORT: Final = {
    "k": 10**3, "md": 10**9, "mds": 10**9, "mrd": 10**9, "mrds": 10**9, "mlrd": 10**9, "mia": 10**9, "mn": 10**6,
    "mln": 10**6, "mio": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12,
}  # fmt: skip

#: Single letters that are scales beside a currency in either case; beside no currency only in upper case.
_LETTERS: Final = {"m": 10**6, "b": 10**9, "g": 10**9, "t": 10**12}


class Scale(NamedTuple):
    """A power of ten, its value on the other scale (the same where there is none), and whether it is a whole word."""

    value: int
    other: int
    written: bool


def scale(token: Token, language: str, text: str, *, money: bool) -> Scale | None:
    """The scale that a token is, if it is one. `text` is the source, for case; `money` allows `5m`, `$2T`."""
    word = token.text
    if (value := _PLAIN.get(word)) is not None:
        return Scale(value, value, written=True)
    if (pair := _TWOFOLD.get(word.removesuffix("s"))) is not None:
        english, french = pair
        return Scale(french, english, written=True) if language == "fr" else Scale(english, french, written=True)
    if (value := _SHORT.get(word)) is not None:
        return Scale(value, value, written=False)
    if len(word) == 1 and (value := _LETTERS.get(word)) is not None and (money or _large(token, text)):
        return Scale(value, value, written=False)
    return None


def _large(token: Token, text: str) -> bool:
    return token.text in "mb" and text[token.start].isupper()
