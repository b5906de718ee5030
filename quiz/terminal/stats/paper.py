"""What the figures are drawn on: how wide, how high, and with which signs; and the graphs made of them.

Every graph has its numbers beside it. Where nothing can be drawn (a pipe, a screen reader) there are the numbers alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from quiz.terminal.paint import MARGIN, Fragment, Line, cells, flow
from quiz.words.safe import safe

#: A wider or higher terminal stays quiet on its right and below.
WIDEST: Final = 160
HIGHEST: Final = 60
LOWEST: Final = 24


class Signs(NamedTuple):
    """The signs of graphs: eighths of a column, shades (none first), and what marks places in a chart."""

    eighths: str
    shades: str
    lengths: str
    dot: str
    reach: str
    wanted: str


BLOCKS: Final = Signs("▁▂▃▄▅▆▇█", "·░▒▓█", "▏▎▍▌▋▊▉█", "●", "│", "┄")
ASCII: Final = Signs(".:-=+*%#", ".:+*#", " #######", "o", "|", "-")
#: Signs of sentences, and what stands for them where the terminal has none of them.
PLAINER: Final[Mapping[str, str]] = {
    "·": "-", "…": "~", "↔": "=", "\u00a0": " ", "\u202f": " ", "«": '"', "»": '"', "’": "'",
}  # fmt: skip


class Paper(NamedTuple):
    """A sheet of so many columns and lines (one is the prompt's). `drawn` is false where bars would be noise.

    `colon` then stands between a name and what is told of it.
    """

    width: int = 80
    height: int = 24
    drawn: bool = True
    signs: Signs = BLOCKS
    colon: str = ": "

    def bars(self, values: Sequence[float], most: float | None = None) -> str:
        """Values as columns of one line; none is a dot, whatever there is at least the lowest column."""
        top = max(values, default=0) if most is None else most
        return "".join(self._bar(value, top) for value in values) if self.drawn else ""

    def _bar(self, value: float, top: float) -> str:
        if value <= 0 or top <= 0:
            return self.signs.shades[0]
        return self.signs.eighths[min(7, max(0, -(-int(value / top * 8000) // 1000) - 1))]

    def chart(self, values: Sequence[float], lines: int, most: float | None = None) -> list[str]:
        """Values as columns of several lines, the highest line first; below none is a gap."""
        top = max(values, default=0) if most is None else most
        rows = []
        for line in range(lines - 1, -1, -1):
            row = ""
            for value in values:
                eighths = max(1, round(value / top * lines * 8)) if value > 0 and top > 0 else 0
                here = min(8, eighths - line * 8)
                row += self.signs.eighths[here - 1] if here > 0 else self.signs.shades[0] if line == 0 <= value else " "
            rows.append(row)
        return rows

    def length(self, share: float, width: int) -> str:
        """A share of `width` columns as a lying bar, filled up with spaces."""
        if not self.drawn:
            return ""
        eighths = round(max(0.0, min(1.0, share)) * width * 8)
        eighths = max(1, eighths) if share > 0 else 0
        full, rest = divmod(eighths, 8)
        bar = self.signs.lengths[7] * full + (self.signs.lengths[rest - 1] if rest else "")
        return f"{bar:<{width}}"


def fitting(stream_encoding: str | None) -> Signs:
    """The signs that an encoding can show."""
    try:
        "".join((*BLOCKS,)).encode(stream_encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return BLOCKS


def plainer(lines: Iterable[Line], encoding: str) -> list[Line]:
    """The lines with signs that this encoding has, each as wide as before: letters without accents, if need be."""
    from unicodedata import normalize

    def has(char: str) -> bool:
        try:
            return bool(char.encode(encoding))
        except UnicodeEncodeError:
            return False

    def shown(char: str) -> str:
        if has(char):
            return char
        bare = PLAINER.get(char) or normalize("NFKD", char)[0]
        return bare if has(bare) and cells(bare) == cells(char) else char

    return [tuple((style, "".join(map(shown, text))) for style, text in line) for line in lines]


def size(environ: Mapping[str, str]) -> tuple[int, int]:
    """The columns and lines of the terminal."""
    for descriptor in (1, 0, 2):
        try:
            columns, lines = os.get_terminal_size(descriptor)
        except (OSError, ValueError):
            continue
        if columns > 0 and lines > 0:
            return max(20, columns), lines
    try:
        return max(20, int(environ["COLUMNS"])), max(1, int(environ["LINES"]))
    except (KeyError, ValueError):
        return 80, 24


def cut(text: str, width: int) -> str:
    """`text` made safe, in at most `width` cells."""
    text = " ".join(safe(text, keep="\n\t").split())
    if cells(text) <= width:
        return text
    while text and cells(text) > width - 1:
        text = text[:-1]
    return f"{text.rstrip()}…" if width > 0 else ""


def pad(text: str, width: int) -> str:
    """`text` with spaces behind it up to `width` cells."""
    return text + " " * max(0, width - cells(text))


def lead(text: str, width: int) -> str:
    """`text` with spaces before it up to `width` cells."""
    return " " * max(0, width - cells(text)) + text


def joined(parts: Sequence[str], width: int, between: str = ", ") -> str:
    """As many of the parts as `width` holds, and a sign where some are left out."""
    told = ""
    for place, part in enumerate(parts):
        more = f"{told}{between}{part}" if told else part
        spare = 0 if place == len(parts) - 1 else cells(between) + 1
        if cells(more) + spare > width and told:
            return f"{told}{between}…"
        told = more
    return told if cells(told) <= width else cut(told, width)


def clipped(lines: Sequence[Line], width: int) -> list[Line]:
    """The lines, none of them wider than `width`: what does not wrap is cut."""
    found: list[Line] = []
    for line in lines:
        room = width
        kept: list[Fragment] = []
        for style, text in line:
            part = text if cells(text) <= room else _head(text, room)
            kept.append((style, part))
            room -= cells(part)
        found.append(tuple(kept))
    return found


def _head(text: str, width: int) -> str:
    while cells(text) > width:
        text = text[:-1]
    return text


def beside(left: Sequence[Line], right: Sequence[Line], width: int, gap: int = 3) -> list[Line]:
    """Two columns, the left one `width` cells wide."""
    lines = []
    for place in range(max(len(left), len(right))):
        one = left[place] if place < len(left) else ()
        other = right[place] if place < len(right) else ()
        taken = sum(cells(text) for _, text in one)
        lines.append((*one, ("", " " * (width - taken + gap)), *other) if other else one)
    return lines


def sentences(text: str, width: int) -> list[Line]:
    """Sentences in lines that are not too long to read."""
    return flow([("", text)], min(width, 92), MARGIN, MARGIN)


def styled(style: str, text: str) -> list[Fragment]:
    """One piece of a line; none where there is no text."""
    return [(style, text)] if text else []


def percent(share: float) -> int:
    """A share as whole percent."""
    return round(share * 100)
