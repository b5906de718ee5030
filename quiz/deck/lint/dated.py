"""Rules of what grows old: a fact that changes says when it was true, and no question counts from today."""

from __future__ import annotations

import re
from typing import Final

from quiz.deck.lint.told import NOTHING, Find, Told
from quiz.language.pattern import pattern
from quiz.language.text import word_set

_YEAR: Final = pattern(r"(?<!\d)(?:1\d{3}|20\d\d)(?!\d)|\bcentury\b|\bsiècle\b")

_OFFICE_EN: Final = (
    r"(?:president|prime minister|chancellor|ceo|chief executive(?: officer)?|mayor|governor|secretary[- ]general"
    r"|vice[- ]president|head coach|chair(?:man|woman|person)|foreign minister|finance minister|head of state)"
)
_OFFICE_FR: Final = (
    r"(?:présidente?|premi(?:er|ère) ministre|chanceli(?:er|ère)|pdg|maire|gouverneure?|secrétaire générale?"
    r"|direct(?:eur|rice) générale?|sélectionneu(?:r|se)|vice-présidente?|chef(?:fe)? de l'état)"
)
_PRIZES_EN: Final = r"(?:goals|titles|medals|wins|records|points|caps|oscars|grammys|followers|subscribers|seats)"
_PRIZES_FR: Final = r"(?:buts|titres|médailles|victoires|records|points|oscars|césars|sièges|abonnés|ballons d'or)"
_NOW: Final = {
    False: pattern(
        r"\bcurrently\b|\bas of (?:now|today)\b|\bat (?:present|the moment)\b|\bto date\b|\bright now\b"
        r"|\bthese days\b"
        rf"|\b(?:current|present|reigning|incumbent|sitting) (?:\w+ )?(?:{_OFFICE_EN}|population|record|champions?"
        rf"|holder"
        r"|pope|king|queen|monarch|emperor|leader|head|world)\b"
        rf"|\bwho(?: is|'s| are) (?:the )?(?!first |last |former |only |second |third "
        rf"|fictional )(?:[\w.'-]+ )?{_OFFICE_EN}"
        r"(?: (?:of|at)\b|\?)"
        rf"|\bwhat(?: is|'s) the name of (?:the )?(?!first |last |former |fictional )(?:[\w.'-]+ )?{_OFFICE_EN}"
        r" (?:of|at)\b"
        r"|\bwhat(?: is|'s) the (?:latest|newest|most recent) (?:\w+ )?(?:version|release|edition)\b"
        rf"|\bwho has (?:won |scored |got )?the most (?:[\w.'-]+ ){{0,2}}{_PRIZES_EN}\b"
        r"|\bhow (?:many|much) [^?]*\btoday\?"
        r"|\bwho(?: is|'s) [\w.'-]+'s? (?:president|prime minister|chancellor|ceo)\?"
        r"|\bwhat(?: is|'s) the (?:total |estimated )?population of\b"
        r"|\bhow many (?:people|inhabitants|residents) (?:live in|are there in|does .* have)\b"
        r"|\bhow many (?:\w+ )?(?:member (?:states|countries)|employees|users|subscribers|followers|inhabitants)"
        r" (?:does|do|has|have|are there)\b"
        r"|\bwho holds the (?:\w+['’]?s? ){0,5}record\b|\bwhat(?: is|'s) the (?:\w+['’]?s? ){0,4}world record\b"
        r"|\b(?:is|are) the (?:world's )?richest (?:person|man|woman|people)\b"
        r"|\b(?:is|are) the (?:world's )?tallest (?:building|skyscraper|tower)\b"
        r"|\b(?:is|has) the (?:world's )?(?:most populous|most populated|largest population)\b"
    ),
    True: pattern(
        r"\bactuellement\b|\bà l'heure actuelle\b|\bà ce jour\b|\ben ce moment\b|\baujourd'hui encore\b"
        rf"|\bactuel(?:le)?s? (?:{_OFFICE_FR}|pape|roi|reine|champion\w*|record|détent\w+)\b"
        rf"|\b(?:{_OFFICE_FR}|pape|roi|reine|champion\w*|record|détent\w+)(?: [\w'-]+){{0,3}} actuel(?:le)?\b"
        rf"|\b(?:qui|quel(?:le)?) est (?:le |la |l'|l’)?(?!premi[eè]re? (?:président|femme|homme|maire)){_OFFICE_FR}"
        r"(?: (?:de|du|d'|des|à|en)\b| ?\?)"
        r"|\bquelle est la (?:dernière version|version la plus récente)\b"
        rf"|\bqui a (?:gagné|remporté|marqué|obtenu) le plus (?:de |d'){_PRIZES_FR}\b"
        r"|\bcombien [^?]*(?<!d')\baujourd'hui ?\?"
        r"|\bqui est à la tête d|\bqui préside (?:la |le |l')?(?:république|banque|assemblée|sénat|commission"
        r"|conseil|fmi"
        r"|union|parlement|fifa|cio)\b"
        r"|\bcombien d'habitants (?:compte|a|y a|vivent|possède|recense)\b"
        r"|\bcombien d'habitants .*\b(?:compte|a|y a)-t-(?:elle|il)\b"
        r"|\bquelle est la population (?:totale |mondiale )?(?:de|du|d'|des)\b"
        r"|\bcombien (?:d'états membres|de pays membres|de salariés|d'employés|d'abonnés|d'utilisateurs)\b[^?]*"
        r"\b(?:compte|a|emploie|comprend|possède|regroupe|ont|comptent)\b"
        r"|\bqui détient (?:\w+ )?le record\b|\bqui détient le (?:[\w'-]+ )*record\b"
        r"|\bquel est le record (?:du monde|mondial"
        r"|olympique|de france)\b"
        r"|\best (?:l'homme|la femme|la personne) (?:la|le) plus riche\b"
        r"|\best (?:la plus haute tour|le plus haut (?:gratte-ciel|bâtiment|immeuble)|le gratte-ciel le plus haut)\b"
        r"|\best (?:le pays|la ville|l'état|la commune) (?:le|la) plus peuplée?\b"
    ),
}
#: What a thing costs grows old too, where an amount of money is the answer.
_PRICE: Final = {
    False: pattern(
        r"(?:how much|what) (?:does|do) [^?]* cost\b|what(?:'s| is| are) the (?:\w+ )?(?:price|cost|fee)s? (?:of|for)\b"
    ),
    True: pattern(r"combien (?:coûte(?:nt)?|vaut|valent)\b|quel est le (?:prix|tarif|coût)\b"),
}
#: What one of these has to be in, for the rest to be looked at.
_CUES: Final = {
    False: (
        "current", "who is", "who's", "how many", "population", "record", "richest", "tallest", "populo", "how old",
        "latest", "newest", "recent", "the most", "today", "the name of", "present", "to date", "as of ", "right now",
        "these days", "the moment", "reigning", "incumbent", "sitting ",
    ),
    True: (
        "actuel", " est ", "combien d", "le plus d", "qui pr", "quel âge", "record", "à ce jour", "en ce moment",
        "aujourd'hui",
    ),
}  # fmt: skip
#: What was once, what is in a book, what a thing is called.
_NOT_NOW: Final = pattern(
    r"\b(?:who|whose|that|when|during|under|called|known|named|name|first|film|movie|novel|series|character|play|game"
    r"|song|story"
    r"|qui|dont|lors|pendant|sous|appel\w+|nomm\w+|nom|premier président|roman|série|personnage|film|pièce|jeu"
    r"|chanson|conte|fable"
    r"|was|were|did|était|étaient|fut)\b"
)
_AGE: Final = {
    False: pattern(r"how old is (?!the )([A-Z][\w'-]+)", re.IGNORECASE),
    True: pattern(r"quel âge a ([A-ZÀ-Þ][\w'-]+)", re.IGNORECASE),
}
_AGELESS: Final = frozenset(("Earth", "Mars", "Venus", "Jupiter", "Saturn", "Vénus", "Saturne", "Terre"))


def fact_undated(told: Told) -> tuple[Find, ...]:
    """A fact that changes (who presides, what it costs, who holds the record) says since when, by `as_of`."""
    card = told.card
    if card.as_of or told.quotes or told.kind in ("cloze", "date", "quote"):
        return NOTHING
    low = told.low
    if told.kind == "money" and (price := _PRICE[told.french].match(low)):
        return NOTHING if _NOT_NOW.search(low[price.end() :]) or _YEAR.search(low) else told.here()
    for cue in _CUES[told.french]:
        if cue in low:
            break
    else:
        return NOTHING
    match = _NOW[told.french].search(low)
    if match is None:
        age = _AGE[told.french].match(told.text) if low.startswith(("how old", "quel âge")) else None
        if age is None or not age[1][0].isupper() or age[1].removesuffix("'s") in _AGELESS:
            return NOTHING
    else:
        rest = low[match.end() :] if match[0].startswith(("who", "qui", "what", "quel")) else low[3:]
        if _NOT_NOW.search(rest):
            return NOTHING
    return NOTHING if _YEAR.search(low) else told.here()


_FEW: Final = r"(?:a few|several|two|three|four|five|six|ten|twenty|(?<![\d.,])\d{1,2})"
_FEW_FR: Final = r"(?:quelques|deux|trois|quatre|cinq|six|dix|vingt|\d{1,2})"
_FROM_NOW: Final = {
    False: pattern(
        r"(?<!the )(?<!of )\b(?:this|last|next) (?:year|month|week|season|summer|winter|spring|autumn)\b(?! of"
        r"| in which| that)"
        rf"|(?<!before )(?<!of )(?<!saw )\byesterday\b|\brecently\b|\b{_FEW} (?:days|weeks|months|years) ago\b"
    ),
    True: pattern(
        r"\b(?:cette année|ce mois-ci|cette semaine|cette saison)\b(?!-là)"
        r"|\b(?:l'an|l'année|le mois|la semaine|la saison|l'été|l'hiver) (?:derni(?:er|ère)|passée?|prochaine?)\b"
        rf"|(?<![-'])\bhier\b|\brécemment\b|\bdernièrement\b|\bil y a {_FEW_FR} (?:jours|semaines|mois|ans)\b(?! que)"
    ),
}
_HINTS: Final = {
    False: ("this ", "last ", "next ", "yesterday", "recently", " ago"),
    True: ("cette ", "mois", "derni", "pass", "prochain", "hier", "récemment", "il y a "),
}
_SPOKEN_OF: Final = word_set(
    "translate traduire traduisez traduis mot word phrase expression adverb adverbe tense temps mean means meaning "
    "signifie veut say dit-on dit"
)


def time_from_now(told: Told) -> tuple[Find, ...]:
    """No question counts from the day on which it was written: "last year" is another year next year."""
    if told.kind in ("cloze", "quote"):
        return NOTHING
    text, low = told.text, told.low
    for hint in _HINTS[told.french]:
        if hint in low:
            break
    else:
        return NOTHING
    match = _FROM_NOW[told.french].search(text)
    if match is None or told.card.as_of or _YEAR.search(low) or not _SPOKEN_OF.isdisjoint(told.words) or told.quotes:
        return NOTHING
    return told.here(words=match[0])
