"""The figures of `quiz stats` as styled lines: one thing a line, its name on the left, words before bars."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from quiz.terminal.paint import MARGIN, Fragment, Line, cells, flow
from quiz.words.safe import safe

if TYPE_CHECKING:
    from quiz.stats.figures import Figures
    from quiz.words import Words

BARS: Final = "▁▂▃▄▅▆▇█"
SHADES: Final = "░▒▓█"
#: A retention is known well when its interval is narrower than this, and fairly below twice as much.
SURE: Final = 0.12
WEEKS: Final = 26

Row = tuple[str, list[Fragment]]


def figures(told: Figures, questions: Mapping[str, str], words: Words, width: int) -> list[Line]:
    """All the figures. `questions` are those of the hardest cards, by identity."""
    groups: list[list[Row]] = [
        [_today(told, words)],
        [_retention(told, words), *_by_kind(told, words), *_overruled(told, words)],
        [_cards(told, words), _ahead(told, words), *_year(told, words)],
        [*_hardest(told, questions, words), *_bias(told, words), *_time(told, words)],
    ]
    wide = max(cells(name) for group in groups for name, _ in group)
    lines: list[Line] = [()]
    for group in groups:
        for name, content in group:
            label = f"{name:<{wide}}".replace(" ", "\u00a0")
            lines += flow([("dim", f"{label}\u00a0\u00a0\u00a0"), *content], width, MARGIN, MARGIN + " " * (wide + 3))
        if group:
            lines.append(())
    return lines


def bars(counts: tuple[int, ...]) -> str:
    """Counts as bars of one height; none is a gap that does not break."""
    most = max(counts, default=0)
    return "".join(BARS[-(-count * len(BARS) // most) - 1] if count else "·" for count in counts)


def percent(share: float) -> int:
    """A share as whole percent."""
    return round(share * 100)


def _today(told: Figures, words: Words) -> Row:
    parts = [words.say("stats.done", answers=told.today.answers, due=told.today.due)]
    if told.streak:
        parts.append(words.say("stats.streak", days=told.streak))
    if told.met:
        share = percent(told.recalled / told.met)
        parts.append(words.say("stats.recall", recalled=round(told.recalled), met=told.met, percent=share))
    else:
        parts.append(words.say("stats.recall-none"))
    return words.say("stats.today"), [("", " · ".join(parts))]


def _retention(told: Figures, words: Words) -> Row:
    parts = [words.say("stats.wanted", percent=percent(told.wanted))]
    share = told.month.share
    if share.value is None or share.low is None or share.high is None:
        parts.append(words.say("stats.no-reviews"))
    else:
        reach = share.high - share.low
        trust = "good" if reach < SURE else "fair" if reach < 2 * SURE else "poor"
        last = {"percent": round(share.value * 100, 1), "low": percent(share.low), "high": percent(share.high)}
        parts += [words.say("stats.last-month", **last), words.say(f"stats.trust-{trust}", count=share.count)]
    return words.say("stats.retention"), [("", " · ".join(parts))]


def _by_kind(told: Figures, words: Words) -> list[Row]:
    known = [
        f"{words.say(f'kind.{one.name}')} {percent(one.kept.share.value)} %"
        for one in told.kinds
        if one.kept.share.value is not None
    ]
    return [(words.say("stats.by-kind"), [("", " · ".join(known))])] if known else []


def _overruled(told: Figures, words: Words) -> list[Row]:
    """How often the machine was overruled: its own measure, so it is shown as openly as the learner's."""
    parts = [
        f"{words.say(f'kind.{one.name}')} "
        + words.say("stats.overruled-of", hits=one.overruled.hits, count=one.overruled.count)
        for one in told.kinds
        if one.overruled.hits
    ]
    return [(words.say("stats.overruled"), [("", " · ".join(parts))])] if parts else []


def _cards(told: Figures, words: Words) -> Row:
    states = told.states
    counts = {name: getattr(states, name) for name in ("new", "learning", "young", "mature", "suspended")}
    return words.say("stats.cards"), [("", words.say("stats.states", **counts))]


def _ahead(told: Figures, words: Words) -> Row:
    ahead = (told.today.due, *told.ahead.days[1:14])
    week = " ".join(str(count) for count in ahead[:7])
    after = " ".join(str(count) for count in ahead[7:])
    said = words.say("stats.week", count=sum(ahead[:7]))
    return words.say("stats.due-next"), [("bar", bars(ahead)), ("", f" \u00a0{week} · {after} \u00a0{said}")]


def _year(told: Figures, words: Words) -> list[Row]:
    """The last half year, a character a week: how many answers."""
    if not told.days:
        return []
    weeks = [0] * WEEKS
    for day, one in told.days.items():
        back = (told.day - day) // 7
        if back < WEEKS:
            weeks[WEEKS - 1 - back] += one.answers
    most = max(weeks)
    shades = "".join(SHADES[-(-count * len(SHADES) // most) - 1] if count else "·" for count in weeks) if most else ""
    return [(words.say("stats.year"), [("bar", shades)])]


def _hardest(told: Figures, questions: Mapping[str, str], words: Words) -> list[Row]:
    rows: list[Row] = []
    for one in told.hardest:
        said = [words.say("stats.lapses", count=one.lapses)]
        if one.usual:
            said.append(words.say("stats.usually", typed=one.usual))
        name = "" if rows else words.say("stats.hardest")
        rows.append((name, [("", safe(questions.get(one.card, one.card))), ("dim", f" \u00a0{', '.join(said)}")]))
    return rows


def _bias(told: Figures, words: Words) -> list[Row]:
    if told.estimates.bias is None or told.estimates.count < 5 or not percent(abs(told.estimates.bias)):
        return []
    key = "stats.low" if told.estimates.bias < 0 else "stats.high"
    return [(words.say("stats.numbers"), [("", words.say(key, percent=percent(abs(told.estimates.bias))))])]


def _time(told: Figures, words: Words) -> list[Row]:
    if not told.seconds:
        return []
    spent = words.say("stats.time-spent", month=_span(told.seconds_month, words), all=_span(told.seconds, words))
    return [(words.say("stats.time"), [("", spent)])]


def _span(seconds: float, words: Words) -> str:
    hours, minutes = divmod(max(1, round(seconds / 60)), 60)
    return (
        words.say("stats.hours", hours=hours, minutes=minutes) if hours else words.say("stats.minutes", minutes=minutes)
    )
