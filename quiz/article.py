"""A text to learn from, as everybody counts it: its paragraphs are its non-empty lines, the first is number 1."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

#: What ends a line: as `str.splitlines`, without the three separators of old data files (FS, GS, RS).
_LINE_END: Final = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Article:
    """A text with what is known of it. `published` is an ISO date or ""; `name` is the file's or the page's name."""

    text: str
    title: str = ""
    author: str = ""
    published: str = ""
    url: str = ""
    name: str = ""
    language: str = ""

    @property
    def digest(self) -> str:
        """The SHA-256 of the text in UTF-8, in hexadecimal: which copy of an article a deck was made from."""
        from hashlib import sha256

        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def paragraphs(self) -> tuple[str, ...]:
        """The non-empty lines, without the spaces around them; paragraph n is `paragraphs()[n - 1]`."""
        return tuple(line.strip() for line in _LINE_END.split(self.text) if line.strip())
