"""Money: prices (what one pays for one thing or one period) and all other amounts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from quiz.derive.document import Scene
from quiz.derive.fact import Fact, Span
from quiz.derive.values.ends import parted
from quiz.derive.values.facts import fact
from quiz.derive.values.place import Place, places
from quiz.derive.values.pricing import is_price
from quiz.derive.values.subject import subject
from quiz.language.digits import plain
from quiz.language.money import Money
from quiz.language.tokens import bag

#: How many times more or less another sum of a sentence may be and still be a price as the one before it.
_ALIKE: Final = 20
_ONE: Final = bag("un une a one the le")


def money(scene: Scene) -> Iterator[Fact]:
    """Every sum of money with its currency, bound, range and rate."""
    sentence: Span | None = None
    last = Money(0, None)  # type: ignore[arg-type]
    for whole in places(scene, "money"):
        for place in parted(whole):
            read: Money = place.reading.value
            if _saying(place, read):
                continue
            alike = sentence == place.sentence and last.currency == read.currency
            alike = alike and (
                last.rate == read.rate != "" or last.amount / _ALIKE < read.amount < last.amount * _ALIKE
            )
            price = is_price(place, after_price=alike)
            sentence, last = (place.sentence, read) if price else (None, read)
            found = fact(scene, place, "price" if price else "amount", plain(read.amount))
            about = subject(place)
            yield replace(
                found,
                currency=read.currency or "",
                bound=read.bound,
                high=plain(read.high) if read.high is not None else "",
                rate=read.rate,
                subject=place.passage.words(about) if about else "",
                subject_at=about,
            )


def _saying(place: Place, read: Money) -> bool:
    """Whether one cent is as much as nothing: *pas un centime*, *every last penny*."""
    words = [token.text for token in place.line[place.first : place.last]]
    return read.amount < 1 and words[0] in _ONE and len(words) == 2 and not read.rate
