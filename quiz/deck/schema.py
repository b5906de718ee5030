"""The table of keys as a JSON Schema (draft-07) for editors, and as the tables of the manual.

What the reader takes, the schema takes, with two exceptions that no schema can make: an answer that is written `null`
or `~` without quotation marks is told of, because an editor's YAML cannot tell it from none; and what depends on the
rest of a deck (an id that is taken, a source that is not there) is for `quiz check`.

Made for yaml-language-server, which every common editor has: `errorMessage`, `markdownDescription` and
`defaultSnippets` are its words, and mean nothing to other readers. What is forbidden beside another key is a property
whose schema is false, because it is told on the line of that key; a `oneOf` would be told on that of the card.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from quiz.answers.verdict import KIND_NAMES
from quiz.deck.identity import MAX_ID
from quiz.deck.keys import KEYS, PARTS, Key, Part
from quiz.deck.read import LANGUAGES
from quiz.deck.values import FLAGS

Schema = dict[str, Any]

#: Every scalar of a deck is text; an editor's YAML sees numbers and truths in some of them, and must not complain.
_TEXT: Final[Schema] = {"type": ["string", "number", "boolean"]}
_TEXTS: Final[Schema] = {"type": "array", "items": _TEXT, "minItems": 1}
#: No sign of ASCII but `-`, `_` and `.`, none of them first, and no space: nearly what `is_id` says.
_ID: Final[Schema] = {
    **_TEXT,
    "pattern": r"^\s*(?![-_.])[^\s!-,/:-@\[-^`{-~]+\s*$",
    "maxLength": MAX_ID,
    "patternErrorMessage": "An id is made of letters, digits, `-`, `_` and `.`, a letter or a digit first.",
}


def _any_case(texts: Iterable[str]) -> str:
    """A pattern of these words, in small letters and in capitals."""
    words = ("".join(f"[{char}{char.upper()}]" for char in text) for text in texts)
    return rf"^\s*({'|'.join(words)})\s*$"


_MONTH: Final = r"(0[1-9]|1[0-2])"
_DAY: Final = r"(0[1-9]|[12]\d|3[01])"
_REQUIRED: Final[dict[str, list[str]]] = {"deck": ["deck", "cards"], "evidence": ["words"]}

#: What keys hold that the table alone does not tell.
_OWN: Final[dict[tuple[str, str], Schema]] = {
    ("deck", "deck"): _ID,
    ("card", "id"): _ID,
    ("card", "supersedes"): _ID,
    ("deck", "language"): {
        "anyOf": [
            {"enum": list(LANGUAGES), "enumDescriptions": ["English: 1.5, 4/25/2023", "French: 1,5, 25/4/2023"]},
            {"type": "string", "pattern": _any_case(LANGUAGES)},
        ]
    },
    ("card", "as_of"): {
        "type": ["string", "integer"],
        "pattern": rf"^\s*\d{{4}}(-{_MONTH}(-{_DAY})?)?\s*$",
        "minimum": 1000,
        "maximum": 9999,
        "errorMessage": "Write a year, a month or a day: 2025, 2025-01 or 2025-01-14.",
        "patternErrorMessage": "Write a year, a month or a day: 2025, 2025-01 or 2025-01-14.",
    },
    ("source", "published"): {
        "type": "string",
        "pattern": rf"^\s*\d{{4}}-{_MONTH}-{_DAY}\s*$",
        "patternErrorMessage": "Write a day as 2025-01-14.",
    },
}
#: How the values of keys are written, where that is worth a look: two of each, or an editor would write the one in.
_EXAMPLES: Final[dict[str, list[object]]] = {
    "date": ["14 July 1789", "avril 2023"],
    "money": ["$42,000 a month", "1,2 milliard d'euros"],
    "number": ["42%", "3 ans"],
    "cloze": ["The Bastille fell on {{14 July 1789}}.", "Paris est la {{capitale}} de la France."],
    "as_of": ["2025-01", "2025-01-14"],
}
#: The cards that an editor offers to begin, each with the places to fill in.
_SNIPPETS: Final[dict[str, tuple[str, Schema]]] = {
    "answer": ("any text", {"answer": "$2"}),
    "person": ("a person or an organisation", {"person": "$2"}),
    "date": ("a day, a month or a year", {"date": "$2"}),
    "money": ("an amount of money", {"money": "$2"}),
    "number": ("a number, a percentage, a duration", {"number": "$2"}),
    "quote": ("the words that were said", {"quote": "$2"}),
    "choice": ("one of several options", {"choice": "$2", "options": ["$3", "$4"]}),
    "list": ("several answers", {"list": ["$2", "$3"]}),
    "cloze": ("a sentence with gaps", {"cloze": "$1 {{$2}}."}),
}

#: A link of the manual, which leads nowhere from an editor.
_LINK: Final = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def schema() -> Schema:
    """What an editor needs to complete, explain and check the keys of a deck (`docs/deck.schema.json`)."""
    card = _part("card")
    card["allOf"] = [_kind_wanted(), *map(_beside, KIND_NAMES)]
    card["defaultSnippets"] = [
        {
            "label": f"{kind} card",
            "description": said,
            "body": body if kind == "cloze" else {"question": "$1"} | body,
        }
        for kind, (said, body) in _SNIPPETS.items()
    ]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A deck of quiz",
        **_part("deck"),
        "definitions": {"card": card, "source": _part("source"), "evidence": _part("evidence")},
    }


def _kind_wanted() -> Schema:
    """A card has an answer."""
    some = [{"required": [kind]} for kind in KIND_NAMES]
    message = f"This card has no answer: write one of {', '.join(KIND_NAMES)}."
    return {"if": {"not": {"anyOf": some}}, "then": {"required": ["answer"], "errorMessage": message}}


def _beside(kind: str) -> Schema:
    """What stands beside an answer of this kind, and what does not."""
    message = f"A card has one answer, and this one has {kind}: what does not go with it stands in its way."
    others = {
        key.name: False for key in KEYS if key.part == "card" and (key.name in KIND_NAMES or kind not in key.kinds)
    }
    del others[kind]
    then: Schema = {"properties": others, "errorMessage": message}
    needed = {"cloze": [], "choice": ["question", "options"]}.get(kind, ["question"])
    if not needed:
        return {"if": {"required": [kind]}, "then": then}
    return {"if": {"required": [kind]}, "then": {"allOf": [then, {"required": needed}]}}


def _part(part: Part) -> Schema:
    keys = PARTS[part].values()
    whole: Schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {key.name: _described(key) | _held(key) for key in keys},
    }
    if part in _REQUIRED:
        whole["required"] = _REQUIRED[part]
    return whole


def _held(key: Key) -> Schema:
    own = _OWN.get((key.part, key.name))
    if own is not None:
        return own
    evidence = {"$ref": "#/definitions/evidence"}
    held: dict[str, Schema] = {
        "text": _TEXT,
        "texts": {"anyOf": [_TEXT, _TEXTS]},
        "list": _TEXTS,
        "flag": {"anyOf": [{"enum": [True, False]}, {"type": "string", "pattern": _any_case(FLAGS)}]},
        "count": {
            "type": ["integer", "string"],
            "minimum": 1,
            "maximum": 999_999,
            "pattern": r"^\s*0*[1-9]\d{0,5}\s*$",
        },
        "sources": {
            "type": "object",
            "additionalProperties": {"$ref": "#/definitions/source"},
            "propertyNames": {"maxLength": 100},
        },
        "cards": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/card"}},
        "evidence": {"anyOf": [evidence, {"type": "array", "minItems": 1, "items": evidence}]},
    }
    return held[key.holds]


def _described(key: Key) -> Schema:
    text = _LINK.sub(r"\1", key.means)
    text = text[0].upper() + text[1:] + "."
    if key.kinds != KIND_NAMES and key.name != "question":
        text += f" With {', '.join(f'`{kind}`' for kind in key.kinds)}."
    told: Schema = {"description": text.replace("`", ""), "markdownDescription": text}
    if key.part == "card" and key.name in _EXAMPLES:
        told["examples"] = _EXAMPLES[key.name]
    return told


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
