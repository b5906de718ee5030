"""The words of the calendar, folded, in both languages: months, weekdays, seasons, ordinals, and a month misspelt."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from quiz.language.date_value import Qualifier, Season
from quiz.language.pattern import pattern
from quiz.language.text import edits


def words(text: str) -> frozenset[str]:
    """A set of words written in one line, with spaces between them."""
    return frozenset(text.split())


FRENCH_MONTHS: Final = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin",
    "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
)  # fmt: skip
ENGLISH_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
FULL_MONTHS: Final = {name: 1 + at % 12 for at, name in enumerate(FRENCH_MONTHS + ENGLISH_MONTHS)}
SHORT_MONTHS: Final = {
    "janv": 1, "jan": 1, "fevr": 2, "fev": 2, "febr": 2, "feb": 2, "mar": 3, "avr": 4, "apr": 4, "jun": 6, "juil": 7,
    "juill": 7, "jlt": 7, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "octo": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
MONTHS: Final = FULL_MONTHS | SHORT_MONTHS

FRENCH_WEEKDAYS: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
ENGLISH_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
FULL_WEEKDAYS: Final = {name: at % 7 for at, name in enumerate(FRENCH_WEEKDAYS + ENGLISH_WEEKDAYS)}
SHORT_WEEKDAYS: Final = {
    "lun": 0, "mon": 0, "mar": 1, "tue": 1, "tues": 1, "mer": 2, "wed": 2, "weds": 2, "jeu": 3, "thu": 3, "thur": 3,
    "thurs": 3, "ven": 4, "fri": 4, "sam": 5, "sat": 5, "dim": 6, "sun": 6,
}  # fmt: skip
WEEKDAYS: Final = SHORT_WEEKDAYS | FULL_WEEKDAYS

SEASONS: Final[dict[str, Season]] = {
    "printemps": "spring", "ete": "summer", "automne": "autumn", "hiver": "winter",
    "spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter",
}  # fmt: skip
QUALIFIERS: Final[dict[str, Qualifier]] = {
    "mi": "mid", "debut": "early", "fin": "late", "milieu": "mid", "early": "early", "mid": "mid", "late": "late",
    "beginning": "early", "start": "early", "end": "late", "middle": "mid",
}  # fmt: skip
#: Qualifiers that mean nothing of a date unless "of" follows.
OF_QUALIFIERS: Final = frozenset({"beginning", "start", "end", "middle"})

_FRENCH_UNITS: Final = (
    "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dixsept", "dixhuit", "dixneuf", "vingt",
)  # fmt: skip
_ENGLISH_UNITS: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_ENGLISH_ORDINALS: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_FRENCH_NUMBERS: Final = (
    {name: at for at, name in enumerate(_FRENCH_UNITS, 1)}
    | {"vingt" + name: 20 + at for at, name in enumerate(_FRENCH_UNITS[:9], 1)}
    | {"vingtetun": 21, "trente": 30, "trenteetun": 31, "trenteun": 31}
)
_FRENCH_STEMS: Final = {"cinq": "cinqu", "neuf": "neuv"}
#: Small numbers in words, the words run together: "vingtetun" 21, "six" 6.
CARDINALS: Final[dict[str, int]] = (
    _FRENCH_NUMBERS
    | {name: at for at, name in enumerate(_ENGLISH_UNITS, 1)}
    | {"twenty" + name: 20 + at for at, name in enumerate(_ENGLISH_UNITS[:9], 1)}
    | {"thirty": 30, "thirtyone": 31}
)
#: Ordinals in words, the words run together: "dixneuvieme" 19, "twentyfirst" 21, "premier" 1.
ORDINALS: Final[dict[str, int]] = (
    {
        name[:-4] + _FRENCH_STEMS.get(name[-4:], name[-4:].removesuffix("e")) + "ieme": n
        for name, n in _FRENCH_NUMBERS.items()
    }
    | {name: at for at, name in enumerate(_ENGLISH_ORDINALS, 1)}
    | {"twenty" + name: 20 + at for at, name in enumerate(_ENGLISH_ORDINALS[:9], 1)}
    | {"thirtieth": 30, "thirtyfirst": 31, "premier": 1, "premiere": 1, "second": 2, "seconde": 2}
)
TENS: Final = {
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "soixantedix": 70, "septante": 70,
    "quatrevingt": 80, "quatrevingts": 80, "huitante": 80, "octante": 80, "quatrevingtdix": 90, "nonante": 90,
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
ORDINAL_ENDINGS: Final = frozenset(
    {"er", "re", "ere", "e", "eme", "ieme", "st", "nd", "rd", "th", "nde", "°", "º", "o"}
)

_ROMAN: Final = pattern(r"(x{0,2})(ix|iv|v?i{0,3})(?:e|er|eme|ieme|th|st|nd|rd)?")
_ROMAN_UNITS: Final = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}
_LETTERS: Final = pattern(r"[a-z]+")


def roman(word: str) -> int | None:
    """The value of a folded Roman numeral up to 29, with or without its French ending: "xixe" 19, "ier" 1."""
    match = _ROMAN.fullmatch(word)
    value = 10 * len(match[1]) + _ROMAN_UNITS[match[2]] if match else 0
    return value or None


#: Common words one letter away from a month.
_NO_MONTHS: Final = words("about march mars match mark join jury marc mare jeune")


@lru_cache(maxsize=1024)
def misspelt_month(word: str) -> int | None:
    """The one month that a folded word can only be a misspelling of: one edit from 4 letters, two from 7."""
    if len(word) < 4 or word in MONTHS or word in _NO_MONTHS or not _LETTERS.fullmatch(word):
        return None
    most = best = 2 if len(word) >= 7 else 1
    found, letters = set[str](), set(word)
    for name in FULL_MONTHS:
        # An edit changes two of the letters at most: nearly all names are passed over here.
        if len(letters.symmetric_difference(name)) > 2 * most or (count := edits(word, name, most)) > best:
            continue
        if count < best:
            found.clear()
        best = count
        found.add(name)
    numbers = {FULL_MONTHS[name] for name in found}
    # "mai" and "may" are too short to be told from other words, but they do make "mais" doubtful.
    return numbers.pop() if len(numbers) == 1 and all(len(name) > 3 for name in found) else None
