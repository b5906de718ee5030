"""Events to put in order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quiz.answers.kinds import KINDS, grade
from quiz.answers.verdict import Asked
from quiz.derive.asking import asked
from quiz.derive.document import Scene
from quiz.derive.exam import examined
from quiz.derive.fact import Fact
from quiz.derive.timeline import timeline

FR = (
    "Le musée Orvane a acheté un phare en 2011. Luc Ardent a fermé le théâtre municipal de Larvac en 1998. "
    "La banque Arbois a construit une école le 3 mai 2004. Marie Arbois a brûlé trois ponts à Rennes depuis 2015."
)
EN = (
    "Orvane Bank bought a lighthouse in 2011. Ann Pell closed the Larvac theatre in 1998. Larvac College built a "
    "school on May 3, 2004."
)


@pytest.mark.parametrize(
    ("language", "text", "dates", "events"),
    [
        ("fr", FR, {"2011": "2011", "1998": "1998", "3 mai 2004": "2004-05-03", "2015": "2015"},
         ("Luc Ardent a fermé le théâtre municipal de Larvac", "La banque Arbois a construit une école",
          "Le musée Orvane a acheté un phare")),
        ("en", EN, {"2011": "2011", "1998": "1998", "May 3, 2004": "2004-05-03"},
         ("Ann Pell closed the Larvac theatre", "Larvac College built a school", "Orvane Bank bought a lighthouse")),
    ],
)  # fmt: skip
def test_three_dated_events_are_put_in_order(
    stage: Callable[..., Scene],
    fact: Callable[..., Fact],
    language: str,
    text: str,
    dates: dict[str, str],
    events: tuple[str, ...],
) -> None:
    """The letters stand in the order of time; what goes on since a date is no event; the card passes the exam."""
    scene = stage(text, language)
    drafts = asked([fact(scene, "date", words, iso=iso) for words, iso in dates.items()], scene)
    passed = tuple(examined(draft, scene, drafts) for draft in drafts)
    draft = timeline(passed, scene)
    assert draft is not None
    places = [
        draft.question.index(f"{letter}. {event}") for letter, event in zip(draft.answer.items, events, strict=True)
    ]
    assert len(set(places)) == 3
    assert draft.answer.ordered
    assert not any(char.isdigit() for char in draft.question)
    assert KINDS["list"].check(draft.answer, language) == ()
    assert grade(draft.answer, " ".join(draft.answer.items).lower(), Asked(language)).mark == "right"
    assert examined(draft, scene, passed).findings == ()


def test_dates_without_an_order_make_none(stage: Callable[..., Scene], fact: Callable[..., Fact]) -> None:
    """A year and a month in it cannot be ordered, and two events are no list."""
    text = FR.replace("en 1998", "en mai 2011")
    scene = stage(text, "fr")
    facts = [
        fact(scene, "date", words, iso=iso)
        for words, iso in (("2011", "2011"), ("mai 2011", "2011-05"), ("3 mai 2004", "2004-05-03"))
    ]
    drafts = asked(facts, scene)
    assert timeline(tuple(examined(draft, scene, drafts) for draft in drafts), scene) is None
