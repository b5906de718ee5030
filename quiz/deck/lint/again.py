"""A large deck in which a few cards changed, told without reading the rest of it once more.

What is told of a card follows from that card, but for a few rules that look at several: two questions of the same
words, one id twice, an `accept` that is another card's answer, sources, tags, the language. Of each card a few numbers
are kept (`Standing`), by which it is seen whether one of these rules could speak otherwise than before. Wherever that
is not certain, nothing is told here (None), and the deck is read whole.

What changed is read as a small deck of its own: the same head, the changed cards on their own lines.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any, Final, NamedTuple
from zlib import crc32

from quiz.deck import checks, simple
from quiz.deck.card import Card, Deck
from quiz.deck.characters import tidy
from quiz.deck.cloze import blanked
from quiz.deck.faults import SHOWN, Faults
from quiz.deck.lint import RULES, entries, kept, linted
from quiz.deck.lint.between import Entry
from quiz.deck.lint.whole import language_of, names_sources, sampled
from quiz.problem import Problem

#: A problem as it is kept: code, line and column or None, facts.
Row = Sequence[Any]

#: A smaller deck is read whole in less time than it takes to see what changed in it.
FEWEST: Final = 500
#: In a larger one the limits of the reader may be near.
MOST: Final = 40_000
#: With more changed than this, in characters, the deck is read whole.
LARGEST_CHANGE: Final = 40_000

_WORD: Final = re.compile(r"\w+")
#: A key of the deck behind its cards.
_BEHIND: Final = re.compile(r"^[^\s#\-]", re.MULTILINE)
#: What is told of a card because of another one, or of a card that is left out of the deck: without its numbers.
_ACROSS: Final = frozenset(
    ("question-twice", "id-twice", "question-near", "accept-contradicts", "tag-near", *checks.UNUSABLE)
)
#: Of these it is seen here whether they are still true.
_OF_DECK: Final = frozenset(("source-missing", "language-other", "french-space", "source-unused"))
_MORE: Final = frozenset(("more-errors", "more-warnings", "more-advice"))
#: Facts that are lines of the same file.
_LINES: Final = frozenset(("first", "last", "other", "line"))


class Standing(NamedTuple):
    """A deck as it was read: its text, where simple cards stand in it, and numbers of what its cards say.

    Of each card an author wrote: `own` is its identity's, `asked` its question's words', `said` its answer's number;
    `accepts` are those of what `accept` lists. `without` cards name no source.
    """

    text: str
    runs: tuple[tuple[int, int], ...]
    lines: array[int]
    own: array[int]
    asked: array[int]
    said: array[int]
    accepts: tuple[int, ...]
    tags: tuple[str, ...]
    without: int


class Again(NamedTuple):
    """What is told now: all problems; and for the entries `first` up to `end`, those that stand in their place.

    Entries behind them are `shift` lines further down. `cards` is by how many the deck has grown.
    """

    problems: list[Row]
    first: int
    end: int
    entries: tuple[Entry, ...]
    shift: int
    cards: int
    standing: Standing


def standing(deck: Deck, text: str, runs: Iterable[tuple[int, int]]) -> Standing | None:
    """What is kept of a deck; None of one that is read whole in any case."""
    found = tuple(runs)
    if not FEWEST <= len(deck.cards) <= MOST or not found or "supersedes" in text:
        return None
    if _BEHIND.search(text, found[0][0]) or _odd(text):
        return None
    return Standing(text, found, *_numbers(deck.cards))


def _odd(text: str) -> bool:
    """Whether a text has line ends or characters that make another text of it before it is read."""
    return "\r" in text or tidy(text, Faults("")) != text


def _numbers(
    cards: Iterable[Card],
) -> tuple[array[int], array[int], array[int], array[int], tuple[int, ...], tuple[str, ...], int]:
    lines, own, asked, said = array("I"), array("I"), array("I"), array("I")
    accepts: set[int] = set()
    tags: set[str] = set()
    without = 0
    for card in cards:
        tags.update(card.tags)
        if card.identity != card.sibling:
            continue
        answer = card.answer
        lines.append(card.place.line)
        own.append(_number(card.identity))
        asked.append(_number(" ".join(sorted(set(_WORD.findall(card.question.casefold())))) or card.question))
        said.append(_number((answer.items[0] if len(answer.items) == 1 else answer.text).casefold()))
        accepts.update(_number(text.casefold()) for text in answer.accept)
        without += not card.sources and not card.draft
    return lines, own, asked, said, tuple(sorted(accepts)), tuple(sorted(tags)), without


def _number(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass"))


class _Change(NamedTuple):
    """Where two texts of a deck differ, in whole cards: offsets in both, the first line, the lines in both."""

    start: int
    old_end: int
    new_end: int
    line: int
    old_lines: int
    new_lines: int


def again(
    old: Standing, text: str, path: str, problems: Sequence[Row], places: Sequence[int], allow: Collection[str]
) -> Again | None:
    """What is told of a deck whose text is now this one; None where it has to be read whole.

    `problems` are those that were told before, `places` the lines of the entries.
    """
    change = _change(old, text)
    if change is None:
        return None
    before, after = _part(old.text, change, change.old_end), _part(text, change, change.new_end)
    was, told_before = _told(before, path, allow)
    now, told_after = _told(after, path, allow)
    if was is None or now is None or not _settled(old, problems, change, was, now, told_before, told_after):
        return None
    first = bisect_left(places, change.line)
    end = bisect_left(places, change.line + change.old_lines) if change.old_end < len(old.text) else len(places)
    fresh = entries(now)
    shift = change.new_lines - change.old_lines
    moved = [*places[:first], *(one.place.line for one in fresh), *(line + shift for line in places[end:])]
    renewed = _renewed(old, text, change, now, was)
    touched = any(not card.sources for deck in (was, now) for card in deck.cards)
    if not _same_habit(now, (len(places), old.without), (len(moved), renewed.without), touched=touched):
        return None
    grown = _grown(problems, change, told_before, told_after)
    if grown is None:
        return None
    merged = _merged(problems, change, told_after, grown, last=change.old_end == len(old.text))
    if merged is None or not _same_language(renewed, now, moved, problems):
        return None
    return Again(merged, first, end, fresh, shift, len(now.cards) - len(was.cards), renewed)


def _change(old: Standing, text: str) -> _Change | None:
    head = simple.CARDS.search(old.text)
    if head is None:
        return None
    dash = f"\n{head[2]}- "
    size = min(len(old.text), len(text))
    same = _common(size, lambda count: old.text[:count] == text[:count])
    tail = _common(size - same, lambda count: not count or old.text[-count:] == text[-count:])
    start = old.text.rfind(dash, 0, same) + 1
    start = max(old.text.rfind(dash, 0, start) + 1, head.start(2)) if start > head.start(2) else start
    old_end = old.text.find(dash, len(old.text) - tail) + 1 or len(old.text)
    new_end = old_end + len(text) - len(old.text)
    if start < head.start(2) or not start <= new_end or max(old_end, new_end) - start > LARGEST_CHANGE:
        return None
    if not any(begin <= start and old_end <= end for begin, end in old.runs):
        return None
    changed = text[start:new_end]
    if _odd(changed) or "supersedes" in changed or not simple.whole(text, start, new_end):
        return None
    lines = (old.text.count("\n", start, old_end), text.count("\n", start, new_end))
    return _Change(start, old_end, new_end, old.text.count("\n", 0, start) + 1, *lines)


def _common(most: int, holds: Callable[[int], bool]) -> int:
    """The largest count, up to `most`, for which something holds that holds for all smaller ones."""
    least, beyond = 0, most + 1
    while beyond - least > 1:
        middle = (least + beyond) // 2
        if holds(middle):
            least = middle
        else:
            beyond = middle
    return least


def _part(text: str, change: _Change, end: int) -> str:
    """The head of a deck and the changed cards, on their lines."""
    head = simple.CARDS.search(text)
    above = text[: head.start(2)] if head else ""
    return above + "\n" * (change.line - 1 - above.count("\n")) + text[change.start : end]


def _told(part: str, path: str, allow: Collection[str]) -> tuple[Deck | None, list[Problem]]:
    """A part as a deck of its own, and what is told of it, in order."""
    deck, problems = checks.examined(part, path)
    if deck is None:
        return None, []
    told = kept(deck, (*problems, *linted(deck, allow)), allow)
    return deck, sorted(told, key=lambda problem: problem.place[1:] if problem.place else (0, 0))


def _settled(
    old: Standing,
    problems: Sequence[Row],
    change: _Change,
    was: Deck,
    now: Deck,
    told_before: Sequence[Problem],
    told_after: Sequence[Problem],
) -> bool:
    """Whether no rule that looks at several cards can say anything else than before."""
    inside = range(change.line, change.line + change.old_lines)
    for code, place, facts in problems:
        if code in _MORE:
            if facts["sort"] not in RULES or facts["sort"] in _ACROSS or facts["sort"] in _OF_DECK:
                return False
        elif code in _ACROSS and (code not in checks.UNUSABLE or not place or place[0] not in inside):
            return False
    if any(one.code in _ACROSS - checks.UNUSABLE or one.code in _MORE for one in (*told_before, *told_after)):
        return False
    if any(one.code == "french-space" for one in (*told_before, *told_after)):
        return False
    low, high = _span(old.lines, change, last=change.old_end == len(old.text))
    _, own, asked, said, accepts, tags, _ = _numbers(now.cards)
    _, _, _, said_before, accepts_before, _, _ = _numbers(was.cards)
    for numbers, fresh in ((old.own, own), (old.asked, asked)):
        if _meets(fresh, numbers, low, high) or len(set(fresh)) < len(fresh):
            return False
    if not set(old.accepts).union(accepts).isdisjoint((*said, *said_before)):
        return False
    if _meets((*accepts, *accepts_before), old.said, low, high):
        return False
    return set(tags) <= {*old.tags} and _same_sources(problems, was, now)


def _same_sources(problems: Sequence[Row], was: Deck, now: Deck) -> bool:
    """Whether the sources that are used are those that were."""
    used_before = {name for card in was.cards for name in card.sources}
    used = {name for card in now.cards for name in card.sources}
    if not used_before <= used:
        return False
    unused = {facts.get("source") for code, _, facts in problems if code == "source-unused"}
    return unused.isdisjoint(name[:80] for name in used - used_before)


def _same_habit(deck: Deck, before: tuple[int, int], now: tuple[int, int], *, touched: bool) -> bool:
    """Whether the deck names its sources, or not, as before: of how many cards, and how many of them without."""
    habits = (names_sources(*before), names_sources(*now))
    return not deck.sources or not any(habits) or (all(habits) and not touched)


def _same_language(standing: Standing, deck: Deck, places: Sequence[int], problems: Sequence[Row]) -> bool:
    """Whether the questions that tell the language tell the same as before."""
    written = standing.text.split("\n")
    begins = [0, *accumulate(len(line) + 1 for line in written)]
    questions = []
    for line in places[:: sampled(len(places))]:
        at = begins[line - 1]
        key, colon, value = written[line - 1].lstrip(" -").partition(": ")
        if not colon or not any(begin <= at < end for begin, end in standing.runs):
            return False
        value = value[1:-1] if value[:1] in "\"'" else value
        questions.append(blanked(value) if key == "cloze" else value)
    other = language_of(questions, deck.language)
    return other == next((facts["language"] for code, _, facts in problems if code == "language-other"), "")


def _meets(fresh: Iterable[int], numbers: Sequence[int], low: int, high: int) -> bool:
    sought = frozenset(fresh)
    return bool(sought) and not (sought.isdisjoint(numbers[:low]) and sought.isdisjoint(numbers[high:]))


def _span(lines: Sequence[int], change: _Change, *, last: bool) -> tuple[int, int]:
    """Which of the numbered cards changed."""
    low = bisect_left(lines, change.line)
    return low, len(lines) if last else bisect_left(lines, change.line + change.old_lines)


def _grown(
    problems: Sequence[Row], change: _Change, before: Sequence[Problem], after: Sequence[Problem]
) -> dict[str, int] | None:
    """By how many there are more of each problem that is only counted there; None if others would be shown."""
    grown: dict[str, int] = {}
    for code, place, facts in problems:
        if code in _MORE:
            counts = [
                sum(
                    one.code == facts["sort"] and one.place is not None and one.place.line >= change.line
                    for one in told
                )
                for told in (before, after)
            ]
            if place[0] < change.line:
                grown[facts["sort"]] = counts[1] - counts[0]
            elif counts[0] != counts[1] or place[0] < change.line + change.old_lines:
                return None
    return grown


def _merged(
    problems: Sequence[Row], change: _Change, told: Sequence[Problem], grown: Mapping[str, int], *, last: bool
) -> list[Row] | None:
    """All problems in the order of the file, those of the changed cards exchanged, those behind them moved."""
    beyond, shift = change.line + change.old_lines, change.new_lines - change.old_lines
    above: list[Row] = []
    below: list[Row] = []
    for code, place, told_facts in problems:
        more = grown.get(told_facts["sort"], 0) if code in _MORE else 0
        facts = {**told_facts, "count": told_facts["count"] + more} if more else told_facts
        row = (code, place, facts)
        if place is None or place[0] < change.line:
            above.append(row)
        elif last or place[0] < beyond:
            if code in _OF_DECK or code in _MORE:
                return None
        elif shift and any(name in _LINES and isinstance(value, int) for name, value in facts.items()):
            return None
        else:
            below.append((code, (place[0] + shift, place[1]), facts))
        if shift and code not in _MORE and any(name in _LINES and isinstance(facts[name], int) for name in facts):
            return None
    within = [
        (one.code, one.place[1:], dict(one.facts))
        for one in told
        if one.place and one.place.line >= change.line and one.code not in _OF_DECK and one.code not in grown
    ]
    rows = [*above, *within, *below]
    counted = {facts["sort"] for code, _, facts in rows if code in _MORE}
    if any(count >= SHOWN for code, count in Counter(row[0] for row in rows).items() if code not in counted):
        return None
    return rows


def _renewed(old: Standing, text: str, change: _Change, now: Deck, was: Deck) -> Standing:
    """The standing of the text as it is now."""
    more, shift = change.new_end - change.old_end, change.new_lines - change.old_lines
    runs = [
        (
            begin + more if begin >= change.old_end and begin > change.start else begin,
            end + more if end >= change.old_end else end,
        )
        for begin, end in old.runs
    ]
    low, high = _span(old.lines, change, last=change.old_end == len(old.text))
    lines, own, asked, said, accepts, _, without = _numbers(now.cards)
    return Standing(
        text,
        tuple(runs),
        old.lines[:low] + lines + array("I", [line + shift for line in old.lines[high:]]),
        old.own[:low] + own + old.own[high:],
        old.asked[:low] + asked + old.asked[high:],
        old.said[:low] + said + old.said[high:],
        tuple(sorted({*old.accepts, *accepts})),
        old.tags,
        old.without + without - _numbers(was.cards)[-1],
    )
