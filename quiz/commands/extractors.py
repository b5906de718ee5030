"""The extractors at hand: ours, and those that other packages bring by the entry points `quiz.extractors`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quiz.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.derive.document import Extractor, Scene
    from quiz.derive.fact import Fact

GROUP: Final = "quiz.extractors"


def extractors() -> tuple[dict[str, Extractor], tuple[Problem, ...]]:
    """Every extractor by its name, ours first; and a problem for each that could not be loaded."""
    from importlib.metadata import entry_points

    from quiz.derive.extractors import EXTRACTORS

    known: dict[str, Extractor] = dict(EXTRACTORS)
    problems = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        if point.name in known:
            problems.append(Problem("extractor-twice", facts={"name": point.name}))
            continue
        try:
            known[point.name] = guarded(point.name, point.load())
        except Exception as error:  # noqa: BLE001 - whatever a stranger's module raises
            problems.append(Problem("extractor-broken", facts={"name": point.name, "error": _told(error)}))
    return known, tuple(problems)


def guarded(name: str, extractor: Extractor) -> Extractor:
    """A stranger's extractor: what it raises and what it makes up becomes a `Failure` that names it."""

    def checked(scene: Scene) -> Iterator[Fact]:
        from dataclasses import replace

        try:
            for fact in extractor(scene):
                _sound(fact, scene)
                yield replace(fact, extractor=name)
        except Exception as error:
            from quiz.problem import Failure

            problem = Problem("extractor-broken", facts={"name": name, "error": _told(error)})
            raise Failure(problem, exit_code=1) from error

    return checked


def _sound(fact: Fact, scene: Scene) -> None:
    """Hold a fact to the article: its kind, its place, its words. ValueError otherwise."""
    from quiz.derive.fact import FACT_KINDS

    if fact.kind not in FACT_KINDS:
        raise ValueError(fact.kind)
    passage = scene.document.passage_at(fact.start)
    if not passage.start <= fact.sentence.start <= fact.start < fact.end <= fact.sentence.end <= passage.end:
        raise ValueError(f"{fact.start}–{fact.end}")


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0][:200]
