"""The cues of a sentence: each verb of saying with its subject, whether it stands before or after it, and its mood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from quiz.derive.speech import subjects
from quiz.derive.speech import words as w
from quiz.derive.speech.stream import Token
from quiz.derive.speech.subjects import Phrase
from quiz.language import sayings
from quiz.language.sayings import Saying
from quiz.language.text import word_set

#: "tient à préciser", "vient d'annoncer", "went on to say": the first verb is that of the sentence.
_CARRIERS_FR: Final = word_set(
    "tient tiennent tenait tenu tenus tint vient viennent venait contente contentent contenté borne bornent borné "
    "empresse empressé continue continuent continué commence commencent commencé finit finissent fini achève "
    "va jusqu'à hésite hésité plaît prend pris permis permet limite limité persiste persistent cesse cessé"
)
_CARRIERS_EN: Final = word_set(
    "went goes quick keen continued continues took takes began begins moved rushed hastened paused careful happy"
)
#: "veut croire son gérant": no preposition.
_WANTING: Final = word_set("veut veulent voulait voulaient semble ose osent aime")
_CARRYING: Final = word_set("à de d' par que qu'")
_DECLINED: Final = word_set(
    "refuse refusent refusé refusait refusant decline declines declined refuses refused refusing unable"
)


class Cue(NamedTuple):
    """A verb of saying at the tokens `first` to `last`. `subject` is who says it, None where nobody is named.

    `inverted`: the subject follows. `shared`: it is that of an earlier verb ("a dit… et ajoute"). `denied`: negated or
    a question, so that it reports nothing. `hedged`: a conditional of rumour. `gerund`: "affirmant", "saying".
    `passive`: the subject is the agent ("dénoncé par X"), if there is one. `asked`: it stands in a question told ("what X calls “…”").
    """

    saying: Saying
    first: int
    last: int
    subject: Phrase | None
    inverted: bool = False
    shared: bool = False
    denied: bool = False
    hedged: bool = False
    gerund: bool = False
    passive: bool = False
    asked: bool = False


def cues(line: Sequence[Token], language: str) -> list[Cue]:
    """The cues of a sentence, in order."""
    table = sayings.table_of(language)
    found: list[Cue] = []
    at = 0
    for place, token in enumerate(line):
        if place < at or token.kind != "word" or token.key not in table:
            continue
        if token.capital and place > 0 and line[place - 1].kind == "word" and not token.key.isupper():
            continue
        cue = (_french if language == "fr" else _english)(line, place, table[token.key], found)
        if cue is not None:
            found.append(cue)
            at = cue.last + 1
    return found


def _chosen(line: Sequence[Token], place: int, ways: tuple[Saying, ...], language: str) -> tuple[Saying, int] | None:
    """The verb that is meant, with the place of its last word: a locution wins where its second word follows."""
    plain = None
    for way in ways:
        if not way.follow:
            plain = way
            continue
        for at in range(place + 1, min(len(line), place + 4)):
            if line[at].key == way.follow:
                return way, at
            if line[at].kind != "word" or not (
                subjects.adverb(line[at], language) or line[at].tied or line[at].key == "bien"
            ):
                break
    return (plain, place) if plain is not None else None


# --- French ----------------------------------------------------------------------------------------------------------


def _french(line: Sequence[Token], place: int, ways: tuple[Saying, ...], known: list[Cue]) -> Cue | None:
    chosen = _chosen(line, place, ways, "fr")
    if chosen is None:
        return None
    saying, last = chosen
    forms = saying.forms
    first, negated, hedged, having, being, reflexive, tied = _group_fr(line, place)
    previous = line[first - 1] if first else None
    if "gerund" in forms and not having:
        if previous is not None and (previous.key in ("le", "la", "les", "un", "une") or previous.key in w.BE_FR):
            return None
        return Cue(saying, first, last, _sharing(line, first, known, "fr"), shared=True, denied=negated, gerund=True)
    if "base" in forms and not forms & {"finite"}:
        return _infinitive_fr(line, place, last, saying, known)
    if having or being:
        if "past" not in forms:
            return None
        hedged = hedged or any(line[at].key in w.CONDITIONAL_FR for at in range(first, place))
        if being and not reflexive:
            return _passive(line, first, place, last, saying, "fr")
    elif forms & {"finite", "conditional", "future"}:
        if forms == {"past"}:
            return None
        hedged = "conditional" in forms
        if previous is not None and _nominal_fr(line, first, place, saying):
            return None
        if saying.noun and first == place and not tied and not _as_verb(line, place):
            return None
    elif "past" in forms:
        return _passive(line, first, place, last, saying, "fr")
    else:
        return None
    return _with_subject(line, first, last, saying, "fr", known, negated, hedged, tied)


def _group_fr(line: Sequence[Token], place: int) -> tuple[int, bool, bool, bool, bool, bool, Phrase | None]:
    """The first token of the verb group, and what is in it."""
    at = place
    negated = having = being = reflexive = False
    tied: Phrase | None = None
    crossed = False
    while at > 0:
        token = line[at - 1]
        key = token.key
        if token.kind == "comma" and not crossed and not (having or being) and _aside(line, at - 1, "fr") is not None:
            crossed = True
            at = _aside(line, at - 1, "fr") or at
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
        elif (subjects.adverb(token, "fr") and (at < place or key != "tout")) or key == "quant":
            pass
        else:
            break
        at -= 1
    # An adverb at the front of the group belongs to the clause, not to the verb.
    while at < place and subjects.adverb(line[at], "fr") and line[at].key not in ("pas", "plus", "jamais"):
        at += 1
    if not (having or being) and crossed:
        pass
    hedged = any(line[one].key in w.CONDITIONAL_FR for one in range(at, place))
    return at, negated, hedged, having, being, reflexive, tied


def _aside(line: Sequence[Token], comma: int, language: str) -> int | None:
    """Where an aside between auxiliary and participle begins ("a, de son côté, déclaré"); None where there is none."""
    auxiliaries = w.AUXILIARIES_FR if language == "fr" else w.AUXILIARIES_EN | w.MODALS_EN
    for at in range(comma - 1, max(-1, comma - 9), -1):
        if line[at].kind == "comma":
            return at if at > 0 and line[at - 1].key in auxiliaries else None
        if line[at].kind not in ("word", "elided", "number"):
            return None
    return None


def _nominal_fr(line: Sequence[Token], first: int, place: int, saying: Saying) -> bool:
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
        or (following is not None and subjects.adverb(following, "fr"))
    )


def _infinitive_fr(line: Sequence[Token], place: int, last: int, saying: Saying, known: list[Cue]) -> Cue | None:
    """ "tient à préciser", "vient d'annoncer": the subject is that of the carrying verb."""
    at = place
    while at > 0 and line[at - 1].key in w.CLITICS_FR:
        at -= 1
    if at < 1 or (line[at - 1].key not in _CARRYING and line[at - 1].key not in _WANTING):
        return None
    carrier = at - 1 if line[at - 1].key in _WANTING else at - 2
    while carrier > 0 and (subjects.adverb(line[carrier], "fr") or line[carrier].tied):
        carrier -= 1
    if carrier < 0 or (line[carrier].key not in _CARRIERS_FR and line[carrier].key not in _WANTING):
        return None
    first, negated, _, _, _, _, tied = _group_fr(line, carrier)
    if line[carrier].key.startswith("hésit"):
        negated = not negated
    return _with_subject(line, first, last, saying, "fr", known, negated, False, tied)


# --- English ---------------------------------------------------------------------------------------------------------


def _english(line: Sequence[Token], place: int, ways: tuple[Saying, ...], known: list[Cue]) -> Cue | None:
    chosen = _chosen(line, place, ways, "en")
    if chosen is None:
        return None
    saying, last = chosen
    forms = saying.forms
    at = place
    negated = being = having = modal = to = hedged = did = False
    while at > 0:
        token = line[at - 1]
        key = token.key
        if token.kind == "comma" and _aside(line, at - 1, "en") is not None:
            at = _aside(line, at - 1, "en") or at
            continue
        if token.kind != "word" or (token.capital and at - 1 > 0 and key not in w.AUXILIARIES_EN):
            break
        if key in w.BE_EN:
            being = True
        elif key in ("has", "have", "had", "'ve", "having", "hasn't", "haven't", "hadn't"):
            having = True
        elif key in ("do", "does", "did", "don't", "doesn't", "didn't"):
            did = True
        elif key in w.MODALS_EN and key != "'d":
            modal = True
        elif key == "to" and at == place:
            to = True
        elif key in ("reportedly", "allegedly", "supposedly"):
            hedged = True
        elif (token.tied and key == "'s" and ("past" in forms or "gerund" in forms) and at == place) or not (
            subjects.adverb(token, "en") and key not in w.DETERMINERS
        ):
            break
        negated = negated or key in w.NEGATIONS
        at -= 1
        if to:
            break
    while at < place and subjects.adverb(line[at], "en") and line[at].key not in w.NEGATIONS:
        at += 1
    if to:
        return _infinitive_en(line, at, last, saying, known)
    if modal or (did and negated) or (did and "base" in forms):
        return None
    previous = line[at - 1] if at else None
    if "gerund" in forms and "finite" not in forms:
        if being:
            return _with_subject(line, at, last, saying, "en", known, negated, hedged, None)
        if previous is not None and (
            previous.key in w.DETERMINERS
            or (previous.key in w.PREPOSITIONS and previous.key not in ("by", "before", "after", "while"))
        ):
            return None
        return Cue(saying, at, last, _sharing(line, at, known, "en"), shared=True, denied=negated, gerund=True)
    if (being and not having and "past" in forms) or (being and having and "past" in forms):
        return _passive(line, at, place, last, saying, "en")
    if having and "past" not in forms:
        return None
    if "base" in forms and "finite" not in forms:
        if previous is None or previous.kind != "word" or did:
            if previous is None or previous.kind not in ("comma", "close", "dash", "quote"):
                return None
        elif not (
            previous.key in ("they", "who", "we", "critics")
            or previous.key.endswith(("s", "people", "men", "women", "police", "'s"))
        ) or previous.key in ("he", "its", "his", "this", "as", "us", "is"):
            return None
    if previous is not None and previous.kind == "word" and not having:
        key = previous.key
        if (
            key in w.DETERMINERS
            and key not in w.PRONOUNS
            and key not in ("others", "some", "many", "all", "both", "most", "few", "another", "that", "this")
        ):
            return None
        if key in w.PREPOSITIONS and key not in ("inside",):
            return None
        if previous.tied and key == "'s":
            return None
    return _with_subject(line, at, last, saying, "en", known, negated, hedged, None)


def _infinitive_en(line: Sequence[Token], at: int, last: int, saying: Saying, known: list[Cue]) -> Cue | None:
    """ "went on to say": the subject is that of the carrying verb."""
    carrier = at - 1
    while (
        carrier > 0
        and line[carrier].kind == "word"
        and (
            subjects.adverb(line[carrier], "en")
            or line[carrier].key
            in (
                "on",
                "time",
                "pains",
                "x",
                "twitter",
                "facebook",
                "instagram",
                "media",
                "social",
                "stage",
                "the",
                "airwaves",
                "was",
                "were",
                "is",
            )
        )
    ):
        carrier -= 1
    start = next((one for one in range(carrier, min(at, carrier + 2)) if line[one].key in _CARRIERS_EN), None)
    if start is None:
        start = next((one for one in range(max(0, at - 4), at) if line[one].key in _CARRIERS_EN), None)
    if start is None:
        return None
    while (
        start > 0
        and line[start - 1].kind == "word"
        and (line[start - 1].key in w.AUXILIARIES_EN or subjects.adverb(line[start - 1], "en"))
    ):
        start -= 1
    return _with_subject(line, start, last, saying, "en", known, False, False, None)


# --- both ------------------------------------------------------------------------------------------------------------


def _passive(line: Sequence[Token], first: int, place: int, last: int, saying: Saying, language: str) -> Cue | None:
    """ "dénoncé par X comme": the agent; a passive without one has no speaker."""
    by = "par" if language == "fr" else "by"
    for at in range(last + 1, min(len(line), last + 8)):
        if line[at].kind not in ("word", "elided", "number"):
            break
        if line[at].key == by:
            agent = subjects.after(line, at, language)
            return Cue(saying, first, last, agent, passive=True) if agent is not None else None
    if first < place or language == "en":
        return Cue(saying, first, last, None, passive=True)
    return None


def _with_subject(
    line: Sequence[Token],
    first: int,
    last: int,
    saying: Saying,
    language: str,
    known: list[Cue],
    negated: bool,
    hedged: bool,
    tied: Phrase | None,
) -> Cue | None:
    def made(subject: Phrase | None, inverted: bool = False, shared: bool = False) -> Cue:
        return Cue(saying, first, last, subject, inverted, shared, negated, hedged)

    follows = line[last + 1] if last + 1 < len(line) else None
    if tied is not None:
        return made(tied, inverted=True)
    if follows is not None and follows.tied and follows.kind == "word" and follows.key != "'s":
        return Cue(saying, first, last + 1, Phrase(last + 1, last + 1), True, False, negated, hedged)
    # Right after a quotation, or after a comma or a bracket before which the sentence said something: an inversion.
    previous = line[first - 1] if first else None
    edge = previous is None or previous.kind in ("comma", "quote", "stop", "dash", "open")
    if edge and (language == "fr" or previous is None or previous.kind in ("quote", "comma")):
        subject = subjects.after(line, last, language)
        quoted = previous is not None and (previous.kind == "quote" or (first > 1 and line[first - 2].kind == "quote"))
        sayable = (
            subject is not None
            and line[subject.first].kind == "word"
            and not (language == "en" and first < _verb(line, first, last))
        )
        if subject is not None and sayable and (quoted or _clause_before(line, subject, first, language)):
            return made(subject, inverted=True)
    subject = subjects.before(line, first, language)
    if subject is not None:
        asked = line[subject.first - 1].key if subject.first else ""
        if asked in ("whether", "if", "why", "how", "what", "si", "pourquoi", "comment"):
            return made(subject)._replace(denied=asked != "what", asked=True)
        return made(subject)
    shared = _sharing(line, first, known, language)
    if (
        shared is not None
        and previous is not None
        and (
            previous.kind in ("comma", "dash")
            or previous.key in w.CONJUNCTIONS
            or previous.key in ("aussi", "also", "then", "puis")
        )
    ):
        return made(shared, shared=True)
    return made(None)


def _verb(line: Sequence[Token], first: int, last: int) -> int:
    """The first token of a verb group that is neither an auxiliary nor an adverb."""
    at = first
    while at < last and (line[at].key in w.AUXILIARIES_EN or subjects.adverb(line[at], "en")):
        at += 1
    return at


def _clause_before(line: Sequence[Token], subject: Phrase, first: int, language: str) -> bool:
    """Whether an inversion without marks says what stands before it: a clause with its verb, and nothing after it."""
    if not _closes(line, subject, language) or first < 4:
        return False
    earlier = subjects.before(line, first, language)
    begin = earlier.last + 1 if earlier is not None else 0
    finite = w.FINITE_FR if language == "fr" else w.FINITE_EN
    if any(line[at].key in w.CONJUNCTIONS and line[at - 1].kind == "comma" for at in range(begin + 1, first - 1)):
        return True
    if earlier is None:
        return language == "fr" or line[first].key in ("said", "says", "added", "adds", "reported", "reports")
    return any(
        line[at].key in finite and line[at - 1].key not in w.RELATIVES and line[at - 2].key not in w.RELATIVES
        for at in range(begin + 1, first - 1)
    )


def _closes(line: Sequence[Token], subject: Phrase, language: str) -> bool:
    """Whether an inversion ends its clause, as one does: nothing but an apposition, a place or a time follows."""
    if subject.last + 1 >= len(line):
        return True
    following = line[subject.last + 1]
    if following.kind in ("comma", "stop", "dash", "quote", "colon", "open", "close", "semicolon"):
        return True
    return (
        following.key in w.PREPOSITIONS
        or following.key in w.TEMPORAL
        or following.key in ("qui", "who", "lors")
        or (subjects.adverb(following, language))
    )


def _sharing(line: Sequence[Token], first: int, known: list[Cue], language: str) -> Phrase | None:
    """The subject of an earlier verb of saying, else that of the sentence."""
    for cue in reversed(known):
        if cue.subject is not None and not cue.passive and cue.subject.last < first:
            return cue.subject
    return subjects.main(line, first, language)
