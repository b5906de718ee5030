"""Which drafts become cards."""

from __future__ import annotations

from collections.abc import Callable

from quiz.answers.verdict import Answer
from quiz.derive.asking.drafts import cloze
from quiz.derive.choose import MOST_OF_ONE, alike, chosen
from quiz.derive.document import Scene
from quiz.derive.draft import Draft, Finding
from quiz.derive.fact import Fact, Span


def _fact(
    kind: str, start: int, *, sentence: int = -1, paragraph: int = 1, speaker: str = "", article: str = "a"
) -> Fact:
    place = Span(start if sentence < 0 else sentence, start + 40)
    return Fact(kind, start, start + 5, "x", paragraph, place, "x", article, speaker=speaker)  # type: ignore[arg-type]


def _cloze(fact: Fact, text: str, score: float = 1.0) -> Draft:
    return Draft(fact, "clause", "", cloze(text), "fr", "x", fact.paragraph, score=score)


def _who(fact: Fact, question: str, frame: str = "who", score: float = 1.0) -> Draft:
    return Draft(fact, frame, question, Answer("person", fact.speaker), "fr", "x", fact.paragraph, score=score)


def test_rejected_and_poor_drafts_are_not_written() -> None:
    """A finding of cost 1 or a low score leaves a draft out."""
    good = _cloze(_fact("amount", 0), "Orvane a perdu {{money: 40 euros}} à Larvac.")
    poor = _cloze(_fact("amount", 100), "Marie a gagné {{money: 90 euros}} à Rennes.", 0.5)
    bad = Draft(
        _fact("count", 200),
        "clause",
        "",
        cloze("Luc a {{number: 3}} ponts."),
        "fr",
        "x",
        1,
        findings=(Finding("leak", 1),),
    )
    assert chosen((bad, poor, good), 9) == (good,)


def test_a_fact_is_asked_once_by_the_better_draft() -> None:
    """Of two frames of one fact the higher score is kept; of equal scores the better frame."""
    fact = _fact("quote", 0, speaker="Luc Ardent")
    office = _who(fact, "Quel patron d'Orvane a dit : « Tout va bien » ?", "who-office")
    plain = _who(fact, "Qui a dit : « Tout va bien » ?")
    assert chosen((plain, office), 9) == (office,)
    assert chosen((plain, _who(fact, office.question, "who-office", 0.7)), 9) == (plain,)


def test_one_sentence_is_asked_once_when_and_once_how_much() -> None:
    """The year with the amount given and the amount with the year given are two cards; two amounts are one."""
    when = _cloze(_fact("date", 30, sentence=0), "Orvane a perdu 40 euros en {{date: 2019}}.")
    much = _cloze(_fact("amount", 10, sentence=0), "Orvane a perdu {{money: 40 euros}} en 2019.")
    many = _cloze(_fact("count", 20, sentence=0), "En 2019, Larvac a vu partir {{number: 90}} marins.")
    assert chosen((when, much), 9) == (much, when)
    assert chosen((when, much, many), 9) == (much, when)


def test_questions_alike_are_one() -> None:
    """The same words about another place of the text are a near-duplicate."""
    one = _cloze(_fact("amount", 0), "La banque Orvane a perdu {{money: 40 euros}} à Larvac.")
    other = _cloze(_fact("amount", 500, paragraph=9), "La banque Orvane a perdu {{money: 40 euros}} à Larvac hier.")
    apart = _cloze(_fact("amount", 900), "Le musée Arbois vaut {{money: 90 euros}} sur le marché.")
    assert alike(one, other)
    assert not alike(one, apart)
    assert chosen((one, other, apart), 9) == (one, apart)


def test_one_speaker_does_not_fill_the_deck() -> None:
    """Of the words of one person only some are asked, and one quotation a paragraph by name."""
    words = ("la mer monte", "le vent tourne", "une île brûle", "notre port ferme", "chaque hiver gèle")
    drafts = [
        _who(_fact("quote", 100 * at, paragraph=at, speaker="Luc Ardent"), f"Qui a dit : « {said} » ?")
        for at, said in enumerate(words)
    ]
    assert len(chosen(drafts, 9)) == MOST_OF_ONE
    close = [
        _who(_fact("quote", 100 * at, speaker="Luc Ardent"), f"Qui a dit : « {said} » ?")
        for at, said in enumerate(words)
    ]
    assert len(chosen(close, 9)) == 1


def test_cards_are_spread_over_kinds_and_paragraphs() -> None:
    """With room for two, a second kind in another paragraph comes before a second of the same."""
    amounts = [
        _cloze(_fact("amount", 100 * at), f"{name} vaut {{{{money: {at}0 euros}}}} sur le marché.")
        for at, name in enumerate(("Orvane", "Larvac"), 1)
    ]
    count = _cloze(_fact("count", 900, paragraph=7), "Le musée Arbois emploie {{number: 12}} gardiens de nuit.", 0.95)
    assert chosen((*amounts, count), 2) == (amounts[0], count)


def test_a_choice_is_one_card_in_five() -> None:
    """Options are for what nobody likes to type; a small deck has none."""
    wrong = Answer("choice", "les avocats d'Orvane", options=("les avocats d'Orvane", "Orvane", "Larvac"))
    choice = Draft(
        _fact("quote", 0, speaker="les avocats d'Orvane"), "who", "Qui a dit : « Tout va bien » ?", wrong, "fr", "x", 1
    )
    assert chosen((choice,), 4) == ()
    assert chosen((choice,), 5) == (choice,)


def test_the_order_is_that_of_the_articles(stage: Callable[..., Scene]) -> None:  # noqa: ARG001
    """A deck follows its sources, whatever the scores; the same drafts in another order give the same deck."""
    late = _cloze(_fact("amount", 900, paragraph=4), "Orvane a perdu {{money: 40 euros}} à Larvac.")
    early = _cloze(_fact("count", 10), "Le musée Arbois emploie {{number: 12}} gardiens de nuit.", 0.8)
    assert chosen((late, early), 9) == chosen((early, late), 9) == (early, late)
