"""A passage as a row of words, marks and names, with what stands in quotation marks marked as such."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from quiz.derive.document import Passage
from quiz.derive.fact import Span
from quiz.derive.people import words
from quiz.language.pattern import pattern
from quiz.language.reading import Reading
from quiz.language.text import fold

_TOKEN: Final = pattern(
    r"(?P<clitic>['’]s(?![^\W_])|(?<=s)['’](?=\s+\w))"
    r"|(?P<elided>(?:[dlnsjcmtDLNSJCMT]|[qQ]u|[lL]orsqu|[pP]uisqu|[jJ]usqu)['’](?=[\w«“\"@]))"
    r"|(?P<short>(?:[^\W\d_]\.-?){2,}|(?<![\w'’])[^\W\d_a-zà-ÿ]\.(?=[\s-])|(?:Mr|Mrs|Ms|Dr|Prof|Jr|Sr|St|Inc|Corp|Ltd|Co|Rep|Sen|"
    r"Gov|Gen|Col|Sgt|Lt|Capt|Rev|Hon)\.)"
    r"|(?P<digits>\d+(?:[.,:]\d+)*)"
    r"|(?P<word>@?[^\W_]+(?:\u00ad[^\W_]+|[-‐‑][^\W_]+|['’](?!s(?![^\W_]))[^\W_]+|&[^\W_]+|\.(?=[a-z]{2,4}\b)[a-z]+)*)"
    r"|(?P<mark>[^\w\s])"
)
#: Marks behind which a sentence or a speech begins.
STOPS: Final = frozenset('.!?…:;\n«»“”"([•—–')


class Atom(NamedTuple):
    """A word, mark or name. `key` is folded; `name` is its number among the names of the article, -1 for a word."""

    start: int
    end: int
    text: str
    key: str
    kind: str
    opens: bool
    quoted: bool
    name: int = -1

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()


def atoms(passage: Passage, quotations: Sequence[Reading[Any]]) -> list[Atom]:
    """The words and marks of a passage, their offsets those of the article; names are not yet among them."""
    found: list[Atom] = []
    # Two or three capitals in marks are a nickname or a title: nobody speaks them.
    spans = [(one.start, one.end) for one in quotations if not _nickname(one.value)]
    at = 0
    opens = True
    origin = passage.start
    for match in _TOKEN.finditer(passage.text):
        start, end = match.start() + origin, match.end() + origin
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        quoted = at < len(spans) and spans[at][0] <= start
        kind, text = match.lastgroup or "mark", match[0]
        if kind == "mark":
            found.append(Atom(start, end, text, text, "mark", opens, quoted))
            opens = opens or text in STOPS
            continue
        key = fold(text)
        if kind == "elided":
            key = key[:-1]
        elif kind == "short":
            key = key.rstrip(".")
        elif kind == "clitic":
            key = "'s"
        found.append(Atom(start, end, text, key, kind, opens, quoted))
        if kind != "elided":
            opens = False
    return _with_incises(found)


def _nickname(quoted: str) -> bool:
    words_in = quoted.split()
    return len(words_in) < 4 and all(word[:1].isupper() or fold(word) in words.DETERMINERS for word in words_in)


def _with_incises(found: list[Atom]) -> list[Atom]:
    """French speech is told within its marks: «Oui, explique X, directeur de Y. Mais…»: the incise is not quoted."""
    at = 1
    while at < len(found) - 1:
        one = found[at]
        if not (one.quoted and found[at - 1].key in (",", "?", "!", "…", "»", "”") and found[at - 1].quoted):
            at += 1
            continue
        verb = at + 1 if one.key in ("s", "se", "a") and one.kind != "mark" else at
        inverted = found[verb].key.rsplit("-", 1)[-1] in ("il", "elle", "ils", "elles") and "-" in found[verb].key
        after = found[verb + 1] if verb + 1 < len(found) else found[verb]
        told = found[verb].key in words.SAYING and (
            after.capital or after.key in words.DETERMINERS or after.kind == "elided" or after.key in ("m", "mme", "me")
        )
        said = found[verb].key in words.SAID and verb > at and (after.capital or after.key in words.DETERMINERS)
        if not (inverted or told or said) or found[verb].capital:
            at += 1
            continue
        end = verb + 1
        while end < len(found) and found[end].quoted:
            key = found[end].key
            if key in (".", "»", "”", '"', ":", "!", "?") or (key == "," and not _goes_on(found, end + 1)):
                break
            end += 1
        for place in range(at, end):
            found[place] = found[place]._replace(quoted=False)
        at = end
    return found


def _goes_on(found: list[Atom], at: int) -> bool:
    """Whether an apposition begins behind a comma: an office, with or without its article."""
    return any(one.key in words.OFFICES for one in found[at : at + 3] if one.kind == "word")


def words_of(document_text: str, span: Span) -> str:
    """The words of a span in one line."""
    return " ".join(document_text[span.start : span.end].replace("\u00ad", "").split())
