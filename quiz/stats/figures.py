"""The figures of `quiz stats`: counted reviews, the memories and what is known of the cards, as one value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from quiz.memory.memory import Memory
from quiz.stats.cards import Ahead, Belongs, Standing, States, hardest_of, survey
from quiz.stats.count import AGES, NOTHING, Count, Counts
from quiz.stats.days import WEEK, longest, monday, month, streak
from quiz.stats.kept import Estimates, Kept, Slice, estimates, kept, overruled, sliced, total
from quiz.stats.share import Share, share

#: The days of retention, and of the kinds, the decks, the ages, the hours and the calendar, up to today.
RETENTION_DAYS: Final = 30
YEAR_DAYS: Final = 365


@dataclass(frozen=True, slots=True)
class Today:
    """What was done today: answers, cards, cards met for the first time, time; and the cards that are due still."""

    answers: int
    cards: int
    new: int
    seconds: float
    due: int


@dataclass(frozen=True, slots=True)
class Group:
    """The cards of one kind or of one deck: what was done with them in the period, and how they stand now.

    `overruled` is the share of the machine's verdicts on them that the learner overruled, `to_right` and `to_wrong` its
    two directions.
    """

    name: str
    answers: int
    seconds: float
    kept: Kept
    overruled: Share
    to_right: int
    to_wrong: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class Month:
    """The typed amounts of a month; `first` is its first study day."""

    first: int
    estimates: Estimates


@dataclass(frozen=True, slots=True)
class HardCard:
    """A card that was forgotten often: how often, and what is usually typed where it is wrong ("" if nothing is).

    `kept` is what was kept of it in the period.
    """

    card: str
    lapses: int
    usual: str
    kept: Kept = field(default_factory=lambda: Kept(share(0, 0)))


@dataclass(frozen=True, slots=True)
class Confusion:
    """A card that was given the right answer of another, and how often."""

    card: str
    taken_for: str
    times: int


@dataclass(frozen=True, slots=True)
class Overruled:
    """How often the learner overruled the machine, and how often that was borne out.

    `borne_out` is the share of the answers counted right by the learner whose card was recalled at its next spaced
    review; without such a review an answer is not in it.
    """

    verdicts: Share
    to_right: int
    to_wrong: int
    borne_out: Share


@dataclass(frozen=True, slots=True)
class Asides:
    """What the journal tells besides the counts: confusions, overrulings borne out, and how many cards with answers are
    in no deck.
    """

    confusions: Sequence[Confusion] = ()
    borne_out: Share = field(default_factory=lambda: share(0, 0))
    strangers: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """All there is to say. Days are study days, as numbers.

    `since` is the first day of the period: of the kinds, decks, ages, hours, confusions and overrulings. `days` are all
    days with answers, also before it. `month` is what was kept since `month_since`. `recalled` of `met` cards would be
    recalled now (the sum of their chances). `recalls` and `stabilities` are cards by their strength (see
    `quiz.stats.cards`), `strangers` those with answers that are in no deck. `weeks` are all weeks of the period from
    the first one with answers on, `months` those with typed amounts.
    """

    day: int
    since: int
    today: Today
    ahead: Ahead
    streak: int
    longest_streak: int
    month_since: int
    month: Kept
    wanted: float
    weeks: tuple[Slice, ...]
    ages: tuple[Slice, ...]
    hours: tuple[Slice, ...]
    kinds: tuple[Group, ...]
    decks: tuple[Group, ...]
    states: States
    recalls: tuple[int, ...]
    stabilities: tuple[int, ...]
    recalled: float
    met: int
    cards: int
    answers: int
    seconds_month: float
    seconds: float
    estimates: Estimates
    months: tuple[Month, ...]
    overruled: Overruled
    hardest: tuple[HardCard, ...]
    confusions: tuple[Confusion, ...]
    strangers: int
    days: Mapping[int, Count]


def figures(
    counts: Counts,
    memories: Mapping[str, Memory],
    belongs: Mapping[str, Belongs],
    today: int,
    *,
    since: int | None = None,
    weights: Sequence[float] = (),
    wanted: float = 0.9,
    asides: Asides | None = None,
) -> Figures:
    """The figures of the study day `today`.

    Args:
        counts: the reviews, counted with the same `today`, and from `since` (else a year) on.
        memories: the memory of each card that has one.
        belongs: the kind and the deck of each card of the library; cards that are not in it are history only.
        today: the study day.
        since: the first day of the period; None is the last year, and for retention the last 30 days.
        weights: the weights of the model; () are the defaults.
        wanted: the retention that the learner asked for.
        asides: what else the journal tells.
    """
    asides = asides or Asides()
    start, month_since = (today - YEAR_DAYS + 1, today - RETENTION_DAYS + 1) if since is None else (since, since)
    days = {day: one for day, one in counts.days.items() if one.answers}
    period = {day: one for day, one in days.items() if day >= start}
    seen = survey(memories.values(), belongs, today, tuple(weights))
    living = [memory for memory in memories.values() if memory.lapses and memory.card in belongs]
    groups = _groups(counts.cards, belongs)
    whole, all_ = total(period.values()), total(days.values())
    spent = total(days[day] for day in days if day >= month_since)
    now = days.get(today, NOTHING)
    return Figures(
        day=today,
        since=start,
        today=Today(now.answers, counts.cards_today, now.new, now.milliseconds / 1000, seen.ahead.now),
        ahead=seen.ahead,
        streak=streak(days.keys(), today),
        longest_streak=longest(days.keys()),
        month_since=month_since,
        month=kept(spent),
        wanted=wanted,
        weeks=_weeks(period, today),
        ages=tuple(sliced(AGES[place], one) for place, one in sorted(counts.ages.items())),
        hours=tuple(sliced(hour, one) for hour, one in sorted(counts.hours.items())),
        kinds=_named(groups, seen.standing, 0),
        decks=_named(groups, seen.standing, 1),
        states=seen.states,
        recalls=seen.recalls,
        stabilities=seen.stabilities,
        recalled=sum(one.recalled for one in seen.standing.values()),
        met=sum(one.met for one in seen.standing.values()),
        cards=len(belongs),
        answers=all_.answers,
        seconds_month=spent.milliseconds / 1000,
        seconds=all_.milliseconds / 1000,
        estimates=estimates(whole),
        months=_months(period),
        overruled=Overruled(overruled(whole), whole.to_right, whole.to_wrong, asides.borne_out),
        hardest=tuple(
            HardCard(one.card, one.lapses, "", kept(counts.cards.get(one.card, NOTHING))) for one in hardest_of(living)
        ),
        confusions=tuple(asides.confusions),
        strangers=asides.strangers,
        days=days,
    )


def with_usual(figures_: Figures, usual: Mapping[str, str]) -> Figures:
    """The same, knowing what is usually typed where the hardest cards are failed."""
    return replace(figures_, hardest=tuple(replace(one, usual=usual.get(one.card, "")) for one in figures_.hardest))


def _groups(counts: Mapping[str, Count], belongs: Mapping[str, Belongs]) -> dict[Belongs, Count]:
    """The counts of cards, by kind and deck."""
    found: defaultdict[Belongs, list[Count]] = defaultdict(list)
    for card, one in counts.items():
        whose = belongs.get(card)
        if whose is not None:
            found[whose].append(one)
    return {whose: total(several) for whose, several in found.items()}


def _named(groups: Mapping[Belongs, Count], standing: Mapping[Belongs, Standing], place: int) -> tuple[Group, ...]:
    """The groups by kind (place 0) or by deck (place 1), in the order of their names."""
    found: defaultdict[str, list[Belongs]] = defaultdict(list)
    for whose in standing:
        found[whose[place]].append(whose)
    return tuple(
        _group(name, total(groups.get(one, NOTHING) for one in several), [standing[one] for one in several])
        for name, several in sorted(found.items())
    )


def _group(name: str, count: Count, standing: Sequence[Standing]) -> Group:
    return Group(
        name,
        count.answers,
        count.milliseconds / 1000,
        kept(count),
        overruled(count),
        count.to_right,
        count.to_wrong,
        Standing(
            sum(one.cards for one in standing),
            sum(one.met for one in standing),
            sum(one.recalled for one in standing),
            sum(one.due for one in standing),
        ),
    )


def _weeks(days: Mapping[int, Count], today: int) -> tuple[Slice, ...]:
    if not days:
        return ()
    by_week: defaultdict[int, list[Count]] = defaultdict(list)
    for day, one in days.items():
        by_week[monday(day)].append(one)
    return tuple(sliced(first, total(by_week.get(first, ()))) for first in range(min(by_week), monday(today) + 1, WEEK))


def _months(days: Mapping[int, Count]) -> tuple[Month, ...]:
    by_month: defaultdict[int, list[Count]] = defaultdict(list)
    for day, one in days.items():
        if one.estimates:
            by_month[month(day)].append(one)
    return tuple(Month(first, estimates(total(several))) for first, several in sorted(by_month.items()))


def in_days(figures_: Figures, first: int, last: int) -> Iterable[tuple[int, Count]]:
    """Every day of a span with what was done on it, also those without."""
    return ((day, figures_.days.get(day, NOTHING)) for day in range(first, last + 1))
