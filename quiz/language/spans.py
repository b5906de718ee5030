"""All readers over one text: dates, durations, amounts, numbers, names and quotations, overlaps resolved."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Any, Final

from quiz.language import dates, durations, money, names, numbers, quotes
from quiz.language.pattern import pattern
from quiz.language.reading import Reading

#: Of two readings of the same words the more particular one is meant: an amount is a number too.
_PARTICULAR: Final = {"money": 0, "date": 1, "duration": 2, "percent": 3, "number": 4}
#: A bare number that is a number before it is a year.
_SMALL: Final = pattern(r"[-+−]\d+|\d{1,3}")


def find(text: str, language: str, reference: str = "") -> list[Reading[Any]]:
    """Everything that the readers find in running text, in order.

    Values and names do not overlap: the longer wins, of equals the more particular. Quotations enclose the others
    and are kept beside them. `reference` is an ISO day for the dates, or "".
    """
    found: list[Reading[Any]] = [
        *money.find(text, language),
        *dates.find(text, language, reference),
        *durations.find(text, language),
        *numbers.find(text, language),
        *names.find(text, language),
    ]
    return sorted([*_apart(found), *quotes.find(text, language)], key=lambda one: (one.start, -one.end))


def parse(text: str, language: str, reference: str = "") -> list[Reading[Any]]:
    """The readings of a whole text, one for each kind of value that it can be, the most particular first.

    A name only where it is no value, a quotation only where marks enclose it.
    """
    readings: list[Reading[Any]] = []
    amounts = money.parse(text, language)
    values: list[list[Reading[Any]]] = [
        list(dates.parse(text, language, reference)),
        list(durations.parse(text, language)),
        list(numbers.parse(text, language)),
    ]
    if _SMALL.fullmatch(text.strip()) or not any(char.isdigit() for char in text):
        values.reverse()
    if amounts and amounts[0].value.currency is not None:
        readings.append(amounts[0])
    readings.extend(read[0] for read in values if read)
    if amounts and amounts[0].value.currency is None:
        readings.append(amounts[0])
    if quotes.unquoted(text) != text.strip():
        readings.extend(quotes.parse(text, language))
    if not readings:
        readings.extend(names.parse(text, language)[:1])
    return readings


def _apart(found: Iterable[Reading[Any]]) -> list[Reading[Any]]:
    """The readings that win where several lie over the same words."""
    kept: list[Reading[Any]] = []
    starts: list[int] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, _PARTICULAR.get(one.kind, 9))):
        at = bisect_right(starts, one.start)
        if (at and kept[at - 1].end > one.start) or (at < len(kept) and starts[at] < one.end):
            continue
        kept.insert(at, one)
        starts.insert(at, one.start)
    return kept
