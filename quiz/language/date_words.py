"""The words of a text as a date sees them: days, months, years, weekdays, times of day and ordinals at one place."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final, NamedTuple

from quiz.language.date_named import YEAR_STARTS, year_in_words
from quiz.language.date_value import Date
from quiz.language.months import (
    CARDINALS,
    FULL_MONTHS,
    FULL_WEEKDAYS,
    MONTHS,
    ORDINAL_ENDINGS,
    ORDINALS,
    WEEKDAYS,
    misspelt_month,
    roman,
)
from quiz.language.months import words as words_of
from quiz.language.pattern import pattern
from quiz.language.text import fold


class Token(NamedTuple):
    """A run of digits, a word or one sign: its folded text and its place; `glued` where no space stands before it."""

    text: str
    start: int
    end: int
    digits: bool
    glued: bool
    capital: bool


class Hit(NamedTuple):
    """What the words from one token up to `stop` can mean. `form` names the rule, for those who judge the context."""

    date: Date
    stop: int
    form: str
    sure: float = 1.0
    notes: tuple[str, ...] = ()


FIRST_YEAR: Final = 1000
LAST_YEAR: Final = 2199
#: Two digits from here on are a year of the twentieth century, below it of the twenty-first.
PIVOT: Final = 50
LAST: Final = frozenset({"dernier", "derniere", "last", "final"})
_TOKEN: Final = pattern(r"([0-9]+)|([^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*)|(\S)")
_SIGNS: Final = dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("’‘ʼ`´′", "'")
#: A token without the detour through its class, which takes longer than finding it.
_new: Final = tuple.__new__
_END: Final = Token("", -1, -1, digits=False, glued=False, capital=False)
_TIME_STARTS: Final = words_of("à a at vers around @ , t - midi minuit noon midnight")
_ERA_STARTS: Final = words_of("av avant b bc bce before ap apr apres de a ad c ce")


@cache
def _era_pattern() -> re.Pattern[str]:
    """An era after a year; compiled when one is first met, since that takes some milliseconds."""
    return re.compile(
        r",?\s?(?:"
        r"(?P<bc>(?:av(?:ant|\.)?\s?(?:j\.?\s?-?\s?c\b\.?|j[eé]sus[\s-]christ|notre\s[eè]re|l'[eè]re\scommune))"
        r"|b\.\s?c\.(?:\s?e\.)?|bce?\b|before\s(?:christ|the\scommon\sera))"
        r"|(?:(?:ap(?:r[eè]s|r?\.)?\s?(?:j\.?\s?-?\s?c\b\.?|j[eé]sus[\s-]christ)|de\snotre\s[eè]re)"
        r"|a\.\s?d\.|c\.\s?e\.|ad\b|ce\b(?!\s?(?:qu|n|s|mat|jou|mo))))",
        re.IGNORECASE,
    )


@cache
def _time_pattern() -> re.Pattern[str]:
    """A time of day; compiled when one is first met, since that takes some milliseconds."""
    return re.compile(
        r"(?:,?\s?(?:à|at|vers|around|@|a)\s?|\s?,\s?|\s?[t-]\s?|\s)?"
        r"(?:(?P<h>[01]?\d|2[0-4])\s?(?:h(?:eures?\b|rs?\b\.?|\b)(?:\s?(?P<hm>[0-5]\d)\b)?|(?<=\d)h(?P<hm2>[0-5]\d)\b)"
        r"|(?P<c>[01]?\d|2[0-4])(?::(?P<cm>[0-5]\d))(?::[0-5]\d(?:[.,]\d+)?)?(?:\s?(?P<ch>[ap])\.?m\b\.?)?"
        r"|(?P<p>1[0-2]|0?[1-9])(?:[.](?P<pm>[0-5]\d))?\s?(?P<ph>[ap])\.?\s?m\b\.?"
        r"|(?P<o>1[0-2]|[1-9])\s?o'clock\b"
        r"|(?P<word>midi|minuit|noon|midnight)\b)"
        r"(?:\s?(?:z|utc|gmt|cet|cest|e[sd]?t|p[sd]?t|bst|[+-]\d\d:?\d\d)\b)?(?![\d:])",
        re.IGNORECASE,
    )


def tokens(text: str) -> list[Token]:
    """The tokens of `text`, with places in code points."""
    found: list[Token] = []
    last = -1
    for match in _TOKEN.finditer(text):
        raw = match[0]
        start, end = match.span()
        kind = match.lastindex
        if kind == 2:
            folded = raw.lower()
            if not folded.isascii():
                folded = fold(raw)
            found.append(_new(Token, (folded, start, end, False, start == last, raw[0].isupper())))
        else:
            sign = raw if kind == 1 else _SIGNS.get(raw, raw)
            found.append(_new(Token, (sign, start, end, kind == 1, start == last, False)))
        last = end
    return found


class Words:
    """One text, and what stands at its tokens. `strict` is for running text; `french` decides what is usual."""

    __slots__ = ("_tokens", "count", "french", "strict", "text", "token", "words")

    def __init__(self, text: str, language: str, *, strict: bool) -> None:
        self.text = text
        self.french = language.startswith("fr")
        self.strict = strict
        found = tokens(text)
        self.count = len(found)
        #: The words that stand somewhere in it.
        self.words = frozenset([token.text for token in found])
        self._tokens = found + [_END] * 20
        #: The token at an index; a few places beyond either end, an empty one. Asked some fifty times for each date:
        #: the bare lookup costs half of what a method around it does.
        self.token: Callable[[int], Token] = self._tokens.__getitem__

    def _weekday(self, i: int) -> tuple[int, int] | None:
        token = self.token(i)
        number = WEEKDAYS.get(token.text)
        if number is None:
            return None
        if token.text in FULL_WEEKDAYS:
            return number, i + 1
        following = self.token(i + 1)
        return number, i + 1 + (following.text == "." and following.glued)

    def _month(self, i: int) -> tuple[int, int, tuple[str, ...]] | None:
        token = self.token(i)
        number = MONTHS.get(token.text)
        if number is not None:
            dotted = token.text not in FULL_MONTHS and self.token(i + 1).text == "." and self.token(i + 1).glued
            return number, i + 1 + dotted, ()
        if self.strict or token.digits:
            return None
        number = misspelt_month(token.text)
        return None if number is None else (number, i + 1, ("month-spelling",))

    def _day(self, i: int) -> tuple[int, int] | None:
        """A day of the month, in digits or in words, and the token after it."""
        token = self.token(i)
        if token.digits:
            if len(token.text) > 2 or not 1 <= int(token.text) <= 31:
                return None
            ending = self.token(i + 1)
            if ending.text in ORDINAL_ENDINGS and (ending.glued or ending.text == "er"):
                return int(token.text), i + 2
            return int(token.text), i + 1
        run, value, stop = "", None, i
        for k in range(i, i + 4):
            word = self.token(k).text
            if word == "-":
                continue
            run += word
            number = ORDINALS.get(run) or CARDINALS.get(run)
            if number is not None:
                value, stop = number, k + 1
            if not word.isalpha():
                break
        return None if value is None or value > 31 else (value, stop)

    def _year(self, i: int, *, short: bool = False, early: bool = False) -> tuple[int, int, bool] | None:
        """A year, the token after it, and whether it was written with two digits only."""
        token = self.token(i)
        if token.text == "'" and self.token(i + 1).digits and len(self.token(i + 1).text) == 2 and short:
            return century_of(int(self.token(i + 1).text)), i + 2, True
        if token.text == "-" and early and self.token(i + 1).digits and self.token(i + 1).glued:
            return None
        if not self.strict and token.text in YEAR_STARTS:
            said = year_in_words(self, i)
            return (*said, False) if said else None
        if not token.digits or len(token.text) > 4:
            return None
        value = int(token.text)
        if len(token.text) < 4 or value < FIRST_YEAR:
            era = self._era(i + 1) if value else None
            if era is not None:
                return era[0] * value, era[1], False
            if len(token.text) == 3 and early and value:
                return value, i + 1, False
            return (century_of(value), i + 1, True) if short and len(token.text) == 2 else None
        if value > LAST_YEAR:
            return None
        era = self._era(i + 1)
        return (era[0] * value, era[1], False) if era else (value, i + 1, False)

    def _era(self, i: int) -> tuple[int, int] | None:
        token = self.token(i)
        if token.text == ",":
            token = self.token(i + 1)
        if token.text not in _ERA_STARTS:
            return None
        match = _era_pattern().match(self.text, self.token(i - 1).end)
        if match is None:
            return None
        return (-1 if match["bc"] else 1), self._index(match.end(), i)

    def _index(self, place: int, i: int) -> int:
        while i < self.count and self._tokens[i].start < place:
            i += 1
        return i

    def _timed(self, hit: Hit) -> Hit:
        token = self.token(hit.stop)
        if not (token.digits or token.text in _TIME_STARTS):
            return hit
        time = self._time(self.token(hit.stop - 1).end, hit.stop)
        if time is None:
            return hit
        return hit._replace(date=hit.date._replace(hour=time[0], minute=time[1]), stop=time[2])

    def _time(self, place: int, i: int) -> tuple[int, int, int] | None:
        if place < 0:
            return None
        match = _time_pattern().match(self.text, place)
        if match is None:
            return None
        stop = self._index(match.end(), i)
        if match["word"]:
            return (12 if match["word"].lower() in {"midi", "noon"} else 0), 0, stop
        hour = int(match["h"] or match["c"] or match["p"] or match["o"])
        minute = int(match["hm"] or match["hm2"] or match["cm"] or match["pm"] or 0)
        half = (match["ch"] or match["ph"] or "").lower()
        if half:
            hour = hour % 12 + (12 if half == "p" else 0)
        return hour % 24, minute, stop

    def _ordinal(self, i: int) -> tuple[int, int] | None:
        """As "3e", "third", "XIXe"; 0 is "the last"."""
        token = self.token(i)
        if token.text in LAST:
            return 0, i + 1
        if token.digits:
            ending = self.token(i + 1)
            if len(token.text) <= 2 and ending.glued and ending.text in ORDINAL_ENDINGS and int(token.text):
                return int(token.text), i + 2
            return None
        run, found = "", None
        for k in range(i, i + 5):
            word = self.token(k).text
            if word == "-":
                continue
            run += word
            if run in ORDINALS:
                found = ORDINALS[run], k + 1
            if not word.isalpha():
                break
        if found is None and (token.capital or token.text[-1:] == "e"):
            number = roman(token.text)
            return None if number is None else (number, i + 1)
        return found

    def skip(self, i: int, passed: frozenset[str], most: int = 4) -> int:
        """The first token from `i` on that is none of these words; an apostrophe before digits belongs to a year."""
        k = i
        while k < i + most and self.token(k).text in passed:
            if self.token(k).text == "'" and self.token(k + 1).digits:
                break
            k += 1
        return k


def century_of(two_digits: int) -> int:
    """A year from its last two digits."""
    return two_digits + (1900 if two_digits >= PIVOT else 2000)
