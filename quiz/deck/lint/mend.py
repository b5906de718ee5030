"""What a rule finds and a program can surely put right, put right in the text of a deck; every other byte stays.

Only spaces and question marks: what is said, and so each card's identity and history, is the same before and after.
The result is read again; a change after which the deck would say anything else is not made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Final, NamedTuple

from quiz.deck.card import Card, Deck
from quiz.deck.lint import RULES, linted
from quiz.deck.lint.typed import DOUBLED, NO_BREAK, plain_space, shown_texts, unbroken
from quiz.deck.read import read
from quiz.deck.spans import Span, spans
from quiz.language.pattern import pattern
from quiz.problem import Place, Problem

_BOM: Final = "\ufeff"
#: What no mending changes: a text without its spaces and question marks.
_LOOSE: Final = pattern(r"[\s?]+")


class Mend(NamedTuple):
    """One text that was put right: by which rules, where it stands, what it said and what it says now."""

    codes: tuple[str, ...]
    place: Place
    before: str
    after: str


class Mended(NamedTuple):
    """The text of a deck after all that could be put right, and what that was, in the order of the file."""

    text: str
    done: tuple[Mend, ...]


class _Cut(NamedTuple):
    start: int
    end: int
    instead: str
    mend: Mend


def mend(text: str, path: str, allow: Collection[str] = ()) -> Mended:
    """The text with everything put right that its rules find and that is certain; once more, it changes nothing."""
    body = text.removeprefix(_BOM)
    deck, problems = read(body, path)
    if deck is None:
        return Mended(text, ())
    cuts = _made(body, deck, problems, _cuts(body, deck, allow))
    if not cuts:
        return Mended(text, ())
    return Mended(text[: len(text) - len(body)] + _apply(body, cuts), tuple(cut.mend for cut in cuts))


def _cuts(body: str, deck: Deck, allow: Collection[str]) -> list[_Cut]:
    """A cut for each text in which something is to be put right."""
    found: dict[tuple[int, int], set[str]] = {}
    spaced = False
    for problem in linted(deck, allow):
        if problem.place is None or problem.code not in RULES or not RULES[problem.code].fixes:
            continue
        if problem.code == "french-space":
            spaced = True
        else:
            found.setdefault(problem.place[1:], set()).add(problem.code)
    wanted: list[tuple[Card, str, set[str]]] = []
    for card in deck.cards:
        if card.draft or card.identity != card.sibling:
            continue
        for key, said in shown_texts(card):
            codes = found.get(card.at(key)[1:], set()) if key in card.where else set()
            if spaced and "french-space" not in card.allow and plain_space(said):
                codes = codes | {"french-space"}
            if codes:
                wanted.append((card, key, codes))
    known = spans(body, {card.place[1:] for card, _, _ in wanted})
    cuts = []
    for card, key, codes in wanted:
        span = known.get(card.place[1:])
        pair = span.get(key) if span else None
        if pair is not None and pair[1].kind == "text":
            cut = _cut(body, card, key, pair[1], codes)
            if cut.mend.before != cut.mend.after:
                cuts.append(cut)
    return sorted(cuts)


def _cut(body: str, card: Card, key: str, value: Span, codes: set[str]) -> _Cut:
    raw, said = body[value.start : value.end], value.value
    for code in RULES:
        if code in codes:
            raw, said = _MENDS[code](raw, card, True), _MENDS[code](said, card, False)  # noqa: FBT003 - a table's row
    return _Cut(
        value.start, value.end, raw, Mend(tuple(sorted(codes)), card.at(key), value.value.strip(), said.strip())
    )


def _question_mark(text: str, card: Card, written: bool) -> str:
    sign = f"{NO_BREAK}?" if card.language == "fr" else "?"
    end = len(text.rstrip())
    if written and text[:1] in "'\"" and text[end - 1] == text[0]:
        end -= 1
    return text[:end] + sign + text[end:]


#: How each rule is put right: in a text as it is written in the file, and in what it says.
_MENDS: Final[dict[str, Callable[[str, Card, bool], str]]] = {
    "question-mark": _question_mark,
    "spaces-doubled": lambda text, card, written: DOUBLED.sub(" ", text),  # noqa: ARG005
    "french-space": lambda text, card, written: unbroken(text),  # noqa: ARG005
}


def _made(body: str, deck: Deck, problems: tuple[Problem, ...], cuts: list[_Cut]) -> list[_Cut]:
    """Those of the cuts after which the deck says the same; where they do not all, each half is tried alone."""
    if not cuts or _says(_apply(body, cuts), deck, problems):
        return cuts
    if len(cuts) == 1:
        return []
    half = len(cuts) // 2
    kept = _made(body, deck, problems, cuts[:half]) + _made(body, deck, problems, cuts[half:])
    return kept if _says(_apply(body, kept), deck, problems) else []


def _apply(body: str, cuts: list[_Cut]) -> str:
    parts, at = [], 0
    for cut in cuts:
        parts += [body[at : cut.start], cut.instead]
        at = cut.end
    return "".join([*parts, body[at:]])


def _says(edited: str, deck: Deck, problems: tuple[Problem, ...]) -> bool:
    """Whether the text reads as the same deck but for spaces and question marks, with no problem more."""
    after, found = read(edited, deck.path)
    if after is None or replace(after, cards=()) != replace(deck, cards=()):
        return False
    if Counter(problem.code for problem in found) - Counter(problem.code for problem in problems):
        return False
    return list(map(_bare, deck.cards)) == list(map(_bare, after.cards))


def _bare(card: Card) -> Card:
    """The card without its places, and without the spaces and question marks of what is shown."""
    nowhere = Place("")
    answer = card.answer
    if card.identity != card.sibling or answer.kind == "cloze":  # the other side's answer is the question
        answer = replace(
            answer, text=_LOOSE.sub("", answer.text), items=tuple(_LOOSE.sub("", one) for one in answer.items)
        )
    return replace(
        card,
        answer=answer,
        question=_LOOSE.sub("", card.question),
        hint=_LOOSE.sub("", card.hint),
        note=_LOOSE.sub("", card.note),
        place=nowhere,
        evidence=tuple(replace(one, place=nowhere) for one in card.evidence),
    )
