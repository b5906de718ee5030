"""Quotations in running text, in French, English and German marks, nested ones within; and a quotation's words."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import Final

from quiz.language.pattern import pattern
from quiz.language.reading import Reading
from quiz.language.text import fold

#: What closes each mark; ≪ and ≫ are typed for French ones.
_PAIRS: Final = {"«": "»", "“": "”", "„": "“”", "‹": "›", "≪": "≫"}
#: Two marks typed for one, and what closes them.
_DOUBLED: Final = {"``": "''", "''": "''", ",,": "''", "‚‚": "‘‘"}
_OPENING: Final = pattern("[«“„‹≪\"‘]|``|(?<![\\w'])''(?=\\w)|(?<!\\w),,(?=\\w)|‚‚")
_OPENING_EN: Final = pattern(_OPENING.pattern + "|'(?=[^\\W_]|[“\"…£$€])")
#: What every opening mark has, but for two commas or apostrophes, and the straight single one of English.
_SIGNS: Final = pattern('[«“„‹≪"‘`‚]')
_DOUBLES: Final = pattern(r'[“”"\n]')
_STRAIGHT_END: Final = pattern(r'(?<=\S)"')
_SINGLE_END: Final = pattern(r"(?<=\S)['’](?![^\W_])")
_SINGLE_START: Final = pattern(r"(?<!\S)['‘](?=\S)")
_POSSESSIVE: Final = pattern(r"s['’]\s+[a-z]")
_LED: Final = pattern(r"$|[\s(\[“\"—–:-]")
_CLIPPED: Final = pattern(r"'(?:\d\ds?|tis|twas|em|til|cause|n|round|bout|cos)\b['’]?(?=\W|$)", re.IGNORECASE)
_INNER: Final = " \t\u00a0\u202f\u2009"
_CONTRACTED: Final = (
    (pattern(r"\b(can)'?t\b|\bcannot\b"), "can not"),
    (pattern(r"\bwon't\b"), "will not"),
    (pattern(r"\bshan't\b"), "shall not"),
    (pattern(r"n't\b"), " not"),
    (pattern(r"\bi'm\b"), "i am"),
    (pattern(r"(?<=[a-z])'re\b"), " are"),
    (pattern(r"(?<=[a-z])'ll\b"), " will"),
    (pattern(r"(?<=[a-z])'ve\b"), " have"),
    (pattern(r"\blet's\b"), "let us"),
    (pattern(r"\b(it|that|he|she|there|what|here|who|where)'s\b"), r"\1 is"),
)
_WORD: Final = pattern(r"(?:(?<![^\s(])-)?\d+(?:[.,\s]\d{3})*(?:[.,]\d+)?|[^\W_]+|[$€£¥]")


def find(text: str, language: str = "en") -> list[Reading[str]]:
    """The quotations of `text`, outermost and in order; the value is what stands between the marks.

    A quotation inside another is part of it. An unclosed one is none, nor are inches, feet or apostrophes. The
    straight single mark is one in English only.
    """
    found: list[Reading[str]] = []
    single = "'" in text
    if not (single and language == "en") and "''" not in text and ",," not in text and _SIGNS.search(text) is None:
        return found
    opening = _OPENING_EN if language == "en" else _OPENING
    marks = _Marks(text)
    at = 0
    while (mark := opening.search(text, at)) is not None:
        char, at, end, width = mark[0], mark.start(), -1, 1
        if char in _PAIRS:
            end = marks.closing(at, char)
        elif char in _DOUBLED:
            end, width = marks.twice(at, _DOUBLED[char]), 2
        elif char == '"':
            end = marks.straight(at) if _opens(text, at) else -1
        else:
            end = marks.single(at)
        if end < 0:
            at += 1
            continue
        inside = text[at + width : end].strip(_INNER + "\n")
        if inside:
            found.append(Reading(at, end + width, "quote", inside))
        at = end + width
    return found


def parse(text: str, language: str = "en") -> list[Reading[str]]:
    """The quotation that the whole `text` is, with or without its marks."""
    inside = unquoted(text)
    return [Reading(0, len(text), "quote", inside)] if words(inside, language) else []


@lru_cache(maxsize=4096)
def unquoted(text: str) -> str:
    """`text` without the marks that enclose all of it."""
    text = text.strip(_INNER + "\n")
    if _OPENING.match(text) is None:
        return text
    found = find(text)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(text)):
        return found[0].value
    return text


@lru_cache(maxsize=4096)
def words(text: str, language: str = "en") -> tuple[str, ...]:
    """The folded words of a quotation, English contractions opened, a number being one word whatever its grouping."""
    folded = fold(text)
    if language == "en" or "n't" in folded:
        for contracted, opened in _CONTRACTED:
            folded = contracted.sub(opened, folded)
    return tuple(re.sub(r"[.,\s](?=\d{3})", "", word) if word[-1].isdigit() else word for word in _WORD.findall(folded))


def _opens(text: str, at: int) -> bool:
    """A straight mark opens where a space or an opening sign stands before it and something after it."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return (
        (before.isspace() or before in "([{'’—–-:«“/")
        and not (after.isspace() and after == "\n")
        and not (before.isdigit())
    )


class _Marks:
    """Where the marks of one text are closed; each kind is gone through once, when it is first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._doubled = {closes: text.rfind(closes) for closes in _DOUBLED.values()}
        self._pairs: dict[str, dict[int, int]] = {}
        self._single: list[int] | None = None
        self._straight: list[int] | None = None
        self._mixed: dict[int, int] | None = None

    def closing(self, start: int, opening: str) -> int:
        """Where the mark at `start` is closed: nested marks of the same kind are counted. -1 if it is not.

        A French quotation of several paragraphs repeats « at each of them and closes once.
        """
        if opening not in self._pairs:
            closes, opened, ends = _PAIRS[opening], list[int](), dict[int, int]()
            for match in re.finditer(f"[{opening}{closes}]", self._text):
                at = match.start()
                if match[0] in closes:
                    if opened:
                        ends[opened.pop()] = at
                elif not (opened and self._text[at - 1 : at] == "\n"):
                    opened.append(at)
            self._pairs[opening] = ends
        end = self._pairs[opening].get(start, -1)
        return self._typed().get(start, end) if opening == "“" else end

    def twice(self, start: int, closes: str) -> int:
        """Where a mark that is typed as two is closed, in its paragraph."""
        if start + 2 > self._doubled[closes]:
            return -1
        end = self._text.find(closes, start + 2)
        return end if self._text.find("\n", start, end) < 0 else -1

    def _typed(self) -> dict[int, int]:
        """Of the marks “ and " those that are closed in their line by the other kind, and where."""
        if self._mixed is None:
            found = dict[int, int]()
            opened, start, other, inner = "", -1, -1, 0
            for match in _DOUBLES.finditer(self._text + "\n"):
                sign, at = match[0], match.start()
                opens = sign == "“" or (sign == '"' and not self._text[at - 1 : at].strip("([ \n\u00a0\u202f"))
                if opened == '"' and sign in "“”" and (sign == "“" or inner):
                    inner += 1 if sign == "“" else -1
                elif opened == "“" and sign == '"' and (opens or inner):
                    inner += 1 if opens else -1
                elif opened == "“" and sign == '"':
                    other = at if other < 0 else other
                else:
                    if opened == "“" and other >= 0 and sign != "”":
                        found[start] = other
                    elif opened == '"' and sign == "”":
                        found[start] = at
                    opened, start, other, inner = (sign if opens else ""), at, -1, 0
            self._mixed = found
        return self._mixed

    def straight(self, start: int) -> int:
        """The straight mark that closes the one at `start`: the next with no space before it (unless French-spaced)."""
        if self._straight is None:
            self._straight = [match.end() - 1 for match in _STRAIGHT_END.finditer(self._text)]
        if self._text[start + 1 : start + 2].isspace():
            end = self._text.find('"', start + 1)
        else:
            place = bisect_right(self._straight, start + 1)
            if self._text[start + 1 : start + 2] == '"':
                return start + 1
            end = self._straight[place] if place < len(self._straight) else -1
            end = self._typed().get(start, end)
        return end if end >= 0 and self._text.find("\n\n", start, end) < 0 else -1

    def single(self, start: int) -> int:
        """The mark that closes the single one at `start`: no letter follows it, so that apostrophes do not close.

        After an s and before a small letter it may be a possessive (the workers' rights): then the next one that
        can only close wins, if no other quotation opens before it.
        """
        text = self._text
        if start and (text[start - 1].isalnum() or text[start - 1] in "'’"):
            return -1
        if text[start] == "'" and (_CLIPPED.match(text, start) or not _LED.match(text[start - 1 : start])):
            return -1
        if self._single is None:
            self._single = [match.start() for match in _SINGLE_END.finditer(text)]
        line = text.find("\n", start)
        first = bisect_right(self._single, start + 1)
        possessive = -1
        for at in self._single[first : first + 4]:
            if line >= 0 and at > line:
                break
            if possessive >= 0 and _SINGLE_START.search(text, possessive + 1, at):
                break
            if not _POSSESSIVE.match(text, at - 1):
                return at
            possessive = at if possessive < 0 else possessive
        return possessive
