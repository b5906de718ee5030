"""A terminal's screen as SVG: words as words, blocks and dots as shapes, so that no font can tear a graph."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

import pyte
from pyte.screens import Char

WIDTH, HEIGHT = 8.4, 18.0
EDGE = 16.0
#: The colours of a quiet terminal, light and dark; texts have a contrast of 4.5 and more.
LIGHT = {
    "paper": "#fbfaf8", "frame": "#dcd8d0", "default": "#24292e", "brightblack": "#656d75", "red": "#b3261e",
    "green": "#1a6f37", "brown": "#8a5a00", "blue": "#1d5fa8", "magenta": "#8a3b8f", "cyan": "#1d6a8c",
}  # fmt: skip
DARK = {
    "paper": "#15191c", "frame": "#343b41", "default": "#e6e4df", "brightblack": "#98a1a9", "red": "#f28b82",
    "green": "#7fcf96", "brown": "#e0b15c", "blue": "#8ab4f8", "magenta": "#d7a3dd", "cyan": "#6cb8d9",
}  # fmt: skip
_LOWER = "▁▂▃▄▅▆▇█"
_LEFT = "▏▎▍▌▋▊▉█"
_SHADES = {"░": 0.25, "▒": 0.5, "▓": 0.75}
#: The dots of a braille cell: of each bit its column and its row.
_DOTS = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))
#: Lines: from and to, in parts of the cell, and whether they are broken.
_LINES = {
    "─": ((0, 0.5, 1, 0.5), ""), "│": ((0.5, 0, 0.5, 1), ""), "┄": ((0, 0.5, 1, 0.5), "3 2.6"),
    "┈": ((0, 0.5, 1, 0.5), "1.4 2.8"), "╌": ((0, 0.5, 1, 0.5), "3 2.6"),
}  # fmt: skip
_CORNERS = {
    "└": "M{c} {t}V{m}H{r}", "┘": "M{c} {t}V{m}H{l}", "┌": "M{c} {b}V{m}H{r}", "┐": "M{c} {b}V{m}H{l}",
    "┤": "M{c} {t}V{b}M{l} {m}H{c}", "├": "M{c} {t}V{b}M{c} {m}H{r}", "┼": "M{l} {m}H{r}M{c} {t}V{b}",
    "┴": "M{l} {m}H{r}M{c} {t}V{m}", "┬": "M{l} {m}H{r}M{c} {b}V{m}",
}  # fmt: skip
_DRAWN = frozenset((*_LINES, *_CORNERS, *_SHADES, *_LOWER, *_LEFT, *map(chr, range(0x2801, 0x2900))))


def svg(screen: pyte.Screen, command: str) -> str:
    """The rows of a screen that hold something, below the command that drew them."""
    rows = [[screen.buffer[y][x] for x in range(screen.columns)] for y in range(screen.lines)]
    while rows and not "".join(char.data for char in rows[-1]).strip():
        rows.pop()
    while rows and not "".join(char.data for char in rows[0]).strip():
        rows.pop(0)
    width = screen.columns * WIDTH + 2 * EDGE
    height = (len(rows) + 2) * HEIGHT + 2 * EDGE
    prompt = f'<text x="{EDGE}" y="{EDGE + 13}"><tspan class="brightblack">$ </tspan>{escape(command)}</text>'
    said = "\n".join("".join(char.data for char in row).rstrip() for row in rows)
    marks = "".join(_row(row, EDGE + (n + 2) * HEIGHT) for n, row in enumerate(rows))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" '
        f'viewBox="0 0 {_n(width)} {_n(height)}" width="{_n(width)}">\n'
        f"<title>{escape(command)}</title>\n<desc>{escape(said)}</desc>\n<style>{_style()}</style>\n"
        f'<rect class="paper" x="0.5" y="0.5" width="{_n(width - 1)}" height="{_n(height - 1)}" rx="8"/>\n'
        f"{prompt}\n{marks}</svg>\n"
    )


def _style() -> str:
    def colours(table: dict[str, str]) -> str:
        return "".join(f"--{name}:{value};" for name, value in table.items())

    names = "".join(
        f".{name}{{fill:var(--{name});color:var(--{name})}}" for name in LIGHT if name not in ("paper", "frame")
    )
    return (
        f":root{{{colours(LIGHT)}}}@media(prefers-color-scheme:dark){{:root{{{colours(DARK)}}}}}"
        ".paper{fill:var(--paper);stroke:var(--frame)}"
        'text{font:14px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;fill:var(--default);white-space:pre}'
        f"{names}.bold{{font-weight:700}}.under{{text-decoration:underline}}.struck{{text-decoration:line-through}}"
        ".stroke{fill:none;stroke:currentColor;stroke-width:1.2}"
    )


def _row(row: list[Char], top: float) -> str:
    """A row: its words in runs of one look, its graphics sign by sign; columns of one height are one shape."""
    parts = []
    x = 0
    for (look, drawn), run in groupby(row, key=lambda char: (_look(char), char.data in _DRAWN)):
        chars = list(run)
        if not drawn:
            parts += _words(chars, look, x, top)
        n = 0
        for data, alike in groupby(chars if drawn else [], key=lambda char: char.data):
            count = len(list(alike))
            step = count if data in _LOWER else 1
            parts += [_shape(data, look, EDGE + (x + m) * WIDTH, top, step) for m in range(n, n + count, step)]
            n += count
        x += len(chars)
    return "".join(parts) + ("\n" if parts else "")


def _words(chars: list[Char], look: str, x: int, top: float) -> Iterator[str]:
    """Words, each run between wider gaps at its own place, so that a font of another width moves nothing."""
    text = "".join(char.data or "\0" for char in chars)  # the second cell of a wide character is empty
    place = 0
    for gap, group in groupby(text, key=lambda char: char in " \u00a0"):
        part = "".join(group)
        if not gap:
            length = _n(len(part) * WIDTH)
            shown = escape(part.replace("\0", ""))
            kind = f' class="{look}"' if look else ""
            left = _n(EDGE + (x + place) * WIDTH)
            where = f'x="{left}" y="{_n(top + 13)}" textLength="{length}" lengthAdjust="spacingAndGlyphs"'
            yield f"<text {where}{kind}>{shown}</text>"
        place += len(part)


def _look(char: Char) -> str:
    fore = char.fg if char.fg in LIGHT else "default"
    marks = [
        name for name, on in (("bold", char.bold), ("under", char.underscore), ("struck", char.strikethrough)) if on
    ]
    return " ".join(([fore] if fore != "default" else []) + marks)


def _shape(data: str, look: str, left: float, top: float, times: int) -> str:
    kind = look.replace("bold", "").strip() or "default"
    if data in _LOWER:
        high = (_LOWER.index(data) + 1) / 8 * HEIGHT
        return _box(kind, left, top + HEIGHT - high, times * WIDTH + 0.1, high + 0.2)
    if data in _LEFT:
        return _box(kind, left, top, (_LEFT.index(data) + 1) / 8 * WIDTH + 0.1, HEIGHT + 0.2)
    if data in _SHADES:
        return _box(kind, left, top + 1, WIDTH - 1, HEIGHT - 2, f' opacity="{_SHADES[data]}"')
    if data in _LINES:
        (x1, y1, x2, y2), broken = _LINES[data]
        dashes = f' stroke-dasharray="{broken}"' if broken else ""
        start, end = (
            f"{_n(left + x1 * WIDTH)} {_n(top + y1 * HEIGHT)}",
            f"{_n(left + x2 * WIDTH)} {_n(top + y2 * HEIGHT)}",
        )
        return f'<path class="stroke {kind}" d="M{start}L{end}"{dashes}/>'
    if data in _CORNERS:
        path = _CORNERS[data].format(
            l=_n(left),
            c=_n(left + WIDTH / 2),
            r=_n(left + WIDTH),
            t=_n(top),
            m=_n(top + HEIGHT / 2),
            b=_n(top + HEIGHT),
        )
        return f'<path class="stroke {kind}" d="{path}"/>'
    bits = ord(data) - 0x2800
    dots = []
    for bit, (column, row) in enumerate(_DOTS):
        if bits >> bit & 1:
            x, y = left + WIDTH * (0.25 + column * 0.5), top + HEIGHT * (0.125 + row * 0.25)
            dots.append(f"M{_n(x - 1.2)} {_n(y)}a1.2 1.2 0 1 0 2.4 0a1.2 1.2 0 1 0-2.4 0")
    return f'<path class="{kind}" d="{"".join(dots)}"/>'


def _box(kind: str, x: float, y: float, width: float, height: float, more: str = "") -> str:
    return f'<rect class="{kind}" x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"{more}/>'


def _n(value: float) -> str:
    return f"{round(value, 1):g}"
