"""The grammar of dates in French and English: from the words at one place of a text to what they can mean there.

One grammar serves two readers: strictly in running text, where a misreading costs more than an omission, and freely on
the whole of a short text, where something that is a date is expected. `dates.py` is those two readers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from quiz.language.date_value import Date, Span, exists
from quiz.language.months import (
    CARDINALS,
    FRENCH_MONTHS,
    FULL_MONTHS,
    FULL_WEEKDAYS,
    MONTHS,
    OF_QUALIFIERS,
    ORDINAL_ENDINGS,
    ORDINALS,
    QUALIFIERS,
    SEASONS,
    TENS,
    WEEKDAYS,
    misspelt_month,
    roman,
    words,
)
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


class Triple(NamedTuple):
    """Three numbers and the sign between them."""

    numbers: tuple[str, str, str]
    sign: str
    stop: int


FIRST_YEAR: Final = 1000
LAST_YEAR: Final = 2199
#: Two digits from here on are a year of the twentieth century, below it of the twenty-first.
PIVOT: Final = 50

_TOKEN: Final = re.compile(r"([0-9]+)|([^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*)|(\S)")
_SIGNS: Final = dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("’‘ʼ`´′", "'")
_END: Final = Token("", -1, -1, digits=False, glued=False, capital=False)
_ERA: Final = re.compile(
    r",?\s?(?:"
    r"(?P<bc>(?:av(?:ant|\.)?\s?(?:j\.?\s?-?\s?c\b\.?|j[eé]sus[\s-]christ|notre\s[eè]re|l'[eè]re\scommune))"
    r"|b\.\s?c\.(?:\s?e\.)?|bce?\b|before\s(?:christ|the\scommon\sera))"
    r"|(?:(?:ap(?:r[eè]s|r?\.)?\s?(?:j\.?\s?-?\s?c\b\.?|j[eé]sus[\s-]christ)|de\snotre\s[eè]re)"
    r"|a\.\s?d\.|c\.\s?e\.|ad\b|ce\b(?!\s?(?:qu|n|s|mat|jou|mo))))",
    re.IGNORECASE,
)
_TIME: Final = re.compile(
    r"(?:,?\s?(?:à|at|vers|around|@|a)\s?|\s?,\s?|\s?[t-]\s?|\s)?"
    r"(?:(?P<h>[01]?\d|2[0-4])\s?(?:h(?:eures?|rs?)?\b\.?(?:\s?(?P<hm>[0-5]\d)\b)?|(?<=\d)h(?P<hm2>[0-5]\d)\b)"
    r"|(?P<c>[01]?\d|2[0-4])(?::(?P<cm>[0-5]\d))(?::[0-5]\d(?:[.,]\d+)?)?(?:\s?(?P<ch>[ap])\.?m\b\.?)?"
    r"|(?P<p>1[0-2]|0?[1-9])(?:[.](?P<pm>[0-5]\d))?\s?(?P<ph>[ap])\.?\s?m\b\.?"
    r"|(?P<o>1[0-2]|[1-9])\s?o'clock\b"
    r"|(?P<word>midi|minuit|noon|midnight)\b)"
    r"(?:\s?(?:z|utc|gmt|cet|cest|e[sd]?t|p[sd]?t|bst|[+-]\d\d:?\d\d)\b)?(?![\d:])",
    re.IGNORECASE,
)
_TIME_STARTS: Final = words("à a at vers around @ , t - midi minuit noon midnight")
_ERA_STARTS: Final = words("av avant b bc bce before ap apr apres de a ad c ce")
_LINKS: Final = frozenset("-/")
_ENGLISH_JOINS: Final = frozenset({"to", "through", "thru", "until", "till"})
_ARTICLES: Final = frozenset({"le", "la", "les", "l", "the", "en", "'"})
_QUARTER_WORDS: Final = {"trimestre": 4, "quarter": 4, "semestre": 2, "half": 2, "moitie": 2}
_QUARTER_LETTERS: Final = {"t": 4, "q": 4, "s": 2, "h": 2}
_LAST: Final = frozenset({"dernier", "derniere", "last", "final"})
#: Words at which a date can begin, besides digits; everything else is passed over at once in running text.
STARTERS: Final = (
    frozenset(MONTHS)
    | frozenset(WEEKDAYS)
    | frozenset(SEASONS)
    | frozenset(QUALIFIERS)
    | frozenset(_QUARTER_LETTERS)
    | _LAST
    | frozenset(TENS)
    | frozenset({name for name in CARDINALS | ORDINALS if len(name) < 13})
    | frozenset({"annee", "annees", "decennie", "the", "'", "ad", "a"})
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
            found.append(Token(folded, start, end, False, start == last, raw[0].isupper()))  # noqa: FBT003
        else:
            found.append(Token(raw if kind == 1 else _SIGNS.get(raw, raw), start, end, kind == 1, start == last, False))  # noqa: FBT003
        last = end
    return found


class Grammar:
    """The rules over one text. `strict` is for running text; `french` decides what is the usual order."""

    __slots__ = ("_tokens", "count", "french", "strict", "text")

    def __init__(self, text: str, language: str, *, strict: bool) -> None:
        self.text = text
        self.french = language.startswith("fr")
        self.strict = strict
        found = tokens(text)
        self.count = len(found)
        self._tokens = found + [_END] * 10

    def token(self, at: int) -> Token:
        """The token at an index; beyond either end, an empty one."""
        return self._tokens[at] if 0 <= at < self.count else _END

    # --- whole expressions ---------------------------------------------------------------------------------------

    def at(self, i: int) -> Iterator[Hit]:
        """All that can be read from token `i`, ranges first."""
        lefts = list(self._elements(i, bare=True))
        for left in lefts:
            yield from self._ranges(i, left)
        for left in lefts:
            if left.form != "bare" and not (left.form == "ordinal" and self.strict):
                yield left

    def _ranges(self, i: int, left: Hit) -> Iterator[Hit]:
        joined = self._join(left.stop)
        if joined is None:
            return
        k, conjunction = joined
        between = self.after_between(i)
        if conjunction and not between and left.form not in {"bare", "month", "ordinal"}:
            return
        dash = self.token(left.stop).text
        for right in self._elements(k, bare=True):
            date = _spanned(left, right, french=self.french)
            end = None if date is None else date.end
            if date is None or end is None:
                continue
            if conjunction and not between and not _adjacent(date, end):
                continue
            if dash == "/" and left.form not in {"date", "year"}:
                continue
            form = f"range-{right.form if left.form in {'bare', 'ordinal'} else left.form}"
            stop = right.stop
            if right.form == "bare":
                stop, year = self._trailing_year(stop)
                if year is not None:
                    end = replace(end, year=year)
                    date = replace(date, year=year, end=end)
            if _possible(date) and _possible(end) and _ordered(date, end):
                yield Hit(date, stop, form, min(left.sure, right.sure), left.notes + right.notes)

    def _trailing_year(self, i: int) -> tuple[int, int | None]:
        k = i + (self.token(i).text == ",")
        found = self._year(k)
        return (found[1], found[0]) if found else (i, None)

    def after_between(self, i: int) -> bool:
        """Whether "entre" or "between" stands before token `i`, an article passed over."""
        k = i - 1
        while self.token(k).text in _ARTICLES:
            k -= 1
        return self.token(k).text in {"entre", "between"}

    def _join(self, i: int) -> tuple[int, bool] | None:
        """Past what joins the two ends of a range, and whether it was only an "and"."""
        word = self.token(i).text
        conjunction = word in {"et", "and", "&"}
        if word in _LINKS or word in _ENGLISH_JOINS or conjunction:
            k = i + 1 + (word in {"-", "/"} and self.token(i + 1).text == word)
        elif word == "au" or (word == "a" and (self.text[self.token(i).start] in "àÀ" or self.french > self.strict)):
            k = i + 1
        elif word == "jusqu" and self.token(i + 2).text in {"au", "en", "a"}:
            k = i + 3
        elif word == "." and self.token(i + 1).text == "." and self.token(i + 1).glued:
            k = i + 2 + (self.token(i + 2).text == ".")
        elif word == "→":
            k = i + 1
        else:
            return None
        while self.token(k).text in _ARTICLES or (self.token(k).text == "of" and self.token(k - 1).text == "end"):
            k += 1
        return k, conjunction

    # --- one date ------------------------------------------------------------------------------------------------

    def _elements(self, i: int, *, bare: bool = False) -> Iterator[Hit]:
        yield from self._dated_or_weekday(i, bare=bare)
        yield from self._qualified(i)
        yield from self._parts(i)
        yield from self._year_after_sign(i)
        if not self.strict:
            time = self._time(self.token(i).start, i)
            if time is not None:
                hour, minute, stop = time
                for hit in self._dated_or_weekday(stop + (self.token(stop).text in {"on", "le", ",", "of"})):
                    if hit.form == "date" and hit.date.hour is None:
                        yield hit._replace(date=replace(hit.date, hour=hour, minute=minute))
                yield Hit(Date(hour=hour, minute=minute), stop, "time")

    def _dated_or_weekday(self, i: int, *, bare: bool = False) -> Iterator[Hit]:
        weekday = self._weekday(i)
        if weekday is not None:
            number, j = weekday
            for k in (j, j + 1, j + 2):
                for hit in self._dated(k, bare=bare):
                    if hit.form in {"date", "bare", "pair"}:
                        yield hit._replace(date=replace(hit.date, weekday=number))
                if self.token(k).text not in {",", "le", "the", "."}:
                    break
            yield Hit(Date(weekday=number), j, "weekday")
        yield from self._dated(i, bare=bare)

    def _dated(self, i: int, *, bare: bool) -> Iterator[Hit]:
        token = self.token(i)
        if token.digits:
            yield from self._numeric(i)
        day = self._day(i)
        if day is not None:
            yield from self._day_month(*day)
        month = self._month(i)
        if month is not None:
            yield from self._month_first(i, *month)
        if token.digits or token.text == "'":
            yield from self._year_first(i, bare=bare)
        if day is not None and bare:
            yield Hit(Date(day=day[0]), day[1], "bare")

    def _day_month(self, day: int, j: int) -> Iterator[Hit]:
        """As "3 mars 2023", "the 4th of July, 1776", "1er-mai"."""
        k = j
        while self.token(k).text in {"of", "de", "d", "'", "-", "du", "mois", "/", ".", "in", ","} and k < j + 4:
            k += 1
        month = self._month(k)
        if month is None:
            return
        number, m, notes = month
        yield from self._with_year(Date(month=number, day=day), m, notes)

    def _with_year(self, date: Date, m: int, notes: tuple[str, ...]) -> Iterator[Hit]:
        """A day of a month and, if it follows, its year and the time of day."""
        k = m
        while self.token(k).text in {",", "de", "of", "in", "en", "l", "'", "an", "annee", "-", "/", "."} and k < m + 4:
            if self.token(k).text == "'" and self.token(k + 1).digits:
                break
            k += 1
        for start in (k, m) if k != m else (m,):
            year = self._year(start, short=not self.strict, early=True)
            if year is not None and exists(year[0], date.month, date.day):
                short = ("two-digit-year",) if year[2] else ()
                full = replace(date, year=year[0], short_year=year[2])
                yield self._timed(Hit(full, year[1], "date", 0.8 if year[2] else 1.0, notes + short))
                break
        if exists(None, date.month, date.day):
            hit = self._timed(Hit(date, m, "date", 1.0, notes))
            later = self._year(hit.stop) if hit.date.hour is not None and not self.strict else None
            if later is not None:
                hit = hit._replace(date=replace(hit.date, year=later[0]), stop=later[1])
            yield hit

    def _month_first(self, i: int, number: int, j: int, notes: tuple[str, ...]) -> Iterator[Hit]:
        """As "March 3, 2023", "mars 2023", "mai 68", "mars"."""
        yield from self._month_year(number, j, notes)
        k = j
        while self.token(k).text in {"the", "-", "/", ".", "le"} and k < j + 2:
            k += 1
        day = self._day(k)
        if day is not None and not self._after_in(i, day[1]) and not (self.french and self.strict):
            for hit in self._with_year(Date(month=number, day=day[0]), day[1], notes):
                yield hit._replace(sure=min(hit.sure, 0.6), notes=(*notes, "other-order")) if self.french else hit
        yield Hit(Date(month=number), j, "month", 1.0, notes)

    def _after_in(self, i: int, j: int) -> bool:
        """Whether "in May 5 …" cannot be a day, since no year follows and "in" takes none."""
        following = self.token(j + (self.token(j).text == ","))
        return self.strict and self.token(i - 1).text == "in" and not (following.digits and len(following.text) == 4)

    def _month_year(self, number: int, j: int, notes: tuple[str, ...]) -> Iterator[Hit]:
        k = j
        while self.token(k).text in {",", "de", "of", "l", "'", "an", "annee", "-", "/", "in", "."} and k < j + 4:
            if self.token(k).text == "'" and self.token(k + 1).digits:
                break
            k += 1
        year = self._year(k, short=True, early=not self.strict)
        if year is None:
            return
        plain = year[2] and self.token(k).text != "'"
        if plain and self.strict and year[0] % 100 < 32:
            return
        sure = 1.0 if not year[2] else 0.8
        if plain and year[0] % 100 < 32:
            sure = 0.5 if not self.french else 0.7
        notes = (*notes, "two-digit-year") if year[2] else notes
        yield Hit(Date(year=year[0], month=number, short_year=year[2]), year[1], "month-year", sure, notes)

    def _year_first(self, i: int, *, bare: bool) -> Iterator[Hit]:
        """As "2023", "2023 March 3", "1990s", "44 BC", "XXIe" is elsewhere."""
        year = self._year(i, short=bare and self.token(i).text == "'", early=not self.strict)
        if year is None:
            era = self._digits_before_era(i)
            if era is not None:
                yield era
            return
        value, j, short = year
        k = j + (self.token(j).text in {",", "-", "/"})
        month = self._month(k)
        if month is not None and not self.strict:
            day = self._day(month[1] + (self.token(month[1]).text in {"-", "/"}))
            if day is not None and exists(value, month[0], day[0]):
                yield self._timed(Hit(Date(year=value, month=month[0], day=day[0]), day[1], "date", 1.0, month[2]))
            yield Hit(Date(year=value, month=month[0]), month[1], "month-year", 0.8, month[2])
        letter = self.token(k)
        parts = _QUARTER_LETTERS.get(letter.text)
        number = self.token(k + 1)
        if parts and number.glued and number.text in "1234"[:parts] and number.text:
            yield Hit(_part(parts, int(number.text), value), k + 2, "part")
        yield Hit(Date(year=value, short_year=short), j, "year", 0.5 if short else 1.0)
        dash, tail = self.token(j), self.token(j + 1)
        if dash.text in _LINKS and dash.glued and tail.digits and tail.glued and len(tail.text) == 2 and not short:
            end = value - value % 100 + int(tail.text)
            if value < end and self.token(j + 2).text not in _LINKS and not self._month_number(dash, tail):
                yield Hit(Date(year=value, end=Date(year=end)), j + 2, "range-year", 1.0)

    def _month_number(self, dash: Token, tail: Token) -> bool:
        """Whether "2010-12" is a month, as ISO has it; an en dash or a stroke makes it a range of years."""
        return self.text[dash.start] == "-" and 1 <= int(tail.text) <= 12

    def _year_after_sign(self, i: int) -> Iterator[Hit]:
        """As "AD 79", "A.D. 79", and "-52" for a year before Christ where a date is expected."""
        token = self.token(i)
        if token.text == "-" and not self.strict:
            digits = self.token(i + 1)
            if digits.digits and digits.glued and len(digits.text) <= 4 and int(digits.text):
                padded = len(digits.text) == 4 and digits.text.startswith("0")
                yield Hit(Date(year=-int(digits.text) - padded), i + 2, "era", 0.9)
        elif token.text in {"ad", "a"} and (token.capital or not self.strict):
            k = i + 1
            if token.text == "a":
                if [self.token(k + n).text for n in range(3)] != [".", "d", "."]:
                    return
                k += 3
            digits = self.token(k)
            if digits.digits and len(digits.text) <= 4 and int(digits.text):
                yield Hit(Date(year=int(digits.text)), k + 1, "era")

    def _digits_before_era(self, i: int) -> Hit | None:
        sign, j = 1, i
        token = self.token(j)
        if not token.digits or len(token.text) > 4 or not int(token.text):
            return None
        era = self._era(j + 1)
        if era is not None:
            return Hit(Date(year=era[0] * int(token.text)), era[1], "era")
        join = self._join(j + 1)
        if join is not None and self.token(join[0]).digits:
            right = self._digits_before_era(join[0])
            if right is not None and right.date.year and right.date.end is None:
                sign = -1 if right.date.year < 0 else 1
                left = sign * int(token.text)
                if left < right.date.year:
                    return Hit(Date(year=left, end=right.date), right.stop, "era")
        return None

    # --- numbers with signs between them -------------------------------------------------------------------------

    def _numeric(self, i: int) -> Iterator[Hit]:
        """As "2023-04-25", "25/04/2023", "25.4.23", "04/2023", "25/04", "20230425"."""
        token = self.token(i)
        if len(token.text) == 8 and not self.strict:
            year, month, day = int(token.text[:4]), int(token.text[4:6]), int(token.text[6:])
            if month and year >= FIRST_YEAR and exists(year, month, day):
                yield self._timed(Hit(Date(year=year, month=month, day=day), i + 1, "date", 0.9))
            return
        triple = self._triple(i)
        if triple is not None:
            for date, sure, notes in _read_triple(triple, french=self.french, strict=self.strict):
                yield self._timed(Hit(date, triple.stop, "date", sure, notes))
            return
        sign, other = self.token(i + 1), self.token(i + 2)
        spaced = not (sign.glued and other.glued)
        if sign.text not in {"/", "-", "."} or not other.digits or (spaced and (self.strict or sign.text == ".")):
            return
        one, two = int(token.text), int(other.text)
        shape = len(token.text), len(other.text)
        if shape[0] == 4 and shape[1] == 2 and 1 <= two <= 12 and one >= FIRST_YEAR and sign.text != ".":
            if self.text[sign.start] in "-/":
                yield Hit(Date(year=one, month=two), i + 3, "month-year")
        elif shape[0] <= 2 and shape[1] == 4 and 1 <= one <= 12 and two >= FIRST_YEAR:
            if not (self.strict and sign.text != "/"):
                yield Hit(Date(year=two, month=one), i + 3, "month-year")
        elif max(shape) <= 2 and not (self.strict and sign.text != "/"):
            for date, sure, notes in _orders(None, one, two, french=self.french):
                yield self._timed(Hit(date, i + 3, "pair", min(sure, 0.6 if sign.text == "-" else 0.8), notes))

    def _triple(self, i: int) -> Triple | None:
        one, sign, two, again, three = (self.token(k) for k in range(i, i + 5))
        if sign.text in {"/", "-", "."} and two.digits and again.text == sign.text and three.digits:
            glued = sign.glued and two.glued and again.glued and three.glued
            if not self.strict or (glued and self.text[sign.start] != "–"):
                return Triple((one.text, two.text, three.text), sign.text, i + 5)
        if not self.strict and sign.digits and two.digits:
            return Triple((one.text, sign.text, two.text), " ", i + 3)
        return None

    # --- words ---------------------------------------------------------------------------------------------------

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
            return _century_of(int(self.token(i + 1).text)), i + 2, True
        if token.text == "-" and early and self.token(i + 1).digits and self.token(i + 1).glued:
            return None
        if not token.digits or len(token.text) > 4:
            return None
        value = int(token.text)
        if len(token.text) < 4 or value < FIRST_YEAR:
            era = self._era(i + 1) if value else None
            if era is not None:
                return era[0] * value, era[1], False
            if len(token.text) == 3 and early and value:
                return value, i + 1, False
            return (_century_of(value), i + 1, True) if short and len(token.text) == 2 else None
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
        match = _ERA.match(self.text, self.token(i - 1).end)
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
        return hit._replace(date=replace(hit.date, hour=time[0], minute=time[1]), stop=time[2])

    def _time(self, place: int, i: int) -> tuple[int, int, int] | None:
        if place < 0:
            return None
        match = _TIME.match(self.text, place)
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

    # --- parts of years, decades, centuries ----------------------------------------------------------------------

    def _qualified(self, i: int) -> Iterator[Hit]:
        """As "mi-avril", "late 2022", "fin des années 1990", "the end of March"."""
        qualifier = QUALIFIERS.get(self.token(i).text)
        if qualifier is None:
            return
        k = i + 1
        if self.token(i).text in OF_QUALIFIERS and self.token(k).text != "of":
            return
        while k < i + 6 and self.token(k).text in {"-", "de", "du", "d", "'", "l", "la", "le", "of", "the", "mois"} | {
            "month", "year", "annee", "des", "an",
        }:  # fmt: skip
            if self.token(k).text == "'" and self.token(k + 1).digits:
                break
            k += 1
        for hit in (*self._dated(k, bare=True), *self._parts(k)):
            date = hit.date
            if hit.form in {"month", "month-year", "year", "decade", "century"} and not date.end and not date.qualifier:
                yield hit._replace(date=replace(date, qualifier=qualifier), form=f"qualified-{hit.form}")

    def _parts(self, i: int) -> Iterator[Hit]:
        token = self.token(i)
        season = SEASONS.get(token.text)
        if season is not None:
            k = i + 1
            while self.token(k).text in {"de", "of", "l", "'", "annee", ",", "en", "in"} and k < i + 4:
                if self.token(k).text == "'" and self.token(k + 1).digits:
                    break
                k += 1
            year = self._year(k, short=True)
            if year is not None and (not year[2] or self.token(k).text == "'" or not self.strict):
                date = Date(year=year[0], season=season, short_year=year[2])
                for span in self._year_first(k, bare=False):
                    if span.form == "range-year" and span.date.end is not None and span.date.end.year == year[0] + 1:
                        yield Hit(date, span.stop, "part")
                if self.token(year[1]).text in _LINKS and self.token(year[1] + 1).text == str(year[0] + 1):
                    yield Hit(date, year[1] + 2, "part")
                yield Hit(date, year[1], "part")
            yield Hit(Date(season=season), i + 1, "season")
        yield from self._quarter(i)
        yield from self._decade(i)
        yield from self._century(i)

    def _quarter(self, i: int) -> Iterator[Hit]:
        token, following = self.token(i), self.token(i + 1)
        parts, number, k = _QUARTER_LETTERS.get(token.text), 0, i + 2
        if parts and following.glued and following.digits and following.text in {"1", "2", "3", "4"}:
            number = int(following.text)
        else:
            ordinal = self._ordinal(i)
            parts = _QUARTER_WORDS.get(self.token(ordinal[1]).text) if ordinal else None
            if ordinal is None or parts is None:
                return
            number, k = ordinal[0] or parts, ordinal[1] + 1
        if parts is None or number > parts:
            return
        year = self._year(self._past(k, {"de", "of", "l", "'", "annee", ",", "-", "the", "year", "in", "en"}))
        if year is not None:
            yield Hit(_part(parts, number, year[0]), year[1], "part")
        yield Hit(_part(parts, number, None), k, "season")

    def _past(self, i: int, words: set[str]) -> int:
        k = i
        while k < i + 4 and self.token(k).text in words:
            k += 1
        return k

    def _ordinal(self, i: int) -> tuple[int, int] | None:
        """As "3e", "third", "XIXe"; 0 is "the last"."""
        token = self.token(i)
        if token.text in _LAST:
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

    def _decade(self, i: int) -> Iterator[Hit]:
        token, following = self.token(i), self.token(i + 1)
        if token.text in {"annees", "decennie"}:
            k = i + 1 + (following.text == "'")
            digits = self.token(k)
            if digits.digits and digits.text.endswith("0"):
                yield from self._decades(digits.text, k + 1)
            elif token.text == "annees" and not digits.digits:
                yield from self._decade_in_words(i + 1)
            return
        if token.text == "'" and following.digits and following.glued:
            token, i = following, i + 1
        if token.digits and token.text.endswith("0") and len(token.text) in {2, 4}:
            mark = self.token(i + 1)
            k = i + 1 + (mark.text == "'" and mark.glued)
            if self.token(k).text == "s" and self.token(k).glued and not (self.french and self.strict):
                yield from self._decades(token.text, k + 1, hundreds=True)
        elif token.text in TENS and token.text.endswith("ies"):
            yield Hit(Date(decade=1900 + TENS[token.text]), i + 1, "decade-word", 1.0 if TENS[token.text] > 20 else 0.6)

    def _decade_in_words(self, i: int) -> Iterator[Hit]:
        """As "quatre-vingt-dix" after "années": the longest run of words that is a multiple of ten."""
        run, value, stop = "", 0, i
        for k in range(i, i + 5):
            word = self.token(k).text
            if word == "-":
                continue
            run += word
            if run in TENS:
                value, stop = TENS[run], k + 1
        if value:
            yield Hit(Date(decade=1900 + value), stop, "decade", 1.0 if value > 20 else 0.6)

    def _decades(self, digits: str, stop: int, *, hundreds: bool = False) -> Iterator[Hit]:
        value = int(digits)
        if len(digits) == 4 and FIRST_YEAR <= value <= LAST_YEAR:
            if hundreds and value % 100 == 0 and value < 2000:
                yield Hit(Date(century=value // 100 + 1), stop, "century", 0.8)
                yield Hit(Date(decade=value), stop, "decade", 0.5, ("other-decade",))
            else:
                yield Hit(Date(decade=value), stop, "decade")
        elif len(digits) == 2:
            likely = 1900 if value >= 20 else 2000
            yield Hit(Date(decade=likely + value), stop, "short-decade", 1.0 if value > 20 else 0.6)
            if value <= 20:
                yield Hit(Date(decade=3900 - likely + value), stop, "short-decade", 0.4, ("other-decade",))

    def _century(self, i: int) -> Iterator[Hit]:
        ordinal = self._ordinal(i)
        if ordinal is None or not ordinal[0]:
            return
        number, j = ordinal
        k = j + (self.token(j).text == "-")
        if self.token(k).text in {"siecle", "siecles", "century", "centuries"}:
            era = self._era(k + 1)
            stop = era[1] if era else k + 1
            yield Hit(Date(century=(era[0] if era else 1) * number), stop, "century")
        elif not self.token(i).digits or self.token(i + 1).text in {"e", "eme", "ieme"} or not self.strict:
            yield Hit(Date(century=number), j, "ordinal", 0.3)


# --- what the rules do with values ---------------------------------------------------------------------------------


def _century_of(two_digits: int) -> int:
    return two_digits + (1900 if two_digits >= PIVOT else 2000)


def _part(parts: int, number: int, year: int | None) -> Date:
    return Date(year=year, quarter=number) if parts == 4 else Date(year=year, half=number)


def _read_triple(triple: Triple, *, french: bool, strict: bool) -> Iterator[tuple[Date, float, tuple[str, ...]]]:
    one, two, three = triple.numbers
    sizes = len(one), len(two), len(three)
    if sizes[0] == 4 and max(sizes[1:]) <= 2:
        year, month, day = int(one), int(two), int(three)
        if one.startswith("00") and not year:
            return
        if month and exists(year, month, day):
            yield Date(year=year, month=month, day=day), 1.0, ()
        elif 1 <= day <= 12 and exists(year, day, month):
            yield Date(year=year, month=day, day=month), 0.8, ("other-order",)
        return
    if (
        max(sizes[:2]) > 2
        or sizes[2] not in {2, 4}
        or (strict and triple.sign == "." and sizes[2] == 2 and sizes != (2, 2, 2))
    ):
        return
    short = sizes[2] == 2
    if short and strict and triple.sign == "-":
        return
    year = _century_of(int(three)) if short else int(three)
    if not short and not FIRST_YEAR <= year <= LAST_YEAR:
        return
    found = False
    for date, sure, notes in _orders(year, int(one), int(two), french=french):
        found = True
        yield (
            replace(date, short_year=short),
            sure * (0.9 if short else 1),
            (*notes, *(("two-digit-year",) if short else ())),
        )
    if short and not found and not strict and int(two) and exists(_century_of(int(one)), int(two), int(three)):
        date = Date(year=_century_of(int(one)), month=int(two), day=int(three), short_year=True)
        yield date, 0.6, ("two-digit-year",)


def _orders(year: int | None, one: int, two: int, *, french: bool) -> Iterator[tuple[Date, float, tuple[str, ...]]]:
    """Day and month from two numbers: the order of the language first, the other one after it or in its place."""
    day, month = (one, two) if french else (two, one)
    usual = month >= 1 and exists(year, month, day)
    other = day != month and day >= 1 and exists(year, day, month)
    if usual:
        yield Date(year=year, month=month, day=day), 0.9 if other else 1.0, ()
    if other:
        yield Date(year=year, month=day, day=month), 0.3 if usual else 0.9, ("other-order",)


def _spanned(left: Hit, right: Hit, *, french: bool) -> Date | None:
    """The range from one reading to another, each lending the other the year or the month that it lacks."""
    one, two = left.date, right.date
    if one.end or two.end:
        return None
    if right.form == "bare":
        if left.form != "date" or french or one.year is not None or one.hour is not None:
            return None
        two = Date(month=one.month, day=two.day, weekday=two.weekday)
    elif left.form == "bare":
        if right.form not in {"date", "pair"} or two.month is None:
            return None
        one = Date(year=two.year, month=two.month, day=one.day, weekday=one.weekday, short_year=two.short_year)
    elif left.form == "ordinal" and right.form == "century" and two.century:
        one = replace(one, century=one.century if two.century > 0 else -(one.century or 0))
    elif "ordinal" in {left.form, right.form}:
        return None
    if _known(one) - {"year"} != _known(two) - {"year"}:
        return None
    if "time" in {left.form, right.form} or "weekday" in {left.form, right.form}:
        return None
    if one.year is None and two.year is not None:
        one = replace(one, year=two.year, short_year=two.short_year)
        if not _ordered(one, two):
            one = replace(one, year=two.year - 1)
    elif two.year is None and one.year is not None:
        two = replace(two, year=one.year, short_year=one.short_year)
    return replace(one, end=two)


def _known(date: Date) -> set[str]:
    fields = ("year", "month", "day", "decade", "century", "quarter", "half")
    return {name for name in fields if getattr(date, name) is not None} | ({"season"} if date.season else set())


def _possible(date: Date) -> bool:
    return date.month is None or exists(date.year, date.month, date.day)


def _ordered(one: Date, two: Date) -> bool:
    if one.year is None and two.year is None and one.month is not None and two.month is not None:
        return one.month != two.month or (one.day or 0) < (two.day or 0)
    return _rank(one) < _rank(two)


def _rank(date: Date) -> tuple[int, int, int, int]:
    years: Span = date.years() or (0, 0)
    months = date.months() or {0}
    return years[0], min(months), (date.days() or (0, 0))[0], date.hour or 0


def _adjacent(one: Date, two: Date) -> bool:
    """Whether "les 3 et 4 mars" or "mars et avril" names two neighbours, which are a stretch of time together."""
    if one.day is not None and two.day is not None:
        return one.month == two.month and two.day == one.day + 1
    if one.century and two.century:
        return two.century == one.century + 1
    return one.month is not None and two.month == one.month % 12 + 1


def is_french_month(word: str) -> bool:
    """Whether a folded word is a French name of a month and not an English one."""
    return word in FRENCH_MONTHS
