"""The tables of money and numbers: rows of answer, typed and verdict that a teacher can extend."""

from pathlib import Path

import pytest
import yaml

from quiz.answers import money, number
from quiz.answers.amount import REASONS
from quiz.answers.verdict import Answer, Asked
from quiz.words import load

TABLES = Path(__file__).parents[1] / "data" / "answers"
KINDS = {"money": money, "number": number}
ROWS = [
    (kind, language, row)
    for kind in KINDS
    for language in ("fr", "en")
    for row in yaml.safe_load((TABLES / f"{kind}.{language}.yaml").read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(
    ("kind", "language", "row"), ROWS, ids=[f"{kind}-{lang}-{row['answer']}-{row['typed']}" for kind, lang, row in ROWS]
)
def test_row(kind, language, row):
    """The typed text is judged as the row says, for the reason that it names."""
    answer = Answer(kind, row["answer"], accept=tuple(row.get("accept", ())))

    verdict = KINDS[kind].grade(answer, row["typed"], Asked(language, row.get("question", "")))

    codes = [reason.code for reason in verdict.reasons]
    assert (verdict.mark, row["verdict"]) == (row["verdict"], verdict.mark), codes
    assert row.get("reason") in (None, *codes)
    assert set(codes) <= set(REASONS)


@pytest.mark.parametrize(("kind", "language", "row"), ROWS)
def test_the_answers_of_the_tables_are_fine(kind, language, row):
    """Every answer of the tables reads as its kind, and is right as it is shown."""
    answer = Answer(kind, row["answer"])

    assert KINDS[kind].check(answer, language) == ()
    assert KINDS[kind].grade(answer, KINDS[kind].show(answer, language), Asked(language)).mark == "right"


def test_every_reason_can_be_said():
    """Each reason has its sentence in both languages, and the sentence names no fact that is not given."""
    facts = {"percent": 2.5, "times": 1000, "power": 3, "answer": "42", "typed": "24"}

    for language in ("en", "fr"):
        words = load(language)
        for code, names in REASONS.items():
            assert words.say(f"reason.{code}", **{name: facts[name] for name in names})
