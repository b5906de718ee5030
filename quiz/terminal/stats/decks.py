"""`quiz stats decks`: each deck: how much of it is known, and what was kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from quiz.stats.as_json import to_json as figures_to_json
from quiz.terminal.stats import said
from quiz.terminal.stats.frame import compared, framed, with_strangers
from quiz.terminal.stats.grid import grid, kept_cells, kept_heads
from quiz.terminal.stats.paper import Paper, cut, percent

if TYPE_CHECKING:
    from quiz.stats.figures import Group
    from quiz.stats.told import Told
    from quiz.terminal.paint import Line
    from quiz.words import Words


def to_json(told: Told) -> dict[str, Any]:
    """The keys of the view."""
    return figures_to_json(told.figures, "decks")


def table(told: Told) -> Iterable[tuple[object, ...]]:
    """The decks."""
    yield "deck", "title", *GROUP
    for one in told.figures.decks:
        yield one.name, told.titles.get(one.name, ""), *group(one)


#: The columns of a deck or a kind in CSV.
GROUP = (
    "cards", "met", "recalled", "due", "answers", "seconds", "count", "hits", "value", "low", "high", "predicted",
    "verdicts", "overruled",
)  # fmt: skip


def group(one: Group) -> tuple[object, ...]:
    """A deck or a kind as a line of CSV, without its name."""
    standing, share = one.standing, one.kept.share
    rates = (share.value, share.low, share.high, one.kept.predicted)
    return (
        standing.cards, standing.met, round(standing.recalled, 4), standing.due, one.answers, one.seconds,
        share.count, share.hits, *(None if rate is None else round(rate, 4) for rate in rates),
        one.overruled.count, one.overruled.hits,
    )  # fmt: skip


def draw(told: Told, words: Words, paper: Paper) -> list[Line]:
    """The sentence and a table."""
    return framed(told, words, paper, sentence(told, words), _decks(told, words, paper))


def sentence(told: Told, words: Words) -> str:
    """Which decks are known well, in plain words."""
    decks = told.figures.decks
    begun = sum(one.standing.met > 0 for one in decks)
    text = words.say("stats.decks", decks=len(decks), begun=begun)
    named = [(cut(told.title(one.name), 40), one.kept) for one in decks]
    more = compared(named, words, "stats.surest")
    return with_strangers(f"{text} {more}" if more else text, told, words)


def _decks(told: Told, words: Words, paper: Paper) -> list[Line]:
    known = said.weakest_first(told.figures.decks)
    rows = [(told.title(one.name), *standing(one, words), *kept_cells(one.kept, words)) for one in known]
    heads = ("", *standing_heads(words), *kept_heads(words))
    return grid(heads, rows, paper, shares=[recalled(one) for one in known])


def recalled(one: Group) -> float | None:
    """The share of its cards that one would recall today."""
    return one.standing.recalled / one.standing.met if one.standing.met else None


def standing_heads(words: Words) -> tuple[str, ...]:
    """The names of the columns of `standing`."""
    return tuple(words.say(f"stats.head-{name}") for name in ("cards", "met", "recall", "due"))


def standing(one: Group, words: Words) -> tuple[str, ...]:
    """How its cards stand: how many, how many met, the share recalled today, how many due."""
    now = recalled(one)
    return (
        words.fact(one.standing.cards),
        words.fact(one.standing.met),
        "" if now is None else f"{percent(now)} %",
        words.fact(one.standing.due) if one.standing.due else "",
    )
