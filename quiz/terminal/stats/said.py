"""Figures as words that several views say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from quiz.stats.count import AGES
from quiz.terminal.stats.paper import percent

if TYPE_CHECKING:
    from quiz.stats.figures import Figures, Group
    from quiz.stats.kept import Estimates, Kept
    from quiz.stats.told import Told
    from quiz.words import Words

#: Below so many reviews no opinion is given.
FEW: Final = 20
#: Groups with fewer reviews are not named in a line of bare percentages.
ENOUGH: Final = 10
#: Below so many amounts no bias is told.
FEW_AMOUNTS: Final = 5


def span(seconds: float, words: Words) -> str:
    """A time as people say it, in minutes at least."""
    hours, minutes = divmod(max(1, round(seconds / 60)), 60)
    if not hours:
        return words.say("stats.minutes", minutes=minutes)
    return words.say("stats.hours", hours=hours, minutes=f"{minutes:02}")


def period(figures: Figures, words: Words, *, month: bool = False) -> str:
    """The days that a figure is about: "in 30 days", "since 1 March 2025"."""
    from quiz.stats.days import iso
    from quiz.stats.figures import RETENTION_DAYS, YEAR_DAYS

    first, usual = (figures.month_since, RETENTION_DAYS) if month else (figures.since, YEAR_DAYS)
    if first == figures.day - usual + 1:
        return words.say("stats.in-days", days=usual)
    return words.say("stats.since", day=iso(first))


def nothing_kept(figures: Figures, words: Words, key: str, *, month: bool = False) -> str:
    """That no card came back in the days looked at (`key`), or when the last one did (`key-lately`)."""
    from quiz.stats.days import iso
    from quiz.stats.figures import RETENTION_DAYS

    last = max((day for day, one in figures.days.items() if one.spaced), default=None)
    if last is None:
        return words.say(f"stats.{key}")
    since = iso(last - RETENTION_DAYS + 1)
    return words.say(f"stats.{key}-lately", period=period(figures, words, month=month), day=iso(last), since=since)


def opinion(kept: Kept, wanted: float) -> str:
    """What to think of a share kept beside the one wanted: none, few, above, below or as-wanted.

    Above and below only where the interval leaves no doubt of it.
    """
    share = kept.share
    if share.value is None or share.low is None or share.high is None:
        return "none"
    if share.count < FEW:
        return "few"
    if share.low > wanted:
        return "above"
    return "below" if share.high < wanted else "as-wanted"


def parts(groups: Sequence[tuple[str, Kept]]) -> list[str]:
    """Names with what was kept of them: those of which enough is known, or all where that is so of none."""
    known = [(name, kept.share) for name, kept in groups if kept.share.count >= ENOUGH]
    known = known or [(name, kept.share) for name, kept in groups]
    return [f"{name} {percent(share.value)}" for name, share in known if share.value is not None]


def ages(figures: Figures, words: Words, key: str = "age") -> list[tuple[str, Kept]]:
    """The ages of cards by name, a short or (`aged`) a longer one."""
    return [(words.say(f"stats.{key}-{AGES.index(one.first)}"), one.kept) for one in figures.ages]


def kinds(figures: Figures, words: Words) -> list[tuple[str, Kept]]:
    """The kinds of answers by name, the surest first."""
    known = sorted(figures.kinds, key=lambda one: -(one.kept.share.value or 0))
    return [(words.say(f"kind.{one.name}"), one.kept) for one in known]


def weakest_first(groups: Sequence[Group]) -> list[Group]:
    """Groups in the order of what was kept, those without reviews last."""
    return sorted(
        groups, key=lambda one: (one.kept.share.value is None, one.kept.share.value or 0, -one.answers, one.name)
    )


def overruled(figures: Figures, words: Words) -> str:
    """How often the learner overruled the machine, and was right; "" where nothing was judged."""
    told = figures.overruled
    if not told.verdicts.count:
        return ""
    said = words.say("stats.overruled-of", hits=told.verdicts.hits, count=told.verdicts.count)
    if told.borne_out.count:
        said += f", {words.say('stats.borne-out', hits=told.borne_out.hits, count=told.borne_out.count)}"
    return said


def day(number: int, words: Words) -> str:
    """A study day as it is written in a narrow place, without its year."""
    from quiz.stats.days import as_date

    when = as_date(number)
    return words.say("stats.day", day=when.day, month=words.say(f"stats.short-{when.month:02}"))


def bias(told: Estimates, words: Words, *, spread: bool = True) -> str:
    """How far off the typed amounts are; "" where there are too few."""
    if told.bias is None or told.count < FEW_AMOUNTS:
        return ""
    off = percent(abs(told.bias))
    key = "stats.bias-none" if not off else "stats.bias-low" if told.bias < 0 else "stats.bias-high"
    said = words.say(key, percent=off)
    return (
        said
        if told.spread is None or not spread
        else f"{said}, {words.say('stats.spread', percent=percent(told.spread))}"
    )


def begin(told: Told, words: Words) -> str:
    """What to do where no answer was given yet; "" where some were."""
    figures = told.figures
    if figures.days:
        return ""
    if not figures.cards:
        return words.say("stats.empty-library")
    return words.say("stats.empty-log", cards=figures.cards)
