"""Cards carried from one deck to another as they are written there, with their comments; their sources come along."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from quiz.deck.adding import begun, first
from quiz.deck.blocks import Changes, changed
from quiz.deck.card import Card, Deck
from quiz.deck.cuts import (
    BOM,
    bare_card,
    break_of,
    cards_of,
    cut,
    last_sign,
    line_start,
    more_wrong,
    next_line,
    root_of,
)
from quiz.deck.fmt import in_flow
from quiz.deck.identity import REVERSE, identity
from quiz.deck.read import read
from quiz.deck.spans import Span
from quiz.deck.write import card_lines
from quiz.problem import Place, Problem


@dataclass(frozen=True, slots=True)
class Carried:
    """What came of carrying: the text of the deck that takes them, and which identity became which (both sides).

    `sources` are the keys under which the taking deck has the sources of the other one. `there` are the cards (by
    their identities before) that it had already, word for word: from a carrying that was cut short.
    """

    text: str
    became: Mapping[str, str]
    sources: Mapping[str, str]
    there: frozenset[str] = frozenset()


def carried(text: str, path: str, wanted: Collection[str], to_text: str, to_path: str) -> Carried | Problem:
    """The cards `wanted` (identities) of one deck put behind the last card of another.

    Why not, otherwise: "mv-language" (a card would be read in another language), "mv-there" (the other deck asks this
    and means something else), or "deck-not-editable".
    """
    body, to_body = text.removeprefix(BOM), to_text.removeprefix(BOM)
    deck, problems = read(body, path)
    to_deck, to_problems = begun(to_body, to_path)
    if deck is None or to_deck is None:
        return next(iter(problems if deck is None else to_problems), Problem("deck-not-editable", Place(to_path)))
    cards = [card for card in deck.cards if card.identity in wanted and card.identity == card.sibling]
    if cards and deck.language != to_deck.language:
        facts = {"language": deck.language, "other": to_deck.language, "path": to_path}
        return Problem("mv-language", Place(path, cards[0].place.line), facts)
    keys = _keys(deck, to_deck, cards)
    became = {card.identity: identity(to_deck.id, card.question, card.written_id) for card in cards}
    moved = {card.identity: _moved(card, became[card.identity], keys) for card in cards}
    there: set[str] = set()
    known = {card.identity: card for card in to_deck.cards}
    for card in cards:
        other = known.get(became[card.identity])
        if other is not None and bare_card(other) == bare_card(moved[card.identity]):
            there.add(card.identity)
        elif other is not None:
            facts = {"question": card.question, "path": f"{to_path}:{other.place.line}"}
            return Problem("mv-there", Place(path, card.place.line), facts)
    new = [card for card in cards if card.identity not in there]
    edited = _with_sources(to_body, to_path, deck, to_deck, keys, new)
    if isinstance(edited, Problem):
        return edited
    both = {card.sibling for card in deck.cards if card.identity == card.sibling + REVERSE}
    texts = _written(body, deck, [card.identity for card in new], keys)
    lines: list[str] = []
    for card in new:
        rendered = [
            line
            for told in card_lines(moved[card.identity], reverse=card.identity in both)
            for line in told.split("\n")
        ]
        lines += texts.get(card.identity) or rendered
    edited = _put(edited, lines)
    after, found = read(edited, to_path)
    mine = [bare_card(moved[card.identity]) for card in new]
    own = [bare_card(card) for card in to_deck.cards]
    got = [bare_card(card) for card in after.cards if card.identity == card.sibling] if after else []
    if got != [*(card for card in own if card.identity == card.sibling), *mine] or more_wrong(
        found, (*to_problems, *problems)
    ):
        return Problem("deck-not-editable", Place(to_path))
    sides = {one + REVERSE: new + REVERSE for one, new in became.items() if one in both}
    return Carried(to_text[: len(to_text) - len(to_body)] + edited, {**became, **sides}, keys, frozenset(there))


def _moved(card: Card, own: str, keys: Mapping[str, str]) -> Card:
    return replace(
        card,
        identity=own,
        sibling=own,
        sources=tuple(keys[key] for key in card.sources),
        evidence=tuple(replace(one, source=keys[one.source]) for one in card.evidence),
    )


def _keys(deck: Deck, to_deck: Deck, cards: Iterable[Card]) -> dict[str, str]:
    """The key that each source of the cards has in the other deck: its own, unless that is another source's there."""
    there = {source.key: source for source in to_deck.sources}
    known = {source.key: source for source in deck.sources}
    keys: dict[str, str] = {}
    for key in dict.fromkeys(key for card in cards for key in card.sources):
        same = next((one.key for one in there.values() if replace(one, key=key) == known[key]), "")
        new, number = key, 1
        while not same and (new in there or new in keys.values()):
            number += 1
            new = f"{key}-{number}"
        keys[key] = same or new
    return keys


def _with_sources(
    to_body: str, to_path: str, deck: Deck, to_deck: Deck, keys: Mapping[str, str], cards: Iterable[Card]
) -> str | Problem:
    there = {source.key for source in to_deck.sources}
    used = {key for card in cards for key in card.sources}
    new = tuple(
        replace(source, key=keys[source.key])
        for source in deck.sources
        if source.key in used and keys[source.key] not in there
    )
    if not new:
        return to_body
    if to_deck.cards:
        return changed(to_body, to_path, Changes(sources=new))
    from quiz.deck.write import source_lines

    root = root_of(to_body)
    pair = root.get("cards") if root else None
    if root is None or to_deck.sources:
        return Problem("deck-not-editable", Place(to_path))
    nl = break_of(to_body)
    if not to_body.endswith(("\n", "\r")):
        to_body += nl
    at = line_start(to_body, pair[0].start) if pair else len(to_body)
    lines = ["sources:", *(line for source in new for line in source_lines(source))]
    return to_body[:at] + "".join(line + nl for line in lines) + to_body[at:]


def _written(body: str, deck: Deck, wanted: Collection[str], keys: Mapping[str, str]) -> dict[str, list[str]]:
    """The lines of cards as their author wrote them, the dash two spaces in; those that are lines of their own.

    Only the keys of their sources are those of the other deck.
    """
    found: dict[str, list[str]] = {}
    for item, card in cards_of(body, deck):
        if card.identity in wanted and (lines := _lines(body, item, keys)):
            found[card.identity] = lines
    return found


def _lines(body: str, item: Span, keys: Mapping[str, str]) -> list[str]:
    start = line_start(body, item.start)
    if not re.fullmatch(r" *- +", body[start : item.start]):
        return []
    margin = body.index("-", start) - start
    end = next_line(body, last_sign(body, item.end))
    renamed = [
        (one.start - start, one.end - start, in_flow(keys[name]))
        for one in _named(item)
        if keys.get(name := one.value.strip(), name) != name
    ]
    lines = re.split(r"\r\n?|\n", cut(body[start:end], renamed))
    if not lines[-1]:
        lines.pop()
    if any(line[:margin].strip() for line in lines):
        return []
    return ["  " + line[margin:] if line.strip() else "" for line in lines]


def _named(item: Span) -> Iterator[Span]:
    """Where a card names its sources."""
    own, proof = item.get("source"), item.get("evidence")
    entries = (proof[1].items or [proof[1]]) if proof else []
    for pair in (own, *(entry.get("source") for entry in entries)):
        if pair is not None:
            yield from pair[1].items or [pair[1]]


def _put(body: str, lines: list[str]) -> str:
    """The lines behind the last card of the text, at the depth of its cards; in place of none."""
    if not lines:
        return body
    root = root_of(body)
    listed = root.get("cards") if root else None
    if listed is None or not listed[1].items:
        return first(body, tuple(lines))
    items = listed[1].items
    dash = body.rindex("-", 0, items[-1].start)
    margin = " " * (dash - line_start(body, dash))
    nl = break_of(body)
    at = next_line(body, last_sign(body, items[-1].end))
    ended = body[:at].endswith(("\n", "\r"))
    written = nl.join(margin + line[2:] if line else "" for line in lines)
    return f"{body[:at]}{'' if ended else nl}{written}{nl}{body[at:]}"
