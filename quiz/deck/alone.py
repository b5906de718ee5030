"""One card as a text of its own, to be changed by hand, and back: held to the rules of decks, line by line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from quiz.answers.verdict import Answer
from quiz.deck import cloze
from quiz.deck.card import Card, Deck
from quiz.deck.checks import check
from quiz.deck.cuts import bare_card
from quiz.deck.identity import identity
from quiz.deck.read import read
from quiz.deck.write import card_lines, source_lines
from quiz.problem import Place, Problem

#: What says on which line the older card stands.
_NAMES_OLDER: Final = frozenset(("supersedes-other-kind",))
#: How deep a card stands in the deck that is made around it.
_DEEP: Final = 4


@dataclass(frozen=True, slots=True)
class Alone:
    """What a text of one card says: the card (None if it is none), whether it is asked the other way round too, and
    what is wrong with it. The places of the problems are those of the text.
    """

    card: Card | None
    reverse: bool
    problems: tuple[Problem, ...]


def text_of(card: Card, *, reverse: bool = False) -> str:
    """The keys of a card, one a line, without a dash and without `draft`."""
    lines = [line for text in card_lines(replace(card, draft=False), reverse=reverse) for line in text.split("\n")]
    return "".join(f"{line[_DEEP:]}\n" for line in lines)


def read_alone(text: str, deck: Deck, before: Card) -> Alone:
    """The card that `text` says, which takes the place of `before` in `deck`. It keeps its id if it says no other."""
    head = [f"deck: {deck.id}", f"language: {deck.language}"]
    if deck.sources:
        head += ["sources:", *(line for source in deck.sources for line in source_lines(source))]
    lines = "\n".join([*head, "cards:", "  -"]).count("\n") + 1
    body = [f"{' ' * _DEEP}{line}" for line in text.splitlines()]
    whole = [*head, "cards:", "  -", *body]
    found, faults = read("\n".join([*whole, ""]), "")
    older = _superseded(found, deck, before)
    if older is not None:  # it stands behind the card, so that one is held against the other
        found, faults = read("\n".join([*whole, *card_lines(older), ""]), "")
    cards = found.cards if found else ()
    cards = tuple(card for card in cards if card.place.line <= len(whole))
    told = (*faults, *(check(found) if found else ()))
    if older is not None:
        there = {"first": older.place.line}
        told = tuple(replace(one, facts={**one.facts, **there}) if one.code in _NAMES_OLDER else one for one in told)
    problems = tuple(
        _moved(one, lines) for one in told if one.place is None or lines <= one.place.line <= max(len(whole), lines)
    )
    if not cards:
        return Alone(None, False, problems)  # noqa: FBT003 - of no card
    card = cards[0]
    if before.written_id and not card.written_id:
        own = identity(deck.id, card.question, before.written_id)
        card = replace(card, written_id=before.written_id, identity=own, sibling=own)
    return Alone(card, len(cards) > 1, problems)


def _superseded(found: Deck | None, deck: Deck, before: Card) -> Card | None:
    """The card of the deck that the first of those found supersedes, if there is one."""
    name = found.cards[0].supersedes if found else ""
    if not name or name == before.written_id:
        return None
    return next((card for card in deck.cards if card.written_id == name and card.identity == card.sibling), None)


def _moved(problem: Problem, lines: int) -> Problem:
    if problem.place is None:
        return problem
    _, line, column = problem.place
    return Problem(problem.code, Place("", max(1, line - lines), max(1, column - _DEEP)), problem.facts)


# --- the question and the answer in lines of their own ---------------------------------------------------------------


def fields(card: Card) -> tuple[tuple[str, str], ...]:
    """What of a card can be changed in a line each: the key and its text. () where a line cannot hold it."""
    answer = card.answer
    found: tuple[tuple[str, str], ...]
    if answer.kind == "cloze":
        found = (("cloze", answer.text),)
    elif answer.kind == "list":
        found = (("question", card.question), ("list", "; ".join(answer.items)))
    else:
        found = (("question", card.question), (answer.kind, answer.text))
    one_line = all(len(text.splitlines()) == 1 and "\t" not in text for _, text in found)
    return found if one_line and not (answer.kind == "list" and any(";" in item for item in answer.items)) else ()


def with_fields(card: Card, texts: Iterable[str]) -> Card:
    """The card with these texts for its `fields`. It need not be sound: `read_alone` tells."""
    told = [text.strip() for text in texts]
    answer = card.answer
    if answer.kind == "cloze":
        return replace(
            card, question=cloze.blanked(told[0]), answer=replace(answer, text=told[0], items=cloze.items(told[0]))
        )
    return replace(card, question=told[0], answer=_answered(answer, told[1]))


def _answered(answer: Answer, text: str) -> Answer:
    if answer.kind == "list":
        return replace(answer, items=tuple(item for part in text.split(";") if (item := part.strip())))
    if answer.kind == "choice":
        options = tuple(text if option == answer.text else option for option in answer.options)
        return replace(answer, text=text, options=options)
    return replace(answer, text=text)


def same(one: Card, other: Card) -> bool:
    """Whether two cards say the same, wherever they stand."""
    return bare_card(one) == bare_card(other)
