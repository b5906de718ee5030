"""A day to come, as a person writes it: 2027-06-14, 14 juin, June 14, dans trois semaines, next Friday."""

from __future__ import annotations

from datetime import date

from quiz.language.dates import parse
from quiz.stats.days import as_date, iso, of_date

#: A day and a month without a year mean the next ones; the 29th of February may be eight years away.
YEARS: int = 8


def ahead(text: str, today: int, language: str) -> int | None:
    """The study day meant; None where no single day can be read. It may lie in the past, if the text says so.

    Args:
        text: a date in either language, with or without its year, or a distance from today.
        today: the study day.
        language: "en" or "fr", in which the text is read first.
    """
    for spoken in (language, "en" if language == "fr" else "fr"):
        for reading in parse(text, spoken, iso(today)):
            value = reading.value
            if value.end is not None or value.qualifier or not (value.year and value.month and value.day):
                continue
            found = _days(value.year, value.month, value.day, today, repeats=value.inferred)
            if found is not None:
                return found
    return None


def _days(year: int, month: int, day: int, today: int, *, repeats: bool) -> int | None:
    years = range(as_date(today).year, as_date(today).year + YEARS + 1) if repeats else (year,)
    for one in years:
        try:
            found = of_date(date(one, month, day))
        except ValueError:
            continue
        if found >= today or not repeats:
            return found
    return None
