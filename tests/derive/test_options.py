"""Wrong options for a choice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quiz.answers.kinds import KINDS, grade
from quiz.answers.verdict import Answer, Asked
from quiz.derive.document import Scene
from quiz.derive.draft import Draft
from quiz.derive.fact import Fact
from quiz.derive.options import as_choice, choices, options

TEXT = (
    "Luc Ardent, Marie Arbois et Paul Grandin ont parlé le 3 mai 2019. Ils ont chanté le 9 juin 2019. Tous ont "
    "dansé le 12 juillet 2020. Orvane a perdu 40 millions d'euros, puis 60 millions d'euros, puis 9 milliards "
    "d'euros. Les avocats de Luc Ardent ont ri."
)


def _draft(fact: Fact, question: str, kind: str, answer: str) -> Draft:
    return Draft(fact, "who", question, Answer(kind, answer), "fr", answer, 1)


@pytest.mark.parametrize(
    ("kind", "surface", "answer", "more", "others", "first"),
    [
        ("date", "3 mai 2019", "3 mai 2019", {"iso": "2019-05-03"},
         [("date", "9 juin 2019", {"iso": "2019-06-09"}), ("date", "12 juillet 2020", {"iso": "2020-07-12"})],
         ("9 juin 2019", "12 juillet 2020")),
        ("date", "3 mai 2019", "3 mai 2019", {"iso": "2019-05-03"}, [],
         ("26 avril 2019", "2 juin 2019", "3 avril 2019")),
        ("amount", "40 millions d'euros", "40 millions d'euros", {"currency": "EUR"},
         [("amount", "60 millions d'euros", {"currency": "EUR"}),
          ("amount", "9 milliards d'euros", {"currency": "EUR"})],
         ("60 millions d'euros",)),
    ],
)  # fmt: skip
def test_options_are_near_and_wrong(
    stage: Callable[..., Scene],
    fact: Callable[..., Fact],
    kind: str,
    surface: str,
    answer: str,
    more: dict[str, Any],
    others: list[tuple[str, str, dict[str, Any]]],
    first: tuple[str, ...],
) -> None:
    """First those of the deck that are alike, then slips; each of them wrong, and what is far off is none."""
    scene = stage(TEXT, "fr")
    deck = [fact(scene, one, words, **fields) for one, words, fields in others]
    money = "money" if kind == "amount" else kind
    draft = _draft(fact(scene, kind, surface, **more), "De quoi parle-t-on ?", money, answer)
    found = options(draft, scene, deck)
    assert len(found) == 3
    assert found[: len(first)] == first
    assert all(grade(draft.answer, one, Asked("fr")).mark == "wrong" for one in found)
    assert "9 milliards d'euros" not in found


def test_of_lawyers_the_client_is_the_best_option(stage: Callable[..., Scene], fact: Callable[..., Fact]) -> None:
    """Then the others who speak in the article; never an alias, never who is named in the question."""
    scene = stage(TEXT, "fr")
    deck = [
        fact(scene, "quote", "ont parlé", speaker=name)
        for name in ("Marie Arbois", "Ardent", "Paul Grandin", "une voisine")
    ]
    draft = _draft(fact(scene, "quote", "ont ri"), "Qui a ri de Paul Grandin ?", "person", "les avocats de Luc Ardent")
    assert options(draft, scene, deck) == ("Luc Ardent", "Marie Arbois")
    choice = as_choice(draft, scene, deck)
    assert choice is not None
    assert set(choice.answer.options) == {"les avocats de Luc Ardent", "Luc Ardent", "Marie Arbois"}
    assert KINDS["choice"].check(choice.answer, "fr") == ()
    assert choice == as_choice(draft, scene, deck)


def test_numbers_and_dates_stand_in_order(stage: Callable[..., Scene], fact: Callable[..., Fact]) -> None:
    """Their order tells nothing, and disorder would cost time."""
    scene = stage(TEXT, "fr")
    draft = _draft(fact(scene, "date", "3 mai 2019", iso="2019-05-03"), "Quand ?", "date", "3 mai 2019")
    choice = as_choice(draft, scene, ())
    assert choice is not None
    assert choice.answer.options == ("3 avril 2019", "26 avril 2019", "3 mai 2019", "2 juin 2019")


def test_with_fewer_than_two_there_is_no_choice(stage: Callable[..., Scene], fact: Callable[..., Fact]) -> None:
    """One wrong option is a coin; a short name is typed."""
    scene = stage("Luc Ardent a ri.", "fr")
    alone = _draft(fact(scene, "quote", "a ri"), "Qui a ri ?", "person", "Luc Ardent")
    assert options(alone, scene, ()) == ()
    assert as_choice(alone, scene, ()) is None
    full = stage(TEXT, "fr")
    deck = [fact(full, "quote", "ont parlé", speaker=name) for name in ("Marie Arbois", "Paul Grandin")]
    typed = _draft(fact(full, "quote", "ont ri"), "Qui a ri ?", "person", "Luc Ardent")
    assert choices((typed,), full, deck) == ()
