"""`quiz search`: cards by their words, wherever these stand in them, the best first.

Behind the cards that are asked come those that are not: drafts, and cards that others supersede, marked as such.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from quiz.deck.card import Card
    from quiz.house import House
    from quiz.library import Library
    from quiz.library.search import Term, Wanted
    from quiz.words import Words

#: As much is shown of a long text, around the first word that was found.
SHOWN = 100


class Piece(NamedTuple):
    """A part of a card in which words were found: its key, the text around the first of them, and where they stand."""

    key: str
    text: str
    marks: tuple[tuple[int, int], ...]


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz search`."""
    from quiz.commands.parser import whole

    parser.add_argument("words", nargs="+", help=words.say("help.search-words"))
    parser.add_argument("--limit", type=whole, default=20, metavar="N", help=words.say("help.search-limit"))
    parser.add_argument("--json", action="store_true", help=words.say("help.json"))


def run(options: Namespace, house: House) -> int:
    """Search; exit code 1 where nothing is found, as grep's."""
    from quiz.commands.pick import short
    from quiz.commands.printed import answer, card_json, write_json
    from quiz.commands.shelf import opened
    from quiz.library.search import parse
    from quiz.words.safe import safe

    library = opened((), house, read_only=True).library
    text = " ".join(
        f'"{word}"' if " " in word and '"' not in word and ":" not in word else word for word in options.words
    )
    identities = library.search(text, options.limit)
    cards = library.cards(identities)
    for card in _aside(parse(text), library, house):
        if len(cards) >= options.limit:
            break
        cards.setdefault(card.identity, card)
    terms = (*parse(text).terms, *parse(text).tags)
    meant = "" if cards else library.meant(text)
    if options.json:
        decks = {row.path: row.id for row in library.decks(house.today())}
        told = [
            card_json(card, decks.get(card.place.path, ""))
            | {
                "found": [
                    {"key": it.key, "text": it.text, "marks": [list(mark) for mark in it.marks]}
                    for it in pieces(card, terms)
                ]
            }
            for card in cards.values()
        ]
        write_json({"query": text, "meant": meant, "cards": told}, house)
        return 0 if cards else 1
    colour = _coloured(house)
    for card in cards.values():
        found = {piece.key: piece for piece in pieces(card, terms)}
        question = found.pop("question", Piece("", card.question, ()))
        print(f"{safe(short(card.identity))}  {_shown(question, colour=colour)}", file=house.out)
        own = found.pop("answer", None)
        said = _shown(own, colour=colour) if own else safe(answer(card))
        print(f"    {said}{_standing(card, house)}", file=house.out)
        for piece in found.values():
            print(f"    {piece.key}: {_shown(piece, colour=colour)}", file=house.out)
    if not cards:
        told_none = house.words.say("search.none-near" if meant else "search.none", words=text, meant=meant)
        print(told_none, file=house.out)
    elif len(cards) == options.limit:
        print(house.words.say("search.more", count=options.limit), file=house.err)
    return 0 if cards else 1


def _aside(wanted: Wanted, library: Library, house: House) -> Iterator[Card]:
    """The cards that are wanted and not asked, of the decks and editions that are."""
    from quiz.commands.pick import with_others
    from quiz.library.search import fits

    asked = {row.path for row in library.decks(house.today()) if row.asked}
    for deck in with_others(library, house):
        for card in deck.cards if deck.path in asked else ():
            if (card.draft or card.superseded_by) and card.identity == card.sibling and fits(card, deck.id, wanted):
                yield card


def _standing(card: Card, house: House) -> str:
    """What is said of a card that is not asked; nothing of the others."""
    from quiz.commands.pick import short

    if card.draft:
        return f" · {house.words.say('list.draft')}"
    return f" · {house.words.say('list.superseded', by=short(card.superseded_by))}" if card.superseded_by else ""


def pieces(card: Card, terms: tuple[Term, ...]) -> list[Piece]:
    """Where in a card the words stand."""
    from quiz.library.search import marks

    answer = card.answer
    texts = [("question", card.question), *(("answer", text) for text in answer.items or (answer.text,))]
    texts += [("accept", text) for text in answer.accept] + [("options", text) for text in answer.options]
    texts += [("hint", card.hint), ("note", card.note)] + [("tags", tag) for tag in card.tags]
    found: dict[str, Piece] = {}
    for key, text in texts:
        places = tuple(marks(text, terms))
        if places and key not in found:
            found[key] = _around(key, text, places)
    return list(found.values())


def _around(key: str, text: str, places: tuple[tuple[int, int], ...]) -> Piece:
    """The text, or as much of it around the first place as is shown."""
    if key == "question" or len(text) <= SHOWN:
        return Piece(key, text, places)
    start = max(0, places[0][0] - SHOWN // 3)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = text.rfind(" ", start, start + SHOWN)
    end = max(end, places[0][1]) if start + SHOWN < len(text) else len(text)
    head, tail = "… " if start else "", " …" if end < len(text) else ""
    moved = tuple((a - start + len(head), b - start + len(head)) for a, b in places if start <= a and b <= end)
    return Piece(key, f"{head}{text[start:end]}{tail}", moved)


def _coloured(house: House) -> bool:
    from quiz import settings
    from quiz.terminal.paint import colour_wanted

    return house.out.isatty() and colour_wanted(house.environ, settings.color(house.settings, house.environ))


def _shown(piece: Piece, *, colour: bool) -> str:
    """The text with its words marked: by weight on a terminal, by brackets where that is none."""
    from quiz.terminal.paint import ansi
    from quiz.words.safe import safe

    parts, at = [], 0
    for start, end in piece.marks:
        parts += [("", safe(piece.text[at:start])), ("mark", safe(piece.text[start:end]))]
        at = end
    parts.append(("", safe(piece.text[at:])))
    if colour:
        return ansi([tuple(parts)], colour).rstrip("\r\n")
    return "".join(f"[{text}]" if style else text for style, text in parts)
