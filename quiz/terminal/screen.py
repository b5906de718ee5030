"""The drawn face: one long-lived inline application; what was asked and answered stays in the scrollback above it.

Only the input line and the foot are live. Questions and verdicts are printed above them and are never redrawn, so
the evening can be read again, and so the first question can be on the screen before this room is even loaded. The
session comes last of all: until then the line is live already, and Enter waits for it.
"""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import (
    BufferControl,
    ConditionalContainer,
    Dimension,
    FormattedTextControl,
    HSplit,
    Layout,
    Window,
)
from prompt_toolkit.layout.processors import BeforeInput
from prompt_toolkit.output import Output

from quiz.problem import Problem
from quiz.terminal import draw, ending, foot
from quiz.terminal.keys import BY_NAME, KEYS
from quiz.terminal.live import Harmless, Live
from quiz.terminal.paint import MARGIN, Line, flow, screen_width

if TYPE_CHECKING:
    from prompt_toolkit.input import Input

    from quiz.study.session import Action
    from quiz.study.view import QuestionView, View
    from quiz.terminal.evening import Evening
    from quiz.words import Words

#: After a verdict, a letter that comes sooner than fingers can decide is the tail of the answer, still on its way.
#: Enter needs no such grace: it only goes on, and on an empty line it answers nothing.
GRACE_S: Final = 0.03
#: Between two steps of loading: time to draw the keys that were typed during the first of them.
PAUSE_S: Final = 0.002


class Screen(Live):
    """The session drawn in a terminal. `run` returns the signal that ended it, or None.

    `begin` makes the session: when the line is live, after the steps `when_live` (what there is to load, in pieces, so
    that keys are drawn between them), or as soon as a key needs it. `first` is the question that is on the screen
    already, if any. `source` and `sink` are the terminal's, or a test's pipe and screen.
    """

    def __init__(
        self,
        begin: Callable[[], Evening],
        words: Words,
        *,
        colour: bool = True,
        first: draw.First | None = None,
        source: Input | None = None,
        sink: Output | None = None,
        when_live: Sequence[Callable[[], object]] = (),
    ) -> None:
        self.begin = begin
        self.words = words
        self.first = first
        self.when_live = when_live
        self.view: draw.First | View = first or self.evening.view()
        self.menu = False
        self.reading = False
        #: "outside" while the terminal is the editor's.
        self.mood = ""
        #: What an editor left that could not be used, by card, to be opened again.
        self.drafts: dict[str, tuple[str, str]] = {}
        self.drawn_at = time.monotonic()
        self.first_key_at: float | None = None
        super().__init__(words, colour=colour, source=source, sink=sink)

    # --- the run -----------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        if self.view.phase == "over":
            self._finish()
            return
        if not self.first and self.view.phase == "asking":
            self._print(self._question(self.view))
        self._start_clock()
        self._load(iter((*self.when_live, lambda: self.evening, self._rehearse)))

    def _rehearse(self) -> None:
        self.evening.rehearse()

    def _load(self, steps: Iterator[Callable[[], object]]) -> None:
        """One step after the other while the person reads, each when the keys typed before it are drawn."""

        def load(step: Callable[[], object]) -> None:
            self._carefully(step)
            self._load(steps)

        for step in steps:
            if not self.app.is_done:
                asyncio.get_running_loop().call_later(PAUSE_S, load, step)
            return

    @cached_property
    def evening(self) -> Evening:
        """The session in its world. It has the last word on what the first question is."""
        evening = self.begin()
        if self.first:
            self.view = evening.view()
            if self.view.phase == "over":
                self._exit()
            elif self.view.phase == "asking" and self.view.identity != self.first.identity:
                self._afresh([self._question(self.view)])
        return evening

    def _interrupted(self) -> None:
        """^C: leave, with the figures of the evening, whatever was being typed."""
        self.ended_by = signal.SIGINT
        self._carefully(lambda: self._simply("Leave"))
        self._exit()

    # --- what is live ------------------------------------------------------------------------------------------------

    def _layout(self) -> Layout:
        asking = Condition(lambda: self.view.phase == "asking")
        said = Condition(lambda: bool(self.message))
        line = Window(
            BufferControl(self.buffer, input_processors=[Harmless(), BeforeInput(f"{MARGIN}› ")], focusable=True),
            wrap_lines=True,
            height=Dimension(min=1),
            dont_extend_height=True,
        )
        message = Window(
            FormattedTextControl(self._message), wrap_lines=True, dont_extend_height=True, height=Dimension(min=1)
        )
        below = Window(FormattedTextControl(self._foot, show_cursor=False), height=1)
        blank = Window(height=1)
        return Layout(
            HSplit(
                [
                    ConditionalContainer(HSplit([message, blank]), said),
                    ConditionalContainer(HSplit([line, blank]), asking),
                    below,
                ]
            ),
            focused_element=line,
        )

    def _foot(self) -> StyleAndTextTuples:
        if self.reading:
            return [("class:dim", MARGIN + self.words.say("session.any-key"))]
        return [
            (f"class:{style}" if style else "", text)
            for style, text in foot.foot(self.view, self.words, screen_width(), menu=self.menu)
        ]

    # --- keys --------------------------------------------------------------------------------------------------------

    def _bindings(self) -> KeyBindings:
        bindings = KeyBindings()
        asking = Condition(lambda: self.view.phase == "asking" and not self.menu and not self.mood)
        judged = Condition(lambda: self.view.phase == "judged" and not self.reading and not self.mood)
        reading = Condition(lambda: self.reading)
        menu = Condition(lambda: self.menu)
        deeds: dict[str, Callable[[], None]] = {
            "answer": self._answer,
            "continue": lambda: self._simply("Continue"),
            "hint": lambda: self._simply("ShowHint"),
            "give-up": self._give_up,
            "skip": lambda: self._simply("Skip"),
            "overrule": lambda: self._simply("Overrule"),
            "accept": self._accept,
            "source": self._show_source,
            "edit": self._edit,
            "mend": self._mend,
            "undo": self._undo,
            "suspend": lambda: self._simply("Suspend"),
            "bury": lambda: self._simply("Bury"),
            "leave": lambda: self._simply("Leave"),
            "keys": self._show_keys,
        }

        def bind(keys: str, deed: Callable[[], None], where: Condition) -> None:
            @bindings.add(keys, filter=where, eager=True)
            def _(_event: KeyPressEvent) -> None:
                self.menu = False
                early = time.monotonic() - self.drawn_at < GRACE_S
                if where is judged and early and deed != deeds["continue"]:
                    return
                self._carefully(deed)

        for key in KEYS:
            if len(key.asking) == 2:
                bind(key.asking[1], deeds[key.name], menu)
            for name in key.asking[:1] if len(key.asking) == 1 else ():
                bind(name, deeds[key.name], asking)
            for name in key.judged:
                bind(name, deeds[key.name], judged)

        @bindings.add("c-x", filter=asking, eager=True)
        def _(_event: KeyPressEvent) -> None:
            self.menu = True

        @bindings.add(Keys.Any, filter=menu, eager=True)
        @bindings.add("escape", filter=menu, eager=True)
        def _(_event: KeyPressEvent) -> None:
            self.menu = False

        @bindings.add(Keys.Any, filter=reading, eager=True)
        @bindings.add("escape", filter=reading, eager=True)
        @bindings.add("c-d", filter=reading, eager=True)
        def _(_event: KeyPressEvent) -> None:
            self.reading, self.message = False, []

        @bindings.add("?", filter=asking & Condition(lambda: not self.buffer.text), eager=True)
        def _(_event: KeyPressEvent) -> None:
            self._show_keys()

        @bindings.add(Keys.Any, filter=judged)
        @bindings.add(Keys.BracketedPaste, filter=judged)
        def _(_event: KeyPressEvent) -> None:
            """Nothing: a key without a meaning after a verdict must not fall into the hidden input line."""

        @bindings.add(Keys.BracketedPaste, filter=asking)
        def _(event: KeyPressEvent) -> None:
            # A pasted line end is not Enter.
            self.buffer.insert_text(" ".join(event.data.split()))

        @bindings.add("c-c", eager=True)
        @bindings.add("<sigint>", eager=True)
        def _(_event: KeyPressEvent) -> None:
            if not self.mood:  # the editor has its own ^C
                self._interrupted()

        @bindings.add("c-d", filter=~reading & (judged | Condition(lambda: not self.buffer.text)), eager=True)
        def _(_event: KeyPressEvent) -> None:
            self._carefully(lambda: self._simply("Leave"))

        @bindings.add("c-z", eager=True)
        def _(_event: KeyPressEvent) -> None:
            run_in_terminal(self._pause)

        return bindings

    def _carefully(self, deed: Callable[[], object]) -> None:
        """Do it. What cannot be written is said below the question, which stays; a fault of ours ends the session."""
        try:
            deed()
        except Exception as error:  # noqa: BLE001 - prompt_toolkit would print it over the screen
            from quiz.problem import Failure

            if isinstance(error, Failure) and "evening" in self.__dict__:
                self.message = draw.problems(error.problems, self.words, screen_width())
            else:
                self._exit(error)

    def _text_changed(self, _buffer: Buffer) -> None:
        if self.first_key_at is None:
            self.first_key_at = time.monotonic()
        self.message = []

    # --- deeds -------------------------------------------------------------------------------------------------------

    def _answer(self) -> None:
        typed = self.buffer.text
        if not typed.strip():
            self._tell("session.nothing-typed", key=BY_NAME["give-up"].shown_asking)
            return
        asked = self.view
        world = self.evening.world
        if self.view.phase != "asking" or asked.phase != "asking" or self.view.identity != asked.identity:
            return  # the session asks something else than what was on the screen
        from quiz.study.session import Answer

        self._do(Answer(typed, *self._times(), world.others(asked.identity)))

    def _give_up(self) -> None:
        from quiz.study.session import GiveUp

        self._do(GiveUp(*self._times()))

    def _accept(self) -> None:
        if self.view.phase != "judged" or not self.view.can_teach:
            from quiz.study.teach import why_untaught

            self._tell(f"session.{why_untaught(self.evening.session)}")
            return
        problem = self.evening.teach()
        self.view = self.evening.view()
        self.message = []
        if problem is None:
            self._print([*draw.accepted(self.words, screen_width()), draw.BLANK])
        else:
            self.message = draw.problems([problem], self.words, screen_width())

    def _show_source(self) -> None:
        """The answer in its place, until a key is pressed; what is higher than the screen goes into the scrollback."""
        from quiz.terminal import proof

        assert self.view.phase == "judged"
        if not self.view.citations:
            self._tell("session.no-source")
            return
        found = self.evening.world.excerpts(self.view.identity)
        lines = proof.source(self.view, found, self.words, screen_width())
        if len(lines) + 3 > self.app.output.get_size().rows:
            self._print([*lines, draw.BLANK])
        else:
            self.reading, self.message = True, lines

    def _mend(self) -> None:
        marked = self.evening.mend()
        self._tell("session.doubted" if marked else "session.undoubted")

    def _edit(self) -> None:
        """The card in the person's editor, as its deck has it; the screen is the editor's meanwhile."""
        identity = self.evening.view().identity if self.evening.session.card else ""  # type: ignore[union-attr]
        was = self.evening.world.written(identity)
        if isinstance(was, Problem):
            self.message = draw.problems([was], self.words, screen_width())
            return
        before, draft = self.drafts.get(identity, (was, was))
        self.mood, self.message = "outside", []
        self.app.create_background_task(self._came_back(identity, was, draft if before == was else was))

    async def _came_back(self, identity: str, was: str, text: str) -> None:
        told = await run_in_terminal(lambda: self.evening.world.outside(text), in_executor=True)
        self.mood = ""
        self._carefully(lambda: self._take(identity, was, told))
        self.app.invalidate()

    def _take(self, identity: str, was: str, told: str | Problem) -> None:
        """What the editor left: nothing new, a card to go on with, or one that has to be opened again."""
        if isinstance(told, Problem):
            self.message = draw.problems([told], self.words, screen_width())
            return
        if not told.strip() or told.strip() == was.strip():
            self._tell("session.edit-unchanged")
            return
        problems = self.evening.rewrite(identity, was, told)
        if problems:
            self.drafts[identity] = was, told
            again = flow([("dim", self.words.say("session.edit-again"))], screen_width())
            self.message = [*draw.problems(problems, self.words, screen_width()), *again]
            return
        self.drafts.pop(identity, None)
        self.view = self.evening.view()
        said = flow([("key", self.words.say("session.edited"))], screen_width())
        if self.view.phase == "asking":
            self._afresh([[*said, draw.BLANK], self._question(self.view)])
        else:
            self.message = []
            self._print([*said, draw.BLANK])

    def _undo(self) -> None:
        self.evening  # noqa: B018 - until there is one, the view cannot say whether there is anything to undo
        if getattr(self.view, "can_undo", False):
            self._simply("Undo")
        else:
            self._tell("session.nothing-to-undo")

    def _tell(self, sentence: str, **facts: object) -> None:
        """Say something below the question, until something is typed."""
        self.message = flow([("dim", self.words.say(sentence, **facts))], screen_width())

    def _pause(self) -> None:
        """Give the terminal back to the shell; when the learner returns, the question stands below again."""
        os.kill(0, signal.SIGTSTP)
        if self.view.phase == "asking":
            self._print(self._question(self.view))

    def _simply(
        self, name: Literal["Bury", "Continue", "Leave", "Overrule", "ShowHint", "Skip", "Suspend", "Undo"]
    ) -> None:
        from quiz.study import session

        self._do(getattr(session, name)())

    def _do(self, action: Action) -> None:
        evening = self.evening
        before = self.view
        kind = type(action).__name__
        asks = kind in {"Continue", "Undo", "Skip", "Suspend", "Bury"}
        after = evening.go_on(action) if asks else evening.do(action)
        self.message = []
        self.view = after
        if after.phase == "over":
            self._finish()
        elif after.phase == "judged":
            width = screen_width()
            if before.phase == "judged" and before.identity == after.identity:
                if before != after:
                    self._print(draw.overruled(after, self.words, width))
            elif kind == "Undo":  # an overruling of the card before
                self._afresh([draw.overruling_undone(after, self.words, width)])
            else:
                self._afresh([draw.verdict(after, self.words, width)])
        elif kind != "ShowHint":
            self._afresh([draw.done(action, self.words), self._question(after)])
        elif after.hint is None:
            self._tell("session.no-hint")
        elif before.phase == "asking" and before.hint is None:
            self._print([*draw.hint(after, self.words, screen_width()), draw.BLANK])

    def _question(self, asked: draw.First | QuestionView) -> list[Line]:
        """A question, and its hint where it was shown already."""
        lines = draw.question(asked, self.words, screen_width())
        if asked.hint is not None:
            lines += [*draw.hint(asked, self.words, screen_width()), draw.BLANK]
        return lines

    def _show_keys(self) -> None:
        self._print(foot.keys(self.words, screen_width()))

    def _finish(self) -> None:
        assert self.view.phase == "over"
        try:
            outlook = self.evening.world.outlook()
        except Exception as error:  # noqa: BLE001 - it is over in any case; what went wrong is said by the caller
            self._exit(error)
            return
        self._print(ending.end(self.view, outlook, self.words, screen_width()))
        self._exit()

    # --- the screen --------------------------------------------------------------------------------------------------

    def _afresh(self, parts: Iterable[Iterable[Line]]) -> None:
        """Print a new thing. Nothing that was typed before it can have been seen may act on it, except ^C."""
        stopped = self._drop_what_was_typed()
        for lines in parts:
            self._print(lines)
        self._start_clock()
        if stopped:
            self._interrupted()

    def _start_clock(self) -> None:
        self.drawn_at = time.monotonic()
        self.first_key_at = None

    def _times(self) -> tuple[int | None, int]:
        now = time.monotonic()
        first = None if self.first_key_at is None else round((self.first_key_at - self.drawn_at) * 1000)
        return first, round((now - self.drawn_at) * 1000)
