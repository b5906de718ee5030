"""Clauses that say too little alone, asked with the headline of their story."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quiz.derive.asking import asked
from quiz.derive.choose import ENOUGH
from quiz.derive.document import Scene
from quiz.derive.exam import examined
from quiz.derive.fact import Fact

TITLE = {
    "fr": "Une passerelle cède au-dessus du port de Larvac",
    "en": "Two hurt as footbridge gives way at Larvac Quarry",
}
LEAD = {
    "fr": "Dans l'article «\u00a0Une passerelle cède au-dessus du port de Larvac\u00a0» (mars 2024), ",
    "en": "In the story “Two hurt as footbridge gives way at Larvac Quarry” (March 2024), ",
}
#: A headline stands for an article that has its words.
REST = {
    "fr": " La passerelle a cédé dans la nuit, entre la gare et le quai, sur Larvac.",
    "en": " The footbridge at Larvac Quarry gave way at noon, and two were hurt.",
}
#: Language, text, kind, surface, whose claim it is, and how it is asked: behind the headline, or (with a name) without.
CLAUSES = (
    ("en", "A new bridge would cost £410,000.", "amount", "£410,000", "",
     "a new bridge would cost {{money: £410,000}}."),
    ("en", "Ann Moor said that 40 signs had been removed.", "count", "40 signs", "Ann Moor",
     "Ann Moor said that {{number: 40}} signs had been removed."),
    ("en", "The footbridge was built in 1986.", "date", "1986", "",
     "the footbridge was built in {{date: 1986::year}}."),
    ("en", "Marie Orvane gave 2 million pounds to old sailors.", "amount", "2 million pounds", "",
     "Marie Orvane gave {{money: 2 million pounds}} to old sailors."),
    ("fr", "Luc Ardent précise cependant que 15 000 boulons seront remplacés.", "count", "15 000 boulons", "Luc Ardent",
     "Luc Ardent précise que {{number: 15 000}} boulons seront remplacés."),
    ("en", "Dr. Alan Teag came. He allowed that he had been paid £650 by sailors.", "amount", "£650", "Alan Teag",
     "Alan Teag allowed that he had been paid {{money: £650}} by sailors."),
    ("fr", "Il manque 260 boulons, selon Luc Ardent.", "count", "260 boulons", "Luc Ardent",
     "il manque {{number: 260}} boulons, selon Luc Ardent."),
    ("fr", "Le feu a brûlé 260 boulons. Ronan Le Bihan pleure.", "count", "260 boulons", "",
     "le feu a brûlé {{number: 260}} boulons."),
    ("fr", "Le préjudice des marins du port dépasse 260 000 euros.", "amount", "260 000 euros", "",
     "le préjudice des marins du port dépasse {{money: 260 000 euros}}."),
    ("fr", "Le chantier est évalué à 1,2 million d'euros.", "amount", "1,2 million d'euros", "",
     "le chantier est évalué à {{money: 1,2 million d'euros}}."),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text", "kind", "surface", "by", "expected"), CLAUSES)
def test_a_clause_that_names_no_thing_is_asked_with_its_headline(
    stage: Callable[..., Scene],
    fact: Callable[..., Fact],
    language: str,
    text: str,
    kind: str,
    surface: str,
    by: str,
    expected: str,
) -> None:
    """The headline and the month stand before it; alone it does not pass the exam."""
    scene = stage(text + REST[language], language, published="2024-03-13", title=TITLE[language])
    more = {"iso": "1986"} if kind == "date" else {}
    drafts = asked([fact(scene, kind, surface, attribution=by, **more)], scene)
    passed = [examined(one, scene, drafts) for one in drafts]

    assert LEAD[language] + expected in [one.answer.text for one in passed if one.score >= ENOUGH]
    assert not any(one.frame == "clause" and one.score >= ENOUGH for one in passed)


#: Language, text, kind, surface: they name what they are about, or hang on more than a headline says.
OTHERS = (
    ("en", "Orvane Bank lost £410,000 in Kent.", "amount", "£410,000"),
    ("fr", "La banque Orvane a perdu 3 millions d'euros.", "amount", "3 millions d'euros"),
    ("fr", "Luc Ardent a perdu 3 millions d'euros à Sauverny.", "amount", "3 millions d'euros"),
)


@pytest.mark.parametrize(("language", "text", "kind", "surface"), OTHERS)
def test_a_clause_with_a_name_stands_alone(
    stage: Callable[..., Scene], fact: Callable[..., Fact], language: str, text: str, kind: str, surface: str
) -> None:
    """What names a body or a place needs no headline."""
    scene = stage(text + REST[language], language, published="2024-03-13", title=TITLE[language])

    assert "story" not in [one.frame for one in asked([fact(scene, kind, surface)], scene)]


def test_a_headline_tells_which_thing_is_meant(stage: Callable[..., Scene], fact: Callable[..., Fact]) -> None:
    """The bridge is that of the headline; "the report" is told nowhere, and "it" neither."""
    text = (
        "The bridge cost good old sailors £9,000. The report cost good old sailors £8,000. It cost old sailors £7,000."
    )
    scene = stage(text + REST["en"], published="2024-03-13", title=TITLE["en"])
    found = {}
    for sum_ in ("£9,000", "£8,000", "£7,000"):
        for one in asked([fact(scene, "amount", sum_)], scene):
            if one.frame == "story":
                found[sum_] = examined(one, scene, ()).rejected

    assert found == {"£9,000": False, "£8,000": True, "£7,000": True}


def test_a_title_that_asks_or_says_little_is_no_headline(
    stage: Callable[..., Scene], fact: Callable[..., Fact]
) -> None:
    """Without a headline that could stand in a sentence there is no such question."""
    for title in ("", "Bridge falls", "Who will pay for the bridge at Larvac Quarry?"):
        scene = stage("A new bridge would cost £410,000." + REST["en"], published="2024-03-13", title=title)
        assert "story" not in [one.frame for one in asked([fact(scene, "amount", "£410,000")], scene)]
