"""What every deeper view has: a sentence that says in plain words what is seen, and then the figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quiz.stats.share import Share
from quiz.terminal.stats import said
from quiz.terminal.stats.paper import Paper, clipped, percent, sentences

if TYPE_CHECKING:
    from quiz.stats.kept import Kept
    from quiz.stats.told import Told
    from quiz.terminal.paint import Line
    from quiz.words import Words


def framed(told: Told, words: Words, paper: Paper, seen: str, *blocks: Sequence[Line]) -> list[Line]:
    """The sentences, then the blocks, with blank lines around; or what to do where there is nothing yet."""
    empty = said.begin(told, words)
    told_ = sentences(empty or seen, paper.width) if paper.drawn else [(("", empty or seen),)]
    lines: list[Line] = [(), *told_]
    for block in () if empty else blocks:
        if block:
            lines += [(), *block]
    return clipped([*lines, ()], paper.width) if paper.drawn else lines[1:]


def with_strangers(text: str, told: Told, words: Words) -> str:
    """A sentence on cards, and what it leaves out."""
    count = told.figures.strangers
    return f"{text} {words.say('stats.strangers', count=count)}" if count else text


def heading(text: str) -> Line:
    """The name of what stands below."""
    return (("", "  "), ("dim", text))


def compared(groups: Sequence[tuple[str, Kept]], words: Words, key: str) -> str:
    """Which of some groups is kept best and which worst, and whether that may be chance; "" for fewer than two.

    `key` is a sentence with `best` of 100 for `name`, and `worst` for `other`.
    """
    known = [(share.value, name, share) for name, kept in groups if (share := _told(kept)) is not None]
    known = [one for one in known if one[0] is not None]
    if len(known) < 2:
        return ""
    worst, best = min(known, key=_value), max(known, key=_value)
    if percent(best[0] or 0) == percent(worst[0] or 0):
        return words.say("stats.alike", percent=percent(best[0] or 0))
    text = words.say(key, name=best[1], best=percent(best[0] or 0), other=worst[1], worst=percent(worst[0] or 0))
    sure = best[2].low is not None and worst[2].high is not None and best[2].low > worst[2].high
    return text if sure else f"{text} {words.say('stats.by-chance')}"


def _told(kept: Kept) -> Share | None:
    return kept.share if kept.share.count >= said.FEW else None


def _value(one: tuple[float | None, str, Share]) -> float:
    return one[0] or 0.0
