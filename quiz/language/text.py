"""Text made comparable: spaces, apostrophes, ligatures, case and accents folded away; shown text is never changed."""

from __future__ import annotations

import unicodedata
from typing import Final

_SAME: Final = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "′": "'", "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss"}
    | dict.fromkeys("‐‑‒–—−", "-")
    | dict.fromkeys("«»“”„", '"')
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f", "")
)


def clean(text: str) -> str:
    """Spaces of every kind as one plain space, typographic signs as the keyboard's, ligatures opened; case is kept."""
    if text.isascii():
        return " ".join(text.split())
    return " ".join(unicodedata.normalize("NFKC", text.translate(_SAME)).translate(_SAME).split())


def fold(text: str) -> str:
    """`clean`, then case and accents away: two texts that a reader would call the same fold to the same."""
    text = clean(text).casefold()
    if text.isascii():
        return text
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
