"""`quiz check --fix`: put right in deck files what a program can surely put right, and say each change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from quiz.deck.lint.mend import Mend
    from quiz.house import House
    from quiz.problem import Problem


def fix(paths: Iterable[str], allow: Collection[str], house: House) -> tuple[list[Mend], list[Problem]]:
    """Put the decks of these files right: what was done, and why some file was not written, if so.

    A file in which there is nothing to do is not touched.
    """
    from quiz.commands.rewrite import rewrite
    from quiz.deck.characters import decode
    from quiz.deck.lint.mend import Mended, mend
    from quiz.library.file import read
    from quiz.problem import Failure, Problem

    done: list[Mend] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            text = decode(read(path).data, path)
        except Failure:
            continue  # checking tells why it cannot be read
        if isinstance(text, Problem) or not mend(text, path, allow).done:
            continue
        last: list[Mended] = []

        def mended(text: str, path: str = path, last: list[Mended] = last) -> str:
            last[:] = [mend(text, path, allow)]
            return last[0].text

        problem = rewrite(path, mended, house)
        if problem:
            problems.append(problem)
        else:
            done += last[0].done
    return done, problems


def lines(mend: Mend, house: House) -> tuple[str, ...]:
    """What was put right, as people read it."""
    from quiz.words.safe import safe

    where = f"{safe(mend.place.path)}:{mend.place.line}:{mend.place.column}"
    head = f"{where}  {house.words.say('check.fixed')}  {', '.join(mend.codes)}"
    return head, f"    - {_seen(mend.before)}", f"    + {_seen(mend.after)}"


def _seen(text: str) -> str:
    """A text in which the two spaces can be told apart."""
    from quiz.words.safe import safe

    return safe(text.replace("\u00a0", "⍽").replace("\n", "⏎"))


def as_json(mend: Mend) -> dict[str, object]:
    """What was put right, for programs."""
    place = {"path": mend.place.path, "line": mend.place.line, "column": mend.place.column}
    return {**place, "codes": list(mend.codes), "before": mend.before, "after": mend.after}
