"""Where what is said begins after a verb of saying: after que or that, at an infinitive, or at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quiz.derive.speech import words as w
from quiz.derive.speech.bound import Cue
from quiz.derive.speech.phrases import adverb
from quiz.derive.speech.stream import Token
from quiz.language import sayings, verbs
from quiz.language.text import word_set

_THAT_FR: Final = frozenset(("que", "qu'"))
_PERSONS_EN: Final = word_set(
    "me us you him her them it reporters journalists jurors lawmakers investors viewers readers"
)
#: What may follow "said" without being the clause.
_NO_CLAUSE: Final = word_set(
    "late long hard early against around behind together apart to so no yes goodbye hello nothing little much "
    "more something anything as if whether why how what when where who "
    "which himself herself itself themselves yourself myself of about that and or but than like off up down out away"
)
_TELLING: Final = word_set(
    "tell warn inform assure remind notify advise convince persuade promise reassure alert teach caution"
)
_INFINITIVE_ENDS: Final = ("er", "ir", "re", "oir")
_NO_INFINITIVES: Final = word_set(
    "hier mer cher fier premier dernier papier quartier chantier janvier février entre contre votre notre autre "
    "lettre rencontre titre mètre centre ministre octobre septembre novembre décembre encore guerre terre heure "
    "soir avenir plaisir"
)


def complement(line: Sequence[Token], cue: Cue, language: str) -> int | None:
    """The first token of what is said; None where the verb governs no clause here."""
    after = cue.last + 1
    if after + 3 < len(line) and line[after].kind == "colon" and not any(one.kind == "quote" for one in line[after:]):
        return after + 1  # "Le maire résume : la caisse est vide."
    return _complement_fr(line, cue) if language == "fr" else _complement_en(line, cue)


def _complement_fr(line: Sequence[Token], cue: Cue) -> int | None:
    at = cue.last + 1
    end = len(line)
    inside = False
    while at < end:
        token = line[at]
        if token.kind == "comma":
            inside = not inside
            if at - cue.last > 14:
                return None
            at += 1
            continue
        if token.kind not in ("word", "elided", "number", "open", "close"):
            return None
        if token.key in _THAT_FR:
            following = line[at + 1] if at + 1 < end else None
            comparing = at > cue.last + 1 and line[at - 1].key in (
                "plus",
                "moins",
                "ne",
                "aussi",
                "même",
                "tel",
                "telle",
            )
            if following is None or comparing or line[at - 1].key == "parce":
                return None
            return at + 1 if cue.saying.clause else None
        if token.key in ("à", "ce") and at + 1 < end and line[at + 1].key in ("ce", *_THAT_FR):
            at += 1
            continue
        if cue.saying.infinitive and at <= cue.last + 3 and not inside:
            first = at + 1 if token.key in ("de", "d'") else at
            if first < end and _infinitive(line, first):
                return first
        joins = token.key == "et" and at + 1 < end and line[at + 1].key in ("à", "au", "aux")
        if token.key in w.SUBORDINATORS or (token.key in w.CONJUNCTIONS and not joins) or at - cue.last > 14:
            return None
        at += 1
    return None


def _infinitive(line: Sequence[Token], at: int) -> bool:
    while at < len(line) and (
        line[at].key in w.CLITICS_FR or line[at].key in ("pas", "plus", "jamais", "bien", "toujours")
    ):
        at += 1
    if at >= len(line) or line[at].kind != "word" or line[at].capital:
        return False
    key = line[at].key
    if line[at - 1].key in ("le", "la", "les", "l'") and line[at - 2].key not in ("de", "d'", "ne"):
        return key in ("avoir", "être")
    return (
        len(key) > 3
        and key.endswith(_INFINITIVE_ENDS)
        and key not in _NO_INFINITIVES
        and (not key.endswith("re") or verbs.is_infinitive(key, "fr"))
    )


def _complement_en(line: Sequence[Token], cue: Cue) -> int | None:
    at = cue.last + 1
    end = len(line)
    if at >= end:
        return None
    lemma = cue.saying.lemma
    telling = lemma in _TELLING
    if cue.saying.doing and line[at].kind == "word" and line[at].key.endswith("ing") and len(line[at].key) > 4:
        return at
    if cue.saying.infinitive and line[at].key == "to" and at + 1 < end and line[at + 1].kind == "word":
        return at
    moved = at
    if telling and line[at].kind == "word":
        moved = _over_person(line, at, end)
    moved = _over_circumstance(line, moved, end)
    if moved < end and line[moved].key == "that":
        following = line[moved + 1] if moved + 1 < end else None
        demonstrative = (
            following is not None and following.key in ("was", "is", "would", "had", "the") and following.key != "the"
        )
        if demonstrative:
            return moved if cue.saying.zero else None
        return moved + 1 if cue.saying.clause else None
    if not cue.saying.zero or moved >= end:
        return None
    head = line[moved]
    if head.kind not in ("word", "number", "quote") or (head.key in _NO_CLAUSE and not head.capital):
        return None
    if (
        moved > at
        and not telling
        and line[moved - 1].kind != "comma"
        and head.key not in w.PRONOUNS
        and head.key not in w.DETERMINERS
    ):
        return None
    if (head.key in w.PREPOSITIONS or head.key in w.FINITE_EN or head.key in w.MODALS_EN) and not head.capital:
        return None
    return moved if _has_verb(line, moved, lemma) else None


def _over_person(line: Sequence[Token], at: int, end: int) -> int:
    """The place after whoever is told: "told reporters in Augusta", "told the BBC"."""
    if line[at].key in _PERSONS_EN:
        return at + 1
    if line[at].key == "that":
        return at
    for place in range(at, min(end, at + 8)):
        token = line[place]
        if token.key == "that" and place > at:
            return place
        if token.kind != "word":
            break
    # "told the BBC he would": the clause begins with a pronoun or a determiner after the person.
    for place in range(at + 1, min(end, at + 7)):
        token = line[place]
        if token.kind != "word":
            break
        if token.key in w.PRONOUNS or (token.key in w.DETERMINERS and line[place - 1].key not in w.PREPOSITIONS):
            return place
    return at + 1


def _over_circumstance(line: Sequence[Token], at: int, end: int) -> int:
    """The place after "on Tuesday", "in a statement", ", however,"."""
    place = at
    for _ in range(4):
        if place >= end:
            return place
        token = line[place]
        if (
            token.key in ("this", "last", "next", "late", "early")
            and place + 1 < end
            and line[place + 1].key in w.TEMPORAL
        ):
            place += 2
        elif token.kind == "word" and (
            token.key in w.TEMPORAL
            or (adverb(token, "en") and token.key not in w.DETERMINERS and token.key not in ("no", "all"))
        ):
            place += 1
        elif (
            token.kind == "word"
            and token.key
            in ("in", "on", "at", "to", "via", "during", "after", "through", "from", "by", "over", "with", "under")
            and not token.capital
            and not (token.key == "to" and place + 1 < end and not _addressed(line[place + 1]))
        ):
            stop = next(
                (
                    one
                    for one in range(place + 1, min(end, place + 12))
                    if line[one].key == "that"
                    or line[one].kind != "word"
                    or (
                        one > place + 1
                        and (line[one].key in w.PRONOUNS or line[one].key in ("the", "a", "an"))
                        and line[one - 1].key not in w.PREPOSITIONS
                    )
                ),
                None,
            )
            if stop is None:
                return place
            place = stop
            if line[place].kind == "comma":
                place += 1
        elif token.kind == "comma":
            closing = next((one for one in range(place + 1, min(end, place + 8)) if line[one].kind == "comma"), None)
            if closing is None:
                return place
            place = closing + 1
        else:
            return place
    return place


def _addressed(token: Token) -> bool:
    return token.capital or token.key in w.DETERMINERS or token.key in _PERSONS_EN


#: Verbs after which "that" is left out so often that anything with a verb may be what is said.
_PLAIN: Final = word_set(
    "say tell think reckon believe claim insist admit warn concede add contend argue feel hope fear swear "
    "maintain suggest "
    "acknowledge figure guess joke expect estimate"
)


def _many_do(noun: str, verb: str) -> bool:
    """Whether a plural noun and a verb of the present stand side by side: "the roots survive"."""
    return (
        noun.endswith("s")
        and not noun.endswith(("ss", "us", "is", "'s"))
        and len(noun) > len("has")
        and any(form.tense == "present" and form.number == "p" for form in verbs.forms(verb, "en"))
    )


def _has_verb(line: Sequence[Token], at: int, lemma: str) -> bool:
    """Whether a finite verb follows: without "that", what is said must be a clause.

    After verbs that take a thing as well ("declared his interest") it must follow at once.
    """
    plain = lemma in _PLAIN
    if line[at].key in w.PRONOUNS and line[at].key not in w.DETERMINERS:
        return True
    for place in range(at + 1, len(line) if plain else min(len(line), at + 9)):
        token = line[place]
        if token.kind in ("semicolon", "colon", "stop") or (
            not plain and (token.kind == "comma" or token.key == "and")
        ):
            break
        if token.kind == "quote":
            return plain
        if token.key == "and" and place + 1 < len(line) and line[place + 1].key in w.FINITE_EN | w.MODALS_EN:
            return False  # "has admitted one count of fraud and will be sentenced"
        if token.kind != "word":
            continue
        key = token.key
        if key in w.FINITE_EN or key in w.MODALS_EN:
            return True
        if key.endswith(("'d", "'ll", "'ve", "'re", "n't")) and len(key) > 2:
            return True
        if not plain:
            continue
        if (
            not token.capital
            and key.endswith(("ed", "es", "s"))
            and len(key) > 3
            and line[place - 1].key not in w.DETERMINERS
            and line[place - 1].key not in w.PREPOSITIONS
        ):
            return True
        if any("finite" in one.forms or "base" in one.forms for one in sayings.said(key, "en")):
            return True
        if _many_do(line[place - 1].key, key):
            return True
    return line[at].key.endswith(("'d", "'ll", "'ve", "'re", "'s"))
