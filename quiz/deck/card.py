"""What a deck is made of, once it is read: frozen values that know where they were written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from quiz.answers.verdict import Answer, Former
from quiz.problem import Place

#: Where each key's value (or the key, where it has none) was written: line and column, from 1, in code points. Not part
#: of what a deck says: two decks are equal wherever they were written. Empty for what was made and not read.
Where = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts come from: an entry under `sources:`. `published` is an ISO date or ""; `file` is its text's name.

    `sha256` is the SHA-256 of that text in hex, or "". `where[""]` is the place of the source's own key.
    """

    key: str
    title: str = ""
    author: str = ""
    published: str = ""
    url: str = ""
    file: str = ""
    sha256: str = ""
    where: Where = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The few words of a source that prove an answer. `paragraph` counts non-empty lines from 1; 0 is unsaid."""

    source: str
    paragraph: int
    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class Card:
    """One question with exactly one answer.

    `identity` is what its history hangs on (see `deck/identity.py`); `sibling` is shared by the two sides of a
    `reverse: true` card and is otherwise the identity itself. `tags[0]` (or "") is the topic for interleaving. A
    `draft` is not asked. `allow` are the codes of rules that it may break. `supersedes` is the written id of the card
    whose answer is no longer true.

    What follows from the rest of the deck is no part of what a card says: two cards are equal without it. `former` is
    what the answer was, told by the card that this one supersedes; `superseded_by` is the identity of the card that
    is asked instead of this one, or "".
    """

    identity: str
    question: str
    answer: Answer
    language: str
    place: Place
    sibling: str
    hint: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    as_of: str = ""
    written_id: str = ""
    where: Where = field(default_factory=dict, compare=False, repr=False)
    draft: bool = False
    allow: tuple[str, ...] = ()
    supersedes: str = ""
    former: Former | None = field(default=None, compare=False)
    superseded_by: str = field(default="", compare=False)

    def at(self, key: str) -> Place:
        """Where the value of `key` was written; the card's own place if that is not known."""
        place = self.where.get(key)
        return self.place if place is None else Place(self.place.path, *place)


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck as its author wrote it: `deck:` is its id, the one thing it must say besides its cards.

    `rejected` are the ids of drafts that somebody turned down; `allow` the codes of rules that its cards may break.
    """

    id: str
    path: str
    title: str = ""
    language: str = "en"
    sources: tuple[Source, ...] = ()
    cards: tuple[Card, ...] = ()
    where: Where = field(default_factory=dict, compare=False, repr=False)
    rejected: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
