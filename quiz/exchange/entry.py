"""What a file of another format says of one card, before it is one, and the list of what could not be carried."""

from __future__ import annotations

from typing import Final, NamedTuple

from quiz.problem import PROBLEMS, Fact, Place, Problem


class Entry(NamedTuple):
    """One card as a file says it: `line` is where it begins, `kind` is "" where the file does not say it.

    A cloze has its sentence, with our `{{gaps}}`, in `answer`; a list its `items`. `other` are answers that are right
    too.
    """

    line: int
    question: str
    answer: str = ""
    kind: str = ""
    items: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    hint: str = ""
    note: str = ""
    as_of: str = ""
    id: str = ""
    reverse: bool = False
    ordered: bool = False
    draft: bool = False


class Found(NamedTuple):
    """What was found in a file: its entries, what the file calls itself ("" where it does not), what is left behind."""

    entries: tuple[Entry, ...]
    left: tuple[Problem, ...] = ()
    name: str = ""


class Wish(NamedTuple):
    """How a file is to be read: the names of its columns (() for those that it gives itself), one card for each gap.

    `language` is that of the deck, "" where the words of the file are to tell.
    """

    columns: tuple[str, ...] = ()
    apart: bool = False
    language: str = ""


class Left:
    """What is left behind of one file, in the order in which it was met."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._found: list[Problem] = []

    def add(self, code: str, line: int, **facts: Fact) -> None:
        """Note what is left behind, or was changed, on a line."""
        self._found.append(Problem(code, Place(self.path, line), facts))

    def put(self, problems: tuple[Problem, ...]) -> None:
        """Note what is already said."""
        self._found += problems

    def problems(self) -> tuple[Problem, ...]:
        """All of it, in the order of the file."""
        return tuple(sorted(self._found, key=_line))


def _line(problem: Problem) -> int:
    return problem.place.line if problem.place else 0


def is_lost(problem: Problem) -> bool:
    """Whether a card that somebody wrote is not there for it; else only something beside a card."""
    return PROBLEMS[problem.code] == "error"


#: A fact is shown in a sentence: no more of it than this.
SHOWN: Final = 60


def short(text: str, longest: int = SHOWN) -> str:
    """A text in one line, cut if it is long."""
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
