"""Money: `42 000 dollars par mois`, `€1.2bn`, `plus de $12 milliards`, `20 centimes`, `£5m to £7m`, *gratuit*.

`parse` reads a whole text; an amount without a currency is money too where a whole text is read, though less surely.
`find` looks for amounts in running text and wants the currency. Both keep the bound, the range and the rate.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Final

from quiz.language.bounds import Bound, bound_after, bound_before
from quiz.language.currencies import Currency, currency_at, glued
from quiz.language.magnitudes import Magnitude, magnitude, may_begin
from quiz.language.number_words import STARTS
from quiz.language.numbers import RANGE_OPENINGS, lower_end, percent_at, range_between, sign_before
from quiz.language.rates import Rate, rate_at
from quiz.language.reading import Reading
from quiz.language.tokens import Token, tokens

Line = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Money:
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


_FREE: Final = frozenset({"free", "gratuit", "gratuite", "gratuits", "gratuites", "gratuitement", "gratis"})
_GROSS: Final = frozenset({"brut", "bruts", "net", "nets", "gross", "each"})
_LEAD: Final = frozenset(
    {
        "le",
        "la",
        "les",
        "l",
        "'",
        "the",
        "un",
        "une",
        "a",
        "prix",
        "cout",
        "price",
        "total",
        "de",
        "of",
        "c",
        "est",
        "it",
        "s",
        "is",
        "soit",
        "=",
    }
)


@dataclass(frozen=True, slots=True)
class _Amount:
    value: Fraction
    others: tuple[tuple[Fraction, str], ...]
    currency: Currency | None
    magnitude: Magnitude
    end: int


def _amount(line: Line, at: int, language: str, text: str, words: str, *, strict: bool) -> _Amount | None:
    """One amount at `at`: sign, currency before, magnitude, currency after, and its cents."""
    sign, place = sign_before(line, at)
    before = currency_at(line, place, language, text, strict=strict)
    if before is not None:
        place = before.end
        if line[place].text == "." and before.family == "rupee":
            place += 1
        more, place = sign_before(line, place)
        sign *= more
    size = magnitude(line, place, language, text, words=words, money=True)
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
    """The cents after an amount: `5 euros 50`, `5€50`, `5 dollars and 20 cents`."""
    joined = at + 1 if line[at].text in ("et", "and") else at
    size = magnitude(line, joined, language, text, words=words, money=True)
    if size is None or not 0 <= size.value < 100 or size.value.denominator != 1 or size.written_scale > 1:
        return None
    named = currency_at(line, size.end, language, text, strict=False)
    if named is not None and named.parts == 100 and (named.bare or named.code == code):
        return size.value / 100, named.end
    token = line[joined]
    two_figures = joined == at and token.kind == "digits" and len(token.text) == 2 and line[size.end].kind != "word"
    if named is None and two_figures and percent_at(line, size.end) is None and line[at - 1].text != "$":
        return size.value / 100, size.end
    return None


@dataclass(frozen=True, slots=True)
class _Read:
    money: Money
    others: tuple[tuple[Fraction, str], ...]
    end: int
    currency: Currency | None


def _read(line: Line, at: int, language: str, text: str, words: str, *, strict: bool) -> _Read | None:
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
    rate = rate_at(line, end + 1 if line[end].text in _GROSS else end)
    money = Money(value, currency.code if currency else None, about, high, rate.unit if rate else "", family)
    return _Read(money, others, rate.end if rate else end, currency)


def _readings(read: _Read, bound: Bound, start: int, end: int) -> list[Reading[Money]]:
    money = replace(read.money, bound=bound) if bound != "exact" else read.money
    sure = (1.0 if not read.others else 0.8) * (1.0 if read.currency else 0.5)
    notes = ("assumed-currency",) if money.family else ()
    return [
        Reading(start, end, "money", money, sure, notes),
        *(
            Reading(start, end, "money", replace(money, amount=value), 0.2, (note, *notes))
            for value, note in read.others
        ),
    ]


# --- parse ------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=8192)
def readings(text: str, language: str) -> tuple[Reading[Money], ...]:
    """`parse`, remembered."""
    line = tokens(text)
    for words in ("fr", "en") if language == "fr" else ("en", "fr"):
        found = _whole(line, text, language, words)
        if found:
            return tuple(found)
    return ()


def parse(text: str, language: str) -> list[Reading[Money]]:
    """The readings of a whole text as an amount of money, the likeliest first; none if it is not one.

    *Free* and *gratuit* are 0. Notes: "other-grouping" and "other-scale" on the less likely readings, and
    "assumed-currency" where the word or sign is shared by several currencies.
    """
    return list(readings(text, language))


def _whole(line: Line, text: str, language: str, words: str) -> list[Reading[Money]]:
    length = len(line) - 3
    if 0 < length <= 4 and any(token.text in _FREE for token in line) and not any(t.kind == "digits" for t in line):
        if any(token.text in ("pas", "not", "non", "n") for token in line):
            return []
        return [Reading(0, len(text), "money", Money(Fraction(0), None), 1.0)]
    for at in range(min(length, 9)):
        token = line[at]
        if token.kind == "word" and token.text in _LEAD and not may_begin(token, words) and line[at + 1].text != "$":
            continue
        read = _read(line, at, language, text, words, strict=False)
        if read is None:
            continue
        before = bound_before(line, at)
        first = before.place if before else at
        if read.money.high is not None and first and line[first - 1].text in RANGE_OPENINGS:
            first -= 1
        if any(token.text not in _LEAD for token in line[:first]):
            continue
        tail = _tail(line, read.end, bool(read.money.rate))
        if tail is None:
            continue
        if tail[1] is not None:
            read = replace(read, money=replace(read.money, rate=tail[1].unit))
        bound = before.bound if before else tail[0] if tail[0] != "exact" else read.money.bound
        return _readings(read, bound, 0, len(text))
    return []


def _tail(line: Line, at: int, rated: bool) -> tuple[Bound, Rate | None] | None:
    bound: Bound = "exact"
    rate: Rate | None = None
    while line[at].kind != "end":
        if (after := bound_after(line, at)) is not None:
            bound, at = after.bound, after.place
        elif not rated and rate is None and (found := rate_at(line, at)) is not None:
            rate, at = found, found.end
        elif line[at].text in (".", "!") and line[at + 1].kind == "end":
            at += 1
        else:
            return None
    return bound, rate


# --- find -------------------------------------------------------------------------------------------------------------


def find(text: str, language: str) -> list[Reading[Money]]:
    """The amounts of money in a running text, in order, without overlaps: with their bound, range and rate.

    An amount needs its currency. Of each, the likeliest reading (see `parse` for the others).
    """
    line = tokens(text)
    found: list[Reading[Money]] = []
    at, since, last = 0, 0, len(line) - 3
    while at < last:
        token = line[at]
        if not (token.kind == "digits" or token.text in STARTS[language] or _may_open(line, at, language, text)):
            at += 1
            continue
        if at and token.kind == "digits" and _in_name(line, at):
            at += 1
            continue
        start = at
        if line[at - 1].text in ("-", "+") and at > since and _apart(line, at - 1):
            start = at - 1
        read = _read(line, start, language, text, language, strict=True)
        if read is None or read.currency is None:
            at += 1
            continue
        first = start
        before = bound_before(line, start, since=since)
        if before is not None:
            first = before.place
        if read.money.high is not None and first > since and line[first - 1].text in RANGE_OPENINGS:
            first -= 1
        end, bound = read.end, before.bound if before else read.money.bound
        if before is None and (after := bound_after(line, end)) is not None and line[end].text not in ("min", "max"):
            end, bound = after.place, after.bound
        found.extend(_readings(read, bound, line[first].start, line[end - 1].end)[:1])
        at = since = end
    return found


def _may_open(line: Line, at: int, language: str, text: str) -> bool:
    token = line[at]
    if token.text in ("half", "a", "une", "un", "demi"):
        return may_begin(token, language) and line[at + 1].kind == "word"
    if token.kind == "sign":
        return token.text in "$€£¥₹₽₩₪₺₴₦₫฿₱" and line[at + 1].kind in ("digits", "word", "sign")
    follow = line[at + 1]
    if token.kind != "word" or not (follow.kind == "digits" or follow.text in ("$", ".")):
        return False
    return text[token.start].isupper() and len(token.text) <= 4


def _in_name(line: Line, at: int) -> bool:
    """Whether figures are joined to the letters before them: GPT-4, A380."""
    before = line[at - 1]
    if before.kind == "word" and before.end == line[at].start:
        return True
    return before.text == "-" and before.end == line[at].start and at > 1 and line[at - 2].end == before.start


def _apart(line: Line, at: int) -> bool:
    return at == 0 or line[at - 1].end < line[at].start
