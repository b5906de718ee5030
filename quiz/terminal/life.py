"""The life of a card as styled lines: its state, its curve of forgetting or its numbers, every answer as typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from quiz.stats.life import Answer, Life, Turn, chance, fades_on
from quiz.terminal.curve import Plot, Point, curve, legend
from quiz.terminal.draw import DOT, SIGNS
from quiz.terminal.paint import MARGIN, Fragment, Line, flow
from quiz.words.safe import safe

if TYPE_CHECKING:
    from quiz.words import Words

#: In plain lines: the chance of a recall so many days from now.
AHEAD: Final = (0, 1, 7, 30, 90, 365)
_FIRST_DAY: Final = date(1970, 1, 1).toordinal()
_DEEP: Final = "      "


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a card: what it asks ("" where that is not known) and what is known of it."""

    question: str
    answer: str
    life: Life
    other: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """What a life is told by: the day, the weights in force, what is wanted, and why a verdict was as it was."""

    today: int
    weights: Sequence[float]
    wanted: float
    why: Callable[[Answer], Sequence[str]]


def sides(told: Iterable[Side], by: Setting, words: Words, width: int, drawn: tuple[int, int] | None) -> list[Line]:
    """All sides of a card. `drawn` is the room for a curve, columns and rows; None gives numbers instead."""
    lines: list[Line] = []
    for side in told:
        if side.other:
            lines += [(), *flow([("strong", words.say("show.other-side"))], width, "")]
        lines += flow([("question", safe(side.question or words.say("cards.wording-unknown")))], width, "")
        if side.answer:
            lines += flow([("", safe(side.answer))], width, MARGIN * 2)
        lines += [(), *flow(_dotted(state(side.life, by, words)), width, "")]
        if side.life.stretches:
            lines += [(), *_forgetting(side.life, by, words, width, drawn)]
        if side.life.lines:
            lines.append(())
        for line in side.life.lines:
            lines += _answer(line, by, words, width) if isinstance(line, Answer) else _turn(line, words, width)
    return lines


def state(told: Life, by: Setting, words: Words) -> list[str]:
    """What state the card is in, in a few phrases."""
    memory, say = told.memory, words.say
    if memory.suspended:
        standing = say("cards.suspended")
    elif memory.buried_on == by.today:
        standing = say("cards.buried")
    elif memory.due is None:
        standing = say("card.never")
    elif memory.due > by.today:
        standing = say("card.again-on", days=memory.due - by.today, date=iso(memory.due))
    elif memory.due < by.today:
        standing = say("card.overdue", days=by.today - memory.due)
    else:
        standing = say("cards.due")
    if not memory.reviews:
        return [standing]
    now = chance(told, max(by.today, memory.last_day), weights=by.weights)
    fades = fades_on(told, by.wanted, weights=by.weights)
    parts = [standing, say("show.recall", percent=round((now or 0) * 100))]
    if fades is not None:
        percent = round(by.wanted * 100)
        key = "card.fades" if fades > by.today else "card.faded"
        parts.append(say(key, percent=percent, date=iso(fades)))
    parts += [
        say("show.stability", days=_days(memory.stability)),
        say("card.difficulty", value=round(memory.difficulty, 1)),
        say("cards.reviews", count=memory.reviews),
        say("cards.lapses", count=memory.lapses),
    ]
    return parts


def iso(day: int) -> str:
    """A study day as a date."""
    return date.fromordinal(_FIRST_DAY + day).isoformat()


def clock(at: int, offset: int) -> str:
    """A moment as it was on the learner's wall."""
    minutes = at // 60_000 + offset
    day, left = divmod(minutes, 24 * 60)
    return f"{iso(day)} {left // 60:02}:{left % 60:02}"


def _days(stability: float) -> int | float:
    return round(stability) if stability >= 10 else round(stability, 1)


def _forgetting(told: Life, by: Setting, words: Words, width: int, drawn: tuple[int, int] | None) -> list[Line]:
    if drawn is None:
        parts = []
        for days in AHEAD:
            share = chance(told, max(by.today, told.memory.last_day) + days, weights=by.weights)
            if share is not None:
                key = "card.chance-in" if days else "card.chance-now"
                parts.append(words.say(key, days=days, percent=round(share * 100)))
        return flow([("", words.say("card.chance") + " "), *_dotted(parts)], width, "") if parts else []
    plot = plot_of(told, by, words)
    return [*curve(plot, *drawn), *flow(legend(words, by.wanted), width)]


def plot_of(told: Life, by: Setting, words: Words) -> Plot:
    """What is drawn of a life: from its first review to some time after today and after the day it is due."""
    first = told.stretches[0].day
    due = told.memory.due if told.memory.due is not None else by.today
    reached = max(by.today, due, told.stretches[-1].day)
    last = reached + max(3, (reached - first) // 5)
    points = [Point(one.day, 1.0 if one.before is None else one.before, one.verdict) for one in told.stretches]
    days = [(first, iso(first)), (by.today, words.say("card.today")), (last, iso(last)), (due, iso(due))]
    if by.today - first <= 0:
        days = days[1:]
    return Plot(first, last, by.today, by.wanted, lambda day: chance(told, day, weights=by.weights), points, days)


def _answer(given: Answer, by: Setting, words: Words, width: int) -> list[Line]:
    say = words.say
    mark = given.verdict if given.verdict in SIGNS else "right" if given.rating > 1 else "wrong"
    head: list[Fragment] = [("dim", clock(given.at, given.offset).replace(" ", "\u00a0") + "\u00a0\u00a0")]
    style = "dim" if given.undone else mark
    typed = safe(given.typed) if given.typed else say("show.gave-up")
    head += [
        (style, f"{SIGNS[mark]} {say(f'show.verdict-{mark}')}"),
        ("", "\u00a0\u00a0"),
        ("dim" if given.undone else "", typed),
    ]
    if given.undone:
        head += [("dim", f"  ({say('show.event-undone')})")]
    elif given.overruled:
        was = given.judged if given.judged in SIGNS else mark
        head += [("dim", f"  ({say('card.overruled', verdict=say(f'show.verdict-{was}'))})")]
    notes = list(by.why(given))
    if given.hint:
        notes.append(say("card.hint"))
    facts = [say("card.rated", rating=say(f"rating.{given.rating}"))]
    if given.predicted is not None:
        facts.append(say("card.foretold", percent=round(given.predicted * 100), days=given.elapsed))
    if given.took_ms is not None:
        facts.append(say("card.took", seconds=round(given.took_ms / 1000, 1)))
    if given.interval is not None:
        facts.append(say("card.then", days=given.interval) if given.interval else say("card.then-same-day"))
    lines = flow(head, width, MARGIN, MARGIN + _DEEP)
    if notes:
        lines += flow(_dotted(notes), width, MARGIN + _DEEP)
    return [*lines, *flow(_dotted(facts, "dim"), width, MARGIN + _DEEP)]


def _turn(line: Turn, words: Words, width: int) -> list[Line]:
    told = words.say(f"show.event-{line.kind}") + (f" ({words.say('show.event-undone')})" if line.undone else "")
    when = clock(line.at, line.offset).replace(" ", "\u00a0") + "\u00a0\u00a0"
    return flow([("dim", when), ("dim" if line.undone else "", told)], width, MARGIN, MARGIN + _DEEP)


def _dotted(parts: Sequence[str], style: str = "") -> list[Fragment]:
    """Phrases with a dot between them. A short one does not break, and no line begins with the dot."""
    kept = (part.replace(" ", "\u00a0") if len(part) < 30 else part.replace(" %", "\u00a0%") for part in parts)
    return [(style, DOT.replace(" ", "\u00a0", 1).join(kept))]
