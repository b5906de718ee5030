"""The figures that are meant: of which decks, which tags, and since when."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from quiz.house import House
    from quiz.journal import Journal
    from quiz.library import Library
    from quiz.memory.memory import Memory
    from quiz.stats.cards import Belongs
    from quiz.stats.figures import Asides
    from quiz.stats.told import Told
    from quiz.words import Words

#: What a command line without these options says.
DEFAULTS: Final[dict[str, Any]] = {"deck": [], "tag": [], "since": ""}


class Scope(NamedTuple):
    """What is looked at: the cards that belong to it, and the study day it begins on.

    `cards` is None where nothing was narrowed: then the history of cards that left the library counts too. `since` is
    None where nothing was said. `belongs` has the kind and the deck of each card.
    """

    library: Library
    journal: Journal
    belongs: Mapping[str, Belongs]
    cards: frozenset[str] | None
    since: int | None
    today: int
    decks: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options that say what is looked at."""
    say = words.say
    parser.add_argument("--deck", action="append", default=[], metavar="DECK", help=say("help.stats-deck"))
    parser.add_argument("--tag", action="append", default=[], metavar="TAG", help=say("help.stats-tag"))
    parser.add_argument("--since", default="", metavar="WHEN", help=say("help.stats-since"))


def scoped(options: Namespace, house: House) -> Scope:
    """What a command line asks for.

    Raises `Failure`: "no-such-deck", "no-such-tag" (each with what is nearly called so), "since-unreadable".
    """
    from quiz.commands.shelf import opened
    from quiz.library.collector import paused

    with paused():
        library = opened((), house, read_only=True).library
        today = house.today()
        since = _since(options.since, today)
        belongs: Mapping[str, Belongs] = library.belongs()
        decks = _decks(options.deck, library, house)
        if decks:
            belongs = {card: whose for card, whose in belongs.items() if whose[1] in decks}
        if options.tag:
            tagged = _tagged(options.tag, library)
            belongs = {card: whose for card, whose in belongs.items() if card in tagged}
        cards = frozenset(belongs) if decks or options.tag else None
        return Scope(
            library, house.journal(read_only=True), belongs, cards, since, today, tuple(decks), tuple(options.tag)
        )


def gathered(scope: Scope, house: House) -> Told:
    """The figures of what is looked at."""
    from quiz.library.collector import paused
    from quiz.stats.figures import YEAR_DAYS, figures, with_usual
    from quiz.stats.told import Told

    journal, library = scope.journal, scope.library
    start = scope.today - YEAR_DAYS + 1 if scope.since is None else scope.since
    with paused():
        memories = {memory.card: memory for memory in journal.changed_since(0)}
        counted = journal.counts(scope.today, start, scope.cards)
        told = figures(
            counted,
            memories,
            scope.belongs,
            scope.today,
            since=scope.since,
            weights=journal.weights,
            wanted=house.settings.retention,
            asides=_asides(scope, start, memories),
        )
    hardest = {one.card for one in told.hardest}
    told = with_usual(told, journal.usual_wrong(hardest))
    named = {card for one in told.confusions for card in (one.card, one.taken_for)} | hardest
    fronts = {card: library.front(card) for card in named}
    questions = {card: front.question for card, front in fronts.items() if front is not None}
    titles = {row.id: row.title for row in library.decks(scope.today) if row.title and row.id}
    return Told(told, questions, titles)


def _asides(scope: Scope, start: int, memories: Mapping[str, Memory]) -> Asides:
    """What the journal tells besides the counts, of the cards looked at."""
    from quiz.deck.identity import REVERSE
    from quiz.stats.figures import Asides, Confusion
    from quiz.stats.share import share

    journal, cards = scope.journal, scope.cards
    confused = [
        Confusion(card, other, times)
        for card, other, times in journal.confused(start)
        if cards is None or card in cards
    ]
    strangers = [
        card
        for card, memory in memories.items()
        if card not in scope.belongs and memory.reviews and card.removesuffix(REVERSE) not in scope.belongs
    ]
    came = [
        one.borne_out
        for one in journal.overruled(start, "right")
        if one.borne_out is not None and (cards is None or one.card in cards)
    ]
    return Asides(
        sorted(confused, key=lambda one: (-one.times, one.card, one.taken_for)),
        share(sum(came), len(came)),
        0 if cards is not None else journal.lived(strangers),
    )


def _since(text: str, today: int) -> int | None:
    if not text:
        return None
    from quiz.stats.since import since

    found = since(text, today)
    if found is None:
        raise Failure(Problem("since-unreadable", facts={"text": text}), exit_code=2)
    if found > today:
        raise Failure(Problem("since-ahead", facts={"text": text}), exit_code=2)
    return found


def _decks(names: Sequence[str], library: Library, house: House) -> dict[str, None]:
    from quiz.commands.target import known_target

    known = {row.id for row in library.decks(house.today()) if row.id}
    paths = {known_target(_completed(name, known), library, house) for name in names}
    return {row.id: None for row in library.decks(house.today()) if row.path in paths}


def _completed(name: str, known: Collection[str]) -> str:
    """The one known name that begins so; the name itself where it is known, or where none or several begin so."""
    begun = [] if name in known else [one for one in known if one.startswith(name)]
    return begun[0] if len(begun) == 1 and name else name


def _tagged(names: Sequence[str], library: Library) -> set[str]:
    """The cards that have all of these tags."""
    from difflib import get_close_matches

    from quiz.language.text import fold

    tags = library.tags()
    known = {fold(tag): tag for several in tags.values() for tag in several}
    wanted = {_completed(fold(name), known) for name in names}
    for name in names:
        if _completed(fold(name), known) in known:
            continue
        near = get_close_matches(fold(name), known, n=1)
        if near:
            raise Failure(Problem("no-such-tag-near", facts={"tag": name, "near": known[near[0]]}), exit_code=2)
        raise Failure(Problem("no-such-tag", facts={"tag": name}), exit_code=2)
    return {card for card, several in tags.items() if wanted <= {fold(tag) for tag in several}}
