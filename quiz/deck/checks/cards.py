"""Rules about questions, dates, tags and sources: each a function whose docstring is the rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from quiz.deck.card import Card, Deck
from quiz.deck.checks.days import is_day
from quiz.deck.checks.told import Told, problem, replaces
from quiz.problem import Place, Problem

#: A question of more characters is a paragraph with a question in it.
LONG_QUESTION: Final = 300


def question_is_short(told: Told) -> Iterator[Problem]:
    """A question is read at a glance: no more than 300 characters."""
    for card in told.cards:
        if len(card.question) > LONG_QUESTION:
            yield problem("question-long", card, "question", count=len(card.question))


def questions_differ(told: Told) -> Iterator[Problem]:
    """No two questions are of the same words: whoever knows the one answer gives it to the other."""
    seen: dict[frozenset[str] | str, Card] = {}
    for card, asked in zip(told.cards, told.asked, strict=True):
        if card.superseded_by:
            continue  # it is asked no more, and what is asked instead may ask it in the same words
        key = frozenset(asked) or card.question
        first = seen.setdefault(key, card)
        if replaces(card, first) or replaces(first, card):
            continue
        if first is not card and (len(asked) > 2 or first.question.casefold() == card.question.casefold()):
            yield problem("question-near", card, "question", first=first.place.line)


def as_of_is_a_date(told: Told) -> Iterator[Problem]:
    """`as_of:` is a year, a month or a day that exists: 2025, 2025-01, 2025-01-14."""
    for card in told.cards:
        if card.as_of and not is_day(card.as_of, whole=False):
            yield problem("as-of-odd", card, "as_of", text=card.as_of[:80])


def superseding_is_dated(told: Told) -> Iterator[Problem]:
    """A card that supersedes another says since when its answer is true, and that is no earlier day."""
    for card in told.cards:
        former = card.former
        if former is None:
            continue
        if not card.as_of:
            yield problem("supersedes-undated", card, "supersedes", id=card.supersedes[:80])
        elif former.as_of and is_day(card.as_of, whole=False) and is_day(former.as_of, whole=False):
            size = min(len(card.as_of), len(former.as_of))
            if card.as_of[:size] < former.as_of[:size]:
                facts = {"id": card.supersedes[:80], "as_of": card.as_of, "other": former.as_of}
                yield problem("supersedes-later", card, "supersedes", **facts)


def tags_are_words(told: Told) -> Iterator[Problem]:
    """A tag is a word or two: no #, no paragraph, none twice."""
    for card in told.cards:
        if not card.tags:
            continue
        for text in card.tags:
            if len(text) > 60 or text[0] == "#" or "\n" in text or not any(map(str.isalnum, text)):
                yield problem("tag-odd", card, "tags", text=text[:80])
        if len(card.tags) > 1:
            tags = [text.casefold() for text in card.tags]
            for text, count in Counter(tags).items() if len(set(tags)) < len(tags) else ():
                if count > 1:
                    yield problem("tag-twice", card, "tags", text=text[:80])


def sources_are_used(told: Told) -> Iterator[Problem]:
    """Every source is the source of a card."""
    used = {name for card in told.cards for name in card.sources}
    for source in told.deck.sources:
        if source.key not in used:
            yield Problem("source-unused", _source_place(told.deck, source.where.get("")), {"source": source.key[:80]})


def sources_are_sound(told: Told) -> Iterator[Problem]:
    """A source came out on a day that exists, is found at an address of the web, and its text lies beside the deck."""
    for source in told.deck.sources:
        faults = (
            ("published", source.published, is_day(source.published, whole=True), "published-odd"),
            ("url", source.url, source.url.lower().startswith(("http://", "https://")), "url-odd"),
            ("file", source.file, _is_beside(source.file), "file-odd"),
        )
        for key, text, fine, code in faults:
            if text and not fine:
                yield Problem(code, _source_place(told.deck, source.where.get(key)), {"text": text[:80]})


def _source_place(deck: Deck, where: tuple[int, int] | None) -> Place:
    return Place(deck.path, *(where or deck.where.get("sources", (1, 1))))


def _is_beside(text: str) -> bool:
    parts = text.replace("\\", "/").split("/")
    return "" not in parts and ".." not in parts and "\\" not in text and ":" not in parts[0] and parts[0] != "~"
