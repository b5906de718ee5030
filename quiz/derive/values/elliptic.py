"""Sums whose currency is left out, since one that was told just before has it: *5 millions d'euros, dont 1,5 million*.

A number is such a sum only where nothing else can be counted: no noun follows it, and either it goes on from a sum of
its own sentence (*of which 74 million*, *410 pesos contre 180*) or falls to one (*de 2 890 à 2 640 euros*), or it is in
millions and a noun of money stands near (*le budget s'élève à 31 millions*) in an article that speaks of one currency.
"""

from __future__ import annotations

from typing import Final

from quiz.derive.document import Scene
from quiz.derive.values.nouns import counted
from quiz.derive.values.place import Place
from quiz.derive.values.pricing import speaks_of_money
from quiz.language.money import Money
from quiz.language.number_context import FUNCTION_WORDS
from quiz.language.number_grammar import Number
from quiz.language.tokens import bag

_SCALES: Final = bag("million millions milliard milliards billion billions trillion trillions m bn")
#: Words of a comparison before a bare number: one word, or a word and the one before it.
_AGAINST: Final = bag("contre against versus vs")
_AGAINST_TWO: Final = frozenset(
    {("from", "up"), ("from", "down"), ("to", "compared"), ("with", "compared"), ("of", "instead"), ("for", "going"),
     ("de", "lieu"), ("a", "rapport")}
)  # fmt: skip
_FROM: Final = bag("de from")
_TO: Final = bag("a to")
_AFTER: Final = FUNCTION_WORDS | bag("came went came goes come goes cette l last this next chacun each")
#: How many times more or less a number may be than the sum with which it is compared.
_ALIKE: Final = 20


class Sums:
    """The sums of an article in the order of the text, so far, and the numbers that go on from them."""

    def __init__(self, scene: Scene) -> None:
        codes = {one.value.currency for one in scene.readings if one.kind == "money"}
        self._ahead = {one.start: one.value for one in scene.readings if one.kind == "money"}
        self._only = codes.pop() if len(codes) == 1 else ""
        self._last: Place | None = None

    def tell(self, place: Place) -> None:
        """Take in a sum as it was read."""
        self._last = place

    def read(self, place: Place) -> Place | None:
        """The place of a number as that of a sum, or None where it is none; what is counted ends what goes on."""
        number: Number = place.reading.value
        if number.fraction or number.unit or number.rate:
            return None
        if counted(place, place.passage.language) is not None:
            self._last = None if self._last is None or self._last.sentence == place.sentence else self._last
            return None
        money = self._continued(place, number) or self._falling(place, number) or self._budgeted(place)
        if money is None:
            return None
        place, number = _either(place, number)
        value = Money(number.value, money.currency, number.bound, number.high, "", money.family)
        notes = ("assumed-currency",) if money.family else ()
        found = place._replace(reading=place.reading._replace(kind="money", value=value, notes=notes))
        self._last = found
        return found

    def _continued(self, place: Place, number: Number) -> Money | None:
        """The sum of the same sentence from which a number goes on."""
        if self._last is None or self._last.sentence != place.sentence or not _ends(place):
            return None
        money: Money = self._last.reading.value
        if _scaled(place):
            return money if _scaled(self._last) else None
        against = place.word(place.first - 1) in _AGAINST or tuple(place.before(2)) in _AGAINST_TWO
        alike = money.amount < number.value * _ALIKE and number.value < money.amount * _ALIKE
        return money if against and alike else None

    def _falling(self, place: Place, number: Number) -> Money | None:
        """The sum to which a number falls: a range it cannot be, since its first end is the upper one."""
        joined = place.word(place.first - 1) in _FROM and place.word(place.last) in _TO
        money = self._ahead.get(place.line[place.last + 1].start + place.passage.start) if joined else None
        if money is None or money.high is not None or not money.amount < number.value < money.amount * _ALIKE:
            return None
        return money  # type: ignore[no-any-return]

    def _budgeted(self, place: Place) -> Money | None:
        """The only currency of the article, where a number in millions stands beside a noun of money."""
        if not self._only or not _scaled(place) or not _ends(place) or not speaks_of_money(place):
            return None
        return Money(place.reading.value.value, self._only)


def _either(place: Place, number: Number) -> tuple[Place, Number]:
    """A number in millions with the lower one that shares its scale before "ou" or "or": *7 ou 8 millions*."""
    low, high = place.line[place.first - 2].text, place.line[place.first].text
    joined = place.word(place.first - 1) in ("ou", "or") and place.first - 2 >= place.begins
    if not (joined and low.isdecimal() and high.isdecimal() and _scaled(place)) or int(low) >= int(high):
        return place, number
    lower = number.value * int(low) / int(high)
    return place._replace(first=place.first - 2), number._replace(value=lower, high=number.value)


def _scaled(place: Place) -> bool:
    return place.line[place.last - 1].text in _SCALES or (
        place.reading.kind == "money" and any(token.text in _SCALES for token in place.line[place.first : place.last])
    )


def _ends(place: Place) -> bool:
    """Whether no noun stands after a number."""
    after = place.line[place.last]
    if after.text == "de" and place.word(place.last + 1) in ("plus", "moins"):
        return True  # "soit 9 millions de plus"
    if after.text in ("de", "d", "of", "%", "-"):
        return False
    return after.kind != "word" or after.text in _AFTER
