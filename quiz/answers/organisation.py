"""Organisations: all of their own words, in any order; a short form, or a part of them, is close."""

from __future__ import annotations

from typing import Final

from quiz.answers.deckmates import deckmates
from quiz.answers.name_keys import Keys, proper
from quiz.answers.typos import slip
from quiz.answers.verdict import Asked, Reason, Verdict
from quiz.language import name_words
from quiz.language.text import words

RIGHT: Final = Verdict("right")


def organisation(right: Keys, said: Keys, shown: str, asked: Asked) -> Verdict:
    """The verdict on a name of which all words count."""
    row = said.given + said.loose + said.family
    own, typed = right.all, proper(row)
    if len(own) == 1 and "".join(row) == own[0]:
        return RIGHT
    if own == typed or sorted(own) == sorted(typed) or "".join(own) == "".join(typed):
        return RIGHT
    others = deckmates(asked.others)
    if len(own) == len(typed):
        counts = [slip(one, two) for one, two in zip(own, typed, strict=True)]
        total = sum(count or 0 for count in counts)
        if None not in counts and total <= 2:
            slipped = [(one, two) for one, two in zip(own, typed, strict=True) if one != two]
            if any(is_a_name(two, others.families) for _, two in slipped):
                return close("other-name", answer=shown)
            sound = total == 1 and len(slipped[0][0]) >= 5
            return Verdict("right" if sound else "close", (Reason("spelling", {"answer": shown}),))
    letters = ("".join(typed),) if typed and all(len(word) == 1 for word in typed) else typed
    whole = tuple(word for word in words(shown) if word not in name_words.ARTICLES)
    if _acronym(own, letters) or _acronym(typed, own) or _acronym(whole, letters):
        asked_already = set(typed) <= set(words(asked.question))
        return wrong("in-question") if asked_already else close("acronym", answer=shown)
    if any(any(char.isdigit() for char in word) for word in set(own) ^ set(typed)):
        return Verdict("wrong")
    share = len(typed) / len(own)
    if typed and set(typed) < set(own) and share >= (0.5 if typed[0] == own[0] else 0.65):
        return close("incomplete")
    if set(own) < set(typed) and len(typed) - len(own) <= 2:
        return close("extra-words")
    return Verdict("wrong")


def _acronym(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    return len(short) == 1 and len(long) == len(short[0]) >= 2 and "".join(word[0] for word in long) == short[0]


def is_a_name(word: str, families: frozenset[str]) -> bool:
    """Whether a word is a name of the deck, or a common one: then it is no slip of another."""
    return word in families or word in name_words.FAMILY or word in name_words.GIVEN


def close(code: str, **facts: str) -> Verdict:
    """Close, for this reason."""
    return Verdict("close", (Reason(code, facts),))


def wrong(code: str, **facts: str) -> Verdict:
    """Wrong, for this reason."""
    return Verdict("wrong", (Reason(code, facts),))
