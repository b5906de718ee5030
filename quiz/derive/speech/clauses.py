"""What is reported without marks: the clause that a verb of saying or a source governs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from quiz.derive.fact import Span
from quiz.derive.speech import subjects
from quiz.derive.speech import words as w
from quiz.derive.speech.cues import Cue
from quiz.derive.speech.links import Read
from quiz.derive.speech.sources import Source
from quiz.derive.speech.stream import Token
from quiz.language import sayings
from quiz.language.text import word_set

_THAT_FR: Final = frozenset(("que", "qu'"))
_PERSONS_EN: Final = word_set(
    "me us you him her them it reporters journalists jurors lawmakers investors viewers readers"
)
#: What may follow "said" without being the clause.
_NO_CLAUSE: Final = word_set(
    "to so no yes goodbye hello nothing little much more something anything as if whether why how what when where who "
    "which himself herself itself themselves yourself myself of about that and or but than like off up down out away"
)
_TELLING: Final = word_set(
    "tell warn inform assure remind notify advise convince persuade promise reassure alert teach caution show"
)
_CUT_FR: Final = word_set("mais tandis alors avant sans quitte soit signe preuve car")
_CUT_EN: Final = word_set("but while although though whereas before prompting leaving adding saying noting without so")
_INFINITIVE_ENDS: Final = ("er", "ir", "re", "oir")
_NO_INFINITIVES: Final = word_set(
    "hier mer cher fier premier dernier papier quartier chantier janvier février entre contre votre notre autre lettre rencontre titre mètre centre ministre octobre septembre novembre décembre encore guerre terre heure soir avenir plaisir"
)


class Clause(NamedTuple):
    """A clause that somebody says: its span, the phrase that says it and where the cue stands."""

    read: Read
    span: Span
    speaker: Span
    cue: Span
    hedged: bool = False
    sure: bool = True


def clauses(read: Read) -> Iterator[Clause]:
    """What is reported in a sentence, in the order of its cues."""
    line = read.sentence.tokens
    language = read.sentence.passage.language
    for place, cue in enumerate(read.cues):
        if cue.subject is None or cue.denied or cue.passive or cue.asked:
            continue
        head = line[cue.subject.first]
        if head.key in w.NOBODY and not head.capital:
            continue
        if cue.subject.first == cue.subject.last and head.key in w.NOBODY:
            continue
        following = read.cues[place + 1] if place + 1 < len(read.cues) else None
        for first, last in _governed(line, cue, following, language):
            span = _span(line, first, last)
            if span is not None:
                yield Clause(read, span, cue.subject.span(line), _cue(line, cue), cue.hedged)
    for source in read.sources:
        if source.words:
            continue
        stretch = _around(line, source)
        if stretch is not None:
            span = _span(line, *stretch)
            if span is not None:
                at = Span(line[source.first].start, line[source.last].end)
                speaker = read.last if source.back else source.subject.span(line)
                if speaker is not None:
                    yield Clause(read, span, speaker, at, sure=source.sure)


def _cue(line: Sequence[Token], cue: Cue) -> Span:
    return Span(line[cue.first].start, line[cue.last].end)


def _span(line: Sequence[Token], first: int, last: int) -> Span | None:
    """The tokens without signs at their ends; None where they are a quotation and no more, or too few to say a thing."""
    while first <= last and line[first].kind in ("comma", "colon", "dash", "stop", "semicolon", "close"):
        first += 1
    while last >= first and line[last].kind in ("comma", "colon", "dash", "stop", "semicolon", "open"):
        last -= 1
    if last < first:
        return None
    # With most of it between marks, it is a quotation.
    words = sum(1 for token in line[first : last + 1] if token.kind in ("word", "elided", "number"))
    quoted = any(token.kind == "quote" for token in line[first : last + 1])
    if words < (2 if quoted else 3):
        return None
    return Span(line[first].start, line[last].end)


# --- what a verb governs ---------------------------------------------------------------------------------------------


def _governed(line: Sequence[Token], cue: Cue, following: Cue | None, language: str) -> list[tuple[int, int]]:
    if cue.inverted:
        found = _said_before(line, cue, language)
        return [found] if found is not None else []
    if _said_before_en(line, cue, language):
        first = _start_of(line, cue)
        resumed = line[cue.last + 2].key if cue.last + 2 < len(line) else ""
        if resumed in w.FINITE_EN or resumed in w.MODALS_EN:
            return [(first, len(line) - 1)]
        return [(first, cue.subject.first - 1 if cue.subject else cue.first - 1)]
    start = _complement(line, cue, language)
    if start is None:
        return []
    return _parts(line, start, _end(line, start, cue, following, language), language)


def _complement(line: Sequence[Token], cue: Cue, language: str) -> int | None:
    """The first token of what is said; None where the verb governs no clause here."""
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
        if token.key in w.SUBORDINATORS or token.key in w.CONJUNCTIONS or at - cue.last > 14:
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
    return len(key) > 3 and key.endswith(_INFINITIVE_ENDS) and key not in _NO_INFINITIVES


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
    if telling:
        if line[at].key in _PERSONS_EN or line[at].key == "the" or line[at].capital or line[at].kind == "word":
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
    return moved if _has_verb(line, moved) else None


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
            or (subjects.adverb(token, "en") and token.key not in w.DETERMINERS and token.key not in ("no", "all"))
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


def _has_verb(line: Sequence[Token], at: int) -> bool:
    """Whether a finite verb follows: without "that", what is said must be a clause."""
    for place in range(at + 1, len(line)):
        token = line[place]
        if token.kind in ("semicolon", "colon", "stop"):
            break
        if token.kind != "word":
            continue
        key = token.key
        if key in w.FINITE_EN or key in w.MODALS_EN or (token.tied and key == "'s" and line[at].key in w.PRONOUNS):
            return True
        if key.endswith(("'s", "'d", "'ll", "'ve", "'re", "n't")) and len(key) > 2:
            return True
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
    return line[at].key in w.PRONOUNS or line[at].key.endswith(("'d", "'ll", "'ve", "'re", "'s"))


def _end(line: Sequence[Token], start: int, cue: Cue, following: Cue | None, language: str) -> int:
    """The last token of a clause that begins at `start`."""
    limit = len(line) - 1
    if following is not None and following.first > start:
        if following.inverted and line[following.first - 1].kind == "comma":
            limit = min(limit, following.first - 2)
        elif following.shared or following.gerund:
            cut = following.first
            while cut > start and (
                line[cut - 1].key in w.CONJUNCTIONS
                or line[cut - 1].kind == "comma"
                or line[cut - 1].key in ("en", "tout")
            ):
                cut -= 1
            if cut < following.first:
                limit = min(limit, cut - 1)
    cuts = _CUT_FR if language == "fr" else _CUT_EN
    for at in range(start, min(start + 2, limit)):
        if line[at].kind == "quote" and line[at + 1].key in cuts:
            return at
    for at in range(start + 2, limit + 1):
        token = line[at]
        if token.kind in ("semicolon", "colon") or (token.kind == "stop" and at < limit and token.key != "."):
            return at - 1
        if token.kind == "comma" and at + 1 <= limit:
            key = line[at + 1].key
            if line[at + 2].tied if at + 2 <= limit else False:
                if line[at + 2].key != "'s":
                    return at - 1
            if key in cuts and not line[at + 1].capital:
                return at - 1
            if key == "ce" and at + 2 <= limit and line[at + 2].key in ("qui", "que", "dont"):
                return at - 1
            if language == "en" and key == "and" and at + 2 <= limit and _new_verb(line, at + 2, language):
                return at - 1
            if key == "in" and at + 3 <= limit and line[at + 3].key == "words":
                return at - 1
            if key in ("selon", "according") or (key == "d'" and line[min(at + 2, limit)].key == "après"):
                return at - 1
        if token.kind == "quote" and at + 1 <= limit and line[at + 1].key in cuts:
            return at
        if token.kind == "dash" and at > start + 2:
            return at - 1
    return limit


def _new_verb(line: Sequence[Token], at: int, language: str) -> bool:
    """Whether the clause of the speaker goes on: ", and estimated…"."""
    return any("finite" in one.forms for one in sayings.said(line[at].key, language))


def _parts(line: Sequence[Token], start: int, end: int, language: str) -> list[tuple[int, int]]:
    """The clauses that are joined by a repeated que or that."""
    cuts: list[tuple[int, int]] = []
    for at in range(start + 2, end - 1 if language == "en" else 0):
        key = line[at].key
        if key in (("que", "qu'") if language == "fr" else ("that",)):
            before = line[at - 1]
            if before.key in ("et", "and", "mais", "but"):
                begin = at - 1 if line[at - 2].kind != "comma" else at - 2
                cuts.append((begin, at))
    parts = []
    first = start
    for begin, at in cuts:
        parts.append((first, begin - 1))
        first = at + 1
    parts.append((first, end))
    return parts


# --- what stands before the verb -------------------------------------------------------------------------------------


def _said_before(line: Sequence[Token], cue: Cue, language: str) -> tuple[int, int] | None:
    """ "La plainte a été déposée, précise la procureure": what stands before an inversion without marks."""
    if cue.first < 2 or line[cue.first - 1].kind not in ("comma", "dash"):
        return None
    if line[cue.first - 2].kind == "quote" or any(token.kind == "quote" and False for token in line):
        return None
    if language == "en" and cue.first > 0 and line[cue.first - 1].kind != "comma":
        return None
    first = _start_of(line, cue)
    if cue.first - 1 - first < 4:
        return None
    return first, cue.first - 2


def _said_before_en(line: Sequence[Token], cue: Cue, language: str) -> bool:
    """ "Its offer was higher, the filings show."."""
    if language != "en" or cue.subject is None or cue.gerund or cue.shared or cue.subject.first < 2:
        return False
    if line[cue.subject.first - 1].kind != "comma" or line[cue.subject.first - 2].kind == "quote":
        return False
    following = line[cue.last + 1] if cue.last + 1 < len(line) else None
    closes = (
        following is None
        or following.kind in ("stop", "semicolon", "comma")
        or following.key in ("in", "on", "at", "to", "via")
        or (following.key in w.TEMPORAL)
    )
    if not closes or not cue.saying.clause:
        return False
    if (
        cue.saying.lemma in ("find", "hold", "project", "reason", "show")
        and following is not None
        and following.kind == "word"
    ):
        return False
    first = _start_of(line, cue)
    head = line[first]
    if head.kind == "word" and (
        head.key in w.PREPOSITIONS or head.key in w.SUBORDINATORS or head.key in w.LEADS or head.key in w.TEMPORAL
    ):
        return False
    return cue.subject.first - first > 2


def _start_of(line: Sequence[Token], cue: Cue) -> int:
    first = 0
    for at in range(cue.first - 2, -1, -1):
        if line[at].kind in ("semicolon", "colon") or (line[at].kind == "quote"):
            first = at + 1
            break
    while first < len(line) and (
        line[first].kind in ("comma", "stop", "dash") or line[first].key in ("et", "mais", "and", "but")
    ):
        first += 1
    return first


def _around(line: Sequence[Token], source: Source) -> tuple[int, int] | None:
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
    leading = line[first - 2] if first > begin + 1 and line[first - 1].kind == "comma" else None
    if leading is not None and leading.kind == "word" and leading.key in w.CONJUNCTIONS:
        return (tail, end) if tail <= end else None
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


def _over_relative(line: Sequence[Token], at: int, end: int) -> int:
    """The place after what is said of the source itself: "Selon un consultant qui…, | le compte"."""
    if at > end:
        return at
    if line[at].kind != "comma":
        comma = next((one for one in range(at, end + 1) if line[one].kind == "comma"), None)
        return comma + 1 if comma is not None else at
    at += 1
    # A role or a relative clause between commas.
    comma = next((one for one in range(at, min(end + 1, at + 16)) if line[one].kind == "comma"), None)
    if comma is None or comma + 3 > end:
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
            and not subjects.adverb(head, "fr")
            and not subjects.adverb(head, "en")
        )
    )
    if relative or (
        role and not any(line[one].key in w.FINITE_FR or line[one].key in w.FINITE_EN for one in range(at, comma))
    ):
        return comma + 1
    return at
