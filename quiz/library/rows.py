"""Cards and problems as rows of the index, and back: columns for what the first question shows, JSON for the rest.

Where each key was written (`Card.where`) is for those who correct decks: it is not kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from quiz.answers.verdict import Answer, Former
from quiz.deck.card import Card, Evidence, Source
from quiz.library.front import options_of, question_of
from quiz.problem import Place, Problem


def text_of(card: Card) -> tuple[bytes, str, str, int, bool, str, bytes]:
    """A card as a row of `text`."""
    answer = card.answer
    options = json.dumps(answer.options) if answer.options else ""
    question = card.question.encode("utf-8", "surrogatepass")
    return question, card.language, options, len(answer.items), answer.ordered, _former(card.former), _back(card)


def _former(former: Former | None) -> str:
    """What the answer was, in ASCII, so that half characters pass too; first what the question shows of it."""
    if former is None:
        return ""
    was = former.answer
    rest = [was.kind, was.text, was.items, was.accept, was.options, was.ordered]
    return json.dumps([former.shown, former.as_of, rest], separators=(",", ":"))


def _back(card: Card) -> bytes:
    answer = card.answer
    evidence = [[it.source, it.paragraph, it.words, it.place.line, it.place.column] for it in card.evidence]
    rest = [
        [answer.text, answer.items, answer.accept],
        [card.place.line, card.place.column],
        [card.hint, card.note, card.as_of, card.written_id, card.supersedes],
        [card.tags, card.sources, evidence, *([card.allow] if card.allow else ())],
    ]
    return json.dumps(rest, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def read_card(identity: str, sibling: str | None, kind: str, path: str, front: tuple[Any, ...], back: bytes) -> Card:
    """A card from its row, equal to the one that was read from the file; `front` are the columns `FRONT`."""
    question, language, options, _, ordered, former = front
    (text, items, accept), (line, column), (hint, note, as_of, written_id, supersedes), rest = json.loads(back)
    tags, sources, evidence, *allow = rest
    return Card(
        identity=identity,
        question=question_of(question),
        answer=Answer(kind, text, tuple(items), tuple(accept), options_of(options), bool(ordered)),
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
        allow=tuple(allow[0]) if allow else (),
        supersedes=supersedes,
        former=_read_former(former),
    )


def _read_former(told: str) -> Former | None:
    if not told:
        return None
    _, as_of, (kind, text, items, accept, options, ordered) = json.loads(told)
    return Former(Answer(kind, text, tuple(items), tuple(accept), tuple(options), ordered), as_of)


def sources_to_text(sources: Iterable[Source]) -> str:
    """The sources of a deck as JSON; "[]" is none. ASCII, so that half characters pass too."""
    return json.dumps([[it.key, it.title, it.author, it.published, it.url, it.file, it.sha256] for it in sources])


def text_to_sources(text: str) -> dict[str, Source]:
    """The sources of a deck from their JSON, by their keys."""
    return {key: Source(key, *told) for key, *told in json.loads(text)}


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
    return tuple(
        Problem(
            code,
            Place(*place) if place else None,
            {name: tuple(value) if isinstance(value, list) else value for name, value in facts.items()},
        )
        for code, place, facts in json.loads(text)
    )
