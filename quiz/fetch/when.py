"""The day in what a page or a front matter calls a date."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_ISO: Final = re.compile(r"\s*(\d{4})([-/.]?)(\d{2})\2(\d{2})(?!\d)")
_PATH: Final = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)")


def day(text: str, language: str = "") -> str:
    """The day in `text` as an ISO date, or "". The time and its zone are left out: the day is the one on the page.

    Reads ISO 8601 with or without hyphens, the e-mail form ("Sun, 03 Mar 2024 10:00:00 GMT") and dates in words of
    either language; of figures with slashes the order is that of the language. A month alone is no day.
    """
    iso = _ISO.match(text)
    if iso:
        return _real(iso[1], iso[3], iso[4])
    if not 6 <= len(text) <= 200:
        return ""
    from quiz.language import dates

    for tongue in (language,) if language in ("fr", "en") else ("en", "fr"):
        for reading in dates.find(text, tongue):
            value = reading.value
            if value.year and value.month and value.day and not (value.inferred or value.relative or value.end):
                return _real(str(value.year), str(value.month), str(value.day))
    return ""


def day_of_address(url: str) -> str:
    """The day that stands in the path of an address, /2024/03/03/, or ""."""
    found = _PATH.search(url.partition("?")[0])
    return _real(*found.groups()) if found else ""


def _real(year: str, month: str, of_month: str) -> str:
    try:
        found = date(int(year), int(month), int(of_month))
    except ValueError:
        return ""
    return found.isoformat() if found.year >= 1400 else ""
