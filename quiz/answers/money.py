"""Money: amounts are graded by value, with their currency, bound, range and rate."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from quiz.answers.amount import (
    RIGHT,
    Weighed,
    Worth,
    best,
    compare_rates,
    identical,
    other_pairs,
    rates_in,
    shared_scales,
    short_of,
    unsure,
    weigh,
)
from quiz.answers.verdict import Answer, Asked, Reason, Verdict
from quiz.language import money
from quiz.language.currencies import currency_at, family_of
from quiz.language.money import Money
from quiz.language.pattern import pattern
from quiz.language.reading import Reading
from quiz.language.tokens import tokens

#: Words with one settled meaning where nothing else is said: the answer "100 dollars" is not Canadian.
_SETTLED: Final = frozenset({"dollar", "pound"})


_FIGURES: Final = r"(?:[0-9]{1,12}|[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,9}\.[0-9]{1,2})"
#: The plainest amounts. That these read is what the reader says too.
_PLAIN: Final = pattern(
    rf"[$€£]{_FIGURES}(?: (?:million|billion))?|{_FIGURES}(?: (?:million|billion|milliard))? ?€"
    rf"|{_FIGURES}(?: (?:million|billion))? (?:dollar|euro)s?"
)


def check(answer: Answer, language: str) -> tuple[Reason, ...]:
    """What makes the author's answer no amount of money: it cannot be read, or names no currency."""
    if _PLAIN.fullmatch(answer.text):
        return ()
    readings = money.readings(answer.text, language)
    if not readings:
        return (Reason("no-amount", {"answer": answer.text}),)
    if readings[0].value.currency is None and readings[0].value.amount:
        return (Reason("currency-unsaid", {"answer": answer.text}),)
    return ()


def show(answer: Answer, language: str) -> str:  # noqa: ARG001 - every kind is shown in a language
    """The answer in its author's words."""
    return answer.text


def grade(answer: Answer, typed: str, asked: Asked) -> Verdict:
    """Judge a typed amount.

    No currency is right where the question names it or the amount is 0, else close. A shared noun ("dollars") for one
    of its family ("dollars canadiens") is close, another currency wrong. Where the question names the scale ("combien
    de milliards"), the bare figure stands for the scaled one. For bounds, ranges and rates see `amount`.
    """
    if identical(answer, typed):
        return RIGHT
    said = _typed(typed, asked.language)
    if not said:
        return Verdict("wrong", (Reason("not-an-amount"),))
    outcomes = (
        outcome
        for text in (answer.text, *answer.accept)
        for outcome in _outcomes(text, money.readings(text, asked.language), typed, said, asked)
    )
    outcome = best(outcomes)
    return outcome.verdict() if outcome else Verdict("wrong", (Reason("not-an-amount"),))


@lru_cache(maxsize=8192)
def _typed(typed: str, language: str) -> tuple[Reading[Money], ...]:
    """The readings of what was typed; of a sentence with one amount, that amount."""
    readings = money.readings(typed, language)
    if readings or unsure(typed):
        return readings
    other = "en" if language == "fr" else "fr"
    found = money.find(typed, language) or money.find(typed, other)
    if len(found) != 1:
        return ()
    first = found[0]
    rest = typed[: first.start] + typed[first.end :]
    return () if any(char.isdigit() for char in rest) else money.readings(typed[first.start : first.end], language)


def _outcomes(
    text: str, readings: tuple[Reading[Money], ...], written: str, said: tuple[Reading[Money], ...], asked: Asked
) -> list[Weighed]:
    """The comparison of the likeliest readings; where it is not right, exact agreement of another is close."""
    if not readings:
        return []
    right, typed = readings[0].value, said[0].value
    outcome = _compare(right, typed, asked)
    if short_of(text, right.bound, written, typed.bound):
        return [Weighed("wrong", (Reason("opposite-bound"),), outcome.error)]
    if outcome.mark == "right":
        return [outcome]
    for scale in shared_scales(text, asked.question, asked.language):
        if typed.amount * scale == right.amount and typed.high is None:
            return [_compare(right, _times(typed, scale), asked)]
    outcomes = [outcome]
    for one, other in other_pairs(readings, said):
        again = _compare(one.value, other.value, asked)
        if again.mark == "right":
            note = (one.notes if one is not readings[0] else other.notes)[0]
            outcomes.append(Weighed("close", (Reason(note),), outcome.error))
    return outcomes


def _times(value: Money, scale: int) -> Money:
    return Money(value.amount * scale, value.currency, value.bound, None, value.rate, value.family)


def _compare(right: Money, typed: Money, asked: Asked) -> Weighed:
    outcome = weigh(Worth(right.amount, right.high, right.bound), Worth(typed.amount, typed.high, typed.bound))
    outcome = _currencies(outcome, right, typed, asked)
    if not typed.rate or typed.rate == right.rate:
        return outcome
    ratio = typed.amount / right.amount if right.amount else None
    return compare_rates(outcome, right.rate, typed.rate, rates_in(asked.question), ratio)


def _currencies(outcome: Weighed, right: Money, typed: Money, asked: Asked) -> Weighed:
    if right.currency == typed.currency or (not right.amount and not typed.amount):
        return outcome
    named = currencies_in(asked.question, asked.language)
    if typed.currency is None:
        return outcome if right.currency in named else outcome.but("close", Reason("no-currency"))
    if right.currency is None:
        if typed.currency in named:
            return outcome
        return (
            outcome.but("wrong", Reason("wrong-currency")) if named else outcome.but("close", Reason("extra-currency"))
        )
    if typed.family and typed.family in family_of(right.currency):
        return outcome if right.currency in named else outcome.but("close", Reason("which-currency"))
    if right.family and right.family not in _SETTLED and right.family in family_of(typed.currency):
        return outcome.but("close", Reason("which-currency"))
    return outcome.but("wrong", Reason("wrong-currency"))


@lru_cache(maxsize=8192)
def currencies_in(text: str, language: str) -> frozenset[str]:
    """The currencies that a question names."""
    line = tokens(text)
    found = (currency_at(line, at, language, text, strict=True) for at in range(len(line) - 3))
    return frozenset(currency.code for currency in found if currency is not None)
