"""Whose claim a sentence makes, whether the article vouches for it, and whether it speaks of what will be."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from quiz.derive.calendar import Aim
from quiz.derive.document import Scene
from quiz.derive.fact import Span
from quiz.derive.values.place import CLAUSE_ENDS, Place
from quiz.language.tokens import bag

#: Adverbs and adjectives by which an article keeps its distance.
_DISTANT: Final = bag(
    """reportedly allegedly purportedly supposedly rumoured rumored unconfirmed alleged presumably pretendument
    presumement suppose supposee supposes supposees"""
)
#: The conditional by which French newspapers tell what they have only heard.
_HEARSAY: Final = bag("aurait auraient serait seraient")
#: Words before a conditional that make it a condition, a wish, or the future of a past.
_NO_HEARSAY: Final = bag("si s que qu quand lorsque ou qui")
#: English auxiliaries of the future, and words by which a sentence of either language looks ahead.
_AHEAD: Final = bag(
    """coming rendez will ll shall should would upcoming due planned plans hopes intends set expected expects
    scheduled slated prochain prochaine prochains prochaines prevu prevue prevus prevues devrait devraient doit doivent
    doive attendu
    attendue attendus attendues"""
)
#: Words in -ra and -ront that are no verbs; what is to have happened is told with *aura*.
_NO_FUTURES: Final = bag(
    "opera camera tiara extra ultra sierra hydra cobra tora caldera front affront aura auront para sahara ira-t"
)
#: Words in -rait and -raient that are no conditionals, or the hearsay of this language.
_NO_CONDITIONALS: Final = bag(
    "portrait retrait extrait attrait trait aurait auraient serait seraient contrait soustrait"
)
_STILL: Final = bag("will ll shall should would to must")
_BEHIND: Final = bag("last previous past dernier derniere passe passee depuis since had was were did avait avaient")
#: Words before a month that lies on the near side, whichever that is.
_NEAR: Final = bag("by until till through before avant ici jusqu from ahead veille")
_PUT_OFF: Final = ("report", "repouss", "renvoy", "ajourn")
_SINCE: Final = bag("since depuis")
#: What stands between a verb and the day on which it happened: no word that looks ahead, as "to", "pour" and "au" do.
_ON: Final = bag(
    """on in le the en debut fin mi early mid late ce cet cette matin soir midi apres - morning evening night afternoon
    last monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche"""
)
#: English pasts that do not end in -ed.
_PASTS: Final = bag(
    """was were had did went began died met left came took gave fell rose said told made found won lost held broke sent
    saw became struck hit killed born opened ran flew sank shot beat quit hid spoke wrote sold bought paid drew grew"""
)
_UNTIL: Final = bag(", au aux pour for to until till by jusqu de of du")
_NO_PASTS: Final = bag(
    "hundred need needs seed speed indeed breed creed exceed proceed succeed feed bed red shed united"
)
#: French auxiliaries of what has been, and participles that do not end in é.
_HAVING: Final = bag("a ont avait avaient est sont etait etaient ete eu fut furent")
_PARTICIPLES: Final = bag(
    """mort morte morts mortes disparu disparue disparus survenu survenue paru parue paru rendu rendue pris prise mis
    mise ouvert ouverte elu elue elus tenu tenue venu venue parti partie partis produit produite sorti sortie dit fait
    faite reuni reunie reunis recu recue perdu promis conclu conclue ecrit obtenu appris interrompu suspendu battu"""
)
_TWO_WORD_SOURCES: Final = {("d", "apres"), ("according", "to"), ("de", "source")}
_REACH: Final = 16


def aim(place: Place) -> Aim:
    """Where the clause of a date looks: ahead in a future tense or words like *prévu* and *due*, back, or near."""
    before = list(takewhile(_in_clause, place.before(_REACH)))
    after = list(takewhile(_in_clause_before_comma, place.after(_REACH // 2)))
    if _closes_accounts(before, place.passage.language) or not _SINCE.isdisjoint(before[:3]):
        return "back"
    if _to_be_done(before):
        return "ahead"
    if _done(place):
        return "back"
    if before[:1] == ["a"] and any(word.startswith(_PUT_OFF) for word in before[1:3]):
        return "ahead"
    if not any(word in _BEHIND or word.endswith("ed") for word in before[:3]):
        words = [*before, *after]
        if any(word in _AHEAD or _future(word) for word in words) or _to_take_place(words):
            return "ahead"
    return "near" if any(word in _NEAR for word in before[:5]) else ""


def _done(place: Place) -> bool:
    """Whether the verb right before a day tells what happened on it: *went missing on*, *a été arrêté le*."""
    at = place.first - 1
    while at >= place.begins and place.line[at].text in _ON:
        at -= 1
    for verb in range(at, max(place.begins - 1, at - 3), -1):
        word = place.line[verb].text
        if word in CLAUSE_ENDS or word in _AHEAD or word in _UNTIL or (verb == at and word in ("a", "at")):
            return False
        if place.passage.language == "fr":
            accented = place.written(verb, verb + 1).rstrip("es").endswith("é") or word in _PARTICIPLES
            if accented and not _HAVING.isdisjoint(place.line[each].text for each in range(max(0, verb - 3), verb)):
                return True
        elif word in _PASTS or (len(word) > len("bred") and word.endswith("ed") and word not in _NO_PASTS):
            return True
    return False


def _to_be_done(before: list[str]) -> bool:
    """Whether an English passive still lies ahead: *will be sentenced in November*, *is to be opened in May*."""
    if "be" not in before[:5]:
        return False
    at = before.index("be")
    return any(word in _STILL for word in before[at + 1 : at + 4])


def _in_clause(word: str) -> bool:
    return word not in CLAUSE_ENDS


def _in_clause_before_comma(word: str) -> bool:
    return word not in CLAUSE_ENDS and word != ","


def _closes_accounts(before: list[str], language: str) -> bool:
    """Whether a day is the last of a year or quarter of accounts: *the year to 31 March*, *clos le 30 juin*."""
    if before[:1] in (["ended"], ["ending"]) or before[:2] in (["to", "year"], ["to", "months"], ["to", "quarter"]):
        return True
    return language == "fr" and any(word.startswith(("clos", "clotur", "acheve")) for word in before[:3])


def _to_take_place(words: list[str]) -> bool:
    """The conditional that tells a future in the past: *aurait lieu*, *would meet*."""
    return "lieu" in words and not {"aura", "auront", "aurait", "auraient"}.isdisjoint(words)


def _future(word: str) -> bool:
    """Whether a levelled French word looks like a future of the third person, or a conditional: *ouvriront*."""
    if len(word) < 4:
        return False
    if word.endswith(("ra", "ront")):
        return word not in _NO_FUTURES
    return word.endswith(("rait", "raient")) and word not in _NO_CONDITIONALS


def spent(place: Place) -> bool:
    """Whether *in three weeks* tells how long something took, not when it will be: no future stands in its clause."""
    return place.line[place.first].text == "in" and place.line[place.last].text != "'" and aim(place) != "ahead"


def hedged(place: Place) -> bool:
    """Whether the article itself does not vouch for a value: *reportedly*, *aurait coûté*."""
    if place.said is not None and place.said.hedged:
        return True
    for at in range(place.begins, place.ends):
        word = place.line[at].text
        if word in _DISTANT:
            return True
        if word in _HEARSAY and not any(other in _NO_HEARSAY for other in _clause_before(place, at)):
            return True
    return False


def _clause_before(place: Place, at: int) -> list[str]:
    words = []
    while at > place.begins and place.line[at - 1].text not in CLAUSE_ENDS:
        at -= 1
        words.append(place.line[at].text)
    return words


def attribution(scene: Scene, place: Place) -> str:
    """Whose claim a value is: of who says the words around it, of the source that its sentence names; else ""."""
    if place.said is not None:
        return place.said.name
    for at in range(place.begins, place.ends):
        if (first := _source_at(place, at)) is not None:
            last = first
            while last < place.ends and last - first < _REACH and place.line[last].text not in {",", ".", *CLAUSE_ENDS}:
                last += 1
            if first < last:
                found = scene.people.resolve(Span(*place.span(first, last)))
                if found is not None:
                    return found.name
    return ""


def _source_at(place: Place, at: int) -> int | None:
    """The token after words that name a source, where they stand at `at`."""
    word = place.line[at].text
    if word in ("selon", "dixit"):
        return at + 1
    if word == "d" and place.word(at + 1) == "'" and place.word(at + 2) == "apres":
        return at + 3
    if (word, place.word(at + 1)) in _TWO_WORD_SOURCES:
        return at + 2
    return None
