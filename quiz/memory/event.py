"""An event says what happened, never what follows from it. One line of the log.

Kinds, in the past tense:

- `reviewed`   a card was asked and answered: rating, verdict, typed, first_ms, took_ms;
               rest: {"reasons": [...], "hint": true, "confused_with": card, "relative_error": x} as far as known
- `regraded`   the learner overruled a verdict: rest {"of": id of the review}; rating and verdict are the new ones
- `undone`     rest {"of": id of the event that did not happen after all}
- `suspended`, `resumed`   the card is not asked until it is resumed
- `buried`     not asked again on the study day of the event
- `forgotten`  the card starts anew from here
- `renamed`    rest {"from": the identity the history comes from}; `card` is the new identity
- `left`       no deck has the card any more: rest {"question", "answer", "deck"} as they were
- `doubted`    the learner marked the card for mending
- `mended`     the card was mended, or is well as it is: the mark goes
- `tuned`      card ""; rest {"parameters": [...], "retention": x, "reviews": how many they were fitted to, if known}
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from json.encoder import encode_basestring
from typing import Any, Final

#: Every kind of event, and whether `undo` can take it back.
EVENT_KINDS: Final[dict[str, bool]] = {
    "reviewed": True,
    "regraded": True,
    "undone": False,
    "suspended": True,
    "resumed": True,
    "buried": True,
    "forgotten": True,
    "renamed": True,
    "left": False,
    "doubted": True,
    "mended": True,
    "tuned": False,
}

#: Canonical JSON: sorted keys, no spaces, letters as they are. Numbers that JSON does not know are refused.
canonical: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the log. `at` is milliseconds since 1970 UTC, `offset` minutes east of UTC where it was lived.

    `first_ms` and `took_ms` run from the question's appearance to the first key and to Enter.
    """

    at: int
    offset: int
    device: str
    kind: str
    card: str
    rating: int | None = None
    verdict: str | None = None
    typed: str | None = None
    first_ms: int | None = None
    took_ms: int | None = None
    rest: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def id(self) -> str:
        """The hash of what the event says: 32 hex digits of SHA-256 over its canonical JSON (sorted keys, UTF-8)."""
        rest = canonical(dict(self.rest)) if self.rest else "{}"
        said = (  # what `canonical` makes of all fields together, in half of its time
            f'{{"at":{_told(self.at)},"card":{_told(self.card)},"device":{_told(self.device)},'
            f'"first_ms":{_told(self.first_ms)},"kind":{_told(self.kind)},"offset":{_told(self.offset)},'
            f'"rating":{_told(self.rating)},"rest":{rest},"took_ms":{_told(self.took_ms)},'
            f'"typed":{_told(self.typed)},"verdict":{_told(self.verdict)}}}'
        )
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _told(value: int | str | None) -> str:
    """A field as canonical JSON."""
    if value is None:
        return "null"
    if type(value) is int:
        return str(value)
    return encode_basestring(value) if isinstance(value, str) else canonical(value)
