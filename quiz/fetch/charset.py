"""From bytes to text, in whatever encoding the last thirty years have left behind.

The order is that of what cannot be wrong by chance: a byte order mark; valid UTF-8 (a text in an older encoding with
letters outside ASCII hardly ever is); what the server says, then what the page says of itself; UTF-16 by its zeros;
UTF-8 with a few damaged letters; and last Windows-1252, or ISO-8859-15 where it has its euro sign or œ.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from quiz.fetch.raw import Raw
from quiz.problem import Failure, Problem

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: How a page says its encoding: <meta charset=…>, <meta http-equiv … content="…; charset=…">, <?xml … encoding=…>.
_SAYS: Final = re.compile(
    rb"""(?:<meta\b[^>]{0,300}?\bcharset|<\?xml\b[^>]{0,200}?\bencoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE
)
_SAID_WITHIN: Final = 4096
#: The encodings that are believed. Python knows others, of which some are no encodings of text at all.
_KNOWN: Final = re.compile(
    r"utf-?(?:8|16|32)(?:-?[lb]e)?|iso-?8859-?\d{1,2}|latin-?\d|windows-\d{3,4}|cp-?\d{3,4}|us-ascii|ascii|macintosh|"
    r"mac-?roman|koi8-[ru]|gb2312|gbk|gb18030|big5|shift[-_]jis|euc-(?:jp|kr)"
)
#: What the web calls so is Windows-1252 (WHATWG Encoding Standard, §4.2).
_WINDOWS: Final = frozenset(
    {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252", "cp1252"}
)
_LATIN_9: Final = re.compile(rb"[A-Za-z]\xbd[a-z]|(?<![A-Za-z0-9])\xbc[a-z]|\d[ \xa0]?\xa4")
_MANY: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LINE_END: Final = re.compile("\r\n?")
#: More control characters than this in a thousand are no text.
_ODD: Final = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f]")


def decode(raw: Raw) -> tuple[str, tuple[Problem, ...]]:
    r"""The text in some bytes, lines ending in `\n`; and a warning where its encoding is a guess or letters are lost.

    Raises `Failure` "article-not-text" where no encoding makes a text of the bytes.
    """
    text, problems = _decoded(raw)
    if "\0" in text or len(_ODD.findall(text)) > 8 + len(text) // 500:
        raise _no_text(raw)
    return _LINE_END.sub("\n", text), problems


def _decoded(raw: Raw) -> tuple[str, tuple[Problem, ...]]:
    data = raw.data
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _mended(data[len(mark) :], name, raw)
    if b"\0" in data:
        return _wide(raw)
    text = _strict(data, "utf-8")
    if text is not None:
        return text, ()
    said = [raw.charset]
    said += [match.decode("ascii") for match in _SAYS.findall(data[:_SAID_WITHIN])[:1]]
    for name in said:
        text = _strict(data, _python_name(name))
        if text is not None:
            return text, ()
    if _nearly_utf8(data):
        return _mended(data, "utf-8", raw)
    guess = "iso-8859-15" if not re.search(rb"[\x80-\x9f]", data) and _LATIN_9.search(data) else "windows-1252"
    text = _strict(data, guess)
    if text is None:
        raise _no_text(raw)
    return text, (_problem("article-encoding-guessed", raw, encoding=guess),)


def _python_name(name: str) -> str:
    name = name.strip(" \"'").lower()
    if name in _WINDOWS:
        return "windows-1252"
    return name if _KNOWN.fullmatch(name) else ""


def _strict(data: bytes, name: str) -> str | None:
    """The text, or None where it is not in this encoding, or there is no such encoding."""
    try:
        return data.decode(name) if name else None
    except (UnicodeDecodeError, LookupError):
        return None


def _mended(data: bytes, name: str, raw: Raw) -> tuple[str, tuple[Problem, ...]]:
    """The text with U+FFFD for what was damaged, and how often."""
    text = data.decode(name, "replace")
    lost = text.count("\ufffd") if _strict(data, name) is None else 0
    return text, (_problem("article-letters-lost", raw, count=lost),) if lost else ()


def _nearly_utf8(data: bytes) -> bool:
    """Whether the letters outside ASCII are in UTF-8, but for one in ten at most."""
    sound = len(_MANY.findall(data))
    return sound > 0 and 10 * data.decode("utf-8", "replace").count("\ufffd") <= sound + 9


def _wide(raw: Raw) -> tuple[str, tuple[Problem, ...]]:
    """UTF-16 without a mark: in a Latin text, every second byte is zero."""
    beginning = raw.data[:4000]
    for name, high, low in (
        ("utf-16-le", beginning[1::2], beginning[::2]),
        ("utf-16-be", beginning[::2], beginning[1::2]),
    ):
        if high.count(0) > 0.8 * len(high) and low.count(0) == 0:
            text = _strict(raw.data, name)
            if text is not None:
                return text, ()
    raise _no_text(raw)


def _problem(code: str, raw: Raw, **facts: str | int) -> Problem:
    return Problem(code, facts={"name": raw.source, **facts})


def _no_text(raw: Raw) -> Failure:
    return Failure(Problem("article-not-text", facts={"name": raw.source}))
