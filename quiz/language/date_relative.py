"""Relative words (hier, last week, il y a deux ans) against a reference day. Without one they say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from quiz.language.date_grammar import Grammar
from quiz.language.date_value import Date, exists, weekday_of
from quiz.language.date_words import Hit
from quiz.language.months import CARDINALS, ENGLISH_WEEKDAYS, FULL_MONTHS, FULL_WEEKDAYS, ORDINAL_ENDINGS, words

if TYPE_CHECKING:
    import datetime as dt

_DAYS: Final = {
    "hier": -1, "yesterday": -1, "demain": 1, "tomorrow": 1, "today": 0, "tonight": 0, "aujourd": 0,
}  # fmt: skip
_UNITS: Final = {
    "jour": "day", "jours": "day", "day": "day", "days": "day", "semaine": "week", "semaines": "week", "week": "week",
    "weeks": "week", "mois": "month", "month": "month", "months": "month", "an": "year", "ans": "year", "annee": "year",
    "annees": "year", "year": "year", "years": "year", "decade": "decade", "decades": "decade", "decennie": "decade",
    "decennies": "decade",
}  # fmt: skip
_PAST: Final = frozenset({"dernier", "derniere", "passe", "passee", "precedent", "precedente"})
_NEXT: Final = frozenset({"prochain", "prochaine"})
_TURNS: Final = _PAST | _NEXT
_SIDES: Final = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "next": 1,
    "coming": 1,
    "this": 0,
    "ce": 0,
    "cet": 0,
    "cette": 0,
}

RELATIVE_STARTERS: Final = (
    frozenset(_DAYS) | frozenset(_SIDES) | frozenset(FULL_WEEKDAYS) | frozenset(FULL_MONTHS) | frozenset(_UNITS)
    | frozenset(CARDINALS) | words("a an avant apres il dans in the over la l day")
    | frozenset(str(number) for number in range(1, 100))
)  # fmt: skip
#: Starters that say something by themselves; the others want a unit, a weekday or a month soon after them.
_TELLING: Final = frozenset(_DAYS) | frozenset(FULL_WEEKDAYS) | frozenset(FULL_MONTHS)
FOLLOWERS: Final = _TELLING | frozenset(_UNITS)


class Today(NamedTuple):
    """The reference day."""

    year: int
    month: int
    day: int

    @classmethod
    def read(cls, text: str) -> Today | None:
        """The day of an ISO text, or None where there is none."""
        if not text:
            return None
        from datetime import date as calendar

        try:
            date = calendar.fromisoformat(text[:10])
        except ValueError:
            return None
        return cls(date.year, date.month, date.day)

    def days_to(self, year: int, month: int, day: int) -> int:
        """How many days lie between this day and another one (negative: before it)."""
        return _calendar(year, month, day).toordinal() - _calendar(*self).toordinal()

    def plus(self, days: int) -> Date:
        """The day so many days later."""
        today = _calendar(*self)
        date = today.fromordinal(max(1, min(3652059, today.toordinal() + days)))
        return Date(year=date.year, month=date.month, day=date.day, relative=True)

    def weekday(self) -> int:
        """Its weekday, Monday 0."""
        return _calendar(*self).weekday()


def _calendar(year: int, month: int, day: int) -> dt.date:
    """The day as the standard library has it, loaded only where a text is read against a day."""
    from datetime import date

    return date(year, month, day)


def may_be_relative(grammar: Grammar, i: int) -> bool:
    """Whether words from token `i` on may tell a day from the reference day: asked of every word, so it is cheap."""
    token = grammar.token
    word = token(i).text
    if word not in RELATIVE_STARTERS:
        return False
    return word in _TELLING or any(token(k).text in FOLLOWERS for k in range(i + 1, i + 6))


def relative(grammar: Grammar, i: int, today: Today) -> Hit | None:
    """What the words from token `i` say in relation to the reference day."""
    words = [grammar.token(k).text for k in range(i, i + 8)]
    hit = (
        _day_word(words, i, today)
        or _weekday(grammar, words, i, today)
        or _month(words, i, today)
        or _day_of_month(grammar, i, today)
        or _ago(words, i, today)
        or _side(words, i, today)
    )
    # "cette année-là" is that year, whichever it was.
    far = hit is not None and [grammar.token(hit.stop + k).text for k in (0, 1)] == ["-", "la"]
    return None if far else hit


def _hit(date: Date, stop: int) -> Hit:
    return Hit(date._replace(relative=True), stop, "relative")


def _day_word(words: list[str], i: int, today: Today) -> Hit | None:
    if words[0] in {"avant", "apres"}:
        k = 1 + (words[1] == "-")
        shift = {"avanthier": -2, "apresdemain": 2}.get(words[0] + words[k])
        return None if shift is None else _hit(today.plus(shift), i + k + 1)
    if words[:3] == ["the", "day", "before"] or words[:3] == ["the", "day", "after"]:
        shift = {"yesterday": -2, "tomorrow": 2}.get(words[3])
        return None if shift is None else _hit(today.plus(shift), i + 4)
    shift = _DAYS.get(words[0])
    if shift is None:
        return None
    return _hit(today.plus(shift), i + (3 if words[0] == "aujourd" else 1))


def _weekday(grammar: Grammar, words: list[str], i: int, today: Today) -> Hit | None:
    side, k = (_SIDES[words[0]], 1) if words[0] in {"last", "next", "this", "ce"} else (None, 0)
    number = FULL_WEEKDAYS.get(words[k])
    if number is None or (words[k] in ENGLISH_WEEKDAYS and not grammar.token(i + k).capital and grammar.strict):
        return None
    stop = k + 1
    if words[stop] in _PAST:
        side, stop = -1, stop + 1
    elif words[stop] in _NEXT:
        side, stop = 1, stop + 1
    day = grammar.token(i + k + 1 + (words[k + 1] in {"le", "the"}))
    if side is None and day.digits and not day.text.startswith("0") and len(day.text) < 3:
        return _numbered_weekday(grammar, number, int(day.text), i + k + 2 + (words[k + 1] in {"le", "the"}), today)
    back = (today.weekday() - number) % 7
    if side == 1:
        return _hit(today.plus(7 - back), i + stop)
    if side == -1:
        return _hit(today.plus(-(back or 7)), i + stop)
    return _hit(today.plus(-back), i + stop)


def _numbered_weekday(grammar: Grammar, number: int, day: int, stop: int, today: Today) -> Hit | None:
    """The nearest "mercredi 12" that the calendar has, no further than two months away."""
    ending = grammar.token(stop)
    if grammar.token(stop).text in ORDINAL_ENDINGS and ending.glued:
        stop += 1
    elif ending.glued and (ending.text.isalpha() or ending.text in {":", "/", "-"}):
        return None
    for shift in (0, -1, 1, -2, 2):
        months = today.year * 12 + today.month - 1 + shift
        year, month = months // 12, months % 12 + 1
        if exists(year, month, day) and weekday_of(year, month, day) == number:
            return _hit(Date(year=year, month=month, day=day, weekday=number), stop)
    return None


def _day_of_month(grammar: Grammar, i: int, today: Today) -> Hit | None:
    """The "25 avril prochain", "le 3 mars dernier"."""
    if grammar.words.isdisjoint(_TURNS):
        return None
    for hit in grammar.at(i):
        word = grammar.token(hit.stop).text
        month, day = hit.date.month, hit.date.day
        if hit.form != "date" or hit.date.year is not None or word not in _PAST | _NEXT or month is None or day is None:
            continue
        later = (month, day) > (today.month, today.day)
        year = today.year + (not later if word in _NEXT else -later)
        if exists(year, month, day):
            return _hit(hit.date._replace(year=year), hit.stop + 1)
    return None


def _month(words: list[str], i: int, today: Today) -> Hit | None:
    side, k = (_SIDES[words[0]], 1) if words[0] in {"last", "next", "this"} else (None, 0)
    number = FULL_MONTHS.get(words[k])
    if number is None:
        return None
    stop = k + 1
    if words[stop] in _PAST | _NEXT:
        side, stop = (-1 if words[stop] in _PAST else 1), stop + 1
    if side is None:
        return None
    year = today.year
    if side == -1 and number >= today.month:
        year -= 1
    elif side == 1 and number <= today.month:
        year += 1
    return _hit(Date(year=year, month=number), i + stop)


def _amount(words: list[str], k: int) -> tuple[int, str, int] | None:
    number = int(words[k]) if words[k].isdigit() and len(words[k]) < 4 else CARDINALS.get(words[k])
    if words[k] in {"a", "an", "une"}:
        number = 1
    unit = _UNITS.get(words[k + 1])
    return None if number is None or unit is None else (number, unit, k + 2)


def _ago(words: list[str], i: int, today: Today) -> Hit | None:
    sign, k = -1, 0
    if words[:3] == ["il", "y", "a"]:
        k = 3
    elif words[0] in {"dans", "in"}:
        sign, k = 1, 1
    amount = _amount(words, k)
    if amount is None:
        return None
    number, unit, stop = amount
    if k == 0:
        if words[stop] not in {"ago", "earlier"} or words[stop] == "earlier":
            return None
        stop += 1
    return _hit(_shifted(today, unit, sign * number), i + stop)


def _side(words: list[str], i: int, today: Today) -> Hit | None:
    if words[0] in _SIDES:
        unit = _UNITS.get(words[1])
        return None if unit is None or unit == "decade" else _hit(_whole(today, unit, _SIDES[words[0]]), i + 2)
    k = 2 if words[0] == "l" and words[1] == "'" else 1 if words[0] in {"la", "le"} else 0
    unit = _UNITS.get(words[k])
    if unit is None or unit in {"day", "decade"} or words[k + 1] not in _PAST | _NEXT:
        return None
    return _hit(_whole(today, unit, -1 if words[k + 1] in _PAST else 1), i + k + 2)


def _whole(today: Today, unit: str, shift: int) -> Date:
    """The whole week, month or year that lies so many away."""
    if unit == "week":
        monday = today.plus(7 * shift - today.weekday())
        sunday = today.plus(7 * shift - today.weekday() + 6)
        return monday._replace(end=sunday)
    return _shifted(today, unit, shift)


def _shifted(today: Today, unit: str, number: int) -> Date:
    if unit in {"day", "week"}:
        return today.plus(number * (7 if unit == "week" else 1))
    if unit == "month":
        months = today.year * 12 + today.month - 1 + number
        return Date(year=months // 12, month=months % 12 + 1)
    return Date(year=today.year + number * (10 if unit == "decade" else 1))
