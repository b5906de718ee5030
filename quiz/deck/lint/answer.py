"""Rules of the answer: short, one, and under the key by which it is judged best."""

from __future__ import annotations

import re
from typing import Final

from quiz.answers.cloze import gaps
from quiz.answers.kinds import KINDS
from quiz.answers.verdict import Answer
from quiz.deck.checks.answers import LONG_ANSWER
from quiz.deck.lint.told import NOTHING, NUMBERS, SHOWN, Find, Told
from quiz.language.pattern import pattern
from quiz.language.text import word_set

#: More words are seldom typed as they were written.
WORDY: Final = 10
#: A gap of more words is a quotation.
LONG_GAP: Final = 8
#: As many items are held at once by few people (Miller 1956: seven, two more or less).
MANY_ITEMS: Final = 9
#: A sentence with more gaps is a puzzle.
MANY_GAPS: Final = 4


def answer_wordy(told: Told) -> tuple[Find, ...]:
    """An answer is a word or a few: no more than ten (and eight in a gap), so that it is not right only by heart."""
    text = told.card.answer.text
    if len(text) < 2 * LONG_GAP:
        return NOTHING
    if told.kind == "answer":
        count = len(text.split())
        return told.there("answer", count=count) if WORDY < count <= LONG_ANSWER else NOTHING
    if told.kind == "cloze":
        count = max((len(item.split()) for item in told.card.answer.items), default=0)
        return told.there("cloze", count=count) if count > LONG_GAP else NOTHING
    return NOTHING


_REASON: Final = pattern(r"\S[^(]*?[\s,;(](because|parce qu|puisqu)|\S[^(]*?, (car) (?!et |ou |de )")
_WHY: Final = pattern(r"\b(?:why|how come|reasons?|causes?|explains?|pourquoi|raisons?|expliqu\w+|motifs?)\b")


def answer_explains(told: Told) -> tuple[Find, ...]:
    """An answer does not say why as well: the reason is a card of its own, or a note."""
    text = told.card.answer.text
    if len(text) < 15 or told.kind not in ("answer", "number", "person"):
        return NOTHING
    match = _REASON.match(text.lower())
    return told.there(told.kind) if match and not _WHY.search(told.low) else NOTHING


_ETC: Final = pattern(
    r"[\w).]*[,\s(]+(?:etc\b|&c\b|and so (?:on|forth)\b|and (?:many )?(?:others|more)$|among others|et cetera\b"
    r"|et ainsi de suite\b|et (?:bien )?d'autres\b|et autres\b|entre autres\b)"
)
_PERHAPS: Final = pattern("etc|&c|and |et |autres|others", re.IGNORECASE)


def answer_unending(told: Told) -> tuple[Find, ...]:
    """An answer ends: nobody can type what "etc." stands for."""
    if told.kind not in ("answer", "person", "list", "choice"):
        return NOTHING
    texts = told.card.answer.items or (told.card.answer.text,)
    for text in texts:
        if len(text) > 6 and _PERHAPS.search(text) and (found := _ETC.search(text.lower().replace("’", "'"))):
            return told.there(told.kind, text=text[found.start() :].strip(" ,(")[:SHOWN])
    return NOTHING


_SLASH: Final = pattern(r"[^\W\d]{2,} / [^\W\d]{2,}")
#: "Istanbul or Constantinople": two names, and no "All or nothing".
_OR: Final = pattern(
    r"[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,2} (?:or|ou) [A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,2}"
)
_BOTH: Final = pattern(r"(?:true|yes|vrai|oui|romeo|heads|pile) ", re.IGNORECASE)


def answer_alternatives(told: Told) -> tuple[Find, ...]:
    """Of two names for the answer one is the answer, and the other stands under `accept`."""
    text = told.card.answer.text
    if told.kind not in ("answer", "person") or text.isupper() or "http" in text:
        return NOTHING
    if (" or " in text or " ou " in text) and _OR.fullmatch(text) and not _BOTH.match(text) and not told.quotes:
        return told.there(told.kind, text=text[:SHOWN])
    if " / " not in text:
        return NOTHING
    return told.there(told.kind, text=text[:SHOWN]) if _SLASH.search(text) and text.count(" / ") < 4 else NOTHING


_WHEN: Final = pattern(
    r"when (?:was|were|did|is|does|will)\b|(?:in |on )?(?:which|what) (?:year|date|day and month|month|exact date)\b"
    r"|quand\b|(?:en|à|de) quel(?:le)? (?:année|date)\b|quelle est la date|le quel jour"
)
_COUNT: Final = pattern(
    r"how (?:many|much|long|far|tall|high|deep|old|heavy|wide|fast|hot|cold)\b|what (?:percentage|proportion|share)\b"
    r"|combien\b|quelle est (?:la |l')(?:longueur|hauteur|altitude|superficie|masse|distance|population|durée|vitesse"
    r"|profondeur|largeur|température)|quel (?:âge|pourcentage|est le nombre)\b"
)
_MONEY: Final = pattern(r"[$€£¥]|\b(?:dollars?|euros?|francs?|pounds sterling|yens?|livres sterling|cents)\b")
_DIGIT: Final = pattern(r"\d")


def answer_kind(told: Told) -> tuple[Find, ...]:
    """A day, an amount, a number stand under `date`, `money`, `number`: there another way to write it is right too."""
    answer = told.card.answer
    if told.kind != "answer" or len(answer.text) > 40 or not _DIGIT.search(answer.text):
        return NOTHING
    for kind, cue, text in (
        ("date", _WHEN, told.low),
        ("money", _MONEY, answer.text.lower()),
        ("number", _COUNT, told.low),
    ):
        fits = cue.search(text) if kind == "money" else cue.match(text)
        if fits and not KINDS[kind].check(Answer(kind, answer.text), told.card.language):
            return told.there("answer", kind=kind, text=answer.text)
    return NOTHING


_UNITS: Final = (
    r"(?:[kcm]?m|k?g|°|%|hours?|days?|weeks?|months|years?|minutes?|heures?|jours?|semaines?|mois|ans|millions?"
    r"|billions?"
    r"|milliards?|thousand|hundred|mille|cents?|dozen|douzaines?)\b"
)


def _numbered(language: str) -> str:
    return rf"({'|'.join(sorted(NUMBERS[language], key=len, reverse=True))}|\d{{1,2}})(?![\w%°'-]|[.,]\d| {_UNITS})"


_COUNTED: Final = {
    False: pattern(
        r"\b(?:which|what|whose|name|list|give|cite)(?: are| were)?(?: the| its| their| his| her| any)?"
        rf"(?: first| last| other| main| major| official| largest| biggest)? {_numbered('en')}"
    ),
    True: pattern(
        r"\b(?:quel(?:le)?s|citez|nommez|cite|nomme|donnez|énumérez)(?: sont| étaient| furent)?(?: les| ses| leurs"
        r"| ces)?"
        rf"(?: premi[eè]re?s| derni[eè]re?s| autres| principa(?:ux|les)| grande?s)? {_numbered('fr')}"
    ),
}
_NUMBER: Final = {False: pattern(rf"\b{_numbered('en')}"), True: pattern(rf"\b{_numbered('fr')}")}
_PLURAL: Final = {
    False: pattern(
        r"what (?:are|were) (?:the|its|his|her|their)\b|who (?:are|were) the\b|(?:name|list) (?:the|all|every)\b"
    ),
    True: pattern(r"quel(?:le)?s (?:sont|étaient|furent)\b|qui (?:sont|étaient|furent)\b|(?:citez|nommez|énumérez)\b"),
}
_ENTRIES: Final = pattern(r",? (?:and|et|&|ou|or) |[,;] ")


def answer_several(told: Told) -> tuple[Find, ...]:
    """Several things are a `list`: in any order, and the learner is told which one is missing."""
    text = told.card.answer.text
    if told.kind not in ("answer", "person") or not (", " in text or " and " in text or " et " in text or "; " in text):
        return NOTHING
    entries = _ENTRIES.split(text)
    if len(entries) < 2 or any(not entry.strip() or len(entry.split()) > 4 for entry in entries):
        return NOTHING
    counted = _COUNTED[told.french].search(told.low)
    wanted = _value(counted[1], told) if counted else 0
    if wanted == len(entries) or (len(entries) > 2 and not wanted and _PLURAL[told.french].match(told.low)):
        return told.there(told.kind, count=len(entries))
    return NOTHING


def _value(word: str, told: Told) -> int:
    return int(word) if word.isdecimal() else NUMBERS[told.card.language][word]


def list_count(told: Told) -> tuple[Find, ...]:
    """A list holds as many items as its question asks for."""
    count = len(told.card.answer.items)
    asked = _COUNTED[told.french].search(told.low)
    if asked is None:
        return NOTHING
    wanted = _value(asked[1], told)
    numbers = {_value(word, told) for word in _NUMBER[told.french].findall(told.low)}
    return told.there("list", wanted=wanted, count=count) if count not in numbers and wanted > 1 else NOTHING


def list_long(told: Told) -> tuple[Find, ...]:
    """A list holds no more than nine items: longer ones are learnt in parts."""
    count = len(told.card.answer.items)
    return told.there("list", count=count) if count > MANY_ITEMS else NOTHING


def cloze_many(told: Told) -> tuple[Find, ...]:
    """A sentence has no more than four gaps: with more, too little is left to understand it."""
    count = len(told.card.answer.items)
    return told.there("cloze", count=count) if count > MANY_GAPS else NOTHING


_WORD: Final = pattern(r"\w+")


def cloze_bare(told: Told) -> tuple[Find, ...]:
    """A sentence with gaps says enough to know what is asked: three words at least, unless the gap has a hint."""
    text = told.card.answer.text
    if len(text) > 40 + text.count("{{") * 40:
        return NOTHING
    found = gaps(text)
    left = _WORD.findall(told.card.question.replace("[…]", " "))
    if len(left) < 3 and not any(gap.hint for gap in found) and not told.card.hint and len(found) > 0:
        return told.there("cloze") if not any(word.isdigit() for word in left) else NOTHING
    return NOTHING


_ARTICLES: Final = word_set("the a an le la les l un une des du de d of")


def hint_adds_nothing(told: Told) -> tuple[Find, ...]:
    """A hint says something that the question does not."""
    hint = told.card.hint
    if not hint:
        return NOTHING
    said = set(_WORD.findall(hint.lower())) - _ARTICLES
    return told.there("hint") if said and said <= set(_WORD.findall(told.card.question.lower())) else NOTHING
