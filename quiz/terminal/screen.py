"""The drawn face: one long-lived inline application; what was asked and answered stays in the scrollback above it.

Only the input line and the foot are live. Questions and verdicts are printed above them and are never redrawn, so
the evening can be read again, and so the first question can be on the screen before this room is even loaded.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
import termios
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.data_structures import Size
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input.typeahead import clear_typeahead
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
from prompt_toolkit.output import ColorDepth, Output
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.styles import Style

from quiz.problem import Failure
from quiz.study.session import Answer, Bury, Continue, GiveUp, Leave, Overrule, ShowHint, Skip, Suspend, Undo
from quiz.study.view import EndView, QuestionView, VerdictView, View
from quiz.terminal import draw
from quiz.terminal.evening import Evening
from quiz.terminal.keys import BY_NAME, KEYS
from quiz.terminal.paint import MARGIN, Line, ansi, screen_width

if TYPE_CHECKING:
    from prompt_toolkit.input import Input

    from quiz.words import Words

#: After a verdict, keys typed faster than a person can read are the tail of the answer, not a decision.
GRACE_S: Final = 0.15
#: What the styles of `paint` are called in prompt_toolkit.
STYLE: Final = Style.from_dict({"dim": "ansibrightblack", "key": "bold", "strong": "bold", "wrong": "ansired bold"})


class Screen:
    """The session drawn in a terminal. `run` returns the signal that ended it, or None.

    `shown` says that the first question is on the screen already. `input` and `output` are the terminal's, or a
    test's pipe and screen.
    """

    def __init__(
        self,
        evening: Evening,
        words: Words,
        *,
        colour: bool = True,
        shown: bool = False,
        source: Input | None = None,
        sink: Output | None = None,
        when_live: Callable[[], None] | None = None,
    ) -> None:
        self.evening = evening
        self.words = words
        self.colour = colour
        self.view: View = evening.view()
        self.shown = shown
        self.when_live = when_live
        self.message: list[Line] = []
        self.menu = False
        self.ended_by: int | None = None
        self.drawn_at = time.monotonic()
        self.first_key_at: float | None = None
        self.buffer = Buffer(multiline=False, on_text_changed=self._text_changed)
        self.app: Application[None] = Application(
            layout=self._layout(),
            key_bindings=self._bindings(),
            style=STYLE if colour else Style([]),
            color_depth=None if colour else ColorDepth.DEPTH_1_BIT,
            input=source,
            output=sink or _output(),
            full_screen=False,
            mouse_support=False,
            erase_when_done=True,
        )
        # Esc waits for the rest of an arrow key no longer than a terminal needs to send it.
        self.app.ttimeoutlen = 0.05

    # --- the run -----------------------------------------------------------------------------------------------------

    def run(self) -> int | None:
        """Show the evening until it is over."""
        asyncio.run(self._run())
        return self.ended_by

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._told_to_end, number)
        await self.app.run_async(pre_run=self._begin, handle_sigint=True)

    def _begin(self) -> None:
        if isinstance(self.view, EndView):
            self._finish()
            return
        if not self.shown and isinstance(self.view, QuestionView):
            self._print(draw.question(self.view, self.words, screen_width()))
        self._start_clock()
        if self.when_live:
            # The readers that judge are loaded while the person reads the first question.
            asyncio.get_running_loop().call_later(0.02, self.when_live)

    def _told_to_end(self, number: int) -> None:
        self.ended_by = number
        if self.app.is_running:
            self.app.exit()

    # --- what is live ------------------------------------------------------------------------------------------------

    def _layout(self) -> Layout:
        asking = Condition(lambda: isinstance(self.view, QuestionView))
        said = Condition(lambda: bool(self.message))
        line = Window(
            BufferControl(self.buffer, input_processors=[BeforeInput(f"{MARGIN}› ")], focusable=True),
            wrap_lines=True,
            height=Dimension(min=1),
            dont_extend_height=True,
        )
        message = Window(
            FormattedTextControl(self._message), wrap_lines=True, dont_extend_height=True, height=Dimension(min=1)
        )
        foot = Window(FormattedTextControl(self._foot, show_cursor=False), height=1)
        blank = Window(height=1)
        return Layout(
            HSplit(
                [
                    ConditionalContainer(HSplit([message, blank]), said),
                    ConditionalContainer(HSplit([line, blank]), asking),
                    foot,
                ]
            ),
            focused_element=line,
        )

    def _message(self) -> StyleAndTextTuples:
        out: StyleAndTextTuples = []
        for number, line in enumerate(self.message):
            if number:
                out.append(("", "\n"))
            out.extend((f"class:{style}" if style else "", text) for style, text in line)
        return out

    def _foot(self) -> StyleAndTextTuples:
        return [
            (f"class:{style}" if style else "", text)
            for style, text in draw.foot(self.view, self.words, screen_width(), menu=self.menu)
        ]

    # --- keys --------------------------------------------------------------------------------------------------------

    def _bindings(self) -> KeyBindings:
        bindings = KeyBindings()
        asking = Condition(lambda: isinstance(self.view, QuestionView) and not self.menu)
        judged = Condition(lambda: isinstance(self.view, VerdictView))
        menu = Condition(lambda: self.menu)
        deeds: dict[str, Callable[[], None]] = {
            "answer": self._answer,
            "continue": lambda: self._do(Continue()),
            "hint": lambda: self._do(ShowHint()),
            "give-up": self._give_up,
            "skip": lambda: self._do(Skip()),
            "overrule": lambda: self._do(Overrule()),
            "undo": lambda: self._do(Undo()),
            "suspend": lambda: self._do(Suspend()),
            "bury": lambda: self._do(Bury()),
            "leave": lambda: self._do(Leave()),
            "keys": self._show_keys,
        }

        def bind(keys: str, deed: Callable[[], None], where: Condition) -> None:
            @bindings.add(keys, filter=where, eager=True)
            def _(_event: KeyPressEvent) -> None:
                self.menu = False
                if where is judged and time.monotonic() - self.drawn_at < GRACE_S:
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
            self._told_to_end(signal.SIGINT)

        @bindings.add("c-d", filter=judged | Condition(lambda: not self.buffer.text), eager=True)
        def _(_event: KeyPressEvent) -> None:
            self._carefully(lambda: self._do(Leave()))

        @bindings.add("c-z", eager=True)
        def _(event: KeyPressEvent) -> None:
            event.app.suspend_to_background()

        return bindings

    def _carefully(self, deed: Callable[[], None]) -> None:
        """Do it. What cannot be written is said below the question, which stays; a fault of ours ends the session."""
        try:
            deed()
        except Failure as failure:
            self.message = draw.problems(failure.problems, self.words, screen_width())
        except Exception as error:  # noqa: BLE001 - prompt_toolkit would print it over the screen
            self.app.exit(exception=error)

    def _text_changed(self, _buffer: Buffer) -> None:
        if self.first_key_at is None:
            self.first_key_at = time.monotonic()
        self.message = []

    # --- deeds -------------------------------------------------------------------------------------------------------

    def _answer(self) -> None:
        typed = self.buffer.text
        if not typed.strip():
            self.message = [
                (("dim", MARGIN + self.words.say("session.nothing-typed", key=BY_NAME["give-up"].shown_asking)),)
            ]
            return
        assert isinstance(self.view, QuestionView)
        others = self.evening.world.others(self.view.identity)
        first, took = self._times()
        self._do(Answer(typed, first, took, others))

    def _give_up(self) -> None:
        self._do(GiveUp(*self._times()))

    def _do(
        self, action: Answer | GiveUp | Continue | Overrule | Undo | ShowHint | Skip | Suspend | Bury | Leave
    ) -> None:
        before = self.view
        asks = isinstance(action, Continue | Undo | Skip | Suspend | Bury)
        after = self.evening.go_on(action) if asks else self.evening.do(action)
        self.message = []
        self.view = after
        if isinstance(after, EndView):
            self._finish()
        elif isinstance(after, VerdictView):
            if isinstance(before, VerdictView) and before.identity == after.identity:
                if before != after:
                    self._print(draw.overruled(after, self.words, screen_width()))
            else:
                self._print(draw.verdict(after, self.words, screen_width()))
            self._fresh()
        elif isinstance(after, QuestionView):
            if (
                isinstance(before, QuestionView)
                and before.identity == after.identity
                and not isinstance(action, Undo | Skip)
            ):
                if after.hint is not None:
                    self.message = draw.hint(after, self.words, screen_width())
                return
            self._print([*draw.done(action, self.words), *draw.question(after, self.words, screen_width())])
            self._fresh()

    def _show_keys(self) -> None:
        self._print(draw.keys(self.words, screen_width()))

    def _finish(self) -> None:
        assert isinstance(self.view, EndView)
        self._print(draw.end(self.view, self.evening.world.outlook(), self.words, screen_width()))
        self.app.exit()

    # --- the screen --------------------------------------------------------------------------------------------------

    def _print(self, lines: Iterable[Line]) -> None:
        """Print above what is live; it stays in the scrollback."""
        self.app.renderer.erase()
        self.app.output.write_raw(ansi(lines, self.colour))
        self.app.output.flush()

    def _fresh(self) -> None:
        """A new thing is on the screen: nothing typed before it was seen may act on it."""
        self.buffer.reset()
        self.app.key_processor.empty_queue()
        clear_typeahead(self.app.input)
        with contextlib.suppress(termios.error, OSError, NotImplementedError):  # not a terminal: a test's pipe
            termios.tcflush(self.app.input.fileno(), termios.TCIFLUSH)
        self._start_clock()

    def _start_clock(self) -> None:
        self.drawn_at = time.monotonic()
        self.first_key_at = None

    def _times(self) -> tuple[int | None, int]:
        now = time.monotonic()
        first = None if self.first_key_at is None else round((self.first_key_at - self.drawn_at) * 1000)
        return first, round((now - self.drawn_at) * 1000)


def _output() -> Output:
    """The terminal, never asked for its cursor: some do not answer, and nothing here needs to know."""

    def size() -> Size:
        import os

        try:
            columns, rows = os.get_terminal_size(sys.stdout.fileno())
        except OSError:
            columns, rows = 80, 24
        return Size(rows=rows or 24, columns=columns or 80)

    return Vt100_Output(sys.stdout, size, enable_cpr=False)
