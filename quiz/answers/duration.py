"""Durations as answers: exact conversions are the same, approximate ones close. A part of the kind `number`."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Final

from quiz.answers.amount import Weighed, Worth, opposite, relative_error, short_of, unsure, weigh
from quiz.answers.verdict import Asked, Reason
from quiz.language import durations, numbers
from quiz.language.duration_grammar import Duration, Unit, iso, length, unit_named
from quiz.language.pattern import pattern
from quiz.language.reading import Reading
from quiz.language.text import fold
from quiz.language.tokens import tokens

#: How far apart two durations may be that have no exact conversion: four weeks and a month are 8 % apart.
#: Hours and minutes as a clock or a scoreboard shows them.
_CLOCK: Final = pattern(r"\s*(\d{1,3}):([0-5]\d)(?::([0-5]\d))?\s*")
#: "Huit jours" and "quinze jours" are one and two weeks in French, in days.
_FRENCH_WEEKS: Final = ({7, 8}, {14, 15})
_APPROXIMATE: Final = Fraction(1, 10)


def outcomes(text: str, right: Duration, typed: str, asked: Asked) -> list[Weighed]:
    """What was typed against the duration `right` of `text`.

    A bare number is right where the question names the unit, else close.
    """
    said = _typed(typed, asked.language)
    if said and short_of(text, right.bound, typed, said[0].value.bound):
        return [Weighed("wrong", (Reason("opposite-bound"),))]
    if said:
        outcome = compare(right, said[0].value)
        days = {length(right) / 86_400, length(said[0].value) / 86_400}
        if outcome.mark == "wrong" and days in _FRENCH_WEEKS and "semaine" in fold(f"{text} {typed}"):
            return [Weighed("close", (Reason("approximate"),), outcome.error)]
        return [outcome]
    found = numbers.readings(typed, asked.language)
    if not found:
        return []
    number = found[0].value
    if number.unit and number.unit != "%":
        return [Weighed("wrong", (Reason("other-unit"),))]
    for unit in _units_in(asked.question):
        counted = Duration(
            "", number.value * unit.months, number.value * unit.seconds, bound=number.bound, count=number.value
        )
        outcome = compare(right, counted)
        if outcome.mark == "right" and number.high is None and not number.unit:
            return [outcome]
    if not right.count:
        return [Weighed("wrong", (Reason("no-unit"),))]
    high = right.high.count if right.high else None
    outcome = weigh(
        Worth(right.count, high, right.bound),
        Worth(number.value, number.high, number.bound),
        tolerant=right.count >= 10,
    )
    return [outcome.but("close", Reason("no-unit"))]


def compare(right: Duration, typed: Duration) -> Weighed:
    """`_compare`, and why: the same count of another unit is told as such ("6 ans" for "6 mois")."""
    outcome = _compare(right, typed)
    same = right.count == typed.count and bool(right.count) and right.high is None and typed.high is None
    if outcome.mark == "wrong" and same and length(right) != length(typed):
        return Weighed("wrong", (Reason("wrong-unit"),), outcome.error)
    return outcome


def _compare(right: Duration, typed: Duration) -> Weighed:
    """Two durations: exactly where one converts into the other, else by their mean length."""
    months = not right.seconds and not typed.seconds
    seconds = not right.months and not typed.months
    if months or seconds or right.high is not None or typed.high is not None:
        outcome = weigh(_worth(right, months=months), _worth(typed, months=months), tolerant=right.count >= 10)
        rough = not (right.exact and typed.exact)
        if outcome.mark != "wrong" or not rough or right.high is not None or typed.high is not None:
            return outcome
    elif right.months == typed.months and right.seconds == typed.seconds:
        return weigh(Worth(length(right), None, right.bound), Worth(length(typed), None, typed.bound))
    ours, theirs = length(right), length(typed)
    error = relative_error(ours, theirs)
    if opposite(right.bound, typed.bound):
        return Weighed("wrong", (Reason("opposite-bound"),), error)
    if abs(theirs - ours) <= ours * _APPROXIMATE:
        return Weighed("close", (Reason("approximate"),), error)
    return Weighed("wrong", (Reason("too-high" if theirs > ours else "too-low"),), error)


def _worth(value: Duration, *, months: bool) -> Worth:
    if months and not (value.high and value.high.seconds):
        return Worth(value.months, value.high.months if value.high else None, value.bound)
    return Worth(length(value), length(value.high) if value.high else None, value.bound)


@lru_cache(maxsize=8192)
def _typed(typed: str, language: str) -> tuple[Reading[Duration], ...]:
    readings = durations.readings(typed, language)
    if readings or unsure(typed):
        return readings
    if (clock := _CLOCK.fullmatch(typed)) is not None:
        seconds = Fraction(int(clock[1]) * 3600 + int(clock[2]) * 60 + int(clock[3] or 0))
        return (Reading(0, len(typed), "duration", Duration(iso(Fraction(0), seconds), Fraction(0), seconds)),)
    found = durations.find(typed, language)
    if len(found) != 1:
        return ()
    first = found[0]
    rest = typed[: first.start] + typed[first.end :]
    if typed[: first.start].rstrip().endswith(("-", "−", "–", "minus", "moins")):
        return ()
    return () if any(char.isdigit() for char in rest) else durations.readings(typed[first.start : first.end], language)


@lru_cache(maxsize=8192)
def _units_in(question: str) -> tuple[Unit, ...]:
    found = (unit_named(token.text) for token in tokens(question) if len(token.text) > 1)
    return tuple(unit for unit in found if unit is not None)
