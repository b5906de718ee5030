"""From the bytes of a file that another program wrote to text: its encoding found, nothing hidden in it."""

from __future__ import annotations

import codecs
import re
from typing import Final

from quiz.exchange.entry import Left
from quiz.problem import Place, Problem

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: How files begin that are no text, and what they are.
_NO_TEXT: Final = (
    (b"PK\x03\x04", "zip"),
    (b"SQLite format 3\0", "sqlite"),
    (b"%PDF", "pdf"),
    (b"\x1f\x8b", "gzip"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
)
_LINE_END: Final = re.compile("\r\n?")
_CONTROL: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_BIDI: Final = "\u202a-\u202e\u2066-\u2069"
#: What no deck may hold, and the other marks that end a line for some programs only.
HIDDEN: Final = re.compile(f"[{_CONTROL}{_BIDI}\ufeff\ufffd\x85\u2028\u2029]")
#: A file with more of these is no text.
_MOST_HIDDEN: Final = 10_000


def decode(data: bytes, path: str) -> tuple[str, tuple[Problem, ...]] | Problem:
    r"""The text of a file, lines ending in `\n`, and what had to be guessed or taken out; or why it is none.

    A byte order mark tells the encoding; else valid UTF-8 is UTF-8; else every second byte being zero is UTF-16; else
    it is Windows-1252, which is what spreadsheets still write, and that is told.
    """
    for mark, sort in _NO_TEXT:
        if data.startswith(mark):
            return Problem("import-no-text", Place(path), {"sort": sort})
    text, problems = _decoded(data, path)
    text = _LINE_END.sub("\n", text)
    left = Left(path)
    found = HIDDEN.findall(text)
    if len(found) > _MOST_HIDDEN or found.count("\0") > 8:
        return Problem("import-no-text", Place(path), {"sort": "bytes"})
    if found:
        for number, line in enumerate(text.split("\n"), 1):
            here = dict.fromkeys(HIDDEN.findall(line))
            if here:
                left.add("import-characters", number, what=tuple(f"U+{ord(char):04X}" for char in here))
        text = visible(text)
    return text, (*problems, *left.problems())


def visible(text: str) -> str:
    """The text without what no deck may hold: a lost letter is a question mark, an unusual line end a space."""
    return HIDDEN.sub(_instead, text) if HIDDEN.search(text) else text


def _instead(match: re.Match[str]) -> str:
    char = match[0]
    return "?" if char == "\ufffd" else " " if char in "\x85\u2028\u2029" else ""


def _decoded(data: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), ()
    try:
        return data.decode(), ()
    except UnicodeDecodeError:
        pass
    for name, zeros in (("utf-16-le", data[1:2000:2]), ("utf-16-be", data[:2000:2])):
        if zeros and zeros.count(0) * 2 > len(zeros):
            return data.decode(name, "replace"), ()
    # Five bytes of Windows-1252 stand for nothing; there the browsers read what Latin-1 says.
    text = "".join(_letter(data[at : at + 1]) if byte > 127 else chr(byte) for at, byte in enumerate(data))
    return text, (Problem("import-encoding", Place(path), {"encoding": "Windows-1252"}),)


def _letter(byte: bytes) -> str:
    try:
        return byte.decode("cp1252")
    except UnicodeDecodeError:
        return byte.decode("latin-1")
