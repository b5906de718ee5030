"""What a sum is said of: the phrase that governs it, where the words around it leave no doubt.

Four frames are looked for: the subject of a verb of costing or amounting (*the ticket costs …*), the noun that a sum
completes (*une amende de …*, *revenue of …*), the noun that completes a sum (*… d'amende*, *… in advertising revenue*)
and, in English, the noun after a sum that stands as its adjective (*a … fine*).
"""

from __future__ import annotations

from typing import Final

from quiz.derive.fact import Span
from quiz.derive.values.place import Place
from quiz.language.number_context import FUNCTION_WORDS
from quiz.language.tokens import bag

_VERBS: Final = bag(
    """coute coutent coutait coutaient coutera couteront couterait couteraient vaut valent valait vaudra demarre
    demarrent atteint atteignent atteindra atteignait representent represente totalise totalisent depasse depassent
    costs cost totals totalled totaled reached reaches exceeds exceeded is was are were est etait sera sont etaient"""
)
#: Verbs that take "à" or "to", "at", "for" before the sum.
_VERBS_TO: Final = bag(
    """eleve elevent elevait elevera passe passent grimpe monte tombe commence commencent demarre demarrent fixe fixee
    fixes fixees vendu vendue vendus vendues facture facturee factures facturees propose proposee proposes affiche
    affichee estime estimee estimes estimees evalue evaluee chiffre chiffree rose rises fell climbed jumped dropped
    starts start starting priced sells sold valued set estimated amounts amounted came comes"""
)
_TO: Final = bag("a to at for")
_AUXILIARIES: Final = bag("""s est sont etait etaient sera seront a ont is are was were has have been be ' ne n y""")
_DETERMINERS: Final = bag(
    "le la les l un une son sa ses leur leurs ce cet cette ces notre nos votre the a an its his her their our this that"
)
_OF: Final = bag("de du des d of")
_PRONOUNS: Final = bag("il elle ils elles on ce cela ca c it he she they this that which qui que dont lequel laquelle")
_STOPS: Final = FUNCTION_WORDS - _OF - _DETERMINERS
#: What ends a phrase after a sum.
_ENDS: Final = FUNCTION_WORDS | bag("last next per each every year yearly annually dernier derniere chacun chacune")
_LONGEST: Final = 8


def subject(place: Place) -> Span | None:
    """The words that name what a sum is said of, as they stand in the article; None where that is not sure."""
    found = _completing(place) or _completed(place) or _of_verb(place)
    return place.span(*found) if found else None


def _completing(place: Place) -> tuple[int, int] | None:
    """The noun after a sum: *d'amende*, *de revenus publicitaires*, *in damages*; in English *a $2 fine* too."""
    at = place.last
    if place.passage.language == "en":
        if place.word(at) == "in":
            return _words_on(place, at + 1)
        adjective = place.word(place.first - 1) in ("a", "an", "the", "his", "her", "its", "their", "my", "your")
        return _words_on(place, at) if adjective else None
    if place.word(at) == "de" or (place.word(at) == "d" and place.word(at + 1) == "'"):
        return _words_on(place, at + (2 if place.word(at) == "d" else 1))
    return None


def _words_on(place: Place, at: int) -> tuple[int, int] | None:
    """The words of a phrase without article from `at` on: three at most, up to the first that ends it."""
    end = at
    while end < place.ends and end - at < 4:
        token = place.line[end]
        inside = token.text in ("d", "'", "-") and end > at
        if not inside and (token.kind != "word" or token.text in _ENDS or place.capital(end)):
            break
        end += 1
    return (at, end) if end > at and end - at < 4 and place.line[end - 1].kind == "word" else None


def _completed(place: Place) -> tuple[int, int] | None:
    """The phrase before "de" or "of" and a sum: *une prime unique de*, *turnover of*."""
    at = place.reading_first - 1
    if place.word(at) not in ("de", "d", "of", "'"):
        return None
    at -= place.word(at) == "'"
    return _phrase_before(place, at) if place.word(at) in ("de", "d", "of") else None


def _of_verb(place: Place) -> tuple[int, int] | None:
    """The subject of a verb that tells what something costs or amounts to."""
    at = place.reading_first - 1
    if place.word(at) in _TO:
        at -= 1
        if place.word(at) not in _VERBS_TO:
            return None
    elif place.word(at) not in _VERBS and place.word(place.first - 1) not in _VERBS:
        return None
    while place.word(at - 1) in _AUXILIARIES:
        at -= 1
    return _phrase_before(place, at)


def _phrase_before(place: Place, end: int) -> tuple[int, int] | None:
    """The noun phrase that ends before `end`: back to its determiner, with what "de" and "of" hang on it."""
    at = end
    while at > place.begins and end - at < _LONGEST:
        token = place.line[at - 1]
        if token.text in _PRONOUNS and token.text not in _DETERMINERS:
            return None
        if token.text in _DETERMINERS and at < end:
            if place.word(at - 2) not in _OF and place.word(at - 2) != "'":
                return (at - 1, end)
        elif (token.kind != "word" and token.text not in ("'", "-")) or token.text in _STOPS:
            break
        at -= 1
    if at < end and all(place.capital(each) or place.line[each].text in _OF for each in range(at, end)):
        return (at, end)
    return None
