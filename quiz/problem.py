"""What can be wrong, where, and with which facts. No sentences: those are in `words/`, in every language.

A problem is a value. Rooms collect problems and return them beside what could still be read; nobody stops at
the first. `PROBLEMS` is the registry: a code that is not in it cannot be said, and a test holds `words/` to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

Severity = Literal["error", "warning"]
Fact = str | int | float | tuple[str, ...]

#: Every problem a user can meet: its code and how grave it is. Sentences: `[problem]` and `[remedy]` in words/*.toml.
PROBLEMS: Final[dict[str, Severity]] = {
    # --- decks: reading (quiz/deck) ---
    # --- the library, the journal, settings: the world (quiz/library, journal, settings, cli) ---
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: lines and columns count from 1, columns in code points."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: a code of `PROBLEMS`, its place where it has one, and the facts its sentence names."""

    code: str
    place: Place | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        if self.code not in PROBLEMS:
            raise KeyError(self.code)

    @property
    def severity(self) -> Severity:
        """How grave the problem is: an error makes what it touches unusable, a warning does not."""
        return PROBLEMS[self.code]


class Failure(Exception):  # noqa: N818 - "failure" is the word of the house; it is not always an error of the program
    """The one exception that crosses rooms: the work cannot go on. Caught once, in `cli.py`.

    `exit_code` is 1 for problems found, 2 for usage, 3 for what cannot be read or written.
    """

    def __init__(self, *problems: Problem, exit_code: int = 3) -> None:
        super().__init__(*(problem.code for problem in problems))
        self.problems = problems
        self.exit_code = exit_code
