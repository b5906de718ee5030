"""Counts: how many there are of what a noun names, and measures."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import replace
from typing import Final

from quiz.derive.document import Scene
from quiz.derive.fact import Fact, Span
from quiz.derive.values.ends import parted
from quiz.derive.values.facts import fact
from quiz.derive.values.nouns import counted
from quiz.derive.values.place import Place, places
from quiz.language.digits import plain, read_digits
from quiz.language.measures import measure, measure_at
from quiz.language.number_context import FUNCTION_WORDS
from quiz.language.number_grammar import Number
from quiz.language.text import fold
from quiz.language.tokens import bag

#: Words before figures that name and do not count, beyond those that the reader knows.
_NAMING: Final = bag("""top big g f l u under match minute mile formule formula loto keno bac terminale cm ce p
    departementale nationale rn rd nationales departementales""")
#: Verbs that may follow a number whose noun is left out.
_VERBS: Final = bag("ont sont etaient avaient seront auront have had were are will would")
_LEADS: Final = bag("dont contre jusqu up was is est needs fact autres")
_AGAINST: Final = bag("contre against versus")
#: Of two, in words, one speaks as of a pair.
_PAIR: Final = 2
#: What makes a share of the number before it: *sept sur dix*.
_FEW: Final = bag("trois quatre cinq six sept huit neuf dix three four five six seven eight nine ten 3 4 5 6 7 8 9 10")
_ROUGH: Final = bag("dizaine douzaine centaine aine")
_ONES: Final = bag("un une one")
_NEAR_ONE: Final = 4
#: Up to so many, "ten or eleven" is as much as "some".
_FEWEST: Final = 20
_IDIOMS: Final = frozenset(
    {("quatre", "pattes"), ("quatre", "coins"), ("quatre", "epingles"), ("quatre", "vents"), ("quatre", "yeux"),
     ("mille", "feux"), ("mille", "morceaux"), ("mille", "mercis"), ("seven", "seas"), ("three", "cheers"),
     ("four", "corners"), ("four", "letters"), ("six", "feet")}
)  # fmt: skip
_OPENING: Final = frozenset('«“"‘')
_CLOSING: Final = frozenset("»”\"’'")
#: Words and letters after which figures are part of a time or a label.
_NOT_BARE: Final = bag("h heures heure no n numero number room page")
#: After a sum a bare number goes on from it.
_MONEY: Final = bag("€ $ £ ¥ ¢ euro euros dollar dollars pound pounds franc francs yen yuan roupies rupees pesos")
#: The least number whose noun may be left to the sentence before.
_BARE: Final = 10


def counts(scene: Scene) -> Iterator[Fact]:
    """Every count with its noun as `unit`, and every measure with its unit.

    A noun may be left out where the same sentence or the one before has counted: *700 postes, dont 260 en France*.
    """
    last: Fact | None = None
    measured: Fact | None = None
    for whole in places(scene, "number"):
        for place in parted(whole):
            number = place.reading.value
            if place.word(place.first - 1) in _NAMING:
                continue
            if number.fraction:
                last = yield from _part_and_whole(scene, place, last)
                continue
            high = plain(number.high) if number.high is not None else ""
            if number.unit and measure(number.unit) is not None:
                if place.line[place.first].text in _ONES:
                    continue  # "not an inch"
                found = fact(scene, place, "count", plain(number.value))
                measured = replace(found, unit=_unit(place), bound=number.bound, high=high, rate=number.rate)
                yield measured
                continue
            if place.line[place.first].kind == "word" and (_rough(place) or number.value <= _PAIR):
                continue
            noun = counted(place, place.passage.language)
            if noun is not None:
                if _share(place, noun.last) or _title(place, noun.last) or _either(place) or _idiom(place, noun.unit):
                    continue
                found = fact(scene, place, "count", plain(number.value), last=noun.last)
                last = replace(found, unit=noun.unit, bound=number.bound, high=high)
                yield last
            elif last is not None and _left_out(place, last):
                found = fact(scene, place, "count", plain(number.value))
                last = replace(found, unit=last.unit, bound=number.bound, high=high)
                yield last
            elif measured is not None and _against(place, measured):
                found = fact(scene, place, "count", plain(number.value))
                yield replace(found, unit=measured.unit, bound=number.bound, high=high, rate=measured.rate)


def _part_and_whole(scene: Scene, place: Place, last: Fact | None) -> Generator[Fact, None, Fact | None]:
    """Both counts of *95 of its 540 branches*, where they are in figures; a share of less is a fraction."""
    figures = [at for at in range(place.first, place.last) if place.line[at].kind == "digits"]
    if len(figures) != 2 or place.line[figures[0] + 1].text not in ("of", "des", "out"):
        return last
    part, whole = (read_digits(place.line[at].text, place.passage.language)[0] for at in figures)
    end = place._replace(reading=place.reading._replace(value=Number(whole)), first=figures[1])
    noun = counted(end, place.passage.language)
    if noun is None or whole < _BARE:
        return last
    found = fact(scene, place, "count", plain(part), last=figures[0] + 1)
    yield replace(found, unit=noun.unit)
    found = replace(fact(scene, end, "count", plain(whole), last=noun.last), unit=noun.unit)
    yield found
    return found


def _share(place: Place, last: int) -> bool:
    """Whether it is a part of so many: *sept éleveurs sur dix*, *one user in five*."""
    if place.reading.value.value > _BARE:
        return False
    after, before = place.word(last), place.before(_NEAR_ONE)
    under = place.word(last + 2 if after == "out" else last + 1)
    if after in ("sur", "in", "out") and under in _FEW:
        return True
    return before[:1] in (["in"], ["sur"]) and not _ONES.isdisjoint(before)


def _either(place: Place) -> bool:
    """Whether a small number is one of two between which nobody chose: *two or three*, *11 ou 12*."""
    return place.word(place.first - 1) in ("ou", "or") and place.reading.value.value <= _FEWEST


def _idiom(place: Place, unit: str) -> bool:
    """Whether nothing is counted: *à quatre pattes*, *aux quatre coins*, *tiré à quatre épingles*."""
    return (place.line[place.first].text, fold(unit)) in _IDIOMS


def _title(place: Place, last: int) -> bool:
    """Whether the whole stands between quotation marks, as titles do."""
    return place.word(place.first - 1) in _OPENING and place.word(last) in _CLOSING


def _left_out(place: Place, last: Fact) -> bool:
    """Whether a bare number counts what was counted last, in its sentence or the one before."""
    line, after = place.line, place.line[place.last]
    if last.paragraph != place.passage.number or place.reading.value.value < _BARE or not _near(place, last.sentence):
        return False
    before = line[place.first - 1]
    if before.text in _NOT_BARE or before.kind == "digits" or (before.kind == "word" and not _leads(before.text)):
        return False
    if line[place.first].kind != "digits" or (after.kind == "word" and after.text not in FUNCTION_WORDS | _VERBS):
        return False
    if place.word(place.last + 1) in ("board", "bord"):
        return False  # "with 239 on board": people, whatever was counted before
    if any(line[at].text in _MONEY for at in range(place.begins, place.first) if _follows(place, at, last)):
        return False
    return after.kind == "word" or after.text in (",", ".", ";", ")")


def _against(place: Place, last: Fact) -> bool:
    """Whether a bare number is set against a measure of its sentence: *212 tonnes de carbone, contre 154*."""
    after = place.line[place.last]
    bare = after.kind != "word" or after.text in FUNCTION_WORDS
    return (
        bare
        and last.sentence == place.sentence
        and place.word(place.first - 1) in _AGAINST
        and place.line[place.first].kind == "digits"
        and after.text not in ("%", "-")
        and not any(
            place.line[at].text in _MONEY for at in range(place.begins, place.first) if _follows(place, at, last)
        )
    )


def _follows(place: Place, at: int, last: Fact) -> bool:
    """Whether a token stands after a fact."""
    return place.passage.start + place.line[at].start >= last.end


def _leads(word: str) -> bool:
    """Whether a word may stand before a number whose noun is left out: no noun does, which would be named by it."""
    return word in FUNCTION_WORDS or word in _VERBS or word.endswith("ed") or word in _LEADS


def _near(place: Place, sentence: Span) -> bool:
    """Whether a sentence is that of the place, or ends where it begins."""
    return sentence == place.sentence or 0 <= place.sentence.start - sentence.end <= 2


def _rough(place: Place) -> bool:
    """Whether a number in words is rough in itself: une dizaine, une centaine."""
    return any(
        token.text.endswith(("ieres", "millier")) or token.text in _ROUGH
        for token in place.line[place.first : place.last]
    )


def _unit(place: Place) -> str:
    """The unit of a measure as it is written."""
    for at in range(place.first + 1, place.last):
        found = measure_at(place.line, at)
        if found is not None and found[1] == place.last:
            return place.written(at, place.last)
    return place.written(place.last - 1, place.last)
