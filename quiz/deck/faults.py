"""The faults found while a deck is read, in the order of the file; of each sort the first hundred, then a count."""

from __future__ import annotations

from typing import Final

from quiz.problem import PROBLEMS, Fact, Place, Problem

#: So many problems of one code are shown one by one; what follows is counted.
SHOWN: Final = 100
_MORE: Final = {"error": "more-errors", "warning": "more-warnings", "advice": "more-advice"}


class Faults:
    """What was found wrong in one file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._found: list[Problem] = []
        self._count: dict[str, int] = {}
        self._more: dict[str, Place] = {}
        self._told: set[tuple[str, Place | None]] = set()

    def add(self, code: str, line: int, column: int, **facts: Fact) -> None:
        """Note a problem at a place of the file."""
        if self._count.get(code, 0) > SHOWN:
            self._count[code] += 1
            return
        self.put(Problem(code, Place(self.path, line, column), facts))

    def put(self, problem: Problem) -> None:
        """Note a problem that is already made; the same code at the same place is told once."""
        if (problem.code, problem.place) in self._told:
            return
        count = self._count[problem.code] = self._count.get(problem.code, 0) + 1
        if count <= SHOWN:
            self._found.append(problem)
            self._told.add((problem.code, problem.place))
        elif count == SHOWN + 1 and problem.place is not None:
            self._more[problem.code] = problem.place

    def full(self, code: str) -> bool:
        """Whether further problems of this code are only counted, so that no facts need be found for them."""
        return self._count.get(code, 0) >= SHOWN

    def problems(self) -> tuple[Problem, ...]:
        """All of them in the order of the file; those beyond the hundredth of a code as one that counts them."""
        more = [
            Problem(_MORE[PROBLEMS[code]], place, {"sort": code, "count": self._count[code] - SHOWN})
            for code, place in self._more.items()
        ]
        return tuple(sorted([*self._found, *more], key=_order))


def _order(problem: Problem) -> tuple[int, int]:
    return (problem.place.line, problem.place.column) if problem.place else (0, 0)
