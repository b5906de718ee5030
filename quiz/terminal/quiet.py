"""The terminal kept quiet while the drawn face is being loaded: what is typed meanwhile waits and is not echoed."""

from __future__ import annotations

import contextlib
import signal
import termios
from collections.abc import Iterator
from types import FrameType
from typing import Final

#: The exit code of a program that was told to stop.
INTERRUPTED: Final = 130


@contextlib.contextmanager
def quiet(descriptor: int) -> Iterator[None]:
    """No echo and no line editing on this terminal; all as before at the end, also when told to end meanwhile.

    SIGTERM and SIGHUP end the program in good order here, so that no death but SIGKILL leaves a terminal without echo.
    """

    def told(_number: int, _frame: FrameType | None) -> None:
        # Not KeyboardInterrupt: Python calls its end SIGINT's when it falls into an `exec`, as dataclasses are made by.
        raise SystemExit(INTERRUPTED)

    try:
        before = termios.tcgetattr(descriptor)
    except termios.error:  # not a terminal after all
        yield
        return
    handlers = {number: signal.signal(number, told) for number in (signal.SIGTERM, signal.SIGHUP)}
    during = termios.tcgetattr(descriptor)
    during[3] &= ~(termios.ECHO | termios.ICANON)
    try:
        termios.tcsetattr(descriptor, termios.TCSANOW, during)
        yield
    finally:
        with contextlib.suppress(termios.error):  # the terminal is gone
            termios.tcsetattr(descriptor, termios.TCSANOW, before)
        for number, handler in handlers.items():
            signal.signal(number, handler)


@contextlib.contextmanager
def told_later() -> Iterator[None]:
    """Being told to end (^C, SIGTERM, SIGHUP) waits until the end of this block: for importing.

    An exception out of a signal's handler can strike inside the import of a C module, which then answers with an
    error of its own: a ^C would look like a fault of ours.
    """
    told: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        told.append(number)

    before = {number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if told:
        raise SystemExit(INTERRUPTED)
