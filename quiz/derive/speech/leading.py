"""A quotation linked to what stands before it: a verb that governs it, a source, a colon; names and titles are none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quiz.derive.fact import Span
from quiz.derive.speech import subjects
from quiz.derive.speech import words as w
from quiz.derive.speech.bound import Cue
from quiz.derive.speech.marks import Mark
from quiz.derive.speech.phrases import Phrase, ending
from quiz.derive.speech.read import Link, Read, linked
from quiz.derive.speech.stream import Token, Told
from quiz.language.text import word_set

#: What stands in marks after these is a name, a title or a writing on a wall.
_NAMING: Final = word_set(
    "plan programme projet opération film livre roman série chanson album titre intitulé intitulée intitulés "
    "intitulées "
    "baptisé baptisée baptisés baptisées surnommé surnommée nommé nommée dénommé dénommée label mention rubrique "
    "émission "
    "exposition spectacle pièce collectif association slogan slogans pancarte pancartes banderole banderoles affiche "
    "affiches autocollant inscription estampillé estampillée hashtag documentaire essai recueil poème dossier fichier "
    "entitled titled dubbed nicknamed named banner banners placard placards sign signs slogan slogans book novel film "
    "movie song album show series play chant chants hashtag project scheme programme program poem documentary labelled "
    "labeled marked reading"
)
#: Of these, where what stands in marks may begin small.
_WRITTEN: Final = word_set(
    "label mention slogan slogans pancarte pancartes banderole banderoles affiche affiches autocollant inscription "
    "estampillé estampillée hashtag banner banners placard placards sign signs chant chants labelled labeled marked "
    "reading intitulé intitulée intitulés intitulées baptisé baptisée surnommé surnommée nommé nommée dénommé dénommée "
    "dubbed nicknamed named entitled titled"
)
#: Before a colon, a noun that is what is said and not who says it.
_SAYINGS: Final = word_set(
    "traduction translation réponse message constat verdict certitude mot mots phrase consigne question commentaire "
    "answer reply response words word verdict quote statement résumé bilan conclusion explication tweet post "
    "publication "
    "leitmotiv credo mantra argument raison preuve exemple résultat refrain objectif devise légende caption texte text"
)


def before_marks(
    line: Sequence[Token], place: int, read: Read, language: str, page: Told, mark: Mark, last: Span | None
) -> Link | None:
    """Who says the quotation at `place` by what stands before it in the sentence."""
    if place == 0:
        return None
    floor = max((at + 1 for at in range(place) if line[at].kind == "semicolon"), default=0)
    colon = line[place - 1].kind == "colon"
    inner = page.passage.text[mark.inner.start - page.passage.start : mark.inner.end - page.passage.start]
    if not colon and (titled(inner) or (_names(line, place) and (inner[:1].isupper() or _written(line, place)))):
        return None
    nearest = None
    for cue in read.cues:
        if (
            floor <= cue.first
            and cue.last < place
            and cue.subject is not None
            and not (cue.inverted and _spent(line, cue))
            and not (colon and (cue.passive or cue.denied))
        ):
            nearest = cue
    for source in read.sources:
        if source.last < place and nearest is not None and source.first > nearest.last and source.last + 3 > place:
            nearest = None
    calls = nearest is not None and nearest.saying.lemma == "appeler"
    if (
        nearest is not None
        and calls
        and not any(one.key in ("à", "au", "aux", "pour") for one in line[nearest.last + 1 : place])
    ):
        return None
    if nearest is not None and not nearest.denied and not (nearest.passive and colon):
        return linked(line, nearest)
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


def _written(line: Sequence[Token], place: int) -> bool:
    return line[place - 1].key in _WRITTEN


def _names(line: Sequence[Token], place: int) -> bool:
    previous = line[place - 1]
    return previous.kind == "word" and previous.key in _NAMING


def titled(inner: str) -> bool:
    """Whether nearly every word has a capital: a title."""
    big = [word for word in inner.split() if len(word) > 3]
    return len(big) > 1 and all(word[0].isupper() or not word[0].isalpha() for word in big)


def _colon(line: Sequence[Token], place: int, language: str, last: Span | None) -> Link | None:
    """A colon without a verb of saying: whoever the sentence is about speaks."""
    if any(token.kind == "quote" for token in line[: place - 1]) and line[0].kind == "quote":
        return None
    subject = subjects.main(line, place - 1, language)
    cue = Span(line[place - 1].start, line[place - 1].end)
    head = line[0]
    finite = w.FINITE_FR if language == "fr" else w.FINITE_EN
    if place > 2 and line[place - 2].capital and not any(token.key in finite for token in line[: place - 1]):
        # "Même son de cloche chez X:", "Le dernier mot de X:": no verb, and a name before the colon.
        name = _name_at(line, place - 2)
        if name.first > 0 and line[name.first - 1].kind == "word":
            return Link(name.span(line), cue)
    if head.key in _SAYINGS or (subject is not None and _is_saying(line, subject)):
        owner = _owner(line, subject) if subject is not None else None
        return Link(owner.span(line) if owner is not None else last, cue)
    if subject is None:
        named = ending(line, place - 2) if place > 1 and line[place - 2].capital else None
        return Link(named.span(line) if named is not None else None, cue)
    key = line[subject.first].key
    if key in w.NOBODY and not line[subject.first].capital:
        return Link(None, cue)
    return Link(subject.span(line), cue)


def _name_at(line: Sequence[Token], last: int) -> Phrase:
    first = last
    while first > 0 and line[first - 1].kind == "word" and line[first - 1].capital:
        first -= 1
    return Phrase(first, last)


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
