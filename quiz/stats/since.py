"""Since when figures are wanted: a date, a year, or so many days ago, as a person writes it."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from quiz.stats.days import as_date, of_date

_DATE: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_AGO: Final = re.compile(r"(\d{1,5}) ?([a-z])")
#: The days of a unit, by its letter in English and in French: days, weeks, months, years.
_UNITS: Final = {"d": 1, "j": 1, "w": 7, "s": 7, "m": 30, "y": 365, "a": 365}


def since(text: str, today: int) -> int | None:
    """The first study day meant; None where it cannot be read.

    2025, 2025-03 and 2025-03-14 are the first day of what they name; 30d, 4w, 6m and 1y (in French 30j, 4s, 6m, 1a)
    are so many days up to today, a month being 30 and a year 365.
    """
    text = text.strip().lower()
    if dated := _DATE.fullmatch(text):
        year, month, day = (int(part) if part else 1 for part in dated.groups())
        try:
            return of_date(date(year, month, day))
        except ValueError:
            return None
    if ago := _AGO.fullmatch(text):
        days = int(ago[1]) * _UNITS.get(ago[2], 0)
        return today - days + 1 if days and as_date(today).toordinal() > days else None
    return None
