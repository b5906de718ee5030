"""`quiz card`: the whole life of one card: its curve of forgetting, and every answer as it was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence

    from quiz.deck.card import Card
    from quiz.house import House
    from quiz.library import Library
    from quiz.stats.life import Answer, Turn
    from quiz.terminal.life import Side
    from quiz.words import Words

#: The columns of `--csv`, one line an answer.
COLUMNS: Final = (
    "card", "event", "at", "offset", "day", "typed", "verdict", "judged", "rating", "rated", "reasons", "hint",
    "confused_with", "undone", "overruled", "elapsed", "predicted", "first_ms", "took_ms", "interval", "stability",
)  # fmt: skip


class Known(NamedTuple):
    """A card as its deck or, where that is gone, the log knows it."""

    identity: str
    question: str
    answer: str
    kind: str = ""
    deck: str = ""
    place: str = ""
    sides: tuple[Card, ...] = ()

    @property
    def gone(self) -> bool:
        """Whether no deck has it."""
        return not self.place


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz card`."""
    parser.add_argument("card", nargs="+", help=words.say("help.card-any"))
    parser.add_argument("--plain", action="store_true", help=words.say("help.card-plain"))
    parser.add_argument("--json", action="store_true", help=words.say("help.json"))
    parser.add_argument("--csv", action="store_true", help=words.say("help.card-csv"))


def run(options: Namespace, house: House) -> int:
    """Tell the life of the card."""
    from quiz.commands.shelf import opened

    library = opened((), house, read_only=True).library
    known = _known(" ".join(options.card), library, house)
    told = list(_sides(known, house))
    if options.json:
        from quiz.commands.printed import write_json

        write_json(_json(known, told, house), house)
    elif options.csv:
        import csv

        rows = csv.DictWriter(house.out, COLUMNS, lineterminator="\n")
        rows.writeheader()
        for side in told:
            rows.writerows(_row(side.life.card, one) for one in side.life.answers)
    else:
        _show(known, told, house, plain=options.plain)
    return 0


def _known(name: str, library: Library, house: House) -> Known:
    """The card that a name means: of a deck, else one that only the log knows."""
    from quiz.commands.pick import pick
    from quiz.commands.printed import answer
    from quiz.problem import Failure

    try:
        found = pick(name, library, house)
    except Failure as failure:
        gone = _gone(name, library, house) if failure.problems[0].code == "no-such-card" else None
        if gone is None:
            raise
        return gone
    card = found.card
    turned = tuple(one for one in found.deck.cards if one.sibling == card.identity)
    deck = found.deck.title or found.deck.id
    place = f"{found.path}:{card.place.line}"
    return Known(card.identity, card.question, answer(card), card.answer.kind, deck, place, turned)


def _gone(name: str, library: Library, house: House) -> Known | None:
    """The card that a name means among those that no deck has: by its identity, its beginning, or its last words."""
    from quiz.commands.pick import SHORT, several
    from quiz.deck.identity import REVERSE
    from quiz.journal.orphans import last_words
    from quiz.language.text import words

    journal = house.journal(read_only=True)
    lost = [memory.card for memory in journal.orphans(frozenset(library.kinds()))]
    names = list(dict.fromkeys(card.removesuffix(REVERSE) for card in lost))
    own = [card for card in names if card == name or card.rpartition("/")[2] == name]
    if not own and len(name) >= SHORT:
        own = [card for card in names if card.startswith(name)]
    last = {card: last_words(journal, card) for card in own or names}
    if not own:
        asked = set(words(name))
        own = [card for card in names if asked and asked <= set(words(last[card].question))]
    if len(own) > 1:
        raise several(name, [(card, last[card].question) for card in own], house)
    return Known(own[0], last[own[0]].question, last[own[0]].answer, deck=last[own[0]].deck) if own else None


def _sides(known: Known, house: House) -> Iterator[Side]:
    from quiz.commands.printed import answer
    from quiz.deck.identity import REVERSE
    from quiz.memory.recall import standing
    from quiz.stats.life import life
    from quiz.terminal.life import Side

    journal = house.journal(read_only=True)
    weights = journal.weights
    tuned = _tunings(house)

    def in_force(at: int) -> Sequence[float]:
        return next((found for since, found in reversed(tuned) if since <= at), ())

    texts = {card.identity: (card.question, answer(card)) for card in known.sides}
    for identity in (known.identity, known.identity + REVERSE):
        other = identity != known.identity
        events, names, seen = [], [identity], set[str]()
        while names:
            name = names.pop()
            if name not in seen:
                seen.add(name)
                own = list(journal.events(name))
                events += own
                names += [str(one.rest.get("from")) for one in standing(own) if one.kind == "renamed"]
        if other and not events and identity not in texts:
            continue
        told = life(
            events,
            card=identity,
            weights=weights,
            retention=house.settings.retention,
            rollover_hour=house.settings.rollover_hour,
            in_force=in_force if tuned else None,
        )
        unknown = ("", "") if other else (known.question, known.answer)
        yield Side(*texts.get(identity, unknown), told, other)


def _tunings(house: House) -> list[tuple[int, tuple[float, ...]]]:
    """The weights that the log holds, each from its moment on."""
    from quiz.memory.fsrs import usable

    tuned = [event for event in house.journal(read_only=True).events("") if event.kind == "tuned"]
    found = [(event.at, event.rest.get("parameters")) for event in tuned]
    return [(at, tuple(weights)) for at, weights in found if isinstance(weights, list) and usable(weights)]


def _show(known: Known, told: list[Side], house: House, *, plain: bool) -> None:
    from quiz.commands.pick import short
    from quiz.terminal import life
    from quiz.terminal.curve import can_draw
    from quiz.terminal.paint import WIDEST, ansi, colour_wanted, flow
    from quiz.terminal.paint import plain as bare
    from quiz.terminal.stats.paper import plainer, size
    from quiz.words.safe import safe

    by = life.Setting(
        house.today(),
        house.journal(read_only=True).weights,
        house.settings.retention,
        lambda one: _why(known, one, house),
    )
    there = house.out.isatty()
    dumb = plain or house.settings.plain or not there or house.environ.get("TERM", "") in {"", "dumb"}
    columns, rows = size(house.environ) if there else (WIDEST, 0)
    drawn = None if dumb or not can_draw(house.out.encoding) else (columns, rows // 2)
    lines = life.sides(told, by, house.words, min(columns, WIDEST), drawn)
    where = [known.place or house.words.say("card.gone"), known.deck, short(known.identity)]
    lines += [(), *flow([("dim", " · ".join(safe(part) for part in where if part))], min(columns, WIDEST), "")]
    lines = plainer(lines, house.out.encoding or "utf-8")
    if there:
        colour = colour_wanted(house.environ, house.settings.color)
        house.out.write(ansi(lines, colour).replace("\r\n", "\n"))
    else:
        house.out.write(bare(lines))


def _why(known: Known, given: Answer, house: House) -> list[str]:
    """Why the verdict was as it was. The log keeps codes; their facts are found by judging the answer once more."""
    from quiz.answers import grade
    from quiz.answers.verdict import Asked
    from quiz.deck.identity import REVERSE

    facts: dict[str, Any] = {}
    turned = given.card.endswith(REVERSE)
    card = next((one for one in known.sides if one.identity.endswith(REVERSE) == turned), None)
    if card is not None and given.typed:
        asked = Asked(card.language, card.question, shown_options=card.answer.options)
        facts = {reason.code: reason.facts for reason in grade(card.answer, given.typed, asked).reasons}
    if given.confused_with:
        front = house.library().front(given.confused_with)
        facts["other-card"] = {"question": front.question if front else house.words.say("cards.wording-unknown")}
    said = []
    for code in given.reasons:
        key = f"reason.{code}"
        if code == "gave-up" or not house.words.has(key):
            continue
        if code in facts:
            said.append(house.words.say(key, **facts[code]))
        elif "{" not in house.words.sentences[key]:
            said.append(house.words.say(key))
        else:
            said.append(code)
    return said


def _json(known: Known, told: list[Side], house: House) -> dict[str, Any]:
    from quiz.commands.printed import memory_json
    from quiz.stats.life import Answer, chance, fades_on

    weights, today = house.journal(read_only=True).weights, house.today()
    return {
        "card": known.identity,
        "question": known.question,
        "answer": known.answer,
        "kind": known.kind,
        "deck": known.deck,
        "place": known.place,
        "gone": known.gone,
        "study_day": today,
        "wanted": house.settings.retention,
        "sides": [
            {
                "card": side.life.card,
                "question": side.question,
                "answer": side.answer,
                "memory": memory_json(side.life.memory),
                "recall": chance(side.life, max(today, side.life.memory.last_day), weights=weights),
                "fades": fades_on(side.life, house.settings.retention, weights=weights),
                "curve": [
                    {"day": one.day, "until": one.until, "stability": one.stability, "before": one.before}
                    for one in side.life.stretches
                ],
                "answers": [_told(one) for one in side.life.lines if isinstance(one, Answer)],
                "events": [_told(one) for one in side.life.lines if not isinstance(one, Answer)],
            }
            for side in told
        ],
    }


def _told(line: Answer | Turn) -> dict[str, Any]:
    from dataclasses import asdict

    from quiz.stats.life import Answer

    told = asdict(line)
    if isinstance(line, Answer):
        told["reasons"] = list(line.reasons)
        told["overruled"] = line.overruled
    return told


def _row(card: str, given: Answer) -> dict[str, Any]:
    told = _told(given)
    return {**{name: told[name] for name in COLUMNS}, "card": card, "reasons": " ".join(given.reasons)}
