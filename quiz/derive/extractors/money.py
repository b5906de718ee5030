"""Money: prices (what one pays for one thing or one period) and all other amounts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Final

from quiz.derive.document import Scene
from quiz.derive.fact import Fact, Span
from quiz.derive.values.elliptic import Sums
from quiz.derive.values.ends import parted
from quiz.derive.values.facts import fact
from quiz.derive.values.place import Place, places
from quiz.derive.values.pricing import is_price
from quiz.derive.values.subject import subject
from quiz.language.currencies import family_of
from quiz.language.digits import plain
from quiz.language.money import Money, currency_of
from quiz.language.tokens import bag, said_in

#: How many times more or less another sum of a sentence may be and still be a price as the one before it.
_ALIKE: Final = 20
#: Nouns of money that so many countries share that none of them is meant where none is named.
_ANYWHERE: Final = bag("peso rupee crown dinar dirham rial rouble")
#: The year from which France has no francs.
_EURO: Final = "2002"
#: In an article of fewer paragraphs one that names a country is enough.
_SHORT: Final = 8
_ONE: Final = bag("un une a one the le")


def money(scene: Scene) -> Iterator[Fact]:
    """Every sum of money with its currency, bound, range and rate."""
    sentence: Span | None = None
    last = Money(Fraction(0), None)
    owners = _Owners(scene)
    sums = Sums(scene)
    for told in places(scene, "money", "number"):
        whole = told if told.reading.kind == "money" else sums.read(told)
        if whole is None:
            continue
        sums.tell(whole)
        for place in parted(whole):
            read: Money = place.reading.value
            if _saying(place, read):
                continue
            if "assumed-currency" in place.reading.notes:
                read = read._replace(currency=owners.currency(place, read))
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


class _Owners:
    """Whose dollars, francs and rupees an article means where it says no more than that."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._known: dict[str, str] = {}

    def currency(self, place: Place, read: Money) -> str:
        """The currency of a sum whose noun others share: that of the place named beside it, or elsewhere in the
        article; "" where it may be that of many countries (*pesos*) and none is named.
        """
        if read.family not in self._known:
            self._known[read.family] = self._named(read.family) or self._placed(read.family)
        if read.family == "franc":
            return self._known["franc"] if self._old(place) and self._known["franc"] else self._franc(place)
        here = currency_of(read.family, said_in(place.passage.text))
        unknown = "" if read.family in _ANYWHERE else read.currency or ""
        return here or self._known[read.family] or unknown

    def _franc(self, place: Place) -> str:
        """Which franc: the French one is of days before the euro."""
        codes = {one for one in (currency_of("franc", said_in(place.passage.text)), self._known["franc"]) if one}
        if self._old(place):
            return codes.pop() if len(codes) == 1 else "FRF"
        return (codes - {"FRF"}).pop() if codes - {"FRF"} else "CHF"

    def _old(self, place: Place) -> bool:
        """Whether a sum may be of days before the euro: so the article is, or a year of its sentence."""
        published = self._scene.document.published
        if published[:4] and published[:4] < _EURO:
            return True
        years = (token.text for token in place.line[place.begins : place.ends] if token.kind == "digits")
        return any(len(year) == len(_EURO) and "1300" < year < _EURO for year in years)

    def _named(self, family: str) -> str:
        codes = Counter(
            one.value.currency or ""
            for one in self._scene.readings
            if one.kind == "money"
            and (not one.value.family or (family == "cent" != one.value.family))
            and family in family_of(one.value.currency or "")
        )
        (code, most), (_, second) = [*codes.most_common(2), ("", 0), ("", 0)][:2]
        # Cents are those of the sums that the article speaks in; of dollars nothing can be told where two are named.
        return code if not second or (family == "cent" and most > second) else ""

    def _placed(self, family: str) -> str:
        found: Counter[str] = Counter()
        for passage in self._scene.document.passages:
            if passage.telling and (code := currency_of(family, said_in(passage.text))):
                found[code] += 1 + (passage.part == "lead")
        (code, most), (_, second) = [*found.most_common(2), ("", 0), ("", 0)][:2]
        once = len(self._scene.document.passages) < _SHORT or (code == "CAD" and self._canadian())
        return code if most > second and (most > 1 or once) else ""

    def _canadian(self) -> bool:
        """Whether sums are written as French Canada writes them, the sign behind the figure: *86,50 $*."""
        document = self._scene.document
        signs = [document.article.text[it.end - 1] for it in self._scene.readings if it.kind == "money"]
        return document.language == "fr" and "$" in signs


def _saying(place: Place, read: Money) -> bool:
    """Whether one cent is as much as nothing: *pas un centime*, *every last penny*."""
    words = [token.text for token in place.line[place.first : place.last]]
    return read.amount < 1 and words[0] in _ONE and len(words) == 2 and not read.rate
