"""A clause made to stand alone: without weekdays and linking adverbs, "last year" by its year, the subject by its "
"name.
"""

from __future__ import annotations

from typing import Final

from quiz.derive.asking import naming, words
from quiz.derive.asking.commas import Clause
from quiz.derive.asking.drafts import capital
from quiz.derive.asking.predicates import verb_at
from quiz.derive.asking.referring import named
from quiz.derive.asking.sentence import Token
from quiz.derive.document import Scene
from quiz.derive.fact import Span
from quiz.language.text import word_set


def tidy(scene: Scene, clause: Clause, value: Span, language: str) -> Clause:
    """Weekdays and linking adverbs left out, the subject by its name."""
    clause = _dated_again(scene, _plain(_timeless(clause, value, language), value, language), value, language)
    return named(scene, _told(clause, language), value, language)


def _timeless(clause: Clause, value: Span, language: str) -> Clause:
    """Without an opening that counts from another day: "Il y a quelques semaines, …", "Two years later, …"."""
    end = next((at for at, token in enumerate(clause[:_LONGEST_OPENING]) if token.text == ","), 0)
    opening = clause[:end]
    if not end or any(token.kind in ("name", "quote") or token.start < value.end <= token.end for token in opening):
        return clause
    said = f" {' '.join(token.low for token in opening)} ".replace("' ", "'")
    if not any(f" {one} " in said for one in _RELATIVE_TIMES[language]) or _known(said, language):
        return clause
    rest = clause[end + 1 :]
    return rest if verb_at(rest, language) > 0 else clause


def _known(said: str, language: str) -> bool:
    """Whether an opening is a year that follows from the day of publication."""
    return said.strip() in _YEARS[language]


_LONGEST_OPENING: Final = 9
#: What counts from a day that only the article tells.
_RELATIVE_TIMES: Final = {
    "fr": (
        "il y a", "plus tôt", "plus tard", "auparavant", "avant-hier", "hier", "aujourd'hui", "ce matin", "ce soir",
        "cette nuit", "cette semaine", "ce mois-ci", "le même jour", "ce jour-là", "la veille", "le lendemain",
        "dernier", "dernière", "derniers", "dernières", "récemment", "dernièrement", "à l'époque", "entre-temps",
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "désormais", "aussitôt", "peu après",
        "à ce jour", "l'an passé", "cet été", "cet hiver", "ce printemps", "cet automne", "la même année", "après cela",
    ),
    "en": (
        "ago", "earlier", "later", "previously", "yesterday", "today", "this morning", "this week", "this month",
        "that day", "the same day", "the day before", "last", "past", "recently", "at the time", "overnight", "now",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "this summer", "this winter",
        "this spring", "this autumn", "this fall", "soon after", "to date", "so far", "by then", "after that",
    ),
}  # fmt: skip


def _told(clause: Clause, language: str) -> Clause:
    """Of "X told us Y", "X said Y"."""
    for at, token in enumerate(clause[:-1]):
        if language == "en" and token.low == "told" and clause[at + 1].low in ("us", "me", "reporters"):
            return (*clause[:at], token._replace(text="said", low="said"), *clause[at + 2 :])
    return clause


def _dated_again(scene: Scene, clause: Clause, value: Span, language: str) -> Clause:
    """The clause with "last year" and "l'an passé" by the year that they mean, where the day of publication is "
    "known.
    """
    if not scene.document.published:
        return clause
    told: list[Token] = []
    at = 0
    while at < len(clause):
        if not clause[at].low.startswith(_TIME_OPENS[language]):
            told.append(clause[at])
            at += 1
            continue
        count, said = _time(clause[at : at + 3], scene.document.published, language)
        token = clause[at]
        if not count or token.start <= value.start < clause[at + count - 1].end:
            told.append(token)
            at += 1
            continue
        follow = clause[at + count].text[:1] if at + count < len(clause) else ""
        joined = at > 0 and clause[at - 1].low in words.PREPOSITIONS[language]
        if follow in ("'", "’") or (joined and said.split(" ")[0] not in ("en", "in")):
            return clause
        if joined:
            said = said.partition(" ")[2]
        told.append(token._replace(text=said if at else capital(said), low=said.lower(), kind="value"))
        at += count
    return tuple(told)


def _time(line: Clause, published: str, language: str) -> tuple[int, str]:
    """How many tokens at the beginning count from the day of publication, and the date that they mean."""
    for count in range(len(line), 0, -1):
        said = " ".join(token.low for token in line[:count]).replace("’", "'").replace("' ", "'")
        if meant := _meant(said, published, language):
            return count, meant
    return 0, ""


def _meant(said: str, published: str, language: str) -> str:
    """A year, a season or a month that is told from the day of publication, as a date that stands alone."""
    year, month = int(published[:4]), int(published[5:7] or 0)
    joint = "en" if language == "fr" else "in"
    if (step := _YEARS[language].get(said)) is not None:
        return f"{joint} {year + step}"
    if not month:
        return ""
    if (step := _MONTHS[language].get(said)) is not None:
        months = year * 12 + month - 1 + step
        return f"{joint} {naming.MONTHS[language][months % 12]} {months // 12}"
    season = _SEASONS[language].get(said)
    if season is None:
        return ""
    name, ends = season
    gone = said.startswith("last") or said.endswith(("dernier", "passé"))
    of = year - 1 if gone and month < ends else year
    return f"{name} {of}"


_MONTHS: Final = {
    "fr": {"le mois dernier": -1, "le mois passé": -1, "ce mois-ci": 0, "le mois prochain": 1},
    "en": {"last month": -1, "this month": 0, "next month": 1},
}
#: How a season is told with its year, and the month when it is over.
_SEASONS: Final = {
    "fr": {
        "ce printemps": ("au printemps", 6), "le printemps dernier": ("au printemps", 6),
        "cet été": ("à l'été", 9), "l'été dernier": ("à l'été", 9),
        "cet automne": ("à l'automne", 12), "l'automne dernier": ("à l'automne", 12),
    },
    "en": {
        f"{lead} {season}": (f"in the {season} of", ends)
        for season, ends in (("spring", 6), ("summer", 9), ("autumn", 12), ("fall", 12))
        for lead in ("this", "last")
    },
}  # fmt: skip
_YEARS: Final = {
    "fr": {"l'an dernier": -1, "l'an passé": -1, "l'année dernière": -1, "l'année passée": -1, "cette année": 0,
           "l'an prochain": 1, "l'année prochaine": 1},
    "en": {"last year": -1, "this year": 0, "next year": 1},
}  # fmt: skip


#: The words with which a time begins that counts from the day of publication.
_TIME_OPENS: Final = {
    "fr": ("l'", "le", "ce"),
    "en": ("last", "this", "next"),
}


#: Behind these a weekday is no time that can be left out.
_HOLDING: Final = {
    language: words.DETERMINERS[language] | words.PREPOSITIONS[language] - {"on"} | {"last", "next"}
    for language in ("fr", "en")
}
_DAYS: Final = {
    "fr": word_set("hier aujourd'hui demain"),
    "en": word_set("yesterday today tomorrow"),
}


def _plain(clause: Clause, value: Span, language: str) -> Clause:
    kept: list[Token] = []
    skip = 0
    for at, token in enumerate(clause):
        follow = clause[at + 1].low if at + 1 < len(clause) else ""
        if skip:
            skip -= 1
            continue
        before = kept[-1].low if kept else ""
        if token.low in words.WEEKDAYS[language] and token.start != value.start:
            free = before not in _HOLDING[language]
            if free and kept and follow not in ("dernier", "prochain", "week", "and", "or", "et", "ou", "à", "to"):
                if before == "on":
                    kept.pop()
                skip = follow in ("matin", "soir", "midi", "morning", "evening", "night", "afternoon")
                if kept and kept[-1].text == "," and at + 1 + skip < len(clause) and clause[at + 1 + skip].text == ",":
                    kept.pop()
                    skip += 1
                continue
        if token.low in _DAYS[language] and kept and token.start != value.start:
            if before in words.PREPOSITIONS[language] | words.DETERMINERS[language] or follow in ("'s", "’s"):
                return clause
            skip = follow in ("matin", "soir", "midi", "morning", "evening", "night", "afternoon")
            continue
        bound = follow in ("than", "grand") or (follow in ("que", "qu'") and token.low in ("ainsi", "aussi"))
        if kept and token.low in words.ADDED[language] and not bound:
            continue
        if (kept and token.low == "par" and follow == "ailleurs") or (token.low == "en" and follow == "revanche"):
            skip = 1
            continue
        kept.append(token)
    return tuple(kept)
