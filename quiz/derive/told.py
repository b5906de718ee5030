"""The same fact told twice is one fact with two places; the same thing with two values is a contradiction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from quiz.derive.document import Document
from quiz.derive.fact import Fact, Span
from quiz.language import quotes
from quiz.language.pattern import pattern
from quiz.language.text import fold, word_set

#: Words that two sentences may share without being about one thing.
_COMMON: Final = word_set(
    "les des une aux par pour sur sous dans avec sans que qui quoi dont mais est sont ete etait etaient sera seront "
    "ont avait avaient aura auront plus moins tres bien deux trois cette ces ses son leur leurs nos notre vos entre "
    "apres avant depuis selon aussi ainsi comme tout tous toute toutes lors meme autre autres encore deja fait "
    "faire peut elle elles ils lui nous vous cela ceci the and for with from that this these those was were are has "
    "have had been will would can could not its his her their our your who which what when where than then also "
    "more most some such other into over under after before since about between during while but all any said says "
    "told according million millions billion billions milliard milliards euros dollars pounds livres cent percent "
    "year years ans annee annees"
)
_WORD: Final = pattern(r"[^\W\d_]{3,}")
#: Longer words are compared by their beginning: "licencie", "licenciements".
_STEM: Final = 6
#: How much of the shorter sentence two sentences share when they tell one thing.
_ALIKE: Final = 0.5
_LIKE_ENOUGH_TO_CONTRADICT: Final = 0.6
#: Fewer words in common prove nothing.
_FEWEST: Final = 3
#: A word that stands in more sentences than this says nothing of what they tell.
_FREQUENT: Final = 60
#: So many of the facts that have one word in common are compared: in a long text the last of them.
_RECENT: Final = 40


@dataclass(frozen=True, slots=True)
class Told:
    """A fact at its best place, and the other places where it is told."""

    fact: Fact
    others: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two facts that say different values of what seems to be one thing."""

    one: Fact
    other: Fact


@dataclass(frozen=True, slots=True)
class Merged:
    """What some articles say between them, in the order in which it is first told."""

    told: tuple[Told, ...]
    contradictions: tuple[Contradiction, ...]


def merged(facts: Sequence[Fact], documents: Mapping[str, Document]) -> Merged:
    """Facts of one or more articles (`documents` by their keys), each thing once."""
    contexts = [_context(fact, documents[fact.article]) for fact in facts]
    groups = _groups(facts, contexts)
    told = tuple(_best([facts[at] for at in group]) for group in groups)
    # The line below a post says when it was sent: two posts, two days.
    comparable = [documents[fact.article].passage_at(fact.start).part != "attribution" for fact in facts]
    return Merged(told, tuple(_contradictions(facts, contexts, groups, comparable)))


# --- the same ---------------------------------------------------------------------------------------------------------


def _groups(facts: Sequence[Fact], contexts: Sequence[frozenset[str]]) -> list[list[int]]:
    where: dict[tuple[object, ...], list[int]] = defaultdict(list)
    group_of: dict[int, int] = {}
    groups: list[list[int]] = []
    for at, fact in enumerate(facts):
        signs = [(*_key(fact), sign) for sign in _signs(fact, contexts[at])]
        near = sorted({other for sign in signs for other in where[sign][-_RECENT:]})
        same = (group_of[one] for one in near if _same(fact, facts[one], contexts[at], contexts[one]))
        number = min(same, default=len(groups))
        if number == len(groups):
            groups.append([])
        groups[number].append(at)
        group_of[at] = number
        for sign in signs:
            where[sign].append(at)
    return groups


def _signs(fact: Fact, context: frozenset[str]) -> Iterable[object]:
    """Of which two tellings of one fact have one in common at least: only such facts are compared."""
    if fact.kind == "quote":
        said = quotes.words(fact.surface)
        yield from {said[at : at + 4] for at in range(len(said) - 3)} if len(said) > 4 else (said,)
    elif fact.kind == "role":
        yield fold(fact.subject)
    else:
        yield from context
        if fact.subject:
            yield ("subject", fold(fact.subject))


def _key(fact: Fact) -> tuple[str, ...]:
    """What two tellings of one fact surely have in common."""
    if fact.kind in ("quote", "reported"):
        return (fact.kind,)
    if fact.kind == "role":
        return (fact.kind, fold(fact.value))
    kind = "money" if fact.kind in ("price", "amount") else fact.kind
    return (kind, fact.value, fact.high, fact.currency, fact.rate)


def _same(one: Fact, other: Fact, context: frozenset[str], beside: frozenset[str]) -> bool:
    if one.kind == "quote":
        return _same_words(one, other) and _same_speaker(one, other)
    if one.kind == "reported":
        return _same_speaker(one, other) and _shared(context, beside) >= _ALIKE
    if one.kind == "role":
        return fold(one.subject) == fold(other.subject) and one.unit == other.unit
    if one.subject and other.subject and fold(one.subject) == fold(other.subject):
        return True
    if one.kind == "count" and fold(one.unit) != fold(other.unit):
        return False
    return _shared(context, beside) >= _ALIKE


def _same_words(one: Fact, other: Fact) -> bool:
    first, second = sorted((quotes.words(one.surface), quotes.words(other.surface)), key=len)
    if first == second:
        return True
    width = len(first)
    return width >= 4 and any(second[at : at + width] == first for at in range(len(second) - width + 1))


def _same_speaker(one: Fact, other: Fact) -> bool:
    return not one.speaker or not other.speaker or fold(one.speaker) == fold(other.speaker)


def _best(facts: list[Fact]) -> Told:
    """The place to ask from: in the body rather than a summary, vouched for, with its speaker, in full."""
    best = min(
        facts,
        key=lambda fact: (
            fact.summary,
            fact.hedged,
            fact.kind in ("quote", "reported") and not fact.speaker,
            fact.implied or fact.relative,
            fact.start - fact.end if fact.kind == "quote" else 0,
        ),
    )
    return Told(best, tuple(fact for fact in facts if fact is not best))


# --- two values of one thing ------------------------------------------------------------------------------------------


def _contradictions(
    facts: Sequence[Fact],
    contexts: Sequence[frozenset[str]],
    groups: Iterable[list[int]],
    comparable: Sequence[bool],
) -> Iterable[Contradiction]:
    group_of = {at: number for number, group in enumerate(groups) for at in group}
    by_sentence: dict[tuple[str, Span], list[Fact]] = defaultdict(list)
    for fact in facts:
        by_sentence[fact.article, fact.sentence].append(fact)
    told: set[tuple[int, int]] = set()
    for one, other in _near(facts, contexts):
        pair = (group_of[one], group_of[other])
        if comparable[one] and comparable[other] and pair[0] != pair[1] and pair not in told and pair[::-1] not in told:
            first, second = facts[one], facts[other]
            if _contradict(first, second, contexts[one], contexts[other], by_sentence):
                told.add(pair)
                yield Contradiction(first, second)


def _near(facts: Sequence[Fact], contexts: Sequence[frozenset[str]]) -> Iterable[tuple[int, int]]:
    """Pairs of values of one kind and unit whose sentences share enough words to be compared."""
    where: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, fact in enumerate(facts):
        if fact.kind in ("price", "amount", "count", "percent", "duration", "date") and not fact.relative:
            kind = "money" if fact.kind in ("price", "amount") else fact.kind
            for word in contexts[at]:
                where[kind, fact.currency, fact.rate, word].append(at)
    common: dict[tuple[int, int], int] = defaultdict(int)
    for places in where.values():
        if len(places) <= _FREQUENT:
            for position, first in enumerate(places):
                for second in places[position + 1 :]:
                    common[first, second] += 1
    return (pair for pair, count in sorted(common.items()) if count >= _FEWEST)


def _contradict(
    one: Fact,
    other: Fact,
    context: frozenset[str],
    beside: frozenset[str],
    by_sentence: Mapping[tuple[str, Span], Sequence[Fact]],
) -> bool:
    if one.value == other.value or (one.article, one.sentence) == (other.article, other.sentence):
        return False
    if one.bound != other.bound or one.high or other.high or one.implied != other.implied:
        return False
    if one.kind == "count" and fold(one.unit) != fold(other.unit):
        return False
    if one.kind == "date" and len(one.value) != len(other.value):
        return False
    if one.subject and other.subject and not set(_words(one.subject)) & set(_words(other.subject)):
        return False
    if _shared(context, beside) < _LIKE_ENOUGH_TO_CONTRADICT:
        return False
    return _alone(one, other, by_sentence[one.article, one.sentence], by_sentence[other.article, other.sentence])


def _alone(one: Fact, other: Fact, around: Sequence[Fact], beside: Sequence[Fact]) -> bool:
    """Whether nothing else in the two sentences tells the values apart: another year, another amount."""
    kinds = {fact.kind for fact in (*around, *beside)} - {"quote", "reported", "role"}
    for kind in kinds:
        values = {fact.value for fact in around if fact.kind == kind and fact is not one}
        others = {fact.value for fact in beside if fact.kind == kind and fact is not other}
        if kind == one.kind and (one.value in others or other.value in values):
            return False
        if values and others and not values & others:
            return False
    return True


# --- what a sentence is about -----------------------------------------------------------------------------------------


def _context(fact: Fact, document: Document) -> frozenset[str]:
    """The words of the fact's sentence that say what it is about, without the value's own, by their beginnings."""
    if fact.kind == "reported":
        return frozenset(_words(fact.surface))
    span = fact.sentence
    around = document.words(Span(span.start, max(span.start, fact.start)))
    behind = document.words(Span(min(fact.end, span.end - 1), span.end)) if fact.end < span.end else ""
    return frozenset(_words(f"{around} {behind}"))


def _words(text: str) -> Iterable[str]:
    return (word[:_STEM] for word in _WORD.findall(fold(text)) if word not in _COMMON)


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter is in the longer; 0 where too little is: two words count where there are no others."""
    common = len(one & other)
    fewest = min(_FEWEST, max(2, len(one)), max(2, len(other)))
    return common / min(len(one), len(other)) if common >= fewest else 0.0
