"""Who a phrase of a cue stands for, as the people of the article have it."""

from __future__ import annotations

from typing import NamedTuple

from quiz.derive.document import Scene
from quiz.derive.fact import Span


class Speaker(NamedTuple):
    """The name to show, "" where the phrase stands for nobody that can be told; `named` where it is a proper name."""

    name: str
    named: bool


NOBODY = Speaker("", False)


def speaker(scene: Scene, phrase: Span | None) -> Speaker:
    """Who the phrase stands for."""
    if phrase is None:
        return NOBODY
    found = scene.people.resolve(phrase)
    return Speaker(found.name, found.named) if found is not None else NOBODY
