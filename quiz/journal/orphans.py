"""Cards that the log knows and no deck has: kept for ever, and found here."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from quiz.deck.identity import REVERSE
from quiz.memory.recall import standing

if TYPE_CHECKING:
    from quiz.journal import Journal
    from quiz.memory.memory import Memory


class Words(NamedTuple):
    """What a card last said, as far as the log knows: `answer` may be what was last typed and right."""

    question: str = ""
    answer: str = ""
    deck: str = ""


def orphans(journal: Journal, present: Collection[str]) -> list[Memory]:
    """The memories of cards that are not `present`, and whose history no present card, nor a later one, has.

    The other side of a card waits with the first: it is no orphan of its own, unless both are.
    """
    found = []
    for memory in journal.changed_since(0):
        if memory.card.removesuffix(REVERSE) in present or not (memory.reviews or memory.suspended):
            continue
        if not inherited(journal, memory.card):
            found.append(memory)
    return sorted(found, key=lambda memory: (-memory.last_at, memory.card))


def inherited(journal: Journal, card: str) -> bool:
    """Whether another card stands for this one, by renamings that were not undone."""
    return any(_inherits(journal, heir, card) for heir in journal.heirs(card))


def akin(journal: Journal, card: str, other: str) -> bool:
    """Whether two cards have a part of their histories from one and the same: reworded in two ways, on two devices."""
    return not ({card, *_ancestors(journal, card)}).isdisjoint({other, *_ancestors(journal, other)})


def _inherits(journal: Journal, heir: str, card: str) -> bool:
    """Whether `heir` stands for `card`, by renamings that were not undone, and is not itself an ancestor of it."""
    return card in _ancestors(journal, heir) and (heir not in _ancestors(journal, card) or _latest(journal, heir, card))


def _ancestors(journal: Journal, card: str) -> set[str]:
    seen: set[str] = set()
    names = [card]
    while names:
        for event in standing(journal.events(names.pop())):
            old = str(event.rest.get("from", ""))
            if event.kind == "renamed" and old not in seen:
                seen.add(old)
                names.append(old)
    return seen


def _latest(journal: Journal, heir: str, card: str) -> bool:
    """In a circle, whether `heir` was taken up after `card`."""
    at = [max((e.at for e in standing(journal.events(one)) if e.kind == "renamed"), default=0) for one in (heir, card)]
    return at[0] > at[1]


def last_words(journal: Journal, card: str) -> Words:
    """What a card last said: when it left, or when its history was given to another card."""
    events = list(journal.events(card))
    for event in reversed(events):
        if event.kind == "left":
            return Words(*(str(event.rest.get(key, "")) for key in Words._fields))
    typed = next((e.typed for e in reversed(events) if e.verdict == "right" and e.typed), "")
    return Words(_given(journal, card), typed or "", card.partition("/")[0] if "/" in card else "")


def _given(journal: Journal, card: str) -> str:
    """The question of a card, as the latest event says that gave its history to another."""
    given = [
        (event.at, str(event.rest.get("question", "")))
        for heir in journal.heirs(card)
        for event in journal.events(heir)
        if event.kind == "renamed" and event.rest.get("from") == card
    ]
    return max(given, default=(0, ""))[1]
