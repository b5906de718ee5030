"""A page while its parts are found: its paragraphs, what is known of each, and the questions that every rule asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quiz.derive.document import Part
from quiz.derive.furniture import plain
from quiz.derive.lines import Paragraph, is_bullet
from quiz.language.pattern import pattern

#: A byline is looked for among so many paragraphs, and a biography among so many of the last.
HEAD, FOOT = 12, 12
#: No title, heading or signature is longer.
TITLE, HEADING, HEADING_WORDS = 200, 110, 16
STANDFIRST = 400
#: A line of prose that is as long as this is no heading, though it may lack its full stop.
PROSE = 130
#: The end of a sentence; marks, a note's figure or "(AFP)" may follow.
STOP: Final = pattern(r"[.!?…][\"»”’'›)\]*_\d\s]*(?:\([^()]{1,40}\))?$")
GOES_ON: Final = pattern(r"[:;,][\"»”’'›)\]*_\s]*$")
TURN: Final = pattern(
    r"(?:[–—-]\s*\S|[A-ZÀ-Ý][\w.'’-]*(?:\s[A-ZÀ-Ý][\w.'’-]*){0,3}\s?[:.]\s|Q\s?[:.]|R\s?[:.]|A\s?[:.])"
)
TABLE: Final = pattern(r"\||\S+\t\S+|\(")
QUOTED_LINE: Final = pattern(r"\s*(?P<mark>[«“\"‘'])\s*(?P<words>.{8,200}?)\s*[»”\"’']\s*$")
BLOCK: Final = pattern(r">")
FIGURE: Final = pattern(r"\d+(?:[.,\u00a0\u202f ]\d+)*")
WORD: Final = pattern(r"[^\W\d_]{4,}")


class Page:
    """The paragraphs of a page with what is known of them so far: `found` is None where that is nothing yet."""

    def __init__(self, paragraphs: Sequence[Paragraph], language: str, author: str) -> None:
        self.all = paragraphs
        self.language = language
        self.author = author
        self.count = len(paragraphs)
        self.found: list[Part | None] = [None] * self.count

    def is_title(self, at: int, longest: int) -> bool:
        """Whether a paragraph is short, no point of a list, and ends like no sentence."""
        text = self.all[at].text
        return len(text) <= longest and not is_bullet(text) and not (STOP.search(text) or GOES_ON.search(text))

    def told(self, at: int) -> bool:
        """Whether a line without a full stop is of the story: a point, a turn of talk, a row, what goes on."""
        text = self.all[at].text
        return bool(is_bullet(text) or TURN.match(text) or TABLE.match(text) or GOES_ON.search(text))

    def next_is_prose(self, at: int) -> bool:
        """Whether a longer paragraph follows."""
        return at + 1 < self.count and len(self.all[at + 1].text) > len(self.all[at].text)

    def repeats(self, text: str, after: int, share: float) -> bool:
        """Whether a paragraph below says again what `text` says: its figures, and such a share of its longer words."""
        wanted = set(WORD.findall(plain(text)))
        figures = set(FIGURE.findall(text))
        if not wanted:
            return False
        rest = [one.text for at, one in enumerate(self.all[after:], after) if self.found[at] in (None, "body", "post")]
        if not all(any(figure in one for one in rest) for figure in figures):
            return False
        there = set(WORD.findall(" ".join(map(plain, rest))))
        return len(wanted & there) >= share * len(wanted)

    def lines(self, part: Part) -> list[str]:
        """The texts that are this part."""
        return [one.text for at, one in enumerate(self.all) if self.found[at] == part]
