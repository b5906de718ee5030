"""Laws of grading numbers and money, for values and spellings that nobody has listed."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.answers import money, number
from quiz.answers.verdict import Answer, Asked

LANGUAGES = st.sampled_from(["fr", "en"])
VALUES = st.one_of(
    st.integers(0, 2_000_000_000),
    st.decimals("0.01", "99999", places=2, allow_nan=False),
    st.integers(1, 999).map(lambda value: value * 1_000_000),
)
MARKS = {"fr": (" ", "\u00a0", "\u202f", "'", ""), "en": (",", " ", "'", "")}
POINT = {"fr": ",", "en": "."}


def figures(value, gap, language):
    """A value in digits, grouped by `gap`, with the decimal sign of a language."""
    whole, _, part = f"{Decimal(value):f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", gap)
    return grouped + (POINT[language] + part if part else "")


def spelled(language):
    """A way to write dollars in a language."""
    sides = ["{} $", "{}$", "${}", "{} dollars", "US${}", "{} USD", "USD {}", "{} US dollars"]
    return st.tuples(st.sampled_from(MARKS[language]), st.sampled_from(sides))


@settings(max_examples=75, deadline=None)
@given(data=st.data(), language=LANGUAGES, value=VALUES)
def test_an_amount_is_right_however_it_is_written(data, language, value):
    """Grouping and the side of the currency never make an amount wrong."""
    (gap, side), (typed_gap, typed_side) = data.draw(spelled(language)), data.draw(spelled(language))
    answer = Answer("money", side.format(figures(value, gap, language)))

    verdict = money.grade(answer, typed_side.format(figures(value, typed_gap, language)), Asked(language))

    assert (verdict.mark, verdict.relative_error) == ("right", 0.0)


@settings(max_examples=75, deadline=None)
@given(data=st.data(), language=LANGUAGES, value=VALUES, other=VALUES)
def test_the_spelling_never_changes_a_verdict(data, language, value, other):
    """Whatever is typed for whatever answer, its spelling has no say."""
    answer = Answer("money", f"{figures(value, '', language)} dollars")
    one, two = data.draw(spelled(language)), data.draw(spelled(language))

    first, second = (
        money.grade(answer, side.format(figures(other, gap, language)), Asked(language)) for gap, side in (one, two)
    )

    assert (first.mark, first.relative_error) == (second.mark, second.relative_error)


@settings(max_examples=100, deadline=None)
@given(data=st.data(), language=LANGUAGES, value=VALUES, kind=st.sampled_from([money, number]))
def test_a_changed_digit_is_never_right(data, language, value, kind):
    """One digit put in the place of another makes another value, which is at best close."""
    written = figures(value, data.draw(st.sampled_from(MARKS[language])), language) + " dollars" * (kind is money)
    places = [place for place, char in enumerate(written) if char.isdigit()]
    place = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from([each for each in "0123456789" if each != written[place]]))
    typed = written[:place] + digit + written[place + 1 :]

    assert kind.grade(Answer("", written), typed, Asked(language)).mark != "right"


@settings(max_examples=100, deadline=None)
@given(language=LANGUAGES, one=VALUES, other=VALUES, bound=st.sampled_from(["", "plus de ", "about ", "at least "]))
def test_two_values_are_never_both_right(language, one, other, bound):
    """A value is right for an answer only if it is the answer's value."""
    answer = Answer("number", bound + figures(one, "", language))

    mark = number.grade(answer, figures(other, "", language), Asked(language)).mark

    assert (mark == "right") == (Decimal(one) == Decimal(other))


@settings(max_examples=100, deadline=None)
@given(typed=st.text(max_size=30), language=LANGUAGES, kind=st.sampled_from([money, number]))
def test_anything_can_be_typed(typed, language, kind):
    """No text makes grading fail; the answer as it is shown is right."""
    kind.grade(Answer("", "12 $"), typed, Asked(language, typed))
    kind.grade(Answer("", typed), "12 $", Asked(language))
    kind.check(Answer("", typed), language)

    assert kind.grade(Answer("", typed), kind.show(Answer("", typed), language), Asked(language)).mark == "right"


@pytest.mark.parametrize(
    ("kind", "answer", "code"),
    [
        (money, "beaucoup", "no-amount"),
        (money, "12 %", "no-amount"),
        (money, "42 000", "currency-unsaid"),
        (number, "beaucoup", "no-number"),
        (number, "GPT-4", "no-number"),
        (number, "1.1.2", "no-number"),
    ],
)
def test_what_cannot_be_graded_by_value_is_said(kind, answer, code):
    """An author learns that an answer does not read as its kind."""
    assert [reason.code for reason in kind.check(Answer("", answer), "fr")] == [code]


def test_the_error_has_a_sign():
    """Too little is below nought, too much above; of nothing there is no share."""
    asked = Asked("en")

    assert number.grade(Answer("number", "200"), "150", asked).relative_error == -0.25
    assert number.grade(Answer("number", "200"), "250", asked).relative_error == 0.25
    assert number.grade(Answer("number", "0"), "5", asked).relative_error is None


def test_the_scale_is_told():
    """A wrong power of ten comes with the power, which is negative where too little was typed."""
    verdict = money.grade(Answer("money", "$12 billion"), "$12 million", Asked("en"))

    assert verdict.reasons[0].facts == {"power": -3, "times": 1000}
