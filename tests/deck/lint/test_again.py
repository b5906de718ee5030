"""A large deck in which a little changed is told as if it had been read whole, or is read whole."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Collection
from typing import Any

import pytest

from quiz.deck.checks import examined
from quiz.deck.lint import again, entries, kept, linted
from quiz.deck.lint.again import Again, Standing, standing
from quiz.deck.lint.signs import signs
from quiz.deck.signs import Signs, spliced

NAMES = ("Hamlet", "Macbeth", "Othello", "Tamburlaine", "Volpone")


def card(number: int, kind: int) -> str:
    """A simple card."""
    town = f"town {number}"
    return (
        f"  - question: When was the charter of {town} sealed?\n    date: {1 + number % 28} May {1000 + number}\n",
        f"  - question: Who governed {town} in {1000 + number}?\n    person: Anne Martin-{number}\n    source: one\n",
        f"  - cloze: The charter of {town} was sealed in {{{{{1000 + number}}}}} by the people.\n    tags: [seals]\n",
        f"  - question: What is the river of {town} called?\n    choice: red {number}\n    options: [blue, green]\n",
        f"  - question: What is the bridge of {town} called?\n    answer: bridge {number}\n    accept: [b{number}]\n",
    )[kind]


def deck(count: int, head: str = "") -> list[str]:
    """A deck as its head and its cards, which are simple."""
    return [f"deck: d\n{head}sources:\n  one: {{title: One}}\n  two: {{title: Two}}\ncards:\n"] + [
        card(number, number % 5) for number in range(count)
    ]


def told(text: str, allow: Collection[str] = ()) -> tuple[int, list[Any], list[Any], Signs, Standing | None]:
    """What a whole reading tells: cards, problems, entries, signs, and what is kept."""
    runs: list[tuple[int, int]] = []
    read, problems = examined(text, "d.yaml", runs)
    assert read is not None
    found = kept(read, (*problems, *linted(read, allow)), allow)
    rows = [[one.code, one.place[1:] if one.place else None, dict(one.facts)] for one in found]
    rows.sort(key=lambda row: row[1] or (0, 0))
    listed = entries(read)
    return len(read.cards), json.loads(json.dumps(rows)), list(listed), signs(listed), standing(read, text, runs)


def check(before: str, after: str, allow: Collection[str] = ()) -> Again | None:
    """What is told of the change, which is what a whole reading tells; None if a whole reading is wanted."""
    cards, problems, listed, numbers, stands = told(before, allow)
    assert stands is not None
    lines = [one.place.line for one in listed]
    found = again.again(stands, after, "d.yaml", problems, lines, allow)
    if found is None:
        return None
    wanted = told(after, allow)
    moved = [one._replace(place=one.place._replace(line=one.place.line + found.shift)) for one in listed[found.end :]]
    spliced_signs = spliced(numbers, found.first, found.end, signs(found.entries))
    now = (
        cards + found.cards,
        json.loads(json.dumps(found.problems)),
        [*listed[: found.first], *found.entries, *moved],
        Signs(*spliced_signs),
    )
    assert now == wanted[:4]
    known = wanted[4]
    assert known is not None
    renewed = found.standing
    assert (renewed.text, renewed.lines, renewed.own, renewed.asked, renewed.said, renewed.without) == (
        known.text, known.lines, known.own, known.asked, known.said, known.without,
    )  # fmt: skip
    assert renewed.runs == known.runs
    assert set(known.accepts) <= set(renewed.accepts)
    assert set(known.tags) <= set(renewed.tags)
    return found


def swap(old: str, new: str) -> Callable[[list[str]], list[str]]:
    """In one card, one text for another."""
    return lambda parts: [part.replace(old, new) for part in parts]


SURE: dict[str, Callable[[list[str]], list[str]]] = {
    "a word": swap("charter of town 250 ", "treaty of town 250 "),
    "an answer": swap("bridge 304", "Bridge of 304"),
    "a hint more": swap("    answer: bridge 304\n", "    answer: bridge 304\n    hint: not far\n"),
    "a pronoun": swap("When was the charter of town 250 sealed?", "When was he born?"),
    "an answer given away": swap("    answer: bridge 304\n", "    answer: town 304\n"),
    "a line more": swap("    answer: bridge 304\n", "\n    # why\n    answer: bridge 304\n"),
    "a card more": lambda parts: [*parts[:300], card(9000, 0), *parts[300:]],
    "a card less": lambda parts: [*parts[:300], *parts[301:]],
    "two cards changed places": lambda parts: [*parts[:300], parts[301], parts[300], *parts[302:]],
    "the first card": swap("charter of town 0 ", "treaty of town 0 "),
    "the last card": swap("bridge 509", "Bridge 509"),
    "a card before the first": lambda parts: [parts[0], card(9000, 0), *parts[1:]],
    "a card behind the last": lambda parts: [*parts, card(9000, 0)],
    "the last card less": lambda parts: parts[:-1],
    "a card without an answer": swap("    answer: bridge 304\n", ""),
    "an unreadable date": swap("date: 27 May 1250", "date: whenever"),
    "an unknown key": swap("    answer: bridge 304\n", "    answer: bridge 304\n    colour: red\n"),
    "a draft": swap("    answer: bridge 304\n", "    answer: bridge 304\n    draft: true\n"),
    "the other side": swap(
        "    answer: bridge 304\n    accept: [b304]\n", "    answer: bridge 304\n    reverse: true\n"
    ),
    "a rule off": swap(
        "called?\n    answer: bridge 304\n", "called it?\n    answer: bridge 304\n    allow: [list-long]\n"
    ),
    "a source more": swap("    answer: bridge 304\n", "    answer: bridge 304\n    source: one\n"),
}
WHOLE: dict[str, Callable[[list[str]], list[str]]] = {
    "the head": swap("deck: d\n", "deck: d\ntitle: D\n"),
    "a question that is there": swap("charter of town 250 ", "charter of town 255 "),
    "the same words": swap("charter of town 250 sealed?", "town 255 of charter sealed?"),
    "an id that is there twice": lambda parts: [
        part.replace("bridge 304\n", "bridge 304\n    id: x\n").replace("bridge 404\n", "bridge 404\n    id: x\n")
        for part in parts
    ],
    "an accept that is an answer": swap("accept: [b304]", "accept: [bridge 409]"),
    "an answer that is accepted": swap("answer: bridge 304", "answer: B409"),
    "a source used for the first time": swap("answer: bridge 304\n", "answer: bridge 304\n    source: two\n"),
    "an unknown source": swap("person: Anne Martin-301\n    source: one", "person: Anne Martin-301\n    source: none"),
    "a new tag": swap("answer: bridge 304\n", "answer: bridge 304\n    tags: [Seals]\n"),
    "a former card": swap("answer: bridge 304\n", "answer: bridge 304\n    supersedes: x\n"),
    "a text in lines": swap("answer: bridge 304\n", "answer: |\n      bridge\n"),
    "a broken quotation": swap("answer: bridge 304\n", 'answer: "bridge\n'),
    "a tab": swap("answer: bridge 304\n", "answer: bridge\t304\n"),
    "a character nobody sees": swap("answer: bridge 304\n", "answer: bridge\u202e304\n"),
    "an indentation": swap("    answer: bridge 304\n", "   answer: bridge 304\n"),
    "a key behind the cards": lambda parts: [*parts, "title: D\n"],
    "all cards": lambda parts: [parts[0], *(part.replace("town", "city") for part in parts[1:])],
}


@pytest.mark.parametrize("name", SURE)
def test_a_change_is_told_without_reading_the_rest(name: str):
    """What is told of a changed deck, its entries and all that is kept are those of a whole reading."""
    parts = deck(510)
    after = SURE[name](parts)
    assert after != parts
    assert check("".join(parts), "".join(after)) is not None
    # And back.
    assert check("".join(after), "".join(parts)) is not None or name == "a source more"


@pytest.mark.parametrize("name", WHOLE)
def test_what_may_concern_other_cards_is_read_whole(name: str):
    """Where another card, the head or the structure is concerned, nothing is told of a part."""
    parts = deck(510)
    after = WHOLE[name](parts)
    assert after != parts
    assert check("".join(parts), "".join(after)) is None


@pytest.mark.parametrize(
    ("head", "change"),
    [
        ("allow: [question-pronoun]\n", SURE["a pronoun"]),
        ("language: fr\n", SURE["a word"]),
        ("", swap("answer: bridge 304\n", "answer: bridge 304\n    allow: [nonsense]\n")),
    ],
    ids=["allowed", "french", "unknown"],
)
def test_what_the_head_says_holds_for_the_changed_cards(head: str, change: Callable[[list[str]], list[str]]):
    """Rules that are off, the language of the deck, and what is told of the head are as in a whole reading."""
    parts = deck(510, head)
    assert check("".join(parts), "".join(change(parts))) is not None
    assert check("".join(parts), "".join(change(parts)), ("question-yes-no",)) is not None


def test_edits_by_chance_are_told_as_a_whole_reading_tells_them():
    """Whatever is cut, doubled, exchanged or typed somewhere: it is told as a whole reading tells it, or not at all."""
    chance = random.Random(3)
    sure = 0
    for _ in range(12):
        parts = deck(520)
        place = chance.randrange(1, len(parts))
        after = list(parts)
        for _ in range(chance.choice((1, 1, 3))):
            one = after[place]
            at = chance.randrange(len(one))
            after[place] = (
                chance.choice(
                    (
                        one[:at]
                        + chance.choice(("x", " ", "\n", ":", "#", "'", "- ", "he ", "1", "[", "{{", "?"))
                        + one[at:],
                        one[:at] + one[at + 1 :],
                        one + card(chance.randrange(2000), chance.randrange(5)),
                        one.replace("town", chance.choice(NAMES)),
                        one.replace("    ", f"    note: {chance.choice(NAMES)}\n    ", 1),
                        "",
                    )
                )
                or one[:0]
            )
            if not after[place]:
                break
        sure += check("".join(parts), "".join(after)) is not None
    assert sure > 4


def test_what_is_counted_beyond_a_hundred():
    """Of a problem that a deck has more than a hundred times, a change behind the hundredth changes the number only."""
    parts = [part.replace("answer: bridge", "answer: town") for part in deck(510)]
    assert any(row[0] == "more-warnings" for row in told("".join(parts))[1])
    assert check("".join(parts), "".join(SURE["a word"](parts))) is not None
    early, late = (swap(f"answer: town {number}\n", f"answer: bridge {number}\n")(parts) for number in (304, 509))
    assert check("".join(parts), "".join(early)) is None
    assert check("".join(parts), "".join(late)) is not None
