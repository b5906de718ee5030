"""Times of day as they are said: "sept heures moins le quart", "half past two in the afternoon"."""

from __future__ import annotations

from typing import Final

from quiz.language.number_words import counted
from quiz.language.pattern import pattern
from quiz.language.text import words

_PART: Final = (
    r"(?: (?:(?P<late>du soir|de l apres midi|in the afternoon|in the evening|at night|pm|p m)"
    r"|(?P<early>du matin|in the morning|am|a m)))?"
)
_FRENCH: Final = pattern(
    r"(?:a )?(?:(?P<h>\d{1,2}) ?h(?:eures?)?|(?P<named>midi|minuit))"
    r"(?: (?:et (?P<half>demie?)|et (?:1 |un )?(?P<quarter>quart)|moins (?:le (?P<less>quart)|(?P<before>\d{1,2}))"
    r"|(?P<m>\d{1,2})))?(?: pile)?" + _PART
)
_ENGLISH: Final = pattern(
    r"(?:at )?(?:(?:(?P<half>half)|(?:a )?(?P<quarter>quarter)|(?P<m>\d{1,2})(?: minutes?)?)"
    r" (?P<side>past|to|after|of) )?"
    r"(?:(?P<h>\d{1,2})|(?P<named>noon|midnight))(?: o clock)?" + _PART
)


def told(text: str) -> str:
    """A text that is a time of day said in words as `14:30`; any other text as it is."""
    row = " ".join(counted(words(text)))
    for reading in (_FRENCH, _ENGLISH):
        match = reading.fullmatch(row)
        if match is None:
            continue
        said = match.groupdict()
        if all(said.get(name) is None for name in ("half", "quarter", "less", "before", "m", "late", "early")):
            return text
        minutes = (12 * 60 if said["named"] in ("midi", "noon") else 0) if said["named"] else int(said["h"]) * 60
        if minutes >= 24 * 60 or (said["late"] and said["h"] and minutes > 12 * 60):
            return text
        if said["late"] and said["h"]:
            minutes = minutes % (12 * 60) + 12 * 60
        more = 30 if said["half"] else 15 if said["quarter"] else int(said["m"] or 0)
        if said.get("side") in ("to", "of"):
            more = -more
        if said.get("less") or said.get("before"):
            more = -(15 if said["less"] else int(said["before"]))
        minutes = (minutes + more) % (24 * 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return text
