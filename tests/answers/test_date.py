"""Dates are graded by value, at the precision that is asked."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.answers.date import REASONS, check, grade, show
from quiz.answers.verdict import Answer, Asked, Verdict
from quiz.words import load

ROWS = [
    (language, row)
    for language in ("fr", "en")
    for row in yaml.safe_load(
        (Path(__file__).parents[1] / "data" / "answers" / f"date.{language}.yaml").read_text(encoding="utf-8")
    )
]
FRENCH = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
SHORT = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]
ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2199, 12, 31))


def judged(answer, typed, language, **asked):
    """The verdict on a typed text."""
    return grade(Answer("date", answer), typed, Asked(language, **asked))


def written(day, language):
    """A day in the ways that people of a language write it."""
    french, english = FRENCH[day.month - 1], ENGLISH[day.month - 1]
    y, m, d = day.year, day.month, day.day
    numbers = (d, m) if language == "fr" else (m, d)
    return [
        f"{d} {french} {y}",
        f"le {d} {SHORT[day.month - 1]} {y}",
        f"{english} {d}, {y}",
        f"{d} {english} {y}",
        f"{english[:3]}. {d}, {y}" if m != 5 else f"May {d}, {y}",
        f"{y:04d}-{m:02d}-{d:02d}",
        "{:02d}/{:02d}/".format(*numbers) + str(y),
        "{}.{}.".format(*numbers) + str(y),
        "{}-{}-".format(*numbers) + str(y),
    ]


@pytest.mark.parametrize(("language", "row"), ROWS, ids=lambda part: part["typed"] if isinstance(part, dict) else part)
def test_the_table(language, row):
    """Each row of the teachers' tables is judged as it says."""
    answer = Answer("date", row["answer"], accept=tuple(row.get("accept", ())))
    asked = Asked(language, row.get("question", ""), implied_year=row.get("implied_year"))
    verdict = grade(answer, row["typed"], asked)
    codes = [reason.code for reason in verdict.reasons]
    assert (verdict.mark, check(answer, language)) == (row["verdict"], ())
    assert row.get("reason") in [None, *codes]
    assert set(codes) <= set(REASONS)


@pytest.mark.parametrize("language", ["fr", "en"])
@settings(max_examples=30, deadline=None)
@given(day=DAYS)
def test_form_never_changes_a_verdict(language, day):
    """A day is right in every form, whatever the form of the answer, and each form is right as it is shown."""
    forms = written(day, language)
    for answer in forms:
        assert judged(answer, show(Answer("date", answer), language), language) == Verdict("right")
        assert {form: judged(answer, form, language).mark for form in forms} == dict.fromkeys(forms, "right")


@pytest.mark.parametrize("language", ["fr", "en"])
@settings(max_examples=30, deadline=None)
@given(day=DAYS, pick=st.integers(0, 8), place=st.integers(0, 30), digit=st.sampled_from("0123456789"))
def test_a_changed_digit_is_never_right(language, day, pick, place, digit):
    """One digit changed is another date, and never right."""
    form = written(day, language)[pick]
    places = [at for at, char in enumerate(form) if char.isdigit()]
    at = places[place % len(places)]
    if form[at] != digit:
        typed = form[:at] + digit + form[at + 1 :]
        same = typed.replace("/0", "/") == form.replace("/0", "/")
        assert same or judged(written(day, language)[0], typed, language).mark != "right"


@pytest.mark.parametrize("language", ["fr", "en"])
@settings(max_examples=30, deadline=None)
@given(day=DAYS, other=DAYS)
def test_two_days_are_never_both_right(language, day, other):
    """Another day is not right in any form."""
    if day != other:
        for form in written(other, language):
            assert judged(written(day, language)[0], form, language).mark != "right"


@pytest.mark.parametrize(
    ("text", "code"),
    [("la semaine dernière", "relative-date"), ("25 avirl des champs", "not-a-date"), ("30 février 2020", "not-a-date"),
     ("lundi 14 juillet 1789", "weekday-contradicts")],
)  # fmt: skip
def test_an_unreadable_answer_is_named(text, code):
    """The author hears why an answer is no date."""
    assert [reason.code for reason in check(Answer("date", text), "fr")] == [code]


@pytest.mark.parametrize("text", ["14 juillet 1789", "25 avril (2023)", "XIXe siècle", "2021-2022", "lundi", "14h30"])
def test_a_readable_answer_is_fine(text):
    """What can be read as a date needs no remark."""
    assert check(Answer("date", text), "fr") == ()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_reason_can_be_said(language):
    """Every code has its sentence in both languages."""
    sentences = load(language)
    assert [code for code in REASONS if not sentences.has(f"reason.{code}")] == []
