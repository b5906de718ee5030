"""The exam of drafts: each rule a function that says what it finds, or nothing; what it costs is in the finding."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from quiz.derive.document import Scene
from quiz.derive.draft import Draft, Finding
from quiz.derive.exam import rules, standing, worth

Rule = Callable[[Draft, Scene, Sequence[Draft]], Finding | None]

#: Every rule by its code, what rejects first.
EXAM: Final[dict[str, Rule]] = {
    "leak": rules.leak,
    "boilerplate": rules.boilerplate,
    "not-in-article": rules.not_in_article,
    "not-its-kind": rules.not_its_kind,
    "hearsay": rules.hearsay,
    "broken-grammar": rules.broken_grammar,
    "unresolved": standing.unresolved,
    "nameless-subject": standing.nameless_subject,
    "no-anchor": standing.no_anchor,
    "ambiguous": standing.ambiguous,
    "not-one-fact": worth.not_one_fact,
    "gap-without-unit": worth.gap_without_unit,
    "long-answer": rules.long_answer,
    "question-length": rules.question_length,
    "wrong-question-word": rules.wrong_question_word,
    "presumes-now": worth.presumes_now,
    "trivial": worth.trivial,
    "in-passing": worth.in_passing,
    "poor-quotation": worth.poor_quotation,
}


#: In this order a draft that will be rejected is so soonest: what rejects much and takes little time comes first.
_SOONEST: Final = tuple(
    EXAM[code]
    for code in sorted(
        EXAM,
        key=(
            "gap-without-unit", "poor-quotation", "trivial", "presumes-now", "question-length", "nameless-subject",
            "unresolved", "no-anchor", "hearsay", "not-one-fact", "boilerplate", "long-answer", "wrong-question-word",
            "in-passing", "not-its-kind", "broken-grammar", "leak", "not-in-article", "ambiguous",
        ).index,
    )
)  # fmt: skip


def examined(draft: Draft, scene: Scene, drafts: Sequence[Draft], *, thorough: bool = True) -> Draft:
    """The draft with what every rule found and its score; unless `thorough`, no rule is asked after one rejects it."""
    findings: tuple[Finding, ...] = ()
    for rule in EXAM.values() if thorough else _SOONEST:
        if (found := rule(draft, scene, drafts)) is not None:
            findings = (*findings, found)
            if found.cost >= 1 and not thorough:
                break
    return replace(draft, findings=findings, score=max(0.0, round(1 - sum(found.cost for found in findings), 3)))
