"""What cards that come from elsewhere change in a deck that is there: nothing where it has them already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from quiz.answers.verdict import Answer
from quiz.deck.card import Card, Deck, Source
from quiz.deck.identity import REVERSE, identity, normalised
from quiz.exchange.entry import Left, short
from quiz.language.text import fold
from quiz.problem import Problem


@dataclass(slots=True)
class Joined:
    """What is to be done: cards to add, cards to write anew by their identities, how many are there already.

    `changed` tells of each card written anew what it said and what it says; `reverse` are those of both lists that are
    asked the other way round too.
    """

    added: list[Card] = field(default_factory=list)
    anew: dict[str, Card] = field(default_factory=dict)
    same: int = 0
    changed: list[tuple[Card, Card]] = field(default_factory=list)
    reverse: set[str] = field(default_factory=set)
    left: tuple[Problem, ...] = ()


def joined(deck: Deck | None, cards: Sequence[Card], reverse: frozenset[str]) -> Joined:
    """How `cards`, made for this deck, come into it.

    A card is there if one has its id, or asks the same question. One with its id takes the question and the answer
    that come, and keeps what else it has: hint, note, what it accepts. One that only asks the same is left as it is:
    the deck is its author's, and another answer is told.
    """
    done = Joined()
    if deck is None:
        done.added = list(cards)
        done.reverse = set(reverse)
        return done
    own = [card for card in deck.cards if card.identity == card.sibling]
    both = {card.sibling for card in deck.cards if card.identity == card.sibling + REVERSE}
    by_id = {card.written_id: card for card in own if card.written_id}
    by_question = {normalised(card.question): card for card in reversed(own)}
    problems: list[Problem] = []
    for card in cards:
        there = by_id.get(card.written_id) if card.written_id else None
        if there is not None:
            _renew(there, card, done, reverse_too=card.identity in reverse, both=both)
            continue
        there = by_question.get(normalised(card.question))
        if there is None:
            done.added.append(card)
            if card.identity in reverse:
                done.reverse.add(card.identity)
        elif _says(there.answer, card.answer):
            done.same += 1
        else:
            left = Left(card.place.path)
            told, come = _told(there.answer), _told(card.answer)
            left.add("import-differs", card.place.line, question=short(card.question), deck=told, answer=come)
            problems += left.problems()
    done.left = tuple(problems)
    return done


def _renew(there: Card, card: Card, done: Joined, *, reverse_too: bool, both: set[str]) -> None:
    """A card that has the id of one that comes: it is renewed unless it says the same."""
    same_question = there.question == card.question or normalised(there.question) == normalised(card.question)
    if same_question and _says(there.answer, card.answer):
        done.same += 1
        return
    answer = card.answer
    if not _says(there.answer, card.answer):
        kept = tuple(text for text in there.answer.accept if text not in card.answer.accept)
        answer = replace(card.answer, accept=(*card.answer.accept, *kept))
    else:
        answer = there.answer
    anew = replace(
        there,
        question=card.question,
        answer=answer,
        hint=there.hint or card.hint,
        note=there.note or card.note,
        tags=there.tags or card.tags,
    )
    if there.identity in both and (reverse_too or answer.kind in ("answer", "person", "date", "money", "number")):
        done.reverse.add(there.identity)
    done.anew[there.identity] = anew
    done.changed.append((there, anew))


def _says(there: Answer, come: Answer) -> bool:
    """Whether an answer says what comes: the same words, whatever kind the author gave them; or it accepts them."""
    if come.kind == "list" or there.kind == "list":
        return [fold(item) for item in there.items] == [fold(item) for item in come.items] and there.kind == come.kind
    if "cloze" in (there.kind, come.kind):
        return there.text == come.text
    words = {fold(text) for text in (there.text, *there.accept)}
    return fold(come.text) in words and all(fold(text) in words for text in come.accept)


def _told(answer: Answer) -> str:
    return short("; ".join(answer.items) if answer.kind == "list" else answer.text)


def moved(card: Card, deck: str) -> Card:
    """The card as one of another deck: where it has no id, its identity hangs on the deck's."""
    own = identity(deck, card.question, card.written_id)
    return replace(card, identity=own, sibling=own)


def sources_of(cards: Sequence[Card], known: Sequence[Source] = ()) -> tuple[Source, ...]:
    """The sources that cards name and that a deck does not have yet."""
    there = {source.key for source in known}
    return tuple(
        Source(key) for key in dict.fromkeys(key for card in cards for key in card.sources) if key not in there
    )
