"""`quiz cards`: the cards with their memory; one can be suspended, resumed, or started anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from quiz.house import House
    from quiz.library import Library
    from quiz.memory.memory import Memory
    from quiz.words import Words

DEFAULTS: Final[dict[str, Any]] = {
    "orphans": False,
    "join": None,
    "merge": False,
    "forget_orphans": False,
    "what": "",
    "json": False,
    "suspend": None,
    "resume": None,
    "forget": None,
    "mend": None,
    "mended": None,
}
#: What can be done to a card here, and the event that says so.
DEEDS: Final = {
    "suspend": "suspended",
    "resume": "resumed",
    "forget": "forgotten",
    "mend": "doubted",
    "mended": "mended",
}


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz cards`."""
    parser.add_argument("what", nargs="?", default="", help=words.say("help.cards-what"))
    parser.add_argument("--json", action="store_true", help=words.say("help.json"))
    group = parser.add_mutually_exclusive_group()
    for name in DEEDS:
        group.add_argument(f"--{name}", metavar="ID", help=words.say(f"help.cards-{name}"))
    group.add_argument("--orphans", action="store_true", help=words.say("help.cards-orphans"))
    group.add_argument("--join", nargs=2, metavar=("OLD", "NEW"), help=words.say("help.cards-join"))
    group.add_argument("--forget-orphans", action="store_true", help=words.say("help.cards-forget-orphans"))
    parser.add_argument("--merge", action="store_true", help=words.say("help.cards-merge"))


def run(options: Namespace, house: House) -> int:
    """List the cards, or change one."""
    from quiz.commands.shelf import opened

    deed = next(((name, card) for name in DEEDS if (card := getattr(options, name))), None)
    # Before orphans are listed, what surely follows is joined, and what left is told to the log.
    writes = deed is not None or options.orphans or options.join or options.forget_orphans
    library = opened((), house, read_only=not writes).library
    if options.orphans or options.join or options.forget_orphans:
        from quiz.commands import orphans

        if options.join:
            old, name = options.join
            return orphans.join(old, name, library, house, merge=options.merge, as_json=options.json)
        if options.forget_orphans:
            return orphans.forget(None, library, house, as_json=options.json)
        return orphans.show(library, house, as_json=options.json)
    if options.forget and library.front(options.forget) is None:
        from quiz.commands import orphans

        return orphans.forget(options.forget, library, house, as_json=options.json)
    if deed is not None:
        return _do(*deed, library, house)
    return _list(options, library, house)


def _do(name: str, card: str, library: Library, house: House) -> int:
    from quiz.memory.event import Event

    front = library.front(card)
    if front is None:
        raise Failure(Problem("no-such-card", facts={"name": card}), exit_code=1)
    now = house.now()
    house.journal().append([Event(now.at, now.offset, house.device, DEEDS[name], card)])
    library.sync(house.journal())
    print(house.words.say(f"cards.done-{name}", question=front.question), file=house.out)
    return 0


def _list(options: Namespace, library: Library, house: House) -> int:
    wanted = options.what.casefold()
    identities = sorted(library.kinds())
    cards = {
        identity: card
        for identity, card in library.cards(identities).items()
        if wanted in identity.casefold() or wanted in card.question.casefold()
    }
    memories = house.journal(read_only=True).memories(cards)
    today = house.today()
    if options.json:
        import json

        rows = [
            {"card": identity, "question": card.question, "kind": card.answer.kind, **memories[identity]._asdict()}
            for identity, card in cards.items()
        ]
        json.dump({"study_day": today, "cards": rows}, house.out, ensure_ascii=False, indent=2)
        house.out.write("\n")
        return 0
    if not cards:
        print(house.words.say("cards.none"), file=house.out)
    for identity, card in cards.items():
        print(
            house.words.fact(identity),
            f"    {house.words.fact(card.question)}",
            f"    {' · '.join(_standing(memories[identity], today, house.words))}",
            sep="\n",
            file=house.out,
        )
    return 0


def _standing(memory: Memory, today: int, words: Words) -> list[str]:
    if memory.suspended:
        parts = [words.say("cards.suspended")]
    elif memory.buried_on == today:
        parts = [words.say("cards.buried")]
    elif memory.due is None:
        return [words.say("cards.new")]
    else:
        days = memory.due - today
        parts = [words.say("cards.in-days", days=days) if days > 0 else words.say("cards.due")]
    if memory.reviews:
        parts.append(words.say("cards.reviews", count=memory.reviews))
    if memory.lapses:
        parts.append(words.say("cards.lapses", count=memory.lapses))
    return parts
