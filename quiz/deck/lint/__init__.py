"""Rules for those who write decks: what a careful editor would say of a question, each with its page in the manual.

After Wozniak, "Effective learning: twenty rules of formulating knowledge" (1999), and for choices after Haladyna,
Downing and Rodriguez (2002). A rule speaks only where it is sure: one that cries wolf is worse than none.

What is found in a deck (`linted`) follows from that deck alone; what is found between decks (`compared`) follows from
the `entries` of each. Both can be kept as long as the deck's text is the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from quiz.deck.card import Deck
from quiz.deck.faults import Faults
from quiz.deck.keys import nearest
from quiz.deck.lint import between
from quiz.deck.lint.between import Entry, entries
from quiz.deck.lint.registry import OF_CARDS, RULES, Rule
from quiz.deck.lint.told import Told
from quiz.problem import Fact, Place, Problem

__all__ = ["RULES", "Entry", "Rule", "compared", "entries", "kept", "linted", "misspelt"]

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
                if rule.code not in own.get(_at(place), ()):
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
        for entry, other in rule.find(known):
            if rule.code not in entry.allow and rule.code not in other.allow:
                facts = {"other": between.where(other)}
                faults.setdefault(entry.place.path, Faults(entry.place.path)).put(
                    Problem(rule.code, entry.place, facts)
                )
    return tuple(problem for one in faults.values() for problem in one.problems())


def kept(deck: Deck, problems: Iterable[Problem], allow: Collection[str] = _OFF) -> tuple[Problem, ...]:
    """The problems without those of rules that are off: everywhere, in the deck, or on the card where they are."""
    problems = tuple(problems)
    off = frozenset((*allow, *deck.allow))
    own = _allowing(deck)
    if not off and not own:
        return problems
    return tuple(problem for problem in problems if not _off(problem, off, own))


def _off(problem: Problem, off: Collection[str], own: Mapping[tuple[int, int], tuple[str, ...]]) -> bool:
    code = problem.facts.get("sort", problem.code)  # what is only counted is off with its rule
    return code in _SWITCHES and (code in off or code in own.get(_at(problem.place), ()))


def _at(place: Place | None) -> tuple[int, int]:
    return (place.line, place.column) if place else (0, 0)


def _allowing(deck: Deck) -> dict[tuple[int, int], tuple[str, ...]]:
    """What each card allows, by the places of the card and of all that is written in it."""
    own: dict[tuple[int, int], tuple[str, ...]] = {}
    for card in deck.cards:
        if card.allow:
            own.update(dict.fromkeys((_at(card.place), *card.where.values()), card.allow))
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
