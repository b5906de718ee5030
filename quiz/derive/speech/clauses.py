"""What is reported without marks: the clause that a verb of saying or a source governs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from quiz.derive.fact import Span
from quiz.derive.speech import words as w
from quiz.derive.speech.bound import Cue
from quiz.derive.speech.complements import complement
from quiz.derive.speech.phrases import Phrase, nobody
from quiz.derive.speech.read import Read
from quiz.derive.speech.sources import around
from quiz.derive.speech.stream import Token
from quiz.language import sayings
from quiz.language.text import fold, word_set

_CUT_FR: Final = word_set("mais tandis alors avant sans quitte soit signe preuve car")
#: Where a circumstance begins that is the narrator's: "au moment où".
_MOMENT: Final = (("au", "moment", "où"), ("alors", "même", "que"), ("at", "a", "time", "when"))
_CUT_EN: Final = word_set("but while although though whereas before prompting leaving adding saying noting without so")


#: Somebody who shows that something is so need not say it; a study does.
_PROVING: Final = word_set("lawyers prosecutors avocats procureurs researchers scientists chercheurs experts")
_SHOWING: Final = word_set("show montrer demonstrate démontrer")


#: Without "that", only what is written finds or reveals that something is so: somebody finds a thing.
_FINDING: Final = word_set("find reveal")


_WISHING: Final = word_set("souhaiter prévoir accepter proposer expect intend offer")


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
        if nobody(line, cue.subject) or (cue.subject.first == cue.subject.last and head.key in w.NOBODY):
            continue
        if cue.saying.lemma in _SHOWING and not _written(line, cue.subject):
            continue
        if language == "en" and _resumed(line, cue, read.cues[:place]):
            continue
        following = _following(read.cues[place + 1 :])
        again = next((one for one in read.cues[place + 1 :] if language == "en" and _resumed(line, one, (cue,))), None)
        for first, last in _governed(line, cue, following, language):
            if again is not None and first < again.first:
                last = min(last, again.first - 2)  # noqa: PLW2901 - "said the board had slept and | predicted that"
            span = _span(line, first, last)
            if (
                cue.saying.lemma in _FINDING
                and first > cue.last
                and line[first - 1].key != "that"
                and not _written(line, cue.subject)
            ):
                continue
            if span is not None:
                yield Clause(read, span, cue.subject.span(line), _cue(line, cue), cue.hedged)
    for source in read.sources:
        if source.words:
            continue
        stretch = around(line, source)
        if stretch is not None:
            span = _span(line, *stretch)
            if span is not None:
                at = Span(line[source.first].start, line[source.last].end)
                speaker = read.last if source.back else source.subject.span(line)
                if speaker is not None:
                    yield Clause(read, span, speaker, at, sure=source.sure)


def _resumed(line: Sequence[Token], cue: Cue, before: Sequence[Cue]) -> bool:
    """Whether behind "and" it is open who says so: whoever spoke before, or the subject of what was said."""
    if cue.subject is None or cue.first < 1 or line[cue.first - 1].key != "and" or cue.subject.last >= cue.first:
        return False
    that = cue.last + 1 < len(line) and line[cue.last + 1].key == "that"
    return that and any(one.saying.clause and one.last < cue.subject.first for one in before)


def _following(cues: Sequence[Cue]) -> Cue | None:
    """The next cue that may end what is said: not a participle within it ("avaient été calculées")."""
    return next((cue for cue in cues if not cue.passive), None)


def _written(line: Sequence[Token], subject: Phrase) -> bool:
    """Whether the head of a phrase is something written, a result or an image."""
    return any(
        fold(line[at].key) in w.PAPERS or line[at].key in _PROVING
        for at in range(subject.first, min(subject.first + 4, subject.last + 1))
    )


def _cue(line: Sequence[Token], cue: Cue) -> Span:
    return Span(line[cue.first].start, line[cue.last].end)


def _span(line: Sequence[Token], first: int, last: int) -> Span | None:
    """The tokens without signs at their ends; None for a mere quotation, or too few words to say a thing."""
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


def _governed(line: Sequence[Token], cue: Cue, following: Cue | None, language: str) -> list[tuple[int, int]]:
    if cue.inverted:
        found = _said_before(line, cue)
        return [found] if found is not None else []
    if _said_before_en(line, cue, language):
        first = _start_of(line, cue)
        resumed = line[cue.last + 2].key if cue.last + 2 < len(line) else ""
        if _leads_in(line[first]) and resumed and resumed not in w.CONJUNCTIONS:
            return [(cue.last + 2, len(line) - 1)]
        if resumed in w.FINITE_EN or resumed in w.MODALS_EN:
            return [(first, len(line) - 1)]
        return [(first, cue.subject.first - 1 if cue.subject else cue.first - 1)]
    start = complement(line, cue, language)
    if start is None:
        return []
    if (
        cue.saying.lemma in _WISHING
        and line[start - 1].key not in ("que", "qu'")
        and (cue.gerund or _relative(line, cue))
    ):
        return []  # "X, qui souhaite vendre,", "en prévoyant de vendre": what they do, not what they say.
    return _parts(line, start, _end(line, start, cue, following, language), language)


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
    if cue.gerund and cue.subject is not None and cue.subject.first > cue.last:
        # "Affirmant que le pont est sûr, la présidente a quitté la salle."
        limit = min(
            limit, next((at - 1 for at in range(cue.subject.first, start, -1) if line[at].kind == "comma"), limit)
        )
    relative = _relative(line, cue)
    cuts = _CUT_FR if language == "fr" else _CUT_EN
    for at in range(start, min(start + 2, limit)):
        if line[at].kind == "quote" and line[at + 1].key in cuts:
            return at
    aside = 0
    for at in range(start + (1 if line[start : start + 1] and line[start].kind == "quote" else 2), limit + 1):
        token = line[at]
        if token.kind in ("semicolon", "colon") or (token.kind == "stop" and at < limit and token.key != "."):
            return at - 1
        if token.kind == "comma" and at + 1 <= limit:
            key = line[at + 1].key
            if at + 2 <= limit and line[at + 2].tied and line[at + 2].key != "'s":
                return at - 1
            if relative and (key in w.FINITE_FR or key in w.FINITE_EN or key in w.MODALS_EN):
                return at - 1
            if key in cuts and not line[at + 1].capital:
                return at - 1
            if key == "ce" and at + 2 <= limit and line[at + 2].key in ("qui", "que", "dont"):
                return at - 1
            if language == "en" and key == "and" and at + 2 <= limit and _new_verb(line, at + 2):
                return at - 1
            if key == "in" and at + 3 <= limit and line[at + 3].key == "words":
                return at - 1
            if key in ("selon", "according") or (key == "d'" and line[min(at + 2, limit)].key == "après"):
                return at - 1
        if token.kind == "quote" and at + 1 <= limit and line[at + 1].key in cuts:
            return at
        if token.key in ("au", "at", "alors") and any(
            tuple(one.key for one in line[at : at + len(words)]) == words for words in _MOMENT
        ):
            return at - 1
        if token.kind == "dash" and at > aside:
            # What two dashes enclose is of the clause, where it goes on after them.
            aside = next((one for one in range(at + 1, limit) if line[one].kind == "dash"), 0)
            if not aside and at > start + 2:
                return at - 1
    return limit


def _relative(line: Sequence[Token], cue: Cue) -> bool:
    """Whether the verb stands in a relative clause."""
    return cue.first > 0 and line[cue.first - 1].key in ("qui", "who", "which")


def _new_verb(line: Sequence[Token], at: int) -> bool:
    """Whether the clause of the speaker goes on: ", and estimated…"."""
    return any("finite" in one.forms for one in sayings.said(line[at].key, "en"))


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


def _said_before(line: Sequence[Token], cue: Cue) -> tuple[int, int] | None:
    """What an inversion without marks says: "La plainte a été déposée, précise la procureure".

    Set within the clause, it is a part of it ("un seul objet, note-t-il, ne fait pas un orchestre"); after what only
    leads in, the clause is what follows.
    """
    if cue.first < 2 or line[cue.first - 1].kind not in ("comma", "dash") or line[cue.first - 2].kind == "quote":
        return None
    first = _start_of(line, cue)
    if line[first].key in ("c'", "i") and first and line[first - 2].kind == "quote":
        return None
    end = max(cue.last, cue.subject.last if cue.subject is not None else 0)
    if end + 3 < len(line) and line[end + 1].kind == "comma":
        resumed = line[end + 2]
        if resumed.key in w.FINITE_FR or resumed.key in w.CLITICS_BARE or resumed.key in ("c'", "ce", "que", "qu'"):
            return first, len(line) - 1
        if cue.first - 1 - first < 4 or _leads_in(line[first]):
            return end + 2, len(line) - 1
    if cue.first - 1 - first < 4:
        return None
    return first, cue.first - 2


def _leads_in(head: Token) -> bool:
    """Whether a clause that begins so is not what is said, but when or on what condition."""
    if head.kind != "word":
        return False
    return (
        head.key in w.PREPOSITIONS
        or head.key in w.SUBORDINATORS
        or head.key in w.LEADS
        or head.key in w.TEMPORAL
        or head.key in ("were", "should", "had")
    )


def _said_before_en(line: Sequence[Token], cue: Cue, language: str) -> bool:
    """As in "Its offer was higher, the filings show."."""
    if language != "en" or cue.subject is None or cue.gerund or cue.shared or cue.subject.first < 2:
        return False
    if line[cue.subject.first - 1].kind != "comma" or line[cue.subject.first - 2].kind == "quote":
        return False
    behind = cue.last + 1
    if cue.saying.lemma == "tell":
        # "…, Ward told the Herald."
        while behind < len(line) and (line[behind].capital or line[behind].key in ("the", "reporters", "journalists")):
            behind += 1
    following = line[behind] if behind < len(line) else None
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
    told = any(_verbal(line, at) for at in range(first + 1, cue.subject.first - 1))
    if _leads_in(line[first]) and not told and not (following is not None and following.kind == "comma"):
        return False
    return cue.subject.first - first > 2


def _verbal(line: Sequence[Token], at: int) -> bool:
    """Whether an English word is surely the verb of a clause, and not of one that a relative or "when" opens."""
    return (
        (line[at].key in w.FINITE_EN or line[at].key in w.MODALS_EN)
        and line[at - 1].key not in w.RELATIVES
        and not any(line[one].key in w.SUBORDINATORS for one in range(max(0, at - 5), at))
    )


def _start_of(line: Sequence[Token], cue: Cue) -> int:
    first = 0
    for at in range(cue.first - 2, -1, -1):
        # A quotation that a word leads to is a part of the clause.
        within = line[at].kind == "quote" and at > 0 and line[at - 1].kind in ("word", "elided")
        if line[at].kind in ("semicolon", "colon") or (line[at].kind == "quote" and not within):
            first = at + 1
            break
    while first < len(line) and (
        line[first].kind in ("comma", "stop", "dash") or line[first].key in ("et", "mais", "and", "but")
    ):
        first += 1
    return first
