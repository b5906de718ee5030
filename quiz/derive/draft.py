"""A question that is not yet accepted: the fact it asks, its words, its answer, and what the exam said of it."""

from __future__ import annotations

from dataclasses import dataclass

from quiz.answers.verdict import Answer
from quiz.derive.fact import Fact


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule of the exam said: its code, how many points of 1 it costs (1 rejects), and the words at fault."""

    code: str
    cost: float
    words: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """One question on one fact (`fact`); `others` tell the same elsewhere and are further evidence.

    `frame` names the template that made it. A cloze has its sentence with `{{gap}}` in `answer.text` and "" as its
    question. `score` is 1 minus what the exam's findings cost, never below 0; a draft with a finding of cost 1 is
    rejected. `words` are the few words of the article that prove the answer, as they stand in one line of it.
    """

    fact: Fact
    frame: str
    question: str
    answer: Answer
    language: str
    words: str
    paragraph: int
    others: tuple[Fact, ...] = ()
    note: str = ""
    tags: tuple[str, ...] = ()
    score: float = 1.0
    findings: tuple[Finding, ...] = ()
    id: str = ""

    @property
    def rejected(self) -> bool:
        """Whether a rule of the exam forbids it."""
        return any(finding.cost >= 1 for finding in self.findings)
