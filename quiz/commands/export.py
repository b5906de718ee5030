"""`quiz export`: decks as a table, as Markdown, or as a sheet to print; what they hold besides is listed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from quiz.deck.card import Deck
    from quiz.exchange.written import Written
    from quiz.house import House
    from quiz.words import Words


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz export`."""
    from quiz.exchange.formats import WRITTEN

    say = words.say
    parser.add_argument("decks", nargs="+", help=say("help.export-decks"))
    parser.add_argument("-o", "--output", metavar="PATH", default="", help=say("help.export-output"))
    parser.add_argument("--to", dest="format", choices=WRITTEN, default="", help=say("help.export-to"))
    parser.add_argument("--force", action="store_true", help=say("help.export-force"))
    parser.add_argument("--json", action="store_true", help=say("help.export-json"))


def run(options: Namespace, house: House) -> int:
    """Write the decks, to a file or to the standard output, and say what is not in it."""
    from quiz.exchange.formats import FORMATS, WRITTEN, by_ending

    name = options.format or by_ending(options.output)
    if options.output and name not in WRITTEN:
        raise Failure(Problem("export-format", facts={"path": options.output, "known": WRITTEN}), exit_code=2)
    writer = FORMATS[name or "csv"].write
    if writer is None:  # pragma: no cover - WRITTEN holds those that have one
        raise LookupError(name)
    decks, problems = _decks(options.decks, house)
    written: Written = writer(decks, _labels())
    if options.output:
        _put(options.output, written.text, force=options.force)
    cards = sum(card.identity == card.sibling for deck in decks for card in deck.cards)
    if options.json:
        _write_json(options, name or "csv", decks, cards, written, house)
        return 0
    if not options.output:
        house.out.write(written.text)
    from quiz.commands.report import lines, report

    report(problems, house)
    stream = house.out if options.output else house.err
    house.out.flush()
    if options.output:
        print(house.words.say("export.done", path=options.output, cards=cards, decks=len(decks)), file=stream)
    for problem in written.left:
        print(*lines(problem, house.words), sep="\n", file=stream)
    return 0


def _decks(names: list[str], house: House) -> tuple[list[Deck], list[Problem]]:
    """The decks of these names or files, in their order. Raises `Failure` for one that cannot be read."""
    from quiz.deck.characters import decode
    from quiz.deck.read import read
    from quiz.library.collector import paused
    from quiz.library.file import read as bytes_of
    from quiz.library.folder import find

    paths: dict[str, None] = {}
    for name in names:
        if not _is_path(name):
            paths.update(dict.fromkeys(_paths_of(name, house)))
            continue
        found, lost = find([name])
        if lost:
            raise Failure(*lost)
        paths.update(dict.fromkeys(one.path if os.path.isabs(name) else os.path.relpath(one.path) for one in found))
    decks: list[Deck] = []
    problems: list[Problem] = []
    for path in paths:
        text = decode(bytes_of(path).data, path)
        if isinstance(text, Problem):
            raise Failure(text, exit_code=1)
        with paused():
            deck, faults = read(text, path)
        if deck is None:
            raise Failure(*faults, exit_code=1)
        decks.append(deck)
        problems += [fault for fault in faults if fault.severity == "error"]
    if not decks:
        raise Failure(Problem("path-missing", facts={"path": names[0]}))
    return decks, problems


def _is_path(name: str) -> bool:
    return os.sep in name or name.endswith((".yaml", ".yml")) or os.path.exists(name)


def _paths_of(name: str, house: House) -> list[str]:
    """The file of a deck of the library; of one that is there in several languages, that in the user's."""
    library = house.library()
    library.refresh()
    rows = [row for row in library.decks(house.today()) if row.id == name]
    if not rows:
        raise Failure(Problem("no-such-deck", facts={"name": name}), exit_code=2)
    return [next((row.path for row in rows if row.asked), rows[0].path)]


def _labels() -> dict[str, str]:
    """The words of a printed sheet in each language, by their name and language."""
    from quiz.words import LANGUAGES, load

    return {
        f"{name}-{language}": load(language).say(f"export.{name}")
        for language in LANGUAGES
        for name in ("questions", "answers", "also")
    }


def _put(path: str, text: str, *, force: bool) -> None:
    from quiz.library import file

    stamp = None
    if force and os.path.lexists(path):
        stamp = file.read(path, 1_000_000_000).stamp
    file.write(path, text.encode("utf-8", "surrogatepass"), stamp)


def _write_json(options: Namespace, name: str, decks: list[Deck], cards: int, written: Written, house: House) -> None:
    import json

    from quiz.commands.report import as_json

    told = {
        "path": options.output,
        "format": name,
        "decks": [deck.id for deck in decks],
        "cards": cards,
        "left": [as_json(problem, house.words) for problem in written.left],
        **({} if options.output else {"text": written.text}),
    }
    json.dump(told, house.out, ensure_ascii=False, indent=2)
    house.out.write("\n")
