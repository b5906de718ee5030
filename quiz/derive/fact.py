"""What an article says, before anybody asks: a value with its place, who said it, and what it is said of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple

from quiz.language.reading import Reading

FactKind = Literal["quote", "reported", "date", "price", "amount", "count", "percent", "duration", "role"]
FACT_KINDS: Final[tuple[FactKind, ...]] = (
    "quote", "reported", "date", "price", "amount", "count", "percent", "duration", "role",
)  # fmt: skip


class Span(NamedTuple):
    """A stretch of an article's text: code points, the end not included."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that an article says. All offsets are code points of the article's text.

    `surface` is the words of the value (of a quotation, the words between the marks; of reported speech, the clause
    after "que" or "that"; of a role, the role with what it is the role of); `sentence` is the sentence where they
    stand. `value` is what they mean, as programs read it: an ISO date or duration, decimal digits, the plain words of
    a quotation, the name of a person. `reading` is the reader's value where a reader of `language/` found it.

    `speaker` is who said it, by the longest name that the article has for that speaker, "" where nobody is named; of a
    role it is the person who has it. `attribution` is whose claim the sentence makes a date or an amount. `subject` is
    what the value is said of (the thing that has the price, the organisation of a role).
    `implied` is true of a date whose year is not written; `relative` of one that follows from the day of publication.
    `hedged` is true of what the article itself does not vouch for (a conditional of rumour, "reportedly").
    """

    kind: FactKind
    start: int
    end: int
    surface: str
    paragraph: int
    sentence: Span
    value: str
    article: str = ""
    reading: Reading[Any] | None = None
    currency: str = ""
    unit: str = ""
    bound: str = "exact"
    high: str = ""
    rate: str = ""
    iso: str = ""
    implied: bool = False
    relative: bool = False
    hedged: bool = False
    speaker: str = ""
    speaker_at: Span | None = None
    cue_at: Span | None = None
    attribution: str = ""
    subject: str = ""
    subject_at: Span | None = None
    summary: bool = False
    extractor: str = ""
