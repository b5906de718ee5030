"""A quotation linked to what follows it: an inversion, a short clause, "selon X", the next sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quiz.derive.fact import Span
from quiz.derive.speech import subjects
from quiz.derive.speech import words as w
from quiz.derive.speech.bound import Cue
from quiz.derive.speech.leading import titled
from quiz.derive.speech.marks import Mark
from quiz.derive.speech.phrases import adverb
from quiz.derive.speech.read import Link, Read, linked
from quiz.derive.speech.stream import Token, Told

_NO_VERBS: Final = (
    w.PREPOSITIONS | w.CONJUNCTIONS | w.SUBORDINATORS | w.PRONOUNS | w.DETERMINERS | w.TEMPORAL | w.ADVERBS
)
_NOT_OPEN: Final = _NO_VERBS | w.FINITE_FR
_THIRD_PERSON: Final = ("e", "t", "d", "ent", "a", "it", "ait", "aient")


def after_marks(line: Sequence[Token], place: int, read: Read, language: str, page: Told, mark: Mark) -> Link | None:
    """Who says the quotation at `place` by what follows it in the sentence."""
    at = place + 1
    if (at < len(line) and line[at].kind in ("comma", "dash")) or (
        at < len(line) and line[at].kind == "stop" and line[at].start - line[place].end < 1
    ):
        at += 1
    if at >= len(line):
        return None
    inner = page.passage.text[mark.inner.start - page.passage.start : mark.inner.end - page.passage.start]
    ended = inner.rstrip("\"'’”» \u00a0")[-1:] or "."
    parted = at > place + 1 or ended in "!?…"
    if not parted and place and line[place - 1].kind == "word" and language == "fr":
        return None
    for cue in read.cues:
        if cue.subject is None or (cue.denied and not cue.inverted):
            continue
        if cue.inverted and cue.first == at and (parted or len(inner.split()) > 3):
            return linked(line, cue, inverted=True)
        if cue.gerund and cue.first == at:
            continue
        plain = not (cue.inverted or cue.shared or cue.passive)
        closed = ended in ",?!…—-" or line[place + 1].kind in ("comma", "dash")
        follows = language == "en" and cue.subject.first == at and cue.first > at
        if plain and follows and closed and _ends_there(line, cue):
            return linked(line, cue, inverted=True)
    for source in read.sources:
        if source.first == at:
            return Link(source.subject.span(line), Span(line[source.first].start, line[source.last].end))
    if language == "fr":
        found = _readable(line, at) or _over_gloss(line, place, at, read)
        if found is not None:
            return found
    word = line[at]
    if word.kind == "word" and word.key == "dixit":
        subject = subjects.after(line, at, language)
        return Link(subject.span(line), Span(word.start, word.end), inverted=True) if subject else None
    if language == "fr":
        return _open_inversion(line, at, language) if parted else None
    if ended in ",?!" and line[at].kind == "word" and not titled(inner):
        return _open_english(line, at, language)
    return None


def _readable(line: Sequence[Token], at: int) -> Link | None:
    """The paper in which a quotation stands: "« … », peut-on lire dans l'arrêt", ", est-il écrit dans le rapport"."""
    words = [one.key for one in line[at : at + 9]]
    if not ({"peut", "pouvait", "lit", "lisait", "est", "pouvons"} & set(words[:1])) or len(words) < 4:
        return None
    if not (
        line[at + 1].tied and ({"lire", "lit", "écrit", "stipulé", "précisé", "indiqué", "lisait"} & set(words[:4]))
    ):
        return None
    inside = next((one for one in range(at + 2, at + len(words)) if line[one].key in ("dans", "sur")), None)
    paper = subjects.after(line, inside, "fr") if inside is not None else None
    return Link(paper.span(line), Span(line[at].start, line[inside].end), inverted=True) if paper and inside else None


def _over_gloss(line: Sequence[Token], place: int, at: int, read: Read) -> Link | None:
    """An inversion behind what explains a quotation: "« … », c'est-à-dire trois ans, a-t-elle ajouté"."""
    if line[place + 1].kind != "comma" or line[at].key not in ("c'est-à-dire", "c'", "soit", "i"):
        return None
    for cue in read.cues:
        if cue.inverted and cue.first > at and line[cue.first - 1].kind == "comma" and cue.subject is not None:
            return linked(line, cue, inverted=True)
    return None


def _ends_there(line: Sequence[Token], cue: Cue) -> bool:
    """Whether the verb after a quotation closes it: no clause of its own follows."""
    following = line[cue.last + 1] if cue.last + 1 < len(line) else None
    return following is None or following.key != "that"


def _open_inversion(line: Sequence[Token], at: int, language: str) -> Link | None:
    """As in "« … », rigole son mentor": any verb in the third person, where a subject follows it."""
    first = at
    while at < len(line) and line[at].key in w.CLITICS_FR and at - first < 3:
        at += 1
    word = line[at] if at < len(line) else None
    if word is None or word.kind != "word" or word.capital or word.key in _NOT_OPEN or len(word.key) < 3:
        if word is None or word.key not in w.AUXILIARIES_FR or at + 2 >= len(line) or not line[at + 1].tied:
            return None
        return Link(Span(line[at + 1].start, line[at + 1].end), Span(word.start, line[at + 2].end), inverted=True)
    if not word.key.endswith(_THIRD_PERSON) or adverb(word, language):
        return None
    follows = line[at + 1] if at + 1 < len(line) else None
    if follows is not None and follows.tied:
        return Link(Span(follows.start, follows.end), Span(word.start, follows.end), inverted=True)
    subject = subjects.after(line, at, language)
    if subject is None or subject.first > at + 9:
        return None
    head = line[subject.first]
    if head.key in ("des", "du", "de", "d'", "ce") or head.kind != "word":
        return None
    return Link(subject.span(line), Span(word.start, word.end), inverted=True)


def _open_english(line: Sequence[Token], at: int, language: str) -> Link | None:
    """As in "“…,” one source sighed": a short phrase and any verb that closes the sentence; "“…,” came a voice"."""
    if line[at].key in ("came", "comes", "went", "ran", "runs", "read", "reads"):
        subject = subjects.after(line, at, language)
        return (
            Link(subject.span(line), Span(line[at].start, line[at].end), inverted=True) if subject is not None else None
        )
    for verb in range(at + 1, min(len(line), at + 8)):
        token = line[verb]
        if token.kind != "word" or token.capital or not token.key.endswith(("ed", "s")) or len(token.key) < 4:
            continue
        closing = line[verb + 1] if verb + 1 < len(line) else None
        if closing is not None and not (
            closing.kind in ("stop", "comma", "quote") or closing.key in w.PREPOSITIONS or adverb(closing, language)
        ):
            continue
        subject = subjects.before(line, verb, language, at)
        if subject is not None and subject.first == at:
            return Link(subject.span(line), Span(token.start, token.end), inverted=True)
    return None


def in_next(following: Read) -> Link | None:
    """A cue in a short sentence of its own after a quotation that ended as one: "…!" Barry said."""
    line = following.sentence.tokens
    if (
        following.sentence.passage.language != "en"
        or len(line) > 14
        or any(token.kind in ("quote", "colon") for token in line)
    ):
        return None
    for cue in following.cues:
        if cue.subject is not None and cue.subject.first == 0 and not cue.denied and not cue.passive:
            after = line[cue.last + 1] if cue.last + 1 < len(line) else None
            if after is None or after.kind in ("stop", "comma") or adverb(after, "en"):
                return linked(line, cue)
        return None
    return None
