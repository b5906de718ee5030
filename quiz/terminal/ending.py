"""The end of an evening in a few lines: how many, how right, what was missed or confused, what waits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from quiz.terminal.draw import BLANK, DOT, ROOMY, joined
from quiz.terminal.paint import MARGIN, Fragment, Line, cells, flow
from quiz.words.safe import safe

if TYPE_CHECKING:
    from quiz.study.view import EndView
    from quiz.terminal.evening import Outlook
    from quiz.words import Words

BARS: Final = "▁▂▃▄▅▆▇█"


def end(view: EndView, outlook: Outlook, words: Words, width: int) -> list[Line]:
    """The evening in a few lines: how many, how right, what was missed or confused, what waits."""
    if not view.answers:
        return [BLANK, *flow([("", words.say("session.end-none"))], width), BLANK]
    lines: list[Line] = [BLANK, *flow(_sum(view, words), width), BLANK]
    table: list[tuple[str, list[Fragment]]] = []
    missed = words.say("session.end-missed")
    for one in view.missed[:5]:
        table.append((missed, [("", safe(one.question)), ("dim", " — "), ("strong", safe(one.shown_answer))]))
        missed = ""
    if len(view.missed) > 5:
        table.append(("", [("dim", words.say("session.end-more", count=len(view.missed) - 5))]))
    confused = words.say("session.end-confused")
    for pair in view.confused[:5]:
        table.append((confused, [("", f"{safe(pair.shown_answer)} ↔ {safe(pair.other_answer)}")]))
        confused = ""
    due = "session.end-due" if outlook.tomorrow else "session.end-none-due"
    waits = [words.say(due, count=outlook.tomorrow)]
    if outlook.week > outlook.tomorrow:
        waits.append(words.say("session.end-week", count=outlook.week))
    if outlook.met > view.cards:  # of what was seen a minute ago, it would say nothing
        waits.append(words.say("session.end-recall", recalled=round(outlook.recalled), met=outlook.met))
    table.append((words.say("session.end-tomorrow"), [("", DOT.join(waits))]))
    wide = max(cells(name) for name, _ in table) + 3
    for name, content in table:
        label = [("dim", name), ("", " " * (wide - cells(name)))]
        lines += flow(content, width, MARGIN, " " * (len(MARGIN) + wide if width >= ROOMY else 4), label)
    tail = []
    row: list[Fragment] = []
    if outlook.streak > 1:
        tail.append(words.say("session.end-streak", days=outlook.streak))
        # A day without any is a gap; those before the first day are nothing.
        recent = bars(outlook.recent).strip()
        row = [("bar", recent), ("", "  ")] if recent else []
    if view.left:
        tail.append(words.say("session.end-left", count=view.left))
    if tail:
        lines += [BLANK, *flow([("dim", DOT.join(tail))], width, label=row)]
    return [*lines, BLANK]


def _sum(view: EndView, words: Words) -> list[Fragment]:
    counts: list[list[Fragment]] = [
        [(mark, words.say(f"session.end-{mark}", count=count))]
        for mark, count in (("right", view.right), ("close", view.close), ("wrong", view.wrong))
        if count
    ]
    if view.overruled:
        counts.append([("", words.say("session.end-overruled", count=view.overruled))])
    first: list[Fragment] = [
        ("strong", words.say("session.end-count", cards=view.cards, time=time(view.seconds, words)))
    ]
    return joined([first, *counts])


def time(seconds: float, words: Words) -> str:
    """A stretch of time as people say it."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return words.say("session.time-seconds", seconds=rest)
    return words.say("session.time-minutes", minutes=minutes, seconds=rest)


def bars(counts: Iterable[int]) -> str:
    """Counts as a row of bars; a day without any is a gap."""
    counts = tuple(counts)
    most = max(counts, default=0)
    return "".join(BARS[-(-count * len(BARS) // most) - 1] if count else " " for count in counts) if most else ""
