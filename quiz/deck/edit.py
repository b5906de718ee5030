"""One answer more, or one less, in the text of a deck; every other byte, and with it every comment, stays.

The text is cut at the marks of the parser's events, never written anew. Whatever the edit, the result is read again:
if it does not say the same deck with exactly that one entry more (or less), it is not used.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Final

from quiz.deck.card import Card, Deck
from quiz.deck.characters import tidy
from quiz.deck.cuts import BOM, LINE_END, Cut, bare_card, break_of, cut, last_sign, line_end, line_start
from quiz.deck.faults import Faults
from quiz.deck.lesson import Learned, Mark, can_learn, read_mark
from quiz.deck.read import read
from quiz.deck.spans import Span, spans
from quiz.deck.write import scalar
from quiz.problem import Place, Problem

_GAP: Final = re.compile(r"(?:[ \t\r\n]+(?:#[^\r\n]*)?)*")
_BEGINS: Final = re.compile(r"[ \t]*(?:-[ \t]+)?")
_BARE_KEY: Final = re.compile(r"[ \t]*accept:[ \t]*")
#: What parts texts or ends lists inside brackets (`?` to Python's own parser only).
_OF_BRACKETS: Final = re.compile(r"[,\[\]{}:?]")


def teach(text: str, path: str, identity: str, typed: str, on: str) -> str | Problem:
    """The deck's text with `typed` in the `accept:` of the card `identity`, marked with the day `on` (ISO).

    Or why not: "card-not-in-deck", or "deck-not-teachable" with the entry that a person can add.
    """
    body = text.removeprefix(BOM)
    deck, problems = read(body, path)
    card = _card(deck, identity)
    if deck is None or card is None:
        return Problem("card-not-in-deck", facts={"path": path})
    entry = typed.strip()
    refused = Problem("deck-not-teachable", card.place, {"entry": _entry(entry, in_brackets=True)})
    span = _span(body, card)
    if span is None or not can_learn(card, typed):
        return refused
    cuts = _added(body, card, span, entry, Mark(on))
    if cuts is None:
        return refused
    edited = cut(body, cuts)
    wanted = replace(card, answer=replace(card.answer, accept=(*card.answer.accept, entry)))
    if not _says(edited, path, deck, wanted, problems):
        return refused
    return text[: len(text) - len(body)] + edited


def unlearn(text: str, path: str, learned: Learned) -> str | Problem:
    """The text as it was before `learned` was taught.

    To the byte, if nothing else was changed around it since; else without that entry and its mark. Or why not:
    "learned-not-there", or "learned-not-removable" where it must be done by hand.
    """
    body = text.removeprefix(BOM)
    deck, problems = read(body, path)
    card = _card(deck, learned.card)
    span = _span(body, card) if card else None
    pair = span.get("accept") if span else None
    marked = [
        (index, mark)
        for index, item in enumerate(pair[1].items if pair else ())
        if (mark := _mark(body, item)) and item.value.strip() == learned.text and mark.on == learned.on
    ]
    if deck is None or card is None or span is None or pair is None or not marked:
        return Problem("learned-not-there", facts={"path": path, "line": learned.place.line})
    index, mark = marked[-1]
    edited = cut(body, _removed(body, span, pair, index, mark))
    left = list(card.answer.accept)
    del left[len(left) - 1 - left[::-1].index(learned.text)]
    wanted = replace(card, answer=replace(card.answer, accept=tuple(left)))
    if not _says(edited, path, deck, wanted, problems, may_be_empty=not left):
        return Problem("learned-not-removable", learned.place)
    return text[: len(text) - len(body)] + edited


def learned(text: str, path: str) -> tuple[Learned, ...]:
    """Every answer that the deck was taught, in the order of the file."""
    body = text.removeprefix(BOM)
    if "# learned " not in body:
        return ()
    deck, _ = read(body, path)
    cards = {(card.place.line, card.place.column): card for card in reversed(deck.cards if deck else ())}
    tidied = _tidied(body)
    found = []
    for place, span in spans(tidied, cards.keys()).items() if tidied is not None else ():
        pair = span.get("accept")
        for item in pair[1].items if pair else ():
            mark = _mark(body, item)
            if mark:
                card = cards[place]
                line = len(LINE_END.findall(body, 0, item.start)) + 1
                at = Place(path, line, item.column + 1)
                found.append(Learned(card.sibling, card.question, item.value.strip(), mark.on, at))
    return tuple(sorted(found, key=lambda one: one.place.line))


# --- finding ---------------------------------------------------------------------------------------------------------


def _card(deck: Deck | None, identity: str) -> Card | None:
    return next((card for card in deck.cards if card.identity == identity), None) if deck else None


def _span(body: str, card: Card) -> Span | None:
    place = (card.place.line, card.place.column)
    tidied = _tidied(body)
    return spans(tidied, {place}).get(place) if tidied is not None else None


def _tidied(body: str) -> str | None:
    """The text as YAML takes it; None where that moves the offsets (a byte order mark in the midst of it)."""
    tidied = tidy(body, Faults(""))
    return tidied if tidied is not None and len(tidied) == len(body) else None


def _mark(body: str, item: Span) -> Mark | None:
    """The mark of an entry that stands on a line of its own."""
    if item.kind != "text" or not _BEGINS.fullmatch(body, line_start(body, item.start), item.start):
        return None
    end = item.end + body.startswith(",", item.end)
    return read_mark(body[end : line_end(body, end)])


def _break_before(body: str, start: int) -> int:
    """Where the line end begins that stands before `start`, the start of a line."""
    return start - (2 if body.endswith("\r\n", 0, start) else 1)


def _next(body: str, at: int) -> int:
    """The next sign of the YAML from `at`, past spaces, line ends and comments."""
    match = _GAP.match(body, at)
    return match.end() if match else at


# --- adding ----------------------------------------------------------------------------------------------------------


def _added(body: str, card: Card, span: Span, entry: str, mark: Mark) -> list[Cut] | None:
    """The insertions that put `entry` last into the card's `accept:`, whatever form that has."""
    pair = span.get("accept")
    inside = " " * (span.column + 2)
    if pair is None:
        return _with_key(body, card, span, entry, mark, inside)
    key, value = pair
    if value.kind == "list":
        if value.flow:
            return _into_brackets(body, value, _entry(entry, in_brackets=True), mark, inside)
        return _below(body, value.items[-1].end, " " * value.column, entry, mark) if value.items else None
    if value.kind != "text":
        return None
    if span.flow:
        if not value.value:
            return None
        line = f"{inside}{_entry(entry, in_brackets=True)}{replace(mark, made_list=True)}"
        nl = break_of(body, value.end)
        return [(value.start, value.start, "["), (value.end, value.end, f",{nl}{line}{nl}{inside}]")]
    if value.start == value.end:
        return _below(body, _next(body, key.end) + 1, inside, entry, mark)
    return _from_one(body, key, value, inside, entry, replace(mark, made_list=True))


def _with_key(body: str, card: Card, span: Span, entry: str, mark: Mark, inside: str) -> list[Cut] | None:
    """`accept:` itself: below the answer; in a card written in braces, last."""
    answer = span.get(card.answer.kind)
    if answer is None:
        return None
    if not span.flow:
        at = line_end(body, last_sign(body, answer[1].end))
        nl = break_of(body, at)
        lines = (f"{' ' * span.column}accept:", f"{inside}- {_entry(entry)}{mark}")
        return [(at, at, "".join(nl + line for line in lines))]
    end = span.pairs[-1][1].end
    comma = _next(body, end)
    trailing = body.startswith(",", comma)
    at = comma + 1 if trailing else end
    nl = break_of(body, at)
    line = f"{inside}{_entry(entry, in_brackets=True)}{mark}"
    return [(at, at, f"{'' if trailing else ','} accept: [{nl}{line}{nl}{inside}]{',' if trailing else ''}")]


def _below(body: str, end: int, margin: str, entry: str, mark: Mark) -> list[Cut]:
    """`- entry` on a line below what ends at `end`."""
    at = line_end(body, last_sign(body, end))
    return [(at, at, f"{break_of(body, at)}{margin}- {_entry(entry)}{mark}")]


def _from_one(body: str, key: Span, value: Span, inside: str, entry: str, mark: Mark) -> list[Cut]:
    """One text becomes a list of two: a dash before it, which takes over its space, and a line below."""
    colon = _next(body, key.end) + 1
    if LINE_END.search(body, colon, value.start):
        return [(value.start, value.start, "- "), *_below(body, value.end, " " * value.column, entry, mark)]
    return [(colon, colon, f"{break_of(body, colon)}{inside}-"), *_below(body, value.end, inside, entry, mark)]


def _into_brackets(body: str, value: Span, entry: str, mark: Mark, inside: str) -> list[Cut]:
    """An entry on a line of its own before the closing bracket.

    Where the bracket closes behind the last entry, it goes to a line with the margin of the new one; the margin
    is larger than the bracket's where it had a line already. So it can be told which line end is the edit's.
    """
    cuts: list[Cut] = []
    after, trailing = value.start + 1, False
    last = value.items[-1] if value.items else None
    if last:
        comma = _next(body, last.end)
        trailing = body.startswith(",", comma)
        after = comma + 1 if trailing else last.end
        if not trailing:
            cuts.append((last.end, last.end, ","))
    nl, tail = break_of(body, after), "," if trailing else ""
    if not LINE_END.search(body, after, value.end - 1):
        cuts.append((after, after, f"{nl}{inside}{entry}{tail}{mark}{nl}{inside}"))
        return cuts
    at = line_end(body, after)
    start = line_start(body, last.start) if last else 0
    own = line_start(body, value.end - 1)
    least = len(body[own : value.end - 1]) - len(body[own : value.end - 1].lstrip()) + 1
    if last and not body[start : last.start].strip() and (last.start - start >= least or _mark(body, last)):
        inside = body[start : last.start]
    elif len(inside) < least:
        inside = " " * (least + 1)
    cuts.append((at, at, f"{nl}{inside}{entry}{tail}{mark}"))
    return cuts


def _entry(text: str, *, in_brackets: bool = False) -> str:
    """The text as YAML on one line."""
    written = scalar(text)
    if in_brackets and written == text and _OF_BRACKETS.search(text):
        return "'" + text.replace("'", "''") + "'"
    return written


# --- taking back -----------------------------------------------------------------------------------------------------


def _removed(body: str, span: Span, pair: tuple[Span, Span], index: int, mark: Mark) -> list[Cut]:
    """The deletions that undo `_added`."""
    key, value = pair
    items = value.items
    others = [place for place in range(len(items)) if place != index and _mark(body, items[place])]
    if mark.made_list and others:  # the next one now stands for the list that was made
        heir = items[others[0]]
        behind = heir.end + body.startswith(",", heir.end)
        told = _mark(body, heir)
        assert told is not None
        renewed = (behind, line_end(body, behind), str(replace(told, made_list=True)))
        return [*_removed(body, span, pair, index, Mark(mark.on)), renewed]
    if mark.made_list and len(items) == 2 and index == 1:
        cuts = _to_one(body, key, value)
        if cuts:
            return cuts
    if value.flow:
        if len(items) == 1 and span.flow:
            return _without_key(body, span, pair)
        return _out_of_brackets(body, value, index)
    start = line_start(body, items[index].start)
    if len(items) == 1:
        line = line_start(body, key.start)
        if _BARE_KEY.fullmatch(body, line, _break_before(body, start)):
            start = line
    return [(_break_before(body, start), line_end(body, items[index].end), "")]


def _to_one(body: str, key: Span, value: Span) -> list[Cut]:
    """A list of two becomes one text again, where nothing but the two is in it."""
    first, second = value.items
    end = line_end(body, second.end)
    if value.flow:
        line = _break_before(body, line_start(body, second.start))
        if body[first.end : line] != "," or body[end : value.end - 1].strip():
            return []
        return [(value.start, value.start + 1, ""), (first.end, value.end, "")]
    colon = _next(body, key.end) + 1
    dash = body.rfind("-", colon, first.start)
    if body[colon:dash].strip():
        return []
    return [(colon, dash + 1, ""), (_break_before(body, line_start(body, second.start)), end, "")]


def _without_key(body: str, span: Span, pair: tuple[Span, Span]) -> list[Cut]:
    """A card in braces without `accept:` and the comma that parted it."""
    place = next(place for place, other in enumerate(span.pairs) if other[0] is pair[0])
    end = pair[1].end
    comma = _next(body, end)
    if body.startswith(",", comma):
        start = _next(body, span.pairs[place - 1][1].end) + 1 if place else span.start + 1
        return [(start, comma + 1, "")]
    return [(span.pairs[place - 1][1].end if place else pair[0].start, end, "")]


def _out_of_brackets(body: str, value: Span, index: int) -> list[Cut]:
    item = value.items[index]
    start = line_start(body, item.start)
    end = line_end(body, item.end)
    is_last = index == len(value.items) - 1
    cuts: list[Cut] = []
    if is_last and index and not body.startswith(",", _next(body, item.end)):
        comma = _next(body, value.items[index - 1].end)
        cuts.append((comma, comma + 1, ""))
    if is_last and not (index and _mark(body, value.items[index - 1])):
        nl = LINE_END.match(body, end)
        margin = body[start : item.start]
        if nl and body.startswith(margin, nl.end()) and not body[nl.end() : value.end - 1].strip():
            end = nl.end() + len(margin)
    return [*cuts, (_break_before(body, start), end, "")]


# --- cutting and comparing -------------------------------------------------------------------------------------------


def _says(
    edited: str, path: str, deck: Deck, wanted: Card, problems: tuple[Problem, ...], *, may_be_empty: bool = False
) -> bool:
    """Whether `edited` is `deck` with the card `wanted`, wherever things stand in it, and has no new problem."""
    after, found = read(edited, path)
    if after is None or len(after.cards) != len(deck.cards):
        return False
    new = Counter(problem.code for problem in found) - Counter(problem.code for problem in problems)
    if may_be_empty:
        new.pop("value-empty", None)
    if new or replace(after, cards=()) != replace(deck, cards=()):
        return False
    pairs = zip(deck.cards, after.cards, strict=True)
    return all(
        bare_card(wanted if before.identity == wanted.identity else before) == bare_card(card) for before, card in pairs
    )
