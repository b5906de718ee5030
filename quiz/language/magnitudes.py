"""Magnitudes: what numbers, amounts and durations are counted with. `1,2 milliard`, `two and a half million`, `3/4`.

A magnitude has one likeliest value and, where the language allows another, its other values with a note:
"other-grouping" (`1.200`, `1,200`) and "other-scale" (`billion`). Everything is exact: a `Fraction`.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from quiz.language.digits import read_digits
from quiz.language.number_words import STARTS, below_hundred, below_million
from quiz.language.scales import scale
from quiz.language.tokens import Token, hyphen, tokens

Line = tuple[Token, ...]

_HALF: Final = Fraction(1, 2)
#: More figures in a row are no number that anybody wrote down, and Python will not make one of thousands.
LONGEST: Final = 100
_VULGAR: Final = {
    "½": _HALF, "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4),
    "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅙": Fraction(1, 6),
    "⅚": Fraction(5, 6), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8), "⅞": Fraction(7, 8),
}  # fmt: skip

_EN_PARTS: Final = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
_FR_PARTS: Final = {
    "demi": 2, "demie": 2, "tiers": 3, "quart": 4, "cinquieme": 5, "sixieme": 6, "septieme": 7, "huitieme": 8,
    "neuvieme": 9, "dixieme": 10, "centieme": 100, "millieme": 1000,
}  # fmt: skip
_PARTS: Final = _EN_PARTS | _FR_PARTS | {f"{word}s": value for word, value in (_EN_PARTS | _FR_PARTS).items()}

#: Round counts: (value, whether it is one only roughly).
_ROUND: Final = {
    "dozen": (12, False), "douzaine": (12, False), "dizaine": (10, True), "quinzaine": (15, True),
    "vingtaine": (20, True), "trentaine": (30, True), "quarantaine": (40, True), "cinquantaine": (50, True),
    "soixantaine": (60, True), "centaine": (100, True), "millier": (1000, True),
}  # fmt: skip
_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_ONE: Final = frozenset({"un", "une", "a", "an", "one"})
_SCALES_AFTER_ARTICLE: Final = frozenset({"million", "milliard", "billion", "trillion"})
_FIRST_WORDS: Final = frozenset({*_VULGAR, *_ONE, "half", "demi", "demie", "moitie", "la"})
_OPENING_WORDS: Final = _FIRST_WORDS | STARTS["fr"] | STARTS["en"]
#: The signs of currencies that stand before their amounts.
SIGNS: Final = frozenset("$€£¥₹₽₩₪₺₴₦₫฿₱")


class Magnitude(NamedTuple):
    """`others` are the other values the text may have, each with its note. `end` is the first token after it.

    `shape` says how it was written: "digits", "words" or "fraction"; `written_scale` is the last scale's value
    (1 where there is none); `rough` is true of *une centaine*.
    """

    value: Fraction
    others: tuple[tuple[Fraction, str], ...]
    end: int
    shape: str
    written_scale: int = 1
    rough: bool = False


class _Part(NamedTuple):
    value: Fraction
    other: Fraction | None
    end: int
    shape: str
    rough: bool = False


@lru_cache(maxsize=1024)
def openings(text: str) -> tuple[int, ...]:
    """The tokens of a text at which a number, an amount or a duration may begin: few of all, found once for all three.

    Figures, words of numbers in either language, signs of currencies, and words before any of these.
    """
    line = tokens(text)
    found = []
    for at, token in enumerate(line[:-3]):
        kind = token.kind
        if kind == "word":
            word, follow = token.text, line[at + 1]
            if word in _OPENING_WORDS:
                if word != "la" or follow.text == "moitie":
                    found.append(at)
            elif follow.kind == "digits" or follow.text in ("$", "."):
                found.append(at)
        elif kind == "digits" or (kind == "sign" and token.text in SIGNS):
            found.append(at)
    return tuple(found)


def may_begin(token: Token, language: str) -> bool:
    """Whether a magnitude may begin with this token: cheap, and never wrongly false."""
    return token.kind == "digits" or token.text in STARTS[language] or token.text in _FIRST_WORDS


def magnitude(line: Line, at: int, language: str, text: str, *, words: str, money: bool) -> Magnitude | None:
    """The magnitude that begins at `at`: in digits, or in the words of the language `words`.

    `language` is the deck's, which decides about `1.200` and `billion`; `money` allows `5m` and `2T` for scales.
    """
    first = _part(line, at, language, words)
    if first is None:
        return None
    if scale(line[hyphen(line, first.end)], language, text, money=money) is None:
        others = ((first.other, "other-grouping"),) if first.other is not None else ()
        return Magnitude(first.value, others, first.end, first.shape, 1, first.rough)
    return _scaled(line, at, language, text, words, money=money)


def _scaled(line: Line, at: int, language: str, text: str, words: str, *, money: bool) -> Magnitude | None:
    """A magnitude with a scale, and the smaller ones that may follow it: one million two hundred thousand."""
    total = Fraction(0)
    grouped: Fraction | None = None
    scaled = Fraction(0)
    other_scale = False
    limit = 0
    end = at
    shape = ""
    last = 1
    rough = False
    while True:
        part = _part(line, end, language, words)
        if part is None:
            break
        value, other, mult, alt, after, written = *part[:2], 1, 1, part.end, True
        while (power := scale(line[hyphen(line, after)], language, text, money=money)) is not None:
            mult, alt, written = mult * power.value, alt * power.other, power.written
            after = hyphen(line, after) + 1
            if not written:
                break
        if limit and (value * mult >= limit or value < 1 or part.shape != shape):
            break
        if limit and mult == 1 and part.shape == "digits" and line[end].text.isdigit() and value < 100:
            break
        if mult > 1 and (more := _and_half(line, after)) is not None:
            value, after = value + more[0], more[1]
            other = None
        total += value * mult
        scaled += value * alt
        other_scale |= alt != mult
        if other is not None and not limit:
            grouped = other * mult
        elif grouped is not None:
            grouped += value * mult
        shape, rough, last, end = shape or part.shape, rough or part.rough, mult if mult > 1 else last, after
        if mult == 1 or not written:
            break
        limit = mult
        if line[end].text in ("et", "and") and line[end + 1].kind == "digits":
            break
        if line[end].text == "and" and line[end + 1].text in STARTS["en"]:
            end_of_and = _part(line, end + 1, language, words)
            if end_of_and is not None and end_of_and.value < limit:
                total += end_of_and.value
                scaled += end_of_and.value
                end = end_of_and.end
            break
    if end == at:
        return None
    others: list[tuple[Fraction, str]] = []
    if grouped is not None:
        others.append((grouped, "other-grouping"))
    if other_scale:
        others.append((scaled, "other-scale"))
    return Magnitude(total, tuple(others), end, shape, last, rough)


def _part(line: Line, at: int, language: str, words: str) -> _Part | None:
    token = line[at]
    if token.kind == "digits":
        return _digits_part(line, at, language) if len(token.text) <= LONGEST else None
    if token.kind != "word":
        return None
    if (value := _VULGAR.get(token.text)) is not None:
        return _Part(value, None, at + 1, "fraction")
    return _words_part(line, at, words)


def _digits_part(line: Line, at: int, language: str) -> _Part:
    value, other = read_digits(line[at].text, language)
    after = at + 1
    if (power := _power(line, after, value)) is not None:
        return _Part(power[0], None, power[1], "digits")
    follow = line[after]
    if (more := _VULGAR.get(follow.text)) is not None:
        return _Part(value + more, None, after + 1, "digits")
    whole = value.denominator == 1 and other is None
    if whole and follow.text == "/" and (part := _slashed(line, at)) is not None:
        return _Part(part, None, at + 3, "fraction")
    if whole and follow.kind == "digits" and (part := _slashed(line, after)) is not None and part < 1:
        return _Part(value + part, None, after + 3, "digits")
    if follow.text in ("and", "&") and (half := _and_half(line, after)) is not None:
        return _Part(value + half[0], None, half[1], "digits")
    rounded = _ROUND.get(follow.text.removesuffix("s"))
    if rounded is not None and not rounded[1]:
        return _Part(value * int(rounded[0]), None, after + 1, "digits")
    if whole and (share := _share(line, after, value)) is not None:
        return share
    return _Part(value, other, after, "digits")


def _power(line: Line, at: int, value: Fraction) -> tuple[Fraction, int] | None:
    """What follows figures in scientific notation: `1.5e6`, `10^6`, `10⁶`, `1,75 × 10^4`."""
    word = line[at].text
    glued = line[at].start == line[at - 1].end
    if word == "e" and glued and (found := _exponent(line, at + 1)) is not None:
        return value * Fraction(10) ** found[0], found[1]
    if value == 10 and glued and (found := _raised(line, at)) is not None:
        return Fraction(10) ** found[0], found[1]
    if word in ("×", "x", "*", "·") and line[at + 1].text == "10" and (found := _raised(line, at + 2)) is not None:
        return value * Fraction(10) ** found[0], found[1]
    return None


def _raised(line: Line, at: int) -> tuple[int, int] | None:
    if line[at].text == "^":
        return _exponent(line, at + 1)
    figures = line[at].text.translate(_SUPERSCRIPTS)
    if line[at].kind == "word" and figures.isdecimal() and len(figures) <= 2 and figures != line[at].text:
        return int(figures), at + 1
    return None


def _exponent(line: Line, at: int) -> tuple[int, int] | None:
    sign = -1 if line[at].text == "-" else 1
    at += line[at].text in ("-", "+")
    figures = line[at]
    if not figures.text.isdecimal() or len(figures.text) > 2 or figures.start != line[at - 1].end:
        return None
    return sign * int(figures.text), at + 1


def _slashed(line: Line, at: int) -> Fraction | None:
    """`3/4` written close together, and not a part of a date."""
    over, slash, under, after = line[at], line[at + 1], line[at + 2], line[min(at + 3, len(line) - 1)]
    if slash.text != "/" or over.end != slash.start or slash.end != under.start or after.text == "/":
        return None
    if not (over.text.isdigit() and under.text.isdigit()) or over.text[0] == "0" or under.text[0] == "0":
        return None
    return Fraction(int(over.text), int(under.text))


def _words_part(line: Line, at: int, words: str) -> _Part | None:
    token = line[at]
    word = token.text
    follow = line[hyphen(line, at + 1)]
    if word == "half" or (word in ("demi", "demie") and words == "fr"):
        return _of_scale(line, at + 1, _HALF)
    if word in ("moitie", "la"):
        start = at + 1 if word == "la" else at
        return _Part(_HALF, None, start + 1, "fraction") if line[start].text == "moitie" else None
    if word in _ONE:
        after = hyphen(line, at + 1)
        if follow.text in _SCALES_AFTER_ARTICLE and (word in ("un", "une")) == (words == "fr"):
            return _Part(Fraction(1), None, at + 1, "words")
        if (rounded := _ROUND.get(follow.text)) is not None:
            return _rounded(line, after, rounded)
        if follow.text in ("demi", "demie", "half"):
            nested = hyphen(line, after + 1)
            if (rounded := _ROUND.get(line[nested].text)) is not None:
                return _rounded(line, nested, (rounded[0] / 2, rounded[1]))
            return _of_scale(line, after + 1, _HALF)
        if word != "one" and word not in STARTS[words]:
            if follow.text in _PARTS:
                return _of_scale(line, after + 1, Fraction(1, _PARTS[follow.text]))
            found = below_million(line, at, words)
            return _Part(Fraction(found.value), None, found.end, "words") if found else None
    if word not in STARTS[words]:
        return None
    found = below_million(line, at, words)
    if found is None:
        return None
    value, end = Fraction(found.value), found.end
    if (share := _share(line, hyphen(line, end), value)) is not None:
        return share
    if line[end].text in ("virgule", "point", "comma") and (tail := _decimals(line, end + 1, words)) is not None:
        return _Part(value + tail[0], None, tail[1], "words")
    if line[end].text in ("and", "et") and (half := _and_half(line, end)) is not None:
        return _Part(value + half[0], None, half[1], "words")
    rounded = _ROUND.get(line[end].text.removesuffix("s"))
    if rounded is not None and not rounded[1]:
        return _Part(value * int(rounded[0]), None, end + 1, "words")
    return _Part(value, None, end, "words")


def _share(line: Line, at: int, over: Fraction) -> _Part | None:
    """What follows a count to make a share of it: `tiers`, `quarters`, `sur 10`, `in three`, `out of ten`."""
    word = line[at].text
    if (under := _PARTS.get(word)) is not None:
        return _of_scale(line, at + 1, over / under) if over < 100 else None
    if over < 100 and (word in ("sur", "in", "out") or (word in ("of", "des") and over >= 2)):
        after = at + 2 if word == "out" and line[at + 1].text == "of" else at + 1
        after += word == "of" and line[after].text in ("the", "these", "those", "its", "their", "his", "her")
        found: Fraction | None = None
        if line[after].kind == "digits" and line[after].text.isdigit():
            found, after = Fraction(int(line[after].text)), after + 1
        elif (named := below_hundred(line, after, "fr" if word in ("sur", "des") else "en")) is not None:
            found, after = Fraction(named.value), named.end
        if found and over < found <= 100_000 and (word != "in" or found <= 1000):
            return _Part(over / found, None, after, "fraction")
    return None


def _of_scale(line: Line, at: int, value: Fraction) -> _Part:
    """A fraction, and what joins it to the scale after it: half *a* million, un quart *de* milliard."""
    after = at
    if line[after].text in ("de", "of", "d"):
        after += 2 if line[after + 1].text == "'" else 1
    after = hyphen(line, after)
    if line[after].text in ("a", "an", "one", "un", "1"):
        after += 1
    scales = (*_SCALES_AFTER_ARTICLE, "thousand", "percent", "per", "pour", "%", "percentage")
    return _Part(value, None, after if line[after].text in scales else at, "fraction")


def _rounded(line: Line, at: int, rounded: tuple[float, bool]) -> _Part:
    after = at + 1
    if line[after].text in ("de", "d"):
        of = after + (2 if line[after + 1].text == "'" else 1)
        if line[of].text in ("millions", "milliards", "milliers"):
            after = of
    return _Part(Fraction(int(rounded[0])), None, after, "words", rounded[1])


def _and_half(line: Line, at: int) -> tuple[Fraction, int] | None:
    """`and a half`, `et demi`, `et quart`, `and three quarters` from the *and* on."""
    if line[at].text not in ("and", "et", "&"):
        return None
    after = at + 1
    word = line[after].text
    if word in ("demi", "demie", "half"):
        return _HALF, after + 1
    if word in _ONE and line[after + 1].text in ("half", "third", "quarter", "quart", "tiers"):
        return Fraction(1, _PARTS[line[after + 1].text]), after + 2
    if word in ("three", "trois") and line[hyphen(line, after + 1)].text in ("quarters", "quarts"):
        return Fraction(3, 4), hyphen(line, after + 1) + 1
    return None


def _decimals(line: Line, at: int, words: str) -> tuple[Fraction, int] | None:
    """The words after *point* or *virgule*, put side by side: one four → .14, zéro cinq → .05, vingt-cinq → .25."""
    figures = ""
    while True:
        if line[at].text.isdigit():
            figures, at = figures + line[at].text, at + 1
        elif (found := below_hundred(line, at, words)) is not None:
            figures, at = figures + str(found.value), found.end
        else:
            break
    return (Fraction(int(figures), 10 ** len(figures)), at) if figures else None
