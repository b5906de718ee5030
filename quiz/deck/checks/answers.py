"""Rules about answers: each a function whose docstring is the rule."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from quiz.answers.kinds import KINDS
from quiz.deck.card import Card
from quiz.deck.checks.days import is_day
from quiz.deck.checks.told import MANY_ITEMS, Told, holds, problem, replaces, some, words
from quiz.language.text import fold
from quiz.problem import Problem

#: Nobody types more words than this (a cloze with a few gaps asks the same better).
LONG_ANSWER: Final = 20

_UNWRITTEN: Final = re.compile(r"[?.…_\-]+|x{3,}|todo|tbd|fixme|a completer|a faire|a trouver|a remplir|to do")
_UNWRITTEN_BEGINS: Final = "?._-xtfa"
#: Of signs alone a question may be: of Morse, of mathematics.
_UNASKED: Final = re.compile(r"\?+|…+|(?:x{3,}|todo|tbd|fixme|a completer|a faire|a remplir|to do)[ ?]*")
_UNASKED_BEGINS: Final = "?…xtfaà"
_ALL_OF_THEM: Final = re.compile(
    r"(?:all|none|both|neither) of (?:the above|these|those|them)"
    r"|(?:toutes? |aucune? (?:de |des ))(?:les |ces )?(?:reponses|options|propositions)?(?: ci-dessus)?"
)

#: How an answer of each kind is written, to be shown where one cannot be read.
EXAMPLES: Final[dict[str, dict[str, str]]] = {
    "fr": {
        "date": "25 avril 2023",
        "money": "1,2 milliard d'euros",
        "number": "42 %",
        "person": "Marie Curie",
        "quote": "Je pense, donc je suis",
        "cloze": '"… le {{date: 14 juillet 1789}}"',
    },
    "en": {
        "date": "April 25, 2023",
        "money": "$1.2 billion",
        "number": "42%",
        "person": "Marie Curie",
        "quote": "I think, therefore I am",
        "cloze": '"… on {{date: July 14, 1789}}"',
    },
}

#: What a kind says of an answer, where the author is told more than that it cannot be read.
_ANSWER_CODES: Final = {
    "weekday-contradicts": "answer-weekday",
    "relative-date": "answer-relative",
    "currency-unsaid": "answer-no-currency",
}
#: A day in figures, the days that not every month has, and the years that nothing is known of.
_ISO: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LAST_DAYS: Final = re.compile(r"\b(?:29|3\d|[4-9]\d)(?=\b|th\b|st\b)(?!\d)", re.ASCII)
_FAR_YEARS: Final = re.compile(r"\b(?:2[2-9]|[3-9]\d)\d\d\b", re.ASCII)


def answer_reads(told: Told) -> Iterator[Problem]:
    """The answer of a card can be read as what its key says it is: a date as a date, an amount as an amount."""
    for card in told.cards:
        kind = card.answer.kind
        if kind in ("answer", "choice", "list"):
            continue
        if kind == "date" and (day := _ISO.fullmatch(card.answer.text)) and not is_day(day[0], whole=False):
            yield problem("answer-no-such-day", card, kind, text=card.answer.text)
            continue
        for reason in KINDS[kind].check(card.answer, card.language)[:1]:
            code = _ANSWER_CODES.get(reason.code) or (_why_no_date(card) if kind == "date" else "")
            if code:
                yield problem(code, card, kind, text=card.answer.text[:80])
            else:
                example = EXAMPLES.get(card.language, EXAMPLES["en"])[kind]
                yield problem("answer-unreadable", card, kind, kind=kind, text=card.answer.text[:80], example=example)


def _why_no_date(card: Card) -> str:
    """Why a date that can nearly be read cannot: its month has no such day, or its year is very far ahead."""
    for pattern, other, code in ((_LAST_DAYS, "28", "answer-no-such-day"), (_FAR_YEARS, "2000", "answer-year-far")):
        changed = pattern.sub(other, card.answer.text[:80])
        if changed != card.answer.text and not KINDS["date"].check(replace(card.answer, text=changed), card.language):
            return code
    return ""


def answer_is_written(told: Told) -> Iterator[Problem]:
    """No question and no answer is "?", "…" or "to do"."""
    for card, said, asked in zip(told.cards, told.answers, told.questions, strict=True):
        if len(asked) < 12 and asked[:1] in _UNASKED_BEGINS and _UNASKED.fullmatch(fold(asked)):
            yield problem("answer-unwritten", card, "question", text=card.question)
        for text in said:
            if (
                len(text) < 12
                and (text[:1] in _UNWRITTEN_BEGINS or not text.isascii())
                and _UNWRITTEN.fullmatch(fold(text))
            ):
                yield problem("answer-unwritten", card, card.answer.kind, text=text)


def answer_is_not_in_question(told: Told) -> Iterator[Problem]:
    """The question does not hold its answer, unless it lets choose ("Paris or Rome?")."""
    for index, (card, said) in enumerate(zip(told.cards, told.answers, strict=True)):
        kind = card.answer.kind
        if kind == "choice" or (kind == "list" and len(said) > MANY_ITEMS):
            continue
        question = told.questions[index]
        texts = some(said)
        if not (all if kind == "list" else any)([text in question for text in texts]):
            continue
        given = [text for text in texts if len(text) > 1 and holds(told.asked[index], words(text))]
        if given and (kind != "list" or len(given) == len(texts)):
            shown = card.answer.items[said.index(given[0])] if card.answer.items else card.answer.text
            yield problem("answer-in-question", card, "question", answer=shown[:80])


def answer_can_be_typed(told: Told) -> Iterator[Problem]:
    """Nobody types a whole paragraph: an answer has no more than 20 words."""
    for card in told.cards:
        if len(card.answer.text) > 2 * LONG_ANSWER and card.answer.kind not in ("choice", "cloze"):
            count = card.answer.text.count(" ") + 1
            if count > LONG_ANSWER:
                yield problem("answer-long", card, card.answer.kind, count=count)


def hint_keeps_the_answer(told: Told) -> Iterator[Problem]:
    """A hint helps to find the answer and does not tell it."""
    for card, said in zip(told.cards, told.answers, strict=True):
        if card.hint:
            hint = card.hint.casefold()
            given = [text for text in some(said) if len(text) > 1 and text in hint]
            said_there = words(hint) if given else []
            if any(holds(said_there, words(text)) for text in given):
                yield problem("hint-gives-answer", card, "hint")


def accept_adds_something(told: Told) -> Iterator[Problem]:
    """What `accept:` lists is not the answer once more."""
    for card, said in zip(told.cards, told.answers, strict=True):
        for text in card.answer.accept:
            if len(said) == 1 and fold(text) == fold(card.answer.text):
                yield problem("accept-same", card, "accept", text=text[:80])


def accept_is_right_here_only(told: Told) -> Iterator[Problem]:
    """What `accept:` lists is not the answer of another card of the deck, from which this one should be told apart."""
    for card, said in zip(told.cards, told.answers, strict=True):
        for text in card.answer.accept:
            for index in told.lines.get(text.casefold(), ())[:1]:
                other = told.cards[index]
                if other is card or other.superseded_by or replaces(other, card):
                    continue
                if told.answers[index] != said and other.answer.kind == card.answer.kind:
                    yield problem("accept-contradicts", card, "accept", text=text[:80], other=other.place.line)


def options_are_fair(told: Told) -> Iterator[Problem]:
    """The options of a choice differ, only one of them is right, and none is "all of the above"."""
    for card in told.cards:
        if card.answer.kind != "choice":
            continue
        right = fold(card.answer.text)
        accepted = {fold(text) for text in card.answer.accept} - {right}
        counted = Counter(map(fold, card.answer.options))
        for text in dict.fromkeys(card.answer.options):
            folded = fold(text)
            if counted[folded] > 1:
                counted[folded] = 0
                yield problem("option-twice", card, "options", text=text[:80])
            if folded in accepted:
                yield problem("option-right", card, "options", text=text[:80])
            if _ALL_OF_THEM.fullmatch(folded):
                yield problem("option-all", card, "options", text=text[:80])


def list_is_a_list(told: Told) -> Iterator[Problem]:
    """A list holds two items or more, each of them once."""
    for card in told.cards:
        if card.answer.kind != "list":
            continue
        if len(card.answer.items) == 1:
            yield problem("list-of-one", card, "list")
        for text, count in Counter(map(fold, card.answer.items)).items():
            if count > 1:
                yield problem("item-twice", card, "list", text=text[:80])
