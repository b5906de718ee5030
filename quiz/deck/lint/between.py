"""Rules between cards, of one deck or of two: the same asked twice, and a question that another one leaves open.

What is compared of a card is made of that card alone (`entries`), so that it can be kept; comparing looks each entry
up in tables by what it says, never each against each. Two questions that differ by one word are found by leaving out
each word in turn (Bocek, Hunt and Stiller, "Fast similarity search in large dictionaries", 2007).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from quiz.deck.card import Deck
from quiz.language.pattern import pattern
from quiz.language.text import clean, fold, word_set
from quiz.problem import Place

_WORD: Final = pattern(r"\w+")
#: Words that two wordings of one question need not share.
_SMALL: Final = word_set(
    "the a an is are was were be been of in on at to for by do does did has have had what which who whom whose it its "
    "this that these those le la les l un une des du de d au aux en dans est sont fut furent etait etaient a ont avait "
    "que qu qui quel quelle quels quelles il elle ils elles on t ce c se s y"
)
_NO_WORDS: Final[frozenset[str]] = frozenset()
#: A question of fewer words than these says too little to be compared.
_LEAST: Final = 3
#: A question with more words is long enough not to be met twice by chance, and too long to leave out each in turn.
_MOST: Final = 25

_QUALIFIES: Final = word_set(
    "in on at during for from before after since until under according en au aux à dans sous pendant lors avant après "
    "pour selon depuis"
)


class Entry(NamedTuple):
    """What of a card is compared with others: hashable, small, and made of that card alone.

    `words` are the question's, in small letters; `content` those that count, folded; `special` those of them that
    name or number (a capital or a digit). `answer` is the answer folded, "" where there is none to compare.
    """

    place: Place
    card: str
    deck: str
    language: str
    kind: str
    words: tuple[str, ...]
    content: frozenset[str]
    special: frozenset[str]
    answer: str
    allow: frozenset[str]


#: What a rule between cards finds: the card of which it speaks, and the other one.
Pair = tuple[Entry, Entry]


def entries(deck: Deck) -> tuple[Entry, ...]:
    """What of each card of a deck is compared with others; drafts, other sides and superseded cards are left out."""
    return tuple(each_entry(deck))


def each_entry(deck: Deck) -> Iterator[Entry]:
    """The same one by one, for those who need none of them for long."""
    allowed = frozenset(deck.allow)
    for card in deck.cards:
        if card.draft or card.superseded_by or card.identity != card.sibling:
            continue
        kind = card.answer.kind
        said = sorted(card.answer.items) if kind == "list" else card.answer.items or (card.answer.text,)
        written = _WORD.findall(card.question)
        named = [word for word in written[1:] if not word.islower()]
        if card.question.isascii():
            words = _WORD.findall(card.question.lower())
            content = frozenset(words) - _SMALL
            special = frozenset([word.lower() for word in named])
        else:
            words = [word.lower() for word in written]
            content = frozenset(_WORD.findall(fold(card.question))) - _SMALL
            special = frozenset([folded for word in named for folded in _WORD.findall(fold(word))])
        yield Entry(
            card.at("cloze" if kind == "cloze" else "question"),
            card.identity,
            deck.id,
            deck.language,
            kind,
            tuple(words),
            content,
            special & content,
            _answer(said),
            allowed | frozenset(card.allow) if card.allow else allowed,
        )


def _answer(said: Iterable[str]) -> str:
    """Answers without case, accents, articles and signs."""
    texts = []
    for text in said:
        if text.isascii() and text.isalnum():
            texts.append(text.lower())
            continue
        words = _WORD.findall(text.lower() if text.isascii() else fold(text))
        while len(words) > 1 and words[0] in ("the", "a", "an", "le", "la", "les", "l", "un", "une", "des"):
            del words[0]
        texts.append(" ".join(words) or clean(text))
    return ";".join(texts)


def card_twice(found: Iterable[Entry]) -> Iterator[Pair]:
    """No fact is asked twice in nearly the same words: the second is remembered by the first, and costs its time."""
    groups: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in found:
        if is_fact(entry):
            groups[entry.language, entry.answer].append(entry)
    for group in groups.values():
        if len(group) > 1:
            yield from _twice(group)


def is_fact(entry: Entry) -> bool:
    """Whether a card says enough to be the same as another one."""
    return len(entry.content) >= 2 and bool(entry.answer)


def _twice(group: list[Entry]) -> Iterator[Pair]:
    """Of cards with one answer those whose questions say the same, or the same and one word more."""
    table: dict[frozenset[str], Entry] = {}
    for entry in group:
        table.setdefault(entry.content, entry)
    told: set[str] = set()
    for entry in group:
        other: Entry | None = table[entry.content]
        if other is entry or other is None or other.card == entry.card:
            other = next((near for near in _less(entry, table) if near.card != entry.card), None)
        if other is None or entry.card in told or _same_words(entry, other):
            continue
        told.add(entry.card)
        yield entry, other


def _less(entry: Entry, table: dict[frozenset[str], Entry]) -> Iterator[Entry]:
    for less in contents_without(entry):
        if other := table.get(less):
            yield other


def contents_without(entry: Entry) -> Iterator[frozenset[str]]:
    """What a question says without each of its words in turn, names and numbers apart, and without all its numbers."""
    one, figures = lacks_one(entry)
    if one:
        for word in sorted(entry.content - entry.special):
            yield entry.content - {word}
    if figures:
        yield entry.content - figures


def lacks_one(entry: Entry) -> tuple[bool, frozenset[str]]:
    """Whether a question still says enough without one of its words, and its numbers if it does without all of them.

    Enough are three words, or two where it names something.
    """
    count = len(entry.content)
    if not _LEAST <= count <= _MOST:
        return False, _NO_WORDS
    figures = [word for word in entry.special if word[0].isdigit()] if entry.special else []
    least = _LEAST - 1 if len(figures) < len(entry.special) else _LEAST
    return count - 1 >= least, frozenset(figures) if figures and count - len(figures) >= least else _NO_WORDS


def _same_words(entry: Entry, other: Entry) -> bool:
    """Whether the rule `questions_differ` has told of the two: the same words in one deck file."""
    return entry.place.path == other.place.path and frozenset(entry.words) == frozenset(other.words)


def question_ambiguous(found: Iterable[Entry]) -> Iterator[Pair]:
    """A question has one answer: where another card says "in 1998" behind the same words, this one says when too."""
    known = list(found)
    table: dict[tuple[str, str, tuple[str, ...]], Entry] = {}
    for entry in known:
        if is_open(entry):
            table.setdefault((entry.language, entry.kind, entry.words), entry)
    told: set[str] = set()
    for entry in known:
        if not is_qualified(entry):
            continue
        for shorter, rest in shorter_questions(entry.words):
            other = table.get((entry.language, entry.kind, shorter))
            if other is None or other.answer == entry.answer or other.card in told or entry.special.isdisjoint(rest):
                continue
            told.add(other.card)
            yield other, entry
            break


def is_open(entry: Entry) -> bool:
    """Whether a question is long enough to be another one without what qualifies that."""
    return len(entry.words) > _LEAST and bool(entry.answer)


def is_qualified(entry: Entry) -> bool:
    """Whether a question may say in which year, country, case it asks."""
    return bool(entry.special) and bool(entry.answer) and not _QUALIFIES.isdisjoint(entry.words)


def shorter_questions(words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """The question without what qualifies it at its end, and without what qualifies it at its beginning."""
    for start, end in shorter_spans(words):
        yield words[start:end], [fold(word) for word in (words[1:start] if start else words[end + 1 :])]


def shorter_spans(words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where in a question it stands without what qualifies it: begin and end."""
    for index in range(len(words) - 1, _LEAST, -1):
        if words[index] in _QUALIFIES:
            yield 0, index
    if words and words[0] in _QUALIFIES:
        for index in range(2, min(5, len(words) - _LEAST)):
            yield index, len(words)


def where(entry: Entry) -> str:
    """Where a card is, as a terminal and an editor understand it."""
    return f"{entry.place.path}:{entry.place.line}"
