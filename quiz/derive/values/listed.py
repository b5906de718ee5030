"""The days of a list: *les 23, 24 et 30 mai*, *Aug. 18 and 21*, *mars et avril 2023* name each of their days.

The reader gives one month to several days where they follow each other; here each becomes a date of its own, with the
words that stand in the list: *23* is the 23rd of May. Two ends of a stretch stay one date (*du 3 au 7 juin*, *entre le
3 et le 7 juin*, *2012-2019*), but for two whole days (*du 3 mai au 20 septembre*).
"""

from __future__ import annotations

from typing import Final

from quiz.derive.values.place import Place
from quiz.language.date_value import Date, exists
from quiz.language.months import MONTHS, ORDINAL_ENDINGS
from quiz.language.number_context import FUNCTION_WORDS
from quiz.language.tokens import bag

_AND: Final = bag("et and &")
_ARTICLES: Final = bag("le the")
#: What stands between the two ends of a stretch of time.
_JOINS: Final = bag("to through thru until till au - a jusqu")
#: What may stand between a day or month and the date that lends it its year.
_BEFORE_LENDER: Final = _AND | _ARTICLES | bag(", puis ou or then on en in d ' du de")
#: Words before a list of days; a weekday may stand there too, but no word that counts.
_OPENINGS: Final = bag("les des le aux the on of from , ( du au")
_LAST_DAY: Final = 31
_LONGEST_GAP: Final = 4


def each(whole: Place) -> tuple[Place, ...]:
    """The dates that the reading of a place names, in order, each with its words; mostly itself."""
    date: Date = whole.reading.value
    if date.relative:
        return (whole,)
    if date.end is None:
        return (*_days_before(whole, date), *_with_days_after(whole, date))
    if between(whole):
        return (whole,)
    parted = _joined(whole, date)
    if len(parted) > 1:
        return parted
    return _two_days(whole, date)


def between(place: Place) -> bool:
    """Whether "entre" or "between" stands before a place, an article passed over: what follows is a stretch."""
    at = place.first - 1
    while place.word(at) in ("le", "la", "l", "'", "the", "les"):
        at -= 1
    return place.word(at) in ("entre", "between")


def lent(place: Place, follow: Place | None) -> Date:
    """The date of a place with the year of a whole date that is joined to it: *le 3 mars et le 8 juin 2021*."""
    date: Date = place.reading.value
    if follow is None or date.month is None or date.end is not None or not (date.year is None or date.inferred):
        return date
    lender: Date = follow.reading.value
    gap = place.line[place.last : follow.first]
    if lender.year is None or lender.inferred or lender.relative or lender.month is None or not gap:
        return date
    if len(gap) > _LONGEST_GAP or (date.day is None) != (lender.day is None):
        return date
    if not all(token.text in _BEFORE_LENDER for token in gap) or follow.sentence != place.sentence:
        return date
    year = lender.year - ((date.month, date.day or 0) > (lender.month, lender.day or 0))
    return date._replace(year=year, inferred=False) if exists(year, date.month, date.day) else date


def _joined(whole: Place, date: Date) -> tuple[Place, ...]:
    """The days, months or years that "et" or "and" joins, where the reader took them for one stretch."""
    line, end = whole.line, date.end
    ands = [at for at in range(whole.first + 1, whole.last - 1) if line[at].text in _AND]
    if len(ands) != 1 or end is None:
        return (whole,)
    join = ands[0]
    found = []
    at = whole.first
    while at < join and line[at].kind == "digits" and line[at + 1].text == ",":
        found.append(_place(whole, date._replace(day=int(line[at].text), end=None), at, at + 1))
        at += 2
    low = date._replace(end=None, day=int(line[at].text)) if found and line[at].kind == "digits" else date
    found.append(_place(whole, low._replace(end=None), at, join))
    after = join + 1
    while line[after].text in _ARTICLES or line[after].text in ("en", "in", "d", "'"):
        after += 1
    top = end._replace(inferred=end.inferred or date.inferred)
    return (*found, _place(whole, top, after, whole.last))


def _place(whole: Place, date: Date, first: int, last: int) -> Place:
    return whole._replace(reading=whole.reading._replace(value=date), first=first, last=last)


def _two_days(whole: Place, date: Date) -> tuple[Place, ...]:
    """The two ends of a stretch whose days are both told with their months, else the date as it is."""
    end = date.end
    if end is None or date.day is None or date.month == end.month:
        return (whole,)
    words = whole.line[whole.first : whole.last]
    named = [at for at, token in enumerate(words) if token.text in MONTHS]
    if len(named) != 2:
        return (whole,)
    join = next((at for at, token in enumerate(words) if token.text in _JOINS and named[0] - 2 < at), 0)
    if not join:
        return (whole,)
    first = whole.first + join
    after = first + 1 + (whole.line[first + 1].text in _ARTICLES)
    top = end._replace(inferred=end.inferred or date.inferred)
    return (
        _place(whole, date._replace(end=None), whole.first, first),
        _place(whole, top, after, whole.last),
    )


def _days_before(whole: Place, date: Date) -> tuple[Place, ...]:
    """The days before "et" or "and" that share the month of the date after it: *les 3, 12 et* 25 mai."""
    line, least = whole.line, date.day
    if least is None or date.month is None or line[whole.first].kind != "digits":
        return ()
    found: list[Place] = []
    at = whole.first - 1
    join = _AND
    while True:
        at -= line[at].text in _ARTICLES
        if at <= whole.begins or line[at].text not in join:
            break
        at -= 1
        last = at + 1
        at -= line[at].text in ORDINAL_ENDINGS and line[at].kind == "word"
        if at < whole.begins or not _is_day(whole, at, least):
            break
        least = int(line[at].text)
        found.append(_place(whole, date._replace(day=least, weekday=None), at, last))
        at -= 1
        join = _AND | {","}
    opened = bool(found) and whole.word(found[-1].first - 1) in _OPENINGS
    return tuple(reversed(found)) if opened else ()


def _with_days_after(whole: Place, date: Date) -> tuple[Place, ...]:
    """A date and the days after "and" that share its month: *Aug. 18 and 21*; with the year that may end the list."""
    line = whole.line
    day = date.day
    written = line[whole.last - 1].text in ORDINAL_ENDINGS or line[whole.last - 1].text == str(day)
    if day is None or date.month is None or not written or line[whole.first].kind == "digits":
        return (whole,)
    found: list[Place] = []
    at, most, closed = whole.last, day, False
    while not closed and line[at].text in (",", *_AND):
        closed = line[at].text in _AND
        at += 1
        at += line[at].text in _ARTICLES
        if not line[at].text.isdecimal() or len(line[at].text) > 2 or not most < int(line[at].text) <= _LAST_DAY:
            return (whole,)
        most = int(line[at].text)
        last = at + 1 + (line[at + 1].text in ("st", "nd", "rd", "th"))
        found.append(_place(whole, date._replace(day=most, weekday=None), at, last))
        at = last
    if not closed or (line[at].kind == "word" and line[at].text not in FUNCTION_WORDS):
        return (whole,)
    if line[at].text in ("%", "-", ":"):
        return (whole,)
    year = at + (line[at].text == ",")
    if line[year].text.isdecimal() and len(line[year].text) == len("2000"):
        written_year = int(line[year].text)
        found = [_in_year(one, written_year) for one in found]
        found[-1] = found[-1]._replace(last=year + 1)
        whole = _in_year(whole, written_year)
    elif line[at].kind == "digits":
        return (whole,)
    return (whole, *(one for one in found if exists(date.year, date.month, one.reading.value.day)))


def _in_year(place: Place, year: int) -> Place:
    """A place whose date has this year, as it is written."""
    return place._replace(reading=place.reading._replace(value=place.reading.value._replace(year=year, inferred=False)))


def _is_day(whole: Place, at: int, below: int) -> bool:
    """Whether bare figures are a day of a month before the day `below`."""
    token = whole.line[at]
    if not token.text.isdecimal() or len(token.text) > 2 or not 0 < int(token.text) < below:
        return False
    return whole.line[at - 1].end < token.start
