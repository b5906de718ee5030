"""The fit that a session brings along: begun in a process of its own while the person studies, written at the end.

The session never waits for it. The other process holds a lock, so that of two sessions one fits; it reads, fits, says
that it is ready and waits for the word to write. Without that word (a session that is shorter than the fit, or dies) it
ends and nothing has happened; the next session begins anew.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.house import House

#: How long the end of a session waits for the word that the event is written.
PATIENCE_S: Final = 0.25
_PROGRAM: Final = "from quiz.commands.fitting_apart import fit; fit()"


class Apart:
    """A fit in another process. `begin` starts it if it is time, `end` has it written and tells what came of it."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.process = 0
        self.told = self.tell = -1

    def begin(self) -> None:
        """Start it, if the setting allows and reviews have doubled. Whatever goes wrong: then there is no fit."""
        from quiz.commands.tuning import is_time

        if self.process or self.house.settings.fit != "auto":
            return
        with contextlib.suppress(OSError):
            if not is_time(self.house.journal(), _tried(_path(self.house))):
                return
            self.told, theirs_out = os.pipe()
            theirs_in, self.tell = os.pipe()
            with open(os.devnull, "wb") as nowhere:
                actions = (
                    (os.POSIX_SPAWN_DUP2, theirs_in, 0),
                    (os.POSIX_SPAWN_DUP2, theirs_out, 1),
                    (os.POSIX_SPAWN_DUP2, nowhere.fileno(), 2),
                )
                # What this program imports from is where the other one does too, wherever it was started.
                environ = {**self.house.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
                command = [sys.executable, "-P", "-c", _PROGRAM]
                self.process = os.posix_spawn(sys.executable, command, environ, file_actions=actions)
            os.close(theirs_in)
            os.close(theirs_out)

    def end(self, *, write: bool = True) -> str:
        """Have the event written if the fit is ready, and what to tell of it; "" where there is nothing to tell."""
        if not self.process:
            return ""
        said = ""
        with contextlib.suppress(OSError):
            if write and self._heard(0.0) == "ready":
                now = self.house.now()
                os.write(self.tell, f"write {now.at} {now.offset}\n".encode())
                word, *facts = (self._heard(PATIENCE_S) or "nothing").split()
                if word == "done":
                    count, percent = int(facts[0]), float(facts[1])
                    key = "fit.after-session" if percent else "fit.after-session-hardly"
                    said = self.house.words.say(key, count=count, percent=percent)
        for descriptor in (self.tell, self.told):
            with contextlib.suppress(OSError):
                os.close(descriptor)
        with contextlib.suppress(OSError):
            os.waitpid(self.process, os.WNOHANG)
        self.process = 0
        return said

    def _heard(self, seconds: float) -> str | None:
        """The next line of the other process, if it comes in time."""
        import select

        ready, _, _ = select.select([self.told], [], [], seconds)
        return os.read(self.told, 200).decode("ascii", "replace").strip() if ready else None


def fit() -> None:
    """The other process: fit, say that it is ready, and write when told to."""
    import signal

    from quiz.house import House, Streams

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ^C is meant for the session, which then says what to do
    house = House(Streams(sys.stdin, sys.stdout, sys.stderr), os.environ)
    try:
        with _locked(_path(house)) as tried:
            if tried is not None:
                _fit(house, tried)
    finally:
        house.close()


def _fit(house: House, tried: int) -> None:
    from quiz.commands import tuning
    from quiz.journal import Journal

    settings = house.settings
    with Journal.open(
        house.places.journal, retention=settings.retention, rollover_hour=settings.rollover_hour, read_only=True
    ) as journal:
        if not tuning.is_time(journal, tried):
            return
        found = tuning.tuned_by(tuning.lived(journal), journal)
        before = journal.last_tuned()
    if found.weights is None:
        _keep_tried(_path(house), found.reviews)
        return
    house.out.write("ready\n")
    house.out.flush()
    word, *facts = house.stdin.readline().split() or [""]
    journal = house.journal()
    if word != "write" or journal.last_tuned() != before:  # nobody waits, or another one was quicker
        return
    from quiz.memory.day import Moment

    tuning.write(found.weights, found.reviews, Moment(int(facts[0]), int(facts[1])), house)
    with contextlib.suppress(BrokenPipeError):
        house.out.write(f"done {found.reviews} {tuning.percent_less(found)}\n")
        house.out.flush()
    house.library().sync(journal)  # so that the next start finds it up to date


def _path(house: House) -> str:
    return os.path.join(house.places.cache, "fit")


def _tried(path: str) -> int:
    """To how many reviews the last fit came to nothing."""
    try:
        with open(path, encoding="ascii", errors="replace") as file:
            said = file.read(20).strip()
    except OSError:
        return 0
    return int(said) if said.isascii() and said.isdigit() else 0


def _keep_tried(path: str, reviews: int) -> None:
    with open(path, "w", encoding="ascii") as file:
        file.write(f"{reviews}\n")


@contextlib.contextmanager
def _locked(path: str) -> Iterator[int | None]:
    """Hold the lock of fitting, and say what `_tried` says, which is in the same file; None: another one holds it."""
    import fcntl

    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    with open(path, "a", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield None
            return
        yield _tried(path)
