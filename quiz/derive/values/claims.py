"""Whose claim a sentence makes, whether the article vouches for it, and whether it speaks of what will be."""

from __future__ import annotations

from typing import Final

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
    """will ll shall upcoming due expected scheduled slated prochain prochaine prochains prochaines prevu prevue prevus
    prevues devrait devraient doit doivent doive d'ici attendu attendue attendus attendues"""
)
#: Words in -ra and -ront that are no verbs.
_NO_FUTURES: Final = bag("opera camera tiara extra ultra sierra hydra cobra aura-t tora caldera front affront")
_BEHIND: Final = bag("last previous past dernier derniere passe passee depuis since had was were did avait avaient")
_TWO_WORD_SOURCES: Final = {("d", "apres"), ("according", "to"), ("de", "source")}
_REACH: Final = 12


def looks_ahead(place: Place) -> bool:
    """Whether the clause of a value speaks of what will be, in a future tense or in words like *prévu* and *due*."""
    words = [*place.before(_REACH), *place.after(6)]
    if any(word in _BEHIND for word in words[:4]):
        return False
    return any(word in _AHEAD or _future(word) for word in words)


def _future(word: str) -> bool:
    """Whether a levelled word looks like a French future of the third person: *aura*, *ouvriront*."""
    return len(word) > 3 and word.endswith(("ra", "ront")) and word not in _NO_FUTURES


def hedged(place: Place) -> bool:
    """Whether the article itself does not vouch for a value: *reportedly*, *aurait coûté*."""
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
    """Whose claim the sentence of a value makes: *selon X*, *according to X*; "" where nobody is named."""
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
