"""Markup, and the one border that texts pass on their way into it."""

from __future__ import annotations

import re
from typing import Final

#: Left out though they are characters: nobody sees them.
_UNSEEN: Final = "\u200b\u2060\ufeff\u00ad"
#: Controls, bidirectional overrides and isolates, separators, noncharacters, halves of characters, tags.
_SUSPECT: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\u00ad\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb"
    "\ufffe\uffff\U000e0000-\U000e007f]"
)
_SIGNS: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
_SIGN: Final = re.compile("[&<>\"']")
#: The elements in use that have no end (HTML, 13.1.2).
_VOID: Final = frozenset({"meta"})


class Markup(str):
    """Text that is markup already. Made by `tag` and `joined` only."""

    __slots__ = ()


def escape(text: str) -> Markup:
    """A text as markup that shows it: no sign of it means anything, and controls are seen instead of obeyed.

    C0 controls become their pictures, other controls and overrides of direction their number, as on the terminal.
    """
    shown = _SUSPECT.sub(_shown, text)
    return Markup(_SIGN.sub(lambda match: _SIGNS[match.group()], shown))


def _shown(match: re.Match[str]) -> str:
    char = match.group()
    code = ord(char)
    if char in _UNSEEN:
        return ""
    if char in "\t\n\r":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def joined(*parts: str) -> Markup:
    """Parts one after the other; what is not markup is escaped."""
    return Markup("".join(part if isinstance(part, Markup) else escape(part) for part in parts))


def tag(name: str, /, *children: str, **attributes: str | float | None) -> Markup:
    """An element. Children and values that are not markup are escaped; an attribute that is None is left out.

    `_` in the name of an attribute stands for `-`; one at its end is dropped (`class_`). Numbers are rounded.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Markup(f"<{name}{written}>")
    inner = joined(*children)
    return Markup(f"<{name}{written}>{inner}</{name}>")


def foreign(text: str) -> Markup:
    """A text of somebody else: its direction stays its own, and does not turn what stands around it."""
    return tag("bdi", text)


def _value(value: str | float) -> str:
    return number(value) if isinstance(value, int | float) else escape(value)


def number(value: float) -> str:
    """A coordinate: a tenth of a pixel is enough."""
    rounded = round(value, 1)
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)
