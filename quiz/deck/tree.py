"""YAML as structure only: text → texts, lists and mappings that know their place. No value is ever guessed.

Of YAML 1.1 a deck takes mappings, lists and texts in all their styles. Anchors, aliases, tags, merge keys, directives
and further documents are refused: they make a small file a large one, or a text something else. The parser's events
are read in one flat loop, so that no depth and no reference can exhaust the machine. Where the YAML is broken inside
the cards, reading goes on at the next card.
"""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

import yaml
from yaml import Mark
from yaml import events as ev

from quiz.deck import syntax
from quiz.deck.characters import LOST, forbidden
from quiz.deck.faults import Faults

MAX_DEPTH: Final = 16
MAX_TEXT: Final = 200_000
MAX_ENTRIES: Final = 100_000
MAX_NODES: Final = 1_000_000
#: After so many breaks the rest is left: each break costs a new start of the parser.
MAX_BREAKS: Final = 50

#: libyaml where PyYAML was built with it, the same in Python where not (twenty times slower).
Loader = type[yaml.SafeLoader] | type[yaml.CSafeLoader]
LOADER: Final[Loader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Text(NamedTuple):
    """A scalar, as it was written."""

    value: str
    line: int
    column: int


class Refused(NamedTuple):
    """A value that cannot be used, for a reason that has been told."""

    line: int
    column: int


class List:
    """A sequence. `flow` marks its bracket if it has one; `cut` tells that a fault in it has been told."""

    __slots__ = ("column", "cut", "flow", "items", "line")

    def __init__(self, line: int, column: int, flow: Mark | None = None) -> None:
        self.line = line
        self.column = column
        self.flow = flow
        self.cut = False
        self.items: list[Node] = []


class Map:
    """A mapping: each key as it was written, with its value; `flow` and `cut` as in a list.

    It is `suspect` if the YAML broke just behind it: what it lacks may stand there.
    """

    __slots__ = ("column", "cut", "flow", "line", "pairs", "suspect")

    def __init__(self, line: int, column: int, flow: Mark | None = None) -> None:
        self.line = line
        self.column = column
        self.flow = flow
        self.cut = False
        self.suspect = False
        self.pairs: dict[str, tuple[Text, Node]] = {}


Node = Text | Refused | List | Map

#: Stands for a key that is none.
_NO_KEY: Final = Text("", 0, 0)


class Break(NamedTuple):
    """Where reading had to stop: for good, or (`fatal` is false) until the next card."""

    line: int
    column: int
    offset: int
    fatal: bool


def grow(text: str, faults: Faults, loader: Loader = LOADER) -> Node | None:
    """What `text` holds, or None if that is nothing. Never raises; what is wrong is noted in `faults`."""
    root, stop = compose(text, 0, faults, loader)
    breaks = 0
    while stop is not None:
        cards = root.pairs.get("cards") if isinstance(root, Map) else None
        if cards is not None and isinstance(cards[1], List) and cards[1].items:
            last = cards[1].items[-1]
            if isinstance(last, Map):
                last.suspect = True
        again = None
        if not stop.fatal and cards is not None and isinstance(cards[1], List) and breaks < MAX_BREAKS:
            dash = re.compile(f"^ {{{cards[1].column - 1}}}-[ \r\n]", re.MULTILINE)
            again = dash.search(text, text.find("\n", stop.offset) + 1 or len(text))
        if again is None or not isinstance(root, Map) or cards is None or not isinstance(cards[1], List):
            faults.add("reading-stops", stop.line, stop.column)
            break
        breaks += 1
        skipped = text.count("\n", stop.offset, again.start())
        if skipped > 1:
            faults.add("cards-skipped", stop.line, stop.column, first=stop.line, last=stop.line + skipped - 1)
        else:
            faults.add("line-skipped", stop.line, stop.column, at=stop.line)
        # The rest is read as a deck of its own, whose first line is the one before the card.
        text = "cards:\n" + text[again.start() :]
        rest, stop = compose(text, stop.line + skipped - 2, faults, loader)
        if isinstance(rest, Map):
            _join(root, cards[1], rest, faults)
    return root


def _join(root: Map, cards: List, rest: Map, faults: Faults) -> None:
    for name, (key, node) in rest.pairs.items():
        if name == "cards" and isinstance(node, List):
            cards.items += node.items
        elif name in root.pairs:
            faults.add("key-twice", key.line, key.column, key=name, first=root.pairs[name][0].line)
        else:
            root.pairs[name] = (key, node)


def compose(text: str, above: int, faults: Faults, loader: Loader, nodes: int = 0) -> tuple[Node | None, Break | None]:
    """One pass over the events. `above` lines stand before the text, and `nodes` were made of the same deck before.

    The flat loop is the speed of reading.
    """
    parser = loader(text)
    get = parser.get_event
    first = above + 1
    top = List(first, 1)
    into: list[Node] | None = top.items
    pairs: dict[str, tuple[Text, Node]] = {}
    owner: List | Map = top
    key: Text | None = None
    stack: list[tuple[List | Map, Text | None]] = []
    odd = LOST in text
    event: Any  # of yaml.events; told apart by their type, which costs less than isinstance
    mark: Any = None
    node: Node
    try:
        while True:
            event = get()
            kind = type(event)
            if kind is ev.ScalarEvent:
                mark = event.start_mark
                node = Text(event.value, mark.line + first, mark.column + 1)
                if event.anchor or event.tag or odd or event.style == '"' or len(event.value) > MAX_TEXT:
                    node = _examined(node, event, faults)
            elif kind is ev.MappingEndEvent or kind is ev.SequenceEndEvent:
                owner, key = stack.pop()
                if type(owner) is Map:
                    into, pairs = None, owner.pairs
                else:
                    into = owner.items  # type: ignore[union-attr]
                continue
            elif kind is ev.MappingStartEvent or kind is ev.SequenceStartEvent:
                mark = event.start_mark
                node = (Map if kind is ev.MappingStartEvent else List)(
                    mark.line + first, mark.column + 1, mark if event.flow_style else None
                )
                if event.anchor or event.tag:
                    _marked(event, node, faults)
            elif kind is ev.AliasEvent:
                mark = event.start_mark
                node = Refused(mark.line + first, mark.column + 1)
                faults.add("yaml-alias", node.line, node.column, name=event.anchor[:80])
            elif kind is ev.DocumentStartEvent:
                mark = event.start_mark
                if top.items:
                    faults.add("yaml-document", mark.line + first, mark.column + 1)
                    return _cut(top, top.items[0], []), Break(
                        mark.line + first, mark.column + 1, mark.index, fatal=True
                    )
                if event.version or event.tags:
                    faults.add("yaml-directive", mark.line + first, 1)
                continue
            elif kind is ev.StreamEndEvent:
                return top.items[0] if top.items else None, None
            else:
                continue

            # A node has come: it is an entry of a list, a key, or the value of one.
            nodes += 1
            if into is not None:
                into.append(node)
                full = len(into) > MAX_ENTRIES
            elif key is None:
                full = len(pairs) > MAX_ENTRIES
                if type(node) is Text:
                    key = node
                else:
                    key = _NO_KEY
                    owner.cut = True
                    if type(node) is not Refused:
                        faults.add("key-not-text", node.line, node.column)
            else:
                full = False
                name = key.value
                if key is _NO_KEY:
                    pass
                elif name in pairs:
                    faults.add("key-twice", key.line, key.column, key=name[:80], first=pairs[name][0].line)
                elif name == "<<":
                    faults.add("yaml-merge", key.line, key.column)
                    owner.cut = True
                else:
                    pairs[name] = (key, node)
                key = None
            if full or nodes > MAX_NODES:
                faults.add("deck-too-big", node.line, node.column, limit=MAX_ENTRIES)
                return _cut(top, owner, stack), Break(node.line, node.column, mark.index, fatal=True)
            if type(node) is Map:
                stack.append((owner, key))
                owner, key = node, None
                into, pairs = None, node.pairs
            elif type(node) is List:
                stack.append((owner, key))
                owner, key = node, None
                into = node.items
            if len(stack) > MAX_DEPTH:
                faults.add("too-deep", node.line, node.column, limit=MAX_DEPTH)
                return _cut(top, owner, stack), Break(node.line, node.column, mark.index, fatal=True)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        opened = [node.flow for node, _ in stack if node.flow] + ([owner.flow] if owner.flow else [])
        fault = syntax.explain(error, text, mark, opened[0] if opened else None)
        faults.add(fault.code, fault.line + first, fault.column + 1, **fault.facts)
        return _cut(top, owner, stack), Break(fault.line + first, fault.column + 1, fault.offset, fatal=False)
    finally:
        parser.dispose()


def _cut(top: List, owner: Node, stack: list[tuple[List | Map, Text | None]]) -> Node | None:
    for open_node in (owner, *(node for node, _ in stack)):
        if isinstance(open_node, Map | List):
            open_node.cut = True
    return top.items[0] if top.items else None


def _examined(node: Text, event: ev.ScalarEvent, faults: Faults) -> Node:
    if len(node.value) > MAX_TEXT:
        faults.add("text-too-long", node.line, node.column, limit=MAX_TEXT)
    elif event.anchor or event.tag:
        _marked(event, node, faults)
    elif char := forbidden(node.value):
        if char != "U+FFFD":
            faults.add("character-escaped", node.line, node.column, char=char)
    else:
        return node
    return Refused(node.line, node.column)


def _marked(event: ev.ScalarEvent | ev.CollectionStartEvent, node: Node, faults: Faults) -> None:
    if event.anchor:
        faults.add("yaml-anchor", node.line, node.column, name=event.anchor[:80])
    else:
        faults.add("yaml-tag", node.line, node.column, name=str(event.tag)[:80])
        if isinstance(node, Map | List):
            node.cut = True
