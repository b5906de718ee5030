"""Durations: how long something lasted or is to last; no ages, no clock times, nothing told from today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import Final

from quiz.derive.document import Scene
from quiz.derive.fact import Fact
from quiz.derive.values.claims import aim, spent
from quiz.derive.values.facts import fact
from quiz.derive.values.place import Place, place, places
from quiz.language import durations as reader
from quiz.language.digits import plain
from quiz.language.duration_grammar import DAY, Duration
from quiz.language.tokens import bag

_YEARS: Final = bag("an ans year years")
#: Those of whom one says "de 34 ans": with a number of years after them it is their age.
_PERSONS: Final = bag(
    """homme hommes femme femmes garcon garcons fille filles fillette fillettes enfant enfants adolescent adolescents
    adolescente adolescentes ado ados jeune jeunes mineur mineurs mineure mineures eleve eleves etudiant etudiants
    etudiante etudiantes retraite retraites retraitee retraitees veuf veuve bebe nourrisson senior seniors personne
    personnes individu suspect suspecte victime victimes fils frere soeur mere pere grand-mere octogenaire conducteur
    conductrice motard cycliste pieton lyceen lyceenne collegien collegienne joueur joueuse chanteur chanteuse acteur
    actrice avocat avocate medecin infirmiere professeur agriculteur agricultrice patient patiente patients
    francais francaise britannique americain americaine man woman boy girl teenager child children people men women
    person driver student patient agent agente employe employee ouvrier ouvriere salarie salariee militant militante
    habitant habitante chef patron patronne maire policier policiere gendarme soldat vendeur serveur chauffeur artiste
    ecrivain cineaste champion championne attaquant defenseur gardien milliardaire magnat pilote skipper entraineur
    ingenieur elu elue adjoint adjointe depute deputee roi reine prince princesse president presidente"""
)
_AGE_WORDS: Final = bag("age agee ages agees aged age")
_OLDEST: Final = 120
_LATEST: Final = 24
_FROM_NOW: Final = bag("ago hence")
_STRUCK: Final = bag("passees passee pile precises sonnees sonnantes tapantes gmt utc")
_CLOCKED: Final = bag("est etait sera a vers des at by avant apres before after around")


def durations(scene: Scene) -> Iterator[Fact]:
    """Every length of time that tells something of the matter, in ISO 8601 in the unit in which it is written."""
    for found in places(scene, "duration", "date"):
        if found.reading.kind == "date":
            again = _spent(found) if "relative" in found.reading.notes and spent(found) else None
            if again is None:
                continue
            one = again
        else:
            one = found
        if _age(one) or _from_now(one) or _clock(one) or _idiom(one):
            continue
        length: Duration = one.reading.value
        high = written(length.high) if length.high is not None else ""
        yield replace(fact(scene, one, "duration", written(length)), bound=length.bound, high=high)


def written(length: Duration) -> str:
    """The ISO 8601 text of a duration in the unit in which it was written: *18 months* is P18M."""
    count = length.count
    if length.months % 1 == Fraction(1, 2) and not length.seconds:
        return f"P{plain(length.months - Fraction(1, 2))}M15D" if length.months > 1 else "P15D"
    if not count or count.denominator != 1:
        return length.iso
    months, seconds = length.months / count, length.seconds / count
    if months and not seconds and months.denominator == 1:
        years, rest = divmod(months, 12)
        return f"P{plain(count * years)}Y" if not rest else f"P{plain(count * months)}M"
    if seconds and not months:
        for unit, sign in ((7 * DAY, "P{}W"), (DAY, "P{}D"), (3600, "PT{}H"), (60, "PT{}M")):
            if seconds % unit == 0:
                return sign.format(plain(count * Fraction(seconds, unit)))
    return length.iso


def _spent(found: Place) -> Place | None:
    """The duration in *in three weeks*, where it is one."""
    start, passage = found.reading.start - found.passage.start, found.passage
    again = reader.find(passage.text[start : found.reading.end - passage.start], passage.language)
    if not again:
        return None
    one = again[0]
    at = found.reading.start
    return place(one._replace(start=one.start + at, end=one.end + at), passage)


def _age(one: Place) -> bool:
    """Whether a number of years is an age, or what an age is known to (*à 400 ans près*)."""
    unit = one.line[one.last - 1].text
    before, after = one.before(6), one.after(3)
    near = before[:1]
    if after[:1] == ["pres"]:
        return True
    if unit not in _YEARS or (one.reading.value.count > _OLDEST and after[:1] != ["old"]):
        return False
    if after[:1] == ["old"] or after[:2] == ["-", "old"] or after[:2] == ["of", "age"] or after[:2] == ["d", "'"]:
        return after[:1] != ["d"] or after[2:3] == ["age"]
    if any(word in _AGE_WORDS for word in before[:4]):
        return True
    if near == ["les"] and unit == "ans" and after[:1] not in (["de"], ["d"]):
        return True
    if before[:2] in (["de", "plus"], ["de", "moins"]) and before[2:3] in (["les"], ["des"], ["aux"]):
        return True
    if near in (["vers"], ["des"]) and unit == "ans":
        return True
    if near in (["de"], ["of"]):
        return any(word in _PERSONS for word in before[1:5]) or _person(one)
    if near == ["a"] and unit == "ans":
        return one.reading.value.bound == "exact" and not any(word.startswith(("condamn", "peine")) for word in before)
    closes = after[:1] in ([","], [")"], ["."], []) or after[:1] == ["et"]
    return near in ([","], ["("]) and unit == "ans" and closes


def _person(one: Place) -> bool:
    """Whether the word before *de 34 ans* names a person: by a capital, or the ending of those who do something."""
    at = one.first - 2
    word = one.word(at)
    if not word or one.line[at].kind != "word":
        return False
    return one.capital(at) or word.endswith(("ienne", "ien", "trice", "euse", "iste", "ier", "iere"))


def _from_now(one: Place) -> bool:
    """Whether it is told from today: *il y a deux ans*, *two years ago*, *dans trois jours*."""
    if one.after(1)[:1] and one.after(1)[0] in _FROM_NOW:
        return True
    before = one.before(6)
    if before[:1] == ["in"] and aim(one) == "ahead":
        return True
    return before[:1] == ["dans"] or any(pair == ("a", "y") for pair in pairwise(before))


def _idiom(one: Place) -> bool:
    """Whether one unit with its article is a thing and no length: *une année de transition*, « 20 Minutes »."""
    words = [token.text for token in one.line[one.first : one.last]]
    if words in (["une", "annee"], ["une", "journee"], ["une", "seconde"], ["un", "jour"], ["un", "siecle"]):
        return one.before(1)[:1] not in (["pendant"], ["durant"], ["en"], ["depuis"], ["apres"])
    return one.line[one.last - 1].kind == "word" and one.capital(one.last - 1) and not one.capital(one.first)


def _clock(one: Place) -> bool:
    """Whether hours and minutes are a time of day: 12h30, 8 h."""
    words = [token.text for token in one.line[one.first : one.last]]
    if "h" not in words and "heures" not in words:
        return False
    if words[-1] == "heures":
        if one.before(1) == ["apres"] and one.word(one.last) in ("de", "d"):
            return False
        opens = one.word(one.first - 1) == "passe" and one.line[one.first - 2].kind != "word"
        if one.word(one.last) in _STRUCK or opens:
            return bool(one.reading.value.count <= _LATEST)
        told = one.before(1)[:1]
        return bool(told) and told[0] in _CLOCKED and one.reading.value.count <= _LATEST
    if "heures" in words and not words[-1].isdigit():
        return False
    return one.before(1)[:1] not in (["pendant"], ["durant"], ["en"], ["duree"])
