"""Signs that nobody sees: soft hyphens and spaces without width, which part words for a program and for no reader."""

from __future__ import annotations

from typing import Final

from quiz.language.pattern import pattern

_SIGNS: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
#: A line of such signs alone stays, or the lines would be counted otherwise; so do joiners that are not within a word.
_UNSEEN: Final = pattern(
    rf"(?m)^(?P<line>[^\S\r\n]*[{_SIGNS}][{_SIGNS}\s]*)$|[\u00ad\u200b\u200e\u200f\u2060\ufeff]"
    r"|(?<=\w)[\u200c\u200d](?=\w)"
)


def seen(text: str) -> tuple[str, tuple[int, ...]]:
    """A text as it is seen, and of each sign that was dropped the place of what follows it there."""
    if text.isascii() or not any(sign in text for sign in _SIGNS):
        return text, ()
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for match in _UNSEEN.finditer(text):
        if match["line"] is None:
            pieces.append(text[at : match.start()])
            places.append(match.start() - len(places))
            at = match.end()
    pieces.append(text[at:])
    return "".join(pieces), tuple(places)
