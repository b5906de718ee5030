"""What can be wrong in a deck that reads well: each rule a function in a list, its docstring the rule.

To add a rule, write the function, put it in `CHECKS`, and say its code in `quiz/problem.py` and `quiz/words/`.
`derive` is held to the same list: what it writes, `quiz check` accepts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Final

from quiz.answers.kinds import KINDS
from quiz.deck.card import Card, Deck
from quiz.deck.faults import Faults
from quiz.deck.read import read
from quiz.deck.simple import Runs
from quiz.language.text import fold
from quiz.problem import Fact, Place, Problem

#: A question of more characters is a paragraph with a question in it.
LONG_QUESTION: Final = 300
#: Nobody types more words than this (a cloze with a few gaps asks the same better).
LONG_ANSWER: Final = 20
#: Of a longer list only so many items are looked for in a question and in a hint.
MANY_ITEMS: Final = 100

_AS_OF: Final = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)
_UNWRITTEN: Final = re.compile(r"[?.…_\-]+|x{3,}|todo|tbd|fixme|a completer|a faire|a trouver|a remplir|to do")
_UNWRITTEN_BEGINS: Final = "?._-xtfa"
_ALL_OF_THEM: Final = re.compile(
    r"(?:all|none|both|neither) of (?:the above|these|those|them)"
    r"|(?:toutes? |aucune? (?:de |des ))(?:les |ces )?(?:reponses|options|propositions)?(?: ci-dessus)?"
)
_WORD: Final = re.compile(r"\w+")
_ALTERNATIVE: Final = (" or ", " ou ")

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
#: The errors that leave a card without an answer that can be judged.
UNUSABLE: Final = frozenset(
    {"answer-unreadable", "answer-relative", "answer-weekday", "answer-no-such-day", "answer-year-far"}
)
#: A day in figures, the days that not every month has, and the years that nothing is known of.
_ISO: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LAST_DAYS: Final = re.compile(r"\b(?:29|3\d|[4-9]\d)(?=\b|th\b|st\b)(?!\d)", re.ASCII)
_FAR_YEARS: Final = re.compile(r"\b(?:2[2-9]|[3-9]\d)\d\d\b", re.ASCII)


class Told:
    """A deck and, worked out once for all rules, what its cards say in folded words."""

    def __init__(self, deck: Deck) -> None:
        self.deck = deck
        #: The cards that an author wrote: not the other sides of `reverse: true`.
        self.cards = [card for card in deck.cards if card.identity == card.sibling]

    @cached_property
    def questions(self) -> list[str]:
        """Each card's question, without case."""
        return [card.question.casefold() for card in self.cards]

    @cached_property
    def asked(self) -> list[list[str]]:
        """The words of each card's question."""
        return list(map(_WORD.findall, self.questions))

    @cached_property
    def answers(self) -> list[tuple[str, ...]]:
        """What each card's answer says, without case: one text, or those of its items."""
        return [
            tuple([text.casefold() for text in card.answer.items]) or (card.answer.text.casefold(),)
            for card in self.cards
        ]

    @cached_property
    def lines(self) -> dict[str, list[int]]:
        """Which of the cards have a text, without case, for their whole answer."""
        found: dict[str, list[int]] = {}
        for index, said in enumerate(self.answers):
            if len(said) == 1 and self.cards[index].answer.kind != "cloze":
                found.setdefault(said[0], []).append(index)
        return found


def check(deck: Deck) -> tuple[Problem, ...]:
    """What every rule says of the deck, in the order of the file."""
    told = Told(deck)
    faults = Faults(deck.path)
    for rule in CHECKS:
        for problem in rule(told):
            faults.put(problem)
    return faults.problems()


def usable(deck: Deck, problems: tuple[Problem, ...]) -> Deck:
    """The deck without the cards whose answer cannot be judged, as `problems` say."""
    places = {problem.place for problem in problems if problem.code in UNUSABLE}
    if not places:
        return deck
    cards = tuple(card for card in deck.cards if card.at(card.answer.kind) not in places)
    return replace(deck, cards=cards)


def examined(text: str, path: str, runs: Runs | None = None) -> tuple[Deck | None, tuple[Problem, ...]]:
    """A deck read and held to every rule: what of it can be asked, and all problems in the order of the file.

    `runs` is filled with the places of its simple cards.
    """
    deck, problems = read(text, path, runs=runs)
    if deck is None:
        return None, problems
    found = check(deck)
    return usable(deck, found), tuple(sorted((*problems, *found), key=_order))


def _order(problem: Problem) -> tuple[int, int]:
    return (problem.place.line, problem.place.column) if problem.place else (0, 0)


def answer_reads(told: Told) -> Iterator[Problem]:
    """The answer of a card can be read as what its key says it is: a date as a date, an amount as an amount."""
    for card in told.cards:
        kind = card.answer.kind
        if kind in ("answer", "choice", "list"):
            continue
        if kind == "date" and (day := _ISO.fullmatch(card.answer.text)) and not _is_day(day[0], whole=False):
            yield _problem("answer-no-such-day", card, kind, text=card.answer.text)
            continue
        for reason in KINDS[kind].check(card.answer, card.language)[:1]:
            code = _ANSWER_CODES.get(reason.code) or (_why_no_date(card) if kind == "date" else "")
            if code:
                yield _problem(code, card, kind, text=card.answer.text[:80])
            else:
                example = EXAMPLES.get(card.language, EXAMPLES["en"])[kind]
                yield _problem("answer-unreadable", card, kind, kind=kind, text=card.answer.text[:80], example=example)


def _why_no_date(card: Card) -> str:
    """Why a date that can nearly be read cannot: its month has no such day, or its year is very far ahead."""
    for pattern, other, code in ((_LAST_DAYS, "28", "answer-no-such-day"), (_FAR_YEARS, "2000", "answer-year-far")):
        changed = pattern.sub(other, card.answer.text[:80])
        if changed != card.answer.text and not KINDS["date"].check(replace(card.answer, text=changed), card.language):
            return code
    return ""


def answer_is_written(told: Told) -> Iterator[Problem]:
    """An answer is not "?", "…" or "to do"."""
    for card, said in zip(told.cards, told.answers, strict=True):
        for text in said:
            if (
                len(text) < 12
                and (text[:1] in _UNWRITTEN_BEGINS or not text.isascii())
                and _UNWRITTEN.fullmatch(fold(text))
            ):
                yield _problem("answer-unwritten", card, card.answer.kind, text=text)


def answer_is_not_in_question(told: Told) -> Iterator[Problem]:
    """The question does not hold its answer, unless it lets choose ("Paris or Rome?")."""
    for index, (card, said) in enumerate(zip(told.cards, told.answers, strict=True)):
        kind = card.answer.kind
        if kind == "choice" or (kind == "list" and len(said) > MANY_ITEMS):
            continue
        question = told.questions[index]
        texts = _some(said)
        if not (all if kind == "list" else any)([text in question for text in texts]):
            continue
        given = [text for text in texts if len(text) > 1 and _holds(told.asked[index], _words(text))]
        if given and (kind != "list" or len(given) == len(texts)):
            shown = card.answer.items[said.index(given[0])] if card.answer.items else card.answer.text
            yield _problem("answer-in-question", card, "question", answer=shown[:80])


def answer_can_be_typed(told: Told) -> Iterator[Problem]:
    """Nobody types a whole paragraph: an answer has no more than 20 words."""
    for card in told.cards:
        if len(card.answer.text) > 2 * LONG_ANSWER and card.answer.kind not in ("choice", "cloze"):
            count = card.answer.text.count(" ") + 1
            if count > LONG_ANSWER:
                yield _problem("answer-long", card, card.answer.kind, count=count)


def hint_keeps_the_answer(told: Told) -> Iterator[Problem]:
    """A hint helps to find the answer and does not tell it."""
    for card, said in zip(told.cards, told.answers, strict=True):
        if card.hint:
            hint = card.hint.casefold()
            given = [text for text in _some(said) if len(text) > 1 and text in hint]
            words = _words(hint) if given else []
            if any(_holds(words, _words(text)) for text in given):
                yield _problem("hint-gives-answer", card, "hint")


def question_is_short(told: Told) -> Iterator[Problem]:
    """A question is read at a glance: no more than 300 characters."""
    for card in told.cards:
        if len(card.question) > LONG_QUESTION:
            yield _problem("question-long", card, "question", count=len(card.question))


def questions_differ(told: Told) -> Iterator[Problem]:
    """No two questions are of the same words: whoever knows the one answer gives it to the other."""
    seen: dict[frozenset[str] | str, Card] = {}
    for card, asked in zip(told.cards, told.asked, strict=True):
        if card.superseded_by:
            continue  # it is asked no more, and what is asked instead may ask it in the same words
        key = frozenset(asked) or card.question
        first = seen.setdefault(key, card)
        if _replaces(card, first) or _replaces(first, card):
            continue
        if first is not card and (len(asked) > 2 or first.question.casefold() == card.question.casefold()):
            yield _problem("question-near", card, "question", first=first.place.line)


def accept_adds_something(told: Told) -> Iterator[Problem]:
    """What `accept:` lists is not the answer once more."""
    for card, said in zip(told.cards, told.answers, strict=True):
        for text in card.answer.accept:
            if len(said) == 1 and fold(text) == fold(card.answer.text):
                yield _problem("accept-same", card, "accept", text=text[:80])


def accept_is_right_here_only(told: Told) -> Iterator[Problem]:
    """What `accept:` lists is not the answer of another card of the deck, from which this one should be told apart."""
    for card, said in zip(told.cards, told.answers, strict=True):
        for text in card.answer.accept:
            for index in told.lines.get(text.casefold(), ())[:1]:
                other = told.cards[index]
                if other is card or other.superseded_by or _replaces(other, card):
                    continue
                if told.answers[index] != said and other.answer.kind == card.answer.kind:
                    yield _problem("accept-contradicts", card, "accept", text=text[:80], other=other.place.line)


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
                yield _problem("option-twice", card, "options", text=text[:80])
            if folded in accepted:
                yield _problem("option-right", card, "options", text=text[:80])
            if _ALL_OF_THEM.fullmatch(folded):
                yield _problem("option-all", card, "options", text=text[:80])


def list_is_a_list(told: Told) -> Iterator[Problem]:
    """A list holds two items or more, each of them once."""
    for card in told.cards:
        if card.answer.kind != "list":
            continue
        if len(card.answer.items) == 1:
            yield _problem("list-of-one", card, "list")
        for text, count in Counter(map(fold, card.answer.items)).items():
            if count > 1:
                yield _problem("item-twice", card, "list", text=text[:80])


def as_of_is_a_date(told: Told) -> Iterator[Problem]:
    """`as_of:` is a year, a month or a day that exists: 2025, 2025-01, 2025-01-14."""
    for card in told.cards:
        if card.as_of and not _is_day(card.as_of, whole=False):
            yield _problem("as-of-odd", card, "as_of", text=card.as_of[:80])


def superseding_is_dated(told: Told) -> Iterator[Problem]:
    """A card that supersedes another says since when its answer is true, and that is no earlier day."""
    for card in told.cards:
        former = card.former
        if former is None:
            continue
        if not card.as_of:
            yield _problem("supersedes-undated", card, "supersedes", id=card.supersedes[:80])
        elif former.as_of and _is_day(card.as_of, whole=False) and _is_day(former.as_of, whole=False):
            size = min(len(card.as_of), len(former.as_of))
            if card.as_of[:size] < former.as_of[:size]:
                facts = {"id": card.supersedes[:80], "as_of": card.as_of, "other": former.as_of}
                yield _problem("supersedes-later", card, "supersedes", **facts)


def tags_are_words(told: Told) -> Iterator[Problem]:
    """A tag is a word or two: no #, no paragraph, none twice."""
    for card in told.cards:
        if not card.tags:
            continue
        for text in card.tags:
            if len(text) > 60 or text[0] == "#" or "\n" in text or not any(map(str.isalnum, text)):
                yield _problem("tag-odd", card, "tags", text=text[:80])
        if len(card.tags) > 1:
            tags = [text.casefold() for text in card.tags]
            for text, count in Counter(tags).items() if len(set(tags)) < len(tags) else ():
                if count > 1:
                    yield _problem("tag-twice", card, "tags", text=text[:80])


def sources_are_used(told: Told) -> Iterator[Problem]:
    """Every source is the source of a card."""
    used = {name for card in told.cards for name in card.sources}
    for source in told.deck.sources:
        if source.key not in used:
            yield Problem("source-unused", _source_place(told.deck, source.where.get("")), {"source": source.key[:80]})


def sources_are_sound(told: Told) -> Iterator[Problem]:
    """A source came out on a day that exists, is found at an address of the web, and its text lies beside the deck."""
    for source in told.deck.sources:
        faults = (
            ("published", source.published, _is_day(source.published, whole=True), "published-odd"),
            ("url", source.url, source.url.lower().startswith(("http://", "https://")), "url-odd"),
            ("file", source.file, _is_beside(source.file), "file-odd"),
        )
        for key, text, fine, code in faults:
            if text and not fine:
                yield Problem(code, _source_place(told.deck, source.where.get(key)), {"text": text[:80]})


#: Every rule, in the order of what an author would want to know first.
CHECKS: Final[tuple[Callable[[Told], Iterator[Problem]], ...]] = (
    answer_reads,
    answer_is_written,
    answer_is_not_in_question,
    answer_can_be_typed,
    hint_keeps_the_answer,
    question_is_short,
    questions_differ,
    accept_adds_something,
    accept_is_right_here_only,
    options_are_fair,
    list_is_a_list,
    as_of_is_a_date,
    superseding_is_dated,
    tags_are_words,
    sources_are_used,
    sources_are_sound,
)


def _problem(code: str, card: Card, key: str, **facts: Fact) -> Problem:
    return Problem(code, card.at("cloze" if key == "question" and card.answer.kind == "cloze" else key), facts)


def _replaces(card: Card, other: Card) -> bool:
    """Whether a card, be it a draft, is meant to be asked instead of the other."""
    return bool(card.supersedes) and card.supersedes == other.written_id


def _source_place(deck: Deck, where: tuple[int, int] | None) -> Place:
    return Place(deck.path, *(where or deck.where.get("sources", (1, 1))))


def _words(text: str) -> list[str]:
    """The words of a text, without case: cheaper than folding, and enough to find an answer in a question."""
    return _WORD.findall(text.casefold())


def _some(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The first of the texts, each of them once."""
    return texts if len(texts) < 2 else tuple(dict.fromkeys(texts))[:MANY_ITEMS]


def _holds(text: list[str], part: list[str]) -> bool:
    """Whether the words of `part` stand in `text` one after the other, and are not one of two things to choose from."""
    if not part:
        return False
    whole, sought = f" {' '.join(text)} ", f" {' '.join(part)} "
    at = whole.find(sought)
    while at >= 0:
        if not whole.endswith(_ALTERNATIVE, 0, at + 1) and not whole.startswith(_ALTERNATIVE, at + len(sought) - 1):
            return True
        at = whole.find(sought, at + 1)
    return False


def _is_day(text: str, *, whole: bool) -> bool:
    if not _AS_OF.fullmatch(text) or (whole and len(text) != 10):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _is_beside(text: str) -> bool:
    parts = text.replace("\\", "/").split("/")
    return "" not in parts and ".." not in parts and "\\" not in text and ":" not in parts[0] and parts[0] != "~"
