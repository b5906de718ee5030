"""Sentences with gaps as others write them → ours. What our gaps cannot hold becomes a question with its answer."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from quiz.answers.cloze import gaps
from quiz.deck.cloze import GAP, fault

_ANKI: Final = re.compile(r"\{\{c(\d{1,3})::", re.IGNORECASE)


class Part(NamedTuple):
    """A run of a sentence; a gap has a group, gaps of one group being asked together by the program that wrote it."""

    text: str
    group: int = 0
    hint: str = ""


class Sentence(NamedTuple):
    """A sentence as a card: a cloze (then `question` is ""), or a question whose answer would not fit into a gap."""

    question: str
    answer: str


def sentences(parts: list[Part], *, apart: bool = False) -> list[Sentence]:
    """The cards of a sentence: one with all gaps, or with `apart` one for each group of gaps.

    [] without a gap, and where nothing is left beside the gaps (`why_none`).
    """
    parts = [part for part in parts if part.text.strip() or not part.group]
    groups = sorted({part.group for part in parts if part.group})
    if not groups:
        return []
    if not apart:
        whole = _one(parts, set(groups))
        if whole is not None:
            return [whole]
    found = []
    for group in groups:
        one = _one(parts, {group})
        if one is None and any(char.isalnum() for part in parts if part.group != group for char in part.text):
            one = _asked(parts, group)
        if one is not None:
            found.append(one)
    return found


def why_none(parts: list[Part]) -> str:
    """The code of what is wrong with parts of which no card comes."""
    return "cloze-all-gap" if any(part.group and part.text.strip() for part in parts) else "import-gap"


def _one(parts: list[Part], groups: set[int]) -> Sentence | None:
    """The sentence with the gaps of these groups; None if it would be read as something else."""
    said: list[str] = []
    wanted: list[tuple[str, str]] = []
    for part in parts:
        if part.group not in groups:
            said.append(part.text)
            continue
        text, hint = " ".join(part.text.split()), " ".join(part.hint.split())
        said.append("{{" + text + (f"::{hint}" if hint else "") + "}}")
        wanted.append((text, hint))
    sentence = "".join(said).strip()
    read = gaps(sentence)
    if fault(sentence) or [(gap.text, gap.hint) for gap in read] != wanted or any(gap.kind for gap in read):
        return None
    return Sentence("", sentence)


def _asked(parts: list[Part], group: int) -> Sentence:
    question = "".join(GAP if part.group == group else part.text for part in parts).strip()
    answer = "; ".join(dict.fromkeys(" ".join(part.text.split()) for part in parts if part.group == group))
    return Sentence(question, answer)


def anki(text: str) -> tuple[list[Part], bool]:
    """The parts of Anki's `{{c1::gap::hint}}` (Anki manual, "Cloze deletion"), and whether gaps stood within gaps.

    Of gaps within a gap the outer one counts. What is not closed is text.
    """
    parts: list[Part] = []
    at, nested = 0, False
    while (match := _ANKI.search(text, at)) is not None:
        end, inner = _closing(text, match.end())
        if end < 0:
            break
        parts.append(Part(text[at : match.start()]))
        inside = text[match.end() : end]
        if inner:
            nested = True
            inside = "".join(part.text for part in anki(inside)[0])
        gap, _, hint = inside.partition("::")
        parts.append(Part(gap, int(match[1]) or 1, hint))
        at = end + 2
    parts.append(Part(text[at:]))
    return [part for part in parts if part.text], nested


def _closing(text: str, at: int) -> tuple[int, bool]:
    """Where the gap that opened before `at` closes, and whether others opened in it."""
    depth, nested = 1, False
    while True:
        end = text.find("}}", at)
        if end < 0:
            return -1, nested
        opened = _ANKI.search(text, at, end)
        if opened:
            depth, nested, at = depth + 1, True, opened.end()
            continue
        depth -= 1
        if not depth:
            return end, nested
        at = end + 2


def has_anki(text: str) -> bool:
    """Whether there is such a gap."""
    return "{{c" in text.lower() and _ANKI.search(text) is not None
