"""From facts to drafts of questions: each kind has its frames, and more is written than will be kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz.derive.asking import roles, speech, values
from quiz.derive.document import Scene
from quiz.derive.draft import Draft
from quiz.derive.fact import Fact


def asked(facts: Sequence[Fact], scene: Scene) -> tuple[Draft, ...]:
    """Every draft that the frames make of an article's facts, in the order of the facts."""
    said = [fact for fact in facts if fact.kind == "quote"]
    drafts = [draft for fact in facts if _telling(fact, scene) for draft in _asked(fact, scene, said)]
    return tuple(drafts)


def _telling(fact: Fact, scene: Scene) -> bool:
    return scene.document.passage_at(fact.start).telling


def _asked(fact: Fact, scene: Scene, said: Sequence[Fact]) -> Iterator[Draft]:
    if fact.kind == "quote":
        yield from speech.asked(scene, fact)
    elif fact.kind == "reported":
        yield from speech.reported(scene, fact)
    elif fact.kind == "role":
        yield from roles.asked(scene, fact)
    else:
        yield from values.asked(scene, fact, said)
