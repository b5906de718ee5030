"""When a card with history disappears and one much like it appears in that deck, the history follows.

A card is known by its question (or its `id:`), so a reworded question is another card. Here the two are recognised.
Surely: the question is the same, or nearly, with the same answer and the same numbers, and no other card comes near.
Perhaps: the learner is asked, with what to do about it. Nothing is looked for in a file that has errors: a card
that cannot be read at the moment has not left.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from difflib import SequenceMatcher
from sqlite3 import Connection
from typing import Final, NamedTuple

from quiz.deck.card import Deck
from quiz.language.text import plain
from quiz.library.front import question_of
from quiz.library.index import POSITIONS
from quiz.problem import Place, Problem

#: From this likeness on (2 × letters in common / letters of both), two questions with one answer are surely one card.
SURE: Final = 0.75
#: From this one on they are perhaps one card; so are questions this much alike plus half of what is missing to 1.
PERHAPS: Final = 0.6
#: A second card that is less than this behind the best makes the best unsure.
NEAR: Final = 0.1
#: Beyond so many pairs only cards with the same answer are compared.
MANY_PAIRS: Final = 40_000


class Move(NamedTuple):
    """A history that follows its card: the deck, the identity it had, the one it has now, and both questions."""

    deck: str
    old: str
    new: str
    old_question: str
    new_question: str


class _Side(NamedTuple):
    """A card that left, or one that came: folded for comparison, and as it was written."""

    identity: str
    question: str
    folded: str
    answer: str
    place: Place | None = None


class _Pair(NamedTuple):
    likeness: float
    old: _Side
    new: _Side

    @property
    def same_answer(self) -> bool:
        return self.old.answer == self.new.answer

    @property
    def sure(self) -> bool:
        if self.likeness == 1:
            return True
        numbers = [_digits(side.folded) for side in (self.old, self.new)]
        return self.likeness >= SURE and self.same_answer and numbers[0] == numbers[1]

    @property
    def perhaps(self) -> bool:
        return self.likeness >= (PERHAPS if self.same_answer else (1 + PERHAPS) / 2)


class Gone:
    """The cards with history that left their files during a refresh, and the cards that came into the same decks."""

    def __init__(self) -> None:
        self.left: dict[str, dict[str, _Side]] = {}
        self.came: dict[str, dict[str, _Side]] = {}

    def leaves(self, connection: Connection, file: int, staying: Collection[str]) -> None:
        """Note the cards with history of a file that will not be in it any more."""
        low, high = file << POSITIONS, (file + 1) << POSITIONS
        rows = connection.execute(
            "SELECT card.identity, card.id, file.deck FROM card JOIN file ON file.id = card.file"
            " WHERE card.id >= ? AND card.id < ? AND card.due IS NOT NULL",
            (low, high),
        )
        for identity, card, deck in [row for row in rows if row[0] not in staying]:
            question, back = connection.execute("SELECT question, back FROM text WHERE id = ?", (card,)).fetchone()
            text, items, _ = json.loads(back)[0]
            self.left.setdefault(deck, {})[identity] = _side(identity, question_of(question), text, items)

    def enters(self, connection: Connection, deck: Deck) -> None:
        """Note the cards without history of a deck that has lost some, before they are in the index."""
        if deck.id not in self.left:
            return
        came = self.came.setdefault(deck.id, {})
        for card in deck.cards:
            known = connection.execute(
                "SELECT 1 FROM memory WHERE identity = ?1 UNION ALL SELECT 1 FROM card WHERE identity = ?1",
                (card.identity,),
            )
            if known.fetchone() is None:
                answer = card.answer
                came[card.identity] = _side(card.identity, card.question, answer.text, answer.items, card.place)


def note_moves(connection: Connection, gone: Gone) -> list[Problem]:
    """Note the histories that surely follow; a problem for each that perhaps does."""
    moved: list[tuple[str, str, str, bytes, bytes]] = []
    doubts: list[Problem] = []
    for deck, came in gone.came.items():
        left = [side for side in gone.left[deck].values() if not _is_there(connection, side.identity)]
        for pair, sure in _matches(left, list(came.values())):
            if sure:
                old, new = pair.old, pair.new
                moved.append((new.identity, old.identity, deck, _bytes(old.question), _bytes(new.question)))
            else:
                doubts.append(_doubt(deck, pair))
    if moved:
        connection.executemany("INSERT OR REPLACE INTO move VALUES (?, ?, ?, ?, ?)", moved)
    return doubts


def pending(connection: Connection) -> tuple[Move, ...]:
    """The moves that the journal does not know yet, and that the decks still bear out."""
    rows = connection.execute(
        "SELECT deck, old, new, old_question, new_question FROM move"
        " WHERE EXISTS (SELECT 1 FROM card WHERE identity = new) AND EXISTS (SELECT 1 FROM memory WHERE identity = old)"
        " AND NOT EXISTS (SELECT 1 FROM card WHERE identity = old)"
        " AND NOT EXISTS (SELECT 1 FROM memory WHERE identity = new)"
    )
    return tuple(
        Move(deck, old, new, question_of(before), question_of(after)) for deck, old, new, before, after in rows
    )


def _bytes(question: str) -> bytes:
    return question.encode("utf-8", "surrogatepass")


def _is_there(connection: Connection, identity: str) -> bool:
    return connection.execute("SELECT 1 FROM card WHERE identity = ?", (identity,)).fetchone() is not None


def _side(identity: str, question: str, text: str, items: Collection[str], place: Place | None = None) -> _Side:
    return _Side(identity, question, plain(question), plain(" / ".join((text, *items))), place)


def _matches(left: list[_Side], came: list[_Side]) -> Iterator[tuple[_Pair, bool]]:
    """Pairs that are one card, surely or perhaps; every card in one pair at most, the likest pairs first."""
    pairs = sorted(_pairs(left, came), key=lambda pair: (-pair.likeness, not pair.same_answer))
    taken: set[str] = set()
    for pair in pairs:
        if pair.old.identity in taken or pair.new.identity in taken:
            continue
        rivals = (
            other
            for other in pairs
            if other is not pair
            and (other.old is pair.old or other.new is pair.new)
            and other.likeness > pair.likeness - NEAR
            and other.same_answer >= pair.same_answer
        )
        yield pair, pair.sure and next(rivals, None) is None
        taken |= {pair.old.identity, pair.new.identity}


def _pairs(left: list[_Side], came: list[_Side]) -> Iterator[_Pair]:
    few = len(left) * len(came) <= MANY_PAIRS
    by_answer: dict[str, list[_Side]] = {}
    for side in came:
        by_answer.setdefault(side.answer, []).append(side)
    for old in left:
        matcher = SequenceMatcher(None, "", old.folded, autojunk=False)
        for new in came if few else by_answer.get(old.answer, ())[:100]:
            matcher.set_seq1(new.folded)
            if matcher.real_quick_ratio() < PERHAPS or matcher.quick_ratio() < PERHAPS:
                continue
            pair = _Pair(matcher.ratio(), old, new)
            if pair.perhaps:
                yield pair


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _doubt(deck: str, pair: _Pair) -> Problem:
    written = pair.old.identity.removeprefix(f"{deck}/")
    if written != pair.old.identity:
        return Problem("card-perhaps-moved", pair.new.place, {"question": pair.old.question, "id": written})
    return Problem("card-perhaps-reworded", pair.new.place, {"question": pair.old.question})
