"""`quiz search` finds the cards that are not asked too."""

from __future__ import annotations

import json

import pytest

DECK = """\
deck: prices
language: en
cards:
  - question: What does the plan cost?
    money: 40 dollars
    id: plan-2023
    as_of: 2023
  - question: What does the plan cost?
    money: 50 dollars
    id: plan-2025
    as_of: 2025
    supersedes: plan-2023
  - question: Who sells the plan?
    answer: a shop in Lyon
    tags: [trade]
    draft: true
    id: seller
"""


@pytest.fixture
def prices(decks):
    """A deck of an asked card, a superseded one and a draft."""
    path = decks / "prices.yaml"
    path.write_text(DECK, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["plan"], ["plan-2025", "plan-2023", "seller"]),
        (["plan", "cost"], ["plan-2025", "plan-2023"]),
        (["LYON"], ["seller"]),
        (['"shop in"'], ["seller"]),
        (['"in shop"'], []),
        (["ly*"], ["seller"]),
        (["plan", "--", "-lyon"], ["plan-2025", "plan-2023"]),
        (["tag:trade"], ["seller"]),
        (["plan", "tag:shop"], []),
        (["plan", "kind:money"], ["plan-2025", "plan-2023"]),
        (["plan", "deck:other"], []),
        (["plan", "--limit", "2"], ["plan-2025", "plan-2023"]),
        (["plan", "--limit", "1"], ["plan-2025"]),
        (["..."], []),
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("prices")
def test_what_is_found(run, words, found):
    """Asked cards come first, then those that wait, by the same words, signs and filters."""
    told = run("search", "--json", *words)
    assert [card["id"] for card in json.loads(told.out)["cards"]] == found
    assert told.code == (0 if found else 1)


@pytest.mark.usefixtures("prices")
def test_they_are_marked(run):
    """A card that is not asked says why."""
    lines = run("search", "plan").out.splitlines()
    assert lines[0::2] == [
        "prices/plan-2025  What does the [plan] cost?",
        "prices/plan-2023  What does the [plan] cost?",
        "prices/seller  Who sells the [plan]?",
    ]
    assert lines[1].endswith("50 dollars")
    assert lines[3].endswith("40 dollars · superseded by prices/plan-2025")
    assert lines[5].endswith("a shop in Lyon · draft")


def test_other_editions_are_not_searched(prices, run):
    """Of two languages only the learner's edition is searched, as for the cards that are asked."""
    french = DECK.replace("language: en", "language: fr").replace("Who sells the plan?", "Qui vend le plan ?")
    prices.with_name("prices.fr.yaml").write_text(french, encoding="utf-8")
    assert [card["id"] for card in json.loads(run("search", "--json", "vend").out)["cards"]] == []
    told = run("search", "--json", "vend", "--lang", "fr")
    assert [card["id"] for card in json.loads(told.out)["cards"]] == ["seller"]
