"""The rule that what is measured has a unit."""

from __future__ import annotations

from typing import Final

from quiz.deck.lint.told import NOTHING, Find, Told
from quiz.language.measures import measure
from quiz.language.pattern import pattern
from quiz.language.text import fold, word_set

_BARE: Final = pattern(r"[-+−~≈]?\s?\d[\d.,\s'\u00a0\u202f]*")
_MEASURED: Final = {
    False: pattern(
        r"how (?:tall|long|far|deep|wide|heavy|fast|high|hot|cold) (?:is|are|was|were|does|do|did|away|from|can)\b"
        r"|how (?:much (?:does|do|did) .* weigh)\b"
        r"|what (?:is|was) the (?:average |maximum |total )?(?:height|distance|depth|weight|speed|temperature|altitude"
        r"|elevation|boiling point|melting point|wingspan) (?:of|between|from|to)\b"
        r"|at (?:what|which) (?:temperature|height|altitude|speed|distance|depth)\b"
    ),
    True: pattern(
        r"quelle (?:distance|hauteur|longueur|profondeur|altitude|vitesse|température) (?!de caractères)"
        r"|quelle est la (?:hauteur|distance|profondeur|vitesse|température|longueur|superficie) (?:de|du|d'|des|entre)"
        r"|quelle est l'altitude (?:de|du|d'|des)\b|combien (?:mesure(?:nt)?|mesurait|pèse(?:nt)?|pesait)\b"
        r"|à quelle (?:température|hauteur|altitude|vitesse|distance|profondeur)\b|quel est le poids (?:de|du|d'|des)\b"
    ),
}
_BEGINS: Final = {False: ("how", "what", "at "), True: ("quel", "comb", "à qu")}
#: Units of time and others that the judge knows from a question, beside those of `measures`.
_OTHERS: Final = word_set(
    "year years month months week weeks day days hour hours minute minutes seconds degree degrees kelvin percent"
    " parsec parsecs knots ans an annee annees mois semaine semaines jour jours heure heures degre degres"
    " secondes noeuds pourcent"
)
#: "…, in lines?": any other unit.
_NAMED: Final = pattern(r"\b(?:in|en) [a-zé°µ%][\w/°²³-]*(?: (?:per|par|an|a|à l') ?\w+)? ?\?")


def answer_no_unit(told: Told) -> tuple[Find, ...]:
    """What is measured has its unit, in the answer or in the question: 330 may be metres or feet."""
    text, low = told.card.answer.text, told.low
    if not low.startswith(_BEGINS[told.french]) or not _BARE.fullmatch(text) or told.quotes:
        return NOTHING
    if not _MEASURED[told.french].match(low) or "°" in low or "%" in low or _NAMED.search(told.text):
        return NOTHING
    if any(measure(word) is not None or word in _OTHERS for word in map(fold, told.words)):
        return NOTHING
    return told.there(told.kind, text=text)
