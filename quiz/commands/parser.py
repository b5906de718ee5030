"""argparse in the user's language: its own sentences are looked up in `[usage]` of words/, its errors are problems."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import Any, Final, NoReturn

from quiz.problem import Failure, Problem
from quiz.words import Words

#: argparse's templates that a user can meet, and the sentence of ours that stands for each.
SENTENCES: Final[dict[str, str]] = {
    "usage: ": "usage.usage",
    "positional arguments": "usage.positional",
    "options": "usage.options",
    "show this help message and exit": "usage.help",
    "the following arguments are required: %s": "usage.required",
    "unrecognized arguments: %s": "usage.unrecognized",
    "expected one argument": "usage.one-argument",
    "expected at least one argument": "usage.at-least-one",
    "ignored explicit argument %r": "usage.no-argument",
    "invalid choice: %(value)r (choose from %(choices)s)": "usage.choice",
    "invalid %(type)s value: %(value)r": "usage.value",
    "argument %(argument_name)s: %(message)s": "usage.argument",
    "ambiguous option: %(option)s could match %(matches)s": "usage.ambiguous",
    "not allowed with argument %s": "usage.not-with",
}


class Help(argparse.HelpFormatter):
    """argparse's help, with a usage line that every version of Python breaks at the same places."""

    def _format_usage(self, *arguments: Any) -> str:  # noqa: ANN401 - argparse's own, handed through
        width, self._width = self._width, 10_000
        line = super()._format_usage(*arguments)
        self._width = width
        head, _, rest = line.strip().partition(" [")
        lines = [head]
        for piece in re.findall(r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]|[^\s\[\]]+", f"[{rest}" if rest else ""):
            if len(lines[-1]) + 1 + len(piece) > width:
                lines.append(" " * len(head))
            lines[-1] += f" {piece}"
        return "\n".join(lines) + "\n\n"


class Parser(argparse.ArgumentParser):
    """The parser of one command. An error of usage is a `Failure` with exit code 2, in the user's language."""

    def __init__(self, command: str, words: Words) -> None:
        def translated(template: str) -> str:
            key = SENTENCES.get(template)
            return words.sentences[key] if key else template

        # argparse looks its sentences up in the global `_` of its module at each use; gettext would want catalogs
        # compiled and installed. A template that is not in the table stays English.
        argparse._ = translated  # type: ignore[attr-defined]
        description = words.say(f"help.{command}") if command else words.say("help.alone")
        super().__init__(
            prog=f"quiz {command}".strip(), description=description, allow_abbrev=False, formatter_class=Help
        )
        self.command = command
        #: Whether options may stand between the words of a list.
        self.intermixed = False
        # Where a text is judged or read, its language is what is asked for, not the program's.
        language = f"help.{command}-lang" if words.has(f"help.{command}-lang") else "help.lang"
        self.add_argument("--lang", choices=("en", "fr"), metavar="LANG", help=words.say(language))

    def parse_args(self, args: Sequence[str], namespace: None = None) -> argparse.Namespace:  # type: ignore[override]
        """What a command line says."""
        return self.parse_intermixed_args(args, namespace) if self.intermixed else super().parse_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        """Refuse the command line."""
        command = f"quiz {self.command}".strip()
        raise Failure(Problem("usage", facts={"message": message, "command": command}), exit_code=2)


def whole(text: str) -> int:
    """A whole number of cards, from 0 on, for `type=`. A ValueError otherwise, which argparse turns into a sentence."""
    number = int(text)
    if not 0 <= number <= 1_000_000:
        raise ValueError(text)
    return number
