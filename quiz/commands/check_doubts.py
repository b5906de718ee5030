"""Of the cards that `quiz check` sees: which may be others that left with their history, and the line that joins both.

The index knows, once it has looked at the files again. Nothing is asked of a learner who has no history yet, nor of
decks outside the library; and nothing is logged here: what surely follows is told by the next command that may write.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.house import House
    from quiz.problem import Problem


#: A check is not kept waiting for the index by more bytes than these, some 3,000 cards: the next command reads them.
MOST: Final = 300_000


def doubts(given: Mapping[str, str], house: House) -> list[Problem]:
    """What is asked about the cards of these files; `given`: each absolute path, and the path as the user wrote it."""
    from quiz.settings import deck_paths

    tops = [os.path.abspath(top) for top in deck_paths(house.settings, house.places)]
    ours = any(path == top or path.startswith(os.path.join(top, "")) for path in given for top in tops)
    if not ours or not (os.path.exists(house.places.index) and os.path.exists(house.places.journal)):
        return []
    from quiz.commands import histories
    from quiz.commands.shelf import tell
    from quiz.problem import Failure, Problem

    try:
        library = house.library()
        library.sync(house.journal(read_only=True))
        if not library.has_history() or library.behind() > MOST:
            return []
        refreshed = library.refresh()
        found = histories.doubts(library, house)
    except Failure:  # another program holds the index or the log for long: the decks are checked all the same
        return []
    others = [one for one in refreshed.problems if one.place and one.place.path not in given]
    if others:  # which the index tells only once
        tell(others, house)
    return [
        Problem(one.code, one.place._replace(path=given[one.place.path]), one.facts)
        for one in found
        if one.place and one.place.path in given
    ]
