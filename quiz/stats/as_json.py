"""The figures as JSON: the contract of `quiz stats --json`, of which each view prints its part."""

from __future__ import annotations

from typing import Any, Final

from quiz.stats.cards import RECALLS, STABILITIES, Standing
from quiz.stats.count import Count
from quiz.stats.days import iso
from quiz.stats.figures import YEAR_DAYS, Figures, Group
from quiz.stats.kept import Estimates, Kept, Slice
from quiz.stats.share import Share

#: The days of `due`, and those of `due_week`.
DUE_DAYS: Final = 14
WEEK_DAYS: Final = 7
#: The days of `forecast`.
FORECAST_DAYS: Final = 90

#: The keys that a view prints; every view prints `day` and `since`.
VIEWS: Final[dict[str, tuple[str, ...]]] = {
    "retention": ("wanted", "retention_since", "retention", "weeks", "kinds", "decks", "ages"),
    "forecast": ("today", "overdue", "due", "due_week", "forecast"),
    "calendar": ("streak", "longest_streak", "answers", "seconds", "seconds_month", "days"),
    "decks": ("wanted", "decks"),
    "cards": ("cards", "states", "met", "strangers", "recalled", "recalls", "stabilities", "hardest", "confusions"),
    "kinds": ("wanted", "kinds", "overruled", "estimates", "bias", "spread", "months"),
    "hours": ("wanted", "hours"),
}


def to_json(figures: Figures, view: str = "") -> dict[str, Any]:
    """The figures as `quiz stats --json` prints them, or those of a view.

    Shares {`hits`, `count`, `value`, `low`, `high`} are from 0 to 1, with four decimals; where chances were foretold
    their mean stands beside, as `predicted`. What cannot be said is null. Days are ISO dates. The keys are explained in
    docs/commands.md.
    """
    told = _all(figures)
    return {key: told[key] for key in ("day", "since", *VIEWS[view])} if view else told


def _all(figures: Figures) -> dict[str, Any]:
    today, states, over = figures.today, figures.states, figures.overruled
    ahead = (figures.today.due, *figures.ahead.days[1:])
    return {
        "day": iso(figures.day),
        "since": iso(figures.since),
        "today": {
            "answers": today.answers,
            "cards": today.cards,
            "new": today.new,
            "seconds": today.seconds,
            "due": today.due,
        },
        "overdue": figures.ahead.backlog,
        "due": list(ahead[:DUE_DAYS]),
        "due_week": sum(ahead[:WEEK_DAYS]),
        "forecast": [
            {"day": iso(figures.day + wait), "due": due} for wait, due in enumerate(figures.ahead.days[:FORECAST_DAYS])
        ],
        "streak": figures.streak,
        "longest_streak": figures.longest_streak,
        "retention_since": iso(figures.month_since),
        "retention": _kept(figures.month),
        "wanted": figures.wanted,
        "weeks": [{"from": iso(one.first), **_slice(one)} for one in figures.weeks],
        "ages": [{"from_days": one.first, **_slice(one)} for one in figures.ages],
        "hours": [{"hour": one.first, **_slice(one)} for one in figures.hours],
        "kinds": {one.name: _group(one) for one in figures.kinds},
        "decks": {one.name: _group(one) for one in figures.decks},
        "states": {
            "new": states.new,
            "learning": states.learning,
            "young": states.young,
            "mature": states.mature,
            "suspended": states.suspended,
        },
        "recalls": [{"from": low, "cards": cards} for low, cards in zip(RECALLS, figures.recalls, strict=True)],
        "stabilities": [
            {"from_days": low, "cards": cards} for low, cards in zip(STABILITIES, figures.stabilities, strict=True)
        ],
        "cards": figures.cards,
        "recalled": round(figures.recalled, 4),
        "met": figures.met,
        "answers": figures.answers,
        "seconds_month": figures.seconds_month,
        "seconds": figures.seconds,
        **_estimates(figures.estimates),
        "months": [{"from": iso(one.first), **_estimates(one.estimates)} for one in figures.months],
        "overruled": {
            "verdicts": share_json(over.verdicts),
            "to_right": over.to_right,
            "to_wrong": over.to_wrong,
            "borne_out": share_json(over.borne_out),
        },
        "hardest": [
            {"card": one.card, "lapses": one.lapses, "usual": one.usual, "retention": _kept(one.kept)}
            for one in figures.hardest
        ],
        "confusions": [
            {"card": one.card, "taken_for": one.taken_for, "times": one.times} for one in figures.confusions
        ],
        "strangers": figures.strangers,
        "year": {iso(day): one.answers for day, one in sorted(figures.days.items()) if day > figures.day - YEAR_DAYS},
        "days": {iso(day): _day(one) for day, one in sorted(figures.days.items()) if day >= figures.since},
    }


def share_json(part: Share) -> dict[str, int | float | None]:
    """A share with its interval."""
    return {
        "hits": part.hits,
        "count": part.count,
        "value": _rounded(part.value),
        "low": _rounded(part.low),
        "high": _rounded(part.high),
    }


def _kept(one: Kept) -> dict[str, Any]:
    return {**share_json(one.share), "predicted": _rounded(one.predicted)}


def _slice(one: Slice) -> dict[str, Any]:
    return {"answers": one.answers, "seconds": one.seconds, "retention": _kept(one.kept)}


def _group(one: Group) -> dict[str, Any]:
    return {
        "answers": one.answers,
        "seconds": one.seconds,
        "retention": _kept(one.kept),
        "overruled": share_json(one.overruled),
        "to_right": one.to_right,
        "to_wrong": one.to_wrong,
        **_standing(one.standing),
    }


def _standing(one: Standing) -> dict[str, Any]:
    return {"cards": one.cards, "met": one.met, "recalled": round(one.recalled, 4), "due": one.due}


def _estimates(one: Estimates) -> dict[str, Any]:
    return {"estimates": one.count, "bias": _rounded(one.bias), "spread": _rounded(one.spread)}


def _day(one: Count) -> dict[str, Any]:
    return {"answers": one.answers, "new": one.new, "seconds": one.milliseconds / 1000}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
