"""`quiz list`: the cards of the library, one a line, narrowed by what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from quiz.problem import Failure

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from quiz.deck.card import Card
    from quiz.house import House
    from quiz.library import Library
    from quiz.memory.memory import Memory
    from quiz.words import Words

DEFAULTS: Final[dict[str, Any]] = {
    "words": [],
    "deck": [],
    "tag": [],
    "kind": [],
    "due": False,
    "new": False,
    "drafts": False,
    "superseded": False,
    "mend": False,
    "tags": False,
    "json": False,
}


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz list`."""
    from quiz.answers.verdict import KIND_NAMES

    say = words.say
    parser.add_argument("words", nargs="*", help=say("help.list-words"))
    parser.add_argument("--deck", action="append", default=[], help=say("help.list-deck"))
    parser.add_argument("--tag", action="append", default=[], help=say("help.list-tag"))
    parser.add_argument(
        "--kind", action="append", default=[], choices=KIND_NAMES, metavar="KIND", help=say("help.list-kind")
    )
    parser.add_argument("--due", action="store_true", help=say("help.list-due"))
    parser.add_argument("--new", action="store_true", help=say("help.list-new"))
    parser.add_argument("--drafts", action="store_true", help=say("help.list-drafts"))
    parser.add_argument("--superseded", action="store_true", help=say("help.list-superseded"))
    parser.add_argument("--mend", action="store_true", help=say("help.list-mend"))
    parser.add_argument("--tags", action="store_true", help=say("help.list-tags"))
    parser.add_argument("--json", action="store_true", help=say("help.json"))


def run(options: Namespace, house: House) -> int:
    """List the cards."""
    from quiz.commands.shelf import opened
    from quiz.library.collector import paused

    with paused():
        library = opened((), house, read_only=True).library
        own = {row.id for row in library.decks(house.today()) if row.id}
        named = [word for word in options.words if word in own]  # a word that is a deck means the deck
        options.words = [word for word in options.words if word not in named]
        decks = _decks([*options.deck, *named], library, house)
        aside = options.drafts or options.superseded
        cards = _aside(decks, drafts=options.drafts) if aside else _cards(decks, library)
        found = [(deck, card) for deck, card in cards if _wanted(card, options)]
        memories = house.journal(read_only=True).memories(card.identity for _, card in found)
        today = house.today()
        rows = [
            (deck, card, memories[card.identity])
            for deck, card in found
            if _stands(memories[card.identity], today, options)
        ]
        if options.mend:
            marked = house.journal(read_only=True).to_mend()
            rows = [row for row in rows if row[1].identity in marked]
    if options.tags:
        return _tags([card for _, card, _ in rows], options, house)
    _write(rows, today, options, house)
    return 0


def _decks(names: list[str], library: Library, house: House) -> dict[str, str]:
    """The files meant, and the decks in them."""
    from quiz.commands.target import known_target

    if names:
        wanted = {known_target(name, library, house) for name in names}
        return {row.path: row.id for row in library.decks(house.today()) if row.path in wanted}
    return {row.path: row.id for row in library.decks(house.today()) if row.asked}


def _cards(decks: dict[str, str], library: Library) -> Iterator[tuple[str, Card]]:
    cards = library.cards(library.kinds()).values()
    rank = {path: place for place, path in enumerate(decks)}
    own = [card for card in cards if card.place.path in rank and card.identity == card.sibling]
    for card in sorted(own, key=lambda card: (rank[card.place.path], card.place.line)):
        yield decks[card.place.path], card


def _aside(decks: dict[str, str], *, drafts: bool) -> Iterator[tuple[str, Card]]:
    """The cards of the files that are not asked: drafts, or those that others supersede."""
    from quiz.commands.pick import read_deck
    from quiz.library import file

    for path, own in decks.items():
        try:
            deck = read_deck(path) if (b"draft" if drafts else b"supersedes") in file.read(path).data else None
        except Failure:
            continue
        for card in deck.cards if deck else ():
            if (card.draft if drafts else card.superseded_by) and card.identity == card.sibling:
                yield own, card


def _wanted(card: Card, options: Namespace) -> bool:
    from quiz.language.text import fold

    if options.kind and card.answer.kind not in options.kind:
        return False
    tags = {fold(tag) for tag in card.tags}
    if not all(fold(tag) in tags for tag in options.tag):
        return False
    said = fold(f"{card.question} {card.identity}") if options.words else ""
    return all(fold(word) in said for word in options.words)


def _stands(memory: Memory, today: int, options: Namespace) -> bool:
    if options.due and (memory.due is None or memory.due > today or memory.suspended):
        return False
    return not (options.new and memory.due is not None)


def _write(rows: list[tuple[str, Card, Memory]], today: int, options: Namespace, house: House) -> None:
    from quiz.commands.pick import short
    from quiz.commands.printed import card_json, memory_json, standing, write_json
    from quiz.words.safe import safe

    if options.json:
        told = [card_json(card, deck) | {"memory": memory_json(memory)} for deck, card, memory in rows]
        write_json({"study_day": today, "cards": told}, house)
        return
    say = house.words.say
    if not rows:
        words = " ".join(options.words)
        print(say("list.none-so", words=words) if words else say("cards.none"), file=house.out)
        return
    before = ""
    for deck, card, memory in rows:
        if deck != before:
            print(("\n" if before else "") + safe(deck), file=house.out)
            before = deck
        tags = f"  #{' #'.join(card.tags)}" if card.tags else ""
        state = standing(memory, today, house.words)
        if card.draft or card.superseded_by:
            state = say("list.draft") if card.draft else say("list.superseded", by=short(card.superseded_by))
        own = short(card.identity).removeprefix(f"{deck}/")
        print(
            f"  {safe(own)}  {safe(card.question)}",
            f"      {card.answer.kind} · {state}{safe(tags)}",
            sep="\n",
            file=house.out,
        )
    print(f"\n{say('list.count', count=len(rows))}", file=house.out)


def _tags(cards: list[Card], options: Namespace, house: House) -> int:
    """Every tag with how many cards have it."""
    from collections import Counter

    from quiz.commands.printed import write_json
    from quiz.words.safe import safe

    counts = Counter(tag for card in cards for tag in card.tags)
    if options.json:
        write_json({"tags": [{"tag": tag, "cards": count} for tag, count in counts.most_common()]}, house)
        return 0
    for tag, count in counts.most_common():
        print(f"{count:6}  {safe(tag)}", file=house.out)
    if not counts:
        print(house.words.say("list.no-tags"), file=house.out)
    return 0
