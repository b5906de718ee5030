"""How an amount of money is written: sign, currency on either side, magnitude, cents, range and rate."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from quiz.language.bounds import Bound
from quiz.language.currencies import Currency, currency_at, glued
from quiz.language.magnitudes import Magnitude, magnitude
from quiz.language.number_grammar import lower_end, percent_at, range_between, sign_before
from quiz.language.rates import Rate, rate_at
from quiz.language.tokens import Token

Line = tuple[Token, ...]


class Money(NamedTuple):
    """An amount in units of its currency (ISO 4217; None where none is written).

    `high` is the upper end of a range (`amount` the lower). `rate` is an ISO duration (`P1M` for *par mois*), a thing
    counted by ("share", "person"), or "". `family` is the noun or sign that was used where other currencies share it
    ("dollar", "franc", "cent", …): the code is then the commonest of the family.
    """

    amount: Fraction
    currency: str | None
    bound: Bound = "exact"
    high: Fraction | None = None
    rate: str = ""
    family: str = ""


_GROSS: Final = frozenset({"brut", "bruts", "net", "nets", "gross", "each"})


class _Amount(NamedTuple):
    value: Fraction
    others: tuple[tuple[Fraction, str], ...]
    currency: Currency | None
    magnitude: Magnitude
    end: int


def _amount(line: Line, at: int, language: str, text: str, words: str, *, strict: bool) -> _Amount | None:
    """One amount at `at`: sign, currency before, magnitude, currency after, and its cents."""
    sign, place = sign_before(line, at)
    before = currency_at(line, place, language, text, strict=strict)
    if before is not None and before.family == "cent" and line[place].text != "¢":
        before = None  # "cent mille euros" begins with a hundred; nobody writes cents before their number
    if before is not None:
        place = before.end
        if line[place].text == "." and before.family == "rupee":
            place += 1
        more, place = sign_before(line, place)
        sign *= more
    size = magnitude(line, place, language, text, words=words, money=True)
    if size is None and words == "en" and not strict and line[place].text in ("a", "an"):
        size = Magnitude(Fraction(1), (), place + 1, "words")
    if size is None:
        return None
    end, currency, power = size.end, before, 1
    if (joined := glued(line[end])) is not None and before is None:
        power, currency, end = joined[0], Currency(joined[1], 1, bare=False, family="", end=end + 1), end + 1
    elif (after := _currency_after(line, end, language, text, strict=strict)) is not None and (
        before is None or before.code == after.code or before.bare
    ):
        currency, end = (before if before and not before.bare and after.bare else after), after.end
    elif before is None and _pence(line, end, words):
        currency, end = Currency("GBP", 100, bare=False, family="", end=end + 1), end + 1
    parts = currency.parts if currency else 1
    value, others = size.value, size.others
    if (factor := sign * power) != 1 or parts != 1:
        value = value * factor / parts
        others = tuple((other * factor / parts, note) for other, note in others)
    if currency is not None and parts == 1 and size.written_scale == 1 and value.denominator == 1:
        cents = _cents(line, end, language, text, words, currency.code)
        if cents is not None:
            value, end, others = value + cents[0] * sign, cents[1], ()
    return _Amount(value, others, currency, size, end)


def _currency_after(line: Line, at: int, language: str, text: str, *, strict: bool) -> Currency | None:
    if line[at].text == "de" or line[at].text == "of":
        at += 1
    elif line[at].text == "d" and line[at + 1].text == "'":
        at += 2
    elif line[at].text == "-" and line[at + 1].kind == "word":
        at += 1
    elif line[at].text == "." and line[at + 1].text == "-" and line[at].start == line[at - 1].end:
        at += 2  # as the Swiss write round sums: 500.- CHF
    found = currency_at(line, at, language, text, strict=strict)
    if found is None or (line[at].text in ("$", "£", "€", "¥") and _opens_amount(line, at)):
        return None
    return found


def _opens_amount(line: Line, at: int) -> bool:
    """Whether a symbol after a number belongs to the next number ("de 5 $10"): apart from this one, glued to that."""
    return line[at - 1].end < line[at].start and line[at + 1].kind == "digits" and line[at + 1].start == line[at].end


def _pence(line: Line, at: int, words: str) -> bool:
    return (
        words == "en" and line[at].text == "p" and line[at].start == line[at - 1].end and line[at - 1].kind == "digits"
    )


def _cents(line: Line, at: int, language: str, text: str, words: str, code: str) -> tuple[Fraction, int] | None:
    """The cents after an amount: `5 euros 50`, `5€50`, `5 dollars and 20 cents`, `cinq euros cinquante`."""
    joined = at + 1 if line[at].text in ("et", "and") else at
    if joined != at and line[joined].text in ("demi", "demie"):
        return Fraction(1, 2), joined + 1
    size = magnitude(line, joined, language, text, words=words, money=True)
    if size is None or not 0 <= size.value < 100 or size.value.denominator != 1 or size.written_scale > 1:
        return None
    named = currency_at(line, size.end, language, text, strict=False)
    if named is not None and named.parts == 100 and (named.bare or named.code == code):
        return size.value / 100, named.end
    token = line[joined]
    if joined == at and size.shape == "words" and size.value > 10 and line[size.end].kind != "word" and named is None:
        return size.value / 100, size.end
    two_figures = joined == at and token.kind == "digits" and len(token.text) == 2 and line[size.end].kind != "word"
    if named is None and two_figures and percent_at(line, size.end) is None and line[at - 1].text != "$":
        return size.value / 100, size.end
    return None


def _monthly(line: Line, at: int) -> Rate | None:
    """`p.m.` and `pm`, `p.a.` and `pa` after an amount of money are rates; after other figures they are times."""
    word = line[at].text
    if word in ("pm", "pa"):
        return Rate("P1M" if word == "pm" else "P1Y", at + 1)
    if [token.text for token in line[at : at + 3]] == ["p", ".", "m"]:
        return Rate("P1M", at + 4 if line[at + 3].text == "." else at + 3)
    return None


class ReadMoney(NamedTuple):
    """An amount as it was read, its other values, and the first token after it."""

    money: Money
    others: tuple[tuple[Fraction, str], ...]
    end: int
    currency: Currency | None


def read_money(line: Line, at: int, language: str, text: str, words: str, *, strict: bool) -> ReadMoney | None:
    """The amount or range of amounts that begins at `at`, with its rate; bounds apart."""
    low = _amount(line, at, language, text, words, strict=strict)
    if low is None:
        return None
    opening = line[at - 1].text if at else ""
    value, others, currency, end = low.value, low.others, low.currency, low.end
    high: Fraction | None = None
    join = range_between(line, end, opening, loose=not strict or low.currency is None or opening not in ("de", "from"))
    if join is not None and not (strict and low.currency is not None and opening in ("de", "from")):
        top = _amount(line, join, language, text, words, strict=strict)
        if top is not None and (low.currency is None or top.currency is None or low.currency.code == top.currency.code):
            bottom = lower_end(low.magnitude, top.magnitude)
            parts = (
                top.currency.parts if top.currency and not low.currency else low.currency.parts if low.currency else 1
            )
            if bottom / parts < top.value:
                value, high, others = bottom / parts, top.value, ()
                currency, end = top.currency or low.currency, top.end
    if percent_at(line, end) is not None:
        return None
    family = currency.family if currency and currency.bare else ""
    about: Bound = "about" if low.magnitude.rough else "exact"
    rate = rate_at(line, end + 1 if line[end].text in _GROSS else end) or _monthly(line, end)
    money = Money(value, currency.code if currency else None, about, high, rate.unit if rate else "", family)
    return ReadMoney(money, others, rate.end if rate else end, currency)
