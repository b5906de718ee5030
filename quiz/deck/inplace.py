"""One card taken out of the text of a deck as it is written there, comments and all, and put back changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from quiz.deck.alone import read_alone, text_of
from quiz.deck.blocks import Changes, changed
from quiz.deck.card import Card, Deck
from quiz.deck.cuts import BOM, bare_card, break_of, cards_of, cut, last_sign, line_start, more_wrong, next_line
from quiz.deck.identity import REVERSE
from quiz.deck.read import read
from quiz.deck.spans import Span
from quiz.problem import Place, Problem

_DASH: Final = re.compile(r" *- +")
_BREAK: Final = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Put:
    """A deck's text with a card changed, the card before and after, and whether the other side of each is asked."""

    text: str
    before: Card
    after: Card
    both_before: bool
    both_after: bool


def written(text: str, path: str, identity: str) -> str | Problem:
    """The keys of a card (or of the one whose other side it is) as they stand in the deck, without dash and margin."""
    body = text.removeprefix(BOM)
    deck, problems = read(body, path)
    card = _card(deck, identity)
    if deck is None or card is None:
        broken = next((one for one in problems if one.severity == "error"), None)
        return broken or Problem("card-not-in-deck", facts={"path": path})
    item = next((item for item, one in cards_of(body, deck) if one is card), None)
    lines = _lines(body, item) if item else None
    return "".join(line + "\n" for line in lines) if lines else text_of(card, reverse=_both(deck, card))


def put_back(text: str, path: str, identity: str, was: str, told: str) -> Put | tuple[Problem, ...]:
    """The deck's text with `told` in the place of the card, which still has to stand there as it `was`.

    What is wrong, otherwise: "card-changed", or the problems of `told`, with the lines of that text.
    """
    body = text.removeprefix(BOM)
    deck, problems = read(body, path)
    card = _card(deck, identity)
    if deck is None or card is None or written(text, path, identity) != was:
        return (Problem("card-changed", facts={"path": path}),)
    alone = read_alone(told, deck, card)
    errors = tuple(one for one in alone.problems if one.severity == "error")
    if errors or alone.card is None:
        return errors or (Problem("card-not-in-deck", facts={"path": path}),)
    item = next((item for item, one in cards_of(body, deck) if one is card), None)
    if item is not None and _lines(body, item):
        edited = cut(body, [_cut(body, item, told)])
    else:
        sides = (alone.card.identity,) if alone.reverse else ()
        other = changed(body, path, Changes(anew={card.identity: alone.card}, reverse=sides))
        if isinstance(other, Problem):
            return (other,)
        edited = other
    after, found = read(edited, path)
    place = [one.sibling for one in _own(deck)].index(card.sibling)
    if after is None or len(_own(after)) != len(_own(deck)) or more_wrong(found, problems):
        new = [one for one in found if one not in problems and one.severity == "error"]
        return tuple(Problem(one.code, None, one.facts) for one in new) or (Problem("deck-not-editable", Place(path)),)
    if [bare_card(one) for one in _own(after) if one is not _own(after)[place]] != [
        bare_card(one) for one in _own(deck) if one is not card
    ]:
        return (Problem("deck-not-editable", Place(path, card.place.line)),)
    now = _own(after)[place]
    return Put(text[: len(text) - len(body)] + edited, card, now, _both(deck, card), _both(after, now))


def _own(deck: Deck) -> list[Card]:
    return [card for card in deck.cards if card.identity == card.sibling]


def _card(deck: Deck | None, identity: str) -> Card | None:
    """The card as its author wrote it."""
    own = identity.removesuffix(REVERSE)
    return next((card for card in deck.cards if card.identity == own), None) if deck else None


def _both(deck: Deck, card: Card) -> bool:
    return any(one.identity == card.identity + REVERSE for one in deck.cards)


def _lines(body: str, item: Span) -> list[str] | None:
    """The lines of a card that is a block, its margin taken away."""
    start = line_start(body, item.start)
    if item.flow or not _DASH.fullmatch(body, start, item.start):
        return None
    lines = _BREAK.split(body[start : next_line(body, last_sign(body, item.end))])
    if not lines[-1]:
        lines.pop()
    margin = " " * item.column
    lines[0] = margin + lines[0][item.column :]
    if any(line.strip() and not line.startswith(margin) for line in lines):
        return None
    return [line[item.column :] for line in lines]


def _cut(body: str, item: Span, told: str) -> tuple[int, int, str]:
    start = line_start(body, item.start)
    end = next_line(body, last_sign(body, item.end))
    prefix, margin, nl = body[start : item.start], " " * item.column, break_of(body)
    lines = _BREAK.split(told.strip("\r\n").rstrip())
    above: list[str] = []
    while lines and (not lines[0].strip() or lines[0].startswith("#")):
        above.append(lines.pop(0))
    head = [f"{prefix.partition('-')[0]}{line}".rstrip() for line in above if line.strip()]
    rest = [prefix + lines[0], *(f"{margin}{line}" if line.strip() else "" for line in lines[1:])]
    return start, end, nl.join([*head, *rest]) + (nl if body[:end].endswith(("\n", "\r")) else "")
