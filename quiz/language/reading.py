"""What a reader returns: where in the text, what kind of thing, its value, and how sure the reader is.

Each reader is a room with two uses of one grammar: `find(text, language, …)` for the spans in running text, in
order and without overlaps, and `parse(text, language, …)` for the readings of a whole text, the likeliest first.
"""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

ValueT = TypeVar("ValueT")


class Reading(NamedTuple, Generic[ValueT]):
    """`text[start:end]` (code points) read as `value`. `sure` is 1.0 where the language allows one reading only.

    `notes` are codes of what had to be assumed: "other-scale", "other-order", "month-spelling", …
    """

    start: int
    end: int
    kind: str
    value: ValueT
    sure: float = 1.0
    notes: tuple[str, ...] = ()
