"""Acronyms and their long forms: "Syndicat des ouvriers du port (SOP)" is one party with two names."""

from __future__ import annotations

from typing import Final

from quiz.derive.people.atoms import Atom
from quiz.derive.people.evidence import Draft
from quiz.derive.people.naming import Naming
from quiz.language.text import word_set

#: What a name is told whose words became part of a longer one.
ABSORBED: Final = -3


_SMALL: Final = word_set("de du des d la le l les of the and et & for pour en in a au aux on sur")


def long_forms(rows: list[list[Atom]], found: list[Naming]) -> None:
    """Before an acronym in parentheses the whole long form is the name: "Syndicat des ouvriers du port (SOP)"."""
    for row in rows:
        for at in range(2, len(row) - 1):
            if row[at].name < 0 or row[at - 1].key != "(" or row[at + 1].key != ")":
                continue
            letters = row[at].key.replace(".", "")
            if not 2 <= len(letters) <= 9 or (
                not any(char.isupper() for char in row[at].text[1:]) and len(letters) < 4
            ):
                continue
            start = _initials_from(row, at - 2, letters)
            if start is None:
                continue
            head = next((one for one in row[start : at - 1] if one.name >= 0), None)
            if head is None or start != row.index(head):
                continue
            long = found[head.name]
            last = at - 2
            if row[last].end > long.end:
                long.words = tuple(_glued(row[start : last + 1]))
                long.keys = tuple(key for one in row[start : last + 1] for key in one.key.split())
                long.end = row[last].end
                long.sure = "organisation"
                kept = [one for one in row[start : last + 1] if one.name >= 0][1:]
                for one in kept:
                    found[one.name].party = ABSORBED
                row[start : last + 1] = [
                    head._replace(end=row[last].end, text=long.surface, key=" ".join(long.keys))
                ] + [_gone(row[last].end)] * (last - start)
            long.sure = "organisation"


def _gone(place: int) -> Atom:
    return Atom(place, place, "", "", "gone", opens=False, quoted=False)


def _glued(parts: list[Atom]) -> list[str]:
    shown: list[str] = []
    last = -1
    for one in parts:
        if shown and one.start == last:
            shown[-1] += one.text
        else:
            shown.extend(one.text.split())
        last = one.end
    return shown


def _initials_from(row: list[Atom], end: int, letters: str) -> int | None:
    """Where the words begin whose initials, in order, are the letters; None where no words before `end` have them."""
    at = end
    steps = 0
    while at >= 0 and steps < 14:
        one = row[at]
        if one.kind == "mark" and one.key not in ("&", "-", "'"):
            return None
        if one.capital and one.key[:1] == letters[0] and _spell(row[at : end + 1], letters):
            return at
        at -= 1
        steps += 1
    return None


def _spell(parts: list[Atom], letters: str) -> bool:
    """Whether the words spell the letters: each word gives its first letter, and may give more of them."""
    heads = [key for one in parts for part in one.key.split() for key in part.split("-") if key not in _SMALL]
    if len(heads) > len(letters) or not heads:
        return False
    at = 0
    for head in heads:
        if at >= len(letters) or head[0] != letters[at]:
            return False
        at += 1
        left = len(letters) - at
        need = len(heads) - heads.index(head) - 1
        inner = 1
        while left > need and inner < len(head):
            if head[inner] == letters[at]:
                at += 1
                left -= 1
            inner += 1
            if at >= len(letters):
                break
    return at == len(letters)


def acronyms(rows: list[list[Atom]], found: list[Naming], drafts: list[Draft]) -> None:
    """A long name and the acronym in parentheses beside it are one party, in either order."""
    merged: dict[int, int] = {}
    for row in rows:
        for at in range(2, len(row) - 1):
            if row[at].name < 0 or row[at - 1].key != "(" or row[at + 1].key != ")":
                continue
            before = at - 2
            while before > 0 and row[before].kind == "gone":
                before -= 1
            if row[before].name < 0:
                continue
            one, two = found[row[before].name].party, found[row[at].name].party
            if one < 0 or two < 0 or one == two:
                continue
            short, long = (two, one) if len(drafts[two].name) < len(drafts[one].name) else (one, two)
            acronym = drafts[short].name
            if len(drafts[short].keys) > 1 or sum(char.isupper() for char in acronym) < 2:
                continue
            heads = [key for key in drafts[long].keys if key not in _SMALL]
            spelt = heads and heads[0][0] == acronym[0].lower() and len(heads) > 1
            if spelt or (drafts[long].kind == "organisation" and len(acronym) > 2 and drafts[short].kind != "place"):
                merged[short] = long
    for short, long in merged.items():
        drafts[long].names.update(drafts[short].names)
        drafts[long].signs["organisation"] += 3
        drafts[long].aliases.add(drafts[short].name)
        for naming in found:
            if naming.party == short:
                naming.party = long
