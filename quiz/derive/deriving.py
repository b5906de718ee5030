"""Some articles → what they say, what can be asked of it, and which of these questions are worth a card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from quiz.article import Article
from quiz.derive.asking import asked
from quiz.derive.choose import chosen
from quiz.derive.document import Document, Extractor, Scene
from quiz.derive.draft import Draft
from quiz.derive.exam import examined
from quiz.derive.fact import Fact
from quiz.derive.options import choices
from quiz.derive.scene import facts, scene
from quiz.derive.timeline import timeline
from quiz.derive.told import Contradiction, Told, merged

#: Cards of one article, unless somebody asks for more or fewer: an evening, not a chore.
LIMIT: Final = 24


@dataclass(frozen=True, slots=True)
class Derived:
    """What came of some articles: `drafts` are all that were made, examined; `chosen` are those for the deck."""

    documents: Mapping[str, Document]
    facts: tuple[Fact, ...]
    told: tuple[Told, ...]
    contradictions: tuple[Contradiction, ...]
    drafts: tuple[Draft, ...]
    chosen: tuple[Draft, ...]


def derive(
    articles: Mapping[str, Article], extractors: Mapping[str, Extractor], *, limit: int = LIMIT, thorough: bool = False
) -> Derived:
    """Derive from articles, named by the keys of their sources. `limit` is the number of cards for each of them.

    Where `thorough`, every rule of the exam says what it finds, also of a draft that another has rejected.
    """
    scenes = {
        key: scene(article, key, language=article.language, published=article.published)
        for key, article in articles.items()
    }
    found = [fact for one in scenes.values() for fact in facts(one, extractors)]
    documents = {key: one.document for key, one in scenes.items()}
    between = merged(found, documents)
    drafts = tuple(
        draft
        for key, one in scenes.items()
        for draft in _drafts(key, one, between.told, between.contradictions, thorough=thorough)
    )
    picked = chosen(drafts, limit * len(scenes))
    return Derived(documents, tuple(found), between.told, between.contradictions, drafts, picked)


def _drafts(
    key: str, scene: Scene, told: tuple[Told, ...], contradictions: tuple[Contradiction, ...], *, thorough: bool
) -> tuple[Draft, ...]:
    """The examined drafts on the facts that are best told in this article; what is contradicted is not asked."""
    disputed = {id(fact) for pair in contradictions for fact in (pair.one, pair.other)}
    own = [one for one in told if one.fact.article == key]
    told_facts = tuple(one.fact for one in told)
    others = {id(one.fact): one.others for one in own}
    askable = [
        one.fact
        for one in own
        if id(one.fact) not in disputed and not any(id(other) in disputed for other in one.others)
    ]
    made = tuple(
        replace(draft, others=further) if (further := others.get(id(draft.fact))) else draft
        for draft in asked(askable, scene)
    )
    passed = tuple(examined(draft, scene, made, thorough=thorough) for draft in made)
    order = timeline(passed, scene)
    more = (*choices(passed, scene, told_facts), *((order,) if order is not None else ()))
    return (*passed, *(examined(draft, scene, passed, thorough=thorough) for draft in more))
