"""An article → the scene that every extractor looks at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from quiz.article import Article
from quiz.derive.document import Document, Extractor, Scene
from quiz.derive.fact import Fact
from quiz.derive.passages import document
from quiz.derive.people.parties import people
from quiz.derive.unseen import seen
from quiz.language import spans


def scene(article: Article, key: str, *, language: str, published: str = "") -> Scene:
    """Everything that is known of an article before facts are looked for. What nobody sees of its text is dropped."""
    text, dropped = seen(article.text)
    read = document(replace(article, text=text), key, language=language, published=published)
    if dropped:
        read = replace(read, original=replace(article, title=read.article.title), dropped=dropped)
    readings = tuple(
        one._replace(start=one.start + passage.start, end=one.end + passage.start)
        for passage in read.passages
        if passage.telling
        for one in spans.find(passage.text, passage.language, read.published)
    )
    return Scene(read, readings, people(read, readings))


def facts(scene: Scene, extractors: Mapping[str, Extractor], *, article: str = "") -> tuple[Fact, ...]:
    """What the extractors find, in the order of the text; `article` is the key of the source that the facts name."""
    key = article or scene.document.key
    found: Iterable[Fact] = (
        fact if fact.article == key else replace(fact, article=key)
        for extractor in extractors.values()
        for fact in extractor(scene)
    )
    return tuple(sorted(found, key=lambda fact: (fact.start, -fact.end, fact.kind)))


__all__ = ["Document", "facts", "scene"]
