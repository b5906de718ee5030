"""Cloze: a sentence with `{{gaps}}`, each judged by its own kind.

A gap is written `{{Paris}}`, with a hint `{{Paris::capital}}`, with its kind `{{money: 42 000 dollars}}`, or both.
Several gaps are answered in one line, parted by ";", or by ",", "/", "and" or spaces where that gives one part for each
gap; or with the whole sentence.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from quiz.answers.verdict import Answer, Asked, Piece, Reason, Verdict
from quiz.language.pattern import pattern
from quiz.language.text import clean

#: The kinds that a gap can say; without one, what it holds decides.
GAP_KINDS: Final = ("answer", "person", "date", "money", "number", "quote")

_GAP: Final = pattern(r"\{\{(.*?)\}\}", re.DOTALL)
_KIND: Final = pattern(r"\s*(" + "|".join(GAP_KINDS) + r")\s*:(?!:)\s*")
_NUMBERED: Final = pattern(r"(?:^|(?<=[\s,]))\d[.)]\s+")
_ANKI: Final = pattern(r"\s*c\d+::")


class Gap(NamedTuple):
    """A gap and where it stands: `text[start:end]` is the whole of it, braces included.

    `kind` is "" where the gap does not say it (see `kind`). `problem` is "" for a gap that can be asked.
    """

    start: int
    end: int
    text: str
    kind: str = ""
    hint: str = ""
    problem: Literal["", "empty", "unclosed"] = ""


class Blank(NamedTuple):
    """A gap as it is asked: its number (from 1, 0 where there is one only), its kind, its hint; never its length."""

    number: int
    kind: str
    hint: str


@lru_cache(maxsize=4096)
def gaps(text: str) -> tuple[Gap, ...]:
    """The gaps of `text` in order, those with a problem too."""
    found: list[Gap] = []
    at = 0
    while (start := text.find("{{", at)) >= 0:
        match = _GAP.match(text, start)
        if match is None or "{{" in match[1]:
            at = text.find("{{", start + 2)
            at = len(text) if at < 0 else at
            found.append(Gap(start, at, text[start + 2 : at].strip(), problem="unclosed"))
            continue
        at = match.end()
        inside = _ANKI.sub("", match[1], count=1)
        said = _KIND.match(inside)
        kind, inside = (said[1], inside[said.end() :]) if said else ("", inside)
        right, _, hint = inside.partition("::")
        right = right.strip()
        found.append(Gap(start, at, right, kind, hint.strip(), "" if right else "empty"))
    return tuple(found)


def kind(gap: Gap, language: str) -> str:
    """The kind that a gap says, or that its text is."""
    from quiz.answers.kinds import kind_of

    return gap.kind or kind_of(gap.text, language)


def filled(text: str) -> str:
    """The whole sentence, its gaps filled with their right answers."""
    return _rebuilt(text, {gap.start: gap.text for gap in gaps(text)})


def alone(text: str, number: int) -> str:
    """The same sentence with the gap of that number (from 1) only, the others filled."""
    return _rebuilt(text, {gap.start: gap.text for place, gap in enumerate(gaps(text), 1) if place != number})


def asked_parts(text: str, language: str, number: int = 0) -> tuple[str | Blank, ...]:
    """The sentence as it is asked: runs of text and blanks; with `number` only that gap is blank."""
    found = gaps(text)
    parts: list[str | Blank] = []
    at = 0
    several = len(found) > 1 and not number
    for place, gap in enumerate(found, 1):
        parts.append(text[at : gap.start])
        if number in (0, place):
            parts.append(Blank(place if several else 0, kind(gap, language), gap.hint))
        else:
            parts.append(gap.text)
        at = gap.end
    parts.append(text[at:])
    return tuple(part for part in parts if part)


def question(text: str, language: str, names: dict[str, str] | None = None, number: int = 0) -> str:
    """The sentence as it is asked, in one line of text: "[date]", "[2: capital]", "[…]".

    `names` are the names of kinds as the reader's language says them; a hint is said instead of a name, and a plain
    answer (or no name) is an ellipsis.
    """
    names = names or {}
    said: list[str] = []
    for part in asked_parts(text, language, number):
        if isinstance(part, str):
            said.append(part)
            continue
        name = part.hint or ("…" if part.kind == "answer" else names.get(part.kind, "…"))
        said.append(f"[{part.number}: {name}]" if part.number else f"[{name}]")
    return "".join(said)


def _rebuilt(text: str, replaced: dict[int, str]) -> str:
    for gap in reversed(gaps(text)):
        if gap.start in replaced:
            text = text[: gap.start] + replaced[gap.start] + text[gap.end :]
    return text


# --- the kind --------------------------------------------------------------------------------------------------------


def check(answer: Answer, language: str) -> tuple[Reason, ...]:
    """A cloze has gaps, all closed, none empty, each readable as the kind that it says."""
    from quiz.answers.kinds import KINDS

    found = gaps(answer.text)
    if not found:
        return (Reason("no-gap"),)
    reasons: list[Reason] = []
    for gap in found:
        if gap.problem:
            reasons.append(Reason(f"gap-{gap.problem}", {"gap": gap.text}))
        elif gap.kind:
            reasons.extend(KINDS[gap.kind].check(Answer(gap.kind, gap.text), language))
    return tuple(reasons)


def show(answer: Answer, language: str) -> str:  # noqa: ARG001
    """What stands in the gaps, in order."""
    return "; ".join(gap.text for gap in gaps(answer.text))


def grade(answer: Answer, typed: str, asked: Asked) -> Verdict:
    """All gaps right is right; more than half, and the rest left empty or close, is close."""
    from quiz.answers.kinds import KINDS

    found = gaps(answer.text)
    pairs = [(kind(gap, asked.language), gap.text) for gap in found]
    if len(pairs) == 1:
        return _named(pairs[0][1], typed, asked, KINDS[pairs[0][0]].grade(Answer(*pairs[0]), typed, asked))
    parts = split(typed, len(pairs))
    if len(parts) == 1:
        parts = _told(answer.text, typed) or parts
    reasons: list[Reason] = []
    marks: list[str] = []
    pieces: list[Piece] = []
    for place, (name, right) in enumerate(pairs):
        part = parts[place] if place < len(parts) else ""
        verdict = _gap(name, right, part, asked)
        marks.append(verdict.mark if part else "empty")
        if verdict.mark != "right":
            code = "gap-missing" if not part else f"gap-{verdict.mark}"
            reasons.append(Reason(code, {"number": place + 1, "answer": right}))
            reasons.extend(verdict.reasons)
        pieces.extend(verdict.diff)
    if len(parts) > len(pairs):
        reasons.append(Reason("too-many-parts", {"count": len(pairs)}))
        return Verdict("wrong", tuple(reasons))
    if all(mark == "right" for mark in marks):
        return Verdict("right", tuple(reasons))
    close = "wrong" not in marks and (len(marks) - marks.count("empty")) * 2 > len(marks)
    return Verdict("close" if close else "wrong", tuple(reasons))


def _gap(name: str, right: str, part: str, asked: Asked) -> Verdict:
    from quiz.answers.kinds import KINDS

    if not part:
        return Verdict("wrong")
    if clean(part) == clean(right):
        return Verdict("right")
    return _named(right, part, asked, KINDS[name].grade(Answer(name, right), part, asked))


def _named(right: str, part: str, asked: Asked, verdict: Verdict) -> Verdict:
    """What fills a gap that is a person's name is judged as one: the family name is enough."""
    if verdict.mark == "right" or not _is_person(right, asked.language):
        return verdict
    from quiz.answers import person

    again = person.grade(Answer("person", right), part, asked)
    return again if again.mark == "right" else verdict


def _is_person(text: str, language: str) -> bool:
    """Whether a text is plainly a person's name: a common given name and a family name."""
    from quiz.answers.kinds import kind_of
    from quiz.language.names import parse

    readings = parse(text, language) if kind_of(text, language) == "answer" else []
    name = readings[0].value if readings and readings[0].sure == 1.0 else None
    return name is not None and bool(name.given) and not name.organisation


def _told(text: str, typed: str) -> tuple[str, ...]:
    """What the gaps hold where the whole sentence was typed; () where it was not."""
    if len(typed) > 2 * len(text):
        return ()
    segments, at = [], 0
    for gap in gaps(text):
        segments.append(text[at : gap.start])
        at = gap.end
    segments.append(text[at:])
    folded = [re.escape(clean(segment).strip(" .!?")) for segment in segments]
    said = re.fullmatch(r"\s*(.+?)\s*".join(folded), clean(typed).strip(" .!?"), re.IGNORECASE)
    return tuple(said.groups()) if said and any(re.search(r"\w", segment) for segment in segments) else ()


def split(typed: str, count: int) -> tuple[str, ...]:
    """What was typed for each of `count` gaps: parted by ";", else by "," where that gives as many parts."""
    if count < 2:
        return (typed.strip(),)
    if ";" in typed:
        parts = [part.strip() for part in typed.split(";")]
        while len(parts) > count and not parts[-1]:
            parts.pop()
        return tuple(parts)
    typed = _NUMBERED.sub(lambda match: "" if match.start() == 0 else ", ", typed.strip())
    for separator in (r",(?!\d)|(?<!\d),", r",\s+", r",", r"\s*\n\s*", r"\s+[/|]\s+|\|", r"\s+(?:et|and|&)\s+", r"\s+"):
        parts = [part.strip() for part in re.split(separator, typed)]
        if len(parts) == count:
            return tuple(parts)
    return (typed.strip(),)
