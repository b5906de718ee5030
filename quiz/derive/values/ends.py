"""A change told from end to end is two values: *from 5% to 6.5%* is no range, *3 à 4 %* is one.

So is one told with what it came to: *rose by £4 to £37*.
"""

from __future__ import annotations

from typing import Final

from quiz.derive.values.place import Place
from quiz.language.tokens import bag

#: Verbs of change by their beginnings, and the short ones whole, before "de … à …" and "from … to …".
_CHANGES: Final = (
    "passe", "passa", "grimp", "augment", "chute", "tombe", "recule", "progress", "bondi", "relev", "abaiss", "ramen",
    "porte", "evolu", "descend", "increas", "decreas", "declin", "surge", "climb", "jump", "slipp", "slash", "double",
    "doubl", "tripl", "plung", "soar", "swell", "swoll", "shrank", "shrunk", "widen", "narrow", "gonfl", "remonte",
    "boost", "bump", "hike", "reduc", "redui", "chang", "raise", "lift",
)  # fmt: skip
_SHORT_CHANGES: Final = bag(
    """monte montee monter baisse baisser baissee rose rise rises risen rising fell fall falls fallen falling drop drops
    dropped grew grow grows grown growing went go goes gone going up down cut cuts moved move moves"""
)
_JOINS: Final = bag("a to")
_REACH: Final = 6


def parted(place: Place) -> tuple[Place, ...]:
    """A range as it is, or the two values of a change, each in its place."""
    value = place.reading.value
    if value.high is None:
        return (place,)
    join = next((at for at in range(place.first + 1, place.last) if place.line[at].text in _JOINS), None)
    if join is None or place.word(place.first - 1) not in ("de", "from", "by", "'"):
        return (place,)
    own_sign = place.line[place.last - 1].text == place.line[join - 1].text and place.line[join - 1].kind != "digits"
    changes = any(word in _SHORT_CHANGES or word.startswith(_CHANGES) for word in place.before(_REACH)[1:])
    if not (changes or (own_sign and place.word(place.first - 1) == "from")):
        return (place,)
    low = place.reading._replace(value=value._replace(high=None))
    top = place.reading._replace(value=_upper(value))
    return place._replace(reading=low, last=join), place._replace(reading=top, first=join + 1)


def _upper(value: object) -> object:
    """A range's upper end as a value by itself."""
    fields = {"amount": value.high} if hasattr(value, "amount") else {"value": value.high}  # type: ignore[attr-defined]
    return value._replace(high=None, **fields)  # type: ignore[attr-defined]
