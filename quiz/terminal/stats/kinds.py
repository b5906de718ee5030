"""`quiz stats kinds`: each kind of answer, how often the machine was overruled, and how far off numbers are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from quiz.stats.as_json import to_json as figures_to_json
from quiz.stats.days import as_date
from quiz.terminal.stats import said
from quiz.terminal.stats.decks import GROUP, group, recalled, standing, standing_heads
from quiz.terminal.stats.frame import compared, framed, with_strangers
from quiz.terminal.stats.grid import grid, kept_cells, kept_heads
from quiz.terminal.stats.paper import Paper, percent

if TYPE_CHECKING:
    from quiz.stats.told import Told
    from quiz.terminal.paint import Line
    from quiz.words import Words


def to_json(told: Told) -> dict[str, Any]:
    """The keys of the view."""
    return figures_to_json(told.figures, "kinds")


def table(told: Told) -> Iterable[tuple[object, ...]]:
    """The kinds."""
    yield "kind", *GROUP
    for one in told.figures.kinds:
        yield one.name, *group(one)


def draw(told: Told, words: Words, paper: Paper) -> list[Line]:
    """The sentence, the kinds, how the machine was corrected, and the typed amounts by month."""
    return framed(
        told,
        words,
        paper,
        sentence(told, words),
        _kinds(told, words, paper),
        _overruled(told, words, paper),
        _months(told, words, paper),
    )


def sentence(told: Told, words: Words) -> str:
    """Which kinds are surest, whether overruling was right, and how far off numbers are, in plain words."""
    figures = told.figures
    parts = [compared(said.kinds(figures, words), words, "stats.surest")]
    over = figures.overruled
    if over.verdicts.hits:
        parts.append(words.say("stats.overruled", hits=over.verdicts.hits, count=over.verdicts.count))
    if over.borne_out.count:
        parts.append(words.say("stats.overruled-right", hits=over.borne_out.hits, count=over.borne_out.count))
    if figures.estimates.count >= said.FEW_AMOUNTS:
        parts.append(
            words.say("stats.amounts", said=said.bias(figures.estimates, words), count=figures.estimates.count)
        )
    text = " ".join(part for part in parts if part)
    if not text:
        came = sum(one.kept.share.count for one in figures.kinds)
        text = words.say("stats.few-of-each", count=said.FEW) if came else words.say("stats.empty-kinds")
    return with_strangers(text, told, words)


def _kinds(told: Told, words: Words, paper: Paper) -> list[Line]:
    known = sorted(told.figures.kinds, key=lambda one: -(one.kept.share.value or 0))
    rows = [(words.say(f"kind.{one.name}"), *standing(one, words), *kept_cells(one.kept, words)) for one in known]
    return grid(("", *standing_heads(words), *kept_heads(words)), rows, paper, shares=[recalled(one) for one in known])


def _overruled(told: Told, words: Words, paper: Paper) -> list[Line]:
    rows = [
        (
            words.say(f"kind.{one.name}"),
            words.fact(one.overruled.count),
            f"{words.fact(one.overruled.value * 100)} %",
            words.fact(one.to_right),
            words.fact(one.to_wrong),
        )
        for one in told.figures.kinds
        if one.overruled.value
    ]
    heads = tuple(words.say(f"stats.head-{name}") for name in ("overruled", "verdicts", "share", "right", "wrong"))
    return grid(heads, rows, paper)


def _months(told: Told, words: Words, paper: Paper) -> list[Line]:
    """How far off the typed amounts were, month by month."""
    rows = []
    for one in told.figures.months:
        when = as_date(one.first)
        bias, spread = one.estimates.bias, one.estimates.spread
        name = words.say("calendar.month", month=words.say(f"calendar.month-{when.month:02}"), year=str(when.year))
        mean = 0 if bias is None else percent(bias)
        off = "" if bias is None else f"{mean:+} %" if mean else "0 %"
        scatter = "" if spread is None else f"{percent(spread)} %"
        rows.append((name, words.fact(one.estimates.count), off, scatter))
    heads = tuple(words.say(f"stats.head-{name}") for name in ("numbers", "typed", "bias", "spread"))
    return grid(heads, rows, paper)
