"""A page put together: its policy, its style, its sections."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from typing import Final

from quiz.report.markup import Markup, foreign, joined, tag
from quiz.report.style import STYLE

#: What a page of ours begins with: by this it is known, and may be written over.
SIGN: Final = "<!doctype html>\n<!-- quiz report -->\n"

#: A table of so many rows stays on one sheet of paper.
SHORT: Final = 12

#: Nothing may be loaded, sent, framed or run; the one style is the one whose hash stands here.
POLICY: Final = (
    "default-src 'none'; style-src 'sha256-" + b64encode(sha256(STYLE.encode()).digest()).decode() + "'; "
    "base-uri 'none'; form-action 'none'"
)


def page(language: str, title: str, header: Sequence[str], main: Sequence[str], footer: Sequence[str]) -> str:
    """A whole page of HTML."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="generator", content="quiz"),
        tag("title", title),
        tag("style", Markup(STYLE)),
    )
    body = tag(
        "body",
        "\n",
        tag("header", *header),
        "\n",
        tag("main", *(joined("\n", section) for section in main)),
        "\n",
        tag("footer", *footer),
    )
    return SIGN + tag("html", head, "\n", body, lang=language) + "\n"


def is_ours(beginning: bytes) -> bool:
    """Whether a file that begins so is a page of ours."""
    return beginning.startswith(SIGN.encode())


def table(head: Sequence[str], rows: Sequence[Sequence[str]], caption: str = "", own: Sequence[int] = ()) -> Markup:
    """A table; its first column names the row. The columns `own` hold texts, all others numbers."""

    def kind(column: int) -> str | None:
        return None if column == 0 else "own" if column in own else "number"

    def cell(column: int, text: str) -> Markup:
        inner = foreign(text) if column in own and not isinstance(text, Markup) else text
        if column == 0:
            return tag("th", inner, scope="row")
        return tag("td", inner, class_=kind(column))

    heads = [tag("th", name, scope="col", class_=kind(n) if n not in own else None) for n, name in enumerate(head)]
    return tag(
        "div",
        tag(
            "table",
            *((tag("caption", caption),) if caption else ()),
            tag("thead", tag("tr", *heads)),
            tag("tbody", *(tag("tr", *(cell(n, text) for n, text in enumerate(row))) for row in rows)),
            class_="short" if len(rows) <= SHORT else None,
        ),
        class_="scroll",
        tabindex="0",
        role="region",
        aria_label=caption or head[0],
    )
