"""What stands on the screen when a card is asked, read from the index without building a card."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

#: The columns of `text` in the order in which cards are read from them.
FRONT: Final = "text.question, text.language, text.options, text.items, text.ordered, text.former"


class Front(NamedTuple):
    """What stands on the screen when a card is asked: no more is needed for the first question.

    `options` are the written ones of a choice, `items` says how many items a list or gaps a cloze wants. `former` is
    what the answer was before it changed, and when; "" where it did not.
    """

    identity: str
    question: str
    kind: str
    language: str
    options: tuple[str, ...]
    items: int
    ordered: bool
    topic: str
    deck: str
    deck_title: str
    former: tuple[str, str] = ("", "")


def read_front(identity: str, kind: str, topic: str, deck: str, title: str, front: tuple[Any, ...]) -> Front:
    """A front from its row; `front` are the columns `FRONT`."""
    question, language, options, items, ordered, former = front
    asked = question_of(question)
    choice = options_of(options)
    return Front(identity, asked, kind, language, choice, items, bool(ordered), topic, deck, title, former_of(former))


def question_of(question: bytes) -> str:
    """A question from its column."""
    return question.decode("utf-8", "surrogatepass")


def options_of(options: str) -> tuple[str, ...]:
    """The options of a choice from their column."""
    if not options:
        return ()
    import json

    return tuple(json.loads(options))


def former_of(former: str) -> tuple[str, str]:
    """What the answer was, as it is shown, and when, from their column."""
    if not former:
        return "", ""
    import json

    shown, as_of, _ = json.loads(former)
    return shown, as_of
