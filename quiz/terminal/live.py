"""What every drawn face shares: an inline application with a live foot, above which lines are printed and stay.

Only what is live is ever redrawn. A signal ends it in good order, a terminal that goes away is noticed, and what was
typed before a thing could be seen does not act on it.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import os
import select
import signal
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.data_structures import Size
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Layout
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.output import ColorDepth, Output
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.styles import Style

from quiz.terminal.paint import Line, ansi
from quiz.words.safe import safe

if TYPE_CHECKING:
    from prompt_toolkit.input import Input

    from quiz.words import Words

#: What the styles of `paint` are called in prompt_toolkit.
STYLE: Final = Style.from_dict(
    {"dim": "ansibrightblack", "key": "bold", "strong": "bold", "mark": "bold underline", "wrong": "ansired bold"}
)
#: The same without colour: weight and underline are none.
COLOURLESS: Final = Style.from_dict({"key": "bold", "strong": "bold", "mark": "bold underline", "wrong": "bold"})


class Live:
    """An inline application. `run` returns the signal that ended it, or None.

    `source` and `sink` are the terminal's, or a test's pipe and screen.
    """

    def __init__(self, words: Words, *, colour: bool, source: Input | None, sink: Output | None) -> None:
        self.words = words
        self.colour = colour
        self.message: list[Line] = []
        self.ended_by: int | None = None
        self.buffer = Buffer(multiline=False, on_text_changed=self._text_changed)
        self.app: Application[None] = Application(
            layout=self._layout(),
            key_bindings=self._bindings(),
            style=STYLE if colour else COLOURLESS,
            color_depth=None if colour else ColorDepth.DEPTH_1_BIT,
            input=source,
            output=sink or terminal_output(),
            full_screen=False,
            mouse_support=False,
            erase_when_done=True,
        )
        # Esc waits for the rest of an arrow key, or of Alt and a letter, no longer than a terminal needs to send it.
        self.app.ttimeoutlen = self.app.timeoutlen = 0.05

    # --- what each face has of its own --------------------------------------------------------------------------------

    def _layout(self) -> Layout:
        raise NotImplementedError

    def _bindings(self) -> KeyBindings:
        raise NotImplementedError

    def _begin(self) -> None:
        """The application runs: show the first thing."""
        raise NotImplementedError

    def _interrupted(self) -> None:
        """^C was pressed."""
        raise NotImplementedError

    def _text_changed(self, _buffer: Buffer) -> None:
        self.message = []

    # --- the run -----------------------------------------------------------------------------------------------------

    def run(self) -> int | None:
        """Show the evening until it is over."""
        handlers = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
        try:
            asyncio.run(self._run())
        except EOFError:
            self._gone()
        except OSError as error:
            if error.errno not in {errno.EIO, errno.EBADF, errno.EPIPE}:
                raise
            self._gone()
        finally:
            for number, handler in handlers.items():  # asyncio leaves the system's own behind
                signal.signal(number, handler)
        return self.ended_by

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._told_to_end, number)
        # prompt_toolkit's own handler prints the traceback over the screen and waits for Enter.
        loop.set_exception_handler(self._failed)
        await self.app.run_async(pre_run=self._begin, handle_sigint=True, set_exception_handler=False)

    def _failed(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        self._exit(error if isinstance(error, Exception) else RuntimeError(context.get("message")))

    def _exit(self, error: Exception | None = None) -> None:
        """End the application, once; with `error`, `run` raises it."""
        if self.app.is_running and not self.app.is_done:
            if error is None:
                self.app.exit()
            else:
                self.app.exit(exception=error)

    def _gone(self) -> None:
        """The terminal has gone away, and nobody is there to be told: what is still to be written goes nowhere."""
        self.ended_by = signal.SIGHUP
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def _told_to_end(self, number: int) -> None:
        self.ended_by = number
        self._exit()

    # --- the screen --------------------------------------------------------------------------------------------------

    def _message(self) -> StyleAndTextTuples:
        """The lines of the message as prompt_toolkit draws them."""
        out: StyleAndTextTuples = []
        for number, line in enumerate(self.message):
            if number:
                out.append(("", "\n"))
            # A no-break space has done its work; prompt_toolkit would draw it in a style of its own.
            out.extend((f"class:{style}" if style else "", text.replace("\xa0", " ")) for style, text in line)
        return out

    def _print(self, lines: Iterable[Line]) -> None:
        """Print above what is live; it stays in the scrollback."""
        self.app.renderer.erase()
        self.app.output.write_raw(ansi(lines, self.colour))
        self.app.output.flush()

    def _drop_what_was_typed(self) -> bool:
        """Forget every key that waits; whether ^C was among them."""
        self.buffer.reset()
        waiting = self.app.key_processor.input_queue
        stopped = any(press.key == Keys.ControlC for press in waiting)
        self.app.key_processor.empty_queue()
        clear_typeahead(self.app.input)
        with contextlib.suppress(OSError, NotImplementedError):  # the terminal is gone, or there is none
            descriptor = self.app.input.fileno()
            while os.isatty(descriptor) and select.select([descriptor], [], [], 0)[0]:
                typed = os.read(descriptor, 4096)
                stopped = stopped or b"\x03" in typed
                if not typed:
                    break
        return stopped


class Harmless(Processor):
    """What was typed or pasted, each character in its place, but none that the terminal would obey."""

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """Replace what `safe` would not let pass."""
        return Transformation(
            [
                (fragment[0], "".join(char if safe(char) == char else "\ufffd" for char in fragment[1]))
                for fragment in transformation_input.fragments
            ]
        )


def terminal_output() -> Output:
    """The terminal, never asked for its cursor: some do not answer, and nothing here needs to know."""

    def size() -> Size:
        try:
            columns, rows = os.get_terminal_size(sys.stdout.fileno())
        except OSError:
            columns, rows = 80, 24
        return Size(rows=rows or 24, columns=columns or 80)

    return Vt100_Output(sys.stdout, size, enable_cpr=False)
