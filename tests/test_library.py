"""The library: decks through their index, kept up with the files and with the journal, asked what is due and new."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.answers.verdict import Answer, Former
from quiz.deck.card import Card, Evidence, Source
from quiz.deck.read import read
from quiz.library import IN_MEMORY, Library
from quiz.library.rows import (
    problems_to_text,
    read_card,
    sources_to_text,
    text_of,
    text_to_problems,
    text_to_sources,
)
from quiz.memory.memory import Memory
from quiz.problem import Place, Problem

TODAY = 20_000


class Shelf:
    """A folder of decks in which files are written, long enough ago for their stamps to be trusted."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self.seconds = 1_000_000_000
        self.index = top / "cache" / "index.db"

    def put(self, name: str, text: str) -> Path:
        """Write a deck."""
        path = self.top / "decks" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        self.seconds += 60
        os.utime(path, (self.seconds, self.seconds))
        return path

    def library(self, language: str = "en", index: str = "") -> Library:
        """The library of this folder."""
        (self.top / "decks").mkdir(exist_ok=True)
        return Library(index or str(self.index), [str(self.top / "decks")], language)


class Notes:
    """A journal as the library sees it: memories that change, each change counted."""

    def __init__(self, identity: str = "ours") -> None:
        self.identity = identity
        self.kept: dict[str, tuple[int, Memory]] = {}
        self.counter = 0
        self.marks = {0: ""}
        self.asked: list[int] = []

    def mark(self, counter: int) -> str:
        """What was known at that count, by name; "" for a count that never was."""
        return self.marks.get(counter, "")

    def note(self, *memories: Memory) -> None:
        """Keep memories as they are now."""
        for memory in memories:
            self.counter += 1
            self.kept[memory.card] = (self.counter, memory)
            self.marks[self.counter] = f"{id(self)} {self.counter}"

    def copy(self) -> Notes:
        """A copy, as a backup is one: the same journal until the two go on."""
        other = Notes(self.identity)
        other.kept, other.counter, other.marks = dict(self.kept), self.counter, dict(self.marks)
        return other

    def changed_since(self, counter: int) -> Iterable[Memory]:
        """The memories kept after that change."""
        self.asked.append(counter)
        return iter([memory for at, memory in self.kept.values() if at > counter])


def met(card: str, due: int = TODAY, **more: object) -> Memory:
    """The memory of a card that was reviewed once."""
    return Memory(card, 3.0, 5.0, 1, due - 3, due, 3, reviews=1)._replace(**more)


def deck(name: str, *questions: str, language: str = "en", extra: str = "") -> str:
    """The text of a deck whose cards have their question as id."""
    cards = "".join(f"  - question: What is {it}?\n    answer: It is {it}\n    id: {it}\n{extra}" for it in questions)
    return f"deck: {name}\nlanguage: {language}\ncards:\n{cards}"


def asked(candidates) -> list[str]:
    """The identities of candidates."""
    return [candidate.identity for candidate in candidates]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """An empty folder of decks, with its own index."""
    return Shelf(tmp_path)


# --- keeping up with the files ---------------------------------------------------------------------------------------


def test_new_cards_come_in_the_order_of_the_library(shelf):
    """Deck by deck in the order of the files, card by card in the order of the deck."""
    shelf.put("b.yaml", deck("second", "c", "d"))
    shelf.put("a.yaml", deck("first", "z", "a"))
    library = shelf.library()

    told = library.refresh()

    assert told[:3] == (2, 0, 0)
    assert asked(library.new(TODAY, 10)) == ["first/z", "first/a", "second/c", "second/d"]
    assert asked(library.new(TODAY, 3)) == ["first/z", "first/a", "second/c"]
    assert asked(library.new(TODAY, 10, "second")) == ["second/c", "second/d"]
    assert asked(library.new(TODAY, 10, ["second", "nothing"])) == ["second/c", "second/d"]
    positions = [candidate.position for candidate in library.new(TODAY, 10)]
    assert positions == sorted(set(positions))


def test_unchanged_files_are_not_opened(shelf, monkeypatch):
    """A second look at the same files reads none of them, in this program or in another."""
    shelf.put("a.yaml", deck("a", "x"))
    shelf.library().refresh()
    monkeypatch.setattr("quiz.library.intake.read_file", pytest.fail)

    assert shelf.library().refresh() == shelf.library().refresh() == (0, 0, 0, (), (), ())


@pytest.mark.parametrize("change", ["time", "size", "inode"])
def test_any_change_of_the_stamp_is_noticed(shelf, change):
    """Another time, another size, or another file of the same time and size: each is read again."""
    path = shelf.put("a.yaml", deck("a", "x"))
    library = shelf.library()
    library.refresh()
    status = path.stat()
    text = deck("a", "xy" if change == "size" else "y")
    if change == "inode":
        other = path.with_suffix(".new")
        other.write_text(text)
        other.replace(path)
    else:
        path.write_text(text)
    os.utime(path, ns=(1, status.st_mtime_ns + (change == "time")))

    assert library.refresh()[:3] == (0, 1, 0)
    assert asked(library.new(TODAY, 9)) == [f"a/{'xy' if change == 'size' else 'y'}"]


def test_change_within_the_grain_of_the_clock_is_noticed(shelf):
    """A file changed twice in the same instant, to the same size, is read again although its stamp is the same."""
    path = shelf.put("a.yaml", deck("a", "x"))
    os.utime(path)
    stamp = path.stat()
    library = shelf.library()
    library.refresh()
    path.write_text(deck("a", "y"))
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert path.stat()[:7] == stamp[:7]

    assert library.refresh().changed == 1
    assert asked(library.new(TODAY, 9)) == ["a/y"]


def test_touched_file_is_not_read_as_a_deck(shelf):
    """A file with a new time and the same bytes did not change."""
    path = shelf.put("a.yaml", deck("a", "x"))
    library = shelf.library()
    library.refresh()
    os.utime(path, (5, 5))

    assert library.refresh() == (0, 0, 0, (), (), ())


def test_removed_file_leaves_and_returns_with_its_history(shelf):
    """The cards of a file that is gone are not asked; when it comes back they are what they were."""
    path = shelf.put("a.yaml", deck("a", "x", "y"))
    notes = Notes()
    notes.note(met("a/x"), Memory("a/y", suspended=True))
    library = shelf.library()
    library.refresh()
    library.sync(notes)
    path.unlink()

    assert library.refresh()[:3] == (0, 0, 1)
    assert (library.due(TODAY), library.new(TODAY, 9), library.decks(TODAY)) == ([], [], [])

    shelf.put("b/other.yaml", deck("a", "x", "y"))
    library.refresh()

    assert asked(library.due(TODAY)) == ["a/x"]
    assert library.decks(TODAY)[0][4:8] == (2, 1, 0, 1)


def test_a_draft_is_not_asked(shelf):
    """A draft is in the file and not among the cards; accepted, it is."""
    text = deck("a", "x", "y")
    shelf.put("a.yaml", text.rstrip() + "\n    draft: true\n")
    library = shelf.library()
    library.refresh()

    assert sorted(library.kinds()) == ["a/x"]

    shelf.put("a.yaml", text)
    library.refresh()

    assert sorted(library.kinds()) == ["a/x", "a/y"]


def test_broken_deck_leaves_the_others_usable(shelf):
    """Of ten decks one is broken: nine are asked, the tenth is told, once."""
    for number in range(9):
        shelf.put(f"{number}.yaml", deck(f"d{number}", "x"))
    bad = shelf.put("bad.yaml", "deck: bad\ncards:\n  - question: [\n")
    library = shelf.library()

    told = library.refresh()

    assert {problem.place.path for problem in told.problems} == {str(bad)}
    assert len(library.new(TODAY, 99)) == 9
    assert library.refresh().problems == ()
    assert [row.path for row in library.decks(TODAY) if row.problems] == [str(bad)]


def test_deck_that_breaks_keeps_the_cards_of_its_last_good_reading(shelf):
    """In the midst of an edit the evening goes on with the cards as they were."""
    shelf.put("a.yaml", deck("a", "x", "y"))
    library = shelf.library()
    library.refresh()
    shelf.put("a.yaml", "deck: a\ncards:\n\t- [")

    assert library.refresh().problems
    assert asked(library.new(TODAY, 9)) == ["a/x", "a/y"]

    shelf.put("a.yaml", deck("a", "y"))
    assert library.refresh().problems == ()
    assert asked(library.new(TODAY, 9)) == ["a/y"]


def test_good_cards_of_a_faulty_deck_are_asked(shelf):
    """A card without an answer is told; its neighbours are asked."""
    shelf.put("a.yaml", "deck: a\ncards:\n  - question: One?\n  - question: Two?\n    answer: 2\n    id: two\n")
    library = shelf.library()

    assert [problem.place.line for problem in library.refresh().problems] == [3]
    assert asked(library.new(TODAY, 9)) == ["a/two"]


def test_file_that_is_no_deck_is_a_problem(shelf):
    """What cannot be read is told with its path and leaves the others alone."""
    shelf.put("a.yaml", deck("a", "x"))
    os.mkfifo(shelf.top / "decks" / "pipe.yaml")
    library = shelf.library()

    assert [problem.code for problem in library.refresh().problems] == ["file-not-regular"]
    assert asked(library.new(TODAY, 9)) == ["a/x"]


def test_progress_is_told_file_by_file(shelf):
    """Whoever waits for a large library can be shown how far it is."""
    shelf.put("a.yaml", deck("a", "x"))
    shelf.put("b.yaml", deck("b", "x"))
    told: list[tuple[str, int, int]] = []

    shelf.library().refresh(lambda path, number, total: told.append((Path(path).name, number, total)))

    assert told == [("a.yaml", 1, 2), ("b.yaml", 2, 2)]


# --- keeping up with the journal -------------------------------------------------------------------------------------


def test_due_cards_are_those_longest_due_first(shelf):
    """Due today or before, the longest due first; not tomorrow's, not the suspended, not those buried today."""
    shelf.put("a.yaml", deck("a", *"abcdef"))
    shelf.put("b.yaml", deck("b", "g"))
    notes = Notes()
    notes.note(
        met("a/a"),
        met("a/b", TODAY - 5),
        met("a/c", TODAY + 1),
        met("a/d", suspended=True),
        met("a/e", buried_on=TODAY),
        met("b/g", TODAY - 1, buried_on=TODAY - 1, again=True, interval=0),
    )
    library = shelf.library()
    library.refresh()

    assert library.sync(notes) == 6
    assert asked(library.due(TODAY)) == ["a/b", "b/g", "a/a"]
    assert asked(library.due(TODAY, 2)) == ["a/b", "b/g"]
    assert asked(library.due(TODAY, deck="a")) == ["a/b", "a/a"]
    assert asked(library.due(TODAY + 1, deck=("a", "b"))) == ["a/b", "b/g", "a/a", "a/e", "a/c"]
    assert asked(library.new(TODAY, 9)) == ["a/f"]
    late = library.due(TODAY)[1]
    assert (late.deck, late.due, late.interval, late.last_day, late.again, late.last_at) == (
        "b",
        TODAY - 1,
        0,
        TODAY - 4,
        True,
        1,
    )
    assert [row[4:8] for row in library.decks(TODAY)] == [(6, 2, 1, 1), (1, 1, 0, 0)]
    assert [row[4:8] for row in library.decks(TODAY + 1)] == [(6, 4, 1, 1), (1, 1, 0, 0)]


def test_only_what_changed_is_copied(shelf):
    """The journal is asked for what came after the last copy; nothing new costs nothing."""
    shelf.put("a.yaml", deck("a", "x", "y"))
    notes = Notes()
    notes.note(met("a/x"))
    library = shelf.library()
    library.refresh()
    library.sync(notes)
    notes.note(met("a/y"))
    library.sync(notes)
    library.sync(notes)

    assert notes.asked == [0, 1]
    assert asked(library.due(TODAY)) == ["a/x", "a/y"]


@pytest.mark.parametrize("grown", [1, 2, 3])
def test_backup_that_was_restored_and_grew_is_noticed(shelf, grown):
    """A copy put back in the place of its original is copied whole, had it meanwhile fewer changes, as many or more."""
    shelf.put("a.yaml", deck("a", *"wxyz"))
    notes = Notes()
    notes.note(met("a/w"))
    backup = notes.copy()
    notes.note(met("a/x"), met("a/x", due=TODAY + 9))
    library = shelf.library()
    library.refresh()
    library.sync(notes)
    backup.note(*(met(f"a/{card}") for card in "yzy"[:grown]))

    library.sync(backup)
    library.sync(backup)

    assert backup.asked == [0]
    assert asked(library.due(TODAY)) == ["a/w", *{1: ["a/y"], 2: ["a/y", "a/z"], 3: ["a/y", "a/z"]}[grown]]
    assert asked(library.new(TODAY, 9)) == [card for card in ("a/x", "a/y", "a/z") if card not in backup.kept]


@pytest.mark.parametrize("change", ["another journal", "an older copy"])
def test_other_journal_is_copied_whole(shelf, change):
    """A journal of another name, or one that went back in time, replaces what was remembered."""
    shelf.put("a.yaml", deck("a", "x", "y"))
    notes = Notes()
    notes.note(met("a/x"), met("a/x"), met("a/x"))
    library = shelf.library()
    library.refresh()
    library.sync(notes)
    other = Notes("theirs" if change == "another journal" else "ours")
    other.note(met("a/y"), Memory("a/x", suspended=True))

    library.sync(other)

    assert other.asked == [0]
    assert (asked(library.due(TODAY)), library.new(TODAY, 9)) == (["a/y"], [])
    assert library.decks(TODAY)[0][4:8] == (2, 1, 0, 1)


def test_forgotten_card_is_new_again(shelf):
    """A memory without reviews makes a new card, perhaps a suspended one."""
    shelf.put("a.yaml", deck("a", "x", "y"))
    notes = Notes()
    notes.note(met("a/x"), met("a/y"))
    library = shelf.library()
    library.refresh()
    library.sync(notes)
    notes.note(Memory("a/x"), Memory("a/y", suspended=True))
    library.sync(notes)

    assert (library.due(TODAY), asked(library.new(TODAY, 9))) == ([], ["a/x"])
    assert library.decks(TODAY)[0][4:8] == (2, 0, 1, 1)


def test_buried_new_card_waits_until_tomorrow(shelf):
    """A new card that is buried is neither asked nor counted today."""
    shelf.put("a.yaml", deck("a", "x", "y"))
    notes = Notes()
    notes.note(Memory("a/x", buried_on=TODAY))
    library = shelf.library()
    library.refresh()
    library.sync(notes)

    assert asked(library.new(TODAY, 9)) == ["a/y"]
    assert asked(library.new(TODAY + 1, 9)) == ["a/x", "a/y"]
    assert [library.decks(day)[0].new for day in (TODAY, TODAY + 1)] == [1, 2]


memories = st.tuples(
    st.sampled_from([f"{name}/{card}" for name in "ab" for card in "uvwxyz"]),
    st.none() | st.integers(TODAY - 2, TODAY + 2),
    st.booleans(),
    st.none() | st.integers(TODAY - 1, TODAY),
).map(lambda it: Memory(it[0], due=it[1], reviews=int(it[1] is not None), suspended=it[2], buried_on=it[3]))


@settings(max_examples=30, deadline=None)
@given(batches=st.lists(st.lists(memories, max_size=8), max_size=6), many=st.integers(0, 9))
def test_kept_counts_are_the_counted_ones(tmp_path_factory, batches, many):
    """However memories come in, few at a time or many, in whatever order with the files: the counts are right."""
    shelf = Shelf(tmp_path_factory.mktemp("counts"))
    notes = Notes()
    library = shelf.library(index=IN_MEMORY)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("quiz.library.memories.MANY", many)
        for number, batch in enumerate(batches):
            if number < 2:
                shelf.put(f"{'ab'[number]}.yaml", deck("ab"[number], *"uvwxyz"))
                library.refresh()
            notes.note(*batch)
            library.sync(notes)
    library.refresh()

    for row in library.decks(TODAY):
        known = [notes.kept.get(f"{row.id}/{card}", (0, Memory("")))[1] for card in "uvwxyz"]
        awake = [it for it in known if not it.suspended and it.buried_on != TODAY]
        due = sum(it.due is not None and it.due <= TODAY for it in awake)
        new = sum(it.due is None for it in awake)
        assert row[4:8] == (6, due, new, sum(it.suspended for it in known))
        assert len(library.due(TODAY, deck=row.id)) == due
        assert len(library.new(TODAY, 99, row.id)) == new
    assert len(library.due(TODAY)) == sum(row.due for row in library.decks(TODAY))


# --- cards -----------------------------------------------------------------------------------------------------------

EVERYTHING = """\
deck: all
title: Tout « à la fois »
language: fr
sources:
  lemonde: {title: Article, published: 2025-01-14}
cards:
  - question: Qui préside la Banque centrale européenne ?
    person: Christine Lagarde
    tags: [europe, banque]
    hint: une femme
    note: depuis 2019
    accept: Lagarde
    reverse: true
    source: lemonde
    evidence: {paragraph: 4, words: "la présidente, Christine Lagarde"}
    as_of: 2025-01
  - question: Quels sont les trois pouvoirs ?
    list: [exécutif, législatif, judiciaire]
    id: pouvoirs
  - question: Lequel est rouge ?
    choice: le sang
    options: [le sang, la mer, le ciel]
  - cloze: La Bastille fut prise le {{14 juillet 1789}}.
"""


def test_cards_come_back_as_they_were_read(shelf):
    """A card from the index equals the card of the file, whatever its kind and its extras."""
    path = shelf.put("all.yaml", EVERYTHING)
    written = read(EVERYTHING, str(path))[0].cards
    library = shelf.library("fr")
    library.refresh()

    kept = library.cards([card.identity for card in written])

    assert len(written) == 5
    assert tuple(kept.values()) == written
    assert library.kinds() == {card.identity: card.answer.kind for card in written}
    assert library.cards(["nobody"]) == {}
    assert [(other.card, other.question, other.answer) for other in library.others("all")] == [
        (card.identity, card.question, card.answer) for card in written
    ]
    assert len(library.others("all", 2)) == 2


def test_front_shows_what_the_first_question_needs(shelf):
    """The front of a card is its question, kind, options, number of items, topic and deck."""
    shelf.put("all.yaml", EVERYTHING)
    library = shelf.library("fr")
    library.refresh()
    fronts = [library.front(candidate.identity) for candidate in library.new(TODAY, 9)]

    assert [(it.question, it.kind, it.options, it.items) for it in fronts] == [
        ("Qui préside la Banque centrale européenne ?", "person", (), 0),
        *[(it.question, it.kind, (), 0) for it in fronts[1:2]],
        ("Quels sont les trois pouvoirs ?", "list", (), 3),
        ("Lequel est rouge ?", "choice", ("le sang", "la mer", "le ciel"), 0),
        ("La Bastille fut prise le […].", "cloze", (), 1),
    ]
    assert {(it.deck, it.deck_title, it.language) for it in fronts} == {("all", "Tout « à la fois »", "fr")}
    assert [it.topic for it in fronts] == ["europe", "europe", "", "", ""]
    assert library.front("nobody") is None


def test_two_sides_of_a_card_are_siblings(shelf):
    """The sides of a reversed card share their sibling group; any other card is its own."""
    shelf.put("all.yaml", EVERYTHING)
    library = shelf.library("fr")
    library.refresh()
    one, two, *rest = library.new(TODAY, 9)

    assert one.sibling == two.sibling
    assert one.identity != two.identity
    assert all(card.sibling == card.identity for card in rest)


words = st.text(max_size=8)
texts = st.lists(words, max_size=3).map(tuple)
places = st.builds(Place, st.just("deck.yaml"), st.integers(1, 9), st.integers(1, 9))
any_card = st.builds(
    Card,
    identity=st.text("abc/", min_size=1),
    question=words,
    answer=st.builds(Answer, words, words, texts, texts, texts, st.booleans()),
    language=st.sampled_from(["en", "fr"]),
    place=places,
    sibling=st.text("abc/", min_size=1),
    hint=words,
    note=words,
    tags=texts,
    sources=texts,
    evidence=st.lists(st.builds(Evidence, words, st.integers(0, 9), words, places), max_size=2).map(tuple),
    as_of=words,
    written_id=words,
    allow=texts,
    supersedes=words,
    former=st.none() | st.builds(Former, st.builds(Answer, words, words, texts, texts, texts, st.booleans()), words),
)


@settings(max_examples=50)
@given(card=any_card)
def test_every_card_survives_its_row(card):
    """A row holds all of a card, whatever is written in it."""
    *front, back = text_of(card)

    back_again = read_card(card.identity, card.sibling, card.answer.kind, "deck.yaml", tuple(front), back)
    assert back_again == card
    assert back_again.former == card.former


def test_rows_know_every_field_of_a_card():
    """A field that is added to a card must be kept, or be named here as one that is not."""
    # Drafts and superseded cards stay outside the index.
    kept = {field.name for field in fields(Card)} - {"where", "draft", "superseded_by"}

    assert kept == {
        *("identity", "question", "answer", "language", "place", "sibling", "hint", "note", "tags"),
        *("sources", "evidence", "as_of", "written_id", "allow", "supersedes", "former"),
    }
    assert {field.name for field in fields(Answer)} == {"kind", "text", "items", "accept", "options", "ordered"}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_sources_of_a_deck(shelf, language):
    """The sources of the edition that is asked, with all that is told of them; none of a deck that has none."""
    shelf.put("all.yaml", EVERYTHING)
    sea = "  atlas: {title: The Sea, author: Ann, url: 'https://example.org', file: sea.txt}\n"
    shelf.put("b.en.yaml", f"deck: sea\nlanguage: en\nsources:\n{sea}cards:\n- question: The sea?\n  answer: blue\n")
    shelf.put("b.fr.yaml", f"deck: sea\nlanguage: fr\nsources:\n{sea.replace('The Sea', 'La Mer')}"
              "cards:\n- question: La mer ?\n  answer: bleue\n")  # fmt: skip
    shelf.put("c.yaml", deck("none", "x"))
    library = shelf.library(language)
    library.refresh()

    title = {"en": "The Sea", "fr": "La Mer"}[language]
    assert library.sources("all") == {"lemonde": Source("lemonde", "Article", published="2025-01-14")}
    assert library.sources("sea") == {"atlas": Source("atlas", title, "Ann", url="https://example.org", file="sea.txt")}
    assert library.sources("none") == library.sources("nothing") == {}


def test_sources_follow_the_deck(shelf):
    """A source that is corrected in the deck is corrected in the index."""
    shelf.put("all.yaml", EVERYTHING)
    library = shelf.library("fr")
    library.refresh()
    shelf.put("all.yaml", EVERYTHING.replace("2025-01-14", "2024-01-14"))
    library.refresh()

    assert [source.published for source in library.sources("all").values()] == ["2024-01-14"]


@settings(max_examples=30)
@given(
    told=st.lists(st.tuples(words, words, words, words, words, words, words), unique_by=lambda it: it[0], max_size=3)
)
def test_every_source_survives_its_row(told):
    """All of a source is kept, whatever is written in it, in its order."""
    sources = [Source(*one) for one in told]

    assert list(text_to_sources(sources_to_text(sources)).values()) == sources
    assert {field.name for field in fields(Source)} == {
        "key",
        "title",
        "author",
        "published",
        "url",
        "file",
        "sha256",
        "where",
    }


def test_problems_survive_their_text():
    """A problem in the index is told as it was found."""
    problems = (
        Problem("path-missing", None, {"path": "/x"}),
        Problem("deck-twice", Place("/é", 3, 4), {"deck": "a", "other": ("b", "c"), "number": 1.5}),
    )

    assert text_to_problems(problems_to_text(problems)) == problems


# --- the way to the first question -----------------------------------------------------------------------------------


def test_first_question_imports_little(shelf):
    """With nothing changed, no deck is read, no card is built: neither YAML nor any pure room of decks is loaded."""
    shelf.put("a.yaml", deck("a", "x"))
    shelf.library().refresh()
    program = f"""
import sys
from quiz.library import Library
library = Library({str(shelf.index)!r}, [{str(shelf.top / "decks")!r}])
library.refresh()
card = library.new({TODAY}, 1)[0]
library.due({TODAY})
assert library.front(card.identity).question == "What is x?"
heavy = {{"yaml", "dataclasses", "pathlib", "json", "quiz.problem", "quiz.deck", "quiz.answers", "quiz.library.intake"}}
print(sorted(heavy & set(sys.modules)))
"""
    root = Path(__file__).parent.parent

    said = subprocess.run([sys.executable, "-S", "-c", program], capture_output=True, text=True, cwd=root)

    assert (said.stdout, said.stderr) == ("[]\n", "")


@pytest.mark.parametrize("wanted", [None, "d1"])
def test_nothing_that_is_asked_first_reads_the_whole_library(shelf, wanted):
    """SQLite answers each question from an index, in its order: nothing is scanned and nothing is sorted."""
    for number in range(3):
        shelf.put(f"{number}.yaml", deck(f"d{number}", *"abc"))
    notes = Notes()
    notes.note(met("d1/a"), met("d2/b"))
    library = shelf.library()
    library.refresh()
    library.sync(notes)
    statements: list[str] = []
    connection = library._connection
    connection.set_trace_callback(statements.append)

    library.due(TODAY, 5, wanted)
    library.new(TODAY, 5, wanted)
    library.front("d1/b")
    connection.set_trace_callback(None)

    plans = [
        row[3]
        for statement in statements
        if " card" in statement
        for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")
    ]
    assert len(plans) >= 5
    assert [plan for plan in plans if plan.startswith("SCAN")] == []
    assert len([plan for plan in plans if "TEMP B-TREE" in plan]) <= 1  # the few editions of the one card on the screen
