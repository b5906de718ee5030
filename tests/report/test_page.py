"""The whole page, from figures to text."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.memory.event import Event
from quiz.memory.memory import Memory
from quiz.memory.recall import recall
from quiz.memory.review import reviews
from quiz.report.markup import escape
from quiz.report.page import POLICY, is_ours
from quiz.report.report import Narrowed, report
from quiz.report.style import STYLE
from quiz.stats.count import count
from quiz.stats.figures import Asides, Confusion, figures, with_usual
from quiz.stats.told import Told
from quiz.words import LANGUAGES, load

DAY = 24 * 60 * 60 * 1000
TODAY = 20_300
CARDS = {"a": ("person", "first"), "b": ("date", "second"), "c": ("number", "first")}


def lived() -> Told:
    """Three cards of two decks over a year, one of them often forgotten, two taken for one another."""
    events: dict[str, list[Event]] = {card: [] for card in CARDS}
    for n, card in enumerate(CARDS):
        for step in range(30):
            day = TODAY - 340 + step * 11 + n
            wrong = (step + n) % 4 == 0
            at = day * DAY + (9 + n) * 60 * 60 * 1000
            verdict = "wrong" if wrong else "right"
            rest = {"relative_error": 0.1} if card == "c" else {}
            events[card].append(Event(at, 60, "d", "reviewed", card, 1 if wrong else 3, verdict, "x", 900, 4000, rest))
    counted = count((one for several in events.values() for one in reviews(several)), today=TODAY, since=TODAY - 364)
    memories: dict[str, Memory] = {card: recall(several, card=card) for card, several in events.items()}
    asides = Asides([Confusion("a", "b", 2)])
    return Told(figures(counted, memories, CARDS, TODAY, asides=asides), {"a": "Who?"}, {"first": "The first deck"})


class Shape(HTMLParser):
    """How often each element stands on a page, and with which attributes; what is written on it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: Counter[tuple[str, ...]] = Counter()
        self.text: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.found[(tag, *sorted(name for name, _ in attrs))] += 1

    def handle_data(self, data: str) -> None:
        """A text."""
        self.text.append(data)


TOLD = lived()
PLAIN = Shape(report(TOLD._replace(questions={"a": "x", "b": "x"}, titles={"first": "x"}), load("en")))


@given(st.text(min_size=1), st.text(min_size=1), st.text(min_size=1))
@settings(max_examples=25, deadline=None)
def test_no_text_changes_the_shape_of_the_page(question: str, title: str, typed: str) -> None:
    """Whatever a title, a question or a typed answer holds, the elements are the same and the text is on the page."""
    known = with_usual(TOLD.figures, {"a": f"u{typed}"})
    told = Told(known, {"a": f"q{question}", "b": question}, {"first": f"t{title}"})

    shape = Shape(report(told, load("en"), Narrowed(["first"], [typed])))

    other = PLAIN.found.copy()
    other[("bdi",)] += 2  # the deck and the tag that it is about
    assert shape.found == other
    written = "".join(shape.text)
    for text in (f"q{question}", f"t{title}", f"u{typed}", typed):
        assert unescape(escape(text)) in written


def test_the_policy_lets_exactly_its_own_style_through() -> None:
    """The hash in the policy is that of the style as a browser reads it."""
    import base64
    import hashlib

    page = report(TOLD, load("en"))
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)

    assert style == STYLE
    assert base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() in POLICY
    assert POLICY.startswith("default-src 'none'; ")
    assert "&" not in STYLE
    assert "</" not in STYLE


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_page_in_both_languages(language: str) -> None:
    """Every section is there, in order, each with a heading that the menu leads to."""
    page = report(TOLD, load(language))

    sections = re.findall(r'<section id="(\w+)"', page)
    assert sections == ["kept", "ahead", "year", "strength", "decks", "hard", "numbers", "verdicts", "hours", "time"]
    assert re.findall(r'<a href="#(\w+)"', page) == sections
    assert f'<html lang="{language}">' in page
    assert is_ours(page.encode())
    assert "{" not in "".join(Shape(page.replace(STYLE, "")).text)


def test_figures_say_what_was_counted() -> None:
    """The tiles and the tables have the numbers of the figures."""
    page = unescape(report(TOLD, load("en")))
    told = TOLD.figures

    assert f"<dd>{round(told.recalled)} of {told.met}</dd>" in page
    share = told.kinds[0].kept.share
    assert share.value is not None
    assert f"{round(share.value * 100)}\u00a0% of {share.count}" in page
    assert f"{sum(one.answers for one in told.days.values())} answers on {len(told.days)} days" in page


def test_before_the_first_answer_the_page_says_what_waits() -> None:
    """Without answers there is a sentence and no drawing of nothing."""
    empty = figures(count([], today=TODAY, since=0), {}, CARDS, TODAY)

    page = report(Told(empty, {}, {}), load("en"))

    assert "3 cards wait; nothing was answered yet." in page
    assert "<svg" not in page


def test_a_log_without_decks_has_its_page() -> None:
    """What was answered elsewhere is shown although no deck has its cards, and it is said how many these are."""
    counted = count(
        reviews([Event((TODAY - back) * DAY, 0, "d", "reviewed", "x", 3, "right", "x") for back in range(40)]),
        today=TODAY,
        since=TODAY - 364,
    )
    alone = figures(counted, {}, {}, TODAY, asides=Asides(strangers=1))

    page = report(Told(alone, {}, {}), load("en"))

    assert "There is no card here yet" not in page
    assert "1 card of the log is in no deck" in page
    assert "days in a row; 40 at best" in page
