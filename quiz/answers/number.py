"""Numbers, percents and durations: graded by value, with their unit, bound, range and rate."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from quiz.answers import duration
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
from quiz.answers.change import change
from quiz.answers.verdict import Answer, Asked, Reason, Verdict
from quiz.language import durations, numbers
from quiz.language.measures import measure
from quiz.language.numbers import Number
from quiz.language.pattern import pattern
from quiz.language.reading import Reading
from quiz.language.romans import figured
from quiz.language.text import fold
from quiz.language.tokens import bag, tokens

_TIMES: Final = frozenset({"fois", "times", "x"})
_PERCENT_WORDS: Final = frozenset({"%", "percent", "percentage", "pourcentage", "pourcent"})
_RATE_WORDS: Final = bag(
    "rate ratio taux proportion probability probabilite fraction quotient coefficient decimal decimale share part"
)
#: Numbers that are said without a numeral.
_COUNTS: Final = {
    **dict.fromkeys(("none", "nil", "aucun", "aucune", "nobody", "personne"), "0"),
    "once": "1 time", "twice": "2 times", "thrice": "3 times",
}  # fmt: skip
_OUT_OF: Final = pattern(r"\s+(?:out of|of|des|sur|in)\s+", re.IGNORECASE)
_THE_PART: Final = pattern(r"^\s*(?:le|the)\s+(tiers|quart|third|quarter)\b", re.IGNORECASE)
_MINUS: Final = pattern(r"^\s*(?:[-−–]|moins\b|minus\b)\s*(?=\d)", re.IGNORECASE)
_PLUS: Final = pattern(r"^\s*(?:\+|plus\b)\s*(?=\d)", re.IGNORECASE)
_LITTLE: Final = bag("de d des du la le les l of the a an in en et and for pour par per s")


#: The plainest numbers. That these read is what the reader says too.
_PLAIN: Final = pattern(r"-?(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,9}[.,][0-9]{1,6})(?: ?%)?")


def check(answer: Answer, language: str) -> tuple[Reason, ...]:
    """What makes the author's answer no number, percent or duration."""
    if _PLAIN.fullmatch(answer.text) or fold(answer.text) in _COUNTS:
        return ()
    # Most are plain numbers, and of a large deck each is looked at once.
    if numbers.readings(answer.text, language) or durations.readings(answer.text, language):
        return ()
    if (told := change(answer.text)).way and numbers.readings(told.rest, language):
        return ()
    return (Reason("no-number", {"answer": answer.text}),)


def show(answer: Answer, language: str) -> str:  # noqa: ARG001 - every kind is shown in a language
    """The answer in its author's words."""
    return answer.text


def grade(answer: Answer, typed: str, asked: Asked) -> Verdict:
    """Judge a typed number, percent or duration.

    What is counted ("17 500 articles") may be left out; a measure or a percent sign may be left out where the question
    names it, else that is close. Another unit is close, measures convert exactly (1 km is 1000 m), a percent is not a
    percentage point. A part of a whole and its percent are one value (1/2 is 50 %). No tolerance under 10.
    """
    if identical(answer, typed):
        return RIGHT
    outcome = best(outcome for text in (answer.text, *answer.accept) for outcome in _outcomes(text, typed, asked))
    return outcome.verdict() if outcome else Verdict("wrong", (Reason("not-a-number"),))


def _outcomes(text: str, typed: str, asked: Asked) -> list[Weighed]:
    """The comparison of two numbers, with the way that either may say: a drop of 8 % is no rise of 8 %."""
    ours, theirs = change(text), change(typed, sentence=True)
    if not ours.way and not theirs.way:
        return _weighed(text, typed, asked)
    if ours.way == -theirs.way:
        return [Weighed("wrong", (Reason("opposite", {"answer": ours.word, "typed": theirs.word}),))]
    typed = theirs.rest
    if ours.way < 0 or theirs.way < 0:
        # The word is the sign: a drop of 8 % is -8 %, and so is one of "-8 %".
        typed = _MINUS.sub("", typed)
    if (ours.way < 0 and not theirs.way and _PLUS.match(typed)) or (theirs.way < 0 and _PLUS.match(text)):
        return [Weighed("wrong", (Reason("wrong-sign"),))]
    if theirs.way < 0 and not ours.way and _MINUS.match(text):
        typed = f"-{typed}"
    return _weighed(ours.rest, typed, asked)


def _weighed(text: str, typed: str, asked: Asked) -> list[Weighed]:
    language = asked.language
    if spans := durations.readings(text, language):
        return duration.outcomes(text, spans[0].value, typed, asked)
    readings = numbers.readings(_COUNTS.get(fold(text), text), language)
    said = _typed(typed, language)
    if not readings or not said:
        return []
    right, first = readings[0].value, said[0].value
    outcome = _compare(right, first, asked)
    if short_of(text, right.bound, typed, first.bound):
        return [Weighed("wrong", (Reason("opposite-bound"),), outcome.error)]
    if outcome.mark == "right":
        return [outcome]
    for scale in shared_scales(text, asked.question, language):
        if first.value * scale == right.value and first.high is None:
            return [_compare(right, first._replace(value=first.value * scale), asked)]
    if first.unit in ("m", "b") and measure(right.unit) is None:
        power = 10**6 if first.unit == "m" else 10**9
        again = _compare(right, first._replace(value=first.value * power, unit=""), asked)
        if again.mark == "right":
            return [again]
    outcomes = [outcome]
    if right.fraction and not first.fraction and (count := _counted_out(text, language)) is not None:
        again = _compare(count, first, asked)
        if again.mark == "right":
            outcomes.append(Weighed("close", (Reason("incomplete"),), outcome.error))
    for one, other in other_pairs(readings, said):
        if _compare(one.value, other.value, asked).mark == "right":
            note = (one.notes if one is not readings[0] else other.notes)[0]
            outcomes.append(Weighed("close", (Reason(note),), outcome.error))
    return outcomes


def _counted_out(text: str, language: str) -> Number | None:
    """The count alone of an answer that says out of how many: five of "five of the six hostages"."""
    count = _OUT_OF.split(text, maxsplit=1)
    readings = numbers.readings(count[0], language) if len(count) > 1 else ()
    return readings[0].value if readings else None


@lru_cache(maxsize=8192)
def _typed(typed: str, language: str) -> tuple[Reading[Number], ...]:
    """The readings of what was typed; of a sentence with one number, that number."""
    typed = figured(_COUNTS.get(fold(typed).strip(" .!"), typed))
    readings = numbers.readings(_THE_PART.sub(r"1 \1", typed), language)
    if readings or unsure(typed):
        return readings
    found = numbers.find(typed, language)
    if len(found) != 1:
        return ()
    first = found[0]
    rest = typed[: first.start] + typed[first.end :]
    return () if any(char.isdigit() for char in rest) else numbers.readings(typed[first.start : first.end], language)


def _compare(right: Number, typed: Number, asked: Asked) -> Weighed:
    right, typed, doubt = _same_unit(right, typed, asked)
    outcome = weigh(
        Worth(right.value, right.high, right.bound),
        Worth(typed.value, typed.high, typed.bound),
        tolerant=abs(right.value) >= 10 or right.fraction,
    )
    if doubt is not None:
        outcome = outcome.but("close", doubt)
    if not typed.rate or typed.rate == right.rate:
        return outcome
    ratio = typed.value / right.value if right.value else None
    return compare_rates(outcome, right.rate, typed.rate, rates_in(asked.question), ratio)


def _same_unit(right: Number, typed: Number, asked: Asked) -> tuple[Number, Number, Reason | None]:
    """Both numbers in one unit where they have one, and what is to be said about their units."""
    if right.unit == typed.unit:
        return right, typed, None
    if right.unit == "%" or typed.unit == "%":
        return _percents(right, typed, asked)
    if right.unit == "pp" or typed.unit == "pp":
        other = typed.unit if right.unit == "pp" else right.unit
        if fold(other).startswith("point"):
            return right, typed, None
        return right, typed, _missing(other, "pp", asked)
    if {right.unit, typed.unit} in ({"°", "°c"}, {"°", "°f"}):
        return right, typed, None
    ours, theirs = measure(_name(right.unit)), measure(_name(typed.unit))
    if ours is not None and theirs is not None and ours.dimension == theirs.dimension:
        factor = theirs.factor / ours.factor
        high = typed.high * factor if typed.high is not None else None
        return right, typed._replace(value=typed.value * factor, high=high, unit=right.unit), None
    if ours is not None or theirs is not None:
        known, other = (right.unit, typed.unit) if ours is not None else (typed.unit, right.unit)
        return right, typed, _missing(other, known, asked)
    return right, typed, _counted(right.unit, typed.unit, asked)


def _percents(right: Number, typed: Number, asked: Asked) -> tuple[Number, Number, Reason | None]:
    """A percent against something else: a part of a whole, a rate where a rate is asked, a bare number."""
    if typed.fraction:
        return right, typed._replace(value=typed.value * 100, unit="%"), None
    if right.fraction:
        return right._replace(value=right.value * 100, unit="%"), typed, None
    asks_rate = bool(_words_in(asked.question) & _RATE_WORDS)
    if asks_rate and not typed.unit and typed.value * 100 == right.value:
        return right, typed._replace(value=typed.value * 100, unit="%"), None
    if asks_rate and not right.unit and typed.value == right.value * 100:
        return right._replace(value=right.value * 100, unit="%"), typed, None
    if "pp" in (right.unit, typed.unit):
        return right, typed, Reason("percent-points")
    return right, typed, _missing(typed.unit if right.unit == "%" else right.unit, "%", asked)


_DEGREE_WORDS: Final = frozenset({"degre", "degres", "degree", "degrees", "celsius", "fahrenheit"})
#: Units of temperature, and the scale whose name in the question contradicts each.
_DEGREES: Final = {"°c": {"fahrenheit"}, "°f": {"celsius"}, "°": frozenset[str]()}


def _missing(other: str, unit: str, asked: Asked) -> Reason | None:
    """One side has a measure or a percent sign; the other has none (fine if the question names it), or another."""
    if other:
        return Reason("other-unit")
    words = _words_in(asked.question)
    if unit in ("%", "pp"):
        spelled = {"pour", "cent"} <= words or {"per", "cent"} <= words
        return None if spelled or words & _PERCENT_WORDS else Reason("no-unit")
    known = measure(_name(unit))
    if unit in _DEGREES and words & _DEGREE_WORDS:
        # "In degrees Celsius" is two words; a scale that the question does not name is the answer's.
        return Reason("no-unit") if words & _DEGREES[unit] else None
    if known is not None and any((each := measure(word)) is not None and each == known for word in words):
        return None
    return Reason("no-unit")


def _counted(right: str, typed: str, asked: Asked) -> Reason | None:
    """What is counted: it may be left out, or said otherwise in the words of the answer or of the question."""
    if not right or not typed:
        return None
    words = _stems(typed)
    if not words or words & _stems(right) or words <= _stems(asked.question):
        return None
    return Reason("other-unit")


@lru_cache(maxsize=8192)
def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(token.text) for token in tokens(text) if token.kind == "word" and token.text not in _LITTLE)


def _stem(word: str) -> str:
    if word in _TIMES:
        return "times"
    for ending in ("aux", "al", "ies", "y", "es", "s", "x", "e"):
        if len(word) - len(ending) >= 3 and word.endswith(ending):
            return word.removesuffix(ending)
    return word


@lru_cache(maxsize=8192)
def _words_in(text: str) -> frozenset[str]:
    return frozenset(token.text for token in tokens(text))


def _name(unit: str) -> str:
    if unit.startswith("°") or measure(unit) is not None:
        return unit
    line = tokens(unit)
    names = [token.text for token in line if token.kind == "word" and token.text not in _LITTLE]
    return names[0] if len(names) == 1 and unit != "km/h" else unit
