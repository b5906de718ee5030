"""What comes before all kinds, what comes after, and the laws that every kind keeps."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.answers import KINDS, grade, kind_of
from quiz.answers.reasons import REASONS
from quiz.answers.verdict import KIND_NAMES, Answer, Asked, Former, Other
from quiz.words import load

#: One answer of each kind and more, in both languages.
ANSWERS = [
    ("fr", Answer("answer", "la photosynthèse")),
    ("fr", Answer("answer", "mer (Méditerranée)")),
    ("fr", Answer("person", "Emmanuel Macron")),
    ("fr", Answer("person", "les avocats d'Elon Musk")),
    ("en", Answer("person", "Organisation of Petroleum Exporting Countries (OPEC)")),
    ("fr", Answer("date", "14 juillet 1789")),
    ("en", Answer("date", "July 14, 1789")),
    ("fr", Answer("money", "1,2 milliard d'euros")),
    ("en", Answer("money", "more than $12 billion")),
    ("fr", Answer("number", "-5")),
    ("en", Answer("number", "10 percent")),
    ("fr", Answer("quote", "Je pense, donc je suis")),
    ("en", Answer("quote", "I have a dream")),
    ("fr", Answer("choice", "Lyon", options=("Paris", "Lyon"))),
    ("fr", Answer("list", "", items=("eau, gaz et électricité", "internet"))),
    ("en", Answer("list", "", items=("red", "3 March 2024", "$5"), ordered=True)),
    ("fr", Answer("cloze", "La {{Bastille}} fut prise le {{14 juillet 1789}}.", items=("Bastille", "14 juillet 1789"))),
]
#: Ways of writing the same: each must leave every verdict as it is.
DISGUISES = {
    "capitals": str.upper,
    "small letters": str.lower,
    "spaces around": lambda text: f"  {text} ",
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "double spaces": lambda text: text.replace(" ", "  "),
    "curly apostrophes": lambda text: text.replace("'", "’"),
    "decomposed accents": lambda text: __import__("unicodedata").normalize("NFD", text),
}


def test_every_kind_is_registered() -> None:
    """The registry holds exactly the kinds that a deck can write."""
    assert tuple(KINDS) == KIND_NAMES


@pytest.mark.parametrize(("language", "answer"), ANSWERS, ids=lambda value: getattr(value, "kind", value))
def test_what_is_shown_is_right(language: str, answer: Answer) -> None:
    """Whoever types the answer as it is shown is right, and the answer has no fault."""
    asked = Asked(language=language)

    assert grade(answer, KINDS[answer.kind].show(answer, language), asked).mark == "right"
    assert KINDS[answer.kind].check(answer, language) == ()


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=list(DISGUISES))
@pytest.mark.parametrize(("language", "answer"), ANSWERS, ids=lambda value: getattr(value, "kind", value))
def test_dress_does_not_count(language: str, answer: Answer, disguise) -> None:
    """Case, accents' encoding, spaces and the style of apostrophes never change a verdict."""
    shown = KINDS[answer.kind].show(answer, language)

    assert grade(answer, disguise(shown), Asked(language=language)).mark == "right"


@pytest.mark.parametrize(
    "typed", ["", "   ", "?", "??", "idk", "I don’t know", "Je ne sais pas.", "JE SAIS PAS", "\u00a0"]
)
@pytest.mark.parametrize(("language", "answer"), ANSWERS, ids=lambda value: getattr(value, "kind", value))
def test_nothing_is_wrong(language: str, answer: Answer, typed: str) -> None:
    """Nothing typed, or "I don't know", is wrong without analysis, whatever the kind."""
    verdict = grade(answer, typed, Asked(language=language))

    assert (verdict.mark, [one.code for one in verdict.reasons], verdict.diff) == ("wrong", ["nothing-typed"], ())


@pytest.mark.parametrize(
    "piece", ["a: ", "(a) ", "it's ", ", ", "-> ", "1. ", "because ", "vingt et ", "\x1b[31m", "💊"]
)
@pytest.mark.parametrize(("language", "answer"), ANSWERS)
def test_a_pasted_page_is_judged(language: str, answer: Answer, piece: str) -> None:
    """A thing typed a thousand times over is judged as anything else, and is not right."""
    assert grade(answer, piece * 1000, Asked(language)).mark != "right"


@settings(max_examples=30, deadline=None)
@given(typed=st.text(max_size=60))
def test_grading_never_fails(typed: str) -> None:
    """Whatever is typed gets a verdict whose reasons can be said in both languages."""
    for language, answer in ANSWERS:
        verdict = grade(answer, typed, Asked(language=language, others=(Other("2", "?", Answer("person", "Ann Lee")),)))

        for reason in verdict.reasons:
            assert set(REASONS[reason.code]) <= set(reason.facts)
            for words in (load("en"), load("fr")):
                assert words.say(f"reason.{reason.code}", **reason.facts)


WORDS = st.sampled_from(
    ["Paris", "Lyon", "Macron", "Brigitte Macron", "14 mars 1990", "-5", "5", "$5", "5 €", "GPT-4", "GPT-3"]
)


@settings(max_examples=75, deadline=None)
@given(one=WORDS, two=WORDS, kind=st.sampled_from(["answer", "quote", "choice"]))
def test_two_values_are_never_both_right(one: str, two: str, kind: str) -> None:
    """Of two different values at most one is right."""
    answer = Answer(kind, one, options=(one, two) if kind == "choice" else ())
    verdict = grade(answer, two, Asked())

    assert (one == two) == (verdict.mark == "right")


@settings(max_examples=75, deadline=None)
@given(st.text("abcdefghij", min_size=4, max_size=9), st.text("abcdefghij", min_size=4, max_size=9))
def test_another_word_is_never_right(one: str, two: str) -> None:
    """A plain answer is right only for its own word, however near another one is."""
    assert (one == two) == (grade(Answer("answer", one), two, Asked()).mark == "right")


def test_the_answer_of_another_card_is_a_confusion() -> None:
    """A wrong answer that is right elsewhere in the deck names that card."""
    others = (Other("card-2", "Quelle année ?", Answer("date", "14 juillet 1790")),)

    verdict = grade(Answer("date", "14 juillet 1789"), "14/7/1790", Asked(language="fr", others=others))

    assert (verdict.mark, verdict.confused_with) == ("wrong", "card-2")
    assert (verdict.reasons[0].code, verdict.reasons[0].facts) == ("other-card", {"question": "Quelle année ?"})


def test_a_right_answer_is_no_confusion() -> None:
    """Where another card has the same answer, a right one stays right."""
    others = (Other("card-2", "?", Answer("answer", "Paris")),)

    assert None is grade(Answer("answer", "Paris"), "paris", Asked(others=others)).confused_with


def test_exact_amounts_have_no_error() -> None:
    """The relative error of an amount typed as it is shown is zero."""
    assert grade(Answer("money", "42 000 dollars"), "42 000 dollars", Asked(language="fr")).relative_error == 0.0


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Paris", "answer"), ("GPT-4", "answer"), ("Louis XIV", "answer"), ("mars", "answer"), ("free", "answer"),
        ("14 juillet 1789", "date"), ("1789", "date"), ("April 2023", "date"), ("2023-04-25", "date"),
        ("42 000 dollars", "money"), ("$1.2bn", "money"), ("10 %", "number"), ("12", "number"), ("42000", "number"),
        ("quatre-vingt-dix-sept", "number"), ("3 months", "number"), ("24 heures", "number"), ("un", "answer"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "fr"])
def test_kind_of_a_gap(language: str, text: str, kind: str) -> None:
    """What a gap or an item holds says its kind."""
    assert kind == kind_of(text, language)


@pytest.mark.parametrize("code", REASONS)
def test_reasons_can_be_said(code: str) -> None:
    """Each reason of the registry has a sentence in both languages: short, small, without a full stop."""
    for language in ("en", "fr"):
        sentence = load(language).sentences[f"reason.{code}"]

        assert not sentence.endswith(".")
        assert len(sentence) <= 120


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_kinds_have_names(kind: str) -> None:
    """Each kind has a name in both languages."""
    assert load("en").sentences[f"kind.{kind}"] != load("fr").sentences[f"kind.{kind}"] or kind == "date"


def test_verdicts_are_light() -> None:
    """Importing the types of grading loads no grader: the way to the first question needs none."""
    code = "import sys, quiz.answers.verdict; print([name for name in sys.modules if name.startswith('quiz.')])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "['quiz.answers', 'quiz.answers.verdict']"


# --- what the answer was before it changed ---------------------------------------------------------------------------

FORMER = [
    # the answer now, what it was, what is typed, the verdict
    (Answer("money", "$50,000"), Answer("money", "$42,000"), "42k$", "outdated"),
    (Answer("money", "$50,000"), Answer("money", "$42,000"), "$50,000", "right"),
    (Answer("money", "$42,500"), Answer("money", "$42,000"), "42000", "outdated"),
    (Answer("money", "about $42,000"), Answer("money", "$42,000"), "$42,000", "right"),
    (Answer("money", "$50,000"), Answer("money", "$42,000"), "$41,000", "wrong"),
    (Answer("number", "13"), Answer("number", "12"), "twelve", "outdated"),
    (Answer("date", "April 25, 2024"), Answer("date", "April 25, 2023"), "25 April 2023", "outdated"),
    (Answer("date", "April 25, 2024"), Answer("date", "April 25, 2023"), "25 April 2024", "right"),
    (Answer("person", "Ben Smith"), Answer("person", "Len Smith"), "Len Smith", "outdated"),
    (Answer("person", "Ursula Bell"), Answer("person", "Martin Schultz"), "Martin Shultz", "outdated"),
    (Answer("person", "Ursula Bell"), Answer("person", "Martin Schultz"), "Schultz", "outdated"),
    (Answer("answer", "Istanbul"), Answer("answer", "Constantinople", accept=("Byzantium",)), "byzantium", "outdated"),
    (Answer("answer", "Astana"), Answer("answer", "Nur-Sultan"), "Nur Sultan", "outdated"),
    (Answer("answer", "Mumbai"), Answer("answer", "Bombay"), "Calcutta", "wrong"),
    (Answer("answer", "Mumbai"), Answer("answer", "Bombay"), "Mumbay", "close"),
    (Answer("answer", "Mumbai"), Answer("answer", "Bombay"), "", "wrong"),
    (
        Answer("list", "", items=("red", "green", "blue")),
        Answer("list", "", items=("red", "green")),
        "green, red",
        "outdated",
    ),
    (
        Answer("choice", "Berlin", options=("Bonn", "Berlin")),
        Answer("choice", "Bonn", options=("Bonn", "Berlin")),
        "Bonn",
        "outdated",
    ),
    (
        Answer("cloze", "There are {{12}} of them.", items=("12",)),
        Answer("cloze", "There were {{11}} of them.", items=("11",)),
        "11",
        "outdated",
    ),
    (Answer("quote", "we shall never surrender"), Answer("quote", "we may yet win"), "we may yet win", "outdated"),
]


@pytest.mark.parametrize(("now", "was", "typed", "expected"), FORMER, ids=str)
def test_the_old_answer_is_out_of_date_and_never_close(now: Answer, was: Answer, typed: str, expected: str) -> None:
    """Whoever types what the answer was is wrong and is told when it was so; all other answers are as ever."""
    others = (Other("old", "What was it?", was), Other("new", "What is it?", now))
    verdict = grade(now, typed, Asked(former=Former(was, "2023"), others=others, card="new"))
    without = grade(now, typed, Asked())

    if expected == "outdated":
        assert (verdict.mark, verdict.diff, verdict.confused_with) == ("wrong", (), None)
        assert [(one.code, one.facts) for one in verdict.reasons] == [("outdated", {"as_of": "2023"})]
        assert [one.code for one in grade(now, typed, Asked(former=Former(was))).reasons] == ["outdated-undated"]
    else:
        assert verdict.mark == expected == without.mark
        assert "outdated" not in [one.code for one in verdict.reasons]


@settings(max_examples=30, deadline=None)
@given(typed=st.text(max_size=40))
def test_a_former_answer_makes_no_answer_right(typed: str) -> None:
    """What the answer was can only make an answer wrong, whatever is typed and whatever it was."""
    for (language, now), (_, was) in zip(ANSWERS, reversed(ANSWERS), strict=True):
        plain = grade(now, typed, Asked(language=language)).mark
        assert grade(now, typed, Asked(language=language, former=Former(was, "2023"))).mark in (plain, "wrong")


def test_of_many_missing_items_the_first_are_named() -> None:
    """The whole answer is on the screen anyway: eight are named, and how many there are."""
    forty = Answer("list", "", items=tuple(f"item{number:02}" for number in range(1, 41)))

    reason = grade(forty, "item01, item40", Asked("en")).reasons[0]

    assert (reason.facts["count"], str(reason.facts["items"]).endswith("item08, item09, … (38)")) == (38, True)


@pytest.mark.parametrize(("typed", "mark"), [("truk", "close"), ("truck", "right"), ("lory", "close")])
def test_no_letters_are_compared_with_what_is_not_shown(typed: str, mark: str) -> None:
    """The author's answer is on the screen: what is near another one that is accepted has no diff."""
    verdict = grade(Answer("answer", "lorry", accept=("truck",)), typed, Asked("en"))

    shown = "".join(piece.text for piece in verdict.diff if piece.state != "extra")
    assert (verdict.mark, shown) == (mark, "lorry" if typed == "lory" else "")
