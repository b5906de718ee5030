"""A review between its core and a face: each decision is in the deck's file before the next draft is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from quiz.deck import alone
from quiz.problem import Problem
from quiz.study.review import (
    Accept,
    AcceptRest,
    Action,
    Change,
    Edit,
    Loaded,
    Review,
    Undo,
    find,
    is_reversed,
    problems_of,
    reloaded,
    step,
)
from quiz.study.review_view import DraftView, View, view

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.deck.card import Card
    from quiz.derive.excerpt import Excerpt


class Desk(Protocol):
    """What a review needs of the world. The commands supply it."""

    def change(self, change: Change, *, write: bool = True) -> Loaded | Problem:
        """Make the change in the file, which is durable on return; the deck as it then is, or why nothing was written.

        Without `write`, what would come of it.
        """

    def look(self, path: str) -> Loaded | Problem:
        """The deck as its file says it now."""

    def excerpts(self, path: str, loaded: Loaded, card: Card) -> tuple[Excerpt | Problem, ...]:
        """The place of each piece of the card's evidence."""

    def outside(self, text: str) -> str | Problem:
        """What a person makes of the text in an editor of their own; or why there is none."""


class Reviewing:
    """A review of some decks at a desk. What cannot be done is returned as problems, and changes nothing."""

    def __init__(self, review: Review, desk: Desk) -> None:
        self.review = review
        self.desk = desk

    def view(self) -> View:
        """What there is to see now."""
        return view(self.review)

    def excerpts(self, seen: DraftView) -> tuple[Excerpt | Problem, ...]:
        """Where the evidence of the draft on the screen stands."""
        return self.desk.excerpts(seen.path, self.review.decks[seen.path], seen.card)

    def do(self, action: Action) -> tuple[Problem, ...]:
        """Carry out `action`: its change is written, then the review goes on."""
        seen = self.view()
        if isinstance(action, Accept) and isinstance(seen, DraftView) and seen.blocked:
            return (Problem("draft-unsound"),)
        review, change = step(self.review, action)
        if change is not None:
            told = self.desk.change(change)
            if isinstance(told, Problem):
                self._look_again(told, change.path)
                return (told,)
            review = reloaded(review, change.path, told)
        self.review = review
        return ()

    def accept_rest(self) -> tuple[Problem, ...]:
        """Accept all drafts that can be accepted, file by file."""
        batch = len(self.review.done)
        for path in dict.fromkeys(path for path, _ in self.review.queue):
            problems = self.do(AcceptRest(path, batch))
            if problems:
                return problems
        return ()

    def undo(self) -> tuple[Problem, ...]:
        """Take back the last decision, or all of those that were one."""
        batch = self.review.done[-1].batch if self.review.done else -1
        while self.review.done and self.review.done[-1].batch == batch:
            problems = self.do(Undo())
            if problems:
                return problems
        return ()

    # --- editing -----------------------------------------------------------------------------------------------------

    def text(self) -> str:
        """The draft on the screen as a text of its own."""
        card, loaded = self._shown()
        return alone.text_of(card, reverse=is_reversed(loaded.deck, card))

    def fields(self) -> tuple[tuple[str, str], ...]:
        """What of it can be changed in a line each; () where that cannot be."""
        return alone.fields(self._shown()[0])

    def text_with(self, texts: Iterable[str]) -> str:
        """Its text, with these fields."""
        card, loaded = self._shown()
        return alone.text_of(alone.with_fields(card, texts), reverse=is_reversed(loaded.deck, card))

    def rewrite(self, text: str, *, sure: bool = False) -> tuple[Problem, ...]:
        """Accept the draft on the screen as `text` says it; or what is wrong with that.

        Errors never pass. Warnings that the draft did not have before are returned once; `sure` lets them pass.
        """
        card, loaded = self._shown()
        told = alone.read_alone(text, loaded.deck, card)
        errors = tuple(problem for problem in told.problems if problem.severity == "error")
        if told.card is None or errors:
            return errors or told.problems
        action = Edit(told.card, told.reverse)
        _, change = step(self.review, action)
        assert change is not None
        after = self.desk.change(change, write=False)
        if isinstance(after, Problem):
            self._look_again(after, change.path)
            return (after,)
        new = find(after.deck, told.card.identity)
        known = {problem.code for problem in problems_of(loaded, card)}
        here = {problem.code: problem for problem in told.problems}
        found = [
            here.get(problem.code, Problem(problem.code, facts=problem.facts))
            for problem in (problems_of(after, new) if new is not None else ())
            if problem.severity == "error" or (problem.severity == "warning" and problem.code not in known)
        ]
        if any(problem.severity == "error" for problem in found) or (found and not sure):
            return tuple(found)
        return self.do(action)

    # --- what they share ---------------------------------------------------------------------------------------------

    def _shown(self) -> tuple[Card, Loaded]:
        card = self.review.card
        assert card is not None
        return card, self.review.decks[self.review.queue[0][0]]

    def _look_again(self, problem: Problem, path: str) -> None:
        """Take up what somebody else made of the deck."""
        loaded = self.desk.look(path) if problem.code in {"draft-gone", "draft-changed"} else problem
        if isinstance(loaded, Loaded):
            self.review = reloaded(self.review, path, loaded)
