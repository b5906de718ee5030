"""The plain answer: a word or a few. Case, accents, articles and final punctuation do not count; a slip is close."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple
from unicodedata import category

from quiz.answers import diff
from quiz.answers.deckmates import Same
from quiz.answers.typos import slips
from quiz.answers.verdict import Answer, Asked, Reason, Verdict
from quiz.answers.wording import GENERIC, canonical, initials, turned, uncaused, unexplained, unplaced
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
#: Where the emoji begin.
_EMOJI: Final = "\U0001f000"
#: A numeral at the end of an acronym: WWII is WW2.
_ENDING: Final = pattern(r"(?<=[a-z]{2})[ivx]{1,4}$")
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
    return canonical(tuple(kept or row))


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
    if not typed.isascii():
        said = _unadorned(said, rows)
    joined, full = _joined(said), _without_small(said)
    for row in rows:
        if said == row.words or joined == row.joined or full == row.full:
            return RIGHT
    if _is_another(said, asked):
        return WRONG
    if any(_as_good(row.words, said) or _undrawn(row.words) == said for row in rows):
        return RIGHT
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
    return _named(answer, rows, said, asked) or _explained(answer, rows, typed) or _UNLIKE


def _unadorned(said: tuple[str, ...], rows: tuple[Row, ...]) -> tuple[str, ...]:
    """The typed words without pictures, unless the answer has one: the king of ♥ is not that of ♠."""
    bare = tuple(word for word in said if not _pictured(word))
    return bare if bare and not any(_pictured(word) for row in rows for word in row.words) else said


def _undrawn(row: tuple[str, ...]) -> tuple[str, ...]:
    """An answer without emoji, which many keyboards cannot type; ♥ and ♠ are signs, and stay."""
    return row if all(map(str.isascii, row)) else tuple(w for w in row if not (_pictured(w) and max(w) >= _EMOJI))


def _pictured(word: str) -> bool:
    return not word.isascii() and all(category(char) in ("So", "Sk", "Mn", "Me", "Cf") for char in word)


def _as_good(right: tuple[str, ...], said: tuple[str, ...]) -> bool:
    """The same thing in other words: where it is, why it is, two things the other way round."""
    here, there = unplaced(right), unplaced(said)
    if (here == right) != (there == said) and _bare(here) == _bare(there):
        return True
    why, because = uncaused(right), uncaused(said)
    if (why != right or because != said) and _bare(why) == _bare(because):
        return True
    return turned(right, said)


def _bare(row: tuple[str, ...]) -> tuple[str, ...]:
    while len(row) > 1 and row[0] in _LEADING:
        row = row[1:]
    return row


def _named(answer: Answer, rows: tuple[Row, ...], said: tuple[str, ...], asked: Asked) -> Verdict | None:
    """The name without the noun of its kind ("the Pacific" for an ocean), or by its first letters."""
    for row in rows:
        left = [word for word in row.words if word not in said]
        kept = tuple(word for word in row.words if word not in left)
        if left and kept == said and GENERIC.issuperset(left):
            return RIGHT if set(left) <= set(spoken(asked.question)) else Verdict("close", (Reason("incomplete"),))
        more = [word for word in said if word not in row.words]
        without = tuple(word for word in said if word not in more)
        if more and without == row.words and GENERIC.issuperset(more) and set(more) <= set(spoken(asked.question)):
            return RIGHT
        letters = initials(row.full)
        if len(said) == 1 and len(row.full) >= 3 and letters in (said[0], _ENDING.sub(_figure, said[0])):
            asked_already = said[0] in spoken(asked.question)
            return None if asked_already else Verdict("close", (Reason("acronym", {"answer": answer.text}),))
    return None


def _figure(numeral: re.Match[str]) -> str:
    """As "2" for "ii", whatever it stands for in the word."""
    return canonical(("", numeral[0]))[1]


def _explained(answer: Answer, rows: tuple[Row, ...], typed: str) -> Verdict | None:
    """The answer with a reason or an aside behind it."""
    head = unexplained(typed)
    if head == typed or "(" in answer.text or not (said := spoken(head)):
        return None
    return Verdict("close", (Reason("extra-words"),)) if any(said == row.words for row in rows) else None


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
