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

from quiz.deck.identity import REVERSE
from quiz.library import aside
from quiz.library.front import question_of
from quiz.library.gone import FEW, SIDE, Gone, answer_of, as_bytes, rows_of
from quiz.library.index import transaction
from quiz.library.likeness import Side, alike, at_home, matches, side
from quiz.problem import Place, Problem

#: How sure a move is: surely; to be seen in the log, because the new identity has a history already; perhaps.
SURELY: Final = 0
BACK: Final = 1
PERHAPS: Final = 2


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


def note_moves(connection: Connection, gone: Gone) -> list[Problem]:
    """Note the histories that surely follow; a problem for each that perhaps does."""
    connection.execute("DELETE FROM gone WHERE EXISTS (SELECT 1 FROM there WHERE there.identity = gone.identity)")
    rows = connection.execute("SELECT identity, deck, path, question, answer FROM gone").fetchall()
    if not rows and not gone.unasked:
        return []
    connection.execute(
        "DELETE FROM move WHERE old NOT IN (SELECT identity FROM memory)"
        " AND NOT EXISTS (SELECT 1 FROM there WHERE identity = move.new)"
    )
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
    taken = {*strange, *(new for (new,) in connection.execute("SELECT new FROM move"))}
    for pair, sure in matches(gone.unasked, [one for one in came if one.identity not in taken]):
        if sure:  # until somebody answers the old one, nothing comes of it
            _keep(connection, pair.old, pair.new, SURELY)
    for old, news in _copies(connection, lost):
        sure = len(news) == 1 and old.identity not in asked
        asked.add(old.identity)
        for new in news:
            _keep(connection, old, new, SURELY if sure else PERHAPS)
    for old in _few([one for one in lost if one.identity not in asked]):
        for new in alike(old, _never_asked(connection, old)):
            asked.add(old.identity)
            _keep(connection, old, new, PERHAPS)
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
    moves = tuple(moves)
    mains = [(move.old.removesuffix(REVERSE),) for move in moves if not move.back]
    with transaction(connection):
        connection.executemany("DELETE FROM move WHERE new = ? AND old = ?", [(move.new, move.old) for move in moves])
        connection.executemany("DELETE FROM gone WHERE identity = ?", mains)
        connection.executemany("UPDATE gone SET told = 1 WHERE identity = ?", [(one.identity,) for one in told])


def doubts(connection: Connection) -> list[Problem]:
    """What the learner is asked: which cards may be others that left (`facts`: `old` and `new`)."""
    return [problem for _, problem in _doubts(connection)]


def _doubts(connection: Connection) -> list[tuple[str, Problem]]:
    rows = connection.execute(
        "SELECT move.new, move.old, move.deck, move.old_question, file.deck, file.path, text.back FROM move"
        # moves are few, cards may be many: CROSS JOIN keeps the order
        " CROSS JOIN card ON card.identity = move.new JOIN file ON file.id = card.file JOIN text ON text.id = card.id"
        " WHERE move.how = ? AND NOT EXISTS (SELECT 1 FROM there WHERE identity = move.old)"
        " AND EXISTS (SELECT 1 FROM memory WHERE identity = move.old)"
        " AND NOT EXISTS (SELECT 1 FROM memory WHERE identity = move.new) AND move.new NOT LIKE '%/reverse'",
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
    rows = connection.execute(f"{SIDE} WHERE text.question IN (SELECT question FROM gone)")  # noqa: S608 - names of ours
    for name, deck, path, question, back in rows.fetchall():
        one = side(name, deck, path, question_of(question), answer_of(back))
        takers = wanted.get((one.question, one.answer))
        if takers is not None and not name.endswith(REVERSE) and not _has_history(connection, name):
            takers.append(one)
    for old in lost:
        if news := wanted[old.question, old.answer]:
            yield old, news


def _few(lost: Sequence[Side]) -> Sequence[Side]:
    return lost if len(lost) <= FEW else ()


def _never_asked(connection: Connection, old: Side) -> Iterator[Side]:
    """The cards without history that stand where a card stood that left."""
    files = connection.execute("SELECT id FROM file WHERE deck = ? OR path = ?", (old.deck, old.path)).fetchall()
    query = f"{SIDE} WHERE card.id >= ? AND card.id < ? AND card.due IS NULL AND card.sibling IS NULL"
    for (file,) in files:
        for name, deck, path, question, back in connection.execute(query, rows_of(file)).fetchall():
            if not _has_history(connection, name):
                yield side(name, deck, path, question_of(question), answer_of(back))


def _keep(connection: Connection, old: Side, new: Side, how: int) -> None:
    """Both sides of a card go together."""
    texts = (as_bytes(old.question), as_bytes(new.question))
    connection.executemany(
        "INSERT OR REPLACE INTO move VALUES (?, ?, ?, ?, ?, ?)",
        [
            (new.identity, old.identity, old.deck, *texts, how),
            (new.identity + REVERSE, old.identity + REVERSE, old.deck, *texts, how),
        ],
    )


def _came(connection: Connection, file: int, names: Collection[str]) -> Iterable[Side]:
    rows = connection.execute(f"{SIDE} WHERE card.id >= ? AND card.id < ?", rows_of(file))
    for name, deck, path, question, back in rows.fetchall():
        if name in names and not name.endswith(REVERSE):
            yield side(name, deck, path, question_of(question), answer_of(back))
    unasked = [row for name, row in aside.unasked(connection, file).items() if name in names]
    if unasked:
        deck, path = connection.execute("SELECT deck, path FROM file WHERE id = ?", (file,)).fetchone()
        yield from (side(name, deck, path, question_of(said), question_of(answer)) for name, said, answer in unasked)


def _has_history(connection: Connection, identity: str) -> bool:
    found = connection.execute("SELECT 1 FROM memory WHERE identity IN (?, ?)", (identity, identity + REVERSE))
    return found.fetchone() is not None
