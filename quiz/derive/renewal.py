"""What a deck becomes when its articles are derived again: new drafts come, old ones change, what is accepted stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quiz.deck.blocks import Changes
from quiz.deck.card import Card, Deck, Source
from quiz.derive.making import DERIVED
from quiz.problem import Place


@dataclass(frozen=True, slots=True)
class Renewal:
    """The changes to a deck, and what there is to tell of them.

    `differing` are accepted cards which the article now tells otherwise, each with the card as it would be derived
    today: they are somebody's, so they are shown and not touched, unless `renewal` was told to accept all.
    """

    changes: Changes
    added: tuple[Card, ...] = ()
    renewed: tuple[Card, ...] = ()
    gone: tuple[Card, ...] = ()
    differing: tuple[tuple[Card, Card], ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing changes."""
        return self.changes == Changes()


def renewal(deck: Deck, cards: Sequence[Card], sources: Sequence[Source], *, accept: bool = False) -> Renewal:
    """How `deck` takes up the cards that were derived now, from `sources`, under the ids that they have there.

    Drafts follow the article: changed, added, taken out. Accepted cards stay as they are; what was turned down stays
    away. `accept` takes all that is new or changed for accepted.
    """
    old = {card.written_id: card for card in deck.cards if card.written_id and card.identity == card.sibling}
    anew: dict[str, Card] = {}
    added, renewed, differing = [], [], []
    for card in cards:
        before = old.get(card.written_id)
        if before is None:
            if card.written_id not in deck.rejected:
                added.append(replace(card, draft=not accept))
        elif before.draft or accept:
            after = _taking_over(before, card, draft=before.draft and not accept)
            if _said(after) != _said(before):
                renewed.append(after)
                anew[before.identity] = after
        elif _value(card) != _value(before):
            differing.append((before, card))
    keys = {source.key for source in sources}
    derived = {card.written_id for card in cards}
    gone = tuple(
        card
        for card in old.values()
        if card.draft
        and card.written_id not in derived
        and DERIVED.fullmatch(card.written_id)
        and keys >= {*card.sources}
    )
    known = {source.key: source for source in deck.sources}
    changes = Changes(
        remove=tuple(card.identity for card in gone),
        anew=anew,
        add=tuple(added),
        sources=tuple(source for source in sources if source.key not in known),
        digests={
            source.key: source.sha256
            for source in sources
            if source.key in known and known[source.key].sha256 != source.sha256
        },
    )
    return Renewal(changes, tuple(added), tuple(renewed), gone, tuple(differing))


def _taking_over(before: Card, card: Card, *, draft: bool) -> Card:
    """The card as it is derived now, with what only a person can have written beside it."""
    answer = replace(card.answer, accept=tuple(dict.fromkeys((*card.answer.accept, *before.answer.accept))))
    return replace(
        card,
        identity=before.identity,
        sibling=before.sibling,
        answer=answer,
        hint=before.hint or card.hint,
        note=before.note or card.note,
        tags=tuple(dict.fromkeys((*card.tags, *before.tags))),
        as_of=before.as_of or card.as_of,
        draft=draft,
    )


def _said(card: Card) -> Card:
    nowhere = Place("")
    return replace(card, place=nowhere, evidence=tuple(replace(one, place=nowhere) for one in card.evidence))


def _value(card: Card) -> tuple[str, str, tuple[str, ...]]:
    return card.answer.kind, card.answer.text if card.answer.kind != "cloze" else "", card.answer.items
