"""The lines that say when a page was published, and who wrote it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from quiz.language import dates
from quiz.language.pattern import pattern
from quiz.language.text import fold, word_set

#: A line with more words tells something.
_WORDS: Final = 26
_LONGEST: Final = 200
_TIME_END: Final = pattern(r"(?i)[ap]\.m\.$")
_YEAR: Final = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}[/.]\d{1,2}[/.]\d\d(?!\d)")
_SEGMENT: Final = pattern(r"\s*[|·•]\s*|\s{2,}|\s+[–—-]\s+|\t+|\.\s+(?=[A-ZÀ-Ý])")
#: What such a line begins with, if it is closed by a full stop like a sentence.
_LABEL: Final = pattern(r"(?i)(?:publi[ée]e?|published|posted|updated|modifi[ée]e?|mis[e]? [àa] jour)\b")
_TIME: Final = pattern(
    r"(?i)\b\d{1,2}\s?(?:[:h.]\s?\d{2}(?::\d{2})?|h)(?!\w)|\b\d{1,2}\s?[ap]\.?m\.?(?!\w)|[+-]\d\d:?\d\d\b"
)
_WORD: Final = pattern(r"[^\W\d_]+")
_SPOKEN: Final = word_set(
    "publie publiee publication mis mise a jour modifie modifiee actualise actualisee ecrit poste cree le la du au en "
    "et dernier derniere modification lundi mardi mercredi jeudi vendredi samedi dimanche heure heures h min date "
    "published publish posted updated update last modified first created on at and the by of as monday tuesday "
    "wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun am pm a m p gmt utc est "
    "edt cst cdt pst pdt mst mdt bst cet cest et pt ct mt ist jst aest paris london new york time temps local"
)
_PUBLISHED: Final = pattern(r"(?i)\b(?:publi|posted|first|creat|cr[ée]{2}|[ée]crit|paru)")
_UPDATED: Final = pattern(r"(?i)\b(?:updated?|mis[e]? [àa] jour|modifi|actualis|last|maj\b|derni[èe]re)")
_AGENCY: Final = pattern(r"\([A-Z][\w /&.-]{1,30}\)|\b[A-Z]{2,6}\b")
_PLACE_AND_DATE: Final = pattern(r"[A-ZÀ-Ý][^.!?]{1,60}?(?:\([^()]{2,30}\)\s*)?(?:[-–—]{1,2}|:)\s")
_BY: Final = pattern(
    r"(?:^|[|·•]\s*|\s{2,})(?:[A-ZÀ-Ý]{4,}\s*)?(?i:par|by|(?:written|words|text|posted|interview|reporting|story) by"
    r"|(?:propos recueillis|recueilli|rédigé|publié|écrit|texte) par|auteure?\s*:|author\s*:)\s+"
)
_NAME: Final = pattern(
    r"[A-ZÀ-Ý][\w'’.-]*(?:\s+(?:(?:de|du|des|la|le|van|von|der|den|bin|al|el|da|di|y|d['’]|D['’])\s?)*(?:d['’])?[A-ZÀ-Ý][\w'’.-]*){1,3}"
)
_OTHERS: Final = pattern(r"^\s*,?\s*(?:et|and|&|,)\s+")


def is_dateline(text: str, language: str) -> bool:
    """Whether a line says when the page was published or updated (and perhaps by whom, or where), and nothing else."""
    if len(text) > _LONGEST or _YEAR.search(text) is None or len(text.split()) > _WORDS:
        return False
    if text[-1] == "." and _LABEL.match(text):
        text = text[:-1]
    if text[-1] in ".!?»”" and _TIME_END.search(text) is None:
        return False
    segments = _SEGMENT.split(text.strip("*_()[] \u00a0"))
    dated = [_says_only_when(segment, language) for segment in segments]
    if any(dated):
        return all(said or len(segment.split()) <= 6 for said, segment in zip(dated, segments, strict=True))
    return _placed(text, language)


def published(lines: Iterable[str], language: str) -> str:
    """The day on which a page was published, by its lines: what it calls so, before what it calls updated; or ""."""
    best: dict[int, str] = {}
    for line in lines:
        for at, iso in _days(line, language):
            label = line[:at]
            first, again = _last(_PUBLISHED, label), _last(_UPDATED, label)
            rank = 2 if again > first else 0 if first >= 0 else 1
            best.setdefault(rank, iso)
    return next((best[rank] for rank in sorted(best)), "")


def dateline_of(text: str, language: str) -> str:
    """The day with which the first paragraph of a dispatch begins ("PARIS, 3 mars 2024 (AFP) - …"), or ""."""
    match = _PLACE_AND_DATE.match(text)
    return next((iso for _, iso in _days(match[0], language)), "") if match is not None else ""


def authors(lines: Iterable[str]) -> Iterator[str]:
    """The names in the bylines of a page."""
    for line in lines:
        for by in _BY.finditer(line):
            at = by.end()
            while (name := _NAME.search(line, at)) is not None and name.start() - at <= 40:
                yield name[0] if not name[0].isupper() else name[0].title()
                other = _OTHERS.match(line[name.end() :])
                if other is None:
                    break
                at = name.end() + other.end()


def _days(line: str, language: str) -> Iterator[tuple[int, str]]:
    if _YEAR.search(line) is None:
        return
    for one in dates.find(line, language):
        date = one.value
        if date.end is None and not date.inferred and date.year and date.month and date.day:
            yield one.start, f"{date.year:04d}-{date.month:02d}-{date.day:02d}"


def _last(label: object, text: str) -> int:
    return max((match.start() for match in label.finditer(text)), default=-1)  # type: ignore[attr-defined]


def _says_only_when(segment: str, language: str) -> bool:
    rest = _without_dates(segment, language)
    if rest is None:
        return False
    return all(word in _SPOKEN for word in _WORD.findall(fold(_TIME.sub(" ", rest))))


def _placed(text: str, language: str) -> bool:
    """Whether a line is the place, the date and the agency alone."""
    rest = _without_dates(text, language)
    if rest is None or text.rstrip()[-1:] in ".!?":
        return False
    words = _WORD.findall(_TIME.sub(" ", _AGENCY.sub(" ", rest)))
    return len(words) <= 4 and all(word[0].isupper() or fold(word) in _SPOKEN for word in words)


def _without_dates(text: str, language: str) -> str | None:
    """The text without its dates, None if it has none."""
    found = [one for one in dates.find(text, language) if one.value.year]
    if not found:
        return None
    for one in reversed(found):
        text = text[: one.start] + " " + text[one.end :]
    return text
