"""Marks of emphasis found in pairs and taken away: `*so*`, `__so__`, `~~so~~`; `2 * 3` and `a_b_c` stay."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_RUN: Final = re.compile(r"\*+|_+|~~")


def without_emphasis(text: str) -> str:
    """`text` without its pairs of marks, in one pass: the flanking rules of CommonMark 0.31 (§6.2), made simpler.

    A run of marks opens where a word follows and closes where one precedes; underscores do neither inside a word.
    A closing run takes marks from the last open run of its sign, as many as both have.
    """
    runs = list(_RUN.finditer(text))
    if len(runs) < 2:
        return text
    left = [len(run[0]) for run in runs]
    open_runs: dict[str, list[int]] = {"*": [], "_": [], "~": []}
    for number, run in enumerate(runs):
        sign = run[0][0]
        opens, closes = _flanks(text, run.start(), run.end(), sign)
        waiting = open_runs[sign]
        while closes and left[number] and waiting:
            taken = min(left[number], left[waiting[-1]])
            left[number] -= taken
            left[waiting[-1]] -= taken
            if not left[waiting[-1]]:
                waiting.pop()
        if opens and left[number]:
            waiting.append(number)
    parts, at = [], 0
    for run, kept in zip(runs, left, strict=True):
        parts += [text[at : run.start()], run[0][:kept]]
        at = run.end()
    return "".join([*parts, text[at:]])


def _flanks(text: str, start: int, end: int, sign: str) -> tuple[bool, bool]:
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    left = not after.isspace() and (not _punctuation(after) or before.isspace() or _punctuation(before))
    right = not before.isspace() and (not _punctuation(before) or after.isspace() or _punctuation(after))
    if sign == "_":
        return left and (not right or _punctuation(before)), right and (not left or _punctuation(after))
    return left, right


def _punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"
