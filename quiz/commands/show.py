"""`quiz show`: everything about a card: what its author wrote, what proves it, what is remembered, what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quiz.problem import Problem

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from quiz.commands.pick import Pick
    from quiz.derive.excerpt import Excerpt
    from quiz.house import House
    from quiz.memory.event import Event
    from quiz.memory.memory import Memory
    from quiz.words import Words

#: Of what was done with a card, so much is shown, the last first.
LAST = 10


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz show`."""
    parser.add_argument("card", nargs="+", help=words.say("help.card-name"))
    parser.add_argument("--json", action="store_true", help=words.say("help.json"))


def run(options: Namespace, house: House) -> int:
    """Show the card."""
    from quiz.commands.excerpts import excerpts
    from quiz.commands.pick import pick
    from quiz.commands.shelf import opened

    library = opened((), house, read_only=True).library
    found = pick(" ".join(options.card), library, house)
    journal = house.journal(read_only=True)
    identity = found.card.identity
    sides = [identity, f"{identity}/reverse"] if found.reverse else [identity]
    memories = journal.memories(sides)
    events = sorted((event for side in sides for event in journal.events(side)), key=lambda event: event.at)
    sources = {source.key: source for source in found.deck.sources}
    seen = excerpts(found.path, sources, found.card.evidence, found.card.language)
    if options.json:
        _write_json(found, memories, events, identity in journal.to_mend(), house)
    else:
        marked = identity in journal.to_mend()
        print(*_lines(found, memories, events, seen, house, marked=marked), sep="\n", file=house.out)
    return 0


def _lines(
    found: Pick,
    memories: dict[str, Memory],
    events: list[Event],
    seen: tuple[Excerpt | Problem, ...],
    house: House,
    *,
    marked: bool,
) -> Iterator[str]:
    from quiz.commands.printed import answer
    from quiz.words.safe import safe

    say, card = house.words.say, found.card
    yield safe(card.question)
    yield f"    {safe(answer(card))}"
    yield ""
    rows = [
        ("identity", card.identity),
        ("where", f"{found.path}:{card.place.line}"),
        ("deck", f"{found.deck.id}{' · ' + found.deck.title if found.deck.title else ''} · {found.deck.language}"),
        ("kind", card.answer.kind + (f" · {say('show.reverse')}" if found.reverse else "")),
        ("options", ", ".join(card.answer.options)),
        ("accept", ", ".join(card.answer.accept)),
        ("hint", card.hint),
        ("note", card.note),
        ("tags", ", ".join(card.tags)),
        ("as-of", card.as_of),
    ]
    if card.supersedes:
        rows.append(("supersedes", card.supersedes))
    if card.superseded_by:
        rows.append(("superseded", card.superseded_by))
    if card.draft:
        rows.append(("draft", say("show.draft")))
    if marked:
        rows.append(("mend", say("show.mend")))
    rows += [("source", _source(key, found)) for key in card.sources]
    wide = max(len(say(f"show.{name}")) for name, text in rows if text)
    for name, text in rows:
        if text:
            yield f"{say(f'show.{name}'):<{wide}}  {safe(text)}"
    for evidence, place in zip(card.evidence, seen, strict=False):
        yield f"{say('show.evidence'):<{wide}}  {safe(evidence.words)}"
        if isinstance(place, Problem):
            yield f"{'':<{wide}}  {say(f'problem.{place.code}', **place.facts)}"
        else:
            yield f"{'':<{wide}}  ¶ {place.paragraph}"
    yield ""
    for identity, memory in memories.items():
        side = f"{say('show.other-side')}: " if identity != card.identity else ""
        yield side + _remembered(memory, house)
    for event in reversed(events[-LAST:]):
        yield f"    {_day(event)}  {_told(event, house)}"


def _source(key: str, found: Pick) -> str:
    source = next((one for one in found.deck.sources if one.key == key), None)
    told = [key, source.title, source.author, source.published, source.url] if source else [key]
    return " · ".join(filter(None, told))


def _remembered(memory: Memory, house: House) -> str:
    from quiz.commands.printed import standing
    from quiz.memory.day import elapsed
    from quiz.memory.fsrs import DEFAULTS, retrievability

    say, today = house.words.say, house.today()
    parts = [standing(memory, today, house.words)]
    if memory.reviews:
        weights = house.journal(read_only=True).weights or DEFAULTS
        recalled = retrievability(weights, memory.stability, elapsed(memory.last_day, today))
        parts += [
            say("cards.reviews", count=memory.reviews),
            say("cards.lapses", count=memory.lapses),
            say("show.recall", percent=round(recalled * 100)),
            say("show.stability", days=round(memory.stability)),
        ]
    return " · ".join(parts)


def _day(event: Event) -> str:
    from datetime import UTC, datetime, timedelta

    there = datetime.fromtimestamp(event.at / 1000, UTC) + timedelta(minutes=event.offset)
    return f"{there:%Y-%m-%d %H:%M}"


def _told(event: Event, house: House) -> str:
    say = house.words.say
    if event.kind == "reviewed":
        typed = event.typed or say("show.gave-up")
        return f"{say(f'show.verdict-{event.verdict}')}  {house.words.fact(typed)}"
    return say(f"show.event-{event.kind}")


def _write_json(found: Pick, memories: dict[str, Memory], events: list[Event], marked: bool, house: House) -> None:
    from quiz.commands.printed import card_json, memory_json, write_json

    card = found.card
    told: dict[str, Any] = card_json(card, found.deck.id)
    told["path"] = found.path
    told["reverse"] = found.reverse
    told["mend"] = marked
    told["evidence"] = [{"source": one.source, "paragraph": one.paragraph, "words": one.words} for one in card.evidence]
    told["memories"] = [{"card": identity, **memory_json(memory)} for identity, memory in memories.items()]
    told["events"] = [
        {
            "at": event.at,
            "offset": event.offset,
            "kind": event.kind,
            "card": event.card,
            "verdict": event.verdict,
            "rating": event.rating,
            "typed": event.typed,
        }
        for event in events
    ]
    write_json(told, house)
