"""The first page of the manual of decks: short, and enough to come from nothing to a checked deck."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

from quiz.deck.read import read

Run = Callable[..., Any]

PAGE = (Path(__file__).parent.parent.parent / "docs" / "decks.md").read_text(encoding="utf-8").partition("\n## ")[0]
DECK = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[0]
LINES = [
    line.partition("  #")[0].removeprefix("$ ").strip()
    for block in re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
    for line in block.splitlines()
]


def test_the_page_is_one_page() -> None:
    """It fits a screen and a half, and shows at least five kinds of card."""
    deck, problems = read(DECK, "moon.yaml")

    assert deck is not None
    assert len(PAGE.splitlines()) <= 45
    assert len({card.answer.kind for card in deck.cards}) >= 5
    assert problems == ()


def test_the_deck_of_the_page_is_well(run: Run, decks: Path) -> None:
    """`quiz check` has not so much as a piece of advice for it."""
    (decks / "moon.yaml").write_text(DECK, encoding="utf-8")

    told = run("check")

    assert (told.code, told.err) == (0, "")
    assert "6 cards" in told.out


def test_the_commands_of_the_page_make_a_checked_deck(run: Run, decks: Path, monkeypatch: Any) -> None:
    """Typed one after the other in a new home, each ends well; the cards that are asked for are told in lines."""
    monkeypatch.setenv("EDITOR", "true")
    typed = [
        "Who was the first to walk on the Moon?", "Neil Armstrong", "", "", "", "",
        "What did the Apollo programme cost?", "$25.4 billion", "", "", "", "",
        "Which three men flew on Apollo 11?", "Neil Armstrong, Michael Collins, Buzz Aldrin", "", "", "", "",
        "Collins stayed in orbit while the {{Eagle}} landed.", "", "", "", "", "",
    ]  # fmt: skip
    for line in LINES[:-1]:
        command, *words = shlex.split(line)
        told = run(*words, stdin="\n".join(typed) if words[0] == "add" and len(words) == 2 else "")
        assert (command, told.code) == ("quiz", 0), (line, told)

    deck, problems = read((decks / "moon.yaml").read_text(encoding="utf-8"), "")
    assert deck is not None
    assert [card.answer.kind for card in deck.cards] == ["person", "money", "list", "cloze", "date"]
    assert problems == ()
    assert LINES[-1] == "quiz study"
