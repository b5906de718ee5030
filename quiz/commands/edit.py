"""`quiz edit`: a deck or a card in the person's own editor, checked when it is closed.

The file itself is opened, not a copy: so the editor knows it (its schema, its history), tells of a change that another
program made, and nothing of ours is ever written over what somebody saved.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from quiz.deck.card import Card, Deck
    from quiz.house import House
    from quiz.library import Library
    from quiz.words import Words


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz edit`."""
    parser.add_argument("what", nargs="+", help=words.say("help.edit-what"))
    parser.add_argument("--copy", action="store_true", help=words.say("help.edit-copy"))
    parser.add_argument("--json", action="store_true", help=words.say("help.json"))


def run(options: Namespace, house: House) -> int:
    """Open the file at the card or at the line."""
    from quiz.commands.shelf import opened

    library = opened((), house).library
    path, line = where(" ".join(options.what), library, house)
    path = own_copy(path, house, agreed=options.copy)
    return edit_file(path, line, house, as_json=options.json)


def where(name: str, library: Library, house: House) -> tuple[str, int]:
    """The file and the line that are meant. Raises `Failure` where there is none, or several."""
    from quiz.commands.pick import file_and_line, pick
    from quiz.commands.target import target

    at = file_and_line(name)
    if at is not None:
        return at
    path = target(name, library, house)
    if path:
        return path, 1
    deck, _, line = name.rpartition(":")
    if deck and line.isdecimal() and (path := target(deck, library, house)):
        return path, int(line)
    if name.endswith((".yaml", ".yml")):
        raise Failure(Problem("file-missing", facts={"path": name}), exit_code=3)
    found = pick(name, library, house)
    return found.path, found.card.place.line


def own_copy(path: str, house: House, *, agreed: bool = False) -> str:
    """The file, or the learner's own copy of it where it came with the program and a copy is wanted.

    Raises `Failure` "deck-shipped" where it is not, "deck-read-only" for a file that cannot be written.
    """
    from quiz.commands.add_asking import asker_of, yes
    from quiz.commands.new import folder
    from quiz.commands.rewrite import refusal
    from quiz.commands.schema import put_schema
    from quiz.library import file

    shipped = os.path.realpath(house.places.shipped)
    if not os.path.realpath(path).startswith(shipped + os.sep):
        refused = refusal(path, house) if os.path.exists(path) else None
        if refused is not None:
            raise Failure(refused, exit_code=3)
        return path
    own = os.path.join(folder(house), os.path.basename(path))
    if os.path.exists(own):
        print(house.words.say("edit.own-copy", path=own), file=house.err)
        return own
    if not agreed and house.stdin.isatty():
        asker = asker_of(house, plain=True)
        asker.say(house.words.say("edit.shipped", path=path, copy=own))
        agreed = yes(asker, house.words.say("edit.copy-it"), house)
    if not agreed:
        raise Failure(Problem("deck-shipped", facts={"path": path, "folder": folder(house)}), exit_code=3)
    file.write(own, file.read(path).data, None)
    put_schema(os.path.dirname(own))
    print(house.words.say("edit.copied", path=own), file=house.err)
    return own


class Outcome(NamedTuple):
    """What came of an edit: cards that came, went and changed, and what is wrong now."""

    added: int = 0
    removed: int = 0
    changed: int = 0
    problems: tuple[Problem, ...] = ()


def edit_file(path: str, line: int, house: House, *, as_json: bool = False) -> int:
    """Open the file, check it when the editor is closed, and offer to go back to what is wrong."""
    from quiz.commands.add_asking import asker_of, yes
    from quiz.commands.printed import write_json
    from quiz.commands.report import as_json as problem_json
    from quiz.commands.report import report
    from quiz.library import file

    before = file.read(path)
    deck = read_bytes(before.data, path)[0]
    while True:
        problem = open_at(path, line, house)
        after = file.read(path)
        if problem is not None and after.data == before.data:
            raise Failure(problem, exit_code=3)
        now, problems = read_bytes(after.data, path)
        outcome = compared(deck, now)._replace(problems=problems)
        errors = [one for one in problems if one.severity == "error"]
        shown = problems if after.data != before.data else ()
        if not as_json:
            report(shown, house)
        if not errors or not shown or not house.stdin.isatty():
            break
        if not yes(asker_of(house, plain=True), house.words.say("edit.again", count=len(errors)), house):
            break
        line = next((one.place.line for one in errors if one.place), line)
    if after.data != before.data and not errors:
        from quiz.commands.card_edit import mended
        from quiz.commands.shelf import opened

        for identity in touched(deck, now):
            mended(identity, house)
        opened((), house)  # the histories of reworded cards follow
    if as_json:
        told = {"path": path, "saved": after.data != before.data, **outcome._asdict()}
        write_json(told | {"problems": [problem_json(one, house.words) for one in problems]}, house)
    elif after.data == before.data:
        print(house.words.say("edit.unchanged", path=path), file=house.out)
    else:
        facts = {"added": outcome.added, "removed": outcome.removed, "changed": outcome.changed}
        print(house.words.say("edit.saved", path=path, **facts), file=house.out)
    return 1 if errors else 0


def open_at(path: str, line: int, house: House) -> Problem | None:
    """Open the person's editor at a line of a file and wait until it is closed; or why that cannot be."""
    from quiz.commands.editor import command_of, ended_well, failed
    from quiz.commands.editor_line import at_line

    command = command_of(house)
    if not command:
        return Problem("editor-unset")
    if not ended_well(at_line(command, path, line)):
        return failed(command)
    return None


def read_bytes(data: bytes, path: str) -> tuple[Deck | None, tuple[Problem, ...]]:
    """The deck of a file's bytes and all that is wrong with it."""
    from quiz.deck.characters import decode
    from quiz.deck.checks import examined
    from quiz.library.collector import paused

    text = decode(data, path)
    if isinstance(text, Problem):
        return None, (text,)
    with paused():
        return examined(text, path)


def compared(before: Deck | None, after: Deck | None) -> Outcome:
    """How many cards came, went and changed."""
    from quiz.deck.alone import same

    old, new = _by_identity(before), _by_identity(after)
    both = old.keys() & new.keys()
    return Outcome(len(new) - len(both), len(old) - len(both), sum(not same(old[one], new[one]) for one in both))


def touched(before: Deck | None, after: Deck | None) -> list[str]:
    """The cards that were there and are not any more, or say something else."""
    from quiz.deck.alone import same

    old, new = _by_identity(before), _by_identity(after)
    return [one for one in old if one not in new or not same(old[one], new[one])]


def _by_identity(deck: Deck | None) -> dict[str, Card]:
    return {card.identity: card for card in deck.cards} if deck else {}
