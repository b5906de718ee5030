"""What `quiz check --fix` puts right: only that, in every style of YAML, once and for all, and no history is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.deck.lint import linted
from quiz.deck.lint.mend import mend
from quiz.deck.read import read

HEAD_EN = "deck: d\ncards:\n"
HEAD_FR = "deck: d\nlanguage: fr\ncards:\n  - "


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  - question: Who wrote Hamlet\n    answer: a\n", "  - question: Who wrote Hamlet?\n    answer: a\n"),
        ("  - question: 'Who wrote Hamlet'\n    answer: a\n", "  - question: 'Who wrote Hamlet?'\n    answer: a\n"),
        (
            '  - question: "Who wrote Hamlet"  # x\n    answer: a\n',
            '  - question: "Who wrote Hamlet?"  # x\n    answer: a\n',
        ),
        ("  - {question: Who wrote Hamlet, answer: a}\n", "  - {question: Who wrote Hamlet?, answer: a}\n"),
        (
            "  - question: >-\n      Who wrote\n      Hamlet\n    answer: a\n",
            "  - question: >-\n      Who wrote\n      Hamlet?\n    answer: a\n",
        ),
        ("  - answer: a\n    question: Who wrote Hamlet", "  - answer: a\n    question: Who wrote Hamlet?"),
        (
            "  - question: Who  wrote Hamlet?\r\n    answer: a\r\n",
            "  - question: Who wrote Hamlet?\r\n    answer: a\r\n",
        ),
        ("  - question: Who  wrote  Hamlet\n    answer: a  b\n", "  - question: Who wrote Hamlet?\n    answer: a  b\n"),
        ("  - question: When?  # two  words\n    answer: a\n", "  - question: When?  # two  words\n    answer: a\n"),
        ("  - cloze: The  sky is {{blue  sky}}.\n", "  - cloze: The sky is {{blue sky}}.\n"),
        (
            "  - question: Why?\n    answer: a\n    note: as  it is\n",
            "  - question: Why?\n    answer: a\n    note: as it is\n",
        ),
        (
            "  - question: Who wrote Hamlet\n    answer: a\n    allow: question-mark\n",
            "  - question: Who wrote Hamlet\n    answer: a\n    allow: question-mark\n",
        ),
        (
            "  - question: Who wrote Hamlet\n    answer: a\n    draft: true\n  - question: b\n    answer: a\n",
            "  - question: Who wrote Hamlet\n    answer: a\n    draft: true\n  - question: b\n    answer: a\n",
        ),
    ],
)
def test_english_is_put_right(before: str, after: str) -> None:
    """A question mark is added and a double space goes, whatever the quotation marks, and nothing else changes."""
    assert mend(HEAD_EN + before, "d").text == HEAD_EN + after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("question: Qui a écrit Candide ?\n    answer: a\n", "question: Qui a écrit Candide\u00a0?\n    answer: a\n"),
        (
            "question: Qui est-ce qui l'a dit\n    answer: a\n",
            "question: Qui est-ce qui l'a dit\u00a0?\n    answer: a\n",
        ),
        (
            "question: 'Que font `a ?? b` et `c ? d ` ?'\n    answer: a\n",
            "question: 'Que font `a ?? b` et `c ? d `\u00a0?'\n    answer: a\n",
        ),
        (
            "question: '« Lui » ! Qui ?'\n    answer: a\n",
            "question: '«\u00a0Lui\u00a0»\u00a0! Qui\u00a0?'\n    answer: a\n",
        ),
        (
            "question: Quoi\n    answer: a\n    note: Lui ; elle\n",
            "question: Quoi\n    answer: a\n    note: Lui\u00a0; elle\n",
        ),
        ("question: Qui\u00a0?\n    answer: a !\n", "question: Qui\u00a0?\n    answer: a !\n"),
        ("question: Qui\u202f?\n    answer: a\n", "question: Qui\u202f?\n    answer: a\n"),
        (
            "question: Quoi ?\n    answer: a\n    reverse: true\n",
            "question: Quoi\u00a0?\n    answer: a\n    reverse: true\n",
        ),
    ],
)
def test_french_is_put_right(before: str, after: str) -> None:
    """Before ? ! ; : » and after « a plain space becomes one that does not break, in what is asked and noted."""
    assert mend(HEAD_FR + before, "d").text == HEAD_FR + after


def test_what_was_done_is_told() -> None:
    """Each text that changed is told with its place, its rules, and what it said before and after."""
    mended = mend(HEAD_EN + "  - question: Who  wrote Hamlet\n    answer: a\n", "d.yaml")

    (done,) = mended.done
    assert (done.place.line, done.place.column) == (3, 15)
    assert done.codes == ("question-mark", "spaces-doubled")
    assert (done.before, done.after) == ("Who  wrote Hamlet", "Who wrote Hamlet?")


def test_a_text_that_cannot_be_read_is_left_alone() -> None:
    """Where there is no deck there is nothing to put right, and a mark of the byte order stays."""
    assert mend("cards: [", "d").text == "cards: ["
    assert mend("\ufeff" + HEAD_EN + "  - {question: Who is he, answer: a}\n", "d").text.startswith("\ufeffdeck")


PIECES = st.lists(
    st.sampled_from(
        ["Who", "wrote", "Qui", "est-ce qui", "«", "»", "a", "?", "!", ":", "  ", " ", "\u00a0", "(b)", "it"]
    ),
    min_size=1,
    max_size=9,
)


@settings(max_examples=75, deadline=None)
@given(PIECES, PIECES, st.sampled_from(["en", "fr"]), st.sampled_from(['"', "'", ""]))
def test_mending_keeps_every_identity_and_is_done_at_once(
    first: list[str], second: list[str], language: str, mark: str
) -> None:
    """However a question is typed: mended, each card is the card it was, and mending once more changes nothing."""
    one, two = (f"{mark}{' '.join(pieces).strip()}{mark}" for pieces in (first, second))
    cards = f"  - question: {one}\n    answer: a\n  - question: {two}\n    answer: b\n"
    text = f"deck: d\nlanguage: {language}\ncards:\n{cards}"
    before, problems = read(text, "d")
    mended = mend(text, "d")
    after, _ = read(mended.text, "d")

    assert mend(mended.text, "d") == (mended.text, ())
    if before is None or after is None:
        assert mended.text == text
    else:
        assert [card.identity for card in after.cards] == [card.identity for card in before.cards]
        fixed = {problem.code for problem in linted(after)} & {"question-mark", "spaces-doubled", "french-space"}
        assert not fixed or any(problem.code.startswith("yaml") for problem in problems)
