"""The tables of verdicts in tests/data/answers: a teacher adds a row, this judges it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from quiz.answers import grade
from quiz.answers.verdict import Answer, Asked, Other

TABLES = Path(__file__).parent.parent / "data" / "answers"
KINDS = ("answer", "person", "quote", "choice", "list", "cloze")


def rows():
    """Every row of every table."""
    for kind in KINDS:
        for language in ("fr", "en"):
            text = (TABLES / f"{kind}.{language}.yaml").read_text(encoding="utf-8")
            for row in yaml.load(text, Loader=yaml.BaseLoader):
                name = f"{kind}.{language}: {row.get('answer') or row.get('items')} <- {row['typed']}"
                yield pytest.param(kind, language, row, id=name)


def other(entry):
    """Another card of the deck: a text is a plain answer."""
    kind, text = ("answer", entry) if isinstance(entry, str) else (entry["kind"], entry["answer"])
    return Other(f"card of {text}", f"the question of {text}", Answer(kind, text))


@pytest.mark.parametrize(("kind", "language", "row"), list(rows()))
def test_row(kind, language, row):
    """Each row of the tables gets the verdict, and the reason, that it names."""
    answer = Answer(
        kind,
        row.get("answer", ""),
        items=tuple(row.get("items", ())),
        accept=tuple(row.get("accept", ())),
        options=tuple(row.get("options", ())),
        ordered=row.get("ordered") == "true",
    )
    others = tuple(other(entry) for entry in row.get("others", ()))
    asked = Asked(language=language, question=row.get("question", ""), others=others)

    verdict = grade(answer, row["typed"], asked)

    assert (row["verdict"], row.get("reason", "")) == (
        verdict.mark,
        next((reason.code for reason in verdict.reasons if reason.code == row.get("reason")), ""),
    ), verdict


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_tables_are_full(kind, language):
    """Each table has forty rows or more, of all three marks."""
    text = (TABLES / f"{kind}.{language}.yaml").read_text(encoding="utf-8")
    found = yaml.load(text, Loader=yaml.BaseLoader)

    assert len(found) >= 40
    assert {"right", "close", "wrong"} == {row["verdict"] for row in found}
