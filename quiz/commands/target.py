"""Which deck file is meant: by its path, or by the id of a deck of the library."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from quiz.house import House
    from quiz.library import Library


def is_path(name: str) -> bool:
    """Whether a name is that of a file: it says so by its ending or a slash, or the file is there."""
    return os.sep in name or name.endswith((".yaml", ".yml")) or os.path.isfile(name)


def target(name: str, library: Library, house: House) -> str:
    """The file of the deck called so; "" where there is none. Of a deck's editions the one that is asked."""
    if is_path(name):
        return name if os.path.exists(name) else ""
    rows = library.decks(house.today())
    found = sorted((row for row in rows if row.id == name), key=lambda row: not row.asked)
    return found[0].path if found else next((row.path for row in rows if not row.id and _begun(row.path) == name), "")


def _begun(path: str) -> str:
    """The id of a deck that has no card yet; "" for any other file."""
    from quiz.deck.adding import begun
    from quiz.deck.characters import decode
    from quiz.library import file

    try:
        text = decode(file.read(path).data, path)
    except Failure:
        return ""
    deck = begun(text, path)[0] if isinstance(text, str) else None
    return deck.id if deck is not None else ""


def own_decks(library: Library, house: House) -> list[str]:
    """The ids of the learner's own decks, those without a card too; the one whose file was saved last comes first."""
    from quiz.commands.rewrite import refusal

    saved: dict[str, float] = {}
    for row in library.decks(house.today()):
        try:
            at = os.stat(row.path).st_mtime
            own = "" if refusal(row.path, house) else row.id or _begun(row.path)
        except OSError:
            continue
        if own:
            saved[own] = max(at, saved.get(own, at))
    return sorted(saved, key=lambda own: (-saved[own], own))


def nearly(name: str, library: Library, house: House) -> str:
    """The deck of the library that is called nearly so; "" where none is."""
    from difflib import get_close_matches

    if is_path(name):
        return ""
    rows = library.decks(house.today())
    known = {own.casefold(): own for row in rows if (own := row.id or _begun(row.path))}
    near = get_close_matches(name.casefold(), known, n=1)
    return known[near[0]] if near else ""


def known_target(name: str, library: Library, house: House) -> str:
    """The same; raises `Failure` "no-such-deck" where there is none, with the one that is nearly called so."""
    path = target(name, library, house)
    if not path:
        near = nearly(name, library, house)
        if near:
            raise Failure(Problem("no-such-deck-near", facts={"name": name, "near": near}), exit_code=2)
        raise Failure(Problem("no-such-deck", facts={"name": name}), exit_code=2)
    return path
