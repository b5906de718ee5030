"""Rules of a choice: that whoever does not know cannot see which option it is.

After Haladyna, Downing and Rodriguez, "A review of multiple-choice item-writing guidelines for classroom assessment"
(2002), as far as a program can see it.
"""

from __future__ import annotations

from typing import Final

from quiz.deck.lint.told import NOTHING, SHOWN, Find, Told
from quiz.language.pattern import pattern
from quiz.language.text import fold, word_set, words

#: The right option stands out where it is twice as long as the longest of the others, and by so many signs.
LONGER: Final = 20

_NOT: Final = {
    False: pattern(
        r"\b(which|who|what)\b[^?]*?(\w+) (?:is|are|was|were|does|do|did|has|have|had|can|could|will|would)(?:n't"
        r"| not)\b"
        r"|\b(?:which|who|what|all|every)\b[^?]*\bexcept\b|^(?:which|who|what) (?:is|are|was|were|does|do|did|has"
        r"|have)"
        r"(?:n't| not)\b|^which[^?]*\b(?:cannot|never)\b",
    ),
    True: pattern(
        r"\b(?:lequel|laquelle|lesquel\w*|quel(?:le)?s?|qui|que)\b[^?]*?([\w']*) ?\b(?:ne|n')[^?]*\bpas\b"
        r"|\b(?:tous|toutes|lequel|laquelle|qui|chacun|chacune)\b[^?]*\b(?:sauf|excepté)\b"
    ),
}
_RELATIVE: Final = frozenset(("that", "who", "which", "qui", "dont", "où", "que"))


def choice_negative(told: Told) -> tuple[Find, ...]:
    """A choice asks for what is so; where it must ask for what is not, NOT stands in capitals."""
    text = told.text[:1].lower() + told.text[1:]
    match = _NOT[told.french].search(text)
    if match is None:
        return NOTHING
    before = match[1] if told.french else match[2]
    if before in _RELATIVE and not (told.french and match.start(1) == 0):
        return NOTHING
    return told.here()


_VAGUE: Final = pattern(
    r"which(?: one)?(?: of (?:the following|these|those)| of the (?:statements|sentences|options|answers) below)?"
    r"(?: (?:statements?|sentences?|claims?|options?|answers?|propositions?|assertions?))?"
    r" (?:is|are) (?:true|correct|right|false|wrong|incorrect|accurate|not true)\?"
    r"|choose the (?:correct|right|true) (?:answer|option|statement)[.:]?"
    r"|(?:laquelle|lequel|lesquel\w+|parmi) ?(?:de |des |d'entre )?(?:ces|les)? ?"
    r"(?:affirmations?|propositions?|phrases?|réponses?|énoncés?|assertions?)?"
    r"(?: suivante?s| ci-dessous)?,? ?(?:laquelle |lequel )?(?:est|sont) (?:vraie?s?|exacte?s?|justes?|correcte?s?"
    r"|fausse?s?|faux)"
    r" ?\?|quelle (?:affirmation|proposition|phrase|réponse) est (?:vraie|exacte|juste|correcte|fausse) ?\?"
    r"|choisi(?:ssez|s) la bonne réponse[.:]?"
)


def choice_vague(told: Told) -> tuple[Find, ...]:
    """The question of a choice asks something before its options are read."""
    return told.here() if _VAGUE.fullmatch(told.low.strip()) else NOTHING


def _others(told: Told) -> list[str]:
    right = fold(told.card.answer.text)
    return [option for option in dict.fromkeys(told.card.answer.options) if fold(option) != right]


_YES: Final = word_set("yes no true false oui non vrai faux")


def options_few(told: Told) -> tuple[Find, ...]:
    """A choice has three options at least: of two, one is right by luck as often as not."""
    if len(told.card.answer.options) > 2:
        return NOTHING
    others = _others(told)
    if len(others) != 1 or fold(told.card.answer.text) in _YES:
        return NOTHING
    return told.there("options")


def option_longest(told: Told) -> tuple[Find, ...]:
    """The right option is not the one that is much longer than all others."""
    right = told.card.answer.text
    if len(right) < LONGER:
        return NOTHING
    longest = max(map(len, _others(told)), default=0)
    return told.there("choice") if longest > 0 and len(right) >= max(2 * longest, longest + LONGER) else NOTHING


_DIGIT: Final = pattern(r"\d")


def option_alone(told: Told) -> tuple[Find, ...]:
    """The right option looks like the others: not the only one with a figure, or with a full stop, or without."""
    right, others = told.card.answer.text, _others(told)
    if len(others) < 2:
        return NOTHING
    figures = [_DIGIT.search(option) is not None for option in others]
    stops = [option.endswith(".") for option in others]
    for seen, rest, sign in ((_DIGIT.search(right) is not None, figures, "0–9"), (right.endswith("."), stops, ".")):
        if len(set(rest)) == 1 and rest[0] != seen:
            return told.there("choice", sign=sign)
    return NOTHING


_COMMON: Final = word_set(
    fold(
        "which where their there these those about after before during first years called under between other "
        "following named known quelle quels quelles cette celui celle après avant pendant entre autre autres premier "
        "première années appelle selon"
    )
)


def option_echo(told: Told) -> tuple[Find, ...]:
    """The right option is not the only one that repeats a word of the question."""
    if len(told.card.answer.text) < 5:
        return NOTHING
    right = {word for word in words(told.card.answer.text) if len(word) > 4} - _COMMON
    if not right:
        return NOTHING
    asked = {_stem(word) for word in words(told.text) if len(word) > 4 and word not in _COMMON}
    echo = [word for word in right if _stem(word) in asked]
    if not echo:
        return NOTHING
    others = _others(told)
    if len(others) < 2 or any(_stem(word) in asked for option in others for word in words(option) if len(word) > 4):
        return NOTHING
    return told.there("choice", word=min(echo))


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 5 else word


_LETTERS: Final = pattern(
    r"(?:both|neither|either) \(?[a-f1-6]\)? (?:and|or|nor) \(?[a-f1-6]\)?"
    r"|(?:les )?(?:answers?|options?|choices?|reponses?|propositions?) \(?[a-f1-6]\)?(?: (?:and|or|et"
    r"|ou) \(?[a-f1-6]\)?)?"
    r"|\(?[a-f1-6]\)? (?:and|or|et|ou) \(?[a-f1-6]\)? (?:are|is|sont|est) \w+"
    r"|(?:ni )?\(?[a-f]\)?,? (?:ni|et) \(?[a-f]\)? a la fois|ni \(?[a-f]\)?,? ni \(?[a-f]\)?"
    r"|\(?[a-f]\)? (?:and|et) \(?[a-f]\)? (?:only|seulement|uniquement)"
)


def option_letters(told: Told) -> tuple[Find, ...]:
    """No option speaks of the others by their letters or numbers: they stand in another order each time."""
    for option in (*told.card.answer.options, told.card.answer.text):
        if len(option) < 40 and _LETTERS.fullmatch(fold(option).rstrip(".")):
            return told.there("options", text=option[:SHOWN])
    return NOTHING
