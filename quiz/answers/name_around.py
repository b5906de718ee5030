"""What stands around a name: an office before it, a role behind it, or a second name, which is another answer."""

from __future__ import annotations

import re
from typing import Final

from quiz.answers.name_keys import FUNCTION, Keys, keys, sense
from quiz.language.text import words

_JOINING: Final = frozenset(("and", "et", "or", "ou", "nor", "ni", "not", "pas"))
#: Who may be called by an office and the name, with what it is of between: "le ministre de l'Économie Bruno Le Maire".
_OFFICES: Final = frozenset(map(sense, ("president", "minister", "director", "ceo", "founder")))


def in_office(right: Keys, said: Keys, typed: str) -> bool:
    """Whether the whole name stands behind an office and what it is of."""
    row = words(typed)
    name = tuple(word for word in row[-len(right.all) - len(right.loose) :] if word not in right.loose)
    before = row[: len(row) - len(right.all) - len(right.loose)]
    return (
        len(right.all) > 1
        and name == right.all
        and bool(_OFFICES.intersection(said.head))
        and len(before) > 2
        and before[-1] not in FUNCTION
    )


def described(right: Keys, typed: str, language: str) -> bool:
    """Whether the whole name is typed, and behind a comma who that is: *Marie Curie, physicist*."""
    name, comma, role = typed.partition(",")
    if not comma or not role.strip()[:1].islower() or len(right.all) < 2 or " " not in role.strip():
        return False
    said = keys(name, language)
    return said is not None and said.all == right.all and said.head == right.head


def several(shown: str, typed: str, right: Keys) -> bool:
    """Whether two people are typed for one: *Ada Lovelace and Charles Babbage*; what is said of one does not count."""
    if right.organisation or right.head:
        return False
    named = re.split(r"[,(]", typed, maxsplit=1)
    row = words(named[0]) + words(named[1])[:1] if len(named) > 1 else words(typed)
    return bool((_JOINING & set(row)) - set(words(shown)))
