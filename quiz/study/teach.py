"""What a session can teach a deck: the answer that its learner counted right against the machine's verdict."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from quiz.deck.lesson import can_learn
from quiz.study.session import Session


def can_teach(session: Session) -> bool:
    """Whether what was typed can join the `accept:` of the card on the screen.

    Not where nothing was tried, nor where it is the right answer of another card: the two must be told apart.
    """
    turn, card = session.turn, session.card
    if card is None or turn.verdict is None or turn.verdict.mark == "right" or turn.counted != "right":
        return False
    if turn.confused is not None or any(reason.code == "nothing-typed" for reason in turn.verdict.reasons):
        return False
    return can_learn(card, turn.typed)


Untaught = Literal["nothing-to-accept", "accepted-already", "cannot-accept"]


def why_untaught(session: Session | None) -> Untaught:
    """Why nothing can be taught now: nothing was counted right, the deck has it already, or no deck could hold it."""
    turn, card = (session.turn, session.card) if session is not None else (None, None)
    if turn is None or card is None or not turn.overruled or turn.counted != "right":
        return "nothing-to-accept"
    return "accepted-already" if turn.typed.strip() in card.answer.accept else "cannot-accept"


def taught(session: Session, identity: str, typed: str) -> Session:
    """The session in which this card accepts what was typed, as its deck does from now on."""
    card = session.cards[identity]
    answer = replace(card.answer, accept=(*card.answer.accept, typed.strip()))
    return replace(session, cards={**session.cards, identity: replace(card, answer=answer)})
