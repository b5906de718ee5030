"""The way of a change: "une baisse de 8 %" and "a rise of 8 %" are 8 % with a way, down and up."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from quiz.language.number_words import STARTS
from quiz.language.opposites import way
from quiz.language.tokens import Token, bag, tokens

Line = tuple[Token, ...]

_LINKS: Final = bag("de d ' of by par")
_ARTICLES: Final = bag("un une a an the la le l '")
#: What says the way only behind a percentage: *8 % de moins*, *8% higher*.
_BEHIND: Final = {
    "moins": -1, "less": -1, "fewer": -1, "lower": -1, "down": -1,
    "plus": 1, "more": 1, "higher": 1, "up": 1,
}  # fmt: skip
_PERCENT: Final = bag("% percent percents pourcent pourcents cent points point pp ‰")


class Change(NamedTuple):
    """1 up, -1 down, 0 where no way is said; the word that says it; the text without it."""

    way: int
    word: str
    rest: str


@lru_cache(maxsize=4096)
def change(text: str, *, sentence: bool = False) -> Change:
    """The way that a text says of its number; of a `sentence` it may stand anywhere, else only beside the number."""
    line = tokens(text)
    said = [at for at in range(len(line) - 3) if _way(line, at, sentence=sentence)]
    if not said or len({_way(line, at, sentence=sentence) for at in said}) > 1:
        return Change(0, "", text)
    first, last = said[0], said[-1] + 1
    if len(said) > 1:
        first, last = said[0], said[0] + 1
    while line[last].text in _LINKS:
        last += 1
    while first and line[first - 1].text in _ARTICLES | {"de"} and not (line[first].text in _BEHIND and first > 1):
        first -= 1
    if line[first - 1].text == "de" and line[first].text in ("moins", "plus"):
        first -= 1
    before = text[: line[first].start].rstrip() if first else ""
    after = text[line[last].start :] if line[last].kind != "end" else ""
    return Change(_way(line, said[0], sentence=sentence), line[said[0]].text, f"{before} {after}".strip())


def _way(line: Line, at: int, *, sentence: bool) -> int:
    token = line[at]
    if token.kind != "word":
        return 0
    before, ends = line[at - 1] if at else None, line[at + 1].kind == "end" or line[at + 1].text in (".", "!")
    if token.text in _BEHIND and ends and before is not None:
        if before.text == "de" and at > 1:
            before = line[at - 2]
        if before.text in _PERCENT or (sentence and line[at - 1].text == "de"):
            return _BEHIND[token.text]
    if sentence and token.text in ("more", "fewer", "less") and before is not None and before.kind == "digits":
        return 0 if line[at + 1].text == "than" else _BEHIND[token.text]
    found = way(token.text)
    if not found or (before is not None and before.kind == "digits") or line[at + 1].text in ("to", "a", "jusqu"):
        return 0
    if sentence or (before is not None and before.text in _PERCENT):
        return found
    follow = at + 1
    while line[follow].text in _LINKS:
        follow += 1
    token = line[follow]
    return found if token.kind == "digits" or token.text in STARTS["fr"] or token.text in STARTS["en"] else 0
