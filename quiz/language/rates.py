"""Rates: what an amount is counted by. `par mois`, `a year`, `/h` as ISO durations; `par action` as "share"."""

from __future__ import annotations

from typing import Final, NamedTuple

from quiz.language.tokens import Token, bag

Line = tuple[Token, ...]

_TIMES: Final = {
    "PT1S": "s sec second seconde",
    "PT1M": "min minute",
    "PT1H": "h hr hour heure",
    "P1D": "j d day jour journee",
    "P1W": "week wk semaine",
    "P1M": "mo month mois mth",
    "P3M": "quarter trimestre",
    "P6M": "semestre semester",
    "P1Y": "y yr year an annee",
}
_THINGS: Final = {
    "share": "share action titre",
    "person": "person personne habitant capita tete head inhabitant people",
    "user": "user utilisateur",
    "employee": "employee salarie worker",
    "household": "household menage foyer",
    "subscriber": "subscriber abonne",
    "unit": "unit unite piece",
    "litre": "litre liter l",
    "barrel": "barrel baril",
    "tonne": "tonne ton t",
    "kilogram": "kilo kilogram kilogramme kg",
    "ounce": "ounce once oz",
    "kilometre": "km kilometre kilometer",
    "square-metre": "m2 m²",
    "kilowatt-hour": "kwh",
    "megawatt-hour": "mwh",
    "night": "night nuit nuitee",
    "token": "token jeton",
    "seat": "seat siege",
    "child": "child enfant",
    "vehicle": "vehicle vehicule",
}
_UNITS: Final = {word: iso for table in (_TIMES, _THINGS) for iso, words in table.items() for word in words.split()}
_ADVERBS: Final = {
    "PT1H": "hourly horaire",
    "P1D": "daily quotidien quotidienne quotidiennement",
    "P1W": "weekly hebdomadaire",
    "P1M": "monthly mensuel mensuelle mensuellement",
    "P3M": "quarterly trimestriel trimestrielle",
    "P6M": "semestriel semestrielle",
    "P1Y": "yearly annually annuel annuelle annuellement",
    "unit": "apiece",
}
_ADVERB: Final = {word: iso for iso, words in _ADVERBS.items() for word in words.split()}
#: What letting agents and accountants write after an amount: per calendar month, per week.
_SHORT_RATES: Final = {"pcm": "P1M", "pw": "P1W"}
_OPENINGS: Final = frozenset(
    {"par", "per", "/", "chaque", "each", "every", "a", "an", "l", "le", "la", "de", "the", "p"}
)
#: Letters that are a rate only after a slash.
_SLASH_ONLY: Final = frozenset({"s", "h", "j", "d", "y", "l", "t", "min", "mo"})


#: Words that make a day of what would be a rate.
_WHEN: Final = bag(
    "ago earlier later before dernier derniere prochain prochaine passe passee precedent precedente suivant suivante"
)


class Rate(NamedTuple):
    """What is counted by, and the first token after it."""

    unit: str
    end: int


def rate_at(line: Line, at: int) -> Rate | None:
    """The rate that begins at `at`. A unit that is not known is taken only after *par*, *per* or a slash.

    What tells when is no rate: *a year ago*, *l'an dernier*.
    """
    found = _rate_at(line, at)
    return None if found is not None and line[found.end].text in _WHEN else found


def _rate_at(line: Line, at: int) -> Rate | None:
    word = line[at].text
    adverb = _ADVERB.get(word) or (_ADVERB.get(word.removesuffix("s")) if word.endswith("s") else None)
    if adverb is not None:
        return Rate(adverb, at + 1)
    if (short := _SHORT_RATES.get(word)) is not None and at and line[at - 1].kind != "sign":
        return Rate(short, at + 1)
    if word not in _OPENINGS:
        return None
    if word in ("per", "a", "each", "every") and line[at + 1].text == "calendar" and _known(line[at + 2].text):
        return Rate(_known(line[at + 2].text) or "", at + 3)
    if word == "p":
        follow = [token.text for token in line[at + 1 : at + 4]]
        return Rate("P1Y", at + 4) if follow == [".", "a", "."] else None
    if word in ("l", "de"):
        return _elided(line, at)
    unit = line[at + 1]
    if unit.kind != "word" or (word == "a" and unit.end == at):
        return None
    if word == "per" and unit.text == "annum":
        return Rate("P1Y", at + 2)
    if word == "per" and unit.text == "cent":
        return None
    known = _known(unit.text)
    if known is not None and (unit.text not in _SLASH_ONLY or word == "/"):
        return Rate(known, at + 2)
    if known is None and word in ("par", "per", "/") and len(unit.text) > 2:
        return Rate(_singular(unit.text), at + 2)
    return None


def _elided(line: Line, at: int) -> Rate | None:
    """`l'heure`, `de l'heure`, `de la tonne`."""
    if line[at].text == "de":
        at += 1
        if line[at].text == "la":
            unit = _known(line[at + 1].text)
            return Rate(unit, at + 2) if unit else None
    if line[at].text == "l" and line[at + 1].text == "'":
        unit = _known(line[at + 2].text)
        return Rate(unit, at + 3) if unit else None
    return None


def _known(word: str) -> str | None:
    return _UNITS.get(word) or _UNITS.get(_singular(word))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith(("s", "x")) else word


#: Months or days in each rate by time, for exact conversions: months by year, hours by day.
RATE_MONTHS: Final = {"P1M": 1, "P3M": 3, "P6M": 6, "P1Y": 12}
RATE_SECONDS: Final = {"PT1S": 1, "PT1M": 60, "PT1H": 3600, "P1D": 86_400, "P1W": 604_800}
