"""The table of keys as a JSON Schema (draft-07) for editors, and as the tables of the manual."""

from __future__ import annotations

import re
from typing import Any, Final

from quiz.answers.verdict import KIND_NAMES
from quiz.deck.keys import KEYS, PARTS, Key, Part
from quiz.deck.read import LANGUAGES

#: Every scalar of a deck is text; an editor's YAML sees numbers and truths in some of them, and must not complain.
_TEXT: Final = {"type": ["string", "number", "boolean"]}
_TEXTS: Final = {"type": "array", "items": _TEXT, "minItems": 1}
_REQUIRED: Final[dict[str, list[str]]] = {"deck": ["deck", "cards"], "evidence": ["words"]}

#: A link of the manual, which an editor would show as it is written.
_LINK: Final = re.compile(r"\[([^\]]*)\]\([^)]*\)")

Schema = dict[str, Any]


def schema() -> Schema:
    """What an editor needs to complete, explain and check the keys of a deck (`docs/deck.schema.json`)."""
    card = _part("card")
    card["oneOf"] = [{"required": [kind] if kind == "cloze" else ["question", kind]} for kind in KIND_NAMES]
    card["dependencies"] = {
        key.name: {"oneOf": [{"required": [kind]} for kind in key.kinds]}
        for key in KEYS
        if key.part == "card" and key.kinds != KIND_NAMES
    } | {"choice": ["options"]}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A deck of quiz",
        **_part("deck"),
        "definitions": {"card": card, "source": _part("source"), "evidence": _part("evidence")},
    }


def _part(part: Part) -> Schema:
    keys = PARTS[part].values()
    whole: Schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {key.name: {"description": _described(key)} | _held(key) for key in keys},
    }
    if part in _REQUIRED:
        whole["required"] = _REQUIRED[part]
    return whole


def _held(key: Key) -> Schema:
    if key.name == "language":
        return {"enum": list(LANGUAGES)}
    held: dict[str, Schema] = {
        "text": _TEXT,
        "texts": {"anyOf": [_TEXT, _TEXTS]},
        "list": _TEXTS,
        "flag": {"enum": [True, False, "yes", "no", "oui", "non"]},
        "count": {"type": "integer", "minimum": 1},
        "sources": {"type": "object", "additionalProperties": {"$ref": "#/definitions/source"}},
        "cards": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/card"}},
        "evidence": {
            "anyOf": [
                {"$ref": "#/definitions/evidence"},
                {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/evidence"}},
            ]
        },
    }
    return held[key.holds]


def _described(key: Key) -> str:
    text = _LINK.sub(r"\1", key.means.replace("`", ""))
    return text[0].upper() + text[1:]


def table(part: Part) -> str:
    """The keys of one part as a Markdown table, for `docs/decks.md`."""
    rows = ["| key | holds | what it says |", "|---|---|---|"]
    for key in PARTS[part].values():
        means = key.means
        if key.part == "card" and key.kinds != KIND_NAMES and key.name != "question":
            means += f" (with {', '.join(f'`{kind}`' for kind in key.kinds)})"
        rows.append(f"| `{key.name}` | {_HOLDS[key.holds]} | {means} |")
    return "\n".join(rows) + "\n"


_HOLDS: Final = {
    "text": "a text",
    "texts": "a text, or a list",
    "list": "a list",
    "flag": "`true` or `false`",
    "count": "a number from 1",
    "sources": "keys with a source each",
    "cards": "a list of cards",
    "evidence": "`paragraph` and `words`, or a list of them",
}
