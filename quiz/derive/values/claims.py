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
    """coming rendez will ll shall upcoming due planned plans hopes intends set expected expects scheduled slated
    prochain prochaine prochains prochaines prevu prevue prevus prevues devrait devraient doit doivent doive attendu
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
_BEHIND: Final = bag("last previous past dernier derniere passe passee depuis since had was were did avait avaient")
#: Words before a month that lies on the near side, whichever that is.
_NEAR: Final = bag("by until till through before avant ici jusqu from")
_TWO_WORD_SOURCES: Final = {("d", "apres"), ("according", "to"), ("de", "source")}
_REACH: Final = 16


def aim(place: Place) -> Aim:
    """Where the clause of a date looks: ahead in a future tense or words like *prévu* and *due*, back, or near."""
    before = list(takewhile(_in_clause, place.before(_REACH)))
    after = list(takewhile(_in_clause_before_comma, place.after(_REACH // 2)))
    if _closes_accounts(before):
        return "back"
    if not any(word in _BEHIND or word.endswith("ed") for word in before[:3]):
        words = [*before, *after]
        if any(word in _AHEAD or _future(word) for word in words) or _to_take_place(words):
            return "ahead"
    return "near" if any(word in _NEAR for word in before[:5]) else ""


def _in_clause(word: str) -> bool:
    return word not in CLAUSE_ENDS


def _in_clause_before_comma(word: str) -> bool:
    return word not in CLAUSE_ENDS and word != ","


def _closes_accounts(before: list[str]) -> bool:
    """Whether a day is the last of a year or quarter of accounts: *the year to 31 March*, *clos le 30 juin*."""
    if before[:1] in (["ended"], ["ending"]) or before[:2] in (["to", "year"], ["to", "months"], ["to", "quarter"]):
        return True
    return any(word.startswith(("clos", "clotur", "acheve")) for word in before[:3])


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
