"""Files of each format, with what comes of each: its cards, and what is left behind, line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.deck.card import Card, Deck
from quiz.deck.cards import reversed_card
from quiz.deck.checks import examined
from quiz.deck.write import write
from quiz.exchange.encoding import decode
from quiz.exchange.entry import Wish
from quiz.exchange.formats import FORMATS, detected
from quiz.exchange.joining import sources_of
from quiz.exchange.making import Made, Maker
from quiz.language.which import which
from quiz.problem import Problem

DATA = Path(__file__).parent.parent / "data" / "exchange"
SAMPLES = sorted(path for path in DATA.glob("*/*") if path.suffix != ".expected")


def imported(path: Path) -> tuple[str, str, Made, list[Problem]]:
    """The format of a file, its own name for itself, its cards, and what is left."""
    decoded = decode(path.read_bytes(), path.name)
    assert not isinstance(decoded, Problem), decoded
    text, doubts = decoded
    name = detected(text, path.name)
    found = FORMATS[name].read(text, path.name, Wish())
    maker = Maker("sample", which(text) or "en")
    maker.add(path.name, found.entries)
    made = maker.made()
    return name, found.name, made, [*doubts, *found.left, *made.left]


def told(path: Path) -> str:
    """What comes of a file, as its `.expected` says it."""
    name, title, made, left = imported(path)
    lines = [f"format {name}" + (f" · {title}" if title else "")]
    lines += [_card(card, reverse=card.identity in made.reverse) for card in made.cards]
    for problem in sorted(left, key=lambda one: one.place.line):
        facts = "  ".join(f"{key}={value!r}" for key, value in problem.facts.items())
        lines.append(f"{problem.severity} {problem.place.line} {problem.code}  {facts}".rstrip())
    return "\n".join(lines) + "\n"


def _card(card: Card, *, reverse: bool) -> str:
    answer = card.answer
    said = {
        "question": "" if answer.kind == "cloze" else card.question,
        answer.kind: list(answer.items) if answer.kind == "list" else answer.text,
        "options": list(answer.options),
        "ordered": answer.ordered,
        "accept": list(answer.accept),
        "reverse": reverse,
        "hint": card.hint,
        "note": card.note,
        "tags": list(card.tags),
        "id": card.written_id,
    }
    return f"card {card.place.line}  " + "  ".join(f"{key}={value!r}" for key, value in said.items() if value)


def test_each_format_has_samples() -> None:
    """There are six files or more of each sort."""
    for sort in ("csv", "anki", "hashcards", "obsidian", "gift", "text"):
        assert len([path for path in SAMPLES if path.parent.name == sort]) >= 6


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_comes_of_a_file(path: Path) -> None:
    """Each card, and each thing that is left behind with its line, is as the file beside the sample says."""
    assert told(path) == path.with_name(f"{path.name}.expected").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_comes_is_a_sound_deck(path: Path) -> None:
    """The deck that is written is read without an error, and is the same cards."""
    _, _, made, _ = imported(path)
    cards = tuple(
        side
        for card in made.cards
        for side in ((card, reversed_card(card)) if card.identity in made.reverse else (card,))
    )
    deck = Deck("sample", "sample.yaml", "", made.cards[0].language, sources_of(made.cards), cards)

    again, problems = examined(write(deck), "sample.yaml")

    assert [problem for problem in problems if problem.severity == "error"] == []
    assert again is not None
    assert [(card.identity, card.question, card.answer) for card in again.cards] == [
        (card.identity, card.question, card.answer) for card in cards
    ]
