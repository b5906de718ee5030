"""History follows the card: what an author does to his decks, line by line, and where the memory is afterwards."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from quiz.commands.check_doubts import doubts
from quiz.commands.shelf import opened
from quiz.house import House, Streams
from quiz.memory.day import Moment
from quiz.memory.event import Event

AT = 1_760_000_000_000
CASES = yaml.safe_load((Path(__file__).parent / "data" / "history" / "cases.yaml").read_text(encoding="utf-8"))

Folder = dict[str, Any]


class Desk:
    """A home with a folder of decks, over which quiz runs again and again; `told` is what it said last."""

    def __init__(self, home: Path, name: str = "here") -> None:
        self.decks = home / "data" / "decks"
        self.decks.mkdir(parents=True)
        (home / "config").mkdir()
        (home / "config" / "settings.toml").write_text("shipped_decks = false\n", encoding="utf-8")
        self.environ = {"QUIZ_HOME": str(home), "LANG": "C.UTF-8"}
        self.name = name
        self.at = AT
        self.open()

    def open(self) -> None:
        """A program that starts."""
        self.house = House(Streams(io.StringIO(), io.StringIO(), io.StringIO()), self.environ)
        self.house.now = self.now
        self.house.device = self.name

    def now(self) -> Moment:
        """A minute later each time."""
        self.at += 60_000
        return Moment(self.at, 0)

    @property
    def journal(self):
        """The log."""
        return self.house.journal()

    def write(self, files: Folder) -> None:
        """Make the folder hold just these, and start quiz."""
        shutil.rmtree(self.decks)
        for name, content in files.items():
            path = self.decks / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text_of(content), encoding="utf-8")
        self.look()

    def look(self) -> None:
        """What quiz does at its start."""
        self.library = opened((), self.house).library
        self.told = self.house.err.getvalue()
        self.house.err.truncate(0)
        self.house.err.seek(0)

    def asked(self) -> list[str]:
        """The codes of what `quiz check` asks."""
        given = {str(path): path.name for path in self.decks.rglob("*.yaml")}
        return [problem.code for problem in doubts(given, self.house)]

    def moves(self) -> list[tuple[str, str]]:
        """The joins in the log: from which identity to which."""
        return [(str(e.rest["from"]), e.card) for e in self.journal.events() if e.kind == "renamed"]

    def say(self, kind: str, card: str, rating: int | None = None, **rest: str) -> Event:
        """Log something."""
        event = Event(*self.now(), self.name, kind, card, rating=rating, rest=rest)
        self.journal.append([event])
        self.library.sync(self.journal)
        return event

    def undo(self) -> None:
        """Take back the last thing done."""
        self.say("undone", (last := self.journal.last_undoable()).card, of=last.id)

    def answer(self, *texts: str) -> None:
        """Answer every card once, or those whose question has one of these texts."""
        for name, card in self.library.cards(sorted(self.library.kinds())).items():
            if not texts or any(text in card.question for text in texts):
                self.say("reviewed", name, 3)

    def reviews(self) -> list[int]:
        """How often the cards that are there were answered, the smallest first."""
        return sorted(self.journal.memory(card.identity).reviews for card in self.present())

    def present(self):
        """The cards that are there."""
        return self.library.cards(sorted(self.library.kinds())).values()

    def orphans(self) -> list[str]:
        """The histories without a card."""
        return [memory.card for memory in self.journal.orphans(set(self.library.kinds()))]


def text_of(content: Any) -> str:
    """A file: a text as it is, or a deck of the cards with these names."""
    if isinstance(content, str):
        return content
    ((deck, cards),) = content.items()
    deck, _, language = deck.partition(" ")
    whole = {"deck": deck, "language": language or "en", "sources": {"s": {"title": "A source"}}}
    listed = [CASES["cards"][name] for name in cards]
    return yaml.safe_dump(whole | {"cards": listed}, allow_unicode=True, sort_keys=False)


@pytest.fixture
def desk(tmp_path: Path):
    """An empty one."""
    made = Desk(tmp_path / "home")
    yield made
    made.house.close()


@pytest.mark.parametrize("row", [pytest.param(row, id=row["does"]) for row in CASES["rows"]])
def test_an_author(desk: Desk, row: dict[str, Any]):
    """After that the cards have so many answers; joins are logged and told, doubts are asked, or neither."""
    first, *states = row["states"]
    desk.write(first)
    desk.answer()
    for state in states:
        desk.write(state)

    assert desk.reviews() == row["reviews"]
    logged, asked = bool(desk.moves()), bool(desk.asked())
    assert (logged, asked) == (row["becomes"] == "follows", row["becomes"] == "asked")
    assert ("quiz undo" in desk.told) == logged
    desk.look()
    assert (desk.told, desk.reviews()) == ("", row["reviews"])


@pytest.mark.parametrize(
    "row", [row for row in CASES["rows"] if row["becomes"] == "asked"], ids=lambda row: row["does"]
)
def test_what_is_asked_can_be_answered(desk: Desk, row: dict[str, Any]):
    """The history of which `quiz check` asks is an orphan until then, and when it is joined nothing more is asked."""
    first, *states = row["states"]
    desk.write(first)
    desk.answer()
    for state in states:
        desk.write(state)
    (old,) = desk.orphans()
    before = sum(desk.reviews())
    given = {str(path): path.name for path in desk.decks.rglob("*.yaml")}
    new = next(str(problem.facts["new"]) for problem in doubts(given, desk.house))
    desk.say("renamed", new, **{"from": old})

    assert desk.asked() == []
    assert desk.orphans() == []
    assert sum(desk.reviews()) == before + 1


def test_every_history_is_a_card_or_an_orphan(desk: Desk):
    """Whatever the rows of the table do one after the other to one home: each answer is in a card or in an orphan."""
    given = 0
    for row in CASES["rows"]:
        for state in row["states"]:
            desk.write(state)
        desk.answer()
        given += sum(1 for _ in desk.present())
    desk.write({})
    assert sum(1 for event in desk.journal.events() if event.kind == "reviewed") == given
    kept = {event.card for event in desk.journal.events() if event.kind == "reviewed"}
    reached = set(desk.orphans())
    while more := {old for old, new in desk.moves() if new in reached} - reached:
        reached |= more
    assert {card.removesuffix("/reverse") for card in kept} <= {card.removesuffix("/reverse") for card in reached}


def test_a_chain_and_back(desk: Desk):
    """A question reworded twice, then put back, has all of its answers; and what another device said of the old one."""
    desk.write({"a.yaml": {"x": ["capital"]}})
    (first,) = desk.library.kinds()
    desk.answer()
    for number, card in enumerate(("capital-city", "capital-town", "capital"), 2):
        desk.write({"a.yaml": {"x": [card]}})
        assert "quiz undo" in desk.told
        desk.answer()
        assert desk.reviews() == [number]
    desk.say("reviewed", first, 3)
    assert desk.reviews() == [5]


def test_undone(desk: Desk):
    """An undone join is not made again, nor asked; the history is an orphan until it is joined by hand."""
    desk.write({"a.yaml": {"x": ["capital"]}})
    (old,) = desk.library.kinds()
    desk.answer()
    desk.write({"a.yaml": {"x": ["capital-city"]}})
    desk.undo()
    for _ in range(2):
        desk.look()
        assert desk.told == ""
        assert desk.asked() == []
        assert desk.reviews() == [0]
        assert desk.orphans() == [old]
    (new,) = desk.library.kinds()
    desk.say("renamed", new, **{"from": old})
    assert desk.reviews() == [1]
    assert desk.orphans() == []


def test_undone_and_put_back(desk: Desk):
    """After an undone join, the old question put back has its history, and the one between is a card of its own."""
    desk.write({"a.yaml": {"x": ["capital"]}})
    desk.answer()
    desk.write({"a.yaml": {"x": ["capital-city"]}})
    desk.undo()
    desk.answer()
    desk.write({"a.yaml": {"x": ["capital", "capital-city"]}})
    assert desk.told == ""
    assert desk.reviews() == [1, 1]


def test_one_of_two_candidates_is_joined(desk: Desk):
    """Of a card with two heirs both are asked; when one has it, the other is a new card and nothing is asked.

    If that was a mistake, the other is asked again.
    """
    desk.write({"a.yaml": {"x": ["capital"]}})
    (old,) = desk.library.kinds()
    desk.answer()
    desk.write({"a.yaml": {"x": ["capital-city", "capital-town"]}})
    assert desk.asked() == ["card-perhaps-reworded", "card-perhaps-reworded"]
    desk.say("renamed", min(desk.library.kinds()), **{"from": old})
    assert desk.asked() == []
    desk.undo()
    assert desk.asked() == ["card-perhaps-reworded"]
    assert desk.orphans() == [old]


def test_an_update_of_the_program(desk: Desk):
    """An edit between the last run of one version and the first of the next is no different from any other."""
    desk.write({"a.yaml": {"x": ["capital", "river"]}})
    desk.answer()
    desk.library._connection.execute("UPDATE state SET value = 'an older reader' WHERE name = 'reader'")
    desk.house.close()
    desk.open()
    desk.write({"a.yaml": {"x": ["capital-city", "river"]}})
    assert "capital city" in desk.told
    assert desk.reviews() == [1, 1]


@pytest.fixture
def two(tmp_path: Path):
    """Two devices of one learner, with the same deck and log."""
    here, there = Desk(tmp_path / "here", "here"), Desk(tmp_path / "there", "there")
    for one in (here, there):
        one.write({"a.yaml": {"x": ["capital"]}})
    here.answer()
    unite(here, there)
    yield here, there
    for one in (here, there):
        one.house.close()


def unite(*desks: Desk) -> None:
    """The full union of their logs, on each."""
    for one in desks:
        for other in desks:
            one.journal.merge(list(other.journal.events()))
    for one in desks:
        one.at = max(other.at for other in desks)
        one.look()


@pytest.mark.parametrize("deck_first", [True, False], ids=["the deck comes first", "the log comes first"])
def test_two_devices_rename_differently(two: tuple[Desk, Desk], deck_first: bool):
    """Reworded here and otherwise there, answered on both; whichever wording wins, it has all answers on both."""
    here, there = two
    here.write({"a.yaml": {"x": ["capital-city"]}})
    here.answer()
    there.write({"a.yaml": {"x": ["capital-town"]}})
    there.answer()
    if not deck_first:
        unite(here, there)
    here.write({"a.yaml": {"x": ["capital-town"]}})
    unite(here, there)
    unite(here, there)
    assert here.reviews() == there.reviews() == [3]
    assert here.orphans() == there.orphans() == []
    assert [memory for memory in here.journal.changed_since(0) if memory.reviews] != []
    (card,) = here.library.kinds()
    assert here.journal.memory(card) == there.journal.memory(card)


def test_both_wordings_stay(two: tuple[Desk, Desk]):
    """Where both wordings end in the deck, each has the answers of the first and its own, on both devices."""
    here, there = two
    here.write({"a.yaml": {"x": ["capital-city"]}})
    here.answer()
    there.write({"a.yaml": {"x": ["capital-town"]}})
    there.answer()
    for one in two:
        one.write({"a.yaml": {"x": ["capital-city", "capital-town"]}})
    unite(here, there)
    assert here.reviews() == there.reviews() == [2, 2]
    assert here.orphans() == []


def test_a_draft_reworded_while_nobody_is_asked(desk: Desk):
    """A card that was made a draft, then reworded, then accepted has its history; and it was no orphan meanwhile."""
    desk.write({"a.yaml": {"x": ["capital", "river"]}})
    desk.answer()
    desk.write({"a.yaml": {"x": ["capital-draft", "river"]}})
    reworded = text_of({"x": ["capital-draft", "river"]}).replace("the capital", "the capital city")
    desk.write({"a.yaml": reworded})
    assert "capital city" in desk.told
    desk.write({"a.yaml": {"x": ["capital-city", "river"]}})
    assert desk.told == ""
    assert desk.reviews() == [1, 1]


def test_the_old_card_keeps_its_history_under_the_id_it_got(desk: Desk):
    """A card that got an id because another supersedes it is as well remembered as it was, when that is taken back."""
    desk.write({"a.yaml": {"x": ["capital"]}})
    desk.answer()
    desk.write({"a.yaml": {"x": ["capital-old", "capital-new"]}})
    desk.write({"a.yaml": {"x": ["capital-old"]}})
    assert desk.reviews() == [1]


def test_a_card_with_an_error_was_not_reworded_into_its_neighbour(desk: Desk):
    """Beside a card with an error a new one much like it: when the error is mended, each is a card of its own."""
    desk.write({"a.yaml": {"x": ["capital"]}})
    desk.answer()
    broken = "deck: x\ncards:\n  - question: What is the capital of Australia?\n"
    near = "  - {question: What is the capital city of Australia?, answer: Canberra}\n"
    desk.write({"a.yaml": broken + near})
    desk.write({"a.yaml": {"x": ["capital", "capital-city"]}})
    assert desk.moves() == []
    assert desk.reviews() == [0, 1]


def test_what_another_program_logged_is_history(desk: Desk):
    """A card that was answered after the index was brought up, and is reworded then, has its history."""
    desk.write({"a.yaml": {"x": ["capital", "river"]}})
    (card,) = [
        name for name, one in desk.library.cards(sorted(desk.library.kinds())).items() if "capital" in one.question
    ]
    desk.journal.append([Event(*desk.now(), desk.name, "reviewed", card, rating=3)])
    desk.write({"a.yaml": {"x": ["capital-city", "river"]}})
    assert "capital city" in desk.told
    assert desk.reviews() == [0, 1]


def test_a_session_that_began_before_the_edit(desk: Desk):
    """A card that nobody had answered is reworded while a session still asks it as it was: the answer follows."""
    desk.write({"a.yaml": {"x": ["capital", "river"]}})
    (card,) = (one.identity for one in desk.present() if "capital" in one.question)
    desk.write({"a.yaml": {"x": ["capital-city", "river"]}})
    assert desk.told == ""
    desk.say("reviewed", card, 3)
    desk.look()
    assert "capital city" in desk.told
    assert desk.reviews() == [0, 1]
    assert desk.orphans() == []
