"""The plain answer: a word or a few. Case, accents, articles and final punctuation do not count; a slip is close."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from quiz.answers import diff
from quiz.answers.deckmates import Same
from quiz.answers.typos import slips
from quiz.answers.verdict import Answer, Asked, Reason, Verdict
from quiz.language.names import ROMAN
from quiz.language.pattern import pattern
from quiz.language.text import clean, plain, words

RIGHT: Final = Verdict("right")
#: Nothing was said, or another card's answer: a diff would not help. Known by identity.
WRONG: Final = Verdict("wrong")
_UNLIKE: Final = Verdict("wrong")

_ARTICLES: Final = frozenset(("le", "la", "les", "l", "the"))
_LEADING: Final = _ARTICLES | {"un", "une", "des", "du", "a", "an"}
_SMALL: Final = frozenset(("de", "du", "des", "d", "of", "to"))
_NEGATIONS: Final = frozenset(
    (
        "not",
        "no",
        "non",
        "never",
        "without",
        "pas",
        "jamais",
        "sans",
        "aucun",
        "aucune",
        "ni",
        "nor",
        "anti",
        "except",
        "sauf",
    )
)
_HEDGES: Final = frozenset(("or", "ou", "either", "soit", "maybe", "peut"))
_DIGITS: Final = pattern(r"(?<=\d)\0(?=\d)")
_ASIDE: Final = pattern(r"\s*[(\[]([^()\[\]]*)[)\]]")


def check(answer: Answer, language: str) -> tuple[Reason, ...]:  # noqa: ARG001 - the same for every language
    """A plain answer is unreadable if it holds neither a letter nor a digit, nor any sign at all."""
    return () if answer.text.strip() else (Reason("no-answer"),)


def show(answer: Answer, language: str) -> str:  # noqa: ARG001
    """The answer as it was written."""
    return answer.text


@lru_cache(maxsize=4096)
def forms(text: str) -> tuple[tuple[str, ...], ...]:
    """The rows of words that are this answer: as written, and without (or with) what stands in parentheses."""
    written = clean(text)
    variants = [written]
    if "(" in written or "[" in written:
        variants = [_ASIDE.sub("", written), _ASIDE.sub(r" \1", written), re.sub(r"[()\[\]]", "", written)]
    return tuple(dict.fromkeys(row for variant in variants if (row := spoken(variant))))


@lru_cache(maxsize=4096)
def spoken(text: str) -> tuple[str, ...]:
    """The words of a text that count. Signs count where there is nothing else ("+", "C#" and "C++" are three)."""
    text = plain(text)
    row = [word for part in text.split() for word in _signed(part)]
    while len(row) > 1 and row[0] in _LEADING and (len(row[0]) > 1 or len(row[1]) > 1):
        del row[0]
    kept = [word for index, word in enumerate(row) if word not in _ARTICLES or index == len(row) - 1]
    return tuple(kept or row)


def _signed(part: str) -> tuple[str, ...]:
    if part.isascii() and part.isalnum():
        return (part,)
    found = words(part)
    if not found:
        stripped = part.strip(",;:.!?\"'()")
        return (stripped,) if stripped else ()
    sign = "".join(char for char in part if char in "+#%€$£°^=")
    if part.startswith("-") and part[1:2].isdigit():
        sign += "-"
    return (*found, sign) if sign else found


class Row(NamedTuple):
    """A row of words as it is compared: its words, the words run together, the words without the small ones."""

    words: tuple[str, ...]
    joined: str
    full: tuple[str, ...]


@lru_cache(maxsize=4096)
def _rows(text: str) -> tuple[Row, ...]:
    """The forms of an answer, ready to be compared."""
    return tuple(Row(row, _joined(row), _without_small(row)) for row in forms(text))


def grade(answer: Answer, typed: str, asked: Asked) -> Verdict:
    """Equal words are right; a slip, a few words more, or most of the words are close."""
    verdict = judge(answer, typed, asked)
    if verdict is RIGHT or verdict is WRONG:
        return verdict
    return Verdict(verdict.mark, verdict.reasons, diff.characters(answer.text, typed))


def judge(answer: Answer, typed: str, asked: Asked) -> Verdict:
    """The same verdict without its diff, which costs more than all the rest."""
    said = spoken(typed)
    if not said:
        return WRONG
    rows = _rows(answer.text)
    joined, full = _joined(said), _without_small(said)
    for row in rows:
        if said == row.words or joined == row.joined or full == row.full:
            return RIGHT
    if _is_another(said, asked):
        return WRONG
    for row in rows:
        if slips(row.words, said) is not None:
            return Verdict("close", (Reason("typo"),))
        small = len(full) < len(said) or len(row.full) < len(row.words)
        if small and slips(row.full, full) is not None:
            return Verdict("close", (Reason("typo"),))
    for row in rows:
        reason = _more_or_less(row, said, full)
        if reason:
            return Verdict("close", (Reason(reason),))
    return _UNLIKE


def _joined(row: tuple[str, ...]) -> str:
    """A row as one word: "week-end" is "weekend", "GPT 4" is "GPT4"; but "1 2" is not "12"."""
    if len(row) == 1:
        return row[0]
    return _DIGITS.sub(" ", "\0".join(row)).replace("\0", "")


def _without_small(row: tuple[str, ...]) -> tuple[str, ...]:
    if _SMALL.isdisjoint(row):
        return row
    return tuple(word for index, word in enumerate(row) if word not in _SMALL or index == len(row) - 1)


def _is_another(said: tuple[str, ...], asked: Asked) -> bool:
    """Whether these words are, exactly, the answer of another card: then they are no slip."""
    return bool(asked.others) and said in _others(Same(asked.others))


@lru_cache(maxsize=64)
def _others(same: Same) -> frozenset[tuple[str, ...]]:
    return frozenset(row for other in same.others if other.answer.text for row in forms(other.answer.text))


def _more_or_less(row: Row, typed: tuple[str, ...], full: tuple[str, ...]) -> str:
    """Whether the typed words are the right ones and a little more, or most of them."""
    right = row.words
    for word in set(right) ^ set(typed):
        if word in _NEGATIONS or word in _HEDGES or ROMAN.fullmatch(word) or not word.isalpha():
            return ""
    longer = len(typed) - len(right)
    if 0 < longer <= 3 and len("".join(right)) >= 3 and _contains(typed, right):
        return "extra-words"
    rights, kept = set(row.full), set(full)
    if len(rights) >= 3 and kept < rights and len(kept) * 3 >= len(rights) * 2:
        return "incomplete"
    return ""


def _contains(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    size = len(shorter)
    return any(longer[start : start + size] == shorter for start in range(len(longer) - size + 1))
