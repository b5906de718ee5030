"""Where the quotations of a passage stand, those that run over several paragraphs among them, and who signs one."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final, NamedTuple

from quiz.derive.document import Document, Passage
from quiz.derive.fact import Span
from quiz.language import quotes
from quiz.language.pattern import pattern

#: The marks of quotations that may run over several paragraphs.
CLOSERS: Final = {"«": "»", "“": "”", '"': '"', "‘": "’"}
_SINGLE_CLOSED: Final = pattern(r"(?<=\S)’(?![^\W_])")
#: "— Jean Dupont, maire de Lyon": a dash, a name, and what it is; two capitals at least.
_SIGNATURE: Final = pattern(
    r"[>\s\u00a0]*[—–-]+[\s\u00a0]*[*_]*((?:[A-ZÀ-ÖØ-Þ][\w.'’-]*|de|du|van|von|of)(?:[\s\u00a0](?:[A-ZÀ-ÖØ-Þ][\w.'’-]*|de|du|van|von|of)){1,5})"
    r"[*_]*(?=[,(\s]|$)(?!.*[.!?]\s+[A-ZÀ-Ý])"
)
SPACES: Final = " \u00a0\u202f"
_LEADING: Final = " \u00a0\u202f(—–-:"


class Mark(NamedTuple):
    """A quotation: the span with its marks and the words within; `open` where the paragraph ends unclosed."""

    start: int
    end: int
    inner: Span
    open: bool = False


def quotations(passage: Passage, following: str, carried: str) -> tuple[tuple[Mark, ...], str]:
    """The quotations of a passage, and the mark of one that runs on into the next, "" where none does.

    It does where the next paragraph opens with the mark again, or closes it before it opens another.
    """
    text, start = passage.text, passage.start
    found: list[Mark] = []
    begin = 0
    if carried and not text.startswith(carried):
        end = text.find(CLOSERS[carried])
        if end >= 0:
            found.append(Mark(start, start + end + 1, Span(start, start + len(text[:end].rstrip(SPACES)))))
            begin = end + 1
    unclosed = _unclosed(text, begin, following)
    for one in quotes.find(text[begin:], passage.language):
        if unclosed >= 0 and one.start + begin >= unclosed:
            break
        inner = text.find(one.value, one.start + begin, one.end + begin) + start
        found.append(Mark(one.start + begin + start, one.end + begin + start, Span(inner, inner + len(one.value))))
    if unclosed < 0:
        return tuple(found), ""
    rest = text[unclosed + 1 :]
    first = start + len(text) - len(rest.lstrip(SPACES))
    if first < passage.end:
        found.append(Mark(start + unclosed, passage.end, Span(first, passage.end), open=True))
    return tuple(found), text[unclosed]


def _unclosed(text: str, begin: int, following: str) -> int:
    """Where a quotation opens that the passage does not close and the next one goes on with; -1 where none does."""
    for opener, closer in CLOSERS.items():
        at = text.rfind(opener, begin)
        if at < 0 or (at > begin and text[at - 1] not in _LEADING):
            continue
        if opener == closer:
            if text.count(opener, begin) % 2 == 0:
                continue
        elif opener == "‘":
            if _SINGLE_CLOSED.search(text, at):
                continue
        elif text.find(closer, at) >= 0:
            continue
        if following.startswith(opener):
            return at
        ends, opens = following.find(closer), following.find(opener)
        if opener in "«“" and ends >= 0 and (opens < 0 or ends < opens):
            return at
    return -1


def signed(document: Document, passage: Passage) -> Span | None:
    """Who signs a paragraph that is a quotation and no more, in the line under it."""
    if passage.text.strip("> *_")[:1] not in CLOSERS:
        return None
    place = bisect_right(document.passages, passage.start, key=lambda one: one.start)
    under = document.passages[place] if place < len(document.passages) else None
    match = _SIGNATURE.match(under.text) if under is not None else None
    if under is None or match is None:
        return None
    return Span(under.start + match.start(1), under.start + match.end(1))
