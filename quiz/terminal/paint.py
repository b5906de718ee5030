"""Styled lines as values, and how they reach a terminal: the one table of styles, wrapping by cells, ANSI at the end.

No prompt_toolkit here: the first question is on the screen before it is loaded. Colour only repeats what words say.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

Fragment = tuple[str, str]  # (style, text)
Line = tuple[Fragment, ...]

#: Every style, as SGR numbers. The sixteen colours of the terminal's own palette: the reader has chosen them.
STYLES: Final[dict[str, str]] = {
    "": "",
    "dim": "2",
    "strong": "1",
    "question": "1",
    "right": "1;32",
    "close": "1;33",
    "wrong": "1;31",
    "missing": "4;32",
    "extra": "9;31",
    "key": "1",
    "bar": "36",
    "mark": "1;4",
}
#: The same without colour: weight, underline and strike remain, because they are not colour.
COLOURLESS: Final[dict[str, str]] = {
    name: ";".join(part for part in sgr.split(";") if part in {"1", "2", "4", "9"}) for name, sgr in STYLES.items()
}

MARGIN: Final = "  "
#: Lines longer than this are hard to read; a wider terminal stays quiet on its right.
WIDEST: Final = 92


def colour_wanted(environ: Mapping[str, str], setting: str = "auto") -> bool:
    """Whether to use colour: the setting, else NO_COLOR (no-color.org: set and not empty), else the terminal's name."""
    if setting in {"always", "never"}:
        return setting == "always"
    return not environ.get("NO_COLOR") and environ.get("TERM", "") not in {"dumb", ""}


def screen_width(fallback: int = 80) -> int:
    """The columns of the terminal, at most `WIDEST`, at least 20."""
    for descriptor in (1, 0, 2):
        try:
            columns = os.get_terminal_size(descriptor).columns
        except (OSError, ValueError):
            continue
        if columns > 0:
            return max(20, min(columns, WIDEST))
    return fallback


def cells(text: str) -> int:
    """The columns that `text` takes: combining marks none, wide East Asian characters and emoji two (UAX #11)."""
    if text.isascii():
        return len(text)
    width = 0
    for char in text:
        if unicodedata.combining(char) or char in "\u200c\u200d\u200e\u200f\ufe0e\ufe0f":
            continue
        width += 2 if unicodedata.east_asian_width(char) in "WF" else 1
    return width


_SPACES: Final = re.compile(r"[ \t\n]+")


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` cells, broken at plain spaces only (a no-break space does not break)."""
    lines: list[str] = []
    current, used = "", 0
    for word in _SPACES.split(text.strip()):
        size = cells(word)
        if current and used + 1 + size > width:
            lines.append(current)
            current, used = "", 0
        while size > width:
            cut = max(1, _fitting(word, width))
            lines.append(word[:cut])
            word = word[cut:]  # noqa: PLW2901 - what is left of a word longer than a line
            size = cells(word)
        current, used = (f"{current} {word}", used + 1 + size) if current else (word, size)
    return [*lines, current] if current or not lines else lines


def _fitting(word: str, width: int) -> int:
    used = 0
    for place, char in enumerate(word):
        used += cells(char)
        if used > width:
            return place
    return len(word)


def flow(
    fragments: Iterable[Fragment],
    width: int,
    indent: str = MARGIN,
    hanging: str | None = None,
    label: Sequence[Fragment] = (),
) -> list[Line]:
    """Fragments wrapped as one paragraph, every line after the first indented by `hanging` (default: `indent`).

    `label` stands before them on the first line as it is, its spaces kept.
    """
    hanging = indent if hanging is None else hanging
    lines: list[list[Fragment]] = [[("", indent), *label]]
    used, at_start = cells(indent) + sum(cells(text) for _, text in label), not label
    for style, text in fragments:
        for part in re.split(r"([ \n]+)", text):
            if not part:
                continue
            if part.isspace() and not part.strip(" \n"):
                if not at_start:
                    lines[-1].append((style, " "))
                    used += 1
                continue
            size = cells(part)
            if not at_start and used + size > width:
                if lines[-1][-1][1] == " ":
                    lines[-1].pop()
                lines.append([("", hanging)])
                used, at_start = cells(hanging), True
            while size > width - cells(hanging) > 0 and used + size > width:
                cut = max(1, _fitting(part, width - used))
                lines[-1].append((style, part[:cut]))
                part = part[cut:]  # noqa: PLW2901 - what is left of a word longer than a line
                size = cells(part)
                lines.append([("", hanging)])
                used = cells(hanging)
            lines[-1].append((style, part))
            used += size
            at_start = False
    return [_joined(line) for line in lines]


def _joined(line: list[Fragment]) -> Line:
    """The same with neighbours of one style made one."""
    joined: list[Fragment] = []
    for style, text in line:
        if joined and joined[-1][0] == style:
            joined[-1] = (style, joined[-1][1] + text)
        else:
            joined.append((style, text))
    return tuple(joined)


def spread(left: Sequence[Fragment], right: Sequence[Fragment], width: int) -> list[Line]:
    """One line with a left and a right end; two where they do not fit."""
    taken = sum(cells(text) for _, text in (*left, *right)) + len(MARGIN)
    gap = width - taken
    if not right:
        return flow(left, width)
    if gap < 2:
        return [*flow(left, width), *flow(right, width)]
    return [(("", MARGIN), *left, ("", " " * gap), *right)]


def ansi(lines: Iterable[Line], colour: bool = True) -> str:
    """The lines for a terminal, each ended by CR LF (the terminal may be raw); `colour` False keeps weight only."""
    table = STYLES if colour else COLOURLESS
    out: list[str] = []
    for line in lines:
        for style, text in line:
            sgr = table[style]
            out.append(f"\x1b[{sgr}m{text}\x1b[0m" if sgr and text.strip() else text)
        out.append("\r\n")
    return "".join(out)


def plain(lines: Iterable[Line]) -> str:
    """The lines as bare text."""
    return "".join("".join(text for _, text in line).rstrip() + "\n" for line in lines)
