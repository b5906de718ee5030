"""What is counted: the noun after a number, its adjectives passed over, in French and English.

Without a dictionary of the language a noun is known by its place and its plural: what one counts stands in the plural,
which both languages write with -s (French also -x and -z), but for a few words that are listed.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from quiz.derive.values.place import Place
from quiz.language.number_context import FUNCTION_WORDS
from quiz.language.tokens import Token, bag

#: Plurals without -s, and words that are the same in both numbers.
_EN_PLURALS: Final = bag(
    """people men women children policemen policewomen firefighters firemen fishermen salesmen spokesmen teeth feet mice
    geese staff police aircraft spacecraft fish sheep trout salmon cod deer cattle crew personnel troops media data
    criteria bacteria phenomena alumni fungi cacti cod dead wounded injured missing offspring swine bison species
    series migrants grandchildren schoolchildren servicemen congressmen congresswomen councilmen freshmen gentlemen
    countrymen chairmen businessmen craftsmen oxen lice wives kin others clergy poultry shrimp squid moose elk"""
)
#: Words in -s that are no plural nouns, or count nothing that a fact could be of.
_NO_NOUNS: Final = bag(
    """is was has does its his this thus us as yes plus less across towards besides always perhaps sometimes unless
    whereas versus vs times ways sides years months weeks days hours minutes seconds decades centuries fois reprises
    ans mois jours semaines heures minutes secondes annees siecles sous dans sans vers puis apres depuis tres pas
    plus moins mais chez aux des les ses ces leurs nos vos mes tes dont alors lors jamais toujours temps mains cotes
    parts things choses reasons raisons ways manieres facons nous vous ils elles eux celles ceux lui autres derniers
    dernieres premiers premieres prochains prochaines points years-old pm am odd or-so quarters thirds tiers quarts
    moitie halves cents percents others euros dollars pounds francs livres yards-out others' overs sets rounds
    goals-to-nil toutefois cependant suis es sommes etes sont"""
)
_FR_BEFORE_NOUN: Final = bag(
    """petit petits petite petites grand grands grande grandes gros grosse grosses nouveau nouveaux nouvel nouvelle
    nouvelles jeune jeunes vieux vieille vieilles ancien anciens ancienne anciennes beau beaux belle belles bon bons
    bonne bonnes mauvais mauvaise mauvaises autre autres principal principaux principale principales simple simples
    seul seuls seule seules veritable veritables futur futurs future futures different differents differente
    differentes haut hauts haute hautes long longs longue longues premier premiers premiere premieres dernier
    derniers derniere dernieres prochain prochains prochaine prochaines faux fausses vrai vrais vraies ex demi demis
    demies grands-meres supplementaires modestes rares meilleurs meilleures pauvres divers diverses"""
)
_FR_PLURALS: Final = bag("cheveux yeux gens")
_FR_RELATIONS: Final = (
    "aires", "iques", "els", "elles", "eux", "euses", "aux", "ales", "ifs", "ives", "ains", "aines", "ois", "oises",
    "iens", "iennes", "ables", "ibles", "iers", "ieres", "ais", "aises", "ins", "ines",
)  # fmt: skip
_OF_SCALE: Final = bag("million millions milliard milliards billion billions millier milliers")
#: Words that end a group of words before its noun could come.
_EN_STOPS: Final = bag(
    """have has had are were is was be been will would could should may might must can did do does said say says per
    every each if when while who whom whose which where why how there here because although though despite including
    so too also just even still yet already now then today yesterday tomorrow ago later earlier against across off
    out up down away back around above below onto into within without through throughout towards upon via like
    unlike near since until till not no nor both either neither than them us me him it its is as yes p m a"""
)
_FR_STOPS: Final = bag(
    """ont sont etaient avaient seront auront etait est a fut furent soit ete etre avoir ayant etant y en ne n se s que
    qu qui dont ou mais car donc ni si par pour sur sous dans avec sans chez vers entre contre depuis pendant avant
    apres lors hors selon malgre outre fois fait font peut peuvent doit doivent va vont vient viennent reste restent
    sur-le-champ hier demain ici la deja encore toujours jamais aussi environ seulement"""
)
_LONGEST: Final = 6
_COMPARING: Final = bag(
    "plus moins more less as the la le superieur superieure superieurs inferieur larger bigger higher"
)
_NO_HEADS_BY_ENDING: Final = ("ly", "ed", "ing")


class Noun(NamedTuple):
    """The noun of a count: `unit` as written; `last` is the token after the words that belong to it."""

    unit: str
    last: int


def counted(place: Place, language: str) -> Noun | None:
    """The noun that the number of a place counts, or None where none is sure to be."""
    return _french(place) if language == "fr" else _english(place)


def _stops(token: Token, stops: frozenset[str]) -> bool:
    return token.kind != "word" or token.text in stops or token.text in FUNCTION_WORDS


def _hyphenated(place: Place, at: int) -> int:
    """The token after a word and all that hyphens or an apostrophe of its own join to it."""
    line = place.line
    end = at + 1
    while (
        end + 1 < place.ends
        and line[end].text in ("-", "'", "/")
        and line[end - 1].end == line[end].start
        and line[end + 1].start == line[end].end
        and line[end + 1].kind in ("word", "digits")
        and not (line[end].text == "'" and line[end - 1].text in ("d", "l", "qu", "n", "s", "c", "j"))
    ):
        end += 2
    return end


def _repeated(place: Place) -> Noun | None:
    """*44 times*, *60 millions de fois*: a count, where it compares nothing (*trois fois plus*) and is in figures."""
    at = place.last
    while place.line[at].text not in ("times", "fois"):
        at += 1
    if place.line[place.first].kind != "digits" or place.word(at + 1) in _COMPARING or place.reading.value.value < 10:
        return None
    return Noun(place.written(at, at + 1), at + 1)


# --- French -----------------------------------------------------------------------------------------------------------


def _french(place: Place) -> Noun | None:
    line, at = place.line, place.last
    if line[at].text in ("de", "d"):
        if line[at - 1].text not in _OF_SCALE and not line[at - 1].text.endswith("aine"):
            return None
        at += 2 if line[at + 1].text == "'" else 1
    while at < place.ends and line[at].text in _FR_BEFORE_NOUN and not _stops(line[at + 1], _FR_STOPS):
        at += 1
    if line[at].text == "fois":
        return _repeated(place)
    if at >= place.ends or _stops(line[at], _FR_STOPS) or line[at].text in _NO_NOUNS:
        return None
    end = _hyphenated(place, at)
    head = line[end - 1].text if end == at + 1 else line[at].text
    plural = head[-1] in "sxz" or line[end - 1].text[-1] in "sxz"
    if not plural or len(head) < 3:
        return None
    unit = place.written(at, end)
    after = line[end]
    if end < place.ends and after.text.endswith(_FR_RELATIONS) and not place.capital(end):
        end += after.text not in _NO_NOUNS and after.text not in FUNCTION_WORDS
    return Noun(unit, end)


# --- English ----------------------------------------------------------------------------------------------------------


def _english(place: Place) -> Noun | None:
    line, at = place.line, place.last
    if line[at].text == "-":
        return None
    if line[at].text == "times" and line[at].kind == "word":
        return _repeated(place)
    if line[at].text == "of" and line[at + 1].text in ("the", "its", "their", "his", "her", "our", "these", "those"):
        at += 2
    if line[at].text in ("u", "uk", "us") and line[at + 1].text == "." and line[at + 2].text in ("s", "k"):
        at += 3 + (line[at + 3].text == ".")
    words: list[tuple[int, int]] = []
    while at < place.ends and len(words) < _LONGEST and not _stops(line[at], _EN_STOPS):
        end = _hyphenated(place, at)
        words.append((at, end))
        at = end
        if line[at].text == "," and len(words) == 1 and _adjective(line[at - 1].text) and line[at + 1].kind == "word":
            at += 1
    head: tuple[int, int] | None = None
    for first, end in words:
        word = line[end - 1].text
        if place.capital(end - 1) and len(words) > 1 and (first, end) != words[-1]:
            continue
        if _english_plural(word) and not (word == "s" or word in _NO_NOUNS):
            head = (first, end)
            follows = end < place.ends and line[end].kind == "word" and _english_plural(line[end].text)
            if not (follows and line[end].text not in _NO_NOUNS):
                break
        elif head is not None:
            break
    if head is None:
        return _others(place)
    return Noun(place.written(*head), head[1])


def _others(place: Place) -> Noun | None:
    """*140 others*: people whom no noun names."""
    at = place.last
    if place.word(at) != "others" or place.line[place.first].kind != "digits":
        return None
    return Noun(place.written(at, at + 1), at + 1)


def _adjective(word: str) -> bool:
    return len(word) > 2 and not word.endswith("s")


def _english_plural(word: str) -> bool:
    if word in _EN_PLURALS:
        return True
    return len(word) > 2 and word[-1] == "s" and word[-2:] not in ("ss", "us", "is") and word not in _NO_NOUNS
