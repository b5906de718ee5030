"""What can be wrong in a deck that reads well: each rule a function in a list, its docstring the rule.

To add a rule, write the function, put it in `CHECKS`, and say its code in `quiz/problem.py` and `quiz/words/`.
`derive` is held to the same list: what it writes, `quiz check` accepts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from quiz.deck.card import Deck
from quiz.deck.checks.answers import (
    accept_adds_something,
    accept_is_right_here_only,
    answer_can_be_typed,
    answer_is_not_in_question,
    answer_is_written,
    answer_reads,
    hint_keeps_the_answer,
    list_is_a_list,
    options_are_fair,
)
from quiz.deck.checks.cards import (
    as_of_is_a_date,
    question_is_short,
    questions_differ,
    sources_are_sound,
    sources_are_used,
    superseding_is_dated,
    tags_are_words,
)
from quiz.deck.checks.told import Told
from quiz.deck.faults import Faults
from quiz.deck.read import read
from quiz.deck.simple import Runs
from quiz.problem import Problem

#: The errors that leave a card without an answer that can be judged.
UNUSABLE: Final = frozenset(
    {"answer-unreadable", "answer-relative", "answer-weekday", "answer-no-such-day", "answer-year-far"}
)

#: Every rule, in the order of what an author would want to know first.
CHECKS: Final[tuple[Callable[[Told], Iterator[Problem]], ...]] = (
    answer_reads,
    answer_is_written,
    answer_is_not_in_question,
    answer_can_be_typed,
    hint_keeps_the_answer,
    question_is_short,
    questions_differ,
    accept_adds_something,
    accept_is_right_here_only,
    options_are_fair,
    list_is_a_list,
    as_of_is_a_date,
    superseding_is_dated,
    tags_are_words,
    sources_are_used,
    sources_are_sound,
)


def check(deck: Deck) -> tuple[Problem, ...]:
    """What every rule says of the deck, in the order of the file."""
    told = Told(deck)
    faults = Faults(deck.path)
    for rule in CHECKS:
        for problem in rule(told):
            faults.put(problem)
    return faults.problems()


def usable(deck: Deck, problems: tuple[Problem, ...]) -> Deck:
    """The deck without the cards whose answer cannot be judged, as `problems` say."""
    places = {problem.place for problem in problems if problem.code in UNUSABLE}
    if not places:
        return deck
    cards = tuple(card for card in deck.cards if card.at(card.answer.kind) not in places)
    return replace(deck, cards=cards)


def examined(text: str, path: str, runs: Runs | None = None) -> tuple[Deck | None, tuple[Problem, ...]]:
    """A deck read and held to every rule: what of it can be asked, and all problems in the order of the file.

    `runs` is filled with the places of its simple cards.
    """
    deck, problems = read(text, path, runs=runs)
    if deck is None:
        return None, problems
    found = check(deck)
    return usable(deck, found), tuple(sorted((*problems, *found), key=_order))


def _order(problem: Problem) -> tuple[int, int]:
    return (problem.place.line, problem.place.column) if problem.place else (0, 0)
