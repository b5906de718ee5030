"""Which card that came is which card that left: by the question, the answer, and the place.

Surely: the same question, in the same deck or file, or anywhere with the same answer; nearly the same question in the
same deck or file, with the same answer, numbers and names. And no other card comes near. Perhaps: less than that; or
nearly the same elsewhere, with the same answer and numbers. A deck to which other cards of a deck surely went at the
same time is like that deck itself; and a card found elsewhere is unsure where one much like it came at home.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain, islice
from typing import Final, NamedTuple

from quiz.deck.identity import normalised
from quiz.language.text import edits, plain

#: From this likeness on (2 × letters in common / letters of both), two questions with one answer are surely one card.
SURE: Final = 0.75
#: From this one on they are perhaps one card; so are questions this much alike plus half of what is missing to 1.
PERHAPS: Final = 0.6
#: A second card that is less than this behind the best makes the best unsure.
NEAR: Final = 0.1
#: A card with so many others behind it is like any of its deck, and so like none.
MANY_RIVALS: Final = 3
#: No more pairs than these are compared; where there are more, only cards with the same answer.
MANY_PAIRS: Final = 10_000

_WORD: Final = re.compile(r"\w+")
_NAME: Final = re.compile(r"(?<!^)(?<![.:?!«“\"] )(?<![«“\"])\b[A-ZÀ-Þ]\w*")


class Side(NamedTuple):
    """A card that left, or one that came: where it stood, and what it said, folded for comparison too."""

    identity: str
    deck: str
    path: str
    question: str
    answer: str
    same: str
    folded: str


class Pair(NamedTuple):
    """Two sides that may be one card, and how alike their questions are.

    `together`: other cards of the old one's deck went to the deck of the new one at the same time.
    """

    likeness: float
    old: Side
    new: Side
    together: bool = False

    @property
    def same_answer(self) -> bool:
        """Whether both have one answer."""
        return self.old.answer == self.new.answer

    @property
    def sure(self) -> bool:
        """Whether they are one card, if no other comes near."""
        return self.likeness == 1 or ((self.together or at_home(self.old, self.new)) and self._near())

    @property
    def perhaps(self) -> bool:
        """Whether they may be one card."""
        if not at_home(self.old, self.new):
            return self._near()
        return self.likeness >= (PERHAPS if self.same_answer else (1 + PERHAPS) / 2)

    def _near(self) -> bool:
        """Whether they ask nearly the same, and nothing else is the answer, nor another number or name asked about."""
        if self.likeness < SURE or not self.same_answer or _digits(self.old.folded) != _digits(self.new.folded):
            return False
        before, after = _names(self.old.question), _names(self.new.question)
        return _among(before, after) or _among(after, before)


def side(identity: str, deck: str, path: str, question: str, answer: str) -> Side:
    """A side; `answer` is its text and items, joined."""
    return Side(identity, deck, path, question, plain(answer), normalised(question), plain(question))


def matches(left: Sequence[Side], came: Sequence[Side]) -> Iterator[tuple[Pair, bool]]:
    """Pairs that are one card, surely or perhaps. Who is surely one card is in no other pair."""
    exact = [*_exact(left, came)]
    news = {pair.new.identity for pair in exact}
    rest = [one for one in came if one.identity not in news]
    torn = _torn(exact, rest)
    yield from ((pair, pair.old.identity not in torn) for pair in exact)
    yield from ((pair, False) for pair in torn.values())
    olds = {pair.old.identity for pair in exact}
    news = {pair.new.identity for pair in torn.values()}
    left = [one for one in left if one.identity not in olds]
    rest = [one for one in rest if one.identity not in news]
    together = {(pair.old.deck, pair.new.deck) for pair in exact}
    if left and rest:
        yield from _near(left, rest, together)


def alike(old: Side, others: Iterable[Side]) -> list[Side]:
    """Those of the others, at home, that perhaps ask the same and have the same answer; none where many do."""
    matcher = SequenceMatcher(None, "", old.folded, autojunk=False)
    same = (one for one in others if one.answer == old.answer and at_home(old, one))
    found = [one for one in same if Pair(_likeness(matcher, old, one), old, one).perhaps]
    return found if len(found) <= MANY_RIVALS else []


def at_home(old: Side, new: Side) -> bool:
    """Whether two cards stand in one deck, or in one file."""
    return old.deck == new.deck or old.path == new.path


def _torn(exact: Iterable[Pair], came: Iterable[Side]) -> dict[str, Pair]:
    """For cards that were found elsewhere, the one at home that is as likely the same, in other words."""
    by_answer: dict[str, list[Side]] = {}
    for one in came:
        by_answer.setdefault(one.answer, []).append(one)
    torn = {}
    for pair in exact if by_answer else ():
        if at_home(pair.old, pair.new):
            continue
        matcher = SequenceMatcher(None, "", pair.old.folded, autojunk=False)
        for new in by_answer.get(pair.old.answer, ())[:MANY_RIVALS]:
            other = Pair(_likeness(matcher, pair.old, new), pair.old, new)
            if at_home(pair.old, new) and other.perhaps:
                torn[pair.old.identity] = other
    return torn


def _exact(left: Iterable[Side], came: Sequence[Side]) -> Iterator[Pair]:
    """The pairs with one question that has no other taker: first within a deck or file, then anywhere."""
    questions: dict[str, list[Side]] = {}
    for one in left:
        questions.setdefault(one.same, []).append(one)
    takers: dict[str, list[Side]] = {}
    for one in came:
        if one.same in questions:
            takers.setdefault(one.same, []).append(one)
    for same, found_there in takers.items():
        olds, news = questions[same], found_there
        for near in (True, False):
            pairs = [
                Pair(1.0, old, new)
                for old in olds
                for new in news
                if (at_home(old, new) if near else old.answer == new.answer)
            ]
            found = [pair for pair in pairs if _alone(pair, pairs)]
            yield from found
            olds = [one for one in olds if all(one is not pair.old for pair in found)]
            news = [one for one in news if all(one is not pair.new for pair in found)]


def _alone(pair: Pair, pairs: Iterable[Pair]) -> bool:
    """Whether neither card has another to go with; the same answer goes before another one."""
    rivals = [one for one in pairs if one is not pair and (one.old is pair.old or one.new is pair.new)]
    return not rivals or (pair.same_answer and not any(one.same_answer for one in rivals))


def _near(
    left: Sequence[Side], came: Sequence[Side], together: Collection[tuple[str, str]]
) -> Iterator[tuple[Pair, bool]]:
    """The likest pairs first; sure where no rival comes near, else with the rivals for the card that left.

    Where many come near, as in a deck of one question for a hundred countries, none is meant.
    """
    pairs = sorted(_pairs(left, came, together), key=lambda pair: (-pair.likeness, not pair.same_answer))
    sharing: dict[str, list[Pair]] = {}
    for pair in pairs:
        sharing.setdefault(pair.old.identity, []).append(pair)
        sharing.setdefault(pair.new.identity, []).append(pair)
    taken: set[str] = set()
    for pair in pairs:
        if pair.old.identity in taken or pair.new.identity in taken:
            continue
        near = (
            other
            for other in chain(sharing[pair.old.identity], sharing[pair.new.identity])
            if other is not pair and other.likeness > pair.likeness - NEAR and other.same_answer >= pair.same_answer
        )
        rivals = list(islice(near, MANY_RIVALS))
        if len(rivals) >= MANY_RIVALS:
            continue
        yield pair, pair.sure and not rivals
        yield from ((other, False) for other in rivals if other.old is pair.old and other.new.identity not in taken)
        taken |= {pair.old.identity, pair.new.identity}


def _pairs(left: Sequence[Side], came: Sequence[Side], together: Collection[tuple[str, str]]) -> Iterator[Pair]:
    few = len(left) * len(came) <= MANY_PAIRS
    least = max(1, MANY_PAIRS // len(left))
    by_answer: dict[str, list[Side]] = {}
    for one in came:
        by_answer.setdefault(one.answer, []).append(one)
    for old in left:
        matcher = SequenceMatcher(None, "", old.folded, autojunk=False)
        for new in came if few else by_answer.get(old.answer, ())[:least]:
            if not at_home(old, new):
                if old.answer != new.answer:
                    continue
                if old.same == new.same:  # of which there are several
                    yield Pair(1.0, old, new)
                    continue
            pair = Pair(_likeness(matcher, old, new), old, new, (old.deck, new.deck) in together)
            if pair.perhaps:
                yield pair


def _likeness(matcher: SequenceMatcher[str], old: Side, new: Side) -> float:
    """How alike two questions are.

    Those of one answer and the same words in another order are perhaps one, or where one has all words of the other.
    """
    matcher.set_seq1(new.folded)
    alike = 0.0
    if matcher.real_quick_ratio() >= PERHAPS and matcher.quick_ratio() >= PERHAPS:
        alike = matcher.ratio()
    if alike < PERHAPS and old.answer == new.answer:
        words, others = set(_WORD.findall(old.folded)), set(_WORD.findall(new.folded))
        both = len(words & others)
        if 2 * both >= PERHAPS * (len(words) + len(others)) or 0 < min(len(words), len(others)) == both:
            return PERHAPS
    return alike


def _names(question: str) -> set[str]:
    """The words of a question with a capital, but for those that begin a sentence."""
    return {plain(match[0]) for match in _NAME.finditer(question)}


def _among(some: Iterable[str], others: Collection[str]) -> bool:
    """Whether each of these names is one of the others, perhaps misspelt in one of the two."""
    return all(any(edits(one, other) <= min(2, len(one) // 3) for other in others) for one in some)


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())
