"""`quiz schema`: what an editor needs to complete and check decks, printed or put beside them."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from quiz.house import House
    from quiz.words import Words


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz schema`."""
    parser.add_argument("--write", metavar="FOLDER", default="", help=words.say("help.schema-write"))
    parser.add_argument("--json", action="store_true", help=words.say("help.schema-json"))


def run(options: Namespace, house: House) -> int:
    """Print the schema, or put it beside the decks of a folder and say what to write into them."""
    from quiz.commands.printed import write_json
    from quiz.deck.modeline import MODELINE, schema_text

    if not options.write:
        house.out.write(schema_text())
        return 0
    if not os.path.isdir(options.write):
        raise Failure(Problem("schema-no-folder", facts={"path": options.write}), exit_code=3)
    path, changed = _put(options.write)
    if options.json:
        write_json({"path": path, "changed": changed, "modeline": MODELINE}, house)
        return 0
    print(house.words.say("schema.written" if changed else "schema.there", path=path), file=house.out)
    print(house.words.say("schema.modeline"), file=house.out)
    print(f"\n    {MODELINE}", file=house.out)
    return 0


def put_schema(folder: str) -> None:
    """Put the schema of this quiz beside the decks of a folder. That it cannot be there is no harm to a deck."""
    with suppress(Failure):
        _put(folder)


def refresh_beside(path: str, text: str) -> None:
    """Where a deck that was written names the schema, see that it lies beside it, as this quiz has it."""
    from quiz.deck.modeline import MODELINE

    if text.startswith(MODELINE):
        put_schema(os.path.dirname(os.path.abspath(path)))


def refresh_there(path: str) -> None:
    """Where a schema lies beside a deck that was written, bring it up to this quiz."""
    from quiz.deck.modeline import SCHEMA_NAME

    folder = os.path.dirname(os.path.abspath(path))
    if os.path.lexists(os.path.join(folder, SCHEMA_NAME)):
        put_schema(folder)


def _put(folder: str) -> tuple[str, bool]:
    """Where the schema is, and whether it had to be written. Raises `Failure` where it cannot be."""
    from quiz.deck.modeline import SCHEMA_NAME, schema_text
    from quiz.library import file

    path = os.path.join(folder, SCHEMA_NAME)
    wanted = schema_text().encode()
    there = file.read(path) if os.path.lexists(path) else None
    if there is not None and there.data == wanted:
        return path, False
    file.write(path, wanted, there.stamp if there else None)
    return path, True
