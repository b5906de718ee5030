"""A clause made to stand alone: without weekdays and linking adverbs, "last year" by its year, the subject by its "
"name.
"""

from __future__ import annotations

from typing import Final

from quiz.derive.asking import naming, words
from quiz.derive.asking.clauses import Clause
from quiz.derive.asking.drafts import capital
from quiz.derive.asking.predicates import subject, verb_at
from quiz.derive.asking.sentence import Token
from quiz.derive.document import Scene
from quiz.derive.fact import Span


def tidy(scene: Scene, clause: Clause, value: Span, language: str) -> Clause:
    """Weekdays and linking adverbs left out, the subject by its name."""
    clause = _dated_again(scene, _plain(_timeless(clause, value, language), value, language), value, language)
    return _named(scene, _told(clause, language), language)


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
    this = int(scene.document.published[:4])
    told = []
    for at, token in enumerate(clause):
        year = _YEARS[language].get(token.low.replace("’", "'"))
        if year is None or token.kind != "value" or token.start == value.start:
            told.append(token)
            continue
        follow = clause[at + 1].text[:1] if at + 1 < len(clause) else ""
        if follow in ("'", "’"):
            return clause
        joined = at and clause[at - 1].low in words.PREPOSITIONS[language]
        said = f"{this + year}" if joined else f"{'en' if language == 'fr' else 'in'} {this + year}"
        told.append(token._replace(text=said if at else capital(said), low=said))
    return tuple(told)


_YEARS: Final = {
    "fr": {"l'an dernier": -1, "l'an passé": -1, "l'année dernière": -1, "l'année passée": -1, "cette année": 0,
           "l'an prochain": 1, "l'année prochaine": 1},
    "en": {"last year": -1, "this year": 0, "next year": 1},
}  # fmt: skip


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
            free = before not in words.DETERMINERS[language] | words.PREPOSITIONS[language] - {"on"} | {"last", "next"}
            if free and kept and follow not in ("dernier", "prochain", "week", "and", "or", "et", "ou", "à", "to"):
                if before == "on":
                    kept.pop()
                skip = follow in ("matin", "soir", "midi", "morning", "evening", "night", "afternoon")
                if kept and kept[-1].text == "," and at + 1 + skip < len(clause) and clause[at + 1 + skip].text == ",":
                    kept.pop()
                    skip += 1
                continue
        if kept and token.low in words.ADDED[language] and follow not in ("que", "qu'", "than", "grand"):
            continue
        if (kept and token.low == "par" and follow == "ailleurs") or (token.low == "en" and follow == "revanche"):
            skip = 1
            continue
        kept.append(token)
    return tuple(kept)


def _named(scene: Scene, clause: Clause, language: str) -> Clause:
    """A subject that is a pronoun or a bare role, by the name of whom it stands for, where that is certain."""
    said = subject(clause, language)
    if [token.low for token in clause[len(said) : len(said) + 2]] == ["y", "a"]:
        # "il y a" names nobody.
        return clause
    if not said or any(token.kind in ("value", "quote") or token.text == "," for token in said):
        return clause
    if len(said) == 1 and said[0].kind == "name":
        party = naming.party_of(scene, said[0].text)
        if party is not None and party.kind == "person" and " " not in said[0].text:
            name = naming.called(scene, party)
            return (said[0]._replace(text=name, low=name.lower()), *clause[1:])
        return clause
    if any(token.kind == "name" for token in said):
        return clause
    bare = said[0].low in words.DETERMINERS[language] and len(said) < 4
    if not (len(said) == 1 and said[0].low in words.SUBJECTS[language]) and not bare:
        return clause
    referent = scene.people.resolve(Span(said[0].start, said[-1].end))
    if referent is None or not referent.named or referent.party is None:
        return clause
    if not bare and referent.party.plural != (said[0].low in ("ils", "elles", "they")):
        return clause
    name = naming.said(scene, naming.called(scene, referent.party))
    return (said[-1]._replace(text=name, low=name.lower(), kind="name"), *clause[len(said) :])
