"""`quiz mv`: cards, or whole decks, carried to another deck; their sources, texts and histories come along.

The order of what is written: first the deck that takes them, then the log, last the deck that gives them. Cut short
anywhere, no card is lost and no history; the same command again finds what is done and does the rest.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping, Sequence

    from quiz.deck.card import Deck
    from quiz.deck.carrying import Carried
    from quiz.house import House
    from quiz.library import Library
    from quiz.words import Words


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz mv`."""
    parser.intermixed = True  # type: ignore[attr-defined]
    parser.add_argument("cards", nargs="+", help=words.say("help.mv-cards"))
    parser.add_argument("deck", help=words.say("help.mv-deck"))
    parser.add_argument("--new", action="store_true", help=words.say("help.add-new"))
    parser.add_argument("--json", action="store_true", help=words.say("help.json"))


class Moved(NamedTuple):
    """What was carried out of one file: the identities that became others, those that were there already, and where
    the file was put that has no card left ("": it has).
    """

    path: str
    became: Mapping[str, str]
    there: frozenset[str]
    kept_as: str = ""


def run(options: Namespace, house: House) -> int:
    """Carry the cards, file by file."""
    from quiz.commands.follow import look_again
    from quiz.commands.shelf import opened

    library = opened((), house).library
    wanted = _wanted(options.cards, library, house)
    to_path = _target(options, next(iter(wanted)), library, house)
    done = [
        _carry(path, cards, to_path, library, house)
        for path, cards in wanted.items()
        if os.path.realpath(path) != os.path.realpath(to_path)
    ]
    look_again(library, house)
    _tell(done, to_path, options, house)
    return 0


def _wanted(names: Sequence[str], library: Library, house: House) -> dict[str, set[str]]:
    """The cards meant, by their files; the name of a deck means all of its cards."""
    from quiz.commands.pick import pick, read_deck
    from quiz.commands.target import target

    found: dict[str, set[str]] = {}
    for name in names:
        path = target(name, library, house)
        if path:
            found.setdefault(path, set()).update(card.identity for card in read_deck(path).cards)
        else:
            one = pick(name, library, house)
            found.setdefault(one.path, set()).add(one.card.identity)
    return found


def _target(options: Namespace, source: str, library: Library, house: House) -> str:
    from quiz.commands.new import file_of, make, named, place
    from quiz.commands.pick import read_deck
    from quiz.commands.target import known_target, target

    path = target(options.deck, library, house)
    if path or not options.new:
        return path or known_target(options.deck, library, house)
    own, title = named(options.deck)
    path = place(own, file_of(options.deck), house)
    make(path, own, title, read_deck(source).language, house, example=False)
    return path


def _carry(path: str, cards: set[str], to_path: str, library: Library, house: House) -> Moved:
    from quiz.commands.follow import follow
    from quiz.commands.rewrite import refusal, rewrite
    from quiz.deck.blocks import Changes, changed
    from quiz.deck.carrying import carried
    from quiz.deck.characters import decode
    from quiz.library import file

    refused = refusal(path, house)
    if refused is not None:  # before another deck takes what this one cannot give
        raise Failure(refused, exit_code=3)
    text = decode(file.read(path).data, path)
    if isinstance(text, Problem):
        raise Failure(text, exit_code=3)
    made: list[Carried] = []

    def put(to_text: str) -> str | Problem:
        told = carried(text, path, cards, to_text, to_path)
        made[:] = [] if isinstance(told, Problem) else [told]
        return told if isinstance(told, Problem) else told.text

    problem = rewrite(to_path, put, house)
    if problem is not None:
        raise Failure(problem, exit_code=1)
    from quiz.commands.pick import read_deck

    deck = read_deck(path)
    _texts(path, to_path, deck, made[0].sources)
    follow(made[0].became, library, house)
    gone = [card.identity for card in deck.cards if card.identity == card.sibling and card.identity in made[0].became]
    problem = rewrite(path, lambda now: changed(now, path, Changes(remove=gone)), house)
    if problem is not None and problem.code == "deck-would-be-empty":
        return Moved(path, made[0].became, made[0].there, _set_aside(path))
    if problem is not None:
        raise Failure(Problem("mv-half", facts={"path": path, "other": to_path}), problem, exit_code=3)
    return Moved(path, made[0].became, made[0].there)


def _texts(path: str, to_path: str, deck: Deck, keys: Mapping[str, str]) -> None:
    """The texts of the sources, copied beside the deck that has them now; what is there already is left."""
    from quiz.library import file
    from quiz.library.texts import folder_of

    for source in deck.sources:
        if source.key not in keys:
            continue
        names = [os.path.basename(source.file)] if source.file else [f"{source.key}.txt", f"{source.key}.md"]
        for name in names:
            there = os.path.join(folder_of(path), name)
            new = name if source.file else keys[source.key] + os.path.splitext(name)[1]
            copy = os.path.join(folder_of(to_path), new)
            if os.path.isfile(there) and not os.path.exists(copy):
                file.write(copy, file.read(there).data, None)


def _set_aside(path: str) -> str:
    """A file that has no card left, under a name that is no deck's: what else stood in it is kept."""
    kept, number = f"{path}.bak", 1
    while os.path.lexists(kept):
        number += 1
        kept = f"{path}.bak{number}"
    os.rename(path, kept)
    return kept


def _tell(done: Sequence[Moved], to_path: str, options: Namespace, house: House) -> None:
    from quiz.commands.printed import write_json

    say = house.words.say
    pairs = [(one.path, old, new) for one in done for old, new in one.became.items() if not old.endswith("/reverse")]
    if options.json:
        told: list[dict[str, Any]] = [{"from": old, "card": new, "path": path} for path, old, new in pairs]
        kept = [{"path": one.path, "kept_as": one.kept_as} for one in done if one.kept_as]
        write_json({"path": to_path, "moved": told, "emptied": kept}, house)
        return
    print(say("mv.done", count=len(pairs), path=to_path), file=house.out)
    there = sum(len(one.there) for one in done)
    if there:
        print(say("mv.there", count=there), file=house.out)
    for one in done:
        if one.kept_as:
            print(say("mv.emptied", path=one.path, kept=one.kept_as), file=house.out)
