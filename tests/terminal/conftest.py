"""The terminal under test: a session in a world of the test's own, played by keys on a screen that can be read."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

import pyte
import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from quiz.answers.verdict import Answer as Right
from quiz.answers.verdict import Other
from quiz.deck.card import Card
from quiz.memory.day import Moment
from quiz.problem import Failure, Place, Problem
from quiz.study.session import Settings, start
from quiz.terminal import review_screen as review_room
from quiz.terminal import screen as room
from quiz.terminal.evening import Evening, Outlook
from quiz.terminal.review_screen import ReviewScreen
from quiz.terminal.reviewing import Reviewing
from quiz.terminal.screen import Screen
from quiz.words import load

#: A card's identity is a letter; its answer is a word that begins with it.
ANSWERS = {"a": "anaconda", "b": "basilisk", "c": "crocodile", "d": "dromedary"}
BEGIN = 1_700_000_000_000


class World:
    """A world in memory, in which a second passes at each look at the clock. `broken` is why nothing can be written."""

    def __init__(self) -> None:
        self.at = BEGIN
        self.events: list = []
        self.broken: Exception | None = None
        self.answers: tuple[Other, ...] = ()
        self.taught: list[tuple[str, str]] = []
        self.unteachable: Problem | None = None
        self.places: tuple = ()
        self.editor: Callable[[str], str | Problem] = lambda text: text
        self.rewritten: list[tuple[str, str]] = []
        self.unwritable: tuple[Problem, ...] = ()

    def now(self) -> Moment:
        """A second later each time."""
        self.at += 1000
        return Moment(self.at, 60)

    def log(self, events) -> None:
        """Keep the events, or fail."""
        if self.broken is not None:
            raise self.broken
        self.events += events

    def others(self, identity: str) -> tuple[Other, ...]:
        """The other answers of the deck."""
        return tuple(other for other in self.answers if other.card != identity)

    def changes(self) -> dict:
        """Nobody else is at work."""
        return {}

    def outlook(self) -> Outlook:
        """Any figures."""
        return Outlook(3, 9, 20.4, 24, 5, (0, 1, 2, 3))

    def teach(self, identity: str, typed: str) -> Problem | None:
        """Remember what the deck would learn, or refuse."""
        if self.unteachable is None:
            self.taught.append((identity, typed))
        return self.unteachable

    def excerpts(self, identity: str) -> tuple:
        """Where the evidence of the card stands."""
        assert identity
        return self.places

    def written(self, identity: str) -> str:
        """A card as its deck has it."""
        return f"question: Which animal is {identity}?\nanswer: {ANSWERS[identity]}\n"

    def outside(self, text: str) -> str | Problem:
        """What the editor of the test makes of a text."""
        return self.editor(text)

    def rewrite(self, identity: str, was: str, told: str) -> Card | tuple[Problem, ...]:
        """Remember what was written, or refuse."""
        assert was == self.written(identity)
        if self.unwritable:
            return self.unwritable
        self.rewritten.append((identity, told))
        question, answer = (line.partition(": ")[2] for line in told.splitlines()[:2])
        return Card(identity, question, Right("answer", answer), "en", Place("d"), identity)


class Played(NamedTuple):
    """What there was to see: after each step, the phase, the card asked, the typed line and the whole screen."""

    phases: list[str]
    texts: list[str]
    lines: list[str]
    screen: Screen | ReviewScreen
    raw: str

    @property
    def text(self) -> str:
        """What stands on the screen in the end."""
        return self.texts[-1]


class Paper:
    """A stream that remembers what was written and feeds a terminal with it."""

    encoding = "utf-8"

    def __init__(self, columns: int) -> None:
        self.raw: list[str] = []
        self.screen = pyte.Screen(columns, 200)
        self.stream = pyte.Stream(self.screen)

    def write(self, text: str) -> int:
        """Remember and show."""
        self.raw.append(text)
        self.stream.feed(text)
        return len(text)

    def flush(self) -> None:
        """Written already."""

    def isatty(self) -> bool:
        """It is a terminal."""
        return True

    def fileno(self) -> int:
        """It has no descriptor."""
        raise OSError

    def text(self) -> str:
        """The screen, line by line."""
        # `display` would look at every one of the empty lines too.
        rows = self.screen.buffer
        written = (rows.get(row) or {-1: ""} for row in range(max(rows, default=-1) + 1))
        lines = ("".join(cells[column].data for column in range(max(cells) + 1)) for cells in written)
        return "\n".join(line.rstrip() for line in lines).rstrip()


@pytest.fixture
def world() -> World:
    """A world in memory."""
    return World()


@pytest.fixture
def full() -> Failure:
    """What the journal raises when the disk is full."""
    return Failure(Problem("journal-full", facts={"path": "journal.db"}))


@pytest.fixture
def evening(world: World) -> Callable[..., Evening]:
    """Begin an evening about the cards whose letters are given, or about cards of the test's own."""

    def begin(queue: str | Sequence[Card] = "abc", *, hint: str = "an animal") -> Evening:
        cards = [
            letter
            if isinstance(letter, Card)
            else Card(
                letter, f"Which animal is {letter}?", Right("answer", ANSWERS[letter]), "en", Place("d"), letter, hint
            )
            for letter in queue
        ]
        known = {card.identity: card for card in cards}
        session = start(
            known, {}, tuple(known), {"d": "Animals"}, dict.fromkeys(known, "d"), Settings(device="here"), world.now()
        )
        return Evening(session, world)

    return begin


@pytest.fixture
def play(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Played]:
    """Play an evening in the drawn face: each step is written to the terminal when the one before it has worked."""

    def played(
        evening: Evening,
        *steps: str,
        language: str = "en",
        columns: int = 80,
        grace: float = 0.0,
        colour: bool = True,
        between: Callable[[int], None] = lambda _step: None,
    ) -> Played:
        monkeypatch.setattr(room, "GRACE_S", grace)
        monkeypatch.setattr(room, "screen_width", lambda: columns)
        words = load(language)
        return driven(
            lambda **streams: Screen(lambda: evening, words, colour=colour, **streams), steps, columns, between
        )

    return played


@pytest.fixture
def decide(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Played]:
    """Play a review in the drawn face, in the same way."""

    def decided(
        reviewing: Reviewing,
        *steps: str,
        language: str = "en",
        columns: int = 80,
        held: float = 0.0,
        colour: bool = True,
        between: Callable[[int], None] = lambda _step: None,
    ) -> Played:
        monkeypatch.setattr(review_room, "HELD_S", held)
        monkeypatch.setattr(review_room, "screen_width", lambda: columns)
        words = load(language)
        return driven(
            lambda **streams: ReviewScreen(reviewing, words, colour=colour, **streams), steps, columns, between
        )

    return decided


def driven(
    made: Callable[..., Screen | ReviewScreen], steps: Sequence[str], columns: int, between: Callable[[int], None]
) -> Played:
    """Type the steps into a screen made with a pipe and a paper, and look at the paper after each of them."""
    paper = Paper(columns)
    out = Played([], [], [], None, "")
    with create_pipe_input() as pipe:
        screen = made(source=pipe, sink=Vt100_Output(paper, lambda: Size(200, columns), enable_cpr=False))
        screen.app.max_render_postpone_time = 0

        def type_() -> None:
            until(lambda: screen.app.is_running)
            settle(screen)
            for number, step in enumerate(steps):
                if not screen.app.is_running:
                    break
                between(number)
                pipe.send_text(step)
                settle(screen)
                if step.endswith("\x1b"):
                    until(lambda: not screen.app.key_processor.key_buffer)
                    time.sleep(0.25)
                    settle(screen)
                until(lambda: getattr(screen, "mood", "") != "outside")
                settle(screen)
                out.phases.append(screen.view.phase)
                out.texts.append(paper.text())
                out.lines.append(screen.buffer.text)
            if screen.app.is_running:
                screen.app.loop.call_soon_threadsafe(screen._exit)

        typist = threading.Thread(target=type_)
        typist.start()
        try:
            screen.run()
        finally:
            typist.join()
    out.texts.append(paper.text())
    return out._replace(screen=screen, raw="".join(paper.raw))


def until(true: Callable[[], object]) -> None:
    """Wait until something is true."""
    for _ in range(20_000):
        if true():
            return
        time.sleep(0.001)
    raise AssertionError(true)


def settle(screen: Screen | ReviewScreen) -> None:
    """Wait until the application has read what was written, acted and drawn."""
    for _ in range(6):
        passed = threading.Event()
        loop = screen.app.loop
        if loop is None or not screen.app.is_running:
            return
        try:
            loop.call_soon_threadsafe(passed.set)
        except RuntimeError:  # it has just ended
            return
        while not passed.wait(0.05):
            if not screen.app.is_running:
                return
