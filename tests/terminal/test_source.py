"""`s` after a verdict: the words that prove the answer in their place, in both faces, and nothing of them obeyed."""

from __future__ import annotations

import io

import pytest

from quiz.answers.verdict import Answer as Right
from quiz.deck.card import Card, Evidence, Source
from quiz.derive.excerpt import Excerpt
from quiz.memory.day import Moment
from quiz.problem import Place, Problem
from quiz.study.session import Answer, Settings, start
from quiz.study.step import step
from quiz.study.view import view
from quiz.terminal import proof
from quiz.terminal.evening import Evening
from quiz.terminal.lines import Lines
from quiz.terminal.paint import ansi, cells, plain
from quiz.words import load

ENTER = "\r"
PLACE = Excerpt(
    4,
    (("The new pier is ", False), ("120 metres", True), (" long, the mayor said.", False)),
    "It took three years.",
    "Nobody had asked.",
    apart_after=True,
)
MISSING = Problem("source-text-missing", Place("d"), {"source": "gazette"})


def card(*words: str, sources: tuple[str, ...] = ("gazette",)) -> Card:
    """A card with evidence of these words."""
    evidence = tuple(Evidence("gazette", 4, text, Place("d")) for text in words)
    return Card(
        "a", "How long?", Right("number", "120 metres"), "en", Place("d"), "a", sources=sources, evidence=evidence
    )


@pytest.fixture
def begun(world):
    """An evening about cards of the test's own, whose deck has a source; where their words stand."""

    def begin(*cards: Card, places=()) -> Evening:
        sources = {"gazette": Source("gazette", "The Gazette", "Ada Brook", url="https://gazette.example/4")}
        known = {one.identity: one for one in cards}
        moment = world.now()
        world.places = places
        decks = dict.fromkeys(known, "d")
        return Evening(start(known, {}, tuple(known), {}, decks, Settings(), moment, {"d": sources}), world)

    return begin


@pytest.mark.parametrize("back", ["s", " ", ENTER, "q", "\x04", "\x1b", "\x1b[A"], ids=repr)
def test_any_key_goes_back(back: str, begun, play, world) -> None:
    """The sentence stands below the verdict until a key is pressed, which does nothing else."""
    seen = play(begun(card("120 metres"), places=(PLACE,)), "120 metres", ENTER, "s", back)

    assert "The Gazette · Ada Brook · ¶ 4" in seen.texts[2]
    assert "The new pier is 120 metres long, the mayor said." in seen.texts[2]
    assert seen.texts[2].splitlines()[-1] == "  any key goes back"
    assert "The new pier" not in seen.texts[3]
    assert seen.texts[3] == seen.texts[1]
    assert seen.phases[-1] == "judged"
    assert [event.kind for event in world.events] == ["reviewed"]


def test_interrupting_while_reading_leaves(begun, play) -> None:
    """^C ends the session, whatever is shown."""
    seen = play(begun(card("120 metres"), places=(PLACE,)), "120 metres", ENTER, "s", "\x03")

    assert seen.phases[-1] == "over"


@pytest.mark.parametrize("colour", [True, False])
def test_the_words_are_marked(colour: bool, begun, play) -> None:
    """Bold and underlined, with and without colour; what stands around the sentence is faint where there is colour."""
    seen = play(begun(card("120 metres"), places=(PLACE,)), "120 metres", ENTER, "s", colour=colour)

    assert "\x1b[0;1;4m120 metres" in seen.raw or "\x1b[0;4;1m120 metres" in seen.raw


def test_the_key_is_offered_where_there_is_a_source(begun, play, evening) -> None:
    """A card without one does not name the key in the line at the foot; pressed all the same, it says so."""
    with_one = play(begun(card("120 metres"), places=(PLACE,)), "120 metres", ENTER)
    without = play(evening("a"), "anaconda", ENTER, "s")

    assert "s see it there" in with_one.texts[1].splitlines()[-1]
    assert "see it there" not in without.texts[1].splitlines()[-1]
    assert "this card names no source" in without.texts[2]


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (MISSING, "its text is not kept here"),
        (Problem("source-text-changed", Place("d"), {"source": "x", "path": "y"}), "is not the one that the deck was"),
        (Problem("evidence-not-found", Place("d"), {"source": "x"}), "does not hold these words"),
        (Problem("file-unreadable", facts={"path": "g.txt", "error": "EACCES"}), "g.txt cannot be read (EACCES)"),
    ],
)
def test_without_the_text_the_card_still_says_where_it_is_from(problem: Problem, said: str, begun, play) -> None:
    """Title, paragraph, the words and the address, and in a few words why no more."""
    seen = play(begun(card("120 metres"), places=(problem,)), "120 metres", ENTER, "s")

    for part in ("The Gazette · Ada Brook · ¶ 4", "“120 metres”", "https://gazette.example/4", said):
        assert part in seen.texts[2]


def test_a_text_higher_than_the_screen_goes_into_the_scrollback(begun, play) -> None:
    """Nothing of it is cut off, and the line of keys stays as it was."""
    long = Excerpt(1, (("word " * 4000, False), ("120 metres", True)))

    seen = play(begun(card("120 metres"), places=(long,)), "120 metres", ENTER, "s")

    assert seen.text.endswith("word 120 metres")
    assert "any key goes back" not in seen.texts[2]


def test_nothing_of_an_article_is_obeyed() -> None:
    """Escapes and directions are shown, in the sentence, the words, the title and the address."""
    evil = "a\x1b]0;x\x07\u202eb"
    places = (Excerpt(1, ((evil, False), (evil, True)), evil, evil, apart_before=True), MISSING)
    sources = {"gazette": Source("gazette", evil, evil, url=evil)}
    asked = {"a": card(evil, evil)}
    session = start(asked, {}, ("a",), {}, {"a": "d"}, Settings(), Moment(1, 0), {"d": sources})
    judged = view(step(session, Answer("x"), Moment(2, 0))[0], Moment(3, 0))

    told = plain(proof.source(judged, places, load("en"), 80)) + ansi(proof.source(judged, places, load("fr"), 40))

    assert not {"\x07", "\u202e"} & set(told)
    assert "\x1b]" not in told
    assert told.count("␛") >= 10


@pytest.mark.parametrize("width", [20, 40, 80, 92])
def test_lines_fit_the_screen(width: int) -> None:
    """A sentence, its neighbours and what is said of them are broken at words; long neighbours are cut short."""
    seen = Excerpt(3, (("x " * 60, False), ("words that prove it", True)), "before " * 200, "after " * 200)
    lines = proof.place(seen, width)

    assert all(sum(cells(text) for _, text in line) <= width for line in lines)
    assert sum(len(text) for line in lines for _, text in line) < 1500
    assert plain(lines).lstrip().startswith("…\u00a0before")
    assert plain(lines).rstrip().endswith("after\u00a0…")


@pytest.mark.parametrize(("language", "word"), [("en", ":source"), ("fr", ":article")])
def test_plain_lines_mark_the_words_with_brackets(language: str, word: str, begun) -> None:
    """After a verdict, by either word; before any, it is said that the source comes later."""
    sink = io.StringIO()
    typed = io.StringIO(f"{word}\n120 metres\n{word}\n")
    other = Card("b", "Who built it?", Right("person", "Ada Brook"), "en", Place("d"), "b")
    Lines(begun(card("120 metres"), other, places=(PLACE,)), load(language), typed, sink, prompt=False).run()
    said = sink.getvalue()

    assert load(language).say("session.plain-source-later") in said
    assert "The Gazette · Ada Brook · ¶ 4" in said
    assert "It took three years. The new pier is [120 metres] long, the mayor said." in said
