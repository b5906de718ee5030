"""`quiz check --watch`: what is saved is read once it is whole, and only what changed is told, until Ctrl-C."""

from __future__ import annotations

import json
import os
import pty
import selectors
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from quiz.commands import check_watch

WELL = "deck: {name}\ncards:\n  - question: Who wrote Hamlet?\n    answer: Shakespeare\n"
PRONOUN = "  - question: When was he born?\n    date: 1564\n"
BROKEN = "deck: {name}\ncards:\n  - question: Who wrote Hamlet?\n"
Run = Callable[..., Any]
#: What happens between two looks.
Steps = list[Callable[[], object]]


def save(path: Path, text: str, ago: int = 3600) -> None:
    """Write a deck so many seconds ago."""
    path.write_text(text.format(name=path.stem), encoding="utf-8")
    now = os.stat(path).st_mtime
    os.utime(path, (now - ago, now - ago))


@pytest.fixture
def one(decks: Path) -> Path:
    """A library of one sound deck."""
    save(decks / "one.yaml", WELL)
    return decks / "one.yaml"


@pytest.fixture
def watched(run: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """What is printed at each look, if these steps happen between the looks and then Ctrl-C."""

    def watched(*arguments: str, steps: Steps) -> list[str]:
        waiting = iter(steps)

        def between_looks(_: float) -> None:
            print("---")
            step = next(waiting, None)
            if step is None:
                raise KeyboardInterrupt
            step()

        monkeypatch.setattr(check_watch, "sleep", between_looks)
        told = run("check", "--watch", *arguments)
        assert (told.code, told.err) == (0, "")
        return told.out.split("---\n")[:-1]

    return watched


def nothing() -> None:
    """No change."""


def events(look: str) -> list[tuple[str, str, list[str]]]:
    """Each line for programs as its event, its file and its codes."""
    told = [json.loads(line) for line in look.splitlines()]
    return [
        (line["event"], os.path.basename(line["path"] or ""), [one["code"] for one in line["problems"]])
        for line in told
    ]


def test_only_what_changed_is_told(one: Path, watched: Callable[..., list[str]]):
    """After the first check, a save is told with its problems, a save that mends them as well, and nothing else."""
    steps = [nothing, lambda: save(one, WELL + PRONOUN, 60), nothing, nothing, lambda: save(one, WELL, 30), nothing]
    first, *looks = watched(steps=steps)

    assert first.endswith("1 deck, 1 card: all is well\n\nwatching 1 deck; Ctrl-C ends\n")
    assert looks[:2] == ["", ""]
    assert looks[2].startswith(f"\n{one}: 0 errors, 0 warnings, 1 piece of advice\n{one}:5:15  advice  ")
    assert looks[3:5] == ["", ""]
    assert looks[5] == f"\n{one}: 1 card, all is well\n"


def test_a_file_that_is_being_written_is_left_alone(one: Path, watched: Callable[..., list[str]]):
    """While each look finds another stamp nothing is read; once it stays, the file is told as it then is."""
    steps = [
        lambda: save(one, BROKEN, 50),
        lambda: save(one, BROKEN + "    answ", 40),
        lambda: save(one, WELL + PRONOUN, 30),
        nothing,
    ]
    _, *looks = watched("--json", steps=steps)

    assert [events(look) for look in looks if look] == [[("changed", "one.yaml", ["question-pronoun"])]]
    assert looks[:3] == ["", "", ""]


def test_files_come_and_go(one: Path, watched: Callable[..., list[str]]):
    """A new file and a vanished one are told; so is a file of which something else is true because of them."""
    two = one.with_name("two.yaml")
    same = WELL.replace("Who wrote", "Who really wrote").replace("Hamlet?", "Hamlet in London?")
    save(one, WELL.replace("Hamlet?", "Hamlet in London?"))
    steps = [lambda: save(two, same), nothing, two.unlink, nothing]
    first, *looks = watched("--json", steps=steps)

    assert events(first) == [("first", "one.yaml", [])]
    assert [events(look) for look in looks] == [
        [],
        [("new", "two.yaml", ["card-twice"])],
        [],
        [("gone", "two.yaml", [])],
    ]


def test_what_another_file_makes_of_one_is_told(one: Path, watched: Callable[..., list[str]]):
    """A deck id that another file takes is told of the later file, though that one did not change."""
    two = one.with_name("two.yaml")
    save(two, WELL.replace("Hamlet", "Macbeth"))
    steps = [lambda: save(one, "deck: two" + WELL.removeprefix("deck: {name}"), 60), nothing]
    *_, last = watched("--json", steps=steps)

    assert events(last) == [("changed", "one.yaml", []), ("other", "two.yaml", ["deck-twice"])]


def test_a_save_within_one_tick_of_the_clock_is_seen(one: Path, watched: Callable[..., list[str]]):
    """Of a file that was just saved the bytes are compared too: its stamp may stay though it changed."""
    save(one, WELL, 0)
    stamp = os.stat(one).st_mtime_ns

    def again() -> None:
        save(one, WELL.replace("Who", "Xho"), 0)
        os.utime(one, ns=(stamp, stamp))

    _, *looks = watched("--json", steps=[nothing, again, nothing])
    assert [events(look) for look in looks if look] == [[("changed", "one.yaml", [])]]


def test_a_path_that_comes_later(own_home: Path, tmp_path: Path, watched: Callable[..., list[str]]):
    """A file that is not there yet is told once, waited for, and told when it is there."""
    path = tmp_path / "later.yaml"
    first, *looks = watched("--json", str(path), steps=[nothing, lambda: save(path, WELL), nothing])

    assert events(first) == [("paths", "", ["path-missing"])]
    assert [events(look) for look in looks if look] == [
        [("paths", "", [])],
        [("new", "later.yaml", [])],
    ]
    assert own_home.exists()


def test_a_file_that_goes_while_it_is_read(
    one: Path, watched: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
):
    """A file that vanishes between the look and the reading is gone, and no error is told of it."""
    examine = check_watch.examine

    def vanishing(file: object, path: str, *rest: Any) -> object:
        Path(path).unlink(missing_ok=True)
        return examine(file, path, *rest)

    def change() -> None:
        save(one, WELL + PRONOUN, 60)
        monkeypatch.setattr(check_watch, "examine", vanishing)

    _, *looks = watched("--json", steps=[change, nothing, nothing, nothing])
    assert [events(look) for look in looks if look] == [[("gone", "one.yaml", [])]]


@pytest.mark.parametrize("name", ["github", "sarif"])
def test_other_formats_are_refused(run: Run, decks: Path, name: str):
    """What is one document, or is read by a workflow, has no changes."""
    told = run("check", "--watch", "--format", name)

    assert (told.code, told.out) == (2, "")
    assert name in told.err
    assert not list(decks.iterdir())


# --- a process of its own --------------------------------------------------------------------------------------------


class Reader:
    """The lines that come out of a descriptor, each waited for as long as it takes (a minute, then the test fails)."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self.text = ""
        self.selector = selectors.DefaultSelector()
        self.selector.register(descriptor, selectors.EVENT_READ)

    def until(self, wanted: str) -> str:
        """All that came out up to and with this text."""
        while wanted not in self.text:
            assert self.selector.select(60), f"{wanted!r} did not come: {self.text!r}"
            data = os.read(self.descriptor, 65536)
            assert data, f"{wanted!r} did not come before the end: {self.text!r}"
            self.text += data.decode()
        before, _, self.text = self.text.partition(wanted)
        return before + wanted


@pytest.fixture
def start(one: Path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Start the program; it is ended with the test."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*arguments: str, **streams: Any) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-m", "quiz", "check", "--watch", *arguments], cwd=one.parent, **streams
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def test_in_a_pipe(one: Path, start: Callable[..., subprocess.Popen[bytes]]):
    """Lines come out of a pipe as they are told; an interrupt ends the program well and silently."""
    process = start("--json", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    out = Reader(process.stdout.fileno())

    assert events(out.until("\n")) == [("first", "one.yaml", [])]
    save(one, WELL + PRONOUN, 60)
    assert events(out.until("\n")) == [("changed", "one.yaml", ["question-pronoun"])]
    process.send_signal(signal.SIGINT)
    assert process.wait(60) == 0
    assert process.stderr.read() == b""


def test_in_a_terminal(one: Path, start: Callable[..., subprocess.Popen[bytes]]):
    """Ctrl-C typed in a terminal ends the program well and without a story."""
    ours, theirs = pty.openpty()
    process = start("--lang", "en", stdin=theirs, stdout=theirs, stderr=theirs, preexec_fn=lambda: _own(theirs))
    os.close(theirs)
    screen = Reader(ours)

    assert "one.yaml" not in screen.until("Ctrl-C ends\r\n")
    save(one, BROKEN, 60)
    assert "one.yaml: 1 error" in screen.until("error  ")
    os.write(ours, b"\x03")
    assert process.wait(60) == 0
    assert "Traceback" not in screen.text
    os.close(ours)


def _own(terminal: int) -> None:
    """Make a terminal the process's own, so that what is typed there reaches it."""
    os.setsid()
    import fcntl
    import termios

    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
