"""Scenes and facts made by hand: a text, and what stands in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quiz.article import Article
from quiz.derive.document import Scene
from quiz.derive.fact import Fact, Span
from quiz.derive.scene import scene


@pytest.fixture
def stage() -> Callable[..., Scene]:
    """A scene: `stage(text, "fr", published="2024-03-13", title="…")`."""

    def make(text: str, language: str = "en", *, published: str = "", title: str = "") -> Scene:
        article = Article(text, title=title, published=published, language=language)
        return scene(article, "article", language=language, published=published)

    return make


@pytest.fixture
def fact() -> Callable[..., Fact]:
    """A fact at its words: `fact(scene, "amount", "12 millions d'euros")`; `at=` says which place of several."""

    def make(stage: Scene, kind: Any, surface: str, *, at: int = 0, said_by: str = "", **more: Any) -> Fact:
        text = stage.document.article.text
        start = text.index(surface)
        for _ in range(at):
            start = text.index(surface, start + 1)
        end = start + len(surface)
        reading = next((one for one in stage.readings if one.kind != "quote" and start <= one.start < end), None)
        if said_by:
            place = text.index(said_by)
            more = {"speaker": said_by, "speaker_at": Span(place, place + len(said_by))} | more
        passage = stage.document.passage_at(start)
        sentence = stage.document.sentence_at(start)
        value = more.pop("value", surface)
        return Fact(kind, start, end, surface, passage.number, sentence, value, "article", reading=reading, **more)

    return make
