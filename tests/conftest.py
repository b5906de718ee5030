"""What the tests share: the words in both languages, and a home of its own for whatever touches the world."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test sees the learner's own journal, settings or locale."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("QUIZ_HOME", str(home))
    monkeypatch.setenv("LANG", "C.UTF-8")
    for name in ("LC_ALL", "LC_MESSAGES", "NO_COLOR", "QUIZ_NOW"):
        monkeypatch.delenv(name, raising=False)
    return home
