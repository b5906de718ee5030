"""From bytes to text that can be read: what is no text is refused, and characters nobody can see are found."""

from __future__ import annotations

import codecs
import re
from typing import Final

from quiz.deck.faults import Faults
from quiz.problem import Place, Problem

#: A deck is a file that a person can read; this is some 5,000 pages of it.
MAX_BYTES: Final = 10_000_000

#: With more of these a file is not a text with a few odd characters, but no text.
_MAX_ODD: Final = 10_000

#: What stands in a text for a character that was refused.
LOST: Final = "\ufffd"
_CONTROL: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_BIDI: Final = "\u202a-\u202e\u2066-\u2069"
_ODD: Final = re.compile(f"[{_CONTROL}{_BIDI}{LOST}\x85\u2028\u2029\ufeff]")
_FORBIDDEN: Final = re.compile(f"[{_CONTROL}{_BIDI}{LOST}]")
_LINE_END: Final = re.compile("\r\n?|\n")

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def decode(data: bytes, path: str) -> str | Problem:
    """The text of a file in UTF-8, with or without a byte order mark; or why it is none, and where that begins."""
    if len(data) > MAX_BYTES:
        return Problem("file-too-big", Place(path), {"limit": MAX_BYTES // 1_000_000})
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Problem("file-not-utf8", Place(path), {"encoding": name})
    data = data.removeprefix(codecs.BOM_UTF8)
    nul = data.find(b"\0")
    if nul >= 0:
        return Problem("nul-byte", _place(data[:nul], path))
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        return Problem("byte-not-utf8", _place(data[: error.start], path), {"byte": f"0x{data[error.start]:02x}"})


def _place(before: bytes, path: str) -> Place:
    lines = _LINE_END.split(before.decode(errors="replace"))
    return Place(path, len(lines), len(lines[-1]) + 1)


def tidy(text: str, faults: Faults) -> str | None:
    """The text as YAML can take it, each fault noted: one character for one, so that every place stays what it was.

    What must not be in a deck becomes U+FFFD, which `forbidden` finds again; NEL, LS and PS, line ends to YAML but
    to no editor, become spaces; a byte order mark goes. None if it is no text at all, or too much of it.
    """
    text = text.removeprefix("\ufeff")
    if len(text) > MAX_BYTES:
        faults.add("file-too-big", 1, 1, limit=MAX_BYTES // 1_000_000)
        return None
    if not _ODD.search(text):
        return text
    line, begin, seen = 1, 0, 0
    marks = 0
    for seen, match in enumerate(_ODD.finditer(text), 1):
        if seen > _MAX_ODD:
            faults.add("not-a-text", line, 1)
            return None
        for end in _LINE_END.finditer(text, begin, match.start()):
            line, begin, marks = line + 1, end.end(), 0
        char = match.group()
        faults.add(_code(char), line, match.start() - begin - marks + 1, char=f"U+{ord(char):04X}")
        marks += char == "\ufeff"
    return _ODD.sub(lambda match: _instead(match.group()), text)


def forbidden(text: str) -> str:
    """The first character of `text` that no deck may hold, as U+202E, or ""."""
    match = _FORBIDDEN.search(text)
    return f"U+{ord(match.group()):04X}" if match else ""


def _code(char: str) -> str:
    if char == LOST:
        return "character-lost"
    if char == "\ufeff":
        return "character-mark"
    if char in "\x85\u2028\u2029":
        return "character-line-end"
    return "character-hidden" if "\u202a" <= char <= "\u2069" else "character-control"


def _instead(char: str) -> str:
    return "" if char == "\ufeff" else " " if char in "\x85\u2028\u2029" else LOST
