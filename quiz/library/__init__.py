"""The folder of decks and its index: what is there, what is due, what is new, and the cards themselves.

    library = Library.open(places, settings)
    told = library.refresh()          # look at the files, read what changed
    library.sync(journal)             # copy what the journal remembers
    due = library.due(today, 200)     # candidates for the queue

The index is a cache. Damaged, it is dropped and made anew, in the midst of a question if need be; where it cannot
be written, it lives in memory. Neither is ever the learner's business.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final, TypeVar

from quiz.library import asking, index, memories
from quiz.library.asking import FLOOD, DeckRow, Decks
from quiz.library.front import Front
from quiz.library.memories import Remembers
from quiz.library.refresh import Refreshed, refresh

if TYPE_CHECKING:
    from quiz.answers.verdict import Other
    from quiz.deck.card import Card, Source
    from quiz.library.intake import Progress
    from quiz.places import Places
    from quiz.problem import Problem
    from quiz.settings import Settings
    from quiz.study.queue import Candidate

__all__ = ["FLOOD", "IN_MEMORY", "DeckRow", "Front", "Library", "Refreshed", "Remembers"]

IN_MEMORY: Final = ":memory:"
_Result = TypeVar("_Result")


class Library:
    """The decks under `paths` (folders or files), through the index at `index_path`.

    `language` is the one the learner prefers, where a deck has editions. Decks outside the learner's library are
    studied through an index of their own: `Library(IN_MEMORY, paths, language)`.
    """

    def __init__(self, index_path: str, paths: Sequence[str], language: str = "en") -> None:
        self.paths = tuple(paths)
        self.language = language
        self._index_path = index_path
        self._connection = index.connect(index_path)
        self._journal: Remembers | None = None
        self.before_reading: Callable[[sqlite3.Connection], None] | None = None

    @classmethod
    def open(cls, places: Places, settings: Settings, language: str = "en") -> Library:
        """The learner's library. Opening it reads nothing yet: `refresh` does."""
        from quiz.settings import deck_paths

        return cls(places.index, deck_paths(settings, places), language)

    def close(self) -> None:
        """Let the index go."""
        self._connection.close()

    # --- keeping up ---

    def refresh(self, progress: Progress | None = None) -> Refreshed:
        """Bring the index up to what the decks hold, and say what changed and what is wrong.

        Raises `Failure` "index-busy" if another program holds the index for too long; so does everything here.
        """
        return self._ask(lambda connection: refresh(connection, self.paths, progress, self.before_reading))

    def behind(self) -> int:
        """How many bytes of decks a refresh would read."""
        from quiz.library.refresh import behind

        return self._ask(lambda connection: behind(connection, self.paths))

    def followed(self, refreshed: Refreshed) -> None:
        """The journal knows of the moves and of the leaving that this refresh told."""
        from quiz.library.moved import followed

        self._ask(lambda connection: followed(connection, refreshed.moved, refreshed.left))

    def doubts(self) -> list[Problem]:
        """The cards that may be others that left: with what to do about each."""
        from quiz.library.moved import doubts

        return self._ask(doubts)

    def has_history(self) -> bool:
        """Whether the journal knows any card at all, as far as the index was brought up to it."""
        return self._ask(lambda connection: connection.execute("SELECT 1 FROM memory LIMIT 1").fetchone() is not None)

    def sync(self, journal: Remembers) -> int:
        """Bring the index up to what the journal remembers; how many memories were copied."""
        self._journal = journal
        return self._ask(lambda connection: memories.sync(connection, journal))

    # --- asking ---

    def decks(self, today: int) -> list[DeckRow]:
        """Every deck file, in the order of the library, with its counts on the study day `today`."""
        return self._ask(lambda connection: asking.decks(connection, today, self.language))

    def due(self, today: int, limit: int = FLOOD, deck: Decks = None) -> list[Candidate]:
        """The cards due on `today` or before, neither suspended nor buried, those longest due first.

        At most `FLOOD` are returned: the queue orders among these, and under a larger backlog the rest waits its turn.
        """
        return self._ask(lambda connection: asking.due(connection, today, limit, deck, self.language))

    def new(self, today: int, limit: int, deck: Decks = None) -> list[Candidate]:
        """The cards never asked, neither suspended nor buried, in the order of the library."""
        return self._ask(lambda connection: asking.new(connection, today, limit, deck, self.language))

    def asked(self, deck: Decks = None) -> list[str]:
        """The identities of all cards that are asked sooner or later, in the order of the library."""
        return self._ask(lambda connection: asking.asked(connection, deck, self.language))

    def front(self, identity: str) -> Front | None:
        """What the first question shows, without building a card; None if no deck has it."""
        return self._ask(lambda connection: asking.front(connection, identity, self.language))

    def cards(self, identities: Iterable[str]) -> dict[str, Card]:
        """The cards of these identities; what no deck has is left out."""
        wanted = tuple(identities)
        return self._ask(lambda connection: asking.cards(connection, wanted, self.language))

    def others(self, deck: str, limit: int = 2000) -> tuple[Other, ...]:
        """The right answers of a deck's first cards, for confusions."""
        return self._ask(lambda connection: asking.others(connection, deck, self.language, limit))

    def sources(self, deck: str) -> dict[str, Source]:
        """The sources of a deck by their keys, for citations and for the year in which they appeared."""
        return self._ask(lambda connection: asking.sources(connection, deck, self.language))

    def kinds(self) -> dict[str, str]:
        """The kind of answer of every card: identity → kind."""
        return self._ask(asking.kinds)

    def belongs(self) -> dict[str, tuple[str, str]]:
        """The kind of answer and the deck of every card: identity → (kind, deck)."""
        return self._ask(lambda connection: asking.belongs(connection, self.language))

    def tags(self) -> dict[str, tuple[str, ...]]:
        """The tags of every card that has any."""
        return self._ask(asking.tags)

    def search(self, text: str, limit: int = 50) -> list[str]:
        """The identities of the cards that a search finds, the best first (`quiz/library/search.py`)."""
        from quiz.library.search import parse, search

        return self._ask(lambda connection: search(connection, parse(text), limit, self.language))

    def meant(self, text: str) -> str:
        """What a search that finds nothing may mean instead; "" where that is not known."""
        from quiz.library.meant import meant

        return self._ask(lambda connection: meant(connection, text, self.language))

    def near(self, question: str) -> list[str]:
        """The identities of the cards that ask nearly the same as `question`, the likest first."""
        from quiz.library.search import near

        return self._ask(lambda connection: near(connection, question))

    def _ask(self, question: Callable[[sqlite3.Connection], _Result]) -> _Result:
        """Ask the index; make it anew, once, if it turns out to be damaged or not to be writable."""
        try:
            return question(self._connection)
        except sqlite3.DatabaseError as error:
            if index.is_busy(error):
                raise index.busy() from error
            self._anew(error)
        return question(self._connection)

    def _anew(self, error: sqlite3.DatabaseError) -> None:
        """Another index, filled again: in place of one that is damaged, in memory where nothing can be written."""
        self._connection.close()
        damaged = not isinstance(error, sqlite3.OperationalError)
        usable = damaged and self._index_path != IN_MEMORY and index.drop(self._index_path)
        self._connection = index.connect(self._index_path if usable else IN_MEMORY)
        refresh(self._connection, self.paths)
        if self._journal is not None:
            memories.sync(self._connection, self._journal)
