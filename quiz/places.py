"""Where things live: the folders of the learner, the files in them, the decks, and the name of this device.

This room stands before the first question: it imports nothing that costs.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple


class Places(NamedTuple):
    """Where things live: three folders, the files in them, the learner's own decks, and the decks that are shipped."""

    data: str
    config: str
    cache: str
    journal: str
    index: str  # type: ignore[assignment]  # hides the method of tuples, which nobody calls on places
    decks: str
    settings: str
    shipped: str


def places(environ: Mapping[str, str]) -> Places:
    """Where things live, by the XDG Base Directory Specification; `QUIZ_HOME` puts all under one folder instead.

    As the specification demands, an XDG variable that is not an absolute path is ignored. Nothing is created.
    """
    whole = environ.get("QUIZ_HOME", "")
    if whole:
        whole = os.path.abspath(os.path.expanduser(whole))
        data, config, cache = (os.path.join(whole, name) for name in ("data", "config", "cache"))
    else:
        home = environ.get("HOME") or os.path.expanduser("~")
        data, config, cache = (
            os.path.join(_absolute(environ.get(name, "")) or os.path.join(home, *default), "quiz")
            for name, default in (
                ("XDG_DATA_HOME", (".local", "share")),
                ("XDG_CONFIG_HOME", (".config",)),
                ("XDG_CACHE_HOME", (".cache",)),
            )
        )
    return Places(
        data=data,
        config=config,
        cache=cache,
        journal=os.path.join(data, "journal.db"),
        index=os.path.join(cache, "index.db"),
        decks=os.path.join(data, "decks"),
        settings=os.path.join(config, "settings.toml"),
        shipped=_shipped(),
    )


def _absolute(path: str) -> str:
    return path if os.path.isabs(path) else ""


def _shipped() -> str:
    package = os.path.dirname(os.path.abspath(__file__))
    inside = os.path.join(package, "decks")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), "decks")


def device(places: Places) -> str:
    """The short random name of this device, kept in `<data>/device` and made at its first use.

    Raises `Failure` ("folder-unwritable") where it can be neither read nor kept.
    """
    path = os.path.join(places.data, "device")
    try:
        kept = _kept(path)
        if kept:
            return kept
        os.makedirs(places.data, mode=0o700, exist_ok=True)
        # Made whole under another name, then linked: of two programs that start together both get the same one.
        name = os.urandom(6).hex()
        draft = f"{path}.{name}"
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(f"{name}\n")
        try:
            if os.path.lexists(path) and not _kept(path):
                os.replace(draft, path)
                return name
            os.link(draft, path)
        except FileExistsError:
            return _kept(path) or name
        except OSError:  # a file system without links
            os.replace(draft, path)
            return name
        os.unlink(draft)
    except OSError as error:
        from quiz.problem import Failure, Problem

        raise Failure(Problem("folder-unwritable", facts={"path": places.data})) from error
    return name


def _kept(path: str) -> str:
    try:
        with open(path, encoding="ascii", errors="replace") as file:
            name = file.read(64).strip()
    except FileNotFoundError:
        return ""
    return name if len(name) >= 8 and all(char in "0123456789abcdef" for char in name) else ""
