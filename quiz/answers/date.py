"""The kind `date`: compared by value at the precision that is asked, never by how it is written.

What stands in parentheses in the author's answer is optional: absent or right is right, a contradiction is wrong.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from quiz.answers.date_asked import narrowed
from quiz.answers.date_compare import Comparison, compare
from quiz.answers.verdict import Answer, Asked, Reason, Verdict
from quiz.language.clock import told
from quiz.language.date_value import Date
from quiz.language.dates import find, is_relative, parse
from quiz.language.pattern import pattern
from quiz.language.reading import Reading
from quiz.language.romans import figured
from quiz.language.text import clean, fold, word_set, words

REASONS: Final = (
    "approximate",
    "day-month-swapped",
    "day-missing",
    "digits-transposed",
    "less-precise",
    "month-missing",
    "month-spelling",
    "not-a-date",
    "one-end-missing",
    "range-typed",
    "relative-date",
    "two-digit-year",
    "weekday-contradicts",
    "wrong-century",
    "wrong-day",
    "wrong-decade",
    "wrong-month",
    "wrong-part",
    "wrong-time",
    "wrong-weekday",
    "wrong-year",
    "year-missing",
)

_OPTIONAL: Final = pattern(r"\(([^()]*)\)")
_DIGITS: Final = pattern(r"[0-9]{1,2}")
#: Words beside a date that move it, doubt it, or make it another.
_ELSEWHERE: Final = word_set(
    "or ou not pas non no never jamais ni nor sauf except but mais plutot rather before after avant apres since depuis "
    "until till jusque jusqu day days jours week weeks semaine semaines month months year years ans annees eve veille "
    "lendemain later earlier tard tot than que vers around about circa environ early late debut fin mid mi minus plus"
)
#: In the names of days: Armistice Day, "jour de la Victoire".
_DAYS: Final = word_set("day jour")
_TRIMMED: Final = " .!?;,"
_FIELDS: Final = ("year", "month", "day", "weekday", "hour", "decade", "century", "quarter", "half", "season")


class Right(NamedTuple):
    """The author's answer as it is compared: its date, and the fields of it that nobody has to say."""

    date: Date
    optional: frozenset[str]


_EN: Final = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_FR: Final = "(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
_DAY: Final = "(?:1[0-9]?|2[0-8]?|[3-9])"
_YEAR: Final = "(?:1[0-9]|20)[0-9]{2}"
#: The plainest dates, of days that every month has. That these read is what the reader says too.
_PLAIN: Final = pattern(
    rf"{_YEAR}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?)?"
    rf"|(?:(?:1er|{_DAY}) )?{_FR} {_YEAR}|(?:{_DAY} )?{_EN} {_YEAR}|{_EN} {_DAY}, {_YEAR}"
)


def check(answer: Answer, language: str) -> tuple[Reason, ...]:
    """What makes the author's answer unreadable as a date: nothing, or one reason."""
    if _PLAIN.fullmatch(answer.text):
        return ()
    readings = parse(_OPTIONAL.sub(r" \1 ", answer.text), language)
    if readings and "month-spelling" in readings[0].notes:
        return (Reason("not-a-date"),)
    if readings:
        return (Reason("weekday-contradicts"),) if "weekday-contradicts" in readings[0].notes else ()
    if _right(answer.text, language):
        return ()
    return (Reason("relative-date" if is_relative(answer.text, language) else "not-a-date"),)


def show(answer: Answer, language: str) -> str:  # noqa: ARG001 - every kind is shown by answer and language
    """The right answer, in the author's words."""
    return answer.text


def grade(answer: Answer, typed: str, asked: Asked) -> Verdict:
    """The verdict on a typed date. Relative words are never resolved: whoever reviews does so on another day."""
    said = fold(typed).strip(_TRIMMED)
    if said and (said == _folded(answer.text) or said in map(_folded, answer.accept)):
        return Verdict("right")
    want = narrowed(asked.question)
    best: Verdict | None = None
    for text in (answer.text, *answer.accept):
        right = _right(text, asked.language)
        if right is None:
            continue
        verdict = _grade(right, typed, asked, want)
        if best is None or _RANK[verdict.mark] < _RANK[best.mark]:
            best = verdict
    if best is not None:
        return best
    return Verdict("wrong", (Reason("not-a-date"),) if not parse(typed, asked.language) else ())


_RANK: Final = {"right": 0, "close": 1, "wrong": 2}


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return fold(text).strip(_TRIMMED)


@lru_cache(maxsize=4096)
def _right(text: str, language: str) -> Right | None:
    """The author's answer, read once."""
    needed = parse(_OPTIONAL.sub(" ", text), language) if "(" in text else ()
    whole = parse(_OPTIONAL.sub(r" \1 ", text), language)
    if needed and whole:
        lent = {name for name in _FIELDS if getattr(whole[0].value, name) and not getattr(needed[0].value, name)}
        return Right(whole[0].value, frozenset(lent))
    if needed or whole:
        return Right((needed or whole)[0].value, frozenset())
    return None


def _grade(right: Right, typed: str, asked: Asked, want: frozenset[str]) -> Verdict:
    date, optional = right
    if asked.implied_year is not None and date.year is None and date.month is not None:
        date, optional = _with_year(date, asked.implied_year), optional | {"year"}
    elif asked.implied_year is not None and asked.implied_year == date.year and date.month is not None:
        optional |= {"year"}
    if want == {"century"} and _DIGITS.fullmatch(clean(typed)):
        typed = f"{clean(typed)}th century"
    readings = parse(typed, asked.language) or _told(typed, asked.language)
    if not readings and (said := _otherwise(typed)) != typed:
        readings = parse(said, asked.language)
    if not readings:
        return Verdict("wrong", (Reason("relative-date" if is_relative(typed, asked.language) else "not-a-date"),))
    first = readings[0]
    result = compare(date, first.value, want, optional)
    if result.mark == "right":
        return _softened(result, first.notes)
    for reading in readings[1:]:
        other = compare(date, reading.value, want, optional)
        if other.mark == "right":
            if "other-order" in reading.notes and "other-order" not in first.notes:
                return Verdict("close", (Reason("day-month-swapped"),))
            if result.mark == "wrong" or "two-digit-year" in reading.notes:
                return Verdict("close", (Reason("two-digit-year" if reading.value.short_year else "less-precise"),))
    return Verdict(result.mark, result.reasons)


_LED: Final = pattern(r"\s*([^\d,]+),\s*(?=\S)")


def _otherwise(typed: str) -> str:
    """A date in another writing: Roman figures, a time in words; or with its name beside it ("D-Day, June 6, 1944")."""
    typed = told(figured(typed))
    typed = _OPTIONAL.sub(_unasked, typed)
    led = _LED.match(typed)
    if led is not None and (_ELSEWHERE - _DAYS).isdisjoint(words(led[1])):
        typed = typed[led.end() :]
    return typed


def _unasked(aside: re.Match[str]) -> str:
    """An aside that names the day goes; one that counts from it, or has figures, stays."""
    told_of = any(char.isdigit() for char in aside[1]) or not (_ELSEWHERE - _DAYS).isdisjoint(words(aside[1]))
    return aside[0] if told_of else " "


@lru_cache(maxsize=4096)
def _told(typed: str, language: str) -> tuple[Reading[Date], ...]:
    """The one date of a typed sentence that neither doubts it nor counts from it."""
    found = find(typed, language)
    if len(found) != 1:
        return ()
    start, end = found[0].start, found[0].end
    rest = typed[:start] + " " + typed[end:]
    if any(char.isdigit() for char in rest) or _ELSEWHERE.intersection(words(rest)):
        return ()
    return tuple(parse(typed[start:end], language))


def _softened(result: Comparison, notes: tuple[str, ...]) -> Verdict:
    """A right date with what has to be said of how it was written."""
    if "weekday-contradicts" in notes:
        return Verdict("close", (Reason("weekday-contradicts"),))
    reasons = result.reasons
    if "month-spelling" in notes:
        reasons = (*reasons, Reason("month-spelling"))
    return Verdict("right", reasons)


def _with_year(date: Date, year: int) -> Date:
    end = date.end
    if end is not None and end.year is None:
        turned = (end.month or 0, end.day or 0) < (date.month or 0, date.day or 0)
        end = end._replace(year=year + turned)
    return date._replace(year=year, end=end)
