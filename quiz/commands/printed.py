"""What commands print of a card: as one line for people, as JSON for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quiz.deck.card import Card
    from quiz.house import House
    from quiz.memory.memory import Memory
    from quiz.words import Words


def write_json(told: object, house: House) -> None:
    """One JSON document."""
    json.dump(told, house.out, ensure_ascii=False, indent=2)
    house.out.write("\n")


def card_json(card: Card, deck: str) -> dict[str, Any]:
    """A card for programs: what its author wrote and where."""
    answer = card.answer
    return {
        "card": card.identity,
        "deck": deck,
        "path": card.place.path,
        "line": card.place.line,
        "id": card.written_id,
        "language": card.language,
        "kind": answer.kind,
        "question": card.question,
        "answer": answer.text,
        "items": list(answer.items),
        "options": list(answer.options),
        "accept": list(answer.accept),
        "hint": card.hint,
        "note": card.note,
        "tags": list(card.tags),
        "sources": list(card.sources),
        "as_of": card.as_of,
        "supersedes": card.supersedes,
        "superseded_by": card.superseded_by,
        "draft": card.draft,
    }


def memory_json(memory: Memory) -> dict[str, Any]:
    """What is remembered of a card, for programs."""
    told = memory._asdict()
    del told["card"]
    return told


def answer(card: Card) -> str:
    """The right answer as a learner sees it."""
    from quiz.answers.kinds import KINDS

    return KINDS[card.answer.kind].show(card.answer, card.language)


def standing(memory: Memory, today: int, words: Words) -> str:
    """When a card is asked again, in a few words."""
    if memory.suspended:
        return words.say("cards.suspended")
    if memory.buried_on == today:
        return words.say("cards.buried")
    if memory.due is None:
        return words.say("cards.new")
    days = memory.due - today
    return words.say("cards.in-days", days=days) if days > 0 else words.say("cards.due")
