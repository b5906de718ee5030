"""The line by which editors know a deck: it names the JSON Schema that completes and checks its keys.

The schema is named by a path relative to the deck, and a copy of it lies there: a hidden file, so that no folder of
decks shows it. So it works without a network, travels with the decks to whoever has no quiz, and says nothing of the
computer on which the deck was written, as an absolute path would.
"""

from __future__ import annotations

import json
from typing import Final

from quiz.deck.schema import schema

#: The name of the schema beside a deck.
SCHEMA_NAME: Final = ".quiz-deck.schema.json"
#: The first line of a deck, as yaml-language-server reads it.
MODELINE: Final = f"# yaml-language-server: $schema={SCHEMA_NAME}"


def schema_text() -> str:
    """The schema as the file of that name holds it."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
