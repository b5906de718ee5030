"""Words that stand for something told elsewhere: pronouns, possessives, "this", "the company"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quiz.derive.asking import naming
from quiz.derive.asking import words as tables
from quiz.derive.document import Scene
from quiz.derive.draft import Draft
from quiz.derive.exam.told import GAP, QUOTATION
from quiz.derive.exam.told import words as words_of
from quiz.derive.people import Party
from quiz.language import verbs
from quiz.language.text import word_set


def hanging(draft: Draft, scene: Scene, text: str) -> Iterator[str]:
    """Pronouns, possessives, demonstratives and bare definite nouns for which the sentence names nobody before."""
    language = draft.language
    if language == "en" and re.search(r"\bus\b", text):
        yield "us"
    line = words_of(text, language, signs=True)
    parties = {party for name in naming.standing(scene, text) if (party := naming.party_of(scene, name))}
    places = {
        party: min(
            place for name in (party.name, *party.names) if (place := place_of(line, words_of(name, language))) >= 0
        )
        for party in parties
        if any(place_of(line, words_of(name, language)) >= 0 for name in (party.name, *party.names))
    }
    verb = verb_of(line, language)
    for place, word in enumerate(line):
        follow = line[place + 1] if place + 1 < len(line) else ""
        before = [party for party, at in places.items() if at < place]
        if word in _ALWAYS[language] and not _expletive(word, follow, language):
            yield word
        elif word in _THIRD[language] or word in tables.POSSESSIVES[language]:
            if _expletive(word, follow, language) or (word == "leur" and language == "fr" and not follow):
                continue
            owned = word in tables.POSSESSIVES[language]
            if (
                word in _MANY[language]
                and _plural(line[: verb if verb > 0 else place], language)
                and (owned or verb < place)
            ):
                continue
            if (not owned and not _subordinate(line, place, language)) or not _one_owner(
                word, before, places, line, verb, language
            ):
                yield word
        elif (
            language == "fr"
            and word == "en"
            and (verbs.is_auxiliary(follow, "fr") or (place and verbs.is_finite(follow, "fr")))
        ):
            yield word
        elif word in _DEMONSTRATIVES[language] and follow not in ("qui", "que", "qu'", "dont", "n'", "sont"):
            if word != "that" or (
                verbs.is_finite(follow, "en") and line[place - 1 : place] in ((), ("and",), ("but",))
            ):
                yield word
        elif (
            language == "fr"
            and word in ("le", "la", "l'", "les")
            and place
            and verbs.is_infinitive(follow, "fr")
            and (verbs.is_finite(line[place - 1], "fr") or line[place - 1] in ("de", "à", "pour", "d'"))
            and follow not in _NOUNS_IN_R
        ):
            yield f"{word} {follow}"  # "espère le récupérer"
        elif word in _DEFINITE[language] and (bare := _bare(line, place, language)):
            yield bare


#: Infinitives that are nouns behind an article.
_NOUNS_IN_R: Final = word_set(
    "dîner déjeuner pouvoir devoir être lever coucher souvenir rire savoir avenir plaisir loisir"
)
_ALWAYS: Final = {
    "fr": word_set(
        "ceci cela ça celui-ci celle-ci ceux-ci celles-ci celui celle ceux celles y nous vous je j' notre nos votre "
        "vos mon ma"
        " mes tel telle eux en-ci chacun chacune lui-même elle-même c'"
    ),
    "en": word_set("we our i me my you your himself herself there here such"),
}
_THIRD: Final = {
    "fr": word_set("il elle ils elles lui leur"),
    "en": word_set("he she it they him them"),
}
_MANY: Final = {
    "fr": word_set("ils elles leur leurs"),
    "en": word_set("they them their"),
}
_DEMONSTRATIVES: Final = {
    "fr": frozenset(("ce", "cet", "cette", "ces")),
    "en": frozenset(("this", "these", "those", "that")),
}
_DEFINITE: Final = {"fr": word_set("le la l' les du au des aux"), "en": frozenset(("the",))}


def _subordinate(line: tuple[str, ...], place: int, language: str) -> bool:
    """Whether a pronoun is the subject of a subordinate clause: only there it can stand for the subject before it."""
    return line[place - 1 : place] in (
        (("que",), ("qu'",), ("dont",), ("où",)) if language == "fr" else (("that",),)
    ) or (
        language == "en"
        and place > 0
        and verbs.is_finite(line[place - 1], "en")
        and place + 1 < len(line)
        and verbs.is_finite(line[place + 1], "en")
    )


def _one_owner(
    word: str, before: list[Party], places: dict[Party, int], line: tuple[str, ...], verb: int, language: str
) -> bool:
    """Whether one party alone, named before, can be meant: of persons by "his", of things by "its"."""
    if language == "en":
        persons = word in ("he", "she", "his", "her", "him")
        fits = [one for one in before if (one.kind == "person") == persons]
        if word in ("his", "he", "him", "her", "she"):
            wanted = "f" if word in ("her", "she") else "m"
            fits = [one for one in fits if one.gender in ("", wanted)]
    elif word in ("il", "elle", "lui"):
        fits = [one for one in before if one.gender in ("", "f" if word == "elle" else "m")]
    else:
        fits = before
    start = line.index(",") + 1 if "," in line[:verb] and line[0] in tables.PREPOSITIONS[language] else 0
    subjects = [one for one in fits if places[one] < verb]
    # The owner is what the sentence begins with, not a name that only belongs to its subject.
    if len(subjects) == 1 and places[subjects[0]] - start <= 2:
        return True
    # A subject that has no name ("les dockers du port") owns what is theirs all the same.
    return language == "fr" and verb > 1 and word in ("son", "sa", "ses") and not fits and line[0] in ("un", "une")


def _plural(line: tuple[str, ...], language: str) -> bool:
    """Whether the subject is several people or things, whom "their" may stand for."""
    if language == "fr":
        return bool(line) and (line[0] in ("les", "des", "plusieurs", "deux", "trois", "certains") or GAP in line[:3])
    return GAP in line[:2] or any(word.endswith("s") and len(word) > 3 for word in line)


def _expletive(word: str, follow: str, language: str) -> bool:
    if language == "fr":
        return word == "il" and follow in ("faut", "faudra", "faudrait", "fallait", "s'", "manque")
    return word == "there" and follow in ("is", "are", "was", "were", "will", "would", "has", "have")


def place_of(line: tuple[str, ...], name: tuple[str, ...]) -> int:
    """Where the words of a name stand in a line, -1 if they do not."""
    for place in range(len(line) - len(name) + 1):
        if line[place : place + len(name)] == name:
            return place
    return -1


def verb_of(line: tuple[str, ...], language: str) -> int:
    """The place of the first verb that stands behind something that is no article, preposition or pronoun."""
    for place, word in enumerate(line):
        before = line[place - 1] if place else ""
        if verbs.is_auxiliary(word, language) and before not in ("d'", "il"):
            return place
        if (
            place
            and verbs.is_finite(word, language)
            and before not in tables.DETERMINERS[language]
            and before not in tables.PREPOSITIONS[language]
        ):
            forms = verbs.forms(word, language)
            if language == "en" and all(
                form.tense in ("present", "infinitive") and form.number != "s" for form in forms
            ):
                continue
            return place
    return -1


def _bare(line: tuple[str, ...], place: int, language: str) -> str:
    """A definite noun of those that were told before, with nothing behind it that says which; or ""."""
    noun = line[place + 1] if place + 1 < len(line) else ""
    at = place + 1
    if language == "en":
        # The head of an English noun phrase is its last word before a verb, a preposition or the end.
        while at + 1 < len(line) and line[at + 1][:1].isalpha() and line[at + 1] not in _STOPS_EN:
            if verbs.is_finite(line[at + 1], "en") or verbs.is_auxiliary(line[at + 1], "en"):
                break
            at += 1
            if at - place > 4:
                return ""
        noun = line[at]
        if at > place + 1:
            # With an adjective or a noun before it the phrase says more; a name there says which.
            return noun if noun in tables.EARLIER["en"] and at == place + 2 and line[place + 1] in _POOR else ""
    if noun not in tables.EARLIER[language] and noun.removesuffix("s") not in tables.EARLIER[language]:
        return ""
    follow = line[at + 1] if at + 1 < len(line) else ""
    if language == "fr":
        told = tables.PREPOSITIONS["fr"] | tables.RELATIVES["fr"] - {"par", "dans", "avec", "sans", "depuis"}
        if follow in told - {"par", "dans", "avec", "sans", "depuis", "après", "avant", "pendant"}:
            return ""
        behind = follow and follow[:1].isalpha() and follow not in _STOPS_FR and not verbs.is_finite(follow, "fr")
        return "" if behind else f"{line[place]} {noun}"
    after = line[at + 2] if at + 2 < len(line) else ""
    if (
        follow in ("in", "at", "on")
        and after not in ("the", "a", "late", "early", "mid", GAP)
        and not after[:1].isdigit()
    ):
        return ""
    return (
        "" if follow in ("of", "for", "between", "to", "that", "which", "who", "against") else f"{line[place]} {noun}"
    )


_POOR: Final = word_set("new same latest whole entire proposed former current first second third big")
_STOPS: Final = frozenset(("and", "or", "but", "that", "which", "who", QUOTATION, GAP, "as", "not"))
_STOPS_EN: Final = tables.PREPOSITIONS["en"] | _STOPS
_STOPS_FR: Final = frozenset(("et", "ou", "mais", "ne", "n'", "s'", "se", "le", "la", "les", "a", GAP, QUOTATION))
