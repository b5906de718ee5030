"""Editions and doubles, histories that follow their cards, and an index that is nobody's business."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.library import IN_MEMORY, Library, index
from quiz.memory.memory import Memory
from quiz.problem import Failure

TODAY = 20_000


class Notes:
    """A journal that knows these cards."""

    identity = "ours"

    def __init__(self, *cards: str) -> None:
        self.cards = cards
        self.counter = len(cards)

    def mark(self, counter: int) -> str:
        """The cards that it knew at that count."""
        return " ".join(self.cards[:counter])

    def changed_since(self, counter: int) -> list[Memory]:
        """Every memory after the first `counter`."""
        return [Memory(card, due=TODAY, reviews=1) for card in self.cards[counter:]]


def put(top: Path, name: str, text: str, clock: list[int] = [1_000_000_000]) -> Path:  # noqa: B006 - it only grows
    """Write a deck, long enough ago for its stamp to be trusted."""
    path = top / "decks" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    clock[0] += 60
    os.utime(path, (clock[0], clock[0]))
    return path


def deck(name: str, language: str, *cards: tuple[str, str], ids: bool = False) -> str:
    """The text of a deck of questions and answers."""
    lines = [f"  - question: {question}\n    answer: {answer}\n" for question, answer in cards]
    if ids:
        lines = [f"{line}    id: c{number}\n" for number, line in enumerate(lines)]
    return f"deck: {name}\nlanguage: {language}\ncards:\n{''.join(lines)}"


def library(top: Path, language: str = "en") -> Library:
    """The library of a folder, refreshed."""
    opened = Library(str(top / "cache" / "index.db"), [str(top / "decks")], language)
    opened.refresh()
    return opened


def questions(top: Path, language: str) -> list[str]:
    """The questions that somebody who prefers this language is asked."""
    opened = library(top, language)
    return [opened.front(it.identity).question for it in opened.new(TODAY, 99)]


# --- editions --------------------------------------------------------------------------------------------------------

SEA = deck("sea", "en", ("The sea?", "blue"), ids=True)
MER = deck("sea", "fr", ("La mer ?", "bleue"), ids=True)


def test_one_edition_is_asked_in_the_language_of_the_learner(tmp_path):
    """Of a deck in two languages everyone is asked one, and a deck in one language is asked of everyone."""
    put(tmp_path, "a.en.yaml", SEA)
    put(tmp_path, "a.fr.yaml", MER)
    put(tmp_path, "b.yaml", deck("sky", "fr", ("Le ciel ?", "gris")))

    assert questions(tmp_path, "en") == ["The sea?", "Le ciel ?"]
    assert questions(tmp_path, "fr") == ["La mer ?", "Le ciel ?"]
    assert [(row.language, row.asked) for row in library(tmp_path, "fr").decks(TODAY)] == [
        ("en", False),
        ("fr", True),
        ("fr", True),
    ]


def test_editions_share_their_history(tmp_path):
    """What was learnt in one language is due in the other, once."""
    put(tmp_path, "a.en.yaml", SEA)
    put(tmp_path, "a.fr.yaml", MER)

    for language, question in (("en", "The sea?"), ("fr", "La mer ?")):
        opened = library(tmp_path, language)
        opened.sync(Notes("sea/c0"))
        assert [it.identity for it in opened.due(TODAY)] == [it.identity for it in opened.due(TODAY, deck="sea")]
        assert [opened.front(it.identity).question for it in opened.due(TODAY)] == [question]
        assert [card.question for card in opened.cards(["sea/c0"]).values()] == [question]
        assert opened.new(TODAY, 9) == []


def test_edition_that_leaves_is_replaced_by_the_other(tmp_path):
    """Without the edition in his language the learner is asked the one that there is."""
    put(tmp_path, "a.en.yaml", SEA)
    french = put(tmp_path, "a.fr.yaml", MER)
    assert questions(tmp_path, "fr") == ["La mer ?"]
    french.unlink()

    assert questions(tmp_path, "fr") == ["The sea?"]


def test_double_of_a_deck_is_set_aside(tmp_path):
    """A deck id taken twice in one language: the first file keeps it, the second is told, once, and waits."""
    first = put(tmp_path, "a.yaml", deck("x", "en", ("One?", "1")))
    second = put(tmp_path, "b.yaml", deck("x", "en", ("Two?", "2")))
    opened = Library(IN_MEMORY, [str(tmp_path / "decks")])

    (problem,) = opened.refresh().problems

    assert (problem.code, problem.place.path, problem.facts["other"]) == ("deck-twice", str(second), str(first))
    assert opened.refresh().problems == ()
    assert [len(row.problems) for row in opened.decks(TODAY)] == [0, 1]
    assert [opened.front(it.identity).question for it in opened.new(TODAY, 9)] == ["One?"]
    first.unlink()
    opened.refresh()
    assert [opened.front(it.identity).question for it in opened.new(TODAY, 9)] == ["Two?"]
    assert [row.problems for row in opened.decks(TODAY)] == [()]


# --- histories that follow -------------------------------------------------------------------------------------------

CAPITAL = ("What is the capital of Australia?", "Canberra")
RIVER = ("Which river flows through Rome?", "the Tiber")


@pytest.mark.parametrize(
    ("after", "moved", "doubts"),
    [
        ([("What is the capital city of Australia?", "Canberra"), RIVER], 1, 0),
        ([CAPITAL, RIVER], 0, 0),
        ([("What is the capital of Austria?", "Vienna"), RIVER], 0, 1),
        ([("Who wrote Hamlet?", "Shakespeare"), RIVER], 0, 0),
        ([("Which town is the seat of the government of Australia?", "Canberra"), RIVER], 0, 1),
        ([RIVER], 0, 0),
        (
            [("What is the capital city of Australia?", "Canberra"), ("What is Australia's capital?", "Canberra")],
            1,
            0,
        ),
        (
            [("What was the capital of Australia?", "Canberra"), ("What's the capital of Australia?", "Canberra")],
            0,
            2,
        ),
    ],
)
def test_history_follows_a_reworded_question(tmp_path, after, moved, doubts):
    """Nearly the same question with the same answer, and no rival: the history follows. Else it is asked, or not."""
    put(tmp_path, "a.yaml", deck("x", "en", CAPITAL, RIVER))
    opened = library(tmp_path)
    capital = opened.new(TODAY, 1)[0].identity
    opened.sync(Notes(capital))
    put(tmp_path, "a.yaml", deck("x", "en", *after))

    told = opened.refresh()

    assert (len(told.moved), len(told.problems)) == (moved, doubts)
    for move in told.moved:
        assert (move.deck, move.old, move.old_question) == ("x", capital, CAPITAL[0])
        assert opened.front(move.new).question == move.new_question == after[0][0]


def test_history_follows_an_id_that_is_added(tmp_path):
    """The same question that is given an `id:` is the same card, even if its answer was corrected with it."""
    put(tmp_path, "a.yaml", deck("x", "en", CAPITAL, RIVER))
    opened = library(tmp_path)
    old = [it.identity for it in opened.new(TODAY, 2)]
    opened.sync(Notes(*old))
    put(tmp_path, "a.yaml", deck("x", "en", (CAPITAL[0], "Sydney"), RIVER, ids=True))

    assert {(move.old, move.new) for move in opened.refresh().moved} == {(old[0], "x/c0"), (old[1], "x/c1")}


def test_move_is_told_until_the_journal_knows_it(tmp_path):
    """A program that must not write the log loses no history: the next one is told too, until the log has it."""
    put(tmp_path, "a.yaml", deck("x", "en", CAPITAL))
    opened = library(tmp_path)
    opened.sync(Notes("x/other", opened.new(TODAY, 1)[0].identity))
    put(tmp_path, "a.yaml", deck("x", "en", ("What is the capital city of Australia?", "Canberra")))
    (move,) = opened.refresh().moved
    opened.close()
    again = Library(str(tmp_path / "cache" / "index.db"), [str(tmp_path / "decks")])

    assert again.refresh().moved == (move,)
    again.sync(Notes("x/other", move.old, move.new))
    assert again.refresh().moved == ()
    again.sync(Notes("x/other"))  # undone, in a journal that was restored
    assert again.refresh().moved == ()


def test_other_numbers_make_another_question(tmp_path):
    """Two questions that differ in a year are never surely one."""
    put(tmp_path, "a.yaml", deck("x", "en", ("Who won the world cup in 1994?", "Brazil")))
    opened = library(tmp_path)
    opened.sync(Notes(opened.new(TODAY, 1)[0].identity))
    put(tmp_path, "a.yaml", deck("x", "en", ("Who won the world cup in 2002?", "Brazil")))

    told = opened.refresh()

    assert (told.moved, [problem.code for problem in told.problems]) == ((), ["card-perhaps-reworded"])


def test_card_without_history_leaves_silently(tmp_path):
    """Nobody's memory hangs on a card that was never asked."""
    put(tmp_path, "a.yaml", deck("x", "en", CAPITAL))
    opened = library(tmp_path)
    put(tmp_path, "a.yaml", deck("x", "en", ("What is the capital city of Australia?", "Canberra")))

    assert opened.refresh()[3:] == ((), (), ())


def test_nothing_moves_in_a_file_with_errors(tmp_path):
    """A card that cannot be read at the moment has not left."""
    put(tmp_path, "a.yaml", deck("x", "en", CAPITAL))
    opened = library(tmp_path)
    opened.sync(Notes(opened.new(TODAY, 1)[0].identity))
    reworded = deck("x", "en", ("What is the capital city of Australia?", "Canberra"))
    put(tmp_path, "a.yaml", f"{reworded}  - question: {CAPITAL[0]}\n")

    assert opened.refresh().moved == ()


# --- the index itself ------------------------------------------------------------------------------------------------


def fill(top: Path) -> Library:
    """A library of one deck, of which one card is due and one is new."""
    put(top, "a.yaml", deck("x", "en", CAPITAL, RIVER, ids=True))
    opened = library(top)
    opened.sync(Notes("x/c0"))
    return opened


def is_whole(opened: Library) -> bool:
    """Whether such a library answers as it should."""
    return [it.identity for it in (*opened.due(TODAY), *opened.new(TODAY, 9))] == ["x/c0", "x/c1"]


def test_index_is_private(tmp_path):
    """What somebody learns is read by nobody else."""
    fill(tmp_path)

    assert (tmp_path / "cache" / "index.db").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "cache").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("damage", ["garbage", "empty", "cut", "foreign", "older", "reader"])
def test_unusable_index_is_made_anew(tmp_path, damage):
    """Damaged, emptied, of another program, version or reader: it is dropped and filled again without a word."""
    fill(tmp_path).close()
    path = tmp_path / "cache" / "index.db"
    if damage == "garbage":
        path.write_bytes(b"\x07" * 20_000)
    elif damage == "empty":
        path.write_bytes(b"")
    elif damage == "cut":
        path.write_bytes(path.read_bytes()[:5_000])
    else:
        other = sqlite3.connect(path)
        statement = {
            "foreign": "PRAGMA application_id = 7",
            "older": "PRAGMA user_version = 999",
            "reader": "UPDATE state SET value = 'another' WHERE name = 'reader'",
        }
        other.execute(statement[damage])
        other.commit()
        other.close()

    opened = library(tmp_path)
    opened.sync(Notes("x/c0"))

    assert is_whole(opened)


def test_index_damaged_while_it_is_open_is_made_anew(tmp_path):
    """A page that is lost in the midst of a session costs a moment, never an evening."""
    opened = fill(tmp_path)
    path = tmp_path / "cache" / "index.db"
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\x07" * (len(content) - 4096))
    os.utime(path)
    opened._connection.execute("PRAGMA shrink_memory")

    assert is_whole(opened)
    assert is_whole(opened)


@pytest.mark.parametrize("obstacle", ["file", "folder"])
def test_index_that_cannot_be_written_lives_in_memory(tmp_path, obstacle):
    """A file in the place of the cache folder, or a folder in the place of the index: the evening goes on."""
    if obstacle == "file":
        (tmp_path / "cache").touch()
    else:
        (tmp_path / "cache" / "index.db").mkdir(parents=True)

    assert is_whole(fill(tmp_path))
    assert (tmp_path / "cache").is_file() or list((tmp_path / "cache" / "index.db").iterdir()) == []


def test_index_that_becomes_unwritable_moves_to_memory(tmp_path):
    """A cache that turns read-only in the midst of a session is left, with everything that is remembered."""
    opened = fill(tmp_path)
    opened._connection.execute("PRAGMA query_only = ON")
    put(tmp_path, "b.yaml", deck("y", "en", CAPITAL, ids=True))

    opened.refresh()

    assert [it.identity for it in (*opened.due(TODAY), *opened.new(TODAY, 9))] == ["x/c0", "x/c1", "y/c0"]


def test_index_held_by_another_program_is_a_failure_with_a_remedy(tmp_path, monkeypatch):
    """Whoever waits too long is told so, and not with a traceback."""
    monkeypatch.setattr("quiz.library.index.PATIENCE", 0.05)
    opened = fill(tmp_path)
    other = sqlite3.connect(tmp_path / "cache" / "index.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    with pytest.raises(Failure) as caught:
        Library(opened._index_path, [str(tmp_path / "decks")]).new(TODAY, 1)

    assert [problem.code for problem in caught.value.problems] == ["index-busy"]
    other.close()


def test_programs_that_start_together_agree(tmp_path):
    """Several programs fill one index at once: none fails, and each finds everything."""
    for number in range(12):
        put(tmp_path, f"{number:02}.yaml", deck(f"d{number}", "en", CAPITAL, RIVER, ids=True))
    program = f"""
from quiz.library import Library
library = Library({str(tmp_path / "cache" / "index.db")!r}, [{str(tmp_path / "decks")!r}])
library.refresh()
print(len(library.new({TODAY}, 99)), sum(row.new for row in library.decks({TODAY})))
"""
    root = Path(__file__).parent.parent
    running = [
        subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=root)
        for _ in range(4)
    ]

    assert [process.communicate() for process in running] == [(b"24 24\n", b"")] * 4


def test_refresh_that_was_interrupted_is_finished_by_the_next(tmp_path, monkeypatch):
    """A program that ends before the editions are settled leaves no card behind that nobody asks."""
    put(tmp_path, "a.yaml", deck("x", "en", CAPITAL))
    opened = Library(str(tmp_path / "cache" / "index.db"), [str(tmp_path / "decks")])

    def interrupted(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("quiz.library.intake.settle", interrupted)
        with pytest.raises(KeyboardInterrupt):
            opened.refresh()
    opened.close()

    assert questions(tmp_path, "en") == [CAPITAL[0]]


def test_the_stamp_is_of_every_room_that_reads():
    """A change in a room below these makes the decks be read anew; the rules in `lint` leave no card out."""
    package = Path(index.__file__).parent.parent
    below = {path.parent for room in ("deck", "answers", "language") for path in (package / room).rglob("*.py")}
    assert {package / room for room in index.ROOMS} == below - {package / "deck" / "lint"}
