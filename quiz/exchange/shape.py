"""How a table is written: its separator, Anki's `#` lines, its header, and what each column is.

Anki's lines are those of its manual, "Text files", "File headers" (docs.ankiweb.net/importing/text-files.html).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from quiz.exchange.columns import is_header, key_of
from quiz.exchange.entry import Left, Wish, short
from quiz.exchange.rows import Row, rows, sniffed
from quiz.language.pattern import pattern
from quiz.language.tokens import bag

_HEADER: Final = pattern(r"#\s*(\w+(?: column)?)\s*:(.*)")
#: What spreadsheets write above a table to say how its cells are parted.
_SEP_LINE: Final = pattern(r"sep=(.)")
_TAGS_LINE: Final = pattern(r"tags:(.*)")
_SEPARATORS: Final = {
    "comma": ",",
    "semicolon": ";",
    "tab": "\t",
    "space": " ",
    "pipe": "|",
    "colon": ":",
    "\\t": "\t",
}
_NUMBERED_KEYS: Final = ("notetype column", "deck column", "tags column", "guid column")
_ANKI_KEYS: Final = bag("separator html tags columns notetype deck") | {*_NUMBERED_KEYS, "if matches"}
#: The columns that Anki numbers, and what they hold.
_NUMBERED: Final = dict(zip(_NUMBERED_KEYS, ("notetype", "deck", "tags", "id"), strict=True))
#: Fields in which a program that shows cards as HTML has written.
_HTML: Final = pattern(r"<br ?/?>|&nbsp;|<div>|<img\s|\[sound:")


@dataclass(slots=True)
class Shape:
    """How a table is written: what its lines above the rows say, and what that means."""

    separator: str = ""
    html: bool | None = None
    anki: bool = False
    tags: tuple[str, ...] = ()
    deck: str = ""
    notetype: str = ""
    names: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    special: dict[int, str] = field(default_factory=dict)
    first: int = 0
    comments: int = 0


def is_anki(text: str) -> bool:
    """Whether the file begins with Anki's lines."""
    first, *others = text.lstrip("\n").split("\n", 3)[:3]
    if _TAGS_LINE.fullmatch(first) and others:
        return True
    headers = (_HEADER.fullmatch(line) for line in (first, *others))
    return any(match and match[1].lower() in _ANKI_KEYS for match in headers)


def has_header(text: str) -> bool:
    """Whether the first line names its columns."""
    written = (line for line in text.split("\n", 20) if line.strip())
    line = next((line for line in written if not _SEP_LINE.fullmatch(line.strip(" \r"))), "")
    return any(is_header(next(rows([line], sign, Left(""))).cells) for sign in "\t;,|" if sign in line)


def is_pairs(text: str) -> bool:
    """Whether nearly every line is a question and an answer with a tab between them."""
    lines = [line for line in text.split("\n", 400)[:400] if line.strip()]
    return bool(lines) and sum("\t" in line.strip() for line in lines) * 10 >= len(lines) * 6


def shape_of(lines: list[str], left: Left, separators: str, wish: Wish) -> Shape:
    """How the table in these lines is written; what of its first lines says nothing to us is left."""
    shape = Shape()
    at = 0
    while at < len(lines):
        line = lines[at].strip()
        if at == 0 and (told := _SEP_LINE.fullmatch(lines[at].rstrip("\r").strip(" ").strip('"'))):
            shape.separator = told[1]
            at += 1
            continue
        match = _HEADER.fullmatch(line)
        tags = _TAGS_LINE.fullmatch(line) if at < 3 else None
        if match and match[1].lower() in _ANKI_KEYS:
            _say(shape, match[1].lower(), lines[at].split(":", 1)[1], left, at + 1)
        elif tags:
            shape.tags += tuple(tags[1].split())
            shape.anki = True
        elif line.startswith("#") and shape.anki:
            shape.comments += 1
        elif line:
            break
        at += 1
    shape.first = at
    rest = lines[at:]
    if not shape.separator:
        by_header = (sign for sign in separators if is_header(_first(rest, sign)))
        shape.separator = next(by_header, "") or sniffed(rest, separators) or separators[0]
    if shape.html is None:
        sample = "\n".join(rest)
        shape.html = sum(1 for _ in zip(_HTML.finditer(sample), range(3), strict=False)) > 2 or "[sound:" in sample
    if wish.columns:
        shape.names = list(wish.columns)
        shape.keys = [key_of(name) for name in wish.columns]
        if not is_header(_first(rest, shape.separator)):
            return shape
    elif not shape.names and not is_header(_first(rest, shape.separator)):
        return shape
    if is_header(_first(rest, shape.separator)):
        header = next(rows(rest, shape.separator, Left("")))
        shape.first = header.line - 1 + at + 1
        shape.names = shape.names or [name.strip() for name in header.cells]
    shape.keys = shape.keys or _unique(shape.names, left, shape.first or 1)
    if "kind" in shape.keys and not shape.anki:
        shape.html = False  # whoever says the kind of an answer writes plain text
    return shape


def _first(lines: list[str], separator: str) -> list[str]:
    row = next(rows(lines[:50], separator, Left("")), None)
    return row.cells if row else []


def _unique(names: list[str], left: Left, line: int) -> list[str]:
    """The keys of the columns, of which only some may be the same twice."""
    keys: list[str] = []
    for name in names:
        key = key_of(name)
        if key in keys and key not in ("note", "tags", "options", "accept", "hint", "source", "skip", ""):
            left.add("import-column-twice", line, column=short(name), key=key)
            key = ""
        keys.append(key)
    return keys


def _say(shape: Shape, key: str, value: str, left: Left, line: int) -> None:
    shape.anki = True
    bare = value.strip()
    if key == "separator":
        shape.separator = _SEPARATORS.get(bare.lower(), value.strip(" ") if len(value.strip(" ")) == 1 else "")
        if not shape.separator:
            left.add("import-header", line, header=f"separator:{short(bare)}")
    elif key == "html":
        shape.html = bare.lower() == "true"
        if bare.lower() not in ("true", "false"):
            left.add("import-header", line, header=f"html:{short(bare)}")
    elif key == "tags":
        shape.tags += tuple(bare.split())
    elif key == "columns":
        sign = shape.separator or next((sign for sign in "\t;,|" if sign in value), "\t")
        shape.names = [name.strip() for name in next(rows([value], sign, Left("")), Row(0, [])).cells]
    elif key == "deck":
        shape.deck = bare
    elif key == "notetype":
        shape.notetype = bare
    elif key in _NUMBERED:
        if bare.isdecimal() and 0 < int(bare) < 1000:
            shape.special[int(bare) - 1] = _NUMBERED[key]
        else:
            left.add("import-header", line, header=f"{key}:{short(bare)}")
    else:
        left.add("import-header", line, header=f"{key}:{short(bare)}")
