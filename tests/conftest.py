"""What the tests share: the words in both languages, and a home of its own for whatever touches the world."""

from __future__ import annotations

import fcntl
import itertools
import os
import pty
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples at each run, so that a run fails by a change and not by chance; QUIZ_CHANCE=1 draws others.
settings.register_profile("project", max_examples=50, deadline=None, derandomize=not os.environ.get("QUIZ_CHANCE"))
settings.load_profile("project")

# Nor does a test see the learner's settings and locale.
os.environ["LANG"] = "C.UTF-8"
for _name in ("LC_ALL", "LC_MESSAGES", "NO_COLOR", "QUIZ_NOW"):
    os.environ.pop(_name, None)

ROOT = Path(__file__).parent.parent
_HOMES = itertools.count()


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(autouse=True)
def home_to_be(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """No test sees the learner's own journal: each has a home of its own, which is not made before it is wanted."""
    # Numbered by us: `mktemp` looks at all the folders that are there, and there are as many as tests.
    home = tmp_path_factory.getbasetemp() / "homes" / str(next(_HOMES))
    # Nothing to put back: the next test sets its own.
    os.environ["QUIZ_HOME"] = str(home)
    return home


@pytest.fixture
def own_home(home_to_be: Path) -> Path:
    """The test's own home, as a folder that is there."""
    home_to_be.mkdir(parents=True)
    return home_to_be


class Terminal:
    """The real program in a real terminal: a pseudo-terminal whose screen can be read; standard error stays apart.

    The emulated screen is as wide as the terminal and far taller, so that it holds the scrollback too.
    """

    def __init__(self, arguments: Sequence[str], environ: Mapping[str, str], rows: int, columns: int) -> None:
        import pyte

        self.screen = pyte.Screen(columns, 2000)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self._lines: dict[int, str] = {}
        self.master, self._slave = pty.openpty()
        self.resize(rows, columns)
        self.modes = termios.tcgetattr(self._slave)
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - closed in `close`
        self.process = subprocess.Popen(
            arguments,
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._said,
            env=dict(environ),
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - no threads here
        )

    def resize(self, rows: int, columns: int) -> None:
        """Give the terminal another size, as a window does."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(2000, columns)

    def send(self, keys: str) -> None:
        """Type."""
        os.write(self.master, keys.encode())

    def read(self, seconds: float = 0.01) -> bool:
        """Show what the program has written, waiting for it at most so long; False when there is no more to come."""
        ready, _, _ = select.select([self.master], [], [], seconds)
        if not ready:
            return self.process.poll() is None
        try:
            written = os.read(self.master, 65536)
        except OSError:
            return False
        self.raw += written
        self._stream.feed(written)
        return bool(written)

    def rest(self, seconds: float = 0.25) -> None:
        """Show what comes for so long; a verdict can be acted upon then."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0 and self.read(left):
            pass

    @property
    def text(self) -> str:
        """Everything on the screen and above it."""
        # Only what has changed is looked at again: the lines are many, and whoever waits reads them often.
        rows = self.screen.buffer
        for row in self.screen.dirty:
            cells = rows.get(row) or {-1: ""}
            self._lines[row] = "".join(cells[column].data for column in range(max(cells) + 1)).rstrip()
        self.screen.dirty.clear()
        lines = (self._lines.get(row, "") for row in range(max(rows, default=-1) + 1))
        return "\n".join(lines).rstrip()

    def wait(self, text: str, times: int = 1, seconds: float = 60) -> str:
        """Wait until `text` is there so many times; the whole screen then."""
        deadline = time.monotonic() + seconds
        while self.text.count(text) < times:
            more = self.read(0.05)
            assert time.monotonic() < deadline, f"no {text!r} × {times} on:\n{self.text}\n{self.said}"
            assert more or self.text.count(text) >= times, (
                f"ended without {text!r} × {times}:\n{self.text}\n{self.said}"
            )
        return self.text

    def end(self, seconds: float = 60) -> int:
        """Wait until the program has ended; its exit code (negative: the signal that ended it)."""
        deadline = time.monotonic() + seconds
        while self.process.poll() is None:
            self.read(0.02)
            assert time.monotonic() < deadline, f"does not end:\n{self.text}\n{self.said}"
        while self.read(0):
            pass
        return self.process.returncode

    @property
    def said(self) -> str:
        """What was written on standard error."""
        self._said.seek(0)
        return self._said.read().decode()

    @property
    def as_before(self) -> bool:
        """Whether the terminal's modes are those that it had before the program ran."""
        return termios.tcgetattr(self._slave) == self.modes

    def hang_up(self) -> None:
        """Close the window."""
        for descriptor in (self.master, self._slave):
            os.close(descriptor)
        self.master = self._slave = -1

    def close(self) -> None:
        """Leave nothing behind."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self._said.close()
        if self.master != -1:
            self.hang_up()


@pytest.fixture
def environ(own_home: Path) -> dict[str, str]:
    """The environment of a learner with an empty home."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "QUIZ_HOME"}}
    scratch = own_home / "tmp"
    scratch.mkdir(exist_ok=True)
    return kept | {
        "HOME": str(own_home),
        "TMPDIR": str(scratch),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "PYTHONWARNINGS": "error",
    }


@pytest.fixture
def spawn(environ: dict[str, str]) -> Iterator[Callable[..., Terminal]]:
    """Start `quiz` (or another program) in a terminal of its own."""
    started: list[Terminal] = []

    def start(*arguments: str, program: Sequence[str] = (), rows: int = 24, columns: int = 80, **more: str) -> Terminal:
        quiz = (sys.executable, "-P", "-m", "quiz")
        terminal = Terminal([*(program or quiz), *arguments], environ | more, rows, columns)
        started.append(terminal)
        return terminal

    yield start
    for terminal in started:
        terminal.close()
