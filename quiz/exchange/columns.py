"""What the columns of a table are, by their names in French and English; and several values in one cell."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final

from quiz.answers.verdict import KIND_NAMES
from quiz.deck.keys import PARTS, meant
from quiz.language.pattern import pattern
from quiz.language.text import fold

#: What a column can be: the keys of a card, and what only tables have.
KEYS: Final = (*(key for key in PARTS["card"] if key != "evidence"), "kind", "deck", "notetype", "skip")
#: What only tables call so; all else is known by the keys of a deck and the words near them.
_NAMES: Final = {
    "question": "term terme word mot expression",
    "answer": "definition meaning translation traduction sens signification",
    "kind": "kind type sorte genre",
    "deck": "deck paquet",
    "notetype": "notetype|note type|type de note",
    "id": "guid",
    "note": "back extra|feedback|commentaire|comments",
    "tags": "topic sujet theme category categorie chapter chapitre subject",
    "options": "option|mauvaises reponses|wrong answers",
    "skip": "skip ignore ignorer",
}
_NAMED: Final = {
    word: key for key, words in _NAMES.items() for word in (words.split("|") if "|" in words else words.split())
}
_NUMBERED: Final = pattern(
    r"(option|choix|choice|distractor|proposition|wrong|tag|note|hint|indice)s? ?(?:\d{1,2}|[a-h])"
)
_NUMBERED_KEYS: Final = {"tag": "tags", "note": "note", "hint": "hint", "indice": "hint"}

#: Whatever parts several values in a cell; the first of these that stands in it does.
SEVERAL: Final = ("\n", "|", ";")
TAGS: Final = ("\n", ";", ",")


def key_of(name: str) -> str:
    """What a column of this name holds, or "" where the name says nothing to us."""
    if len(name) > 40:
        return ""
    word = fold(name).strip(" :*#").replace("_", " ").replace("-", " ").strip()
    if word in _NAMED:
        return _NAMED[word]
    numbered = _NUMBERED.fullmatch(word)
    if numbered:
        return _NUMBERED_KEYS.get(numbered[1], "options")
    key = meant(word, "card", slips=False)
    return key if key in KEYS else ""


def is_header(names: Iterable[str]) -> bool:
    """Whether these are the names of columns: one is the question's, another an answer's; or one is a cloze's."""
    keys = {key_of(name) for name in names}
    return bool(("question" in keys and keys & set(KIND_NAMES)) or "cloze" in keys)


def parted(cell: str, signs: tuple[str, ...] = SEVERAL) -> tuple[str, ...]:
    """The values in one cell: a JSON list of texts, or parted by the first of the signs that stands in it."""
    cell = cell.strip()
    if cell.startswith("["):
        try:
            values = json.loads(cell)
        except (ValueError, RecursionError):
            values = None
        if isinstance(values, list) and values and all(isinstance(value, str) for value in values):
            return tuple(values)
    sign = next((sign for sign in signs if sign in cell), None)
    return tuple(value for part in (cell.split(sign) if sign else (cell,)) if (value := part.strip()))


def joined(values: tuple[str, ...], signs: tuple[str, ...] = SEVERAL, sign: str = "\n") -> str:
    """One cell that `parted` parts into these values again."""
    cell = (f"{sign} " if sign != "\n" else sign).join(values)
    return cell if parted(cell, signs) == values else json.dumps(list(values), ensure_ascii=False)
