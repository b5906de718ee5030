"""An article's text → its paragraphs: the non-empty lines, joined where a sentence runs on over the end of a line.

Texts are broken in two ways: at a width, as mails and old terminals do, and around what was a link, as scraping does.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from quiz.derive.furniture import furniture
from quiz.language.pattern import pattern
from quiz.language.text import word_set

#: As `Article.paragraphs` counts lines.
_LINE_END: Final = pattern("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
#: Nobody sets prose narrower than this, nor breaks lines by hand that are wider.
_NARROW, _WIDE = 40, 120
_BULLET: Final = pattern(r"(?:[•●▪■◦‣⁃∙·*–—-]|\d{1,2}[.)])\s+\S")
_QUOTED: Final = pattern(r">")
#: What ends a paragraph, whatever follows.
_TERMINAL: Final = pattern(r"[.!?…:][\s\"»”’'›)\]*_]*$")
#: What a sentence goes on with: a comma, a closing mark, a small letter.
_RUNS_ON: Final = pattern(r"[,;)»”%]|\.(?![.\w])|[a-zà-ÿ]\.?[a-zà-ÿ'’]*[\s,.'’-]|[a-zà-ÿ]+$|y\s|à\s")
#: What no paragraph ends with.
_DANGLES: Final = pattern(r"(?i:\b(?:[dljmtscn]|qu|lorsqu|jusqu|puisqu)['’]|[,(«“]|(?<=[\s'’])[^\W\d_]+|^[^\W\d_]+)$")
_DANGLING: Final = word_set(
    "le la les l un une des du de d au aux et ou que qu qui dont par pour sur sous dans en à avec sans chez vers son "
    "sa ses leur leurs ce cet cette ces selon dès the a an of to in on at by for with from and or that which who "
    "whose his her its their this these as into about than"
)


class Paragraph(NamedTuple):
    """Some lines that are one paragraph: `number` is that of the first, `apart` that an empty line stands before it."""

    number: int
    start: int
    text: str
    apart: bool

    @property
    def end(self) -> int:
        """Where it ends in the article's text."""
        return self.start + len(self.text)


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text, in order; within them line ends are spaces, one for each of their code points."""
    lines = list(_lines(text))
    width = _width(lines)
    joined: list[list[Paragraph]] = []
    for line in lines:
        if joined and _continues(joined[-1], line, width):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [_one(text, group) if len(group) > 1 else group[0] for group in _with_links(joined)]


def is_bullet(text: str) -> bool:
    """Whether a line is a point of a list."""
    return _BULLET.match(text) is not None


def _lines(text: str) -> Iterator[Paragraph]:
    number, start, apart = 0, 0, False
    for end, following in [*((match.start(), match.end()) for match in _LINE_END.finditer(text)), (len(text), 0)]:
        line = text[start:end]
        stripped = line.strip()
        if stripped:
            number += 1
            yield Paragraph(number, start + len(line) - len(line.lstrip()), stripped, apart)
        apart = not stripped
        start = following


def _width(lines: list[Paragraph]) -> int:
    """The width at which lines are broken, 0 if they are not: then no line had room for the next one's first word."""
    pairs = [(one, other) for one, other in pairwise(lines) if not other.apart]
    width = max((len(line.text) for line in lines if any(map(str.isalnum, line.text))), default=0)
    if not _NARROW <= width <= _WIDE or len(pairs) < 4:
        return 0
    full = sum(_full(one, other, width) for one, other in pairs)
    return width if full >= 0.6 * len(pairs) else 0


def _full(line: Paragraph, following: Paragraph, width: int) -> bool:
    return len(line.text) + 1 + len(following.text.split(None, 1)[0]) > width


def _continues(group: list[Paragraph], line: Paragraph, width: int) -> bool:
    """Whether a line goes on with the sentence of the lines before it."""
    last = group[-1]
    if is_bullet(line.text) or not any(map(str.isalnum, last.text)):
        return False
    if _QUOTED.match(line.text):
        return False
    if width and not line.apart and _full(last, line, width):
        return any(map(str.isalnum, line.text))
    if line.apart and (last.text[-1] in ':.!?…»”"' or is_bullet(last.text) or len(last.text) < 3):
        return False
    if line.text[0] in ",;)." and _RUNS_ON.match(line.text):
        return True
    if _TERMINAL.search(last.text) or is_bullet(last.text):
        return False
    if _RUNS_ON.match(line.text):
        return True
    match = None if line.apart else _DANGLES.search(last.text)
    return match is not None and (not match[0][-1].isalpha() or match[0] in _DANGLING)


def _with_links(groups: list[list[Paragraph]]) -> list[list[Paragraph]]:
    """Join a line to a short one that goes on, once a link between them ("The mayor" / "Ann Lee" / ", 61, …")."""
    kept: list[list[Paragraph]] = []
    for group in groups:
        if kept and len(group) > 1 and not group[0].apart and _was_link(kept[-1][-1], group):
            kept[-1].extend(group)
        else:
            kept.append(group)
    return kept


def _was_link(last: Paragraph, group: list[Paragraph]) -> bool:
    link, after = group[0].text, group[1].text
    return (
        len(link) <= 60
        and not group[1].apart
        and (after[0] in ",;)." or after[0].islower())
        and _TERMINAL.search(last.text) is None
        and furniture(last.text) is None
        and not is_bullet(last.text)
        and not is_bullet(link)
        and len(last.text.split()) >= 2
        and not last.text.isupper()
    )


def _one(text: str, group: list[Paragraph]) -> Paragraph:
    first, last = group[0], group[-1]
    joined = text[first.start : last.end]
    return first._replace(text=_LINE_END.sub(lambda match: " " * len(match[0]), joined))
