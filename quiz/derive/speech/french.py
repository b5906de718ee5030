"""French verbs of saying in their groups: clitics, auxiliaries, negation, and what is a noun instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quiz.derive.speech import subjects
from quiz.derive.speech import words as w
from quiz.derive.speech.bound import Cue, aside, chosen, passive, sharing, with_subject
from quiz.derive.speech.phrases import Phrase, adverb
from quiz.derive.speech.stream import Token
from quiz.language.sayings import Saying
from quiz.language.text import word_set

#: "tient à préciser", "vient d'annoncer", "went on to say": the first verb is that of the sentence.
_CARRIERS_FR: Final = word_set(
    "tient tiennent tenait tenu tenus tint vient viennent venait contente contentent contenté borne bornent borné "
    "empresse empressé continue continuent continué commence commencent commencé finit finissent fini achève "
    "va jusqu'à aime aimait aimaient hésite hésité plaît prend pris permis permet limite limité persiste "
    "persistent cesse cessé"
)
#: "veut croire son gérant": no preposition.
_WANTING: Final = word_set("veut veulent voulait voulaient semble ose osent aime venu venue venus venues")
_CARRYING: Final = word_set("à de d' par que qu'")


def french(line: Sequence[Token], place: int, ways: tuple[Saying, ...], known: list[Cue]) -> Cue | None:
    """The cue that the word at `place` is; None where it is none. `known` are the cues before it in the sentence."""
    found = chosen(line, place, ways, "fr")
    if found is None:
        return None
    saying, last = found
    forms = saying.forms
    first, negated, hedged, having, being, reflexive, tied = _group_fr(line, place)
    previous = line[first - 1] if first else None
    if "gerund" in forms and not having:
        if previous is not None and (previous.key in ("le", "la", "les", "un", "une") or previous.key in w.BE_FR):
            return None
        return Cue(saying, first, last, sharing(line, first, known, "fr"), shared=True, denied=negated, gerund=True)
    if "base" in forms and not forms & {"finite"}:
        return _infinitive_fr(line, place, last, saying, known)
    if having or being:
        if "past" not in forms or (saying.state and not being):
            return None
        if saying.lemma == "attendre" and not reflexive:
            return None
        hedged = hedged or any(line[at].key in w.CONDITIONAL_FR for at in range(first, place))
        if being and not reflexive and not saying.state:
            return passive(line, first, place, last, saying, "fr")
    elif forms & {"finite", "conditional", "future"}:
        if forms == {"past"} or (saying.lemma == "attendre" and not reflexive):
            return None
        hedged = "conditional" in forms
        if previous is not None and _nominal_fr(line, first, place):
            return None
        if saying.noun and first == place and not tied and not _as_verb(line, place):
            return None
    elif "past" in forms:
        if saying.state:
            return None
        subject = _coordinated(line, place, known) if first == place else None
        if subject is not None:
            return Cue(saying, first, last, subject, shared=True)
        return passive(line, first, place, last, saying, "fr")
    else:
        return None
    return with_subject(line, first, last, saying, "fr", known, negated=negated, hedged=hedged, tied=tied)


def _coordinated(line: Sequence[Token], place: int, known: list[Cue]) -> Phrase | None:
    """The subject of a participle that shares an auxiliary: "a vu le maire et | déclaré à la presse que"."""
    if place < 3 or line[place - 1].key != "et" or place + 2 >= len(line):
        return None
    following = line[place + 1]
    governs = following.key in ("que", "qu'", "à", "aux", "au", "avoir") or following.kind in ("colon", "quote")
    if not governs:
        return None
    for at in range(place - 2, 0, -1):
        if line[at].key in ("que", "qu'") and following.key in ("que", "qu'"):
            continue  # "a confirmé que le pont fermerait et | promis que"
        if line[at].kind in ("semicolon", "colon", "stop") or line[at].key in w.SUBORDINATORS:
            return None
        if line[at].key in w.HAVE_FR and line[at + 1].kind == "word":
            return sharing(line, place, known, "fr")
    return None


def _group_fr(line: Sequence[Token], place: int) -> tuple[int, bool, bool, bool, bool, bool, Phrase | None]:
    """The first token of the verb group, and what is in it."""
    at = place
    negated = having = being = reflexive = False
    tied: Phrase | None = None
    crossed = False
    while at > 0:
        token = line[at - 1]
        key = token.key
        if not (having or being) and (phrase := _circumstance(line, at)):
            at -= phrase
            continue
        if token.kind == "comma" and not crossed and not (having or being) and aside(line, at - 1, "fr") is not None:
            crossed = True
            at = aside(line, at - 1, "fr") or at
            continue
        if token.kind not in ("word", "elided"):
            break
        if key in w.HAVE_FR and not having:
            having = True
        elif key in w.BE_FR and not being:
            being = True
        elif token.tied:
            tied = Phrase(at - 1, at - 1)
        elif key in ("ne", "n'"):
            negated = True
        elif key in ("se", "s'"):
            reflexive = True
        elif key in ("me", "m'", "nous", "vous", "lui", "y", "t'", "te", "en"):
            if key in ("nous", "vous") and at - 1 == 0:
                break
            if (
                key == "en"
                and at > 1
                and line[at - 2].kind == "word"
                and not (having or being)
                and line[at - 2].key not in w.CLITICS_FR
                and line[at - 2].key not in w.PRONOUNS
            ):
                break
        elif key in ("le", "la", "les", "l'", "leur"):
            before_it = line[at - 2] if at > 1 else None
            clear = having or being
            if not clear and not (
                before_it is not None
                and (
                    before_it.key in w.PRONOUNS
                    or before_it.key in w.CLITICS_FR
                    or before_it.key == "qui"
                    or (before_it.capital and before_it.key not in w.PREPOSITIONS)
                )
            ):
                break
        elif (adverb(token, "fr") and (at < place or key != "tout")) or key == "quant":
            pass
        else:
            break
        at -= 1
    # An adverb at the front of the group belongs to the clause, not to the verb.
    while (
        (at == 0 or line[at - 1].kind != "word")
        and at < place
        and adverb(line[at], "fr")
        and line[at].key not in ("pas", "plus", "jamais")
    ):
        at += 1
    if not (having or being) and crossed:
        pass
    hedged = any(line[one].key in w.CONDITIONAL_FR for one in range(at, place))
    return at, negated, hedged, having, being, reflexive, tied


#: What stands between an auxiliary and its participle, in several words: "a au contraire estimé".
_CIRCUMSTANCES: Final = tuple(
    tuple(words.split())
    for words in (
        "au contraire", "en revanche", "de même", "de nouveau", "à nouveau", "en outre", "par ailleurs", "en effet",
        "à son tour", "de son côté", "pour sa part", "quant à lui", "quant à elle", "tout de même", "malgré tout",
        "en substance", "d' emblée", "d' abord", "à plusieurs reprises", "au passage", "en même temps", "par la suite",
        "dans la foulée", "une nouvelle fois", "une fois de plus", "ces derniers jours", "à l' inverse", "du même coup",
    )
)  # fmt: skip
_CIRCUMSTANCE_ENDS: Final = frozenset(words[-1] for words in _CIRCUMSTANCES)


def _circumstance(line: Sequence[Token], end: int) -> int:
    """How many tokens before `end` are such a circumstance behind an auxiliary; 0 where none is."""
    if line[end - 1].key not in _CIRCUMSTANCE_ENDS:
        return 0
    for words in _CIRCUMSTANCES:
        first = end - len(words)
        if first > 0 and all(line[first + at].key == word for at, word in enumerate(words)):
            return len(words) if line[first - 1].key in w.HAVE_FR or line[first - 1].key in w.BE_FR else 0
    return 0


def _nominal_fr(line: Sequence[Token], first: int, place: int) -> bool:
    previous = line[first - 1]
    if previous.kind not in ("word", "elided") or previous.tied:
        return False
    key = previous.key
    if key in w.DETERMINERS or key in (
        "des",
        "du",
        "d'",
        "de",
        "au",
        "aux",
        "en",
        "par",
        "sans",
        "sous",
        "à",
        "sur",
        "comme",
    ):
        return first == place
    return False


def _as_verb(line: Sequence[Token], place: int) -> bool:
    """Whether a word that is a noun too is a verb here: a name or a pronoun before it, or what only a verb governs."""
    previous = line[place - 1] if place else None
    following = line[place + 1] if place + 1 < len(line) else None
    if following is not None and (
        following.kind in ("quote", "colon") or following.tied or following.key in ("que", "qu'")
    ):
        return True
    if previous is None or previous.kind != "word":
        return True
    return (
        previous.capital
        or previous.key in w.PRONOUNS
        or previous.key == "qui"
        or _governs(following)
        or (following is not None and adverb(following, "fr"))
    )


def _governs(token: Token | None) -> bool:
    return (
        token is not None
        and token.kind in ("word", "elided")
        and (
            token.key in ("de", "d'", "ne", "n'", "avoir", "être", "vouloir")
            or (len(token.key) > 4 and token.key.endswith(("er", "ir")))
        )
    )


def _infinitive_fr(line: Sequence[Token], place: int, last: int, saying: Saying, known: list[Cue]) -> Cue | None:
    """As in "tient à préciser", "vient d'annoncer": the subject is that of the carrying verb."""
    at = place
    while at > 0 and line[at - 1].key in w.CLITICS_FR:
        at -= 1
    if at < 1 or (line[at - 1].key not in _CARRYING and line[at - 1].key not in _WANTING):
        return None
    if line[at - 1].key in ("de", "d'") and 1 < at - 1 < 14 and line[0].key in ("et", "puis"):
        # "Et le maire d'ajouter": the infinitive of narration.
        teller = subjects.before(line, at - 1, "fr", 1)
        return Cue(saying, at - 1, last, teller) if teller is not None and teller.first == 1 else None
    carrier = at - 1 if line[at - 1].key in _WANTING else at - 2
    while carrier > 0 and (adverb(line[carrier], "fr") or line[carrier].tied):
        carrier -= 1
    if carrier < 0 or (line[carrier].key not in _CARRIERS_FR and line[carrier].key not in _WANTING):
        return None
    first, negated, _, _, _, _, tied = _group_fr(line, carrier)
    if line[carrier].key.startswith("hésit"):
        negated = not negated
    return with_subject(line, first, last, saying, "fr", known, negated=negated, hedged=False, tied=tied)
