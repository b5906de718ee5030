"""What a section is made of: a heading, sentences, drawings with their tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from quiz.report.markup import Markup, tag
from quiz.report.page import table
from quiz.report.voice import Voice

#: A drawing is made twice: for a column of a page, and for a telephone.
WIDE: Final = 680.0
NARROW: Final = 340.0


class Section(NamedTuple):
    """A section of the page; `name` is its anchor."""

    name: str
    title: str
    parts: tuple[Markup, ...]

    def markup(self) -> Markup:
        """As HTML."""
        return tag("section", tag("h2", self.title, id=f"{self.name}-title"), *self.parts, id=self.name,
                   aria_labelledby=f"{self.name}-title")  # fmt: skip


def figure(
    draw: Callable[[float], Markup],
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    voice: Voice,
    own: Sequence[int] = (),
) -> Markup:
    """A drawing in both its widths, and its table below, folded."""
    shown = tag("summary", voice.say("report.as-table"))
    return tag(
        "figure",
        tag("div", draw(WIDE), class_="wide"),
        tag("div", draw(NARROW), class_="narrow"),
        tag("details", shown, table(head, rows, own=own)),
    )


def paragraph(text: str, kind: str | None = None) -> Markup:
    """A sentence or two."""
    return tag("p", text, class_=kind)


def heading(text: str) -> Markup:
    """The name of a part."""
    return tag("h3", text)
