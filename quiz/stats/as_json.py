"""The figures as JSON: the contract of `quiz stats --json`."""

from __future__ import annotations

from typing import Any

from quiz.stats.figures import Figures
from quiz.stats.share import Share


def to_json(figures: Figures) -> dict[str, Any]:
    """The figures as `quiz stats --json` prints them.

    Keys: `day`; `today` {`answers`, `cards`, `new`, `seconds`, `due`}; `due` (a list of 14), `due_week`; `streak`,
    `longest_streak`; `retention` and each kind's `retention` and `overruled` {`hits`, `count`, `value`, `low`,
    `high`}; `wanted`; `kinds` {kind: {`retention`, `overruled`, `to_right`, `to_wrong`}}; `states` {`new`,
    `learning`, `young`, `mature`, `suspended`}; `recalled`, `met`; `answers`, `seconds_month`, `seconds`;
    `estimates`, `bias`; `hardest` [{`card`, `lapses`, `usual`}]; `year` {ISO date: answers}. Shares are from 0 to 1,
    with four decimals; what cannot be said is null.
    """
    today, states = figures.today, figures.states
    return {
        "day": figures.day,
        "today": {
            "answers": today.answers,
            "cards": today.cards,
            "new": today.new,
            "seconds": today.seconds,
            "due": today.due,
        },
        "due": list(figures.due),
        "due_week": figures.due_week,
        "streak": figures.streak,
        "longest_streak": figures.longest_streak,
        "retention": _share_json(figures.retention),
        "wanted": figures.wanted,
        "kinds": {
            one.kind: {
                "retention": _share_json(one.retention),
                "overruled": _share_json(one.overruled),
                "to_right": one.to_right,
                "to_wrong": one.to_wrong,
            }
            for one in figures.kinds
        },
        "states": {
            "new": states.new,
            "learning": states.learning,
            "young": states.young,
            "mature": states.mature,
            "suspended": states.suspended,
        },
        "recalled": round(figures.recalled, 4),
        "met": figures.met,
        "answers": figures.answers,
        "seconds_month": figures.seconds_month,
        "seconds": figures.seconds,
        "estimates": figures.estimates,
        "bias": _rounded(figures.bias),
        "hardest": [{"card": one.card, "lapses": one.lapses, "usual": one.usual} for one in figures.hardest],
        "year": dict(figures.year),
    }


def _share_json(part: Share) -> dict[str, int | float | None]:
    return {
        "hits": part.hits,
        "count": part.count,
        "value": _rounded(part.value),
        "low": _rounded(part.low),
        "high": _rounded(part.high),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
