"""A passage as narration: its words and signs, each quotation one token, in sentences that no quotation breaks."""

from __future__ import annotations

from typing import Final, NamedTuple

from quiz.derive.document import Document, Passage
from quiz.derive.fact import Span
from quiz.derive.speech.marks import Mark, quotations, signed
from quiz.language.pattern import pattern

_TOKEN: Final = pattern(
    r"""(?P<elided>(?:[dlnsjcmtDLNSJCMT]|[Qq]u|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu|[Jj]usqu)['’](?=[\s\u00a0]?[^\W\d]|[«“"‘]|$))
      | (?P<word>[^\W\d_](?:[^\W_]|[-‐'’.&](?=[^\W_]))*)
      | (?P<owner>(?<=s)['’](?=\s[^\W\d_]))
      | (?P<number>\d(?:[\d.,\u00a0\u202f:]*\d)?[^\W\d_]*)
      | (?P<comma>,) | (?P<colon>:) | (?P<semicolon>;)
      | (?P<open>[(\[]) | (?P<close>[)\]]) | (?P<dash>[–—]|(?<=\s)--?(?=\s)) | (?P<stop>[.!?…]+)""",
    0x40,
)
_INVERTED: Final = pattern(r"-(?:t-)?(il|elle|on|ils|elles|je|nous|vous|tu|ce)$")
_OPENERS: Final = '«“"„‘'
#: A sentence of more tokens is none, and is taken in pieces.
_LONGEST: Final = 400
_ENDED: Final = frozenset(".!?…")
_AFTER: Final = pattern(r"[\s\u00a0]*")
#: A full stop after these ends no sentence.
_ABBREVIATIONS: Final = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "st",
        "sen",
        "rep",
        "gov",
        "gen",
        "lt",
        "col",
        "sgt",
        "capt",
        "prof",
        "rev",
        "hon",
        "inc",
        "corp",
        "ltd",
        "co",
        "bros",
        "jr",
        "sr",
        "no",
        "vs",
        "etc",
        "m",
        "mm",
        "mme",
        "mlle",
        "me",
        "pr",
        "cie",
        "art",
        "av",
        "bd",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "janv",
        "févr",
        "juil",
        "p.m",
        "a.m",
        "cllr",
        "supt",
        "det",
        "insp",
    ]
)


class Token(NamedTuple):
    """A word, a sign or a whole quotation; `key` is the word in small letters.

    `kind` is word, elided ("l'"), number, quote, comma, colon, semicolon, dash, open, close or stop. `tied` is true of
    the pronoun of an inversion ("a-t-*il*", "dit-*elle*") and of the English possessive.
    """

    kind: str
    key: str
    start: int
    end: int
    capital: bool = False
    tied: bool = False


class Sentence(NamedTuple):
    """A sentence of the narration: its tokens, offsets of the article."""

    passage: Passage
    span: Span
    tokens: tuple[Token, ...]


class Told(NamedTuple):
    """A passage read as narration. `signed` is the name in a line under it: "— X, mayor of Y"."""

    passage: Passage
    marks: tuple[Mark, ...]
    sentences: tuple[Sentence, ...]
    signed: Span | None = None


def told(document: Document) -> list[Told]:
    """The telling passages of a document as narration, in order. Posts are speech as a whole and are left out."""
    passages = [one for one in document.passages if one.telling and one.part != "post"]
    read = []
    carried = ""
    for place, passage in enumerate(passages):
        following = passages[place + 1].text if place + 1 < len(passages) else ""
        marks, carried = quotations(passage, following, carried)
        name = signed(document, passage) if len(marks) == 1 else None
        read.append(Told(passage, marks, tuple(_sentences(passage, marks)), name))
    return read


def tokens(text: str, start: int = 0, marks: tuple[Mark, ...] = ()) -> list[Token]:
    """The tokens of a text that begins at `start` of the article."""
    found: list[Token] = []
    at = 0
    for mark in marks:
        _read(text, at, mark.start - start, start, found)
        found.append(Token("quote", "", mark.start, mark.end))
        at = mark.end - start
    _read(text, at, len(text), start, found)
    return found


def _read(text: str, begin: int, end: int, offset: int, found: list[Token]) -> None:
    for match in _TOKEN.finditer(text, begin, end):
        kind = match.lastgroup or ""
        first, last = match.span()
        first += offset
        last += offset
        word = match[0]
        if kind != "word" and kind != "elided":
            if kind == "owner":
                found.append(Token("word", "'s", first, last, tied=True))
            elif (
                kind != "stop"
                or not found
                or found[-1].end != first
                or not _abbreviated(found[-1], text, last - offset)
            ):
                found.append(Token(kind, word, first, last))
            continue
        key = word.lower()
        if key.isalpha():
            found.append(Token("word", key, first, last, key != word and word[0].isupper()))
            continue
        key = key.replace("’", "'").replace("‐", "-")
        capital = word[0].isupper()
        tied = _INVERTED.search(key) if kind == "word" and "-" in key else None
        if tied is not None and tied.start() > 0:
            found.append(Token("word", key[: tied.start()], first, first + tied.start(), capital))
            found.append(Token("word", tied[1], first + tied.start(1), last, tied=True))
        elif kind == "word" and key.endswith("'s") and len(key) > 2:
            found.append(Token("word", key[:-2], first, last - 2, capital))
            found.append(Token("word", "'s", last - 2, last, tied=True))
        else:
            found.append(Token("word", key, first, last, capital))


def _abbreviated(token: Token, text: str, at: int) -> bool:
    if token.kind != "word" or at >= len(text):
        return False
    return token.key in _ABBREVIATIONS or (token.capital and (len(token.key) == 1 or "." in token.key))


def _dateline(line: list[Token]) -> int:
    """How many tokens a paragraph's dateline has: "PORTLAND, Maine (AP) — "."""
    for at in range(1, min(len(line), 14)):
        if line[at].kind in ("quote", "colon", "semicolon", "stop"):
            return 0
        if line[at].kind == "dash":
            word = line[0]
            shouted = word.capital and word.end - word.start > 2 and word.start >= 0
            agency = line[at - 1].kind == "close" or (line[at - 1].kind == "number" and at > 2)
            return at + 1 if shouted and agency else 0
    return 0


def _sentences(passage: Passage, marks: tuple[Mark, ...]) -> list[Sentence]:
    """The sentences of the page, joined where one ends within a quotation, parted after one that ends as a sentence."""
    text, start = passage.text, passage.start
    ends = [one.end for one in passage.sentences]
    kept: list[int] = []
    at = 0
    for end in ends:
        while at < len(marks) and marks[at].end <= end:
            at += 1
        inside = at < len(marks) and marks[at].start < end and len(text) + start > end
        if not inside:
            kept.append(end)
    for mark in marks:
        if mark.open or not mark.inner.end > mark.inner.start or text[mark.inner.end - start - 1] not in _ENDED:
            continue
        gap = _AFTER.match(text, mark.end - start)
        begin = gap.end() if gap else 0
        if begin < len(text) and (text[begin].isupper() or text[begin] in _OPENERS):
            kept.append(mark.end)
    line = tokens(text, start, marks)
    dateline = _dateline(line)
    line = line[dateline:]
    parts: list[Sentence] = []
    place, begin = 0, start
    for end in sorted(set(kept)):
        first = place
        while place < len(line) and line[place].start < end:
            place += 1
        parts.extend(
            Sentence(passage, Span(begin, end), tuple(line[piece : min(place, piece + _LONGEST)]))
            for piece in range(first, place, _LONGEST)
        )
        begin = end
    return parts
