"""Where the verb of a stretch of tokens stands, and its subject; by tables, endings and what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quiz.derive.asking import words
from quiz.derive.asking.sentence import Token
from quiz.language import verbs
from quiz.language.text import word_set


def verb_at(line: Sequence[Token], language: str) -> int:
    """The place of the first finite verb, -1 if there is none."""
    before = ""
    for place, token in enumerate(line):
        if token.kind == "word" and _finite(line, place, before, language):
            return place
        before = token.low if token.kind == "word" else ""
    return -1


def verb_count(line: Sequence[Token], language: str) -> int:
    """How many finite verbs there are, those after an auxiliary not counted."""
    count, at = 0, 0
    while (found := verb_at(line[at:], language)) >= 0:
        count += 1
        at += found + 1
        while (
            at < len(line)
            and line[at].kind == "word"
            and (
                verbs.is_participle(line[at].low, language)
                or verbs.is_infinitive(line[at].low, language)
                or line[at].low in BEFORE_VERB[language]
            )
        ):
            at += 1
    return count


def _finite(line: Sequence[Token], place: int, before: str, language: str) -> bool:
    low = line[place].low
    if language == "fr" and "-t-" in low:
        low = low.split("-t-")[0]
    if verbs.is_auxiliary(low, language):
        return not (low == "a" and before in ("d'", "il")) and before not in _NO_PRONOUNS[language]
    if not verbs.is_finite(low, language) or before in words.PREPOSITIONS[language]:
        return False
    if before in words.DETERMINERS[language]:
        # "le", "la", "l'" and "les" may be pronouns, but not at the beginning of a clause.
        return False
    follow = line[place + 1].low if place + 1 < len(line) else ""
    if language == "en":
        forms = verbs.forms(low, "en")
        if all(form.tense in ("present", "infinitive") and form.number != "s" for form in forms):
            return (
                place > 0
                and before not in ("to", "will", "would", "can", "could", "may", "must", "should", "not")
                and line[place - 1].low.endswith("s")
            )
        if before in ("be", "been", "being", "have", "has", "had", "was", "were", "is", "are"):
            return False
        if any(form.tense == "past" for form in forms) and any(form.tense == "participle" for form in forms):
            # "the deal signed in May": a participle, where a preposition follows and another verb comes later.
            later = any(verbs.is_auxiliary(token.low, "en") for token in line[place + 1 :] if token.kind == "word")
            return not (follow in ("by", "as") and later)
        if forms and forms[0].number == "s":
            return before not in words.COORDINATORS["en"] or place > 1
    return True


#: Determiners that are no pronouns before a verb.
_NO_PRONOUNS: Final = {
    language: words.DETERMINERS[language] - {"l'", "les", "la", "le", "tout"} for language in ("fr", "en")
}


def subject_end(line: Sequence[Token], language: str) -> int:
    """How many tokens stand before the verb as its subject; 0 where that is not plain."""
    at = verb_at(line, language)
    if at <= 0:
        return 0
    while at > 0 and line[at - 1].low in BEFORE_VERB[language]:
        at -= 1
    return at


#: What stands between a subject and its verb.
BEFORE_VERB: Final = {
    "fr": word_set("ne n' se s' y en lui leur l' le la les"),
    "en": word_set("also now still then has had not never already"),
}


def subject(line: Sequence[Token], language: str) -> tuple[Token, ...]:
    """The tokens before the verb of a clause that begins with its subject."""
    return tuple(line[: subject_end(line, language)])


def opens_with_verb(line: Sequence[Token], language: str) -> bool:
    """Whether a stretch begins with a verb that has its subject elsewhere: "and was sold"."""
    at = 0
    while (
        at < len(line)
        and line[at].low in BEFORE_VERB[language] | {"was", "is"}
        and not verbs.is_auxiliary(line[at].low, language)
    ):
        at += 1
    if at >= len(line) or line[at].kind != "word":
        return False
    low = line[at].low
    if verbs.is_auxiliary(low, language):
        return True
    forms = verbs.forms(low, language)
    if language == "en":
        return (bool(forms) and all(form.tense in ("past", "participle") for form in forms)) or any(
            form.tense == "present" and form.number == "s" for form in forms
        )
    return any(form.tense in verbs.FINITE for form in forms) and not any(form.tense == "participle" for form in forms)
