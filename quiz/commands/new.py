"""`quiz new`: a deck to begin with, which an editor completes and checks."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from quiz.house import House
    from quiz.words import Words

#: A card of each language to begin from, as a comment.
EXAMPLE: Final = {
    "en": ("  # - question: When was the Bastille stormed?", "  #   date: 14 July 1789"),
    "fr": ("  # - question: Quand la Bastille fut-elle prise ?", "  #   date: 14 juillet 1789"),
}


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz new`."""
    parser.add_argument("deck", help=words.say("help.new-deck"))
    parser.add_argument("--title", default="", help=words.say("help.new-title"))
    parser.add_argument("--language", choices=("en", "fr"), help=words.say("help.new-language"))
    parser.add_argument("-o", "--output", metavar="PATH", default="", help=words.say("help.new-output"))
    parser.add_argument("--edit", action="store_true", help=words.say("help.new-edit"))
    parser.add_argument("--json", action="store_true", help=words.say("help.json"))


def run(options: Namespace, house: House) -> int:
    """Write the deck, and say where it is and what comes next."""
    from quiz.commands.printed import write_json

    own, title = named(options.deck, options.title)
    language = options.language or house.language
    path = place(own, options.output or file_of(options.deck), house)
    _free(own, language, path, house)
    make(path, own, title, language, house)
    if options.json:
        write_json({"path": path, "deck": own, "title": title, "language": language}, house)
    else:
        print(house.words.say("new.written", path=path), file=house.out)
        print(house.words.say("new.next", deck=_called(own, path, house)), file=house.out)
    if options.edit:
        from quiz.commands.edit import edit_file

        return edit_file(path, 1, house)
    return 0


def named(written: str, title: str = "") -> tuple[str, str]:
    """The id and the title of a deck called so: an id is one, other words are a title of which the id is made."""
    from quiz.deck.identity import is_id

    stem = os.path.basename(written) if file_of(written) else written
    for ending in (".yaml", ".yml"):
        stem = stem.removesuffix(ending)
    if is_id(stem):
        return stem, title
    own = slug(stem)
    if not own:
        raise Failure(Problem("new-name-odd", facts={"name": written}), exit_code=2)
    return own, title or stem


def slug(text: str, longest: int = 60) -> str:
    """The words of a text as an id: small letters without accents, joined by hyphens; "" where there are none."""
    from quiz.deck.identity import is_id
    from quiz.language.text import words

    made = ""
    for word in words(text):
        more = f"{made}-{word}" if made else word
        if len(more) > longest:
            break
        made = more
    return made if is_id(made) else ""


def place(own: str, output: str, house: House) -> str:
    """The file of a new deck: as it is told, or in a folder that is told, or in the learner's own.

    Without an ending it gets that of a deck: else it would not be found in its folder.
    """
    if not output:
        return os.path.join(folder(house), f"{own}.yaml")
    if os.path.isdir(output) or output.endswith(os.sep):
        return os.path.join(output, f"{own}.yaml")
    return output if os.path.splitext(output)[1] or os.path.exists(output) else f"{output}.yaml"


def folder(house: House) -> str:
    """Where the learner's own decks go: the first folder of the library that is not the program's."""
    from quiz.settings import deck_paths

    shipped = os.path.realpath(house.places.shipped)
    own = (path for path in deck_paths(house.settings, house.places) if os.path.realpath(path) != shipped)
    return next((path for path in own if os.path.isdir(path)), house.places.decks)


def make(path: str, own: str, title: str, language: str, house: House, *, example: bool = True) -> None:
    """Write a deck file without a card, with an example or without; nothing that is there is overwritten."""
    from quiz.commands.schema import put_schema
    from quiz.deck.modeline import MODELINE
    from quiz.deck.write import scalar
    from quiz.library import file

    lines = [MODELINE, f"deck: {own}"]
    if title:
        lines.append(f"title: {scalar(title)}")
    lines += [f"language: {language}", "cards:"]
    if example:
        comment = house.words.say("new.example", deck=_called(own, path, house))
        lines += [f"  # {comment}", *EXAMPLE[language]]
    try:
        file.write(path, ("\n".join(lines) + "\n").encode(), None)
    except Failure as failure:
        raise Failure(*failure.problems, exit_code=3) from failure
    put_schema(os.path.dirname(os.path.abspath(path)))


def _free(own: str, language: str, path: str, house: House) -> None:
    """See that the library has no deck of this id in this language: one of the two would be set aside."""
    library = house.library()
    library.refresh()
    for row in library.decks(house.today()):
        if row.id == own and row.language == language and os.path.realpath(row.path) != os.path.realpath(path):
            raise Failure(Problem("new-deck-taken", facts={"deck": own, "other": row.path}), exit_code=1)


def file_of(name: str) -> str:
    """The name of a new deck as that of a file, if it is one; "TCP/IP" is a title, where there is no folder TCP."""
    above = os.path.dirname(name)
    path = name.endswith((".yaml", ".yml")) or (above and (above[0] in "./~" or os.path.isdir(above)))
    return name if path else ""


def _called(own: str, path: str, house: House) -> str:
    """What a person calls the deck on a command line: its id where the library has it, else its file."""
    inside = os.path.dirname(os.path.abspath(path)) == os.path.abspath(folder(house))
    return own if inside else path
