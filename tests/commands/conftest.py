"""A learner's own folder of decks, and the program run over it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from quiz import cli


class Told(NamedTuple):
    """What a run of the program came to."""

    code: int
    out: str
    err: str


@pytest.fixture
def decks(own_home: Path) -> Path:
    """The learner's own folder of decks, in a library without the shipped ones."""
    (own_home / "config").mkdir()
    (own_home / "config" / "settings.toml").write_text("shipped_decks = false\n", encoding="utf-8")
    folder = own_home / "data" / "decks"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Told]:
    """Run a command line, with these lines on the standard input."""

    def run(*arguments: object, stdin: str = "") -> Told:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        capsys.readouterr()
        code = cli.main([str(argument) for argument in arguments])
        return Told(code, *capsys.readouterr())

    return run
