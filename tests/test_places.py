"""Where things live: folders by the environment, and the name of the device."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.places import device, places
from quiz.problem import Failure


@pytest.mark.parametrize(
    ("environ", "data", "config", "cache"),
    [
        ({"HOME": "/h"}, "/h/.local/share/quiz", "/h/.config/quiz", "/h/.cache/quiz"),
        ({"HOME": "/h", "XDG_DATA_HOME": "/d"}, "/d/quiz", "/h/.config/quiz", "/h/.cache/quiz"),
        (
            {"HOME": "/h", "XDG_DATA_HOME": "d", "XDG_CACHE_HOME": ""},
            "/h/.local/share/quiz",
            "/h/.config/quiz",
            "/h/.cache/quiz",
        ),
        ({"HOME": "/h", "XDG_CONFIG_HOME": "/c", "XDG_CACHE_HOME": "/k"}, "/h/.local/share/quiz", "/c/quiz", "/k/quiz"),
        ({"HOME": "/h", "QUIZ_HOME": "/q", "XDG_DATA_HOME": "/d"}, "/q/data", "/q/config", "/q/cache"),
    ],
)
def test_places(environ, data, config, cache):
    """XDG variables move the three folders if they are absolute; `QUIZ_HOME` puts all under one."""
    where = places(environ)

    assert (where.data, where.config, where.cache) == (data, config, cache)
    assert where[3:7] == (f"{data}/journal.db", f"{cache}/index.db", f"{data}/decks", f"{config}/settings.toml")


def test_shipped_decks_are_found():
    """The shipped decks are beside the package in a clone, inside it in a wheel."""
    shipped = Path(places({"HOME": "/h"}).shipped)

    assert shipped.name == "decks"
    assert shipped.is_dir()


def test_device_is_made_once_and_kept(tmp_path):
    """A device has a short random name, in a file that only its owner reads."""
    where = places({"QUIZ_HOME": str(tmp_path)})

    name = device(where)

    assert device(where) == name
    assert len(name) == 12
    kept = Path(where.data, "device")
    assert kept.stat().st_mode & 0o777 == 0o600
    assert Path(where.data).stat().st_mode & 0o777 == 0o700
    assert [path.name for path in Path(where.data).iterdir()] == ["device"]


@pytest.mark.parametrize("content", ["", "Ann's laptop\n", "\u00e9" * 20])
def test_damaged_device_is_made_anew(tmp_path, content):
    """A device file that holds no name is replaced by one that does."""
    where = places({"QUIZ_HOME": str(tmp_path)})
    Path(where.data).mkdir()
    Path(where.data, "device").write_text(content)

    assert device(where) == device(where) == Path(where.data, "device").read_text().strip()


def test_device_that_cannot_be_kept_is_a_failure(tmp_path):
    """Where the data folder cannot be made, the failure names it."""
    (tmp_path / "data").write_text("a file is in the way")

    with pytest.raises(Failure) as caught:
        device(places({"QUIZ_HOME": str(tmp_path)}))

    assert [problem.code for problem in caught.value.problems] == ["folder-unwritable"]
