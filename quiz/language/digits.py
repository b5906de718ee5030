"""Figures and their values: grouping and decimal signs as a language has them, and values as plain figures."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache


@lru_cache(maxsize=1024)  # one number is read in several grammars, one after the other
def read_digits(literal: str, language: str) -> tuple[Fraction, Fraction | None]:
    """The value of a run of digits in a language, and the other value that it may have (1.200: 1200 or 1.2)."""
    points, commas = literal.count("."), literal.count(",")
    if not points and not commas:
        return Fraction(int(literal.replace(" ", "").replace("'", ""))), None
    if " " in literal or "'" in literal or (points and commas):
        mark = "." if literal.rfind(".") > literal.rfind(",") else ","
        return _decimal(literal, mark), None
    mark = "." if points else ","
    if points + commas > 1:
        return Fraction(int(literal.replace(mark, ""))), None
    whole, _, part = literal.partition(mark)
    if len(part) != 3 or not 1 <= len(whole) <= 3 or whole[0] == "0":
        return _decimal(literal, mark), None
    as_group, as_decimal = Fraction(int(whole + part)), _decimal(literal, mark)
    if part == "000":
        # Nobody writes three zeros for decimals: 42,000 is no 42 in either language.
        return as_group, None
    if (mark == ",") == (language == "fr"):
        return as_decimal, as_group
    return as_group, as_decimal


def _decimal(literal: str, mark: str) -> Fraction:
    whole, _, part = literal.rpartition(mark)
    figures = "".join(char for char in whole if char.isdigit())
    return Fraction(int(figures + part), 10 ** len(part))


def plain(value: Fraction) -> str:
    """A value as plain digits with a decimal point, as long as it has an end; else as a fraction (`1/3`)."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    places = max(twos, fives)
    figures = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return sign + (f"{figures[:-places]}.{figures[-places:]}" if places else figures)
