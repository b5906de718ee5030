"""Phrases that name a source: "selon X", "d'après X", "according to X", "by X's account", "Pour X, …"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from quiz.derive.speech import subjects
from quiz.derive.speech import words as w
from quiz.derive.speech.onward import forward
from quiz.derive.speech.phrases import Phrase, adverb
from quiz.derive.speech.stream import Token
from quiz.language.text import fold

#: "de l'avis de X": the words before X.
_PHRASES_FR: Final = tuple(
    tuple(words.split())
    for words in (
        "selon",
        "d' après",
        "de l' avis de",
        "de l' avis du",
        "de l' aveu de",
        "de l' aveu du",
        "aux dires de",
        "aux dires du",
        "aux dires des",
        "au dire de",
        "aux yeux de",
        "aux yeux du",
        "aux yeux des",
        "à en croire",
        "à l' en croire",
        "à les en croire",
        "à l' entendre",
        "à les entendre",
        "à en juger par",
        "si l' on en croit",
        "de source",
        "dans les mots de",
        "pour reprendre les mots de",
        "selon les mots de",
        "selon les termes de",
    )
)
_PHRASES_EN: Final = tuple(
    tuple(words.split())
    for words in ("according to", "in the words of", "in the opinion of", "in the view of", "in the eyes of", "as per")
)


class Source(NamedTuple):
    """The tokens `first` to `last` of such a phrase, and who the source is.

    `sure` is false of "pour X,", which may be a purpose: it is a source where X is somebody. `back`: whoever
    spoke last ("à l'en croire"). `words`: it gives words, not a claim ("in the words of X").
    """

    first: int
    last: int
    subject: Phrase
    sure: bool = True
    back: bool = False
    words: bool = False


def _by_first(phrases: tuple[tuple[str, ...], ...], others: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases by their first words; `others` begin a source in another way."""
    found: dict[str, tuple[tuple[str, ...], ...]] = dict.fromkeys(others, ())
    for phrase in phrases:
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


_FIRST_FR: Final = _by_first(_PHRASES_FR, ("pour",))
_FIRST_EN: Final = _by_first(_PHRASES_EN, ("by", "for", "in", "to"))


def sources(line: Sequence[Token], language: str) -> list[Source]:
    """The phrases of a sentence that name a source, in order."""
    found: list[Source] = []
    first_words = _FIRST_FR if language == "fr" else _FIRST_EN
    after = 0
    for place, token in enumerate(line):
        if place < after or token.key not in first_words:
            continue
        phrases = first_words[token.key]
        source = _phrase(line, place, phrases, language) if phrases else None
        source = source or _account(line, place, language) or _for(line, place, language)
        if source is not None:
            found.append(source)
            after = source.last + 1
    return found


def _phrase(line: Sequence[Token], place: int, phrases: tuple[tuple[str, ...], ...], language: str) -> Source | None:
    best = 0
    for words in phrases:
        if len(words) > best and all(
            place + at < len(line) and line[place + at].key == word for at, word in enumerate(words)
        ):
            best = len(words)
    if not best:
        return None
    start = place + best
    if start >= len(line):
        return None
    if language == "fr" and line[place].key == "à" and line[place + 1].key in ("l'", "les"):
        return Source(place, start - 1, Phrase(place + 1, place + 1), back=True)
    wording = language == "en" and "words" in [line[one].key for one in range(place, start)]
    if language == "fr" and line[place].key == "de" and best == 2:
        return Source(place, start, Phrase(place, start)) if start < len(line) else None
    head = line[start]
    if head.kind == "word" and head.key in (
        "que",
        "qu'",
        "lesquelles",
        "lesquels",
        "laquelle",
        "lequel",
        "whether",
        "which",
        "whom",
        "plan",
        "schedule",
    ):
        return None
    if head.key in ("moi", "nous", "vous", "toi", "me", "us", "you"):
        return None
    if head.key in ("lui", "eux", "elle", "elles", "him", "her", "them") and (
        start + 1 >= len(line) or line[start + 1].kind != "word" or language == "fr"
    ):
        return Source(place, start, Phrase(start, start))
    subject = _noun(line, start, language)
    return Source(place, subject.last, subject, words=wording) if subject is not None else None


def _noun(line: Sequence[Token], start: int, language: str) -> Phrase | None:
    if line[start].key in ("last", "this", "next"):
        # "according to last year's census": no time, but whose census it is.
        last = forward(line, start, len(line), language)
        return Phrase(start, last) if last is not None else None
    found = subjects.after(line, start - 1, language)
    if found is not None and fold(line[found.last].key) in w.PAPERS:
        # "a 2003 article in the Herald", "un rapport de la Cour": the paper with who prints it.
        at = found.last + 1
        if at + 1 < len(line) and line[at].key in ("in", "by", "from", "on", "dans", "par"):
            last = forward(line, at + 1, len(line), language)
            if last is not None and any(one.capital for one in line[at + 1 : last + 1]):
                return Phrase(found.first, last)
    return found


def _account(line: Sequence[Token], place: int, language: str) -> Source | None:
    """As in "by X's own account", "in X's words"."""
    if language != "en" or line[place].key not in ("by", "in", "to"):
        return None
    for at in range(place + 1, min(len(line), place + 9)):
        if line[at].kind != "word":
            return None
        if (
            line[at].key in ("account", "words", "reckoning", "telling", "admission", "view", "estimate", "opinion")
            and at - place > 1
        ):
            owner = line[at - 1]
            end = at - 1
            if owner.key == "own":
                end -= 1
            if line[end].tied and line[end].key == "'s":
                return Source(place, at, Phrase(place + 1, end - 1), words=line[at].key == "words")
            if line[end].key in ("his", "her", "their") and end == place + 1:
                return Source(place, at, Phrase(end, end), words=line[at].key == "words")
            return None
    return None


def _for(line: Sequence[Token], place: int, language: str) -> Source | None:
    """As in "Pour X, …" at the head of a sentence, before a comma."""
    if line[place].key not in ("pour", "for") or place > 1 or (place == 1 and line[0].key not in ("mais", "et", "but")):
        return None
    if place + 1 >= len(line):
        return None
    head = line[place + 1]
    if head.key in ("lui", "elle", "eux", "elles", "him", "her", "them"):
        if place + 2 < len(line) and line[place + 2].kind == "comma":
            return Source(place, place + 1, Phrase(place + 1, place + 1), sure=False)
        return None
    if head.key in w.DETERMINERS or head.capital:
        subject = _noun(line, place + 1, language)
        if subject is not None and subject.last + 1 < len(line) and line[subject.last + 1].kind == "comma":
            return Source(place, subject.last, subject, sure=False)
    return None


def around(line: Sequence[Token], source: Source) -> tuple[int, int] | None:
    """What a source governs: the rest of its clause, on the side where it stands, or on both."""
    first, last = source.first, source.last
    begin = 0
    for at in range(first - 1, -1, -1):
        if line[at].kind in ("semicolon", "quote", "colon"):
            begin = at + 1
            break
    end = len(line) - 1
    for at in range(last + 1, len(line)):
        if line[at].kind == "semicolon":
            end = at - 1
            break
    before = sum(1 for token in line[begin:first] if token.kind in ("word", "number", "elided"))
    tail = last + 1
    if tail <= end and line[tail].kind == "comma":
        tail += 1
    after = sum(1 for token in line[tail : end + 1] if token.kind in ("word", "number", "elided"))
    if line[first].key in ("pour", "for") and before > 1:
        return None
    if _counted(line, first, begin) or (tail <= end and _leads_to_words(line, tail, last)):
        return None
    leading = line[first - 2] if first > begin + 1 and line[first - 1].kind == "comma" else None
    if leading is not None and leading.kind == "word" and leading.key in w.CONJUNCTIONS:
        return (tail, end) if tail <= end else None
    resumed = line[tail].key if tail <= end else ""
    if before and tail > last + 1 and (resumed in w.FINITE_FR or resumed in w.FINITE_EN or resumed in w.MODALS_EN):
        return begin, end
    if before <= 2:
        start = _over_relative(line, last + 1, end)
        return (start, end) if start <= end else None
    comma = last + 1 <= end and line[last + 1].kind == "comma"
    if comma and after > 3:
        # "The record, according to X, was…": both sides. ", selon X, mais…": what stands before.
        head = line[last + 2] if last + 2 <= end else None
        if head is not None and (
            head.key in w.CONJUNCTIONS or head.key in w.RELATIVES or head.key in ("en", "a", "an", "un", "une", "whose")
        ):
            return begin, first - 1
        if line[first - 1].kind == "comma" and before > 7:
            return begin, first - 1
        return begin, end
    return begin, first - 1


def _counted(line: Sequence[Token], first: int, begin: int) -> bool:
    """Whether it is of a number that a source is told, and not of a clause: "7 000 personnes, selon X, ont défilé"."""
    at = first - 1
    if at < begin or line[at].kind != "comma":
        return False
    at -= 1
    while at >= begin and line[at].kind in ("word", "elided") and not _verbal(line, at) and first - at < 7:
        at -= 1
    if at < begin or line[at].kind != "number" or first - at > 6:
        return False
    while at >= begin and line[at].kind not in ("comma", "quote"):
        if _verbal(line, at):
            return False
        at -= 1
    resumed = next((one for one in range(first + 1, min(len(line), first + 12)) if line[one].kind == "comma"), None)
    return resumed is not None and not any(_verbal(line, one) for one in range(begin, first))


def _verbal(line: Sequence[Token], at: int) -> bool:
    return line[at].key in w.FINITE_FR or line[at].key in w.FINITE_EN


def _leads_to_words(line: Sequence[Token], at: int, last: int) -> bool:
    """Whether a verb before the source still waits for what stands in marks: "qui vise, selon elle, à « … »"."""
    following = next((one for one in range(at, min(len(line), at + 2)) if line[one].kind == "quote"), None)
    return (
        line[last + 1].kind == "comma"
        and following is not None
        and following <= at + 1
        and line[at].key in ("à", "de", "")
    )


def _over_relative(line: Sequence[Token], at: int, end: int) -> int:
    """The place after what is said of the source itself: "Selon un consultant qui…, | le compte"."""
    if at > end:
        return at
    if line[at].kind != "comma":
        head = line[at]
        begins = head.kind == "word" and (
            head.key in w.PRONOUNS or head.key == "there" or (head.key in w.DETERMINERS and not head.tied)
        )
        comma = next((one for one in range(at, end + 1) if line[one].kind == "comma"), None)
        return comma + 1 if comma is not None and not begins else at
    at += 1
    # A role or a relative clause between commas.
    comma = next((one for one in range(at, min(end + 1, at + 16)) if line[one].kind == "comma"), None)
    if comma is None or comma + 1 > end:
        return at
    head = line[at]
    relative = head.key in w.RELATIVES
    role = (
        head.kind == "word"
        and not head.capital
        and head.key not in w.DETERMINERS
        and head.key not in w.PREPOSITIONS
        and (
            head.key not in w.PRONOUNS
            and head.key not in w.CLITICS_FR
            and not adverb(head, "fr")
            and not adverb(head, "en")
        )
    )
    if relative or (
        role and not any(line[one].key in w.FINITE_FR or line[one].key in w.FINITE_EN for one in range(at, comma))
    ):
        return comma + 1
    return at
