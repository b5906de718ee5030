"""A deck file rewritten by the program: whole or not at all, and never over what somebody saved meanwhile."""

from __future__ import annotations

import codecs
import os
from stat import S_IMODE
from typing import TYPE_CHECKING, Final

from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from quiz.house import House


#: So often, before it is left: several programs may write at once, each of them in some milliseconds.
ATTEMPTS: Final = 10


def rewrite(path: str, edited: Callable[[str], str | Problem], house: House) -> Problem | None:
    """Write what `edited` makes of the file's text. If somebody saves in between, again from what was saved.

    Why nothing was written, otherwise. A deck that came with the program is not touched.
    """
    from quiz.commands.schema import refresh_there
    from quiz.deck.characters import decode
    from quiz.library import file
    from quiz.library.collector import paused

    for attempt in range(ATTEMPTS):
        try:
            refused = refusal(path, house)
            if refused is not None:
                return refused
            data, stamp = file.read(path)
            text = decode(data, path)
            if isinstance(text, Problem):
                return text
            with paused():
                text = edited(text)
            if isinstance(text, Problem):
                return text
            mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
            file.write(path, mark + text.encode(), stamp)
        except FileNotFoundError:
            return Problem("file-missing", facts={"path": path})
        except OSError as error:
            return Problem("file-unreadable", facts={"path": path, "error": error.strerror or ""})
        except Failure as failure:
            if attempt == ATTEMPTS - 1 or failure.problems[0].code != "file-changed":
                return failure.problems[0]
        else:
            refresh_there(path)
            break
    return None


def refusal(path: str, house: House) -> Problem | None:
    """Why a file is not written to: it came with the program ("deck-shipped"), or is read-only ("deck-read-only")."""
    shipped = os.path.realpath(house.places.shipped)
    if os.path.realpath(path).startswith(shipped + os.sep):
        return Problem("deck-shipped", facts={"path": path, "folder": house.places.decks})
    if not S_IMODE(os.stat(path).st_mode) & 0o222:
        return Problem("deck-read-only", facts={"path": path})
    return None
