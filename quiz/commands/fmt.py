"""`quiz fmt`: decks written in the one way; with `--ids`, every card given a name of its own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final

from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from quiz.house import House
    from quiz.words import Words


#: Not the deck is at fault, but its file.
UNWRITTEN: Final = frozenset(
    ("deck-read-only", "deck-shipped", "file-changed", "file-missing", "file-unreadable", "file-unwritable")
)


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz fmt`."""
    parser.add_argument("paths", nargs="*", help=words.say("help.fmt-paths"))
    parser.add_argument("--check", action="store_true", help=words.say("help.fmt-check"))
    parser.add_argument("--ids", action="store_true", help=words.say("help.fmt-ids"))
    parser.add_argument("--json", action="store_true", help=words.say("help.json"))


def run(options: Namespace, house: House) -> int:
    """Write each deck that is not so yet, or with `--check` only name it."""
    from quiz.commands.follow import follow, look_again
    from quiz.commands.printed import write_json
    from quiz.commands.report import as_json, report
    from quiz.commands.shelf import opened
    from quiz.commands.target import is_path, target
    from quiz.library.folder import find

    library = opened((), house, read_only=options.check).library
    paths = [
        name if is_path(name) or os.path.isdir(name) else target(name, library, house) or name for name in options.paths
    ]
    found, lost = find(paths or _own(house))
    if lost:
        raise Failure(*lost, exit_code=3)
    rows: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for file in found:
        path = os.path.relpath(file.path) if os.path.relpath(file.path) in paths else file.path
        changed, became, problem = _one(path, options, house)
        if problem is not None:
            problems.append(problem)
        if became and not options.check:
            follow(became, library, house)
        rows.append({"path": path, "changed": changed, "ids": len(set(became.values()))})
    if not options.check and any(row["ids"] for row in rows):
        look_again(library, house)
    touched = [row for row in rows if row["changed"]]
    report(problems, house)
    if options.json:
        write_json({"decks": rows, "problems": [as_json(one, house.words) for one in problems]}, house)
    else:
        say = house.words.say
        for row in touched:
            key = "fmt.would" if options.check else "fmt.written"
            print(say(key, path=row["path"]), file=house.out)
        ids = sum(row["ids"] for row in rows)
        if ids:
            print(say("fmt.ids-missing" if options.check else "fmt.ids", count=ids), file=house.out)
        if not touched and not problems:
            print(say("fmt.well", count=len(rows)), file=house.out)
    if any(problem.code in UNWRITTEN for problem in problems):
        return 3
    return 1 if problems or (options.check and touched) else 0


def _own(house: House) -> list[str]:
    """The library without what came with the program."""
    from quiz.settings import deck_paths

    shipped = os.path.realpath(house.places.shipped)
    return [path for path in deck_paths(house.settings, house.places) if os.path.realpath(path) != shipped]


def _one(path: str, options: Namespace, house: House) -> tuple[bool, dict[str, str], Problem | None]:
    """Write one deck: whether it was not so yet, which identities became which, why it could not be."""
    from quiz.commands.rewrite import rewrite
    from quiz.deck.characters import decode
    from quiz.library import file

    became: dict[str, str] = {}
    try:
        text = decode(file.read(path).data, path)
    except Failure as failure:
        return False, {}, failure.problems[0]
    if isinstance(text, Problem):
        return False, {}, text

    def made(text: str) -> str | Problem:
        became.clear()
        return _made(text, path, became, options, house)

    wanted = made(text)
    if isinstance(wanted, Problem):
        return False, {}, wanted
    if wanted == text or options.check:
        return wanted != text, became, None
    problem = rewrite(path, made, house)
    return problem is None, {} if problem else became, problem


def _made(text: str, path: str, became: dict[str, str], options: Namespace, house: House) -> str | Problem:
    from quiz.deck.fmt import formatted, identified

    if options.ids:
        journal = house.journal(read_only=options.check)
        told = identified(text, path, lambda own: next(journal.events(own), None) is None)
        if isinstance(told, Problem):
            return told
        text, named = told
        became.update(named)
    return formatted(text, path)
