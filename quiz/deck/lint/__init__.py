"""Rules for those who write decks: what a careful editor would say of a question, each with its page in the manual.

After Wozniak, "Effective learning: twenty rules of formulating knowledge" (1999), and for choices after Haladyna,
Downing and Rodriguez (2002). A rule speaks only where it is sure: one that cries wolf is worse than none.

What is found in a deck (`linted`) follows from that deck alone; what is found between decks (`compared`) follows from
the `entries` of each. Both can be kept as long as the deck's text is the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from quiz.deck.card import Card, Deck
from quiz.deck.faults import Faults
from quiz.deck.keys import nearest
from quiz.deck.lint.between import Entry, entries
from quiz.deck.lint.registry import OF_CARDS, RULES, Rule
from quiz.deck.lint.told import Told
from quiz.problem import Fact, Place, Problem

__all__ = ["RULES", "Entry", "Rule", "allowed", "compared", "entries", "kept", "linted", "misspelt"]

_OF_DECKS: Final = tuple(rule for rule in RULES.values() if rule.scope == "deck")
_BETWEEN: Final = tuple(rule for rule in RULES.values() if rule.scope == "decks")
_SWITCHES: Final = tuple(rule.code for rule in RULES.values() if rule.switches)
_OFF: Final[frozenset[str]] = frozenset()


def linted(deck: Deck, allow: Collection[str] = _OFF) -> tuple[Problem, ...]:
    """What the rules say of a deck and of each of its cards, in the order of the file.

    `allow` are the codes of rules that are off everywhere; those that the deck or a card allows are off there. Drafts
    are held to the rules when somebody has accepted them.
    """
    faults = Faults(deck.path)
    off = frozenset((*allow, *deck.allow))
    of_kind = {
        kind: tuple([(rule.code, rule.find) for rule in rules if rule.code not in off])
        for kind, rules in OF_CARDS.items()
    }
    for card in deck.cards:
        if card.draft or card.identity != card.sibling:
            continue
        told = Told(card)
        for code, find in of_kind[told.kind]:
            found = find(told)
            if found and code not in card.allow:
                for key, facts in found:
                    faults.put(Problem(code, card.at(key), facts))
    own = _allowing(deck)
    for rule in _OF_DECKS:
        if rule.code not in off:
            for place, facts in rule.find(deck):
                if not own or rule.code not in own.get(place.line, ()):
                    faults.put(Problem(rule.code, place, facts))
    _unknown(deck, faults)
    return faults.problems()


def compared(found: Iterable[Entry], allow: Collection[str] = _OFF) -> tuple[Problem, ...]:
    """What the rules say between cards, of one deck and of several; what one of the two cards allows is not said."""
    known = tuple(found)
    faults: dict[str, Faults] = {}
    for rule in _BETWEEN:
        if rule.code in allow:
            continue
        for entry, facts in rule.find(known):
            if rule.code not in entry.allow:
                faults.setdefault(entry.place.path, Faults(entry.place.path)).put(
                    Problem(rule.code, entry.place, facts)
                )
    return tuple(problem for one in faults.values() for problem in one.problems())


def kept(deck: Deck, problems: Iterable[Problem], allow: Collection[str] = _OFF) -> tuple[Problem, ...]:
    """The problems without those that are allowed: everywhere, by the deck, or by the card in which they are.

    An error is never allowed.
    """
    problems = tuple(problems)
    off = frozenset((*allow, *deck.allow))
    cards = [card for card in deck.cards if card.allow]
    if not off and not cards:
        return problems
    return tuple(problem for problem in problems if not allowed(problem, off) and not _by_card(problem, deck, cards))


def allowed(problem: Problem, off: Collection[str]) -> bool:
    """Whether a problem is of a rule that is off."""
    return problem.code in off and problem.severity != "error"


def _by_card(problem: Problem, deck: Deck, cards: list[Card]) -> bool:
    if problem.severity == "error" or problem.place is None:
        return False
    for card in cards:
        if problem.code in card.allow and problem.place.line >= card.place.line:
            last = max((line for line, _ in card.where.values()), default=card.place.line)
            after = min((other.place.line for other in deck.cards if other.place.line > card.place.line), default=0)
            if problem.place.line <= last or problem.place.line < after:
                return True
    return False


def _allowing(deck: Deck) -> dict[int, tuple[str, ...]]:
    """What each card allows, by the lines on which something of it stands."""
    own: dict[int, tuple[str, ...]] = {}
    for card in deck.cards:
        if card.allow:
            own.update(dict.fromkeys((card.place.line, *(line for line, _ in card.where.values())), card.allow))
    return own


def _unknown(deck: Deck, faults: Faults) -> None:
    """Say of each code under `allow:` that is none of a rule, or of one that cannot be off."""
    at = Place(deck.path, *deck.where.get("allow", (1, 1)))
    for place, given in ((at, deck.allow), *((card.at("allow"), card.allow) for card in deck.cards if card.allow)):
        for problem in misspelt(given, place):
            faults.put(problem)


def misspelt(given: Iterable[str], place: Place | None = None) -> Iterator[Problem]:
    """A problem for each code that is none of a rule, or of one that cannot be off."""
    for code in given:
        if code not in _SWITCHES:
            near = nearest(code, _SWITCHES)
            facts: dict[str, Fact] = {"rule": code[:80], "near": near} if near else {"rule": code[:80]}
            yield Problem("allow-unknown-near" if near else "allow-unknown", place, facts)
