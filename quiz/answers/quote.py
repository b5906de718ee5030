"""Quotations: words, not punctuation. Most words in place are right; a turned sense or another number is wrong."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from quiz.answers import diff
from quiz.answers.typos import slip
from quiz.answers.verdict import Answer, Asked, Reason, Verdict
from quiz.language.number_words import counted
from quiz.language.opposites import opposite
from quiz.language.pattern import pattern
from quiz.language.quotes import parse, unquoted, words
from quiz.language.text import word_set

#: Shares of words (F1, the harmonic mean of precision and recall) from which a quotation is right, or close.
RIGHT_FROM: Final = 0.85
CLOSE_FROM: Final = 0.35

_NEGATIONS: Final = word_set(
    "not no never none nobody nothing neither nor without non pas jamais rien aucun aucune ni sans nul nulle guere"
)
_EMPTY: Final = word_set(
    "the a an of to in on at by for from with and or but so as is are was were be been am do does did have has had "
    "will would can could shall should may might must it its this that these those i you he she we they me him her "
    "us them my your his our their what which who there here than then if not no s t d m le la les l un une des de "
    "du en au aux et ou mais donc or que qu qui quoi dont ce cet cette ces c se s me te nous vous il elle on ils "
    "elles je j tu lui leur y ne n pas mon ma mes ton ta tes son sa ses notre votre nos vos leurs est sont etait "
    "etaient ete etre suis es sommes etes ai as a avons avez ont avait pour par sur dans avec sans si plus "
    "moi toi soi eux"
)
_PER_CENT: Final = pattern(r"(\w\s*)\b(?:pour cent|per cent|percent|pourcents?)\b", re.IGNORECASE)
_NO_ONE: Final = pattern(r"\bno[ -]one\b", re.IGNORECASE)
_NUMBERS: Final = {
    word: str(value)
    for value, line in (
        (0, "zero"), (2, "two deux"), (3, "three trois"), (4, "four quatre"), (5, "five cinq"), (6, "six"),
        (7, "seven sept"), (8, "eight huit"), (9, "nine"), (10, "ten dix"), (11, "eleven onze"), (12, "twelve douze"),
        (13, "thirteen treize"), (14, "fourteen quatorze"), (15, "fifteen quinze"), (16, "sixteen seize"),
        (20, "twenty vingt vingts"), (30, "thirty trente"), (40, "forty quarante"), (50, "fifty cinquante"),
        (60, "sixty soixante"), (70, "seventy septante"), (80, "eighty huitante octante"), (90, "ninety nonante"),
        (100, "hundred hundreds cent cents"), (1000, "thousand thousands mille milliers"),
        (10**6, "million millions"), (10**9, "billion billions milliard milliards"), (10**12, "trillion trillions"),
    )
    for word in line.split()
}  # fmt: skip


def check(answer: Answer, language: str) -> tuple[Reason, ...]:
    """A quotation has words."""
    return () if parse(answer.text, language) else (Reason("no-words"),)


def show(answer: Answer, language: str) -> str:
    """The quotation in the marks of its language, unless it was written with marks."""
    text = answer.text.strip()
    if unquoted(text) != text:
        return text
    return f"«\u00a0{text}\u00a0»" if language == "fr" else f"“{text}”"


def grade(answer: Answer, typed: str, asked: Asked) -> Verdict:
    """By the share of common words; see `docs/judging.md`."""
    right, said = _words(answer.text, asked.language), _words(unquoted(typed), asked.language)
    if right == said:
        return Verdict("right")
    if not said or not right:
        return Verdict("wrong")
    pairs = _aligned(right, said)
    missing = [index for index in range(len(right)) if index not in pairs]
    extra = sorted(set(range(len(said))) - set(pairs.values()))
    content = _f1(
        [word for word in right if word not in _EMPTY] or list(right),
        [word for word in said if word not in _EMPTY] or list(said),
    )
    pieces = diff.words(unquoted(answer.text), unquoted(typed)) if content >= CLOSE_FROM else ()
    if content >= CLOSE_FROM:
        number = _other_number(right, said, missing, extra)
        if number:
            return Verdict("wrong", (Reason("wrong-number", {"answer": number[0], "typed": number[1]}),), pieces)
        if _turned(right, said, missing, extra):
            return Verdict("wrong", (Reason("negation"),), pieces)
        swapped = _opposite(right, said, missing, extra)
        if swapped:
            return Verdict("wrong", (Reason("opposite", {"answer": swapped[0], "typed": swapped[1]}),), pieces)
    same = len(pairs)
    if _contiguous(said, right) and len(said) - len(right) <= min(2, len(right) - 1):
        return Verdict("right", (), pieces)
    # In their order: the dog that bit the man is not the man that bit the dog.
    score = 2 * same / (len(right) + len(said))
    if score >= RIGHT_FROM:
        return Verdict("right", (), pieces)
    if content >= CLOSE_FROM:
        return Verdict("close", (Reason("words", {"percent": round(100 * score)}),), pieces)
    return Verdict("wrong")


@lru_cache(maxsize=4096)
def _words(text: str, language: str) -> tuple[str, ...]:
    said = _NO_ONE.sub("nobody", _PER_CENT.sub(r"\1", unquoted(text)))
    return counted(tuple("ca" if word == "cela" else word for word in words(said, language)))


def _f1(right: list[str] | tuple[str, ...], said: list[str] | tuple[str, ...]) -> float:
    """The token F1 of two bags of words, a slip in a long word being the word (Rajpurkar et al. 2016, SQuAD)."""
    same = 0
    counts: dict[str, int] = {}
    for word in said:
        counts[word] = counts.get(word, 0) + 1
    left: list[str] = []
    for word in right:
        if counts.get(word):
            counts[word] -= 1
            same += 1
        else:
            left.append(word)
    if same < min(len(right), len(said)):
        over = [word for word, count in counts.items() for _ in range(count)]
        for word in sorted(left, key=right.index):
            near = next((other for other in over if _near(word, other)), None)
            if near is not None:
                over.remove(near)
                same += 1
    return 2 * same / (len(right) + len(said))


def _near(right: str, said: str) -> bool:
    if right == said:
        return True
    number = _number(right)
    if number or len(right) < 5 or abs(len(right) - len(said)) > 2:
        return bool(number) and number == _number(said)
    if right in _NEGATIONS or said in _NEGATIONS or _number(said):
        return False
    return slip(right, said) is not None


def _aligned(right: tuple[str, ...], said: tuple[str, ...]) -> dict[int, int]:
    """Which word of the quotation is which typed word, in order: the longest common subsequence."""
    first = 0
    shorter = min(len(right), len(said))
    while first < shorter and right[first] == said[first]:
        first += 1
    last = 0
    while last < shorter - first and right[-1 - last] == said[-1 - last]:
        last += 1
    pairs = {index: index for index in range(first)}
    pairs.update({len(right) - 1 - index: len(said) - 1 - index for index in range(last)})
    middle = _subsequence(right[first : len(right) - last], said[first : len(said) - last])
    pairs.update({first + one: first + two for one, two in middle})
    return pairs


def _subsequence(right: tuple[str, ...], said: tuple[str, ...]) -> list[tuple[int, int]]:
    same = [
        [one == two for two in said] if len(one) < 5 and not _number(one) else [_near(one, two) for two in said]
        for one in right
    ]
    table = [[0] * (len(said) + 1) for _ in range(len(right) + 1)]
    for one in range(len(right) - 1, -1, -1):
        row, below, near = table[one], table[one + 1], same[one]
        for two in range(len(said) - 1, -1, -1):
            row[two] = below[two + 1] + 1 if near[two] else max(below[two], row[two + 1])
    pairs = []
    one = two = 0
    while one < len(right) and two < len(said):
        if same[one][two]:
            pairs.append((one, two))
            one, two = one + 1, two + 1
        elif table[one + 1][two] >= table[one][two + 1]:
            one += 1
        else:
            two += 1
    return pairs


def _number(word: str) -> str:
    return word if word[-1].isdigit() else _NUMBERS.get(word, "")


def _other_number(
    right: tuple[str, ...], said: tuple[str, ...], missing: list[int], extra: list[int]
) -> tuple[str, str] | None:
    """A number that is not the quotation's, and the one that it stands for."""
    lost = [right[index] for index in missing if _number(right[index])]
    for index in extra:
        if _number(said[index]):
            return (lost[0] if lost else "–", said[index])
    return None


def _opposite(
    right: tuple[str, ...], said: tuple[str, ...], missing: list[int], extra: list[int]
) -> tuple[str, str] | None:
    """A word that was left out, and the opposite of it that was put in."""
    lost = [right[index] for index in missing]
    added = [said[index] for index in extra]
    return next(((one, two) for two in added for one in lost if opposite(one, two)), None)


def _turned(right: tuple[str, ...], said: tuple[str, ...], missing: list[int], extra: list[int]) -> bool:
    """Whether a negation was added, or dropped while the words that it denies stayed."""
    lost = [index for index in missing if _denies(right, index)]
    added = [index for index in extra if _denies(said, index)]
    if lost and added:
        kept = [index for index in range(len(right)) if index not in set(missing)]
        typed = [index for index in range(len(said)) if index not in set(extra)]
        places = [sum(index < one for index in kept) for one in lost]
        return places != [sum(index < one for index in typed) for one in added]
    if added:
        return True
    gone = set(missing)
    return any(_stayed(right, index, gone) for index in lost)


def _denies(row: tuple[str, ...], index: int) -> bool:
    word = row[index]
    if word in ("ne", "n"):
        return not any(other in _NEGATIONS or other in ("plus", "que", "qu", "personne") for other in row[index + 1 :])
    if word in ("plus", "personne"):
        return any(other in ("ne", "n") for other in row[max(0, index - 4) : index])
    return word in _NEGATIONS


def _stayed(row: tuple[str, ...], index: int, gone: set[int]) -> bool:
    """Whether the nearest full words on both sides of a dropped negation were typed."""
    before = next((at for at in range(index - 1, -1, -1) if row[at] not in _EMPTY), None)
    after = next((at for at in range(index + 1, len(row)) if row[at] not in _EMPTY), None)
    near = [at for at in (before, after) if at is not None]
    near = near or [at for at in (index - 1, index + 1) if 0 <= at < len(row)]
    return bool(near) and not any(at in gone for at in near)


def _contiguous(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    size = len(shorter)
    return any(longer[start : start + size] == shorter for start in range(len(longer) - size + 1))
