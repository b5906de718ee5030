"""Problems as people read them: `file:line:column  error  sentence`, the remedy below, all of them."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TextIO

from quiz.words.safe import safe

if TYPE_CHECKING:
    from quiz.house import House
    from quiz.problem import Problem
    from quiz.words import Words


def lines(problem: Problem, words: Words, prefix: str = "quiz: ") -> tuple[str, ...]:
    """The sentence of a problem, after its place where it has one, and the remedy below it."""
    said = words.say(f"problem.{problem.code}", **problem.facts)
    remedy_key = f"remedy.{problem.code}"
    if problem.place:
        where = f"{safe(problem.place.path)}:{problem.place.line}:{problem.place.column}"
        head = f"{where}  {words.say('check.' + problem.severity)}  {said}"
    else:
        head = f"{prefix}{said}"
    remedy = words.say(remedy_key, **problem.facts) if words.has(remedy_key) else ""
    return (head, f"      {remedy}") if remedy else (head,)


def report(problems: Iterable[Problem], house: House, stream: TextIO | None = None) -> None:
    """Say every problem on standard error (or `stream`)."""
    house.out.flush()
    for problem in problems:
        print(*lines(problem, house.words), sep="\n", file=stream or house.err)


def as_json(problem: Problem, words: Words) -> dict[str, Any]:
    """A problem for programs: its code, place and facts, and the sentence in the user's language."""
    head = (
        {"path": problem.place.path, "line": problem.place.line, "column": problem.place.column}
        if problem.place
        else {}
    )
    remedy_key = f"remedy.{problem.code}"
    return {
        **head,
        "severity": problem.severity,
        "code": problem.code,
        "sentence": words.say(f"problem.{problem.code}", **problem.facts),
        "remedy": words.say(remedy_key, **problem.facts) if words.has(remedy_key) else "",
        "facts": {name: list(fact) if isinstance(fact, tuple) else fact for name, fact in problem.facts.items()},
    }


def report_fault(error: Exception, house: House) -> None:
    """A fault of ours: one sentence, and the traceback in a file that can be sent to us."""
    import os
    import tempfile
    import traceback

    story = "".join(traceback.format_exception(error))
    try:
        handle, path = tempfile.mkstemp(prefix="quiz-fault-", suffix=".txt", text=True)
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{sys.version}\n{' '.join(sys.argv)}\n\n{story}")
    except OSError:
        path = ""
    house.out.flush()
    key = "cli.fault" if path else "cli.fault-unsaved"
    print(house.words.say(key, kind=type(error).__name__, path=path), file=house.err)
