"""`quiz stats cards`: how firmly cards are known, the hardest ones, and those taken for each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from quiz.stats.as_json import to_json as figures_to_json
from quiz.stats.cards import RECALLS, STABILITIES
from quiz.terminal.stats.frame import framed, heading, with_strangers
from quiz.terminal.stats.grid import grid
from quiz.terminal.stats.paper import Paper, percent

if TYPE_CHECKING:
    from quiz.stats.told import Told
    from quiz.terminal.paint import Line
    from quiz.words import Words

#: How many hard cards and confusions are shown.
HARDEST: Final = 10
CONFUSED: Final = 10


def to_json(told: Told) -> dict[str, Any]:
    """The keys of the view."""
    return figures_to_json(told.figures, "cards")


def table(told: Told) -> Iterable[tuple[object, ...]]:
    """The hardest cards."""
    yield "card", "question", "lapses", "usual", "count", "hits"
    for one in told.figures.hardest:
        share = one.kept.share
        yield one.card, told.questions.get(one.card, ""), one.lapses, one.usual, share.count, share.hits


def draw(told: Told, words: Words, paper: Paper) -> list[Line]:
    """The sentence, two histograms and two lists."""
    figures = told.figures
    first = next((place for place, cards in enumerate(figures.recalls) if cards), 0)
    recalls = [
        (words.say("stats.from-to", low=percent(low), high=percent(low + 0.1)), cards)
        for low, cards in zip(RECALLS[first:], figures.recalls[first:], strict=True)
    ]
    stabilities = [
        (words.say(f"stats.stable-{place}"), cards)
        for place, cards in enumerate(figures.stabilities[: len(STABILITIES)])
    ]
    return framed(
        told,
        words,
        paper,
        sentence(told, words),
        _histogram(words.say("stats.head-recalls"), recalls, words, paper),
        _histogram(words.say("stats.head-stabilities"), stabilities, words, paper),
        _hardest(told, words, paper),
        _confused(told, words, paper),
    )


def sentence(told: Told, words: Words) -> str:
    """How much is known, in plain words."""
    figures = told.figures
    if not figures.met:
        none = words.say("stats.known-none-yet", cards=figures.cards) if figures.cards else words.say("stats.no-cards")
        return with_strangers(none, told, words)
    share = percent(figures.recalled / figures.met)
    text = words.say("stats.knowledge", recalled=round(figures.recalled), met=figures.met, percent=share)
    states = figures.states
    text += " " + words.say(
        "stats.states",
        new=states.new,
        learning=states.learning,
        young=states.young,
        mature=states.mature,
        suspended=states.suspended,
    )
    return with_strangers(text, told, words)


def _histogram(name: str, counts: Sequence[tuple[str, int]], words: Words, paper: Paper) -> list[Line]:
    most = max((cards for _, cards in counts), default=0)
    if not most:
        return []
    rows = [(label, words.fact(cards)) for label, cards in counts]
    if not paper.drawn:
        return [heading(name), *grid(("", words.say("stats.head-cards")), rows, paper)]
    return [heading(name), *grid(("", ""), rows, paper, shares=[cards / most for _, cards in counts])]


def _hardest(told: Told, words: Words, paper: Paper) -> list[Line]:
    hard = told.figures.hardest[:HARDEST]
    rows = [
        (
            told.question(one.card),
            words.fact(one.lapses),
            _of(one.kept.share.hits, one.kept.share.count, words),
            one.usual,
        )
        for one in hard
    ]
    heads = (
        words.say("stats.head-hardest"),
        *(words.say(f"stats.head-{name}") for name in ("lapses", "recalled", "usual")),
    )
    return grid(heads, rows, paper, text_last=True)


def _of(hits: int, count: int, words: Words) -> str:
    return words.say("stats.of", hits=hits, count=count) if count else ""


def _confused(told: Told, words: Words, paper: Paper) -> list[Line]:
    rows = [
        (told.question(one.card), words.say("stats.times", count=one.times), told.question(one.taken_for))
        for one in told.figures.confusions[:CONFUSED]
    ]
    heads = (words.say("stats.head-asked"), "", words.say("stats.head-taken"))
    return grid(heads, rows, paper, text_last=True)
