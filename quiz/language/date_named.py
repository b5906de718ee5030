"""Dates told by a name or in words: feasts with a fixed day, years in words, weeks of the calendar."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from quiz.language.months import words
from quiz.language.number_words import below_million
from quiz.language.tokens import tokens

if TYPE_CHECKING:
    from quiz.language.date_words import Words

#: Feasts that have the same day every year, in every country that knows them by this name.
_FEASTS: Final = """
noel|jour de noel|christmas day|christmas|xmas|xmas day: 12 25
veille de noel|reveillon de noel|christmas eve|xmas eve: 12 24
boxing day: 12 26
jour de l'an|premier de l'an|nouvel an|new year's day|new years day|new year day: 1 1
saint sylvestre|reveillon de la saint sylvestre|reveillon du nouvel an|new year's eve|new years eve: 12 31
epiphanie|epiphany|twelfth night: 1 6
chandeleur|candlemas: 2 2
saint valentin|valentine's day|valentines day: 2 14
saint patrick|st patrick's day|saint patrick's day: 3 17
april fools' day|april fool's day: 4 1
may day: 5 1
assomption: 8 15
halloween: 10 31
toussaint|all saints' day: 11 1
guy fawkes night|bonfire night: 11 5
"""


class Feast(NamedTuple):
    """The month and day of a feast, and the token after its name."""

    month: int
    day: int
    stop: int


def _table() -> dict[str, list[tuple[tuple[str, ...], int, int]]]:
    table: dict[str, list[tuple[tuple[str, ...], int, int]]] = {}
    for row in _FEASTS.strip().splitlines():
        names, _, date = row.partition(": ")
        month, day = map(int, date.split())
        for name in names.split("|"):
            parts = tuple(name.replace("'", " ' ").split())
            table.setdefault(parts[0], []).append((parts, month, day))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


_BY_FIRST_WORD: Final = _table()
FEAST_STARTS: Final = frozenset(_BY_FIRST_WORD)
#: Words that may begin a year: the first of "nineteen fourteen", "mille neuf cent", "dix-neuf cent", "deux mille".
YEAR_STARTS: Final = words(
    "mille mil deux onze douze treize quatorze quinze seize dix one two ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)


def feast_at(text: Words, i: int) -> Feast | None:
    """The feast whose name begins at token `i`."""
    for parts, month, day in _BY_FIRST_WORD.get(text.token(i).text, ()):
        k = i
        for part in parts:
            k += text.token(k).text in {"-", "."} and k > i
            if text.token(k).text != part:
                break
            k += 1
        else:
            return Feast(month, day, k)
    return None


def year_in_words(text: Words, i: int) -> tuple[int, int] | None:
    """The year that the words from token `i` on say, and the token after them: two words at least."""
    start = text.token(i).start
    rest = text.text[start : start + 80]
    line = tokens(rest)
    for language in ("fr", "en") if text.french else ("en", "fr"):
        found = below_million(line, 0, language)
        if found is None:
            continue
        value, end = found
        if language == "en" and 10 <= value <= 21:
            value, end = _in_two_halves(rest, end, value)
        if 1000 <= value <= 2199 and end > 1:
            place = start + line[end - 1].end
            k = i
            while k < text.count and text.token(k).end <= place:
                k += 1
            return value, k
    return None


def _in_two_halves(rest: str, end: int, first: int) -> tuple[int, int]:
    """As "nineteen fourteen", "twenty oh five"."""
    line = tokens(rest)
    at = end + (line[end].text == "-")
    nought = line[at].text in {"oh", "o"}
    last = below_million(line, at + nought, "en")
    if last is None or last.value > 99 or (last.value < 10) != nought:
        return first, end
    return first * 100 + last.value, last.end


def week(year: int, number: int) -> tuple[dt.date, dt.date] | None:
    """Monday and Sunday of a week of ISO 8601; None where the year has no such week."""
    try:
        return dt.date.fromisocalendar(year, number, 1), dt.date.fromisocalendar(year, number, 7)
    except ValueError:
        return None
