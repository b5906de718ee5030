"""Separated values → rows that know their lines; written for files by hand as much as for those of programs.

The rules are those of RFC 4180 ("Common Format and MIME Type for CSV Files", §2), with any separator and any line end.
A quotation mark opens a cell only if one closes it too: in `"To be" is by?<tab>Shakespeare` it is part of the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from quiz.exchange.entry import Left

#: A quoted cell goes over so many lines at most; what is open longer was never meant to be quoted.
_LONGEST_CELL: Final = 1_000
#: After so many of these, quotation marks in this file open nothing over lines.
_MOST_UNCLOSED: Final = 20
#: So many rows tell how a file is separated.
_SAMPLE: Final = 200


class Row(NamedTuple):
    """The cells of a row, and the line on which it begins."""

    line: int
    cells: list[str]


def rows(lines: list[str], separator: str, left: Left, first: int = 1) -> Iterator[Row]:
    """The rows of `lines`, of which the first is number `first`. Empty lines are none."""
    at, unclosed = 0, 0
    while at < len(lines):
        line = lines[at]
        number = first + at
        at += 1
        if '"' not in line:
            if line.strip():
                yield Row(number, line.split(separator))
            continue
        cells, used, open_at = _quoted(lines, at - 1, separator, over=unclosed < _MOST_UNCLOSED)
        if open_at:
            unclosed += 1
            left.add("import-quote-open", number)
        at += used - 1
        if any(cells):
            yield Row(number, cells)


def _quoted(lines: list[str], start: int, separator: str, *, over: bool) -> tuple[list[str], int, bool]:
    """The cells of the row that begins on line `start`, how many lines it has, and whether a quote stayed open."""
    cells: list[str] = []
    text, used, at, unclosed = lines[start], 1, 0, False
    while at <= len(text):
        if text.startswith('"', at):
            found = _closing(lines, start, text, used, at, over=over)
            if found is not None:
                whole, more, end = found
                if end + 1 == len(whole) or whole.startswith(separator, end + 1):
                    text, used = whole, more
                    cells.append(text[at + 1 : end].replace('""', '"'))
                    at = end + 1 + len(separator)
                    continue
            unclosed = unclosed or text.count('"', at) % 2 == 1
        end = text.find(separator, at)
        if end < 0:
            end = len(text)
        cells.append(text[at:end])
        at = end + len(separator)
    return cells, used, unclosed


def _closing(lines: list[str], start: int, text: str, used: int, at: int, *, over: bool) -> tuple[str, int, int] | None:
    """The text with as many further lines as it takes to close the quote at `at`, and where that is closed."""
    seek = at + 1
    parts, length = [text], len(text)
    more = used
    while True:
        piece = parts[-1]
        offset = length - len(piece)
        place = piece.find('"', max(seek - offset, 0))
        while place >= 0 and piece.startswith('""', place):
            place = piece.find('"', place + 2)
        if place >= 0:
            whole = "\n".join(parts)
            return whole, more, offset + place
        if not over or more - used >= _LONGEST_CELL or start + more >= len(lines):
            return None
        parts.append(lines[start + more])
        more += 1
        length += 1 + len(parts[-1])
        seek = length - len(parts[-1])


def sniffed(lines: list[str], candidates: Iterable[str]) -> str:
    """The one of the candidates that parts the first rows most evenly; "" where none parts them at all."""
    sample = list(islice((line for line in lines if line.strip()), _SAMPLE))
    best, most = "", 0.0
    for separator in candidates:
        counts = Counter(len(row.cells) for row in rows(sample, separator, Left("")))
        if not counts:
            continue
        columns, often = max(counts.items(), key=lambda item: (item[1], item[0]))
        if columns < 2:
            continue
        share = often / sum(counts.values())
        if share > most + 0.05:
            best, most = separator, share
    return best
