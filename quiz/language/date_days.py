"""Days, months and years as people write them: in words, in numbers with signs between, in either order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from quiz.language.date_named import FEAST_STARTS, YEAR_STARTS, feast_at, week
from quiz.language.date_value import Date, exists
from quiz.language.date_words import FIRST_YEAR, LAST_YEAR, Hit, Token, Words, century_of
from quiz.language.months import FRENCH_MONTHS, words

LINKS: Final = frozenset("-/")
ARTICLES: Final = frozenset({"le", "la", "les", "l", "the", "en", "'"})
QUARTER_LETTERS: Final = {"t": 4, "q": 4, "s": 2, "h": 2}
_ENGLISH_JOINS: Final = frozenset({"to", "through", "thru", "until", "till"})
#: What may stand between a day, its month and its year: in running text no stop, which would cross two sentences.
_BEFORE_MONTH: Final = words("of de d ' - du mois /")
_FREELY_BEFORE_MONTH: Final = _BEFORE_MONTH | {".", ",", "in", "the", "month"}
_BEFORE_DAY: Final = words("the - / . le")
_BEFORE_YEAR: Final = words(", de of l ' an annee - /")
_FREELY_BEFORE_YEAR: Final = _BEFORE_YEAR | {".", "in", "en"}


class Triple(NamedTuple):
    """Three numbers and the sign between them."""

    numbers: tuple[str, str, str]
    sign: str
    stop: int


class Days(Words):
    """The rules for single days, months and years."""

    __slots__ = ()

    def _dated_or_weekday(self, i: int, *, bare: bool = False) -> Iterator[Hit]:
        weekday = self._weekday(i)
        if weekday is not None:
            number, j = weekday
            for k in (j, j + 1, j + 2):
                for hit in self._dated(k, bare=bare):
                    if hit.form in {"date", "bare", "pair"}:
                        yield hit._replace(date=hit.date._replace(weekday=number))
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
        if token.text in FEAST_STARTS:
            yield from self._feast(i)
        if token.digits or token.text == "'" or (token.text in YEAR_STARTS and not self.strict):
            yield from self._year_first(i, bare=bare)
        if day is not None and bare:
            yield Hit(Date(day=day[0]), day[1], "bare")

    def _feast(self, i: int) -> Iterator[Hit]:
        """As "Noël 2022", "New Year's Day, 2020"; in running text with its year only."""
        feast = feast_at(self, i)
        if feast is None:
            return
        for hit in self._with_year(feast.month, feast.day, feast.stop, ()):
            if not self.strict or (hit.date.year or 0) >= FIRST_YEAR:
                yield hit

    def _days_listed(self, day: int, j: int) -> tuple[int, int]:
        """The last of the days that follow each other before "and": 4 of "3, 4 et 5 mars", and the token after it."""
        while self.token(j).text == "," and self.token(j + 1).text == str(day + 1):
            day, j = day + 1, j + 2
        return day, j

    def _day_month(self, day: int, j: int) -> Iterator[Hit]:
        """As "3 mars 2023", "the 4th of July, 1776", "1er-mai"."""
        k = self.skip(j, _BEFORE_MONTH if self.strict else _FREELY_BEFORE_MONTH)
        month = self._month(k)
        if month is None:
            return
        number, m, notes = month
        yield from self._with_year(number, day, m, notes)

    def _with_year(self, month: int, day: int, m: int, notes: tuple[str, ...]) -> Iterator[Hit]:
        """A day of a month and, if it follows, its year and the time of day."""
        k = self.skip(m, _BEFORE_YEAR if self.strict else _FREELY_BEFORE_YEAR)
        for start in (k, m) if k != m else (m,):
            year = self._year(start, short=not self.strict, early=True)
            if year is not None and exists(year[0], month, day):
                short = ("two-digit-year",) if year[2] else ()
                full = Date(year=year[0], month=month, day=day, short_year=year[2])
                yield self._timed(Hit(full, year[1], "date", 0.8 if year[2] else 1.0, notes + short))
                break
        if exists(None, month, day):
            hit = self._timed(Hit(Date(month=month, day=day), m, "date", 1.0, notes))
            later = self._year(hit.stop) if hit.date.hour is not None and not self.strict else None
            if later is not None:
                hit = hit._replace(date=hit.date._replace(year=later[0]), stop=later[1])
            yield hit

    def _month_first(self, i: int, number: int, j: int, notes: tuple[str, ...]) -> Iterator[Hit]:
        """As "March 3, 2023", "mars 2023", "mai 68", "mars"."""
        yield from self._month_year(number, j, notes)
        k = self.skip(j, _BEFORE_DAY, 2)
        day = self._day(k)
        if (
            day is not None
            and not self._after_in(i, day[1])
            and not (self.french and self.strict and self.token(i).text in FRENCH_MONTHS)
        ):
            foreign = self.french and self.token(i).text in FRENCH_MONTHS
            for hit in self._with_year(number, day[0], day[1], notes):
                yield hit._replace(sure=min(hit.sure, 0.6), notes=(*notes, "other-order")) if foreign else hit
        yield Hit(Date(month=number), j, "month", 1.0, notes)

    def _after_in(self, i: int, j: int) -> bool:
        """Whether "in May 5 …" cannot be a day, since no year follows and "in" takes none."""
        following = self.token(j + (self.token(j).text == ","))
        return self.strict and self.token(i - 1).text == "in" and not (following.digits and len(following.text) == 4)

    def _month_year(self, number: int, j: int, notes: tuple[str, ...]) -> Iterator[Hit]:
        k = self.skip(j, _BEFORE_YEAR if self.strict else _FREELY_BEFORE_YEAR)
        year = self._year(k, short=True, early=not self.strict)
        if year is None:
            return
        plain = year[2] and self.token(k).text != "'"
        if plain and year[0] % 100 < 32 and (self.strict or not self.french):
            return
        sure = 1.0 if not year[2] else 0.8
        if plain and year[0] % 100 < 32:
            sure = 0.7
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
        k = j + (self.token(j).text in ({"-"} if self.strict else {",", "-", "/"}))
        if not self.strict:
            yield from self._day_after_year(value, k)
        month = self._month(k)
        if month is not None and not self.strict:
            day = self._day(month[1] + (self.token(month[1]).text in {"-", "/"}))
            if day is not None and exists(value, month[0], day[0]):
                yield self._timed(Hit(Date(year=value, month=month[0], day=day[0]), day[1], "date", 1.0, month[2]))
            yield Hit(Date(year=value, month=month[0]), month[1], "month-year", 0.8, month[2])
        letter = self.token(k)
        parts = QUARTER_LETTERS.get(letter.text)
        number = self.token(k + 1)
        if parts and number.glued and number.text in "1234"[:parts] and number.text:
            yield Hit(part_of(parts, int(number.text), value), k + 2, "part")
        yield Hit(Date(year=value, short_year=short), j, "year", 0.5 if short else 1.0)
        dash, tail = self.token(j), self.token(j + 1)
        if dash.text in LINKS and dash.glued and tail.digits and tail.glued and len(tail.text) == 2 and not short:
            end = value - value % 100 + int(tail.text)
            if value < end and self.token(j + 2).text not in LINKS and not self._month_number(dash, tail):
                yield Hit(Date(year=value, end=Date(year=end)), j + 2, "range-year", 1.0)

    def _day_after_year(self, year: int, i: int) -> Iterator[Hit]:
        """As "1789, 14 juillet", "2023 3 March"."""
        day = self._day(i)
        month = self._month(self.skip(day[1], _BEFORE_MONTH)) if day else None
        if day is not None and month is not None and exists(year, month[0], day[0]):
            yield Hit(Date(year=year, month=month[0], day=day[0]), month[1], "date", 1.0, month[2])

    def _week_of(self, year: int, number: int, stop: int) -> Iterator[Hit]:
        """A week of the calendar, from its Monday to its Sunday."""
        days = week(year, number)
        if days is not None:
            first, last = (Date(year=day.year, month=day.month, day=day.day) for day in days)
            yield Hit(first._replace(end=last), stop, "range-date")

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
        """As "44 BC", or "58-50 av. J.-C.", where one era serves both ends."""
        left = self._small(i)
        era = self._era(i + 1) if left else None
        if era is not None:
            return Hit(Date(year=era[0] * left), era[1], "era")
        join = self._join(i + 1) if left else None
        right = self._small(join[0]) if join else 0
        era = self._era(join[0] + 1) if join and right else None
        if era is None or era[0] * left >= era[0] * right:
            return None
        return Hit(Date(year=era[0] * left, end=Date(year=era[0] * right)), era[1], "era")

    def _small(self, i: int) -> int:
        """A number of up to four digits, or 0."""
        token = self.token(i)
        return int(token.text) if token.digits and len(token.text) <= 4 else 0

    def _numeric(self, i: int) -> Iterator[Hit]:
        """As "2023-04-25", "25/04/2023", "25.4.23", "04/2023", "25/04", "20230425"."""
        token = self.token(i)
        if len(token.text) == 8 and not self.strict:
            year, month, day = int(token.text[:4]), int(token.text[4:6]), int(token.text[6:])
            if month and year >= FIRST_YEAR and exists(year, month, day):
                yield self._timed(Hit(Date(year=year, month=month, day=day), i + 1, "date", 0.9))
            elif int(token.text[4:]) >= FIRST_YEAR:
                for date, sure, notes in _orders(
                    int(token.text[4:]), int(token.text[:2]), int(token.text[2:4]), french=self.french
                ):
                    yield Hit(date, i + 1, "date", 0.7 * sure, notes)
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
        elif shape == (2, 2) and sign.text == "-" and not self.strict and 10 <= one < two:
            yield _war_years(one, two, i + 3)
        if max(shape) <= 2 and (sign.text == "/" or not self.strict) and (sign.text != "." or shape == (2, 2)):
            if 1 <= one <= 12 and two > 31 and sign.text == "/":
                date = Date(year=century_of(two), month=one, short_year=True)
                yield Hit(date, i + 3, "month-short", 0.8, ("two-digit-year",))
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

    def _join(self, i: int) -> tuple[int, bool] | None:
        """Past what joins the two ends of a range, and whether it was only an "and"."""
        word = self.token(i).text
        if not word:
            return None
        conjunction = word in {"et", "and", "&"}
        if word in LINKS or word in _ENGLISH_JOINS or conjunction:
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
        while self.token(k).text in ARTICLES or (self.token(k).text == "of" and self.token(k - 1).text == "end"):
            k += 1
        return k, conjunction


def _war_years(one: int, two: int, stop: int) -> Hit:
    """As "14-18", "39-45": the wars by their years, any others of the century that two digits mean."""
    war = (one, two) in {(14, 18), (39, 45)}
    century = 1900 if war else century_of(two) - two
    date = Date(year=century + one, short_year=not war, end=Date(year=century + two, short_year=not war))
    return Hit(date, stop, "range-year", 0.7 if war else 0.4, () if war else ("two-digit-year",))


def part_of(parts: int, number: int, year: int | None) -> Date:
    """A quarter, or a half where there are two."""
    return Date(year=year, quarter=number) if parts == 4 else Date(year=year, half=number)


def _read_triple(triple: Triple, *, french: bool, strict: bool) -> Iterator[tuple[Date, float, tuple[str, ...]]]:
    one, two, three = triple.numbers
    sizes = len(one), len(two), len(three)
    if sizes[0] == 4 and max(sizes[1:]) <= 2:
        year, month, day = int(one), int(two), int(three)
        if one.startswith("00") and not year:
            return
        if month and exists(year, month, day):
            if not (strict and triple.sign == "." and min(sizes[1:]) < 2):  # 2019.4.11 numbers a thing as well
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
    year = century_of(int(three)) if short else int(three)
    if not short and not FIRST_YEAR <= year <= LAST_YEAR:
        return
    found = False
    for date, sure, notes in _orders(year, int(one), int(two), french=french):
        found = True
        yield (
            date._replace(short_year=short),
            sure * (0.9 if short else 1),
            (*notes, *(("two-digit-year",) if short else ())),
        )
    if short and not found and not strict and int(two) and exists(century_of(int(one)), int(two), int(three)):
        date = Date(year=century_of(int(one)), month=int(two), day=int(three), short_year=True)
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
