"""One drawing: its size, its axes, its marks. Colours are classes, so that a page can be light, dark or printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from quiz.report.markup import Markup, number, tag
from quiz.report.scale import Scale

#: The height of a line of words in a drawing, and about the width of a character.
LINE: Final = 16
CHARACTER: Final = 7.2


class Box(NamedTuple):
    """The inside of a drawing, between its axes."""

    left: float
    top: float
    right: float
    bottom: float


class Canvas:
    """Marks, one above the other, in the order in which they are put."""

    def __init__(self, width: float, height: float, title: str, description: str) -> None:
        self.width, self.height = width, height
        self._named = [tag("title", title), tag("desc", description)]
        self._marks: list[Markup] = []

    def put(self, *marks: Markup) -> None:
        """Add marks."""
        self._marks += marks

    def drawn(self, **attributes: str) -> Markup:
        """The drawing, named for those who hear it."""
        return tag(
            "svg",
            *self._named,
            *self._marks,
            viewBox=f"0 0 {number(self.width)} {number(self.height)}",
            role="img",
            **attributes,
        )

    def words(self, x: float, y: float, text: str, kind: str = "tick", anchor: str = "") -> None:
        """Words at a place; `anchor` is "", "middle" or "end"."""
        self.put(tag("text", text, x=x, y=y, class_=f"{kind} {anchor}".strip()))

    def line(self, x1: float, y1: float, x2: float, y2: float, kind: str) -> None:
        """A straight line."""
        self.put(tag("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=kind))

    def bar(self, x: float, y: float, width: float, height: float, kind: str, told: str = "") -> None:
        """A bar, with what it says when it is pointed at."""
        inside = (tag("title", told),) if told else ()
        self.put(tag("rect", *inside, x=x, y=y, width=max(0.0, width), height=max(0.0, height), class_=kind))

    def dot(self, x: float, y: float, radius: float, kind: str, told: str = "") -> None:
        """A dot, with what it says when it is pointed at."""
        inside = (tag("title", told),) if told else ()
        self.put(tag("circle", *inside, cx=x, cy=y, r=radius, class_=kind))

    def path(self, points: Iterable[tuple[float, float]], kind: str) -> None:
        """A line through points."""
        self.put(tag("path", d=through(points), class_=kind))

    def band(self, upper: Sequence[tuple[float, float]], lower: Sequence[tuple[float, float]], kind: str) -> None:
        """The area between two lines."""
        self.put(tag("path", d=through([*upper, *reversed(lower)]) + "Z", class_=kind))

    def levels(self, box: Box, scale: Scale, named: Iterable[tuple[float, str]]) -> None:
        """Level lines across the box, each with its name on the left."""
        for value, name in named:
            y = scale.at(value)
            self.line(box.left, y, box.right, y, "grid")
            self.words(box.left - 6, y + 4, name, "tick", "end")

    def wanted(self, box: Box, scale: Scale, value: float, name: str) -> None:
        """What is wanted, as a broken line across the box with its name above its right end."""
        y = scale.at(value)
        self.line(box.left, y, box.right, y, "wanted")
        above = y - 5 if y - box.top > LINE else y + LINE - 3
        self.words(box.right, above, name, "goal", "end")

    def below(self, box: Box, named: Iterable[tuple[float, str]]) -> None:
        """Names below the box, each at its place; one that would touch the name before it is left out."""
        free = -1e9
        for x, name in named:
            half = len(name) * CHARACTER / 2
            start = min(max(x - half, 0), self.width - 2 * half)
            if start >= free:
                self.words(start + half, box.bottom + LINE + 1, name, "tick", "middle")
                free = start + 2 * half + CHARACTER


def through(points: Iterable[tuple[float, float]]) -> str:
    """A path through points."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
