"""Quotations linked to who says them: by an inversion, a verb before them, a colon, "selon", or by running on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from quiz.derive.document import Document
from quiz.derive.fact import Span
from quiz.derive.speech import subjects
from quiz.derive.speech import words as w
from quiz.derive.speech.incises import incise
from quiz.derive.speech.leading import before_marks
from quiz.derive.speech.marks import Mark
from quiz.derive.speech.phrases import Phrase
from quiz.derive.speech.read import Link, Read, read
from quiz.derive.speech.stream import Sentence, Token, Told, told
from quiz.derive.speech.trailing import after_marks, in_next
from quiz.language import verbs


class Speech(NamedTuple):
    """A quotation that somebody says. `speaker` is the span of the phrase, None where nobody can be told.

    `aside` is what stands within the marks and is not of the speech (", explique-t-elle,"). `inverted`: the cue is an
    inversion. `direct`: it stands as a sentence of its own, not as a part of the narrator's.
    """

    sentence: Sentence
    mark: Mark
    speaker: Span | None
    cue: Span | None
    hedged: bool = False
    inverted: bool = False
    direct: bool = False
    aside: Span | None = None


class Narration(NamedTuple):
    """A document read for speech: its sentences in order, and the quotations linked to their speakers.

    `earlier` has for a speaking phrase the one that spoke, or was spoken of, before it: whom a pronoun takes up.
    """

    sentences: tuple[Read, ...]
    speeches: tuple[Speech, ...]
    earlier: dict[Span, Span]


@lru_cache(maxsize=2)
def narration(document: Document) -> Narration:
    """The narration of a document; kept for the next extractor that asks."""
    sentences: list[Read] = []
    speeches: list[Speech] = []
    earlier: dict[Span, Span] = {}
    last: Span | None = None
    part = ""
    for page in told(document):
        if page.passage.part != part:
            last, part = None, page.passage.part
        page_read = [read(sentence, page.passage.language) for sentence in page.sentences]
        for place, bare in enumerate(page_read):
            one = bare._replace(last=last)
            sentences.append(one)
            following = page_read[place + 1] if place + 1 < len(page_read) else None
            here = _speeches(page, one, following, last)
            here = [_exchange(speech, speeches) for speech in here]
            speeches.extend(here)
            now = _current(one, here)
            for phrase in _phrases(one, here):
                if last is not None and phrase != last:
                    earlier.setdefault(phrase, last)
            if now is not None and last is not None and now != last:
                earlier.setdefault(now, last)
            last = now
        if not page_read:
            last = None
    for place in range(len(speeches) - 2, -1, -1):
        begun, ended = speeches[place], speeches[place + 1]
        runs_on = begun.mark.open and ended.mark.start == ended.sentence.passage.start
        if runs_on and begun.cue is None and ended.cue is not None:
            speeches[place] = begun._replace(speaker=ended.speaker)
    return Narration(tuple(sentences), tuple(speeches), earlier)


def _phrases(read: Read, here: list[Speech]) -> list[Span]:
    line = read.sentence.tokens
    found = [cue.subject.span(line) for cue in read.cues if cue.subject is not None]
    found.extend(source.subject.span(line) for source in read.sources)
    found.extend(speech.speaker for speech in here if speech.speaker is not None)
    return found


def _speeches(page: Told, read: Read, following: Read | None, last: Span | None) -> list[Speech]:
    line = read.sentence.tokens
    language = page.passage.language
    found: list[Speech] = []
    marks = _marks(page, line) if any(token.kind == "quote" for token in line) else {}
    for place, token in enumerate(line):
        if token.kind != "quote":
            continue
        mark = marks[token.start]
        direct = _direct(line, place)
        link = incise(page.passage, mark.inner, language)
        if link is None:
            link = after_marks(line, place, read, language, page, mark) or before_marks(
                line, place, read, language, page, mark, last
            )
        if link is None and following is not None and place == len(line) - 1:
            link = in_next(following)
        if link is None and found and _same_breath(line, place, found[-1]):
            link = Link(found[-1].speaker, found[-1].cue, found[-1].hedged, found[-1].inverted)
        if link is None and direct and _alone(line):
            link = Link(_lone(page, place, following, last), None)
        if link is not None and (link.speaker is not None or direct or link.aside is not None):
            found.append(
                Speech(read.sentence, mark, link.speaker, link.cue, link.hedged, link.inverted, direct, link.aside)
            )
    return found


def _marks(page: Told, line: Sequence[Token]) -> dict[int, Mark]:
    """The marks of a paragraph that open within a line, by their places."""
    first = bisect_left(page.marks, line[0].start, key=attrgetter("start"))
    last = bisect_right(page.marks, line[-1].start, key=attrgetter("start"))
    return {mark.start: mark for mark in page.marks[first:last]}


def _lone(page: Told, place: int, following: Read | None, last: Span | None) -> Span | None:
    """Who says what stands alone: at the head of a paragraph whom the next sentence is about, else who spoke last."""
    if page.signed is not None:
        return page.signed
    if place > 0 or following is None or following.sentence.passage is not page.passage:
        return last
    line = following.sentence.tokens
    if following.sentence.span.start == page.passage.start or any(token.kind == "quote" for token in line[:1]):
        return last
    subject = _in_these_words(line, page.passage.language) or subjects.main(line, len(line), page.passage.language)
    head = line[subject.first] if subject is not None else None
    if (
        subject is not None
        and head is not None
        and head.capital
        and head.key not in w.PRONOUNS
        and head.key not in w.DETERMINERS
    ):
        return subject.span(line)
    return last


def _in_these_words(line: Sequence[Token], language: str) -> Phrase | None:
    """Of "C'est par ces mots que X a ouvert…" and "With these words X opened…" who says them."""
    heads = [one.key for one in line[:7]]
    if language == "fr" and heads[:2] == ["c'", "est"] and ({"mots", "termes", "phrase"} & set(heads)):
        at = next((place for place in range(3, min(8, len(line))) if line[place].key in ("que", "qu'")), None)
        return subjects.after(line, at, "fr") if at is not None else None
    return None


def _exchange(speech: Speech, before: list[Speech]) -> Speech:
    """A turn of two who talk, each in a paragraph: a question goes back to who asked, an answer to who was asked."""
    if speech.cue is not None or len(before) < 2 or speech.mark.start != speech.sentence.passage.start:
        return speech
    one, two = before[-1], before[-2]
    passages = [item.sentence.passage.number for item in (two, one, speech)]
    if passages[0] == passages[1] or passages[1] == passages[2] or one.speaker == two.speaker:
        return speech
    asks = [item.sentence.passage.words(item.mark.inner).endswith("?") for item in (two, one, speech)]
    if asks == [True, False, True] or (asks[1] and not asks[2]):
        return speech._replace(speaker=two.speaker)
    return speech


def _current(read: Read, here: list[Speech]) -> Span | None:
    """Who is speaking when the sentence ends: whoever a quotation that follows without a cue belongs to."""
    line = read.sentence.tokens
    language = read.sentence.passage.language
    for speech in reversed(here):
        if speech.speaker is not None:
            return speech.speaker
    if here:
        return None
    for cue in reversed(read.cues):
        if cue.subject is not None and not cue.passive and not cue.gerund:
            return cue.subject.span(line)
    for source in read.sources:
        return source.subject.span(line)
    if not _tells(line, language):
        return read.last
    subject = subjects.main(line, len(line), language)
    if subject is None:
        return None
    head = line[subject.first]
    if head.key in w.NOBODY:
        return None
    if head.key in ("un", "une", "a", "an") and subject.last > subject.first:
        return subject.span(line)
    if head.key in w.THIRD or any(
        line[at].capital and line[at].key not in w.DETERMINERS for at in range(subject.first, subject.last + 1)
    ):
        return subject.span(line)
    return None


def _tells(line: Sequence[Token], language: str) -> bool:
    """Whether a sentence has a verb: "Un chiffre supérieur à celui de mai." changes nothing in who speaks."""
    return any(
        (language == "fr" and token.key in ("ne", "n'", "se", "s'", "y", "c'"))
        or token.key in w.FINITE_EN
        or token.key == "'s"
        or (
            token.kind == "word"
            and (not token.capital or at == 0)
            and verbs.is_finite(token.key, language)
            and (at == 0 or (line[at - 1].key not in w.DETERMINERS and line[at - 1].key not in w.PREPOSITIONS))
        )
        for at, token in enumerate(line)
    )


def _direct(line: Sequence[Token], place: int) -> bool:
    """Whether a quotation is a sentence of its own and not a part of the narrator's."""
    return (
        place == 0
        or line[place - 1].kind in ("colon", "stop", "quote", "dash")
        or (line[place - 1].kind == "comma" and place > 1)
    )


def _alone(line: Sequence[Token]) -> bool:
    """Whether nothing but quotations and signs stands in the sentence."""
    return all(token.kind in ("quote", "stop", "dash", "comma") for token in line)


def _same_breath(line: Sequence[Token], place: int, before: Speech) -> bool:
    """Whether the quotation goes on with the one before it in the sentence: "…", said X, "…"."""
    at = next(one for one, token in enumerate(line) if token.start == before.mark.start)
    between = line[at + 1 : place]
    if any(token.kind == "semicolon" for token in between):
        return False
    return all(token.kind == "comma" or token.key in w.CONJUNCTIONS for token in between) or (
        line[place - 1].kind in ("comma", "colon")
    )
