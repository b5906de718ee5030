"""The rules of standing alone: no pronoun without a name, no yesterday, no "the company"; a name to hold on to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from quiz.derive.asking import naming
from quiz.derive.asking import words as tables
from quiz.derive.document import Scene
from quiz.derive.draft import Draft, Finding
from quiz.derive.exam.told import GAP, QUOTATION, told
from quiz.derive.exam.told import words as words_of
from quiz.language import verbs

#: Frames whose quotation is somebody's words and may say "I", "they" or "here".
_WORDS_OF_SOMEBODY: Final = ("who", "who-office", "fragment", "quote-gap", "quoted-value")
_FIRST: Final = frozenset(
    [
        "je",
        "j'",
        "me",
        "m'",
        "moi",
        "mon",
        "ma",
        "mes",
        "nous",
        "notre",
        "nos",
        "on",
        "vous",
        "votre",
        "vos",
        "tu",
        "te",
        "t'",
        "ton",
        "ta",
        "tes",
        "c'",
        "ce",
        "ça",
        "y",
        "qu'",
        "i",
        "me",
        "my",
        "mine",
        "myself",
        "we",
        "us",
        "our",
        "ours",
        "you",
        "your",
        "it",
        "that",
        "this",
    ]
)


def unresolved(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """No word stands for something that only the article tells."""
    said = told(draft)
    text = said.outside if draft.frame in _WORDS_OF_SOMEBODY else said.asked
    if draft.frame == "role":
        return None
    line = words_of(text, draft.language)
    flat = " " + " ".join(line).replace("' ", "'") + " "
    if draft.frame in ("who", "who-office", "fragment"):
        # The frame is made of names; only what the quotation needs is looked at below.
        return _quotation(draft, said.quotation)
    for one in tables.DEICTICS[draft.language]:
        if f" {one} " in flat.replace("'", "' ") or f" {one} " in flat:
            return Finding("unresolved", 1, one)
    days = [word for word in line if word in tables.WEEKDAYS[draft.language]]
    if days:
        return Finding("unresolved", 1, days[0])
    found = next(_pronouns(draft, scene, text, line), None) or _quotation(draft, said.quotation)
    return Finding("unresolved", 1, found) if isinstance(found, str) else found


def _quotation(draft: Draft, quotation: str) -> Finding | None:
    """Of somebody's words a few may hang: a question about "them" alone is no question."""
    line = words_of(quotation, draft.language)
    if not line or draft.frame not in _WORDS_OF_SOMEBODY:
        return None
    empty = tables.EMPTY[draft.language] | _FIRST
    full = [word for word in line if word not in empty and len(word) > 2]
    if len(full) < 3:
        return Finding("unresolved", 1, quotation.strip())
    loose = [word for word in line if word in _LOOSE[draft.language]]
    value = draft.frame == "quoted-value"
    if loose and (value or line[0] in loose or len(loose) > 1):
        return Finding("unresolved", 1 if value else 0.35, loose[0])
    flat = " " + " ".join(line) + " "
    for one in tables.DEICTICS[draft.language] if value else ():
        if f" {one} " in flat and one not in ("même", "aussi", "là", "ici", "now", "here", "then", "there"):
            return Finding("unresolved", 1, one)
    return None


_LOOSE: Final = {
    "fr": frozenset(
        [
            "il",
            "elle",
            "ils",
            "elles",
            "lui",
            "leur",
            "leurs",
            "eux",
            "celui",
            "celle",
            "ceux",
            "celles",
            "ça",
            "cela",
            "son",
            "sa",
            "ses",
        ]
    ),
    "en": frozenset(
        [
            "he",
            "she",
            "they",
            "them",
            "him",
            "her",
            "his",
            "their",
            "it",
            "this",
            "that",
            "these",
            "those",
            "here",
            "there",
        ]
    ),
}


def _pronouns(draft: Draft, scene: Scene, text: str, line: tuple[str, ...]) -> Iterator[str]:
    """Pronouns, possessives, demonstratives and bare definite nouns for which the sentence names nobody before."""
    language = draft.language
    named = [name for name in naming.names(scene) if naming.holds_name(text, name)]
    at_named = min(
        (place for place in (_place(line, words_of(name, language)) for name in named) if place >= 0), default=99
    )
    for place, word in enumerate(line):
        before = line[place - 1] if place else ""
        follow = line[place + 1] if place + 1 < len(line) else ""
        if word in _ALWAYS[language]:
            if _expletive(word, follow, language):
                continue
            yield word
        elif word in tables.POSSESSIVES[language] or word in _THIRD[language]:
            if _expletive(word, follow, language):
                continue
            if word in ("leur", "leurs", "their", "they", "them", "ils", "elles", "eux") and _plural_before(
                line[:place], language
            ):
                continue
            if not (at_named < place and len(_heads(named)) == 1) and not (
                at_named < place and _possessed_by_subject(line, place, at_named)
            ):
                yield word
        elif (
            (
                word in ("ce", "cet", "cette", "ces")
                and language == "fr"
                and follow not in ("qui", "que", "qu'", "dont", "n'", "sont")
            )
            or (word in ("this", "these", "those") and language == "en")
            or (word == "that" and language == "en" and verbs.is_finite(follow, "en") and before in ("", "and", "but"))
        ):
            yield word
        elif word in _DEFINITE[language]:
            bare = _bare(line, place, language)
            if bare:
                yield bare


_ALWAYS: Final = {
    "fr": frozenset(
        [
            "ceci",
            "cela",
            "ça",
            "celui-ci",
            "celle-ci",
            "ceux-ci",
            "celles-ci",
            "celui",
            "celle",
            "y",
            "nous",
            "vous",
            "je",
            "j'",
            "notre",
            "nos",
            "votre",
            "vos",
            "mon",
            "ma",
            "mes",
            "tel",
            "telle",
        ]
    ),
    "en": frozenset(["we", "us", "our", "i", "me", "my", "you", "your", "himself", "herself", "there", "here", "such"])
    - {"us"},
}
_THIRD: Final = {
    "fr": frozenset(["il", "elle", "ils", "elles", "lui", "eux", "leur"]),
    "en": frozenset(["he", "she", "it", "they", "him", "her", "them"]),
}
_DEFINITE: Final = {"fr": frozenset(["le", "la", "l'", "les", "du", "au", "des", "aux"]), "en": frozenset(("the",))}


def _expletive(word: str, follow: str, language: str) -> bool:
    if language == "fr":
        return (
            word == "il"
            and follow in ("faut", "faudra", "faudrait", "fallait", "s'agit", "manque", "est")
            and follow != "est"
        )
    return word == "there" and follow in ("is", "are", "was", "were", "will", "would", "has", "have")


def _place(line: tuple[str, ...], name: tuple[str, ...]) -> int:
    for place in range(len(line) - len(name) + 1):
        if line[place : place + len(name)] == name:
            return place
    return -1


def _heads(named: list[str]) -> set[str]:
    """Names of which none is a part of another."""
    return {name for name in named if not any(name != other and naming.holds_name(other, name) for other in named)}


def _plural_before(line: tuple[str, ...], language: str) -> bool:
    """Whether the sentence begins with several people or things, whom "their" may stand for."""
    if language == "fr":
        return bool(line) and line[0] in (
            "les",
            "des",
            "plusieurs",
            "deux",
            "trois",
            "quelque",
            "certains",
            GAP.lower(),
        )
    return bool(line) and (any(word.endswith("s") and len(word) > 3 for word in line[:4]) or GAP.lower() in line[:2])


def _possessed_by_subject(line: tuple[str, ...], place: int, at_named: int) -> bool:
    """Whether a possessive can only be the subject's: the sentence begins with the name."""
    return at_named <= 1 and place - at_named < 9


def _bare(line: tuple[str, ...], place: int, language: str) -> str:
    """A definite noun of those that were told before, with nothing behind it that says which; or ""."""
    noun = line[place + 1] if place + 1 < len(line) else ""
    at = place + 1
    if language == "en":
        # The head of an English noun phrase is its last word before a verb, a preposition or the end.
        while (
            at + 1 < len(line)
            and line[at + 1] not in tables.PREPOSITIONS["en"]
            and line[at + 1] not in _STOPS
            and not verbs.is_finite(line[at + 1], "en")
        ):
            at += 1
            if at - place > 4:
                return ""
        noun = line[at]
        if at > place + 1:
            # With an adjective or a noun before it the phrase says more; a name there says which.
            return noun if noun in tables.EARLIER["en"] and at == place + 2 and line[place + 1] in _POOR else ""
    base = noun.removesuffix("s")
    if noun not in tables.EARLIER[language] and base not in tables.EARLIER[language]:
        return ""
    follow = line[at + 1] if at + 1 < len(line) else ""
    if language == "fr":
        if follow in (
            "de",
            "d'",
            "du",
            "des",
            "à",
            "au",
            "aux",
            "en",
            "pour",
            "qui",
            "que",
            "qu'",
            "où",
            "dont",
            "sur",
            "contre",
            "entre",
        ):
            return ""
        return (
            "" if follow and not verbs.is_finite(follow, "fr") and follow not in _STOPS_FR else f"{line[place]} {noun}"
        )
    return (
        ""
        if follow in ("of", "for", "in", "at", "on", "between", "to", "that", "which", "who", "against")
        else f"{line[place]} {noun}"
    )


_POOR: Final = frozenset(
    ["new", "same", "latest", "whole", "entire", "proposed", "former", "current", "first", "second", "third", "big"]
)
_STOPS: Final = frozenset(("and", "or", "but", "that", "which", "who", QUOTATION.lower(), GAP.lower(), "as", "not"))
_STOPS_FR: Final = frozenset(
    ("et", "ou", "mais", "ne", "n'", "s'", "se", "par", "dans", "avec", "le", "la", "les", "a", GAP.lower())
)


def no_anchor(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """There is a name in the question, and three words that say something."""
    said = told(draft)
    empty = tables.EMPTY[draft.language]
    full = [word for word in words_of(said.asked, draft.language) if word not in empty and len(word) > 2]
    if len(full) < 3:
        return Finding("no-anchor", 1, said.asked)
    text = said.asked
    named = [name for name in naming.names(scene) if naming.holds_name(text, name)]
    if named:
        return None
    if draft.frame in ("who", "fragment"):
        return Finding("no-anchor", 0.3 if draft.frame == "who" else 1)
    return Finding("no-anchor", 1)


def ambiguous(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """Only one value of the article is right: not the first of two that stand side by side, not one of two claims."""
    if draft.answer.kind != "cloze":
        return None
    said = told(draft)
    at = said.asked.find(GAP)
    after = said.asked[at + 1 :]
    before = said.asked[:at]
    if re.match(r"\s*(?:et|ou|and|or|à|to|,)\s+(?:de |d')?[$£€]?\d", after) and re.search(
        r"\b(?:entre|between)\s*$", before
    ):
        return Finding("ambiguous", 1, after[:20])
    if re.search(r"\d[\w%€.,]*\s+(?:et|ou|and|or)\s+$", before) or re.match(r"\s+(?:et|ou|and|or)\s+[$£€]?\d", after):
        return Finding("ambiguous", 1, after[:20])
    mine = _content(said.asked, draft.language)
    for other in drafts:
        if other is draft or other.fact.kind != draft.fact.kind or other.answer.kind != "cloze":
            continue
        theirs = told(other)
        if theirs.answer == said.answer or (other.fact.start, other.fact.sentence) == (
            draft.fact.start,
            draft.fact.sentence,
        ):
            continue
        if other.fact.sentence == draft.fact.sentence:
            continue
        shared = _content(theirs.asked, draft.language)
        if mine and shared and len(mine & shared) / min(len(mine), len(shared)) > 0.75:
            return Finding("ambiguous", 1, theirs.answer)
    return None


def _content(text: str, language: str) -> frozenset[str]:
    empty = tables.EMPTY[language]
    return frozenset(word[:7] for word in words_of(text, language) if word not in empty and len(word) > 2)
