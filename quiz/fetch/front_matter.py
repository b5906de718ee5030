"""The front matter of a Markdown file: a few keys between two lines of dashes (YAML) or plus signs (TOML).

Only what an article wants to know is read, and only where it is written simply: `key: text`, a list in brackets, or a
list of dashes below its key. Everything else is passed over; nothing in it can be wrong enough to be told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

_FENCE: Final = re.compile(r"(---|\+\+\+)[ \t]*\n")
_ENTRY: Final = re.compile(r"([A-Za-z][\w-]*)[ \t]*[:=](?:[ \t]+(.*))?$")
_ITEM: Final = re.compile(r"[ \t]*-[ \t]+(?:name:[ \t]*)?(.+)$")
_NAME: Final = re.compile(r"[ \t]+name:[ \t]*(.+)$")

TITLE: Final = ("title", "titre")
AUTHOR: Final = ("author", "authors", "auteur", "auteurs", "byline", "creator")
DATE: Final = (
    "date",
    "published",
    "publisheddate",
    "publishdate",
    "pubdate",
    "datepublished",
    "publishedat",
    "created",
)
URL: Final = ("canonicalurl", "canonical", "originalurl", "sourceurl", "url", "link", "source")
LANGUAGE: Final = ("lang", "language", "langue", "locale")


class Front(NamedTuple):
    """The keys that were said, lower-case and without hyphens and underscores, and where the text begins."""

    said: Mapping[str, tuple[str, ...]]
    end: int

    def first(self, keys: tuple[str, ...]) -> str:
        """The first value of the first of these keys that is there, or ""."""
        return next((self.said[key][0] for key in keys if self.said.get(key)), "")

    def every(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        """All values of the first of these keys that is there."""
        return next((self.said[key] for key in keys if self.said.get(key)), ())


NONE: Final = Front({}, 0)


def read_front(text: str) -> Front:
    """The front matter at the beginning of `text`; none where it is not closed, or where it holds no key."""
    fence = _FENCE.match(text)
    if not fence:
        return NONE
    closing = re.compile(rf"^{re.escape(fence[1])}[ \t]*(?:\n|\Z)|^\.\.\.[ \t]*\n", re.MULTILINE).search(
        text, fence.end()
    )
    if not closing:
        return NONE
    said = _entries(text[fence.end() : closing.start()])
    return Front(said, closing.end()) if said else NONE


def _entries(block: str) -> dict[str, tuple[str, ...]]:
    said: dict[str, tuple[str, ...]] = {}
    key = ""
    for line in block.split("\n"):
        entry = _ENTRY.match(line)
        if entry:
            key = re.sub("[-_]", "", entry[1]).lower()
            said.setdefault(key, _values(entry[2] or ""))
            continue
        item = _ITEM.match(line) or _NAME.match(line)
        if item and key:
            said[key] = (*said[key], *_values(item[1]))
    return said


def _values(text: str) -> tuple[str, ...]:
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        parts = re.findall(r""""[^"]*"|'[^']*'|[^,]+""", text[1:-1])
        return tuple(value for part in parts if (value := _plain(part)))
    value = "" if text in (">", "|", ">-", "|-") or text.startswith("{") else _plain(text)
    return (value,) if value else ()


def _plain(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        return re.sub(r"\\(.)", r"\1", text[1:-1]).strip()
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'").strip()
    return "" if text in ("null", "~") else text.partition(" #")[0].strip()
