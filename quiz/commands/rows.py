"""Rows of JSON in, rows of JSON out: how programs speak to `quiz grade` and `quiz read`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from quiz.house import House

LANGUAGES: Final = ("en", "fr")


class BadRow(Exception):  # noqa: N818 - a row that cannot be answered; it becomes a line of the output
    """A row that is not understood: the key of its sentence in `[rows]` of words/, and the facts."""

    def __init__(self, key: str, **facts: object) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts


def each(answer: Callable[[Mapping[str, Any]], dict[str, Any]], house: House) -> int:
    """Answer each row of the standard input with one line. A bad row is answered too, and the exit code is 1."""
    code = 0
    for number, line in enumerate(house.stdin, 1):
        if not line.strip():
            continue
        row: Any = None
        try:
            row = _row(line)
            said = {"id": row.get("id"), **answer(row)}
        except BadRow as bad:
            known = row.get("id") if isinstance(row, dict) else None
            said = {"id": known, "line": number, "error": house.words.say(f"rows.{bad.key}", **bad.facts)}
            code = 1
        house.out.write(json.dumps(said, ensure_ascii=False) + "\n")
    return code


def _row(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadRow("not-json") from error
    if not isinstance(row, dict):
        raise BadRow("not-an-object")
    return row


def text(row: Mapping[str, Any], name: str, default: str | None = None) -> str:
    """A field that is a text, or a number that means its digits; `default` where it is left out."""
    value = row.get(name)
    if value is None and default is not None:
        return default
    if value is None:
        raise BadRow("missing", name=name)
    return plain(value, name)


def texts(row: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """A field that is a list of texts, or one text; () where it is left out."""
    value = row.get(name)
    if value is None:
        return ()
    return tuple(plain(one, name) for one in value) if isinstance(value, list) else (plain(value, name),)


def plain(value: object, name: str) -> str:
    """A value of JSON as the text that an author would have written."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise BadRow("not-text", name=name)


def language(row: Mapping[str, Any], default: str) -> str:
    """The language of a row."""
    name = text(row, "lang", default)
    if name not in LANGUAGES:
        raise BadRow("language", name=name)
    return name
