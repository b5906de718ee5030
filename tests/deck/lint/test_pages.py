"""Each rule has its page, and what the page shows is so: the first example is told of, the better one is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quiz.deck import lint
from quiz.deck.checks import examined
from quiz.deck.lint import RULES

PAGES = Path(__file__).parent.parent.parent.parent / "docs" / "rules"


def examples(code: str) -> list[str]:
    """The decks that a page shows; entries of `cards:` alone are made a deck."""
    page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    found = re.findall(r"^```yaml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    return [text if text.startswith("deck:") else f"deck: d\ncards:\n{text}" for text in found]


def told(text: str) -> list[str]:
    """The codes of everything that `quiz check` says of a deck."""
    deck, problems = examined(text, "d.yaml")
    more = (*lint.linted(deck), *lint.compared(lint.entries(deck))) if deck else ()
    return sorted(problem.code for problem in (*problems, *more))


@pytest.mark.parametrize("code", RULES)
def test_the_examples_of_a_page_are_what_it_says(code: str) -> None:
    """What a page calls better has no fault, and the other has that of its rule, with one more at most."""
    worse, better = examples(code)

    assert code in told(worse)
    assert len(told(worse)) <= 2
    assert told(better) == []


def test_every_page_is_of_a_rule() -> None:
    """No page stays behind when its rule is gone."""
    assert {path.stem for path in PAGES.glob("*.md")} == {*RULES, "README"}
