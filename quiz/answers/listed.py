"""Lists: in any order unless the order is asked; each item by its own kind; what is missing is named."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from quiz.answers.verdict import Answer, Asked, Mark, Other, Reason, Verdict
from quiz.language.names import parse
from quiz.language.pattern import pattern
from quiz.language.text import fold, plain

#: How many missing items are named.
MOST_NAMED: Final = 8
_SURE: Final = pattern(r"\s*[;\n|•]\s*")
#: Arrows and signs between the steps of an ordered list.
_ARROWS: Final = pattern(r"\s*(?:->|=>|→|⇒|➔|>|<)\s*")
_SOFT: Final = pattern(
    r"\s*,(?!\d)\s*(?:(?:and|et|puis|then)\s+)?|\s*,(?=\d)"
    r"|\s+(?:and|et|puis|then|ainsi que|as well as|&|\+|/)\s+|(?<=[^\W\d])/(?=[^\W\d])",
    re.IGNORECASE,
)
_NUMBERED: Final = pattern(r"(?:^|(?<=[\s;,]))(?:\d{1,2}[.)]|[a-h]\)|[-*–—•])\s+")
_LED: Final = pattern(
    r"^\s*(?:first of all|first|firstly|secondly|next|after that|lastly|(?:tout )?d'abord|ensuite|après|apres"
    r"|en premier|en dernier|pour finir)\s*[,:]?\s+",
    re.IGNORECASE,
)
_BEFORE: Final = pattern(r"^\s*(?:and|et|puis|then|enfin|finally)\s+", re.IGNORECASE)


def check(answer: Answer, language: str) -> tuple[Reason, ...]:  # noqa: ARG001
    """A list has two items or more, none empty, all different."""
    if len(answer.items) < 2 or not all(item.strip() for item in answer.items):
        return (Reason("too-few-items"),)
    keys = [plain(item) for item in answer.items]
    twice = next((item for item, key in zip(answer.items, keys, strict=True) if keys.count(key) > 1), None)
    return (Reason("same-items", {"item": twice}),) if twice is not None else ()


def show(answer: Answer, language: str) -> str:  # noqa: ARG001
    """The items in the order in which they were written."""
    return ("; " if any(_SOFT.search(item) or ";" in item for item in answer.items) else ", ").join(answer.items)


def grade(answer: Answer, typed: str, asked: Asked) -> Verdict:
    """All items are right; more than half of them and none that does not belong is close."""
    said = _found(answer, typed, asked.language)
    places = [place for place, _, _ in said if place >= 0]
    intruders = [piece for place, _, piece in said if place < 0]
    missing = [item for place, item in enumerate(answer.items) if place not in places]
    reasons: list[Reason] = []
    if intruders:
        reasons.append(Reason("intruders", {"items": _few(intruders), "count": len(intruders)}))
    if missing:
        reasons.append(Reason("missing", {"items": _few(missing), "count": len(missing)}))
    moves = _moves(list(dict.fromkeys(places))) if answer.ordered else 0
    if moves:
        reasons.append(Reason("order", {"count": moves}))
    slips = [answer.items[place] for place, mark, _ in said if mark == "close"]
    if slips:
        reasons.append(Reason("near-items", {"items": ", ".join(dict.fromkeys(slips)), "count": len(slips)}))
    return Verdict(_mark(answer, len(missing), len(intruders), moves, len(slips)), tuple(reasons))


def _few(items: list[str]) -> str:
    """The items in one line; of many the first, and how many there are: the whole answer is shown anyway."""
    return ", ".join(items) if len(items) <= MOST_NAMED else f"{', '.join(items[:MOST_NAMED])}, … ({len(items)})"


def _mark(answer: Answer, missing: int, intruders: int, moves: int, slips: int) -> Mark:
    count = len(answer.items)
    if intruders or (count - missing) * 2 <= count or moves > 1 or (moves and count < 3):
        return "wrong"
    return "close" if missing or moves or slips else "right"


def _moves(places: list[int]) -> int:
    """How many items must be moved to put the typed ones in order: all but the longest rising run."""
    best: list[int] = []
    for index, place in enumerate(places):
        best.append(1 + max((best[before] for before in range(index) if places[before] < place), default=0))
    return len(places) - max(best, default=0)


# --- which typed piece is which item ---------------------------------------------------------------------------------


def _found(answer: Answer, typed: str, language: str) -> list[tuple[int, Mark, str]]:
    """The typed pieces in order, each with the place of its item (-1: none) and how well it fits."""
    said: list[tuple[int, Mark, str]] = []
    if not any(sign in item for item in answer.items for sign in "<>→⇒➔"):
        typed = _ARROWS.sub("; ", typed)
    typed = _NUMBERED.sub(lambda match: "" if match.start() == 0 else "; ", typed.strip())
    for chunk in _SURE.split(typed):
        if chunk.strip(" ,.;:"):
            said.extend(_chunk(answer, chunk, language))
    kept: dict[tuple[int, str], tuple[int, Mark, str]] = {}
    for place, mark, piece in said:
        key = (place, "" if place >= 0 else plain(piece))
        if key not in kept or (mark == "right" and kept[key][1] == "close"):
            kept[key] = (place, mark, piece)
    return list(kept.values())


def _chunk(answer: Answer, chunk: str, language: str) -> list[tuple[int, Mark, str]]:
    """Pieces between soft separators; neighbours are one piece where only together they are an item."""
    cuts = [(match.start(), match.end()) for match in _SOFT.finditer(chunk)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(chunk)]
    said: list[tuple[int, Mark, str]] = []
    at = 0
    while at < len(starts):
        step = 1
        piece = _bare(chunk[starts[at] : ends[at]])
        place, mark = -1, "wrong"
        for last in range(min(len(ends), at + 4) - 1, at - 1, -1):
            joined = _bare(chunk[starts[at] : ends[last]])
            place, mark = _item(answer, joined, language)
            if mark == "wrong" and (led := _LED.sub("", joined)) != joined:
                place, mark = _item(answer, led, language)
            if mark == "right" or (last == at and mark == "close"):
                step, piece = last - at + 1, joined
                break
            place, mark = -1, "wrong"
        if piece:
            if place < 0 and " " in piece:
                said.extend(_unseparated(answer, piece, language))
            else:
                said.append((place, mark, piece))  # type: ignore[arg-type]
        at += step
    return said


def _bare(piece: str) -> str:
    return _BEFORE.sub("", piece).strip(" ,.;:")


def _unseparated(answer: Answer, piece: str, language: str) -> list[tuple[int, Mark, str]]:
    """Items typed with spaces only between them; the piece itself, an intruder, where that does not come out."""
    words = piece.split()
    said: list[tuple[int, Mark, str]] = []
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + 6), at, -1):
            part = " ".join(words[at:end])
            place, mark = _item(answer, part, language)
            if mark == "right":
                said.append((place, mark, part))
                at = end
                break
        else:
            return [(-1, "wrong", piece)]
    return said


@lru_cache(maxsize=8192)
def _item(answer: Answer, piece: str, language: str) -> tuple[int, Mark]:
    """The item that a piece is, and how well; right before close."""
    close = -1
    if not piece:
        return -1, "wrong"
    for place, forms in enumerate(_forms(answer, language)):
        for form in forms:
            mark = _fit(form, piece)
            if mark == "right":
                return place, "right"
            if mark == "close" and close < 0:
                close = place
    return close, "close" if close >= 0 else "wrong"


@lru_cache(maxsize=1024)
def _forms(answer: Answer, language: str) -> tuple[tuple[tuple[Answer, Asked], ...], ...]:
    """Each item as answers of its kind: itself, and what an `accept` line gives beside it ("USA / United States")."""
    lines = [[part.strip() for part in entry.split(" / ")] for entry in answer.accept if " / " in entry]
    found = []
    for item in answer.items:
        texts = [item]
        for line in lines:
            if fold(item) in (fold(part) for part in line):
                texts += [part for part in line if fold(part) != fold(item)]
        found.append(tuple(pair for text in texts for pair in _kinds(text, answer.items, language)))
    return tuple(found)


def _kinds(text: str, items: tuple[str, ...], language: str) -> list[tuple[Answer, Asked]]:
    from quiz.answers.kinds import kind_of

    kind = kind_of(text, language)
    pairs = [(Answer(kind, text), Asked(language=language))]
    if kind == "answer" and (readings := parse(text, language)):
        name = readings[0].value
        if name.given and readings[0].sure == 1.0 and not name.organisation:
            others = tuple(Other(item, "", Answer("person", item)) for item in items if item != text)
            pairs.append((Answer("person", text), Asked(language=language, others=others)))
    return pairs


def _fit(form: tuple[Answer, Asked], piece: str) -> Mark:
    from quiz.answers.kinds import judge

    answer, asked = form
    if plain(piece) == plain(answer.text):
        return "right"
    verdict = judge(answer, piece, asked)
    if verdict.mark == "close" and verdict.reasons and verdict.reasons[0].code in ("extra-words", "incomplete"):
        return "wrong"
    return verdict.mark
