"""Parts of years, decades and centuries: "été 2022", "Q3 2022", "les années 90", "XIXe siècle"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quiz.language.date_days import LINKS, QUARTER_LETTERS, Days, part_of
from quiz.language.date_value import Date
from quiz.language.date_words import FIRST_YEAR, LAST_YEAR, Hit
from quiz.language.months import SEASONS, TENS

QUARTER_WORDS: Final = {"trimestre": 4, "quarter": 4, "semestre": 2, "half": 2, "moitie": 2}

_OF: Final = frozenset({"de", "du", "des", "d", "'", "of", "the", "l", "annee", ",", "-"})
_WEEK_NUMBER: Final = frozenset({"n", "°", "no", "number", "numero", "."})


class Parts(Days):
    """The rules for what is shorter or longer than a year."""

    __slots__ = ()

    def _parts(self, i: int) -> Iterator[Hit]:
        token = self.token(i)
        season = SEASONS.get(token.text)
        if season is not None:
            k = self.skip(i + 1, frozenset({"de", "of", "l", "'", "annee", ",", "en", "in"}), 4)
            year = self._year(k, short=True)
            if year is not None and (not year[2] or self.token(k).text == "'" or not self.strict):
                date = Date(year=year[0], season=season, short_year=year[2])
                for span in self._year_first(k, bare=False):
                    if span.form == "range-year" and span.date.end is not None and span.date.end.year == year[0] + 1:
                        yield Hit(date, span.stop, "part")
                if self.token(year[1]).text in LINKS and self.token(year[1] + 1).text == str(year[0] + 1):
                    yield Hit(date, year[1] + 2, "part")
                yield Hit(date, year[1], "part")
            yield Hit(Date(season=season), i + 1, "season")
        yield from self._quarter(i)
        yield from self._week(i)
        yield from self._decade(i)
        yield from self._century(i)

    def _quarter(self, i: int) -> Iterator[Hit]:
        token, following = self.token(i), self.token(i + 1)
        parts, number, k = QUARTER_LETTERS.get(token.text), 0, i + 2
        if parts and following.glued and following.digits and following.text in {"1", "2", "3", "4"}:
            number = int(following.text)
        else:
            ordinal = self._ordinal(i)
            parts = QUARTER_WORDS.get(self.token(ordinal[1]).text) if ordinal else None
            if ordinal is None or parts is None:
                return
            number, k = ordinal[0] or parts, ordinal[1] + 1
            if parts == 2 and number <= 2:
                yield from self._half_of(number, k)
        if parts is None or number > parts:
            return
        year = self._year(self.skip(k, frozenset({"de", "of", "l", "'", "annee", ",", "-", "the", "year", "in", "en"})))
        if year is not None:
            yield Hit(part_of(parts, number, year[0]), year[1], "part")
        yield Hit(part_of(parts, number, None), k, "season")

    def _half_of(self, number: int, k: int) -> Iterator[Hit]:
        """As "the first half of the 19th century", "la seconde moitié des années 1990"."""
        k = self.skip(k, _OF)
        for hit in (*self._century(k), *self._decade(k)):
            if hit.form in {"century", "decade", "short-decade"} and not hit.date.end:
                yield hit._replace(date=hit.date._replace(half=number), form="century")

    def _week(self, i: int) -> Iterator[Hit]:
        """As "semaine 12 de 2023", "week 12 of 2023", "S12 2023", "2023-W12"."""
        token, following = self.token(i), self.token(i + 1)
        if token.digits and len(token.text) == 4 and following.text == "-":
            letter, number = self.token(i + 2), self.token(i + 3)
            if letter.text == "w" and number.digits and number.glued and len(number.text) <= 2:
                yield from self._week_of(int(token.text), int(number.text), i + 4)
        elif token.text in {"semaine", "week"} or (token.text in {"s", "w"} and following.glued):
            k = self.skip(i + 1, _WEEK_NUMBER)
            number = self.token(k)
            year = self._year(self.skip(k + 1, _OF)) if number.digits and len(number.text) <= 2 else None
            if year is not None:
                yield from self._week_of(year[0], int(number.text), year[1])

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
        short = not self.strict and self.token(k).text in {"s", "c"} and self.token(k + 1).text == "."
        if short or self.token(k).text in {"siecle", "siecles", "century", "centuries"}:
            k += short
            era = self._era(k + 1)
            stop = era[1] if era else k + 1
            yield Hit(Date(century=(era[0] if era else 1) * number), stop, "century")
        elif not self.token(i).digits or self.token(i + 1).text in {"e", "eme", "ieme"} or not self.strict:
            yield Hit(Date(century=number), j, "ordinal", 0.3)
