"""What the exam says of drafts: each rule, on sentences that a careful editor would send back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from quiz.answers.verdict import Answer
from quiz.derive.asking.drafts import cloze
from quiz.derive.document import Scene
from quiz.derive.draft import Draft
from quiz.derive.exam import EXAM, examined
from quiz.derive.fact import Fact

ARTICLES = {
    "fr": "La banque Orvane a perdu 40 millions d'euros à Larvac en 2019, puis 90 marins le 3 mai. Luc Ardent et Marie"
    " Arbois l'ont dit à Larvac. L'avocat de Marie Arbois, chez Orvane, redoute la fin.",
    "en": "Orvane Bank lost $40 million in Larvac in 2019, then 90 sailors on May 3. Luc Ardent and Ann Pell said so in"
    " Larvac. Ann Pell of Orvane Bank fears the end.",
}

FR = ("amount", "40 millions d'euros")
EN = ("amount", "$40 million")
#: Language, sentence with its gap, kind of fact, its words, and the code of what is wrong with it ("" if it is fine).
CLOZES = (
    ("fr", "La banque Orvane a perdu {{FR}} à Larvac en 2019.", *FR, ""),
    ("en", "Orvane Bank lost {{EN}} in Larvac in 2019.", *EN, ""),
    ("fr", "Orvane a perdu {{FR}}, oui 40 millions, à Larvac.", *FR, "leak"),
    ("fr", "La banque Orvane a perdu {{money: 41 millions d'euros}} à Larvac.", *FR, "not-in-article"),
    ("fr", "La banque Orvane a perdu {{money: la fin}} de son argent à Larvac.", *FR, "not-its-kind"),
    ("fr", "La banque Orvane aurait perdu {{FR}} à Larvac.", *FR, "hearsay"),
    ("en", "Orvane Bank reportedly lost {{EN}} in Larvac.", *EN, "hearsay"),
    ("fr", "La banque Orvane avait, en {{date: 2019::année}}.", "date", "2019", "broken-grammar"),
    ("fr", "et la banque Orvane a perdu {{FR}} à Larvac.", *FR, "broken-grammar"),
    ("fr", "La banque Orvane, à Larvac, ses {{FR}}, ses marins.", *FR, "broken-grammar"),
    ("fr", "La banque Orvane (à Larvac a perdu {{FR}}.", *FR, "broken-grammar"),
    ("fr", "La banque Orvane a perdu le son {{FR}} à Larvac.", *FR, "broken-grammar"),
    ("fr", "Aide sociale Afin de rester, la banque Orvane a perdu {{FR}} à Larvac.", *FR, "broken-grammar"),
    ("fr", "La banque Orvane de Luc Ardent qui a perdu {{FR}} à Larvac.", *FR, "broken-grammar"),
    ("en", "Orvane Bank lost {{EN}} of its Larvac, Maine.", *EN, "broken-grammar"),
    ("en", "Old Ann Moor of Larvac, took {{EN}} from Orvane Bank.", *EN, "broken-grammar"),
    ("en", "On Conservative (May 2025): Orvane Bank lost {{EN}} in Larvac.", *EN, "broken-grammar"),
    ("en", "Orvane Bank lost {{EN}} on its first bridge in Larvac.", *EN, ""),
    ("en", "Orvane Bank lost {{EN}} on further bridges in Larvac.", *EN, "unresolved"),
    ("fr", "L'avocat de Marie Arbois a perdu {{FR}} à la banque.", *FR, ""),
    ("fr", "Elle a perdu {{FR}} chez Orvane à Larvac.", *FR, "unresolved"),
    ("fr", "Hier, la banque Orvane a perdu {{FR}} à Larvac.", *FR, "unresolved"),
    ("fr", "Orvane y a perdu {{FR}} de recettes.", *FR, "unresolved"),
    ("fr", "Cette décision a coûté {{FR}} à Larvac et Orvane.", *FR, "unresolved"),
    ("fr", "La société a versé à Luc Ardent {{FR}} de primes.", *FR, "unresolved"),
    ("en", "The company paid Luc Ardent {{EN}} in bonuses.", *EN, "unresolved"),
    ("en", "Orvane Bank sold it for {{EN}} in Larvac.", *EN, "unresolved"),
    ("en", "Orvane Bank lost {{EN}} in Larvac last week.", *EN, "unresolved"),
    ("en", "Orvane Bank closed its Larvac branch for {{EN}}.", *EN, ""),
    ("en", "Ann Pell said she lost {{EN}} of savings in Larvac.", *EN, ""),
    ("fr", "Un marin a perdu {{FR}} à Larvac.", *FR, "nameless-subject"),
    ("en", "The end of the year cost Larvac {{EN}}.", *EN, "nameless-subject"),
    ("en", "Old banks lose {{EN}} at least on rainy days.", *EN, "no-anchor"),
    ("fr", "La banque Orvane a perdu entre {{number: 40}} et 90 marins à Larvac.", "count", "90 marins", "ambiguous"),
    ("fr", "La banque Orvane de Larvac en a perdu {{number: 90}}.", "count", "90 marins", "gap-without-unit"),
    ("fr", "La banque Orvane a licencié {{number: 90}} marins à Larvac.", "count", "90 marins", ""),
    ("fr", "Orvane a perdu {{FR}}" + " à Larvac, port de Larvac," * 8 + ".", *FR, "question-length"),
    ("en", "Shares of Orvane Bank of Larvac fell to {{EN}} in Kent.", *EN, "trivial"),
    ("fr", "Le titre de la banque Orvane de Larvac a perdu {{FR}} à Larvac.", *FR, "trivial"),
    ("en", "Ann Moor 41, has lost {{EN}} in Larvac.", *EN, "broken-grammar"),
    ("en", "According to Ann Moor, the mother of three said Orvane Bank lost {{EN}} in Larvac.", *EN, "broken-grammar"),
    ("fr", "Selon Luc Ardent, la Bretonne jure que la banque Orvane a perdu {{FR}}.", *FR, "broken-grammar"),
    ("fr", "La banque Orvane a perdu {{FR}} Les marins de Larvac rient.", *FR, "broken-grammar"),
    ("fr", "À Larvac, chez Orvane, {{number: 90}} ont déjà quitté le port.", "count", "90 marins", "gap-without-unit"),
    ("en", "Orvane Bank of Larvac gave {{EN}} of the money.", *EN, "unresolved"),
    ("fr", "Les exportations vers Larvac ont coûté {{FR}} à Orvane.", *FR, "nameless-subject"),
    ("fr", "Luc Ardent a perdu {{FR}} et espère le récupérer à Larvac.", *FR, "unresolved"),
    ("en", "Sales fell to {{EN}} in Larvac.", *EN, "nameless-subject"),
    ("en", "Sales of Orvane Bank fell to {{EN}} in Larvac.", *EN, ""),
    ("en", "Sales in Larvac fell to {{EN}} in May.", *EN, "nameless-subject"),
    ("fr", "Luc Ardent assure que le préjudice dépasse {{FR}} à Larvac.", *FR, "unresolved"),
    ("fr", "Luc Ardent dort en {{date: 2019::année}}.", "date", "2019", "in-passing"),
)  # fmt: skip


def _examined(draft: Draft, scene: Scene) -> dict[str, float]:
    return {finding.code: finding.cost for finding in examined(draft, scene, (draft,)).findings}


@pytest.mark.parametrize(("language", "text", "kind", "surface", "code"), CLOZES)
def test_a_cloze_is_sent_back_for_what_is_wrong(
    stage: Callable[..., Scene],
    fact: Callable[..., Fact],
    language: str,
    text: str,
    kind: str,
    surface: str,
    code: str,
) -> None:
    """The rule finds it; a sound sentence has no findings at all."""
    scene = stage(ARTICLES[language], language, published="2024-03-13")
    about = fact(scene, kind, surface, iso="2019" if kind == "date" else "")
    text = text.replace("{{FR}}", "{{money: 40 millions d'euros}}").replace("{{EN}}", "{{money: $40 million}}")
    draft = Draft(about, "clause", "", cloze(text), language, surface, 1)
    found = _examined(draft, scene)
    assert (code in found) if code else found == {}
    # Who only wants to know whether it passes is told the same, sooner.
    whole, soon = examined(draft, scene, (draft,)), examined(draft, scene, (draft,), thorough=False)
    assert (soon.score, soon.rejected) == (whole.score, whole.rejected)
    assert whole.rejected or set(soon.findings) == set(whole.findings)


#: Language, frame, question, and the code of what is wrong with it.
QUESTIONS = (
    ("fr", "who", "Qui a dit : « Le port de Larvac nourrit toujours ses marins » ?", ""),
    ("fr", "who", "Qui a dit : « Marie Arbois nourrit toujours les marins de Larvac » ?", "leak"),
    ("fr", "who", "Qui a dit : « Le port nourrit toujours ses marins » ?", "no-anchor"),
    ("fr", "who", "Qui a dit : « Ils y sont, eux, à Larvac » ?", "unresolved"),
    ("fr", "who", "Combien ont dit : « Le port de Larvac nourrit toujours ses marins » ?", "wrong-question-word"),
    ("fr", "fragment", "À propos d'Orvane, qui a employé les mots « nourrit toujours ses marins » ?", "poor-quotation"),
    ("fr", "role", "Qui est ?", "question-length"),
    ("en", "who", "Who said: “The port of Larvac still feeds hungry sailors”?", ""),
    ("en", "who", "When was it said: “The port of Larvac still feeds hungry sailors”?", "wrong-question-word"),
)


@pytest.mark.parametrize(("language", "frame", "question", "code"), QUESTIONS)
def test_a_question_is_sent_back_for_what_is_wrong(
    stage: Callable[..., Scene], fact: Callable[..., Fact], language: str, frame: str, question: str, code: str
) -> None:
    """The rule finds it; a sound question has no findings at all."""
    scene = stage(ARTICLES[language], language)
    who = "Marie Arbois" if language == "fr" else "Ann Pell"
    about = fact(scene, "quote", who)
    found = _examined(Draft(about, frame, question, Answer("person", who), language, who, 1), scene)
    assert (code in found) if code else found == {}


def test_one_context_with_two_values_is_asked_by_neither(
    stage: Callable[..., Scene], fact: Callable[..., Fact]
) -> None:
    """Who knows the one cannot tell it from the other."""
    text = "Orvane a perdu 40 marins à Larvac. Orvane a perdu 90 marins à Larvac."
    scene = stage(text, "fr")
    one, other = (
        Draft(
            fact(scene, "count", f"{count} marins"),
            "clause",
            "",
            cloze(f"Orvane a perdu {{{{number: {count}}}}} marins à Larvac."),
            "fr",
            count,
            1,
        )
        for count in ("40", "90")
    )
    for draft in (one, other):
        assert "ambiguous" in [finding.code for finding in examined(draft, scene, (one, other)).findings]


def test_the_score_is_what_the_findings_leave(stage: Callable[..., Scene], fact: Callable[..., Fact]) -> None:
    """One minus the costs, never below nothing; a cost of one rejects."""
    scene = stage(ARTICLES["fr"], "fr")
    question = "Qui a dit : « Le port nourrit toujours ses marins » ?"
    draft = Draft(
        fact(scene, "quote", "Luc Ardent"), "who", question, Answer("person", "Luc Ardent"), "fr", "Luc Ardent", 1
    )
    passed = examined(draft, scene, (draft,))
    assert passed.score == pytest.approx(1 - sum(finding.cost for finding in passed.findings))
    assert 0 < passed.score < 1
    leaking: Any = examined(replace(draft, question="Luc Ardent, qui est-ce, à Larvac ?"), scene, (draft,))
    assert leaking.rejected
    assert leaking.score == 0


def test_every_rule_says_what_it_is() -> None:
    """The list of rules is read by people too."""
    assert all(rule.__doc__ and rule.__doc__.endswith(".") for rule in EXAM.values())
