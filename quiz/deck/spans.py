"""Where the parts of some cards stand in a text of YAML: the offsets that an edit needs and a deck does not keep."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import yaml
from yaml import events as ev

from quiz.deck.tree import LOADER, Loader


class Span:
    """A node from `start` to `end` (offsets, `end` behind its last sign), its first sign in `column` (from 0).

    `items` are the entries of a list, `pairs` the keys and values of a mapping. `value` is what a scalar says.
    """

    __slots__ = ("column", "end", "flow", "items", "kind", "pairs", "start", "value")

    def __init__(self, kind: str, event: ev.NodeEvent, *, flow: bool) -> None:
        self.kind = kind
        self.flow = flow
        begin, end = event.start_mark, event.end_mark
        assert begin is not None
        assert end is not None
        self.start = begin.index
        self.column = begin.column
        self.end = end.index
        self.value: str = event.value if isinstance(event, ev.ScalarEvent) else ""
        self.items: list[Span] = []
        self.pairs: list[tuple[Span, Span]] = []

    def get(self, name: str) -> tuple[Span, Span] | None:
        """The first pair of that key, as the reader of decks finds it."""
        return next((pair for pair in self.pairs if pair[0].value.rstrip() == name), None)


def spans(text: str, wanted: Collection[tuple[int, int]], loader: Loader = LOADER) -> dict[tuple[int, int], Span]:
    """The mappings that begin at these places (line and column from 1), as far as the YAML can be read.

    Reading ends behind the last of them: what comes after it need not be sound.
    """
    found: dict[tuple[int, int], Span] = {}
    parser = loader(text)
    stack: list[tuple[Span, Span | None]] = []  # what is open within a wanted mapping, and the key that waits there
    try:
        while len(found) < len(wanted) or stack:
            event: Any = parser.get_event()
            kind = type(event)
            if kind is ev.StreamEndEvent:
                break
            if kind is ev.ScalarEvent and stack:
                _put(stack, Span("text", event, flow=True))
            elif kind is ev.MappingStartEvent:
                span = Span("map", event, flow=bool(event.flow_style))
                place = (event.start_mark.line + 1, event.start_mark.column + 1)
                if stack:
                    _put(stack, span)
                    stack.append((span, None))
                elif place in wanted:
                    found[place] = span
                    stack.append((span, None))
            elif kind is ev.SequenceStartEvent and stack:
                span = Span("list", event, flow=bool(event.flow_style))
                _put(stack, span)
                stack.append((span, None))
            elif stack and kind in (ev.MappingEndEvent, ev.SequenceEndEvent):
                closed, _ = stack.pop()
                closed.end = event.end_mark.index if closed.flow else max(closed.end, _last(closed))
            elif stack and kind is ev.AliasEvent:
                return {}
    except (yaml.YAMLError, ValueError, OverflowError):
        for span, _ in stack[:1]:
            found = {place: other for place, other in found.items() if other is not span}
    finally:
        parser.dispose()
    return found


def _put(stack: list[tuple[Span, Span | None]], span: Span) -> None:
    owner, key = stack[-1]
    if owner.kind == "list":
        owner.items.append(span)
    elif key is None:
        stack[-1] = (owner, span)
    else:
        owner.pairs.append((key, span))
        stack[-1] = (owner, None)


def _last(span: Span) -> int:
    """Where the last thing in a block ends: the parser's own mark is where the next thing begins."""
    if span.items:
        return span.items[-1].end
    return span.pairs[-1][1].end if span.pairs else span.end
