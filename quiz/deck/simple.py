"""Most cards are simple, one key and one text a line: these are read here, and the rest by the YAML parser.

A card is simple where YAML reads every text as it is written, whatever stands around it: one space behind a colon,
texts bare or in quotation marks without escapes, lists and mappings of such texts. Each run of simple cards is taken
out, and one entry is left in its place for the parser, which still reads all the structure. That this entry comes
back as one of `cards:` at its very place proves that the parser stood between two cards there, and so would have read
the run as it is read here. Where anything is in doubt, the parser reads the whole text.
"""

from __future__ import annotations

import re
from typing import Final

from quiz.deck import tree
from quiz.deck.characters import LOST
from quiz.deck.faults import Faults
from quiz.deck.tree import List, Map, Node, Text

#: A longer line, and a list of more entries, is not simple.
_LONG: Final = 1000
#: With so many cards more that are not simple than simple ones, the parser is the faster.
_PATIENCE: Final = 100

#: Every space is left out here, those too that YAML takes for letters.
_FIRST: Final = r"""[^\s\-?:,\[\]{}#&*!|>'"%@`]"""
_BARE: Final = rf"{_FIRST}[^\n\t:#]*+(?:(?::(?=\S)|(?<=\S)\#)[^\n\t:#]*+)*+(?<![ :])"
_INNER: Final = rf"{_FIRST}[^\n\t:#,?\[\]{{}}]*+(?<! )"
_QUOTED: Final = r""""[^"\\\n\t]*+"|'[^'\n\t]*+'"""
_KEY: Final = r"[a-z_]{1,20}+"
_PART: Final = rf"(?:{_INNER}|{_QUOTED})"
_LIST: Final = rf"\[{_PART}(?:, {_PART})*+\]"
_MAP: Final = rf"\{{{_KEY}: {_PART}(?:, {_KEY}: {_PART})*+\}}"
_VALUE: Final = rf"(?:({_BARE})|({_QUOTED})|({_LIST}|{_MAP}))"
#: Empty lines and comments, which are nothing between two lines of a card and between two cards.
_NOTHING: Final = r"((?:[ ]*+(?:\#[^\n]*+)?\n)*+)"
_END: Final = rf"(?:\n{_NOTHING}|\Z)"

_ENTRY: Final = re.compile(rf"(?:({_KEY}): )?+(?:({_INNER})|({_QUOTED}))(?:, |[\]}}])")
#: Where the cards of a deck begin, and behind how many spaces their dashes stand.
CARDS: Final = re.compile(rf"^cards:\n{_NOTHING}( {{0,8}}+)- ", re.MULTILINE)


#: Where runs of simple cards stand in a text: the offsets of begin and end.
Runs = list[tuple[int, int]]


def grow(text: str, faults: Faults, loader: tree.Loader = tree.LOADER, runs: Runs | None = None) -> Node | None:
    """What `tree.grow` makes of `text`, in half the time where most cards are simple.

    `runs` is filled with the places of cards that were read here: at these offsets the parser stands between two cards.
    """
    head = CARDS.search(text) if LOST not in text and "\r" not in text else None
    if head is not None:
        reader = _Reader(text, len(head[2]))
        rest = reader.take(head.start(2))
        if reader.runs:
            doubts = Faults(faults.path)
            root, stop = tree.compose(rest, 0, doubts, loader, reader.nodes)
            if stop is None and not doubts.problems() and reader.give(root):
                if runs is not None:
                    runs += reader.places
                return root
    return tree.grow(text, faults, loader)


def whole(text: str, start: int, end: int) -> bool:
    """Whether simple cards, and nothing else, stand between two offsets of a text."""
    head = CARDS.search(text)
    if head is None or start < head.start(2):
        return False
    reader = _Reader(text, len(head[2]))
    while start < end and (card := reader.card(start, 1)) is not None:
        start = card[1]
    return start == end


class _Reader:
    """Takes the simple cards out of a text whose dashes stand behind `depth` spaces."""

    def __init__(self, text: str, depth: int) -> None:
        self.text = text
        self.dash = f"{' ' * depth}- "
        self.column = depth + 3
        self.nodes = 0
        #: The simple cards of each run, by the line of the entry that was left in their place.
        self.runs: dict[int, list[Map]] = {}
        self.places: Runs = []
        self._head = re.compile(rf" {{{depth}}}- ({_KEY}):(?: {_VALUE})?+{_END}").match
        self._line = re.compile(rf" {{{depth + 2}}}({_KEY}):(?: {_VALUE})?+{_END}").match
        self._entry = re.compile(rf"( {{{depth + 3},20}}+)- {_VALUE}{_END}").match

    def take(self, at: int) -> str:
        """The text without its simple cards, from the offset `at` on; they are in `runs`."""
        text = self.text
        line = text.count("\n", 0, at) + 1
        parts: list[str] = []
        kept = simple = odd = 0
        while at < len(text):
            begin, first, cards = at, line, []
            while (card := self.card(at, line)) is not None:
                node, at, line = card
                cards.append(node)
            if cards:
                parts += (text[kept:begin], self.dash, ".", "\n" * (line - first))
                kept = at
                self.runs[first] = cards
                self.places.append((begin, at))
                simple += len(cards)
            odd += 1
            after = text.find(f"\n{self.dash}", at) + 1
            if not after or odd > simple + _PATIENCE:
                break
            line += text.count("\n", at, after)
            at = after
        return "".join((*parts, text[kept:]))

    def give(self, root: Node | None) -> bool:
        """Put the cards in their places in the tree of what was left; false if one is not an entry of `cards:`."""
        whole = root.pairs["cards"][1] if type(root) is Map and "cards" in root.pairs else None
        if type(whole) is not List or whole.flow is not None:
            return False
        items: list[Node] = []
        for item in whole.items:
            if type(item) is Text and item.column == self.column and item.line in self.runs:
                items += self.runs.pop(item.line)
            else:
                items.append(item)
        whole.items = items
        return not self.runs and len(items) <= tree.MAX_ENTRIES

    def card(self, at: int, line: int) -> tuple[Map, int, int] | None:
        """The simple card that begins at an offset, and the offset and the line behind it."""
        column = self.column
        card = Map(line, column)
        pairs = card.pairs
        match = self._head(self.text, at)
        while match is not None:
            key, bare, quoted, flow, nothing = match.groups()
            if key in pairs or match.end() - at > _LONG:
                return None
            value: Node | None
            if bare is not None:
                value = Text(bare, line, column + len(key) + 2)
            elif quoted is not None:
                value = Text(quoted[1:-1], line, column + len(key) + 2)
            elif flow is not None:
                value = self._flow(flow, line, column + len(key) + 2)
            else:
                value = None
            named = Text(key, line, column)
            at = match.end()
            line += nothing.count("\n") + 1 if nothing else 1
            if bare is quoted is flow is None:
                value, at, line = self._entries(at, line)
            if value is None:
                return None
            pairs[key] = (named, value)
            match = self._line(self.text, at)
        if not pairs or (at < len(self.text) and not self.text.startswith(self.dash, at)):
            return None
        self.nodes += 1 + 2 * len(pairs)
        return card, at, line

    def _entries(self, at: int, line: int) -> tuple[List | None, int, int]:
        """A list in the lines below its key."""
        whole: List | None = None
        while (match := self._entry(self.text, at)) is not None:
            indent, bare, quoted, flow, nothing = match.groups()
            column = len(indent) + 3
            if whole is None:
                whole = List(line, column - 2)
            if whole.column != column - 2 or match.end() - at > _LONG or len(whole.items) == _LONG:
                return None, at, line
            entry = self._flow(flow, line, column) if flow else Text(bare or quoted[1:-1], line, column)
            if entry is None:
                return None, at, line
            whole.items.append(entry)
            at = match.end()
            line += nothing.count("\n") + 1 if nothing else 1
        self.nodes += len(whole.items) if whole else 0
        return whole, at, line

    def _flow(self, flow: str, line: int, column: int) -> List | Map | None:
        """A list or a mapping in brackets; None if a key stands there twice."""
        pairs: dict[str, tuple[Text, Node]] = {}
        items: list[Node] = []
        for match in _ENTRY.finditer(flow, 1):
            key, bare, quoted = match.groups()
            begin = column + match.start()
            value = bare or quoted[1:-1]
            if key is None:
                items.append(Text(value, line, begin))
            elif key in pairs:
                return None
            else:
                pairs[key] = (Text(key, line, begin), Text(value, line, begin + len(key) + 2))
        self.nodes += len(items) + 2 * len(pairs)
        whole: List | Map
        if items:
            whole = List(line, column)
            whole.items = items
        else:
            whole = Map(line, column)
            whole.pairs = pairs
        return whole
