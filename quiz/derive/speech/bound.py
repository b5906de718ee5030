"""A verb of saying bound to its subject, which stands before it, after it, or with an earlier verb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from quiz.derive.speech import subjects
from quiz.derive.speech import words as w
from quiz.derive.speech.phrases import Phrase, adverb
from quiz.derive.speech.stream import Token
from quiz.language.sayings import Saying


class Cue(NamedTuple):
    """A verb of saying at the tokens `first` to `last`. `subject` is who says it, None where nobody is named.

    `inverted`: the subject follows. `shared`: it is that of an earlier verb ("a dit… et ajoute"). `denied`: negated or
    a question, so that it reports nothing. `hedged`: a conditional of rumour. `gerund`: "affirmant", "saying".
    `passive`: the subject is the agent ("dénoncé par X"), if there is one.
    `asked`: it stands in a question told ("what X calls “…”").
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


def with_subject(
    line: Sequence[Token],
    first: int,
    last: int,
    saying: Saying,
    language: str,
    known: list[Cue],
    *,
    negated: bool,
    hedged: bool,
    tied: Phrase | None,
) -> Cue | None:
    """The cue of a verb group: its subject is tied to it, follows it, stands before it, or is an earlier verb's."""

    def made(subject: Phrase | None, *, inverted: bool = False, shared: bool = False) -> Cue:
        return Cue(saying, first, last, subject, inverted, shared, negated, hedged)

    follows = line[last + 1] if last + 1 < len(line) else None
    if tied is not None:
        return made(tied, inverted=True)
    if follows is not None and follows.tied and follows.kind == "word" and follows.key != "'s":
        return made(Phrase(last + 1, last + 1), inverted=True)._replace(last=last + 1)
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
        if subject is not None and language == "fr" and _disagrees(line, first, last, subject):
            sayable = False
        if subject is not None and sayable and (quoted or _clause_before(line, subject, first, language)):
            return made(subject, inverted=True)
    subject = subjects.before(line, first, language)
    if subject is not None:
        asked = line[subject.first - 1].key if subject.first else ""
        if asked in ("whether", "if", "why", "how", "what", "si", "pourquoi", "comment"):
            return made(subject)._replace(denied=asked != "what", asked=True)
        return made(subject)
    shared = sharing(line, first, known, language)
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


def passive(line: Sequence[Token], first: int, place: int, last: int, saying: Saying, language: str) -> Cue | None:
    """As in "dénoncé par X comme": the agent; a passive without one has no speaker."""
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


def sharing(line: Sequence[Token], first: int, known: list[Cue], language: str) -> Phrase | None:
    """The subject of an earlier verb of saying, else that of the sentence."""
    if first == 0 or (first == 1 and line[0].key in ("en", "by", "while", "tout")):
        comma = next((at for at in range(first, min(len(line), first + 60)) if line[at].kind == "comma"), None)
        if comma is not None:
            own = subjects.main(line[comma + 1 :], len(line) - comma - 1, language)
            return Phrase(own.first + comma + 1, own.last + comma + 1) if own is not None else None
    relative = next((at for at in range(first - 1, 0, -1) if line[at].kind != "word" or line[at].key in w.WHO), 0)
    if line[relative].key in w.WHO:
        # "des manifestants, qui les ont sifflés en clamant": whom the relative clause is about.
        return subjects.before(line, relative + 1, language)
    floor = max((at for at in range(first) if line[at].kind == "semicolon"), default=-1) + 1
    for cue in reversed(known):
        if cue.first < floor:
            break
        if cue.subject is not None and not cue.passive and cue.subject.last < first:
            return cue.subject
    if floor:
        own = subjects.main(line[floor:], first - floor, language)
        return Phrase(own.first + floor, own.last + floor) if own is not None else None
    return subjects.main(line, first, language)


def _disagrees(line: Sequence[Token], first: int, last: int, subject: Phrase) -> bool:
    """Whether what follows a French verb of several has one bearer: an object, as in "…, ont conclu un accord"."""
    many = any(line[at].key in w.MANY_FR for at in range(first, last + 1)) or (
        first == last and line[last].key.endswith("ent") and not line[last].key.endswith("ment")
    )
    joined = any(line[at].key == "et" for at in range(subject.first, subject.last + 1))
    following = line[subject.last + 1] if subject.last + 1 < len(line) else None
    return many and not joined and not (following and following.key == "et") and line[subject.first].key in w.ONE_FR


def _verb(line: Sequence[Token], first: int, last: int) -> int:
    """The first token of a verb group that is neither an auxiliary nor an adverb."""
    at = first
    while at < last and (line[at].key in w.AUXILIARIES_EN or adverb(line[at], "en")):
        at += 1
    return at


def _clause_before(line: Sequence[Token], subject: Phrase, first: int, language: str) -> bool:
    """Whether an inversion without marks says what stands before it: a clause with its verb, and nothing after it."""
    if not closes(line, subject, language) or first < 4:
        return False
    earlier = subjects.before(line, first, language)
    begin = earlier.last + 1 if earlier is not None else 0
    finite = w.FINITE_FR if language == "fr" else w.FINITE_EN
    if any(line[at].key in w.CONJUNCTIONS and line[at - 1].kind == "comma" for at in range(begin + 1, first - 1)):
        return True
    if earlier is None:
        return language == "fr" or line[first].key in (
            "said",
            "says",
            "say",
            "added",
            "adds",
            "reported",
            "reports",
            "report",
            "warned",
            "warns",
            "warn",
        )
    return any(
        line[at].key in finite and line[at - 1].key not in w.RELATIVES and line[at - 2].key not in w.RELATIVES
        for at in range(begin + 1, first - 1)
    )


def closes(line: Sequence[Token], subject: Phrase, language: str) -> bool:
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
        or (adverb(following, language))
    )


_AUXILIARIES_EN: Final = w.AUXILIARIES_EN | w.MODALS_EN


def aside(line: Sequence[Token], comma: int, language: str) -> int | None:
    """Where an aside between auxiliary and participle begins ("a, de son côté, déclaré"); None where there is none."""
    auxiliaries = w.AUXILIARIES_FR if language == "fr" else _AUXILIARIES_EN
    for at in range(comma - 1, max(-1, comma - 9), -1):
        if line[at].kind == "comma":
            return at if at > 0 and line[at - 1].key in auxiliaries else None
        if line[at].kind not in ("word", "elided", "number"):
            return None
    return None


def chosen(line: Sequence[Token], place: int, ways: tuple[Saying, ...], language: str) -> tuple[Saying, int] | None:
    """The verb that is meant, with the place of its last word: a locution wins where its second word follows."""
    plain = None
    for way in ways:
        if not way.follow:
            plain = way
            continue
        for at in range(place + 1, min(len(line), place + 4)):
            if line[at].key == way.follow:
                return way, at
            passed = adverb(line[at], language) or line[at].tied or line[at].key in ("bien", "en", "it")
            if line[at].kind != "word" or not passed:
                break
    return (plain, place) if plain is not None else None
