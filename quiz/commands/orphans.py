"""Cards that the log knows and no deck has: listed, joined to a card by hand, or forgotten on request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from quiz.house import House
    from quiz.library import Library
    from quiz.memory.memory import Memory


def orphans(library: Library, house: House) -> list[Memory]:
    """The memories that no card has, the latest answered first. Drafts and superseded cards have theirs."""
    from quiz.commands.pick import read_deck

    present = set(library.kinds())
    for row in library.decks(house.today()):
        try:
            present.update(card.identity for card in read_deck(row.path).cards)
        except Failure:
            continue
    return house.journal(read_only=True).orphans(present)


def show(library: Library, house: House, *, as_json: bool) -> int:
    """List them: what they said, how often they were asked, which cards may be their heirs."""
    from quiz.commands.histories import doubts
    from quiz.commands.printed import write_json
    from quiz.journal.orphans import last_words

    journal, today, say = house.journal(read_only=True), house.today(), house.words.say
    asking = doubts(library, house)
    rows = []
    for memory in orphans(library, house):
        words = last_words(journal, memory.card)
        near = library.near(words.question) if words.question else []
        asked = [str(one.facts["new"]) for one in asking if one.facts["old"] == memory.card]
        heirs = [card for card in dict.fromkeys((*asked, *near)) if not card.endswith("/reverse")]
        rows.append((memory, words, heirs))
    if as_json:
        told = [{**memory._asdict(), **words._asdict(), "heirs": heirs} for memory, words, heirs in rows]
        write_json({"study_day": today, "orphans": told}, house)
        return 0
    if not rows:
        print(say("cards.no-orphans"), file=house.out)
    for memory, words, heirs in rows:
        print(house.words.fact(memory.card), file=house.out)
        wording = words.question or say("cards.wording-unknown")
        print(
            f"    {house.words.fact(wording)}" + (f" – {house.words.fact(words.answer)}" if words.answer else ""),
            file=house.out,
        )
        print(
            f"    {say('cards.reviews', count=memory.reviews)} · {say('cards.days-ago', days=today - memory.last_day)}",
            file=house.out,
        )
        for heir in heirs:
            print(f"    quiz cards --join {memory.card} {heir}", file=house.out)
    return 0


def join(old: str, name: str, library: Library, house: House, *, merge: bool, as_json: bool) -> int:
    """Let the history of `old` go on under the card that `name` means; both sides of it."""
    from quiz.commands.pick import pick
    from quiz.commands.printed import write_json
    from quiz.deck.identity import REVERSE
    from quiz.journal.orphans import last_words
    from quiz.library.moved import Move
    from quiz.library.refresh import Refreshed
    from quiz.memory.event import Event

    journal = house.journal()
    found = {memory.card for memory in orphans(library, house)}
    mains = {card.removesuffix(REVERSE) for card in found}
    if old not in mains:
        raise Failure(Problem("no-such-orphan", facts={"name": old}), exit_code=1)
    card = pick(name, library, house).card
    new = card.identity
    if not merge and any(journal.memory(one).reviews for one in (new, new + REVERSE)):
        raise Failure(Problem("join-has-history", facts={"question": card.question}), exit_code=1)
    now = house.now()
    words = last_words(journal, old)
    rest = {"question": words.question} if words.question else {}
    pairs = [(old + side, new + side) for side in ("", REVERSE) if old + side in found]
    journal.append(
        [Event(now.at, now.offset, house.device, "renamed", to, rest={"from": since, **rest}) for since, to in pairs]
    )
    library.followed(Refreshed(moved=tuple(Move("", since, to, "", "") for since, to in pairs)))
    library.sync(journal)
    if as_json:
        write_json({"joined": [{"from": since, "card": to} for since, to in pairs]}, house)
    else:
        print(house.words.say("cards.joined", question=card.question), file=house.out)
    return 0


def forget(wanted: str | None, library: Library, house: House, *, as_json: bool) -> int:
    """Forget the history of one orphan, or of all: an event each, so that the log keeps everything.

    All are forgotten only where every deck can be read: a card that is missing at the moment is no orphan.
    """
    from quiz.commands.printed import write_json
    from quiz.library.folder import find
    from quiz.memory.event import Event

    found = [memory.card for memory in orphans(library, house)]
    if wanted is None:
        lost = find(library.paths)[1]
        bad = [row for row in library.decks(house.today()) if any(one.severity == "error" for one in row.problems)]
        if lost or bad:
            raise Failure(*lost, Problem("orphans-unsure", facts={"count": len(lost) + len(bad)}), exit_code=1)
    else:
        if wanted not in found:
            raise Failure(Problem("no-such-card", facts={"name": wanted}), exit_code=1)
        found = [wanted]
    now = house.now()
    house.journal().append([Event(now.at, now.offset, house.device, "forgotten", card) for card in found])
    library.sync(house.journal())
    if as_json:
        write_json({"forgotten": found}, house)
    else:
        print(house.words.say("cards.forgotten", count=len(found)), file=house.out)
    return 0
