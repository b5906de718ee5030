"""`quiz tag`: tags put on cards and taken off; a tag called otherwise in every deck."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NoReturn

from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping

    from quiz.house import House
    from quiz.library import Library
    from quiz.words import Words


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz tag`."""
    parser.add_argument("--json", action="store_true", help=words.say("help.json"))
    parser.add_argument("--rename", nargs=2, metavar=("OLD", "NEW"), help=words.say("help.tag-rename"))
    # A word that begins with a minus is a tag to take off, not an option.
    parser.add_argument("cards", nargs=argparse.REMAINDER, help=words.say("help.tag-cards"))


def run(options: Namespace, house: House) -> int:
    """Change the tags, file by file."""
    from quiz.commands.shelf import opened

    library = opened((), house, read_only=True).library
    cards = [word for word in options.cards if word not in ("--json", "--")]
    options.json = options.json or "--json" in options.cards
    if options.rename:
        if cards:
            _usage("tag.rename-alone", house)
        return _write(_renamed(options.rename[0], options.rename[1], library, house), options, house)
    add = [word[1:].lstrip("#") for word in cards if word[:1] == "+" and len(word) > 1]
    remove = [word[1:].lstrip("#") for word in cards if word[:1] == "-" and len(word) > 1]
    names = [word for word in cards if word[:1] not in ("+", "-")]
    if not names or not (add or remove):
        _usage("tag.what", house)
    return _write(_tagged(names, add, remove, library, house), options, house)


def _usage(key: str, house: House) -> NoReturn:
    raise Failure(Problem("usage", facts={"message": house.words.say(key), "command": "quiz tag"}), exit_code=2)


def _tagged(
    names: list[str], add: list[str], remove: list[str], library: Library, house: House
) -> dict[str, dict[str, tuple[str, ...]]]:
    """The tags that each card is to have, by file and identity."""
    from quiz.commands.pick import picks, read_deck
    from quiz.commands.target import target
    from quiz.deck.tagging import without_and_with

    found: dict[str, dict[str, tuple[str, ...]]] = {}
    decks = {row.id for row in library.decks(house.today()) if row.id}
    whole = [name for name in names if name in decks and name not in library.cards((name,))]
    for name in whole:
        path = target(name, library, house)
        for card in read_deck(path).cards:
            if card.identity == card.sibling:
                found.setdefault(path, {})[card.identity] = without_and_with(card, add, remove)
    for one in picks([name for name in names if name not in whole], library, house):
        found.setdefault(one.path, {})[one.card.identity] = without_and_with(one.card, add, remove)
    return found


def _renamed(old: str, new: str, library: Library, house: House) -> dict[str, dict[str, tuple[str, ...]]]:
    import os

    from quiz.commands.pick import read_deck
    from quiz.commands.report import report
    from quiz.deck.tagging import renamed
    from quiz.language.text import fold

    shipped = os.path.realpath(house.places.shipped) + os.sep
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in library.decks(house.today()):
        try:
            deck = read_deck(row.path)
        except Failure as failure:
            report(failure.problems[:1], house)  # what it holds of this tag stays
            continue
        for card in deck.cards:
            has = any(fold(tag) == fold(old) for tag in card.tags)
            if has and card.identity == card.sibling and not os.path.realpath(row.path).startswith(shipped):
                found.setdefault(row.path, {})[card.identity] = renamed(card, old, new)
    if not found:
        raise Failure(Problem("no-such-tag", facts={"tag": old}), exit_code=1)
    return found


def _write(wanted: Mapping[str, Mapping[str, tuple[str, ...]]], options: Namespace, house: House) -> int:
    from quiz.commands.printed import write_json
    from quiz.commands.report import report
    from quiz.commands.rewrite import rewrite
    from quiz.deck.tagging import retagged
    from quiz.words.safe import safe

    problems, rows = [], []
    for path, tags in wanted.items():
        problem = rewrite(path, lambda text, path=path, tags=tags: retagged(text, path, tags), house)  # type: ignore[misc]
        if problem is not None:
            problems.append(problem)
        else:
            rows += [{"card": card, "path": path, "tags": list(own)} for card, own in tags.items()]
    report(problems, house)
    if options.json:
        write_json({"cards": rows}, house)
    else:
        from quiz.commands.pick import short

        for row in rows:
            told = " ".join(f"#{tag}" for tag in row["tags"]) or house.words.say("tag.none")
            print(f"{safe(short(str(row['card'])))}  {safe(told)}", file=house.out)
    return 3 if problems else 0
