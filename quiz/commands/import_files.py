"""The deck files that imported cards come into: read, added to or made, and a further one where one is full."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, NamedTuple

from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from argparse import Namespace

    from quiz.deck.card import Card, Deck
    from quiz.exchange.joining import Joined
    from quiz.exchange.making import Made
    from quiz.house import House
    from quiz.library.folder import Stamp

#: A deck file is filled no further: the reader takes ten million bytes and 100,000 cards.
FULL: Final = 9_000_000
MOST: Final = 90_000
#: Above each card of a smaller deck there is an empty line.
AIRY: Final = 5_000


class There(NamedTuple):
    """A deck file as it stands; `deck` is None where there is no file yet."""

    path: str
    own: str
    deck: Deck | None = None
    text: str = ""
    mark: bytes = b""
    stamp: Stamp | None = None


def path_of(own: str, options: Namespace, house: House) -> str:
    """Where the deck goes: into the library, into a folder, or where it is said."""
    output = options.output
    if not output:
        return os.path.join(house.places.decks, f"{own}.yaml")
    if output.endswith(os.sep) or os.path.isdir(output):
        return os.path.join(output, f"{own}.yaml")
    return str(output)


def read_there(path: str, own: str) -> There:
    """The deck file as it stands. Raises `Failure` where there is one that is no deck."""
    import codecs

    from quiz.deck.characters import decode
    from quiz.deck.read import read
    from quiz.library import file

    if not os.path.lexists(path):
        return There(path, own)
    data, stamp = file.read(path)
    text = decode(data, path)
    if isinstance(text, Problem):
        raise Failure(text, exit_code=1)
    deck, problems = read(text, path)
    if deck is None:
        raise Failure(*problems, exit_code=1)
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return There(path, own, deck, text, mark, stamp)


def join(
    there: There, title: str, made: Made, options: Namespace
) -> tuple[tuple[tuple[str, str, int], ...], list[Joined]]:
    """Bring the cards into the deck's file, and into the files behind it where one cannot hold them."""
    from quiz.exchange.joining import joined, moved

    language = made.cards[0].language
    told: list[tuple[str, str, int]] = []
    done: list[Joined] = []
    waiting, reverse = list(made.cards), made.reverse
    number, part = 1, there
    base = part.deck.id if part.deck else part.own
    while True:
        following = _numbered(there.path, number + 1)
        last = not os.path.lexists(following)
        one = joined(part.deck, waiting, reverse)
        here, waiting = _spread(part, one.added, last=last)
        one.added = here
        one.reverse &= {card.identity for card in here} | set(one.anew)
        if not options.dry_run:
            _write(part, title if number == 1 else f"{title} ({number})", language, one)
        done.append(one)
        told.append((part.path, part.deck.id if part.deck else part.own, len(here)))
        if not waiting:
            return tuple(told), done
        number += 1
        own = f"{base}-{number}"
        part = read_there(following, own)
        own = part.deck.id if part.deck else own
        turned = [(moved(card, own), card.identity in reverse) for card in waiting]
        waiting = [card for card, _ in turned]
        reverse = frozenset(card.identity for card, both in turned if both)


def _numbered(path: str, number: int) -> str:
    base, ending = os.path.splitext(path)
    return f"{base}-{number}{ending}"


def _spread(part: There, cards: list[Card], *, last: bool) -> tuple[list[Card], list[Card]]:
    """As many of the cards as the file can hold, and the rest. One that has another behind it is full."""
    if not last:
        return [], cards
    room = FULL - len(part.text.encode())
    most = MOST - (len(part.deck.cards) if part.deck else 0)
    for place, card in enumerate(cards):
        room -= _size(card)
        if room < 0 or place >= most:
            return cards[:place], cards[place:]
    return cards, []


def _size(card: Card) -> int:
    """About how many bytes a card takes in its file, rather more than fewer: a line for each key, signs doubled."""
    answer = card.answer
    lists = (*answer.items, *answer.options, *answer.accept, *card.tags, *card.sources)
    texts = (card.question, answer.text, card.hint, card.note, *lists)
    said = "\n".join(texts)
    signs = 0 if said.isalnum() else 6 * said.count("\n") + said.count('"') + said.count("'")
    return (len(said) if said.isascii() else len(said.encode())) + signs + 60 + 14 * len(lists) + len(card.written_id)


def _write(part: There, title: str, language: str, joined: Joined) -> None:
    from quiz.commands.schema import refresh_beside
    from quiz.deck.blocks import Changes, changed
    from quiz.deck.card import Deck
    from quiz.deck.cards import reversed_card
    from quiz.deck.modeline import MODELINE
    from quiz.deck.write import write
    from quiz.exchange.joining import sources_of
    from quiz.library import file

    if not joined.added and not joined.anew:
        return
    cards = [*joined.added, *joined.anew.values()]
    if part.deck is None:
        both = [
            side
            for card in joined.added
            for side in ((card, reversed_card(card)) if card.identity in joined.reverse else (card,))
        ]
        deck = Deck(part.own, part.path, title, language, sources_of(cards), tuple(both))
        text = f"{MODELINE}\n{write(deck, airy=len(both) <= AIRY)}"
    else:
        put = {f"{number}\n": card for number, card in enumerate(joined.added)}  # no card has such an identity
        sources = sources_of(cards, part.deck.sources)
        changes = Changes(anew=joined.anew, put=put, sources=sources, reverse=joined.reverse)
        edited = changed(part.text, part.path, changes)
        if isinstance(edited, Problem):
            raise Failure(edited, exit_code=1)
        text = edited
    data = part.mark + text.encode()
    file.write(part.path, data, part.stamp)
    refresh_beside(part.path, text)
