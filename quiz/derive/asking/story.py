"""In which story a clause was told, for one that says too little by itself: "In the story “…” (March 2024), …".

A clause hangs on its story where what it says names nothing but people: whoever says it, whoever has done it. The
headline then tells the rest, as it does before a quotation.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from quiz.derive.asking import context, naming
from quiz.derive.asking.drafts import level
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
    named = [party for name in naming.standing(scene, said) if (party := naming.party_of(scene, name)) is not None]
    return all(party.kind == "person" for party in named) and not re.search(r"\b[A-Z]{3,}\b", said)


def claim(text: str, speaker: str, language: str) -> str:
    """What somebody says in a sentence: without the name, its office and the verb, or the source before a comma."""
    places = [at for part in naming.parts(speaker)[-1:] if (at := text.find(part)) >= 0]
    if not places:
        return text
    begun = places[0] + len(naming.parts(speaker)[-1])
    first = text.split(" ", 1)[0].lower().replace("’", "'")
    if first in ("selon", "according") or first.startswith("d'"):
        return text[text.find(",", begun) + 1 :] if text.find(",", begun) > 0 else text
    for word in _WORD.finditer(text, begun):
        if sayings.said(word[0].lower(), language):
            return text[word.end() :]
    # "…, selon X", "…, X said": what stands before is told.
    before = text[: places[0]]
    return before if len(before) > len(text) // 2 else text
