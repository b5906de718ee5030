"""Rules of the signs that are typed, and how they are put right: here a program knows surely what is meant."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match
from typing import Final

from quiz.deck.card import Card, Deck
from quiz.deck.lint.told import NOTHING, Find, Told
from quiz.deck.lint.whole import Found
from quiz.language.pattern import pattern
from quiz.problem import Place

#: Two spaces between two words; three are a layout, and beside a backtick they are code.
DOUBLED: Final = pattern(r"(?<=[\w,;])  (?=[\w(«“{])")
_LAID_OUT: Final = pattern(r"   |`|\n")

#: A plain space where French has one that does not break.
_PLAIN: Final = pattern(r"(?<=[^\s:;!?«]) (?=[?!;:»](?![\w)(/*|\]:=-]))|(?<=«) (?=\S)")
#: What is spoken of as it is typed.
_CODE: Final = pattern("`[^`\n]*`")
_PERHAPS: Final = pattern(" [!;:»]|« ")
#: The sign does not break a line: U+00A0.
NO_BREAK: Final = "\u00a0"


def plain_space(text: str) -> Match[str] | None:
    """The first plain space where French has one that does not break; none of them is between backticks."""
    match = _PLAIN.search(text)
    if match is None or "`" not in text:
        return match
    hidden = _hidden(text)
    return next((one for one in _PLAIN.finditer(text) if not hidden[one.start()]), None)


def unbroken(text: str) -> str:
    """The text with a space that does not break in each of these places."""
    if "`" not in text:
        return _PLAIN.sub(NO_BREAK, text)
    hidden = _hidden(text)
    return _PLAIN.sub(lambda match: match[0] if hidden[match.start()] else NO_BREAK, text)


def _hidden(text: str) -> bytearray:
    """Of each sign whether it stands between backticks."""
    hidden = bytearray(len(text))
    for match in _CODE.finditer(text):
        hidden[match.start() : match.end()] = b"\1" * len(match[0])
    return hidden


def shown_texts(card: Card) -> tuple[tuple[str, str], ...]:
    """The running text of a card, by its keys: what is asked, the hint, the note."""
    asked = ("cloze", card.answer.text) if card.answer.kind == "cloze" else ("question", card.question)
    return asked, ("hint", card.hint), ("note", card.note)


def spaces_doubled(told: Told) -> tuple[Find, ...]:
    """Between two words stands one space."""
    card = told.card
    if "  " not in card.question and "  " not in card.note and "  " not in card.hint:
        return NOTHING
    return tuple(
        (key, {})
        for key, text in shown_texts(card)
        if "  " in text and not _LAID_OUT.search(text) and DOUBLED.search(text)
    )


def french_space(deck: Deck) -> Iterator[Found]:
    """In French a space that does not break stands before : ; ? ! » and after «, or a line may begin with the sign."""
    if deck.language != "fr":
        return
    first: tuple[Place, str] | None = None
    count = 0
    for card in deck.cards:
        if card.draft or card.identity != card.sibling or "french-space" in card.allow:
            continue
        for key, text in shown_texts(card):
            match = plain_space(text) if " ?" in text or _PERHAPS.search(text) else None
            if match:
                count += 1
                first = first or (card.at(key), " ".join(text[: match.end() + 2].split(" ")[-3:]))
                break
    if first:
        yield first[0], {"count": count, "text": first[1]}
