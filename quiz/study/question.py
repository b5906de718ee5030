"""A card as it is put to the learner: its words, its options in their order, the circumstances for the grader."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from hashlib import blake2b
from typing import Final

from quiz.answers import cloze
from quiz.answers.verdict import Asked, Other
from quiz.deck.card import Card, Source
from quiz.language.text import plain, words

_YEAR_WORDS: Final = frozenset({"year", "annee"})
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_DIGIT: Final = re.compile(r"\d")


def question_shown(card: Card) -> str:
    """The question as it is asked; a cloze as `gapped`."""
    return gapped(card.answer.text) if card.answer.kind == "cloze" else card.question


def gapped(sentence: str) -> str:
    """A cloze as it is asked: a gap is `[…]`, or `[its hint]`; of several each has its number, `[2: …]`.

    Needs no reader: it is on the way to the first question.
    """
    found = cloze.gaps(sentence)
    told: list[str] = []
    at = 0
    for number, gap in enumerate(found, 1):
        said = gap.hint or "…"
        told += (sentence[at : gap.start], f"[{number}: {said}]" if len(found) > 1 else f"[{said}]")
        at = gap.end
    return "".join((*told, sentence[at:]))


def options_shown(card: Card, seed: str) -> tuple[str, ...]:
    """The options of a choice, the right one among them: numbers and dates in their order, others by the seed.

    The same card and the same seed give the same order, so that the face and the grader speak of the same letters.
    """
    if card.answer.kind != "choice":
        return ()
    options = card.answer.options
    if plain(card.answer.text) not in map(plain, options):
        options = (*options, card.answer.text)
    ordered = _in_order(options, card.language)
    if ordered:
        return ordered

    def chance(option: str) -> bytes:
        return blake2b(
            f"{seed}\x00{card.identity}\x00{option}".encode("utf-8", "surrogatepass"), digest_size=8
        ).digest()

    return tuple(sorted(options, key=lambda option: (chance(option), option)))


def asked(card: Card, seed: str, others: tuple[Other, ...], sources: Mapping[str, Source]) -> Asked:
    """What the grader has to know besides the answer. `sources` are those of the card's deck."""
    keys = dict.fromkeys([*(evidence.source for evidence in card.evidence), *card.sources])
    published = next((sources[key].published for key in keys if key in sources and sources[key].published), "")
    return Asked(
        language=card.language,
        question=question_shown(card),
        others=others,
        implied_year=_implied_year(card, published),
        shown_options=options_shown(card, seed),
        reference=published,
        card=card.identity,
        former=card.former,
    )


def _implied_year(card: Card, published: str) -> int | None:
    """The year that may be left out: the answer's if its evidence has none, else that in which its source appeared.

    A question that asks for the year by name wants it.
    """
    if card.answer.kind != "date" or not _YEAR_WORDS.isdisjoint(words(card.question)):
        return None
    written = _YEAR.search(card.answer.text)
    if written is not None:
        proofs = [evidence.words for evidence in card.evidence if evidence.words]
        implied = bool(proofs) and not any(_YEAR.search(proof) for proof in proofs)
        return int(written[0]) if implied else None
    dated = _YEAR.match(published)
    return int(dated[0]) if dated is not None else None


def _in_order(options: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Options that are all dates, or all amounts of one thing, from the least to the greatest; () for others."""
    if not all(_DIGIT.search(option) for option in options):
        return ()
    # Readers are loaded for options with figures only: most choices are made of words.
    from quiz.language import dates, money, numbers

    days = [readings[0].value for option in options if (readings := dates.parse(option, language))]
    if len(days) == len(options):
        keys = [(day.year or day.decade or 0, day.month or 0, day.day or 0, place) for place, day in enumerate(days)]
        return tuple(options[key[-1]] for key in sorted(keys))
    counts = [found[0].value for option in options if (found := numbers.parse(option, language))]
    if len(counts) == len(options) and len({(count.unit, count.rate) for count in counts}) == 1:
        return _by([count.value for count in counts], options)
    sums = [said[0].value for option in options if (said := money.parse(option, language))]
    if len(sums) == len(options) and len({(one.currency, one.rate) for one in sums}) == 1:
        return _by([one.amount for one in sums], options)
    return ()


def _by(values: list[Fraction], options: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(options[place] for _, place in sorted(zip(values, range(len(options)), strict=True)))
