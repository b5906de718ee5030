"""A card put behind the last one of a deck, or made the first of a deck that has none yet; every other byte stays."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from quiz.deck import blocks
from quiz.deck.card import Card, Deck
from quiz.deck.cards import reversed_card
from quiz.deck.cuts import BOM, LINE_END, bare, bare_card, break_of, cut, more_wrong, next_line, root_of
from quiz.deck.read import read
from quiz.deck.write import card_lines
from quiz.problem import Place, Problem

#: What is wrong with a deck that has no card yet.
_NO_CARD: Final = frozenset({"cards-empty", "cards-missing", "value-empty"})
_BLANK: Final = ("  - question: .", "    answer: .")


def begun(text: str, path: str) -> tuple[Deck | None, tuple[Problem, ...]]:
    """The deck of a text, as `read` has it; but a deck that has only no card yet is one without cards."""
    body = text.removeprefix(BOM)
    deck, problems = read(body, path)
    if deck is not None or any(one.severity == "error" and one.code not in _NO_CARD for one in problems):
        return deck, problems
    with_one = first(body, _BLANK)
    found, _ = read(with_one, path) if with_one else (None, ())
    if found is None or len(found.cards) != 1:
        return None, problems
    return replace(found, cards=()), tuple(one for one in problems if one.code not in _NO_CARD)


def added(text: str, path: str, card: Card, *, reverse: bool = False) -> str | Problem:
    """The deck's text with the card as its last; or why not ("deck-not-editable", or what is wrong with the deck)."""
    body = text.removeprefix(BOM)
    deck, problems = begun(text, path)
    if deck is None:
        return problems[0] if problems else Problem("deck-not-editable", Place(path))
    if deck.cards:
        sides = (card.identity,) if reverse else ()
        edited = blocks.changed(text, path, blocks.Changes(put={"": card}, reverse=sides))
        return edited if isinstance(edited, Problem) else _aired(edited, text)
    edited = first(body, tuple(line for told in card_lines(card, reverse=reverse) for line in told.split("\n")))
    after, found = read(edited, path)
    wanted = (card, reversed_card(card)) if reverse else (card,)
    if (
        after is None
        or list(map(bare_card, after.cards)) != list(map(bare_card, wanted))
        or more_wrong(found, problems)
    ):
        return Problem("deck-not-editable", Place(path))
    return text[: len(text) - len(body)] + edited


def _aired(edited: str, text: str) -> str:
    """The text with an empty line above the new card, where there is one above the last card before it."""
    read_before, _ = read(text.removeprefix(BOM), "")
    read_after, _ = read(edited.removeprefix(BOM), "")
    lines = edited.splitlines(keepends=True)
    if read_before is None or read_after is None or len(edited.splitlines()) != len(LINE_END.split(edited.rstrip())):
        return edited
    last, new = read_before.cards[-1].place.line, read_after.cards[-1].place.line
    if read_before.cards[0].place.line == last or lines[last - 2].strip() or new <= last:
        return edited
    airy = "".join([*lines[: new - 1], break_of(edited), *lines[new - 1 :]])
    found, _ = read(airy.removeprefix(BOM), "")
    return airy if found is not None and bare(found) == bare(read_after) else edited


def first(body: str, lines: tuple[str, ...]) -> str:
    """The text with the lines of a first card; "" where there is no place for it."""
    root = root_of(body)
    nl = break_of(body)
    if root is None or not root.pairs:
        return ""
    written = "".join(line + nl for line in lines)
    end = "" if body.endswith(("\n", "\r")) else nl
    pair = root.get("cards")
    if pair is None:
        return f"{body}{end}cards:{nl}{written}"
    key, value = pair
    if (value.kind == "text" and value.value.strip()) or value.items or value.pairs:
        return ""
    colon = body.index(":", key.end) + 1
    if value.end > colon:  # an empty list in brackets, an empty text in quotation marks
        body = cut(body, [(colon, value.end, "")])
    at = len(body) + len(end) if key is root.pairs[-1][0] else next_line(body, colon)
    body += end
    return f"{body[:at]}{written}{body[at:]}"
