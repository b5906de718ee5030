"""Cards and problems as rows of the index, and back. JSON lists in a fixed order, as bytes.

The front of a card (what the first question needs) lies apart from the rest, and is read without building a `Card`.
Where each key was written (`Card.where`) is for those who correct decks: it is not kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from quiz.deck.card import Card
    from quiz.problem import Problem


class Front(NamedTuple):
    """What stands on the screen when a card is asked: no more is needed for the first question.

    `options` are the written ones of a choice, `items` says how many items a list or gaps a cloze wants.
    """

    identity: str
    question: str
    kind: str
    language: str
    options: tuple[str, ...]
    items: int
    ordered: bool
    topic: str
    deck: str
    deck_title: str


def _bytes(value: list[Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def front_of(card: Card) -> bytes:
    """The front of a card: question, language, options, number of items, whether their order counts."""
    answer = card.answer
    return _bytes([card.question, card.language, answer.options, len(answer.items), answer.ordered])


def back_of(card: Card) -> bytes:
    """The rest of a card."""
    answer = card.answer
    evidence = [[it.source, it.paragraph, it.words, it.place.line, it.place.column] for it in card.evidence]
    return _bytes(
        [
            [answer.text, answer.items, answer.accept],
            [card.place.line, card.place.column],
            [card.hint, card.note, card.as_of, card.written_id],
            [card.tags, card.sources, evidence],
        ]
    )


def read_front(identity: str, kind: str, topic: str, deck: str, deck_title: str, front: bytes) -> Front:
    """A front from its row."""
    question, language, options, items, ordered = json.loads(front)
    return Front(identity, question, kind, language, tuple(options), items, ordered, topic, deck, deck_title)


def read_card(identity: str, sibling: str | None, kind: str, path: str, front: bytes, back: bytes) -> Card:
    """A card from its row, equal to the one that was read from the file."""
    from quiz.answers.verdict import Answer
    from quiz.deck.card import Card, Evidence
    from quiz.problem import Place

    question, language, options, _, ordered = json.loads(front)
    (text, items, accept), (line, column), (hint, note, as_of, written_id), rest = json.loads(back)
    tags, sources, evidence = rest
    return Card(
        identity=identity,
        question=question,
        answer=Answer(kind, text, tuple(items), tuple(accept), tuple(options), ordered),
        language=language,
        place=Place(path, line, column),
        sibling=sibling or identity,
        hint=hint,
        note=note,
        tags=tuple(tags),
        sources=tuple(sources),
        evidence=tuple(Evidence(source, number, words, Place(path, *at)) for source, number, words, *at in evidence),
        as_of=as_of,
        written_id=written_id,
    )


def problems_to_text(problems: Iterable[Problem]) -> str:
    """Problems as JSON; "[]" is none."""
    listed = [
        [it.code, [it.place.path, it.place.line, it.place.column] if it.place else None, dict(it.facts)]
        for it in problems
    ]
    return json.dumps(listed, separators=(",", ":"))


def text_to_problems(text: str) -> tuple[Problem, ...]:
    """Problems from their JSON."""
    if text == "[]":
        return ()
    from quiz.problem import Place, Problem

    return tuple(
        Problem(
            code,
            Place(*place) if place else None,
            {name: tuple(value) if isinstance(value, list) else value for name, value in facts.items()},
        )
        for code, place, facts in json.loads(text)
    )
