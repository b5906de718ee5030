"""The formats by name: how each is known, read and written. To add one, write its room and put it here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from quiz.exchange import gift, markdown, shape, sheet, table, written
from quiz.exchange.entry import Found, Wish
from quiz.exchange.written import Written


class Format(NamedTuple):
    """A format: how the names of its files end; whether a text is in it; how it is read; how decks are written in it.

    None stands where a format is only read, or only written.
    """

    endings: tuple[str, ...]
    detect: Callable[[str], bool] | None
    read: Callable[[str, str, Wish], Found] | None
    write: Callable[..., Written] | None


FORMATS: Final[dict[str, Format]] = {
    "anki": Format((), shape.is_anki, table.of("\t;,|"), None),
    "csv": Format((".csv",), shape.has_header, table.of(",;\t|"), written.csv),
    "tsv": Format((".tsv", ".tab"), None, table.of("\t"), written.tsv),
    "gift": Format((".gift",), gift.detect, gift.read, None),
    "markdown": Format((".md", ".markdown"), markdown.detect, markdown.read, written.markdown),
    "text": Format((), shape.is_pairs, table.of("\t;,|"), None),
    "html": Format((".html", ".htm"), None, None, sheet.html),
}
#: What `quiz import` reads, and what `quiz export` writes.
READ: Final = tuple(name for name, one in FORMATS.items() if one.read)
WRITTEN: Final = tuple(name for name, one in FORMATS.items() if one.write)


def detected(text: str, name: str) -> str:
    """The format of a text in a file of that name: as the name ends, else as the text shows; "" where neither tells.

    Anki's own lines, and questions of GIFT, are what they are whatever the file is called.
    """
    if shape.is_anki(text):
        return "anki"
    ending = by_ending(name)
    if ending in READ:
        return ending
    return next((one for one in READ if (detect := FORMATS[one].detect) is not None and detect(text)), "")


def by_ending(name: str) -> str:
    """The format whose files' names end so, or ""."""
    return next((one for one, form in FORMATS.items() if name.lower().endswith(form.endings) and form.endings), "")
