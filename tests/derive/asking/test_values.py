"""Values asked in their clause, or by a question that was turned out of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quiz.derive.asking import asked
from quiz.derive.document import Scene
from quiz.derive.fact import Fact

#: Language, text, kind, surface, more of the fact, and one of the sentences that ask it.
ASKED: tuple[tuple[str, str, str, str, dict[str, Any], str], ...] = (
    ("fr", "La banque Orvane a perdu plus de 3 millions d'euros à Larvac.", "amount", "plus de 3 millions d'euros", {},
     "La banque Orvane a perdu {{money: plus de 3 millions d'euros}} à Larvac."),
    ("fr", "Le port de Larvac a ouvert le jeudi 23 novembre, à 19 heures.", "date", "jeudi 23 novembre, à 19 heures",
     {"iso": "2023-11-23", "implied": True},
     "Le port de Larvac a ouvert le jeudi {{date: 23 novembre (2023)::jour et mois}}, à 19 heures."),
    ("fr", "Plus de 17 500 marins de Larvac ont signé.", "count", "Plus de 17 500 marins", {},
     "{{number: Plus de 17 500}} marins de Larvac ont signé."),
    ("fr", "La grève d'Orvane a également coûté mardi 40 % des recettes.", "percent", "40 %", {},
     "La grève d'Orvane a coûté {{number: 40\u00a0%::pourcentage}} des recettes."),
    ("fr", "La banque Orvane a perdu 3 millions d'euros à Larvac l'an dernier.", "amount", "3 millions d'euros", {},
     "La banque Orvane a perdu {{money: 3 millions d'euros}} à Larvac en 2023."),
    ("fr", "La banque Orvane a perdu 3 millions d'euros.", "amount", "3 millions d'euros",
     {"attribution": "Luc Ardent"},
     "Selon Luc Ardent, la banque Orvane a perdu {{money: 3 millions d'euros}}."),
    ("en", "On Tuesday Orvane Bank also told us it lost about $3 million in Kent.", "amount", "about $3 million", {},
     "Orvane Bank said it lost {{money: about $3 million}} in Kent."),
    ("fr", "Luc Ardent rappelle cependant que la banque Orvane a perdu 3 millions d'euros.", "amount",
     "3 millions d'euros", {},
     "Luc Ardent rappelle que la banque Orvane a perdu {{money: 3 millions d'euros}}."),
    ("en", "Orvane Bank cover rose from 12% to 31% in Kent.", "percent", "31%", {},
     "Orvane Bank cover rose from 12% to {{number: 31%::percentage}} in Kent."),
    ("fr", "Son rival, Luc Ardent, neveu du banquier, chiffre les pertes d'Orvane à 3 millions d'euros.", "amount",
     "3 millions d'euros", {},
     "Luc Ardent, neveu du banquier, chiffre les pertes d'Orvane à {{money: 3 millions d'euros}}."),
    ("en", "Orvane Bank serves 2.3 million homes from Dover to Hythe.", "count", "2.3 million homes", {},
     "How many homes does Orvane Bank serve from Dover to Hythe?"),
    ("en", "Orvane Bank paid $40 million for a bridge in Kent.", "amount", "$40 million", {},
     "How much did Orvane Bank pay for a bridge in Kent?"),
    ("en", "Orvane Bank bought two Kent bridges on May 3, 2019.", "date", "May 3, 2019", {"iso": "2019-05-03"},
     "On what date (month, day and year) did Orvane Bank buy two Kent bridges?"),
    ("en", "Orvane Bank was sold in 2019.", "date", "2019", {"iso": "2019"}, "In what year was Orvane Bank sold?"),
    ("en", "In September, Orvane Bank opened a bridge in Kent.", "date", "September",
     {"iso": "2023-09", "implied": True},
     "In which month of 2023 did Orvane Bank open a bridge in Kent?"),
    ("fr", "Marie Orvane a fondé une école à Larvac en 1998.", "date", "1998", {"iso": "1998"},
     "En quelle année Marie Orvane a-t-elle fondé une école à Larvac\u00a0?"),
    ("fr", "La Fédération Orvane a quitté Larvac le 3 mai.", "date", "3 mai", {"iso": "2024-05-03", "implied": True},
     "En 2024, à quelle date (jour et mois) la Fédération Orvane a-t-elle quitté Larvac\u00a0?"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text", "kind", "surface", "more", "expected"), ASKED)
def test_a_value_is_asked_in_correct_sentences(
    stage: Callable[..., Scene],
    fact: Callable[..., Fact],
    language: str,
    text: str,
    kind: str,
    surface: str,
    more: dict[str, Any],
    expected: str,
) -> None:
    """The sentence is among those that are drafted, word for word."""
    after = {"fr": " Luc Ardent et Marie Orvane vivent à Larvac.", "en": " Luc Ardent likes Kent, Dover and Hythe."}
    scene = stage(text + after[language], language, published="2024-06-10")
    drafts = asked([fact(scene, kind, surface, **more)], scene)
    assert expected in [draft.question or draft.answer.text for draft in drafts]


def test_a_value_that_was_said_is_asked_in_the_words_of_its_speaker(
    stage: Callable[..., Scene], fact: Callable[..., Fact]
) -> None:
    """Of a quotation the sentence with the value is shown, after the name."""
    scene = stage("« Il pleut. Le pont de Larvac a coûté 90 millions d'euros », a dit Luc Ardent.", "fr")
    words = "Il pleut. Le pont de Larvac a coûté 90 millions d'euros"
    facts = [fact(scene, "quote", words, said_by="Luc Ardent"), fact(scene, "amount", "90 millions d'euros")]
    said = [draft.answer.text for draft in asked(facts, scene) if draft.frame == "quoted-value"]
    assert said == ["Luc Ardent\u00a0: «\u00a0Le pont de Larvac a coûté {{money: 90 millions d'euros}}\u00a0»"]


def test_nothing_is_asked_of_headings_and_biographies(stage: Callable[..., Scene], fact: Callable[..., Fact]) -> None:
    """A passage that tells nothing gives no draft."""
    scene = stage("Luc Ardent a vendu 40 bateaux à Larvac.\n\nLire aussi : Orvane a vendu 90 ponts à Larvac", "fr")
    telling = [passage.telling for passage in scene.document.passages]
    drafts = asked([fact(scene, "count", "40 bateaux"), fact(scene, "count", "90 ponts")], scene)
    assert telling == [True, False]
    assert {draft.paragraph for draft in drafts} == {1}
