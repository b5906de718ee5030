"""What is kept of a large deck, so that after a change only what changed is read: packed, and renewed."""

from __future__ import annotations

import json
import zlib
from array import array
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from quiz.deck.lint.again import Standing, again
from quiz.deck.signs import spliced
from quiz.library.checked import Kept, Rest, pack, rest_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from quiz.library.folder import Found


def packed(standing: Standing | None) -> bytes:
    """The standing of a deck as bytes; of none, no bytes."""
    if standing is None:
        return b""
    numbers = (standing.lines, standing.own, standing.asked, standing.said)
    head = [standing.runs, standing.accepts, standing.tags, standing.without, [len(one) for one in numbers]]
    text = standing.text.encode("utf-8", "surrogatepass")
    parts = (pack(head).encode("utf-8", "surrogatepass"), b"".join(one.tobytes() for one in numbers))
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts) + zlib.compress(text, 1)


def unpacked(data: bytes) -> Standing | None:
    """The standing in these bytes."""
    if not data:
        return None
    size = int.from_bytes(data[:4], "big")
    runs, accepts, tags, without, counts = json.loads(data[4 : 4 + size].decode("utf-8", "surrogatepass"))
    at = 8 + size
    size = int.from_bytes(data[at - 4 : at], "big")
    ends = list(accumulate((4 * count for count in counts), initial=at))
    lines, own, asked, said = (array("I", data[low:high]) for low, high in pairwise(ends))
    at = ends[-1]
    text = zlib.decompress(data[at:]).decode("utf-8", "surrogatepass")
    return Standing(text, tuple(map(tuple, runs)), lines, own, asked, said, tuple(accepts), tuple(tags), without)


def renewed(
    kept: Kept, rest: Rest, found: Found, digest: bytes, text: str, path: str, allow: Collection[str]
) -> Kept | None:
    """A file that was checked before, with what changed in it; None if it has to be read whole."""
    old = unpacked(rest.standing)
    if old is None or kept.head is None:
        return None
    told = again(old, text, path, json.loads(kept.problems), rest.lines, allow)
    if told is None:
        return None
    fresh = rest_of(told.entries)
    first, end = told.first, told.end
    rows = rest.entries.split("\n")
    rows[first:end] = fresh.entries.split("\n") if fresh.entries else []
    lines = rest.lines[:first] + fresh.lines + array("I", [line + told.shift for line in rest.lines[end:]])
    now = Rest("\n".join(rows), lines, spliced(rest.signs, first, end, fresh.signs), packed(told.standing))
    head = kept.head._replace(cards=kept.head.cards + told.cards)
    return Kept(kept.path, digest, kept.settled, found.stamp, head, pack(told.problems), now)
