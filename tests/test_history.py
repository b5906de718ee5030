"""History follows the card: what an author does to his decks, line by line, and where the memory is afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.journal import Journal
from quiz.library import Library
from quiz.memory.event import Event

AT = 1_760_000_000_000
X = "deck: x\ncards:\n"
Y = "deck: y\ncards:\n"
CAPITAL = "  - question: What is the capital of Australia?\n    answer: Canberra\n"
REWORDED = "  - question: What is the capital city of Australia?\n    answer: Canberra\n"
RIVER = "  - question: Which river flows through Rome?\n    answer: the Tiber\n"
WITH_ID = f"{CAPITAL}    id: cap\n"
BOTH_WAYS = f"{CAPITAL}    reverse: true\n"


class Desk:
    """A folder of decks, a library and a journal."""

    def __init__(self, top: Path) -> None:
        self.top = top
        (top / "decks").mkdir()
        self.library = Library(str(top / "index.db"), [str(top / "decks")])
        self.journal = Journal.open(top / "journal.db")
        self.at = AT

    def write(self, files: dict[str, str]) -> list[tuple[str, str]]:
        """Make the folder hold just these; the old and the new question of each history that follows."""
        for path in (self.top / "decks").iterdir():
            if path.name not in files:
                path.unlink()
        for name, text in files.items():
            (self.top / "decks" / name).write_text(text, encoding="utf-8")
        return self.settle()

    def settle(self) -> list[tuple[str, str]]:
        """What `quiz` does at its start."""
        told = self.library.refresh()
        self.doubts = [problem.code for problem in told.problems if problem.code.startswith("card-perhaps")]
        moves = [move for move in told.moved if not move.back or move.old in self.journal.heirs(move.new)]
        for move in moves:
            self.say("renamed", move.new, **{"from": move.old})
        self.library.followed(told)
        self.library.sync(self.journal)
        return [(move.old_question, move.new_question) for move in moves]

    def say(self, kind: str, card: str, rating: int | None = None, device: str = "here", **rest: str) -> Event:
        """Log something, a minute after the last."""
        self.at += 60_000
        event = Event(self.at, 0, device, kind, card, rating=rating, rest=rest)
        self.journal.append([event])
        return event

    def answer(self) -> None:
        """Answer every card once."""
        for card in sorted(self.library.kinds()):
            self.say("reviewed", card, 3)
        self.library.sync(self.journal)

    def reviews(self) -> dict[str, int]:
        """How often the present cards were answered, by their questions."""
        cards = self.library.cards(self.library.kinds())
        return {card.question: self.journal.memory(name).reviews for name, card in cards.items()}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty one."""
    return Desk(tmp_path)


@pytest.mark.parametrize(
    ("before", "after", "reviews", "moves", "doubts"),
    [
        pytest.param(
            {"a.yaml": X + CAPITAL}, {"a.yaml": X + CAPITAL.replace("Canberra", "Sydney")}, [1], 0, 0, id="answer"
        ),
        pytest.param(
            {"a.yaml": X + CAPITAL},
            {"a.yaml": X + CAPITAL + "    hint: no\n    accept: C\n"},
            [1],
            0,
            0,
            id="hint, accept",
        ),
        pytest.param(
            {"a.yaml": X + CAPITAL}, {"a.yaml": X + CAPITAL.replace("answer", "person")}, [1], 0, 0, id="kind"
        ),
        pytest.param(
            {"a.yaml": X + CAPITAL},
            {"a.yaml": X + CAPITAL.replace("capital of", "CAPITAL  of")},
            [1],
            0,
            0,
            id="case, space",
        ),
        pytest.param({"a.yaml": X + CAPITAL}, {"a.yaml": X + REWORDED}, [1], 1, 0, id="reworded"),
        pytest.param(
            {"a.yaml": X + WITH_ID}, {"a.yaml": X + REWORDED + "    id: cap\n"}, [1], 0, 0, id="reworded with id"
        ),
        pytest.param({"a.yaml": X + CAPITAL}, {"a.yaml": X + WITH_ID}, [1], 1, 0, id="id added"),
        pytest.param({"a.yaml": X + WITH_ID}, {"a.yaml": X + CAPITAL}, [1], 1, 0, id="id removed"),
        pytest.param(
            {"a.yaml": X + WITH_ID}, {"a.yaml": X + WITH_ID.replace("cap\n", "oz\n")}, [1], 1, 0, id="id changed"
        ),
        pytest.param({"a.yaml": X + CAPITAL + RIVER}, {"a.yaml": X + RIVER + CAPITAL}, [1, 1], 0, 0, id="swapped"),
        pytest.param({"a.yaml": X + CAPITAL}, {"b.yaml": X + CAPITAL}, [1], 0, 0, id="file renamed"),
        pytest.param({"a.yaml": X + CAPITAL + RIVER}, {"a.yaml": Y + CAPITAL + RIVER}, [1, 1], 2, 0, id="deck renamed"),
        pytest.param(
            {"a.yaml": X + CAPITAL + RIVER, "b.yaml": Y + REWORDED},
            {"a.yaml": X + RIVER, "b.yaml": Y + REWORDED + CAPITAL},
            [1, 1, 1],
            1,
            0,
            id="to a later deck",
        ),
        pytest.param(
            {"b.yaml": X + CAPITAL + RIVER, "a.yaml": Y + REWORDED},
            {"b.yaml": X + RIVER, "a.yaml": Y + REWORDED + CAPITAL},
            [1, 1, 1],
            1,
            0,
            id="to an earlier deck",
        ),
        pytest.param(
            {"a.yaml": X + CAPITAL + RIVER}, {"a.yaml": X + RIVER, "b.yaml": Y + CAPITAL}, [1, 1], 1, 0, id="split"
        ),
        pytest.param(
            {"a.yaml": X + CAPITAL, "b.yaml": Y + RIVER}, {"b.yaml": Y + RIVER + CAPITAL}, [1, 1], 1, 0, id="merged"
        ),
        pytest.param(
            {"a.yaml": X + CAPITAL}, {"a.yaml": X + CAPITAL, "b.yaml": Y + CAPITAL}, [0, 1], 0, 0, id="copied"
        ),
        pytest.param({"a.yaml": X + BOTH_WAYS}, {"a.yaml": Y + BOTH_WAYS}, [1, 1], 2, 0, id="both sides"),
        pytest.param(
            {"a.yaml": X + CAPITAL},
            {"a.yaml": X + REWORDED.replace("Canberra", "Sydney")},
            [0],
            0,
            1,
            id="reworded, and another answer",
        ),
        pytest.param(
            {"a.yaml": X + CAPITAL},
            {"a.yaml": Y + RIVER, "b.yaml": "deck: z\ncards:\n" + RIVER},
            [0, 0],
            0,
            0,
            id="others came",
        ),
        pytest.param(
            {"a.yaml": X + CAPITAL + RIVER}, {"a.yaml": "deck: x\ncards:\n\t- ?"}, [1, 1], 0, 0, id="unreadable"
        ),
    ],
)
def test_an_edit(desk, before, after, reviews, moves, doubts):
    """After this edit, so many histories were moved, so many asked about, and the cards know so many reviews."""
    desk.write(before)
    desk.answer()
    told = desk.write(after)
    cards = desk.library.cards(desk.library.kinds())
    assert sorted(desk.journal.memory(name).reviews for name in cards) == reviews
    assert (len(told), len(desk.doubts)) == (moves, doubts)


def test_cut_and_pasted_later(desk):
    """A card that was cut from one deck and pasted into another after quiz had run is the same card."""
    desk.write({"a.yaml": X + CAPITAL + RIVER})
    desk.answer()
    assert desk.write({"a.yaml": X + RIVER}) == []
    assert len(desk.write({"a.yaml": X + RIVER, "b.yaml": Y + CAPITAL})) == 1
    assert list(desk.reviews().values()) == [1, 1]


def test_deleted_and_pasted_back(desk):
    """A card, or a drive, that comes back finds all as it was."""
    desk.write({"a.yaml": X + CAPITAL})
    desk.answer()
    assert desk.write({}) == []
    assert desk.write({"a.yaml": X + CAPITAL}) == []
    assert list(desk.reviews().values()) == [1]


def test_a_chain_and_back(desk):
    """A question reworded twice, then put back, has all of its answers; and what another device said of the old one."""
    third = REWORDED.replace("What is", "What's")
    desk.write({"a.yaml": X + CAPITAL})
    (first,) = desk.library.kinds()
    desk.answer()
    for number, card in enumerate((REWORDED, third, CAPITAL), 2):
        assert len(desk.write({"a.yaml": X + card})) == 1
        desk.answer()
        assert list(desk.reviews().values()) == [number]
    desk.say("reviewed", first, 3, device="elsewhere")
    assert list(desk.reviews().values()) == [5]


def test_undone(desk):
    """An undone move is not made again, and the history is an orphan until it is joined."""
    desk.write({"a.yaml": X + CAPITAL})
    (old,) = desk.library.kinds()
    desk.answer()
    desk.write({"a.yaml": X + REWORDED})
    desk.say("undone", (last := desk.journal.last_undoable()).card, of=last.id)
    assert desk.settle() == []
    assert list(desk.reviews().values()) == [0]
    assert [memory.card for memory in desk.journal.orphans(set(desk.library.kinds()))] == [old]
