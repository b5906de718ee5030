"""`quiz add`: one more card, asked field by field or told in one line; put behind the last card of its deck."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping

    from quiz.deck.alone import Alone
    from quiz.deck.card import Card, Deck
    from quiz.house import House
    from quiz.library import Library
    from quiz.words import Words

Said = dict[str, "str | list[str] | bool"]
#: Keys of a card that are options under another name, or are asked in a way of their own.
APART: Final = frozenset({"question", "evidence", "tags"})


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz add`: every key that a card can have."""
    from quiz.deck.keys import PARTS

    say = words.say
    parser.add_argument("deck", nargs="?", default="", help=say("help.add-deck"))
    parser.add_argument("question", nargs="?", default="", help=say("help.add-question"))
    for name, key in PARTS["card"].items():
        if name in APART:
            continue
        option, told = f"--{name.replace('_', '-')}", say(f"help.add-key-{name.replace('_', '-')}")
        if key.holds == "flag":
            parser.add_argument(option, dest=name, action="store_true", help=told)
        elif key.holds in ("list", "texts"):
            parser.add_argument(option, dest=name, action="append", default=[], metavar="TEXT", help=told)
        else:
            parser.add_argument(option, dest=name, default="", metavar="TEXT", help=told)
    parser.add_argument("--tag", dest="tags", action="append", default=[], metavar="TAG", help=say("help.add-tag"))
    parser.add_argument("--evidence", default="", metavar="WORDS", help=say("help.add-evidence"))
    parser.add_argument("--paragraph", type=int, metavar="N", help=say("help.add-paragraph"))
    parser.add_argument("--new", action="store_true", help=say("help.add-new"))
    parser.add_argument("--plain", action="store_true", help=say("help.study-plain"))
    parser.add_argument("--json", action="store_true", help=say("help.json"))


def run(options: Namespace, house: House) -> int:
    """Add a card, or ask for cards until there are no more."""
    from quiz.commands.shelf import opened

    library = opened((), house).library
    if not options.question and not options.cloze:
        if said_of(options):  # half a card in one line is a mistake, not a wish to be asked
            message = house.words.say("add.no-question")
            raise Failure(Problem("usage", facts={"message": message, "command": "quiz add"}), exit_code=2)
        from quiz.commands.add_asking import asked

        return asked(options, library, house)
    if options.question and options.cloze:
        message = house.words.say("add.question-and-cloze")
        raise Failure(Problem("usage", facts={"message": message, "command": "quiz add"}), exit_code=2)
    place = opened_deck(options.deck, library, house, new=options.new)
    added = add(place, said_of(options), library, house)
    echo(added, house, as_json=options.json)
    return 0


class Place(NamedTuple):
    """The deck that a card is for, as its file says it now: perhaps without any card yet."""

    path: str
    deck: Deck


class Added(NamedTuple):
    """A card that was added, what could be better about it, and the cards that ask nearly the same."""

    card: Card
    path: str
    deck: str
    line: int
    problems: tuple[Problem, ...]
    near: tuple[Card, ...]


def opened_deck(name: str, library: Library, house: House, *, new: bool = False) -> Place:
    """The deck called so, made first if it is to be new. Raises `Failure` where there is none to be had."""
    from quiz.commands.target import known_target, target

    path = target(name, library, house)
    if not path and new:
        from quiz.commands.new import file_of, make, named, place

        own, title = named(name)
        path = place(own, file_of(name), house)
        make(path, own, title, house.language, house)
    return read_place(path or known_target(name, library, house))


def read_place(path: str) -> Place:
    """The deck of a file, perhaps without cards. Raises `Failure` for what cannot be read."""
    from quiz.deck.adding import begun
    from quiz.deck.characters import decode
    from quiz.library import file

    text = decode(file.read(path).data, path)
    if isinstance(text, Problem):
        raise Failure(text, exit_code=3)
    deck, problems = begun(text, path)
    if deck is None:
        raise Failure(*problems, exit_code=1)
    return Place(path, deck)


def said_of(options: Namespace) -> Said:
    """What the options say of a card."""
    from quiz.deck.keys import PARTS

    said: Said = {}
    for name in PARTS["card"]:
        value = getattr(options, name)
        if name in ("list", "options") and len(value) == 1:
            from quiz.commands.kind_asked import parts

            value = parts(value[0])
        if value:
            said[name] = value
    if options.paragraph is not None:
        said["paragraph"] = str(options.paragraph)
    return said


def typed_well(said: Mapping[str, str | list[str] | bool], language: str) -> Said:
    """The same, with the spaces before and after signs that French prints so that no line breaks there."""
    from quiz.deck.lint.typed import unbroken

    if language != "fr":
        return dict(said)
    shown = ("question", "cloze", "hint", "note")
    return {key: unbroken(value) if key in shown and isinstance(value, str) else value for key, value in said.items()}


def card_of(said: Mapping[str, str | list[str] | bool], deck: Deck) -> Alone:
    """The card that these keys make in a deck, held to the rules of decks."""
    from quiz.answers.verdict import Answer
    from quiz.deck.alone import read_alone
    from quiz.deck.card import Card
    from quiz.deck.keys import PARTS
    from quiz.deck.write import scalar
    from quiz.problem import Place as Where

    lines = []
    for name, key in PARTS["card"].items():
        value = said.get(name)
        if not value:
            continue
        if name == "evidence":
            lines += ["evidence:", f"  words: {scalar(str(value), '  ')}"]
            lines += [f"  paragraph: {said['paragraph']}"] if "paragraph" in said else []
        elif value is True:
            lines.append(f"{name}: true")
        elif isinstance(value, list):
            if len(value) == 1 and key.holds == "texts" and "," not in value[0]:
                lines.append(f"{name}: {scalar(value[0])}")
            else:
                lines += [f"{name}:", *(f"  - {scalar(text, '  ')}" for text in value)]
        else:
            lines.append(f"{name}: {scalar(str(value))}")
    nobody = Card("", "", Answer("answer", ""), deck.language, Where(""), "")
    return read_alone("\n".join(lines), deck, nobody)


def add(place: Place, said: Said, library: Library, house: House) -> Added:
    """Write the card into its deck. Raises `Failure` where it is no sound card, or is there already."""
    from quiz.commands.rewrite import rewrite
    from quiz.deck.adding import added

    alone = card_of(typed_well(said, place.deck.language), place.deck)
    errors = [Problem(one.code, None, one.facts) for one in alone.problems if one.severity == "error"]
    if errors or alone.card is None:
        raise Failure(*(errors or [Problem("usage", facts={"message": "?", "command": "quiz add"})]), exit_code=1)
    card = alone.card
    refuse_double(card, place.deck)
    near = near_ones(card.question, card.identity, library)
    if card.supersedes:
        near = tuple(one for one in near if one.written_id != card.supersedes)
    problem = rewrite(place.path, lambda text: added(text, place.path, card, reverse=alone.reverse), house)
    if problem is not None:
        raise Failure(problem, exit_code=3)
    after = read_place(place.path).deck
    line = next((one.place.line for one in after.cards if one.identity == card.identity), 0)
    better = tuple(Problem(one.code, None, one.facts) for one in alone.problems)
    return Added(card, place.path, place.deck.id, line, better, near)


def refuse_double(card: Card, deck: Deck) -> None:
    """Raise `Failure` "card-there" where the deck asks this very question, or uses its id."""
    for one in deck.cards:
        if one.identity == card.identity:
            facts = {"path": deck.path, "line": str(one.place.line), "question": one.question}
            raise Failure(Problem("card-there", facts=facts), exit_code=1)


def near_ones(question: str, identity: str, library: Library) -> tuple[Card, ...]:
    """The cards of the library that ask nearly the same."""
    return tuple(library.cards(one for one in library.near(question) if one != identity).values())


def echo(added: Added, house: House, *, as_json: bool) -> None:
    """Say what was added, and what may be looked at again."""
    from quiz.commands.printed import card_json, write_json
    from quiz.commands.report import report
    from quiz.words.safe import safe

    report(added.problems, house)
    for card in added.near:
        where = f"{safe(card.place.path)}:{card.place.line}"
        print(house.words.say("add.near", question=card.question), f"      {where}", sep="\n", file=house.err)
    if as_json:
        told: dict[str, Any] = card_json(added.card, added.deck)
        told |= {"path": added.path, "line": added.line, "near": [card.identity for card in added.near]}
        write_json({"added": told}, house)
    else:
        print(
            house.words.say("add.added", path=f"{added.path}:{added.line}", question=added.card.question),
            file=house.out,
        )
