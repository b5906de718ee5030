"""YAML text → deck, and everything that is wrong with it."""

from __future__ import annotations

import unicodedata
from typing import Final

from quiz.deck import simple, slips, tree, values
from quiz.deck.card import Deck, Source
from quiz.deck.cards import CardReader
from quiz.deck.characters import decode, tidy
from quiz.deck.faults import Faults
from quiz.deck.identity import is_id
from quiz.deck.keys import PARTS
from quiz.deck.syntax import OURS
from quiz.deck.tree import List, Map, Node, Text
from quiz.problem import Problem

__all__ = ["LANGUAGES", "decode", "read"]

#: The languages that answers can be read in.
LANGUAGES: Final = ("en", "fr")


def read(
    text: str, path: str, loader: tree.Loader = tree.LOADER, runs: simple.Runs | None = None
) -> tuple[Deck | None, tuple[Problem, ...]]:
    """The deck written in `text`, and all that is wrong with it, in the order of the file.

    Never raises, never stops at the first fault: a broken card is left out, the good ones stay. There is no deck
    (None) where no card can be used: none is sound, or the deck's id is missing. `path` only names the places.
    `runs` is filled with the places of simple cards. Python's garbage collector takes most of the time of a large
    deck: whoever reads many pauses it around them.
    """
    faults = Faults(path)
    tidied = tidy(text, faults)
    deck = None
    if tidied is not None:
        root = simple.grow(tidied, faults, loader, runs if tidied == text else None)
        deck = _deck(root, faults)
        if deck is not None and tidied is not None:
            slips.unmeant_comments(tidied, deck, faults)
    return deck, faults.problems()


def _deck(root: Node | None, faults: Faults) -> Deck | None:
    if root is None or (isinstance(root, Text) and not root.value):
        if not faults.problems():
            faults.add("deck-empty", 1, 1)
        return None
    if not isinstance(root, Map):
        if not values.told(root):
            _no_mapping(root, faults)
        return None
    foreign = slips.from_markdown(root)
    if foreign is not None:
        faults.add("deck-is-markdown", foreign.line, foreign.column)
        return None
    said: dict[str, str] = {}
    where: dict[str, tuple[int, int]] = {}
    strangers: set[str] = set()
    cards: List | None = None
    listed: dict[str, tuple[str, ...]] = {}
    sources: tuple[Source, ...] = ()
    for key, value in root.pairs.values():
        spec = values.known("deck", PARTS["deck"], key, strangers, faults)
        if spec is None:
            continue
        where[spec.name] = values.place(key, value)
        strangers.add(spec.name)
        if spec.holds == "sources":
            sources = _sources(key, value, faults)
        elif spec.holds == "texts":
            listed[spec.name] = values.texts(spec, key, value, faults)
        elif spec.holds == "cards":
            if isinstance(value, List):
                cards = value
            elif isinstance(value, Map) or (isinstance(value, Text) and value.value):
                if not (root.cut and slips.dash_without_space(value)):  # which has been told
                    faults.add("cards-not-list", value.line, value.column)
                cards = List(value.line, value.column) if isinstance(value, Map) else None
            elif not root.cut:
                faults.add("cards-empty", key.line, key.column)
        else:
            said[spec.name] = values.text(spec, key, value, faults)
    own = _id(said.get("deck", ""), where, strangers, root, faults)
    language = said.get("language", "").casefold() or "en"
    if language not in LANGUAGES:
        meant = slips.language_meant(language)
        if meant:
            faults.add("deck-language-near", *where["language"], language=said["language"][:80], meant=meant)
        else:
            faults.add("deck-language-unknown", *where["language"], language=said["language"][:80], known=LANGUAGES)
        language = meant or "en"
    if cards is None:
        if "cards" not in strangers and not root.cut:
            faults.add("cards-missing", root.line, root.column)
        return None
    if not cards.items and not root.cut and isinstance(root.pairs.get("cards", (None, None))[1], List):
        faults.add("cards-empty", *where["cards"])
    reader = CardReader(own, language, sources, faults)
    reader.entries = cards.items
    for reader.at, node in enumerate(cards.items):
        reader.read(node)
    reader.finish(whole=not root.cut)
    if not own or not reader.cards:
        return None
    return Deck(own, faults.path, said.get("title", ""), language, sources, tuple(reader.cards), where, **listed)


def _no_mapping(root: Node, faults: Faults) -> None:
    """What a file is that does not begin with a key."""
    word = root.value if isinstance(root, Text) else ""
    if word.startswith(OURS):
        if all(problem.code != "yaml-conflict" for problem in faults.problems()):
            faults.add("yaml-conflict", root.line, root.column)
    elif slips.wide_colon(word):
        faults.add("colon-wide", root.line, root.column)
    elif key := slips.colon_missing(word, "deck"):
        faults.add("yaml-colon-missing", root.line, root.column, key=key)
    else:
        faults.add("deck-is-list" if isinstance(root, List) else "deck-not-mapping", root.line, root.column)


def _id(written: str, where: dict[str, tuple[int, int]], strangers: set[str], root: Map, faults: Faults) -> str:
    if not written:
        if "deck" not in strangers and not root.cut:
            faults.add("deck-missing", root.line, root.column)
        return ""
    own = unicodedata.normalize("NFC", written)
    if not is_id(own):
        if root.cut and " - " in own:  # the first card, run into the id: what is missing before it has been told
            return ""
        faults.add("deck-id-odd", *where["deck"], id=written[:80])
        return ""
    return own


def _sources(key: Text, node: Node, faults: Faults) -> tuple[Source, ...]:
    whole = values.mapping("sources", key, node, faults)
    found = []
    for name, value in whole.pairs.values() if whole else ():
        entry = values.mapping(name.value[:80], name, value, faults)
        if not name.value.strip() or len(name.value) > 100 or len(name.value.splitlines()) > 1:
            faults.add("source-key-odd", name.line, name.column)
            continue
        said: dict[str, str] = {}
        where = {"": (name.line, name.column)}
        strangers: set[str] = set()
        for inner, told in entry.pairs.values() if entry else ():
            spec = values.known("source", PARTS["source"], inner, strangers, faults)
            if spec is not None:
                said[spec.name] = values.text(spec, inner, told, faults)
                where[spec.name] = values.place(inner, told)
        found.append(Source(name.value.strip(), **said, where=where))
    return tuple(found)
