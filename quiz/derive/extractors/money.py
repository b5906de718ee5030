"""Money: prices (what one pays for one thing or one period) and all other amounts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quiz.derive.document import Scene
from quiz.derive.fact import Fact
from quiz.derive.values.ends import parted
from quiz.derive.values.facts import fact
from quiz.derive.values.place import places
from quiz.derive.values.pricing import is_price
from quiz.derive.values.subject import subject
from quiz.language.digits import plain
from quiz.language.money import Money


def money(scene: Scene) -> Iterator[Fact]:
    """Every sum of money with its currency, bound, range and rate."""
    for whole in places(scene, "money"):
        for place in parted(whole):
            read: Money = place.reading.value
            price = is_price(place)
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
