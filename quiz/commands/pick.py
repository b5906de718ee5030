"""Which card is meant: by its identity, its id, its line in a file, or words of its question."""

from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.deck.card import Card, Deck
    from quiz.house import House
    from quiz.library import Library

#: Of the cards that a few words may mean, so many are listed.
LISTED = 10
#: As much of an identity without an id as tells it from others, as in version control.
SHORT = 6


class Pick(NamedTuple):
    """A card as its file says it now, drafts too; `deck` is that file's deck, at `path`."""

    card: Card
    deck: Deck
    path: str

    @property
    def reverse(self) -> bool:
        """Whether it is asked the other way round too."""
        return any(one.sibling == self.card.identity != one.identity for one in self.deck.cards)


def pick(name: str, library: Library, house: House) -> Pick:
    """The card that `name` means.

    Raises `Failure`: "no-such-card"; "card-several", after listing them; what is wrong with its file.
    """
    at = file_and_line(name)
    if at is not None:
        return _at_line(*at)
    name = unicodedata.normalize("NFC", name)
    identities = _named(name, library)
    found = library.cards(identities)
    if len(found) > 1:
        raise several(name, [(one.identity, one.question) for one in found.values()], house)
    for identity, card in found.items():
        deck = read_deck(card.place.path)
        now = find(deck, identity)
        if now is not None:
            return Pick(now, deck, card.place.path)
    aside = [Pick(card, deck, deck.path) for deck in with_others(library, house) for card in _aside(name, deck)]
    if len(aside) == 1:
        return aside[0]
    if aside:
        raise several(name, [(one.card.identity, one.card.question) for one in aside], house)
    called = any(row.id == name for row in library.decks(house.today()))
    raise Failure(Problem("card-is-deck" if called else "no-such-card", facts={"name": name}), exit_code=1)


def picks(names: Sequence[str], library: Library, house: House) -> list[Pick]:
    """The cards that these names mean, each once."""
    found = {one.card.identity: one for one in (pick(name, library, house) for name in names)}
    return list(found.values())


def find(deck: Deck, identity: str) -> Card | None:
    """The card of a deck as its author wrote it, by its identity or that of its other side."""
    sides = {card.identity: card.sibling for card in deck.cards}
    own = sides.get(identity)
    return next((card for card in deck.cards if card.identity == own), None)


def read_deck(path: str) -> Deck:
    """The deck of a file as it is now. Raises `Failure` where there is none to read."""
    from quiz.deck.characters import decode
    from quiz.deck.read import read
    from quiz.library import file
    from quiz.library.collector import paused

    text = decode(file.read(path).data, path)
    if isinstance(text, Problem):
        raise Failure(text, exit_code=3)
    with paused():
        deck, problems = read(text, path)
    if deck is None:
        raise Failure(*problems, exit_code=1)
    return deck


def short(identity: str) -> str:
    """An identity as a list shows it: `deck/id`, or the first of its hex digits."""
    return identity if "/" in identity else identity[: SHORT + 2]


def file_and_line(name: str) -> tuple[str, int] | None:
    """FILE:LINE, or FILE:LINE:COLUMN as problems are shown; None where it is neither or there is no such file."""
    parts = name.split(":")
    for count in (2, 1):
        path, numbers = ":".join(parts[:-count]), parts[-count:]
        if path and all(number.isdecimal() for number in numbers) and os.path.isfile(path):
            return path, int(numbers[0])
    return None


def on_line(deck: Deck, line: int) -> Card | None:
    """The card of a deck that stands on a line: the last one that begins there or above."""
    above = [card for card in deck.cards if card.identity == card.sibling and card.place.line <= line]
    return above[-1] if above else None


def _at_line(path: str, line: int) -> Pick:
    deck = read_deck(path)
    card = on_line(deck, line)
    if card is None:
        raise Failure(Problem("no-such-card", facts={"name": f"{path}:{line}"}), exit_code=1)
    return Pick(card, deck, path)


def _named(name: str, library: Library) -> list[str]:
    """The identities that `name` may mean: the surest way first, and only that one's."""
    if name in library.cards((name,)):
        return [name]
    known = library.kinds()
    own = [one for one in known if one.rpartition("/")[2] == name and not one.endswith("/reverse")]
    if not own and len(name) >= SHORT and "/" not in name:
        own = [one for one in known if one.startswith(name) and "/" not in one]
    return own or [one for one in library.search(name, LISTED * 10) if _asks(name, one, library)]


def _asks(name: str, identity: str, library: Library) -> bool:
    """Whether a card's question has the words of `name`, which are found in its answer and note too."""
    from quiz.library.search import marks, parse

    front = library.front(identity)
    if front is None or identity.endswith("/reverse"):
        return False
    terms = parse(name).terms
    return all(any(True for _ in marks(front.question, [term])) for term in terms)


def with_others(library: Library, house: House) -> Iterator[Deck]:
    """The decks with cards that the index leaves out: drafts, and cards that others supersede."""
    from quiz.library import file

    for row in library.decks(house.today()):
        try:
            text = file.read(row.path).data
            if b"draft" in text or b"supersedes" in text:
                yield read_deck(row.path)
        except Failure:
            continue


def _aside(name: str, deck: Deck) -> Iterator[Card]:
    """The drafts and the superseded cards of a deck that `name` may mean."""
    from quiz.language.text import words

    asked = set(words(name))
    for card in deck.cards:
        if not (card.draft or card.superseded_by) or card.identity != card.sibling:
            continue
        if name in (card.identity, card.written_id) or (asked and asked <= set(words(card.question))):
            yield card


def several(name: str, cards: Sequence[tuple[str, str]], house: House) -> Failure:
    """The failure to raise where a name may mean several cards (identity, question), after listing the first."""
    from quiz.words.safe import safe

    for identity, question in cards[:LISTED]:
        print(f"  {safe(short(identity))}  {safe(question)}", file=house.err)
    if len(cards) > LISTED:
        print("  …", file=house.err)
    return Failure(Problem("card-several", facts={"name": name, "count": len(cards)}), exit_code=1)
