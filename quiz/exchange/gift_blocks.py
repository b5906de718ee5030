"""Where the questions of a file in GIFT begin and end, in which category, and what the comments say of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from quiz.exchange.entry import Left
from quiz.language.pattern import pattern

#: A sign that a backslash makes part of the text.
ESCAPE: Final = re.compile(r"\\([~=#{}:n\\])")
CATEGORY: Final = pattern(r"\s*\$CATEGORY:(.*)")
_MARK: Final = re.compile(r"\[(id|tag):((?:[^\]\\]|\\.)*)\]")
#: A brace that is open so many lines long was never meant to be one.
_LONGEST: Final = 400


class Block(NamedTuple):
    """One question as it is written, without its comments: where it begins, its text, and what the comments say."""

    line: int
    text: str
    id: str = ""
    tags: tuple[str, ...] = ()


def blocks(lines: list[str], left: Left) -> Iterator[Block]:
    """Questions stand between empty lines; one whose brace is open goes on over those, if it is closed at all.

    Where two stand without an empty line between them, the second begins with its name or with its own brace.
    """
    held: list[str] = []
    first = depth = comments = comment_line = 0
    braces = False
    own, tags = "", []
    for number, line in enumerate([*lines, ""], 1):
        stripped = line.strip()
        if stripped.startswith("//"):
            for sort, value in _MARK.findall(stripped):
                if sort == "id":
                    own = value.replace("\\", "").strip()
                else:
                    tags.append(value.replace("\\", "").strip())
            comments += 1
            comment_line = comment_line or number
            held += [""] if held else []
            continue
        plain_line = ESCAPE.sub("", stripped)
        opens = "{" in plain_line
        category = CATEGORY.match(line) is not None
        if held:
            ended = depth == 0 and braces and held[-1].rstrip().endswith("}")
            over = not stripped and not (depth and _closes(lines, number))
            named = stripped.startswith("::") and "::" in stripped[2:]
            anew = (named and ((depth == 0 and braces) or (depth > 0 and opens))) or (ended and opens)
            if over or anew or category:
                yield Block(first, "\n".join(held), own, tuple(tags))
                held, depth, braces, own, tags = [], 0, False, "", []
        if stripped and not held:
            first = number
        if stripped or held:
            held.append(line)
        depth = max(0, depth + plain_line.count("{") - plain_line.count("}"))
        braces = braces or opens
        if category:
            yield Block(number, line)
            held, depth, braces = [], 0, False
    if comments:
        left.add("import-comments", comment_line, count=comments)


def _closes(lines: list[str], at: int) -> bool:
    """Whether the brace that is open is closed behind line `at`, before another question begins."""
    for line in lines[at : at + _LONGEST]:
        plain_line = ESCAPE.sub("", line)
        if "}" in plain_line.partition("{")[0]:
            return True
        if "{" in plain_line or line.strip().startswith("::") or CATEGORY.match(line):
            return False
    return False


def topics_of(category: str) -> tuple[str, ...]:
    """The names of a category, the innermost first, without those that every course has."""
    parts = [part.replace("\0", "/").strip() for part in category.replace("//", "\0").split("/")]
    kept = [re.sub(r"^(?:Default for|Défaut pour) ", "", part) for part in parts if part and part != "top"]
    return tuple(part for part in reversed(kept) if not re.fullmatch(r"\$\w+\$", part))
