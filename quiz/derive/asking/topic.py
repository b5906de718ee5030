"""What an article is about, as a few words that can stand before a question: "À propos de la fermeture de …", "On …".

The words are the title's own: the noun phrase that holds a name, or the definite phrase that it begins with. Where no
title gives one, it is the party that the first paragraph names and the article names again and again.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from quiz.derive.asking import context, naming, words
from quiz.derive.asking.drafts import level
from quiz.derive.document import Scene
from quiz.language import verbs
from quiz.language.pattern import pattern
from quiz.language.text import fold, word_set

_WORDS: Final = {
    "fr": pattern(r"(?:[cdjlmnst]|qu)['’](?=\w)|[^\W_]+(?:[-'’.&](?=[^\W_])[^\W_]+)*|[^\w\s]", re.IGNORECASE),
    "en": pattern(r"[^\W_]+(?:[-'’.&](?=[^\W_])[^\W_]+)*['’]?|[^\w\s]"),
}
#: The frames, with the topic after "de" in French.
_LEAD: Final = {"fr": "À propos {}{}\u00a0: ", "en": "On {}{}: "}
#: A party that an article is about is named so often, and a topic has so many words at most.
_OFTEN: Final = 4
_LONGEST: Final = 9


def lead(scene: Scene, language: str, *, dated: bool = True) -> str:
    """The words before a question that say what the article is about, and of when it is; "" where that is not sure."""
    said = phrase(scene)
    when = naming.month(scene, language=language) if dated else ""
    return _LEAD[language].format(said, f" ({when})" if when else "") if said else ""


@lru_cache(maxsize=8)
def phrase(scene: Scene) -> str:
    """What the article is about: in French with "de" ("de la fermeture de …"), in English with its article; or ""."""
    language = scene.document.language
    title = context.plain_title(scene.document.article.text, level(context.title_of(scene)))
    if title:
        counts = _counts(scene)
        made = {"fr": _french, "en": _english}[language]
        named = [name for name in naming.names(scene) if naming.holds_name(title, name)]
        phrases = [(one, name) for name in named if (one := made(scene, title, name))]
        if phrases:
            return max(phrases, key=lambda one: (counts.get(_party_name(scene, one[1]), 0), len(one[0])))[0]
        alone = [name for name in named if counts.get(_party_name(scene, name), 0) >= _OFTEN and _thing(scene, name)]
        most = max(counts.values(), default=0)
        alone = [name for name in alone if counts[_party_name(scene, name)] * 3 > most * 2]
        if alone and (language == "fr" or not _shouting(_tokens(title, language)) or len(alone) == 1):
            return _named(scene, max(alone, key=lambda name: counts[_party_name(scene, name)]), language)
    if title and (found := _definite(scene, title, language)):
        return found
    return _party(scene, language)


# --- the title --------------------------------------------------------------------------------------------------------


def _tokens(title: str, language: str) -> list[str]:
    return [match[0] for match in _WORDS[language].finditer(title)]


def _english(scene: Scene, title: str, name: str) -> str:
    """The noun phrase of a name with nouns behind it: "the Casco ferry terminal sale"; "" where it has none."""
    line, own = _tokens(title, "en"), _tokens(name, "en")
    at = _place(line, own)
    if at < 0 or _shouting(line):
        return ""
    end, start = at + len(own), at
    while start and re.fullmatch(r"(?:19|20)\d\d", line[start - 1]):
        start -= 1
    # Behind a preposition no verb follows: "in the Halloran Tower plunge".
    hangs = start and line[start - 1].lower() in words.PREPOSITIONS["en"] | {"the"} - {"to"}
    while end < len(line) and line[end].islower() and (_noun(line[end], "en") or (hangs and _base(line[end]))):
        end += 1
    body = scene.document.article.text.replace(title, "")
    while end > at + len(own) and not re.search(rf"\b{re.escape(line[end - 1])}\b", body):
        end -= 1
    if end == at + len(own) or end - start > _LONGEST:
        return ""
    if (end < len(line) and line[end] in ("'", "’")) or line[end - 1].endswith(("'s", "’s", "'", "’", "ly")):
        return ""
    return f"the {' '.join(line[start:end])}"


def _base(word: str) -> bool:
    return word.islower() and any(form.tense == "infinitive" for form in verbs.forms(word, "en"))


def _french(scene: Scene, title: str, name: str) -> str:  # noqa: ARG001
    """The noun phrase that ends in a name, from its definite article on: "la fermeture de la piscine Mauvoisin"."""
    line, own = _tokens(title, "fr"), _tokens(name, "fr")
    at = _place(line, own)
    start, article, found = at, "", -1
    while start > 0 and at - start < _LONGEST:
        before = line[start - 1].lower().replace("’", "'")
        if before in _CONTRACTED and _heads(line[start:at]):
            found, article = start, _CONTRACTED[before]
            if before in ("au", "aux"):
                break
        elif not (before in ("de", "d'") or _noun(before, "fr")):
            break
        start -= 1
    return _joined(article, line[found : at + len(own)]) if found >= 0 else ""


def _heads(said: list[str]) -> bool:
    """Whether there is a common noun between an article and the name."""
    return bool(said) and said[0].islower() and _noun(said[0], "fr")


_CONTRACTED: Final = {
    "le": "le",
    "la": "la",
    "les": "les",
    "l'": "l'",
    "du": "le",
    "des": "les",
    "au": "le",
    "aux": "les",
}


def _definite(scene: Scene, title: str, language: str) -> str:  # noqa: ARG001
    """The definite phrase with which a title begins, if it says more than one noun: "Le déclin des insectes"."""
    line = _tokens(title, language)
    end = next(
        (
            at
            for at, word in enumerate(line)
            if at and (not word[0].isalnum() or verbs.is_auxiliary(word.lower(), language))
        ),
        len(line),
    )
    said = line[:end]
    full = [word for word in said if len(word) > 3 and word.lower() not in words.EMPTY[language]]
    if not 3 <= len(said) <= _LONGEST or len(full) < 2 or (end < len(line) and line[end] not in ":,"):
        return ""
    if any(_verb(word, language) for word in said[1:]):
        return ""
    first = said[0].lower()
    if language == "en":
        return f"the {' '.join(said[1:])}" if first == "the" else ""
    if first in ("le", "la", "les"):
        return _joined(first, said[1:])
    return _joined("l'", said[1:]) if first.replace("’", "'") == "l'" else ""


def _joined(article: str, said: list[str]) -> str:
    """A French phrase after "de"."""
    text = re.sub(r"(['’]) ", r"\1", " ".join(said))
    return {"le": "du ", "les": "des ", "la": "de la ", "l'": "de l'"}[article] + text


def _place(line: list[str], own: list[str]) -> int:
    sought = [fold(word) for word in own]
    for at in range(len(line) - len(own) + 1):
        if [fold(word) for word in line[at : at + len(own)]] == sought:
            return at
    return -1


def _shouting(line: list[str]) -> bool:
    """Whether most words of a title have a capital, so that names and nouns look alike."""
    long = [word for word in line if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in long) > 0.7 * len(long)


def _noun(word: str, language: str) -> bool:
    """Whether a word of a title may be a noun or an adjective beside a name: no verb, no small word, no sign."""
    low = word.lower()
    small = (
        words.PREPOSITIONS[language]
        | words.DETERMINERS[language]
        | words.COORDINATORS[language]
        | words.RELATIVES[language]
        | words.PRONOUNS[language]
    )
    return word[0].isalpha() and low not in small and not _verb(low, language) and not word.endswith(("'s", "’s"))


def _verb(word: str, language: str) -> bool:
    low = word.lower()
    if low in _NO_NOUNS or verbs.is_auxiliary(low, language):
        return True
    forms = verbs.forms(low, language)
    if language == "fr":
        return any(form.tense in verbs.FINITE for form in forms) and low not in _NOUNS[language]
    return bool(forms) and low not in _NOUNS[language]


_NO_NOUNS: Final = word_set("not n't ne pas plus more most less over after")
#: Nouns that are forms of verbs too.
_NOUNS: Final = {
    "fr": word_set("grève rachat procès réforme fusion attaque vente marche offre enquête ferme taxe facture"),
    "en": word_set(
        "sale strike plan deal merger vote trial report claim ban fire attack crash tax work charge show tour launch "
        "march merge cut bid offer probe row loss rise fall fine race test study drug mask mine plant bond share "
        "market stake"
    ),
}


# --- the party --------------------------------------------------------------------------------------------------------


#: Countries act, as bodies do, but an article about France is about something else.
_COUNTRIES: Final = word_set(
    "france italy italie spain espagne germany allemagne britain uk us suisse switzerland netherlands belgique belgium "
    "canada china chine russia russie japan japon india inde nepal europe eu ue australia australie portugal ireland "
    "irlande scotland wales england angleterre greece grece turkey turquie brazil bresil mexico mexique israel iran"
)


def _counts(scene: Scene) -> dict[str, int]:
    """How often each party is named outside quotations."""
    counts: dict[str, int] = {}
    for mention in scene.people.mentions:
        if not mention.quoted:
            counts[mention.party.name] = counts.get(mention.party.name, 0) + 1
    return counts


def _party_name(scene: Scene, name: str) -> str:
    party = naming.party_of(scene, name)
    return party.name if party is not None else name


def _thing(scene: Scene, name: str) -> bool:
    """Whether a name is surely not that of a place where all of it happens, and is one to hold on to."""
    party = naming.party_of(scene, name)
    if party is None or party.kind == "place" or fold(name) in _COUNTRIES:
        return False
    if party.kind == "person" and " " not in party.name and _counts(scene).get(party.name, 0) < 2 * _OFTEN:
        return False
    if party.kind == "organisation":
        return True
    text = scene.document.article.text
    return re.search(r"\b(?:[Ii]n|[Aa]t|[Àà]|[Ee]n|[Aa]u|[Aa]ux) " + re.escape(name) + r"\b", text) is None


def _named(scene: Scene, name: str, language: str) -> str:
    party = naming.party_of(scene, name)
    whole = naming.called(scene, party) if party is not None else name
    numbered = re.findall(re.escape(whole) + r" ([A-Z]{0,3}\d+)\b", scene.document.article.text)
    if numbered and whole.endswith("Flight"):
        whole = f"{whole} {numbered[0]}"
    bare = re.findall(r"\b([Tt]he )?" + re.escape(whole) + r"\b", scene.document.article.text)
    if language == "en" and bare.count("") * 2 > len(bare):
        return whole
    return naming.of(scene, whole) if language == "fr" else naming.said(scene, whole)


def _party(scene: Scene, language: str) -> str:
    """The party that the article names most, if the first paragraphs name it and no other comes near."""
    telling = [one for one in scene.document.passages if one.telling]
    until = telling[min(1, len(telling) - 1)].end if telling else 0
    early = {mention.party.name for mention in scene.people.mentions if mention.span.start < until}
    known = naming.names(scene)
    counts = {name: count for name, count in _counts(scene).items() if name in known}
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    if ranked and (party := naming.party_of(scene, ranked[0])) is not None and party.kind == "person":
        first = telling[0]
        early = {one.party.name for one in scene.people.mentions_in(first.start, first.sentences[0].end)}
    if not ranked or ranked[0] not in early or counts[ranked[0]] < _OFTEN or not _thing(scene, ranked[0]):
        return ""
    if len(ranked) > 1 and counts[ranked[1]] * 3 > counts[ranked[0]] * 2:
        return ""
    return _named(scene, ranked[0], language)
