"""Verbs of saying in every form that a newspaper uses, and what each may govern.

French forms are conjugated by the rules of the two regular groups and their changes of spelling (Bescherelle, models
6 to 20), the rest from a table; English ones likewise.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from quiz.language import saying_words as table

Form = Literal["finite", "conditional", "future", "past", "base", "gerund"]

_DO: Final = ("fait", "font", "fais", "fit", "firent", "fer", "fait", "faisant")
_DROPPED: Final = frozenset("aeiouy")


class Saying(NamedTuple):
    """A word as a form of a verb of saying. A word may be several: "dit" is present and participle ("a dit").

    `clause`: que or that may follow; `zero`: English "that" may be left out; `infinitive`: "dit avoir", "vowed to";
    `doing`: "denied doing"; `noun`: after a determiner it is no verb; `plural`: its subject is (None: may be).
    `state`: a participle or an adjective of who is of an opinion ("est convaincu que", "is adamant that").
    `follow` is the second word of a locution ("chimed *in*", "fait *savoir*"), "" where there is none.
    """

    lemma: str
    forms: frozenset[Form]
    clause: bool
    zero: bool = False
    infinitive: bool = False
    doing: bool = False
    noun: bool = False
    plural: bool | None = None
    follow: str = ""
    state: bool = False


def said(word: str, language: str) -> tuple[Saying, ...]:
    """The verbs of saying of which `word` (small letters, accents kept) is a form; () for another word."""
    return _forms(language).get(word, ())


def table_of(language: str) -> dict[str, tuple[Saying, ...]]:
    """Every form with what it may be."""
    return _forms(language)


@lru_cache(maxsize=2)
def _forms(language: str) -> dict[str, tuple[Saying, ...]]:
    found: dict[str, dict[tuple[str, str], Saying]] = {}
    for written, saying in _french() if language == "fr" else _english():
        here = found.setdefault(written, {})
        key = (saying.lemma, saying.follow)
        known = here.get(key)
        if known is None:
            here[key] = saying
        else:
            plural = known.plural if known.plural == saying.plural else None
            here[key] = known._replace(forms=known.forms | saying.forms, plural=plural)
    return {word: tuple(ways.values()) for word, ways in found.items()}


# --- French ----------------------------------------------------------------------------------------------------------


def _french() -> Iterator[tuple[str, Saying]]:
    for verb in sorted(table.CLAUSE_FR | table.QUOTED_FR | table.INFINITIVE_FR):
        lemma, _, follow = verb.partition("-")
        clause = verb in table.CLAUSE_FR
        infinitive = verb in table.INFINITIVE_FR
        for written, form, plural in _conjugated(lemma):
            noun = written in table.NOUNS_FR
            made = Saying(
                verb, frozenset((form,)), clause, infinitive=infinitive, noun=noun, plural=plural, follow=follow
            )
            yield written, made
    yield from _states(table.STATES_FR, ("", "e", "s", "es"))


def _states(words: frozenset[str], endings: tuple[str, ...]) -> Iterator[tuple[str, Saying]]:
    for word in sorted(words):
        made = Saying(word, frozenset(("past",)), clause=True, zero=True, state=True)
        for ending in endings:
            yield word + ending, made


def _conjugated(verb: str) -> Iterator[tuple[str, Form, bool | None]]:
    if verb in table.IRREGULAR_FR:
        one, many, stem, past, pasts, future, participle, gerund = table.IRREGULAR_FR[verb].split()
        imperfect = stem
    elif verb == "faire":
        one, many, imperfect, past, pasts, future, participle, gerund = _DO
    elif verb.endswith("er"):
        one, many, imperfect, past, pasts, future, participle, gerund = _first_group(verb)
    elif verb.endswith("ir"):
        root = verb[:-1]
        one, many, imperfect, past, pasts = root + "t", root + "ssent", root + "ss", root + "t", root + "rent"
        future, participle, gerund = verb, root, root + "ssant"
    else:
        return
    yield verb, "base", None
    yield one, "finite", False
    yield many, "finite", True
    yield past, "finite", False
    yield pasts, "finite", True
    for ending, plural in (("ait", False), ("aient", True)):
        yield imperfect + ending, "finite", plural
        yield future + ending, "conditional", plural
    yield future + "a", "future", False
    yield future + "ont", "future", True
    endings = ("", "e", "s", "es") if participle[-1] != "s" else ("", "e", "es")
    for ending in endings:
        yield participle + ending, "past", None
    yield gerund, "gerund", None


def _first_group(verb: str) -> tuple[str, str, str, str, str, str, str, str]:
    root = verb[:-2]
    before_a = root + "e" if root.endswith("g") else root[:-1] + "ç" if root.endswith("c") else root
    strong = root
    if verb in ("appeler", "rappeler", "interpeller"):
        strong = "interpell" if verb == "interpeller" else root + "l"
    elif root.endswith("y"):
        strong = root[:-1] + "i"
    else:
        consonants = 1
        while consonants < len(root) and root[-consonants] not in "aeiouyéè":
            consonants += 1
        vowel = root[-consonants]
        if vowel == "é" or (vowel == "e" and consonants == 2):
            strong = root[:-consonants] + "è" + root[-consonants + 1 :]
    future = strong + "er" if "é" not in root[-3:] else verb
    return strong + "e", strong + "ent", before_a, before_a + "a", root + "èrent", future, root + "é", before_a + "ant"


# --- English ---------------------------------------------------------------------------------------------------------


def _english() -> Iterator[tuple[str, Saying]]:
    every = table.ZERO_EN | table.CLAUSE_EN | table.QUOTED_EN | table.DOING_EN | table.TO_EN
    for verb in sorted(every):
        parts = verb.rsplit("-", 1) if verb != "e-mail" else [verb]
        lemma, follow = parts[0], parts[1] if len(parts) > 1 else ""
        zero = verb in table.ZERO_EN
        clause = zero or verb in table.CLAUSE_EN
        infinitive, doing = verb in table.TO_EN, verb in table.DOING_EN
        made = Saying(verb, frozenset(), clause, zero=zero, infinitive=infinitive, doing=doing, follow=follow)
        third, past, participle, gerund = _parts_of(lemma)
        yield lemma, made._replace(forms=frozenset(("base",)), plural=True)
        yield third, made._replace(forms=frozenset(("finite",)), plural=False, noun=not third.endswith(("ys", "lls")))
        yield past, made._replace(forms=frozenset(("finite",)))
        yield participle, made._replace(forms=frozenset(("past",)))
        yield gerund, made._replace(forms=frozenset(("gerund",)))
    yield from _states(table.STATES_EN, ("",))


def _parts_of(verb: str) -> tuple[str, str, str, str]:
    if verb in table.IRREGULAR_EN:
        third, past, participle, gerund = table.IRREGULAR_EN[verb].split()
        return third, past, participle, gerund
    if verb[-1] == "y" and verb[-2] not in _DROPPED:
        return verb[:-1] + "ies", verb[:-1] + "ied", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s")
    if verb.endswith("e"):
        return third, verb + "d", verb + "d", verb[:-1] + "ing"
    doubled = verb + verb[-1] if verb in table.DOUBLED_EN else verb
    return third, doubled + "ed", doubled + "ed", doubled + "ing"
