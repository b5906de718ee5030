"""What numbers, durations and amounts of money share in grading: values against values, bounds, ranges, rates.

All comparing is exact. Only these are close: a value within 3 %, one just beyond a bound, one end of a range.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple, TypeVar

from quiz.answers.verdict import Answer, Mark, Reason, Verdict
from quiz.language.bounds import Bound, falls_short
from quiz.language.rates import RATE_MONTHS, RATE_SECONDS, rate_at
from quiz.language.reading import Reading
from quiz.language.scales import scale
from quiz.language.text import fold
from quiz.language.tokens import bag, tokens

ValueT = TypeVar("ValueT")

#: Every reason of numbers, durations and amounts: code → names of its facts (`[reason]` in words/ has the sentences).
REASONS: Final[dict[str, tuple[str, ...]]] = {
    # what is typed, or written, cannot be read
    "no-amount": ("answer",),
    "no-number": ("answer",),
    "currency-unsaid": ("answer",),
    "not-an-amount": (),
    "not-a-number": (),
    # the value
    "near": ("percent",),
    "too-high": (),
    "too-low": (),
    "wrong-scale": ("power", "times"),
    "other-scale": (),
    "other-grouping": (),
    "digits-transposed": (),
    "wrong-sign": (),
    "opposite": ("answer", "typed"),
    "approximate": (),
    # bounds and ranges
    "within-bound": (),
    "opposite-bound": (),
    "extra-bound": (),
    "one-end": (),
    "needs-both-ends": (),
    "range-typed": (),
    # currencies, units, rates
    "no-currency": (),
    "which-currency": (),
    "wrong-currency": (),
    "extra-currency": (),
    "no-unit": (),
    "other-unit": (),
    "wrong-unit": (),
    "incomplete": (),
    "percent-points": (),
    "wrong-rate": (),
    "extra-rate": (),
    "converted-rate": (),
}

ORDER: Final[dict[Mark, int]] = {"wrong": 0, "close": 1, "right": 2}
RIGHT: Final = Verdict("right", relative_error=0.0)

#: How far from the right value is still near, in hundredths; how far beyond a bound, in tenths of its value.
_NEAR: Final = 3
_BEYOND: Final = 11
_UPWARD: Final = frozenset({"above", "at-least"})
_DOWNWARD: Final = frozenset({"below", "at-most"})
_UNSURE: Final = bag("or ou not pas non no never jamais ni nor sauf except versus vs but mais instead plutot ne n")


class Worth(NamedTuple):
    """A value to be compared: `high` is the upper end of a range."""

    value: Fraction
    high: Fraction | None = None
    bound: Bound = "exact"


class Weighed(NamedTuple):
    """The outcome of a comparison, before it becomes a verdict."""

    mark: Mark
    reasons: tuple[Reason, ...] = ()
    error: float | None = None

    def but(self, mark: Mark, reason: Reason) -> Weighed:
        """The same with one more reason, and no better than `mark`."""
        worse = mark if ORDER[mark] < ORDER[self.mark] else self.mark
        return Weighed(worse, (*self.reasons, reason), self.error)

    def verdict(self) -> Verdict:
        """As the verdict on a typed answer."""
        return Verdict(self.mark, self.reasons, (), self.error)


def identical(answer: Answer, typed: str) -> bool:
    """Whether what was typed is the answer as it is written, or an accepted one, but for case, spaces and accents."""
    return fold(typed) in _written(answer)


@lru_cache(maxsize=8192)
def _written(answer: Answer) -> frozenset[str]:
    return frozenset(fold(text) for text in (answer.text, *answer.accept))


def best(outcomes: Iterable[Weighed]) -> Weighed | None:
    """The kindest outcome, the first of equals."""
    chosen: Weighed | None = None
    for outcome in outcomes:
        if chosen is None or ORDER[outcome.mark] > ORDER[chosen.mark]:
            chosen = outcome
        if chosen.mark == "right":
            break
    return chosen


def weigh(right: Worth, typed: Worth, *, tolerant: bool = True) -> Weighed:
    """Compare two values. `tolerant` allows 3 %.

    The bound of the answer may be left out ("plus de 12" for 12 and 12 for "plus de 12" name the same figure), but not
    be turned around. An exact answer typed with a bound ("more than 12" for 12) is close.
    """
    error = relative_error(right.value, typed.value)
    if right.high is not None or typed.high is not None:
        return _ranges(right, typed, error)
    if opposite(right.bound, typed.bound):
        return Weighed("wrong", (Reason("opposite-bound"),), error)
    if right.value == typed.value:
        if right.bound in ("exact", "about") and typed.bound not in ("exact", "about"):
            return Weighed("close", (Reason("extra-bound"),), error)
        return Weighed("right", (), error)
    return Weighed(*_unequal(right, typed.value, tolerant=tolerant), error)


def _unequal(right: Worth, typed: Fraction, *, tolerant: bool) -> tuple[Mark, tuple[Reason, ...]]:
    value = right.value
    # Over a common denominator both are whole, and comparing whole numbers takes a tenth of comparing fractions.
    ours, theirs = value.numerator * typed.denominator, typed.numerator * value.denominator
    if ours and theirs == -ours:
        return "wrong", (Reason("wrong-sign"),)
    if (power := power_of_ten(value, typed)) != 0:
        return "wrong", (Reason("wrong-scale", {"power": power, "times": 10 ** abs(power)}),)
    if transposed(value, typed):
        return "wrong", (Reason("digits-transposed"),)
    if ours > 0 and right.bound in _UPWARD and ours < theirs and theirs * 10 <= ours * _BEYOND:
        return "close", (Reason("within-bound"),)
    if ours > 0 and right.bound in _DOWNWARD and theirs < ours and ours * 10 <= theirs * _BEYOND:
        return "close", (Reason("within-bound"),)
    if tolerant and ours and abs(theirs - ours) * 100 <= abs(ours) * _NEAR:
        return "close", (Reason("near", {"percent": abs(round((theirs - ours) / ours * 100, 1))}),)
    return "wrong", (Reason("too-high" if theirs > ours else "too-low"),)


def _ranges(right: Worth, typed: Worth, error: float | None) -> Weighed:
    """Both ends are needed; one of them alone is close. A range with another end is another range."""
    if right.high is None:
        return Weighed("wrong", (Reason("range-typed"),), error)
    if typed.high is None:
        one = typed.value in (right.value, right.high)
        return Weighed("close" if one else "wrong", (Reason("one-end" if one else "needs-both-ends"),), error)
    if typed.value == right.value and typed.high == right.high:
        return Weighed("right", (), error)
    ends = ((right.value, typed.value), (right.high, typed.high))
    above = next(theirs > ours for ours, theirs in ends if ours != theirs)
    return Weighed("wrong", (Reason("too-high" if above else "too-low"),), error)


def opposite(one: Bound, other: Bound) -> bool:
    """Whether two bounds point away from each other."""
    return (one in _UPWARD and other in _DOWNWARD) or (one in _DOWNWARD and other in _UPWARD)


def short_of(text: str, bound: Bound, typed: str, said: Bound) -> bool:
    """Whether one text says "more than" and the other "nearly", of which the first is above and the second below."""
    return (bound in _UPWARD and said == "about" and falls_short(typed)) or (
        said in _UPWARD and bound == "about" and falls_short(text)
    )


def relative_error(right: Fraction, typed: Fraction) -> float | None:
    """(typed - right) / |right|, or None where the right value is 0 and the typed one is not."""
    if right == typed:
        return 0.0
    if not right:
        return None
    over = typed.numerator * right.denominator - right.numerator * typed.denominator
    try:
        return over / (abs(right.numerator) * typed.denominator)
    except OverflowError:
        return None


def power_of_ten(right: Fraction, typed: Fraction) -> int:
    """K where typed = right x 10^k, else 0."""
    if not right or not typed:
        return 0
    over, under = typed.numerator * right.denominator, right.numerator * typed.denominator
    if over % under == 0:
        over, under = over // under, 1
    elif under % over == 0:
        over, under = 1, under // over
    else:
        return 0
    figures = str(over if over > 1 else under)
    if figures[0] != "1" or figures.strip("0") != "1":
        return 0
    return len(figures) - 1 if over > 1 else 1 - len(figures)


def transposed(right: Fraction, typed: Fraction) -> bool:
    """Whether two digits have changed places, as in 42 000 and 24 000."""
    one, other = right, typed
    for _ in range(12):
        if one.denominator == 1 and other.denominator == 1:
            break
        one, other = one * 10, other * 10
    else:
        return False
    figures, typed_figures = str(one.numerator), str(other.numerator)
    if len(figures) != len(typed_figures):
        return False
    apart = [place for place, digit in enumerate(figures) if typed_figures[place] != digit]
    if len(apart) != 2:
        return False
    first, second = apart
    return figures[first] == typed_figures[second] and figures[second] == typed_figures[first]


def other_pairs(
    right: tuple[Reading[ValueT], ...], typed: tuple[Reading[ValueT], ...]
) -> list[tuple[Reading[ValueT], Reading[ValueT]]]:
    """The pairs of an answer's and a typed reading of which one is not the likeliest.

    Where what was typed has a scale of its own that could be another, it decides: an English "12 trillion" is not
    "12 billion", though that may be a trillion in French.
    """
    pairs = [(right[0], each) for each in typed[1:]]
    scaled = any("other-scale" in each.notes for each in typed[1:])
    pairs += [(each, typed[0]) for each in right[1:] if not (scaled and "other-scale" in each.notes)]
    return pairs


# --- what the question already says -----------------------------------------------------------------------------------


@lru_cache(maxsize=8192)
def rates_in(text: str) -> frozenset[str]:
    """The rates that a question names: *par mois*, *a year*."""
    line = tokens(text)
    found = (rate_at(line, at) for at in range(len(line) - 3))
    return frozenset(rate.unit for rate in found if rate is not None)


@lru_cache(maxsize=8192)
def scales_in(text: str, language: str) -> frozenset[int]:
    """The written scales that a text names: *milliards*, *million*."""
    found = (scale(token, language, text, money=False) for token in tokens(text) if token.kind == "word")
    return frozenset(one.value for one in found if one is not None and one.written)


@lru_cache(maxsize=8192)
def shared_scales(answer: str, question: str, language: str) -> frozenset[int]:
    """The scales named in the question and written in the answer: "12" then stands for "12 milliards"."""
    return scales_in(question, language) & scales_in(answer, language) if question else frozenset()


def compare_rates(outcome: Weighed, right: str, typed: str, asked: frozenset[str], ratio: Fraction | None) -> Weighed:
    """Rates against rates. `ratio` is typed value / right value, for rates that convert exactly.

    A rate left out is right: the answer makes it plain, and it is shown with the verdict. A rate added to an answer
    that has none is right if the question names it, else close. A rate that converts into the answer's, with the value
    that it then has, is close; any other rate is wrong.
    """
    if not typed or typed == right:
        return outcome
    if not right:
        if typed in asked:
            return outcome
        contradicts = bool(asked & (RATE_MONTHS.keys() | RATE_SECONDS.keys())) and (
            typed in RATE_MONTHS or typed in RATE_SECONDS
        )
        return outcome.but("wrong", Reason("wrong-rate")) if contradicts else outcome.but("close", Reason("extra-rate"))
    for table in (RATE_MONTHS, RATE_SECONDS):
        if right in table and typed in table and ratio == Fraction(table[typed], table[right]):
            return Weighed("close", (Reason("converted-rate"),), outcome.error)
    return outcome.but("wrong", Reason("wrong-rate"))


def unsure(typed: str) -> bool:
    """Whether a typed sentence says *or*, *not* and the like, so that no single amount may be taken out of it."""
    return any(token.text in _UNSURE for token in tokens(typed))
