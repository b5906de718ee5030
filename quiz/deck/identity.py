"""What a card's history hangs on: its written `id:`, else what its question says, however that is typed.

These foldings are for ever: to change one is to cut cards from their past. So this room borrows from no other, and
uses only what Unicode promises never to change (NFC and case folding of assigned characters).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from json.encoder import encode_basestring
from typing import Final

#: Ends the identity of the second card that `reverse: true` makes. No written id can hold the slash.
REVERSE: Final = "/reverse"
MAX_ID: Final = 100

_SIGNS: Final = str.maketrans(
    dict.fromkeys("’‘ʼ‛′´`", "'") | dict.fromkeys("“”„‟«»‹›", '"') | dict.fromkeys("\u00ad\u200b\u2060\ufeff", "")
)
_ANY_SIGN: Final = re.compile(f"[{''.join(map(chr, _SIGNS))}]")
_INSIDE: Final = re.compile(r"(?<=[«‹])\s+|\s+(?=[»›])")
_FINAL: Final = " .!?…;:,؟。！？"


def identity(deck: str, question: str, written: str = "") -> str:
    """`<deck>/<written id>`, else 32 hex digits of the SHA-256 of the JSON list [deck id, normalised question]."""
    if written:
        return f"{deck}/{written}"
    told = f"[{encode_basestring(deck)},{encode_basestring(normalised(question))}]"
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def normalised(question: str) -> str:
    """A question without case, without the kinds of its spaces, apostrophes and quotation marks, and its last sign.

    Accents stay: in French they make other words ("pécheur", "pêcheur").
    """
    if not question.isascii():
        question = unicodedata.normalize("NFC", question)
        if _ANY_SIGN.search(question):
            question = _INSIDE.sub("", question).translate(_SIGNS)
    text = " ".join(question.casefold().split()).replace("`", "'")
    for sign in ";:!?":
        text = text.replace(f" {sign}", sign)
    return text.rstrip(_FINAL) or text


def is_id(text: str) -> bool:
    """Whether `text` can be the id of a deck or a card.

    Letters of any script, digits, `-`, `_` and `.`, a letter or digit first, no more than 100: nothing that a
    file name, an address or a shell would take for something else.
    """
    if not 0 < len(text) <= MAX_ID:
        return False
    if text.isascii():
        return text[0].isalnum() and text.replace("-", "").replace("_", "").replace(".", "").isalnum()
    return unicodedata.category(text[0])[0] in "LN" and all(
        char in "-_." or unicodedata.category(char)[0] in "LMN" for char in text
    )
