"""The parts of README and docs that repeat the program, made from its own tables. cog pastes and checks them."""

from __future__ import annotations

import ast
from pathlib import Path

from quiz.cli import COMMANDS
from quiz.commands.settings import toml
from quiz.settings import SETTINGS
from quiz.terminal.keys import KEYS
from quiz.words import load

WORDS = load("en")


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A Markdown table, with an empty line on either side."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n" + "".join(f"| {' | '.join(cells)} |\n" for cells in lines) + "\n"


def code(*texts: str) -> str:
    """Texts as code, those that are empty left out."""
    return ", ".join(f"`{text}`" for text in texts if text)


def keys() -> str:
    """The keys of a session."""
    rows = [
        (
            code(key.shown_asking),
            code(key.shown_judged),
            code(*(f":{word}" for word in key.words)),
            said(f"session.keys-{key.name}"),
        )
        for key in KEYS
    ]
    return table(("while you type", "after the verdict", "`--plain`", "what it does"), rows)


def commands() -> str:
    """The commands."""
    return table(("command", "what it does"), [(code(f"quiz {name}"), said(f"help.{name}")) for name in COMMANDS])


def settings() -> str:
    """The settings."""
    rows = [(code(setting.name), code(toml(setting.default)), said(setting.words)) for setting in SETTINGS]
    return table(("setting", "default", "what it is"), rows)


def tree() -> str:
    """The rooms of the house, each with the first sentence of its docstring."""
    lines = []
    for path in sorted(Path("quiz").iterdir(), key=lambda path: (path.is_file(), path.name)):
        module = path / "__init__.py" if path.is_dir() else path
        if module.suffix == ".py" and module.exists() and not path.name.startswith("__"):
            told = (ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or "").split("\n")[0]
            lines.append(f"{path.name + ('/' if path.is_dir() else ''):<12} {told}")
    return "\n```\n" + "\n".join(lines) + "\n```\n\n"


def said(key: str) -> str:
    """A sentence of the words, as Markdown."""
    return WORDS.say(key).replace("|", "\\|")
