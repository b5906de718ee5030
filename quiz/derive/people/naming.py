"""Where names stand in an article: what the reader of names found, mended by what only a whole article can tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from quiz.derive.people import words
from quiz.derive.people.atoms import Atom
from quiz.derive.people.given import gender_of
from quiz.derive.people.kinds import Gender
from quiz.derive.people.openings import institution_end, recovered_names
from quiz.derive.people.runs import known_words, mended, parted
from quiz.language.reading import Reading


@dataclass(slots=True)
class Naming:
    """A name where it stands. `title` and `article` came before it; `sure` is the kind that the reader told.

    `passage` is the number of its row; `party` that of its party, -1 where it has none.
    """

    passage: int
    start: int
    end: int
    words: tuple[str, ...]
    keys: tuple[str, ...]
    quoted: bool
    title: str = ""
    gender: Gender = ""
    sure: str = ""
    article: str = ""
    party: int = -1

    @property
    def surface(self) -> str:
        """The name as it stands, without titles."""
        return " ".join(self.words)


def namings(rows: list[list[Atom]], readings: Iterable[Reading[Any]], language: str) -> list[Naming]:
    """The names in the rows of atoms; the rows then hold each name as one atom."""
    names = [one for one in readings if one.kind in ("person", "organisation", "name")]
    ranges: list[list[tuple[int, int, str]]] = []
    at = 0
    for row in rows:
        ranges.append([])
        last = row[-1].end if row else 0
        where = 0
        while at < len(names) and row and names[at].start < last:
            one = names[at]
            at += 1
            if one.end <= row[0].start:
                continue
            while where < len(row) and row[where].end <= one.start:
                where += 1
            end = where
            while end < len(row) and row[end].start < one.end:
                end += 1
            if where < end:
                ranges[-1].extend(parted(row, where, end, one.kind))
                where = end
    ranges = [mended(row, spans) for row, spans in zip(rows, ranges, strict=True)]
    known = known_words(rows, ranges)
    found: list[Naming] = []
    for number, (row, spans) in enumerate(zip(rows, ranges, strict=True)):
        whole = recovered_names(row, spans, known, language)
        rows[number] = _with_names(row, whole, number, found, language)
    return found


def _with_names(
    row: list[Atom], spans: list[tuple[int, int, str]], number: int, found: list[Naming], language: str
) -> list[Atom]:
    """The row with each name as one atom; the names are appended to `found`."""
    made: list[Atom] = []
    at = 0
    for first_at, last_at, kind in spans:
        start = max(first_at, at)
        end = institution_end(row, first_at, last_at, language) if kind != "person" else last_at
        if start >= end:
            continue
        naming = _naming(row, start, end, number, kind, language)
        if not naming.keys:
            continue
        made.extend(row[at:start])
        first = row[start]
        made.append(
            Atom(
                naming.start,
                naming.end,
                naming.surface,
                " ".join(naming.keys),
                "name",
                first.opens,
                first.quoted,
                len(found),
            )
        )
        # A title outside the run ("le pape François") belongs to the name, but stays a word of the row.
        found.append(naming)
        at = end
    made.extend(row[at:])
    return made


def _naming(row: list[Atom], start: int, end: int, number: int, kind: str, language: str) -> Naming:
    parts = list(row[start:end])
    title, gender = "", ""
    while (
        len(parts) > 1
        and parts[1].kind != "clitic"
        and (parts[0].key in words.TITLES or parts[0].key in words.DIGNITIES)
    ):
        title = title or parts[0].text
        gender = gender or words.TITLES.get(parts[0].key, "") or words.DIGNITIES.get(parts[0].key, "")
        parts.pop(0)
    before = row[start - 1] if start else None
    if not title and before is not None:
        dignity = before.key in words.DIGNITIES and (before.key not in words.HUMANS or len(parts) == 1)
        civil = before.key in words.TITLES and (before.capital or before.key in ("sir", "maitre", "docteur"))
        if civil or (dignity and len(parts) < 3 and kind != "organisation" and not before.key.endswith("re")):
            title = before.text
            gender = words.TITLES.get(before.key, "") or words.DIGNITIES.get(before.key, "")
    texts = tuple(_shown(_without_nickname(parts)))
    parts = _without_nickname(parts)
    keys = tuple(one.key for one in parts if one.kind != "mark")
    sure = kind
    if title:
        sure = "person"
    if not gender and len(parts) > 1:
        gender = gender_of(parts[0].key, language)
    article = before.key if before is not None and before.key in words.DEFINITE else ""
    return Naming(
        number,
        row[start].start,
        row[end - 1].end,
        texts,
        keys,
        row[start].quoted,
        title,
        _gender(gender),
        sure,
        article,
    )


def _without_nickname(parts: list[Atom]) -> list[Atom]:
    opened = next((at for at, one in enumerate(parts) if one.key in ('"', "«", "“", "‘", "(")), -1)
    closed = next((at for at, one in enumerate(parts) if at > opened and one.key in ('"', "»", "”", "’", ")")), -1)
    return parts if opened < 1 or closed < 0 else parts[:opened] + parts[closed + 1 :]


def _gender(gender: str) -> Gender:
    return "m" if gender == "m" else "f" if gender == "f" else ""


def _shown(parts: list[Atom]) -> list[str]:
    """The words as they stand, what was glued kept glued ("d'Aubrac")."""
    shown: list[str] = []
    last = -1
    for one in parts:
        text = one.text.replace("\u00ad", "")
        if shown and one.start == last:
            shown[-1] += text
        else:
            shown.append(text)
        last = one.end
    return shown
