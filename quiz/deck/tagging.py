"""Tags put on cards and taken off, in the text of a deck; every other byte stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from quiz.deck.card import Card
from quiz.deck.cuts import BOM, Cut, bare, break_of, cards_of, cut, last_sign, line_start, more_wrong, next_line
from quiz.deck.fmt import in_flow
from quiz.deck.keys import PARTS
from quiz.deck.read import read
from quiz.deck.spans import Span
from quiz.deck.write import scalar
from quiz.language.text import fold
from quiz.problem import Place, Problem

_BEFORE: Final = frozenset(list(PARTS["card"])[: list(PARTS["card"]).index("tags")])


def without_and_with(card: Card, add: Sequence[str], remove: Sequence[str]) -> tuple[str, ...]:
    """The tags of a card without some and with others behind them, whatever their case and accents."""
    gone = set(map(fold, remove))
    kept = [tag for tag in card.tags if fold(tag) not in gone]
    there = set(map(fold, kept))
    return (*kept, *(tag for tag in dict.fromkeys(add) if fold(tag) not in there))


def renamed(card: Card, old: str, new: str) -> tuple[str, ...]:
    """The tags of a card with `new` in the place of `old`, once."""
    tags = [new if fold(tag) == fold(old) else tag for tag in card.tags]
    return tuple(tag for place, tag in enumerate(tags) if fold(tag) not in map(fold, tags[:place]))


def retagged(text: str, path: str, tags: Mapping[str, tuple[str, ...]]) -> str | Problem:
    """The deck's text with these tags on these cards (by identity); or why not: "deck-not-editable"."""
    body = text.removeprefix(BOM)
    deck, problems = read(body, path)
    if deck is None:
        return problems[0] if problems else Problem("deck-not-editable", Place(path))
    cuts: list[Cut] = []
    for item, card in cards_of(body, deck):
        if card.identity in tags and tags[card.identity] != card.tags:
            cuts += _changed(body, item, tags[card.identity])
    edited = cut(body, cuts)
    wanted = replace(deck, cards=tuple(replace(card, tags=tags.get(card.sibling, card.tags)) for card in deck.cards))
    after, found = read(edited, path)
    if after is None or bare(after) != bare(wanted) or more_wrong(found, problems):
        return Problem("deck-not-editable", Place(path))
    return text[: len(text) - len(body)] + edited


def _changed(body: str, item: Span, tags: tuple[str, ...]) -> Iterator[Cut]:
    pair = item.get("tags")
    if pair is None:
        yield _put(body, item, tags)
    elif not tags:
        yield _taken(body, item, pair)
    elif pair[1].kind == "list" and not pair[1].flow and pair[1].items:
        yield from _entries(body, pair[1], tags)
    else:
        yield pair[1].start, pair[1].end, _written(tags, inside=item.flow, listed=pair[1].kind == "list")


def _written(tags: tuple[str, ...], *, inside: bool, listed: bool = False) -> str:
    if len(tags) == 1 and "," not in tags[0] and not listed:
        return in_flow(tags[0]) if inside else scalar(tags[0])
    return f"[{', '.join(map(in_flow, tags))}]"


def _put(body: str, item: Span, tags: tuple[str, ...]) -> Cut:
    """The key behind the last of those that stand before it in the manual's order."""
    key, value = next((pair for pair in reversed(item.pairs) if pair[0].value.strip() in _BEFORE), item.pairs[-1])
    written = f"tags: {_written(tags, inside=item.flow)}"
    if item.flow:
        return value.end, value.end, f", {written}"
    nl = break_of(body)
    at = next_line(body, last_sign(body, max(value.end, key.end)))
    if not body[:at].endswith(("\n", "\r")):
        return at, at, f"{nl}{' ' * item.column}{written}"
    return at, at, f"{' ' * item.column}{written}{nl}"


def _taken(body: str, item: Span, pair: tuple[Span, Span]) -> Cut:
    place = item.pairs.index(pair)
    key, value = pair
    if place == 0:
        return key.start, item.pairs[1][0].start, ""
    if item.flow:
        return item.pairs[place - 1][1].end, value.end, ""
    return line_start(body, key.start), next_line(body, last_sign(body, max(value.end, key.end))), ""


def _entries(body: str, value: Span, tags: tuple[str, ...]) -> Iterator[Cut]:
    """Lines of a list of tags: those that stay keep theirs, with what is written beside it."""
    kept = [entry for entry in value.items if entry.value.strip() in tags]
    if [entry.value.strip() for entry in kept] != list(tags[: len(kept)]):  # another order: all of them anew
        yield value.start, value.items[-1].end, _written(tags, inside=True)
        return
    for entry in value.items:
        if entry not in kept:
            yield line_start(body, entry.start), next_line(body, last_sign(body, entry.end)), ""
    at = next_line(body, last_sign(body, value.items[-1].end))
    ended = body[:at].endswith(("\n", "\r"))
    nl = break_of(body)
    lines = [f"{' ' * value.column}- {scalar(tag)}" for tag in tags[len(kept) :]]
    if lines:
        yield at, at, "".join(line + nl for line in lines) if ended else "".join(nl + line for line in lines)
