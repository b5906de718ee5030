"""The journal: the append-only log of what happened, in SQLite, and what follows from it, kept beside it.

    with Journal.open(path) as journal:
        (memory,) = journal.append([event])        # durable when it returns
        journal.merge(other.events())              # a union: in any order, as often as you like

The tables are explained in docs/log.md. `log.py` writes and reads events, `projection.py` keeps memories, `recent.py`
reads what was lately, `file.py` makes and opens the file, `schema.py` its tables, `inspection.py` looks for damage,
`faults.py` says what went wrong.
This room is on the way to the first question: opening and asking for memories loads sqlite3 and little else; the model
and the events are loaded when they are needed.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar

from quiz.journal import file, schema
from quiz.journal.faults import fail, told
from quiz.memory.memory import FOLD, REVIEW_FOLD, Memory

if TYPE_CHECKING:
    from types import TracebackType

    from quiz.journal.counting import Overruled, Prediction
    from quiz.journal.projection import Folding
    from quiz.memory.event import Event
    from quiz.memory.review import Review
    from quiz.problem import Problem
    from quiz.stats.calibration import Past
    from quiz.stats.count import Counts

T = TypeVar("T")

_NAMES: Final = ", ".join(f'"{name}"' for name in Memory._fields)
_BATCH: Final = 500


class Journal:
    """One journal file. Make it with `Journal.open`; close it, or use it in a `with`.

    Every method raises `Failure` when the file cannot be read or written; a change then has not happened at all.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: str,
        *,
        weights: Sequence[float] = (),
        retention: float = 0.9,
        rollover_hour: int = 4,
        read_only: bool = False,
    ) -> None:
        self._connection = connection
        self._path = path
        self._given = (tuple(float(weight) for weight in weights), float(retention), rollover_hour)
        self._read_only = read_only
        self._copied = False
        self._stamp = f"{FOLD} {REVIEW_FOLD} {retention!r} {rollover_hour} {self._given[0]!r}"

    @classmethod
    def open(
        cls,
        path: str | os.PathLike[str],
        *,
        weights: Sequence[float] = (),
        retention: float = 0.9,
        rollover_hour: int = 4,
        read_only: bool = False,
    ) -> Self:
        """Open the journal at `path`, and make it when it is missing.

        Args:
            path: the file. A new one is its owner's alone (0600, in a folder of 0700).
            weights: the 21 weights of the model; () are those that the log holds as tuned, else the defaults.
            retention: the share of recalls that are to succeed.
            rollover_hour: the hour at which a study day begins.
            read_only: change nothing on the disk; a missing file is an empty journal.

        Raises:
            Failure: the file is not a journal, is damaged or empty, or comes from a later quiz; or the disk refuses.
        """
        path = os.fspath(path)
        connection = file.open_(path, read_only=read_only)
        journal = cls(
            connection, path, weights=weights, retention=retention, rollover_hour=rollover_hour, read_only=read_only
        )
        try:
            journal._settle()
        except BaseException:
            connection.close()
            raise
        return journal

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    # --- writing ---

    def append(self, events: Iterable[Event]) -> tuple[Memory, ...]:
        """Log these events, in one transaction, durable on return; events that are there already change nothing.

        Returns:
            The memories of the cards that the events are about, in the order of their first appearance.
        """
        events = tuple(events)
        self._log(events)
        cards = dict.fromkeys(event.card for event in events if event.card)
        return tuple(self.memories(cards).values())

    def merge(self, events: Iterable[Event]) -> int:
        """Take in the events of another journal, in one transaction; how many were new.

        A union: commutative, associative, idempotent.
        """
        return self._log(events)

    def rebuild(self) -> None:
        """Fold every card anew. Needed by nobody whose file is sound: the journal does it itself when it must."""
        with self._writing():
            self._rebuild()

    # --- reading ---

    def memory(self, card: str) -> Memory:
        """What is remembered of a card; a new one where nothing happened yet."""
        return self.memories((card,))[card]

    def memories(self, cards: Iterable[str]) -> dict[str, Memory]:
        """What is remembered of these cards, in their order; a new memory where nothing happened yet."""
        found = {card: Memory(card) for card in cards}
        names = tuple(found)
        with told(self._path):
            if self._stale:
                return {card: self._fold(card) for card in names}
            for start in range(0, len(names), _BATCH):
                batch = names[start : start + _BATCH]
                marks = ", ".join("?" * len(batch))
                query = f"SELECT {_NAMES} FROM memory WHERE card IN ({marks})"  # noqa: S608 - names and marks of ours
                for row in self._connection.execute(query, batch):
                    found[row[0]] = _memory(row)
        return found

    def changed_since(self, counter: int) -> Iterator[Memory]:
        """The memories that changed since `Journal.counter` was this; all of them since 0 (or -1)."""
        with told(self._path):
            later = f" WHERE changed > {int(counter)} ORDER BY changed" if counter > 0 else ""
            rows = self._all(f"SELECT {_NAMES} FROM memory{later}")  # noqa: S608 - a number
            if self._stale:
                return iter([self._fold(row[0]) for row in rows])
        return map(_memory, rows)

    @property
    def counter(self) -> int:
        """Grows whenever a memory changes, by whichever process."""
        return int(self._read_stamp("counter", 0))

    def mark(self, counter: int) -> str:
        """The name of what was remembered when `Journal.counter` was this; "" where that is not known (any more).

        Made by chance at each change: where a copy was restored and grew to the same count, the name is another.
        """
        with told(self._path):
            rows = self._all("SELECT name FROM mark WHERE counter = ?", counter)
        return str(rows[0][0]) if rows else ""

    @property
    def identity(self) -> str:
        """The name of this journal, made by chance with it; "" for one that does not exist yet."""
        return str(self._read_stamp("identity", ""))

    @property
    def weights(self) -> tuple[float, ...]:
        """The weights in force: those given at opening, else those last tuned, else () for the defaults."""
        if self._given[0]:
            return self._given[0]
        with told(self._path):
            return self._folding.current

    @property
    def newest(self) -> int | None:
        """The moment of the newest event, or None."""
        with told(self._path):
            (at,) = self._all("SELECT max(at) FROM log")[0]
        return None if at is None else int(at)

    def events(self, card: str | None = None, since: int | None = None) -> Iterator[Event]:
        """The events in the order of (at, id): of one identity or of all, from a moment (milliseconds) on."""
        from quiz.journal import log

        with told(self._path):
            yield from log.events(self._connection, card, since)

    def event(self, key: str) -> Event | None:
        """The event with this id."""
        from quiz.journal import log

        with told(self._path):
            return log.one(self._connection, key)

    def last_undoable(self, device: str | None = None) -> Event | None:
        """The newest event that can be undone and is not undone yet, of one device or of all."""
        from quiz.journal import log

        with told(self._path):
            return log.last_undoable(self._connection, device)

    def today(self, day: int) -> tuple[int, int]:
        """The cards first reviewed on this study day, and the reviews done on it."""
        return self.days(day, day).get(day, (0, 0))

    def days(self, first: int, last: int) -> dict[int, tuple[int, int]]:
        """For each study day of a range with reviews: the cards first reviewed on it, and the reviews done."""
        with told(self._path):
            rows = self._all(
                "SELECT day, sum(introduced), sum(reviews) FROM lived WHERE day BETWEEN ? AND ? GROUP BY day",
                first,
                last,
            )
        return {day: (introduced, reviews) for day, introduced, reviews in rows}

    def latencies(self, limit: int = 500) -> tuple[int, ...]:
        """How soon the last right answers began, in milliseconds to the first key, the newest last.

        Each card's first answer of a study day, without a hint, as it stands after undoings and regradings.
        """
        from quiz.journal import recent

        with told(self._path):
            return recent.latencies(self._connection, limit, self._given[2])

    def confusions(self, since: int) -> dict[str, frozenset[str]]:
        """Each card, and those it was confused with since a moment (milliseconds); what was undone does not count."""
        from quiz.journal import recent

        with told(self._path):
            return recent.confusions(self._connection, since)

    def counts(self, today: int, since: int, cards: Collection[str] | None = None) -> Counts:
        """The reviews counted: by study day over the whole log; by card, age and hour from the study day `since` on.

        The same as `quiz.stats.count.count` of all `reviews`. `cards`: only these; None is all. What comes after the
        study day `today` is left out.
        """
        from quiz.journal import counting

        with self._reviewed():
            return counting.counts(self._connection, today, since, cards)

    def lived(self, cards: Collection[str]) -> int:
        """How many of these cards have reviews that stand; those of a card that was renamed are its heir's."""
        from quiz.journal import counting

        with self._reviewed():
            return counting.lived(self._connection, cards)

    def reviews(self, card: str | None = None, since: int | None = None) -> Iterator[Review]:
        """The reviews as they stand, card by card as they were lived: of one card or of all, from a study day on.

        A card that was renamed has them under its identity now, and none under the one before.
        """
        from quiz.journal import counting

        with self._reviewed():
            yield from counting.reviews(self._connection, card, since)

    def predictions(self) -> Iterator[Prediction]:
        """Of every review a day or more after the one before: the card, whether it succeeded, what was foretold."""
        from quiz.journal import counting

        with self._reviewed():
            yield from counting.predictions(self._connection)

    def past(self) -> Iterator[Past]:
        """Every review in short, card by card as they were lived: to calibrate, and to fit."""
        from quiz.journal import past

        with self._reviewed():
            yield from past.past(self._connection)

    def answered(self, until: int | None = None) -> int:
        """How many reviews stand; or how many of them there were at a moment (milliseconds)."""
        from quiz.journal import past

        with self._reviewed():
            return past.answered(self._connection, until)

    def last_tuned(self) -> tuple[int, int | None] | None:
        """When weights were last tuned, and to how many reviews, if the event says it; None: never."""
        from quiz.journal import past

        with told(self._path):
            return past.last_tuned(self._connection)

    def confused(self, since: int) -> list[tuple[str, str, int]]:
        """Each card, the one whose answer was given for its own, and how often, from the study day `since` on."""
        from quiz.journal import counting

        with self._reviewed():
            return counting.confused(self._connection, since)

    def usual_wrong(self, cards: Collection[str]) -> dict[str, str]:
        """What is typed most often where these cards are failed; cards where nothing was are missing."""
        from quiz.journal import counting

        with self._reviewed():
            return counting.usual_wrong(self._connection, cards)

    def overruled(self, since: int = 0, verdict: str = "right") -> list[Overruled]:
        """The answers that the learner gave this verdict against the machine's, from a study day on, and what came."""
        from quiz.journal import counting

        with self._reviewed():
            return counting.overruled(self._connection, since, verdict)

    def to_mend(self) -> frozenset[str]:
        """The cards that wait for mending, by their identities now and before a renaming."""
        from quiz.journal import mending

        with told(self._path):
            return mending.to_mend(self._connection)

    def heirs(self, card: str) -> frozenset[str]:
        """The identities that some renaming gave the history of `card`, directly or not, perhaps undone since."""
        from quiz.journal import log

        with told(self._path):
            return frozenset(log.heirs(self._connection, card))

    def orphans(self, present: Collection[str]) -> list[Memory]:
        """The memories of cards that are not `present`, and whose history no present card, nor a later one, has."""
        from quiz.journal import orphans

        return orphans.orphans(self, present)

    def check(self) -> tuple[Problem, ...]:
        """Look at every page and every line: what is damaged. A line whose id is not the hash of the rest is."""
        from quiz.journal import inspection

        return inspection.check(self._connection, self._path)

    # --- within ---

    def _settle(self) -> None:
        """See that the file is ours and that its memories were folded as we would."""
        with told(self._path):
            if schema.pending(self._connection, self._path):
                if self._read_only:
                    self._connection, self._copied = file.copied(self._connection), True
                schema.migrate(self._connection)
            if self._stale and not self._read_only:
                self.rebuild()

    @contextmanager
    def _reviewed(self) -> Iterator[None]:
        """See that the reviews are kept as we would: a stale file that is only read is folded anew in a copy."""
        with told(self._path):
            if self._stale:
                if self._read_only and not self._copied:
                    self._connection, self._copied = file.copied(self._connection), True
                with self._transaction():
                    self._rebuild()
            yield

    @property
    def _stale(self) -> bool:
        return self._read_stamp("projection", "") != self._stamp

    def _log(self, events: Iterable[Event]) -> int:
        from quiz.journal import log, projection

        with self._writing():
            writing, tuned, cards = log.Writing(self._connection), list[int](), dict[str, None]()
            stream = iter(events)
            while part := tuple(islice(stream, _BATCH)):
                if not writing.add(part):
                    continue
                for event in part:
                    if event.kind == "tuned":
                        tuned.append(event.at)
                    if event.card:
                        cards[event.card] = None
            writing.close()
            if tuned:
                projection.keep_tunings(self._connection)
                self._forget_folding()
            if self._stale or writing.bulk:
                self._rebuild()
            elif tuned:
                # New weights change every memory; of reviews only those that came later were foretold by them.
                foretold = cards or log.reviewed_since(self._connection, min(tuned))
                projection.rebuild(self._connection, self._folding, self._stamp, reviews=bool(foretold))
            else:
                for card in tuple(cards):
                    cards.update(dict.fromkeys(log.heirs(self._connection, card)))
                projection.refold(self._connection, cards, self._folding)
        return writing.fresh

    def _rebuild(self) -> None:
        from quiz.journal import projection

        projection.rebuild(self._connection, self._folding, self._stamp)

    def _fold(self, card: str) -> Memory:
        from quiz.journal import projection

        return projection.fold(card, projection.gather(self._connection, card), self._folding)

    @cached_property
    def _folding(self) -> Folding:
        from quiz.journal import projection

        return projection.Folding(*self._given, projection.read_tunings(self._connection))

    def _forget_folding(self) -> None:
        self.__dict__.pop("_folding", None)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self._read_only:
            raise fail("journal-unwritable", self._path, error="read-only")
        with told(self._path, writing=True), self._transaction():
            yield

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            self._forget_folding()  # another process may have tuned
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def _all(self, query: str, *values: int | str) -> list[tuple[Any, ...]]:
        return self._connection.execute(query, values).fetchall()

    def _read_stamp(self, name: str, default: T) -> T:
        with told(self._path):
            rows = self._all("SELECT value FROM stamp WHERE name = ?", name)
        return rows[0][0] if rows else default


def _memory(row: tuple[Any, ...]) -> Memory:
    # By the hundred thousand for figures: `_replace` would take six times as long, `_make` twice.
    return tuple.__new__(Memory, (*row[:7], row[7] == 1, row[8], row[9], row[10] == 1, row[11]))


__all__: Final = ["Journal"]
