"""Which files are asked: of the editions of a deck in two languages, one; of a deck and its double, the first.

- Files with one `deck:` id in different languages are editions. One is asked: that in the learner's language, else
  the first. A card with an `id:` keeps its history across editions, because both have its identity.
- A deck id that is taken twice in one language: the first in the order of the library keeps it, the second is set
  aside, and a problem names both. Nothing else can clash: an identity begins with its deck.
"""

from __future__ import annotations

from collections.abc import Collection
from sqlite3 import Connection
from typing import Final, NamedTuple

from quiz.library.index import POSITIONS
from quiz.library.rows import problems_to_text
from quiz.problem import Place, Problem

#: The languages a learner can prefer: those of the program.
PREFERENCES: Final = ("en", "fr")


class _File(NamedTuple):
    id: int
    path: str
    deck: str
    language: str
    edition: str | None
    clashes: str


def settle(connection: Connection, changed: Collection[int]) -> list[Problem]:
    """Decide again which files are asked, after `changed` ones were read; says which doubles are new.

    Wants a transaction around it. Cards are touched only where their file is asked otherwise than before.
    """
    files = [
        _File(*row)
        for row in connection.execute(
            "SELECT id, path, deck, language, edition, clashes FROM file WHERE deck != '' ORDER BY rank, path"
        )
    ]
    editions, doubles = _editions(files)
    news: list[Problem] = []
    for file in files:
        edition = editions[file.id]
        if file.id in changed or edition != file.edition:
            connection.execute("UPDATE file SET edition = ? WHERE id = ?", (edition, file.id))
            connection.execute(
                "UPDATE card SET edition = ?1 WHERE id >= ?2 AND id < ?3 AND edition IS NOT ?1",
                (edition, file.id << POSITIONS, (file.id + 1) << POSITIONS),
            )
        clashes = problems_to_text(doubles.get(file.id, ()))
        if clashes != file.clashes:
            connection.execute("UPDATE file SET clashes = ? WHERE id = ?", (clashes, file.id))
            news += doubles.get(file.id, ())
    return news


def _editions(files: list[_File]) -> tuple[dict[int, str | None], dict[int, list[Problem]]]:
    """For each file "" (asked), a language (asked by those who prefer it) or None (not asked); and the doubles."""
    decks: dict[str, dict[str, _File]] = {}
    editions: dict[int, str | None] = dict.fromkeys((file.id for file in files), None)
    doubles: dict[int, list[Problem]] = {}
    for file in files:
        first = decks.setdefault(file.deck, {}).setdefault(file.language, file)
        if first is not file:
            facts = {"deck": file.deck, "other": first.path}
            doubles[file.id] = [Problem("deck-twice", Place(file.path), facts)]
    for languages in decks.values():
        default = next(iter(languages.values()))
        asked = {preference: languages.get(preference, default).id for preference in PREFERENCES}
        if len(set(asked.values())) == 1:
            editions[asked[PREFERENCES[0]]] = ""
        else:
            editions.update({file: preference for preference, file in asked.items()})
    return editions, doubles
