"""Cutting the text of a deck at the marks of its parser: what every edit from outside has in common."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from quiz.deck.card import Card, Deck
from quiz.deck.characters import tidy
from quiz.deck.faults import Faults
from quiz.deck.spans import Span, spans
from quiz.problem import Place, Problem

BOM: Final = "\ufeff"
LINE_END: Final = re.compile(r"\r\n?|\n")
#: Replace text[start:end] by the string.
Cut = tuple[int, int, str]
#: The first key of a deck, with what may stand before it.
_FIRST_KEY: Final = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n)|---[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n))*(?=\S)")


def root_of(body: str) -> Span | None:
    """The whole mapping of a deck's text; None where it cannot be had."""
    tidied = tidy(body, Faults(""))
    first = _FIRST_KEY.match(body)
    if tidied is None or len(tidied) != len(body) or first is None:
        return None
    at = first.end()
    place = (len(LINE_END.findall(body, 0, at)) + 1, at - line_start(body, at) + 1)
    return spans(tidied, {place}).get(place)


def cards_of(body: str, deck: Deck) -> Iterator[tuple[Span, Card]]:
    """Where each card of a deck, as its author wrote it, stands in the deck's text; those that can be told."""
    root = root_of(body)
    listed = root.get("cards") if root else None
    by_place = {(card.place.line, card.place.column): card for card in deck.cards if card.identity == card.sibling}
    line, last = 1, 0
    for item in listed[1].items if listed else ():
        line += len(LINE_END.findall(body, last, item.start))
        last = item.start
        card = by_place.get((line, item.column + 1))
        if card is not None:
            yield item, card


def line_start(body: str, at: int) -> int:
    """Where the line of an offset begins."""
    return max(body.rfind("\n", 0, at), body.rfind("\r", 0, at)) + 1


def line_end(body: str, at: int) -> int:
    """Where the line of an offset ends, before its line end."""
    match = LINE_END.search(body, at)
    return match.start() if match else len(body)


def next_line(body: str, at: int) -> int:
    """Where the line after that of an offset begins; the end of the text where there is none."""
    match = LINE_END.search(body, at)
    return match.end() if match else len(body)


def last_sign(body: str, end: int) -> int:
    """Behind the last sign before `end` that is no space and no line end."""
    return len(body[:end].rstrip())


def break_of(body: str, at: int = 0) -> str:
    """How the text ends its lines, from an offset on if one ends there."""
    match = LINE_END.search(body, at) or LINE_END.search(body)
    return match[0] if match else "\n"


def cut(body: str, cuts: Iterable[Cut]) -> str:
    """The text with these replacements, none of which overlap."""
    parts, at = [], 0
    for start, end, instead in sorted(cuts, key=lambda one: one[:2]):
        parts += [body[at:start], instead]
        at = end
    return "".join([*parts, body[at:]])


def more_wrong(found: Iterable[Problem], before: Iterable[Problem]) -> bool:
    """Whether something is wrong now that was not before."""
    return bool(Counter(one.code for one in found) - Counter(one.code for one in before))


def bare(deck: Deck) -> Deck:
    """The deck without its places: what it says."""
    return replace(deck, path="", cards=tuple(map(bare_card, deck.cards)))


def bare_card(card: Card) -> Card:
    """The card without its places: what it says."""
    nowhere = Place("")
    return replace(card, place=nowhere, evidence=tuple(replace(one, place=nowhere) for one in card.evidence))
