"""Whole cards in the text of a deck: put in, taken out, written anew, accepted; every other byte stays.

As in `edit.py`, the text is cut at the marks of the parser's events, and what comes out is read again: if it does not
say exactly the deck that was wanted, it is not used.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from quiz.deck.card import Card, Deck, Source
from quiz.deck.cards import reversed_card
from quiz.deck.cuts import (
    BOM,
    LINE_END,
    Cut,
    bare,
    break_of,
    cut,
    last_sign,
    line_end,
    line_start,
    more_wrong,
    next_line,
    root_of,
)
from quiz.deck.read import read
from quiz.deck.spans import Span
from quiz.deck.write import card_lines, scalar, source_lines
from quiz.problem import Place, Problem

_DASH: Final = re.compile(r"[ \t]*-[ \t]+")


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to become of a deck; cards are named by their identities.

    `accept` takes the `draft: true` away, `remove` the card, `anew` writes it again in its place; `add` are put behind
    the last card. `reject` are ids that go under `rejected:`. `sources` are put behind the others; `digests` are the
    SHA-256 of texts that changed, by the key of their source.
    To take such changes back: `redraft` makes drafts again, `put` puts cards in before the card named (behind the last
    one where there is none), `unreject` takes ids away from `rejected:`. `reverse` are cards of `anew` and `put` that
    are asked the other way round too.
    """

    accept: Collection[str] = ()
    remove: Collection[str] = ()
    anew: Mapping[str, Card] = field(default_factory=dict)
    add: tuple[Card, ...] = ()
    reject: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)
    redraft: Collection[str] = ()
    put: Mapping[str, Card] = field(default_factory=dict)
    unreject: Collection[str] = ()
    reverse: Collection[str] = ()


def changed(text: str, path: str, changes: Changes) -> str | Problem:
    """The deck's text with these changes; or why not: "deck-not-editable" with the line that is in the way.

    A deck that would have no card left is not written: "deck-would-be-empty".
    """
    body = text.removeprefix(BOM)
    deck, problems = read(body, path)
    if deck is None:
        return problems[0] if problems else Problem("deck-not-editable", Place(path))
    wanted = _wanted(deck, changes)
    if not wanted.cards:
        return Problem("deck-would-be-empty", facts={"path": path})
    root = root_of(body)
    listed = root.get("cards") if root else None
    if root is None or listed is None:
        return Problem("deck-not-editable", Place(path))
    try:
        cuts = [*_in_cards(body, deck, listed[1], changes), *_in_front(body, root, listed[0], deck, changes)]
    except _InTheWayError as stone:
        return Problem("deck-not-editable", Place(path, len(LINE_END.findall(body, 0, stone.at)) + 1))
    edited = cut(body, cuts)
    if not _says(edited, path, wanted, problems):
        return Problem("deck-not-editable", Place(path))
    return text[: len(text) - len(body)] + edited


class _InTheWayError(Exception):
    """Something written in a way that cannot be edited from outside, at this offset."""

    def __init__(self, at: int) -> None:
        self.at = at


def _wanted(deck: Deck, changes: Changes) -> Deck:
    cards: list[Card] = []
    for card in deck.cards:
        if card.identity in changes.put:
            cards += _sides(changes.put[card.identity], changes)
        if card.sibling in changes.remove:
            continue
        anew = changes.anew.get(card.identity)
        if anew is not None:
            cards += _sides(anew, changes)
        elif card.sibling in changes.accept or card.sibling in changes.redraft:
            cards.append(replace(card, draft=card.sibling in changes.redraft))
        elif card.sibling not in changes.anew:
            cards.append(card)
    for card in _homeless(deck, changes):
        cards += _sides(card, changes)
    sources = (
        tuple(replace(source, sha256=changes.digests.get(source.key, source.sha256)) for source in deck.sources)
        + changes.sources
    )
    rejected = tuple(one for one in dict.fromkeys((*deck.rejected, *changes.reject)) if one not in changes.unreject)
    return replace(deck, cards=(*cards, *changes.add), sources=sources, rejected=rejected)


def _homeless(deck: Deck, changes: Changes) -> list[Card]:
    """The cards to be put before one that is not there: they come behind the last."""
    there = {card.identity for card in deck.cards}
    return [card for before, card in changes.put.items() if before not in there]


def _sides(card: Card, changes: Changes) -> tuple[Card, ...]:
    return (card, reversed_card(card)) if card.identity in changes.reverse else (card,)


# --- the cards -------------------------------------------------------------------------------------------------------


def _in_cards(body: str, deck: Deck, cards: Span, changes: Changes) -> Iterable[Cut]:
    if cards.kind != "list" or cards.flow or not cards.items:
        raise _InTheWayError(cards.start)
    by_place = {(card.place.line, card.place.column): card for card in deck.cards}
    line, last = 1, 0
    margin = 0
    for item in cards.items:
        line += len(LINE_END.findall(body, last, item.start))
        last = item.start
        card = by_place.get((line, item.column + 1))
        margin = _dash(body, item) - line_start(body, item.start)
        if card is None:
            continue
        start, end, _ = _whole(body, item)
        if card.sibling in changes.put:
            yield start, start, _written(changes.put[card.sibling], margin, changes, break_of(body))
        if card.sibling in changes.remove:
            yield start, end, ""
        elif card.sibling in changes.anew:
            yield start, end, _written(changes.anew[card.sibling], margin, changes, break_of(body))
        elif card.sibling in changes.accept:
            yield _accepted(body, item)
        elif card.sibling in changes.redraft:
            yield _redrafted(body, item)
    last_ones = [*_homeless(deck, changes), *changes.add]
    if last_ones:
        at = line_end(body, last_sign(body, cards.items[-1].end))
        nl = break_of(body)
        after = "" if at < len(body) else nl
        yield at, at, nl + "".join(_written(card, margin, changes, nl) for card in last_ones).removesuffix(nl) + after


def _dash(body: str, item: Span) -> int:
    """Where the dash of an entry stands; it must begin its line."""
    start = line_start(body, item.start)
    match = _DASH.fullmatch(body, start, item.start)
    if match is None:
        raise _InTheWayError(item.start)
    return body.index("-", start)


def _whole(body: str, item: Span) -> Cut:
    """The lines of a card, without the empty and the comment lines around it."""
    start = _dash(body, item)
    return line_start(body, start), next_line(body, last_sign(body, item.end)), ""


def _written(card: Card, margin: int, changes: Changes, nl: str) -> str:
    texts = card_lines(card, reverse=card.identity in changes.reverse)
    return "".join(f"{' ' * margin}{line[2:]}".rstrip(" ") + nl for text in texts for line in text.split("\n"))


def _accepted(body: str, item: Span) -> Cut:
    place = next((place for place, (key, _) in enumerate(item.pairs) if key.value.rstrip() == "draft"), None)
    if place is None or len(item.pairs) < 2:
        raise _InTheWayError(item.start)
    key, value = item.pairs[place]
    if place == 0:
        return key.start, item.pairs[1][0].start, ""
    if item.flow:
        return item.pairs[place - 1][1].end, value.end, ""
    return line_start(body, key.start), next_line(body, value.end), ""


def _redrafted(body: str, item: Span) -> Cut:
    """`draft: true` where our own writer puts it: before the id, else as the last key."""
    if item.flow:
        at = item.pairs[-1][1].end
        return at, at, ", draft: true"
    nl, margin = break_of(body), " " * item.column
    own = next((key for key, _ in item.pairs[1:] if key.value.rstrip() == "id"), None)
    if own is not None:
        at = line_start(body, own.start)
        return at, at, f"{margin}draft: true{nl}"
    at = line_end(body, last_sign(body, item.end))
    return at, at, f"{nl}{margin}draft: true"


# --- what stands before them ------------------------------------------------------------------------------------------


def _in_front(body: str, root: Span, cards: Span, deck: Deck, changes: Changes) -> Iterable[Cut]:
    nl = break_of(body)
    lines: list[str] = []
    if changes.sources:
        written = [line for source in changes.sources for line in source_lines(source)]
        pair = root.get("sources")
        if pair is None:
            lines += ["sources:", *written]
        elif pair[1].kind != "map" or pair[1].flow or not pair[1].pairs:
            raise _InTheWayError(pair[1].start)
        else:
            margin = " " * pair[1].column
            at = line_end(body, last_sign(body, pair[1].end))
            yield at, at, "".join(nl + margin + line[2:] for line in written)
    if changes.digests:
        yield from _digests(body, root, deck, changes.digests)
    new = [one for one in changes.reject if one not in deck.rejected]
    if new:
        pair = root.get("rejected")
        if pair is None:
            lines.append(f"rejected: [{', '.join(map(scalar, new))}]")
        else:
            yield _more(body, pair[1], new, nl)
    if changes.unreject:
        yield from _fewer(body, root, changes.unreject)
    if lines:
        at = line_start(body, cards.start)
        yield at, at, "".join(line + nl for line in lines)


def _digests(body: str, root: Span, deck: Deck, digests: Mapping[str, str]) -> Iterable[Cut]:
    pair = root.get("sources")
    for key, value in pair[1].pairs if pair else ():
        name = key.value.strip()
        if name not in digests or digests[name] == next(it.sha256 for it in deck.sources if it.key == name):
            continue
        told = value.get("sha256")
        if told is not None:
            yield told[1].start, told[1].end, digests[name]
        elif value.kind == "map" and not value.flow and value.pairs:
            at = line_end(body, last_sign(body, value.end))
            yield at, at, f"{break_of(body)}{' ' * value.column}sha256: {digests[name]}"
        else:
            raise _InTheWayError(key.start)


def _more(body: str, value: Span, new: list[str], nl: str) -> Cut:
    """More entries in a list of texts, or in what was one text."""
    if value.kind == "text" and value.value:
        return value.start, value.end, f"[{', '.join(map(scalar, [value.value, *new]))}]"
    if value.kind == "list" and value.items:
        at = value.items[-1].end
        if value.flow:
            return at, at, "".join(f", {scalar(one)}" for one in new)
        at = line_end(body, at)
        return at, at, "".join(f"{nl}{' ' * value.column}- {scalar(one)}" for one in new)
    raise _InTheWayError(value.start)


def _fewer(body: str, root: Span, gone: Collection[str]) -> Iterable[Cut]:
    """Without some of the `rejected:`; without the key, where none is left."""
    pair = root.get("rejected")
    if pair is None:
        return
    key, value = pair
    listed = value.items if value.kind == "list" else [value]
    kept = [one for one in listed if one.value.strip() not in gone]
    if not kept:
        yield line_start(body, key.start), next_line(body, value.end), ""
    elif len(kept) < len(listed) and value.flow:
        yield value.start, value.end, f"[{', '.join(scalar(one.value.strip()) for one in kept)}]"
    else:
        for one in listed:
            if one not in kept:
                yield _whole(body, one)


# --- cutting and comparing -------------------------------------------------------------------------------------------


def _says(edited: str, path: str, wanted: Deck, problems: tuple[Problem, ...]) -> bool:
    after, found = read(edited, path)
    return after is not None and not more_wrong(found, problems) and bare(after) == bare(wanted)
