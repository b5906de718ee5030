"""A text in the person's own editor."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from quiz.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.house import House

#: What is tried where nobody has said.
USUAL: Final = ("editor", "nano", "vi")


def edit(text: str, house: House, suffix: str = ".yaml") -> str | Problem:
    """What a person makes of the text in $VISUAL, else $EDITOR, else one of the usual ones.

    Or why not: "editor-unset", "editor-missing", "editor-failed" (it ended badly: nothing counts then),
    "file-unwritable" (there is no place for the temporary file).
    """
    command = command_of(house)
    if not command:
        return Problem("editor-unset")
    try:
        descriptor, path = tempfile.mkstemp(prefix="quiz-card-", suffix=suffix)
        with open(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        return Problem("file-unwritable", facts={"path": tempfile.gettempdir(), "error": error.strerror or ""})
    try:
        if not ended_well([*command, path]):
            return failed(command)
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError as error:
        return Problem("file-unreadable", facts={"path": path, "error": error.strerror or ""})
    finally:
        with suppress(OSError):
            os.unlink(path)


def command_of(house: House) -> list[str]:
    """The words that call the person's editor; [] where there is none."""
    told = house.environ.get("VISUAL", "").strip() or house.environ.get("EDITOR", "").strip()
    if told:
        if shutil.which(told):  # a path may hold spaces
            return [told]
        try:
            return shlex.split(told)
        except ValueError:
            return told.split()
    return [found] if (found := next(filter(None, map(shutil.which, USUAL)), None)) else []


def failed(command: Sequence[str]) -> Problem:
    """Why an editor did not end well: there is no such program, or it said so."""
    return Problem("editor-failed" if shutil.which(command[0]) else "editor-missing", facts={"editor": command[0]})


def ended_well(command: Sequence[str]) -> bool:
    """Run an editor until it is closed; whether it ended well."""
    # ^C in the editor is the editor's: it must not end us. A handler of ours is not inherited, "ignore" would be.
    ours = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGINT, lambda _number, _frame: None) if ours else None
    try:
        return subprocess.run(command, check=False).returncode == 0
    except OSError:
        return False
    finally:
        if ours:
            signal.signal(signal.SIGINT, before)
