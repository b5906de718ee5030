"""When a card with history disappears and one much like it appears, the history follows.

A card is known by its question (or its `id:`), so a reworded question is another card, and so is one in another deck.
Here the two are recognised (`likeness.py` says how surely). Where it is only perhaps so, the learner is asked, with the
command to paste. Nothing leaves a file that has errors: a card that cannot be read at the moment has not left.
What left without an heir is remembered, so that it is known again when it is pasted somewhere later.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from sqlite3 import Connection
from typing import Final, NamedTuple

from quiz.deck.card import Card
from quiz.deck.identity import REVERSE
from quiz.library import aside
from quiz.library.front import question_of
from quiz.library.index import POSITIONS
from quiz.library.likeness import Side, at_home, matches, side
from quiz.problem import Place, Problem

#: How sure a move is: surely; to be seen in the log, because the new identity has a history already; perhaps.
SURELY: Final = 0
BACK: Final = 1
PERHAPS: Final = 2

_SIDE: Final = (
    "SELECT card.identity, file.deck, file.path, text.question, text.back FROM card"
    " JOIN file ON file.id = card.file JOIN text ON text.id = card.id"
)


class Move(NamedTuple):
    """A history that follows its card: the deck, the identity it had, the one it has now, and both questions.

    `back`: the new identity has a history. It is the same card if the log says that the old one had its history thence.
    """

    deck: str
    old: str
    new: str
    old_question: str
    new_question: str
    back: bool = False


class Left(NamedTuple):
    """A card with history that no deck has any more, and what it said."""

    identity: str
    deck: str
    question: str
    answer: str


class Gone:
    """The cards with history that left their files during a refresh, and the cards that came into any."""

    def __init__(self) -> None:
        self.left: set[str] = set()
        self.came: dict[int, frozenset[str]] = {}

    def leaves(self, connection: Connection, file: int, staying: Collection[str], *, well: bool = True) -> None:
        """Note the cards with history of a file that will not be in it any more; in the index, so that none is lost.

        In a file that is not `well` they are missing until it is.
        """
        rows = connection.execute(
            "SELECT card.identity FROM card JOIN memory ON memory.identity = card.identity"
            " WHERE card.id >= ? AND card.id < ?",
            _range(file),
        )
        names = {name.removesuffix(REVERSE) for (name,) in rows.fetchall()}
        missing = {row[0]: row for row in aside.with_history(connection, file) if row[0] not in staying}
        for name in names.difference(staying):
            query = f"{_SIDE} WHERE card.identity = ? AND card.file = ?"
            row = connection.execute(query, (name, file)).fetchone()
            if row is not None:
                missing[name] = (name, row[3], _bytes(_answer(row[4])))
        if well and missing:
            self.left.update(missing)
            place = connection.execute("SELECT deck, path FROM file WHERE id = ?", (file,)).fetchone()
            connection.executemany(
                "INSERT OR REPLACE INTO gone VALUES (?, ?, ?, ?, ?, 0)",
                [(name, *place, question, answer) for name, question, answer in missing.values()],
            )
        aside.keep(connection, file, aside.MISSING, () if well else missing.values())

    def enters(
        self, connection: Connection, file: int, cards: Iterable[str], unasked: Iterable[Card], *, well: bool
    ) -> None:
        """Note the cards that were not in a file before, before they are in the index; `unasked` nobody is asked."""
        rows = connection.execute("SELECT identity FROM card WHERE id >= ? AND id < ?", _range(file))
        known = {name for (name,) in rows.fetchall()}
        before = aside.unasked(connection, file)
        now = {card.identity: _said(card) for card in unasked}
        came = {*cards, *(name for name in now if name not in before)} - known
        waited = aside.came(connection, file)
        self.came[file] = frozenset(came | waited if well else came)
        aside.keep(connection, file, aside.CAME, () if well else [(name, b"", b"") for name in came | waited])
        aside.keep(connection, file, aside.UNASKED, now.values())


def note_moves(connection: Connection, gone: Gone) -> list[Problem]:
    """Note the histories that surely follow; a problem for each that perhaps does."""
    connection.execute("DELETE FROM gone WHERE EXISTS (SELECT 1 FROM there WHERE there.identity = gone.identity)")
    rows = connection.execute("SELECT identity, deck, path, question, answer FROM gone").fetchall()
    if not rows:
        return []
    left = [side(name, deck, path, question_of(said), question_of(answer)) for name, deck, path, said, answer in rows]
    came = [one for file, names in gone.came.items() for one in _came(connection, file, names)]
    known = [one for one in came if _has_history(connection, one.identity)]
    strange = {one.identity for one in known}
    found: set[str] = set()
    asked: set[str] = set()
    for pair, sure in matches(left, [one for one in came if one.identity not in strange]):
        (found if sure else asked).add(pair.old.identity)
        _keep(connection, pair.old, pair.new, SURELY if sure else PERHAPS)
    lost = [old for old in left if old.identity in gone.left and old.identity not in found]
    for old, news in _copies(connection, lost):
        sure = len(news) == 1 and old.identity not in asked
        asked.add(old.identity)
        for new in news:
            _keep(connection, old, new, SURELY if sure else PERHAPS)
    for old in lost:
        for new in known:
            if at_home(old, new) or old.same == new.same:
                _keep(connection, old, new, BACK)
    return [problem for old, problem in _doubts(connection) if old in asked]


def pending(connection: Connection) -> tuple[Move, ...]:
    """The moves that the journal does not know yet, and that the decks still bear out."""
    rows = connection.execute(
        "SELECT deck, old, new, old_question, new_question, how FROM move WHERE how != ?"
        " AND EXISTS (SELECT 1 FROM there WHERE identity = new) AND EXISTS (SELECT 1 FROM memory WHERE identity = old)"
        " AND NOT EXISTS (SELECT 1 FROM there WHERE identity = old)"
        " AND (how = ? OR NOT EXISTS (SELECT 1 FROM memory WHERE identity = new))",
        (PERHAPS, BACK),
    )
    return tuple(
        Move(deck, old, new, question_of(before), question_of(after), how == BACK)
        for deck, old, new, before, after, how in rows
    )


def left(connection: Connection) -> tuple[Left, ...]:
    """The cards that left, of which the journal does not know what they said."""
    rows = connection.execute(
        "SELECT identity, deck, question, answer FROM gone WHERE told = 0"
        " AND NOT EXISTS (SELECT 1 FROM there WHERE there.identity = gone.identity)"
        " AND identity NOT IN (SELECT old FROM move WHERE how = ?)",
        (SURELY,),
    )
    return tuple(Left(name, deck, question_of(said), question_of(answer)) for name, deck, said, answer in rows)


def followed(connection: Connection, moves: Iterable[Move], told: Iterable[Left]) -> None:
    """The journal knows of these moves, or knows better; and what these cards said."""
    connection.executemany("DELETE FROM move WHERE old = ? AND new = ?", [(move.old, move.new) for move in moves])
    connection.executemany(
        "DELETE FROM gone WHERE identity = ?", [(move.old.removesuffix(REVERSE),) for move in moves if not move.back]
    )
    connection.executemany("UPDATE gone SET told = 1 WHERE identity = ?", [(one.identity,) for one in told])


def doubts(connection: Connection) -> list[Problem]:
    """What the learner is asked: which cards may be others that left (`facts`: `old` and `new`)."""
    return [problem for _, problem in _doubts(connection)]


def _doubts(connection: Connection) -> list[tuple[str, Problem]]:
    rows = connection.execute(
        "SELECT move.new, move.old, move.deck, move.old_question, file.deck, file.path, text.back FROM move"
        " JOIN card ON card.identity = move.new JOIN file ON file.id = card.file JOIN text ON text.id = card.id"
        " WHERE move.how = ? AND NOT EXISTS (SELECT 1 FROM there WHERE identity = move.old)"
        " AND move.old IN (SELECT identity FROM memory)"
        " AND move.new NOT IN (SELECT identity FROM memory) AND move.new NOT LIKE '%/reverse'",
        (PERHAPS,),
    )
    found = []
    for new, old, deck, question, now, path, back in rows.fetchall():
        facts = {"question": question_of(question), "old": old, "new": new}
        code = "card-perhaps-reworded" if deck == now else "card-perhaps-moved"
        if deck != now:
            facts["deck"] = deck
        found.append((old, Problem(code, Place(path, *json.loads(back)[1]), facts)))
    return found


def _copies(connection: Connection, lost: Sequence[Side]) -> Iterator[tuple[Side, list[Side]]]:
    """For each card that no other took up, the cards without history that were there before and say the very same."""
    if not lost:
        return
    wanted: dict[tuple[str, str], list[Side]] = {(one.question, one.answer): [] for one in lost}
    rows = connection.execute(f"{_SIDE} WHERE text.question IN (SELECT question FROM gone)")  # noqa: S608 - names of ours
    for name, deck, path, question, back in rows.fetchall():
        one = side(name, deck, path, question_of(question), _answer(back))
        takers = wanted.get((one.question, one.answer))
        if takers is not None and not name.endswith(REVERSE) and not _has_history(connection, name):
            takers.append(one)
    for old in lost:
        if news := wanted[old.question, old.answer]:
            yield old, news


def _keep(connection: Connection, old: Side, new: Side, how: int) -> None:
    """Both sides of a card go together."""
    texts = (_bytes(old.question), _bytes(new.question))
    connection.executemany(
        "INSERT OR REPLACE INTO move VALUES (?, ?, ?, ?, ?, ?)",
        [
            (new.identity, old.identity, old.deck, *texts, how),
            (new.identity + REVERSE, old.identity + REVERSE, old.deck, *texts, how),
        ],
    )


def _came(connection: Connection, file: int, names: Collection[str]) -> Iterable[Side]:
    rows = connection.execute(f"{_SIDE} WHERE card.id >= ? AND card.id < ?", _range(file))
    for name, deck, path, question, back in rows.fetchall():
        if name in names and not name.endswith(REVERSE):
            yield side(name, deck, path, question_of(question), _answer(back))
    unasked = [row for name, row in aside.unasked(connection, file).items() if name in names]
    if unasked:
        deck, path = connection.execute("SELECT deck, path FROM file WHERE id = ?", (file,)).fetchone()
        yield from (side(name, deck, path, question_of(said), question_of(answer)) for name, said, answer in unasked)


def _has_history(connection: Connection, identity: str) -> bool:
    found = connection.execute("SELECT 1 FROM memory WHERE identity IN (?, ?)", (identity, identity + REVERSE))
    return found.fetchone() is not None


def _answer(back: bytes) -> str:
    text, items, *_ = json.loads(back)[0]
    return _joined(text, items)


def _joined(text: str, items: Sequence[str]) -> str:
    return " / ".join(items or (text,))  # of a sentence with gaps, what stands in them


def _said(card: Card) -> aside.Aside:
    return card.identity, _bytes(card.question), _bytes(_joined(card.answer.text, card.answer.items))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _range(file: int) -> tuple[int, int]:
    return file << POSITIONS, (file + 1) << POSITIONS
