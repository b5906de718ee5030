"""The grammar of dates in French and English: from the words at one place of a text to what they can mean there.

One grammar serves two readers: strictly in running text, where a misreading costs more than an omission, and freely on
the whole of a short text, where something that is a date is expected. `dates.py` is those two readers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quiz.language.date_days import ARTICLES
from quiz.language.date_named import FEAST_STARTS
from quiz.language.date_parts import QUARTER_WORDS, Parts
from quiz.language.date_value import Date, Span, exists
from quiz.language.date_words import LAST, Hit
from quiz.language.months import (
    CARDINALS,
    MONTHS,
    OF_QUALIFIERS,
    ORDINALS,
    QUALIFIERS,
    SEASONS,
    TENS,
    WEEKDAYS,
    roman,
    words,
)

BEGINNERS: Final = (
    frozenset(MONTHS)
    | frozenset(WEEKDAYS)
    | frozenset(SEASONS)
    | frozenset(QUALIFIERS)
    | frozenset(name for name in TENS if name.endswith("ies"))
    | FEAST_STARTS
    | {"annees", "decennie", "ad", "semaine", "week"}
)
NUMBER_WORDS: Final = frozenset(CARDINALS) | frozenset(ORDINALS) | LAST
#: What must follow within a few words where a number in words or in Roman numerals begins a date.
HEADS: Final = frozenset(MONTHS) | frozenset(QUARTER_WORDS) | {"siecle", "siecles", "century", "centuries"}
_SOFTENED: Final = frozenset({"month", "month-year", "year", "decade", "short-decade", "decade-word", "century"})
#: What a time of day begins with, other than figures: a quick way to pass over all the rest.
_TIME_OPENINGS: Final = "aàv@,t-mn"
_BEFORE_WEEKDAY: Final = words(", ( a un")
_BEFORE_SECOND_YEAR: Final = words("et and en in l ' an annee")
_AFTER_QUALIFIER: Final = words("- de du d ' l la le of the mois month year annee des an")


class Grammar(Parts):
    """All the rules over one text, ranges and qualifiers included."""

    __slots__ = ()

    def at(self, i: int) -> Iterator[Hit]:
        """All that can be read from token `i`; each date after the ranges that it begins."""
        for left in self._elements(i, bare=True):
            yield from self._ranges(i, left)
            if left.form != "bare" and not (left.form == "ordinal" and self.strict):
                yield left

    def may_begin(self, i: int) -> bool:
        """Whether a date can begin at token `i` of running text: asked of every word, so it has to be cheap."""
        token = self.token(i)
        word = token.text
        if token.digits or word in BEGINNERS:
            return True
        if len(word) == 1 and word in "'qtsha":
            following = self.token(i + 1)
            return following.digits if word != "a" else token.capital and following.text == "."
        if word in NUMBER_WORDS or (word[0] in "xvi" and roman(word)):
            return any(self.token(k).text in HEADS for k in range(i + 1, i + 6))
        return False

    def _ranges(self, i: int, left: Hit) -> Iterator[Hit]:
        if left.form == "bare":
            last, stop = self._days_listed(left.date.day or 0, left.stop)
            if stop != left.stop:
                for hit in self._ranges(i, left._replace(date=left.date._replace(day=last), stop=stop)):
                    yield hit._replace(date=hit.date._replace(day=left.date.day))
                return
        if left.form == "year" and not self.strict:
            yield from self._two_years(left)
        joined = self._join(left.stop)
        if joined is None:
            return
        k, conjunction = joined
        between = self.after_between(i)
        years = left.form == "year" and not self.strict
        if conjunction and not between and not years and left.form not in {"bare", "month", "ordinal"}:
            return
        dash = self.token(left.stop).text
        for right in self._elements(k, bare=True):
            if left.form == "month" and right.form == "month-year" and self.token(k).digits:
                continue
            date = _spanned(left, right, month_first=not self.token(i).digits)
            end = None if date is None else date.end
            if date is None or end is None:
                continue
            if conjunction and not between and not years and not _adjacent(date, end):
                continue
            if dash == "/" and left.form not in {"date", "year"}:
                continue
            form = f"range-{right.form if left.form in {'bare', 'ordinal'} else left.form}"
            stop = right.stop
            if right.form == "bare":
                stop, year = self._trailing_year(stop)
                if year is not None:
                    end = end._replace(year=year)
                    date = date._replace(year=year, end=end)
            if _possible(date) and _possible(end) and _ordered(date, end):
                yield Hit(date, stop, form, min(left.sure, right.sure), left.notes + right.notes)

    def _two_years(self, left: Hit) -> Iterator[Hit]:
        """As "2021, 2022", "2022 et 2021": two years side by side are a stretch of time, in either order."""
        k = left.stop
        if self.token(k).text not in {",", "et", "and", "&"}:
            return
        right = self._year(self.skip(k + 1, _BEFORE_SECOND_YEAR))
        one = left.date.year
        if right is not None and one is not None and not right[2] and abs(right[0] - one) == 1:
            yield Hit(Date(year=min(one, right[0]), end=Date(year=max(one, right[0]))), right[1], "range-year")

    def _trailing_year(self, i: int) -> tuple[int, int | None]:
        k = i + (self.token(i).text == ",")
        found = self._year(k)
        return (found[1], found[0]) if found else (i, None)

    def after_between(self, i: int) -> bool:
        """Whether "entre" or "between" stands before token `i`, an article passed over."""
        k = i - 1
        while self.token(k).text in ARTICLES:
            k -= 1
        return self.token(k).text in {"entre", "between"}

    def _elements(self, i: int, *, bare: bool = False) -> Iterator[Hit]:
        for hit in self._dated_or_weekday(i, bare=bare):
            yield hit
            if hit.form == "date" and not self.strict and hit.date.weekday is None:
                named = self._weekday(self.skip(hit.stop, _BEFORE_WEEKDAY))
                if named is not None:
                    yield hit._replace(date=hit.date._replace(weekday=named[0]), stop=named[1])
        yield from self._qualified(i)
        yield from self._parts(i)
        yield from self._year_after_sign(i)
        first = self.token(i).text[:1]
        if not self.strict and (first.isdecimal() or first in _TIME_OPENINGS):
            time = self._time(self.token(i).start, i)
            if time is not None:
                hour, minute, stop = time
                for hit in self._dated_or_weekday(stop + (self.token(stop).text in {"on", "le", ",", "of"})):
                    if hit.form == "date" and hit.date.hour is None:
                        yield hit._replace(date=hit.date._replace(hour=hour, minute=minute))
                yield Hit(Date(hour=hour, minute=minute), stop, "time")

    def _qualified(self, i: int) -> Iterator[Hit]:
        """As "mi-avril", "late 2022", "fin des années 1990", "the end of March"."""
        qualifier = QUALIFIERS.get(self.token(i).text)
        if qualifier is None:
            return
        k = i + 1
        if self.token(i).text in OF_QUALIFIERS and self.token(k).text != "of":
            return
        k = self.skip(k, _AFTER_QUALIFIER, 5)
        for hit in (*self._dated(k, bare=True), *self._parts(k)):
            date = hit.date
            if hit.form in _SOFTENED and not date.end and not date.qualifier:
                yield hit._replace(
                    date=date._replace(qualifier=qualifier),
                    form="qualified-month" if hit.form == "month" else "qualified",
                )


def _spanned(left: Hit, right: Hit, *, month_first: bool) -> Date | None:
    """The range from one reading to another, each lending the other the year or the month that it lacks."""
    one, two = left.date, right.date
    if one.end or two.end:
        return None
    if right.form == "bare":
        if left.form != "date" or not month_first or one.year is not None or one.hour is not None:
            return None
        two = Date(month=one.month, day=two.day, weekday=two.weekday)
    elif left.form == "bare":
        if right.form not in {"date", "pair"} or two.month is None:
            return None
        one = Date(year=two.year, month=two.month, day=one.day, weekday=one.weekday, short_year=two.short_year)
    elif left.form == "ordinal" and right.form == "century" and two.century:
        one = one._replace(century=one.century if two.century > 0 else -(one.century or 0))
    elif "ordinal" in {left.form, right.form}:
        return None
    if _known(one) - {"year"} != _known(two) - {"year"}:
        return None
    if "time" in {left.form, right.form} or "weekday" in {left.form, right.form}:
        return None
    if one.year is None and two.year is not None:
        one = one._replace(year=two.year, short_year=two.short_year)
        if not _ordered(one, two):
            one = one._replace(year=two.year - 1)
    elif two.year is None and one.year is not None:
        two = two._replace(year=one.year, short_year=one.short_year)
    return one._replace(end=two)


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
    if one.year is not None and one.month is None and two.year is not None:
        return two.year == one.year + 1
    return one.month is not None and two.month == one.month % 12 + 1
