"""Days as decks write them."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_AS_OF: Final = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)


def is_day(text: str, *, whole: bool) -> bool:
    """Whether this is a day that exists, or (if it need not be whole) a month or a year."""
    if not _AS_OF.fullmatch(text) or (whole and len(text) != 10):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True
