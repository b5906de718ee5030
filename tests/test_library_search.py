"""The search: words wherever they stand, with SQLite's full text and without, and never an error."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.library import Library
from quiz.library import search as room
from quiz.library.search import marks, parse

DECK = """\
deck: rev
language: fr
cards:
  - question: Quand la Bastille fut-elle prise ?
    date: 14 juillet 1789
    tags: [Paris, grande peur]
    id: prise
  - question: Qui commandait la Bastille ?
    person: Bernard-René de Launay
    accept: le gouverneur
    note: Tué au cœur de Paris, près de la Bastille.
    id: qui
  - question: Combien d'œuvres l'État a-t-il achetées en 1_000 jours ?
    answer: 12:30
    hint: moins de 100
    id: oeuvres
  - cloze: La {{Grande Peur}} commença le {{20 juillet 1789}}.
    id: peur
"""
OTHER = DECK.replace("deck: rev", "deck: other").replace("la Bastille fut-elle", "le château fut-il")


@pytest.fixture(params=[True, False], ids=["FTS5", "without"])
def library(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """Two decks, searched by the table of words and by looking at each card."""
    if not request.param:
        monkeypatch.setattr(room, "_ready", lambda _connection: False)
    (tmp_path / "a.yaml").write_text(DECK, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(OTHER, encoding="utf-8")
    made = Library(str(tmp_path / "index.db"), [str(tmp_path)], "fr")
    made.refresh()
    yield made
    made.close()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("commandait", {"qui"}),
        ("COMMANDAIT Bernard", {"qui"}),
        ("bernard-rene", {"qui"}),
        ("gouverneur", {"qui"}),
        ("coeur", {"qui"}),
        ("œuvres", {"oeuvres"}),
        ("oeuvres d'", {"oeuvres"}),
        ("l'etat", {"oeuvres"}),
        ("12:30", {"oeuvres"}),
        ("30", {"oeuvres"}),
        ("moins", {"oeuvres"}),
        ("1789", {"prise", "peur"}),
        ('"juillet 1789"', {"prise", "peur"}),
        ('"1789 juillet"', set()),
        ("juil*", {"prise", "peur"}),
        ("juil", set()),
        ('"20 juil"*', {"peur"}),
        ("juillet -bastille", {"peur"}),
        ("-juillet kind:person", {"qui"}),
        ("tag:paris", {"prise"}),
        ('tag:"grande peur"', {"prise"}),
        ("tag:grande", set()),
        ("tag:gra*", set()),
        ("étiquette:Paris juillet", {"prise"}),
        ("kind:cloze", {"peur"}),
        ("kind:cloze kind:answer", {"peur", "oeuvres"}),
        ("genre:person bastille", {"qui"}),
        ("deck:nobody juillet", set()),
        ("", set()),
        ("*", set()),
        ('"', set()),
        ('""', set()),
        ("AND", set()),
        ("bastille AND juillet", set()),
        ("question:bastille", set()),
        ("NEAR(bastille juillet)", set()),
        ("bastille)", {"prise", "qui"}),
    ],
)
def test_what_a_search_finds(library: Library, text: str, found: set[str]) -> None:
    """Every word, wherever it stands, whatever its case and accents; no word is a command of the database."""
    identities = library.search(text)

    assert {one.removeprefix("rev/") for one in identities if one.startswith("rev/")} == found


def test_the_best_comes_first(library: Library) -> None:
    """A word in the question weighs more than one in a note; `limit` keeps the first."""
    found = library.search("paris deck:rev")

    assert found == ["rev/prise", "rev/qui"]
    assert library.search("paris deck:rev", 1) == found[:1]


def test_a_changed_deck_is_searched_as_it_is(library: Library, tmp_path: Path) -> None:
    """What was changed, taken away and added since the last search is found as it is now."""
    assert library.search("château") == ["other/prise"]
    (tmp_path / "b.yaml").unlink()
    (tmp_path / "a.yaml").write_text(DECK.replace("commandait", "gouvernait"), encoding="utf-8")
    library.refresh()

    assert library.search("château") == library.search("commandait") == []
    assert library.search("gouvernait") == ["rev/qui"]


def test_an_index_with_words_is_made_anew(library: Library, tmp_path: Path) -> None:
    """An index of another version is dropped with its table of words, and searched as before."""
    library.search("bastille")
    library._connection.execute("PRAGMA user_version = 1")
    library.close()

    again = Library(str(tmp_path / "index.db"), [str(tmp_path)], "fr")
    again.refresh()

    assert again._connection.execute("PRAGMA database_list").fetchone()[2]
    assert again.search("commandait deck:rev") == ["rev/qui"]
    again.close()


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Quand la Bastille fut-elle donc prise ?", ["rev/prise"]),
        ("QUI COMMANDAIT LA BASTILLE", ["other/qui", "rev/qui"]),
        ("Qui commandait ?", []),
        ("?", []),
    ],
)
def test_questions_that_are_nearly_one(library: Library, question: str, found: list[str]) -> None:
    """The cards that ask nearly the same, over all decks."""
    assert sorted(library.near(question)) == found


@settings(max_examples=75, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.sampled_from("ab*\"'-:()^{}+ \0é_½œ\ud800tagdeckNOT")) | st.text())
def test_no_search_is_an_error(library: Library, text: str) -> None:
    """Whatever is searched, there is an answer; and what is marked of a text is within it."""
    library.search(text)
    library.near(text)
    for start, end in marks(text, parse(text).terms):
        assert 0 <= start < end <= len(text)


def test_both_ways_find_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With and without the table of words the same cards are found for every word of the deck."""
    (tmp_path / "a.yaml").write_text(DECK, encoding="utf-8")
    library = Library(":memory:", [str(tmp_path)], "fr")
    library.refresh()
    searches = [*DECK.split(), *(f"{word[:3]}*" for word in DECK.split())]
    with_table = [sorted(library.search(text)) for text in searches]
    monkeypatch.setattr(room, "_ready", lambda _connection: False)

    assert [sorted(library.search(text)) for text in searches] == with_table
    library.close()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("batsille", "bastille"),
        ("Bastile juillet", "bastille juillet"),
        ("gouv", "gouv*"),
        ("gouverneurs", "gouverneur"),
        ("tag:Paris bastile", "tag:Paris bastille"),
        ('"bastile commandait"', "bastille commandait"),
        ("bastille jours", ""),
        ("bastille", ""),
        ("zygote", ""),
        ("xy", ""),
        ("", ""),
        ("tag:paaris", "tag:paris"),
    ],
)
def test_what_may_be_meant(library: Library, request: pytest.FixtureRequest, text: str, meant: str) -> None:
    """A search with a slip is told in words that the cards have, if it finds something then."""
    library.search(text)
    assert library.meant(text) == (meant if "FTS5" in request.node.name else "")


@pytest.mark.parametrize("text", ["首都", "日本", "は", "東京", "กรุง"])
def test_a_part_of_a_sentence_without_spaces(tmp_path: Path, text: str) -> None:
    """Where words are not parted by spaces, any part of a text is found."""
    deck = "deck: j\ncards:\n  - {question: 日本の首都は, answer: 東京, note: กรุงโตเกียว}\n"
    (tmp_path / "j.yaml").write_text(deck, encoding="utf-8")
    library = Library(":memory:", [str(tmp_path)], "en")
    library.refresh()
    assert len(library.search(text)) == 1
    assert library.search("首日") == []
    library.close()
