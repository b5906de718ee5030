"""The rules as a whole: their table, what a card or a deck allows, what is compared between decks."""

from __future__ import annotations

import pytest

from quiz.deck import lint
from quiz.deck.checks import CHECKS, examined
from quiz.deck.lint import RULES
from quiz.deck.read import read
from quiz.deck.write import write
from quiz.problem import PROBLEMS, Problem
from quiz.words import LANGUAGES, load


def codes(text: str, allow: tuple[str, ...] = ()) -> list[str]:
    """Everything that `quiz check` says of one deck."""
    deck, problems = examined(text, "d.yaml")
    assert deck is not None
    told = (*lint.kept(deck, problems, allow), *lint.linted(deck, allow), *lint.compared(lint.entries(deck), allow))
    return sorted(problem.code for problem in told)


BAD = """\
deck: d
cards:
  - question: When was he born?
    date: 1802
    hint: "1802"
  - question: Did she win?
    answer: yes
"""


def test_a_deck_that_allows_nothing_is_told_everything() -> None:
    """Each rule that is broken is told, once."""
    assert codes(BAD) == ["hint-gives-answer", "question-pronoun", "question-pronoun", "question-yes-no"]


@pytest.mark.parametrize(
    ("text", "allow", "left"),
    [
        (BAD, ("question-pronoun",), ["hint-gives-answer", "question-yes-no"]),
        ("allow: question-pronoun\n" + BAD, (), ["hint-gives-answer", "question-yes-no"]),
        ("allow: [question-pronoun, hint-gives-answer]\n" + BAD, (), ["question-yes-no"]),
        (
            BAD.replace('"1802"', '"1802"\n    allow: [hint-gives-answer, question-pronoun]'),
            (),
            ["question-pronoun", "question-yes-no"],
        ),
        (BAD.replace('"1802"', '"1802"\n    allow: question-yes-no'), (), codes(BAD)),
        ("allow: question-yesno\n" + BAD, (), sorted(["allow-unknown-near", *codes(BAD)])),
        (BAD + "    allow: all\n", (), sorted(["allow-unknown", *codes(BAD)])),
        (BAD.replace("deck: d", "deck: d\nallow: answer-unreadable"), (), sorted(["allow-unknown", *codes(BAD)])),
    ],
)
def test_what_is_allowed_is_not_told(text: str, allow: tuple[str, ...], left: list[str]) -> None:
    """A call, a deck and a card switch a rule off, each as far as it reaches; what is no rule is told of."""
    assert codes(text, allow) == left


def test_an_error_is_never_allowed() -> None:
    """A card whose answer cannot be judged is told of, whatever is allowed."""
    cards = "  - question: When?\n    date: blue\n  - question: q\n    answer: a\n"
    text = f"deck: d\nallow: answer-unreadable\ncards:\n{cards}"

    assert "answer-unreadable" in codes(text, ("answer-unreadable",))


def test_what_a_deck_allows_is_written_again() -> None:
    """`allow:` of a deck and of a card come back from the text that is written of them."""
    deck, _ = read("allow: [list-long, card-twice]\n" + BAD + "    allow: question-yes-no\n", "d.yaml")
    assert deck is not None
    again, problems = read(write(deck), "d.yaml")

    assert problems == ()
    assert again is not None
    assert write(again) == write(deck)
    assert (again.allow, again.cards[1].allow) == (("list-long", "card-twice"), ("question-yes-no",))


def test_what_goes_beyond_a_hundred_is_counted() -> None:
    """Of one rule a hundred findings are shown, and the rest is one piece of advice with their number."""
    text = "deck: d\ncards:\n" + "".join(f"  - question: When was he in {n}?\n    answer: in May\n" for n in range(150))
    deck, _ = read(text, "d.yaml")
    assert deck is not None
    problems = lint.linted(deck)

    assert [problem.code for problem in problems].count("question-pronoun") == 100
    assert [problem.facts for problem in problems if problem.code == "more-advice"] == [
        {"sort": "question-pronoun", "count": 50}
    ]
    assert lint.kept(deck, problems, ("question-pronoun",)) == ()


ONE = "deck: {deck}\nlanguage: en\ncards:\n  - question: {question}\n    answer: {answer}\n{more}"


def between(*decks: tuple[str, str, str, str]) -> tuple[Problem, ...]:
    """What is told between decks: of each its id, its question, its answer and further lines of the card."""
    found = []
    for name, question, answer, more in decks:
        deck, _ = read(ONE.format(deck=name, question=question, answer=answer, more=more), f"{name}.yaml")
        assert deck is not None
        found.extend(lint.entries(deck))
    return lint.compared(found)


def test_the_same_card_in_two_decks_is_told_with_its_place() -> None:
    """A fact that another deck asks too is told at the later one, with file and line of the first."""
    (problem,) = between(
        ("a", "Who wrote Hamlet?", "Shakespeare", ""), ("b", "Who wrote the play Hamlet?", "Shakespeare", "")
    )

    assert (problem.code, problem.place and problem.place.path) == ("card-twice", "b.yaml")
    assert problem.facts == {"other": "a.yaml:4"}


def test_decks_of_two_languages_are_not_compared() -> None:
    """The editions of a deck in two languages ask the same, and are one deck."""
    english = ONE.format(deck="d", question="Hamlet, Ophelia, Yorick?", answer="Shakespeare", more="")
    decks = [read(text, path)[0] for text, path in ((english, "en"), (english.replace(": en", ": fr"), "fr"))]

    assert lint.compared(entry for deck in decks if deck for entry in lint.entries(deck)) == ()


@pytest.mark.parametrize("which", [0, 1])
def test_either_card_of_a_pair_may_allow_it(which: int) -> None:
    """Whichever of two cards allows the rule between them, it is silent."""
    more = ["", ""]
    more[which] = "    allow: card-twice\n"

    assert between(("a", "Who wrote Hamlet?", "S", more[0]), ("b", "Who wrote the play Hamlet?", "S", more[1])) == ()


def test_comparing_follows_the_number_of_cards() -> None:
    """Ten thousand cards with one answer are compared without comparing each with each: no pair is looked at twice."""
    looked = 0

    class Counted(frozenset):  # type: ignore[type-arg]
        def __hash__(self) -> int:
            nonlocal looked
            looked += 1
            return super().__hash__()

    text = "deck: d\ncards:\n" + "".join(
        f"  - question: Which river {n} of land {n + 1} is the longest?\n    answer: the Po\n" for n in range(2000)
    )
    deck, _ = read(text, "d.yaml")
    assert deck is not None
    found = [entry._replace(content=Counted(entry.content)) for entry in lint.entries(deck)]
    lint.compared(found)

    assert looked <= 20 * len(found)


def test_the_table_is_whole() -> None:
    """Every rule is a known problem that both languages can say, has its sentence, and every check has its rule."""
    for rule in RULES.values():
        assert rule.code in PROBLEMS
        assert rule.about.endswith("."), rule.code
        for language in LANGUAGES:
            assert load(language).has(f"remedy.{rule.code}"), rule.code
    assert {rule.find for rule in RULES.values() if rule.scope == "read"} == set(CHECKS)
    assert all(rule.severity != "error" for rule in RULES.values() if rule.scope != "read")


def test_drafts_wait() -> None:
    """A draft is held to the rules of this room when somebody has accepted it."""
    assert codes(BAD.replace("date: 1802", "date: 1802\n    draft: true")) == [
        "hint-gives-answer",
        "question-pronoun",
        "question-yes-no",
    ]
