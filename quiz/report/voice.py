"""Who speaks on the page, and how numbers, days and shares are written there."""

from __future__ import annotations

from typing import Protocol

from quiz.stats.days import as_date, iso
from quiz.stats.kept import Kept


class Voice(Protocol):
    """What says the sentences: `quiz.words.Words` is one."""

    @property
    def language(self) -> str:
        """`en` or `fr`."""

    def say(self, key: str, /, **facts: object) -> str:
        """The sentence `key` with its facts."""

    def fact(self, value: object) -> str:
        """A number as the language writes it."""


def percent(share: float) -> str:
    """A share as people read it."""
    return f"{round(share * 100)}\u00a0%"


def count(value: float, voice: Voice) -> str:
    """A whole number."""
    return voice.fact(round(value))


def date(day: int, voice: Voice) -> str:
    """A study day as a date in words."""
    return voice.say("report.day", day=iso(day))


def month(day: int, voice: Voice) -> str:
    """The month of a study day in a few letters, the year beside January."""
    when = as_date(day)
    name = voice.say(f"stats.short-{when.month:02}")
    return f"{name} {when.year}" if when.month == 1 else name


def span(seconds: float, voice: Voice) -> str:
    """A time in hours and minutes."""
    hours, minutes = divmod(round(seconds / 60), 60)
    key = "report.hours" if hours else "report.minutes"
    return voice.say(key, hours=hours, minutes=f"{minutes:02}" if hours else str(minutes))


def share(kept: Kept, voice: Voice) -> str:
    """A share with how many it is of: "91 % of 412"; a dash where there is nothing to say."""
    if kept.share.value is None:
        return "—"
    return voice.say("report.share", percent=percent(kept.share.value), count=kept.share.count)


def reach(kept: Kept) -> str:
    """The interval of a share."""
    if kept.share.low is None or kept.share.high is None:
        return "—"
    return f"{round(kept.share.low * 100)}–{percent(kept.share.high)}"


def foretold(kept: Kept) -> str:
    """The mean chance foretold."""
    return "—" if kept.predicted is None else percent(kept.predicted)
