"""In which story a clause was told, for one that says too little by itself: "In the story “…” (March 2024), …".

A clause hangs on its story where what it says names nothing but people: whoever says it, whoever has done it. The
headline then tells the rest, as it does before a quotation.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from quiz.derive.asking import context, naming
from quiz.derive.asking.drafts import level
from quiz.derive.asking.words import WEEKDAYS
from quiz.derive.document import Scene
from quiz.derive.fact import Fact
from quiz.language import sayings
from quiz.language.pattern import pattern

_WORD: Final = pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: The words of a headline that stand before a clause: fewer say nothing, more are a text of their own.
_FEWEST, _MOST = 4, 16
_FULL: Final = 3
_LONG_WORD: Final = 3


@lru_cache(maxsize=8)
def lead(scene: Scene, language: str) -> str:
    """The headline and the month, to be set before a clause; "" where the title is none that could stand there."""
    title = context.plain_title(scene.document.article.text, level(context.title_of(scene)))
    words = _WORD.findall(title)
    full = [word for word in words if len(word) > _LONG_WORD]
    if not _FEWEST <= len(words) <= _MOST or len(full) < _FULL or "?" in title or '"' in title:
        return ""
    return f"{context.told_in(scene, title, language)}, "


def hangs(scene: Scene, fact: Fact, text: str, language: str) -> bool:
    """Whether a clause names nothing but people in what it says."""
    said = claim(text, fact.attribution, language) if fact.attribution else text
    for name in naming.standing(scene, said):
        party = naming.party_of(scene, name)
        if party is not None and party.kind != "person":
            return False
        said = _without(said, name)
    # In what somebody says, a place that is named once is no more than where it happened.
    return bool(fact.attribution) or not any(
        naming.tells(match[0]) and match[0].lower() not in _TIMES for match in _CAPITALS.finditer(said)
    )


def _without(said: str, name: str) -> str:
    """A text without a name and the titles before it: "U.S. District Judge Jane Roe"."""
    while (at := said.find(name)) >= 0:
        before = said[:at].rstrip()
        while before and (word := before.rsplit(maxsplit=1)[-1])[:1].isupper():
            before = before[: len(before) - len(word)].rstrip()
        said = f"{before} {said[at + len(name) :]}"
    return said


#: Capitals within a sentence, or of three letters: of a name that the people of the article do not have.
_CAPITALS: Final = pattern(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Ý][a-zà-ÿ]{2,}|(?<=['’])[A-ZÀ-Ý][a-zà-ÿ]{2,}|\b[A-Z]{3,}\b")
_TIMES: Final = frozenset(word.lower() for words in (*naming.MONTHS.values(), *WEEKDAYS.values()) for word in words)


def claim(text: str, speaker: str, language: str) -> str:
    """What somebody says in a sentence: without the name, its office and the verb, or the source before a comma."""
    places = [(at, at + len(part)) for part in naming.parts(speaker) if (at := text.find(part)) >= 0]
    if not places:
        return text
    begun = max(end for _, end in places)
    first = text.split(" ", 1)[0].lower().replace("’", "'")
    if first in ("selon", "according") or first.startswith("d'"):
        return text[text.find(",", begun) + 1 :] if text.find(",", begun) > 0 else text
    for word in _WORD.finditer(text, begun):
        if sayings.said(word[0].lower(), language):
            return text[word.end() :]
    # "…, selon X", "…, X said": what stands before is told.
    before = text[: min(at for at, _ in places)]
    return before if len(before) > len(text) // 2 else text
