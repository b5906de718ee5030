"""The rows of the overview: a name on the left, and what is known of it, in words before bars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quiz.stats.cards import STABILITIES
from quiz.stats.figures import YEAR_DAYS
from quiz.terminal.paint import Fragment, cells
from quiz.terminal.stats import said
from quiz.terminal.stats.paper import Paper, cut, joined, percent, styled
from quiz.terminal.stats.year import WEEKS

if TYPE_CHECKING:
    from quiz.stats.told import Told
    from quiz.words import Words

Row = tuple[str, list[Fragment]]

#: So many weeks are told one by one.
FEW_WEEKS: Final = 6
#: Fewer cards in no deck, as a share of those in some, are not spoken of.
FEW_STRANGERS: Final = 1 / 10
#: So many weeks are told where nothing is drawn.
RECENT_WEEKS: Final = 8
#: Stabilities as people say them: days, weeks, months.
HOLDS: Final = ((0, 7), (7, 90), (90, 100_000))


def label_width(words: Words) -> int:
    """The columns of the longest name of a row."""
    names = (
        "today", "known", "strength", "retention", "by-week", "by-kind", "by-age", "by-deck", "due-next", "year",
        "hardest", "confused", "verdicts", "numbers",
    )  # fmt: skip
    return max(cells(words.say(f"stats.{name}")) for name in names)


def groups(told: Told, words: Words, paper: Paper, room: int, *, graphs: bool = True) -> list[list[Row]]:
    """What is known, what was kept, what is due."""
    return [
        [_today(told, words), _known(told, words), *_strength(told, words, paper)],
        [
            _retention(told, words),
            *(_by_week(told, words, paper, room) if graphs else []),
            *_by(told, words, room),
        ],
        [_due(told, words, paper, room, graphs=graphs)],
    ]


def _today(told: Told, words: Words) -> Row:
    figures = told.figures
    today = figures.today
    parts = [words.say("stats.nothing-today")]
    if today.answers:
        parts = [words.say("stats.done", answers=today.answers, time=said.span(today.seconds, words))]
        if today.new:
            parts[0] += f", {words.say('stats.done-new', new=today.new)}"
    parts.append(words.say("stats.due-still", due=today.due) if today.due else words.say("stats.due-none"))
    if figures.streak:
        parts.append(words.say("stats.streak", days=figures.streak))
    return words.say("stats.today"), [("", " · ".join(parts))]


def _known(told: Told, words: Words) -> Row:
    figures = told.figures
    if not figures.met:
        return words.say("stats.known"), [("", words.say("stats.known-none") + _strangers(told, words))]
    share = percent(figures.recalled / figures.met)
    text = words.say("stats.known-of", recalled=round(figures.recalled), met=figures.met, percent=share)
    return words.say("stats.known"), [("strong", text), *styled("", _not_met(told, words) + _strangers(told, words))]


def _not_met(told: Told, words: Words) -> str:
    left = told.figures.states.new
    return f" · {words.say('stats.still-new', count=left)}" if left else ""


def _strangers(told: Told, words: Words) -> str:
    """Cards in no deck, where they are more than a few among those that were met."""
    figures = told.figures
    many = figures.strangers > figures.met * FEW_STRANGERS
    return f" · {words.say('stats.strangers-short', count=figures.strangers)}" if many else ""


def _strength(told: Told, words: Words, paper: Paper) -> list[Row]:
    """Cards by stability, as bars and in words."""
    figures = told.figures
    if not figures.met:
        return []
    bars = paper.bars(figures.stabilities)
    days, weeks, months = (
        sum(cards for low, cards in zip(STABILITIES, figures.stabilities, strict=True) if first <= low < end)
        for first, end in HOLDS
    )
    text = words.say("stats.hold", days=days, weeks=weeks, months=months)
    return [(words.say("stats.strength"), [*styled("bar", bars), ("", f"\u00a0 {text}" if bars else text)])]


def _retention(told: Told, words: Words) -> Row:
    figures = told.figures
    kept = figures.month
    share = kept.share
    wanted = percent(figures.wanted)
    if share.value is None or share.low is None or share.high is None or kept.predicted is None:
        nothing = said.nothing_kept(figures, words, "no-reviews", month=True)
        return words.say("stats.retention"), [("", f"{nothing} · {words.say('stats.wanted-alone', percent=wanted)}")]
    parts = words.say(
        "stats.kept-of",
        percent=percent(share.value),
        count=share.count,
        period=said.period(figures, words, month=True),
        low=percent(share.low),
        high=percent(share.high),
    )
    wish = words.say("stats.wanted", percent=wanted)
    rest = f" · {wish}, {words.say('stats.predicted', percent=percent(kept.predicted))}"
    return words.say("stats.retention"), [("", parts + rest)]


def _by_week(told: Told, words: Words, paper: Paper, room: int) -> list[Row]:
    weeks = [one.kept.share.value for one in told.figures.weeks]
    known = [value for value in weeks if value is not None]
    if len(known) < 2:
        return []
    if all(value is None for value in weeks[-RECENT_WEEKS:]):  # a log of long ago
        while weeks[-1] is None:
            weeks.pop()
    if not paper.drawn:
        recent = [f"{percent(value)}" if value is not None else "-" for value in weeks[-RECENT_WEEKS:]]
        return [(words.say("stats.by-week"), [("", ", ".join(recent))])]
    text = words.say("stats.from-to", low=percent(min(known)), high=percent(max(known)))
    if len(known) <= FEW_WEEKS:
        text = f"{', '.join(str(percent(value)) for value in known)} %"
    shown = weeks[-max(1, min(WEEKS, room - cells(text) - 2)) :]
    # Half is the floor: from there to all, the columns tell something.
    bars = paper.bars([max(0.01, value - 0.5) if value is not None else 0 for value in shown], 0.5)
    return [(words.say("stats.by-week"), [("bar", bars), ("", f"\u00a0 {text}".replace(" ", "\u00a0"))])]


def _by(told: Told, words: Words, room: int) -> list[Row]:
    figures = told.figures
    decks = [
        (cut(told.title(one.name), max(14, min(28, room // 4))), one.kept) for one in said.weakest_first(figures.decks)
    ]
    return [
        (words.say(f"stats.{name}"), [("", joined(parts, room))])
        for name, parts in (
            ("by-kind", said.parts(said.kinds(figures, words))),
            ("by-age", said.parts(said.ages(figures, words))),
            ("by-deck", said.parts(decks)),
        )
        if parts
    ]


def _due(told: Told, words: Words, paper: Paper, room: int, *, graphs: bool) -> Row:
    ahead = told.figures.ahead
    parts = []
    if ahead.backlog:
        parts.append(words.say("stats.due-late", count=ahead.backlog))
    parts += [
        words.say("stats.due-today", count=ahead.days[0]),
        words.say("stats.due-tomorrow", count=ahead.days[1]),
        words.say("stats.due-week", count=ahead.now + sum(ahead.days[1:7])),
    ]
    text = ", ".join(parts)
    days = min(30, room - cells(text) - 2)
    if not graphs or days < 7:
        return words.say("stats.due-next"), [("", text)]
    return words.say("stats.due-next"), [
        ("", text.replace(" ", "\u00a0") + "\u00a0 "),
        ("bar", paper.bars((ahead.now, *ahead.days[1:days]))),
    ]


def year_said(told: Told, words: Words) -> list[str]:
    """The year in numbers."""
    figures = told.figures
    first = figures.day - YEAR_DAYS + 1
    days = {day: one for day, one in figures.days.items() if day >= first}
    if not days:
        return [words.say("stats.answers", count=0), words.say("stats.best-run", days=figures.longest_streak)]
    return [
        words.say("stats.answers", count=sum(one.answers for one in days.values())),
        words.say("stats.on-days", days=len(days)),
        words.say("stats.in-time", time=said.span(sum(one.milliseconds for one in days.values()) / 1000, words)),
        words.say("stats.best-run", days=figures.longest_streak),
    ]


def year_row(told: Told, words: Words) -> Row:
    """The year in one row."""
    return words.say("stats.year"), [("", ", ".join(year_said(told, words)))]


def hardest(told: Told, words: Words, room: int, most: int) -> list[Row]:
    """The cards forgotten most often."""
    rows: list[Row] = []
    for one in told.figures.hardest[:most]:
        parts = [words.say("stats.lapses", count=one.lapses)]
        if one.usual:
            parts.append(words.say("stats.usually", typed=cut(one.usual, max(8, min(16, room // 4)))))
        rest = ", ".join(parts).replace(" ", "\u00a0")
        question = cut(told.question(one.card), max(12, room - cells(rest) - 2))
        name = "" if rows else words.say("stats.hardest")
        rows.append((name, [("", question.replace(" ", "\u00a0")), ("dim", f"\u00a0 {rest}")]))
    return rows


def confused(told: Told, words: Words, paper: Paper, room: int, most: int) -> list[Row]:
    """The cards taken for each other."""
    rows: list[Row] = []
    for one in told.figures.confusions[:most]:
        rest = words.say("stats.times", count=one.times).replace(" ", "\u00a0")
        each = max(8, (room - cells(rest) - 5) // 2)
        between = "↔" if paper.drawn else words.say("stats.taken-for")
        pair = f"{cut(told.question(one.card), each)} {between} {cut(told.question(one.taken_for), each)}"
        name = "" if rows else words.say("stats.confused")
        rows.append((name, [("", pair.replace(" ", "\u00a0")), ("dim", f"\u00a0 {rest}")]))
    return rows


def verdicts(told: Told, words: Words) -> list[Row]:
    """How the machine was corrected, and how far off the typed amounts were."""
    figures = told.figures
    parts = [said.overruled(figures, words)] if figures.overruled.verdicts.hits else []
    numbers = said.bias(figures.estimates, words, spread=False)
    if numbers:
        parts.append(f"{words.say('stats.numbers')} {numbers}")
    return [(words.say("stats.verdicts"), [("", " · ".join(parts))])] if parts else []
