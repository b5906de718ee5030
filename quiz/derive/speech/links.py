"""Quotations linked to who says them: by an inversion, a verb before them, a colon, "selon", or by running on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from quiz.derive.document import Document, Passage
from quiz.derive.fact import Span
from quiz.derive.speech import subjects
from quiz.derive.speech import words as w
from quiz.derive.speech.cues import Cue, cues
from quiz.derive.speech.sources import Source, sources
from quiz.derive.speech.stream import Mark, Sentence, Token, Told, tokens, told
from quiz.derive.speech.subjects import Phrase
from quiz.language.pattern import pattern
from quiz.language.text import word_set

#: What stands in marks after these is a name, a title or a writing on a wall.
_NAMING: Final = word_set(
    "plan programme projet opération film livre roman série chanson album titre intitulé intitulée intitulés intitulées "
    "baptisé baptisée baptisés baptisées surnommé surnommée nommé nommée dénommé dénommée label mention rubrique émission "
    "exposition spectacle pièce collectif association slogan slogans pancarte pancartes banderole banderoles affiche "
    "affiches autocollant inscription estampillé estampillée hashtag documentaire essai recueil poème dossier fichier "
    "entitled titled dubbed nicknamed named banner banners placard placards sign signs slogan slogans book novel film "
    "movie song album show series play chant chants hashtag project scheme programme program poem documentary labelled "
    "labeled marked reading"
)
#: Before a colon, a noun that is what is said and not who says it.
_SAYINGS: Final = word_set(
    "traduction translation réponse message constat verdict certitude mot mots phrase consigne question commentaire "
    "answer reply response words word verdict quote statement résumé bilan conclusion explication tweet post publication "
    "leitmotiv credo mantra argument raison preuve exemple résultat refrain objectif devise légende caption texte text"
)
_NO_VERBS: Final = (
    w.PREPOSITIONS | w.CONJUNCTIONS | w.SUBORDINATORS | w.PRONOUNS | w.DETERMINERS | w.TEMPORAL | w.ADVERBS
)
_SIGN: Final = pattern(r"[,!?…]")
_NOT_OPEN: Final = _NO_VERBS | w.FINITE_FR
_THIRD_PERSON: Final = ("e", "t", "d", "ent", "a", "it", "ait", "aient")


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
    last: Span | None = None


class Read(NamedTuple):
    """A sentence with its cues and sources."""

    sentence: Sentence
    cues: tuple[Cue, ...]
    sources: tuple[Source, ...]
    last: Span | None = None


class Narration(NamedTuple):
    """A document read for speech: its sentences in order, and the quotations linked to their speakers.

    `earlier` has for a speaking phrase the one that spoke, or was spoken of, before it: whom a pronoun takes up.
    """

    sentences: tuple[Read, ...]
    speeches: tuple[Speech, ...]
    earlier: dict[Span, Span]


class Link(NamedTuple):
    """Who says a quotation and by which cue."""

    speaker: Span | None
    cue: Span | None
    hedged: bool = False
    inverted: bool = False
    aside: Span | None = None


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
        read = [_read(sentence, page.passage.language) for sentence in page.sentences]
        for place, bare in enumerate(read):
            one = bare._replace(last=last)
            sentences.append(one)
            following = read[place + 1] if place + 1 < len(read) else None
            here = _speeches(page, one, following, last)
            here = [_exchange(speech, speeches) for speech in here]
            speeches.extend(here)
            now = _current(one, here, last)
            for phrase in _phrases(one, here):
                if last is not None and phrase != last:
                    earlier.setdefault(phrase, last)
            if now is not None and last is not None and now != last:
                earlier.setdefault(now, last)
            last = now
        if not read:
            last = None
    return Narration(tuple(sentences), tuple(speeches), earlier)


def _phrases(read: Read, here: list[Speech]) -> list[Span]:
    line = read.sentence.tokens
    found = [cue.subject.span(line) for cue in read.cues if cue.subject is not None]
    found.extend(source.subject.span(line) for source in read.sources)
    found.extend(speech.speaker for speech in here if speech.speaker is not None)
    return found


def _read(sentence: Sentence, language: str) -> Read:
    found = cues(sentence.tokens, language)
    return Read(sentence, tuple(found), tuple(sources(sentence.tokens, language)))


def _speeches(page: Told, read: Read, following: Read | None, last: Span | None) -> list[Speech]:
    line = read.sentence.tokens
    language = page.passage.language
    found: list[Speech] = []
    marks = {mark.start: mark for mark in page.marks} if any(token.kind == "quote" for token in line) else {}
    for place, token in enumerate(line):
        if token.kind != "quote":
            continue
        mark = marks[token.start]
        direct = _direct(line, place)
        link = incise(page.passage, mark.inner, language)
        if link is None:
            link = _after(line, place, read, language, page, mark) or _before(
                line, place, read, language, page, mark, last
            )
        if link is None and following is not None and place == len(line) - 1:
            link = _in_next(following)
        if link is None and found and _same_breath(line, place, found[-1]):
            link = Link(found[-1].speaker, found[-1].cue, found[-1].hedged, found[-1].inverted)
        if link is None and direct and _alone(line, place):
            link = Link(_lone(page, place, following, last), None)
        if link is not None:
            found.append(
                Speech(read.sentence, mark, link.speaker, link.cue, link.hedged, link.inverted, direct, link.aside)
            )
    return found


def _lone(page: Told, place: int, following: Read | None, last: Span | None) -> Span | None:
    """Who says what stands alone: at the head of a paragraph whoever the next sentence is about, else who spoke last."""
    if page.signed is not None:
        return page.signed
    if place > 0 or following is None or following.sentence.passage is not page.passage:
        return last
    line = following.sentence.tokens
    if following.sentence.span.start == page.passage.start or any(token.kind == "quote" for token in line[:1]):
        return last
    subject = subjects.main(line, len(line), page.passage.language)
    if subject is not None and line[subject.first].capital and line[subject.first].key not in w.PRONOUNS:
        if line[subject.first].key not in w.DETERMINERS:
            return subject.span(line)
    return last


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


def _current(read: Read, here: list[Speech], last: Span | None) -> Span | None:
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
    subject = subjects.main(line, len(line), language)
    if subject is None:
        return None
    head = line[subject.first]
    if head.key in w.THIRD or any(
        line[at].capital and line[at].key not in w.DETERMINERS for at in range(subject.first, subject.last + 1)
    ):
        return subject.span(line)
    return None


def _direct(line: Sequence[Token], place: int) -> bool:
    """Whether a quotation is a sentence of its own and not a part of the narrator's."""
    return (
        place == 0
        or line[place - 1].kind in ("colon", "stop", "quote", "dash")
        or (line[place - 1].kind == "comma" and place > 1)
    )


def _alone(line: Sequence[Token], place: int) -> bool:
    """Whether nothing but quotations and signs stands in the sentence."""
    return all(token.kind in ("quote", "stop", "dash", "comma") for token in line)


def _same_breath(line: Sequence[Token], place: int, before: Speech) -> bool:
    """Whether the quotation goes on with the one before it in the sentence: "…", said X, "…"."""
    at = next(one for one, token in enumerate(line) if token.start == before.mark.start)
    between = line[at + 1 : place]
    if any(token.kind in ("semicolon",) for token in between):
        return False
    return all(token.kind == "comma" or token.key in w.CONJUNCTIONS for token in between) or (
        line[place - 1].kind in ("comma", "colon")
    )


# --- within the marks ------------------------------------------------------------------------------------------------


def incise(passage: Passage, span: Span, language: str) -> Link | None:
    """An incise in what is said: « …, explique-t-elle, … »."""
    text = passage.words(span)
    if language != "fr" or _SIGN.search(text) is None:
        return None
    line = tokens(text, span.start)
    for cue in cues(line, language):
        if not cue.inverted or cue.subject is None or cue.first == 0:
            continue
        sign = line[cue.first - 1]
        if sign.kind not in ("comma", "stop", "dash") or (sign.kind == "stop" and sign.key == "."):
            continue
        if line[cue.subject.first].key in w.NOBODY and line[cue.subject.first].key != "on":
            continue
        end = _incise_end(line, cue, language)
        if end is None:
            continue
        begin = cue.first - 1 if sign.kind != "stop" else cue.first
        aside = Span(line[begin].start, line[end].end)
        return Link(cue.subject.span(line), Span(line[cue.first].start, line[cue.last].end), cue.hedged, True, aside)
    return None


def _incise_end(line: Sequence[Token], cue: Cue, language: str) -> int | None:
    """The last token of an incise: the next sign, over an apposition to the subject."""
    assert cue.subject is not None
    at = max(cue.subject.last, cue.last)
    if at + 1 >= len(line):
        return at
    place = at + 1
    while place < len(line) and line[place].kind in ("word", "elided", "number", "open", "close"):
        place += 1
    if place - at > 25:
        return None
    if place >= len(line):
        return len(line) - 1
    if line[place].kind == "stop":
        return place - 1
    if line[place].kind != "comma":
        return place - 1
    # An apposition: no determiner, and closed by a sign before the speech goes on.
    closing = next(
        (one for one in range(place + 1, min(len(line), place + 18)) if line[one].kind in ("comma", "stop")), None
    )
    head = line[place + 1] if place + 1 < len(line) else None
    if closing is not None and head is not None and head.kind == "word":
        role = subjects.before(line, closing, language, place + 1)
        bare = (
            head.key not in w.DETERMINERS
            and head.key not in w.PRONOUNS
            and head.key not in w.SUBORDINATORS
            and (head.key not in w.CONJUNCTIONS and head.key not in w.PREPOSITIONS)
        )
        if bare and role is not None and role.first == place + 1 and line[closing].kind == "stop":
            return closing - 1
        if bare and role is not None and role.first == place + 1 and closing + 1 < len(line):
            return closing
    return place


# --- after the marks -------------------------------------------------------------------------------------------------


def _after(line: Sequence[Token], place: int, read: Read, language: str, page: Told, mark: Mark) -> Link | None:
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
    for cue in read.cues:
        if cue.subject is None or (cue.denied and not cue.inverted):
            continue
        if cue.inverted and cue.first == at and (parted or len(inner.split()) > 3):
            return _linked(line, cue, inverted=True)
        if cue.gerund and cue.first == at:
            continue
        if not cue.inverted and not cue.shared and not cue.passive and cue.subject.first == at and cue.first > at:
            if (
                language == "en"
                and (ended in ",?!…—-" or line[place + 1].kind in ("comma", "dash"))
                and _ends_there(line, cue, language)
            ):
                return _linked(line, cue, inverted=True)
    for source in read.sources:
        if source.first == at:
            return Link(source.subject.span(line), Span(line[source.first].start, line[source.last].end))
    word = line[at]
    if word.kind == "word" and word.key == "dixit":
        subject = subjects.after(line, at, language)
        return Link(subject.span(line), Span(word.start, word.end), False, True) if subject else None
    if language == "fr":
        return _open_inversion(line, at, language) if parted else None
    if ended in ",?!" and line[at].kind == "word" and not _titled(inner):
        return _open_english(line, at, language)
    return None


def _linked(line: Sequence[Token], cue: Cue, inverted: bool = False) -> Link:
    assert cue.subject is not None
    head = line[cue.subject.first]
    speaker = None if head.key in w.NOBODY and not head.capital else cue.subject.span(line)
    return Link(speaker, Span(line[cue.first].start, line[cue.last].end), cue.hedged, inverted)


def _ends_there(line: Sequence[Token], cue: Cue, language: str) -> bool:
    """Whether the verb after a quotation closes it: no clause of its own follows."""
    following = line[cue.last + 1] if cue.last + 1 < len(line) else None
    return following is None or following.key != "that"


def _open_inversion(line: Sequence[Token], at: int, language: str) -> Link | None:
    """ "« … », rigole son mentor": any verb in the third person, where a subject follows it."""
    first = at
    while at < len(line) and line[at].key in w.CLITICS_FR and at - first < 3:
        at += 1
    word = line[at] if at < len(line) else None
    if word is None or word.kind != "word" or word.capital or word.key in _NOT_OPEN or len(word.key) < 3:
        if word is None or word.key not in w.AUXILIARIES_FR or at + 2 >= len(line) or not line[at + 1].tied:
            return None
        return Link(Span(line[at + 1].start, line[at + 1].end), Span(word.start, line[at + 2].end), False, True)
    if not word.key.endswith(_THIRD_PERSON) or subjects.adverb(word, language):
        return None
    follows = line[at + 1] if at + 1 < len(line) else None
    if follows is not None and follows.tied:
        return Link(Span(follows.start, follows.end), Span(word.start, follows.end), False, True)
    subject = subjects.after(line, at, language)
    if subject is None or subject.first > at + 9:
        return None
    head = line[subject.first]
    if head.key in ("des", "du", "de", "d'", "ce") or head.kind != "word":
        return None
    return Link(subject.span(line), Span(word.start, word.end), False, True)


def _open_english(line: Sequence[Token], at: int, language: str) -> Link | None:
    """ "“…,” one source sighed": a short phrase and any verb that closes the sentence."""
    for verb in range(at + 1, min(len(line), at + 8)):
        token = line[verb]
        if token.kind != "word" or token.capital or not token.key.endswith(("ed", "s")) or len(token.key) < 4:
            continue
        closing = line[verb + 1] if verb + 1 < len(line) else None
        if closing is not None and not (
            closing.kind in ("stop", "comma", "quote")
            or closing.key in w.PREPOSITIONS
            or subjects.adverb(closing, language)
        ):
            continue
        subject = subjects.before(line, verb, language, at)
        if subject is not None and subject.first == at:
            return Link(subject.span(line), Span(token.start, token.end), False, True)
    return None


def _in_next(following: Read) -> Link | None:
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
            if after is None or after.kind in ("stop", "comma") or subjects.adverb(after, "en"):
                return _linked(line, cue)
        return None
    return None


# --- before the marks ------------------------------------------------------------------------------------------------


def _before(
    line: Sequence[Token], place: int, read: Read, language: str, page: Told, mark: Mark, last: Span | None
) -> Link | None:
    if place == 0:
        return None
    floor = max((at + 1 for at in range(place) if line[at].kind == "semicolon"), default=0)
    colon = line[place - 1].kind == "colon"
    inner = page.passage.text[mark.inner.start - page.passage.start : mark.inner.end - page.passage.start]
    if not colon and (_titled(inner) or _names(line, place)):
        return None
    nearest = None
    for cue in read.cues:
        if (
            floor <= cue.first
            and cue.last < place
            and cue.subject is not None
            and not (cue.inverted and _spent(line, cue))
        ):
            nearest = cue
    for source in read.sources:
        if source.last < place and nearest is not None and source.first > nearest.last and source.last + 3 > place:
            nearest = None
    if nearest is not None and nearest.saying.lemma == "appeler" and line[nearest.last + 1].key not in ("à", "pour"):
        return None
    if nearest is not None and not nearest.denied and not (nearest.passive and colon):
        return _linked(line, nearest)
    for source in read.sources:
        if source.last < place and source.first >= floor:
            speaker = last if source.back else source.subject.span(line)
            return Link(speaker, Span(line[source.first].start, line[source.last].end))
    if nearest is not None:
        return None
    if not colon:
        return None
    if line[0].key in ("et", "puis") and place > 2 and line[1].key in ("de", "d'"):
        return Link(last, Span(line[2].start, line[2].end))
    return _colon(line, place, language, last)


def _spent(line: Sequence[Token], cue: Cue) -> bool:
    """Whether an inversion belongs to an earlier quotation and closed it."""
    at = cue.first - 1
    while at >= 0 and line[at].kind in ("comma", "stop"):
        at -= 1
    return at >= 0 and line[at].kind == "quote"


def _names(line: Sequence[Token], place: int) -> bool:
    previous = line[place - 1]
    return previous.kind == "word" and previous.key in _NAMING


def _titled(inner: str) -> bool:
    """Whether nearly every word has a capital: a title."""
    big = [word for word in inner.split() if len(word) > 3]
    return len(big) > 1 and all(word[0].isupper() or not word[0].isalpha() for word in big)


def _colon(line: Sequence[Token], place: int, language: str, last: Span | None) -> Link | None:
    """A colon without a verb of saying: whoever the sentence is about speaks."""
    subject = subjects.main(line, place - 1, language)
    cue = Span(line[place - 1].start, line[place - 1].end)
    head = line[0]
    if head.key in _SAYINGS or (subject is not None and _is_saying(line, subject)):
        owner = _owner(line, subject) if subject is not None else None
        return Link(owner.span(line) if owner is not None else last, cue)
    if subject is None:
        named = subjects.ending(line, place - 2, language) if place > 1 and line[place - 2].capital else None
        return Link(named.span(line) if named is not None else None, cue)
    key = line[subject.first].key
    if key in w.NOBODY and not line[subject.first].capital:
        return Link(None, cue)
    return Link(subject.span(line), cue)


def _is_saying(line: Sequence[Token], subject: Phrase) -> bool:
    return any(line[at].key in _SAYINGS for at in range(subject.first, min(subject.last, subject.first + 3) + 1))


def _owner(line: Sequence[Token], subject: Phrase) -> Phrase | None:
    """Whose words they are: "le mot de X", "X's answer", "her words"."""
    if line[subject.first].key in ("his", "her", "their", "son", "sa", "ses", "leur"):
        return Phrase(subject.first, subject.first)
    for at in range(subject.first, subject.last):
        if line[at].key in ("de", "d'", "du", "of"):
            return Phrase(at + 1, subject.last)
        if line[at].tied and line[at].key == "'s":
            return Phrase(subject.first, at - 1)
    return None
