"""What ends an apposition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quiz.derive.people.atoms import Atom

#: The marks behind which an apposition is over.
CLOSERS: Final = frozenset(",.;:)!?»”\"—–-…]'’")


def closes(row: Sequence[Atom], at: int) -> bool:
    """Whether an apposition after a comma ends behind the name at `at`."""
    after = at + 1
    if after < len(row) and row[after].key == "(":
        after = next((it + 1 for it in range(after, min(len(row), after + 6)) if row[it].key == ")"), after)
    if after < len(row) and row[after].key in ("of", "de", "d") and after + 1 < len(row):
        ahead = next((it for it in range(after, min(len(row), after + 6)) if row[it].kind == "mark"), -1)
        return ahead > 0
    return after >= len(row) or (row[after].kind == "mark" and row[after].key in CLOSERS) or row[after].key == "alias"
