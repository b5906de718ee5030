"""One kind of answer a file: read it, grade it, show it. All pure; `answers` does not know `deck`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.answers.kinds import KINDS, Kind, grade, kind_of

__all__ = ["KINDS", "Kind", "grade", "kind_of"]


def __getattr__(name: str) -> object:
    """The registry is loaded when it is first needed: what only carries answers around stays light."""
    if name in __all__:
        from quiz.answers import kinds

        return getattr(kinds, name)
    raise AttributeError(name)
