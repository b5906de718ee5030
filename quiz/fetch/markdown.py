"""Markdown as its words: what a reader would hear if it were read aloud.

Gone are marks of emphasis, headings and quotations, targets of links, images, tables' rules, comments, tags, code
blocks and the front matter. The lines of a paragraph are joined by a space, as CommonMark shows them; a break that was
asked for (two spaces, a backslash, `<br>`) stays one, and so does every break of a text whose lines are not broken at a
width. An entry of a list keeps its dash or number, a row of a table its bars. Between two paragraphs stands an empty
line.

Written for articles, after CommonMark 0.31 and the tables, footnotes and strikethrough of GitHub; everything is read
in time that grows with the length of the text and not faster.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from quiz.article import Article
from quiz.fetch import front_matter
from quiz.fetch.emphasis import without_emphasis
from quiz.fetch.front_matter import read_front
from quiz.fetch.when import day

if TYPE_CHECKING:
    from quiz.fetch.raw import Raw

_CODE_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})([^`\n]*)$")
_HEADING: Final = re.compile(r" {0,3}(#{1,6})(?=[ \t]|$)")
_UNDERLINE: Final = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_RULE: Final = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$")
_ENTRY: Final = re.compile(r"[ \t]*([-*+]|\d{1,9}[.)])(?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)")
_QUOTED: Final = re.compile(r"(?: {0,3}>[ \t]?)+")
_DEFINITION: Final = re.compile(r" {0,3}\[(?!\^)[^\]\n]{1,999}\]:[ \t]*\S+")
_FOOTNOTE: Final = re.compile(r" {0,3}\[\^[^\]\s]{1,99}\]:[ \t]*")
_TABLE_RULE: Final = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_LONG_RULE: Final = 2_000
#: Nobody breaks lines at such a width: where one line of a paragraph is longer, every line was meant as one.
_UNBROKEN: Final = 160
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)

_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE: Final = re.compile(r"(?<!`)(`+)(?!`)([^`]{1,2000})(?<!`)\1(?!`)")
#: The target of a link or image: in pointed brackets or with pairs of round ones, and a title in quotation marks.
_TARGET: Final = (
    r"\([ \t]*(?:<[^<>\n]{0,2000}>|[^\s()]{0,2000}(?:\([^\s()]{0,999}\)[^\s()]{0,999}){0,9})"
    r"""(?:[ \t]+(?:"[^"\n]{0,999}"|'[^'\n]{0,999}'))?[ \t]*\)"""
)
_IMAGE: Final = re.compile(rf"!\[[^\[\]]{{0,2000}}\](?:{_TARGET}|\[[^\[\]]{{0,999}}\])")
_LINK: Final = re.compile(
    rf"\[([^\[\]]{{0,2000}})\](?:{_TARGET}|[ ]?\[[^\[\]^]{{0,999}}\])(?:\{{[^{{}}\n]{{0,200}}\}})?"
)
_FOOTNOTE_SIGN: Final = re.compile(r"\[\^[^\]\s]{1,99}\]")
_REFERENCE: Final = re.compile(r"\[([^\[\]]{1,999})\]")
_AUTOLINK: Final = re.compile(r"<((?:https?://|mailto:)[^\s<>]{1,2000})>")
_BREAK_TAG: Final = re.compile(r"<br[ \t]*/?>[ \t]*\n?", re.IGNORECASE)
_TAG: Final = re.compile(r"</?[A-Za-z][\w-]{0,30}(?:\s[^<>]{0,2000})?/?>")
#: Where a character stands for one that was escaped, until the marks are gone.
_HIDDEN: Final = 0xF0000


def read_markdown(text: str, raw: Raw) -> Article:
    """The article in a Markdown text, with title, author, day, address and language as its front matter says.

    The title is else the first heading of the first rank, if one begins the text.
    """
    front = read_front(text.removeprefix("\ufeff"))
    body = text.removeprefix("\ufeff")[front.end :]
    language = front.first(front_matter.LANGUAGE)[:2].lower()
    url = raw.url or next((u for u in front.every(front_matter.URL) if u.startswith(("http://", "https://"))), "")
    words, heading = as_words(body)
    return Article(
        words,
        title=_inline(front.first(front_matter.TITLE)) or heading,
        author=", ".join(front.every(front_matter.AUTHOR)),
        published=day(front.first(front_matter.DATE), language),
        url=url,
        name=raw.name,
        language=language if language in ("fr", "en") else "",
    )


def as_words(text: str) -> tuple[str, str]:
    """The words of a Markdown text, and its first heading if that begins it and is of the first rank."""
    blocks = _Blocks()
    for line in _COMMENT.sub("", text).split("\n"):
        blocks.take(line)
    blocks.end()
    links = blocks.defined
    shown = [(kind, _inline(block, links)) for kind, block in blocks.done]
    heading = shown[0][1] if shown and shown[0][0] == "title" else ""
    parts: list[str] = []
    before = ""
    for kind, said in shown:
        if not said:
            continue
        together = kind == before and kind in ("entry", "row")
        parts.append(("\n" if together else "\n\n") if parts else "")
        parts.append(said)
        before = kind
    return "".join(parts) + ("\n" if parts else ""), heading


class _Blocks:
    """The blocks of a text, line by line: `done` holds of each its kind (title, text, entry, row) and its source."""

    def __init__(self) -> None:
        self.done: list[tuple[str, str]] = []
        self.defined: set[str] = set()
        self._lines: list[str] = []
        self._kind = "text"
        self._fence = ""
        self._quoted = False

    def end(self) -> None:
        """End the paragraph at hand."""
        if self._lines:
            unbroken = self._kind == "text" and any(len(line) > _UNBROKEN for line in self._lines)
            self.done.append((self._kind, ("  \n" if unbroken else "\n").join(self._lines)))
        self._lines, self._kind = [], "text"

    def take(self, line: str) -> None:
        """Take the next line."""
        mark = None if self._fence else _QUOTED.match(line)
        quoted = mark is not None
        line = line[mark.end() :] if mark else line
        if quoted != self._quoted and (quoted or not line.strip() or _ENTRY.match(line) or len(line) > _UNBROKEN):
            self.end()
        self._quoted = quoted
        if self._in_code(line):
            return
        if not line.strip():
            self.end()
        elif not self._marked(line):
            self._lines.append(line.lstrip())

    def _in_code(self, line: str) -> bool:
        """Whether a line opens, closes or stands in a fenced block of code, which is not read."""
        fence = _CODE_FENCE.match(line)
        if self._fence:
            if fence and fence[1].startswith(self._fence) and not fence[2].strip():
                self._fence = ""
            return True
        if fence:
            self.end()
            self._fence = fence[1]
        elif not self._lines and line.startswith(("    ", "\t")) and not _ENTRY.match(line):
            # Indented code; below an entry of a list it is the entry's next paragraph.
            return not (self.done and self.done[-1][0] == "entry")
        return bool(fence)

    def _marked(self, line: str) -> bool:
        """Whether a line is a block of its own by its marks, and taken as such."""
        heading = _HEADING.match(line)
        if heading:
            self.end()
            said = line[heading.end() :].strip()
            bare = said.rstrip("#")
            said = bare if not bare or bare[-1:] in " \t" else said
            self.done.append(("title" if len(heading[1]) == 1 else "text", said))
        elif self._lines and self._kind == "text" and _UNDERLINE.match(line):
            self._kind = "title" if "=" in line else "text"
            self.end()
        elif _RULE.match(line):
            self.end()
        elif "|" in line and len(line) < _LONG_RULE and _TABLE_RULE.match(line):
            if self._lines and "|" in self._lines[-1]:  # the row above is the table's head
                head = self._lines.pop()
                self.end()
                self._row(head)
            self._kind = "row"
        elif self._kind == "row" and "|" in line:
            self._row(line)
            self._kind = "row"
        elif definition := _DEFINITION.match(line):
            self.end()
            self.defined.add(definition[0].partition("]:")[0].lstrip(" [").lower())
        else:
            return self._entry(line)
        return True

    def _entry(self, line: str) -> bool:
        entry = _ENTRY.match(line) or _FOOTNOTE.match(line)
        if not entry:
            return False
        sign = entry[1] if entry.re is _ENTRY else ""
        if sign and sign not in "-*+" and self._lines and self._kind == "text" and sign[:-1] != "1":
            return False  # a line of a paragraph that begins with a number: only 1 begins a list there
        self.end()
        if sign:
            self._kind = "entry"
        self._lines.append(
            f"{'-' if sign in ('-', '*', '+') else sign} {line[entry.end() :]}" if sign else line[entry.end() :]
        )
        return True

    def _row(self, line: str) -> None:
        self.done.append(("row", " | ".join(cell.strip() for cell in line.strip().strip("|").split("|"))))


def _inline(source: str, defined: set[str] | frozenset[str] = frozenset()) -> str:
    """The words of a block."""
    # A break that was asked for is an end of line that stays; every other one becomes a space.
    text = re.sub(r"(?:(?<! ) {2,}|\\)\n", "\x0b", source)
    text = _BREAK_TAG.sub("\x0b", text).replace("\n", " ")
    text = _CODE.sub(lambda match: _hidden(match[2].strip()), text)
    text = _ESCAPED.sub(lambda match: _hidden(match[1]), text)
    text = _IMAGE.sub("", text)
    for _ in range(3):  # a link may stand around an image or between brackets
        text = _LINK.sub(r"\1", text)
    text = _FOOTNOTE_SIGN.sub("", text)
    if defined:
        text = _REFERENCE.sub(lambda match: match[1] if match[1].lower() in defined else match[0], text)
    text = _AUTOLINK.sub(lambda match: _hidden(match[1]), text)
    text = without_emphasis(_TAG.sub("", text))
    text = html.unescape(text)
    lines = (re.sub(r"[ \t]+", " ", line).strip(" \t") for line in text.split("\x0b"))
    return _shown("\n".join(line for line in lines if line))


def _hidden(text: str) -> str:
    """Signs that are meant as signs, moved out of the way of everything that looks for marks."""
    return "".join(chr(_HIDDEN + ord(char)) if "!" <= char <= "~" else char for char in text)


def _shown(text: str) -> str:
    return text.translate(_BACK)


_BACK: Final = {_HIDDEN + code: chr(code) for code in range(0x21, 0x7F)}
