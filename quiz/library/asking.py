"""The questions that the shell asks of the index. Each costs what it returns, not what the library holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from sqlite3 import Connection
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from quiz.library.front import FRONT, Front, read_front
from quiz.library.index import POSITIONS
from quiz.study.queue import Candidate

if TYPE_CHECKING:
    from quiz.answers.verdict import Other
    from quiz.deck.card import Card, Source
    from quiz.problem import Problem

#: How many due cards are worth ordering: behind by more, the longest due are taken and the rest waits its turn.
FLOOD: Final = 2_000

Decks = str | Sequence[str] | None

_COLUMNS: Final = "identity, file, id, topic, sibling, due, interval, last_day, again, last_at"
#: Of a card in several editions, the one that is asked; else the first of the library.
_BEST_LAST: Final = "ifnull(file.edition IN ('', ?), 0) * 1000000 - file.rank"
_DUE_THEN_ROW: Final = itemgetter(5, 2)
_MASK: Final = (1 << POSITIONS) - 1


class DeckRow(NamedTuple):
    """A deck file of the library, with its counts today. `asked` is false for an edition in another language and for
    a file that is set aside; `id` is "" while the file never could be read. `told` are its problems as JSON: few ask.
    """

    id: str
    title: str
    language: str
    path: str
    cards: int
    due: int
    new: int
    suspended: int
    asked: bool
    told: tuple[str, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the file, and with other files."""
        if all(text == "[]" for text in self.told):
            return ()
        from quiz.library.rows import text_to_problems

        return tuple(problem for text in self.told for problem in text_to_problems(text))


class _Shelf(NamedTuple):
    """A file whose cards are asked."""

    id: int
    deck: str
    rank: int
    new: int


def decks(connection: Connection, today: int, language: str) -> list[DeckRow]:
    """Every deck file in the order of the library. Buried cards are neither due nor new."""
    due = dict(connection.execute("SELECT file, sum(cards) FROM tally WHERE day <= ? GROUP BY file", (today,)))
    buried: dict[int, list[int]] = {}
    for file, scheduled, fresh in connection.execute(
        "SELECT file, total(due <= ?1), total(due IS NULL) FROM card"
        " WHERE buried_on = ?1 AND buried_on IS NOT NULL AND suspended = 0 GROUP BY file",
        (today,),
    ):
        buried[file] = [int(scheduled), int(fresh)]
    rows = connection.execute(
        "SELECT id, deck, title, language, path, cards, new, suspended, edition, problems, clashes"
        " FROM file ORDER BY rank, path"
    )
    listed = []
    for file, deck, title, spoken, path, cards, new, suspended, edition, problems, clashes in rows:
        less_due, less_new = buried.get(file, (0, 0))
        listed.append(
            DeckRow(
                deck,
                title,
                spoken,
                path,
                cards,
                due.get(file, 0) - less_due,
                new - less_new,
                suspended,
                edition in ("", language),
                (problems, clashes),
            )
        )
    return listed


def due(connection: Connection, today: int, limit: int, wanted: Decks, language: str) -> list[Candidate]:
    """The cards due today or before, those longest due first, at most `limit` (and at most `FLOOD`)."""
    limit = min(limit, FLOOD)
    shelves = {shelf.id: shelf for shelf in _shelves(connection, wanted, language)}
    rows: list[Any] = []
    condition = "due IS NOT NULL AND suspended = 0 AND due <= ? AND buried_on IS NOT ? ORDER BY due LIMIT ?"
    if wanted is None:
        for edition in ("", language):
            rows += connection.execute(
                f"SELECT {_COLUMNS} FROM card INDEXED BY card_due WHERE edition = ? AND {condition}",  # noqa: S608
                (edition, today, today, limit),
            )
    else:
        for shelf in shelves.values():
            rows += connection.execute(
                f"SELECT {_COLUMNS} FROM card INDEXED BY card_due_in_file WHERE file = ? AND {condition}",  # noqa: S608
                (shelf.id, today, today, limit),
            )
    rows.sort(key=_DUE_THEN_ROW)
    return _candidates(rows[:limit], shelves)


def new(connection: Connection, today: int, limit: int, wanted: Decks, language: str) -> list[Candidate]:
    """The cards never asked, in the order of the library, at most `limit`."""
    found: list[Candidate] = []
    for shelf in _shelves(connection, wanted, language):
        if len(found) >= limit:
            break
        if shelf.new:
            rows = connection.execute(
                f"SELECT {_COLUMNS} FROM card INDEXED BY card_new WHERE file = ? AND due IS NULL AND suspended = 0"  # noqa: S608
                " AND buried_on IS NOT ? ORDER BY id LIMIT ?",
                (shelf.id, today, limit - len(found)),
            )
            found += _candidates(rows, {shelf.id: shelf})
    return found


def _shelves(connection: Connection, wanted: Decks, language: str) -> list[_Shelf]:
    rows = connection.execute(
        "SELECT id, deck, rank, new FROM file WHERE edition = '' OR edition = ? ORDER BY rank, path", (language,)
    )
    shelves = [_Shelf(*row) for row in rows]
    if wanted is None:
        return shelves
    names = {wanted} if isinstance(wanted, str) else set(wanted)
    return [shelf for shelf in shelves if shelf.deck in names]


def _candidates(rows: Iterable[tuple[Any, ...]], shelves: Mapping[int, _Shelf]) -> list[Candidate]:
    # By the thousand before the first question: one comprehension, no call but the tuple's own.
    return [
        Candidate(
            identity,
            shelf.deck,
            topic,
            sibling or identity,
            shelf.rank << POSITIONS | card & _MASK,
            due,
            interval,
            last_day,
            again == 1,
            last_at,
        )
        for identity, file, card, topic, sibling, due, interval, last_day, again, last_at in rows
        if (shelf := shelves.get(file))
    ]


def asked(connection: Connection, wanted: Decks, language: str) -> list[str]:
    """The identities of all cards that are asked sooner or later, in the order of the library: not the suspended."""
    found: dict[str, None] = {}
    for shelf in _shelves(connection, wanted, language):
        rows = connection.execute(
            "SELECT identity FROM card WHERE id >= ? AND id < ? AND suspended = 0 ORDER BY id",
            (shelf.id << POSITIONS, (shelf.id + 1) << POSITIONS),
        )
        found.update((identity, None) for (identity,) in rows)
    return list(found)


def front(connection: Connection, identity: str, language: str) -> Front | None:
    """What the first question shows, or None if no deck has that card."""
    row = connection.execute(
        f"SELECT card.kind, card.topic, file.deck, file.title, {FRONT} FROM card"  # noqa: S608
        " JOIN file ON file.id = card.file JOIN text ON text.id = card.id WHERE card.identity = ?"
        f" ORDER BY {_BEST_LAST} DESC LIMIT 1",
        (identity, language),
    ).fetchone()
    if row is None:
        return None
    kind, topic, deck, title, *columns = row
    return read_front(identity, kind, topic, deck, title, tuple(columns))


def cards(connection: Connection, identities: Iterable[str], language: str) -> dict[str, Card]:
    """The cards of these identities, as they were read; what no deck has is left out."""
    from quiz.library.rows import read_card

    wanted = list(dict.fromkeys(identities))
    found: dict[str, Card] = {}
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        rows = connection.execute(
            f"SELECT card.identity, card.sibling, card.kind, file.path, text.back, {FRONT} FROM card"  # noqa: S608
            " JOIN file ON file.id = card.file JOIN text ON text.id = card.id"
            f" WHERE card.identity IN (?{', ?' * (len(part) - 1)}) ORDER BY {_BEST_LAST}",
            (*part, language),
        )
        for identity, sibling, kind, path, back, *columns in rows:  # the best comes last
            found[identity] = read_card(identity, sibling, kind, path, tuple(columns), back)
    return {identity: found[identity] for identity in wanted if identity in found}


def others(connection: Connection, deck: str, language: str, limit: int) -> tuple[Other, ...]:
    """The right answers of a deck's first `limit` cards, for confusions."""
    from quiz.answers.verdict import Other
    from quiz.library.rows import read_card

    listed: list[Other] = []
    for shelf in _shelves(connection, deck, language):
        rows = connection.execute(
            f"SELECT card.identity, card.kind, text.back, {FRONT} FROM card JOIN text ON text.id = card.id"  # noqa: S608
            " WHERE card.id >= ? AND card.id < ? ORDER BY card.id LIMIT ?",
            (shelf.id << POSITIONS, (shelf.id + 1) << POSITIONS, limit - len(listed)),
        )
        for identity, kind, back, *columns in rows:
            card = read_card(identity, None, kind, "", tuple(columns), back)
            listed.append(Other(identity, card.question, card.answer))
    return tuple(listed)


def sources(connection: Connection, deck: str, language: str) -> dict[str, Source]:
    """The sources of a deck, of the edition that is asked, by their keys."""
    from quiz.library.rows import text_to_sources

    row = connection.execute(
        "SELECT sources FROM file WHERE deck = ? AND edition IN ('', ?) ORDER BY rank LIMIT 1", (deck, language)
    ).fetchone()
    return {} if row is None else text_to_sources(row[0])


def kinds(connection: Connection) -> dict[str, str]:
    """The kind of answer of every card of the library."""
    return dict(connection.execute("SELECT identity, kind FROM card"))


def belongs(connection: Connection, language: str) -> dict[str, tuple[str, str]]:
    """The kind of answer and the deck of every card of the library; cards of one kind in one file share the pair."""
    from functools import cache

    best = connection.execute(f"SELECT id, deck FROM file ORDER BY {_BEST_LAST}", (language,)).fetchall()  # noqa: S608
    found: dict[str, tuple[str, str]] = {}
    for file, deck in best:
        rows = connection.execute(
            "SELECT identity, kind FROM card WHERE id >= ? AND id < ?", (file << POSITIONS, (file + 1) << POSITIONS)
        )
        pair = cache(lambda kind, deck=deck: (kind, deck))
        found.update([(identity, pair(kind)) for identity, kind in rows])
    return found


def tags(connection: Connection) -> dict[str, tuple[str, ...]]:
    """The tags of every card that has any."""
    from json import loads

    rows = connection.execute("SELECT card.identity, text.back FROM card JOIN text ON text.id = card.id")
    return {identity: tuple(tags) for identity, back in rows if (tags := loads(back)[3][0])}
