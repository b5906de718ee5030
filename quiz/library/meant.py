"""Where a search finds nothing: the same search in words that the cards have."""

from __future__ import annotations

from difflib import get_close_matches
from sqlite3 import Connection, OperationalError
from typing import Final

from quiz.language.text import fold
from quiz.library.search import WORD, parse, search

#: A shorter word is too much like any other.
SHORTEST: Final = 3
#: From this likeness on (2 × letters in common / letters of both), a word may be meant by another.
ALIKE: Final = 0.75
#: No more words are looked at.
MANY: Final = 200_000


def meant(connection: Connection, text: str, language: str) -> str:
    """The search with each word that no card has in the one that is nearest: `apolo` → `apollo`, `revol` → `revol*`.

    If that finds nothing, words that should stand side by side may stand apart. "" where none is near, or where that
    finds nothing either. The table of words must be there: after a search.
    """
    parts: list[str] = []
    at = 0
    for match in WORD.finditer(text):
        word = fold(match[0])
        if len(word) < SHORTEST or text[match.end() : match.end() + 1] in (":", "*"):
            continue
        try:
            other = _other(connection, word)
        except OperationalError:  # SQLite was built without it
            return ""
        if other:
            parts += [text[at : match.start()], other]
            at = match.end()
    told = "".join([*parts, text[at:]])
    apart = " ".join(told.replace('"', " ").split())
    tried = (one for one in (told, apart) if one != text)
    return next((one for one in tried if search(connection, parse(one), 1, language)), "")


def _other(connection: Connection, word: str) -> str:
    """The word instead of one that no card has; "" where there is none, or nothing is wrong with it."""
    connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.spoken USING fts5vocab('main', 'found', 'row')")
    if connection.execute("SELECT 1 FROM spoken WHERE term = ?", (word,)).fetchone():
        return ""
    if connection.execute("SELECT 1 FROM spoken WHERE term > ? AND term < ?", (word, f"{word}\U0010ffff")).fetchone():
        return f"{word}*"
    shorter, longer = round(len(word) * ALIKE / (2 - ALIKE)), round(len(word) * (2 - ALIKE) / ALIKE)
    rows = connection.execute(
        "SELECT term FROM spoken WHERE length(term) BETWEEN ? AND ? AND term NOT GLOB '*[0-9]*' LIMIT ?",
        (shorter, longer, MANY),
    )
    return next(iter(get_close_matches(word, [term for (term,) in rows], n=1, cutoff=ALIKE)), "")
