"""Facts that changed: which card is asked instead of which, and what the answer was before.

A card that says `supersedes:` replaces the card of that `id:`. Where one replaces another that replaces a third, the
newest that is no draft is asked alone, and tells what the newest below it said that is no draft: a draft is in force
on neither side.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from quiz.answers.verdict import Former
from quiz.deck.card import Card
from quiz.deck.faults import Faults
from quiz.deck.keys import nearest

#: In a deck with more ids than these, none is looked for that a misspelt one may have meant.
MANY_IDS = 2_000


def superseding(cards: list[Card], ids: Collection[str], faults: Faults, *, whole: bool) -> None:
    """Give each card its `former` and its `superseded_by`, in place; a `supersedes:` that cannot be is a fault.

    `ids` are all that the deck writes, those of cards that were left out too; where the file was not read `whole`, a
    card that is missing is probably in the rest.
    """
    own = {card.written_id: at for at, card in enumerate(cards) if card.written_id and card.identity == card.sibling}
    older: dict[int, int] = {}
    newer: dict[int, int] = {}
    wanted = [at for at, card in enumerate(cards) if card.supersedes and card.identity == card.sibling]
    for at in sorted(wanted, key=lambda at: cards[at].draft):  # a draft takes no place from a card that is asked
        meant = _meant(cards, at, own, ids, faults, whole=whole)
        if meant is None:
            continue
        first = newer.setdefault(meant, at)
        if first == at:
            older[at] = meant
        else:
            card = cards[at]
            faults.add(
                "supersedes-twice", *_place(card), id=card.supersedes[:80], first=cards[first].place.line,
            )  # fmt: skip
    _unloop(cards, older, newer, faults)
    instead: dict[str, str] = {}
    for at in [at for at in older if at not in newer]:
        _chain(cards, at, older, instead)
    if instead:
        for at, card in enumerate(cards):
            if card.sibling in instead:
                cards[at] = replace(card, superseded_by=instead[card.sibling])


def _place(card: Card) -> tuple[int, int]:
    place = card.at("supersedes")
    return place.line, place.column


def _meant(
    cards: list[Card], at: int, own: dict[str, int], ids: Collection[str], faults: Faults, *, whole: bool
) -> int | None:
    """Which card is superseded by the one at `at`; None, with a fault, where it can be none."""
    card = cards[at]
    name = card.supersedes
    meant = own.get(name)
    if meant is None:
        if whole and name not in ids:
            near = nearest(name, tuple(own)) if len(own) <= MANY_IDS else ""
            if near and near != card.written_id:
                faults.add("supersedes-unknown-near", *_place(card), id=name[:80], meant=near)
            else:
                faults.add("supersedes-unknown", *_place(card), id=name[:80])
        return None
    if meant == at:
        faults.add("supersedes-itself", *_place(card))
        return None
    kind, other = card.answer.kind, cards[meant].answer.kind
    if kind != other:
        first = cards[meant].place.line
        faults.add("supersedes-other-kind", *_place(card), id=name[:80], kind=kind, other=other, first=first)
        return None
    return meant


def _unloop(cards: list[Card], older: dict[int, int], newer: dict[int, int], faults: Faults) -> None:
    """Take the cards out that supersede each other in a circle, and say so at the last of them."""
    seen: set[int] = set()
    for start in list(older):
        way: list[int] = []
        at = start
        while at in older and at not in seen:
            seen.add(at)
            way.append(at)
            at = older[at]
        if at not in way:
            continue
        circle = way[way.index(at) :]
        last = cards[max(circle)]
        names = " → ".join(cards[one].written_id for one in (*circle[:5], circle[0]))
        faults.add("supersedes-loop", *_place(last), ids=names)
        for one in circle:
            del newer[older.pop(one)]


def _chain(cards: list[Card], newest: int, older: dict[int, int], instead: dict[str, str]) -> None:
    """From the newest card down to the oldest: who is asked instead of each, and what each one's answer was before."""
    chain = [newest]
    while chain[-1] in older:
        chain.append(older[chain[-1]])
    asked = ""
    for at in chain:
        card = cards[at]
        if asked:
            instead[card.identity] = asked
        if not card.draft:
            asked = card.identity
    former: Former | None = None
    for at in reversed(chain):
        card = cards[at]
        if former is not None:
            cards[at] = replace(card, former=former)
        if not card.draft:
            former = Former(card.answer, card.as_of)
