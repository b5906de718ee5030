"""Verbs as tokens: whether a word may be a finite verb, a participle or an infinitive, and of which verb.

French forms are made by the rules of the three groups from `verb_words`, English ones by those of spelling; a verb
that is in no table is known by its ending where only a verb ends so. All forms are those of the third person.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal, NamedTuple

from quiz.language import verb_words
from quiz.language.pattern import pattern
from quiz.language.text import word_set

Tense = Literal["present", "past", "imperfect", "future", "conditional", "participle", "gerund", "infinitive"]
FINITE: Final[frozenset[Tense]] = frozenset(("present", "past", "imperfect", "future", "conditional"))


class Form(NamedTuple):
    """One reading of a word as a verb. `number` is "s" or "p" for one or several subjects, "" for either."""

    base: str
    tense: Tense
    number: str = ""


#: Auxiliaries and modal verbs: what is finite beyond doubt. Contracted negations count as their verb.
_EN_AUXILIARIES: Final[dict[str, tuple[str, Tense, str]]] = {
    "is": ("be", "present", "s"), "are": ("be", "present", "p"), "was": ("be", "past", "s"),
    "were": ("be", "past", "p"),
    "has": ("have", "present", "s"), "have": ("have", "present", "p"), "had": ("have", "past", ""),
    "does": ("do", "present", "s"), "do": ("do", "present", "p"), "did": ("do", "past", ""),
    "will": ("will", "future", ""), "would": ("will", "conditional", ""), "can": ("can", "present", ""),
    "could": ("can", "conditional", ""), "may": ("may", "present", ""), "might": ("may", "conditional", ""),
    "must": ("must", "present", ""), "should": ("shall", "conditional", ""), "shall": ("shall", "future", ""),
    "cannot": ("can", "present", ""), "won't": ("will", "future", ""), "can't": ("can", "present", ""),
}  # fmt: skip
AUXILIARIES: Final[dict[str, frozenset[str]]] = {
    "en": frozenset(_EN_AUXILIARIES),
    "fr": word_set(
        "est sont a ont était étaient avait avaient sera seront aura auront fut furent serait seraient aurait"
        " auraient eut va vont doit doivent peut peuvent devait devaient pouvait pouvaient devra devront"
        " pourra pourront devrait devraient pourrait pourraient"
    ),
}
_VOWELS: Final = "aeiou"
_FR_ENDING: Final = pattern(r"\w{2,}(?:(?P<imperfect>ai(?:en)?t)|(?P<past>èrent|irent|urent)|(?P<future>eront|era))")
_EN_ENDING: Final = pattern(r"\w{2,}[^e\W]ed")
_FR_GERUND: Final = pattern(r"\w{3,}ant")
_EN_GERUND: Final = pattern(r"\w{3,}ing")
_FR_PARTICIPLE: Final = pattern(r"\w{3,}ée?s?")
#: Words that end like a verb and are none.
_NONE: Final = {
    "fr": word_set(
        "lait fait trait portrait souhait attrait retrait extrait parfait bienfait forfait avant devant"
        " pendant durant maintenant cependant pourtant instant enfant restaurant montant avocat géant quant"
        " autant tant caméra opéra commandant lieutenant étudiant habitant représentant dirigeant fabricant"
    ),
    "en": word_set(
        "need indeed hundred speed breed seed feed weed deed red bed shed sacred united limited during"
        " morning evening nothing something anything everything building meeting king ring spring wing thing"
        " string ceiling"
    ),
}


def forms(word: str, language: str) -> tuple[Form, ...]:
    """What verb forms a word may be; () for none. Case and the kind of apostrophe do not count."""
    return _forms(word.replace("’", "'").lower(), language)


@lru_cache(maxsize=8192)
def is_finite(word: str, language: str) -> bool:
    """Whether it may be the verb of a clause with a subject in the third person."""
    return any(form.tense in FINITE for form in forms(word, language))


@lru_cache(maxsize=8192)
def is_auxiliary(word: str, language: str) -> bool:
    """Whether it is a finite form of an auxiliary or modal verb."""
    return word.replace("’", "'").lower() in AUXILIARIES[language]


@lru_cache(maxsize=8192)
def is_participle(word: str, language: str) -> bool:
    """Whether it may be a past participle."""
    return any(form.tense == "participle" for form in forms(word, language))


@lru_cache(maxsize=8192)
def is_gerund(word: str, language: str) -> bool:
    """Whether it may be a present participle: "affirmant", "claiming"."""
    return any(form.tense == "gerund" for form in forms(word, language))


@lru_cache(maxsize=8192)
def is_infinitive(word: str, language: str) -> bool:
    """Whether it may be an infinitive."""
    return any(form.tense == "infinitive" for form in forms(word, language))


@lru_cache(maxsize=8192)
def _forms(word: str, language: str) -> tuple[Form, ...]:
    known = _table(language).get(word)
    if known is not None:
        return known
    if language == "en" and word.endswith("n't"):
        return _table(language).get(word[:-3], ())
    if word in _NONE[language] or not word.isalpha():
        return ()
    if language == "fr":
        ending = _FR_ENDING.fullmatch(word)
        if ending:
            return (Form("", ending.lastgroup, "p" if word.endswith("nt") else "s"),)  # type: ignore[arg-type]
        if _FR_GERUND.fullmatch(word):
            return (Form("", "gerund"),)
        if _FR_PARTICIPLE.fullmatch(word) and not word.endswith(("té", "tés")):
            return (Form("", "participle", "p" if word.endswith("s") else "s"),)
        return ()
    if _EN_ENDING.fullmatch(word):
        return (Form("", "past"), Form("", "participle"))
    return (Form("", "gerund"),) if _EN_GERUND.fullmatch(word) else ()


@lru_cache(maxsize=2)
def _table(language: str) -> dict[str, tuple[Form, ...]]:
    book = _Book()
    (_french if language == "fr" else _english)(book)
    return {word: tuple(told) for word, told in book.forms.items()}


class _Book:
    """The forms of all verbs of a language while they are made."""

    def __init__(self) -> None:
        self.forms: dict[str, dict[Form, None]] = {}

    def put(self, word: str, base: str, tense: Tense, number: str = "") -> None:
        self.forms.setdefault(word, {})[Form(base, tense, number)] = None


# --- French -----------------------------------------------------------------------------------------------------------


def _french(book: _Book) -> None:
    for verb in verb_words.FR_ER.split():
        _french_er(book, verb)
    for verb in verb_words.FR_IR.split():
        stem, long = verb[:-2], verb[:-2] + "iss"
        parts = (stem + "it", long + "ent", long, stem + "it", stem + "irent", verb, stem + "i", long + "ant")
        _french_verb(book, verb, parts)
    for verb in verb_words.FR_RE.split():
        stem = verb[:-2]
        parts = (stem, stem + "ent", stem, stem + "it", stem + "irent", verb[:-1], stem + "u", stem + "ant")
        _french_verb(book, verb, parts)
    for line in verb_words.FR_OTHER.strip().splitlines():
        base, *parts_ = line.split()
        _french_verb(book, base, tuple(parts_))
        for prefix in verb_words.FR_PREFIXED.get(base, "").split():
            _french_verb(book, prefix + base, tuple(prefix + part for part in parts_))


def _french_verb(book: _Book, base: str, parts: tuple[str, ...]) -> None:
    """The forms of a verb from its parts, in the order of `verb_words.FR_OTHER`."""
    one, many, imperfect, past_one, past_many, future, participle, gerund = parts
    bare = participle.replace("û", "u")
    plural = bare if bare.endswith("s") else bare + "s"
    told: tuple[tuple[str, Tense, str], ...] = (
        (base, "infinitive", ""),
        (one, "present", "s"),
        (many, "present", "p"),
        (imperfect + "ait", "imperfect", "s"),
        (imperfect + "aient", "imperfect", "p"),
        (past_one, "past", "s"),
        (past_many, "past", "p"),
        (future + "a", "future", "s"),
        (future + "ont", "future", "p"),
        (future + "ait", "conditional", "s"),
        (future + "aient", "conditional", "p"),
        (gerund, "gerund", ""),
        (participle, "participle", "s"),
        (bare + "e", "participle", "s"),
        (plural, "participle", "p"),
        (bare + "es", "participle", "p"),
    )
    for word, tense, number in told:
        book.put(word, base, tense, number)


#: Verbs in -eler and -eter that double their consonant before a mute e.
_DOUBLING: Final = ("appeler", "rappeler", "jeter", "rejeter", "projeter", "renouveler", "jumeler")


def _french_er(book: _Book, verb: str) -> None:
    stem = verb[:-2]
    soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
    mute = future = stem
    if verb in _DOUBLING:
        mute = future = stem + stem[-1]
    elif len(stem) > 2 and stem[-2] == "e" and stem[-1] in "lmnpstv":
        mute = future = stem[:-2] + "è" + stem[-1]
    elif len(stem) > 2 and stem[-2] == "é" and stem[-1] not in "aeiou":
        mute = stem[:-2] + "è" + stem[-1]
    elif stem.endswith(("oy", "uy")):
        mute = future = stem[:-1] + "i"
    future = {"envoyer": "enverr", "renvoyer": "renverr"}.get(verb, future + "er")
    parts = (mute + "e", mute + "ent", soft, soft + "a", stem + "èrent", future, stem + "é", soft + "ant")
    _french_verb(book, verb, parts)


# --- English ----------------------------------------------------------------------------------------------------------


def _english(book: _Book) -> None:
    book.put("be", "be", "infinitive")
    book.put("been", "be", "participle")
    book.put("being", "be", "gerund")
    for line in verb_words.EN_OTHER.split("|"):
        base, past, participle = line.split()
        short = len(base) < 5 and base[-1] in "bdgmnpt" and base[-2] in _VOWELS and base[-3:-2] not in _VOWELS
        _english_verb(book, base, past, participle, doubled=short)
    for written in verb_words.EN_REGULAR.split():
        base, doubled = written.rstrip("*"), written.endswith("*")
        if doubled:
            past = base + base[-1] + "ed"
        elif base.endswith("e"):
            past = base + "d"
        elif base.endswith("y") and base[-2] not in _VOWELS:
            past = base[:-1] + "ied"
        else:
            past = base + "ed"
        _english_verb(book, base, past, past, doubled=doubled)
    for word, (base, tense, number) in _EN_AUXILIARIES.items():
        book.put(word, base, tense, number)


def _english_verb(book: _Book, base: str, past: str, participle: str, *, doubled: bool) -> None:
    book.put(base, base, "infinitive")
    book.put(base, base, "present", "p")
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        third = base + "es"
    elif base.endswith("y") and base[-2] not in _VOWELS:
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    if base != "have":
        book.put(third, base, "present", "s")
    book.put(past, base, "past")
    book.put(participle, base, "participle")
    if base.endswith("ie"):
        gerund = base[:-2] + "ying"
    elif doubled:
        gerund = base + base[-1] + "ing"
    elif base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        gerund = base[:-1] + "ing"
    else:
        gerund = base + "ing"
    book.put(gerund, base, "gerund")
