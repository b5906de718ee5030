"""What is told twice is one fact; two values of one thing are a contradiction."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quiz.article import Article
from quiz.derive.fact import Fact
from quiz.derive.passages import document
from quiz.derive.told import Merged, merged

Row = tuple[str, str, str, dict[str, object]]


def told(rows: list[Row], texts: dict[str, str], language: str = "en") -> Merged:
    """Merge facts given as (article, kind, surface, other fields); a surface is found where it first stands."""
    documents = {key: document(Article(text), key, language=language) for key, text in texts.items()}
    facts = []
    for key, kind, surface, fields in rows:
        start = texts[key].index(surface)
        read = documents[key]
        blank = Fact(
            kind,  # type: ignore[arg-type]
            start,
            start + len(surface),
            surface,
            read.passage_at(start).number,
            read.sentence_at(start),
            surface,
            article=key,
        )
        facts.append(replace(blank, **fields))
    return merged(facts, documents)


def surfaces(merged: Merged) -> list[list[str]]:
    """The groups of facts, each with its best place first."""
    return [[one.fact.surface, *(other.surface for other in one.others)] for one in merged.told]


WIRE = (
    "The mill in Harlow Bridge will close in June with the loss of 412 jobs, the owner said. The site opened in 1931."
)
LOCAL = "In Harlow Bridge, 460 jobs will go when the mill closes in June. The mill's site opened its gates in 1931."


@pytest.mark.parametrize(
    ("rows", "groups"),
    [
        ([("a", "date", "1931", {}), ("b", "date", "1931", {})], [["1931", "1931"]]),
        ([("a", "date", "June", {"value": "06"}), ("b", "date", "1931", {})], [["June"], ["1931"]]),
        (
            [("a", "count", "412 jobs", {"value": "412"}), ("b", "count", "460 jobs", {"value": "460"})],
            [["412 jobs"], ["460 jobs"]],
        ),
    ],
)  # fmt: skip
def test_one_fact_in_two_articles(rows: list[Row], groups: list[list[str]]) -> None:
    """The same value said of the same thing is one fact with two places; another value is another fact."""
    assert surfaces(told(rows, {"a": WIRE, "b": LOCAL})) == groups


def test_two_values_of_one_thing() -> None:
    """Two counts of the same jobs contradict each other."""
    rows: list[Row] = [
        ("a", "count", "412 jobs", {"value": "412", "unit": "jobs"}),
        ("b", "count", "460 jobs", {"value": "460", "unit": "jobs"}),
    ]

    pairs = told(rows, {"a": WIRE, "b": LOCAL}).contradictions

    assert [(pair.one.surface, pair.other.surface) for pair in pairs] == [("412 jobs", "460 jobs")]


SERIES = (
    "Sales of the harbour museum shop reached $3 million in 2022. "
    "Sales of the harbour museum shop reached $4 million in 2023."
)
STEPS = (
    "The pass for the museum costs $12 a month. The family pass for the museum garden and the tower costs $30 a month."
)

POSTS = (
    "The sea took the pier.\n— Ann Moor (@annmoor) April 19, 2023\nWe shall build it again, higher.\n"
    "— Ann Moor (@annmoor) February 17, 2023\nThe town heard her and began to build the pier in the autumn."
)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            SERIES,
            [
                ("a", "amount", "$3 million", {"value": "3000000", "currency": "USD"}),
                ("a", "date", "2022", {}),
                ("a", "amount", "$4 million", {"value": "4000000", "currency": "USD"}),
                ("a", "date", "2023", {}),
            ],
        ),
        (
            STEPS,
            [
                ("a", "price", "$12", {"value": "12", "currency": "USD", "subject": "the pass"}),
                ("a", "price", "$30", {"value": "30", "currency": "USD", "subject": "the family ticket"}),
            ],
        ),
        (
            "More than 400 people filled the old hall in Larne. Some 450 people filled the old hall in Larne.",
            [
                ("a", "count", "400 people", {"value": "400", "unit": "people", "bound": "above"}),
                ("a", "count", "450 people", {"value": "450", "unit": "people", "bound": "about"}),
            ],
        ),
        (
            POSTS,
            [
                ("a", "date", "April 19, 2023", {"value": "2023-04-19"}),
                ("a", "date", "February 17, 2023", {"value": "2023-02-17"}),
            ],
        ),
    ],
    ids=["another year", "another thing", "another bound", "another post"],
)  # fmt: skip
def test_two_values_that_agree(text: str, rows: list[Row]) -> None:
    """A series, two things and two bounds are no contradictions."""
    assert told(rows, {"a": text}).contradictions == ()


BODY = "“We will not sell the boats before the winter,” said Ann Moor."


def test_the_best_place_is_in_the_body() -> None:
    """A quotation is asked from the body, in full, with its speaker; the summary is another place."""
    text = f"• “We will not sell the boats”\n{BODY}"
    rows: list[Row] = [
        ("a", "quote", "We will not sell the boats", {"summary": True}),
        ("a", "quote", "We will not sell the boats before the winter", {"speaker": "Ann Moor"}),
    ]

    (one,) = told(rows, {"a": text}).told

    assert one.fact.speaker == "Ann Moor"
    assert [other.summary for other in one.others] == [True]
