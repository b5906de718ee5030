"""One way to write a deck: its keys in the order of the manual, quotation marks only where YAML needs them.

What a deck says never changes, and no comment and no empty line is lost: a comment above a key goes where the key goes.
The text is cut and put together again, never written anew, and read once more before it is used.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from quiz.deck.card import Card, Deck
from quiz.deck.cuts import (
    BOM,
    Cut,
    bare,
    break_of,
    cards_of,
    cut,
    last_sign,
    line_end,
    line_start,
    next_line,
    root_of,
)
from quiz.deck.identity import REVERSE, identity
from quiz.deck.keys import PARTS, Part
from quiz.deck.read import read
from quiz.deck.spans import Span
from quiz.deck.write import scalar
from quiz.language.text import word_set, words
from quiz.problem import Place, Problem

_NOTE: Final = re.compile(r"([ \t]*)#[^\r\n]*(?:\r\n?|\n|\Z)")
_DASH: Final = re.compile(r"[ \t]*(?:-[ \t]+)*")
_NOT_IN_FLOW: Final = re.compile(r"[,\[\]{}]")
_LONGEST_ID: Final = 40
#: Words that tell no card from another.
_SMALL: Final = word_set(
    """
    the a an is are was were be of in on at to for by do does did what which who whom whose when where why how it its
    and le la les l un une des du de d au aux en dans est sont fut furent a ont que qu qui quel quelle quels quelles
    quand ou comment pourquoi combien il elle ils elles on t ce c se s y et
    """
)


def formatted(text: str, path: str) -> str | Problem:
    """The text of a deck, written in the one way. The first error, where there is any; nothing is written over one."""
    body = text.removeprefix(BOM)
    deck, problems = read(body, path)
    error = next((one for one in problems if one.severity == "error"), None)
    if error is not None:
        return error
    if deck is None:
        return text
    made = body
    for step in (_requoted, _inner, _cards, _outer):
        root = root_of(made)
        if root is None:
            return Problem("deck-not-editable", Place(path))
        made = cut(made, step(made, root))
    if not made.endswith(("\n", "\r")):
        made += break_of(made)
    after, found = read(made, path)
    if after is None or bare(after) != bare(deck) or _codes(found) != _codes(problems) or _notes(made) != _notes(body):
        return Problem("deck-not-editable", Place(path))
    return text[: len(text) - len(body)] + made


def _codes(problems: tuple[Problem, ...]) -> Counter[str]:
    return Counter(one.code for one in problems)


def _notes(body: str) -> Counter[str]:
    """The lines that are comments: none may be lost."""
    return Counter(line.strip() for line in body.splitlines() if line.lstrip().startswith("#"))


# --- quotation marks -------------------------------------------------------------------------------------------------


def _requoted(body: str, root: Span) -> Iterator[Cut]:
    """Every text of one line as `scalar` writes it."""
    waiting = [(root, False)]
    while waiting:
        span, inside = waiting.pop()
        if span.kind == "text":
            written = body[span.start : span.end]
            if written and len(written.splitlines()) == 1 and not written.endswith(("\n", "\r")):
                wanted = in_flow(span.value.strip()) if inside else scalar(span.value.strip())
                if span.value.strip() and wanted != written and "\n" not in wanted:
                    yield span.start, span.end, wanted
            continue
        inside = inside or span.flow
        waiting += [(item, inside) for item in span.items]
        waiting += [(one, inside) for pair in span.pairs for one in pair]


def in_flow(text: str) -> str:
    """A text between brackets, where commas and brackets are signs."""
    written = scalar(text)
    if written == text and _NOT_IN_FLOW.search(text):
        return "'" + text.replace("'", "''") + "'"
    if "\n" in written:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    return written


# --- the order of keys -----------------------------------------------------------------------------------------------


def _inner(body: str, root: Span) -> Iterator[Cut]:
    """The keys of each source and of each piece of evidence in order."""
    sources, cards = root.get("sources"), root.get("cards")
    for _, entry in sources[1].pairs if sources else ():
        yield from _ordered(body, entry, "source")
    for card in cards[1].items if cards else ():
        proof = card.get("evidence")
        if proof is not None:
            for entry in proof[1].items or [proof[1]]:
                yield from _ordered(body, entry, "evidence")


def _cards(body: str, root: Span) -> Iterator[Cut]:
    """The keys of each card in order."""
    cards = root.get("cards")
    for card in cards[1].items if cards else ():
        yield from _ordered(body, card, "card")


def _outer(body: str, root: Span) -> Iterator[Cut]:
    """The keys of the deck in order."""
    yield from _ordered(body, root, "deck")


def _ordered(body: str, span: Span, part: Part) -> Iterator[Cut]:
    order = {name: place for place, name in enumerate(PARTS[part])}
    names = [key.value.strip() for key, _ in span.pairs]
    places = [order.get(name, len(order)) for name in names]
    if span.kind != "map" or places == sorted(places):
        return
    turns = sorted(range(len(names)), key=places.__getitem__)
    if span.flow:
        if len(body[span.start : span.end].splitlines()) == 1:
            told = [body[key.start : value.end] for key, value in span.pairs]
            yield span.pairs[0][0].start, span.pairs[-1][1].end, ", ".join(told[turn] for turn in turns)
        return
    start = line_start(body, span.pairs[0][0].start)
    prefix = body[start : span.pairs[0][0].start]
    if not _DASH.fullmatch(prefix):
        return
    nl = break_of(body)
    above: list[str] = []
    told = []
    at = start
    for key, value in span.pairs:
        head = line_start(body, key.start)
        above.append(body[at:head])
        at = next_line(body, last_sign(body, max(value.end, key.end)))
        while (note := _NOTE.match(body, at)) and len(note[1]) > span.column:
            at = note.end()  # a comment deeper than the keys is part of what is above it
        told.append(body[key.start : at] if body[:at].endswith(("\n", "\r")) else body[key.start : at] + nl)
    margin = " " * span.column
    made = [above[turn] + (margin if number else prefix) + told[turn] for number, turn in enumerate(turns)]
    yield start, at, "".join(made)


# --- ids -------------------------------------------------------------------------------------------------------------


def identified(text: str, path: str, free: Callable[[str], bool]) -> tuple[str, dict[str, str]] | Problem:
    """The text with an `id:` on every card, made of its question; and which identity became which.

    `free` says whether an identity has no history of its own: no card takes up another's.
    """
    body = text.removeprefix(BOM)
    deck, problems = read(body, path)
    error = next((one for one in problems if one.severity == "error"), None)
    if error is not None:
        return error
    if deck is None:
        return text, {}
    ids = _ids(deck, free)
    edited = cut(
        body, [_with_id(body, item, ids[card.identity]) for item, card in cards_of(body, deck) if card.identity in ids]
    )
    wanted = replace(deck, cards=tuple(_named(card, deck.id, ids) for card in deck.cards))
    after, found = read(edited, path)
    if after is None or bare(after) != bare(wanted) or _codes(found) != _codes(problems):
        return Problem("deck-not-editable", Place(path))
    became = {
        card.identity: new.identity for card, new in zip(deck.cards, wanted.cards, strict=True) if card.sibling in ids
    }
    return text[: len(text) - len(body)] + edited, became


def _ids(deck: Deck, free: Callable[[str], bool]) -> dict[str, str]:
    """An id for each card that has none."""
    taken = {card.written_id for card in deck.cards} | set(deck.rejected)
    ids: dict[str, str] = {}
    for card in deck.cards:
        if card.written_id or card.identity != card.sibling:
            continue
        stem = own = slug(card.question) or card.answer.kind
        number = 1
        while own in taken or not free(f"{deck.id}/{own}"):
            number += 1
            own = f"{stem}-{number}"
        taken.add(own)
        ids[card.identity] = own
    return ids


def slug(question: str) -> str:
    """The words of a question that tell it from others, joined by hyphens."""
    said = [word for word in words(question) if word.isascii()]
    kept = [word for word in said if word not in _SMALL] or said
    made = ""
    for word in kept:
        more = f"{made}-{word}" if made else word
        if len(more) > _LONGEST_ID:
            break
        made = more
    return made


def _named(card: Card, deck: str, ids: Mapping[str, str]) -> Card:
    own = ids.get(card.sibling)
    if own is None:
        return card
    first = identity(deck, card.question, own)
    side = REVERSE if card.identity != card.sibling else ""
    return replace(card, written_id=own, sibling=first, identity=first + side)


def _with_id(body: str, item: Span, own: str) -> Cut:
    if item.flow:
        at = item.pairs[-1][1].end
        return at, at, f", id: {scalar(own)}"
    at = line_end(body, last_sign(body, item.end))
    return at, at, f"{break_of(body)}{' ' * item.column}id: {scalar(own)}"
