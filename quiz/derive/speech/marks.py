"""Where the quotations of a passage stand, those that run over several paragraphs among them, and who signs one."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import Final, NamedTuple

from quiz.derive.document import Document, Passage
from quiz.derive.fact import Span
from quiz.language import quotes, sayings
from quiz.language.pattern import pattern

#: The marks of quotations that may run over several paragraphs.
CLOSERS: Final = {"«": "»", "“": "”", '"': '"', "‘": "’"}
#: Those for which either kind is typed.
_DOUBLE: Final = '“"'
#: The inversion after a quotation that nobody closed: ", déclare X", ", a-t-il dit", ", said X", ", she said".
_INVERTED: Final = {
    "fr": pattern(
        r"[,?!…][\s\u00a0]+(?:s['’]|se\s|l['’]|nous\s|lui\s)?(?:est|a|ont)?(?:-t-\w+\s|\s)?([^\W\d_]{3,})"
        r"(?=-t-|-il|-elle|\s(?!que?\b|de\b|des\b|en\b))"
    ),
    "en": pattern(r",\s+(?:(?:he|she|they|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3})\s)?([a-z]+)(?=[\s.,](?!that\b))"),
}
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
        if carried in _DOUBLE and text[:1] in _DOUBLE and not _closed(text, 1):
            # In a quotation that runs on, a paragraph that closes nothing is of it.
            parts = [
                0,
                *(at for at in range(2, len(text)) if text[at] in _DOUBLE and text[at - 1].isspace()),
                len(text),
            ]
            for at, until in pairwise(parts):
                last = at + len(text[at:until].rstrip(SPACES))
                found.append(
                    Mark(start + at, start + last, Span(start + at + 1, start + last), open=until == len(text))
                )
            return tuple(found), text[parts[-2]] if following.startswith(tuple(_DOUBLE)) else ""
        if end >= 0:
            found.append(Mark(start, start + end + 1, Span(start, start + len(text[:end].rstrip(SPACES)))))
            begin = end + 1
    open_at, until = _untold(text, passage.language) if not begin else (-1, -1)
    if until >= 0:
        text = text[:open_at]
    unclosed = _unclosed(text, begin, following)
    for one in quotes.find(text[begin:], passage.language):
        if unclosed >= 0 and one.start + begin >= unclosed:
            break
        inner = text.find(one.value, one.start + begin, one.end + begin) + start
        found.append(Mark(one.start + begin + start, one.end + begin + start, Span(inner, inner + len(one.value))))
    if until >= 0:
        text = passage.text
        first = start + len(text) - len(text[open_at + 1 :].lstrip(SPACES))
        found.append(Mark(start + open_at, start + until, Span(first, start + until)))
        return tuple(found), ""
    if unclosed < 0:
        return tuple(found), ""
    rest = text[unclosed + 1 :]
    first = start + len(text) - len(rest.lstrip(SPACES))
    if first < passage.end:
        found.append(Mark(start + unclosed, passage.end, Span(first, passage.end), open=True))
    return tuple(found), text[unclosed]


def _closed(text: str, at: int) -> bool:
    """Whether a double mark stands after `at` that closes."""
    return any(text[place] in '”"' and not text[place - 1].isspace() for place in range(at, len(text)))


def _untold(text: str, language: str) -> tuple[int, int]:
    """Where a quotation opens that is never closed, and where the inversion that tells whose it is ends it; else -1."""
    at = max(text.rfind(opener) for opener in '«“"')
    if (
        at < 0
        or any(text.find(closer, at + 1) >= 0 for closer in "»”")
        or (text[at] == '"' and text.count('"') % 2 == 0)
    ):
        return -1, -1
    if at and not text[:at].rstrip(SPACES).endswith((".", ":", "!", "?", "…")):
        return -1, -1
    for match in _INVERTED[language].finditer(text, at):
        if any(one.forms & {"finite", "past"} for one in sayings.said(match[1].lower(), language)):
            end = match.start() + (text[match.start()] != ",")
            return (at, end) if len(text[at + 1 : end].split()) > 3 else (-1, -1)
    return -1, -1


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
        if opener in _DOUBLE and _closed(text, at + 1):
            continue
        if following.startswith(tuple(_DOUBLE) if opener in _DOUBLE else opener):
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
